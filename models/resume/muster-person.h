/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose resume it is: name and the title under it. Private to models/resume. */
#pragma once

#include "muster-section.h"

G_BEGIN_DECLS

/* Sets name and label of @profile; its e-mail, if known, helps. */
void muster_person_read (const MusterSheet *sheet, const GArray *sections, MusterProfile *profile);

G_END_DECLS
