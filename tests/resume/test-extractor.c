/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Profiles out of small documents of invented people, and the promise that every value stands where it says.
 */

#include "muster-extractor.h"
#include "resume-document.h"

#include <string.h>

#define TODAY MUSTER_MONTH (2026, 11)

/* One column, bold headings, dates at the right, a promotion, projects that are no jobs */
static const ResumeCell plain[] = {
  { 60, 60, "Carla Nyström", 20, TRUE },
  { 60, 78, "Production Planner" },
  { 60, 92, "carla.nystrom@example.com | +1 202 555 0119 | Bologna, Italy" },
  { 60, 106, "LinkedIn", .uri = "https://www.linkedin.com/in/cnystrom" },
  { 60, 130, "Work Experience", 13, TRUE },
  { 60, 150, "Calder Mills Ltd", 0, TRUE },
  { 60, 164, "Production Planner" },
  { 400, 164, "Mar 2019 – present" },
  { 60, 178, "• Planned three lines." },
  { 60, 192, "• Cut waste by a" },
  { 68, 206, "quarter in two years." },
  { 60, 226, "Assistant Planner" },
  { 400, 226, "Jun 2016 – Feb 2019" },
  { 60, 240, "• Kept the stock list." },
  { 60, 262, "Orrin & Sons GmbH", 0, TRUE },
  { 60, 276, "Machine Operator" },
  { 400, 276, "2014 – 2016" },
  { 60, 300, "Projects", 13, TRUE },
  { 60, 318, "Garden Planner" },
  { 400, 318, "Jan 2020 – Mar 2020" },
  { 60, 342, "Education", 13, TRUE },
  { 60, 360, "University of Leeds, BSc in Textile Design" },
  { 400, 360, "Jul 2013" },
  { 60, 384, "Skills", 13, TRUE },
  { 60, 402, "Methods: Lean planning, Kanban (boards, cards), C++" },
  { 60, 416, "Languages: English (fluent), Italiano" },
  { 60, 440, "References", 13, TRUE },
  { 60, 458, "Mr B. Quill, 0117 496 0000, quill@example.org" },
  { 0 },
};

static const ResumeCell chinese[] = {
  { 60, 60, "王丽华", 20, TRUE },
  { 60, 80, "13900001234 | wang@example.cn | 广州" },
  { 60, 110, "工作经历", 13, TRUE },
  { 60, 130, "南方恒信电器有限公司" },
  { 250, 130, "会计主管" },
  { 400, 130, "2016年3月 – 至今" },
  { 60, 160, "教育背景", 13, TRUE },
  { 60, 180, "中山大学" },
  { 250, 180, "本科 会计学" },
  { 400, 180, "2008年9月 – 2012年6月" },
  { 60, 210, "专业技能", 13, TRUE },
  { 60, 230, "成本核算，税务申报，Excel" },
  { 0 },
};

/* Dates in a narrow margin, broken over lines */
static const ResumeCell margin[] = {
  { 140, 60, "Inés Prado", 20, TRUE },
  { 140, 90, "Experiencia laboral", 13, TRUE },
  { 100, 110, "oct." },
  { 140, 110, "Enfermera de Urgencias, Hospital del Mar, Sevilla" },
  { 75, 122, "2012–may." },
  { 140, 122, "• Triaje de pacientes." },
  { 100, 134, "2017" },
  { 140, 150, "Idiomas", 13, TRUE },
  { 140, 166, "Español" },
  { 200, 166, "Lengua materna" },
  { 0 },
};

static const ResumeCell form[] = {
  { 60, 60, "Application Form", 18, TRUE },
  { 60, 90, "Name" },
  { 200, 90, "Tamsin Roe" },
  { 60, 110, "Employer" },
  { 200, 110, "Kettle Bakery" },
  { 60, 130, "Position" },
  { 200, 130, "Head Baker" },
  { 60, 150, "From" },
  { 200, 150, "March 2015" },
  { 60, 170, "To" },
  { 200, 170, "October 2023" },
  { 0 },
};

