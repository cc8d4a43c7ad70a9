/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opening while it is written: what is missing, how points are shared out, what comes of it. */

#include "muster-criterion-minimum.h"
#include "muster-opening-draft.h"

static void
add (MusterOpeningDraft *draft, const char *value, double points)
{
  g_autoptr (MusterCriterionDraft) criterion = muster_criterion_draft_new (NULL);

  muster_criterion_draft_set_value (criterion, value);
  muster_criterion_draft_set_points (criterion, points);
  muster_opening_draft_add (draft, criterion);
}

static MusterCriterionDraft *
get (MusterOpeningDraft *draft, guint index)
{
  g_autoptr (MusterCriterionDraft) criterion
      = g_list_model_get_item (muster_opening_draft_get_criteria (draft), index);

  return criterion; /* the list holds it */
}

static void
assert_problem (MusterOpeningDraft *draft, const char *wanted)
{
  g_autofree char *problem = muster_opening_draft_dup_problem (draft);

  g_assert_cmpstr (problem, ==, wanted);
}

static void
test_problems (void)
{
  g_autoptr (MusterOpeningDraft) draft = muster_opening_draft_new (NULL);
  g_autofree char *title = NULL;

  g_assert_false (muster_opening_draft_is_changed (draft));
  assert_problem (draft, "The title is missing");
  muster_opening_draft_set_title (draft, "  ");
  assert_problem (draft, "The title is missing");
  muster_opening_draft_set_title (draft, "Fitter");
  g_assert_true (muster_opening_draft_is_changed (draft));
  assert_problem (draft, "There is no criterion yet");
  add (draft, "", 10);
  assert_problem (draft, "A criterion has no name");
  muster_criterion_draft_set_kind (get (draft, 0), MUSTER_CRITERION_EXPERIENCE);
  assert_problem (draft, "10 of 100 points are given");
  add (draft, "junge Frau", 90);
  assert_problem (draft, "“junge Frau” cannot be a criterion");
  muster_criterion_draft_set_value (get (draft, 1), "Java");
  assert_problem (draft, NULL);
  title = g_strnfill (301, 'x');
  muster_opening_draft_set_title (draft, title);
  assert_problem (draft, "title: longer than 300 characters");
  muster_criterion_draft_set_points (get (draft, 0), 0);
  assert_problem (draft, "A criterion has no points");
}

static void
test_points (void)
{
  static const struct
  {
    const char *name;
    guint       n;
    double      given[6];
    double      even[6];
    double      whole[6];
  } cases[] = {
    { "thirds", 3, { 10, 10, 10 }, { 34, 33, 33 }, { 34, 33, 33 } },
    { "sixths", 6, { 7, 7, 7, 7, 7, 7 }, { 17, 17, 17, 17, 16, 16 }, { 17, 17, 17, 17, 16, 16 } },
    { "too-few", 2, { 60, 32 }, { 50, 50 }, { 65, 35 } },
    { "too-many", 3, { 100, 50, 50 }, { 34, 33, 33 }, { 50, 25, 25 } },
    { "none-given", 4, { 0, 0, 0, 0 }, { 25, 25, 25, 25 }, { 25, 25, 25, 25 } },
    { "one-has-all", 2, { 80, 0 }, { 50, 50 }, { 99, 1 } },
    { "fractions", 2, { 33.3, 66.7 }, { 50, 50 }, { 34, 66 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterOpeningDraft) draft = muster_opening_draft_new (NULL);

      g_test_message ("%s", cases[i].name);
      for (guint j = 0; j < cases[i].n; j++)
        add (draft, "Java", cases[i].given[j]);
      muster_opening_draft_make_whole (draft);
      for (guint j = 0; j < cases[i].n; j++)
        g_assert_cmpfloat (muster_criterion_draft_get_points (get (draft, j)), ==, cases[i].whole[j]);
      muster_opening_draft_spread_evenly (draft);
      for (guint j = 0; j < cases[i].n; j++)
        g_assert_cmpfloat (muster_criterion_draft_get_points (get (draft, j)), ==, cases[i].even[j]);
      g_assert_cmpfloat (muster_opening_draft_sum_points (draft), ==, 100);
    }
}

static void
test_order (void)
{
  g_autoptr (MusterOpeningDraft) draft = muster_opening_draft_new (NULL);
  MusterCriterionDraft *java, *sap, *go;

  add (draft, "Java", 1);
  add (draft, "SAP", 1);
  add (draft, "Go", 1);
  java = get (draft, 0);
  sap = get (draft, 1);
  go = get (draft, 2);
  g_assert_false (muster_opening_draft_move_by (draft, java, -1));
  g_assert_false (muster_opening_draft_move_by (draft, go, 1));
  g_assert_true (muster_opening_draft_move_by (draft, java, 1));
  g_assert_true (get (draft, 0) == sap && get (draft, 1) == java);
  muster_opening_draft_move_to (draft, go, sap);
  g_assert_true (get (draft, 0) == go && get (draft, 1) == sap && get (draft, 2) == java);
  muster_opening_draft_move_to (draft, go, java);
  g_assert_true (get (draft, 2) == go);
}

static MusterOpening *
read_opening (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MusterOpening *opening = muster_opening_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return opening;
}

/* What was fixed comes out as it went in, ids too; what is new gets an id that is free. */
static void
test_finish (void)
{
  g_autoptr (MusterOpening) opening = read_opening (
      "{\"title\":\"Fitter\",\"description\":\"d\",\"field\":\"Metal\",\"weights\":{\"rules\":70,\"match\":30},"
      "\"criteria\":[{\"id\":\"skill-1\",\"kind\":\"skill\",\"value\":\"Java\",\"min\":2.5,\"importance\":\"must\","
      "\"points\":60},{\"id\":\"e\",\"kind\":\"education\",\"value\":\"\",\"min\":\"bachelor\",\"importance\":\"nice\","
      "\"points\":40}]}");
  g_autoptr (MusterOpeningDraft) draft = muster_opening_draft_new (opening);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) same = muster_opening_draft_finish (draft, &error);
  g_autoptr (JsonNode) before = muster_opening_to_json (opening);
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (MusterOpening) longer = NULL;

  g_assert_no_error (error);
  after = muster_opening_to_json (same);
  g_assert_true (json_node_equal (before, after));

  add (draft, "Go", 10);
  longer = muster_opening_draft_finish (draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_opening_get_criterion (longer, 0)->id, ==, "skill-1");
  g_assert_cmpstr (muster_opening_get_criterion (longer, 2)->id, ==, "skill-2");

  muster_criterion_draft_set_value (get (draft, 2), "under 35");
  g_assert_null (muster_opening_draft_finish (draft, &error));
  g_assert_error (error, MUSTER_OPENING_ERROR, MUSTER_OPENING_ERROR_INVALID);
}

