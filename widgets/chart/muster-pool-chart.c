/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of two layers, zones behind dots, over one series with total and band. The scale begins at 20 as long as
 * nobody is below: position carries the value here, so it need not begin at 0. */

#include "muster-pool-chart.h"

#include "muster-dot-stack-layer.h"
#include "muster-empty-state.h"
#include "muster-pool-sentence.h"
#include "muster-zone-layer.h"

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT (MUSTER_POOL_CHART_N_BANDS == MUSTER_POOL_N_BANDS);

#define N_EDGES (MUSTER_POOL_CHART_N_BANDS + 1)
#define LOW_BEGIN 20.0
#define MAX_TOTAL 100.0

enum
{
  COLUMN_TOTAL,
  COLUMN_BAND,
  N_COLUMNS,
};

struct _MusterPoolChart
{
  GtkWidget    parent_instance;
  GtkWidget   *stack;
  MusterChart *chart;
  MusterSeries *series;
  MusterLayer *dots;
  MusterLayer *zones;
  double       limits[MUSTER_POOL_CHART_N_BANDS - 1];
  gint64      *ids; /* of the rows */
  guint        n_people;
  guint        n_in_band[MUSTER_POOL_CHART_N_BANDS];
  gint64       selected_id;
};

enum
{
  PROP_SELECTED_ID = 1,
  N_PROPS,
};

enum
{
  SIGNAL_PERSON_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterPoolChart, muster_pool_chart, GTK_TYPE_WIDGET)

static int
row_of_id (MusterPoolChart *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->n_people; i++)
    if (self->ids[i] == id)
      return (int) i;

  return MUSTER_CHART_NOTHING;
}

/* How many people have more, and one. */
static guint
place_of_row (MusterPoolChart *self, int row)
{
  guint place = 1;

  if (row < 0)
    return 0;

  for (guint i = 0; i < self->n_people; i++)
    place += muster_series_get_value (self->series, COLUMN_TOTAL, i)
             > muster_series_get_value (self->series, COLUMN_TOTAL, (guint) row);

  return place;
}

static void
update_selected (MusterPoolChart *self)
{
  int              row = row_of_id (self, self->selected_id);
  g_autofree char *sentence = muster_pool_dup_sentence (self->n_in_band, place_of_row (self, row));

  muster_chart_set_selected (self->chart, row);
  muster_chart_set_sentence (self->chart, sentence);
}

static void
update_scale (MusterPoolChart *self)
{
  MusterAxis *axis = muster_chart_get_x_axis (self->chart);
  const char *words[MUSTER_POOL_CHART_N_BANDS];
  double      edges[N_EDGES] = { 0 };
  double      least = 0, most;

  if (muster_series_get_extent (self->series, COLUMN_TOTAL, &least, &most) && least >= LOW_BEGIN
      && self->limits[0] > LOW_BEGIN)
    edges[0] = LOW_BEGIN;
  for (guint i = 0; i < MUSTER_POOL_CHART_N_BANDS; i++)
    {
      words[i] = muster_pool_band_word (i);
      edges[i + 1] = i + 1 < MUSTER_POOL_CHART_N_BANDS ? self->limits[i] : MAX_TOTAL;
    }
  muster_axis_set_domain (axis, edges[0], MAX_TOTAL);
  muster_axis_set_ticks (axis, edges, N_EDGES);
  muster_zone_layer_set_zones (
      MUSTER_ZONE_LAYER (self->zones), edges, words, self->n_in_band, MUSTER_POOL_CHART_N_BANDS);
  muster_dot_stack_layer_set_edges (MUSTER_DOT_STACK_LAYER (self->dots), edges, N_EDGES);
}

static void
point_activated_cb (MusterPoolChart *self, guint row)
{
  if (row >= self->n_people)
    return;

  muster_pool_chart_set_selected_id (self, self->ids[row]);
  g_signal_emit (self, signals[SIGNAL_PERSON_ACTIVATED], 0, self->ids[row]);
}

static void
muster_pool_chart_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id != PROP_SELECTED_ID)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  g_value_set_int64 (value, MUSTER_POOL_CHART (object)->selected_id);
}

static void
muster_pool_chart_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id != PROP_SELECTED_ID)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  muster_pool_chart_set_selected_id (MUSTER_POOL_CHART (object), g_value_get_int64 (value));
}

static void
muster_pool_chart_dispose (GObject *object)
{
  MusterPoolChart *self = MUSTER_POOL_CHART (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->series);

  G_OBJECT_CLASS (muster_pool_chart_parent_class)->dispose (object);
}

static void
muster_pool_chart_finalize (GObject *object)
{
  g_free (MUSTER_POOL_CHART (object)->ids);

  G_OBJECT_CLASS (muster_pool_chart_parent_class)->finalize (object);
}

