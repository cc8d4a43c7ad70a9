/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blind mode and revealing one person: both ask a reason before somebody is shown, and are logged by the library. The
 * toggle says what the library says, never what was only asked for. */

#include "muster-window-private.h"

#include "muster-library-blind.h"
#include "muster-reason-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MusterLibrary *library;
  gint64         candidate_id; /* 0: blind mode itself */
  gint64         opening_id;
  gboolean       is_blind;
  char          *reason; /* (nullable) */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->library);
  g_free (order->reason);
  g_free (order);
}

static void
carry_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError      *error = NULL;
  gboolean     is_done;

  if (order->candidate_id != 0)
    is_done = muster_library_reveal (order->library, order->candidate_id, order->opening_id, order->reason, &error);
  else
    is_done = muster_library_set_blind (order->library, order->is_blind, order->reason, &error);
  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
carried_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterWindow *self = MUSTER_WINDOW (object);
  const Order  *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) && self->library == order->library)
    muster_window_say_error (self, error);
  muster_window_sync_blind (self);
  if (self->library == order->library)
    muster_hiring_desk_let_news_in (self->desk);
}

/* @reason: (nullable): copied */
static void
give_order (MusterWindow *self, gint64 candidate_id, gint64 opening_id, gboolean is_blind, const char *reason)
{
  g_autoptr (GTask) task = NULL;
  Order            *order;

  if (self->library == NULL)
    return;

  order = g_new0 (Order, 1);
  order->library = g_object_ref (self->library);
  order->candidate_id = candidate_id;
  order->opening_id = opening_id;
  order->is_blind = is_blind;
  order->reason = g_strdup (reason);
  task = g_task_new (self, NULL, carried_out_cb, NULL);
  g_task_set_source_tag (task, give_order);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, carry_out);
}

static void
turn_off_cb (MusterWindow *self, const char *reason)
{
  give_order (self, 0, 0, FALSE, reason);
}

static void
blind_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  MusterWindow       *self = user_data;
  MusterReasonDialog *dialog;

  if (self->library == NULL || g_variant_get_boolean (value) == muster_library_is_blind (self->library))
    {
      muster_window_sync_blind (self);
      return;
    }
  if (g_variant_get_boolean (value))
    {
      give_order (self, 0, 0, TRUE, NULL);
      return;
    }

  dialog = muster_reason_dialog_new (GTK_WINDOW (self), _ ("Turn Blind Mode Off?"),
                                     _ ("Names, photos and contacts of everybody are shown to you. The reason is logged."),
                                     _ ("Turn Off"));
  g_signal_connect_object (dialog, "given", G_CALLBACK (turn_off_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "unmap", G_CALLBACK (muster_window_sync_blind), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whom the dialog is about stays the same, whoever is chosen while it is open. */
static void
reveal_given_cb (MusterWindow *self, const char *reason, MusterReasonDialog *dialog)
{
  const gint64 *about = g_object_get_data (G_OBJECT (dialog), "muster-about");

  give_order (self, about[0], about[1], TRUE, reason);
}

static void
reveal_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow                *self = user_data;
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  g_autofree char             *heading = NULL;
  MusterReasonDialog          *dialog;
  gint64                      *about;

  if (person == NULL || !person->is_masked)
    return;

  /* Translators: %s is a code such as "Candidate 7K". */
  heading = g_strdup_printf (_ ("Reveal %s?"), person->name);
  dialog = muster_reason_dialog_new (GTK_WINDOW (self), heading,
                                     _ ("Their name, photo, contacts and age are shown to you from now on. The reason is logged."),
                                     _ ("Reveal"));
  about = g_new (gint64, 2);
  about[0] = person->id;
  about[1] = person->opening_id;
  g_object_set_data_full (G_OBJECT (dialog), "muster-about", about, g_free);
  g_signal_connect_object (dialog, "given", G_CALLBACK (reveal_given_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** muster_window_sync_blind: the toggle and what can be revealed, as the library says. */
void
muster_window_sync_blind (MusterWindow *self)
{
  const MusterCandidateRecord *person;
  gboolean can_write;
  GAction *blind = g_action_map_lookup_action (G_ACTION_MAP (self), "blind");

  if (self->desk == NULL)
    return; /* a dialog that goes with the window */

  person = muster_hiring_desk_get_person (self->desk);
  can_write = muster_hiring_desk_can_write (self->desk);
  g_simple_action_set_state (G_SIMPLE_ACTION (blind), g_variant_new_boolean (self->library != NULL
                                                                             && muster_library_is_blind (self->library)));
  muster_window_set_enabled (self, "blind", can_write);
  muster_window_set_enabled (self, "reveal", can_write && person != NULL && person->is_masked);
}

/** muster_window_install_blind: once, after the template. */
void
muster_window_install_blind (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "blind", .state = "false", .change_state = blind_cb },
    { .name = "reveal", .activate = reveal_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
