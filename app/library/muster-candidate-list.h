/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People as a list model for widgets: pages of rows fetched from the store as they are looked at, off the main loop; made for 100,000. Items are
 * MusterCandidateRow; a row whose page has not arrived yet says so (is-loaded). Follows the store's changes, but never reorders between
 * muster_candidate_list_hold() and _release(). Main loop only. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

/* Properties: record changes are told by notify::loaded. */
#define MUSTER_TYPE_CANDIDATE_ROW (muster_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterCandidateRow, muster_candidate_row, MUSTER, CANDIDATE_ROW, GObject)

const MusterCandidateRecord *muster_candidate_row_get_record  (MusterCandidateRow *self); /* NULL until loaded */

/* A row outside any list, that reads its record off the main loop, again whenever the library says so. It stays without
 * a record when there is no such person in that pool (0: whatever the pool). (transfer full) */
MusterCandidateRow          *muster_candidate_row_follow      (MusterLibrary *library, gint64 candidate_id,
                                                               gint64 opening_id);

/* Signal "anchored" (GArray of guint): after "items-changed", where the anchors stand now; those that are gone are not in
 * it. */
#define MUSTER_TYPE_CANDIDATE_LIST (muster_candidate_list_get_type ())
G_DECLARE_FINAL_TYPE (MusterCandidateList, muster_candidate_list, MUSTER, CANDIDATE_LIST, GObject)

MusterCandidateList *muster_candidate_list_new       (MusterLibrary *library);
void                 muster_candidate_list_set_query (MusterCandidateList *self, const MusterCandidateQuery *query);
/* @ids: people to find again after every change of who stands where (copied); then comes "anchored". */
void                 muster_candidate_list_set_anchors (MusterCandidateList *self, const gint64 *ids, guint n_ids);
/* Find them now, even if nothing has changed; "anchored" comes in any case. */
void                 muster_candidate_list_find_anchors (MusterCandidateList *self);
void                 muster_candidate_list_hold      (MusterCandidateList *self);
void                 muster_candidate_list_release   (MusterCandidateList *self);

G_END_DECLS
