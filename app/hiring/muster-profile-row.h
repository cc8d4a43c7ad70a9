/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a profile: what was read, where it stands, and whether somebody should look again. Main loop only. */
#pragma once

#include "muster-profile-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signals: "pointed" (s pointer, nullable): the pointer or the focus is on it, or left it; "open-page" (s pointer,
 * u page): the link was followed; "edit" (): somebody wants to correct it. */
#define MUSTER_TYPE_PROFILE_ROW (muster_profile_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterProfileRow, muster_profile_row, MUSTER, PROFILE_ROW, GtkListBoxRow)

/* @fact: must live as long as the row; @correction (nullable): "Corrected 7 Nov, was “…”" */
GtkWidget               *muster_profile_row_new         (const MusterProfileFact *fact, const char *correction,
                                                         gboolean can_edit);
const MusterProfileFact *muster_profile_row_get_fact    (MusterProfileRow *self);
void                     muster_profile_row_set_linked  (MusterProfileRow *self, gboolean is_linked);

G_END_DECLS
