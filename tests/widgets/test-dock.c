/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dock: panels go anywhere, come back, and stand again where a record says. */

#include "muster-dock-private.h"
#include "muster-frame-header.h"
#include "muster-frame-tab.h"
#include "muster-panel-tab.h"

#include <adwaita.h>

typedef struct
{
  GtkWidget  *window;
  MusterDock *dock;
} Fixture;

static void
add (Fixture *fixture, const char *id, MusterDockArea home, gboolean is_kept)
{
  GtkWidget *panel = panel_widget_new ();

  panel_widget_set_id (PANEL_WIDGET (panel), id);
  panel_widget_set_title (PANEL_WIDGET (panel), id);
  panel_widget_set_child (PANEL_WIDGET (panel), gtk_button_new_with_label (id));
  muster_dock_add (fixture->dock, PANEL_WIDGET (panel), home, is_kept);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->dock = MUSTER_DOCK (muster_dock_new ());
  add (fixture, "openings", MUSTER_DOCK_START, TRUE);
  add (fixture, "inbox", MUSTER_DOCK_START, TRUE);
  add (fixture, "candidates", MUSTER_DOCK_CENTRE, TRUE);
  add (fixture, "fit", MUSTER_DOCK_END, TRUE);
  add (fixture, "activity", MUSTER_DOCK_BOTTOM, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->dock));
  for (MusterDockArea edge = MUSTER_DOCK_START; edge < MUSTER_DOCK_N_AREAS; edge++)
    muster_dock_set_revealed (fixture->dock, edge, TRUE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static const char *
where (Fixture *fixture, const char *id)
{
  return muster_dock_is_open (fixture->dock, id)
             ? muster_dock_area_name (muster_dock_get_area (fixture->dock, id))
             : "closed";
}

static void
check_frame_cb (PanelFrame *frame, gpointer user_data)
{
  guint *n_empty = user_data;

  g_assert_true (MUSTER_IS_FRAME_HEADER (panel_frame_get_header (frame)));
  *n_empty += panel_frame_get_empty (frame);
}

static guint
count_empty_frames (Fixture *fixture)
{
  guint n_empty = 0;

  panel_dock_foreach_frame (PANEL_DOCK (fixture->dock), check_frame_cb, &n_empty);

  return n_empty;
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  for (MusterDockArea area = MUSTER_DOCK_CENTRE; area < MUSTER_DOCK_N_AREAS; area++)
    {
      muster_dock_move (fixture->dock, "fit", area);
      settle ();
      g_assert_cmpstr (where (fixture, "fit"), ==, muster_dock_area_name (area));
      g_assert_true (muster_dock_get_revealed (fixture->dock, area));
      g_assert_true (panel_widget_get_id (muster_dock_get_current (fixture->dock)) != NULL);
    }
  /* Only the end, which it left, is empty, and it keeps one frame to come back to. */
  g_assert_cmpuint (count_empty_frames (fixture), ==, 1);
  g_assert_true (muster_dock_is_empty (fixture->dock, MUSTER_DOCK_END));
  muster_dock_move (fixture->dock, "fit", MUSTER_DOCK_END);
  g_assert_cmpstr (where (fixture, "fit"), ==, "end");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  guint n_closed = 0;

  g_signal_connect_swapped (fixture->dock, "panel-closed", G_CALLBACK (count_cb), &n_closed);
  muster_dock_move (fixture->dock, "fit", MUSTER_DOCK_BOTTOM);
  muster_dock_close (fixture->dock, "fit");
  settle ();
  g_assert_cmpstr (where (fixture, "fit"), ==, "closed");
  muster_dock_close (fixture->dock, "fit");
  g_assert_cmpuint (n_closed, ==, 1);

  muster_dock_present (fixture->dock, "fit");
  g_assert_cmpstr (where (fixture, "fit"), ==, "bottom");

  /* What is not kept is forgotten. */
  add (fixture, "person:7", MUSTER_DOCK_CENTRE, FALSE);
  g_assert_cmpstr (where (fixture, "person:7"), ==, "centre");
  muster_dock_close (fixture->dock, "person:7");
  g_assert_null (muster_dock_get_panel (fixture->dock, "person:7"));
  muster_dock_present (fixture->dock, "person:7");
}

static void
test_layout (Fixture *fixture, gconstpointer data)
{
  g_autofree char *delivered = muster_dock_dup_layout (fixture->dock);
  g_autofree char *mine = NULL;
  g_autofree char *again = NULL;

  muster_dock_move (fixture->dock, "fit", MUSTER_DOCK_CENTRE);
  muster_dock_move (fixture->dock, "inbox", MUSTER_DOCK_BOTTOM);
  muster_dock_close (fixture->dock, "activity");
  muster_dock_set_revealed (fixture->dock, MUSTER_DOCK_START, FALSE);
  settle ();
  mine = muster_dock_dup_layout (fixture->dock);
  g_assert_cmpstr (mine, !=, delivered);

  g_assert_true (muster_dock_set_layout (fixture->dock, delivered));
  settle ();
  g_assert_cmpstr (where (fixture, "fit"), ==, "end");
  g_assert_cmpstr (where (fixture, "activity"), ==, "bottom");
  g_assert_true (muster_dock_get_revealed (fixture->dock, MUSTER_DOCK_START));
  again = muster_dock_dup_layout (fixture->dock);
  g_assert_cmpstr (again, ==, delivered);

  g_assert_true (muster_dock_set_layout (fixture->dock, mine));
  settle ();
  g_free (again);
  again = muster_dock_dup_layout (fixture->dock);
  g_assert_cmpstr (again, ==, mine);
  g_assert_cmpstr (where (fixture, "activity"), ==, "closed");
  g_assert_cmpstr (where (fixture, "inbox"), ==, "bottom");
  g_assert_false (muster_dock_get_revealed (fixture->dock, MUSTER_DOCK_START));

  muster_dock_reset (fixture->dock);
  settle ();
  g_assert_cmpstr (where (fixture, "activity"), ==, "bottom");
  g_assert_cmpstr (where (fixture, "inbox"), ==, "start");
  g_assert_cmpstr (where (fixture, "fit"), ==, "end");
}

static void
test_strange_layouts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *layout;
    gboolean    is_taken;
  } rows[] = {
    { "nothing", "", FALSE },
    { "no record", "hello", FALSE },
    { "another type", "(1, 2)", FALSE },
    { "a later version", "(2, [('fit','end',0,0,0,-1,true)], (1,1,1), (true,true,true))", FALSE },
    { "nobody known", "(1, [('moon','end',0,0,0,-1,true)], (1,1,1), (true,true,true))", FALSE },
    { "a place that is none", "(1, [('fit','attic',0,0,0,-1,true)], (1,1,1), (true,true,true))", FALSE },
    { "a column far out", "(1, [('fit','centre',4000000,0,0,-1,true)], (1,1,1), (true,true,true))", FALSE },
    { "one of many", "(1, [('fit','end',0,0,0,-1,true),('moon','end',0,0,0,-1,true)], (1,1,1), (true,true,true))", TRUE },
    { "split in the centre",
      "(1, [('candidates','centre',0,0,0,-1,true),('fit','centre',1,0,0,-1,true),('inbox','centre',0,1,0,-1,true)],"
      " (236,344,200), (true,true,true))",
      TRUE },
    { "negative sizes", "(1, [('fit','end',0,0,0,-7,true)], (-1,-1,-1), (false,false,false))", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *before = muster_dock_dup_layout (fixture->dock);
      g_autofree char *after = NULL;
      gboolean         is_taken = muster_dock_set_layout (fixture->dock, rows[i].layout);

      settle ();
      after = muster_dock_dup_layout (fixture->dock);
      if (is_taken != rows[i].is_taken)
        g_error ("%s: taken %d", rows[i].name, is_taken);
      if (!is_taken)
        g_assert_cmpstr (before, ==, after);
      muster_dock_reset (fixture->dock);
      settle ();
    }
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
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropTarget *found = find_drop_target (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As a drag does it: room is made, the drop arrives on a frame of an edge that was empty, everything is put in order. */
static void
test_drag_to_empty_edge (Fixture *fixture, gconstpointer data)
{
  PanelWidget    *fit = muster_dock_get_panel (fixture->dock, "fit");
  GtkWidget      *frame;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean        is_taken = FALSE;

  muster_dock_move (fixture->dock, "activity", MUSTER_DOCK_CENTRE);
  settle ();
  g_assert_true (muster_dock_is_empty (fixture->dock, MUSTER_DOCK_BOTTOM));

  muster_dock_begin_drag (fixture->dock, fit);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (muster_dock_get_revealed (fixture->dock, MUSTER_DOCK_BOTTOM));
  frame = panel_paned_get_nth_child (fixture->dock->panes[MUSTER_DOCK_BOTTOM], 0);
  g_value_init (&value, PANEL_TYPE_WIDGET);
  g_value_set_object (&value, fit);
  g_signal_emit_by_name (find_drop_target (frame), "drop", &value, 1.0, 1.0, &is_taken);
  muster_dock_end_drag (fixture->dock);
  settle ();

  g_assert_true (is_taken);
  g_assert_cmpstr (where (fixture, "fit"), ==, "bottom");
  g_assert_true (muster_dock_get_revealed (fixture->dock, MUSTER_DOCK_BOTTOM));
  g_assert_cmpuint (fixture->dock->placeholders->len, ==, 0);
  g_assert_cmpuint (count_empty_frames (fixture), ==, 1);
}

static GtkWidget *
find_tab (GtkWidget *widget, const char *id)
{
  if (MUSTER_IS_FRAME_TAB (widget)
      && g_strcmp0 (panel_widget_get_id (muster_frame_tab_get_panel (MUSTER_FRAME_TAB (widget))), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tab (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_head (Fixture *fixture, gconstpointer data)
{
  PanelWidget    *inbox = muster_dock_get_panel (fixture->dock, "inbox");
  MusterPanelTab *tab = muster_panel_tab_get (inbox);
  GtkWidget      *button = gtk_button_new_with_label ("+");

  g_assert_nonnull (find_tab (GTK_WIDGET (fixture->dock), "openings"));
  g_assert_nonnull (find_tab (GTK_WIDGET (fixture->dock), "inbox"));
  muster_panel_tab_set_count (tab, 4);
  muster_panel_tab_set_suffix (tab, button);
  muster_dock_present (fixture->dock, "openings");
  g_assert_null (gtk_widget_get_parent (button));
  muster_dock_present (fixture->dock, "inbox");
  settle ();
  g_assert_nonnull (gtk_widget_get_parent (button));

  /* The buttons go with their panel. */
  muster_dock_move (fixture->dock, "inbox", MUSTER_DOCK_END);
  settle ();
  g_assert_nonnull (gtk_widget_get_parent (button));
  g_assert_true (gtk_widget_is_ancestor (button, GTK_WIDGET (fixture->dock->panes[MUSTER_DOCK_END])));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  panel_init ();
#define ADD(name, test) g_test_add ("/dock/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("move", test_move);
  ADD ("close", test_close);
  ADD ("layout", test_layout);
  ADD ("strange-layouts", test_strange_layouts);
  ADD ("drag-to-empty-edge", test_drag_to_empty_edge);
  ADD ("head", test_head);

  return g_test_run ();
}
