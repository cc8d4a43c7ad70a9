/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of an opening and how its two sources fill it. For the files of this room only. */
#pragma once

#include "muster-opening.h"

#define MUSTER_OPENING_MAX_BYTES (1024 * 1024)
#define MUSTER_OPENING_MAX_CRITERIA 100
#define MUSTER_OPENING_DEFAULT_RULES_WEIGHT 60.0

struct _MusterOpening
{
  gatomicrefcount ref_count;
  char           *title;
  char           *description;
  char           *field; /* nullable */
  double          rules_weight;
  gboolean        is_proposed;
  GPtrArray      *criteria; /* MusterCriterion */
};

MusterOpening   *muster_opening_new_empty     (void);
MusterCriterion *muster_criterion_new         (MusterCriterionKind kind, const char *value, const char *minimum);
void             muster_criterion_free        (MusterCriterion *self);
gboolean         muster_criterion_kind_from_name (const char *name, MusterCriterionKind *kind);

/* Criteria that the words of an advertisement ask for, in the order of the text, their points spread to 100. */
void             muster_opening_propose       (MusterOpening *self, const char *text);
