/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is kept in memory that is not paged out, and emptied with the dialog; there is nothing to press until something is typed. */

#include "muster-unlock-dialog.h"

#include "muster-file-name.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME_CHARACTERS 48

struct _MusterUnlockDialog
{
  AdwMessageDialog parent_instance;
  GtkEditable     *password; /* (unowned): of the dialog's own child */
};

enum
{
  SIGNAL_PASSWORD_GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterUnlockDialog, muster_unlock_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
password_changed_cb (MusterUnlockDialog *self)
{
  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (self), "unlock", *gtk_editable_get_text (self->password) != '\0');
}

static void
muster_unlock_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  MusterUnlockDialog *self = MUSTER_UNLOCK_DIALOG (dialog);

  if (g_str_equal (response, "unlock"))
    g_signal_emit (self, signals[SIGNAL_PASSWORD_GIVEN], 0, gtk_editable_get_text (self->password));
  gtk_editable_set_text (self->password, "");
}

static void
muster_unlock_dialog_class_init (MusterUnlockDialogClass *klass)
{
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = muster_unlock_dialog_response;

  signals[SIGNAL_PASSWORD_GIVEN] = g_signal_new ("password-given",
                                                 MUSTER_TYPE_UNLOCK_DIALOG,
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 1,
                                                 G_TYPE_STRING);
}

static void
muster_unlock_dialog_init (MusterUnlockDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  g_autoptr (GtkEntryBuffer) buffer = gtk_password_entry_buffer_new ();
  GtkWidget *entry = gtk_entry_new_with_buffer (buffer);

  self->password = GTK_EDITABLE (entry);
  g_object_set (entry,
                "placeholder-text", _ ("Password"),
                "activates-default", TRUE,
                "visibility", FALSE,
                "input-purpose", GTK_INPUT_PURPOSE_PASSWORD,
                NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Password"), -1);
  g_signal_connect_object (
      entry, "changed", G_CALLBACK (password_changed_cb), self, G_CONNECT_SWAPPED);

  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "unlock", _ ("Unlock"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "unlock", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "unlock", FALSE);
  adw_message_dialog_set_default_response (dialog, "unlock");
  adw_message_dialog_set_close_response (dialog, "cancel");
  gtk_window_set_focus (GTK_WINDOW (self), entry);
}

/** muster_unlock_dialog_new: @parent: it stands over. */
MusterUnlockDialog *
muster_unlock_dialog_new (GtkWindow *parent, const char *file, gboolean was_wrong)
{
  MusterUnlockDialog *self
      = g_object_new (MUSTER_TYPE_UNLOCK_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *name = muster_file_name_dup_shown (file, MAX_NAME_CHARACTERS);
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_ ("Unlock “%s”?"), name);

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  adw_message_dialog_set_body (
      ADW_MESSAGE_DIALOG (self),
      was_wrong ? _ ("This password does not open it. Try another one, or ask who sent it.")
                : _ ("The password is used to read the file on this computer and forgotten when Muster closes."));

  return self;
}
