/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text goes to the clipboard as it stands in the window, with what was changed. */

#include "muster-letter-window.h"

#include <glib/gi18n-lib.h>

struct _MusterLetterWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle  *heading;
  AdwToastOverlay *toasts;
  GtkTextView     *view;
};

G_DEFINE_FINAL_TYPE (MusterLetterWindow, muster_letter_window, ADW_TYPE_WINDOW)

static void
copy_cb (MusterLetterWindow *self)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter      start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Copied")));
}

static void
muster_letter_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_LETTER_WINDOW);

  G_OBJECT_CLASS (muster_letter_window_parent_class)->dispose (object);
}

static void
muster_letter_window_class_init (MusterLetterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_letter_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-letter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterLetterWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, MusterLetterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MusterLetterWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_letter_window_init (MusterLetterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_letter_window_new: @title: of the window; @text: plain. */
MusterLetterWindow *
muster_letter_window_new (GtkWindow *parent, const char *title, const char *text)
{
  MusterLetterWindow *self = g_object_new (MUSTER_TYPE_LETTER_WINDOW, "transient-for", parent, "title", title, NULL);

  adw_window_title_set_title (self->heading, title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);

  return self;
}
