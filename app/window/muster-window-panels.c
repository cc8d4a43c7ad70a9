/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which panels there are and where each stands as delivered. A new panel of hiring is one line here: it gets the desk
 * and knows nothing of the window. */

#include "muster-window-private.h"

#include "muster-panel-tab.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_add_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("New opening"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-opening");
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static gpointer
add_panel (MusterWindow *self, GType type, MusterDockArea home)
{
  PanelWidget *panel = g_object_new (type, NULL);

  muster_dock_add (self->dock, panel, home, TRUE);

  return panel;
}

/** muster_window_install_panels: once, after the template, before anything that looks at panels. */
void
muster_window_install_panels (MusterWindow *self)
{
  self->openings_panel = add_panel (self, MUSTER_TYPE_OPENINGS_PANEL, MUSTER_DOCK_START);
  self->inbox_panel = add_panel (self, MUSTER_TYPE_INBOX_PANEL, MUSTER_DOCK_START);
  self->candidates_panel = add_panel (self, MUSTER_TYPE_CANDIDATES_PANEL, MUSTER_DOCK_CENTRE);
  self->compare_panel = add_panel (self, MUSTER_TYPE_COMPARE_PANEL, MUSTER_DOCK_CENTRE);
  self->fit_panel = add_panel (self, MUSTER_TYPE_FIT_PANEL, MUSTER_DOCK_END);
  self->matching_panel = add_panel (self, MUSTER_TYPE_MATCHING_PANEL, MUSTER_DOCK_BOTTOM);
  self->profile_panel = add_panel (self, MUSTER_TYPE_PROFILE_PANEL, MUSTER_DOCK_END);
  self->activity_panel = add_panel (self, MUSTER_TYPE_ACTIVITY_PANEL, MUSTER_DOCK_BOTTOM);

  muster_openings_panel_set_desk (self->openings_panel, self->desk);
  muster_inbox_panel_set_desk (self->inbox_panel, self->desk);
  muster_candidates_panel_set_desk (self->candidates_panel, self->desk);
  muster_compare_panel_set_desk (self->compare_panel, self->desk);
  muster_matching_panel_set_desk (self->matching_panel, self->desk);
  g_signal_connect_object (self->matching_panel, "person-activated", G_CALLBACK (muster_hiring_desk_choose), self->desk,
                           G_CONNECT_SWAPPED);
  muster_fit_panel_set_desk (self->fit_panel, self->desk);
  muster_profile_panel_set_desk (self->profile_panel, self->desk);
  muster_window_install_persons (self);
  muster_panel_tab_set_suffix (muster_panel_tab_get (PANEL_WIDGET (self->openings_panel)), make_add_button ());
}
