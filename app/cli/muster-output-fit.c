/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same fit for programs and for people. */

#include "muster-output-fit.h"

#include <glib/gi18n-lib.h>

#define INDENT 6
#define NAME_COLUMNS 26
#define QUOTE_COLUMNS 96

static void
add_member (JsonObject *from, const char *name, JsonNode *node, gpointer to)
{
  json_object_set_member (to, name, json_node_copy (node));
}

void
muster_output_add_fit (JsonObject *object, const MusterFit *fit, guint rank)
{
  g_autoptr (JsonNode) node = NULL;

  if (fit == NULL)
    {
      json_object_set_null_member (object, "rank");
      json_object_set_null_member (object, "fit");
      json_object_set_null_member (object, "band");
      return;
    }

  node = muster_fit_to_json (fit);
  json_object_set_int_member (object, "rank", rank);
  json_object_foreach_member (json_node_get_object (node), add_member, object);
}

void
muster_output_add_proposal (JsonObject *object, const MusterOpening *opening)
{
  if (muster_opening_is_proposed (opening))
    json_object_set_member (object, "opening", muster_opening_to_json (opening));
}

static char *
describe_criterion (const MusterCriterion *criterion)
{
  g_autoptr (GString) text = g_string_new (criterion->value);

  if (criterion->minimum != NULL
      && (criterion->kind == MUSTER_CRITERION_EXPERIENCE || criterion->kind == MUSTER_CRITERION_SKILL))
    {
      gboolean is_one = g_str_equal (criterion->minimum, "1");
      /* TRANSLATORS: a number of years of experience, as in "3 years" or "2.5 years" */
      g_autofree char *years = g_strdup_printf (is_one ? _ ("%s year") : _ ("%s years"), criterion->minimum);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", years);
    }
  else if (criterion->minimum != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", criterion->minimum);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
kind_word (MusterCriterionKind kind)
{
  static const char *words[] = { N_ ("Skill"),    N_ ("Experience"),  N_ ("Education"),
                                 N_ ("Language"), N_ ("Certificate"), N_ ("Place") };

  return _ (words[kind]);
}

void
muster_output_print_opening (const MusterOpening *opening)
{
  g_autoptr (MusterTable) table = muster_table_new ("llrl");
  g_autofree char        *title = muster_table_clip (muster_opening_get_title (opening), QUOTE_COLUMNS);

  g_print ("%s\n", title);
  if (muster_opening_is_proposed (opening))
    g_print ("%s\n",
             _ ("These criteria were read from the text. Look through them before you rely on them:"));
  muster_table_add (table, _ ("Kind"), _ ("Importance"), _ ("Points"), _ ("What is asked for"));
  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      const MusterCriterion *criterion = muster_opening_get_criterion (opening, i);
      g_autofree char       *points = g_strdup_printf ("%.4g", criterion->points);
      g_autofree char       *what = describe_criterion (criterion);

      muster_table_add (
          table, kind_word (criterion->kind), criterion->is_must ? _ ("must") : _ ("nice"), points, what);
    }
  muster_table_print (table);
  g_print ("\n");
}

MusterTable *
muster_output_new_fit_table (const char *subject)
{
  MusterTable *table = muster_table_new ("rrlrrl");

  muster_table_add (table, _ ("Rank"), _ ("Fit"), _ ("Band"), _ ("Must-haves"), _ ("Years"), subject);

  return table;
}

static const char *
band_word (MusterBand band)
{
  static const char *words[] = { N_ ("Weak"), N_ ("Possible"), N_ ("Good"), N_ ("Strong") };

  return _ (words[band]);
}

/* A word beside the sign: meaning never hangs on a sign alone. */
static const char *
met_word (MusterMet met)
{
  static const char *words[] = { N_ ("– missing"), N_ ("± partly"), N_ ("+ met") };

  return _ (words[met]);
}

static void
add_criterion_row (MusterTable *table, const MusterCriterion *criterion, const MusterCriterionResult *result)
{
  g_autofree char *what = describe_criterion (criterion);
  g_autofree char *name
      = muster_table_clip (*what != '\0' ? what : kind_word (criterion->kind), NAME_COLUMNS);
  g_autofree char *quote = muster_table_clip (result->quote, QUOTE_COLUMNS);
  g_autofree char *missing = muster_table_clip (result->missing, QUOTE_COLUMNS);
  g_autofree char *said = NULL, *line = NULL;

  if (*quote != '\0')
    said = *missing != '\0' ? g_strdup_printf ("“%s” (%s)", quote, missing) : g_strdup_printf ("“%s”", quote);
  else
    said = g_strdup (missing);
  line = g_strdup_printf ("%s · %s · %.4g/%.4g%s%s",
                          met_word (result->met),
                          name,
                          result->points,
                          result->max_points,
                          *said != '\0' ? " · " : "",
                          said);
  muster_table_add_note (table, INDENT, line);
}

void
muster_output_add_fit_rows (
    MusterTable *table, const MusterOpening *opening, const MusterFit *fit, guint rank, const char *subject)
{
  guint            n_met;
  guint            n_musts = muster_fit_get_n_musts (fit, &n_met);
  g_autofree char *rank_text = g_strdup_printf ("%u", rank);
  g_autofree char *total = g_strdup_printf ("%.1f", muster_fit_get_total (fit));
  /* TRANSLATORS: so many of so many must-have criteria are met */
  g_autofree char *musts = g_strdup_printf (_ ("%u of %u"), n_met, n_musts);
  g_autofree char *years = g_strdup_printf ("%.1f", muster_fit_get_relevant_months (fit) / 12.0);

  muster_table_add (table, rank_text, total, band_word (muster_fit_get_band (fit)), musts, years, subject);
  for (guint i = 0; i < muster_fit_get_n_results (fit); i++)
    add_criterion_row (table, muster_opening_get_criterion (opening, i), muster_fit_get_result (fit, i));
}
