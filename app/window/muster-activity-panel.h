/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running and finished work, newest first, each with what became of every file. */
#pragma once

#include "muster-library.h"

#include <libpanel.h>

G_BEGIN_DECLS

/* Signal "remedy-wanted" (MusterActivity, MusterOutcome or NULL, i MusterRemedy): the button of a row was pressed. */
#define MUSTER_TYPE_ACTIVITY_PANEL (muster_activity_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterActivityPanel, muster_activity_panel, MUSTER, ACTIVITY_PANEL, PanelWidget)

void muster_activity_panel_set_library (MusterActivityPanel *self, MusterLibrary *library);

G_END_DECLS
