/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways for files to come in: dropped, chosen, pasted; and openings from a file. All end in
 * muster_window_import() or in one worker. An import that is running shows in the activity panel; when it
 * ends, a toast says how it went. */

#include "muster-window-private.h"

#include <glib/gi18n-lib.h>

#define MAX_OPENING_BYTES (1024 * 1024)

/* @count: (transfer full). */
static void
append_count (GString *text, char *count)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, count);
  g_free (count);
}

static void
import_ended (MusterWindow *self, MusterActivity *activity)
{
  g_autoptr (GString) text = g_string_new (NULL);
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
  muster_window_say (self, text->str);
}

static void
import_state_cb (MusterWindow *self, GParamSpec *pspec, MusterActivity *activity)
{
  MusterActivityState state = muster_activity_get_state (activity);

  if (self->watched_import != activity || state <= MUSTER_ACTIVITY_RUNNING)
    return;

  if (state == MUSTER_ACTIVITY_FAILED && muster_activity_get_error (activity) != NULL)
    muster_window_say_error (self, muster_activity_get_error (activity));
  else
    import_ended (self, activity);
  g_clear_object (&self->watched_import);
}

/** muster_window_import: @paths: (element-type filename): files and folders, into the opening that is chosen.
 */
void
muster_window_import (MusterWindow *self, GPtrArray *paths)
{
  gint64 opening_id;

  g_return_if_fail (MUSTER_IS_WINDOW (self));

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

  opening_id = MAX (0, muster_hiring_desk_get_opening_id (self->desk));
  g_set_object (&self->watched_import, muster_library_import_async (self->library, paths, opening_id));
  g_signal_connect_object (
      self->watched_import, "notify::state", G_CALLBACK (import_state_cb), self, G_CONNECT_SWAPPED);
}

static void
import_list (MusterWindow *self, GSList *files)
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
  muster_window_import (self, paths);
}

static void
files_dropped_cb (MusterWindow *self, GdkFileList *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  import_list (self, files);
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
      import_list (self, files);
      g_slist_free_full (files, g_object_unref);
    }
  g_clear_object (&self->chooser);
}

static void
show_chooser (MusterWindow        *self,
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

  show_chooser (self, _ ("Import Files"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Import"), G_CALLBACK (chosen_cb));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_native_dialog_show (self->chooser);
}

static void
import_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  show_chooser (
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
    import_list (self, files);
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

typedef struct
{
  MusterLibrary *library;
  GFile         *file;
} NewOpening;

static void
new_opening_free (gpointer data)
{
  NewOpening *order = data;

  g_object_unref (order->library);
  g_object_unref (order->file);
  g_free (order);
}

static GBytes *
read_small_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MAX_OPENING_BYTES)
    {
      g_set_error_literal (
          error,
          G_IO_ERROR,
          G_IO_ERROR_INVALID_DATA,
          _ ("This file is too big for an opening. Choose a JSON file or a text of up to 1 MB."));
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, NULL, error);
}

static void
add_opening_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const NewOpening *order = data;
  GError           *error = NULL;
  g_autoptr (GBytes) bytes = read_small_file (order->file, cancellable, &error);
  g_autoptr (MusterOpening) opening = bytes != NULL ? muster_opening_new_from_bytes (bytes, &error) : NULL;
  gint64 opening_id = opening != NULL ? muster_library_add_opening (order->library, opening, &error) : 0;

  if (opening_id != 0)
    g_task_return_int (task, opening_id);
  else
    g_task_return_error (task, error);
}

/* A new opening is chosen at once, and those who are in no pool yet are ranked for it. */
static void
opening_added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterWindow     *self = MUSTER_WINDOW (object);
  const NewOpening *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gint64 opening_id = g_task_propagate_int (G_TASK (result), &error);

  if (self->library != order->library)
    return;
  if (error != NULL)
    {
      muster_window_say_error (self, error);
      return;
    }

  muster_hiring_desk_set_opening_id (self->desk, opening_id);
  muster_library_rank_async (self->library, opening_id);
}

static void
opening_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  MusterWindow *self = user_data;
  g_autoptr (GTask) task = NULL;
  NewOpening *order;

  if (response == GTK_RESPONSE_ACCEPT && self->library != NULL)
    {
      order = g_new0 (NewOpening, 1);
      order->library = g_object_ref (self->library);
      order->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      task = g_task_new (self, NULL, opening_added_cb, NULL);
      g_task_set_source_tag (task, opening_chosen_cb);
      g_task_set_task_data (task, order, new_opening_free);
      g_task_run_in_thread (task, add_opening_in_worker);
    }
  g_clear_object (&self->chooser);
}

static void
add_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  show_chooser (self,
                _ ("Add Opening from File"),
                GTK_FILE_CHOOSER_ACTION_OPEN,
                _ ("Add"),
                G_CALLBACK (opening_chosen_cb));
  gtk_file_filter_set_name (filter, _ ("Openings (JSON, text)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_show (self->chooser);
}

static void
rank_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  muster_library_rank_async (self->library, muster_hiring_desk_get_opening_id (self->desk));
}

/** muster_window_install_imports: once, after the template. */
void
muster_window_install_imports (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "import-files", .activate = import_files_cb },
    { .name = "import-folder", .activate = import_folder_cb },
    { .name = "paste", .activate = paste_cb },
    { .name = "add-opening", .activate = add_opening_cb },
    { .name = "rank", .activate = rank_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (
      self->drop_area, "files-dropped", G_CALLBACK (files_dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_area, "drop-lost", G_CALLBACK (drop_lost_cb), self, G_CONNECT_SWAPPED);
}
