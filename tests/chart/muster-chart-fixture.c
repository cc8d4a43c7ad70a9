/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Person i has the id i + 1 and 30 + 5 × (i mod 13) points; the third has a name that a spreadsheet would compute. */

#include "muster-chart-fixture.h"

static GtkCssProvider *
load_style (const char *name, guint order)
{
  GtkCssProvider  *provider = gtk_css_provider_new ();
  g_autofree char *path = g_strdup_printf ("/org/musterhr/Muster/%s", name);

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + order);

  return provider;
}

static void
fill (MusterPoolChart *pool, guint n_people)
{
  g_autofree MusterPoolPoint *points = g_new0 (MusterPoolPoint, n_people + 1);

  for (guint i = 0; i < n_people; i++)
    {
      double total = 30 + 5 * (i % 13);

      points[i].id = i + 1;
      points[i].name = i == 2 ? g_strdup ("=cmd|' /C calc'!A0, \"x\"") : g_strdup_printf ("Candidate %u<b>", i);
      points[i].total = total;
      points[i].band = total >= 80 ? 3 : total >= 60 ? 2 : total >= 40 ? 1 : 0;
    }
  muster_pool_chart_set_people (pool, points, n_people);
  for (guint i = 0; i < n_people; i++)
    g_free (points[i].name);
}

void
muster_chart_fixture_set_up (MusterChartFixture *fixture, gconstpointer data)
{
  const MusterChartCase *chart_case = data;

  gtk_widget_set_default_direction (chart_case->direction);
  fixture->styles[0] = load_style ("style.css", 0);
  if (chart_case->style != NULL)
    fixture->styles[1] = load_style (chart_case->style, 1);
  fixture->window = gtk_window_new ();
  fixture->pool = MUSTER_POOL_CHART (muster_pool_chart_new ());
  fixture->chart = muster_pool_chart_get_chart (fixture->pool);
  fill (fixture->pool, chart_case->n_people);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), chart_case->width_px, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pool));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

void
muster_chart_fixture_tear_down (MusterChartFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->styles); i++)
    if (fixture->styles[i] != NULL)
      {
        gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                       GTK_STYLE_PROVIDER (fixture->styles[i]));
        g_object_unref (fixture->styles[i]);
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }

  g_assert_not_reached ();
}

/* As the plot's key controller gets it. */
void
muster_chart_fixture_press (MusterChartFixture *fixture, guint keyval, GdkModifierType state)
{
  GtkWidget *plot = muster_chart_get_plot (fixture->chart);
  gboolean   is_taken = FALSE;

  g_signal_emit_by_name (
      find_controller (plot, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0, state, &is_taken);
  g_assert_true (is_taken);
}

void
muster_chart_fixture_click (MusterChartFixture *fixture, double x, double y)
{
  g_signal_emit_by_name (
      find_controller (muster_chart_get_plot (fixture->chart), GTK_TYPE_GESTURE_CLICK), "pressed", 1, x, y);
}
