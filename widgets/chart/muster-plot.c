/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters, and the marks that every kind of layer shares: cursor and selection. */

#include "muster-plot.h"

#include <math.h>

#define SMALL_PT 9
#define TITLE_PT 11
#define RING_GAP_PX 1.6
#define RING_WIDTH_PX 1.6
#define CAPTION_PADDING_PX 4
#define LEADER_PX 22 /* the least between a dot and its caption */
#define CAPTION_GAP_PX 4

/** muster_plot_create_text: Returns: (transfer full): @text, plain, in the letters of the chart. */
PangoLayout *
muster_plot_create_text (const MusterPlot *self, const char *text, MusterPlotFace face)
{
  PangoLayout             *layout = pango_layout_new (self->letters);
  PangoFontDescription    *font = pango_font_description_copy (pango_context_get_font_description (self->letters));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_size (font, (face == MUSTER_PLOT_TITLE ? TITLE_PT : SMALL_PT) * PANGO_SCALE);
  if (face != MUSTER_PLOT_TICK)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

/** muster_plot_show_text: Draws @text with its upper left corner at @x, @y, on whole pixels. */
void
muster_plot_show_text (const MusterPlot *self, PangoLayout *text, double x, double y, const GdkRGBA *color)
{
  muster_plot_set_color (self, color);
  cairo_move_to (self->cr, round (x), round (y));
  pango_cairo_show_layout (self->cr, text);
}

/** muster_plot_text_height: Returns: of one line, in pixels. */
double
muster_plot_text_height (const MusterPlot *self, MusterPlotFace face)
{
  g_autoptr (PangoLayout) text = muster_plot_create_text (self, "0", face);
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);

  return height;
}

/** muster_plot_caption_width: Returns: what muster_plot_draw_chosen() takes for @caption, in pixels. */
double
muster_plot_caption_width (const MusterPlot *self, const char *caption)
{
  g_autoptr (PangoLayout) text = muster_plot_create_text (self, caption, MUSTER_PLOT_LABEL);
  int width;

  pango_layout_get_pixel_size (text, &width, NULL);

  return width + 2 * CAPTION_PADDING_PX;
}

void
muster_plot_set_color (const MusterPlot *self, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (self->cr, color);
}

/** muster_plot_draw_rule: An upright line of one pixel over the whole area; @dash: (nullable): on and off, in pixels. */
void
muster_plot_draw_rule (const MusterPlot *self, double x, const GdkRGBA *color, const double *dash)
{
  cairo_save (self->cr);
  muster_plot_set_color (self, color);
  cairo_set_line_width (self->cr, 1);
  if (dash != NULL)
    cairo_set_dash (self->cr, dash, 2, 0);
  cairo_move_to (self->cr, floor (x) + .5, self->area.y);
  cairo_line_to (self->cr, floor (x) + .5, self->area.y + self->area.height);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/** muster_plot_draw_cursor: Where the keyboard or the pointer is: a rule, and a ring about the point. */
void
muster_plot_draw_cursor (const MusterPlot *self, double x, double y, double radius)
{
  muster_plot_draw_rule (self, x, &self->palette->dim, NULL);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius + 2 * RING_GAP_PX, 0, 2 * G_PI);
  muster_plot_set_color (self, &self->palette->foreground);
  cairo_set_line_width (self->cr, RING_WIDTH_PX);
  cairo_stroke (self->cr);
}

/* Beside its middle only where the area ends. */
static void
draw_caption (const MusterPlot *self, PangoLayout *text, double x, double y)
{
  int    width, height;
  double left;

  pango_layout_get_pixel_size (text, &width, &height);
  left = CLAMP (x - width / 2.0, self->area.x, MAX (self->area.x, self->area.x + self->area.width - width));
  muster_plot_set_color (self, &self->palette->background);
  cairo_rectangle (
      self->cr, left - CAPTION_PADDING_PX, y, width + 2 * CAPTION_PADDING_PX, height);
  cairo_fill (self->cr);
  muster_plot_show_text (self, text, left, y, &self->palette->data[0]);
}

/**
 * muster_plot_draw_chosen:
 * @radius: of the point at @x, @y
 * @ceiling: above it is nothing near the point
 * @caption: plain text
 *
 * The selected point: blue, in a ring, a leader up to its caption.
 */
void
muster_plot_draw_chosen (const MusterPlot *self,
                         double            x,
                         double            y,
                         double            radius,
                         double            ceiling,
                         const char       *caption)
{
  g_autoptr (PangoLayout) text = muster_plot_create_text (self, caption, MUSTER_PLOT_LABEL);
  double halo = radius + RING_GAP_PX + RING_WIDTH_PX;
  double top;
  int    width, height;

  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (text, &width, &height);
  if (width > self->area.width)
    pango_layout_set_width (text, (int) self->area.width * PANGO_SCALE);
  top = MAX (self->area.y + 1, MIN (ceiling - CAPTION_GAP_PX, y - halo - LEADER_PX) - height);

  muster_plot_set_color (self, &self->palette->data[0]);
  cairo_set_line_width (self->cr, 1);
  cairo_move_to (self->cr, floor (x) + .5, top + height);
  cairo_line_to (self->cr, floor (x) + .5, MAX (top + height, y - halo));
  cairo_stroke (self->cr);
  draw_caption (self, text, x, top);

  muster_plot_set_color (self, &self->palette->background);
  cairo_arc (self->cr, x, y, halo, 0, 2 * G_PI);
  cairo_fill (self->cr);
  muster_plot_set_color (self, &self->palette->data[0]);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (self->cr);
  cairo_set_line_width (self->cr, RING_WIDTH_PX);
  cairo_arc (self->cr, x, y, halo - RING_WIDTH_PX / 2, 0, 2 * G_PI);
  cairo_stroke (self->cr);
}
