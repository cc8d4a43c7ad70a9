/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OPENING.json: what is taken, what is refused and where the refusal says the fault is; and criteria proposed
 * from advertisements. */

#include "muster-opening.h"
#include "muster-degree-level.h"
#include "muster-language-level.h"
#include "muster-protected.h"

#include <string.h>

#define HEAD "\"title\":\"Fitter\",\"description\":\"d\",\"weights\":{\"rules\":60,\"match\":40}"
#define GOOD "{\"id\":\"a\",\"kind\":\"skill\",\"value\":\"Java\",\"importance\":\"must\",\"points\":10}"
#define ONE(rest) "{" HEAD ",\"criteria\":[" GOOD ",{" rest "}]}"

typedef struct
{
  const char *name;
  const char *json;
  const char *place; /* of the error, NULL: good */
} ParseCase;

static const ParseCase parse_cases[] = {
  { "good", "{" HEAD ",\"criteria\":[" GOOD "]}", NULL },
  { "byte-order-mark", "\xef\xbb\xbf{" HEAD ",\"criteria\":[" GOOD "]}", NULL },
  { "min-number",
    ONE (
        "\"id\":\"b\",\"kind\":\"experience\",\"value\":\"\",\"min\":3,\"importance\":\"nice\",\"points\":1"),
    NULL },
  { "min-text",
    ONE ("\"id\":\"b\",\"kind\":\"experience\",\"value\":\"x\",\"min\":\"2.5\",\"importance\":\"nice\","
         "\"points\":1"),
    NULL },
  { "min-null",
    ONE ("\"id\":\"b\",\"kind\":\"location\",\"value\":\"Rome\",\"min\":null,\"importance\":\"nice\","
         "\"points\":1"),
    NULL },
  { "min-level",
    ONE ("\"id\":\"b\",\"kind\":\"language\",\"value\":\"English\",\"min\":\"B2\",\"importance\":\"nice\","
         "\"points\":0.5"),
    NULL },
  { "min-degree",
    ONE ("\"id\":\"b\",\"kind\":\"education\",\"value\":\"\",\"min\":\"bachelor\",\"importance\":\"nice\","
         "\"points\":5"),
    NULL },
  { "not-json", "{\"title\": }", "This is not valid JSON" },
  { "no-title", "{\"weights\":{\"rules\":60,\"match\":40},\"criteria\":[" GOOD "]}", "title:" },
  { "title-no-text",
    "{\"title\":7,\"weights\":{\"rules\":60,\"match\":40},\"criteria\":[" GOOD "]}",
    "title:" },
  { "no-weights", "{\"title\":\"x\",\"criteria\":[" GOOD "]}", "weights:" },
  { "weights-sum",
    "{\"title\":\"x\",\"weights\":{\"rules\":60,\"match\":60},\"criteria\":[" GOOD "]}",
    "weights:" },
  { "weights-below-0",
    "{\"title\":\"x\",\"weights\":{\"rules\":120,\"match\":-20},\"criteria\":[" GOOD "]}",
    "weights:" },
  { "weights-text",
    "{\"title\":\"x\",\"weights\":{\"rules\":\"60\",\"match\":40},\"criteria\":[" GOOD "]}",
    "weights.rules:" },
  { "no-criteria", "{" HEAD "}", "criteria:" },
  { "empty-criteria", "{" HEAD ",\"criteria\":[]}", "criteria:" },
  { "criterion-no-object", "{" HEAD ",\"criteria\":[" GOOD ",4]}", "criteria[1]:" },
  { "no-id",
    ONE ("\"kind\":\"skill\",\"value\":\"x\",\"importance\":\"nice\",\"points\":1"),
    "criteria[1].id:" },
  { "same-id",
    ONE ("\"id\":\"a\",\"kind\":\"skill\",\"value\":\"x\",\"importance\":\"nice\",\"points\":1"),
    "criteria[1].id:" },
  { "kind",
    ONE ("\"id\":\"b\",\"kind\":\"star sign\",\"value\":\"x\",\"importance\":\"nice\",\"points\":1"),
    "criteria[1].kind:" },
  { "empty-value",
    ONE ("\"id\":\"b\",\"kind\":\"skill\",\"value\":\" \",\"importance\":\"nice\",\"points\":1"),
    "criteria[1].value:" },
  { "importance",
    ONE ("\"id\":\"b\",\"kind\":\"skill\",\"value\":\"x\",\"importance\":\"high\",\"points\":1"),
    "criteria[1].importance:" },
  { "no-importance",
    ONE ("\"id\":\"b\",\"kind\":\"skill\",\"value\":\"x\",\"points\":1"),
    "criteria[1].importance:" },
  { "no-points",
    ONE ("\"id\":\"b\",\"kind\":\"skill\",\"value\":\"x\",\"importance\":\"nice\""),
    "criteria[1].points:" },
  { "points-0",
    ONE ("\"id\":\"b\",\"kind\":\"skill\",\"value\":\"x\",\"importance\":\"nice\",\"points\":0"),
    "criteria[1].points:" },
  { "points-below-0",
    ONE ("\"id\":\"b\",\"kind\":\"skill\",\"value\":\"x\",\"importance\":\"nice\",\"points\":-3"),
    "criteria[1].points:" },
  { "unknown-member",
    ONE ("\"id\":\"b\",\"kind\":\"skill\",\"value\":\"x\",\"importance\":\"nice\",\"ponits\":1"),
    "criteria[1]:" },
  { "years-text",
    ONE ("\"id\":\"b\",\"kind\":\"experience\",\"value\":\"x\",\"min\":\"three\",\"importance\":\"nice\","
         "\"points\":1"),
    "criteria[1].min:" },
  { "years-many",
    ONE ("\"id\":\"b\",\"kind\":\"experience\",\"value\":\"x\",\"min\":99,\"importance\":\"nice\",\"points\":"
         "1"),
    "criteria[1].min:" },
  { "level",
    ONE ("\"id\":\"b\",\"kind\":\"language\",\"value\":\"English\",\"min\":\"D4\",\"importance\":\"nice\","
         "\"points\":1"),
    "criteria[1].min:" },
  { "degree",
    ONE ("\"id\":\"b\",\"kind\":\"education\",\"value\":\"x\",\"min\":\"clever\",\"importance\":\"nice\","
         "\"points\":1"),
    "criteria[1].min:" },
  { "place-min",
    ONE (
        "\"id\":\"b\",\"kind\":\"location\",\"value\":\"x\",\"min\":30,\"importance\":\"nice\",\"points\":1"),
    "criteria[1].min:" },
  { "gender",
    ONE ("\"id\":\"b\",\"kind\":\"skill\",\"value\":\"female\",\"importance\":\"nice\",\"points\":1"),
    "criteria[1].value:" },
  { "age",
    ONE ("\"id\":\"b\",\"kind\":\"experience\",\"value\":\"under 35 "
         "years\",\"importance\":\"nice\",\"points\":1"),
    "criteria[1].value:" },
};

