/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds title, axes and layers together and keeps labels, plot and table at one state. The plot is the picture for
 * assistive technology: role image, named by the title, described by the sentence and the reading at the cursor. */

#include "muster-chart-private.h"

enum
{
  PROP_TITLE = 1,
  PROP_UNIT,
  PROP_SENTENCE,
  PROP_SELECTED,
  PROP_CURSOR,
  PROP_SHOWS_TABLE,
  N_PROPS,
};

enum
{
  SIGNAL_POINT_ACTIVATED,
  SIGNAL_MESSAGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterChart, muster_chart, GTK_TYPE_WIDGET)

/* Brings labels, names for assistive technology and drawing to what the chart holds. */
static void
update (MusterChart *self)
{
  g_autofree char *description = NULL;

  gtk_label_set_text (GTK_LABEL (self->title_label), self->title);
  gtk_label_set_text (GTK_LABEL (self->unit_label), self->reading != NULL ? self->reading : self->unit);
  gtk_label_set_text (GTK_LABEL (self->sentence_label), self->sentence);
  gtk_widget_set_visible (self->title_label, *self->title != '\0');
  gtk_widget_set_visible (self->unit_label, *self->unit != '\0' || self->reading != NULL);
  gtk_widget_set_visible (self->sentence_label, *self->sentence != '\0');

  description = self->reading != NULL ? g_strdup_printf ("%s %s", self->reading, self->sentence)
                                      : g_strdup (self->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plot),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
  gtk_widget_queue_draw (self->plot);
}

static void
set_text (MusterChart *self, char **text, const char *value, guint property_id)
{
  if (value == NULL)
    value = "";
  if (g_str_equal (*text, value))
    return;

  g_free (*text);
  *text = g_strdup (value);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

static void
muster_chart_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MusterChart *self = MUSTER_CHART (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_UNIT:
      g_value_set_string (value, self->unit);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    case PROP_CURSOR:
      g_value_set_int (value, self->cursor);
      break;
    case PROP_SHOWS_TABLE:
      g_value_set_boolean (value, self->shows_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_chart_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterChart *self = MUSTER_CHART (object);

  switch (property_id)
    {
    case PROP_TITLE:
      muster_chart_set_title (self, g_value_get_string (value));
      break;
    case PROP_UNIT:
      muster_chart_set_unit (self, g_value_get_string (value));
      break;
    case PROP_SENTENCE:
      muster_chart_set_sentence (self, g_value_get_string (value));
      break;
    case PROP_SELECTED:
      muster_chart_set_selected (self, g_value_get_int (value));
      break;
    case PROP_CURSOR:
      muster_chart_set_cursor (self, g_value_get_int (value));
      break;
    case PROP_SHOWS_TABLE:
      muster_chart_set_shows_table (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* Letters, direction or colours are others now. */
static void
muster_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (muster_chart_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (MUSTER_CHART (widget)->plot);
}

static void
muster_chart_dispose (GObject *object)
{
  MusterChart *self = MUSTER_CHART (object);

  for (guint i = 0; i < self->layers->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->layers, i), self);
  g_ptr_array_set_size (self->layers, 0);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (self->chooser);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_CHART);

  G_OBJECT_CLASS (muster_chart_parent_class)->dispose (object);
}

static void
muster_chart_finalize (GObject *object)
{
  MusterChart *self = MUSTER_CHART (object);

  g_ptr_array_unref (self->layers);
  muster_axis_free (self->x_axis);
  muster_axis_free (self->y_axis);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->sentence);
  g_free (self->reading);

  G_OBJECT_CLASS (muster_chart_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, "", flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, "", flags);
  properties[PROP_SELECTED] = g_param_spec_int (
      "selected", NULL, NULL, MUSTER_CHART_NOTHING, G_MAXINT, MUSTER_CHART_NOTHING, flags);
  properties[PROP_CURSOR]
      = g_param_spec_int ("cursor", NULL, NULL, MUSTER_CHART_NOTHING, G_MAXINT, MUSTER_CHART_NOTHING, flags);
  properties[PROP_SHOWS_TABLE] = g_param_spec_boolean ("shows-table", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
muster_chart_class_init (MusterChartClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_chart_get_property;
  object_class->set_property = muster_chart_set_property;
  object_class->dispose = muster_chart_dispose;
  object_class->finalize = muster_chart_finalize;
  widget_class->css_changed = muster_chart_css_changed;
  install_properties (object_class);

  signals[SIGNAL_POINT_ACTIVATED] = g_signal_new ("point-activated",
                                                  G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST,
                                                  0,
                                                  NULL,
                                                  NULL,
                                                  NULL,
                                                  G_TYPE_NONE,
                                                  1,
                                                  G_TYPE_UINT);
  signals[SIGNAL_MESSAGE] = g_signal_new (
      "message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  muster_chart_class_add_actions (widget_class);
  muster_chart_class_add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterChart, content);
  gtk_widget_class_bind_template_child (widget_class, MusterChart, title_label);
  gtk_widget_class_bind_template_child (widget_class, MusterChart, unit_label);
  gtk_widget_class_bind_template_child (widget_class, MusterChart, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, MusterChart, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterChart, plot);
  gtk_widget_class_bind_template_child (widget_class, MusterChart, table_window);
  gtk_widget_class_bind_template_child (widget_class, MusterChart, menu);
}

static void
muster_chart_init (MusterChart *self)
{
  self->title = g_strdup ("");
  self->unit = g_strdup ("");
  self->sentence = g_strdup ("");
  self->x_axis = muster_axis_new ();
  self->y_axis = muster_axis_new ();
  self->layers = g_ptr_array_new_with_free_func (g_object_unref);
  self->selected = self->cursor = MUSTER_CHART_NOTHING;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->plot), muster_chart_draw_view_cb, self, NULL);
  muster_chart_add_input (self);
  update (self);
}

/** muster_chart_new: Returns: without layers, with axes that take their domains from what comes. */
GtkWidget *
muster_chart_new (void)
{
  return g_object_new (MUSTER_TYPE_CHART, NULL);
}

void
muster_chart_set_title (MusterChart *self, const char *title)
{
  g_return_if_fail (MUSTER_IS_CHART (self));

  set_text (self, &self->title, title, PROP_TITLE);
}

const char *
muster_chart_get_title (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  return self->title;
}

/** muster_chart_set_unit: @unit: what the axes are, in one line. */
void
muster_chart_set_unit (MusterChart *self, const char *unit)
{
  g_return_if_fail (MUSTER_IS_CHART (self));

  set_text (self, &self->unit, unit, PROP_UNIT);
}

const char *
muster_chart_get_unit (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  return self->unit;
}

/** muster_chart_set_sentence: @sentence: what is to be seen, for those who see it and those who do not. */
void
muster_chart_set_sentence (MusterChart *self, const char *sentence)
{
  g_return_if_fail (MUSTER_IS_CHART (self));

  set_text (self, &self->sentence, sentence, PROP_SENTENCE);
}

const char *
muster_chart_get_sentence (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  return self->sentence;
}

/** muster_chart_get_x_axis: Returns: (transfer none): call gtk_widget_queue_draw() after changing it. */
MusterAxis *
muster_chart_get_x_axis (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  return self->x_axis;
}

/** muster_chart_get_y_axis: Returns: (transfer none): as muster_chart_get_x_axis(). */
MusterAxis *
muster_chart_get_y_axis (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  return self->y_axis;
}

/* Rows may be gone or others: nothing is said about a row that was. */
static void
layer_changed_cb (MusterLayer *layer, MusterChart *self)
{
  muster_chart_set_cursor (self, MUSTER_CHART_NOTHING);
  gtk_widget_queue_draw (self->plot);
}

/** muster_chart_add_layer: @layer: (transfer full): drawn over those that came before. */
void
muster_chart_add_layer (MusterChart *self, MusterLayer *layer)
{
  g_return_if_fail (MUSTER_IS_CHART (self));
  g_return_if_fail (MUSTER_IS_LAYER (layer));

  g_ptr_array_add (self->layers, layer);
  g_signal_connect (layer, "changed", G_CALLBACK (layer_changed_cb), self);
  gtk_widget_queue_draw (self->plot);
}

int
muster_chart_get_selected (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), MUSTER_CHART_NOTHING);

  return self->selected;
}

