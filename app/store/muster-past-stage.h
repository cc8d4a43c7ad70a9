/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where somebody was before a decision, and why: what an undo puts back. A plain value that owns its reason. */
#pragma once

#include "muster-candidate-record.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      candidate_id;
  gint64      opening_id;
  MusterStage stage;
  char       *reason; /* of the decision that had led there, or "" */
} MusterPastStage;

void muster_past_stage_free (MusterPastStage *past);

G_END_DECLS
