/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months, spells and profiles: arithmetic, and the way through JSON and back with evidence. */

#include "muster-profile.h"

#include <string.h>

#define TODAY MUSTER_MONTH (2026, 11)

typedef struct
{
  const char  *name;
  MusterPeriod periods[4];
  guint        n_periods;
  guint        expected;
} UnionCase;

#define SPELL(y1, m1, y2, m2)                                                                                \
  {                                                                                                          \
    MUSTER_MONTH (y1, m1), MUSTER_MONTH (y2, m2), FALSE, TRUE, TRUE                                          \
  }
#define YEARS(y1, y2)                                                                                        \
  {                                                                                                          \
    MUSTER_MONTH (y1, 1), MUSTER_MONTH (y2, 12), FALSE, FALSE, FALSE                                         \
  }
#define OPEN(y, m)                                                                                           \
  {                                                                                                          \
    MUSTER_MONTH (y, m), MUSTER_MONTH_NONE, TRUE, TRUE, FALSE                                                \
  }

static const UnionCase union_cases[] = {
  { "nothing", { { 0 } }, 0, 0 },
  { "one-month", { SPELL (2020, 3, 2020, 3) }, 1, 1 },
  { "one-year", { SPELL (2020, 1, 2020, 12) }, 1, 12 },
  { "apart", { SPELL (2020, 1, 2020, 3), SPELL (2018, 1, 2018, 2) }, 2, 5 },
  { "touching", { SPELL (2020, 1, 2020, 3), SPELL (2020, 4, 2020, 6) }, 2, 6 },
  { "shared-month", { SPELL (2020, 1, 2020, 3), SPELL (2020, 3, 2020, 6) }, 2, 6 },
  { "inside", { SPELL (2010, 1, 2019, 12), SPELL (2012, 1, 2012, 12), SPELL (2019, 1, 2020, 12) }, 3, 132 },
  { "same-twice", { SPELL (2010, 1, 2010, 12), SPELL (2010, 1, 2010, 12) }, 2, 12 },
  { "open", { OPEN (2026, 1) }, 1, 11 },
  { "open-over-closed", { SPELL (2025, 1, 2025, 12), OPEN (2025, 6) }, 2, 23 },
  { "future-end", { SPELL (2026, 10, 2030, 1) }, 1, 2 },
  { "future-start", { SPELL (2027, 1, 2028, 1) }, 1, 0 },
  { "no-start", { { MUSTER_MONTH_NONE, MUSTER_MONTH (2020, 1), FALSE, FALSE, TRUE } }, 1, 0 },
  { "no-end", { { MUSTER_MONTH (2020, 1), MUSTER_MONTH_NONE, FALSE, TRUE, FALSE } }, 1, 1 },
  { "year-alone", { { MUSTER_MONTH (2020, 1), MUSTER_MONTH_NONE, FALSE, FALSE, FALSE } }, 1, 6 },
  { "years", { YEARS (2018, 2020) }, 1, 24 },
  { "years-touching", { YEARS (2018, 2020), YEARS (2016, 2018) }, 2, 48 },
  { "one-year-without-months", { YEARS (2018, 2018) }, 1, 6 },
  { "open-year", { { MUSTER_MONTH (2025, 1), MUSTER_MONTH_NONE, TRUE, FALSE, FALSE } }, 1, 17 },
  { "backwards", { SPELL (2020, 1, 2019, 1) }, 1, 0 },
};

static void
test_union (gconstpointer data)
{
  const UnionCase *row = data;

  g_assert_cmpuint (muster_periods_union_months (row->periods, row->n_periods, TODAY), ==, row->expected);
}

