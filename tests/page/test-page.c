/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page canvas: what lies where at which zoom, what is pointed at, what keys do, what a screen reader is
 * told, and that nothing shines through a mask. */

#include "muster-page-canvas.h"

#include "muster-page-mark.h"
#include "muster-page-sheet.h"
#include "muster-palette.h"

#include <math.h>

#define WIDTH_PX 600
#define HEIGHT_PX 500
#define PAGE_WIDTH_PT 600.0
#define PAGE_HEIGHT_PT 800.0
#define PICTURE_GREEN 0x00c000

typedef struct
{
  GtkWidget        *window;
  MusterPageCanvas *canvas;
  GtkWidget        *sheet;
  char             *activated;
} Fixture;

static const MusterPageBox boxes[] = {
  { "left-top", { { 40, 40 }, { 200, 20 } }, MUSTER_PAGE_BOX_EVIDENCE, "Work: fitter", NULL },
  { "left-bottom", { { 40, 700 }, { 200, 20 } }, MUSTER_PAGE_BOX_UNCERTAIN, "Certificate: welder", NULL },
  { "left-bottom", { { 40, 725 }, { 100, 20 } }, MUSTER_PAGE_BOX_UNCERTAIN, "Certificate: welder", NULL },
  { "right-top", { { 320, 40 }, { 200, 20 } }, MUSTER_PAGE_BOX_EVIDENCE, "Skill: pumps", NULL },
  { "photo", { { 320, 100 }, { 120, 140 } }, MUSTER_PAGE_BOX_MASKED, "Photo masked", "Photo masked" },
};

/* A page without words, one colour all over. */
static GdkTexture *
paint_picture (int width, int height)
{
  guint32    *pixels = g_new (guint32, (gsize) (width * height));
  GBytes     *bytes;
  GdkTexture *texture;

  for (int i = 0; i < width * height; i++)
    pixels[i] = 0xff000000u | PICTURE_GREEN;
  bytes = g_bytes_new_take (pixels, (gsize) (width * height) * sizeof *pixels);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) width * sizeof *pixels);
  g_bytes_unref (bytes);

  return texture;
}

static void
settle (Fixture *fixture)
{
  gtk_widget_queue_draw (fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
activated_cb (MusterPageCanvas *canvas, const char *id, Fixture *fixture)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup (id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) picture = paint_picture (60, 80);

  fixture->canvas = MUSTER_PAGE_CANVAS (muster_page_canvas_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->canvas), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  g_signal_connect (fixture->canvas, "box-activated", G_CALLBACK (activated_cb), fixture);
  muster_page_canvas_set_page (fixture->canvas, PAGE_WIDTH_PT, PAGE_HEIGHT_PT);
  muster_page_canvas_set_picture (fixture->canvas, picture);
  muster_page_canvas_set_boxes (fixture->canvas, boxes, G_N_ELEMENTS (boxes));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->sheet = find_child (GTK_WIDGET (fixture->canvas), MUSTER_TYPE_PAGE_SHEET);
  settle (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL); /* a new window focuses its first widget */
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_free (fixture->activated);
}

static GtkWidget *
nth_mark (Fixture *fixture, guint n)
{
  GtkWidget *mark = gtk_widget_get_first_child (fixture->sheet);

  while (n-- > 0)
    mark = gtk_widget_get_next_sibling (mark);

  return mark;
}

static graphene_rect_t
place_of (Fixture *fixture, guint n)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (nth_mark (fixture, n), fixture->sheet, &bounds));

  return bounds;
}

static double
get_number (Fixture *fixture, const char *property)
{
  double value;

  g_object_get (fixture->canvas, property, &value, NULL);

  return value;
}

static char *
dup_text (Fixture *fixture, const char *property)
{
  char *text;

  g_object_get (fixture->canvas, property, &text, NULL);

  return text;
}

static void
assert_text (Fixture *fixture, const char *property, const char *expected)
{
  g_autofree char *text = dup_text (fixture, property);

  g_assert_cmpstr (text, ==, expected);
}

static GtkEventController *
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->sheet);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  return NULL;
}

static void
move_to (Fixture *fixture, double x, double y)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x, y);
}

static void
click_at (Fixture *fixture, double x, double y)
{
  move_to (fixture, x, y);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_CLICK), "pressed", 1, x, y);
}

