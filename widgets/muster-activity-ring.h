/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring of 16 px that fills as work goes on. Drawing only: the button it stands in has the name. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Property: fraction (d, 0..1). */
#define MUSTER_TYPE_ACTIVITY_RING (muster_activity_ring_get_type ())
G_DECLARE_FINAL_TYPE (MusterActivityRing, muster_activity_ring, MUSTER, ACTIVITY_RING, GtkWidget)

GtkWidget *muster_activity_ring_new          (void);
double     muster_activity_ring_get_fraction (MusterActivityRing *self);
void       muster_activity_ring_set_fraction (MusterActivityRing *self, double fraction);

G_END_DECLS
