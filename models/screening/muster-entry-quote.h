/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of a profile (a job, a course of studies) quoted by its values as they stand on the page. One thread. For
 * the files of this room only. */
#pragma once

#include "muster-dossier.h"

G_BEGIN_DECLS

/* From the first to the last of @values, NULLs allowed, as far as they stand together; nothing when none of them
 * stands on a page. */
void muster_entry_quote (const MusterDossier *dossier, const MusterValue *const *values, guint n_values,
                         MusterFinding *finding);

G_END_DECLS
