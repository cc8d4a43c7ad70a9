/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libpanel 1.0.2 keeps its way to begin a drag to itself: the tab does with public calls what the stock headers do, and
 * asks the dock (see muster-dock-drag.c) to make room for the drop. */

#include "muster-frame-tab.h"

#include "muster-dock-private.h"
#include "muster-panel-tab.h"

struct _MusterFrameTab
{
  AdwBin       parent_instance;
  PanelWidget *panel; /* (unowned) (weak) */
  MusterDock  *dragged_in; /* (nullable) (weak): while it is being dragged */

  GtkStack        *stack;
  GtkLabel        *lone_title;
  GtkToggleButton *button;
  GtkImage        *icon;
  GtkLabel        *title;
  GtkLabel        *count;
  GtkWidget       *close;
  GtkWidget       *menu; /* a popover; child of the tab */
};

G_DEFINE_FINAL_TYPE (MusterFrameTab, muster_frame_tab, ADW_TYPE_BIN)

static MusterDock *
get_dock (MusterFrameTab *self)
{
  GtkWidget *dock = gtk_widget_get_ancestor (GTK_WIDGET (self), MUSTER_TYPE_DOCK);

  return dock != NULL ? MUSTER_DOCK (dock) : NULL;
}

static void
clicked_cb (MusterFrameTab *self)
{
  /* A toggle button lets itself go at the second click; a tab stays in front. */
  gtk_toggle_button_set_active (self->button, TRUE);
  if (self->panel != NULL)
    panel_widget_raise (self->panel);
}

static void
close_cb (MusterFrameTab *self)
{
  MusterDock *dock = get_dock (self);

  if (dock != NULL && self->panel != NULL)
    muster_dock_close (dock, panel_widget_get_id (self->panel));
}

static void
show_menu (MusterFrameTab *self, double x, double y)
{
  if (self->panel == NULL)
    return;

  panel_widget_raise (self->panel);
  if (get_dock (self) != NULL)
    muster_dock_set_current (get_dock (self), self->panel);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (MusterFrameTab *self, int n_press, double x, double y)
{
  show_menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  show_menu (MUSTER_FRAME_TAB (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget));

  return TRUE;
}

static GdkContentProvider *
drag_prepare_cb (MusterFrameTab *self, double x, double y, GtkDragSource *source)
{
  if (self->panel == NULL || !panel_widget_get_reorderable (self->panel))
    return NULL;

  return gdk_content_provider_new_typed (PANEL_TYPE_WIDGET, self->panel);
}

static void
drag_begin_cb (MusterFrameTab *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (paintable);
  MusterDock *dock = get_dock (self);

  gtk_drag_source_set_icon (source, picture, 0, 0);
  g_set_weak_pointer (&self->dragged_in, dock);
  if (dock != NULL)
    muster_dock_begin_drag (dock, self->panel);
}

static void
drag_end_cb (MusterFrameTab *self, GdkDrag *drag, gboolean is_moved, GtkDragSource *source)
{
  if (self->dragged_in != NULL)
    muster_dock_end_drag (self->dragged_in);
  g_clear_weak_pointer (&self->dragged_in);
}

static void
show_count (MusterFrameTab *self, GParamSpec *pspec, MusterPanelTab *tab)
{
  guint            count = muster_panel_tab_get_count (tab);
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0 && gtk_widget_get_visible (GTK_WIDGET (self->title)));
}

static void
muster_frame_tab_dispose (GObject *object)
{
  MusterFrameTab *self = MUSTER_FRAME_TAB (object);

  g_clear_weak_pointer (&self->panel);
  g_clear_weak_pointer (&self->dragged_in);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_FRAME_TAB);

  G_OBJECT_CLASS (muster_frame_tab_parent_class)->dispose (object);
}

static void
muster_frame_tab_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (muster_frame_tab_parent_class)->size_allocate (widget, width, height, baseline);

  gtk_popover_present (GTK_POPOVER (MUSTER_FRAME_TAB (widget)->menu));
}

static void
muster_frame_tab_class_init (MusterFrameTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_frame_tab_dispose;
  widget_class->size_allocate = muster_frame_tab_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-frame-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFrameTab, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameTab, lone_title);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameTab, button);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameTab, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameTab, title);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameTab, count);
  gtk_widget_class_bind_template_child (widget_class, MusterFrameTab, close);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
  gtk_widget_class_set_css_name (widget_class, "musterframetab");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
}

static void
muster_frame_tab_init (MusterFrameTab *self)
{
  g_autoptr (GMenuModel) model = muster_dock_make_panel_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

GtkWidget *
muster_frame_tab_new (PanelWidget *panel)
{
  MusterFrameTab *self = g_object_new (MUSTER_TYPE_FRAME_TAB, NULL);
  MusterPanelTab *tab = muster_panel_tab_get (panel);

  g_set_weak_pointer (&self->panel, panel);
  g_object_bind_property (panel, "title", self->lone_title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (panel, "title", self->title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (panel, "title", self->button, "tooltip-text", G_BINDING_SYNC_CREATE);
  g_object_bind_property (panel, "icon-name", self->icon, "icon-name", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (tab, "notify::count", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self, NULL, tab);

  return GTK_WIDGET (self);
}

PanelWidget *
muster_frame_tab_get_panel (MusterFrameTab *self)
{
  g_return_val_if_fail (MUSTER_IS_FRAME_TAB (self), NULL);

  return self->panel;
}

void
muster_frame_tab_set_state (MusterFrameTab *self, gboolean is_alone, gboolean is_active, gboolean has_label)
{
  MusterPanelTab *tab;

  g_return_if_fail (MUSTER_IS_FRAME_TAB (self));

  if (self->panel == NULL)
    return;

  tab = muster_panel_tab_get (self->panel);
  gtk_stack_set_visible_child_name (self->stack, is_alone ? "alone" : "tab");
  gtk_toggle_button_set_active (self->button, is_active);
  gtk_widget_set_visible (GTK_WIDGET (self->title), has_label);
  gtk_widget_set_visible (self->close, muster_panel_tab_get_is_closable (tab) && is_active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  panel_widget_get_title (self->panel), -1);
  show_count (self, NULL, tab);
}

int
muster_frame_tab_full_width (MusterFrameTab *self)
{
  PangoLayout *layout = gtk_label_get_layout (self->title);
  int          width, label;

  g_return_val_if_fail (MUSTER_IS_FRAME_TAB (self), 0);

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->title)))
    return width;
  pango_layout_get_pixel_size (layout, &label, NULL);

  return width + label + 6;
}
