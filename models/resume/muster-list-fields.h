/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: skills, languages, certificates. Private to models/resume. */
#pragma once

#include "muster-section.h"

G_BEGIN_DECLS

/* Skills with their categories; a label in the section that names another kind ("Languages:") sends its values
 * there. */
void muster_skills_read       (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile);

/* Names of languages anywhere in the lines, each once. */
void muster_languages_read    (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans,
                               MusterProfile *profile);
void muster_certificates_read (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile);

G_END_DECLS
