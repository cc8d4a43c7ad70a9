/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opened persons: one panel each in the centre, made when somebody first wants to see a page of theirs,
 * closed with the library that they come from; and taking back what was corrected in a profile. */

#include "muster-window-private.h"

#include "muster-library-corrections.h"
#include "muster-person-page.h"

#include <glib/gi18n-lib.h>

#define TOAST_SECONDS 5

typedef struct
{
  MusterLibrary *library;
  gint64         candidate_id;
  guint          n_values;
} Correction;

static void
correction_free (gpointer data)
{
  Correction *correction = data;

  g_object_unref (correction->library);
  g_free (correction);
}

static void
correction_free_with_closure (gpointer data, GClosure *closure)
{
  correction_free (data);
}

static void
take_back_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Correction *correction = data;
  GError           *error = NULL;

  for (guint i = 0; i < correction->n_values; i++)
    if (!muster_library_take_back_correction (correction->library, correction->candidate_id, NULL, &error))
      {
        g_task_return_error (task, error);
        return;
      }
  g_task_return_boolean (task, TRUE);
}

static void
taken_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    muster_window_say_error (MUSTER_WINDOW (object), error);
}

static void
undo_clicked_cb (AdwToast *toast, gpointer user_data)
{
  Correction   *correction = user_data;
  MusterWindow *self = g_object_get_data (G_OBJECT (toast), "window");
  Correction   *order = g_memdup2 (correction, sizeof *correction);
  g_autoptr (GTask) task = g_task_new (self, NULL, taken_back_cb, NULL);

  g_object_ref (order->library);
  g_task_set_source_tag (task, undo_clicked_cb);
  g_task_set_task_data (task, order, correction_free);
  g_task_run_in_thread (task, take_back_in_worker);
}

static void
corrected_cb (MusterWindow *self, gint64 candidate_id, guint n_values)
{
  AdwToast   *toast = adw_toast_new (_ ("Corrected"));
  Correction *correction = g_new0 (Correction, 1);

  correction->library = g_object_ref (self->library);
  correction->candidate_id = candidate_id;
  correction->n_values = n_values;
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data (G_OBJECT (toast), "window", self);
  g_signal_connect_data (
      toast, "button-clicked", G_CALLBACK (undo_clicked_cb), correction, correction_free_with_closure, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
open_person_cb (MusterWindow *self, gint64 candidate_id, gint64 opening_id, gint64 document_id, guint page)
{
  g_autofree char *id = muster_person_page_dup_id (candidate_id, opening_id);
  PanelWidget     *panel = muster_dock_get_panel (self->dock, id);

  if (panel == NULL)
    {
      panel = PANEL_WIDGET (muster_person_page_new (self->desk, candidate_id, opening_id));
      muster_dock_add (self->dock, panel, MUSTER_DOCK_CENTRE, FALSE);
    }
  muster_person_page_show (MUSTER_PERSON_PAGE (panel), document_id, page);
  muster_dock_present (self->dock, id);
}

/* (transfer full): ids of the panels of persons. */
static GPtrArray *
list_persons (MusterWindow *self)
{
  GPtrArray         *persons = g_ptr_array_new_with_free_func (g_free);
  guint              n_panels;
  const char *const *ids = muster_dock_list_panels (self->dock, &n_panels);

  for (guint i = 0; i < n_panels; i++)
    if (MUSTER_IS_PERSON_PAGE (muster_dock_get_panel (self->dock, ids[i])))
      g_ptr_array_add (persons, g_strdup (ids[i]));

  return persons;
}

static void
library_changed_cb (MusterWindow *self)
{
  g_autoptr (GPtrArray) persons = list_persons (self);

  for (guint i = 0; i < persons->len; i++)
    muster_dock_close (self->dock, g_ptr_array_index (persons, i));
  if (muster_hiring_desk_get_library (self->desk) == NULL)
    muster_hiring_desk_set_person (self->desk, NULL); /* a followed row holds its library */
}

/** muster_window_install_persons: once, when there are dock and desk. */
void
muster_window_install_persons (MusterWindow *self)
{
  g_signal_connect_object (self->desk, "open-person", G_CALLBACK (open_person_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->profile_panel, "corrected", G_CALLBACK (corrected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->desk, "notify::library", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
}

gboolean
muster_window_persons_are_busy (MusterWindow *self)
{
  g_autoptr (GPtrArray) persons = list_persons (self);

  for (guint i = 0; i < persons->len; i++)
    {
      PanelWidget *panel = muster_dock_get_panel (self->dock, g_ptr_array_index (persons, i));

      if (muster_person_page_is_busy (MUSTER_PERSON_PAGE (panel)))
        return TRUE;
    }

  return FALSE;
}
