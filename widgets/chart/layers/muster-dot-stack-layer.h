/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How values are spread: one dot a row, stacked in narrow bins; columns from 0 when there are too many for dots. */
#pragma once

#include "muster-layer.h"

G_BEGIN_DECLS

/* More rows than this are drawn as columns. */
#define MUSTER_DOT_STACK_MAX_DOTS 200

#define MUSTER_TYPE_DOT_STACK_LAYER (muster_dot_stack_layer_get_type ())
G_DECLARE_FINAL_TYPE (MusterDotStackLayer, muster_dot_stack_layer, MUSTER, DOT_STACK_LAYER, MusterLayer)

MusterLayer *muster_dot_stack_layer_new       (MusterSeries *series, guint value_column, guint level_column);
void         muster_dot_stack_layer_set_edges (MusterDotStackLayer *self, const double *edges, guint n_edges);
gboolean     muster_dot_stack_layer_is_dots   (MusterDotStackLayer *self);
guint        muster_dot_stack_layer_n_bins    (MusterDotStackLayer *self);
guint        muster_dot_stack_layer_get_bin   (MusterDotStackLayer *self, guint bin, double *from, double *to);

G_END_DECLS
