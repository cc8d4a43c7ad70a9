/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns as painters and tables see them, the bins of the dot stack, and the sentence of the pool. */

#include "muster-dot-stack-layer.h"
#include "muster-pool-sentence.h"
#include "muster-series.h"

#include <math.h>

static const char *const bands[] = { "Low", "High", NULL };

static MusterSeries *
create_series (void)
{
  static const char *const labels[] = { "c", "a", "b", "d" };
  static const double      values[] = { 3, 0, 1, 1, -2.5, 0, NAN, NAN };
  MusterSeries            *series = muster_series_new ("People", "Person");

  g_assert_cmpuint (muster_series_add_column (series, "Points", 1), ==, 0);
  g_assert_cmpuint (muster_series_add_words (series, "Level", bands), ==, 1);
  muster_series_set_rows (series, labels, values, 4);

  return series;
}

static void
test_columns (void)
{
  g_autoptr (MusterSeries) series = create_series ();
  static const char *texts[4][2] = { { "3.0", "Low" }, { "1.0", "High" }, { "\u22122.5", "Low" }, { "–", "–" } };
  double             min, max;

  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autofree char *text = muster_series_dup_text (series, j, i);

        g_assert_cmpstr (text, ==, texts[i][j]);
      }
  g_assert_true (muster_series_get_extent (series, 0, &min, &max));
  g_assert_cmpfloat (min, ==, -2.5);
  g_assert_cmpfloat (max, ==, 3);
  g_assert_true (muster_series_column_has_words (series, 1));
}

static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, guint changed[3])
{
  changed[0]++;
  changed[1] = n_removed;
  changed[2] = n_added;
}

static void
test_list (void)
{
  g_autoptr (MusterSeries) series = create_series ();
  g_autoptr (MusterSeriesRow) row = g_list_model_get_item (G_LIST_MODEL (series), 2);
  const char *const one[] = { "z" };
  const double      value[] = { 5, 1 };
  guint             changed[3] = { 0 };

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (series)) == MUSTER_TYPE_SERIES_ROW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (series)), ==, 4);
  g_assert_true (muster_series_row_get_series (row) == series);
  g_assert_cmpuint (muster_series_row_get_index (row), ==, 2);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (series), 4));

  g_signal_connect (series, "items-changed", G_CALLBACK (items_changed_cb), changed);
  muster_series_set_rows (series, one, value, 1);
  g_assert_cmpuint (changed[0], ==, 1);
  g_assert_cmpuint (changed[1], ==, 4);
  g_assert_cmpuint (changed[2], ==, 1);
  g_assert_cmpstr (muster_series_get_label (series, 0), ==, "z");
}

static const struct
{
  const char *name;
  int         row, n_steps, found;
} steps[] = {
  { "from-nowhere", -1, 1, 2 }, { "from-nowhere-back", -1, -1, 3 }, { "up", 2, 1, 1 },        { "down", 0, -1, 1 },
  { "past-end", 0, 10, 3 },     { "past-begin", 1, -10, 2 },        { "home", 3, -G_MAXINT, 2 }, { "end", 2, G_MAXINT, 3 },
};

/* By value the rows are 2, 1, 0 and, without one, 3. */
static void
test_steps (void)
{
  g_autoptr (MusterSeries) series = create_series ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("%s", steps[i].name);
      g_assert_cmpint (muster_series_step (series, 0, steps[i].row, steps[i].n_steps), ==, steps[i].found);
    }
  muster_series_set_rows (series, NULL, NULL, 0);
  g_assert_cmpint (muster_series_step (series, 0, -1, 1), ==, -1);
}

/* No bin lies across a limit, all together cover the scale, and everybody is in one. */
static void
test_bins (void)
{
  static const char *const labels[] = { "a", "b", "c", "d", "e" };
  static const double      values[] = { 40, 1, 39.9, 0, 80, 1, 100, 1, 20, 0 };
  static const double      edges[] = { 20, 40, 60, 80, 100 };
  static const double      begins[] = { 20, 40, 80 };
  g_autoptr (MusterSeries) series = muster_series_new ("", "");
  g_autoptr (MusterLayer) layer = NULL;
  double from, to, last = 20;
  guint  n_rows = 0;

  muster_series_add_column (series, "", 0);
  muster_series_add_words (series, "", bands);
  muster_series_set_rows (series, labels, values, 5);
  layer = muster_dot_stack_layer_new (series, 0, 1);
  muster_dot_stack_layer_set_edges (MUSTER_DOT_STACK_LAYER (layer), edges, G_N_ELEMENTS (edges));
  for (guint i = 0; i < muster_dot_stack_layer_n_bins (MUSTER_DOT_STACK_LAYER (layer)); i++)
    {
      guint n = muster_dot_stack_layer_get_bin (MUSTER_DOT_STACK_LAYER (layer), i, &from, &to);

      g_assert_cmpfloat_with_epsilon (from, last, 1e-9);
      g_assert_cmpfloat (to - from, >, 2.5);
      g_assert_cmpfloat (to - from, <, 3.5);
      for (guint j = 1; j < 4; j++)
        g_assert_false (from < edges[j] - 1e-9 && to > edges[j] + 1e-9);
      for (guint j = 0; j < G_N_ELEMENTS (begins); j++)
        if (fabs (from - begins[j]) < 1e-9)
          g_assert_cmpuint (n, ==, 1);
      n_rows += n;
      last = to;
    }
  g_assert_cmpfloat_with_epsilon (last, 100, 1e-9);
  g_assert_cmpuint (n_rows, ==, 5);
}

static const struct
{
  const char *name;
  guint       n_in_band[MUSTER_POOL_N_BANDS];
  guint       place;
  const char *sentence;
} sentences[] = {
  { "nobody", { 0, 0, 0, 0 }, 0, "Nobody is ranked yet." },
  { "one", { 0, 1, 0, 0 }, 1, "1 ranked; 0 Strong, 0 Good, 1 Possible, 0 Weak; selected 1st." },
  { "two", { 0, 1, 0, 1 }, 2, "2 ranked; 1 Strong, 0 Good, 1 Possible, 0 Weak; selected 2nd." },
  { "three-hundred", { 20, 140, 110, 30 }, 113, "300 ranked; 30 Strong, 110 Good, 140 Possible, 20 Weak; selected 113th." },
  { "third", { 5, 15, 12, 3 }, 3, "35 ranked; 3 Strong, 12 Good, 15 Possible, 5 Weak; selected 3rd." },
  { "twenty-first", { 5, 15, 12, 3 }, 21, "35 ranked; 3 Strong, 12 Good, 15 Possible, 5 Weak; selected 21st." },
  { "eleventh", { 5, 15, 12, 3 }, 11, "35 ranked; 3 Strong, 12 Good, 15 Possible, 5 Weak; selected 11th." },
  { "nobody-selected", { 5, 15, 12, 3 }, 0, "35 ranked; 3 Strong, 12 Good, 15 Possible, 5 Weak." },
};

static void
test_sentence (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *sentence = muster_pool_dup_sentence (sentences[i].n_in_band, sentences[i].place);

  g_assert_cmpstr (sentence, ==, sentences[i].sentence);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/columns", test_columns);
  g_test_add_func ("/series/list", test_list);
  g_test_add_func ("/series/steps", test_steps);
  g_test_add_func ("/dot-stack/bins", test_bins);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pool/sentence/%s", sentences[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sentence);
    }

  return g_test_run ();
}