static void
muster_pool_chart_class_init (MusterPoolChartClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_pool_chart_get_property;
  object_class->set_property = muster_pool_chart_set_property;
  object_class->dispose = muster_pool_chart_dispose;
  object_class->finalize = muster_pool_chart_finalize;

  properties[PROP_SELECTED_ID]
      = g_param_spec_int64 ("selected-id",
                            NULL,
                            NULL,
                            G_MININT64,
                            G_MAXINT64,
                            0,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_PERSON_ACTIVATED] = g_signal_new ("person-activated",
                                                   G_TYPE_FROM_CLASS (klass),
                                                   G_SIGNAL_RUN_LAST,
                                                   0,
                                                   NULL,
                                                   NULL,
                                                   NULL,
                                                   G_TYPE_NONE,
                                                   1,
                                                   G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "poolchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static MusterSeries *
create_series (void)
{
  const char   *words[MUSTER_POOL_CHART_N_BANDS + 1] = { NULL };
  MusterSeries *series = muster_series_new (_ ("Candidates"), _ ("Candidate"));

  for (guint i = 0; i < MUSTER_POOL_CHART_N_BANDS; i++)
    words[i] = muster_pool_band_word (i);
  muster_series_add_column (series, _ ("Fit"), 0);
  muster_series_add_words (series, _ ("Band"), words);

  return series;
}

static void
muster_pool_chart_init (MusterPoolChart *self)
{
  static const double limits[MUSTER_POOL_CHART_N_BANDS - 1] = { 40, 60, 80 };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    self->limits[i] = limits[i];
  self->series = create_series ();
  self->zones = muster_zone_layer_new ();
  self->dots = muster_dot_stack_layer_new (self->series, COLUMN_TOTAL, COLUMN_BAND);
  self->chart = MUSTER_CHART (muster_chart_new ());
  muster_axis_set_counts (muster_chart_get_y_axis (self->chart), TRUE);
  muster_chart_set_title (self->chart, _ ("Fit across the pool"));
  muster_chart_add_layer (self->chart, self->zones);
  muster_chart_add_layer (self->chart, self->dots);
  g_signal_connect_swapped (self->chart, "point-activated", G_CALLBACK (point_activated_cb), self);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      muster_empty_state_new ("muster-candidates-symbolic",
                              _ ("Nobody is ranked yet"),
                              _ ("People appear here once their documents are read and the criteria are fixed.")),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->chart), "chart");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  muster_pool_chart_set_people (self, NULL, 0);
}

/** muster_pool_chart_new: Returns: with nobody, limits at 40, 60 and 80. */
GtkWidget *
muster_pool_chart_new (void)
{
  return g_object_new (MUSTER_TYPE_POOL_CHART, NULL);
}

/** muster_pool_chart_get_chart: Returns: (transfer none): the chart within, for its actions, signals and table. */
MusterChart *
muster_pool_chart_get_chart (MusterPoolChart *self)
{
  g_return_val_if_fail (MUSTER_IS_POOL_CHART (self), NULL);

  return self->chart;
}

/* Takes ids, bands and rows of @points. */
static void
take_rows (MusterPoolChart *self, const MusterPoolPoint *points, guint n_points)
{
  g_autofree const char **names = g_new0 (const char *, (gsize) n_points + 1);
  g_autofree double      *values = g_new0 (double, (gsize) n_points * N_COLUMNS + 1);

  for (guint i = 0; i < MUSTER_POOL_CHART_N_BANDS; i++)
    self->n_in_band[i] = 0;
  g_free (self->ids);
  self->ids = g_new0 (gint64, (gsize) n_points + 1);
  self->n_people = n_points;
  for (guint i = 0; i < n_points; i++)
    {
      int band = CLAMP (points[i].band, 0, MUSTER_POOL_CHART_N_BANDS - 1);

      self->ids[i] = points[i].id;
      self->n_in_band[band]++;
      names[i] = points[i].name != NULL ? points[i].name : "";
      values[i * N_COLUMNS + COLUMN_TOTAL] = CLAMP (points[i].total, 0, MAX_TOTAL);
      values[i * N_COLUMNS + COLUMN_BAND] = band;
    }
  muster_series_set_rows (self->series, names, values, n_points);
}

/**
 * muster_pool_chart_set_people:
 * @points: (nullable): everybody who is ranked, as the list has them; copied
 *
 * Whoever was selected stays so and is marked again when among @points.
 */
void
muster_pool_chart_set_people (MusterPoolChart *self, const MusterPoolPoint *points, guint n_points)
{
  g_autofree char *unit = NULL;

  g_return_if_fail (MUSTER_IS_POOL_CHART (self));
  g_return_if_fail (n_points == 0 || points != NULL);

  take_rows (self, points, n_points);
  unit = muster_pool_dup_unit (n_points);
  muster_chart_set_unit (self->chart, unit);
  update_scale (self);
  update_selected (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_points == 0 ? "empty" : "chart");
}

/** muster_pool_chart_set_limits: @limits: rising, between 0 and 100: where possible, good and strong begin. */
void
muster_pool_chart_set_limits (MusterPoolChart *self, const double limits[MUSTER_POOL_CHART_N_BANDS - 1])
{
  g_return_if_fail (MUSTER_IS_POOL_CHART (self));

  for (guint i = 0; i < MUSTER_POOL_CHART_N_BANDS - 1; i++)
    self->limits[i] = CLAMP (limits[i], i == 0 ? 0 : self->limits[i - 1], MAX_TOTAL);
  update_scale (self);
}

gint64
muster_pool_chart_get_selected_id (MusterPoolChart *self)
{
  g_return_val_if_fail (MUSTER_IS_POOL_CHART (self), 0);

  return self->selected_id;
}

/** muster_pool_chart_set_selected_id: @id: 0 for nobody; somebody who is not ranked is not marked. */
void
muster_pool_chart_set_selected_id (MusterPoolChart *self, gint64 id)
{
  g_return_if_fail (MUSTER_IS_POOL_CHART (self));

  if (self->selected_id == id)
    return;

  self->selected_id = id;
  update_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

/** muster_pool_chart_get_sentence: Returns: (transfer none): what the chart says in words. */
const char *
muster_pool_chart_get_sentence (MusterPoolChart *self)
{
  g_return_val_if_fail (MUSTER_IS_POOL_CHART (self), NULL);

  return muster_chart_get_sentence (self->chart);
}
