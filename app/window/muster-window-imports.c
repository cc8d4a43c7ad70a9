/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways for files to come in: dropped, chosen, pasted. All end in muster_window_import(). An import that is running shows in the activity panel; when it
 * ends, a toast says how it went. */

#include "muster-window-private.h"

#include "muster-remedy.h"

#include <glib/gi18n-lib.h>

#define ACTIVITY_KEY "muster-activity"
#define IMPORT_TIME_KEY "muster-import-time"

/* @count: (transfer full). */
static void
append_count (GString *text, char *count)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, count);
  g_free (count);
}

static char *
dup_ended_text (MusterActivity *activity)
{
  GString    *text = g_string_new (NULL);
  GListModel *outcomes = muster_activity_get_outcomes (activity);
  guint       n_added = 0, n_linked = 0, n_failed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (outcomes); i++)
    {
      g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, i);

      if (muster_outcome_is_failure (outcome))
        n_failed++;
      else if (muster_outcome_get_duplicate_of (outcome) != 0)
        n_linked++;
      else
        n_added++;
    }

  if (n_added > 0 || n_linked + n_failed == 0)
    append_count (text, g_strdup_printf (ngettext ("%u file added", "%u files added", n_added), n_added));
  if (n_linked > 0)
    append_count (
        text, g_strdup_printf (ngettext ("%u was here already", "%u were here already", n_linked), n_linked));
  if (n_failed > 0)
    append_count (text, g_strdup_printf (ngettext ("%u needs you", "%u need you", n_failed), n_failed));

  return g_string_free (text, FALSE);
}

/* One import: when it began, and how long it took. Belongs to the activity. */
typedef struct
{
  gint64 began_usec;
  double seconds;
} ImportTime;

static double
get_seconds (MusterActivity *activity)
{
  const ImportTime *time = g_object_get_data (G_OBJECT (activity), IMPORT_TIME_KEY);

  return time != NULL ? time->seconds : 0;
}

static void
show_clicked_cb (AdwToast *toast, MusterWindow *self)
{
  MusterActivity *activity = g_object_get_data (G_OBJECT (toast), ACTIVITY_KEY);

  muster_window_show_result (self, activity, get_seconds (activity));
}

static void
say_ended (MusterWindow *self, MusterActivity *activity, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Show"));
  g_object_set_data_full (G_OBJECT (toast), ACTIVITY_KEY, g_object_ref (activity), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_clicked_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A person who answers a question is not interrupted by another one. */
static gboolean
has_question (MusterWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self) && gtk_window_get_modal (window)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return TRUE;
    }

  return FALSE;
}

/* Of the library that is shown, not of one that was closed. */
static gboolean
is_ours (MusterWindow *self, MusterActivity *activity)
{
  GListModel *activities = self->library != NULL ? muster_library_get_activities (self->library) : NULL;

  for (guint i = 0; activities != NULL && i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (MusterActivity) other = g_list_model_get_item (activities, i);

      if (other == activity)
        return TRUE;
    }

  return FALSE;
}

static void
import_state_cb (MusterWindow *self, GParamSpec *pspec, MusterActivity *activity)
{
  MusterActivityState state = muster_activity_get_state (activity);
  ImportTime         *time = g_object_get_data (G_OBJECT (activity), IMPORT_TIME_KEY);
  g_autofree char    *text = NULL;

  if (state <= MUSTER_ACTIVITY_RUNNING)
    return;

  g_signal_handlers_disconnect_by_func (activity, import_state_cb, self);
  time->seconds = (double) (g_get_monotonic_time () - time->began_usec) / G_USEC_PER_SEC;
  if (!is_ours (self, activity))
    return;
  if (state == MUSTER_ACTIVITY_FAILED && muster_activity_get_error (activity) != NULL)
    {
      muster_window_say_error (self, muster_activity_get_error (activity));
      return;
    }

  text = dup_ended_text (activity);
  muster_window_notify (self, text);
  if (muster_activity_count_needing (activity) > 0 && state == MUSTER_ACTIVITY_DONE && !has_question (self))
    muster_window_show_result (self, activity, time->seconds);
  else
    say_ended (self, activity, text);
}

