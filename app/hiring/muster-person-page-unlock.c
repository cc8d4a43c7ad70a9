/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that asks for a password: the question, and what came of the answer. The library keeps the
 * password in memory; here it lives as long as the dialog. */

#include "muster-person-page-private.h"

#include "muster-library-pages.h"

#include <glib/gi18n-lib.h>

static void
tried_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterPersonPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!muster_library_give_password_finish (MUSTER_LIBRARY (object), result, &error))
    {
      if (self->library != NULL)
        muster_page_canvas_set_failure (self->canvas, error->message, _ ("Unlock…"));
      return;
    }
  if (self->library == NULL || self->paper == NULL)
    return;

  muster_page_pictures_forget_failures (self->pictures);
  muster_person_page_turn_to (self, self->page);
}

static void
response_cb (MusterPersonPage *self, const char *response, AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (!g_str_equal (response, "unlock") || self->library == NULL || self->paper == NULL)
    return;

  muster_page_canvas_set_failure (self->canvas, NULL, NULL);
  muster_page_canvas_set_loading (self->canvas);
  muster_library_give_password_async (self->library,
                                      self->paper->document_id,
                                      gtk_editable_get_text (entry),
                                      NULL,
                                      tried_cb,
                                      g_object_ref (self));
}

static void
ask_cb (MusterPersonPage *self)
{
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char  *name = NULL;
  AdwMessageDialog *dialog;
  GtkWidget        *entry = gtk_password_entry_new ();

  if (self->paper == NULL)
    return;

  name = muster_person_page_dup_document_name (
      self, g_ptr_array_index (self->paper->documents, self->paper->index));
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), NULL, NULL));
  /* Translators: %s is the name of a file. */
  adw_message_dialog_format_heading (dialog, _ ("Unlock “%s”?"), name);
  adw_message_dialog_set_body (
      dialog,
      _ ("Its password opens it until Muster is closed. It is kept in memory and never written down."));
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "activates-default", TRUE, "placeholder-text", _ ("Password"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Password"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "unlock", _ ("Unlock"), NULL);
  adw_message_dialog_set_default_response (dialog, "unlock");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
muster_person_page_connect_unlock (MusterPersonPage *self)
{
  g_signal_connect_swapped (self->canvas, "failure-action", G_CALLBACK (ask_cb), self);
}
