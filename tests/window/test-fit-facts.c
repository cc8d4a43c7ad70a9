/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fit panel says, from a stored fit and its opening, and the words around it; no display. */

#include "muster-criterion-text.h"
#include "muster-fit-facts.h"
#include "muster-stage-text.h"

static const char *opening_json
    = "{'title':'Service Technician','description':'Looks after "
      "pumps.','weights':{'rules':100,'match':0},'criteria':["
      "{'id':'c1','kind':'education','value':'mechatronics','importance':'must','points':20},"
      "{'id':'c2','kind':'experience','value':'servicing pumps','min':3,'importance':'must','points':25},"
      "{'id':'c3','kind':'language','value':'English','min':'B2','importance':'nice','points':15},"
      "{'id':'c4','kind':'skill','value':'PLC fault finding','importance':'nice','points':40}]}";

static MusterOpening *
make_opening (void)
{
  g_autofree char *text = g_strdelimit (g_strdup (opening_json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MusterOpening *opening = muster_opening_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return opening;
}

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);

  return node;
}

#define FIT(total, p3, met3, p4, met4)                                                                       \
  "{'fit':" total ",'match':null,'rules':{'score':0.6,'criteria':["                                          \
  "{'id':'c1','points':20,'max':20,'met':true,'quote':'Journeyman, mechatronics','page':1},"                 \
  "{'id':'c2','points':25,'max':25,'met':true,'quote':'120 pump overhauls a year','page':1},"                \
  "{'id':'c3','points':" p3 ",'max':15,'met':" met3                                                          \
  ",'quote':'','page':null,'missing':'no level is stated'},"                                                 \
  "{'id':'c4','points':" p4 ",'max':40,'met':" met4 ",'quote':'','page':null}]}}"

static const struct
{
  const char *name;
  const char *fit;
  MusterBand  band;
  double      points;
  MusterMet   met_of_third;
  int         smallest_gain;
  double      gain;
} cases[] = {
  { "one of two is enough",
    FIT ("45", "0", "false", "0", "false"),
    MUSTER_BAND_POSSIBLE,
    45,
    MUSTER_NOT_MET,
    2,
    15 },
  { "partly met",
    FIT ("55", "10", "'partly'", "0", "false"),
    MUSTER_BAND_POSSIBLE,
    55,
    MUSTER_PARTLY_MET,
    2,
    5 },
  { "only the great one is enough",
    FIT ("60", "15", "true", "0", "false"),
    MUSTER_BAND_GOOD,
    60,
    MUSTER_MET,
    3,
    40 },
  { "nothing above strong",
    FIT ("100", "15", "true", "40", "true"),
    MUSTER_BAND_STRONG,
    100,
    MUSTER_MET,
    -1,
    0 },
};

static void
test_facts (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (MusterOpening) opening = make_opening ();
  g_autoptr (JsonNode) fit = parse (cases[index].fit);
  g_autoptr (MusterFitFacts) facts = muster_fit_facts_new_from_fit (opening, fit);
  const MusterCriterionFact *first, *third;

  g_assert_nonnull (facts);
  g_assert_cmpint (facts->band, ==, cases[index].band);
  g_assert_cmpfloat_with_epsilon (facts->points, cases[index].points, 1e-9);
  g_assert_cmpfloat_with_epsilon (facts->rules_points, facts->total, 1e-9);
  g_assert_cmpuint (facts->criteria->len, ==, 4);
  g_assert_cmpint (facts->smallest_gain, ==, cases[index].smallest_gain);
  g_assert_cmpfloat_with_epsilon (facts->gain, cases[index].gain, 1e-6);

  first = g_ptr_array_index (facts->criteria, 0);
  g_assert_true (first->is_must);
  g_assert_cmpstr (first->quote, ==, "Journeyman, mechatronics");
  g_assert_cmpuint (first->page, ==, 1);
  third = g_ptr_array_index (facts->criteria, 2);
  g_assert_false (third->is_must);
  g_assert_cmpint (third->met, ==, cases[index].met_of_third);
  g_assert_cmpstr (third->missing, ==, "no level is stated");
  g_assert_cmpuint (third->page, ==, 0);
}

