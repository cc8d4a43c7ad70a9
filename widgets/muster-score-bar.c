/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a rounded track and, from the reading side, the filled part of a score. It takes any width it is
 * given and is hidden from screen readers, because the cell or panel around it says the number in words. */

#include "muster-score-bar.h"

#include "muster-palette.h"

#define BAR_WIDTH_PX 60
#define BAR_HEIGHT_PX 6

struct _MusterScoreBar
{
  GtkWidget parent_instance;
  double    value;
  guint     level;
};

enum
{
  PROP_VALUE = 1,
  PROP_LEVEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterScoreBar, muster_score_bar, GTK_TYPE_WIDGET)

static void
muster_score_bar_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH_PX / 2 : BAR_HEIGHT_PX;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH_PX : BAR_HEIGHT_PX;
}

static void
append_part (GtkSnapshot *snapshot, float x, float y, float width, const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (x, y, width, BAR_HEIGHT_PX), BAR_HEIGHT_PX / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
muster_score_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterScoreBar *self = MUSTER_SCORE_BAR (widget);
  float           width = (float) gtk_widget_get_width (widget);
  float           y = (float) ((gtk_widget_get_height (widget) - BAR_HEIGHT_PX) / 2);
  float           filled = (float) (width * self->value / 100.0);
  GdkRGBA         track = muster_palette_lookup_level (widget, 0);
  GdkRGBA         color = muster_palette_lookup_level (widget, self->level);

  append_part (snapshot, 0, y, width, &track);
  if (filled <= 0)
    return;

  filled = MAX (filled, (float) BAR_HEIGHT_PX);
  append_part (snapshot,
               gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - filled : 0,
               y,
               filled,
               &color);
}

static void
muster_score_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MusterScoreBar *self = MUSTER_SCORE_BAR (object);

  switch (property_id)
    {
    case PROP_VALUE:
      g_value_set_double (value, self->value);
      break;
    case PROP_LEVEL:
      g_value_set_uint (value, self->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_score_bar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterScoreBar *self = MUSTER_SCORE_BAR (object);

  switch (property_id)
    {
    case PROP_VALUE:
      muster_score_bar_set_value (self, g_value_get_double (value));
      break;
    case PROP_LEVEL:
      muster_score_bar_set_level (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_score_bar_class_init (MusterScoreBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = muster_score_bar_get_property;
  object_class->set_property = muster_score_bar_set_property;
  widget_class->measure = muster_score_bar_measure;
  widget_class->snapshot = muster_score_bar_snapshot;

  properties[PROP_VALUE] = g_param_spec_double ("value", NULL, NULL, 0, 100, 0, flags);
  properties[PROP_LEVEL] = g_param_spec_uint ("level", NULL, NULL, 0, MUSTER_LEVEL_MAX, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "scorebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
muster_score_bar_init (MusterScoreBar *self)
{
}

/** muster_score_bar_new: Returns: an empty bar. */
GtkWidget *
muster_score_bar_new (void)
{
  return g_object_new (MUSTER_TYPE_SCORE_BAR, NULL);
}

double
muster_score_bar_get_value (MusterScoreBar *self)
{
  g_return_val_if_fail (MUSTER_IS_SCORE_BAR (self), 0);

  return self->value;
}

/** muster_score_bar_set_value: @value: 0..100; what lies outside is drawn as the nearest end. */
void
muster_score_bar_set_value (MusterScoreBar *self, double value)
{
  g_return_if_fail (MUSTER_IS_SCORE_BAR (self));

  value = CLAMP (value, 0, 100);
  if (self->value == value)
    return;

  self->value = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

guint
muster_score_bar_get_level (MusterScoreBar *self)
{
  g_return_val_if_fail (MUSTER_IS_SCORE_BAR (self), 0);

  return self->level;
}

/** muster_score_bar_set_level: @level: 0..4, which colour the filled part takes. */
void
muster_score_bar_set_level (MusterScoreBar *self, guint level)
{
  g_return_if_fail (MUSTER_IS_SCORE_BAR (self));
  g_return_if_fail (level <= MUSTER_LEVEL_MAX);

  if (self->level == level)
    return;

  self->level = level;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}
