/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speaks against a criterion while it is written: a protected attribute is refused, a proxy that may stand for one
 * is only pointed out; both come with what may be asked for instead. Pure; any thread. */
#pragma once

#include "muster-opening.h"

G_BEGIN_DECLS

/* offer: the label of the button that puts kind, value and minimum in the place of the criterion; an empty value is to
 * be written by the person. NULL: nothing to offer. Immutable. */
typedef struct
{
  gboolean            is_refusal;
  char               *heading;
  char               *sentence;
  const char         *offer;
  MusterCriterionKind kind;
  char               *value;
  const char         *minimum;
} MusterObjection;

/* (transfer full) (nullable): NULL when nothing speaks against it */
MusterObjection *muster_objection_new  (MusterCriterionKind kind, const char *value);
void             muster_objection_free (MusterObjection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterObjection, muster_objection_free)

G_END_DECLS
