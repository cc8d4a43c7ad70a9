/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the chart share. */
#pragma once

#include "muster-chart.h"

G_BEGIN_DECLS

struct _MusterChart
{
  GtkWidget   parent_instance;
  char       *title;
  char       *unit;
  char       *sentence;
  char       *reading; /* at the cursor; NULL without one */
  MusterAxis *x_axis;
  MusterAxis *y_axis;
  GPtrArray  *layers;
  int         selected;
  int         cursor;
  guint       cursor_layer; /* index into layers */
  gboolean    shows_table;

  GtkWidget         *content;
  GtkWidget         *title_label;
  GtkWidget         *unit_label;
  GtkWidget         *sentence_label;
  GtkStack          *stack;
  GtkWidget         *plot;
  GtkScrolledWindow *table_window;
  GtkPopover        *menu;
  GtkNativeDialog   *chooser; /* while one asks where to save */
};

/* muster-chart-plot.c */
void         muster_chart_lay_out      (MusterChart *self, MusterPlot *plot, const cairo_rectangle_t *whole);
void         muster_chart_draw_plot    (MusterChart *self, MusterPlot *plot, const cairo_rectangle_t *whole);
MusterLayer *muster_chart_main_layer   (MusterChart *self);
void         muster_chart_plot_of_view (MusterChart *self, MusterPlot *plot, MusterPalette *palette, cairo_t *cr);
void         muster_chart_draw_view_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer chart);

/* muster-chart-input.c */
void muster_chart_add_input  (MusterChart *self);
void muster_chart_show_menu  (MusterChart *self, const GdkRectangle *at);
void muster_chart_class_add_keys (GtkWidgetClass *widget_class);

/* muster-chart-table.c */
GtkWidget *muster_chart_create_table (MusterChart *self);

/* muster-chart-save.c */
void muster_chart_class_add_actions (GtkWidgetClass *widget_class);

G_END_DECLS
