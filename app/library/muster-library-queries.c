/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call each to the store, or the error that there is none. */

#include "muster-library-queries.h"

#include "muster-library-private.h"

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
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_list_candidates (store, query, offset, limit, error) : NULL;
}

gboolean
muster_library_count_candidates (MusterLibrary              *self,
                                 const MusterCandidateQuery *query,
                                 guint                      *count,
                                 GError                    **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_count_candidates (store, query, count, error) : FALSE;
}

MusterCandidateRecord *
muster_library_get_candidate (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_get_candidate (store, candidate_id, error) : NULL;
}

MusterCandidateRecord *
muster_library_get_applicant (MusterLibrary *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_get_applicant (store, candidate_id, opening_id, error) : NULL;
}

GPtrArray *
muster_library_list_documents (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_list_documents (store, candidate_id, error) : NULL;
}

MusterDocument *
muster_library_load_document (MusterLibrary *self, gint64 document_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_load_document (store, document_id, error) : NULL;
}

MusterProfile *
muster_library_load_profile (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_load_profile (store, candidate_id, error) : NULL;
}

/** muster_library_load_fit: Returns: (transfer full) (nullable): the stored fit in the form of
 * muster_fit_to_json(). */
JsonNode *
muster_library_load_fit (MusterLibrary *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);
  g_autofree char *text
      = store != NULL ? muster_store_load_fit_json (store, candidate_id, opening_id, error) : NULL;

  return text != NULL ? json_from_string (text, error) : NULL;
}

GPtrArray *
muster_library_list_decisions (MusterLibrary *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_list_decisions (store, candidate_id, opening_id, error) : NULL;
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

  return store != NULL ? muster_store_search (store, query, limit, error) : NULL;
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

JsonNode *
muster_library_export_candidate (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_export_candidate (store, candidate_id, error) : NULL;
}
