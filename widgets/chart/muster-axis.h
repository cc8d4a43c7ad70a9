/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One edge of a plot: what it covers, where its ticks stand, how they read. Main loop only. */
#pragma once

#include "muster-plot.h"

G_BEGIN_DECLS

typedef struct _MusterAxis MusterAxis;

MusterAxis *muster_axis_new          (void);
void        muster_axis_free         (MusterAxis *self);
void        muster_axis_set_domain   (MusterAxis *self, double from, double to);
void        muster_axis_set_ticks    (MusterAxis *self, const double *ticks, guint n_ticks);
void        muster_axis_set_counts   (MusterAxis *self, gboolean counts);
void        muster_axis_fit          (MusterAxis *self, double from, double to);
gboolean    muster_axis_is_shown     (MusterAxis *self);
MusterScale muster_axis_get_scale    (MusterAxis *self);
char       *muster_axis_dup_label    (MusterAxis *self, guint tick);
guint       muster_axis_get_n_ticks  (MusterAxis *self);
double      muster_axis_get_tick     (MusterAxis *self, guint tick);
double      muster_axis_label_width  (MusterAxis *self, const MusterPlot *plot, guint tick);
void        muster_axis_draw_across  (MusterAxis *self, const MusterPlot *plot);
void        muster_axis_draw_upright (MusterAxis *self, const MusterPlot *plot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAxis, muster_axis_free)

G_END_DECLS
