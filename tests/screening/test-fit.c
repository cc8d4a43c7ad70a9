/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of criterion against a paper: met, partly or not, the points, and a quote that stands in the
 * paper. Then bands, order and JSON. */

#include "paper.h"

#include <string.h>

#define SKILL(value)                                                                                         \
  "{\"id\":\"x\",\"kind\":\"skill\",\"value\":\"" value "\",\"importance\":\"must\",\"points\":10}"
#define ASK(kind, value, min)                                                                                \
  "{\"id\":\"x\",\"kind\":\"" kind "\",\"value\":\"" value "\",\"min\":" min                                 \
  ",\"importance\":\"must\",\"points\":10}"

static const char *web_text = "Lennart Quispe\n"
                              "lennart@go.example.com | Ames, IA\n"
                              "\n"
                              "Summary\n"
                              "Front-end developer. Keeps going until the page is fast.\n"
                              "Works closely with R&D.\n"
                              "Go to market plans of John R. Smith were read.\n"
                              "No experience with Kotlin, Scala or Rust.\n"
                              "Basic knowledge of Perl. Over 12 years of experience in accessibility.\n"
                              "\n"
                              "Experience\n"
                              "Front-end Developer, Prairie Ticketing\tApril 2016 - March 2023\n"
                              "• Going forward with the redesign, rewrote the seat map in JavaScript and\n"
                              "TypeScript. Wrote tools in Go and R.\n"
                              "Senior Web Designer, Story County Library\tMay 2012 - March 2016\n"
                              "Cooperated with the category editors; good at explaining.\n"
                              "\n"
                              "Skills\n"
                              "JavaScript, TypeScript, Django, PostgreSQL, Vitamin C\n"
                              "Embedded: C, C++, C#, .NET\n"
                              "Natural Language Processing, ETL\n"
                              "AWS Certified Developer, 2022\n"
                              "Pascal: none\n"
                              "management of large projects\n"
                              "Present Larchmont Comfort\n"
                              "What I do not bring yet is experience with large stages and with Swift.\n"
                              "\n"
                              "Interests\n"
                              "Photography, chess";

static Paper *
web_paper (void)
{
  Paper *paper = paper_new (web_text, "en");

  paper_add_job (paper,
                 "Front-end Developer",
                 "Prairie Ticketing",
                 "2016-04",
                 "2023-03",
                 "Going forward with the redesign, rewrote the seat map in JavaScript and\nTypeScript. Wrote "
                 "tools in Go and R.");
  paper_add_job (paper,
                 "Senior Web Designer",
                 "Story County Library",
                 "2012-05",
                 "2016-03",
                 "Cooperated with the category editors; good at explaining.");
  paper_add_skill (paper, "JavaScript");
  paper_set_place (paper, "Ames", "IA");

  return paper;
}

static const char *mixed_text = "Ilse Brandt\n"
                                "Kassel\n"
                                "\n"
                                "Berufserfahrung\n"
                                "Fachkraft für Lagerlogistik, Nordwind GmbH\t01/2019 - heute\n"
                                "Nurse, St. Anna\t01/2015 - 12/2016\n"
                                "\n"
                                "Ausbildung\n"
                                "B.Sc. Betriebswirtschaft, Universität Kassel, 2014\n"
                                "Master Informatik, TU Dresden, 2027\n"
                                "\n"
                                "Sprachen\n"
                                "Deutsch\tMuttersprache\n"
                                "Englisch\tB1\n"
                                "Spanisch\n"
                                "Fließend in Französisch durch zwei Jahre in Lyon.\n"
                                "\n"
                                "Sonstiges\n"
                                "Führerschein Klasse B, Staplerschein\n"
                                "PMP (in Vorbereitung)";

