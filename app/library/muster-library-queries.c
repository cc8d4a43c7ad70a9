/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call each to the store, or the error that there is none; what is about people goes through the mask. */

#include "muster-library-queries.h"

#include "muster-library-masking.h"
#include "muster-store-blind.h"

#include <glib/gi18n-lib.h>

GPtrArray *
muster_library_list_openings (MusterLibrary *self, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_list_openings (store, error) : NULL;
}

MusterOpening *
muster_library_load_opening (MusterLibrary *self, gint64 opening_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_load_opening (store, opening_id, error) : NULL;
}

gboolean
muster_library_remove_opening (MusterLibrary *self, gint64 opening_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_remove_opening (store, opening_id, error) : FALSE;
}

GPtrArray *
muster_library_list_candidates (
    MusterLibrary *self, const MusterCandidateQuery *query, guint offset, guint limit, GError **error)
{
  MusterStore         *store = muster_library_need_store (self, error);
  MusterCandidateQuery asked = *query;
  GPtrArray           *people;

  asked.is_blind = muster_library_hides (self);
  people = store != NULL ? muster_store_list_candidates (store, &asked, offset, limit, error) : NULL;
  for (guint i = 0; people != NULL && i < people->len; i++)
    muster_candidate_record_mask (g_ptr_array_index (people, i), asked.is_blind);

  return people;
}

gboolean
muster_library_count_candidates (MusterLibrary              *self,
                                 const MusterCandidateQuery *query,
                                 guint                      *count,
                                 GError                    **error)
{
  MusterStore         *store = muster_library_need_store (self, error);
  MusterCandidateQuery asked = *query;

  asked.is_blind = muster_library_hides (self);

  return store != NULL ? muster_store_count_candidates (store, &asked, count, error) : FALSE;
}

MusterCandidateRecord *
muster_library_get_candidate (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  return muster_library_get_applicant (self, candidate_id, 0, error);
}

MusterCandidateRecord *
muster_library_get_applicant (MusterLibrary *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  MusterStore           *store = muster_library_need_store (self, error);
  MusterCandidateRecord *record
      = store != NULL ? muster_store_get_applicant (store, candidate_id, opening_id, error) : NULL;

  if (record != NULL)
    muster_candidate_record_mask (record, muster_library_hides (self));

  return record;
}

GPtrArray *
muster_library_list_documents (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);
  GPtrArray   *documents = store != NULL ? muster_store_list_documents (store, candidate_id, error) : NULL;

  if (documents != NULL && muster_library_masks (self, candidate_id))
    muster_library_mask_documents (documents);

  return documents;
}

/** muster_library_load_document: Returns: (transfer full) (nullable): of a masked person the document with blocks
 * for words; places in its text are then its own, boxes are those of the pages. */
MusterDocument *
muster_library_load_document (MusterLibrary *self, gint64 document_id, GError **error)
{
  MusterStore           *store = muster_library_need_store (self, error);
  gint64                 candidate_id = 0;
  g_autoptr (MusterMask) mask = NULL;

  if (store == NULL || !muster_store_find_owner (store, document_id, &candidate_id, error))
    return NULL;
  if (!muster_library_masks (self, candidate_id))
    return muster_store_load_document (store, document_id, error);
  mask = muster_library_load_mask (self, document_id, error);

  return mask != NULL ? muster_mask_dup_document (mask, error) : NULL;
}

MusterProfile *
muster_library_load_profile (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore              *store = muster_library_need_store (self, error);
  g_autoptr (MusterProfile) profile
      = store != NULL ? muster_store_load_profile (store, candidate_id, error) : NULL;
  g_autoptr (MusterMask)    mask = NULL;

  if (profile == NULL || !muster_library_masks (self, candidate_id))
    return g_steal_pointer (&profile);
  mask = muster_store_load_person_mask (store, candidate_id, error);

  return mask != NULL ? muster_mask_dup_profile (mask, profile) : NULL;
}

/** muster_library_load_fit: Returns: (transfer full) (nullable): the stored fit in the form of
 * muster_fit_to_json(). */
JsonNode *
muster_library_load_fit (MusterLibrary *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  MusterStore           *store = muster_library_need_store (self, error);
  g_autofree char       *text
      = store != NULL ? muster_store_load_fit_json (store, candidate_id, opening_id, error) : NULL;
  g_autoptr (JsonNode)   fit = text != NULL ? json_from_string (text, error) : NULL;
  g_autoptr (MusterMask) mask = NULL;
  g_autoptr (MusterOpening) opening = NULL;

  if (fit == NULL || !muster_library_masks (self, candidate_id))
    return g_steal_pointer (&fit);
  mask = muster_store_load_person_mask (store, candidate_id, error);
  opening = mask != NULL ? muster_store_load_opening (store, opening_id, error) : NULL;
  if (opening == NULL)
    return NULL;
  muster_library_mask_fit (fit, mask, opening);

  return g_steal_pointer (&fit);
}

GPtrArray *
muster_library_list_decisions (MusterLibrary *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  MusterStore           *store = muster_library_need_store (self, error);
  g_autoptr (GPtrArray)  decisions
      = store != NULL ? muster_store_list_decisions (store, candidate_id, opening_id, error) : NULL;
  g_autoptr (MusterMask) mask = NULL;

  if (decisions == NULL || !muster_library_masks (self, candidate_id))
    return g_steal_pointer (&decisions);
  mask = muster_store_load_person_mask (store, candidate_id, error);
  if (mask == NULL)
    return NULL;
  muster_library_mask_decisions (decisions, mask);

  return g_steal_pointer (&decisions);
}

gboolean
muster_library_apply (MusterLibrary *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_apply (store, candidate_id, opening_id, error);
}

gboolean
muster_library_merge (MusterLibrary *self, gint64 into_id, gint64 from_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_merge_candidates (store, into_id, from_id, error) : FALSE;
}

GPtrArray *
muster_library_search (MusterLibrary *self, const char *query, guint limit, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);
  GPtrArray   *hits;

  if (store == NULL || !muster_library_hides (self))
    return store != NULL ? muster_store_search (store, query, limit, error) : NULL;
  hits = muster_store_search_blind (store, query, limit, error);
  if (hits != NULL)
    muster_library_mask_hits (hits);

  return hits;
}

GPtrArray *
muster_library_list_unfinished (MusterLibrary *self, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_list_unfinished (store, error) : NULL;
}

GPtrArray *
muster_library_check (MusterLibrary *self, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_check (store, error) : NULL;
}

gboolean
muster_library_verify_audit (MusterLibrary *self, guint *n_entries, gint64 *first_bad, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_verify_audit (store, n_entries, first_bad, error) : FALSE;
}

/** muster_library_export_candidate: everything about a person, files included; refused while the person is masked,
 * for nothing would be left of it. */
JsonNode *
muster_library_export_candidate (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  if (store != NULL && muster_library_masks (self, candidate_id))
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _("An export holds everything about a person, their name and files too. Reveal them first."));
      return NULL;
    }

  return store != NULL ? muster_store_export_candidate (store, candidate_id, error) : NULL;
}
