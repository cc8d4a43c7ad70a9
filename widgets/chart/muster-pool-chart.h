/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everybody of an opening stands: one dot a person over the total fit, bands as zones, the selected person
 * marked. Main loop only. */
#pragma once

#include <gtk/gtk.h>

#include "muster-chart.h"

G_BEGIN_DECLS

#define MUSTER_POOL_CHART_N_BANDS 4

/* A ranked person. */
typedef struct
{
  gint64 id;    /* any number but 0 */
  char  *name;  /* as it may be shown: a code while blind mode is on */
  double total; /* 0..100 */
  int    band;  /* 0 weak, 1 possible, 2 good, 3 strong */
} MusterPoolPoint;

/* Property: selected-id (x, 0 nobody).
 * Signal: "person-activated" (gint64 id), by click, or by Enter at the cursor. */
#define MUSTER_TYPE_POOL_CHART (muster_pool_chart_get_type ())
G_DECLARE_FINAL_TYPE (MusterPoolChart, muster_pool_chart, MUSTER, POOL_CHART, GtkWidget)

GtkWidget   *muster_pool_chart_new             (void);
MusterChart *muster_pool_chart_get_chart       (MusterPoolChart *self);
void         muster_pool_chart_set_people      (MusterPoolChart       *self,
                                                const MusterPoolPoint *points,
                                                guint                  n_points);
void         muster_pool_chart_set_limits      (MusterPoolChart *self,
                                                const double     limits[MUSTER_POOL_CHART_N_BANDS - 1]);
gint64       muster_pool_chart_get_selected_id (MusterPoolChart *self);
void         muster_pool_chart_set_selected_id (MusterPoolChart *self, gint64 id);
const char  *muster_pool_chart_get_sentence    (MusterPoolChart *self);

G_END_DECLS
