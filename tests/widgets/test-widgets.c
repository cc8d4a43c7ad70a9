/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets by themselves, on a screen of their own: what they draw, what dropping does, and the property
 * rules for all of them. */

#include "muster-activity-row.h"
#include "muster-band-pips.h"
#include "muster-drop-area.h"
#include "muster-empty-state.h"
#include "muster-fit-bar.h"
#include "muster-frame-header.h"
#include "muster-page-canvas.h"
#include "muster-palette.h"
#include "muster-property-check.h"
#include "muster-score-bar.h"

#include <adwaita.h>

static void
test_properties (void)
{
  const GType types[]
      = { MUSTER_TYPE_ACTIVITY_ROW, MUSTER_TYPE_BAND_PIPS,    MUSTER_TYPE_DROP_AREA, MUSTER_TYPE_EMPTY_STATE,
          MUSTER_TYPE_FIT_BAR,      MUSTER_TYPE_FRAME_HEADER, MUSTER_TYPE_PAGE_CANVAS, MUSTER_TYPE_SCORE_BAR };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GObject *object = g_object_ref_sink (g_object_new (types[i], NULL));

      muster_check_properties (object);
      g_assert_finalize_object (object);
    }
}

/* Shows @widget in a window of a fixed size and gives back what it draws there. */
static GskRenderNode *
draw (GtkWidget *widget)
{
  GtkWidget     *window = gtk_window_new ();
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GdkPaintable  *paintable;
  GskRenderNode *node;

  gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  paintable = gtk_widget_paintable_new (widget);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_object_unref (paintable);
  gtk_window_destroy (GTK_WINDOW (window));

  return node;
}

/* Pixels of @node whose colour is @color. */
static guint
count_pixels (GskRenderNode *node, GdkRGBA color)
{
  graphene_rect_t  bounds;
  cairo_surface_t *surface;
  cairo_t         *cr;
  guint            n = 0;
  guint32 wanted = ((guint32) (color.red * 255 + .5) << 16) | ((guint32) (color.green * 255 + .5) << 8)
                   | (guint32) (color.blue * 255 + .5);

  gsk_render_node_get_bounds (node, &bounds);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) (bounds.origin.x + bounds.size.width) + 1,
                                        (int) (bounds.origin.y + bounds.size.height) + 1);
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        const unsigned char *row
            = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

        n += (((const guint32 *) (const void *) row)[x] & 0xffffff) == wanted;
      }
  cairo_surface_destroy (surface);

  return n;
}

static const struct
{
  const char *name;
  double      value;
  guint       level;
  const char *color;
  guint       n_least, n_most; /* pixels of that colour on a bar of 60 x 6 */
} bars[] = {
  { "empty", 0, 4, "fit_strong", 0, 0 },
  { "half", 50, 3, "fit_good", 150, 180 },
  { "full", 100, 4, "fit_strong", 330, 360 },
  { "weak", 30, 1, "fit_weak", 85, 110 },
  { "rest is track", 50, 3, "track_color", 150, 180 },
};

static void
test_score_bar (gconstpointer data)
{
  guint          index = GPOINTER_TO_UINT (data);
  GtkWidget     *bar = g_object_ref_sink (muster_score_bar_new ());
  GskRenderNode *node;
  guint          n;

  muster_score_bar_set_value (MUSTER_SCORE_BAR (bar), bars[index].value);
  muster_score_bar_set_level (MUSTER_SCORE_BAR (bar), bars[index].level);
  node = draw (bar);
  g_assert_nonnull (node);
  n = count_pixels (node, muster_palette_lookup (bar, bars[index].color));
  g_assert_cmpuint (n, >=, bars[index].n_least);
  g_assert_cmpuint (n, <=, bars[index].n_most);
  g_assert_cmpint (
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (bar)), ==, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  gsk_render_node_unref (node);
  g_assert_finalize_object (bar);
}

