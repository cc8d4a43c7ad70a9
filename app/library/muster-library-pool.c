/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool through the same door as its list, so that both show the same names and ranks. */

#include "muster-library-pool.h"

#include "muster-library-private.h"
#include "muster-library-queries.h"
#include "muster-store-inbox.h"

static void
point_free (gpointer data)
{
  MusterPoolPoint *point = data;

  g_free (point->name);
  g_free (point);
}

GPtrArray *
muster_library_list_pool (MusterLibrary *self, gint64 opening_id, GError **error)
{
  const MusterCandidateQuery query
      = { .opening_id = opening_id, .stage = -1, .sort = MUSTER_SORT_BY_FIT, .is_descending = TRUE };
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (point_free);
  g_autoptr (GPtrArray) records = muster_library_list_candidates (self, &query, 0, G_MAXINT, error);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      MusterCandidateRecord *record = g_ptr_array_index (records, i);
      MusterPoolPoint       *point;

      if (!record->has_fit)
        continue;
      point = g_new0 (MusterPoolPoint, 1);
      point->candidate_id = record->id;
      point->name = g_steal_pointer (&record->name);
      point->total = record->fit;
      point->band = muster_band_for_total (record->fit);
      point->rank = record->rank;
      g_ptr_array_add (points, point);
    }

  return g_steal_pointer (&points);
}

static void
count_files (MusterActivity *activity, MusterUnranked *unranked)
{
  GListModel *outcomes = muster_activity_get_outcomes (activity);

  if (muster_activity_get_state (activity) <= MUSTER_ACTIVITY_RUNNING)
    unranked->n_being_read += muster_activity_get_n_total (activity)
                              - MIN (muster_activity_get_n_done (activity), muster_activity_get_n_total (activity));
  for (guint i = 0; i < g_list_model_get_n_items (outcomes); i++)
    {
      g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, i);

      unranked->n_need_password += g_strcmp0 (muster_outcome_get_code (outcome), "encrypted") == 0;
    }
}

gboolean
muster_library_count_unranked (MusterLibrary *self, gint64 opening_id, MusterUnranked *unranked, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);
  guint        n_all = 0;

  *unranked = (MusterUnranked){ 0 };
  if (store == NULL || !muster_store_count_unranked (store, opening_id, &unranked->n_unreadable, &n_all, error))
    return FALSE;
  unranked->n_not_ranked_yet = n_all - MIN (unranked->n_unreadable, n_all);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->activities)); i++)
    {
      g_autoptr (MusterActivity) activity = g_list_model_get_item (G_LIST_MODEL (self->activities), i);

      if (muster_activity_get_kind (activity) == MUSTER_ACTIVITY_IMPORT && !muster_activity_is_undone (activity)
          && muster_activity_get_opening_id (activity) == opening_id)
        count_files (activity, unranked);
    }

  return TRUE;
}
