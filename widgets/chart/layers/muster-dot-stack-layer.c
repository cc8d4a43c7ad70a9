/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bins are three units wide or, so that none lies on both sides of a limit, a little more or less: each stretch
 * between two edges is cut into equal parts. In a bin the rows stand by rising value, so that the cursor climbs a stack
 * before it goes to the next. A dot has the colour of its row's level. */

#include "muster-dot-stack-layer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BIN_UNITS 3.0
#define MAX_EDGES 8
#define MAX_RADIUS_PX 5.2
#define MIN_RADIUS_PX 1.0
#define GAP_PX 1.0

typedef struct
{
  double from;
  double to;
  guint  n_rows;
  guint  level;
} Bin;

typedef struct
{
  guint bin;
  guint place; /* rows below it in the stack */
} Seat;

struct _MusterDotStackLayer
{
  MusterLayer parent_instance;
  guint       level_column;
  double      edges[MAX_EDGES];
  guint       n_edges;
  GArray     *bins;
  Seat       *seats;
  guint       n_seats;
  guint       highest;
};

G_DEFINE_FINAL_TYPE (MusterDotStackLayer, muster_dot_stack_layer, MUSTER_TYPE_LAYER)

static void
cut_bins (MusterDotStackLayer *self)
{
  g_array_set_size (self->bins, 0);
  for (guint i = 0; i + 1 < self->n_edges; i++)
    {
      double length = self->edges[i + 1] - self->edges[i];
      guint  n = (guint) CLAMP (round (length / BIN_UNITS), 1, 1000);

      for (guint j = 0; j < n; j++)
        {
          Bin bin = { self->edges[i] + length * j / n, self->edges[i] + length * (j + 1) / n, 0, 0 };

          g_array_append_val (self->bins, bin);
        }
    }
}

/* The last bin that begins at or below @value; what lies outside stands in the first or the last. */
static guint
find_bin (MusterDotStackLayer *self, double value)
{
  guint low = 0, high = self->bins->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->bins, Bin, middle).from <= value)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static guint
level_of (MusterDotStackLayer *self, guint row)
{
  double level = muster_series_get_value (muster_layer_get_series (MUSTER_LAYER (self)), self->level_column, row);

  return isfinite (level) ? (guint) CLAMP (level + 1, 0, MUSTER_LEVEL_MAX) : 0;
}

static void
seat_rows (MusterDotStackLayer *self)
{
  MusterSeries *series = muster_layer_get_series (MUSTER_LAYER (self));
  guint         column = muster_layer_get_x_column (MUSTER_LAYER (self));
  const guint  *order;

  g_clear_pointer (&self->seats, g_free);
  self->n_seats = self->highest = 0;
  cut_bins (self);
  if (series == NULL || self->bins->len == 0)
    return;

  order = muster_series_get_order (series, column);
  self->n_seats = muster_series_get_n_rows (series);
  self->seats = g_new0 (Seat, MAX (self->n_seats, 1));
  for (guint i = 0; i < self->n_seats; i++)
    {
      double value = muster_series_get_value (series, column, order[i]);
      guint  index = find_bin (self, value);
      Bin   *bin = &g_array_index (self->bins, Bin, index);

      if (isnan (value))
        {
          self->seats[order[i]].bin = G_MAXUINT;
          continue;
        }
      self->seats[order[i]] = (Seat){ index, bin->n_rows++ };
      bin->level = level_of (self, order[i]);
      self->highest = MAX (self->highest, bin->n_rows);
    }
}

gboolean
muster_dot_stack_layer_is_dots (MusterDotStackLayer *self)
{
  g_return_val_if_fail (MUSTER_IS_DOT_STACK_LAYER (self), TRUE);

  return self->n_seats <= MUSTER_DOT_STACK_MAX_DOTS;
}

guint
muster_dot_stack_layer_n_bins (MusterDotStackLayer *self)
{
  g_return_val_if_fail (MUSTER_IS_DOT_STACK_LAYER (self), 0);

  return self->bins->len;
}

/** muster_dot_stack_layer_get_bin: Returns: how many rows are from @from on and below @to. */
guint
muster_dot_stack_layer_get_bin (MusterDotStackLayer *self, guint bin, double *from, double *to)
{
  g_return_val_if_fail (MUSTER_IS_DOT_STACK_LAYER (self), 0);
  g_return_val_if_fail (bin < self->bins->len, 0);

  *from = g_array_index (self->bins, Bin, bin).from;
  *to = g_array_index (self->bins, Bin, bin).to;

  return g_array_index (self->bins, Bin, bin).n_rows;
}

