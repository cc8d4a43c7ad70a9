/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The look is in the template and the style; this binds three strings to it. Texts are plain, never markup.
 */

#include "muster-empty-state.h"

struct _MusterEmptyState
{
  AdwBin parent_instance;
  char  *icon_name;
  char  *title;
  char  *description;
};

enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_DESCRIPTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterEmptyState, muster_empty_state, ADW_TYPE_BIN)

static char **
find_text (MusterEmptyState *self, guint property_id)
{
  switch (property_id)
    {
    case PROP_ICON_NAME:
      return &self->icon_name;
    case PROP_TITLE:
      return &self->title;
    case PROP_DESCRIPTION:
      return &self->description;
    default:
      return NULL;
    }
}

static void
muster_empty_state_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  char **text = find_text (MUSTER_EMPTY_STATE (object), property_id);

  if (text != NULL)
    g_value_set_string (value, *text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
muster_empty_state_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  char **text = find_text (MUSTER_EMPTY_STATE (object), property_id);

  if (text == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }
  if (g_strcmp0 (*text, g_value_get_string (value)) == 0)
    return;

  g_free (*text);
  *text = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
muster_empty_state_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_EMPTY_STATE);

  G_OBJECT_CLASS (muster_empty_state_parent_class)->dispose (object);
}

static void
muster_empty_state_finalize (GObject *object)
{
  MusterEmptyState *self = MUSTER_EMPTY_STATE (object);

  g_free (self->icon_name);
  g_free (self->title);
  g_free (self->description);

  G_OBJECT_CLASS (muster_empty_state_parent_class)->finalize (object);
}

static void
muster_empty_state_class_init (MusterEmptyStateClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = muster_empty_state_get_property;
  object_class->set_property = muster_empty_state_set_property;
  object_class->dispose = muster_empty_state_dispose;
  object_class->finalize = muster_empty_state_finalize;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-empty-state.ui");
  gtk_widget_class_set_css_name (widget_class, "emptystate");
}

static void
muster_empty_state_init (MusterEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** muster_empty_state_new: @description: (nullable): one line that says what would fill the panel. */
GtkWidget *
muster_empty_state_new (const char *icon_name, const char *title, const char *description)
{
  return g_object_new (
      MUSTER_TYPE_EMPTY_STATE, "icon-name", icon_name, "title", title, "description", description, NULL);
}
