/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One GtkDropTarget over the whole child. Its value is preloaded, so the card can count what hovers; it
 * appears after a short delay, so that files which only pass over the window do not make it flicker. "drop"
 * comes without "leave" before it: both clear the card. */

#include "muster-drop-area.h"

#include "muster-drop-summary.h"

#include <glib/gi18n-lib.h>

#define CARD_DELAY_MS 150
#define PLACE_KEY "muster-drop-place"

struct _MusterDropArea
{
  GtkWidget      parent_instance;
  char          *destination;
  GtkDropTarget *target; /* (unowned): the widget keeps its controllers */
  guint          delay_id;
  GtkWidget     *place;        /* (nullable) (weak): what is marked */
  gboolean       has_hovered;  /* long enough for the card */

  GtkOverlay *overlay;
  GtkWidget  *scrim;
  GtkImage   *icon;
  GtkLabel   *title;
  GtkLabel   *caption;
};

enum
{
  PROP_CHILD = 1,
  PROP_DESTINATION,
  N_PROPS,
};

enum
{
  SIGNAL_FILES_DROPPED,
  SIGNAL_DROP_LOST,
  SIGNAL_DROP_REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterDropArea, muster_drop_area, GTK_TYPE_WIDGET)

/* (transfer container): what hovers, NULL while it is not known yet. */
static GSList *
get_hovering_files (MusterDropArea *self)
{
  const GValue *value = gtk_drop_target_get_value (self->target);

  if (value == NULL || g_value_get_boxed (value) == NULL)
    return NULL;

  return gdk_file_list_get_files (g_value_get_boxed (value));
}

static void
update_card (MusterDropArea *self)
{
  g_autoptr (GSList) files = get_hovering_files (self);
  g_autofree char  *title = NULL;
  g_autofree char  *caption = NULL;
  MusterDropSummary summary;
  gboolean          is_usable = TRUE;

  if (files == NULL)
    title = self->destination != NULL ? g_strdup_printf (_ ("Import Files into %s"), self->destination)
                                      : g_strdup (_ ("Import Files"));
  else
    {
      muster_drop_summary_init (&summary, files);
      title = muster_drop_summary_dup_title (&summary, self->destination);
      caption = muster_drop_summary_dup_caption (&summary);
      is_usable = muster_drop_summary_is_usable (&summary);
    }

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  gtk_image_set_from_icon_name (self->icon, is_usable ? "muster-drop-symbolic" : "muster-warning-symbolic");
  if (is_usable)
    gtk_widget_add_css_class (self->scrim, "usable");
  else
    gtk_widget_remove_css_class (self->scrim, "usable");
}

static gboolean
delay_passed_cb (gpointer user_data)
{
  MusterDropArea *self = user_data;

  self->delay_id = 0;
  self->has_hovered = TRUE;
  update_card (self);
  gtk_widget_set_visible (self->scrim, self->place == NULL);

  return G_SOURCE_REMOVE;
}

/* @place: (nullable) */
static void
mark_place (MusterDropArea *self, GtkWidget *place)
{
  if (self->place == place)
    return;

  if (self->place != NULL)
    gtk_widget_remove_css_class (self->place, "drop-place");
  g_set_weak_pointer (&self->place, place);
  if (place != NULL)
    gtk_widget_add_css_class (place, "drop-place");
}

static void
hide_card (MusterDropArea *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->has_hovered = FALSE;
  mark_place (self, NULL);
  gtk_widget_set_visible (self->scrim, FALSE);
}

static GdkDragAction
enter_cb (MusterDropArea *self)
{
  hide_card (self);
  self->delay_id = g_timeout_add (CARD_DELAY_MS, delay_passed_cb, self);

  return GDK_ACTION_COPY;
}

static void
leave_cb (MusterDropArea *self)
{
  hide_card (self);
}

static gboolean
is_usable (MusterDropArea *self)
{
  g_autoptr (GSList) files = get_hovering_files (self);
  MusterDropSummary summary;

  if (files == NULL)
    return TRUE;
  muster_drop_summary_init (&summary, files);

  return muster_drop_summary_is_usable (&summary);
}

/* (nullable): the nearest place of its own under the pointer. */
static GtkWidget *
find_place (MusterDropArea *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != GTK_WIDGET (self) && g_object_get_data (G_OBJECT (widget), PLACE_KEY) == NULL)
    widget = gtk_widget_get_parent (widget);

  return widget != GTK_WIDGET (self) ? widget : NULL;
}

static GdkDragAction
motion_cb (MusterDropArea *self, double x, double y)
{
  GtkWidget *place = find_place (self, x, y);

  if (place != self->place)
    {
      mark_place (self, place != NULL && is_usable (self) ? place : NULL);
      gtk_widget_set_visible (self->scrim, self->has_hovered && self->place == NULL);
    }

  return GDK_ACTION_COPY;
}

static void
value_changed_cb (MusterDropArea *self)
{
  if (gtk_widget_get_visible (self->scrim) && gtk_drop_target_get_value (self->target) != NULL)
    update_card (self);
}

