/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks colours up by name in the style of a widget, so that light, dark and high contrast each bring their
 * own and no colour stands in C. */

#include "muster-palette.h"

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
