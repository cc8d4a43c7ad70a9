/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a paper is a letter: it then speaks to somebody, and its date line and subject are no job. Private to
 * models/resume. */
#pragma once

#include "muster-sheet.h"

G_BEGIN_DECLS

/* A line of its own that greets somebody. */
gboolean muster_line_is_salutation (const MusterSheetLine *line);

/* A salutation near the top, in one of five languages. */
gboolean muster_sheet_is_letter (const MusterSheet *self);

G_END_DECLS
