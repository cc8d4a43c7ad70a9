/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named colours of the style (resources/style), for widgets that draw themselves. Main loop only. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How good something is, as the style paints it: 1 weak, 2 possible, 3 good, 4 strong, 0 not rated. */
#define MUSTER_LEVEL_MAX 4

GdkRGBA     muster_palette_lookup       (GtkWidget *widget, const char *name);
GdkRGBA     muster_palette_lookup_level (GtkWidget *widget, guint level);

G_END_DECLS
