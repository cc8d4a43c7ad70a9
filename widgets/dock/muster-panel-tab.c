/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values only; heads of frames bind to them and come and go as panels are dragged. */

#include "muster-panel-tab.h"

struct _MusterPanelTab
{
  GObject    parent_instance;
  guint      count;
  gboolean   is_closable;
  GtkWidget *suffix;
};

enum
{
  PROP_COUNT = 1,
  PROP_IS_CLOSABLE,
  PROP_SUFFIX,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterPanelTab, muster_panel_tab, G_TYPE_OBJECT)

static void
muster_panel_tab_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MusterPanelTab *self = MUSTER_PANEL_TAB (object);

  switch (property_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_IS_CLOSABLE:
      g_value_set_boolean (value, self->is_closable);
      break;
    case PROP_SUFFIX:
      g_value_set_object (value, self->suffix);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_panel_tab_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterPanelTab *self = MUSTER_PANEL_TAB (object);

  switch (property_id)
    {
    case PROP_COUNT:
      muster_panel_tab_set_count (self, g_value_get_uint (value));
      break;
    case PROP_IS_CLOSABLE:
      muster_panel_tab_set_is_closable (self, g_value_get_boolean (value));
      break;
    case PROP_SUFFIX:
      muster_panel_tab_set_suffix (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_panel_tab_dispose (GObject *object)
{
  g_clear_object (&MUSTER_PANEL_TAB (object)->suffix);

  G_OBJECT_CLASS (muster_panel_tab_parent_class)->dispose (object);
}

static void
muster_panel_tab_class_init (MusterPanelTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = muster_panel_tab_get_property;
  object_class->set_property = muster_panel_tab_set_property;
  object_class->dispose = muster_panel_tab_dispose;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_IS_CLOSABLE] = g_param_spec_boolean ("is-closable", NULL, NULL, FALSE, flags);
  properties[PROP_SUFFIX] = g_param_spec_object ("suffix", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
muster_panel_tab_init (MusterPanelTab *self)
{
}

MusterPanelTab *
muster_panel_tab_get (PanelWidget *panel)
{
  static const char *key = "muster-panel-tab";
  MusterPanelTab    *self;

  g_return_val_if_fail (PANEL_IS_WIDGET (panel), NULL);

  self = g_object_get_data (G_OBJECT (panel), key);
  if (self == NULL)
    {
      self = g_object_new (MUSTER_TYPE_PANEL_TAB, NULL);
      g_object_set_data_full (G_OBJECT (panel), key, self, g_object_unref);
    }

  return self;
}

guint
muster_panel_tab_get_count (MusterPanelTab *self)
{
  g_return_val_if_fail (MUSTER_IS_PANEL_TAB (self), 0);

  return self->count;
}

void
muster_panel_tab_set_count (MusterPanelTab *self, guint count)
{
  g_return_if_fail (MUSTER_IS_PANEL_TAB (self));

  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

gboolean
muster_panel_tab_get_is_closable (MusterPanelTab *self)
{
  g_return_val_if_fail (MUSTER_IS_PANEL_TAB (self), FALSE);

  return self->is_closable;
}

void
muster_panel_tab_set_is_closable (MusterPanelTab *self, gboolean is_closable)
{
  g_return_if_fail (MUSTER_IS_PANEL_TAB (self));

  if (self->is_closable == is_closable)
    return;
  self->is_closable = is_closable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CLOSABLE]);
}

GtkWidget *
muster_panel_tab_get_suffix (MusterPanelTab *self)
{
  g_return_val_if_fail (MUSTER_IS_PANEL_TAB (self), NULL);

  return self->suffix;
}

/** muster_panel_tab_set_suffix: @suffix: (nullable): kept, also while no head shows it. */
void
muster_panel_tab_set_suffix (MusterPanelTab *self, GtkWidget *suffix)
{
  g_return_if_fail (MUSTER_IS_PANEL_TAB (self));

  if (self->suffix == suffix)
    return;
  g_clear_object (&self->suffix);
  if (suffix != NULL)
    self->suffix = g_object_ref_sink (suffix);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUFFIX]);
}
