/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a resume stay plain text. The pencil comes with the pointer or the focus and lies over the words,
 * so that nothing moves. */

#include "muster-profile-row.h"

#include <glib/gi18n-lib.h>

struct _MusterProfileRow
{
  GtkListBoxRow            parent_instance;
  const MusterProfileFact *fact;
  gboolean                 can_edit;

  GtkLabel  *title;
  GtkLabel  *detail;
  GtkLabel  *remark;
  GtkWidget *check;
  GtkWidget *pencil;
  GtkButton *page;
};

enum
{
  SIGNAL_POINTED,
  SIGNAL_OPEN_PAGE,
  SIGNAL_EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterProfileRow, muster_profile_row, GTK_TYPE_LIST_BOX_ROW)

static void
edit_cb (MusterProfileRow *self)
{
  if (self->can_edit)
    g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

static void
page_cb (MusterProfileRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_PAGE], 0, self->fact->pointer, self->fact->page);
}

static void
show_pencil (MusterProfileRow *self, gboolean is_shown)
{
  gtk_widget_set_opacity (self->pencil, is_shown ? 1 : 0);
  gtk_widget_set_can_target (self->pencil, is_shown);
}

static void
enter_cb (MusterProfileRow *self)
{
  show_pencil (self, TRUE);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, self->fact->pointer);
}

static void
leave_cb (MusterProfileRow *self)
{
  show_pencil (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, NULL);
}

static void
pressed_cb (MusterProfileRow *self, int n_press)
{
  if (n_press == 2)
    edit_cb (self);
}

static gboolean
edit_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  edit_cb (MUSTER_PROFILE_ROW (widget));

  return TRUE;
}

static void
muster_profile_row_dispose (GObject *object)
{
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_PROFILE_ROW);

  G_OBJECT_CLASS (muster_profile_row_parent_class)->dispose (object);
}

static void
muster_profile_row_class_init (MusterProfileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_profile_row_dispose;

  signals[SIGNAL_POINTED] = g_signal_new ("pointed",
                                          MUSTER_TYPE_PROFILE_ROW,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_STRING);
  signals[SIGNAL_OPEN_PAGE] = g_signal_new ("open-page",
                                            MUSTER_TYPE_PROFILE_ROW,
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            2,
                                            G_TYPE_STRING,
                                            G_TYPE_UINT);
  signals[SIGNAL_EDIT] = g_signal_new (
      "edit", MUSTER_TYPE_PROFILE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-profile-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterProfileRow, title);
  gtk_widget_class_bind_template_child (widget_class, MusterProfileRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MusterProfileRow, remark);
  gtk_widget_class_bind_template_child (widget_class, MusterProfileRow, check);
  gtk_widget_class_bind_template_child (widget_class, MusterProfileRow, pencil);
  gtk_widget_class_bind_template_child (widget_class, MusterProfileRow, page);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_key_cb, NULL);
}

static void
muster_profile_row_init (MusterProfileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_optional_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_spoken (MusterProfileRow *self, const char *remark)
{
  GString *spoken = g_string_new (self->fact->title);

  if (*self->fact->detail != '\0')
    g_string_append_printf (spoken, ", %s", self->fact->detail);
  if (remark != NULL)
    g_string_append_printf (spoken, ". %s", remark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
  g_string_free (spoken, TRUE);
}

GtkWidget *
muster_profile_row_new (const MusterProfileFact *fact, const char *correction, gboolean can_edit)
{
  MusterProfileRow *self = g_object_new (MUSTER_TYPE_PROFILE_ROW, NULL);
  const char       *remark = correction != NULL ? correction : fact->doubt;
  /* Translators: short for "page". */
  g_autofree char *page = g_strdup_printf (_ ("p. %u"), fact->page);
  g_autofree char *page_spoken = g_strdup_printf (_ ("Show on page %u"), fact->page);

  self->fact = fact;
  self->can_edit = can_edit;
  gtk_label_set_text (self->title, fact->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), fact->title);
  set_optional_text (self->detail, fact->detail);
  set_optional_text (self->remark, remark);
  gtk_widget_set_visible (self->check, fact->doubt != NULL && correction == NULL);
  gtk_widget_set_tooltip_text (self->check, fact->doubt);
  gtk_widget_set_visible (self->pencil, can_edit);
  show_pencil (self, FALSE);
  gtk_button_set_label (self->page, page);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->page), page_spoken);
  gtk_widget_set_visible (GTK_WIDGET (self->page), fact->page > 0);
  set_spoken (self, remark);

  return GTK_WIDGET (self);
}

const MusterProfileFact *
muster_profile_row_get_fact (MusterProfileRow *self)
{
  return self->fact;
}

/** muster_profile_row_set_linked: @is_linked: its box on the page is pointed at. */
void
muster_profile_row_set_linked (MusterProfileRow *self, gboolean is_linked)
{
  if (is_linked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "linked-value");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "linked-value");
}
