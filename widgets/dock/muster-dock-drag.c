/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While a panel is dragged every edge must be there to be dropped on. libpanel 1.0.2 hides an edge that has become empty
 * and forgets to say so: a placeholder keeps it open until the drag ends. */

#include "muster-dock-private.h"

static gboolean
has_no_page (PanelPaned *pane)
{
  for (guint i = 0; i < panel_paned_get_n_children (pane); i++)
    if (!panel_frame_get_empty (PANEL_FRAME (panel_paned_get_nth_child (pane, i))))
      return FALSE;

  return TRUE;
}

static void
open_edge (MusterDock *self, MusterDockArea edge)
{
  PanelWidget *placeholder = PANEL_WIDGET (g_object_ref_sink (panel_widget_new ()));

  panel_widget_set_title (placeholder, " ");
  panel_frame_add (muster_dock_ensure_frame (self, edge, 0, 0), placeholder);
  g_ptr_array_add (self->placeholders, placeholder);
  panel_dock_set_reveal_area (PANEL_DOCK (self), muster_dock_to_panel_area (edge), FALSE);
  panel_dock_set_reveal_area (PANEL_DOCK (self), muster_dock_to_panel_area (edge), TRUE);
}

/** muster_dock_begin_drag: Makes room and lets every frame show where a drop would go. */
void
muster_dock_begin_drag (MusterDock *self, PanelWidget *panel)
{
  for (MusterDockArea edge = MUSTER_DOCK_START; edge < MUSTER_DOCK_N_AREAS; edge++)
    if (has_no_page (self->panes[edge]))
      open_edge (self, edge);
  muster_dock_set_current (self, panel);
  g_signal_emit_by_name (self, "panel-drag-begin", panel);
}

static gboolean
clear_cb (gpointer user_data)
{
  g_autoptr (MusterDock) self = MUSTER_DOCK (user_data);

  for (guint i = 0; i < self->placeholders->len; i++)
    muster_dock_take_out (self, g_ptr_array_index (self->placeholders, i));
  g_ptr_array_set_size (self->placeholders, 0);
  muster_dock_tidy (self);
  /* An edge that the drop filled was open all along for libpanel: it must be told that it may stay. */
  for (MusterDockArea edge = MUSTER_DOCK_START; edge < MUSTER_DOCK_N_AREAS; edge++)
    if (self->current != NULL && gtk_widget_is_ancestor (GTK_WIDGET (self->current), GTK_WIDGET (self->panes[edge])))
      panel_dock_set_reveal_area (PANEL_DOCK (self), muster_dock_to_panel_area (edge), TRUE);
  muster_dock_layout_changed (self);

  return G_SOURCE_REMOVE;
}

void
muster_dock_end_drag (MusterDock *self)
{
  g_signal_emit_by_name (self, "panel-drag-end", self->current);
  g_idle_add (clear_cb, g_object_ref (self));
}