static void
test_fit (Fixture *fixture, gconstpointer data)
{
  double          zoom = get_number (fixture, "zoom");
  graphene_rect_t box = place_of (fixture, 0);

  g_assert_cmpfloat_with_epsilon (zoom, (WIDTH_PX - 36) / (PAGE_WIDTH_PT * 96 / 72), 1e-6);
  g_assert_cmpfloat_with_epsilon (get_number (fixture, "wished-dpi"), 96 * zoom, .1);
  g_assert_cmpfloat_with_epsilon (box.origin.x, 18 + 40 * zoom * 96 / 72 - MUSTER_PAGE_MARK_OUTSET_PX, 1);
  g_assert_cmpfloat_with_epsilon (box.size.width, 200 * zoom * 96 / 72 + 2 * MUSTER_PAGE_MARK_OUTSET_PX, 1);
}

static const struct
{
  const char *name;
  double      asked, got;
} zooms[] = {
  { "half", .5, .5 },
  { "as on paper", 1, 1 },
  { "largest", 4, 4 },
  { "between steps", .83, .83 },
};

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  guint           index = GPOINTER_TO_UINT (data);
  graphene_rect_t before = place_of (fixture, 0), after;
  double          ratio, centre_pt;
  gboolean        fits_width;

  centre_pt = (WIDTH_PX / 2.0 - (double) before.origin.x) / (double) before.size.width;
  ratio = zooms[index].got / get_number (fixture, "zoom");
  g_object_set (fixture->canvas, "zoom", zooms[index].asked, NULL);
  settle (fixture);
  after = place_of (fixture, 0);
  g_object_get (fixture->canvas, "fits-width", &fits_width, NULL);

  g_assert_false (fits_width);
  g_assert_cmpfloat_with_epsilon (get_number (fixture, "zoom"), zooms[index].got, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_number (fixture, "wished-dpi"), 96 * zooms[index].got, .2);
  g_assert_cmpfloat_with_epsilon (
      (double) after.size.width - 2, ((double) before.size.width - 2) * ratio, 2 * ratio + 1);
  /* What was in the middle stays there. */
  g_assert_cmpfloat_with_epsilon (
      (double) after.origin.x + centre_pt * (double) after.size.width, WIDTH_PX / 2.0, 3 * ratio + 3);

  g_object_set (fixture->canvas, "fits-width", TRUE, NULL);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon ((double) place_of (fixture, 0).size.width, (double) before.size.width, .1);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  double zoom = get_number (fixture, "zoom");

  muster_page_canvas_zoom_in (fixture->canvas);
  g_assert_cmpfloat_with_epsilon (get_number (fixture, "zoom"), .8, 1e-9); /* the next step above .705 */
  for (guint i = 0; i < 20; i++)
    muster_page_canvas_zoom_in (fixture->canvas);
  g_assert_cmpfloat_with_epsilon (get_number (fixture, "zoom"), 4, 1e-9);
  for (guint i = 0; i < 20; i++)
    muster_page_canvas_zoom_out (fixture->canvas);
  g_assert_cmpfloat_with_epsilon (get_number (fixture, "zoom"), .5, 1e-9);
  g_assert_cmpfloat (zoom, >, .5);
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t box = place_of (fixture, 3);
  double x = (double) (box.origin.x + box.size.width / 2), y = (double) (box.origin.y + box.size.height / 2);

  move_to (fixture, x, y);
  assert_text (fixture, "pointed", "right-top");
  move_to (fixture, 3, 3);
  assert_text (fixture, "pointed", NULL);

  click_at (fixture, x, y);
  assert_text (fixture, "pinned", "right-top");
  move_to (fixture, 3, 3);
  assert_text (fixture, "pointed", "right-top"); /* the pin holds it */
  click_at (fixture, x, y);
  assert_text (fixture, "pinned", NULL);
  click_at (fixture, x, y);
  click_at (fixture, 3, 3);
  assert_text (fixture, "pinned", NULL);
  assert_text (fixture, "pointed", NULL);
}

