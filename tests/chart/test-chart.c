/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool's chart as somebody uses it: dots in the colours of their bands, picked by pointer and keys, told to screen
 * readers, and taken out as picture, PDF and table. */

#include "muster-chart-fixture.h"

#include "muster-chart-private.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_PEOPLE 13 /* with 30, 35 ... 90 points, nobody like another */

#define ASSERT_SAYS(widget, property, text)                                                                            \
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), property, text)

typedef MusterChartFixture Fixture;

static const MusterChartCase cases[] = {
  { "light", NULL, GTK_TEXT_DIR_LTR, N_PEOPLE, 720 },
  { "dark", "style-dark.css", GTK_TEXT_DIR_LTR, N_PEOPLE, 720 },
  { "narrow", NULL, GTK_TEXT_DIR_LTR, N_PEOPLE, 400 },
  { "from the right", NULL, GTK_TEXT_DIR_RTL, N_PEOPLE, 720 },
};

/* Where the dot of @row is in the plot, and what colours the plot has. */
static MusterSpot
locate (Fixture *fixture, guint row, MusterPalette *palette)
{
  GtkWidget        *view = muster_chart_get_plot (fixture->chart);
  cairo_rectangle_t whole = { 0, 0, gtk_widget_get_width (view), gtk_widget_get_height (view) };
  MusterPlot        plot;
  MusterSpot        spot;

  muster_chart_plot_of_view (fixture->chart, &plot, palette, NULL);
  muster_chart_lay_out (fixture->chart, &plot, &whole);
  g_assert_true (muster_layer_locate (muster_chart_main_layer (fixture->chart), &plot, row, &spot));

  return spot;
}

static guint32
pixel_of_color (const GdkRGBA *color)
{
  return 0xff000000u | (guint32) (color->red * 255 + .5) << 16 | (guint32) (color->green * 255 + .5) << 8
         | (guint32) (color->blue * 255 + .5);
}

static void
assert_near (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)), <=, 2);
}

/* Every dot has at its centre the colour of its band, and stands farther along than who has fewer points. */
static void
test_dots (Fixture *fixture, gconstpointer data)
{
  const MusterChartCase *chart_case = data;
  GtkWidget             *view = muster_chart_get_plot (fixture->chart);
  int                    width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  cairo_surface_t       *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t               *cr = cairo_create (surface);
  MusterPalette          palette;
  double                 last = 0;

  muster_chart_draw_view_cb (GTK_DRAWING_AREA (view), cr, width, height, fixture->chart);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint row = 0; row < N_PEOPLE; row++)
    {
      const double total = 30 + 5 * row;
      const guint  level = total >= 80 ? 4 : total >= 60 ? 3 : total >= 40 ? 2 : 1;
      MusterSpot   spot = locate (fixture, row, &palette);
      double       onward = chart_case->direction == GTK_TEXT_DIR_RTL ? width - spot.x : spot.x;
      const guchar *line = cairo_image_surface_get_data (surface)
                           + (int) spot.y * cairo_image_surface_get_stride (surface);

      assert_near (((const guint32 *) (gconstpointer) line)[(int) spot.x], pixel_of_color (&palette.levels[level]));
      g_assert_cmpfloat (onward, >, last);
      last = onward;
    }
  cairo_surface_destroy (surface);
}

static void
activated_cb (MusterPoolChart *pool, gint64 id, gint64 *activated)
{
  *activated = id;
}

static void
test_picking (Fixture *fixture, gconstpointer data)
{
  MusterPalette palette;
  gint64        activated = 0;

  g_signal_connect (fixture->pool, "person-activated", G_CALLBACK (activated_cb), &activated);
  for (guint row = 0; row < N_PEOPLE; row++)
    {
      MusterSpot spot = locate (fixture, row, &palette);

      muster_chart_fixture_click (fixture, spot.x, spot.y);
      g_assert_cmpint (activated, ==, row + 1);
      g_assert_cmpint (muster_pool_chart_get_selected_id (fixture->pool), ==, row + 1);
    }

  activated = 0;
  muster_chart_fixture_click (fixture, 1, 1);
  g_assert_cmpint (activated, ==, 0);
  g_assert_cmpint (muster_pool_chart_get_selected_id (fixture->pool), ==, N_PEOPLE);
}

