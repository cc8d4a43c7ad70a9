/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain values in, a row out; whoever owns the work decides what they are. Titles are file names of
 * strangers: shown as text, never as markup, with the whole name as tooltip where it is cut. */

#include "muster-activity-row.h"

struct _MusterActivityRow
{
  AdwBin   parent_instance;
  char    *icon_name;
  char    *title;
  char    *caption;
  char    *tone;
  char    *action_label;
  double   fraction;
  gboolean is_running;

  GtkImage  *icon;
  GtkButton *button;
};

enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_CAPTION,
  PROP_TONE,
  PROP_ACTION_LABEL,
  PROP_FRACTION,
  PROP_IS_RUNNING,
  N_PROPS,
};

enum
{
  SIGNAL_ACTION,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterActivityRow, muster_activity_row, ADW_TYPE_BIN)

static char **
find_text (MusterActivityRow *self, guint property_id)
{
  switch (property_id)
    {
    case PROP_ICON_NAME:
      return &self->icon_name;
    case PROP_TITLE:
      return &self->title;
    case PROP_CAPTION:
      return &self->caption;
    case PROP_TONE:
      return &self->tone;
    case PROP_ACTION_LABEL:
      return &self->action_label;
    default:
      return NULL;
    }
}

static void
muster_activity_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MusterActivityRow *self = MUSTER_ACTIVITY_ROW (object);

  if (property_id == PROP_FRACTION)
    g_value_set_double (value, self->fraction);
  else if (property_id == PROP_IS_RUNNING)
    g_value_set_boolean (value, self->is_running);
  else if (find_text (self, property_id) != NULL)
    g_value_set_string (value, *find_text (self, property_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

/* A row's button says what it is about. */
static void
name_button (MusterActivityRow *self)
{
  g_autofree char *name = NULL;

  if (self->action_label == NULL || self->title == NULL)
    return;

  name = g_strdup_printf ("%s: %s", self->action_label, self->title);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_text (MusterActivityRow *self, guint property_id, const char *text)
{
  char **member = find_text (self, property_id);

  if (g_strcmp0 (*member, text) == 0)
    return;

  if (property_id == PROP_TONE && self->tone != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->tone);
  g_free (*member);
  *member = g_strdup (text);
  if (property_id == PROP_TONE && self->tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), self->tone);
  if (property_id == PROP_ACTION_LABEL)
    {
      gtk_button_set_label (self->button, text != NULL ? text : "");
      gtk_widget_set_visible (GTK_WIDGET (self->button), text != NULL);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
  if (property_id == PROP_ACTION_LABEL || property_id == PROP_TITLE)
    name_button (self); /* after its label, which would be the whole name */
}

static void
muster_activity_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterActivityRow *self = MUSTER_ACTIVITY_ROW (object);

  if (property_id == PROP_FRACTION)
    {
      if (self->fraction == g_value_get_double (value))
        return;
      self->fraction = g_value_get_double (value);
      g_object_notify_by_pspec (object, pspec);
    }
  else if (property_id == PROP_IS_RUNNING)
    {
      if (self->is_running == g_value_get_boolean (value))
        return;
      self->is_running = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
  else if (find_text (self, property_id) != NULL)
    set_text (self, property_id, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
button_clicked_cb (MusterActivityRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTION], 0);
}

static void
muster_activity_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ACTIVITY_ROW);

  G_OBJECT_CLASS (muster_activity_row_parent_class)->dispose (object);
}

static void
muster_activity_row_finalize (GObject *object)
{
  for (guint i = PROP_ICON_NAME; i <= PROP_ACTION_LABEL; i++)
    g_free (*find_text (MUSTER_ACTIVITY_ROW (object), i));

  G_OBJECT_CLASS (muster_activity_row_parent_class)->finalize (object);
}

static void
muster_activity_row_class_init (MusterActivityRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = muster_activity_row_get_property;
  object_class->set_property = muster_activity_row_set_property;
  object_class->dispose = muster_activity_row_dispose;
  object_class->finalize = muster_activity_row_finalize;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  properties[PROP_TONE] = g_param_spec_string ("tone", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_IS_RUNNING] = g_param_spec_boolean ("is-running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTION] = g_signal_new (
      "action", MUSTER_TYPE_ACTIVITY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterhr/Muster/ui/muster-activity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterActivityRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterActivityRow, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "activityrow");
}

static void
muster_activity_row_init (MusterActivityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_activity_row_new: Returns: an empty row. */
GtkWidget *
muster_activity_row_new (void)
{
  return g_object_new (MUSTER_TYPE_ACTIVITY_ROW, NULL);
}
