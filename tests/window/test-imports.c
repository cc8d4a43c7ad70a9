/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come in through the window, what it says about them, and what can be done then. */

#include "muster-window-fixture.h"
#include "muster-window-stall.h"

#include "muster-import-result.h"
#include "muster-library-blind.h"
#include "muster-panel-tab.h"
#include "muster-unlock-dialog.h"

#define FSI "\342\201\250"
#define PDI "\342\201\251"
#define RUNA "Runa Feldt\nruna.feldt@example.org\n\nSkills\nPump overhauls\n"

static const MusterWindowCase three = { 3, 1400 };

typedef MusterWindowFixture Fixture;

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static gboolean
has_result (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && find_window (MUSTER_TYPE_IMPORT_RESULT) != NULL;
}

static gboolean
has_no_result (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && find_window (MUSTER_TYPE_IMPORT_RESULT) == NULL;
}

static gboolean
has_toast (Fixture *fixture)
{
  return muster_find_widget (GTK_WIDGET (fixture->window->toasts), GTK_TYPE_LABEL, "1 file added") != NULL;
}

static gboolean
has_dialog (Fixture *fixture)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
import (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (paths, muster_window_fixture_write (fixture, name, text));
  muster_window_import (fixture->window, paths);
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = muster_find_widget (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_toast (Fixture *fixture, gconstpointer data)
{
  import (fixture, "runa.txt", RUNA);
  g_assert_true (gtk_widget_get_visible (fixture->window->ring_button));
  g_assert_true (fixture->window->is_inhibiting);
  muster_window_fixture_wait (fixture, has_toast);
  muster_window_fixture_wait (fixture, muster_window_fixture_is_quiet);

  g_assert_null (find_window (MUSTER_TYPE_IMPORT_RESULT));
  g_assert_false (gtk_widget_get_visible (fixture->window->ring_button));
  g_assert_false (fixture->window->is_inhibiting);
  g_assert_cmpuint (muster_panel_tab_get_count (muster_panel_tab_get (PANEL_WIDGET (fixture->window->activity_panel))),
                    ==,
                    0);

  press (GTK_WIDGET (fixture->window->toasts), "Show");
  muster_window_fixture_wait (fixture, has_result);
  g_assert_nonnull (
      muster_find_widget (GTK_WIDGET (find_window (MUSTER_TYPE_IMPORT_RESULT)), GTK_TYPE_LABEL, FSI "runa.txt" PDI));
}

static gboolean
is_taken_back (Fixture *fixture)
{
  return has_no_result (fixture)
         && muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                "Import taken back: 1 person and 1 document are gone")
                != NULL;
}

static void
test_result (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *result;

  g_ptr_array_add (paths, muster_window_fixture_write (fixture, "runa.txt", RUNA));
  g_ptr_array_add (paths, muster_window_fixture_write (fixture, "broken.pdf", "%PDF-1.7 and no more"));
  muster_window_import (fixture->window, paths);
  muster_window_fixture_wait (fixture, has_result);

  result = GTK_WIDGET (find_window (MUSTER_TYPE_IMPORT_RESULT));
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (result)));
  g_assert_nonnull (muster_find_widget (result, GTK_TYPE_LABEL, FSI "broken.pdf" PDI));
  g_assert_nonnull (muster_find_widget (result, GTK_TYPE_LABEL, "Import Finished"));
  g_assert_nonnull (muster_find_widget (result, GTK_TYPE_BUTTON, "Try Again"));
  g_assert_cmpuint (muster_panel_tab_get_count (muster_panel_tab_get (PANEL_WIDGET (fixture->window->activity_panel))),
                    ==,
                    1);

  press (result, "Undo Import");
  muster_window_fixture_wait (fixture, is_taken_back);
  g_assert_cmpuint (muster_panel_tab_get_count (muster_panel_tab_get (PANEL_WIDGET (fixture->window->activity_panel))),
                    ==,
                    0);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  import (fixture, "runa.txt", RUNA);
  gtk_window_close (GTK_WINDOW (fixture->window));
  muster_window_fixture_wait (fixture, has_dialog);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_window (ADW_TYPE_MESSAGE_DIALOG)), "stay");
  muster_window_fixture_wait (fixture, has_toast);
}

static void
test_unlock_dialog (Fixture *fixture, gconstpointer data)
{
  MusterUnlockDialog *dialog
      = muster_unlock_dialog_new (GTK_WINDOW (fixture->window), "/tmp/a <b>&\n.pdf", FALSE);

  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)),
                   ==,
                   "Unlock “" FSI "a <b>&\342\206\265.pdf" PDI "”?");
  g_assert_false (adw_message_dialog_get_heading_use_markup (ADW_MESSAGE_DIALOG (dialog)));
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "unlock"));
  gtk_editable_set_text (
      GTK_EDITABLE (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog))), "x");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "unlock"));
  gtk_window_destroy (GTK_WINDOW (dialog));
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

static gboolean
drop (Fixture *fixture, const char *path, double x, double y)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GSList  *files = g_slist_append (NULL, g_file_new_for_path (path));
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (
      find_drop_target (GTK_WIDGET (fixture->window->drop_area)), "drop", &value, x, y, &is_taken);
  g_slist_free_full (files, g_object_unref);

  return is_taken;
}

static gboolean
has_inbox (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture)
         && muster_panel_tab_get_count (muster_panel_tab_get (PANEL_WIDGET (fixture->window->inbox_panel))) == 1;
}

