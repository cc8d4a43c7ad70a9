/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Divides the room between labels and marks, then draws: grid, layers in their order, axis, selection, cursor. */

#include "muster-chart-private.h"
#include "muster-legend.h"

#include <math.h>

#define TICK_ROOM_PX 7 /* tick, gap and line above the labels of the lower axis */
#define SIDE_ROOM_PX 8
#define EDGE_PX 6 /* so that a ring at the very end of the scale is whole */

/* The union of what the layers cover; NaN where none covers anything. */
static MusterExtent
unite_extents (MusterChart *self)
{
  MusterExtent all = { NAN, NAN, NAN, NAN };

  for (guint i = 0; i < self->layers->len; i++)
    {
      MusterExtent one = muster_layer_extent (g_ptr_array_index (self->layers, i));

      /* fmin and fmax give the number where the other is NaN. */
      all.x_from = fmin (all.x_from, one.x_from);
      all.x_to = fmax (all.x_to, one.x_to);
      all.y_from = fmin (all.y_from, one.y_from);
      all.y_to = fmax (all.y_to, one.y_to);
    }

  return all;
}

static double
find_headroom (MusterChart *self, const MusterPlot *plot)
{
  double headroom = 0;

  for (guint i = 0; i < self->layers->len; i++)
    headroom = MAX (headroom, muster_layer_headroom (g_ptr_array_index (self->layers, i), plot));
  if (muster_axis_is_shown (self->y_axis))
    headroom = MAX (headroom, muster_plot_text_height (plot, MUSTER_PLOT_TICK) / 2);

  return MAX (headroom, EDGE_PX);
}

/* What labels of both axes need on the side where reading begins and on the other. */
static void
find_sides (MusterChart *self, const MusterPlot *plot, double *begin, double *end)
{
  guint n = muster_axis_get_n_ticks (self->x_axis);

  *begin = *end = EDGE_PX;
  if (n > 0)
    {
      *begin = MAX (*begin, ceil (muster_axis_label_width (self->x_axis, plot, 0) / 2));
      *end = MAX (*end, ceil (muster_axis_label_width (self->x_axis, plot, n - 1) / 2));
    }
  for (guint i = 0; muster_axis_is_shown (self->y_axis) && i < muster_axis_get_n_ticks (self->y_axis); i++)
    *begin = MAX (*begin, muster_axis_label_width (self->y_axis, plot, i) + SIDE_ROOM_PX);
}

/** muster_chart_lay_out: Sets area and scales of @plot, whose letters and direction are set, within @whole. */
void
muster_chart_lay_out (MusterChart *self, MusterPlot *plot, const cairo_rectangle_t *whole)
{
  MusterExtent extent = unite_extents (self);
  double       begin, end, top, bottom;

  muster_axis_fit (self->x_axis, extent.x_from, extent.x_to);
  muster_axis_fit (self->y_axis, extent.y_from, extent.y_to);
  find_sides (self, plot, &begin, &end);
  plot->area.x = whole->x + (plot->is_rtl ? end : begin);
  plot->area.width = MAX (1, whole->width - begin - end);
  plot->x = muster_axis_get_scale (self->x_axis);
  plot->y = muster_axis_get_scale (self->y_axis);
  if (plot->is_rtl)
    muster_scale_set_range (&plot->x, plot->area.x + plot->area.width, plot->area.x);
  else
    muster_scale_set_range (&plot->x, plot->area.x, plot->area.x + plot->area.width);

  top = find_headroom (self, plot) + muster_legend_height (self->layers, plot, whole->width);
  bottom = TICK_ROOM_PX + muster_plot_text_height (plot, MUSTER_PLOT_TICK);
  plot->area.y = whole->y + ceil (top);
  plot->area.height = MAX (1, floor (whole->height - ceil (top) - bottom));
  muster_scale_set_range (&plot->y, plot->area.y + plot->area.height, plot->area.y);
}

/** muster_chart_main_layer: Returns: (transfer none) (nullable): the first that has points. */
MusterLayer *
muster_chart_main_layer (MusterChart *self)
{
  for (guint i = 0; i < self->layers->len; i++)
    if (muster_layer_get_series (g_ptr_array_index (self->layers, i)) != NULL)
      return g_ptr_array_index (self->layers, i);

  return NULL;
}

static void
draw_selected (MusterChart *self, const MusterPlot *plot)
{
  MusterLayer     *layer = muster_chart_main_layer (self);
  g_autofree char *caption = NULL;
  MusterSpot       spot;
  double           half;

  if (layer == NULL || self->selected < 0 || !muster_layer_locate (layer, plot, (guint) self->selected, &spot))
    return;

  caption = muster_layer_caption (layer, (guint) self->selected);
  half = muster_plot_caption_width (plot, caption) / 2;
  muster_plot_draw_chosen (plot,
                           spot.x,
                           spot.y,
                           spot.radius,
                           muster_layer_ceiling (layer, plot, spot.x - half, spot.x + half),
                           caption);
}

static void
draw_cursor (MusterChart *self, const MusterPlot *plot)
{
  MusterLayer *layer;
  MusterSpot   spot;

  if (self->cursor < 0 || self->cursor_layer >= self->layers->len)
    return;

  layer = g_ptr_array_index (self->layers, self->cursor_layer);
  if (muster_layer_locate (layer, plot, (guint) self->cursor, &spot))
    muster_plot_draw_cursor (plot, spot.x, spot.y, spot.radius);
}

/** muster_chart_draw_plot: Draws everything between title and sentence into @whole. */
void
muster_chart_draw_plot (MusterChart *self, MusterPlot *plot, const cairo_rectangle_t *whole)
{
  muster_chart_lay_out (self, plot, whole);
  if (muster_legend_height (self->layers, plot, whole->width) > 0)
    muster_legend_draw (self->layers, plot, whole->y);
  muster_axis_draw_upright (self->y_axis, plot);
  for (guint i = 0; i < self->layers->len; i++)
    muster_layer_draw (g_ptr_array_index (self->layers, i), plot);
  muster_axis_draw_across (self->x_axis, plot);
  draw_cursor (self, plot);
  draw_selected (self, plot);
}

/** muster_chart_plot_of_view: Makes @plot that of the screen; @cr: (nullable): to draw, not only to ask for places. */
void
muster_chart_plot_of_view (MusterChart *self, MusterPlot *plot, MusterPalette *palette, cairo_t *cr)
{
  muster_palette_read (palette, self->plot);
  *plot = (MusterPlot){ .cr = cr,
                        .letters = gtk_widget_get_pango_context (self->plot),
                        .palette = palette,
                        .is_rtl = gtk_widget_get_direction (self->plot) == GTK_TEXT_DIR_RTL };
}

void
muster_chart_draw_view_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer chart)
{
  const cairo_rectangle_t whole = { 0, 0, width, height };
  MusterPalette           palette;
  MusterPlot              plot;

  muster_chart_plot_of_view (chart, &plot, &palette, cr);
  muster_chart_draw_plot (chart, &plot, &whole);
}