static Paper *
mixed_paper (void)
{
  Paper *paper = paper_new (mixed_text, "de");

  paper_add_job (paper, "Fachkraft für Lagerlogistik", "Nordwind GmbH", "2019-01", NULL, NULL);
  paper_add_job (paper, "Nurse", "St. Anna", "2015-01", "2016-12", NULL);
  paper_add_education (paper, "B.Sc.", "Betriebswirtschaft", "Universität Kassel", "2014");
  paper_add_education (paper, "Master", "Informatik", "TU Dresden", "2027");
  paper_add_language (paper, "Deutsch", "Muttersprache");
  paper_add_language (paper, "Englisch", "B1");
  paper_add_language (paper, "Spanisch", NULL);
  paper_set_place (paper, "Kassel", NULL);

  return paper;
}

static const char *wish_text = "Tomasz Rell\n"
                               "12 Quay Street, Oslo\n"
                               "Embedded developer who likes small machines.\n"
                               "\n"
                               "Summary\n"
                               "Looking to learn Go. I plan to learn Terraform.\n"
                               "Scala is not my thing.\n"
                               "My father knows Haskell.\n"
                               "Ich möchte Rust lernen.\n"
                               "We used R at school.\n"
                               "Learned Docker on the job.\n"
                               "Five people, to whom I taught Ansible.\n"
                               "Learned F# on the job.\n"
                               "Ich möchte mich in Puppet einarbeiten. Chef beherrsche ich nicht.\n"
                               "Je ne connais pas Symfony. No conozco Laravel. 我不懂Hadoop。\n"
                               "Clojure isn't for me. I can't use Erlang. My colleague knows Elixir.\n"
                               "\n"
                               "Experience\n"
                               "Software Engineer, Java Coffee House\t2018-01 - 2021-12\n"
                               "Wrote drivers for a board in C.\n"
                               "Software Developer, Swift Airlines\t2014-01 - 2017-12\n"
                               "Firmware for pumps.\n"
                               "\n"
                               "Education\n"
                               "Bachelor, Perl Business School, 2013";

static Paper *
wish_paper (void)
{
  Paper *paper = paper_new (wish_text, "en");

  paper_add_job (paper, "Software Engineer", "Java Coffee House", "2018-01", "2021-12",
                 "Wrote drivers for a board in C.");
  paper_add_job (paper, "Software Developer", "Swift Airlines", "2014-01", "2017-12", "Firmware for pumps.");
  paper_add_education (paper, "Bachelor", NULL, "Perl Business School", "2013");
  paper_set_label (paper, "Embedded developer");

  return paper;
}

typedef struct
{
  const char *name;
  Paper *(*paper) (void);
  const char *criterion;
  MusterMet   met;
  double      points;
  const char *quote; /* part of it, NULL: none asked */
} FitCase;

