/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person held against an opening: points per criterion, each with the quote that earned it or what is missing.
 * Deterministic. Counted, immutable; any thread. */
#pragma once

#include "muster-opening.h"
#include "muster-profile.h"

G_BEGIN_DECLS

#define MUSTER_RULES_VERSION "rules-1"

typedef enum
{
  MUSTER_NOT_MET,
  MUSTER_PARTLY_MET,
  MUSTER_MET,
} MusterMet;

typedef enum
{
  MUSTER_BAND_WEAK,     /* below 40 */
  MUSTER_BAND_POSSIBLE, /* from 40 */
  MUSTER_BAND_GOOD,     /* from 60 */
  MUSTER_BAND_STRONG,   /* from 80 */
} MusterBand;

/* quote: verbatim from the page, "" when nothing was found; missing: what was looked for and not found, in words;
 * page 0: no place. For a location criterion the quote never leaves the room: only the outcome is told. */
typedef struct
{
  char          *id;
  double         points;
  double         max_points;
  MusterMet      met;
  char          *quote;
  char          *missing;
  MusterEvidence evidence;
} MusterCriterionResult;

typedef struct _MusterFit MusterFit;

MusterFit                   *muster_fit_new              (MusterOpening        *opening,
                                                          const MusterDocument *document,
                                                          const MusterProfile  *profile,
                                                          MusterMonth           today);
MusterFit                   *muster_fit_ref              (MusterFit *self);
void                         muster_fit_unref            (MusterFit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFit, muster_fit_unref)

double                       muster_fit_get_total        (const MusterFit *self); /* 0..100 */
MusterBand                   muster_fit_get_band         (const MusterFit *self);
guint                        muster_fit_get_n_results    (const MusterFit *self);
const MusterCriterionResult *muster_fit_get_result       (const MusterFit *self, guint index);
guint                        muster_fit_get_n_musts      (const MusterFit *self, guint *n_met);
/* experience relevant to this opening */
guint                        muster_fit_get_relevant_months (const MusterFit *self);
/* the quote of the criterion that weighs most, or "" */
const char                  *muster_fit_get_top_evidence (const MusterFit *self);

/* {fit, band, rules:{score, criteria:[...]}, match:null, fields:null, evidence:[...], model}. (transfer full) */
JsonNode                    *muster_fit_to_json          (const MusterFit *self);

/* < 0 when @a comes before @b: total, then must-haves met, then relevant months; 0 leaves the order to the caller
 * (by file or id). */
int                          muster_fit_compare          (const MusterFit *a, const MusterFit *b);
const char                  *muster_band_name            (MusterBand band); /* strong, good, possible, weak */
MusterBand                   muster_band_for_total       (double total);

G_END_DECLS
