/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dock: our headers in its frames, the toggles of its edges, moving the focus from panel to panel, and
 * the rule for narrow windows: the edges hide, and a toggle shows one of them at a time beside the centre. */

#include "muster-window-private.h"

#include "muster-frame-header.h"

#include <glib/gi18n-lib.h>

static const char *edges[] = { "start", "end", "bottom" };

static const struct
{
  const char *name; /* the id of the panel and the target of win.focus-panel */
  int         edge; /* index into edges; -1: the centre */
} places[] = {
  { "openings", 0 },
  { "candidates", -1 },
  { "fit", 1 },
  { "activity", 2 },
};

static PanelWidget *
get_panel (MusterWindow *self, guint place)
{
  PanelWidget *panels[] = { PANEL_WIDGET (self->openings_panel),
                            PANEL_WIDGET (self->candidates_panel),
                            PANEL_WIDGET (self->fit_panel),
                            PANEL_WIDGET (self->activity_panel) };

  return panels[place];
}

static gboolean
get_revealed (MusterWindow *self, int edge)
{
  g_autofree char *property = g_strdup_printf ("reveal-%s", edges[edge]);
  gboolean         is_revealed;

  g_object_get (self->dock, property, &is_revealed, NULL);

  return is_revealed;
}

/* Revealing takes the focus in libpanel 1.0.2: it goes back to where it was. */
static void
set_revealed (MusterWindow *self, int edge, gboolean is_revealed)
{
  g_autofree char *property = g_strdup_printf ("reveal-%s", edges[edge]);
  GtkWidget       *focus = gtk_window_get_focus (GTK_WINDOW (self));

  g_object_set (self->dock, property, is_revealed, NULL);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_window_set_focus (GTK_WINDOW (self), focus);
}

static void
sync_toggle (MusterWindow *self, int edge)
{
  g_autofree char *name = g_strdup_printf ("toggle-%s", edges[edge]);
  GAction         *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (get_revealed (self, edge)));
}

static void
show_edge (MusterWindow *self, int edge, gboolean is_shown)
{
  if (is_shown && self->is_narrow)
    for (int other = 0; other < (int) G_N_ELEMENTS (edges); other++)
      if (other != edge)
        set_revealed (self, other, FALSE);
  set_revealed (self, edge, is_shown);

  for (int i = 0; i < (int) G_N_ELEMENTS (edges); i++)
    sync_toggle (self, i);
}

static void
toggle_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action)) + strlen ("toggle-");

  for (int edge = 0; edge < (int) G_N_ELEMENTS (edges); edge++)
    if (g_str_equal (name, edges[edge]))
      show_edge (user_data, edge, g_variant_get_boolean (value));
}

void
muster_window_show_activity (MusterWindow *self)
{
  if (!self->is_narrow)
    show_edge (self, 2, TRUE);
  else
    self->was_revealed[2] = TRUE;
}

/** muster_window_set_narrow: hides the edges, or shows again those that were shown before. */
void
muster_window_set_narrow (MusterWindow *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  for (int edge = 0; edge < (int) G_N_ELEMENTS (edges); edge++)
    {
      if (is_narrow)
        self->was_revealed[edge] = get_revealed (self, edge);
      set_revealed (self, edge, !is_narrow && self->was_revealed[edge]);
      sync_toggle (self, edge);
    }
}

static void
focus_place (MusterWindow *self, guint place)
{
  PanelWidget *panel = get_panel (self, place);

  if (places[place].edge >= 0 && !get_revealed (self, places[place].edge))
    show_edge (self, places[place].edge, TRUE);
  panel_widget_raise (panel);
  gtk_widget_child_focus (GTK_WIDGET (panel), GTK_DIR_TAB_FORWARD);
}

static void
focus_panel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (name, places[i].name))
      focus_place (user_data, i);
}

/* Start, centre, end, bottom, and round again, past the edges that are hidden. */
static void
next_panel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;
  GtkWidget    *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint         place = G_N_ELEMENTS (places) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_panel (self, i))))
      place = i;
  for (guint step = 1; step <= G_N_ELEMENTS (places); step++)
    {
      guint next = (place + step) % G_N_ELEMENTS (places);

      if (places[next].edge < 0 || get_revealed (self, places[next].edge))
        {
          focus_place (self, next);
          return;
        }
    }
}

static void
escape_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;

  if (!self->is_narrow)
    return;
  for (int edge = 0; edge < (int) G_N_ELEMENTS (edges); edge++)
    show_edge (self, edge, FALSE);
}

static GtkWidget *
make_header (PanelWidget *panel)
{
  GtkWidget *header = muster_frame_header_new ();

  if (g_str_equal (panel_widget_get_id (panel), "openings"))
    {
      GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

      gtk_widget_set_tooltip_text (add, _ ("Add an opening from a file"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-opening");
      gtk_widget_add_css_class (add, "flat");
      panel_frame_header_add_suffix (PANEL_FRAME_HEADER (header), 0, add);
    }

  return header;
}

/* Frames stand their header above the page only while they are vertical; the bottom edge makes its frame
 * horizontal. */
static void
dress_frame (PanelWidget *panel)
{
  GtkWidget *frame = gtk_widget_get_ancestor (GTK_WIDGET (panel), PANEL_TYPE_FRAME);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (frame), GTK_ORIENTATION_VERTICAL);
  panel_frame_set_header (PANEL_FRAME (frame), PANEL_FRAME_HEADER (make_header (panel)));
}

/** muster_window_install_layout: once, after the template. */
void
muster_window_install_layout (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "toggle-start", .state = "true", .change_state = toggle_cb },
    { .name = "toggle-end", .state = "true", .change_state = toggle_cb },
    { .name = "toggle-bottom", .state = "false", .change_state = toggle_cb },
    { .name = "focus-panel", .parameter_type = "s", .activate = focus_panel_cb },
    { .name = "next-panel", .activate = next_panel_cb },
    { .name = "hide-edges", .activate = escape_cb },
  };

  /* Not an accelerator: an entry or a menu that wants Escape gets it first. */
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut        *escape = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                          gtk_named_action_new ("win.hide-edges"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    dress_frame (get_panel (self, i));
}
