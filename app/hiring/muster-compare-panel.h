/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two to five people beside each other, criterion by criterion. */
#pragma once

#include "muster-hiring-desk.h"

#include <libpanel.h>

G_BEGIN_DECLS

/* Property: n-people (u). Each column's stage menu activates "win.move-person" (xxs: candidate, opening, stage). */
#define MUSTER_TYPE_COMPARE_PANEL (muster_compare_panel_get_type ())
G_DECLARE_FINAL_TYPE (MusterComparePanel, muster_compare_panel, MUSTER, COMPARE_PANEL, PanelWidget)

void     muster_compare_panel_set_desk (MusterComparePanel *self, MusterHiringDesk *desk);

/* @ids: copied; people of that opening */
void     muster_compare_panel_show     (MusterComparePanel *self, gint64 opening_id, const gint64 *ids, guint n_ids);
gboolean muster_compare_panel_is_busy  (MusterComparePanel *self);

G_END_DECLS