static const FitCase fit_cases[] = {
  { "skill/java-is-not-javascript", web_paper, SKILL ("Java"), MUSTER_NOT_MET, 0, NULL },
  { "skill/javascript",
    web_paper,
    SKILL ("JavaScript"),
    MUSTER_MET,
    10,
    "Going forward with the redesign, rewrote the seat map in JavaScript and\nTypeScript." },
  { "skill/wrapped-line", web_paper, SKILL ("TypeScript"), MUSTER_MET, 10, "rewrote the seat map" },
  { "skill/go", web_paper, SKILL ("Go"), MUSTER_MET, 10, "Wrote tools in Go and R." },
  { "skill/r", web_paper, SKILL ("R"), MUSTER_MET, 10, "Wrote tools in Go and R." },
  { "skill/c", web_paper, SKILL ("C"), MUSTER_MET, 10, "Embedded: C, C++" },
  { "skill/c++", web_paper, SKILL ("C++"), MUSTER_MET, 10, "Embedded: C, C++" },
  { "skill/c-sharp", web_paper, SKILL ("C#"), MUSTER_MET, 10, "C#" },
  { "skill/f-sharp", web_paper, SKILL ("F#"), MUSTER_NOT_MET, 0, NULL },
  { "skill/dot-net", web_paper, SKILL (".NET"), MUSTER_MET, 10, ".NET" },
  { "skill/case", web_paper, SKILL ("postgresql"), MUSTER_MET, 10, "PostgreSQL" },
  { "skill/alternatives", web_paper, SKILL ("Flask or Django"), MUSTER_MET, 10, "Django" },
  { "skill/in-brackets", web_paper, SKILL ("Object database (PostgreSQL)"), MUSTER_MET, 10, "PostgreSQL" },
  { "skill/denied", web_paper, SKILL ("Kotlin"), MUSTER_NOT_MET, 0, NULL },
  { "skill/denied-in-list", web_paper, SKILL ("Rust"), MUSTER_NOT_MET, 0, NULL },
  { "skill/denied-behind", web_paper, SKILL ("Pascal"), MUSTER_NOT_MET, 0, NULL },
  { "skill/basic", web_paper, SKILL ("Perl"), MUSTER_PARTLY_MET, 5, "Basic knowledge of Perl." },
  { "skill/hobby", web_paper, SKILL ("Photography"), MUSTER_PARTLY_MET, 5, "Photography, chess" },
  { "skill/other-order",
    web_paper,
    SKILL ("project management"),
    MUSTER_PARTLY_MET,
    5,
    "management of large projects" },
  { "skill/absent", web_paper, SKILL ("Welding"), MUSTER_NOT_MET, 0, NULL },
  { "skill/years", web_paper, ASK ("skill", "JavaScript", "14"), MUSTER_PARTLY_MET, 5, "JavaScript" },
  { "skill/years-met", web_paper, ASK ("skill", "JavaScript", "7"), MUSTER_MET, 10, "JavaScript" },
  { "experience/any",
    web_paper,
    ASK ("experience", "", "10"),
    MUSTER_MET,
    10,
    "Front-end Developer, Prairie Ticketing" },
  { "experience/any-part",
    web_paper,
    ASK ("experience", "", "20"),
    MUSTER_PARTLY_MET,
    5.5,
    "Prairie Ticketing" },
  { "experience/title",
    web_paper,
    ASK ("experience", "Web design", "3"),
    MUSTER_MET,
    10,
    "Senior Web Designer" },
  { "experience/skill",
    web_paper,
    ASK ("experience", "JavaScript", "14"),
    MUSTER_PARTLY_MET,
    5,
    "Front-end Developer" },
  { "experience/named-only",
    web_paper,
    ASK ("experience", "seat map", "7"),
    MUSTER_PARTLY_MET,
    5,
    "Front-end Developer" },
  { "experience/no-minimum",
    web_paper,
    ASK ("experience", "developer", "null"),
    MUSTER_MET,
    10,
    "Front-end Developer" },
  { "experience/stated-only",
    web_paper,
    ASK ("experience", "accessibility", "12"),
    MUSTER_PARTLY_MET,
    5,
    "Over 12 years of experience in accessibility." },
  { "experience/none", web_paper, ASK ("experience", "nursing", "1"), MUSTER_NOT_MET, 0, NULL },
  { "experience/kin", mixed_paper, ASK ("experience", "nursing", "2"), MUSTER_MET, 10, "Nurse, St. Anna" },
  { "experience/compound",
    mixed_paper,
    ASK ("experience", "Logistik", "6"),
    MUSTER_MET,
    10,
    "Lagerlogistik" },
  { "experience/open-spell",
    mixed_paper,
    ASK ("experience", "Logistik", "12.16666"),
    MUSTER_PARTLY_MET,
    5,
    "Lagerlogistik" },
  { "education/level",
    mixed_paper,
    ASK ("education", "", "\"bachelor\""),
    MUSTER_MET,
    10,
    "B.Sc. Betriebswirtschaft" },
  { "education/below",
    mixed_paper,
    ASK ("education", "", "\"vocational\""),
    MUSTER_MET,
    10,
    "B.Sc. Betriebswirtschaft" },
  { "education/area",
    mixed_paper,
    ASK ("education", "Betriebswirtschaft", "\"bachelor\""),
    MUSTER_MET,
    10,
    "Betriebswirtschaft" },
  { "education/other-area",
    mixed_paper,
    ASK ("education", "Chemie", "\"bachelor\""),
    MUSTER_PARTLY_MET,
    3,
    "B.Sc." },
  { "education/not-finished",
    mixed_paper,
    ASK ("education", "Informatik", "\"master\""),
    MUSTER_PARTLY_MET,
    5,
    "Master Informatik" },
  { "education/too-high",
    mixed_paper,
    ASK ("education", "Chemie", "\"doctorate\""),
    MUSTER_NOT_MET,
    0,
    NULL },
  { "education/in-the-value",
    mixed_paper,
    ASK ("education", "Bachelor in Betriebswirtschaft", "null"),
    MUSTER_MET,
    10,
    "B.Sc." },
  { "language/native", mixed_paper, ASK ("language", "German", "\"C1\""), MUSTER_MET, 10, "Muttersprache" },
  { "language/too-low",
    mixed_paper,
    ASK ("language", "English", "\"B2\""),
    MUSTER_PARTLY_MET,
    5,
    "Englisch" },
  { "language/enough", mixed_paper, ASK ("language", "anglais", "\"intermediate\""), MUSTER_MET, 10, "B1" },
  { "language/no-level",
    mixed_paper,
    ASK ("language", "Spanish", "\"B1\""),
    MUSTER_PARTLY_MET,
    5,
    "Spanisch" },
  { "language/any-level", mixed_paper, ASK ("language", "Spanish", "null"), MUSTER_MET, 10, "Spanisch" },
  { "language/in-text",
    mixed_paper,
    ASK ("language", "French", "\"C1\""),
    MUSTER_MET,
    10,
    "Fließend in Französisch" },
  { "language/either",
    mixed_paper,
    ASK ("language", "Italian or French", "\"B2\""),
    MUSTER_MET,
    10,
    "Französisch" },
  { "experience/other-tongue",
    mixed_paper,
    ASK ("experience", "warehouse logistics or logistics", "6"),
    MUSTER_MET,
    10,
    "Lagerlogistik" },
  { "education/other-tongue",
    mixed_paper,
    ASK ("education", "Business administration", "\"bachelor\""),
    MUSTER_MET,
    10,
    "Betriebswirtschaft" },
  { "skill/wish", wish_paper, SKILL ("Go"), MUSTER_PARTLY_MET, 5, "Looking to learn Go." },
  { "skill/plan", wish_paper, SKILL ("Terraform"), MUSTER_PARTLY_MET, 5, "I plan to learn Terraform." },
  { "skill/not-my-thing", wish_paper, SKILL ("Scala"), MUSTER_NOT_MET, 0, NULL },
  { "skill/of-another", wish_paper, SKILL ("Haskell"), MUSTER_NOT_MET, 0, NULL },
  { "skill/wish-german", wish_paper, SKILL ("Rust"), MUSTER_PARTLY_MET, 5, "Ich möchte Rust lernen." },
  { "skill/learned", wish_paper, SKILL ("Docker"), MUSTER_MET, 10, "Learned Docker on the job." },
  { "skill/learned-short", wish_paper, SKILL ("F#"), MUSTER_MET, 10, "Learned F# on the job." },
  { "skill/wish-to-work-in", wish_paper, SKILL ("Puppet"), MUSTER_PARTLY_MET, 5, "einarbeiten" },
  { "skill/denied-german", wish_paper, SKILL ("Chef"), MUSTER_NOT_MET, 0, NULL },
  { "skill/denied-french", wish_paper, SKILL ("Symfony"), MUSTER_NOT_MET, 0, NULL },
  { "skill/denied-spanish", wish_paper, SKILL ("Laravel"), MUSTER_NOT_MET, 0, NULL },
  { "skill/denied-chinese", wish_paper, SKILL ("Hadoop"), MUSTER_NOT_MET, 0, NULL },
  { "skill/not-for-me", wish_paper, SKILL ("Clojure"), MUSTER_NOT_MET, 0, NULL },
  { "skill/cannot", wish_paper, SKILL ("Erlang"), MUSTER_NOT_MET, 0, NULL },
  { "skill/colleague", wish_paper, SKILL ("Elixir"), MUSTER_NOT_MET, 0, NULL },
  { "skill/taught", wish_paper, SKILL ("Ansible"), MUSTER_MET, 10, "taught Ansible" },
  { "skill/employer", wish_paper, SKILL ("Java"), MUSTER_NOT_MET, 0, NULL },
  { "skill/other-employer", wish_paper, SKILL ("Swift"), MUSTER_NOT_MET, 0, NULL },
  { "skill/school", wish_paper, SKILL ("Perl"), MUSTER_NOT_MET, 0, NULL },
  { "skill/doubtful", wish_paper, SKILL ("R"), MUSTER_NOT_MET, 0, NULL },
  { "experience/narrowed-by-text", wish_paper, ASK ("experience", "firmware engineer", "4"), MUSTER_MET, 10,
    "Software Developer" },
  { "experience/narrowed-by-person", wish_paper, ASK ("experience", "embedded developer", "4"), MUSTER_MET, 10,
    "Software Engineer" },
  { "experience/narrowed-in-part", wish_paper, ASK ("experience", "embedded developer", "8"), MUSTER_PARTLY_MET, 5,
    "Software Engineer" },
  { "experience/other-narrow", wish_paper, ASK ("experience", "games developer", "1"), MUSTER_NOT_MET, 0, NULL },
  { "language/absent", mixed_paper, ASK ("language", "Italian", "null"), MUSTER_NOT_MET, 0, NULL },
  { "language/written-in", web_paper, ASK ("language", "English", "\"B2\""), MUSTER_PARTLY_MET, 5, NULL },
  { "certificate/with-the-word",
    web_paper,
    ASK ("certificate", "AWS certification", "null"),
    MUSTER_MET,
    10,
    "AWS Certified" },
  { "certificate/without-the-word",
    web_paper,
    ASK ("certificate", "Django certification", "null"),
    MUSTER_PARTLY_MET,
    5,
    "Django" },
  { "skill/acronym", web_paper, SKILL ("NLP"), MUSTER_MET, 10, "Natural Language Processing" },
  { "skill/acronym-of-phrase", web_paper, SKILL ("Extract Transform Load"), MUSTER_MET, 10, "ETL" },
  { "skill/no-acronym-of-chance", web_paper, SKILL ("PLC"), MUSTER_NOT_MET, 0, NULL },
  { "skill/not-yet", web_paper, SKILL ("Swift"), MUSTER_NOT_MET, 0, NULL },
  { "skill/no-acronym-over-commas", web_paper, SKILL ("JTD"), MUSTER_NOT_MET, 0, NULL },
  { "certificate/licence",
    mixed_paper,
    ASK ("certificate", "Driving licence B", "null"),
    MUSTER_MET,
    10,
    "Führerschein Klasse B" },
  { "certificate/other-class",
    mixed_paper,
    ASK ("certificate", "driving licence C", "null"),
    MUSTER_NOT_MET,
    0,
    NULL },
  { "certificate/named",
    mixed_paper,
    ASK ("certificate", "Staplerschein", "null"),
    MUSTER_MET,
    10,
    "Staplerschein" },
  { "certificate/planned",
    mixed_paper,
    ASK ("certificate", "PMP", "null"),
    MUSTER_PARTLY_MET,
    5,
    "PMP (in Vorbereitung)" },
  { "certificate/absent", mixed_paper, ASK ("certificate", "CPA", "null"), MUSTER_NOT_MET, 0, NULL },
  { "location/town", web_paper, ASK ("location", "Ames, IA", "null"), MUSTER_MET, 10, "Ames" },
  { "location/region", web_paper, ASK ("location", "IA", "null"), MUSTER_MET, 10, "IA" },
  { "location/either", mixed_paper, ASK ("location", "Berlin or Kassel", "null"), MUSTER_MET, 10, "Kassel" },
  { "location/at-the-top", wish_paper, ASK ("location", "Oslo", "null"), MUSTER_MET, 10, "Oslo" },
  { "location/elsewhere", mixed_paper, ASK ("location", "Dresden", "null"), MUSTER_NOT_MET, 0, NULL },
};

