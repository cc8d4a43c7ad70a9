/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs and schools below headings that nobody could read or that are not there. Private to models/resume. */
#pragma once

#include "muster-section.h"

G_BEGIN_DECLS

/* Looks through the sections of no known kind, for work if @profile has none and for education if it has none. */
void muster_unheaded_read (const MusterSheet *sheet, const GArray *sections, MusterProfile *profile);

G_END_DECLS
