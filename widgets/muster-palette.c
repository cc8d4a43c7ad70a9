/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks colours up by name in the style of a widget, so that light, dark and high contrast each bring their
 * own and no colour stands in C. */

#include "muster-palette.h"

/* How strongly a zone is shaded with the foreground. */
#define ZONE_ALPHA .055f

/**
 * muster_palette_lookup:
 * @widget: whose style counts
 * @name: a colour that resources/style defines
 *
 * Returns: the colour; the widget's foreground where the style does not define it, which stays visible in
 * every theme.
 */
GdkRGBA
muster_palette_lookup (GtkWidget *widget, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA          color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);

  return color;
}

/** muster_palette_lookup_level: Returns: the colour of a level of fit; that of the empty track for level 0.
 */
GdkRGBA
muster_palette_lookup_level (GtkWidget *widget, guint level)
{
  static const char *names[] = { "track_color", "fit_weak", "fit_possible", "fit_good", "fit_strong" };

  g_return_val_if_fail (level <= MUSTER_LEVEL_MAX, muster_palette_lookup (widget, names[0]));

  return muster_palette_lookup (widget, names[level]);
}

/** muster_palette_read: Fills @self with the colours of @widget's style. */
void
muster_palette_read (MusterPalette *self, GtkWidget *widget)
{
  static const char *data_names[MUSTER_PALETTE_N_DATA] = { "data_1", "data_2", "data_3", "data_4" };

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &self->foreground);
  self->background = muster_palette_lookup (widget, "window_bg_color");
  self->dim = muster_palette_lookup (widget, "dim_text");
  self->grid = muster_palette_lookup (widget, "grid_color");
  self->axis = muster_palette_lookup (widget, "axis_color");
  self->baseline = muster_palette_lookup (widget, "baseline_color");
  self->zone = self->foreground;
  self->zone.alpha *= ZONE_ALPHA;
  for (guint i = 0; i <= MUSTER_LEVEL_MAX; i++)
    self->levels[i] = muster_palette_lookup_level (widget, i);
  for (guint i = 0; i < MUSTER_PALETTE_N_DATA; i++)
    self->data[i] = muster_palette_lookup (widget, data_names[i]);
  self->is_plain = gdk_rgba_equal (&self->data[0], &self->data[1]);
}
