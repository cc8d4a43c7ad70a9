/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the opening editor share. For them only. */
#pragma once

#include "muster-opening-editor.h"

G_BEGIN_DECLS

struct _MusterOpeningEditor
{
  AdwWindow           parent_instance;
  MusterOpeningDraft *draft;
  guint               version;      /* of the opening that is changed; 0: a new one */
  GCancellable       *proposing;    /* (nullable): while a worker reads the text */
  gboolean            is_storing;
  gboolean            may_close;
  guint               close_id;

  AdwWindowTitle     *heading;
  GtkButton          *cancel;
  GtkButton          *fix;
  GtkScrolledWindow  *scroller;
  GtkEditable        *title_row;
  AdwExpanderRow     *description_row;
  GtkTextView        *description;
  GtkLabel           *sum;
  GtkSpinner         *spinner;
  GtkButton          *propose;
  GtkButton          *add;
  GtkLabel           *news;
  GtkListBox         *list;
  GtkWidget          *balance;
  GtkLabel           *lock_note;
};

void       muster_opening_editor_show     (MusterOpeningEditor *self); /* everything that follows the draft */
void       muster_opening_editor_tell     (MusterOpeningEditor *self, const char *text); /* (nullable): one line of news */

void       muster_opening_editor_propose  (MusterOpeningEditor *self);
void       muster_opening_editor_pasted   (MusterOpeningEditor *self);

void       muster_opening_editor_add      (MusterOpeningEditor *self); /* an empty criterion, ready to be named */
GtkWidget *muster_opening_editor_make_row (gpointer criterion, gpointer self); /* for gtk_list_box_bind_model() */
/* A row that is taken out may not hold the focus: an entry would miss that it lost it. */
void       muster_opening_editor_let_go   (MusterOpeningEditor *self);

G_END_DECLS
