/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of numbers with one label a row, and at the same time the list model of a table of them. A column can
 * count words: then its numbers choose one of them. NaN is a missing value. Main loop only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_SERIES_MAX_COLUMNS 8

/* A GListModel of MusterSeriesRow. */
#define MUSTER_TYPE_SERIES (muster_series_get_type ())
G_DECLARE_FINAL_TYPE (MusterSeries, muster_series, MUSTER, SERIES, GObject)

#define MUSTER_TYPE_SERIES_ROW (muster_series_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterSeriesRow, muster_series_row, MUSTER, SERIES_ROW, GObject)

MusterSeries *muster_series_new              (const char *name, const char *label_title);
guint         muster_series_add_column       (MusterSeries *self, const char *title, guint n_digits);
guint         muster_series_add_words        (MusterSeries *self, const char *title, const char *const *words);
void          muster_series_set_rows         (MusterSeries      *self,
                                              const char *const *labels,
                                              const double      *values,
                                              guint              n_rows);
const char   *muster_series_get_name         (MusterSeries *self);
const char   *muster_series_get_label_title  (MusterSeries *self);
guint         muster_series_get_n_columns    (MusterSeries *self);
const char   *muster_series_get_column_title (MusterSeries *self, guint column);
gboolean      muster_series_column_has_words (MusterSeries *self, guint column);
guint         muster_series_get_n_rows       (MusterSeries *self);
const char   *muster_series_get_label        (MusterSeries *self, guint row);
double        muster_series_get_value        (MusterSeries *self, guint column, guint row);
char         *muster_series_dup_text         (MusterSeries *self, guint column, guint row);
gboolean      muster_series_get_extent       (MusterSeries *self, guint column, double *min, double *max);
const guint  *muster_series_get_order        (MusterSeries *self, guint column);
int           muster_series_step             (MusterSeries *self, guint column, int row, int n_steps);

MusterSeries *muster_series_row_get_series   (MusterSeriesRow *self);
guint         muster_series_row_get_index    (MusterSeriesRow *self);

G_END_DECLS