/* The language table of a Europass, inside the skills */
static const ResumeCell europass[] = {
  { 60, 60, "Théo Garnier", 20, TRUE },
  { 60, 90, "Compétences", 13, TRUE },
  { 60, 110, "Langue maternelle", 0, TRUE },
  { 200, 110, "Français" },
  { 60, 124, "Autres langues", 0, TRUE },
  { 200, 124, "COMPRENDRE" },
  { 300, 124, "PARLER" },
  { 60, 138, "Espagnol", 0, TRUE },
  { 200, 138, "C1" },
  { 300, 138, "B2" },
  { 60, 152, "Technique", 0, TRUE },
  { 200, 152, "Câblage, Domotique KNX" },
  { 0 },
};

/* Years that are no telephone number, no heading at all */
static const ResumeCell bare[] = {
  { 60, 60, "Orla Pettersson", 20, TRUE },
  { 60, 90, "Dispatch Clerk, Quarry Haulage Ltd" },
  { 60, 104, "06/2017 - 03/2021" },
  { 60, 130, "Registration 2003 2017" },
  { 0 },
};

static const ResumeCell nothing[] = { { 60, 60, "x" }, { 0 } };

static MusterProfile *
extract (const ResumeCell *cells)
{
  g_autoptr (MusterDocument) document = resume_document_new (cells);

  return muster_extract_profile (document, TODAY);
}

static void
assert_value (const MusterValue *value, const char *expected)
{
  g_assert_cmpstr (value != NULL ? value->text : NULL, ==, expected);
}

static void
assert_job (const MusterProfile *profile,
            guint                index,
            const char          *name,
            const char          *position,
            const char          *start,
            const char          *end)
{
  const MusterWork *job;

  g_assert_cmpuint (profile->work->len, >, index);
  job = g_ptr_array_index (profile->work, index);
  assert_value (job->name, name);
  assert_value (job->position, position);
  assert_value (job->start, start);
  assert_value (job->end, end);
}

static void
test_basics (void)
{
  g_autoptr (MusterProfile) profile = extract (plain);
  const MusterOnlineProfile *online;

  assert_value (profile->name, "Carla Nyström");
  assert_value (profile->label, "Production Planner");
  assert_value (profile->email, "carla.nystrom@example.com");
  assert_value (profile->phone, "+1 202 555 0119");
  assert_value (profile->city, "Bologna");
  g_assert_cmpuint (profile->profiles->len, ==, 1);
  online = g_ptr_array_index (profile->profiles, 0);
  assert_value (online->url, "https://www.linkedin.com/in/cnystrom");
  g_assert_cmpint (online->url->evidence.kind, ==, MUSTER_EVIDENCE_LINK);
  g_assert_cmpstr (online->network, ==, "LinkedIn");
}

static void
test_work (void)
{
  g_autoptr (MusterProfile) profile = extract (plain);
  const MusterWork *first;

  g_assert_cmpuint (profile->work->len, ==, 3);
  assert_job (profile, 0, "Calder Mills Ltd", "Production Planner", "2019-03", NULL);
  assert_job (profile, 1, "Calder Mills Ltd", "Assistant Planner", "2016-06", "2019-02");
  assert_job (profile, 2, "Orrin & Sons GmbH", "Machine Operator", "2014", "2016");
  first = g_ptr_array_index (profile->work, 0);
  g_assert_true (first->period.is_open);
  g_assert_cmpuint (first->highlights->len, ==, 2);
  assert_value (g_ptr_array_index (first->highlights, 1), "Cut waste by a quarter in two years.");
}

