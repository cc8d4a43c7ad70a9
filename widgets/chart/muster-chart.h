/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One widget for every chart of Muster: title, unit line, legend, a plot of layers, a sentence that says what is to
 * be seen, and a table of the same numbers. It goes out as picture, PDF and CSV. Main loop only. */
#pragma once

#include <gtk/gtk.h>

#include "muster-axis.h"
#include "muster-layer.h"

G_BEGIN_DECLS

#define MUSTER_CHART_NOTHING (-1)

/* Properties: title, unit, sentence (s), selected, cursor (i, MUSTER_CHART_NOTHING: none; a row of the first layer
 * that has points, and of the layer with the cursor), shows-table (b).
 * Signals: "point-activated" (guint row): a click, or Enter at the cursor; "message" (s): what became of a copy or a
 * file, for a toast, plain text.
 * Actions: chart.copy, chart.save-png, chart.save-pdf, chart.save-csv, chart.table (Ctrl+T). */
#define MUSTER_TYPE_CHART (muster_chart_get_type ())
G_DECLARE_FINAL_TYPE (MusterChart, muster_chart, MUSTER, CHART, GtkWidget)

GtkWidget   *muster_chart_new             (void);
void         muster_chart_set_title       (MusterChart *self, const char *title);
const char  *muster_chart_get_title       (MusterChart *self);
void         muster_chart_set_unit        (MusterChart *self, const char *unit);
const char  *muster_chart_get_unit        (MusterChart *self);
void         muster_chart_set_sentence    (MusterChart *self, const char *sentence);
const char  *muster_chart_get_sentence    (MusterChart *self);
MusterAxis  *muster_chart_get_x_axis      (MusterChart *self);
MusterAxis  *muster_chart_get_y_axis      (MusterChart *self);
void         muster_chart_add_layer       (MusterChart *self, MusterLayer *layer);
int          muster_chart_get_selected    (MusterChart *self);
void         muster_chart_set_selected    (MusterChart *self, int row);
int          muster_chart_get_cursor      (MusterChart *self);
void         muster_chart_set_cursor      (MusterChart *self, int row);
const char  *muster_chart_get_reading     (MusterChart *self);
gboolean     muster_chart_get_shows_table (MusterChart *self);
void         muster_chart_set_shows_table (MusterChart *self, gboolean shows_table);
GtkWidget   *muster_chart_get_plot        (MusterChart *self);

/* Out: muster-chart-export.c. */
cairo_surface_t *muster_chart_render   (MusterChart *self, int width_px, int height_px, double scale);
gboolean         muster_chart_save_png (MusterChart *self, GFile *file, GError **error);
gboolean         muster_chart_save_pdf (MusterChart *self, GFile *file, GError **error);
gboolean         muster_chart_save_csv (MusterChart *self, GFile *file, GError **error);
char            *muster_chart_dup_csv  (MusterChart *self);
void             muster_chart_copy     (MusterChart *self);

G_END_DECLS