static void
test_iso (void)
{
  static const char *wrong[] = { "",        "20",       "abcd",       "2020-", "2020-1",  "2020-13",
                                 "2020-00", "2020-05-", "2020-05-32", "1800",  "2020-05x" };
  MusterMonth        month;
  gboolean           has_month;
  g_autofree char   *year = muster_month_to_iso (MUSTER_MONTH (2020, 1), FALSE);
  g_autofree char   *both = muster_month_to_iso (MUSTER_MONTH (2020, 12), TRUE);

  g_assert_cmpstr (year, ==, "2020");
  g_assert_cmpstr (both, ==, "2020-12");
  g_assert_true (muster_month_parse_iso ("2019", &month, &has_month));
  g_assert_cmpint (month, ==, MUSTER_MONTH (2019, 1));
  g_assert_false (has_month);
  g_assert_true (muster_month_parse_iso ("2019-07", &month, &has_month));
  g_assert_cmpint (month, ==, MUSTER_MONTH (2019, 7));
  g_assert_true (has_month);
  g_assert_true (muster_month_parse_iso ("2019-07-31", &month, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (muster_month_parse_iso (wrong[i], &month, NULL));
}

static MusterValue *
make_value (const char *text)
{
  static guint   place = 0;
  MusterEvidence evidence = { .page = 1 + place % 3,
                              .box = { 10.5, 20.25, 100, 12 },
                              .start = place,
                              .length = (guint) g_utf8_strlen (text, -1),
                              .kind = place % 2 == 0 ? MUSTER_EVIDENCE_TEXT : MUSTER_EVIDENCE_LINK };

  place += 17;

  return muster_value_new_quoted (text, "as “it” stands", evidence, 0.75);
}

static MusterProfile *
make_profile (void)
{
  MusterProfile       *profile = muster_profile_new ();
  MusterOnlineProfile *online = muster_online_profile_new ();
  MusterWork          *work = muster_work_new ();
  MusterEducation     *education = muster_education_new ();
  MusterSkill         *skill = muster_skill_new ();
  MusterLanguage      *language = muster_language_new ();
  MusterCertificate   *certificate = muster_certificate_new ();

  profile->name = make_value ("Ana Müller");
  profile->email = make_value ("ana@example.com");
  profile->city = make_value ("Köln");
  online->url = make_value ("https://github.com/ana");
  online->network = g_strdup ("GitHub");
  g_ptr_array_add (profile->profiles, online);
  work->name = make_value ("Kessel & Co");
  work->position = make_value ("Buyer");
  work->start = make_value ("2019-03");
  work->period = (MusterPeriod){ MUSTER_MONTH (2019, 3), MUSTER_MONTH_NONE, TRUE, TRUE, FALSE };
  g_ptr_array_add (work->highlights, make_value ("Bought \"things\"\\"));
  g_ptr_array_add (profile->work, work);
  education->institution = make_value ("Uni");
  education->end = make_value ("2012");
  g_ptr_array_add (profile->education, education);
  g_ptr_array_add (skill->keywords, make_value ("C++"));
  g_ptr_array_add (skill->keywords, make_value ("会计"));
  g_ptr_array_add (profile->skills, skill);
  language->language = make_value ("Deutsch");
  g_ptr_array_add (profile->languages, language);
  certificate->name = make_value ("CPA");
  g_ptr_array_add (profile->certificates, certificate);

  return profile;
}

static char *
print (JsonNode *node)
{
  return json_to_string (node, FALSE);
}

static void
test_round_trip (void)
{
  g_autoptr (MusterProfile) profile = make_profile ();
  g_autoptr (JsonNode) node = muster_profile_to_json (profile, TODAY);
  g_autofree char *text = print (node);
  g_autoptr (JsonNode) read = json_from_string (text, NULL);
  g_autoptr (MusterProfile) again = muster_profile_new_from_json (read, NULL);
  g_autoptr (JsonNode) node_again = muster_profile_to_json (again, TODAY);
  g_autofree char       *text_again = print (node_again);
  const MusterWork      *work = g_ptr_array_index (again->work, 0);
  const MusterEducation *education = g_ptr_array_index (again->education, 0);

  g_assert_cmpstr (text, ==, text_again);
  g_assert_cmpstr (work->name->text, ==, "Kessel & Co");
  g_assert_cmpstr (work->name->quote, ==, "as “it” stands");
  g_assert_cmpfloat (work->name->confidence, ==, 0.75);
  g_assert_cmpfloat (work->name->evidence.box.y, ==, 20.25);
  g_assert_true (work->period.is_open);
  g_assert_cmpint (work->period.start, ==, MUSTER_MONTH (2019, 3));
  g_assert_cmpint (education->period.end, ==, MUSTER_MONTH (2012, 12));
  g_assert_false (education->period.end_has_month);
  g_assert_cmpuint (muster_profile_work_months (again, TODAY), ==, 93);
}

static void
test_json_shape (void)
{
  g_autoptr (MusterProfile) profile = make_profile ();
  g_autoptr (JsonNode) node = muster_profile_to_json (profile, TODAY);
  JsonObject *meta = json_object_get_object_member (json_node_get_object (node), "meta");
  JsonObject *evidence = json_object_get_object_member (meta, "evidence");

  g_assert_cmpfloat (json_object_get_double_member (meta, "totalYears"), ==, 7.75);
  g_assert_true (json_object_has_member (evidence, "/work/0/highlights/0"));
  g_assert_true (json_object_has_member (evidence, "/skills/0/keywords/1"));
  g_assert_true (json_object_has_member (evidence, "/basics/location/city"));
  g_assert_true (json_object_has_member (evidence, "/basics/profiles/0/url"));
  g_assert_true (json_object_has_member (evidence, "/basics/profiles/0/network"));
  g_assert_false (json_object_has_member (evidence, "/basics/profiles/0/username"));
  g_assert_false (json_object_has_member (evidence, "/work/0/endDate"));
}

static void
test_foreign_json (void)
{
  g_autoptr (JsonNode) array = json_from_string ("[1]", NULL);
  g_autoptr (JsonNode) odd
      = json_from_string ("{\"basics\":{\"name\":7,\"email\":\"a@b.c\",\"location\":\"x\"},\"work\":[3,{"
                          "\"name\":\"N\",\"highlights\":\"h\"}],\"skills\":{}}",
                          NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterProfile) profile = muster_profile_new_from_json (odd, NULL);

  g_assert_null (muster_profile_new_from_json (array, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_null (profile->name);
  g_assert_cmpstr (profile->email->text, ==, "a@b.c");
  g_assert_cmpuint (profile->email->evidence.page, ==, 0);
  g_assert_cmpuint (profile->work->len, ==, 1);
  g_assert_cmpuint (profile->skills->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (union_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/resume/months/union/", union_cases[i].name, NULL);

      g_test_add_data_func (path, &union_cases[i], test_union);
    }
  g_test_add_func ("/resume/months/iso", test_iso);
  g_test_add_func ("/resume/profile/round-trip", test_round_trip);
  g_test_add_func ("/resume/profile/json-shape", test_json_shape);
  g_test_add_func ("/resume/profile/foreign-json", test_foreign_json);

  return g_test_run ();
}