/* @opening_id: 0: into none. */
static void
import_into (MusterWindow *self, GPtrArray *paths, gint64 opening_id)
{
  MusterActivity *activity;
  ImportTime     *time;

  if (paths->len == 0)
    return;
  if (self->library == NULL)
    {
      muster_window_say (self, _ ("Nothing was imported: the records are not open"));
      return;
    }
  if (muster_library_is_read_only (self->library))
    {
      muster_window_say (self, _ ("Nothing was imported: Muster is read-only"));
      return;
    }

  activity = muster_library_import_async (self->library, paths, opening_id);
  time = g_new0 (ImportTime, 1);
  time->began_usec = g_get_monotonic_time ();
  g_object_set_data_full (G_OBJECT (activity), IMPORT_TIME_KEY, time, g_free);
  g_signal_connect_object (
      activity, "notify::state", G_CALLBACK (import_state_cb), self, G_CONNECT_SWAPPED);
}

/** muster_window_import: @paths: (element-type filename): files and folders, into the opening that is chosen.
 */
void
muster_window_import (MusterWindow *self, GPtrArray *paths)
{
  g_return_if_fail (MUSTER_IS_WINDOW (self));

  import_into (self, paths, MAX (0, muster_hiring_desk_get_opening_id (self->desk)));
}

/* @opening_id: -1: into the one that is chosen. */
static void
import_list (MusterWindow *self, GSList *files, gint64 opening_id)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint n_lost = 0;

  for (GSList *link = files; link != NULL; link = link->next)
    {
      char *path = g_file_get_path (link->data);

      if (path != NULL)
        g_ptr_array_add (paths, path);
      else
        n_lost++;
    }
  if (n_lost > 0)
    {
      g_autofree char *text
          = g_strdup_printf (ngettext ("%u file is not on this computer and was left out",
                                       "%u files are not on this computer and were left out",
                                       n_lost),
                             n_lost);

      muster_window_say (self, text);
    }
  if (opening_id >= 0)
    import_into (self, paths, opening_id);
  else
    muster_window_import (self, paths);
}

static void
files_dropped_cb (MusterWindow *self, GdkFileList *list, gint64 place)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  import_list (self, files, place);
}

static void
drop_refused_cb (MusterWindow *self)
{
  muster_window_say (self, _ ("Nothing here can be read"));
}

static void
drop_lost_cb (MusterWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("The folder could not be dropped"));

  adw_toast_set_button_label (toast, _ ("Import Folder…"));
  adw_toast_set_action_name (toast, "win.import-folder");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  MusterWindow *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      GSList *files = NULL;

      for (guint i = g_list_model_get_n_items (chosen); i > 0; i--)
        files = g_slist_prepend (files, g_list_model_get_item (chosen, i - 1));
      import_list (self, files, -1);
      g_slist_free_full (files, g_object_unref);
    }
  g_clear_object (&self->chooser);
}

/** muster_window_prepare_chooser: @answered: a handler of "response"; it clears self->chooser. Prepared, not shown yet. */
void
muster_window_prepare_chooser (MusterWindow        *self,
                            const char          *title,
                            GtkFileChooserAction action,
                            const char          *accept,
                            GCallback            answered)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);

  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (chooser, "response", answered, self, 0);
}

static void
import_files_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  muster_window_prepare_chooser (self, _ ("Import Files"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Import"), G_CALLBACK (chosen_cb));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_native_dialog_show (self->chooser);
}

static void
import_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  muster_window_prepare_chooser (
      self, _ ("Import Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Import"), G_CALLBACK (chosen_cb));
  gtk_native_dialog_show (self->chooser);
}

static void
clipboard_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterWindow) self = MUSTER_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);
  g_autoptr (GSList) files = NULL;

  if (value != NULL && g_value_get_boxed (value) != NULL)
    files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files != NULL)
    import_list (self, files, -1);
  else
    muster_window_say (self, _ ("No files are on the clipboard"));
}

/* Keys of the program come before those of an entry: there, paste stays what it is. */
static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;
  GtkWidget    *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && GTK_IS_TEXT (focus))
    {
      gtk_widget_activate_action (focus, "clipboard.paste", NULL);
      return;
    }

  gdk_clipboard_read_value_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                  GDK_TYPE_FILE_LIST,
                                  G_PRIORITY_DEFAULT,
                                  NULL,
                                  clipboard_read_cb,
                                  g_object_ref (self));
}

/** muster_window_install_imports: once, after the template. */
void
muster_window_install_imports (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "import-files", .activate = import_files_cb },
    { .name = "import-folder", .activate = import_folder_cb },
    { .name = "paste", .activate = paste_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (
      self->drop_area, "files-dropped", G_CALLBACK (files_dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->drop_area, "drop-refused", G_CALLBACK (drop_refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_area, "drop-lost", G_CALLBACK (drop_lost_cb), self, G_CONNECT_SWAPPED);
}