static void
test_parse (gconstpointer data)
{
  const ParseCase *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->json, strlen (c->json));
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) opening = muster_opening_new_from_bytes (bytes, &error);

  if (c->place == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (opening);
      return;
    }
  g_assert_null (opening);
  g_assert_error (error, MUSTER_OPENING_ERROR, MUSTER_OPENING_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, c->place));
}

static void
test_round_trip (void)
{
  static const char *json = ONE ("\"id\":\"b\",\"kind\":\"experience\",\"value\":\"Welding\",\"min\":2.5,"
                                 "\"importance\":\"nice\",\"points\":7.5");
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (MusterOpening) opening = muster_opening_new_from_bytes (bytes, NULL);
  g_autoptr (JsonNode) node = muster_opening_to_json (opening);
  g_autoptr (MusterOpening) again = muster_opening_new_from_json (node, NULL);
  g_autoptr (JsonNode) node_again = muster_opening_to_json (again);

  g_assert_cmpstr (muster_opening_get_criterion (again, 1)->minimum, ==, "2.5");
  g_assert_cmpfloat (muster_opening_get_rules_weight (again), ==, 60.0);
  g_assert_true (json_node_equal (node, node_again));
}

/* What is proposed, as "kind:value:minimum:must|nice" joined by "; ". */
static char *
describe (MusterOpening *opening)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      const MusterCriterion *c = muster_opening_get_criterion (opening, i);

      g_string_append_printf (text,
                              "%s%s:%s:%s:%s",
                              i > 0 ? "; " : "",
                              muster_criterion_kind_name (c->kind),
                              c->value,
                              c->minimum != NULL ? c->minimum : "",
                              c->is_must ? "must" : "nice");
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *has[6]; /* parts of the description */
  const char *lacks[4];
} ProposalCase;

