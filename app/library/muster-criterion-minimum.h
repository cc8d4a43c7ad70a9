/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a kind of criterion may ask for at least: years, a degree, a level of a language; and how people call the kinds.
 * Pure; any thread. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

/* What OPENING.json calls it ("3", "bachelor", "B2"; "" for any) and what people read ("At least 3 years"). */
typedef struct
{
  char *minimum;
  char *label;
} MusterCriterionMinimum;

/* (transfer full) of MusterCriterionMinimum, "any" first; none where a minimum makes no sense. @current (nullable): is
 * among them even when it is unusual. */
GPtrArray  *muster_criterion_minimum_list (MusterCriterionKind kind, const char *current);

/* Which of the list means @current. */
guint       muster_criterion_minimum_find (MusterCriterionKind kind, GPtrArray *minimums, const char *current);

/* (transfer none): "Skill", in the language of the person */
const char *muster_criterion_kind_title   (MusterCriterionKind kind);

G_END_DECLS
