/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin horizontal bar for a score of 100. Presentation only: the figure beside it carries the meaning. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: value (d, 0..100), level (u, 0..4: the colour, see muster-palette.h). */
#define MUSTER_TYPE_SCORE_BAR (muster_score_bar_get_type ())
G_DECLARE_FINAL_TYPE (MusterScoreBar, muster_score_bar, MUSTER, SCORE_BAR, GtkWidget)

GtkWidget *muster_score_bar_new       (void);
double     muster_score_bar_get_value (MusterScoreBar *self);
void       muster_score_bar_set_value (MusterScoreBar *self, double value);
guint      muster_score_bar_get_level (MusterScoreBar *self);
void       muster_score_bar_set_level (MusterScoreBar *self, guint level);

G_END_DECLS
