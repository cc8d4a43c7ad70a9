/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre of hiring: the people of an opening, ranked, filtered, one of them chosen. */
#pragma once

#include "muster-candidate-list.h"

#include <libpanel.h>

G_BEGIN_DECLS

/* Signal "person-chosen" (): another one, none, or the same one's record was read anew. */
#define MUSTER_TYPE_CANDIDATES_PANEL (muster_candidates_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterCandidatesPanel, muster_candidates_panel, MUSTER, CANDIDATES_PANEL, PanelWidget)

void                         muster_candidates_panel_set_library  (MusterCandidatesPanel *self,
                                                                   MusterLibrary *library);
/* id 0: everybody */
void                         muster_candidates_panel_show_opening (MusterCandidatesPanel *self,
                                                                   const MusterOpeningRecord *opening);
/* (nullable) (transfer none): until the next change */
const MusterCandidateRecord *muster_candidates_panel_get_chosen   (MusterCandidatesPanel *self);
/* after a person's own decision: even under the pointer */
void                         muster_candidates_panel_let_news_in  (MusterCandidatesPanel *self);
/* nobody anywhere: says how to begin */
void                         muster_candidates_panel_set_first_run (MusterCandidatesPanel *self,
                                                                    gboolean is_first_run);
void                         muster_candidates_panel_focus_filter (MusterCandidatesPanel *self);
/* rows on screen are still being read */
gboolean                     muster_candidates_panel_is_busy      (MusterCandidatesPanel *self);

G_END_DECLS
