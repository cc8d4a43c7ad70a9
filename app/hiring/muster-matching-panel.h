/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool of an opening as a chart: where everybody stands, and where the chosen person does among them. */
#pragma once

#include "muster-hiring-desk.h"

#include <libpanel.h>

G_BEGIN_DECLS

/* Signal "person-activated" (x candidate): a dot was chosen. */
#define MUSTER_TYPE_MATCHING_PANEL (muster_matching_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterMatchingPanel, muster_matching_panel, MUSTER, MATCHING_PANEL, PanelWidget)

void     muster_matching_panel_set_desk (MusterMatchingPanel *self, MusterHiringDesk *desk);
gboolean muster_matching_panel_is_busy  (MusterMatchingPanel *self);

G_END_DECLS
