/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all layers share: the series they draw, the news that it changed, the nearest point to a place. */

#include "muster-layer.h"

#include <math.h>

#define PICK_RADIUS_PX 12 /* half of the smallest target that a finger or a tremor needs */

typedef struct
{
  MusterSeries *series;
  guint         x_column;
} MusterLayerPrivate;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterLayer, muster_layer, G_TYPE_OBJECT)

static void
muster_layer_dispose (GObject *object)
{
  MusterLayer        *self = MUSTER_LAYER (object);
  MusterLayerPrivate *priv = muster_layer_get_instance_private (self);

  if (priv->series != NULL)
    g_signal_handlers_disconnect_by_func (priv->series, muster_layer_changed, self);
  g_clear_object (&priv->series);

  G_OBJECT_CLASS (muster_layer_parent_class)->dispose (object);
}

static int
nearest_point (MusterLayer *self, const MusterPlot *plot, double x, double y)
{
  MusterLayerPrivate *priv = muster_layer_get_instance_private (self);
  double              least = PICK_RADIUS_PX;
  int                 nearest = -1;

  for (guint i = 0; priv->series != NULL && i < muster_series_get_n_rows (priv->series); i++)
    {
      MusterSpot spot;
      double     distance;

      if (!muster_layer_locate (self, plot, i, &spot))
        continue;
      distance = hypot (spot.x - x, spot.y - y);
      if (distance > least)
        continue;
      least = distance;
      nearest = (int) i;
    }

  return nearest;
}

static void
muster_layer_class_init (MusterLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_layer_dispose;
  klass->pick = nearest_point;

  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_layer_init (MusterLayer *self)
{
}

/**
 * muster_layer_set_series:
 * @series: whose rows are the points; the layer keeps a reference
 * @x_column: along which the cursor walks
 */
void
muster_layer_set_series (MusterLayer *self, MusterSeries *series, guint x_column)
{
  MusterLayerPrivate *priv;

  g_return_if_fail (MUSTER_IS_LAYER (self));
  g_return_if_fail (MUSTER_IS_SERIES (series));

  priv = muster_layer_get_instance_private (self);
  if (priv->series != NULL)
    g_signal_handlers_disconnect_by_func (priv->series, muster_layer_changed, self);
  g_set_object (&priv->series, series);
  priv->x_column = x_column;
  g_signal_connect_swapped (series, "items-changed", G_CALLBACK (muster_layer_changed), self);
  muster_layer_changed (self);
}

/** muster_layer_get_series: Returns: (transfer none) (nullable): NULL for a layer without points. */
MusterSeries *
muster_layer_get_series (MusterLayer *self)
{
  MusterLayerPrivate *priv = muster_layer_get_instance_private (self);

  return priv->series;
}

guint
muster_layer_get_x_column (MusterLayer *self)
{
  MusterLayerPrivate *priv = muster_layer_get_instance_private (self);

  return priv->x_column;
}

/** muster_layer_changed: Tells that it must be drawn anew. */
void
muster_layer_changed (MusterLayer *self)
{
  g_return_if_fail (MUSTER_IS_LAYER (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

MusterExtent
muster_layer_extent (MusterLayer *self)
{
  MusterExtent extent = { NAN, NAN, NAN, NAN };

  if (MUSTER_LAYER_GET_CLASS (self)->extent != NULL)
    MUSTER_LAYER_GET_CLASS (self)->extent (self, &extent);

  return extent;
}

double
muster_layer_headroom (MusterLayer *self, const MusterPlot *plot)
{
  if (MUSTER_LAYER_GET_CLASS (self)->headroom == NULL)
    return 0;

  return MUSTER_LAYER_GET_CLASS (self)->headroom (self, plot);
}

void
muster_layer_draw (MusterLayer *self, const MusterPlot *plot)
{
  MUSTER_LAYER_GET_CLASS (self)->draw (self, plot);
}

gboolean
muster_layer_locate (MusterLayer *self, const MusterPlot *plot, guint row, MusterSpot *spot)
{
  MusterLayerPrivate *priv = muster_layer_get_instance_private (self);

  if (MUSTER_LAYER_GET_CLASS (self)->locate == NULL || priv->series == NULL)
    return FALSE;
  if (row >= muster_series_get_n_rows (priv->series))
    return FALSE;

  return MUSTER_LAYER_GET_CLASS (self)->locate (self, plot, row, spot);
}

int
muster_layer_pick (MusterLayer *self, const MusterPlot *plot, double x, double y)
{
  return MUSTER_LAYER_GET_CLASS (self)->pick (self, plot, x, y);
}

double
muster_layer_ceiling (MusterLayer *self, const MusterPlot *plot, double x_from, double x_to)
{
  if (MUSTER_LAYER_GET_CLASS (self)->ceiling == NULL)
    return plot->area.y + plot->area.height;

  return MUSTER_LAYER_GET_CLASS (self)->ceiling (self, plot, x_from, x_to);
}

/** muster_layer_caption: Returns: (transfer full): the label of the row where the layer has nothing else to say. */
char *
muster_layer_caption (MusterLayer *self, guint row)
{
  if (MUSTER_LAYER_GET_CLASS (self)->caption == NULL)
    return g_strdup (muster_series_get_label (muster_layer_get_series (self), row));

  return MUSTER_LAYER_GET_CLASS (self)->caption (self, row);
}

char *
muster_layer_describe (MusterLayer *self, guint row)
{
  if (MUSTER_LAYER_GET_CLASS (self)->describe == NULL)
    return muster_layer_caption (self, row);

  return MUSTER_LAYER_GET_CLASS (self)->describe (self, row);
}

/** muster_layer_has_key: Returns: whether a legend can name it. */
gboolean
muster_layer_has_key (MusterLayer *self)
{
  return MUSTER_LAYER_GET_CLASS (self)->draw_key != NULL && muster_layer_get_series (self) != NULL;
}

void
muster_layer_draw_key (MusterLayer *self, const MusterPlot *plot, double x, double y, double size_px)
{
  g_return_if_fail (muster_layer_has_key (self));

  MUSTER_LAYER_GET_CLASS (self)->draw_key (self, plot, x, y, size_px);
}
