/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs out of a section of work. Private to models/resume. */
#pragma once

#include "muster-section.h"

G_BEGIN_DECLS

/* Adds to @work (of MusterWork). */
void muster_work_read (const MusterSheet *sheet, const MusterSection *section, GPtrArray *work);

G_END_DECLS
