/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the head of a frame shows about a panel beside its title and icon. One for each panel, made when it is first
 * asked for; it lives as long as its panel. Main loop only. */
#pragma once

#include <libpanel.h>

G_BEGIN_DECLS

/* Properties: count (u): a dim number after the title, 0: none; is-closable (b): whether a × closes it; suffix
 * (GtkWidget, nullable): flat buttons at the end of the head while the panel is in front. */
#define MUSTER_TYPE_PANEL_TAB (muster_panel_tab_get_type ())
G_DECLARE_FINAL_TYPE (MusterPanelTab, muster_panel_tab, MUSTER, PANEL_TAB, GObject)

MusterPanelTab *muster_panel_tab_get             (PanelWidget *panel); /* (transfer none) */

guint           muster_panel_tab_get_count       (MusterPanelTab *self);
void            muster_panel_tab_set_count       (MusterPanelTab *self, guint count);
gboolean        muster_panel_tab_get_is_closable (MusterPanelTab *self);
void            muster_panel_tab_set_is_closable (MusterPanelTab *self, gboolean is_closable);
GtkWidget      *muster_panel_tab_get_suffix      (MusterPanelTab *self); /* (nullable) (transfer none) */
void            muster_panel_tab_set_suffix      (MusterPanelTab *self, GtkWidget *suffix);

G_END_DECLS
