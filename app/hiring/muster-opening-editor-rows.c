/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of criteria: rows come, go and change places with the focus where a person expects it next. */

#include "muster-opening-editor-private.h"

#include "muster-criterion-editor-row.h"

static MusterCriterionEditorRow *
find_row (MusterOpeningEditor *self, MusterCriterionDraft *criterion)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      MusterCriterionEditorRow *row = MUSTER_CRITERION_EDITOR_ROW (gtk_list_box_get_row_at_index (self->list, i));

      if (muster_criterion_editor_row_get_criterion (row) == criterion)
        return row;
    }

  return NULL;
}

void
muster_opening_editor_add (MusterOpeningEditor *self)
{
  g_autoptr (MusterCriterionDraft) criterion = muster_criterion_draft_new (NULL);
  double rest = MUSTER_POINTS_IN_ALL - muster_opening_draft_sum_points (self->draft);

  muster_criterion_draft_set_points (criterion, MAX (5, rest));
  muster_opening_draft_add (self->draft, criterion);
  muster_criterion_editor_row_focus_name (find_row (self, criterion));
}

/* The last one leads to a new one: a list is typed without leaving the keys. */
static void
next_cb (MusterOpeningEditor *self, MusterCriterionEditorRow *row)
{
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (next != NULL)
    muster_criterion_editor_row_focus_name (MUSTER_CRITERION_EDITOR_ROW (next));
  else if (muster_criterion_draft_is_complete (muster_criterion_editor_row_get_criterion (row)))
    muster_opening_editor_add (self);
}

void
muster_opening_editor_let_go (MusterOpeningEditor *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
remove_cb (MusterOpeningEditor *self, MusterCriterionEditorRow *row)
{
  int            index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  muster_opening_editor_let_go (self);
  muster_opening_draft_remove (self->draft, muster_criterion_editor_row_get_criterion (row));
  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (next != NULL)
    muster_criterion_editor_row_focus_name (MUSTER_CRITERION_EDITOR_ROW (next));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static void
focus_moved (MusterOpeningEditor *self, MusterCriterionDraft *criterion)
{
  MusterCriterionEditorRow *row = find_row (self, criterion);

  if (row != NULL)
    muster_criterion_editor_row_focus_handle (row);
}

static void
move_cb (MusterOpeningEditor *self, int by, MusterCriterionEditorRow *row)
{
  g_autoptr (MusterCriterionDraft) criterion = g_object_ref (muster_criterion_editor_row_get_criterion (row));

  muster_opening_editor_let_go (self);
  if (!muster_opening_draft_move_by (self->draft, criterion, by))
    gtk_widget_error_bell (GTK_WIDGET (self));
  focus_moved (self, criterion);
}

static void
drop_cb (MusterOpeningEditor *self, MusterCriterionDraft *dropped, MusterCriterionEditorRow *row)
{
  g_autoptr (MusterCriterionDraft) kept = g_object_ref (dropped);

  muster_opening_editor_let_go (self);
  muster_opening_draft_move_to (self->draft, kept, muster_criterion_editor_row_get_criterion (row));
  focus_moved (self, kept);
}

GtkWidget *
muster_opening_editor_make_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = muster_criterion_editor_row_new (item);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "drop", G_CALLBACK (drop_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), user_data, G_CONNECT_SWAPPED);

  return row;
}
