/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a layer is told when it draws: where, with which colours, letters and scales. The same for screen, PNG and
 * PDF. Main loop only. */
#pragma once

#include "muster-palette.h"
#include "muster-scale.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_t             *cr; /* NULL while nothing is drawn but places are asked for */
  PangoContext        *letters;
  const MusterPalette *palette;
  cairo_rectangle_t    area; /* between the axes */
  MusterScale          x;
  MusterScale          y;
  gboolean             is_rtl;
} MusterPlot;

typedef enum
{
  MUSTER_PLOT_TICK,  /* 9 pt */
  MUSTER_PLOT_LABEL, /* 9 pt, bold */
  MUSTER_PLOT_TITLE, /* 11 pt, bold */
} MusterPlotFace;

PangoLayout *muster_plot_create_text (const MusterPlot *self, const char *text, MusterPlotFace face);
void         muster_plot_show_text   (const MusterPlot *self, PangoLayout *text, double x, double y, const GdkRGBA *color);
double       muster_plot_text_height (const MusterPlot *self, MusterPlotFace face);
double       muster_plot_caption_width (const MusterPlot *self, const char *caption);
void         muster_plot_set_color   (const MusterPlot *self, const GdkRGBA *color);
void         muster_plot_draw_rule   (const MusterPlot *self, double x, const GdkRGBA *color, const double *dash);
void         muster_plot_draw_cursor (const MusterPlot *self, double x, double y, double radius);
void         muster_plot_draw_chosen (const MusterPlot *self,
                                      double            x,
                                      double            y,
                                      double            radius,
                                      double            ceiling,
                                      const char       *caption);

G_END_DECLS