static void
muster_dot_stack_layer_extent (MusterLayer *layer, MusterExtent *extent)
{
  MusterDotStackLayer *self = MUSTER_DOT_STACK_LAYER (layer);

  if (self->n_edges > 0)
    {
      extent->x_from = self->edges[0];
      extent->x_to = self->edges[self->n_edges - 1];
    }
  /* Dots are counted by looking; columns want an axis, and it begins at 0. */
  if (muster_dot_stack_layer_is_dots (self))
    return;

  extent->y_from = 0;
  extent->y_to = self->highest;
}

static double
bin_width_px (MusterDotStackLayer *self, const MusterPlot *plot)
{
  double least = plot->area.width;

  for (guint i = 0; i < self->bins->len; i++)
    {
      const Bin *bin = &g_array_index (self->bins, Bin, i);

      least = MIN (least, fabs (muster_scale_map (&plot->x, bin->to) - muster_scale_map (&plot->x, bin->from)));
    }

  return least;
}

/* The distance of dots in a stack. The topmost leaves room for a caption. */
static double
pitch_px (MusterDotStackLayer *self, const MusterPlot *plot)
{
  double room = plot->area.height - muster_plot_text_height (plot, MUSTER_PLOT_LABEL) - 4 * GAP_PX;
  double pitch = MIN (2 * MAX_RADIUS_PX + GAP_PX, bin_width_px (self, plot));

  if (self->highest > 0)
    pitch = MIN (pitch, room / self->highest);

  return MAX (pitch, 2 * MIN_RADIUS_PX);
}

static double
dot_y (const MusterPlot *plot, double pitch, guint place)
{
  return plot->area.y + plot->area.height - GAP_PX - pitch * (place + .5);
}

static gboolean
muster_dot_stack_layer_locate (MusterLayer *layer, const MusterPlot *plot, guint row, MusterSpot *spot)
{
  MusterDotStackLayer *self = MUSTER_DOT_STACK_LAYER (layer);
  double               pitch;
  const Bin           *bin;

  if (row >= self->n_seats || self->seats[row].bin >= self->bins->len)
    return FALSE;

  pitch = pitch_px (self, plot);
  bin = &g_array_index (self->bins, Bin, self->seats[row].bin);
  spot->x = muster_scale_map (&plot->x, (bin->from + bin->to) / 2);
  spot->radius = MIN ((pitch - GAP_PX) / 2, MAX_RADIUS_PX);
  spot->radius = MAX (spot->radius, MIN_RADIUS_PX);
  if (muster_dot_stack_layer_is_dots (self))
    spot->y = dot_y (plot, pitch, self->seats[row].place);
  else
    {
      spot->y = muster_scale_map (&plot->y, self->seats[row].place + .5);
      spot->radius = MIN (MAX_RADIUS_PX, bin_width_px (self, plot) / 4);
    }

  return TRUE;
}

static void
draw_column (const MusterPlot *plot, const Bin *bin)
{
  double from = muster_scale_map (&plot->x, bin->from);
  double to = muster_scale_map (&plot->x, bin->to);
  double top = muster_scale_map (&plot->y, bin->n_rows);
  double left = MIN (from, to) + GAP_PX / 2;

  cairo_rectangle (plot->cr, left, top, MAX (fabs (to - from) - GAP_PX, 1), plot->area.y + plot->area.height - top);
  muster_plot_set_color (plot, &plot->palette->levels[bin->level]);
  cairo_fill (plot->cr);
}

static void
muster_dot_stack_layer_draw (MusterLayer *layer, const MusterPlot *plot)
{
  MusterDotStackLayer *self = MUSTER_DOT_STACK_LAYER (layer);

  if (!muster_dot_stack_layer_is_dots (self))
    {
      for (guint i = 0; i < self->bins->len; i++)
        if (g_array_index (self->bins, Bin, i).n_rows > 0)
          draw_column (plot, &g_array_index (self->bins, Bin, i));
      return;
    }

  for (guint i = 0; i < self->n_seats; i++)
    {
      MusterSpot spot;

      if (!muster_dot_stack_layer_locate (layer, plot, i, &spot))
        continue;
      cairo_arc (plot->cr, spot.x, spot.y, spot.radius, 0, 2 * G_PI);
      muster_plot_set_color (plot, &plot->palette->levels[level_of (self, i)]);
      cairo_fill (plot->cr);
    }
}

/* The whole column is the target: a row in it is only a few pixels high. */
static int
muster_dot_stack_layer_pick (MusterLayer *layer, const MusterPlot *plot, double x, double y)
{
  MusterDotStackLayer *self = MUSTER_DOT_STACK_LAYER (layer);
  double               value = muster_scale_unmap (&plot->x, x);
  double               place = floor (muster_scale_unmap (&plot->y, y));
  guint                bin;

  if (muster_dot_stack_layer_is_dots (self))
    return MUSTER_LAYER_CLASS (muster_dot_stack_layer_parent_class)->pick (layer, plot, x, y);
  if (!muster_scale_contains (&plot->x, value) || place < 0)
    return -1;

  bin = find_bin (self, value);
  for (guint i = 0; i < self->n_seats; i++)
    if (self->seats[i].bin == bin && self->seats[i].place == place)
      return (int) i;

  return -1;
}

