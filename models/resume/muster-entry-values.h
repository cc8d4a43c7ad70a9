/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What jobs and schools have in common: dates and the lines below the header as values. Private to models/resume. */
#pragma once

#include "muster-entry.h"

G_BEGIN_DECLS

MusterValue *muster_entry_dup_start      (const MusterSheet *sheet, const MusterEntry *entry); /* (nullable) */
MusterValue *muster_entry_dup_end        (const MusterSheet *sheet, const MusterEntry *entry); /* (nullable) */
void         muster_entry_add_highlights (const MusterSheet *sheet, const MusterEntry *entry, GPtrArray *highlights);

G_END_DECLS
