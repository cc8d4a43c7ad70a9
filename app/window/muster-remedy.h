/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can do about a piece of work or one of its files, and how both stand in a row: the panel of activities
 * and the result of an import say the same. Main loop only. */
#pragma once

#include "muster-activity-row.h"
#include "muster-activity.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_REMEDY_NONE,
  MUSTER_REMEDY_CANCEL,
  MUSTER_REMEDY_UNLOCK,
  MUSTER_REMEDY_TRY_AGAIN,
  MUSTER_REMEDY_UNDO_IMPORT,
  MUSTER_REMEDY_OPEN,
} MusterRemedy;

MusterRemedy muster_remedy_of_outcome  (MusterActivity *activity, MusterOutcome *outcome);
MusterRemedy muster_remedy_of_activity (MusterActivity *activity);
const char  *muster_remedy_label       (MusterRemedy remedy); /* (nullable): of its button; NULL: there is none */

/* How many of its files need somebody; none while it runs or when it was taken back. */
guint        muster_activity_count_needing (MusterActivity *activity);

void         muster_activity_row_show_outcome  (MusterActivityRow *row, MusterActivity *activity,
                                                MusterOutcome *outcome);
void         muster_activity_row_show_activity (MusterActivityRow *row, MusterActivity *activity);

G_END_DECLS
