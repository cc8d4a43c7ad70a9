/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections by hand of what was read. A corrected value has confidence 1, keeps the place where it was read (page 0:
 * nowhere) and is known as corrected by standing in the list of corrections; both values are kept and dated. Functions
 * block for a commit and for the fits of one person: worker threads only. Errors: MUSTER_STORE_ERROR (INVALID says what
 * to do), MUSTER_LIBRARY_ERROR_NO_STORE. */
#pragma once

#include "muster-library.h"
#include "muster-store-corrections.h"

G_BEGIN_DECLS

/* @pointer: as in muster_profile_foreach(): "/work/0/name"; also a place where nothing stands yet. @text (nullable):
 * NULL takes the value out; dates as YYYY or YYYY-MM. The person is ranked anew in all pools. */
gboolean   muster_library_correct              (MusterLibrary *self, gint64 candidate_id, const char *pointer,
                                                const char *text, GError **error);

/* For undo: the newest. *@pointer (nullable): (transfer full): where it was. Ranks anew too. */
gboolean   muster_library_take_back_correction (MusterLibrary *self, gint64 candidate_id, char **pointer,
                                                GError **error);

/* (transfer full) (nullable): of MusterCorrection, newest first. */
GPtrArray *muster_library_list_corrections     (MusterLibrary *self, gint64 candidate_id, GError **error);

G_END_DECLS
