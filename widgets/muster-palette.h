/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named colours of the style (resources/style), for widgets that draw themselves. Main loop only. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How good something is, as the style paints it: 1 weak, 2 possible, 3 good, 4 strong, 0 not rated. */
#define MUSTER_LEVEL_MAX 4

#define MUSTER_PALETTE_N_DATA 4

/* What a drawing that also leaves the screen takes along: all colours of a chart, as they are at one moment. */
typedef struct
{
  GdkRGBA  foreground;
  GdkRGBA  background; /* of the window, on which most charts stand */
  GdkRGBA  dim;
  GdkRGBA  grid;
  GdkRGBA  axis;
  GdkRGBA  zone;
  GdkRGBA  baseline;
  GdkRGBA  levels[MUSTER_LEVEL_MAX + 1];
  GdkRGBA  data[MUSTER_PALETTE_N_DATA];
  gboolean is_plain; /* high contrast: colours tell nothing apart, so dashes, shapes and words must */
} MusterPalette;

GdkRGBA     muster_palette_lookup       (GtkWidget *widget, const char *name);
GdkRGBA     muster_palette_lookup_level (GtkWidget *widget, guint level);
void        muster_palette_read         (MusterPalette *self, GtkWidget *widget);

G_END_DECLS
