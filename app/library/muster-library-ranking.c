/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People of the store against its openings: fits for a pool, and recommendations both ways. A fit is reckoned
 * from the document that gave the current profile, for its quotes are places of that paper. */

#include "muster-fit-mask.h"
#include "muster-library-masking.h"
#include "muster-library-queries.h"
#include "muster-store-blind.h"

#include <glib/gi18n-lib.h>

#define PAGE_ROWS 200

static gint64
find_profile_source (MusterStore *store, gint64 candidate_id, GError **error)
{
  g_autoptr (GPtrArray) documents = muster_store_list_documents (store, candidate_id, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const MusterDocumentRecord *record = g_ptr_array_index (documents, i);

      if (record->is_profile_source)
        return record->id;
    }

  return 0;
}

/* NULL without an error: the person has no paper that says anything. */
static MusterFit *
fit_person (MusterLibrary *self, MusterOpening *opening, gint64 candidate_id, GError **error)
{
  g_autoptr (GError)         failure = NULL;
  gint64                     document_id = find_profile_source (self->store, candidate_id, &failure);
  g_autoptr (MusterDocument) document = NULL;
  g_autoptr (MusterProfile)  profile = NULL;

  if (document_id != 0)
    document = muster_store_load_document (self->store, document_id, &failure);
  if (document != NULL)
    profile = muster_store_load_profile (self->store, candidate_id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return profile != NULL ? muster_library_fit (self, opening, document, profile) : NULL;
}

gboolean
muster_library_rank_person (
    MusterLibrary *self, MusterOpening *opening, gint64 opening_id, gint64 candidate_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MusterFit) fit = fit_person (self, opening, candidate_id, &failure);

  if (fit != NULL)
    return muster_store_save_fit (self->store, candidate_id, opening_id, fit, error);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * muster_library_add_opening:
 *
 * Its criteria are fixed from here on, and with them the version of the rules that ranks by them.
 *
 * Returns: the opening's id, 0 on error.
 */
gint64
muster_library_add_opening (MusterLibrary *self, MusterOpening *opening, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_add_opening (store, opening, MUSTER_RULES_VERSION, error) : 0;
}

gboolean
muster_library_decide (MusterLibrary *self, const MusterDecision *decision, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_decide (store, decision, error);
}

/* One person's trouble is told and does not stop the others; only a store that is gone does. */
gboolean
muster_library_rank_pool (MusterLibrary  *self,
                          gint64          opening_id,
                          GCancellable   *cancellable,
                          MusterActivity *activity,
                          GError        **error)
{
  g_autoptr (MusterOpening) opening = muster_store_load_opening (self->store, opening_id, error);
  g_autoptr (GPtrArray) people
      = opening != NULL ? muster_store_list_unranked (self->store, opening_id, error) : NULL;

  if (people == NULL)
    return FALSE;

  if (activity != NULL)
    muster_library_tell_total (activity, people->len);
  for (guint i = 0; i < people->len; i++)
    {
      gint64             candidate_id = *(gint64 *) g_ptr_array_index (people, i);
      g_autoptr (GError) failure = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      muster_library_rank_person (self, opening, opening_id, candidate_id, &failure);
      if (activity != NULL)
        muster_library_tell (activity,
                             failure == NULL
                                 ? muster_outcome_new ("", "ranked", _ ("Ranked."), candidate_id, 0)
                                 : muster_outcome_new ("", "store", failure->message, candidate_id, 0));
      else if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * muster_library_rank:
 *
 * Gives a fit to everybody in the opening's pool who has none yet; fits that are there never change.
 *
 * Returns: FALSE on the first error, or when cancelled; those done before keep their fits.
 */
gboolean
muster_library_rank (MusterLibrary *self, gint64 opening_id, GCancellable *cancellable, GError **error)
{
  return muster_library_need_store (self, error) != NULL
         && muster_library_rank_pool (self, opening_id, cancellable, NULL, error);
}

static gboolean
rank_in_thread (MusterLibrary *self, MusterActivity *activity, gpointer data, GError **error)
{
  gint64 opening_id = *(gint64 *) data;

  if (muster_library_need_store (self, error) == NULL
      || !muster_store_apply_unassigned (self->store, opening_id, error))
    return FALSE;

  return muster_library_rank_pool (self, opening_id, muster_activity_get_cancellable (activity), activity, error);
}

/**
 * muster_library_rank_async:
 *
 * Puts everybody who is in no pool into this one and ranks the pool.
 *
 * Returns: (transfer none): the activity, already in muster_library_get_activities().
 */
MusterActivity *
muster_library_rank_async (MusterLibrary *self, gint64 opening_id)
{
  g_autoptr (MusterActivity) activity = muster_activity_new (_ ("Ranking"), 0, MUSTER_ACTIVITY_RANK, opening_id);

  muster_library_start (self, activity, rank_in_thread, g_memdup2 (&opening_id, sizeof opening_id), g_free);

  return activity; /* the list of activities keeps it */
}

static void
recommendation_free (gpointer data)
{
  MusterRecommendation *self = data;

  g_free (self->name);
  g_clear_pointer (&self->fit, muster_fit_unref);
  g_free (self);
}

static int
compare_recommendations (gconstpointer a, gconstpointer b)
{
  const MusterRecommendation *first = *(MusterRecommendation *const *) a;
  const MusterRecommendation *second = *(MusterRecommendation *const *) b;
  int                         order = muster_fit_compare (first->fit, second->fit);

  if (order == 0)
    order = (first->candidate_id > second->candidate_id) - (first->candidate_id < second->candidate_id);

  return order != 0 ? order
                    : (first->opening_id > second->opening_id) - (first->opening_id < second->opening_id);
}

static gboolean
add_recommendation (MusterLibrary *self,
                    GPtrArray *found,
                    MusterOpening *opening,
                    gint64         opening_id,
                    gint64         candidate_id,
                    const char    *name,
                    GError       **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MusterFit) fit = fit_person (self, opening, candidate_id, &failure);
  MusterRecommendation *recommendation;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (fit == NULL)
    return TRUE;

  recommendation = g_new0 (MusterRecommendation, 1);
  recommendation->candidate_id = candidate_id;
  recommendation->opening_id = opening_id;
  recommendation->name = g_strdup (name);
  recommendation->fit = g_steal_pointer (&fit);
  g_ptr_array_add (found, recommendation);

  return TRUE;
}

/* What is handed out of a masked person. */
static gboolean
mask_recommendation (MusterLibrary *self, MusterRecommendation *recommendation, GError **error)
{
  g_autoptr (MusterMask)    mask = NULL;
  g_autoptr (MusterOpening) opening = NULL;
  MusterFit                *masked;

  if (!muster_library_masks (self, recommendation->candidate_id))
    return TRUE;
  mask = muster_store_load_person_mask (self->store, recommendation->candidate_id, error);
  opening = mask != NULL ? muster_store_load_opening (self->store, recommendation->opening_id, error) : NULL;
  if (opening == NULL)
    return FALSE;
  masked = muster_fit_dup_masked (recommendation->fit, mask, opening);
  muster_fit_unref (recommendation->fit);
  recommendation->fit = masked;

  return TRUE;
}

static gboolean
mask_recommendations (MusterLibrary *self, GPtrArray *found, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    if (!mask_recommendation (self, g_ptr_array_index (found, i), error))
      return FALSE;

  return TRUE;
}

/* Best first, numbered, at most @limit (0: all). */
static void
finish (GPtrArray *found, guint limit)
{
  g_ptr_array_sort (found, compare_recommendations);
  if (limit > 0 && found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  for (guint i = 0; i < found->len; i++)
    ((MusterRecommendation *) g_ptr_array_index (found, i))->rank = i + 1;
}

/**
 * muster_library_recommend_people:
 * @limit: 0 for all
 *
 * Returns: (transfer full) (nullable): of MusterRecommendation, best first: everybody in the library, whether
 * they applied or not.
 */
GPtrArray *
muster_library_recommend_people (
    MusterLibrary *self, gint64 opening_id, guint limit, GCancellable *cancellable, GError **error)
{
  const MusterCandidateQuery everybody = { .stage = -1, .sort = MUSTER_SORT_BY_ADDED };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (recommendation_free);
  MusterStore          *store = muster_library_need_store (self, error);
  g_autoptr (MusterOpening) opening
      = store != NULL ? muster_store_load_opening (store, opening_id, error) : NULL;
  guint n_seen = 0, n_page = PAGE_ROWS;

  if (opening == NULL)
    return NULL;
  while (n_page == PAGE_ROWS)
    {
      g_autoptr (GPtrArray) page = muster_library_list_candidates (self, &everybody, n_seen, PAGE_ROWS, error);

      if (page == NULL)
        return NULL;
      for (guint i = 0; i < page->len; i++)
        {
          const MusterCandidateRecord *record = g_ptr_array_index (page, i);

          if (g_cancellable_set_error_if_cancelled (cancellable, error)
              || !add_recommendation (self, found, opening, opening_id, record->id, record->name, error))
            return NULL;
        }
      n_page = page->len;
      n_seen += page->len;
      if (limit > 0 && found->len > 4 * limit)
        finish (found, limit); /* a hundred thousand fits need not be kept for ten */
    }
  finish (found, limit);

  return mask_recommendations (self, found, error) ? g_steal_pointer (&found) : NULL;
}

/** muster_library_recommend_openings: Returns: (transfer full) (nullable): of MusterRecommendation: all
 * openings, the best for the person first. */
GPtrArray *
muster_library_recommend_openings (MusterLibrary *self,
                                   gint64 candidate_id,
                                   GCancellable  *cancellable,
                                   GError       **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (recommendation_free);
  MusterStore *store = muster_library_need_store (self, error);
  g_autoptr (MusterCandidateRecord) person
      = store != NULL ? muster_store_get_candidate (store, candidate_id, error) : NULL;
  g_autoptr (GPtrArray) openings = person != NULL ? muster_store_list_openings (store, error) : NULL;

  if (openings == NULL)
    return NULL;
  for (guint i = 0; i < openings->len; i++)
    {
      const MusterOpeningRecord *record = g_ptr_array_index (openings, i);
      g_autoptr (MusterOpening)  opening = muster_store_load_opening (store, record->id, error);

      if (opening == NULL || g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_recommendation (self, found, opening, record->id, candidate_id, record->title, error))
        return NULL;
    }
  finish (found, 0);

  return mask_recommendations (self, found, error) ? g_steal_pointer (&found) : NULL;
}
