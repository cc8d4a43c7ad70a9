/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an import: four totals, and every file with its sentence, those that need somebody first. Follows the
 * activity: what is unlocked or read again changes its row. */
#pragma once

#include "muster-activity.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "remedy-wanted" (MusterActivity, MusterOutcome or NULL, i MusterRemedy): a button was pressed. */
#define MUSTER_TYPE_IMPORT_RESULT (muster_import_result_get_type ())
G_DECLARE_FINAL_TYPE (MusterImportResult, muster_import_result, MUSTER, IMPORT_RESULT, AdwWindow)

/* @opening: (nullable): plain text; @seconds: how long it took */
MusterImportResult *muster_import_result_new          (GtkWindow *parent, MusterActivity *activity,
                                                       const char *opening, double seconds);
MusterActivity     *muster_import_result_get_activity (MusterImportResult *self); /* (transfer none) */

G_END_DECLS
