/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A total of 100 as one thick bar of two parts, with the limits of the bands and their words above it. Presentation only. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_FIT_BAR_N_LIMITS 3

/* Properties: rules (d, 0..100: what the rules gave), match (d, 0..100: what the learned match added); together at most 100. */
#define MUSTER_TYPE_FIT_BAR (muster_fit_bar_get_type ())
G_DECLARE_FINAL_TYPE (MusterFitBar, muster_fit_bar, MUSTER, FIT_BAR, GtkWidget)

GtkWidget *muster_fit_bar_new        (void);
double     muster_fit_bar_get_rules  (MusterFitBar *self);
void       muster_fit_bar_set_rules  (MusterFitBar *self, double points);
double     muster_fit_bar_get_match  (MusterFitBar *self);
void       muster_fit_bar_set_match  (MusterFitBar *self, double points);
void       muster_fit_bar_set_limits (MusterFitBar *self, const double limits[MUSTER_FIT_BAR_N_LIMITS]); /* rising: where possible, good and strong begin */

G_END_DECLS