static void
test_new_weighs_rules_alone (void)
{
  g_autoptr (MusterOpeningDraft) draft = muster_opening_draft_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) opening = NULL;

  muster_opening_draft_set_title (draft, "Fitter");
  add (draft, "Java", 100);
  opening = muster_opening_draft_finish (draft, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (muster_opening_get_rules_weight (opening), ==, 100);
}

static void
test_proposal (void)
{
  g_autoptr (MusterOpening) opening = read_opening ("Baker\nKnowledge of sourdough.\nEnglish at level B2.\n");
  g_autoptr (MusterOpeningDraft) draft = muster_opening_draft_new (NULL);
  guint n;

  add (draft, "", 5);
  n = muster_opening_draft_add_proposal (draft, opening);
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (g_list_model_get_n_items (muster_opening_draft_get_criteria (draft)), ==, n);
  g_assert_cmpfloat (muster_opening_draft_sum_points (draft), ==, 100);
  g_assert_cmpuint (muster_opening_draft_add_proposal (draft, opening), ==, 0);
}

static void
test_minimums (void)
{
  static const struct
  {
    MusterCriterionKind kind;
    const char         *current;
    const char         *label; /* NULL: none to choose */
  } cases[] = {
    { MUSTER_CRITERION_EXPERIENCE, "", "Any length" },
    { MUSTER_CRITERION_EXPERIENCE, "3", "At least 3 years" },
    { MUSTER_CRITERION_SKILL, "2.5", "At least 2.5 years" },
    { MUSTER_CRITERION_SKILL, "40", "At least 40 years" },
    { MUSTER_CRITERION_EDUCATION, "Bachelor of Science", "At least bachelor" },
    { MUSTER_CRITERION_LANGUAGE, "B2", "At least B2" },
    { MUSTER_CRITERION_LANGUAGE, "native", "At least native" },
    { MUSTER_CRITERION_CERTIFICATE, "", NULL },
    { MUSTER_CRITERION_LOCATION, "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) list = muster_criterion_minimum_list (cases[i].kind, cases[i].current);
      guint                 found = muster_criterion_minimum_find (cases[i].kind, list, cases[i].current);

      g_test_message ("%u %s", cases[i].kind, cases[i].current);
      if (cases[i].label == NULL)
        g_assert_cmpuint (list->len, ==, 0);
      else
        g_assert_cmpstr (((MusterCriterionMinimum *) g_ptr_array_index (list, found))->label, ==, cases[i].label);
    }
}

static void
test_kind_forgets_minimum (void)
{
  g_autoptr (MusterCriterionDraft) criterion = muster_criterion_draft_new (NULL);

  muster_criterion_draft_set_minimum (criterion, "3");
  muster_criterion_draft_set_kind (criterion, MUSTER_CRITERION_EXPERIENCE);
  g_assert_cmpstr (muster_criterion_draft_get_minimum (criterion), ==, "3");
  muster_criterion_draft_set_kind (criterion, MUSTER_CRITERION_LANGUAGE);
  g_assert_cmpstr (muster_criterion_draft_get_minimum (criterion), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening-draft/problems", test_problems);
  g_test_add_func ("/opening-draft/points", test_points);
  g_test_add_func ("/opening-draft/order", test_order);
  g_test_add_func ("/opening-draft/finish", test_finish);
  g_test_add_func ("/opening-draft/new-weighs-rules-alone", test_new_weighs_rules_alone);
  g_test_add_func ("/opening-draft/proposal", test_proposal);
  g_test_add_func ("/opening-draft/minimums", test_minimums);
  g_test_add_func ("/opening-draft/kind-forgets-minimum", test_kind_forgets_minimum);

  return g_test_run ();
}
