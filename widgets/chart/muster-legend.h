/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line that names the series of a plot, where there are several. Main loop only. */
#pragma once

#include "muster-layer.h"

G_BEGIN_DECLS

/* A plot narrower than this has no room for it. */
#define MUSTER_LEGEND_MIN_WIDTH_PX 280

double muster_legend_height (GPtrArray *layers, const MusterPlot *plot, double width_px);
void   muster_legend_draw   (GPtrArray *layers, const MusterPlot *plot, double y);

G_END_DECLS