static const ProposalCase proposal_cases[] = {
  { "english",
    "Service Technician (m/f/d)\n\nYou have at least 3 years of experience in pump maintenance.\nBachelor's "
    "degree in Mechanical Engineering or equivalent.\n"
    "English B2.\nDriving licence class B.\nWe are based in Leeds.\nNice to have:\n- Knowledge of AutoCAD "
    "and SolidWorks\n",
    { "experience:pump maintenance:3:must",
      "education:Mechanical Engineering:bachelor:must",
      "language:English:B2:must",
      "certificate:Driving licence B::must",
      "location:Leeds::nice",
      "skill:AutoCAD::nice; skill:SolidWorks::nice" },
    { "skill:English" } },
  { "german",
    "Buchhalter (m/w/d)\nAbgeschlossene Ausbildung als Industriekaufmann\nMindestens fünf Jahre "
    "Berufserfahrung im Rechnungswesen\n"
    "Sehr gute Englischkenntnisse\nKenntnisse in DATEV und Excel\nFührerschein Klasse B von "
    "Vorteil\nStandort: Kassel\n",
    { "education:Industriekaufmann:vocational:must",
      "experience:Rechnungswesen:5:must",
      "language:English:C1:must",
      "skill:DATEV::must; skill:Excel::must",
      "certificate:Driving licence B::nice",
      "location:Kassel::nice" },
    { "skill:Englisch" } },
  { "french",
    "Assistant comptable\nAu moins 3 ans d'expérience en comptabilité\nDiplôme : BTS\nAnglais "
    "courant\nMaîtrise de SAP et Excel\nPermis B\nPoste basé à Lyon\n",
    { "experience:comptabilité:3:must",
      "education::associate:must",
      "language:English:C1:must",
      "skill:SAP::must; skill:Excel::must",
      "certificate:Driving licence B::must",
      "location:Lyon::nice" },
    { NULL } },
  { "spanish",
    "Técnico de mantenimiento\nMínimo 2 años de experiencia en mantenimiento industrial\nNivel alto de "
    "inglés\nCarné de conducir B\n"
    "Se valorará: conocimientos de PLC\n",
    { "experience:mantenimiento industrial:2:must",
      "language:English:C1:must",
      "certificate:Driving licence B::must",
      "skill:PLC::nice" },
    { NULL } },
  { "chinese",
    "会计\n本科以上学历\n3年以上财务工作经验\n英语流利\n熟悉用友、Excel\n持有C1驾照优先\n工作地点：上海\n",
    { "education::bachelor:must",
      "experience:财务:3:must",
      "language:English:C1:must",
      "skill:用友::must; skill:Excel::must",
      "certificate:Driving licence C1::nice",
      "location:上海::nice" },
    { NULL } },
  { "certificates",
    "Administrator\nAWS certification required.\nCertified Payroll Professional is a plus.\n",
    { "certificate:AWS certification::must", "certificate:Certified Payroll Professional::nice" },
    { NULL } },
  { "subjects-and-examples",
    "Engineer\nBachelor's degree in Physics, Chemistry or a related field.\nExperience with tools such as "
    "Git and Jira.\n"
    "German C1, English is a plus.\n1 year of full-cycle recruiting experience in an agency setting.\n",
    { "education:Physics or Chemistry:bachelor:must",
      "skill:Git::must; skill:Jira::must",
      "language:German:C1:must; language:English:B2:nice",
      "experience:full-cycle recruiting:1:must" },
    { "related" } },
  { "sales-before",
    "Key account manager\n5+ years of sales experience.\nFluency in German and English.\n",
    { "experience:sales:5:must", "language:German:C1:must; language:English:C1:must" },
    { NULL } },
  { "protected",
    "Secretary\nYou are female, unmarried and under 35 years old.\nChristian faith preferred.\nGerman "
    "nationality. Knowledge of Word, good looks and religion.\n"
    "Native speaker of German.\n",
    { "skill:Word", "language:German:C2:must" },
    { "female", "unmarried", "35", "religion" } },
  { "lowest-degree",
    "Analyst\nBachelor's or Master's degree in Statistics.\n",
    { "education:Statistics:bachelor:must" },
    { NULL } },
  { "offer-is-not-asked",
    "Baker\nKnowledge of sourdough.\n\nWe offer\nTraining, knowledge of the trade, English lessons at level "
    "B1\n",
    { "skill:sourdough::must" },
    { "language", "trade" } },
};

static void
test_proposal (gconstpointer data)
{
  const ProposalCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) opening = muster_opening_new_from_text (c->text, &error);
  g_autofree char *text = NULL;
  double           sum = 0.0;

  g_assert_no_error (error);
  text = describe (opening);
  g_test_message ("%s", text);
  for (guint i = 0; i < G_N_ELEMENTS (c->has) && c->has[i] != NULL; i++)
    if (strstr (text, c->has[i]) == NULL)
      g_error ("“%s” is not in: %s", c->has[i], text);
  for (guint i = 0; i < G_N_ELEMENTS (c->lacks) && c->lacks[i] != NULL; i++)
    if (strstr (text, c->lacks[i]) != NULL)
      g_error ("“%s” is in: %s", c->lacks[i], text);
  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      g_assert_cmpfloat (muster_opening_get_criterion (opening, i)->points, >=, 1.0);
      sum += muster_opening_get_criterion (opening, i)->points;
    }
  g_assert_cmpfloat (sum, ==, 100.0);
  g_assert_true (muster_opening_is_proposed (opening));
}

