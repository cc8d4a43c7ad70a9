/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and pointer. Arrows walk on the paper, so that where one reads from the right, Left is onward. */

#include "muster-chart-private.h"

#include <gdk/gdkkeysyms.h>

#define BIG_STEP 10

/* The row at a place of the plot; -1 for none. Later layers lie on top, so they are asked first. */
static int
pick (MusterChart *self, double x, double y, guint *layer)
{
  const cairo_rectangle_t whole
      = { 0, 0, gtk_widget_get_width (self->plot), gtk_widget_get_height (self->plot) };
  MusterPalette palette;
  MusterPlot    plot;

  muster_chart_plot_of_view (self, &plot, &palette, NULL);
  muster_chart_lay_out (self, &plot, &whole);
  for (guint i = self->layers->len; i > 0; i--)
    {
      int row = muster_layer_pick (g_ptr_array_index (self->layers, i - 1), &plot, x, y);

      *layer = i - 1;
      if (row >= 0)
        return row;
    }

  return -1;
}

static void
activate (MusterChart *self, int row)
{
  muster_chart_set_selected (self, row);
  g_signal_emit_by_name (self, "point-activated", (guint) row);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, MusterChart *self)
{
  guint layer;
  int   row = pick (self, x, y, &layer);

  gtk_widget_grab_focus (self->plot);
  if (row >= 0 && g_ptr_array_index (self->layers, layer) == muster_chart_main_layer (self))
    activate (self, row);
}

static void
menu_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, MusterChart *self)
{
  muster_chart_show_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/* Until the pointer rests on a point, nothing says what it is. */
static gboolean
query_tooltip_cb (GtkWidget *plot, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip, MusterChart *self)
{
  g_autofree char *text = NULL;
  guint            layer;
  int              row = is_keyboard ? -1 : pick (self, x, y, &layer);

  if (row < 0)
    return FALSE;

  text = muster_layer_describe (g_ptr_array_index (self->layers, layer), (guint) row);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, MusterChart *self)
{
  guint layer;

  gtk_widget_set_cursor_from_name (self->plot, pick (self, x, y, &layer) >= 0 ? "pointer" : NULL);
}

/* Along the values of the layer that the cursor is in. */
static void
walk (MusterChart *self, int n_steps)
{
  MusterLayer  *layer;
  MusterSeries *series;
  int           from = self->cursor < 0 ? self->selected : self->cursor;

  if (self->cursor < 0)
    g_ptr_array_find (self->layers, muster_chart_main_layer (self), &self->cursor_layer);
  if (self->cursor_layer >= self->layers->len)
    return;

  layer = g_ptr_array_index (self->layers, self->cursor_layer);
  series = muster_layer_get_series (layer);
  if (series != NULL)
    muster_chart_set_cursor (self, muster_series_step (series, muster_layer_get_x_column (layer), from, n_steps));
}

/* To the first point, @direction -1, or the last, 1. From nowhere, muster_series_step() comes in from the other side. */
static void
walk_to_end (MusterChart *self, int direction)
{
  gboolean is_nowhere = self->cursor < 0 && self->selected < 0;

  walk (self, is_nowhere ? -direction * G_MAXINT : direction * G_MAXINT);
}

/* To the next layer with points, @direction 1 or -1; in it to the same row, or its last. */
static void
change_series (MusterChart *self, int direction)
{
  int row = self->cursor;

  for (int i = (int) self->cursor_layer + direction; i >= 0 && i < (int) self->layers->len; i += direction)
    {
      MusterSeries *series = muster_layer_get_series (g_ptr_array_index (self->layers, (guint) i));
      guint         n_rows = series != NULL ? muster_series_get_n_rows (series) : 0;

      if (n_rows == 0)
        continue;
      self->cursor = MUSTER_CHART_NOTHING;
      self->cursor_layer = (guint) i;
      muster_chart_set_cursor (self, CLAMP (row, 0, (int) n_rows - 1));
      return;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *key, guint keyval, guint code, GdkModifierType state, MusterChart *self)
{
  int onward = gtk_widget_get_direction (self->plot) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int n_steps = onward * (state & GDK_CONTROL_MASK ? BIG_STEP : 1);

  if (state & (GDK_ALT_MASK | GDK_SUPER_MASK) || muster_chart_main_layer (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      walk (self, -n_steps);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      walk (self, n_steps);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      walk_to_end (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      walk_to_end (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      change_series (self, keyval == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->cursor < 0 || g_ptr_array_index (self->layers, self->cursor_layer) != muster_chart_main_layer (self))
        return GDK_EVENT_PROPAGATE;
      activate (self, self->cursor);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->cursor < 0)
        return GDK_EVENT_PROPAGATE;
      muster_chart_set_cursor (self, MUSTER_CHART_NOTHING);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (GtkEventControllerFocus *focus, MusterChart *self)
{
  muster_chart_set_cursor (self, MUSTER_CHART_NOTHING);
}

static void
add_click (MusterChart *self, GtkWidget *widget, guint button, GCallback callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect (click, "pressed", callback, self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

/** muster_chart_add_input: Lets the plot be used by keys and pointer. */
void
muster_chart_add_input (MusterChart *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  add_click (self, self->plot, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  add_click (self, GTK_WIDGET (self), GDK_BUTTON_SECONDARY, G_CALLBACK (menu_pressed_cb));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->plot, key);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->plot, focus);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (self->plot, motion);
  g_signal_connect (self->plot, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}

/** muster_chart_show_menu: @at: (nullable): where in the chart; at its middle without. */
void
muster_chart_show_menu (MusterChart *self, const GdkRectangle *at)
{
  GdkRectangle middle
      = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, gtk_widget_get_height (GTK_WIDGET (self)) / 2, 1, 1 };

  gtk_popover_set_pointing_to (self->menu, at != NULL ? at : &middle);
  gtk_popover_popup (self->menu);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  muster_chart_show_menu (MUSTER_CHART (widget), NULL);

  return GDK_EVENT_STOP;
}

/** muster_chart_class_add_keys: Those that hold in plot and table alike. */
void
muster_chart_class_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "chart.table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}
