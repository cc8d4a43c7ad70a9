/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libpanel 1.0.2 has no public way to put a panel at an edge: the dock makes the panes itself and keeps them. Frames come
 * and go as panels are dropped; after each change it sees to it that all have our head and none stands empty. */

#include "muster-dock-private.h"

#include "muster-frame-header.h"
#include "muster-panel-tab.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

enum
{
  SIGNAL_LAYOUT_CHANGED,
  SIGNAL_PANEL_CLOSED,
  SIGNAL_CURRENT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *area_names[] = { "centre", "start", "end", "bottom" };

G_DEFINE_FINAL_TYPE (MusterDock, muster_dock, PANEL_TYPE_DOCK)

const char *
muster_dock_area_name (MusterDockArea area)
{
  g_return_val_if_fail (area < MUSTER_DOCK_N_AREAS, NULL);

  return area_names[area];
}

gboolean
muster_dock_area_from_name (const char *name, MusterDockArea *area)
{
  for (guint i = 0; i < G_N_ELEMENTS (area_names); i++)
    if (g_strcmp0 (name, area_names[i]) == 0)
      {
        *area = i;
        return TRUE;
      }

  return FALSE;
}

PanelArea
muster_dock_to_panel_area (MusterDockArea area)
{
  static const PanelArea areas[] = { PANEL_AREA_CENTER, PANEL_AREA_START, PANEL_AREA_END, PANEL_AREA_BOTTOM };

  return areas[area];
}

MusterDockEntry *
muster_dock_find (MusterDock *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      MusterDockEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (panel_widget_get_id (entry->panel), id) == 0)
        return entry;
    }

  return NULL;
}

static PanelFrame *
get_frame (PanelWidget *panel)
{
  GtkWidget *frame = gtk_widget_get_ancestor (GTK_WIDGET (panel), PANEL_TYPE_FRAME);

  return frame != NULL ? PANEL_FRAME (frame) : NULL;
}

void
muster_dock_layout_changed (MusterDock *self)
{
  if (!self->is_laying_out)
    g_signal_emit (self, signals[SIGNAL_LAYOUT_CHANGED], 0);
}

static GtkWidget *
find_tab_view (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_TAB_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tab_view (child);

  return found;
}

/* The tab view inside a frame takes Alt+1 to Alt+9 for its own pages, wherever the focus is: they go to panels here. */
static void
free_alt_digits (PanelFrame *frame)
{
  GtkWidget *view = find_tab_view (GTK_WIDGET (frame));

  if (view != NULL)
    adw_tab_view_remove_shortcuts (ADW_TAB_VIEW (view), ADW_TAB_VIEW_SHORTCUT_ALT_DIGITS | ADW_TAB_VIEW_SHORTCUT_ALT_ZERO);
}

/* Frames stand their head above the page only while they are vertical. */
static void
dress_frame (PanelFrame *frame)
{
  free_alt_digits (frame);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (frame), GTK_ORIENTATION_VERTICAL);
  if (!MUSTER_IS_FRAME_HEADER (panel_frame_get_header (frame)))
    panel_frame_set_header (frame, PANEL_FRAME_HEADER (muster_frame_header_new ()));
}

static PanelFrame *
make_frame (void)
{
  GtkWidget *frame = panel_frame_new ();

  dress_frame (PANEL_FRAME (frame));

  return PANEL_FRAME (frame);
}

/* Edges have one column: their frames are counted by row (at the bottom from start to end). */
PanelFrame *
muster_dock_ensure_frame (MusterDock *self, MusterDockArea area, guint column, guint row)
{
  PanelPaned *pane = self->panes[area];

  if (area == MUSTER_DOCK_CENTRE)
    return panel_grid_column_get_row (panel_grid_get_column (self->grid, column), row);

  while (panel_paned_get_n_children (pane) <= row)
    panel_paned_append (pane, GTK_WIDGET (make_frame ()));

  return PANEL_FRAME (panel_paned_get_nth_child (pane, row));
}

void
muster_dock_take_out (MusterDock *self, PanelWidget *panel)
{
  PanelFrame *frame = get_frame (panel);

  if (frame == NULL)
    return;

  panel_widget_unmaximize (panel);
  frame = get_frame (panel);
  panel_frame_remove (frame, panel);
}

void
muster_dock_put (MusterDock *self, PanelFrame *frame, PanelWidget *panel)
{
  muster_dock_take_out (self, panel);
  panel_frame_add (frame, panel);
}

static void
collect_frame_cb (PanelFrame *frame, gpointer user_data)
{
  g_ptr_array_add (user_data, g_object_ref (frame));
}