static const char *broken_fits[]
    = { "[]", "3", "null", "{}", "{'rules':null}", "{'rules':{'criteria':3}}", "{'rules':{'criteria':[3]}}" };

static void
test_broken (void)
{
  g_autoptr (MusterOpening) opening = make_opening ();

  for (guint i = 0; i < G_N_ELEMENTS (broken_fits); i++)
    {
      g_autoptr (JsonNode) fit = parse (broken_fits[i]);

      g_assert_null (muster_fit_facts_new_from_fit (opening, fit));
    }
}

static const struct
{
  MusterCriterion criterion;
  const char     *title;
} titles[] = {
  { { .kind = MUSTER_CRITERION_SKILL, .value = (char *) "PLC" }, "PLC" },
  { { .kind = MUSTER_CRITERION_CERTIFICATE, .value = (char *) "Driving licence B" }, "Driving licence B" },
  { { .kind = MUSTER_CRITERION_LANGUAGE, .value = (char *) "English", .minimum = (char *) "B2" },
    "English B2" },
  { { .kind = MUSTER_CRITERION_LANGUAGE, .value = (char *) "German" }, "German" },
  { { .kind = MUSTER_CRITERION_EXPERIENCE, .value = (char *) "pumps", .minimum = (char *) "3" },
    "3 years: pumps" },
  { { .kind = MUSTER_CRITERION_EXPERIENCE, .value = (char *) "pumps", .minimum = (char *) "1" },
    "1 year: pumps" },
  { { .kind = MUSTER_CRITERION_EXPERIENCE, .value = (char *) "", .minimum = (char *) "2.5" },
    "2.5 years of work" },
  { { .kind = MUSTER_CRITERION_EXPERIENCE, .value = (char *) "pumps" }, "pumps" },
  { { .kind = MUSTER_CRITERION_EDUCATION, .value = (char *) "biology", .minimum = (char *) "bachelor" },
    "Bachelor: biology" },
  { { .kind = MUSTER_CRITERION_EDUCATION, .value = (char *) "", .minimum = (char *) "master" }, "Master" },
  { { .kind = MUSTER_CRITERION_EDUCATION, .value = (char *) "mechatronics" }, "mechatronics" },
  { { .kind = MUSTER_CRITERION_LOCATION, .value = (char *) "Bremen" }, "Place: Bremen" },
};

static void
test_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = muster_criterion_dup_title (&titles[i].criterion);

      g_assert_cmpstr (title, ==, titles[i].title);
    }
}

static void
test_ranks (void)
{
  static const struct
  {
    guint       rank;
    const char *text;
  } ranks[] = {
    { 1, "1st of 120 ranked" },   { 2, "2nd of 120 ranked" },     { 3, "3rd of 120 ranked" },
    { 4, "4th of 120 ranked" },   { 11, "11th of 120 ranked" },   { 12, "12th of 120 ranked" },
    { 13, "13th of 120 ranked" }, { 21, "21st of 120 ranked" },   { 22, "22nd of 120 ranked" },
    { 23, "23rd of 120 ranked" }, { 101, "101st of 120 ranked" }, { 111, "111th of 120 ranked" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      g_autofree char *text = muster_rank_dup_text (ranks[i].rank, 120);

      g_assert_cmpstr (text, ==, ranks[i].text);
    }
}

static void
test_limits (void)
{
  double limits[3];

  muster_band_get_limits (limits);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (muster_band_for_total (limits[i] + 1e-3), ==, MUSTER_BAND_POSSIBLE + i);
      g_assert_cmpint (muster_band_for_total (limits[i] - 1e-3), ==, MUSTER_BAND_POSSIBLE + i - 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fit-facts/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_facts);
    }
  g_test_add_func ("/fit-facts/broken", test_broken);
  g_test_add_func ("/fit-facts/titles", test_titles);
  g_test_add_func ("/fit-facts/ranks", test_ranks);
  g_test_add_func ("/fit-facts/limits", test_limits);

  return g_test_run ();
}