static void
test_criterion (gconstpointer data)
{
  const FitCase               *c = data;
  g_autoptr (Paper)            paper = c->paper ();
  g_autoptr (MusterFit)        fit = paper_fit (paper, c->criterion);
  const MusterCriterionResult *result = muster_fit_get_result (fit, 0);
  const char                  *text = muster_document_get_text (paper->document);

  g_test_message (
      "met %d, %.1f points, “%s”, missing: %s", result->met, result->points, result->quote, result->missing);
  g_assert_cmpint (result->met, ==, c->met);
  g_assert_cmpfloat_with_epsilon (result->points, c->points, 0.051);
  if (result->met == MUSTER_MET)
    g_assert_cmpstr (result->missing, ==, "");
  else
    g_assert_cmpstr (result->missing, !=, "");
  if (result->met == MUSTER_NOT_MET)
    {
      g_assert_cmpstr (result->quote, ==, "");
      g_assert_cmpuint (result->evidence.page, ==, 0);
      return;
    }

  g_assert_cmpstr (result->quote, !=, "");
  g_assert_nonnull (strstr (text, result->quote));
  if (c->quote != NULL)
    g_assert_nonnull (strstr (result->quote, c->quote));
  g_assert_cmpuint (result->evidence.page, ==, 1);
  g_assert_cmpfloat (muster_box_area (result->evidence.box), >, 0.0);

  g_autofree char *at
      = muster_document_dup_text_range (paper->document, result->evidence.start, result->evidence.length);

  g_assert_cmpstr (at, ==, result->quote);
}