static double
muster_dot_stack_layer_ceiling (MusterLayer *layer, const MusterPlot *plot, double x_from, double x_to)
{
  MusterDotStackLayer *self = MUSTER_DOT_STACK_LAYER (layer);
  double               pitch = pitch_px (self, plot);
  double               ceiling = plot->area.y + plot->area.height;

  for (guint i = 0; i < self->bins->len; i++)
    {
      const Bin *bin = &g_array_index (self->bins, Bin, i);
      double     from = muster_scale_map (&plot->x, bin->from);
      double     to = muster_scale_map (&plot->x, bin->to);

      if (MAX (from, to) < x_from || MIN (from, to) > x_to || bin->n_rows == 0)
        continue;
      if (muster_dot_stack_layer_is_dots (self))
        ceiling = MIN (ceiling, dot_y (plot, pitch, bin->n_rows - 1) - pitch / 2);
      else
        ceiling = MIN (ceiling, muster_scale_map (&plot->y, bin->n_rows));
    }

  return ceiling;
}

/* "Candidate 7K · 74" */
static char *
muster_dot_stack_layer_caption (MusterLayer *layer, guint row)
{
  MusterSeries    *series = muster_layer_get_series (layer);
  g_autofree char *value = muster_series_dup_text (series, muster_layer_get_x_column (layer), row);

  return g_strdup_printf ("%s · %s", muster_series_get_label (series, row), value);
}

/* "Candidate 7K: 74, Good" */
static char *
muster_dot_stack_layer_describe (MusterLayer *layer, guint row)
{
  MusterSeries    *series = muster_layer_get_series (layer);
  g_autofree char *value = muster_series_dup_text (series, muster_layer_get_x_column (layer), row);
  g_autofree char *level = muster_series_dup_text (series, MUSTER_DOT_STACK_LAYER (layer)->level_column, row);

  /* Translators: the reading at the cursor of a chart: who, how much, which band. */
  return g_strdup_printf (_ ("%s: %s, %s"), muster_series_get_label (series, row), value, level);
}

static void
muster_dot_stack_layer_finalize (GObject *object)
{
  MusterDotStackLayer *self = MUSTER_DOT_STACK_LAYER (object);

  g_array_unref (self->bins);
  g_free (self->seats);

  G_OBJECT_CLASS (muster_dot_stack_layer_parent_class)->finalize (object);
}

static void
muster_dot_stack_layer_class_init (MusterDotStackLayerClass *klass)
{
  MusterLayerClass *layer_class = MUSTER_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_dot_stack_layer_finalize;
  layer_class->extent = muster_dot_stack_layer_extent;
  layer_class->draw = muster_dot_stack_layer_draw;
  layer_class->locate = muster_dot_stack_layer_locate;
  layer_class->pick = muster_dot_stack_layer_pick;
  layer_class->ceiling = muster_dot_stack_layer_ceiling;
  layer_class->caption = muster_dot_stack_layer_caption;
  layer_class->describe = muster_dot_stack_layer_describe;
}

static void
muster_dot_stack_layer_init (MusterDotStackLayer *self)
{
  self->bins = g_array_new (FALSE, TRUE, sizeof (Bin));
  /* Connected first, so whoever else listens finds the rows seated. */
  g_signal_connect (self, "changed", G_CALLBACK (seat_rows), NULL);
}

/**
 * muster_dot_stack_layer_new:
 * @value_column: what is spread
 * @level_column: 0 weak to 3 strong, chooses the colours
 *
 * Returns: (transfer full): without bins until the edges are told.
 */
MusterLayer *
muster_dot_stack_layer_new (MusterSeries *series, guint value_column, guint level_column)
{
  MusterDotStackLayer *self = g_object_new (MUSTER_TYPE_DOT_STACK_LAYER, NULL);

  self->level_column = level_column;
  muster_layer_set_series (MUSTER_LAYER (self), series, value_column);

  return MUSTER_LAYER (self);
}

/** muster_dot_stack_layer_set_edges: @edges: rising: both ends, and between them what no bin may lie across. */
void
muster_dot_stack_layer_set_edges (MusterDotStackLayer *self, const double *edges, guint n_edges)
{
  g_return_if_fail (MUSTER_IS_DOT_STACK_LAYER (self));
  g_return_if_fail (n_edges >= 2 && n_edges <= MAX_EDGES);

  for (guint i = 0; i < n_edges; i++)
    self->edges[i] = edges[i];
  self->n_edges = n_edges;
  muster_layer_changed (MUSTER_LAYER (self));
}
