/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the context menu: copy, ask where to save and save. What became of it is told by a signal. */

#include "muster-chart-private.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*SaveFunc) (MusterChart *self, GFile *file, GError **error);

typedef struct
{
  const char *action;
  const char *suffix;
  SaveFunc    save;
} Kind;

static const Kind kinds[] = {
  { "chart.save-png", "png", muster_chart_save_png },
  { "chart.save-pdf", "pdf", muster_chart_save_pdf },
  { "chart.save-csv", "csv", muster_chart_save_csv },
};

static void
response_cb (GtkNativeDialog *chooser, int response, MusterChart *self)
{
  const Kind      *kind = g_object_get_data (G_OBJECT (chooser), "kind");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  g_autofree char *message = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      if (kind->save (self, file, &error))
        message = g_strdup_printf (_ ("Saved as %s"), shown);
      g_signal_emit_by_name (self, "message", message != NULL ? message : error->message);
    }
  g_clear_object (&self->chooser);
}

/* A title is no path. */
static char *
dup_file_name (MusterChart *self, const Kind *kind)
{
  g_autofree char *title = g_strdup (self->title != NULL && *self->title != '\0' ? self->title : _ ("Chart"));

  return g_strdup_printf ("%s.%s", g_strdelimit (title, "/\\:", '-'), kind->suffix);
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterChart     *self = MUSTER_CHART (widget);
  GtkRoot         *root = gtk_widget_get_root (widget);
  const Kind      *kind = kinds;
  g_autofree char *name = NULL;

  while (!g_str_equal (kind->action, action_name))
    kind++;
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (self->chooser);
  g_clear_object (&self->chooser);

  name = dup_file_name (self, kind);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_ ("Save Chart"),
                                                                  GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                                  GTK_FILE_CHOOSER_ACTION_SAVE,
                                                                  _ ("_Save"),
                                                                  _ ("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_object_set_data (G_OBJECT (self->chooser), "kind", (gpointer) kind);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (self->chooser);
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  muster_chart_copy (MUSTER_CHART (widget));
  g_signal_emit_by_name (widget, "message", _ ("Copied"));
}

/** muster_chart_class_add_actions: Adds chart.copy, chart.save-… and chart.table. */
void
muster_chart_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_class_install_action (widget_class, kinds[i].action, NULL, save_cb);
  gtk_widget_class_install_property_action (widget_class, "chart.table", "shows-table");
}
