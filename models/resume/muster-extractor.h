/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a document to a profile by rules and word lists: sections by their headings, entries by their dates, fields
 * by place, style and words (../../DESIGN.md, models/resume). Pure; any thread. */
#pragma once

#include "muster-profile.h"

G_BEGIN_DECLS

/* Kept with every profile: a profile of an older version can be told and read again. */
#define MUSTER_EXTRACTOR_VERSION "rules-1"

MusterProfile *muster_extract_profile (const MusterDocument *document, MusterMonth today);

G_END_DECLS