/** muster_chart_set_selected: @row: of the first layer with points; one that is not there is not drawn. */
void
muster_chart_set_selected (MusterChart *self, int row)
{
  g_return_if_fail (MUSTER_IS_CHART (self));

  row = MAX (row, MUSTER_CHART_NOTHING);
  if (self->selected == row)
    return;

  self->selected = row;
  gtk_widget_queue_draw (self->plot);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

int
muster_chart_get_cursor (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), MUSTER_CHART_NOTHING);

  return self->cursor;
}

/** muster_chart_set_cursor: @row: of the layer that the cursor is in. Its reading then stands under the title. */
void
muster_chart_set_cursor (MusterChart *self, int row)
{
  MusterSeries *series = NULL;

  g_return_if_fail (MUSTER_IS_CHART (self));

  row = MAX (row, MUSTER_CHART_NOTHING);
  if (self->cursor == row)
    return;

  self->cursor = row;
  g_clear_pointer (&self->reading, g_free);
  if (self->cursor_layer < self->layers->len)
    series = muster_layer_get_series (g_ptr_array_index (self->layers, self->cursor_layer));
  if (series != NULL && row >= 0 && row < muster_series_get_n_rows (series))
    self->reading = muster_layer_describe (g_ptr_array_index (self->layers, self->cursor_layer), (guint) row);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR]);
}

/** muster_chart_get_reading: Returns: (transfer none) (nullable): what stands at the cursor. */
const char *
muster_chart_get_reading (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  return self->reading;
}

gboolean
muster_chart_get_shows_table (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), FALSE);

  return self->shows_table;
}

/** muster_chart_set_shows_table: Whether the table twin stands in place of the plot. */
void
muster_chart_set_shows_table (MusterChart *self, gboolean shows_table)
{
  gboolean has_focus;

  g_return_if_fail (MUSTER_IS_CHART (self));

  shows_table = !!shows_table;
  if (self->shows_table == shows_table)
    return;

  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  self->shows_table = shows_table;
  gtk_scrolled_window_set_child (
      self->table_window,
      shows_table && muster_chart_main_layer (self) != NULL ? muster_chart_create_table (self) : NULL);
  gtk_stack_set_visible_child_name (self->stack, shows_table ? "table" : "plot");
  if (has_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_TABLE]);
}

/** muster_chart_get_plot: Returns: (transfer none): the widget that is the picture. */
GtkWidget *
muster_chart_get_plot (MusterChart *self)
{
  g_return_val_if_fail (MUSTER_IS_CHART (self), NULL);

  return self->plot;
}
