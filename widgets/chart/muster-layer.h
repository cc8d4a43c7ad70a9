/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One kind of mark in a plot. A plain object, no widget: it also draws into pictures and runs in tests. Main loop
 * only. */
#pragma once

#include "muster-plot.h"
#include "muster-series.h"

G_BEGIN_DECLS

/* What the marks cover; NaN in a direction in which they have no values. */
typedef struct
{
  double x_from;
  double x_to;
  double y_from;
  double y_to;
} MusterExtent;

/* Where one point is drawn, and how large. */
typedef struct
{
  double x;
  double y;
  double radius;
} MusterSpot;

#define MUSTER_TYPE_LAYER (muster_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (MusterLayer, muster_layer, MUSTER, LAYER, GObject)

/**
 * MusterLayerClass:
 * @extent: what the marks cover
 * @headroom: how many pixels it needs above the area
 * @draw: all marks
 * @locate: where a row is drawn; FALSE if it is not
 * @pick: the row at a place; -1 for none
 * @ceiling: above which height nothing is drawn from x to x, in pixels
 * @caption: (transfer full): a row in few words, beside its mark
 * @describe: (transfer full): a row in full, as the reading at the cursor
 * @draw_key: what its marks look like, for the legend, in a square of @size_px
 *
 * Only @draw must be there; a layer without points leaves out all that speak of rows.
 */
struct _MusterLayerClass
{
  GObjectClass parent_class;

  void     (*extent)   (MusterLayer *self, MusterExtent *extent);
  double   (*headroom) (MusterLayer *self, const MusterPlot *plot);
  void     (*draw)     (MusterLayer *self, const MusterPlot *plot);
  gboolean (*locate)   (MusterLayer *self, const MusterPlot *plot, guint row, MusterSpot *spot);
  int      (*pick)     (MusterLayer *self, const MusterPlot *plot, double x, double y);
  double   (*ceiling)  (MusterLayer *self, const MusterPlot *plot, double x_from, double x_to);
  char    *(*caption)  (MusterLayer *self, guint row);
  char    *(*describe) (MusterLayer *self, guint row);
  void     (*draw_key) (MusterLayer *self, const MusterPlot *plot, double x, double y, double size_px);
};

/* Signal: "changed", when it must be drawn anew. */
void          muster_layer_set_series (MusterLayer *self, MusterSeries *series, guint x_column);
MusterSeries *muster_layer_get_series (MusterLayer *self);
guint         muster_layer_get_x_column (MusterLayer *self);
void          muster_layer_changed    (MusterLayer *self);
MusterExtent  muster_layer_extent     (MusterLayer *self);
double        muster_layer_headroom   (MusterLayer *self, const MusterPlot *plot);
void          muster_layer_draw       (MusterLayer *self, const MusterPlot *plot);
gboolean      muster_layer_locate     (MusterLayer *self, const MusterPlot *plot, guint row, MusterSpot *spot);
int           muster_layer_pick       (MusterLayer *self, const MusterPlot *plot, double x, double y);
double        muster_layer_ceiling    (MusterLayer *self, const MusterPlot *plot, double x_from, double x_to);
char         *muster_layer_caption    (MusterLayer *self, guint row);
char         *muster_layer_describe   (MusterLayer *self, guint row);
gboolean      muster_layer_has_key    (MusterLayer *self);
void          muster_layer_draw_key   (MusterLayer *self, const MusterPlot *plot, double x, double y, double size_px);

G_END_DECLS