static void
test_masked_is_no_target (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t box = place_of (fixture, 4);

  click_at (fixture, (double) (box.origin.x + 20), (double) (box.origin.y + 20));
  assert_text (fixture, "pointed", NULL);
  assert_text (fixture, "pinned", NULL);
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat ((double) place_of (fixture, 1).origin.y, >, HEIGHT_PX);
  g_object_set (fixture->canvas, "pointed", "left-bottom", NULL);
  settle (fixture);
  g_assert_cmpfloat (
      (double) (place_of (fixture, 1).origin.y + place_of (fixture, 1).size.height), <, HEIGHT_PX);

  /* A resting pointer, under which the page moved, says nothing. */
  move_to (fixture, 100, 100);
  g_object_set (fixture->canvas, "pointed", "left-top", NULL);
  settle (fixture);
  move_to (fixture, 100, 100);
  assert_text (fixture, "pointed", "left-top");
  g_assert_cmpfloat ((double) place_of (fixture, 0).origin.y, >=, 0);
}

/* What is pointed at before its page is there lights up when it comes. */
static void
test_pointed_early (Fixture *fixture, gconstpointer data)
{
  muster_page_canvas_set_page (fixture->canvas, PAGE_WIDTH_PT, PAGE_HEIGHT_PT);
  g_object_set (fixture->canvas, "pointed", "left-bottom", NULL);
  settle (fixture);
  muster_page_canvas_set_boxes (fixture->canvas, boxes, G_N_ELEMENTS (boxes));
  settle (fixture);
  g_assert_cmpfloat ((double) place_of (fixture, 1).origin.y, <, HEIGHT_PX);
}

static void
press (Fixture *fixture, const char *key)
{
  /* The class's own bindings, as a key event would run them. */
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->sheet);
  GtkShortcutTrigger *wanted = gtk_shortcut_trigger_parse_string (key);
  gboolean            is_done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && k < g_list_model_get_n_items (G_LIST_MODEL (controller));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (!is_done && gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            is_done = gtk_shortcut_action_activate (
                gtk_shortcut_get_action (shortcut), 0, fixture->sheet, gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_object_unref (wanted);
  g_assert_true (is_done);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  static const char *order[] = { "left-top", "left-bottom", "right-top" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_true (gtk_widget_child_focus (fixture->sheet, GTK_DIR_TAB_FORWARD));
      assert_text (fixture, "pointed", order[i]);
    }
  g_assert_false (gtk_widget_child_focus (fixture->sheet, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (fixture->sheet, GTK_DIR_TAB_BACKWARD));
  assert_text (fixture, "pointed", "left-bottom");
  settle (fixture);
  g_assert_cmpfloat ((double) place_of (fixture, 1).origin.y, <, HEIGHT_PX);

  press (fixture, "space");
  assert_text (fixture, "pinned", "left-bottom");
  press (fixture, "Escape");
  assert_text (fixture, "pinned", NULL);
  press (fixture, "Return");
  g_assert_cmpstr (fixture->activated, ==, "left-bottom");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  assert_text (fixture, "pointed", NULL);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *evidence = GTK_ACCESSIBLE (nth_mark (fixture, 0));
  GtkAccessible *masked = GTK_ACCESSIBLE (nth_mark (fixture, 4));

  gtk_test_accessible_assert_role (evidence, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (evidence, GTK_ACCESSIBLE_PROPERTY_LABEL, "Work: fitter");
  gtk_test_accessible_assert_role (masked, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (masked, GTK_ACCESSIBLE_PROPERTY_LABEL, "Photo masked");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (nth_mark (fixture, 2)), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_object_set (fixture->canvas, "pinned", "left-top", NULL);
  gtk_test_accessible_assert_state (evidence, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
}

static cairo_surface_t *
draw (Fixture *fixture)
{
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  GdkPaintable    *paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->canvas));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH_PX, HEIGHT_PX);
  cairo_t         *cr = cairo_create (surface);
  GskRenderNode   *node;

  settle (fixture);
  gdk_paintable_snapshot (paintable, snapshot, WIDTH_PX, HEIGHT_PX);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  gsk_render_node_unref (node);
  g_object_unref (paintable);

  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, double x, double y)
{
  const unsigned char *row
      = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[(int) x] & 0xffffff;
}

/* Not one pixel of the picture is left where the mask lies. */
static void
test_mask_covers (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t  box = place_of (fixture, 4);
  cairo_surface_t *surface = draw (fixture);

  g_assert_cmphex (
      pixel_at (surface, (double) box.origin.x - 6, (double) box.origin.y + 10), ==, PICTURE_GREEN);
  for (float y = box.origin.y; y < box.origin.y + box.size.height; y++)
    for (float x = box.origin.x; x < box.origin.x + box.size.width; x++)
      {
        guint32 pixel = pixel_at (surface, (double) x, (double) y);
        int red = (int) (pixel >> 16 & 0xff), green = (int) (pixel >> 8 & 0xff), blue = (int) (pixel & 0xff);

        g_assert_cmpint (ABS (red - green), <, 12);
        g_assert_cmpint (ABS (green - blue), <, 12);
      }
  cairo_surface_destroy (surface);
}

/* Lines and fills by kind and state: the colour on the line at the left and that of the ground in the middle.
 */
static void
test_linked (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t box = place_of (fixture, 0);
  double          x = (double) box.origin.x, y = (double) (box.origin.y + box.size.height / 2);
  GdkRGBA         linked = muster_palette_lookup (fixture->sheet, "page_linked");
  guint32         wanted = ((guint32) lroundf (linked.red * 255) << 16)
                   | ((guint32) lroundf (linked.green * 255) << 8) | (guint32) lroundf (linked.blue * 255);
  cairo_surface_t *surface = draw (fixture);

  g_assert_cmphex (pixel_at (surface, x, y), !=, wanted);
  cairo_surface_destroy (surface);

  g_object_set (fixture->canvas, "pointed", "left-top", NULL);
  settle (fixture);
  surface = draw (fixture);
  g_assert_cmphex (pixel_at (surface, x, y), ==, wanted);
  g_assert_cmphex (pixel_at (surface, x + 1, y), ==, wanted); /* 2 px */
  g_assert_cmphex (pixel_at (surface, x + 20, y), !=, PICTURE_GREEN);
  cairo_surface_destroy (surface);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  guint      n_asked = 0;
  GtkWidget *button = find_child (GTK_WIDGET (fixture->canvas), GTK_TYPE_BUTTON);

  g_signal_connect_swapped (fixture->canvas, "failure-action", G_CALLBACK (g_atomic_int_inc), &n_asked);
  muster_page_canvas_set_failure (fixture->canvas, "The file asks for a password.", "Unlock…");
  settle (fixture);
  g_assert_false (gtk_widget_get_mapped (fixture->sheet));
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_asked, ==, 1);

  muster_page_canvas_set_failure (fixture->canvas, "The page is damaged.", NULL);
  settle (fixture);
  g_assert_false (gtk_widget_get_mapped (button));
  muster_page_canvas_set_page (fixture->canvas, PAGE_WIDTH_PT, PAGE_HEIGHT_PT);
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (fixture->sheet));
}

