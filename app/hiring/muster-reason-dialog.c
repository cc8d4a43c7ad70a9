/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that goes on waits for a reason that says something. */

#include "muster-reason-dialog.h"

#include <glib/gi18n-lib.h>

struct _MusterReasonDialog
{
  AdwMessageDialog parent_instance;
  GtkWidget       *reason;
};

enum
{
  SIGNAL_GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterReasonDialog, muster_reason_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_reason (MusterReasonDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
}

static void
reason_changed_cb (MusterReasonDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "go-on", *reason != '\0');
}

static void
muster_reason_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  MusterReasonDialog *self = MUSTER_REASON_DIALOG (dialog);
  g_autofree char    *reason = dup_reason (self);

  if (g_str_equal (response, "go-on") && *reason != '\0')
    g_signal_emit (self, signals[SIGNAL_GIVEN], 0, reason);
}

static void
muster_reason_dialog_class_init (MusterReasonDialogClass *klass)
{
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = muster_reason_dialog_response;
  signals[SIGNAL_GIVEN] = g_signal_new ("given", MUSTER_TYPE_REASON_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_reason_dialog_init (MusterReasonDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->reason = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _ ("Reason"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->reason), TRUE);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->reason);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), group);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/** muster_reason_dialog_new: @heading, @body: plain text, translated. */
MusterReasonDialog *
muster_reason_dialog_new (GtkWindow *parent, const char *heading, const char *body, const char *verb)
{
  MusterReasonDialog *self = g_object_new (MUSTER_TYPE_REASON_DIALOG, "transient-for", parent, "heading", heading,
                                           "body", body, NULL);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self), "cancel", _ ("Cancel"), "go-on", verb, NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "go-on", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "go-on");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");

  return self;
}
