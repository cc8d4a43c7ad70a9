/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which an opening is written, or a fixed one is changed: text, criteria, points. It stores nothing: who
 * made it does that on "fix" and answers with _finish() or _show_error(). Main loop only. */
#pragma once

#include "muster-opening-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "fix" (MusterOpening *): a person wants it stored; until the answer nothing can be changed. */
#define MUSTER_TYPE_OPENING_EDITOR (muster_opening_editor_get_type ())
G_DECLARE_FINAL_TYPE (MusterOpeningEditor, muster_opening_editor, MUSTER, OPENING_EDITOR, AdwWindow)

/* @opening (nullable): the fixed one to change; @version: of that, 0 for none. */
MusterOpeningEditor *muster_opening_editor_new        (GtkWindow *parent, MusterOpening *opening, guint version);

MusterOpeningDraft  *muster_opening_editor_get_draft  (MusterOpeningEditor *self); /* (transfer none) */
void                 muster_opening_editor_finish     (MusterOpeningEditor *self); /* stored: closes without asking */
void                 muster_opening_editor_show_error (MusterOpeningEditor *self, const GError *error);
gboolean             muster_opening_editor_is_busy    (MusterOpeningEditor *self); /* proposing or storing */

G_END_DECLS