static void
test_bands (void)
{
  g_assert_cmpint (muster_band_for_total (100), ==, MUSTER_BAND_STRONG);
  g_assert_cmpint (muster_band_for_total (80), ==, MUSTER_BAND_STRONG);
  g_assert_cmpint (muster_band_for_total (79.9), ==, MUSTER_BAND_GOOD);
  g_assert_cmpint (muster_band_for_total (60), ==, MUSTER_BAND_GOOD);
  g_assert_cmpint (muster_band_for_total (59.9), ==, MUSTER_BAND_POSSIBLE);
  g_assert_cmpint (muster_band_for_total (40), ==, MUSTER_BAND_POSSIBLE);
  g_assert_cmpint (muster_band_for_total (39.9), ==, MUSTER_BAND_WEAK);
  g_assert_cmpint (muster_band_for_total (0), ==, MUSTER_BAND_WEAK);
  g_assert_cmpstr (muster_band_name (MUSTER_BAND_POSSIBLE), ==, "possible");
}

#define TWO(first_points, second_points)                                                                     \
  "{\"id\":\"a\",\"kind\":\"skill\",\"value\":\"Django\",\"importance\":\"must\",\"points\":" first_points   \
  "},"                                                                                                       \
  "{\"id\":\"b\",\"kind\":\"skill\",\"value\":\"Welding\",\"importance\":\"must\",\"points\":" second_points \
  "}"

