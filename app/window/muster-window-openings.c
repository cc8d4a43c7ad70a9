/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Openings come in by being written in the editor or from a file; a fixed one is changed in the editor, closed and
 * reopened. All end in a worker; the window then shows what came of it. */

#include "muster-window-private.h"

#include "muster-library-openings.h"
#include "muster-library-queries.h"
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

/* What the editor wants stored. opening_id 0: a new one; else the one that it changes. */
typedef struct
{
  MusterLibrary *library;
  MusterOpening *opening;
  gint64         opening_id;
  guint          version; /* out: of the one that was changed */
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
  WrittenOpening *order = data;
  GError         *error = NULL;
  gint64          opening_id = order->opening_id;

  if (opening_id == 0)
    opening_id = muster_library_add_opening (order->library, order->opening, &error);
  else
    muster_library_change_opening (order->library, opening_id, order->opening, &order->version, &error);

  if (error == NULL)
    g_task_return_int (task, opening_id);
  else
    g_task_return_error (task, error);
}

static void
show_changed_opening (MusterWindow *self, const WrittenOpening *order)
{
  g_autofree char *text = g_strdup_printf (_ ("Opening fixed as version %u"), order->version);

  muster_library_rank_again_async (self->library, order->opening_id);
  muster_window_say (self, text);
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

  if (self != NULL && self->library == order->library && order->opening_id == 0)
    show_opening (self, opening_id);
  else if (self != NULL && self->library == order->library)
    show_changed_opening (self, order);
  muster_opening_editor_finish (editor);
}

/* The library is the one that the editor was opened for, whatever the window shows by now. */
static void
fix_cb (MusterOpeningEditor *editor, MusterOpening *opening, gpointer user_data)
{
  const WrittenOpening *about = user_data;
  g_autoptr (GTask) task = g_task_new (editor, NULL, stored_cb, NULL);
  WrittenOpening *order = g_new0 (WrittenOpening, 1);

  order->library = g_object_ref (about->library);
  order->opening = muster_opening_ref (opening);
  order->opening_id = about->opening_id;
  g_task_set_source_tag (task, fix_cb);
  g_task_set_task_data (task, order, written_opening_free);
  g_task_run_in_thread (task, store_in_worker);
}

static void
about_free (gpointer data, GClosure *closure)
{
  WrittenOpening *about = data;

  g_object_unref (about->library);
  g_free (about);
}

static void
show_editor (MusterWindow *self, gint64 opening_id, MusterOpening *opening, guint version)
{
  MusterOpeningEditor *editor = muster_opening_editor_new (GTK_WINDOW (self), opening, version);
  WrittenOpening      *about = g_new0 (WrittenOpening, 1);

  about->library = g_object_ref (self->library);
  about->opening_id = opening_id;
  g_signal_connect_data (editor, "fix", G_CALLBACK (fix_cb), about, about_free, 0);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
new_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_editor (user_data, 0, NULL, 0);
}

static void
edit_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow              *self = user_data;
  const MusterOpeningRecord *record = muster_hiring_desk_get_opening (self->desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) opening = NULL;

  if (record == NULL || record->id == 0)
    return;
  opening = muster_library_load_opening (self->library, record->id, &error);
  if (opening == NULL)
    muster_window_say_error (self, error);
  else
    show_editor (self, record->id, opening, record->version);
}

/* Closing and reopening one opening. reason (nullable): NULL reopens. */
typedef struct
{
  MusterLibrary *library;
  gint64         opening_id;
  const char    *reason;
} Closing;

static void
closing_free (gpointer data)
{
  Closing *order = data;

  g_object_unref (order->library);
  g_free (order);
}

static void
close_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Closing *order = data;
  GError        *error = NULL;
  gboolean       is_done = order->reason != NULL
                               ? muster_library_close_opening (order->library, order->opening_id, order->reason, &error)
                               : muster_library_reopen_opening (order->library, order->opening_id, &error);

  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterWindow  *self = MUSTER_WINDOW (object);
  const Closing *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      muster_window_say_error (self, error);
      return;
    }

  toast = adw_toast_new (order->reason != NULL ? _ ("Opening closed") : _ ("Opening reopened"));
  if (order->reason != NULL)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.reopen-opening");
      adw_toast_set_action_target (toast, "x", order->opening_id);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
order_closing (MusterWindow *self, gint64 opening_id, const char *reason)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, closed_cb, NULL);
  Closing *order = g_new0 (Closing, 1);

  order->library = g_object_ref (self->library);
  order->opening_id = opening_id;
  order->reason = reason;
  g_task_set_source_tag (task, order_closing);
  g_task_set_task_data (task, order, closing_free);
  g_task_run_in_thread (task, close_in_worker);
}

static void
reopen_opening_cb (GSimpleAction *action, GVariant *opening_id, gpointer user_data)
{
  order_closing (user_data, g_variant_get_int64 (opening_id), NULL);
}

static void
close_answered_cb (MusterWindow *self, const char *response, AdwMessageDialog *dialog)
{
  const gint64 *opening_id = g_object_get_data (G_OBJECT (dialog), "muster-opening");

  if (self->library != NULL && !g_str_equal (response, "cancel"))
    order_closing (self, *opening_id, g_str_equal (response, "filled") ? "filled" : "withdrawn");
}

static void
close_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow              *self = user_data;
  const MusterOpeningRecord *record = muster_hiring_desk_get_opening (self->desk);
  g_autofree char           *heading = NULL;
  GtkWidget                 *dialog;

  if (record == NULL || record->id == 0)
    return;

  /* Translators: %s is the title of an opening. */
  heading = g_strdup_printf (_ ("Close “%s”?"), record->title);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading,
                                   _ ("Nobody new comes in. People, decisions and documents stay; it can be reopened."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "withdrawn", _ ("Withdrawn"),
                                    "filled", _ ("Filled"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "muster-opening", g_memdup2 (&record->id, sizeof record->id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** muster_window_update_opening_actions: after another opening was chosen, or the chosen one became another. */
void
muster_window_update_opening_actions (MusterWindow *self)
{
  const MusterOpeningRecord *opening = muster_hiring_desk_get_opening (self->desk);
  gboolean                   can_write = muster_hiring_desk_can_write (self->desk);
  gboolean                   is_open = can_write && opening != NULL && opening->id != 0 && opening->closed_at == 0;

  muster_window_set_enabled (self, "new-opening", can_write);
  muster_window_set_enabled (self, "add-opening", can_write);
  muster_window_set_enabled (self, "edit-opening", is_open);
  muster_window_set_enabled (self, "close-opening", is_open);
  muster_window_set_enabled (self, "reopen-opening", can_write);
  muster_window_set_enabled (self, "rank", is_open);
}

/** muster_window_install_openings: once, after the template. */
void
muster_window_install_openings (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "new-opening", .activate = new_opening_cb },
    { .name = "edit-opening", .activate = edit_opening_cb },
    { .name = "close-opening", .activate = close_opening_cb },
    { .name = "reopen-opening", .parameter_type = "x", .activate = reopen_opening_cb },
    { .name = "add-opening", .activate = add_opening_cb },
    { .name = "rank", .activate = rank_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
