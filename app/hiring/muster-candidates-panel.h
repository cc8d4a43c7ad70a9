/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre of hiring: the people of an opening, ranked, filtered, one of them chosen. */
#pragma once

#include "muster-hiring-desk.h"

#include <libpanel.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_CANDIDATES_PANEL (muster_candidates_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterCandidatesPanel, muster_candidates_panel, MUSTER, CANDIDATES_PANEL, PanelWidget)

void     muster_candidates_panel_set_desk      (MusterCandidatesPanel *self, MusterHiringDesk *desk);
/* nobody anywhere: says how to begin */
void     muster_candidates_panel_set_first_run (MusterCandidatesPanel *self, gboolean is_first_run);
/* What the table shows now; its filter stays the panel's. */
void     muster_candidates_panel_get_query     (MusterCandidatesPanel *self, MusterCandidateQuery *query);
void     muster_candidates_panel_focus_filter  (MusterCandidatesPanel *self);
/* rows on screen are still being read */
gboolean muster_candidates_panel_is_busy       (MusterCandidatesPanel *self);

G_END_DECLS
