/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Openings come in by being written in the editor or from a file. Both end in a worker that stores them; the window then
 * shows the new one. */

#include "muster-window-private.h"

#include "muster-opening-editor.h"

#include <glib/gi18n-lib.h>

#define MAX_OPENING_BYTES (1024 * 1024)

typedef struct
{
  MusterLibrary *library;
  GFile         *file;
} OpeningFile;

static void
opening_file_free (gpointer data)
{
  OpeningFile *order = data;

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
  const OpeningFile *order = data;
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
show_opening (MusterWindow *self, gint64 opening_id)
{
  muster_hiring_desk_set_opening_id (self->desk, opening_id);
  muster_library_rank_async (self->library, opening_id);
}

static void
opening_added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterWindow     *self = MUSTER_WINDOW (object);
  const OpeningFile *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gint64 opening_id = g_task_propagate_int (G_TASK (result), &error);

  if (self->library != order->library)
    return;
  if (error != NULL)
    {
      muster_window_say_error (self, error);
      return;
    }

  show_opening (self, opening_id);
}

static void
opening_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  MusterWindow *self = user_data;
  g_autoptr (GTask) task = NULL;
  OpeningFile *order;

  if (response == GTK_RESPONSE_ACCEPT && self->library != NULL)
    {
      order = g_new0 (OpeningFile, 1);
      order->library = g_object_ref (self->library);
      order->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      task = g_task_new (self, NULL, opening_added_cb, NULL);
      g_task_set_source_tag (task, opening_chosen_cb);
      g_task_set_task_data (task, order, opening_file_free);
      g_task_run_in_thread (task, add_opening_in_worker);
    }
  g_clear_object (&self->chooser);
}

static void
add_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  muster_window_prepare_chooser (self,
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

typedef struct
{
  MusterLibrary *library;
  MusterOpening *opening;
} WrittenOpening;

static void
written_opening_free (gpointer data)
{
  WrittenOpening *order = data;

  g_object_unref (order->library);
  muster_opening_unref (order->opening);
  g_free (order);
}

static void
store_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const WrittenOpening *order = data;
  GError               *error = NULL;
  gint64                opening_id = muster_library_add_opening (order->library, order->opening, &error);

  if (opening_id != 0)
    g_task_return_int (task, opening_id);
  else
    g_task_return_error (task, error);
}

static void
stored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterOpeningEditor  *editor = MUSTER_OPENING_EDITOR (object);
  MusterWindow         *self = MUSTER_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (editor)));
  const WrittenOpening *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gint64 opening_id = g_task_propagate_int (G_TASK (result), &error);

  if (error != NULL)
    {
      muster_opening_editor_show_error (editor, error);
      return;
    }

  if (self != NULL && self->library == order->library)
    show_opening (self, opening_id);
  muster_opening_editor_finish (editor);
}

static void
fix_cb (MusterWindow *self, MusterOpening *opening, MusterOpeningEditor *editor)
{
  g_autoptr (GTask) task = g_task_new (editor, NULL, stored_cb, NULL);
  WrittenOpening *order = g_new0 (WrittenOpening, 1);

  order->library = g_object_ref (self->library);
  order->opening = muster_opening_ref (opening);
  g_task_set_source_tag (task, fix_cb);
  g_task_set_task_data (task, order, written_opening_free);
  g_task_run_in_thread (task, store_in_worker);
}

static void
new_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow        *self = user_data;
  MusterOpeningEditor *editor = muster_opening_editor_new (GTK_WINDOW (self), NULL, 0);

  g_signal_connect_object (editor, "fix", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

/** muster_window_install_openings: once, after the template. */
void
muster_window_install_openings (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "new-opening", .activate = new_opening_cb },
    { .name = "add-opening", .activate = add_opening_cb },
    { .name = "rank", .activate = rank_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
