/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One criterion being written: name, kind, minimum, importance, points; what speaks against it stands below. Main loop
 * only. */
#pragma once

#include "muster-criterion-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals: "remove" (); "move" (i by): one place up or down; "drop" (MusterCriterionDraft): that one was dropped here;
 * "next" (): Enter in the name. */
#define MUSTER_TYPE_CRITERION_EDITOR_ROW (muster_criterion_editor_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterCriterionEditorRow, muster_criterion_editor_row, MUSTER, CRITERION_EDITOR_ROW, GtkListBoxRow)

GtkWidget            *muster_criterion_editor_row_new          (MusterCriterionDraft *criterion);

MusterCriterionDraft *muster_criterion_editor_row_get_criterion (MusterCriterionEditorRow *self); /* (transfer none) */
void                  muster_criterion_editor_row_focus_name   (MusterCriterionEditorRow *self);
void                  muster_criterion_editor_row_focus_handle (MusterCriterionEditorRow *self);

G_END_DECLS
