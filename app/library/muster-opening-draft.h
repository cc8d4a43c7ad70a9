/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opening while somebody still writes it: what is missing, and the value that can be fixed once nothing is. Main loop
 * only. */
#pragma once

#include "muster-criterion-draft.h"

G_BEGIN_DECLS

#define MUSTER_POINTS_IN_ALL 100

/* Signal "changed" (): any part of it, a criterion included. */
#define MUSTER_TYPE_OPENING_DRAFT (muster_opening_draft_get_type ())
G_DECLARE_FINAL_TYPE (MusterOpeningDraft, muster_opening_draft, MUSTER, OPENING_DRAFT, GObject)

/* @opening (nullable): the fixed one that is to be changed */
MusterOpeningDraft *muster_opening_draft_new             (MusterOpening *opening);

const char         *muster_opening_draft_get_title       (MusterOpeningDraft *self);
const char         *muster_opening_draft_get_description (MusterOpeningDraft *self);
void                muster_opening_draft_set_title       (MusterOpeningDraft *self, const char *title);
void                muster_opening_draft_set_description (MusterOpeningDraft *self, const char *description);

/* (transfer none): of MusterCriterionDraft, in the order in which they are shown */
GListModel         *muster_opening_draft_get_criteria    (MusterOpeningDraft *self);
void                muster_opening_draft_add             (MusterOpeningDraft *self, MusterCriterionDraft *criterion);
void                muster_opening_draft_remove          (MusterOpeningDraft *self, MusterCriterionDraft *criterion);
/* to the place that the other one has now, or by so many places where there is room */
void                muster_opening_draft_move_to         (MusterOpeningDraft *self, MusterCriterionDraft *criterion,
                                                          MusterCriterionDraft *place);
gboolean            muster_opening_draft_move_by         (MusterOpeningDraft *self, MusterCriterionDraft *criterion,
                                                          int by);
/* those of @proposal that are not there yet; how many those are */
guint               muster_opening_draft_add_proposal    (MusterOpeningDraft *self, MusterOpening *proposal);

double              muster_opening_draft_sum_points      (MusterOpeningDraft *self);
/* whole points, MUSTER_POINTS_IN_ALL together: the same for all, or in the proportions that are there */
void                muster_opening_draft_spread_evenly   (MusterOpeningDraft *self);
void                muster_opening_draft_make_whole      (MusterOpeningDraft *self);

/* (transfer full) (nullable): why it cannot be fixed yet, a sentence for people; NULL: it can */
char               *muster_opening_draft_dup_problem     (MusterOpeningDraft *self);
gboolean            muster_opening_draft_is_changed      (MusterOpeningDraft *self); /* since it was made */
/* (transfer full): NULL with MUSTER_OPENING_ERROR_INVALID */
MusterOpening      *muster_opening_draft_finish          (MusterOpeningDraft *self, GError **error);

G_END_DECLS
