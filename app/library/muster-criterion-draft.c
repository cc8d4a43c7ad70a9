/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what is written so far and judges none of it but whether it is complete: what is unlawful is told by
 * models/screening, the sum of the points by the opening. */

#include "muster-criterion-draft.h"

#include <string.h>

struct _MusterCriterionDraft
{
  GObject             parent_instance;
  char               *id;
  MusterCriterionKind kind;
  char               *value;
  char               *minimum;
  gboolean            is_must;
  double              points;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterCriterionDraft, muster_criterion_draft, G_TYPE_OBJECT)

static void
muster_criterion_draft_finalize (GObject *object)
{
  MusterCriterionDraft *self = MUSTER_CRITERION_DRAFT (object);

  g_free (self->id);
  g_free (self->value);
  g_free (self->minimum);

  G_OBJECT_CLASS (muster_criterion_draft_parent_class)->finalize (object);
}

static void
muster_criterion_draft_class_init (MusterCriterionDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_criterion_draft_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MUSTER_TYPE_CRITERION_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
muster_criterion_draft_init (MusterCriterionDraft *self)
{
  self->id = g_strdup ("");
  self->value = g_strdup ("");
  self->minimum = g_strdup ("");
}

static gboolean
replace_text (char **text, const char *new_text)
{
  if (strcmp (*text, new_text) == 0)
    return FALSE;

  g_free (*text);
  *text = g_strdup (new_text);

  return TRUE;
}

/** muster_criterion_draft_new: Returns: (transfer full): a copy of @criterion to write on. */
MusterCriterionDraft *
muster_criterion_draft_new (const MusterCriterion *criterion)
{
  MusterCriterionDraft *self = g_object_new (MUSTER_TYPE_CRITERION_DRAFT, NULL);

  if (criterion == NULL)
    return self;

  self->kind = criterion->kind;
  self->is_must = criterion->is_must;
  self->points = criterion->points;
  replace_text (&self->id, criterion->id != NULL ? criterion->id : "");
  replace_text (&self->value, criterion->value != NULL ? criterion->value : "");
  replace_text (&self->minimum, criterion->minimum != NULL ? criterion->minimum : "");

  return self;
}

const char *
muster_criterion_draft_get_id (MusterCriterionDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_CRITERION_DRAFT (self), "");

  return self->id;
}

MusterCriterionKind
muster_criterion_draft_get_kind (MusterCriterionDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_CRITERION_DRAFT (self), MUSTER_CRITERION_SKILL);

  return self->kind;
}

const char *
muster_criterion_draft_get_value (MusterCriterionDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_CRITERION_DRAFT (self), "");

  return self->value;
}

const char *
muster_criterion_draft_get_minimum (MusterCriterionDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_CRITERION_DRAFT (self), "");

  return self->minimum;
}

gboolean
muster_criterion_draft_is_must (MusterCriterionDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_CRITERION_DRAFT (self), FALSE);

  return self->is_must;
}

double
muster_criterion_draft_get_points (MusterCriterionDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_CRITERION_DRAFT (self), 0);

  return self->points;
}

static gboolean
is_in_years (MusterCriterionKind kind)
{
  return kind == MUSTER_CRITERION_SKILL || kind == MUSTER_CRITERION_EXPERIENCE;
}

void
muster_criterion_draft_set_kind (MusterCriterionDraft *self, MusterCriterionKind kind)
{
  g_return_if_fail (MUSTER_IS_CRITERION_DRAFT (self));

  if (self->kind == kind)
    return;

  if (!(is_in_years (self->kind) && is_in_years (kind)))
    replace_text (&self->minimum, "");
  self->kind = kind;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
muster_criterion_draft_set_value (MusterCriterionDraft *self, const char *value)
{
  g_return_if_fail (MUSTER_IS_CRITERION_DRAFT (self) && value != NULL);

  if (replace_text (&self->value, value))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
muster_criterion_draft_set_minimum (MusterCriterionDraft *self, const char *minimum)
{
  g_return_if_fail (MUSTER_IS_CRITERION_DRAFT (self) && minimum != NULL);

  if (replace_text (&self->minimum, minimum))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
muster_criterion_draft_set_is_must (MusterCriterionDraft *self, gboolean is_must)
{
  g_return_if_fail (MUSTER_IS_CRITERION_DRAFT (self));

  if (!self->is_must == !is_must)
    return;

  self->is_must = is_must;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
muster_criterion_draft_set_points (MusterCriterionDraft *self, double points)
{
  g_return_if_fail (MUSTER_IS_CRITERION_DRAFT (self));

  if (self->points == points)
    return;

  self->points = points;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/** muster_criterion_draft_is_complete: work may be asked for without saying in what, and a degree without its subject;
 * everything else needs its name. */
gboolean
muster_criterion_draft_is_complete (MusterCriterionDraft *self)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (MUSTER_IS_CRITERION_DRAFT (self), FALSE);

  value = g_strstrip (g_strdup (self->value));
  if (*value != '\0' || self->kind == MUSTER_CRITERION_EXPERIENCE)
    return TRUE;

  return self->kind == MUSTER_CRITERION_EDUCATION && *self->minimum != '\0';
}

MusterObjection *
muster_criterion_draft_object (MusterCriterionDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_CRITERION_DRAFT (self), NULL);

  return muster_objection_new (self->kind, self->value);
}

gboolean
muster_criterion_draft_is_refused (MusterCriterionDraft *self)
{
  g_autoptr (MusterObjection) objection = muster_criterion_draft_object (self);

  return objection != NULL && objection->is_refusal;
}

/** muster_criterion_draft_take_offer: importance and points stay. */
void
muster_criterion_draft_take_offer (MusterCriterionDraft *self, const MusterObjection *objection)
{
  g_return_if_fail (MUSTER_IS_CRITERION_DRAFT (self) && objection != NULL);

  self->kind = objection->kind;
  replace_text (&self->value, objection->value);
  replace_text (&self->minimum, objection->minimum);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
