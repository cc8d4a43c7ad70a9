/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws, from the reading side: the rules' part, the match's part, the rest as track; a thin tick at each
 * limit; over each zone its word, the zone of the total in bold. Hidden from screen readers: the panel says
 * total, band and parts in words. */

#include "muster-fit-bar.h"

#include "muster-palette.h"

#include <glib/gi18n-lib.h>

#define BAR_HEIGHT_PX 12
#define WORDS_GAP_PX 4
#define TICK_OVERHANG_PX 2
#define N_ZONES (MUSTER_FIT_BAR_N_LIMITS + 1)

struct _MusterFitBar
{
  GtkWidget    parent_instance;
  double       rules;
  double       match;
  double       limits[MUSTER_FIT_BAR_N_LIMITS];
  PangoLayout *words[N_ZONES];
};

enum
{
  PROP_RULES = 1,
  PROP_MATCH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterFitBar, muster_fit_bar, GTK_TYPE_WIDGET)

static guint
zone_of (MusterFitBar *self, double total)
{
  guint zone = 0;

  while (zone < MUSTER_FIT_BAR_N_LIMITS && total >= self->limits[zone])
    zone++;

  return zone;
}

static void
update_words (MusterFitBar *self)
{
  const char *words[N_ZONES]
      = { C_ ("band", "Weak"), C_ ("band", "Possible"), C_ ("band", "Good"), C_ ("band", "Strong") };
  guint own_zone = zone_of (self, self->rules + self->match);

  for (guint i = 0; i < N_ZONES; i++)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      if (self->words[i] == NULL)
        self->words[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), words[i]);
      if (i == own_zone)
        pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (self->words[i], attributes);
      pango_layout_set_ellipsize (self->words[i], PANGO_ELLIPSIZE_END);
    }
}

static int
words_height_px (MusterFitBar *self)
{
  int height = 0;

  for (guint i = 0; i < N_ZONES; i++)
    {
      int one = 0;

      pango_layout_get_pixel_size (self->words[i], NULL, &one);
      height = MAX (height, one);
    }

  return height + WORDS_GAP_PX;
}

static void
muster_fit_bar_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  MusterFitBar *self = MUSTER_FIT_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 100;
      *natural = 300;
      return;
    }

  update_words (self);
  *minimum = *natural = words_height_px (self) + BAR_HEIGHT_PX + TICK_OVERHANG_PX;
}

/* A span of the scale as a rectangle; the scale runs from the reading side. */
static graphene_rect_t
span (GtkWidget *widget, double from, double to, float y, float height)
{
  float width = (float) gtk_widget_get_width (widget);
  float x = (float) (width * from / 100.0);
  float length = (float) (width * (to - from) / 100.0);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = width - x - length;

  return GRAPHENE_RECT_INIT (x, y, length, height);
}

static void
snapshot_words (MusterFitBar *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA    color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < N_ZONES; i++)
    {
      double          from = i == 0 ? 0 : self->limits[i - 1];
      double          to = i == MUSTER_FIT_BAR_N_LIMITS ? 100 : self->limits[i];
      graphene_rect_t zone = span (widget, from, to, 0, 0);
      int             width;

      pango_layout_set_width (self->words[i], (int) zone.size.width * PANGO_SCALE);
      pango_layout_get_pixel_size (self->words[i], &width, NULL);
      pango_layout_set_alignment (self->words[i], PANGO_ALIGN_CENTER);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &zone.origin);
      gtk_snapshot_append_layout (snapshot, self->words[i], &color);
      gtk_snapshot_restore (snapshot);
    }
}

static void
muster_fit_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterFitBar   *self = MUSTER_FIT_BAR (widget);
  GdkRGBA         track = muster_palette_lookup (widget, "track_color");
  GdkRGBA         rules = muster_palette_lookup (widget, "fit_good");
  GdkRGBA         match = muster_palette_lookup (widget, "data_1");
  GdkRGBA         tick = muster_palette_lookup (widget, "dim_text");
  graphene_rect_t rect;
  GskRoundedRect  outline;
  float           y;

  update_words (self);
  y = (float) words_height_px (self);
  snapshot_words (self, snapshot);

  rect = span (widget, 0, 100, y, BAR_HEIGHT_PX);
  gsk_rounded_rect_init_from_rect (&outline, &rect, BAR_HEIGHT_PX / 4.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &track, &rect);
  rect = span (widget, 0, self->rules, y, BAR_HEIGHT_PX);
  gtk_snapshot_append_color (snapshot, &rules, &rect);
  rect = span (widget, self->rules, MIN (self->rules + self->match, 100), y, BAR_HEIGHT_PX);
  gtk_snapshot_append_color (snapshot, &match, &rect);
  gtk_snapshot_pop (snapshot);

  for (guint i = 0; i < MUSTER_FIT_BAR_N_LIMITS; i++)
    {
      rect = span (widget,
                   self->limits[i],
                   self->limits[i],
                   y - TICK_OVERHANG_PX,
                   BAR_HEIGHT_PX + 2 * TICK_OVERHANG_PX);
      rect.size.width = 1;
      gtk_snapshot_append_color (snapshot, &tick, &rect);
    }
}

