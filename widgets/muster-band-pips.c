/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the dots from the reading side: filled ones in the colour of the level, empty ones as rings in a dim
 * foreground, so that the count is readable without seeing colour. */

#include "muster-band-pips.h"

#include "muster-palette.h"

#define PIP_SIZE_PX 6
#define PIP_PITCH_PX 9
#define PIPS_WIDTH_PX (PIP_PITCH_PX * (MUSTER_LEVEL_MAX - 1) + PIP_SIZE_PX)

struct _MusterBandPips
{
  GtkWidget parent_instance;
  guint     level;
};

enum
{
  PROP_LEVEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterBandPips, muster_band_pips, GTK_TYPE_WIDGET)

static void
muster_band_pips_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? PIPS_WIDTH_PX : PIP_SIZE_PX;
}

static void
append_pip (GtkSnapshot *snapshot, float x, float y, gboolean is_filled, const GdkRGBA *color)
{
  const float    widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA  colors[4] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (x, y, PIP_SIZE_PX, PIP_SIZE_PX), PIP_SIZE_PX / 2.0f);
  if (!is_filled)
    {
      gtk_snapshot_append_border (snapshot, &outline, widths, colors);
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
muster_band_pips_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterBandPips *self = MUSTER_BAND_PIPS (widget);
  gboolean        is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float           left = (float) ((gtk_widget_get_width (widget) - PIPS_WIDTH_PX) / 2);
  float           y = (float) ((gtk_widget_get_height (widget) - PIP_SIZE_PX) / 2);
  GdkRGBA         color = muster_palette_lookup_level (widget, self->level);
  GdkRGBA         ring = muster_palette_lookup (widget, "axis_color");

  for (guint i = 0; i < MUSTER_LEVEL_MAX; i++)
    {
      guint    column = is_rtl ? MUSTER_LEVEL_MAX - 1 - i : i;
      gboolean is_filled = i < self->level;

      append_pip (snapshot, left + (float) (column * PIP_PITCH_PX), y, is_filled, is_filled ? &color : &ring);
    }
}

static void
muster_band_pips_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_LEVEL:
      g_value_set_uint (value, muster_band_pips_get_level (MUSTER_BAND_PIPS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_band_pips_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_LEVEL:
      muster_band_pips_set_level (MUSTER_BAND_PIPS (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_band_pips_class_init (MusterBandPipsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_band_pips_get_property;
  object_class->set_property = muster_band_pips_set_property;
  widget_class->measure = muster_band_pips_measure;
  widget_class->snapshot = muster_band_pips_snapshot;

  properties[PROP_LEVEL]
      = g_param_spec_uint ("level",
                           NULL,
                           NULL,
                           0,
                           MUSTER_LEVEL_MAX,
                           0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "bandpips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
muster_band_pips_init (MusterBandPips *self)
{
}

/** muster_band_pips_new: Returns: four empty dots. */
GtkWidget *
muster_band_pips_new (void)
{
  return g_object_new (MUSTER_TYPE_BAND_PIPS, NULL);
}

guint
muster_band_pips_get_level (MusterBandPips *self)
{
  g_return_val_if_fail (MUSTER_IS_BAND_PIPS (self), 0);

  return self->level;
}

/** muster_band_pips_set_level: @level: 0..4 dots to fill. */
void
muster_band_pips_set_level (MusterBandPips *self, guint level)
{
  g_return_if_fail (MUSTER_IS_BAND_PIPS (self));
  g_return_if_fail (level <= MUSTER_LEVEL_MAX);

  if (self->level == level)
    return;

  self->level = level;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}
