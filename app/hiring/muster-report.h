/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed or saved about people, as the library shows them: codes while blind. Blocking; worker threads. Errors:
 * MUSTER_STORE_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE. */
#pragma once

#include "muster-library.h"
#include "muster-sheets.h"

G_BEGIN_DECLS

/* The shortlist of an opening, or (n_ids > 0) these people of it in this order of rank. (transfer full) (nullable) */
MusterSheets *muster_report_new_people (MusterLibrary *library, gint64 opening_id, const gint64 *ids, guint n_ids,
                                        GError **error);

/* Why one person stands where they stand: every criterion with its words, its page and what is missing. (transfer full)
 * (nullable) */
MusterSheets *muster_report_new_person (MusterLibrary *library, gint64 candidate_id, gint64 opening_id, GError **error);

G_END_DECLS
