/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the chosen person stands where they stand: total, band, criteria with quotes; and the buttons with which a person decides. */
#pragma once

#include "muster-hiring-desk.h"

#include <libpanel.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_FIT_PANEL (muster_fit_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterFitPanel, muster_fit_panel, MUSTER, FIT_PANEL, PanelWidget)

void     muster_fit_panel_set_desk (MusterFitPanel *self, MusterHiringDesk *desk);
gboolean muster_fit_panel_is_busy  (MusterFitPanel *self);

G_END_DECLS
