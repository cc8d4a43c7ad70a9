/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel that chooses the opening whose people the others show. */
#pragma once

#include "muster-opening-list.h"

#include <libpanel.h>

G_BEGIN_DECLS

/* Property: opening-id (x): the chosen one; 0: everybody, -1: nothing chosen yet. */
#define MUSTER_TYPE_OPENINGS_PANEL (muster_openings_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterOpeningsPanel, muster_openings_panel, MUSTER, OPENINGS_PANEL, PanelWidget)

void   muster_openings_panel_set_list       (MusterOpeningsPanel *self, MusterOpeningList *openings);
gint64 muster_openings_panel_get_opening_id (MusterOpeningsPanel *self);
void   muster_openings_panel_set_opening_id (MusterOpeningsPanel *self, gint64 opening_id);

G_END_DECLS
