/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Good · 12" where there is room for it over every zone; otherwise word and number one above the other, and a word
 * that is still too long ends in an ellipsis. In high contrast dashed rules stand at the limits too. */

#include "muster-zone-layer.h"

#include <math.h>

#define LABEL_GAP_PX 5
#define SIDE_GAP_PX 2

static const double dash[2] = { 3, 3 };

struct _MusterZoneLayer
{
  MusterLayer parent_instance;
  double      edges[MUSTER_ZONE_LAYER_MAX_ZONES + 1];
  char       *words[MUSTER_ZONE_LAYER_MAX_ZONES];
  guint       counts[MUSTER_ZONE_LAYER_MAX_ZONES];
  guint       n_zones;
};

G_DEFINE_FINAL_TYPE (MusterZoneLayer, muster_zone_layer, MUSTER_TYPE_LAYER)

static void
clear_zones (MusterZoneLayer *self)
{
  for (guint i = 0; i < self->n_zones; i++)
    g_clear_pointer (&self->words[i], g_free);
  self->n_zones = 0;
}

static void
muster_zone_layer_finalize (GObject *object)
{
  clear_zones (MUSTER_ZONE_LAYER (object));

  G_OBJECT_CLASS (muster_zone_layer_parent_class)->finalize (object);
}

/* Left end and width in pixels of what is to be seen of a zone. */
static double
span_px (MusterZoneLayer *self, const MusterPlot *plot, guint zone, double *left)
{
  double from = muster_scale_map (&plot->x, CLAMP (self->edges[zone], plot->x.from, plot->x.to));
  double to = muster_scale_map (&plot->x, CLAMP (self->edges[zone + 1], plot->x.from, plot->x.to));

  *left = round (MIN (from, to));

  return round (MAX (from, to)) - *left;
}

static PangoLayout *
create_label (MusterZoneLayer *self, const MusterPlot *plot, guint zone, gboolean is_stacked)
{
  g_autofree char *text
      = g_strdup_printf (is_stacked ? "%s\n%u" : "%s · %u", self->words[zone], self->counts[zone]);
  PangoLayout *label = muster_plot_create_text (plot, text, MUSTER_PLOT_TICK);

  pango_layout_set_single_paragraph_mode (label, FALSE);

  return label;
}

static gboolean
must_stack (MusterZoneLayer *self, const MusterPlot *plot)
{
  for (guint i = 0; i < self->n_zones; i++)
    {
      g_autoptr (PangoLayout) label = create_label (self, plot, i, FALSE);
      double left;
      int    width;

      pango_layout_get_pixel_size (label, &width, NULL);
      if (width + 2 * SIDE_GAP_PX > span_px (self, plot, i, &left))
        return TRUE;
    }

  return FALSE;
}

static double
muster_zone_layer_headroom (MusterLayer *layer, const MusterPlot *plot)
{
  MusterZoneLayer *self = MUSTER_ZONE_LAYER (layer);
  double           line = muster_plot_text_height (plot, MUSTER_PLOT_TICK);

  if (self->n_zones == 0)
    return 0;

  return LABEL_GAP_PX + (must_stack (self, plot) ? 2 * line : line);
}

static void
draw_label (MusterZoneLayer *self, const MusterPlot *plot, guint zone, gboolean is_stacked)
{
  g_autoptr (PangoLayout) label = create_label (self, plot, zone, is_stacked);
  double left;
  double width = span_px (self, plot, zone, &left);
  int    height;

  if (width <= 0)
    return;

  pango_layout_set_width (label, (int) width * PANGO_SCALE);
  pango_layout_set_alignment (label, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (label, FALSE);
  pango_layout_get_pixel_size (label, NULL, &height);
  muster_plot_show_text (plot, label, left, plot->area.y - LABEL_GAP_PX - height, &plot->palette->dim);
}

static void
muster_zone_layer_draw (MusterLayer *layer, const MusterPlot *plot)
{
  MusterZoneLayer *self = MUSTER_ZONE_LAYER (layer);
  gboolean         is_stacked = must_stack (self, plot);

  for (guint i = 0; i < self->n_zones; i++)
    {
      double left;
      double width = span_px (self, plot, i, &left);

      if (i % 2 == 1)
        {
          muster_plot_set_color (plot, &plot->palette->zone);
          cairo_rectangle (plot->cr, left, plot->area.y, width, plot->area.height);
          cairo_fill (plot->cr);
        }
      if (plot->palette->is_plain && i > 0)
        muster_plot_draw_rule (plot, plot->is_rtl ? left + width : left, &plot->palette->foreground, dash);
      draw_label (self, plot, i, is_stacked);
    }
}

static void
muster_zone_layer_class_init (MusterZoneLayerClass *klass)
{
  MusterLayerClass *layer_class = MUSTER_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_zone_layer_finalize;
  layer_class->headroom = muster_zone_layer_headroom;
  layer_class->draw = muster_zone_layer_draw;
}

static void
muster_zone_layer_init (MusterZoneLayer *self)
{
}

/** muster_zone_layer_new: Returns: (transfer full): without zones. */
MusterLayer *
muster_zone_layer_new (void)
{
  return g_object_new (MUSTER_TYPE_ZONE_LAYER, NULL);
}

/**
 * muster_zone_layer_set_zones:
 * @edges: @n_zones + 1 values, rising
 * @words: what each zone is called
 * @counts: how many points lie in it
 */
void
muster_zone_layer_set_zones (MusterZoneLayer   *self,
                             const double      *edges,
                             const char *const *words,
                             const guint       *counts,
                             guint              n_zones)
{
  g_return_if_fail (MUSTER_IS_ZONE_LAYER (self));
  g_return_if_fail (n_zones > 0 && n_zones <= MUSTER_ZONE_LAYER_MAX_ZONES);

  clear_zones (self);
  self->n_zones = n_zones;
  self->edges[0] = edges[0];
  for (guint i = 0; i < n_zones; i++)
    {
      self->edges[i + 1] = edges[i + 1];
      self->words[i] = g_strdup (words[i]);
      self->counts[i] = counts[i];
    }
  muster_layer_changed (MUSTER_LAYER (self));
}
