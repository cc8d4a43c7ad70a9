/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years come in the steps in which advertisements ask; degrees and levels are the ladders of models/screening. */

#include "muster-criterion-minimum.h"

#include "muster-degree-level.h"
#include "muster-language-level.h"

#include <glib/gi18n-lib.h>

static void
minimum_free (gpointer data)
{
  MusterCriterionMinimum *self = data;

  g_free (self->minimum);
  g_free (self->label);
  g_free (self);
}

/* @label: (transfer full) */
static void
add (GPtrArray *list, const char *minimum, char *label)
{
  MusterCriterionMinimum *self = g_new0 (MusterCriterionMinimum, 1);

  self->minimum = g_strdup (minimum);
  self->label = label;
  g_ptr_array_add (list, self);
}

static char *
dup_at_least (const char *what)
{
  /* Translators: %s is a degree or the level of a language: "At least B2". */
  return g_strdup_printf (_ ("At least %s"), what);
}

static void
add_years (GPtrArray *list, double years)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  add (list,
       g_ascii_formatd (buffer, sizeof buffer, "%.4g", years),
       g_strdup_printf (ngettext ("At least %g year", "At least %g years", (gulong) years), years));
}

static void
list_years (GPtrArray *list, double current_years)
{
  static const double steps[] = { 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20 };
  gboolean            is_in = current_years <= 0;

  add (list, "", g_strdup (_ ("Any length")));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!is_in && current_years < steps[i])
        add_years (list, current_years);
      add_years (list, steps[i]);
      is_in |= current_years <= steps[i];
    }
  if (!is_in)
    add_years (list, current_years);
}

static double
get_years (const char *minimum)
{
  return minimum != NULL ? g_ascii_strtod (minimum, NULL) : 0;
}

/** muster_criterion_minimum_list: Returns: (transfer full): from the least to the most. */
GPtrArray *
muster_criterion_minimum_list (MusterCriterionKind kind, const char *current)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (minimum_free);

  switch (kind)
    {
    case MUSTER_CRITERION_SKILL:
    case MUSTER_CRITERION_EXPERIENCE:
      list_years (list, get_years (current));
      break;
    case MUSTER_CRITERION_EDUCATION:
      add (list, "", g_strdup (_ ("Any degree")));
      for (int i = MUSTER_DEGREE_SECONDARY; i <= MUSTER_DEGREE_DOCTORATE; i++)
        add (list, muster_degree_level_name (i), dup_at_least (muster_degree_level_title (i)));
      break;
    case MUSTER_CRITERION_LANGUAGE:
      add (list, "", g_strdup (_ ("Any level")));
      for (int i = MUSTER_LEVEL_A1; i <= MUSTER_LEVEL_C2; i++)
        add (list, muster_language_level_name (i), dup_at_least (muster_language_level_name (i)));
      if (current != NULL && muster_language_level_from_text (current) == MUSTER_LEVEL_NATIVE)
        add (list, muster_language_level_name (MUSTER_LEVEL_NATIVE),
             dup_at_least (muster_language_level_title (MUSTER_LEVEL_NATIVE)));
      break;
    case MUSTER_CRITERION_CERTIFICATE:
    case MUSTER_CRITERION_LOCATION:
    default:
      break;
    }

  return list;
}

static gboolean
means_same (MusterCriterionKind kind, const char *a, const char *b)
{
  switch (kind)
    {
    case MUSTER_CRITERION_EDUCATION:
      return muster_degree_level_from_text (a) == muster_degree_level_from_text (b);
    case MUSTER_CRITERION_LANGUAGE:
      return muster_language_level_from_text (a) == muster_language_level_from_text (b);
    case MUSTER_CRITERION_SKILL:
    case MUSTER_CRITERION_EXPERIENCE:
    case MUSTER_CRITERION_CERTIFICATE:
    case MUSTER_CRITERION_LOCATION:
    default:
      return get_years (a) == get_years (b);
    }
}

/** muster_criterion_minimum_find: Returns: an index, 0 ("any") when @current names none. */
guint
muster_criterion_minimum_find (MusterCriterionKind kind, GPtrArray *minimums, const char *current)
{
  g_return_val_if_fail (minimums != NULL, 0);

  for (guint i = 0; i < minimums->len; i++)
    {
      const MusterCriterionMinimum *minimum = g_ptr_array_index (minimums, i);

      if (means_same (kind, minimum->minimum, current != NULL ? current : ""))
        return i;
    }

  return 0;
}

const char *
muster_criterion_kind_title (MusterCriterionKind kind)
{
  static const char *titles[] = {
    [MUSTER_CRITERION_SKILL] = NC_ ("criterion", "Skill"),
    [MUSTER_CRITERION_EXPERIENCE] = NC_ ("criterion", "Experience"),
    [MUSTER_CRITERION_EDUCATION] = NC_ ("criterion", "Education"),
    [MUSTER_CRITERION_LANGUAGE] = NC_ ("criterion", "Language"),
    [MUSTER_CRITERION_CERTIFICATE] = NC_ ("criterion", "Certificate"),
    [MUSTER_CRITERION_LOCATION] = NC_ ("criterion", "Place"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (titles), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "criterion", titles[kind]);
}
