/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel that chooses the opening whose people the others show. */
#pragma once

#include "muster-hiring-desk.h"

#include <libpanel.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_OPENINGS_PANEL (muster_openings_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterOpeningsPanel, muster_openings_panel, MUSTER, OPENINGS_PANEL, PanelWidget)

void muster_openings_panel_set_desk (MusterOpeningsPanel *self, MusterHiringDesk *desk);

G_END_DECLS