/* A point over two lines: one text, and the quote as it stands. */
static void
test_quotes (void)
{
  g_autoptr (MusterProfile) profile = extract (plain);
  const MusterWork          *first = g_ptr_array_index (profile->work, 0);
  const MusterOnlineProfile *online = g_ptr_array_index (profile->profiles, 0);
  const MusterValue         *point = g_ptr_array_index (first->highlights, 1);

  g_assert_cmpstr (point->text, ==, "Cut waste by a quarter in two years.");
  g_assert_cmpstr (point->quote, ==, "Cut waste by a\nquarter in two years.");
  g_assert_cmpstr (online->url->quote, ==, "LinkedIn");
}

static void
test_lists (void)
{
  g_autoptr (MusterProfile) profile = extract (plain);
  const MusterEducation *school = g_ptr_array_index (profile->education, 0);
  const MusterSkill     *skill;

  g_assert_cmpuint (profile->education->len, ==, 1);
  assert_value (school->institution, "University of Leeds");
  assert_value (school->study_type, "BSc");
  assert_value (school->area, "Textile Design");
  assert_value (school->start, NULL);
  assert_value (school->end, "2013-07");
  g_assert_cmpuint (profile->skills->len, ==, 1);
  skill = g_ptr_array_index (profile->skills, 0);
  assert_value (skill->name, "Methods");
  g_assert_cmpuint (skill->keywords->len, ==, 3);
  assert_value (g_ptr_array_index (skill->keywords, 1), "Kanban (boards, cards)");
  assert_value (g_ptr_array_index (skill->keywords, 2), "C++");
  g_assert_cmpuint (profile->languages->len, ==, 2);
  assert_value (((MusterLanguage *) g_ptr_array_index (profile->languages, 0))->fluency, "fluent");
}

static void
test_chinese (void)
{
  g_autoptr (MusterProfile) profile = extract (chinese);
  const MusterEducation *school;
  const MusterSkill     *skill;

  assert_value (profile->name, "王丽华");
  assert_value (profile->city, "广州");
  assert_job (profile, 0, "南方恒信电器有限公司", "会计主管", "2016-03", NULL);
  g_assert_cmpuint (profile->education->len, ==, 1);
  school = g_ptr_array_index (profile->education, 0);
  assert_value (school->institution, "中山大学");
  assert_value (school->study_type, "本科");
  assert_value (school->area, "会计学");
  skill = g_ptr_array_index (profile->skills, 0);
  g_assert_cmpuint (skill->keywords->len, ==, 3);
}

static void
test_margin (void)
{
  g_autoptr (MusterProfile) profile = extract (margin);

  g_assert_cmpuint (profile->work->len, ==, 1);
  assert_job (profile, 0, "Hospital del Mar", "Enfermera de Urgencias", "2012-10", "2017-05");
  g_assert_cmpuint (profile->languages->len, ==, 1);
}

static void
test_europass (void)
{
  g_autoptr (MusterProfile) profile = extract (europass);

  g_assert_cmpuint (profile->languages->len, ==, 2);
  assert_value (((MusterLanguage *) g_ptr_array_index (profile->languages, 0))->language, "Français");
  assert_value (((MusterLanguage *) g_ptr_array_index (profile->languages, 1))->language, "Espagnol");
  g_assert_cmpuint (profile->skills->len, ==, 1);
  g_assert_cmpuint (((MusterSkill *) g_ptr_array_index (profile->skills, 0))->keywords->len, ==, 2);
}

static void
test_form (void)
{
  g_autoptr (MusterProfile) profile = extract (form);

  assert_value (profile->name, "Tamsin Roe");
  g_assert_cmpuint (profile->work->len, ==, 1);
  assert_job (profile, 0, "Kettle Bakery", "Head Baker", "2015-03", "2023-10");
}

