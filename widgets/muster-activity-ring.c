/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quiet full circle in the text's colour and over it the part that is done, from twelve o'clock on, clockwise, in the
 * accent. Work that has only begun shows a little of it, so that the ring is never an empty one. */

#include "muster-activity-ring.h"

#define RING_PX 16
#define LINE_PX 2
#define MIN_SHOWN .04

struct _MusterActivityRing
{
  GtkWidget parent_instance;
  double    fraction;
};

enum
{
  PROP_FRACTION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterActivityRing, muster_activity_ring, GTK_TYPE_WIDGET)

static void
muster_activity_ring_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  *minimum = *natural = RING_PX;
}

static void
draw_arc (cairo_t *cr, double fraction, const GdkRGBA *colour)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, (RING_PX - LINE_PX) / 2., -G_PI_2, -G_PI_2 + fraction * 2 * G_PI);
  cairo_stroke (cr);
}

static void
muster_activity_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterActivityRing *self = MUSTER_ACTIVITY_RING (widget);
  GtkStyleContext    *style = gtk_widget_get_style_context (widget);
  double              width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GdkRGBA  colour, accent;

  gtk_style_context_get_color (style, &colour);
  if (!gtk_style_context_lookup_color (style, "data_1", &accent))
    accent = colour;
  colour.alpha *= .2F;

  cairo_translate (cr, width / 2, height / 2);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    cairo_scale (cr, -1, 1);
  cairo_set_line_width (cr, LINE_PX);
  draw_arc (cr, 1, &colour);
  draw_arc (cr, MAX (self->fraction, MIN_SHOWN), &accent);
  cairo_destroy (cr);
}

static void
muster_activity_ring_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_FRACTION)
    g_value_set_double (value, MUSTER_ACTIVITY_RING (object)->fraction);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
muster_activity_ring_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_FRACTION)
    muster_activity_ring_set_fraction (MUSTER_ACTIVITY_RING (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
muster_activity_ring_class_init (MusterActivityRingClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_activity_ring_get_property;
  object_class->set_property = muster_activity_ring_set_property;
  widget_class->measure = muster_activity_ring_measure;
  widget_class->snapshot = muster_activity_ring_snapshot;

  properties[PROP_FRACTION] = g_param_spec_double (
      "fraction", NULL, NULL, 0, 1, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "activityring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
muster_activity_ring_init (MusterActivityRing *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/** muster_activity_ring_new: Returns: a ring of nothing done. */
GtkWidget *
muster_activity_ring_new (void)
{
  return g_object_new (MUSTER_TYPE_ACTIVITY_RING, NULL);
}

double
muster_activity_ring_get_fraction (MusterActivityRing *self)
{
  g_return_val_if_fail (MUSTER_IS_ACTIVITY_RING (self), 0);

  return self->fraction;
}

/** muster_activity_ring_set_fraction: @fraction: 0..1, of the work that runs. */
void
muster_activity_ring_set_fraction (MusterActivityRing *self, double fraction)
{
  g_return_if_fail (MUSTER_IS_ACTIVITY_RING (self));

  fraction = CLAMP (fraction, 0, 1);
  if (self->fraction == fraction)
    return;

  self->fraction = fraction;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}
