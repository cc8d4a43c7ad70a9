/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pool chart in a window of its own, with invented people. */
#pragma once

#include "muster-pool-chart.h"

typedef struct
{
  const char   *name;
  const char   *style; /* a file of resources/style besides style.css, or NULL */
  GtkTextDirection direction;
  guint         n_people;
  int           width_px;
} MusterChartCase;

typedef struct
{
  GtkWidget       *window;
  MusterPoolChart *pool;
  MusterChart     *chart;
  GtkCssProvider  *styles[2];
} MusterChartFixture;

void muster_chart_fixture_set_up    (MusterChartFixture *fixture, gconstpointer chart_case);
void muster_chart_fixture_tear_down (MusterChartFixture *fixture, gconstpointer chart_case);
void muster_chart_fixture_press     (MusterChartFixture *fixture, guint keyval, GdkModifierType state);
void muster_chart_fixture_click     (MusterChartFixture *fixture, double x, double y);