/* Arrows go over the paper: where one reads from the right, Left is onward. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  const MusterChartCase *chart_case = data;
  const gboolean         is_rtl = chart_case->direction == GTK_TEXT_DIR_RTL;
  const guint            onward = is_rtl ? GDK_KEY_Left : GDK_KEY_Right;
  const guint            back = is_rtl ? GDK_KEY_Right : GDK_KEY_Left;
  gint64                 activated = 0;

  g_signal_connect (fixture->pool, "person-activated", G_CALLBACK (activated_cb), &activated);
  muster_chart_fixture_press (fixture, GDK_KEY_Home, 0);
  g_assert_cmpint (muster_chart_get_cursor (fixture->chart), ==, 0);
  muster_chart_fixture_press (fixture, onward, 0);
  muster_chart_fixture_press (fixture, onward, 0);
  muster_chart_fixture_press (fixture, back, 0);
  g_assert_cmpint (muster_chart_get_cursor (fixture->chart), ==, 1);
  g_assert_cmpstr (muster_chart_get_reading (fixture->chart), ==, "Candidate 1<b>: 35, Weak");
  muster_chart_fixture_press (fixture, onward, GDK_CONTROL_MASK);
  g_assert_cmpint (muster_chart_get_cursor (fixture->chart), ==, 11);
  muster_chart_fixture_press (fixture, GDK_KEY_End, 0);
  muster_chart_fixture_press (fixture, onward, 0);
  g_assert_cmpint (muster_chart_get_cursor (fixture->chart), ==, N_PEOPLE - 1);
  g_assert_cmpint (activated, ==, 0);
  muster_chart_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (activated, ==, N_PEOPLE);
  muster_chart_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpint (muster_chart_get_cursor (fixture->chart), ==, MUSTER_CHART_NOTHING);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget       *plot = muster_chart_get_plot (fixture->chart);
  g_autofree char *both = NULL;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_ROLE_IMG);
  ASSERT_SAYS (plot, GTK_ACCESSIBLE_PROPERTY_LABEL, "Fit across the pool");
  g_assert_cmpstr (muster_pool_chart_get_sentence (fixture->pool), !=, "");
  ASSERT_SAYS (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, muster_pool_chart_get_sentence (fixture->pool));
  muster_chart_fixture_press (fixture, GDK_KEY_Home, 0);
  both = g_strdup_printf ("%s %s", muster_chart_get_reading (fixture->chart), muster_pool_chart_get_sentence (fixture->pool));
  ASSERT_SAYS (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both);
}

typedef gboolean (*SaveFunc) (MusterChart *chart, GFile *file, GError **error);

static GBytes *
save (Fixture *fixture, SaveFunc func)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes          *bytes;

  g_assert_true (func (fixture->chart, file, &error));
  g_assert_no_error (error);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return bytes;
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  static const char csv_begin[] = "\357\273\277Candidate,Fit,Band\r\nCandidate 0<b>,30,Weak\r\nCandidate 1<b>,35,Weak\r\n"
                                  "\"'=cmd|' /C calc'!A0, \"\"x\"\"\",40,Possible\r\n";
  static const guchar png_size[] = { 0, 0, 5, 0xa0, 0, 0, 3, 0x20 }; /* 1440 × 800 */
  g_autoptr (GBytes) png = save (fixture, muster_chart_save_png);
  g_autoptr (GBytes) pdf = save (fixture, muster_chart_save_pdf);
  g_autoptr (GBytes) csv = save (fixture, muster_chart_save_csv);
  const char *bytes = g_bytes_get_data (png, NULL);

  g_assert_cmpmem (bytes, 8, "\211PNG\r\n\032\n", 8);
  g_assert_cmpmem (bytes + 16, sizeof png_size, png_size, sizeof png_size);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_cmpuint (g_bytes_get_size (csv), >, sizeof csv_begin);
  g_assert_cmpmem (g_bytes_get_data (csv, NULL), sizeof csv_begin - 1, csv_begin, sizeof csv_begin - 1);
}

/* A folder that is not there: the error says where, and nothing is made. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere-at-all/chart.png");
  g_autoptr (GError) error = NULL;

  g_assert_false (muster_chart_save_png (fixture->chart, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere-at-all/chart.png"));
}

static void
add (const char *name, const MusterChartCase *chart_case, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/chart/%s/%s", name, chart_case->name);

  g_test_add (path, Fixture, chart_case, muster_chart_fixture_set_up, test, muster_chart_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      add ("dots", &cases[i], test_dots);
      add ("picking", &cases[i], test_picking);
      add ("keys", &cases[i], test_keys);
    }
  add ("accessible", &cases[0], test_accessible);
  add ("files", &cases[0], test_files);
  add ("no-folder", &cases[0], test_no_folder);

  return g_test_run ();
}
