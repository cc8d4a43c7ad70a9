/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One panel in the head of a frame: a flat tab with icon, title and count, or, when it is the only one, its title. It
 * can be dragged. Main loop only. */
#pragma once

#include <adwaita.h>
#include <libpanel.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_FRAME_TAB (muster_frame_tab_get_type ())
G_DECLARE_FINAL_TYPE (MusterFrameTab, muster_frame_tab, MUSTER, FRAME_TAB, AdwBin)

GtkWidget   *muster_frame_tab_new        (PanelWidget *panel);
PanelWidget *muster_frame_tab_get_panel  (MusterFrameTab *self);

/* @is_alone: no other panel in the frame; @is_active: in front; @has_label: FALSE: icon only, with a tooltip */
void         muster_frame_tab_set_state  (MusterFrameTab *self, gboolean is_alone, gboolean is_active,
                                          gboolean has_label);

/* Pixels that it would like with its label, whether the label shows or not. */
int          muster_frame_tab_full_width (MusterFrameTab *self);

G_END_DECLS
