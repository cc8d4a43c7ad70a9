/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs and schools written as forms: a label and its value beside it or behind a colon. Private to models/resume. */
#pragma once

#include "muster-section.h"

G_BEGIN_DECLS

/* TRUE and items added when the lines hold at least an employer and something about the work there, or a school with
 * a degree. */
gboolean muster_labelled_read (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile);

G_END_DECLS
