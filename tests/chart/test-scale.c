/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of scales: places, ticks, ends. */

#include "muster-scale.h"

#include <math.h>

static const struct
{
  const char *name;
  double      from, to, min_step;
  guint       n_ticks;
  double      ticks[MUSTER_SCALE_MAX_TICKS];
  guint       n_digits;
} tick_cases[] = {
  { "hundred", 0, 100, 0, 3, { 0, 50, 100 }, 0 },
  { "eighty", 20, 100, 0, 5, { 20, 40, 60, 80, 100 }, 0 },
  { "one", 0, 1, 0, 3, { 0, .5, 1 }, 1 },
  { "few-people", 0, 3, 1, 4, { 0, 1, 2, 3 }, 0 },
  { "one-person", 0, 1, 1, 2, { 0, 1 }, 0 },
  { "across-zero", -10, 10, 0, 5, { -10, -5, 0, 5, 10 }, 0 },
  { "hundredths", .02, .06, 0, 5, { .02, .03, .04, .05, .06 }, 2 },
  { "large", 0, 4.2e6, 0, 5, { 0, 1e6, 2e6, 3e6, 4e6 }, 0 },
  { "between-ticks", 13, 17.5, 0, 5, { 13, 14, 15, 16, 17 }, 0 },
  { "backwards", 100, 20, 0, 5, { 20, 40, 60, 80, 100 }, 0 },
};

static void
test_ticks (gconstpointer data)
{
  guint       i = GPOINTER_TO_UINT (data);
  double      ticks[MUSTER_SCALE_MAX_TICKS];
  MusterScale scale;
  double      step;
  guint       n;

  muster_scale_init (&scale, tick_cases[i].from, tick_cases[i].to);
  n = muster_scale_nice_ticks (&scale, tick_cases[i].min_step, ticks);
  step = muster_scale_nice_step (&scale, tick_cases[i].min_step);

  g_assert_cmpuint (n, ==, tick_cases[i].n_ticks);
  for (guint j = 0; j < n; j++)
    {
      g_assert_cmpfloat_with_epsilon (ticks[j], tick_cases[i].ticks[j], 1e-9 * MAX (1, fabs (ticks[j])));
      g_assert_false (signbit (ticks[j]) && ticks[j] == 0);
    }
  g_assert_cmpuint (muster_scale_step_digits (step), ==, tick_cases[i].n_digits);
}

/* Whatever the domain, there are at least two ticks after widening and never more than five. */
static void
test_any_domain (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20000; i++)
    {
      double      from = pow (10, g_rand_double_range (random, -8, 12)) * (g_rand_boolean (random) ? 1 : -1);
      double      length = pow (10, g_rand_double_range (random, -3, 3)) * fabs (from);
      double      ticks[MUSTER_SCALE_MAX_TICKS];
      MusterScale scale;
      guint       n;

      muster_scale_init (&scale, from, from + length);
      n = muster_scale_nice_ticks (&scale, 0, ticks);
      g_assert_cmpuint (n, >=, 2);
      g_assert_cmpuint (n, <=, MUSTER_SCALE_MAX_TICKS);
      g_assert_cmpfloat (ticks[0], >=, from - length * 1e-6);
      g_assert_cmpfloat (ticks[n - 1], <=, from + length * (1 + 1e-6));
      muster_scale_widen (&scale, 0);
      g_assert_cmpfloat (scale.from, <=, from + length * 1e-6);
      g_assert_cmpfloat (scale.to, >=, from + length * (1 - 1e-6));
    }
}

static const struct
{
  const char *name;
  double      from, to, from_px, to_px, value, place_px;
} map_cases[] = {
  { "begin", 20, 100, 10, 410, 20, 10 },      { "middle", 20, 100, 10, 410, 60, 210 },
  { "end", 20, 100, 10, 410, 100, 410 },      { "right-to-left", 20, 100, 410, 10, 40, 310 },
  { "upright", 0, 1, 200, 0, .25, 150 },      { "outside", 0, 10, 0, 100, 12, 120 },
  { "no-length", 5, 5, 0, 100, 5, 50 },
};

static void
test_map (gconstpointer data)
{
  guint       i = GPOINTER_TO_UINT (data);
  MusterScale scale;

  muster_scale_init (&scale, map_cases[i].from, map_cases[i].to);
  muster_scale_set_range (&scale, map_cases[i].from_px, map_cases[i].to_px);
  g_assert_cmpfloat_with_epsilon (muster_scale_map (&scale, map_cases[i].value), map_cases[i].place_px, 1e-9);
  g_assert_cmpfloat_with_epsilon (muster_scale_unmap (&scale, map_cases[i].place_px), map_cases[i].value, 1e-9);
}

static void
test_nothing (void)
{
  MusterScale scale;

  muster_scale_init (&scale, NAN, 3);
  muster_scale_set_range (&scale, 0, 10);
  g_assert_cmpfloat (muster_scale_map (&scale, 1), ==, 10);
  g_assert_true (isnan (muster_scale_map (&scale, NAN)));
  g_assert_false (muster_scale_contains (&scale, NAN));
  muster_scale_set_range (&scale, 7, 7);
  g_assert_cmpfloat (muster_scale_unmap (&scale, 7), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tick_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scale/ticks/%s", tick_cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_ticks);
    }
  for (guint i = 0; i < G_N_ELEMENTS (map_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scale/map/%s", map_cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_map);
    }
  g_test_add_func ("/scale/any-domain", test_any_domain);
  g_test_add_func ("/scale/nothing", test_nothing);

  return g_test_run ();
}