static void
test_band_pips (void)
{
  guint n_before = 0;

  for (guint level = 1; level <= MUSTER_LEVEL_MAX; level++)
    {
      GtkWidget     *pips = g_object_ref_sink (muster_band_pips_new ());
      GskRenderNode *node;
      guint          n;

      muster_band_pips_set_level (MUSTER_BAND_PIPS (pips), level);
      node = draw (pips);
      n = count_pixels (node, muster_palette_lookup_level (pips, level));
      g_assert_cmpuint (n, >, n_before); /* each level fills one dot more */
      n_before = n;
      gsk_render_node_unref (node);
      g_assert_finalize_object (pips);
    }
}

static void
test_fit_bar (void)
{
  const double   limits[MUSTER_FIT_BAR_N_LIMITS] = { 40, 60, 80 };
  GtkWidget     *bar = g_object_ref_sink (muster_fit_bar_new ());
  GskRenderNode *node;

  muster_fit_bar_set_limits (MUSTER_FIT_BAR (bar), limits);
  muster_fit_bar_set_rules (MUSTER_FIT_BAR (bar), 46.8);
  muster_fit_bar_set_match (MUSTER_FIT_BAR (bar), 27.2);
  gtk_widget_set_size_request (bar, 300, -1);
  node = draw (bar);
  g_assert_cmpuint (count_pixels (node, muster_palette_lookup (bar, "fit_good")), >, 46 * 3 * 10);
  g_assert_cmpuint (count_pixels (node, muster_palette_lookup (bar, "data_1")), >, 27 * 3 * 10);
  g_assert_cmpuint (count_pixels (node, muster_palette_lookup (bar, "track_color")), >, 26 * 3 * 10);

  gsk_render_node_unref (node);
  g_assert_finalize_object (bar);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static void
files_dropped_cb (MusterDropArea *area, GdkFileList *list, gint64 place, guint *n_dropped)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  *n_dropped += g_slist_length (files);
}

static gboolean
drop (GtkWidget *area, const char *const *names)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GSList  *files = NULL;
  gboolean is_taken = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_path (names[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (area), "drop", &value, 0.0, 0.0, &is_taken);
  g_slist_free_full (files, g_object_unref);

  return is_taken;
}

static void
test_drop (void)
{
  GtkWidget *area = g_object_ref_sink (muster_drop_area_new ());
  guint      n_dropped = 0, n_lost = 0;

  g_signal_connect (area, "files-dropped", G_CALLBACK (files_dropped_cb), &n_dropped);
  g_signal_connect_swapped (area, "drop-lost", G_CALLBACK (g_atomic_int_inc), &n_lost);

  g_assert_true (drop (area, (const char *[]){ "/tmp/cv.pdf", "/tmp/photo.jpg", NULL }));
  g_assert_cmpuint (n_dropped, ==, 2);
  g_assert_false (drop (area, (const char *[]){ "/tmp/song.mp3", NULL }));
  g_assert_cmpuint (n_dropped, ==, 2);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_false (drop (area, (const char *[]){ NULL }));
  g_assert_cmpuint (n_lost, ==, 1);

  g_assert_finalize_object (area);
}

static void
test_activity_row (void)
{
  GtkWidget *row = g_object_ref_sink (muster_activity_row_new ());
  guint      n_pressed = 0;

  g_signal_connect_swapped (row, "action", G_CALLBACK (g_atomic_int_inc), &n_pressed);
  g_object_set (row,
                "title",
                "<b>cv & more</b>.pdf",
                "action-label",
                "Cancel",
                "is-running",
                TRUE,
                "fraction",
                .5,
                NULL);

  /* The button is the last child of the template's box. */
  GtkWidget *button = gtk_widget_get_last_child (gtk_widget_get_first_child (row));

  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_pressed, ==, 1);
  g_object_set (row, "action-label", NULL, NULL);
  g_assert_false (gtk_widget_get_visible (button));

  g_assert_finalize_object (row);
}

static void
load_style (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/musterhr/Muster/style.css");
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  panel_init ();
  load_style ();

  g_test_add_func ("/widgets/properties", test_properties);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/score-bar/%s", bars[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_score_bar);
    }
  g_test_add_func ("/widgets/band-pips", test_band_pips);
  g_test_add_func ("/widgets/fit-bar", test_fit_bar);
  g_test_add_func ("/widgets/drop", test_drop);
  g_test_add_func ("/widgets/activity-row", test_activity_row);

  return g_test_run ();
}