static void
test_loading (Fixture *fixture, gconstpointer data)
{
  GtkWidget *spinner = find_child (GTK_WIDGET (fixture->canvas), GTK_TYPE_SPINNER);
  g_autoptr (GdkTexture) picture = paint_picture (60, 80);

  muster_page_canvas_set_loading (fixture->canvas); /* there is a picture: it stays, without a spinner */
  muster_page_canvas_set_page (fixture->canvas, PAGE_WIDTH_PT, PAGE_HEIGHT_PT);
  muster_page_canvas_set_loading (fixture->canvas);
  g_assert_false (gtk_widget_get_mapped (spinner));
  while (!gtk_widget_get_mapped (spinner))
    g_main_context_iteration (NULL, TRUE);
  muster_page_canvas_set_picture (fixture->canvas, picture);
  g_assert_false (gtk_widget_get_mapped (spinner));
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
  load_style ();

#define ADD(name, test) g_test_add ("/page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("fit", test_fit);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page/zoom/%s", zooms[i].name);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_zoom, tear_down);
    }
  ADD ("steps", test_steps);
  ADD ("hover", test_hover);
  ADD ("masked-is-no-target", test_masked_is_no_target);
  ADD ("reveal", test_reveal);
  ADD ("pointed-early", test_pointed_early);
  ADD ("keys", test_keys);
  ADD ("names", test_names);
  ADD ("mask-covers", test_mask_covers);
  ADD ("linked", test_linked);
  ADD ("failure", test_failure);
  ADD ("loading", test_loading);
#undef ADD

  return g_test_run ();
}