/* The day of a letter, its subject and its greeting are no job; nor is one lone date beside a title. */
static void
test_letters (void)
{
  static const struct
  {
    const char *day;
    const char *subject;
    const char *greeting;
  } letters[] = {
    { "November 10, 2026", "Application as Service Technician", "Dear Hiring Team," },
    { "10. November 2026", "Bewerbung als Servicetechnikerin", "Sehr geehrte Damen und Herren," },
    { "le 10 novembre 2026", "Candidature au poste de Technicien de maintenance", "Madame, Monsieur," },
    { "10 de noviembre de 2026", "Solicitud de empleo: Técnico de mantenimiento", "Estimada señora Ruiz:" },
    { "2026年11月10日", "应聘：设备维修工程师", "尊敬的招聘经理：" },
    { "November 2026", "Service Technician", "Thank you for your time." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      const ResumeCell cells[] = {
        { 60, 60, "Denise Okafor", 16, TRUE },
        { 60, 76, "denise.okafor@example.com | +1 360 555 0126" },
        { 60, 110, letters[i].day },
        { 60, 140, letters[i].subject, 0, TRUE },
        { 60, 170, letters[i].greeting },
        { 60, 200, "For six years I have serviced pumps." },
        { 0 },
      };
      g_autoptr (MusterProfile) profile = extract (cells);

      g_test_message ("%s", letters[i].greeting);
      g_assert_cmpuint (profile->work->len, ==, 0);
      assert_value (profile->name, "Denise Okafor");
      if (i + 1 < G_N_ELEMENTS (letters))
        assert_value (profile->label, NULL);
      g_assert_false (muster_profile_is_empty (profile));
    }
}

static void
test_bare (void)
{
  g_autoptr (MusterProfile) profile = extract (bare);
  g_autoptr (MusterProfile) empty = extract (nothing);

  assert_value (profile->name, "Orla Pettersson");
  assert_value (profile->phone, NULL);
  g_assert_cmpuint (profile->work->len, ==, 1);
  assert_job (profile, 0, "Quarry Haulage Ltd", "Dispatch Clerk", "2017-06", "2021-03");
  g_assert_true (muster_profile_is_empty (empty));
  g_assert_cmpuint (empty->work->len + empty->education->len + empty->skills->len, ==, 0);
}

/* The quote of a value is what stands in its span of the text, line breaks and all. */
static void
check_evidence (const char *pointer, const MusterValue *value, gpointer user_data)
{
  const MusterDocument *document = user_data;
  const MusterEvidence *evidence = &value->evidence;
  g_autofree char      *there = muster_document_dup_text_range (document, evidence->start, evidence->length);

  if (!g_str_equal (there, value->quote))
    g_error ("%s: “%s” does not stand in “%s”", pointer, value->quote, there);
  g_assert_cmpuint (evidence->page, ==, 1);
  g_assert_true (muster_box_is_valid (evidence->box));
  g_assert_cmpfloat (muster_box_area (evidence->box), >, 0);
  g_assert_cmpuint (evidence->length, >, 0);
  g_assert_cmpfloat (value->confidence, >, 0);
}

static void
test_evidence (gconstpointer data)
{
  g_autoptr (MusterDocument) document = resume_document_new (data);
  g_autoptr (MusterProfile) profile = muster_extract_profile (document, TODAY);

  muster_profile_foreach (profile, check_evidence, document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resume/extract/basics", test_basics);
  g_test_add_func ("/resume/extract/work", test_work);
  g_test_add_func ("/resume/extract/quotes", test_quotes);
  g_test_add_func ("/resume/extract/lists", test_lists);
  g_test_add_func ("/resume/extract/chinese", test_chinese);
  g_test_add_func ("/resume/extract/margin", test_margin);
  g_test_add_func ("/resume/extract/europass", test_europass);
  g_test_add_func ("/resume/extract/form", test_form);
  g_test_add_func ("/resume/extract/bare", test_bare);
  g_test_add_func ("/resume/extract/letters", test_letters);
  g_test_add_data_func ("/resume/extract/evidence/plain", plain, test_evidence);
  g_test_add_data_func ("/resume/extract/evidence/chinese", chinese, test_evidence);
  g_test_add_data_func ("/resume/extract/evidence/margin", margin, test_evidence);
  g_test_add_data_func ("/resume/extract/evidence/form", form, test_evidence);

  return g_test_run ();
}
