/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that the fit panel says about one person and one opening, read and reckoned in one go. Immutable; any thread. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

typedef struct
{
  char      *id;      /* of the criterion in its opening */
  char      *title;
  gboolean   is_must;
  MusterMet  met;
  double     points;
  double     max_points;
  char      *quote;   /* verbatim, "" when nothing was found */
  char      *missing; /* in words, "" when nothing is missing */
  guint      page;    /* 0: no place */
} MusterCriterionFact;

typedef struct
{
  gint64     candidate_id;
  gint64     opening_id;
  double     total;         /* 0..100 */
  double     rules_points;  /* of 100, what the rules gave */
  MusterBand band;
  double     points;        /* over all criteria */
  double     max_points;
  GPtrArray *criteria;      /* MusterCriterionFact, in the opening's order */
  guint      n_pages;       /* of all documents of the person */
  int        smallest_gain; /* index of the criterion that alone would move the band by gaining least; -1: none does */
  double     gain;          /* what it would add to the total */
} MusterFitFacts;

MusterFitFacts *muster_fit_facts_load         (MusterLibrary *library, gint64 candidate_id, gint64 opening_id, GError **error);
MusterFitFacts *muster_fit_facts_new_from_fit (MusterOpening *opening, JsonNode *fit); /* as muster_fit_to_json(); NULL when it has another form */
void            muster_fit_facts_free         (MusterFitFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFitFacts, muster_fit_facts_free)

G_END_DECLS
