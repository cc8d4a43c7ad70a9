/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pool chart says in words. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUSTER_POOL_N_BANDS 4

/* Band 0 weak, 1 possible, 2 good, 3 strong. */
const char *muster_pool_band_word    (guint band);
char       *muster_pool_dup_unit     (guint n_ranked);
char       *muster_pool_dup_sentence (const guint n_in_band[MUSTER_POOL_N_BANDS], guint selected_place);

G_END_DECLS
