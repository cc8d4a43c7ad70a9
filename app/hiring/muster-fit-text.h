/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about a fit, the same on the screen and on paper. Any thread. */
#pragma once

#include "muster-fit-facts.h"

G_BEGIN_DECLS

char       *muster_fit_text_dup_points   (double points); /* whole points without a decimal, halves with one */
char       *muster_fit_text_dup_missing  (const MusterCriterionFact *fact, guint n_pages); /* (nullable): nothing is missing */
char       *muster_fit_text_dup_quote    (const MusterCriterionFact *fact); /* "“Pump overhauls”", "" when there is none */
char       *muster_fit_text_dup_page     (const MusterCriterionFact *fact); /* "p. 1", "" when there is none */
char       *muster_fit_text_dup_change   (const MusterFitFacts *facts); /* the smallest change that moves the band */
const char *muster_fit_text_met          (MusterMet met);

G_END_DECLS
