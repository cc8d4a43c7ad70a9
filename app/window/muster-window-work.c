/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While work runs: the ring in the header bar, the session that is not to end, and the question when the window is
 * closed. When an import ends that nobody looked at: one notification for all of it. */

#include "muster-window-private.h"

#include "muster-activity-ring.h"
#include "muster-settings.h"

#include <glib/gi18n-lib.h>

#define NOTIFICATION_ID "import"

/* (nullable) (transfer container): of MusterActivity. */
static GPtrArray *
list_running (MusterWindow *self)
{
  GPtrArray  *running = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = self->library != NULL ? muster_library_get_activities (self->library) : NULL;

  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (MusterActivity) activity = g_list_model_get_item (all, i);

      if (muster_activity_get_state (activity) <= MUSTER_ACTIVITY_RUNNING)
        g_ptr_array_add (running, g_steal_pointer (&activity));
    }

  return running;
}

static double
get_fraction (GPtrArray *running)
{
  guint64 n_done = 0, n_total = 0;

  for (guint i = 0; i < running->len; i++)
    {
      n_done += muster_activity_get_n_done (g_ptr_array_index (running, i));
      n_total += muster_activity_get_n_total (g_ptr_array_index (running, i));
    }

  return n_total > 0 ? (double) n_done / (double) n_total : 0;
}

static void
inhibit (MusterWindow *self, gboolean is_running)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL || is_running == self->is_inhibiting)
    return;

  self->is_inhibiting = is_running;
  if (is_running)
    self->inhibit_cookie = gtk_application_inhibit (
        application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT, _ ("Files are being imported"));
  else if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (application, self->inhibit_cookie);
}

static void
show_work (MusterWindow *self)
{
  g_autoptr (GPtrArray) running = list_running (self);

  muster_activity_ring_set_fraction (self->ring, get_fraction (running));
  gtk_widget_set_visible (self->ring_button, running->len > 0);
  inhibit (self, running->len > 0);
}

static void
activities_changed_cb (
    MusterWindow *self, guint position, guint removed, guint added, GListModel *activities)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (MusterActivity) activity = g_list_model_get_item (activities, i);

      g_signal_connect_object (activity, "notify", G_CALLBACK (show_work), self, G_CONNECT_SWAPPED);
    }
  show_work (self);
}

/** muster_window_follow_work: after another library was set. */
void
muster_window_follow_work (MusterWindow *self)
{
  GListModel *activities;

  if (self->library != NULL)
    {
      activities = muster_library_get_activities (self->library);
      g_signal_connect_object (
          activities, "items-changed", G_CALLBACK (activities_changed_cb), self, G_CONNECT_SWAPPED);
      activities_changed_cb (self, 0, 0, g_list_model_get_n_items (activities), activities);
    }
  else
    show_work (self);
}

/* A click on a notification starts or raises the one program of this name: one beside it (the sample firm, another
 * library) would be taken for it. */
static gboolean
can_notify (GtkApplication *application)
{
  return (g_application_get_flags (G_APPLICATION (application)) & G_APPLICATION_NON_UNIQUE) == 0;
}

static gboolean
is_looked_at (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (gtk_window_is_active (link->data))
      return TRUE;

  return FALSE;
}

/** muster_window_notify: @text: plain; only told when nobody looks at the window or a dialog of it. */
void
muster_window_notify (MusterWindow *self, const char *text)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GNotification) notification = NULL;

  if (application == NULL || !can_notify (application) || is_looked_at (application)
      || !g_settings_get_boolean (muster_settings_get (), "notify-imports"))
    return;

  notification = g_notification_new (_ ("Import finished"));
  g_notification_set_body (notification, text);
  g_application_send_notification (G_APPLICATION (application), NOTIFICATION_ID, notification);
}

static void
close_answered_cb (MusterWindow *self, const char *response)
{
  g_autoptr (GPtrArray) running = NULL;

  if (!g_str_equal (response, "close"))
    return;

  running = list_running (self);
  for (guint i = 0; i < running->len; i++)
    muster_activity_cancel (g_ptr_array_index (running, i));
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
close_request_cb (MusterWindow *self)
{
  g_autoptr (GPtrArray) running = list_running (self);
  AdwMessageDialog *dialog;

  if (self->may_close || running->len == 0)
    return GDK_EVENT_PROPAGATE;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self),
      _ ("Close While Importing?"),
      _ ("What is finished is kept. The files that are still waiting are not imported.")));
  adw_message_dialog_add_responses (dialog, "stay", _ ("Keep Importing"), "close", _ ("Close"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "stay");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return GDK_EVENT_STOP;
}

static void
show_activity_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  muster_window_show_panel (self, "activity");
  gtk_widget_child_focus (GTK_WIDGET (self->activity_panel), GTK_DIR_TAB_FORWARD);
}

/** muster_window_install_work: once, after the template. */
void
muster_window_install_work (MusterWindow *self)
{
  static const GActionEntry entries[] = { { .name = "show-activity", .activate = show_activity_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}