/* @widget: (nullable) */
static gint64
get_place (GtkWidget *widget)
{
  const gint64 *place = widget != NULL ? g_object_get_data (G_OBJECT (widget), PLACE_KEY) : NULL;

  return place != NULL ? *place : -1;
}

static gboolean
drop_cb (MusterDropArea *self, const GValue *value, double x, double y)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = list != NULL ? gdk_file_list_get_files (list) : NULL;
  GtkWidget        *place = find_place (self, x, y);
  MusterDropSummary summary;

  hide_card (self);
  if (files == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_DROP_LOST], 0);
      return FALSE;
    }

  muster_drop_summary_init (&summary, files);
  if (!muster_drop_summary_is_usable (&summary))
    {
      g_signal_emit (self, signals[SIGNAL_DROP_REFUSED], 0);
      return FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_FILES_DROPPED], 0, list, get_place (place));

  return TRUE;
}

static void
muster_drop_area_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MusterDropArea *self = MUSTER_DROP_AREA (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, muster_drop_area_get_child (self));
      break;
    case PROP_DESTINATION:
      g_value_set_string (value, self->destination);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_drop_area_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterDropArea *self = MUSTER_DROP_AREA (object);

  switch (property_id)
    {
    case PROP_CHILD:
      muster_drop_area_set_child (self, g_value_get_object (value));
      break;
    case PROP_DESTINATION:
      muster_drop_area_set_destination (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_drop_area_dispose (GObject *object)
{
  MusterDropArea *self = MUSTER_DROP_AREA (object);

  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_weak_pointer (&self->place);
  if (self->overlay != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->overlay));
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_DROP_AREA);

  G_OBJECT_CLASS (muster_drop_area_parent_class)->dispose (object);
}

static void
muster_drop_area_finalize (GObject *object)
{
  g_free (MUSTER_DROP_AREA (object)->destination);

  G_OBJECT_CLASS (muster_drop_area_parent_class)->finalize (object);
}

static void
muster_drop_area_class_init (MusterDropAreaClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = muster_drop_area_get_property;
  object_class->set_property = muster_drop_area_set_property;
  object_class->dispose = muster_drop_area_dispose;
  object_class->finalize = muster_drop_area_finalize;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DESTINATION] = g_param_spec_string ("destination", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_FILES_DROPPED] = g_signal_new ("files-dropped",
                                                MUSTER_TYPE_DROP_AREA,
                                                G_SIGNAL_RUN_LAST,
                                                0,
                                                NULL,
                                                NULL,
                                                NULL,
                                                G_TYPE_NONE,
                                                2,
                                                GDK_TYPE_FILE_LIST,
                                                G_TYPE_INT64);
  signals[SIGNAL_DROP_LOST] = g_signal_new (
      "drop-lost", MUSTER_TYPE_DROP_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DROP_REFUSED] = g_signal_new (
      "drop-refused", MUSTER_TYPE_DROP_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterhr/Muster/ui/muster-drop-area.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterDropArea, overlay);
  gtk_widget_class_bind_template_child (widget_class, MusterDropArea, scrim);
  gtk_widget_class_bind_template_child (widget_class, MusterDropArea, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterDropArea, title);
  gtk_widget_class_bind_template_child (widget_class, MusterDropArea, caption);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "droparea");
}

static void
muster_drop_area_init (MusterDropArea *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  gtk_drop_target_set_preload (self->target, TRUE);
  g_signal_connect_object (self->target, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->target, "notify::value", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->target));
}

/** muster_drop_area_new: Returns: an area without a child. */
GtkWidget *
muster_drop_area_new (void)
{
  return g_object_new (MUSTER_TYPE_DROP_AREA, NULL);
}

GtkWidget *
muster_drop_area_get_child (MusterDropArea *self)
{
  g_return_val_if_fail (MUSTER_IS_DROP_AREA (self), NULL);

  return gtk_overlay_get_child (self->overlay);
}

/** muster_drop_area_set_child: @child: (nullable): what the area lies over. */
void
muster_drop_area_set_child (MusterDropArea *self, GtkWidget *child)
{
  g_return_if_fail (MUSTER_IS_DROP_AREA (self));

  if (gtk_overlay_get_child (self->overlay) == child)
    return;

  gtk_overlay_set_child (self->overlay, child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

const char *
muster_drop_area_get_destination (MusterDropArea *self)
{
  g_return_val_if_fail (MUSTER_IS_DROP_AREA (self), NULL);

  return self->destination;
}

/** muster_drop_area_set_destination: @destination: (nullable): named on the card, plain text. */
void
muster_drop_area_set_destination (MusterDropArea *self, const char *destination)
{
  g_return_if_fail (MUSTER_IS_DROP_AREA (self));

  if (g_strcmp0 (self->destination, destination) == 0)
    return;

  g_free (self->destination);
  self->destination = g_strdup (destination);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESTINATION]);
}

/** muster_drop_area_set_place: @place: what "files-dropped" says; 0 or more. */
void
muster_drop_area_set_place (GtkWidget *widget, gint64 place)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_remove_css_class (widget, "drop-place");
  g_object_set_data_full (
      G_OBJECT (widget), PLACE_KEY, place >= 0 ? g_memdup2 (&place, sizeof place) : NULL, g_free);
}
