/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the records say, and upkeep: one call each to the store, so that window and command line need no other door.
 * All block for the time of one query and may come from any thread; lists for widgets come from
 * MusterCandidateList. Errors: MUSTER_STORE_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

/* MusterOpeningRecord */
GPtrArray             *muster_library_list_openings    (MusterLibrary *self, GError **error);
MusterOpening         *muster_library_load_opening     (MusterLibrary *self, gint64 opening_id, GError **error);
gboolean               muster_library_remove_opening   (MusterLibrary *self, gint64 opening_id, GError **error);
GPtrArray             *muster_library_list_candidates  (MusterLibrary *self, const MusterCandidateQuery *query,
                                                        guint offset, guint limit, GError **error);
gboolean               muster_library_count_candidates (MusterLibrary *self, const MusterCandidateQuery *query,
                                                        guint *count, GError **error);
MusterCandidateRecord *muster_library_get_candidate    (MusterLibrary *self, gint64 candidate_id, GError **error);
/* as a row of that pool, with fit and rank; @opening_id 0: without */
MusterCandidateRecord *muster_library_get_applicant    (MusterLibrary *self, gint64 candidate_id, gint64 opening_id,
                                                        GError **error);
/* MusterDocumentRecord */
GPtrArray             *muster_library_list_documents   (MusterLibrary *self, gint64 candidate_id, GError **error);
MusterDocument        *muster_library_load_document    (MusterLibrary *self, gint64 document_id, GError **error);
MusterProfile         *muster_library_load_profile     (MusterLibrary *self, gint64 candidate_id, GError **error);
/* as muster_fit_to_json() */
JsonNode              *muster_library_load_fit         (MusterLibrary *self, gint64 candidate_id, gint64 opening_id,
                                                        GError **error);
GPtrArray             *muster_library_list_decisions   (MusterLibrary *self, gint64 candidate_id, gint64 opening_id,
                                                        GError **error);
/* into the pool; muster_library_rank() gives the fit */
gboolean               muster_library_apply            (MusterLibrary *self, gint64 candidate_id, gint64 opening_id,
                                                        GError **error);
gboolean               muster_library_merge            (MusterLibrary *self, gint64 into_id, gint64 from_id,
                                                        GError **error);
/* MusterSearchHit */
GPtrArray             *muster_library_search           (MusterLibrary *self, const char *query, guint limit,
                                                        GError **error);
/* char*: files in work when Muster ended */
GPtrArray             *muster_library_list_unfinished  (MusterLibrary *self, GError **error);
/* char*: what is wrong; empty = all well */
GPtrArray             *muster_library_check            (MusterLibrary *self, GError **error);
gboolean               muster_library_verify_audit     (MusterLibrary *self, guint *n_entries, gint64 *first_bad,
                                                        GError **error);
JsonNode              *muster_library_export_candidate (MusterLibrary *self, gint64 candidate_id, GError **error);

G_END_DECLS
