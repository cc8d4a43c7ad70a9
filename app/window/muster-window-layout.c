/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the panels stand: as delivered, as a person left them, back again; the toggles of the edges; the focus from
 * panel to panel; and the rule for narrow windows: the edges hide, and a toggle shows one of them at a time beside the
 * centre. */

#include "muster-window-private.h"

#include "muster-settings.h"

#define SAVE_AFTER_MS 500

static const MusterDockArea edges[] = { MUSTER_DOCK_START, MUSTER_DOCK_END, MUSTER_DOCK_BOTTOM };

static const struct
{
  const char *property;
  int         size_px;
  gboolean    is_shown;
} delivered[] = { { "start-width", 236, TRUE }, { "end-width", 344, TRUE }, { "bottom-height", 244, TRUE } };

static void
set_action_state (MusterWindow *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static void
sync_actions (MusterWindow *self)
{
  guint              n_panels;
  const char *const *ids = muster_dock_list_panels (self->dock, &n_panels);

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autofree char *name = g_strdup_printf ("toggle-%s", muster_dock_area_name (edges[i]));

      set_action_state (self, name, muster_dock_get_revealed (self->dock, edges[i]));
    }
  for (guint i = 0; i < n_panels; i++)
    {
      g_autofree char *name = g_strdup_printf ("panel-%s", ids[i]);

      if (g_action_map_lookup_action (G_ACTION_MAP (self), name) != NULL)
        set_action_state (self, name, muster_dock_is_open (self->dock, ids[i]));
    }
}

static void
show_edge (MusterWindow *self, MusterDockArea edge, gboolean is_shown)
{
  if (is_shown && self->is_narrow)
    for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
      if (edges[i] != edge)
        muster_dock_set_revealed (self->dock, edges[i], FALSE);
  muster_dock_set_revealed (self->dock, edge, is_shown);
  sync_actions (self);
}

static void
toggle_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  MusterWindow  *self = user_data;
  const char    *name = g_action_get_name (G_ACTION (action)) + strlen ("toggle-");
  MusterDockArea edge;

  if (muster_dock_area_from_name (name, &edge) && !muster_dock_is_empty (self->dock, edge))
    show_edge (self, edge, g_variant_get_boolean (value));
}

/** muster_window_show_panel: The panel comes to the front; its edge too, unless that would cover a narrow window. */
void
muster_window_show_panel (MusterWindow *self, const char *id)
{
  MusterDockArea area = muster_dock_get_area (self->dock, id);

  if (!muster_dock_is_open (self->dock, id))
    return;

  panel_widget_raise (muster_dock_get_panel (self->dock, id));
  if (area == MUSTER_DOCK_CENTRE)
    return;
  if (!self->is_narrow)
    show_edge (self, area, TRUE);
  else
    self->was_revealed[area - MUSTER_DOCK_START] = TRUE;
}

void
muster_window_show_activity (MusterWindow *self)
{
  muster_window_show_panel (self, "activity");
}

/** muster_window_set_narrow: hides the edges, or shows again those that were shown before. */
void
muster_window_set_narrow (MusterWindow *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      if (is_narrow)
        self->was_revealed[i] = muster_dock_get_revealed (self->dock, edges[i]);
      muster_dock_set_revealed (self->dock, edges[i], !is_narrow && self->was_revealed[i]);
    }
  sync_actions (self);
}

static void
focus_panel (MusterWindow *self, const char *id)
{
  MusterDockArea area = muster_dock_get_area (self->dock, id);

  if (muster_dock_is_open (self->dock, id) && area != MUSTER_DOCK_CENTRE)
    show_edge (self, area, TRUE);
  muster_dock_present (self->dock, id);
}

static void
focus_panel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  focus_panel (user_data, g_variant_get_string (parameter, NULL));
}

static gboolean
is_in_front (MusterDock *dock, const char *id)
{
  GtkWidget *panel = GTK_WIDGET (muster_dock_get_panel (dock, id));

  return muster_dock_is_open (dock, id) && gtk_widget_get_child_visible (panel) && gtk_widget_get_mapped (panel)
         && muster_dock_get_revealed (dock, muster_dock_get_area (dock, id));
}

/* Start, centre, end, bottom, and round again: the panel in front of each place that shows. */
static void
next_panel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const MusterDockArea order[]
      = { MUSTER_DOCK_START, MUSTER_DOCK_CENTRE, MUSTER_DOCK_END, MUSTER_DOCK_BOTTOM };
  MusterWindow      *self = user_data;
  PanelWidget       *current = muster_dock_get_current (self->dock);
  const char        *id = current != NULL ? panel_widget_get_id (current) : NULL;
  guint              n_panels, place = G_N_ELEMENTS (order) - 1;
  const char *const *ids = muster_dock_list_panels (self->dock, &n_panels);

  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (order); i++)
    if (muster_dock_get_area (self->dock, id) == order[i])
      place = i;
  for (guint step = 1; step <= G_N_ELEMENTS (order); step++)
    for (guint i = 0; i < n_panels; i++)
      if (is_in_front (self->dock, ids[i])
          && muster_dock_get_area (self->dock, ids[i]) == order[(place + step) % G_N_ELEMENTS (order)])
        {
          muster_dock_present (self->dock, ids[i]);
          return;
        }
}

