/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person or several are chosen in the table. The choice is of people, not of rows: after the list was read anew they
 * are chosen again where they stand now, as far as they are still in it. When nobody is, the first one is, so that the
 * panels beside have somebody to show. */

#include "muster-candidates-panel-private.h"

#define MAX_CHOSEN 64

static void
tell_row (MusterCandidatesPanel *self, guint position)
{
  g_autoptr (MusterCandidateRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  muster_hiring_desk_set_person (self->desk, row);
}

static GArray *
list_chosen (MusterCandidatesPanel *self, GtkBitset *chosen)
{
  GArray       *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint         position;

  for (gboolean is_more = gtk_bitset_iter_init_first (&iter, chosen, &position); is_more && ids->len < MAX_CHOSEN;
       is_more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (MusterCandidateRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
      const MusterCandidateRecord *record = row != NULL ? muster_candidate_row_get_record (row) : NULL;

      if (record != NULL)
        g_array_append_val (ids, record->id);
    }

  return ids;
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static void
tell_choice (MusterCandidatesPanel *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GArray) ids = list_chosen (self, chosen);
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);

  if (gtk_bitset_is_empty (chosen))
    {
      muster_hiring_desk_set_person (self->desk, NULL);
      muster_hiring_desk_set_chosen (self->desk, NULL, 0);
      return;
    }

  /* A row that is not loaded yet has no id: what is known of the others is kept. */
  if (ids->len > 0)
    {
      muster_candidate_list_set_anchors (self->list, (const gint64 *) (gconstpointer) ids->data, ids->len);
      muster_hiring_desk_set_chosen (self->desk, (const gint64 *) (gconstpointer) ids->data, ids->len);
    }
  if (gtk_bitset_get_size (chosen) == 1 || person == NULL || !holds (ids, person->id))
    tell_row (self, gtk_bitset_get_minimum (chosen));
}

static void
selection_changed_cb (MusterCandidatesPanel *self)
{
  if (!self->is_refilling)
    tell_choice (self);
}

/* The person's record has come, or another one: only now is it known whom to find again. */
static void
person_changed_cb (MusterCandidatesPanel *self)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  guint n_chosen;

  muster_hiring_desk_get_chosen (self->desk, &n_chosen);
  if (self->list == NULL || person == NULL || n_chosen > 1)
    return;

  muster_candidate_list_set_anchors (self->list, &person->id, 1);
  muster_hiring_desk_set_chosen (self->desk, &person->id, 1);
}

/* GTK 4.8 scrolls by an action of the list view inside. */
static void
scroll_to (MusterCandidatesPanel *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

static void
anchored_cb (MusterCandidatesPanel *self, GArray *positions)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  self->is_refilling = TRUE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  for (guint i = 0; i < positions->len; i++)
    if (g_array_index (positions, guint, i) < n_rows)
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), g_array_index (positions, guint, i), FALSE);
  if (positions->len > 0)
    scroll_to (self, g_array_index (positions, guint, 0));
  if (positions->len == 0 && n_rows > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  self->is_refilling = FALSE;
  tell_choice (self);
}

static void
choose_cb (MusterCandidatesPanel *self, gint64 candidate_id)
{
  muster_candidate_list_set_anchors (self->list, &candidate_id, 1);
  muster_candidate_list_find_anchors (self->list);
}

/** muster_candidates_panel_start_choosing: once there is a list. */
void
muster_candidates_panel_start_choosing (MusterCandidatesPanel *self)
{
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "anchored", G_CALLBACK (anchored_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "choose-person", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
}

void
muster_candidates_panel_stop_choosing (MusterCandidatesPanel *self)
{
  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->desk, person_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->desk, choose_cb, self);
    }
  g_clear_object (&self->selection);
}