/* Fonts or texts of the words changed with the style: lay them out anew. */
static void
muster_fit_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MusterFitBar *self = MUSTER_FIT_BAR (widget);

  GTK_WIDGET_CLASS (muster_fit_bar_parent_class)->css_changed (widget, change);

  for (guint i = 0; i < N_ZONES; i++)
    g_clear_object (&self->words[i]);
  gtk_widget_queue_resize (widget);
}

static void
muster_fit_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MusterFitBar *self = MUSTER_FIT_BAR (object);

  switch (property_id)
    {
    case PROP_RULES:
      g_value_set_double (value, self->rules);
      break;
    case PROP_MATCH:
      g_value_set_double (value, self->match);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_fit_bar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterFitBar *self = MUSTER_FIT_BAR (object);

  switch (property_id)
    {
    case PROP_RULES:
      muster_fit_bar_set_rules (self, g_value_get_double (value));
      break;
    case PROP_MATCH:
      muster_fit_bar_set_match (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_fit_bar_dispose (GObject *object)
{
  MusterFitBar *self = MUSTER_FIT_BAR (object);

  for (guint i = 0; i < N_ZONES; i++)
    g_clear_object (&self->words[i]);

  G_OBJECT_CLASS (muster_fit_bar_parent_class)->dispose (object);
}

static void
muster_fit_bar_class_init (MusterFitBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = muster_fit_bar_get_property;
  object_class->set_property = muster_fit_bar_set_property;
  object_class->dispose = muster_fit_bar_dispose;
  widget_class->measure = muster_fit_bar_measure;
  widget_class->snapshot = muster_fit_bar_snapshot;
  widget_class->css_changed = muster_fit_bar_css_changed;

  properties[PROP_RULES] = g_param_spec_double ("rules", NULL, NULL, 0, 100, 0, flags);
  properties[PROP_MATCH] = g_param_spec_double ("match", NULL, NULL, 0, 100, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "fitbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
muster_fit_bar_init (MusterFitBar *self)
{
  /* Zones of one size until the limits of an opening are told. */
  for (guint i = 0; i < MUSTER_FIT_BAR_N_LIMITS; i++)
    self->limits[i] = 100.0 * (i + 1) / N_ZONES;
}

/** muster_fit_bar_new: Returns: an empty bar with four zones. */
GtkWidget *
muster_fit_bar_new (void)
{
  return g_object_new (MUSTER_TYPE_FIT_BAR, NULL);
}

static void
set_part (MusterFitBar *self, double *part, double points, guint property_id)
{
  points = CLAMP (points, 0, 100);
  if (*part == points)
    return;

  *part = points;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

double
muster_fit_bar_get_rules (MusterFitBar *self)
{
  g_return_val_if_fail (MUSTER_IS_FIT_BAR (self), 0);

  return self->rules;
}

/** muster_fit_bar_set_rules: @points: of 100. */
void
muster_fit_bar_set_rules (MusterFitBar *self, double points)
{
  g_return_if_fail (MUSTER_IS_FIT_BAR (self));

  set_part (self, &self->rules, points, PROP_RULES);
}

double
muster_fit_bar_get_match (MusterFitBar *self)
{
  g_return_val_if_fail (MUSTER_IS_FIT_BAR (self), 0);

  return self->match;
}

/** muster_fit_bar_set_match: @points: of 100, drawn after those of the rules. */
void
muster_fit_bar_set_match (MusterFitBar *self, double points)
{
  g_return_if_fail (MUSTER_IS_FIT_BAR (self));

  set_part (self, &self->match, points, PROP_MATCH);
}

/** muster_fit_bar_set_limits: @limits: rising, 0..100: where possible, good and strong begin. */
void
muster_fit_bar_set_limits (MusterFitBar *self, const double limits[MUSTER_FIT_BAR_N_LIMITS])
{
  g_return_if_fail (MUSTER_IS_FIT_BAR (self));

  for (guint i = 0; i < MUSTER_FIT_BAR_N_LIMITS; i++)
    self->limits[i] = CLAMP (limits[i], i == 0 ? 0 : self->limits[i - 1], 100);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
