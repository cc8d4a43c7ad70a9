/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the documents of the chosen person say, by section, each value with the page where it stands. Main loop only. */
#pragma once

#include "muster-hiring-desk.h"

#include <libpanel.h>

G_BEGIN_DECLS

/* Signal "corrected" (x candidate, u values): a person corrected that many, which can be taken back. */
#define MUSTER_TYPE_PROFILE_PANEL (muster_profile_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterProfilePanel, muster_profile_panel, MUSTER, PROFILE_PANEL, PanelWidget)

void     muster_profile_panel_set_desk (MusterProfilePanel *self, MusterHiringDesk *desk);
gboolean muster_profile_panel_is_busy  (MusterProfilePanel *self);

G_END_DECLS
