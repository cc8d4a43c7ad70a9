/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four small dots that show a band by number as well as by colour. Presentation only: the word beside them carries the meaning. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Property: level (u, 0..4: how many dots are filled, and their colour). */
#define MUSTER_TYPE_BAND_PIPS (muster_band_pips_get_type ())
G_DECLARE_FINAL_TYPE (MusterBandPips, muster_band_pips, MUSTER, BAND_PIPS, GtkWidget)

GtkWidget *muster_band_pips_new       (void);
guint      muster_band_pips_get_level (MusterBandPips *self);
void       muster_band_pips_set_level (MusterBandPips *self, guint level);

G_END_DECLS
