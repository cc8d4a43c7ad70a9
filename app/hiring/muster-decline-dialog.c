/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision without a reason cannot be explained later, so the button stays insensitive until there is one.
 */

#include "muster-decline-dialog.h"

#include <glib/gi18n-lib.h>

struct _MusterDeclineDialog
{
  AdwMessageDialog parent_instance;

  GtkEditable *reason;
  AdwComboRow *saw_score;
};

enum
{
  SIGNAL_DECLINED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterDeclineDialog, muster_decline_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_reason (MusterDeclineDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
}

static void
reason_changed_cb (MusterDeclineDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "decline", *reason != '\0');
}

static void
muster_decline_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  MusterDeclineDialog *self = MUSTER_DECLINE_DIALOG (dialog);
  static const int     answers[] = { -1, 1, 0 }; /* in the order of the template */
  g_autofree char     *reason = dup_reason (self);

  if (g_str_equal (response, "decline"))
    g_signal_emit (
        self, signals[SIGNAL_DECLINED], 0, reason, answers[adw_combo_row_get_selected (self->saw_score)]);
}

static void
muster_decline_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_DECLINE_DIALOG);

  G_OBJECT_CLASS (muster_decline_dialog_parent_class)->dispose (object);
}

static void
muster_decline_dialog_class_init (MusterDeclineDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_decline_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = muster_decline_dialog_response;

  signals[SIGNAL_DECLINED] = g_signal_new ("declined",
                                           MUSTER_TYPE_DECLINE_DIALOG,
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           2,
                                           G_TYPE_STRING,
                                           G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-decline-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterDeclineDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterDeclineDialog, saw_score);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
}

static void
muster_decline_dialog_init (MusterDeclineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_decline_dialog_new: @name: (nullable): of the person, plain text; NULL where the documents do not
 * say it. */
MusterDeclineDialog *
muster_decline_dialog_new (GtkWindow *parent, const char *name)
{
  MusterDeclineDialog *self = g_object_new (MUSTER_TYPE_DECLINE_DIALOG, "transient-for", parent, NULL);
  g_autofree char     *heading = NULL;

  /* Translators: %s is the name of a person. */
  heading = name != NULL && *name != '\0' ? g_strdup_printf (_ ("Decline %s?"), name)
                                          : g_strdup (_ ("Decline This Person?"));
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);

  return self;
}
