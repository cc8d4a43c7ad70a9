/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correcting a row in place: the editor hangs on its row and stays open until the library has kept what was
 * typed, or says why not. News wait meanwhile, for they would take the row away. */

#include "muster-profile-panel-private.h"

#include "muster-library-corrections.h"
#include "muster-profile-editor.h"

typedef struct
{
  MusterLibrary *library;
  gint64         candidate_id;
  GHashTable    *changes;
  guint          n_kept;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->library);
  g_hash_table_unref (order->changes);
  g_free (order);
}

void
muster_profile_panel_leave_editor (MusterProfilePanel *self)
{
  self->is_stale = FALSE;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
}

static gboolean
clear_editor_cb (gpointer data)
{
  MusterProfilePanel *self = data;
  gboolean            was_stale = self->is_stale;

  if (self->editor == NULL || gtk_widget_get_visible (self->editor))
    return G_SOURCE_REMOVE;

  muster_profile_panel_leave_editor (self);
  if (was_stale && self->desk != NULL)
    muster_profile_panel_refresh (self);

  return G_SOURCE_REMOVE;
}

/* A popover cannot be taken away while it tells that it closed. */
static void
closed_cb (MusterProfilePanel *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, clear_editor_cb, g_object_ref (self), g_object_unref);
}

static void
keep_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order         *order = data;
  GError        *error = NULL;
  GHashTableIter iter;
  gpointer       pointer, text;

  g_hash_table_iter_init (&iter, order->changes);
  while (g_hash_table_iter_next (&iter, &pointer, &text))
    {
      if (!muster_library_correct (order->library, order->candidate_id, pointer, text, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      order->n_kept++;
    }
  g_task_return_boolean (task, TRUE);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterProfilePanel *self = MUSTER_PROFILE_PANEL (object);
  const Order        *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean is_kept = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_keeping = FALSE;
  if (order->n_kept > 0)
    g_signal_emit_by_name (self, "corrected", order->candidate_id, order->n_kept);
  if (self->editor == NULL || order->candidate_id != self->candidate_id)
    return;
  if (is_kept)
    gtk_popover_popdown (GTK_POPOVER (self->editor));
  else
    muster_profile_editor_refuse (MUSTER_PROFILE_EDITOR (self->editor), error->message);
}

static void
keep_cb (MusterProfilePanel *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (self->is_keeping)
    return;

  order = g_new0 (Order, 1);
  order->library = g_object_ref (muster_hiring_desk_get_library (self->desk));
  order->candidate_id = self->candidate_id;
  order->changes = muster_profile_editor_dup_changes (MUSTER_PROFILE_EDITOR (self->editor));
  self->is_keeping = TRUE;
  task = g_task_new (self, NULL, kept_cb, NULL);
  g_task_set_source_tag (task, keep_cb);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, keep_in_worker);
}

void
muster_profile_panel_edit (MusterProfilePanel *self, MusterProfileRow *row)
{
  muster_profile_panel_leave_editor (self);
  self->editor = muster_profile_editor_new (muster_profile_row_get_fact (row));
  gtk_widget_set_parent (self->editor, GTK_WIDGET (row));
  g_signal_connect_object (self->editor, "keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->editor));
}