static void
hide_edges_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  for (guint i = 0; self->is_narrow && i < G_N_ELEMENTS (edges); i++)
    show_edge (self, edges[i], FALSE);
}

static void
move_panel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow  *self = user_data;
  PanelWidget   *current = muster_dock_get_current (self->dock);
  MusterDockArea area;

  if (current == NULL || !muster_dock_area_from_name (g_variant_get_string (parameter, NULL), &area))
    return;
  muster_dock_move (self->dock, panel_widget_get_id (current), area);
  sync_actions (self);
}

static void
close_panel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;
  PanelWidget  *current = muster_dock_get_current (self->dock);

  if (current != NULL)
    muster_dock_close (self->dock, panel_widget_get_id (current));
}

static void
panel_open_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  MusterWindow *self = user_data;
  const char   *id = g_action_get_name (G_ACTION (action)) + strlen ("panel-");

  if (g_variant_get_boolean (value))
    focus_panel (self, id);
  else
    muster_dock_close (self->dock, id);
}

static void
set_delivered (MusterWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_object_set (self->dock, delivered[i].property, delivered[i].size_px, NULL);
      muster_dock_set_revealed (self->dock, edges[i], delivered[i].is_shown && !self->is_narrow);
      self->was_revealed[i] = delivered[i].is_shown;
    }
}

static void
reset_layout_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  muster_dock_reset (self->dock);
  set_delivered (self);
  sync_actions (self);
}

static gboolean
save_cb (gpointer user_data)
{
  MusterWindow *self = user_data;

  self->save_id = 0;
  muster_window_save_layout (self);

  return G_SOURCE_REMOVE;
}

/** muster_window_save_layout: What a narrow window hides was not hidden by a person: it is not remembered. */
void
muster_window_save_layout (MusterWindow *self)
{
  GSettings *settings = muster_settings_get ();

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->dock == NULL)
    return;

  if (!self->is_narrow)
    {
      g_autofree char *layout = muster_dock_dup_layout (self->dock);

      g_settings_set_string (settings, "hiring-layout", layout);
    }
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      int width, height;

      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      g_settings_set_int (settings, "window-width", CLAMP (width, 640, 16384));
      g_settings_set_int (settings, "window-height", CLAMP (height, 480, 16384));
    }
  g_settings_set_boolean (settings, "is-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
layout_changed_cb (MusterWindow *self)
{
  sync_actions (self);
  if (self->save_id == 0)
    self->save_id = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

static void
add_panel_actions (MusterWindow *self)
{
  guint              n_panels;
  const char *const *ids = muster_dock_list_panels (self->dock, &n_panels);

  for (guint i = 0; i < n_panels; i++)
    {
      g_autofree char *name = g_strdup_printf ("panel-%s", ids[i]);
      g_autofree char *detailed = g_strdup_printf ("win.%s", name);
      GActionEntry     entry = { .name = name, .state = "true", .change_state = panel_open_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
      g_menu_append (self->panels_menu, panel_widget_get_title (muster_dock_get_panel (self->dock, ids[i])), detailed);
    }
}

static void
restore (MusterWindow *self)
{
  GSettings       *settings = muster_settings_get ();
  g_autofree char *layout = g_settings_get_string (settings, "hiring-layout");

  muster_dock_reset (self->dock);
  if (*layout == '\0' || !muster_dock_set_layout (self->dock, layout))
    set_delivered (self);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "is-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/** muster_window_install_layout: once, after the template and the panels. */
void
muster_window_install_layout (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "toggle-start", .state = "true", .change_state = toggle_cb },
    { .name = "toggle-end", .state = "true", .change_state = toggle_cb },
    { .name = "toggle-bottom", .state = "false", .change_state = toggle_cb },
    { .name = "focus-panel", .parameter_type = "s", .activate = focus_panel_cb },
    { .name = "next-panel", .activate = next_panel_cb },
    { .name = "move-panel", .parameter_type = "s", .activate = move_panel_cb },
    { .name = "close-panel", .activate = close_panel_cb },
    { .name = "reset-layout", .activate = reset_layout_cb },
    { .name = "hide-edges", .activate = hide_edges_cb },
  };

  /* Not an accelerator: an entry or a menu that wants Escape gets it first. */
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut        *escape = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                          gtk_named_action_new ("win.hide-edges"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_panel_actions (self);
  restore (self);
  sync_actions (self);
  g_signal_connect_object (self->dock, "layout-changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
}
