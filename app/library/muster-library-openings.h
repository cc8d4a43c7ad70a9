/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Openings that go on living. Functions without _async block for one commit or query: worker threads, or the main loop
 * for a single one. Errors: MUSTER_STORE_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE. */
#pragma once

#include "muster-library.h"
#include "muster-store-versions.h"

G_BEGIN_DECLS

/* Version 2, 3 ...; logged. Nobody in the pool has a fit until muster_library_rank_again_async(). *@version (nullable):
 * its number. */
gboolean        muster_library_change_opening   (MusterLibrary *self, gint64 opening_id, MusterOpening *opening,
                                                 guint *version, GError **error);

/* (transfer full) (nullable): of MusterOpeningVersion, newest first */
GPtrArray      *muster_library_list_versions    (MusterLibrary *self, gint64 opening_id, GError **error);

/* A new version that is equal to @version, ranked by the rules of today. *@new_version (nullable): its number. */
gboolean        muster_library_go_back          (MusterLibrary *self, gint64 opening_id, guint version,
                                                 guint *new_version, GError **error);

/* Everybody in the pool without a fit, and nobody else (muster_library_rank_async() takes in who is in no pool).
 * (transfer none); main loop */
MusterActivity *muster_library_rank_again_async (MusterLibrary *self, gint64 opening_id);

/* @reason: "filled" or "withdrawn". A closed opening takes nobody new; it stays in the list (closed_at). */
gboolean        muster_library_close_opening    (MusterLibrary *self, gint64 opening_id, const char *reason,
                                                 GError **error);
gboolean        muster_library_reopen_opening   (MusterLibrary *self, gint64 opening_id, GError **error);

G_END_DECLS