/* Over the row "Everyone" files go into no opening, whichever is chosen: they are in the inbox then. */
static void
test_drop_over_row (Fixture *fixture, gconstpointer data)
{
  GtkWidget       *area = GTK_WIDGET (fixture->window->drop_area);
  GtkWidget       *title
      = muster_find_widget (GTK_WIDGET (fixture->window->openings_panel), GTK_TYPE_LABEL, "Everyone");
  GtkWidget       *row = gtk_widget_get_ancestor (title, g_type_from_name ("GtkListItemWidget"));
  g_autofree char *path = muster_window_fixture_write (fixture, "runa.txt", RUNA);
  GdkDragAction    action = 0;
  double           x, y;

  g_assert_true (gtk_widget_translate_coordinates (title, area, 4, 4, &x, &y));
  g_signal_emit_by_name (find_drop_target (area), "motion", x, y, &action);
  g_assert_true (gtk_widget_has_css_class (row, "drop-place"));
  g_signal_emit_by_name (find_drop_target (area), "motion", 700.0, 300.0, &action);
  g_assert_false (gtk_widget_has_css_class (row, "drop-place"));
  g_signal_emit_by_name (find_drop_target (area), "motion", x, y, &action);

  g_assert_true (drop (fixture, path, x, y));
  g_assert_false (gtk_widget_has_css_class (row, "drop-place"));
  muster_window_fixture_wait (fixture, has_inbox);
}

static gboolean
has_refusal (Fixture *fixture)
{
  return muster_find_widget (GTK_WIDGET (fixture->window->toasts), GTK_TYPE_LABEL, "Nothing here can be read")
         != NULL;
}

static void
test_drop_of_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = muster_window_fixture_write (fixture, "song.mp3", "ID3");

  g_assert_false (drop (fixture, path, 700, 300));
  muster_window_fixture_wait (fixture, has_refusal);
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = muster_window_fixture_write (fixture, "runa.txt", RUNA);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList        *files = g_slist_append (NULL, file);
  GdkClipboard  *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  gdk_clipboard_set_value (clipboard, &value);
  g_slist_free (files);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "paste", NULL);
  muster_window_fixture_wait (fixture, has_toast);
  muster_window_fixture_wait (fixture, muster_window_fixture_is_quiet);
}

static gboolean
has_cover (Fixture *fixture)
{
  GtkWidget       *panel = GTK_WIDGET (fixture->window->inbox_panel);
  g_autofree char *name = muster_library_dup_document_name (4, "text/plain");
  g_autofree char *shown = g_strconcat (FSI, name, PDI, NULL);

  return has_inbox (fixture) && muster_find_widget (panel, GTK_TYPE_LABEL, shown) != NULL;
}

/* While blind neither the inbox nor the activity says what the file is called. */
static void
test_blind (Fixture *fixture, gconstpointer data)
{
  muster_library_set_follows_blind (fixture->library, TRUE);
  muster_dock_present (fixture->window->dock, "inbox");
  muster_hiring_desk_set_opening_id (fixture->window->desk, 0);
  import (fixture, "runa-feldt.txt", RUNA);
  muster_window_fixture_wait (fixture, has_cover);
  g_assert_null (
      muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, FSI "runa-feldt.txt" PDI));
}

static gboolean
has_empty_inbox (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture)
         && muster_panel_tab_get_count (muster_panel_tab_get (PANEL_WIDGET (fixture->window->inbox_panel))) == 0;
}

static void
test_inbox (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *panel = GTK_WIDGET (fixture->window->inbox_panel);
  GtkWidget *list;

  muster_dock_present (fixture->window->dock, "inbox");
  g_assert_nonnull (muster_find_widget (panel, GTK_TYPE_LABEL, "Nothing to file"));
  muster_hiring_desk_set_opening_id (fixture->window->desk, 0);
  import (fixture, "runa.txt", RUNA);
  muster_window_fixture_wait (fixture, has_inbox);

  g_assert_nonnull (muster_find_widget (panel, GTK_TYPE_LABEL, FSI "runa.txt" PDI));
  list = muster_find_widget (panel, GTK_TYPE_LIST_VIEW, NULL);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 0, TRUE);
  g_assert_true (gtk_widget_activate_action (list, "inbox.file-under", "x", (gint64) 1));
  muster_window_fixture_wait (fixture, has_empty_inbox);
}

static void
test_stall (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", "resumes", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  MusterWindowStall stall;

  g_ptr_array_add (paths, g_steal_pointer (&folder));
  muster_window_stall_begin (&stall);
  muster_window_import (fixture->window, paths);
  muster_window_fixture_wait (fixture, muster_window_fixture_is_quiet);
  muster_window_stall_end (&stall, "the sample files are imported");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                                      \
  g_test_add (                                                                                               \
      "/imports/" name, Fixture, &three, muster_window_fixture_set_up, test, muster_window_fixture_tear_down)
  ADD ("toast", test_toast);
  ADD ("result", test_result);
  ADD ("close", test_close);
  ADD ("unlock-dialog", test_unlock_dialog);
  ADD ("drop-over-row", test_drop_over_row);
  ADD ("drop-of-nothing", test_drop_of_nothing);
  ADD ("paste", test_paste);
  ADD ("blind", test_blind);
  ADD ("inbox", test_inbox);
  ADD ("stall", test_stall);
#undef ADD

  return muster_window_fixture_run ();
}