static void
test_totals (void)
{
  g_autoptr (Paper)     paper = web_paper ();
  g_autoptr (MusterFit) good = paper_fit (paper, TWO ("60", "40"));
  g_autoptr (MusterFit) weak = paper_fit (paper, TWO ("1", "2"));
  guint                 n_met;

  g_assert_cmpfloat (muster_fit_get_total (good), ==, 60.0);
  g_assert_cmpint (muster_fit_get_band (good), ==, MUSTER_BAND_GOOD);
  g_assert_cmpfloat (muster_fit_get_total (weak), ==, 33.3);
  g_assert_cmpuint (muster_fit_get_n_musts (good, &n_met), ==, 2);
  g_assert_cmpuint (n_met, ==, 1);
  g_assert_nonnull (strstr (muster_fit_get_top_evidence (good), "Django"));
  g_assert_cmpuint (muster_fit_get_relevant_months (good), ==, 0);
}

/* Total, then must-haves, then relevant months. */
static void
test_order (void)
{
  g_autoptr (Paper)     web = web_paper ();
  g_autoptr (Paper)     mixed = mixed_paper ();
  g_autoptr (MusterFit) high = paper_fit (web, SKILL ("Django"));
  g_autoptr (MusterFit) low = paper_fit (mixed, SKILL ("Django"));
  g_autoptr (MusterFit) musts = paper_fit (web, TWO ("5", "5"));
  g_autoptr (MusterFit) no_musts = paper_fit (web, SKILL ("Perl"));
  g_autoptr (MusterFit) years = paper_fit (web, ASK ("experience", "developer", "null"));
  g_autoptr (MusterFit) fewer_years = paper_fit (mixed, ASK ("experience", "nursing", "null"));

  g_assert_cmpint (muster_fit_compare (high, low), <, 0);
  g_assert_cmpint (muster_fit_compare (low, high), >, 0);
  g_assert_cmpint (muster_fit_compare (high, high), ==, 0);
  g_assert_cmpfloat (muster_fit_get_total (musts), ==, muster_fit_get_total (no_musts));
  g_assert_cmpint (muster_fit_compare (musts, no_musts), <, 0);
  g_assert_cmpint (muster_fit_compare (years, fewer_years), <, 0);
}

