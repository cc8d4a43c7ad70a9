/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two to five people of one opening beside each other: what there is to compare, read and reckoned in one go. Immutable;
 * any thread. */
#pragma once

#include "muster-fit-facts.h"

G_BEGIN_DECLS

#define MUSTER_COMPARISON_MIN 2
#define MUSTER_COMPARISON_MAX 5

typedef struct
{
  MusterCandidateRecord *record;
  MusterFitFacts        *facts; /* (nullable): not ranked */
} MusterComparedPerson;

typedef struct
{
  gint64     opening_id;
  char      *title;    /* of the opening */
  gint64     fixed_at; /* Unix seconds */
  guint      version;
  GPtrArray *people;   /* MusterComparedPerson, as asked for; who is no longer there is left out */
} MusterComparison;

MusterComparison *muster_comparison_load    (MusterLibrary *library, gint64 opening_id, const gint64 *ids, guint n_ids,
                                             GError **error);
void              muster_comparison_free    (MusterComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterComparison, muster_comparison_free)

guint             muster_comparison_n_criteria (const MusterComparison *self);

/* Whether all of them earned the same by criterion @index, have the same total, the same months of experience. */
gboolean          muster_comparison_is_same_criterion  (const MusterComparison *self, guint index);
gboolean          muster_comparison_is_same_total      (const MusterComparison *self);
gboolean          muster_comparison_is_same_experience (const MusterComparison *self);
gboolean          muster_comparison_is_same_stage      (const MusterComparison *self);

G_END_DECLS