static void
tidy_frame (MusterDock *self, PanelFrame *frame)
{
  GtkWidget *pane;

  /* It may have gone with its column a moment ago. */
  if (!gtk_widget_is_ancestor (GTK_WIDGET (frame), GTK_WIDGET (self)))
    return;
  dress_frame (frame);
  if (!panel_frame_get_empty (frame))
    return;

  pane = gtk_widget_get_ancestor (GTK_WIDGET (frame), PANEL_TYPE_PANED);
  if (gtk_widget_get_ancestor (GTK_WIDGET (frame), PANEL_TYPE_GRID) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (frame), "frame.close-page-or-frame", NULL);
  else if (pane != NULL && panel_paned_get_n_children (PANEL_PANED (pane)) > 1)
    panel_paned_remove (PANEL_PANED (pane), GTK_WIDGET (frame));
}

void
muster_dock_tidy (MusterDock *self)
{
  g_autoptr (GPtrArray) frames = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_handle_id (&self->tidy_id, g_source_remove);
  panel_dock_foreach_frame (PANEL_DOCK (self), collect_frame_cb, frames);
  for (guint i = 0; i < frames->len; i++)
    tidy_frame (self, g_ptr_array_index (frames, i));
  /* libpanel hides an edge that has become empty and still says that it is shown. */
  for (MusterDockArea edge = MUSTER_DOCK_START; edge < MUSTER_DOCK_N_AREAS; edge++)
    if (muster_dock_is_empty (self, edge))
      panel_dock_set_reveal_area (PANEL_DOCK (self), muster_dock_to_panel_area (edge), FALSE);
}

static gboolean
tidy_cb (gpointer user_data)
{
  MusterDock *self = user_data;

  self->tidy_id = 0;
  muster_dock_tidy (self);
  muster_dock_layout_changed (self);

  return G_SOURCE_REMOVE;
}

void
muster_dock_queue_tidy (MusterDock *self)
{
  if (self->tidy_id == 0)
    self->tidy_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tidy_cb, self, NULL);
}

static PanelFrame *
create_frame_cb (PanelGrid *grid, gpointer user_data)
{
  return make_frame ();
}

void
muster_dock_set_current (MusterDock *self, PanelWidget *panel)
{
  if (g_set_weak_pointer (&self->current, panel))
    g_signal_emit (self, signals[SIGNAL_CURRENT_CHANGED], 0);
}

static void
focus_moved_cb (MusterDock *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *panel = focus != NULL ? gtk_widget_get_ancestor (focus, PANEL_TYPE_WIDGET) : NULL;

  if (panel != NULL && gtk_widget_is_ancestor (panel, GTK_WIDGET (self)))
    muster_dock_set_current (self, PANEL_WIDGET (panel));
}

static void
muster_dock_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (muster_dock_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
muster_dock_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);

  GTK_WIDGET_CLASS (muster_dock_parent_class)->unroot (widget);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterDock    *self = MUSTER_DOCK (widget);
  MusterDockArea area;

  if (self->current != NULL && muster_dock_area_from_name (g_variant_get_string (parameter, NULL), &area))
    muster_dock_move (self, panel_widget_get_id (self->current), area);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterDock *self = MUSTER_DOCK (widget);

  if (self->current != NULL)
    muster_dock_close (self, panel_widget_get_id (self->current));
}

static void
present_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  muster_dock_present (MUSTER_DOCK (widget), g_variant_get_string (parameter, NULL));
}

/** muster_dock_make_panel_menu: Returns: (transfer full): what can be done with the panel that is current. */
GMenuModel *
muster_dock_make_panel_menu (void)
{
  static const struct
  {
    const char *label;
    const char *action;
  } moves[] = { { N_ ("Move to Start"), "dock.move::start" },
                { N_ ("Move to Centre"), "dock.move::centre" },
                { N_ ("Move to End"), "dock.move::end" },
                { N_ ("Move to Bottom"), "dock.move::bottom" } };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_menu_append (places, _ (moves[i].label), moves[i].action);
  g_menu_append (end, _ ("Close Panel"), "dock.close");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));

  return G_MENU_MODEL (menu);
}

static void
entry_free (gpointer data)
{
  MusterDockEntry *entry = data;

  g_object_unref (entry->panel);
  g_free (entry);
}

static void
muster_dock_dispose (GObject *object)
{
  MusterDock *self = MUSTER_DOCK (object);

  g_clear_handle_id (&self->tidy_id, g_source_remove);
  g_clear_weak_pointer (&self->current);

  G_OBJECT_CLASS (muster_dock_parent_class)->dispose (object);
}