static void
test_json (void)
{
  g_autoptr (Paper)     paper = web_paper ();
  g_autoptr (MusterFit) fit = paper_fit (paper, TWO ("60", "40"));
  g_autoptr (JsonNode)  node = muster_fit_to_json (fit);
  g_autofree char      *text = json_to_string (node, FALSE);
  JsonObject           *root = json_node_get_object (node);
  JsonObject           *rules = json_object_get_object_member (root, "rules");
  JsonArray            *criteria = json_object_get_array_member (rules, "criteria");
  JsonObject           *first = json_array_get_object_element (criteria, 0);
  JsonObject           *second = json_array_get_object_element (criteria, 1);

  g_test_message ("%s", text);
  g_assert_cmpfloat (json_object_get_double_member (root, "fit"), ==, 60.0);
  g_assert_cmpstr (json_object_get_string_member (root, "band"), ==, "good");
  g_assert_cmpfloat (json_object_get_double_member (rules, "score"), ==, 0.6);
  g_assert_true (json_object_get_null_member (root, "match"));
  g_assert_true (json_object_get_null_member (root, "fields"));
  g_assert_false (json_object_get_boolean_member (root, "match_used"));
  g_assert_cmpstr (json_object_get_string_member (root, "model"), ==, MUSTER_RULES_VERSION);
  g_assert_true (json_object_get_boolean_member (first, "met"));
  g_assert_cmpint (json_object_get_int_member (first, "page"), ==, 1);
  g_assert_false (json_object_get_boolean_member (second, "met"));
  g_assert_cmpstr (json_object_get_string_member (second, "quote"), ==, "");
  g_assert_true (json_object_get_null_member (second, "page"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "evidence")), ==, 1);
}

/* A place that is met shows itself and nothing else of the address. */
static void
test_place_is_all_that_is_told (void)
{
  g_autoptr (Paper)     paper = wish_paper ();
  g_autoptr (MusterFit) fit = paper_fit (paper, ASK ("location", "Oslo", "null"));

  g_assert_cmpstr (muster_fit_get_result (fit, 0)->quote, ==, "Oslo");
}

static void
test_empty_paper (void)
{
  g_autoptr (Paper)     paper = paper_new ("", "");
  g_autoptr (MusterFit) fit = paper_fit (paper,
                                         SKILL ("Java") ","
                                                        "{\"id\":\"l\",\"kind\":\"language\",\"value\":"
                                                        "\"English\",\"importance\":\"nice\",\"points\":1}");

  g_assert_cmpfloat (muster_fit_get_total (fit), ==, 0.0);
  g_assert_cmpstr (muster_fit_get_top_evidence (fit), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fit_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fit/", fit_cases[i].name, NULL);

      g_test_add_data_func (path, &fit_cases[i], test_criterion);
    }
  g_test_add_func ("/fit/bands", test_bands);
  g_test_add_func ("/fit/totals", test_totals);
  g_test_add_func ("/fit/order", test_order);
  g_test_add_func ("/fit/json", test_json);
  g_test_add_func ("/fit/place-is-all-that-is-told", test_place_is_all_that_is_told);
  g_test_add_func ("/fit/empty-paper", test_empty_paper);

  return g_test_run ();
}
