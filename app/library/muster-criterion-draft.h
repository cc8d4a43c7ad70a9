/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One criterion while somebody still writes it: it may be half finished or unlawful and says so. Main loop only. */
#pragma once

#include "muster-library.h"
#include "muster-objection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Signal "changed" (): any part of it. */
#define MUSTER_TYPE_CRITERION_DRAFT (muster_criterion_draft_get_type ())
G_DECLARE_FINAL_TYPE (MusterCriterionDraft, muster_criterion_draft, MUSTER, CRITERION_DRAFT, GObject)

/* @criterion (nullable): what to begin with; NULL: an empty skill */
MusterCriterionDraft *muster_criterion_draft_new         (const MusterCriterion *criterion);

const char           *muster_criterion_draft_get_id      (MusterCriterionDraft *self); /* "" before it was ever fixed */
MusterCriterionKind   muster_criterion_draft_get_kind    (MusterCriterionDraft *self);
const char           *muster_criterion_draft_get_value   (MusterCriterionDraft *self);
const char           *muster_criterion_draft_get_minimum (MusterCriterionDraft *self); /* "": any */
gboolean              muster_criterion_draft_is_must     (MusterCriterionDraft *self);
double                muster_criterion_draft_get_points  (MusterCriterionDraft *self);

/* A kind that measures otherwise forgets the minimum. */
void                  muster_criterion_draft_set_kind    (MusterCriterionDraft *self, MusterCriterionKind kind);
void                  muster_criterion_draft_set_value   (MusterCriterionDraft *self, const char *value);
void                  muster_criterion_draft_set_minimum (MusterCriterionDraft *self, const char *minimum);
void                  muster_criterion_draft_set_is_must (MusterCriterionDraft *self, gboolean is_must);
void                  muster_criterion_draft_set_points  (MusterCriterionDraft *self, double points);

/* (transfer full) (nullable): what speaks against it, NULL for nothing */
MusterObjection      *muster_criterion_draft_object      (MusterCriterionDraft *self);
/* Whether what speaks against it is the law. */
gboolean              muster_criterion_draft_is_refused  (MusterCriterionDraft *self);
/* Puts what is offered instead in its place. */
void                  muster_criterion_draft_take_offer  (MusterCriterionDraft *self, const MusterObjection *objection);

/* Whether something is still to be said before anybody can be ranked by it. */
gboolean              muster_criterion_draft_is_complete (MusterCriterionDraft *self);

G_END_DECLS
