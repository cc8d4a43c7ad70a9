/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People out as a table for a spreadsheet: what the list shows, as the library shows it (codes while blind). UTF-8 with
 * a byte order mark, commas, CRLF; a text that a spreadsheet would take for a formula begins with an apostrophe. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

/* All rows of the query in its order. Blocking, worker threads. What was written before an error stays written. Errors:
 * MUSTER_STORE_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE, G_IO_ERROR. */
gboolean  muster_library_export_candidates_csv      (MusterLibrary *self, const MusterCandidateQuery *query,
                                                     GOutputStream *stream, GCancellable *cancellable, GError **error);

/* (transfer full) (nullable) */
char     *muster_library_dup_candidates_csv         (MusterLibrary *self, const MusterCandidateQuery *query,
                                                     GError **error);

G_END_DECLS
