/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and names in one line that ends where the area ends, first series first in reading order. */

#include "muster-legend.h"

#define KEY_PX 10
#define KEY_GAP_PX 5
#define ITEM_GAP_PX 12
#define BELOW_PX 6

static guint
count_keys (GPtrArray *layers)
{
  guint n = 0;

  for (guint i = 0; i < layers->len; i++)
    n += muster_layer_has_key (g_ptr_array_index (layers, i));

  return n;
}

/** muster_legend_height: Returns: pixels above the plot; 0 with fewer than two series or too little width. */
double
muster_legend_height (GPtrArray *layers, const MusterPlot *plot, double width_px)
{
  if (count_keys (layers) < 2 || width_px < MUSTER_LEGEND_MIN_WIDTH_PX)
    return 0;

  return muster_plot_text_height (plot, MUSTER_PLOT_TICK) + BELOW_PX;
}

/* Draws one item that ends (or, from the right, begins) at @edge. Returns: how wide it is. */
static double
draw_item (MusterLayer *layer, const MusterPlot *plot, double edge, double y)
{
  g_autoptr (PangoLayout) name
      = muster_plot_create_text (plot, muster_series_get_name (muster_layer_get_series (layer)), MUSTER_PLOT_TICK);
  double width, key_x, text_x;
  int    text_width, height;

  pango_layout_get_pixel_size (name, &text_width, &height);
  width = KEY_PX + KEY_GAP_PX + text_width;
  key_x = plot->is_rtl ? edge + text_width + KEY_GAP_PX : edge - width;
  text_x = plot->is_rtl ? edge : edge - text_width;
  muster_layer_draw_key (layer, plot, key_x, y + (height - KEY_PX) / 2.0, KEY_PX);
  muster_plot_show_text (plot, name, text_x, y, &plot->palette->dim);

  return width + ITEM_GAP_PX;
}

/** muster_legend_draw: @y: its upper edge. */
void
muster_legend_draw (GPtrArray *layers, const MusterPlot *plot, double y)
{
  double edge = plot->is_rtl ? plot->area.x : plot->area.x + plot->area.width;

  for (guint i = layers->len; i > 0; i--)
    {
      MusterLayer *layer = g_ptr_array_index (layers, i - 1);

      if (muster_layer_has_key (layer))
        edge += draw_item (layer, plot, edge, y) * (plot->is_rtl ? 1 : -1);
    }
}
