/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that people see for stages and bands. Any thread. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

const char *muster_stage_text      (MusterStage stage); /* "Shortlist" */
const char *muster_band_text       (MusterBand band);   /* "Good" */
const char *muster_band_title      (MusterBand band);   /* "Good fit" */
guint       muster_band_level      (MusterBand band);   /* 1..4, as widgets count */
char       *muster_rank_dup_text   (guint rank, guint n_ranked); /* "4th of 35 ranked" */

/* Where possible, good and strong begin, 0..100, for bars that show the zones. */
void        muster_band_get_limits (double limits[3]);

G_END_DECLS
