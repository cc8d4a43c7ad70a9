/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which segments look like headings: by style and shape alone, no word of any language is known here. Pure functions,
 * any thread. */
#pragma once

#include "muster-segment.h"

G_BEGIN_DECLS

void     muster_headings_mark     (MusterSegments      *segments);
gboolean muster_heading_has_style (const MusterSegment *segment, const MusterSegment *other);

G_END_DECLS
