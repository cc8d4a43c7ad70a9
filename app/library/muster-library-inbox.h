/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents to file: people in no pool, and people who look like somebody who was here before (the same mail address,
 * telephone number or name): to be merged (muster_library_merge()) or told apart. Functions without _async block for
 * one query or commit: worker threads. Errors: MUSTER_STORE_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE. */
#pragma once

#include "muster-library.h"
#include "muster-store-inbox.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): of MusterInboxRecord, newest first */
GPtrArray      *muster_library_list_inbox       (MusterLibrary *self, guint offset, guint limit, GError **error);
gboolean        muster_library_count_inbox      (MusterLibrary *self, guint *count, GError **error);

/* Into the pool of the opening, in one commit; then they are ranked. */
gboolean        muster_library_file_under       (MusterLibrary *self, const gint64 *candidate_ids, guint n,
                                                 gint64 opening_id, GError **error);

/* The same as an activity. (transfer none); main loop */
MusterActivity *muster_library_file_under_async (MusterLibrary *self, const gint64 *candidate_ids, guint n,
                                                 gint64 opening_id);

/* They look alike and are two people. */
gboolean        muster_library_tell_apart       (MusterLibrary *self, gint64 candidate_id, gint64 other_id,
                                                 GError **error);

G_END_DECLS
