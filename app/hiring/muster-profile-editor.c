/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry for each value of the row. What is masked cannot be corrected unseen. */

#include "muster-profile-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char     *pointer;
  char     *before;
  GtkEntry *entry;
} Line;

struct _MusterProfileEditor
{
  GtkPopover parent_instance;
  GPtrArray *lines; /* Line */

  GtkGrid  *grid;
  GtkLabel *refusal;
};

static guint keep;

G_DEFINE_FINAL_TYPE (MusterProfileEditor, muster_profile_editor, GTK_TYPE_POPOVER)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->pointer);
  g_free (line->before);
  g_free (line);
}

static void
keep_cb (MusterProfileEditor *self)
{
  g_autoptr (GHashTable) changes = muster_profile_editor_dup_changes (self);

  if (g_hash_table_size (changes) == 0)
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    g_signal_emit (self, keep, 0);
}

static void
muster_profile_editor_dispose (GObject *object)
{
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_PROFILE_EDITOR);

  G_OBJECT_CLASS (muster_profile_editor_parent_class)->dispose (object);
}

static void
muster_profile_editor_finalize (GObject *object)
{
  g_ptr_array_unref (MUSTER_PROFILE_EDITOR (object)->lines);

  G_OBJECT_CLASS (muster_profile_editor_parent_class)->finalize (object);
}

static void
muster_profile_editor_class_init (MusterProfileEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_profile_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_profile_editor_finalize;
  keep = g_signal_new (
      "keep", MUSTER_TYPE_PROFILE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-profile-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterProfileEditor, grid);
  gtk_widget_class_bind_template_child (widget_class, MusterProfileEditor, refusal);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
muster_profile_editor_init (MusterProfileEditor *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_line (MusterProfileEditor *self, const MusterProfileField *field)
{
  Line      *line = g_new0 (Line, 1);
  int        row = (int) self->lines->len;
  GtkWidget *label = gtk_label_new (field->name);

  line->pointer = g_strdup (field->pointer);
  line->before = g_strdup (field->text);
  line->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_text (GTK_EDITABLE (line->entry), field->text);
  gtk_editable_set_width_chars (GTK_EDITABLE (line->entry), 24);
  gtk_widget_set_sensitive (GTK_WIDGET (line->entry), strstr (field->text, MUSTER_MASK_BLOCK) == NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (line->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, field->name, -1);
  g_signal_connect_object (line->entry, "activate", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "dim");
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (line->entry), 1, row, 1, 1);
  g_ptr_array_add (self->lines, line);
}

GtkWidget *
muster_profile_editor_new (const MusterProfileFact *fact)
{
  MusterProfileEditor *self = g_object_new (MUSTER_TYPE_PROFILE_EDITOR, NULL);

  for (guint i = 0; i < fact->fields->len; i++)
    add_line (self, g_ptr_array_index (fact->fields, i));

  return GTK_WIDGET (self);
}

GHashTable *
muster_profile_editor_dup_changes (MusterProfileEditor *self)
{
  GHashTable *changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line      *line = g_ptr_array_index (self->lines, i);
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->entry))));

      if (!g_str_equal (text, line->before))
        g_hash_table_insert (changes, g_strdup (line->pointer), *text != '\0' ? g_strdup (text) : NULL);
    }

  return changes;
}

void
muster_profile_editor_refuse (MusterProfileEditor *self, const char *sentence)
{
  gtk_label_set_text (self->refusal, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
}