static void
test_nothing_to_propose (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) opening = muster_opening_new_from_text ("Hello\nNothing is asked.\n", &error);

  g_assert_null (opening);
  g_assert_error (error, MUSTER_OPENING_ERROR, MUSTER_OPENING_ERROR_INVALID);
}

typedef struct
{
  const char       *text;
  MusterDegreeLevel degree;
  const char       *area;
} DegreeCase;

static void
test_degrees (void)
{
  static const DegreeCase cases[] = {
    { "B.Sc. Computer Science", MUSTER_DEGREE_BACHELOR, "Computer Science" },
    { "Bachelor of Science in Biology", MUSTER_DEGREE_BACHELOR, "Biology" },
    { "Master of Arts, History", MUSTER_DEGREE_MASTER, "History" },
    { "Ausbildung zum Mechatroniker", MUSTER_DEGREE_VOCATIONAL, "Mechatroniker" },
    { "Diplom-Ingenieur Maschinenbau", MUSTER_DEGREE_MASTER, "Maschinenbau" },
    { "High School Diploma", MUSTER_DEGREE_SECONDARY, "" },
    { "BTS Comptabilité et gestion", MUSTER_DEGREE_ASSOCIATE, "Comptabilité et gestion" },
    { "Licenciatura en Derecho", MUSTER_DEGREE_BACHELOR, "Derecho" },
    { "本科", MUSTER_DEGREE_BACHELOR, "" },
    { "PhD", MUSTER_DEGREE_DOCTORATE, "" },
    { "Computer Science", MUSTER_DEGREE_NONE, "Computer Science" },
    { "Biology degree (B.Sc.)", MUSTER_DEGREE_BACHELOR, "Biology degree" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *area = muster_degree_level_strip (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (muster_degree_level_from_text (cases[i].text), ==, cases[i].degree);
      g_assert_cmpstr (area, ==, cases[i].area);
    }
}

static void
test_levels (void)
{
  static const struct
  {
    const char         *text;
    MusterLanguageLevel level;
  } cases[] = {
    { "B2", MUSTER_LEVEL_B2 },
    { "verhandlungssicher (C1)", MUSTER_LEVEL_C1 },
    { "Fließend", MUSTER_LEVEL_C1 },
    { "courant", MUSTER_LEVEL_C1 },
    { "Grundkenntnisse", MUSTER_LEVEL_A2 },
    { "intermediate", MUSTER_LEVEL_B1 },
    { "upper intermediate", MUSTER_LEVEL_B2 },
    { "lengua materna", MUSTER_LEVEL_NATIVE },
    { "母语", MUSTER_LEVEL_NATIVE },
    { "CET-6", MUSTER_LEVEL_B2 },
    { "Muttersprache", MUSTER_LEVEL_NATIVE },
    { "five", MUSTER_LEVEL_UNSTATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (muster_language_level_from_text (cases[i].text), ==, cases[i].level);
    }
}

static void
test_protected (void)
{
  static const char *refused[] = { "female",   "under 35",         "35岁以下",       "verheiratet oder ledig",
                                   "Catholic", "citizenship only", "marital status", "男性" };
  static const char *lawful[] = { "Religious education",
                                  "Women's health nursing",
                                  "Java",
                                  "Age of sail restoration",
                                  "Photography",
                                  "German",
                                  "5 years",
                                  "",
                                  "Mann Filter" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_nonnull (muster_protected_find (refused[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (lawful); i++)
    {
      g_test_message ("%s", lawful[i]);
      g_assert_null (muster_protected_find (lawful[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/opening/parse/", parse_cases[i].name, NULL);

      g_test_add_data_func (path, &parse_cases[i], test_parse);
    }
  for (guint i = 0; i < G_N_ELEMENTS (proposal_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/opening/proposal/", proposal_cases[i].name, NULL);

      g_test_add_data_func (path, &proposal_cases[i], test_proposal);
    }
  g_test_add_func ("/opening/round-trip", test_round_trip);
  g_test_add_func ("/opening/nothing-to-propose", test_nothing_to_propose);
  g_test_add_func ("/opening/degrees", test_degrees);
  g_test_add_func ("/opening/levels", test_levels);
  g_test_add_func ("/opening/protected", test_protected);

  return g_test_run ();
}
