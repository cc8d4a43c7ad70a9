/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done about an import that has ended: take it back, unlock a file, read failed ones again. All work on the
 * activity of this session: what is read again replaces its outcome in its place, and belongs to the same import when
 * that is taken back. Main loop; each calls back there. */
#pragma once

#include "muster-library.h"
#include "muster-store-batches.h"

G_BEGIN_DECLS

/* @activity: muster_activity_can_undo(). Everybody and every document that it brought goes, originals erased, in one
 * transaction; who was decided on, corrected or merged since stays and is named. Duplicates keep what was there first;
 * those whom only this import put into the pool leave it. The activity then is-undone. */
void               muster_library_undo_import_async  (MusterLibrary *self, MusterActivity *activity,
                                                      GAsyncReadyCallback callback, gpointer user_data);

/* @undone: (out caller-allocates): clear with muster_undone_batch_clear(). Errors: MUSTER_STORE_ERROR. */
gboolean           muster_library_undo_import_finish (MusterLibrary *self, GAsyncResult *result,
                                                      MusterUndoneBatch *undone, GError **error);

/* @outcome: one of the activity's, "encrypted". The password is kept in memory for this session when it opens the
 * file; with a wrong one the new outcome is "encrypted" again. */
void               muster_library_unlock_async       (MusterLibrary *self, MusterActivity *activity,
                                                      MusterOutcome *outcome, const char *password,
                                                      GAsyncReadyCallback callback, gpointer user_data);

/* (transfer full) (nullable): what took the outcome's place; NULL without an error: cancelled. */
MusterOutcome     *muster_library_unlock_finish      (MusterLibrary *self, GAsyncResult *result, GError **error);

/* @outcomes: (nullable) (element-type MusterOutcome): NULL for all that failed. */
void               muster_library_retry_async        (MusterLibrary *self, MusterActivity *activity, GPtrArray *outcomes,
                                                      GAsyncReadyCallback callback, gpointer user_data);

/* FALSE: nothing could be read at all; the activity is as it was. Errors: MUSTER_LIBRARY_ERROR, MUSTER_STORE_ERROR,
 * G_IO_ERROR_PENDING while the activity runs. */
gboolean           muster_library_retry_finish       (MusterLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
