/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schools and degrees out of a section of education. Private to models/resume. */
#pragma once

#include "muster-section.h"

G_BEGIN_DECLS

/* Adds to @education (of MusterEducation). */
void muster_education_read (const MusterSheet *sheet, const MusterSection *section, GPtrArray *education);

G_END_DECLS