static void
muster_dock_finalize (GObject *object)
{
  MusterDock *self = MUSTER_DOCK (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->placeholders);

  G_OBJECT_CLASS (muster_dock_parent_class)->finalize (object);
}

static void
muster_dock_class_init (MusterDockClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_dock_dispose;
  object_class->finalize = muster_dock_finalize;
  widget_class->root = muster_dock_root;
  widget_class->unroot = muster_dock_unroot;

  signals[SIGNAL_LAYOUT_CHANGED] = g_signal_new ("layout-changed", MUSTER_TYPE_DOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PANEL_CLOSED] = g_signal_new ("panel-closed", MUSTER_TYPE_DOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CURRENT_CHANGED] = g_signal_new ("current-changed", MUSTER_TYPE_DOCK, G_SIGNAL_RUN_LAST, 0, NULL,
                                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "dock.move", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "dock.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "dock.present", "s", present_cb);
}

static void
add_area (MusterDock *self, GtkBuilder *builder, GtkWidget *child, const char *type)
{
  GtkBuildableIface *iface = GTK_BUILDABLE_GET_IFACE (self);

  iface->add_child (GTK_BUILDABLE (self), builder, G_OBJECT (child), type);
}

static void
muster_dock_init (MusterDock *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
  self->placeholders = g_ptr_array_new_with_free_func (g_object_unref);

  self->grid = PANEL_GRID (panel_grid_new ());
  g_signal_connect (self->grid, "create-frame", G_CALLBACK (create_frame_cb), NULL);
  add_area (self, builder, GTK_WIDGET (self->grid), NULL);
  for (MusterDockArea area = MUSTER_DOCK_START; area < MUSTER_DOCK_N_AREAS; area++)
    {
      GtkWidget *pane = panel_paned_new ();

      gtk_orientable_set_orientation (GTK_ORIENTABLE (pane), area == MUSTER_DOCK_BOTTOM
                                                                 ? GTK_ORIENTATION_HORIZONTAL
                                                                 : GTK_ORIENTATION_VERTICAL);
      self->panes[area] = PANEL_PANED (pane);
      panel_paned_append (self->panes[area], GTK_WIDGET (make_frame ()));
      add_area (self, builder, pane, area_names[area]);
    }
}

/** muster_dock_new: Returns: (transfer floating): a dock without panels. */
GtkWidget *
muster_dock_new (void)
{
  return g_object_new (MUSTER_TYPE_DOCK, NULL);
}

/** muster_dock_add: @panel: with an id that no other panel has. */
void
muster_dock_add (MusterDock *self, PanelWidget *panel, MusterDockArea home, gboolean is_kept)
{
  MusterDockEntry *entry;

  g_return_if_fail (MUSTER_IS_DOCK (self) && PANEL_IS_WIDGET (panel) && home < MUSTER_DOCK_N_AREAS);
  g_return_if_fail (panel_widget_get_id (panel) != NULL
                    && muster_dock_find (self, panel_widget_get_id (panel)) == NULL);

  entry = g_new0 (MusterDockEntry, 1);
  entry->panel = g_object_ref_sink (panel);
  entry->home = entry->last = home;
  entry->is_kept = is_kept;
  g_ptr_array_add (self->entries, entry);
  g_ptr_array_insert (self->ids, (int) self->ids->len - 1, g_strdup (panel_widget_get_id (panel)));
  panel_widget_set_reorderable (panel, TRUE);
  muster_panel_tab_set_is_closable (muster_panel_tab_get (panel), !is_kept);
  muster_dock_put (self, muster_dock_ensure_frame (self, home, 0, 0), panel);
  muster_dock_layout_changed (self);
}

PanelWidget *
muster_dock_get_panel (MusterDock *self, const char *id)
{
  MusterDockEntry *entry;

  g_return_val_if_fail (MUSTER_IS_DOCK (self), NULL);

  entry = muster_dock_find (self, id);

  return entry != NULL ? entry->panel : NULL;
}

/** muster_dock_list_panels: Returns: (transfer none) (array length=n_panels): ids, open or not. */
const char *const *
muster_dock_list_panels (MusterDock *self, guint *n_panels)
{
  g_return_val_if_fail (MUSTER_IS_DOCK (self), NULL);

  if (n_panels != NULL)
    *n_panels = self->entries->len;

  return (const char *const *) self->ids->pdata;
}

gboolean
muster_dock_is_open (MusterDock *self, const char *id)
{
  MusterDockEntry *entry;

  g_return_val_if_fail (MUSTER_IS_DOCK (self), FALSE);

  entry = muster_dock_find (self, id);

  return entry != NULL && get_frame (entry->panel) != NULL;
}

MusterDockArea
muster_dock_get_area (MusterDock *self, const char *id)
{
  MusterDockEntry *entry;

  g_return_val_if_fail (MUSTER_IS_DOCK (self), MUSTER_DOCK_CENTRE);

  entry = muster_dock_find (self, id);
  for (MusterDockArea area = MUSTER_DOCK_START; entry != NULL && area < MUSTER_DOCK_N_AREAS; area++)
    if (gtk_widget_is_ancestor (GTK_WIDGET (entry->panel), GTK_WIDGET (self->panes[area])))
      return area;

  return MUSTER_DOCK_CENTRE;
}

void
muster_dock_present (MusterDock *self, const char *id)
{
  MusterDockEntry *entry;
  MusterDockArea   area;

  g_return_if_fail (MUSTER_IS_DOCK (self));

  entry = muster_dock_find (self, id);
  if (entry == NULL)
    return;

  if (get_frame (entry->panel) == NULL)
    muster_dock_put (self, muster_dock_ensure_frame (self, entry->last, 0, 0), entry->panel);
  area = muster_dock_get_area (self, id);
  panel_widget_raise (entry->panel);
  if (area != MUSTER_DOCK_CENTRE)
    muster_dock_set_revealed (self, area, TRUE);
  muster_dock_set_current (self, entry->panel);
  if (!panel_widget_focus_default (entry->panel))
    gtk_widget_child_focus (GTK_WIDGET (entry->panel), GTK_DIR_TAB_FORWARD);
  muster_dock_layout_changed (self);
}

void
muster_dock_close (MusterDock *self, const char *id)
{
  g_autofree char *closed = g_strdup (id);
  MusterDockEntry *entry;

  g_return_if_fail (MUSTER_IS_DOCK (self));

  entry = muster_dock_find (self, id);
  if (entry == NULL || get_frame (entry->panel) == NULL)
    return;

  entry->last = muster_dock_get_area (self, id);
  muster_dock_take_out (self, entry->panel);
  if (self->current == entry->panel)
    muster_dock_set_current (self, NULL);
  if (!entry->is_kept)
    {
      guint index;

      g_ptr_array_find (self->entries, entry, &index);
      g_ptr_array_remove_index (self->ids, index);
      g_ptr_array_remove_index (self->entries, index);
    }
  muster_dock_queue_tidy (self);
  g_signal_emit (self, signals[SIGNAL_PANEL_CLOSED], 0, closed);
}

void
muster_dock_move (MusterDock *self, const char *id, MusterDockArea area)
{
  MusterDockEntry *entry;

  g_return_if_fail (MUSTER_IS_DOCK (self) && area < MUSTER_DOCK_N_AREAS);

  entry = muster_dock_find (self, id);
  if (entry == NULL || (get_frame (entry->panel) != NULL && muster_dock_get_area (self, id) == area))
    return;

  muster_dock_put (self, muster_dock_ensure_frame (self, area, 0, 0), entry->panel);
  entry->last = area;
  muster_dock_tidy (self);
  muster_dock_present (self, id);
}

PanelWidget *
muster_dock_get_current (MusterDock *self)
{
  g_return_val_if_fail (MUSTER_IS_DOCK (self), NULL);

  return self->current;
}

gboolean
muster_dock_get_revealed (MusterDock *self, MusterDockArea edge)
{
  g_return_val_if_fail (MUSTER_IS_DOCK (self), FALSE);

  return edge == MUSTER_DOCK_CENTRE
         || panel_dock_get_reveal_area (PANEL_DOCK (self), muster_dock_to_panel_area (edge));
}

/** muster_dock_set_revealed: Revealing takes the focus in libpanel 1.0.2: it goes back to where it was. */
void
muster_dock_set_revealed (MusterDock *self, MusterDockArea edge, gboolean is_revealed)
{
  GtkRoot   *root;
  GtkWidget *focus;

  g_return_if_fail (MUSTER_IS_DOCK (self) && edge != MUSTER_DOCK_CENTRE);

  if (muster_dock_get_revealed (self, edge) == is_revealed)
    return;

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  panel_dock_set_reveal_area (PANEL_DOCK (self), muster_dock_to_panel_area (edge), is_revealed);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_root_set_focus (root, focus);
  muster_dock_layout_changed (self);
}

gboolean
muster_dock_is_empty (MusterDock *self, MusterDockArea area)
{
  g_return_val_if_fail (MUSTER_IS_DOCK (self), TRUE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      MusterDockEntry *entry = g_ptr_array_index (self->entries, i);

      if (get_frame (entry->panel) != NULL && muster_dock_get_area (self, panel_widget_get_id (entry->panel)) == area)
        return FALSE;
    }

  return TRUE;
}
