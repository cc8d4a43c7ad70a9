/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters of invented people in five languages: who wrote them and what they know, no entries. */

#include "muster-extractor.h"
#include "resume-document.h"

#include <string.h>

#define TODAY MUSTER_MONTH (2026, 11)
#define MAX_LINES 12

typedef struct
{
  const char *name;
  const char *person;
  const char *contact;
  const char *mail;
  const char *lines[MAX_LINES];
  const char *skills; /* parted by | */
} LetterCase;

static const LetterCase cases[] = {
  { "en",
    "Denise Calloway",
    "Olympia, Washington · +1 360 555 0126 · denise.calloway@example.com",
    "denise.calloway@example.com",
    { "Orvelle Pump Works", "November 2, 2026", "Application as Service Technician", "Dear Hiring Team,",
      "Regardless of the weather I was on time.", "For six years I have kept plant lists in Excel and drawn pipes in AutoCAD.",
      "I bring no experience with SAP.", "Sincerely,", "Denise Calloway" },
    "Excel|AutoCAD" },
  { "de",
    "Jonas Wittkamp",
    "Musterweg 4, 28203 Bremen · jonas.wittkamp@example.org",
    "jonas.wittkamp@example.org",
    { "Orvelle Pumpen GmbH", "Bremen, 2. November 2026", "Bewerbung als Buchhalter", "Sehr geehrte Damen und Herren,",
      "seit sechs Jahren buche ich mit DATEV und werte Listen in Excel aus.", "Mit SAP habe ich noch nicht gearbeitet.",
      "Mit freundlichen Grüßen", "Jonas Wittkamp" },
    "DATEV|Excel" },
  { "fr",
    "Camille Rousselet",
    "Lyon · camille.rousselet@example.org",
    "camille.rousselet@example.org",
    { "Société Orvelle", "Lyon, le 2 novembre 2026", "Candidature au poste de comptable", "Madame, Monsieur,",
      "Depuis six ans, je tiens les comptes avec Sage 100 et Excel.", "Je ne connais pas encore SAP.",
      "Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.", "Camille Rousselet" },
    "Sage|Excel" },
  { "es",
    "Lucía Barrantes",
    "Sevilla · lucia.barrantes@example.org",
    "lucia.barrantes@example.org",
    { "Bombas Orvelle S.L.", "Sevilla, 2 de noviembre de 2026", "Solicitud para el puesto de contable",
      "Estimados señores:", "Desde hace seis años llevo las cuentas con Excel y hago consultas en SQL.",
      "Todavía no he trabajado con SAP.", "Atentamente,", "Lucía Barrantes" },
    "Excel|SQL" },
  { "zh",
    "王丽华",
    "13900001234 | wang@example.cn",
    "wang@example.cn",
    { "南方恒信电器有限公司", "2026年11月2日", "应聘会计主管", "尊敬的招聘经理：",
      "六年来我一直使用用友和Excel记账。", "我还没有用过SAP。", "此致", "敬礼" },
    "用友|Excel" },
  { "school-in-the-subject",
    "Denise Calloway",
    "Olympia, Washington · denise.calloway@example.com",
    "denise.calloway@example.com",
    { "University of Leeds", "November 2, 2026", "Application for the BSc in Textile Design", "To whom it may concern",
      "I would like to study with you.", "Kind regards", "Denise Calloway" },
    "" },
};

/* Salutation and closing formula do not make a letter of a resume. */
static const ResumeCell declared[] = {
  { 60, 60, "Denise Calloway", 20, TRUE },
  { 60, 80, "denise.calloway@example.com" },
  { 60, 100, "Dear Sir or Madam," },
  { 60, 130, "Work Experience", 13, TRUE },
  { 60, 150, "Orvelle Pumps Ltd", 0, TRUE },
  { 60, 164, "Service Technician" },
  { 400, 164, "Mar 2019 – present" },
  { 60, 200, "Yours faithfully," },
  { 0 },
};

/* A date that stands alone beside a title is no job; a spell is one. */
static const ResumeCell lone_date[] = {
  { 60, 60, "Denise Calloway", 20, TRUE },
  { 60, 90, "November 2, 2026" },
  { 60, 104, "Service Technician, Orvelle Pumps Ltd" },
  { 60, 118, "I look forward to hearing from you about this." },
  { 0 },
};

static MusterProfile *
extract (const LetterCase *letter)
{
  ResumeCell cells[MAX_LINES + 3] = { { 60, 60, letter->person, 14, TRUE }, { 60, 76, letter->contact } };
  g_autoptr (MusterDocument) document = NULL;

  for (guint i = 0; i < MAX_LINES && letter->lines[i] != NULL; i++)
    cells[i + 2] = (ResumeCell){ 60, 110 + 20.0 * i, letter->lines[i] };
  document = resume_document_new (cells);

  return muster_extract_profile (document, TODAY);
}

static char *
join_skills (const MusterProfile *profile)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < profile->skills->len; i++)
    {
      const MusterSkill *skill = g_ptr_array_index (profile->skills, i);

      for (guint j = 0; j < skill->keywords->len; j++)
        {
          const MusterValue *value = g_ptr_array_index (skill->keywords, j);

          g_string_append_printf (all, "%s%s", all->len > 0 ? "|" : "", value->text);
        }
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
test_letter (gconstpointer data)
{
  const LetterCase *letter = data;
  g_autoptr (MusterProfile) profile = extract (letter);
  g_autofree char *skills = join_skills (profile);

  g_assert_nonnull (profile->name);
  g_assert_cmpstr (profile->name->text, ==, letter->person);
  g_assert_nonnull (profile->email);
  g_assert_cmpstr (profile->email->text, ==, letter->mail);
  g_assert_null (profile->label);
  g_assert_cmpuint (profile->work->len, ==, 0);
  g_assert_cmpuint (profile->education->len, ==, 0);
  g_assert_cmpstr (skills, ==, letter->skills);
}

static void
test_declared (void)
{
  g_autoptr (MusterDocument) document = resume_document_new (declared);
  g_autoptr (MusterProfile) profile = muster_extract_profile (document, TODAY);

  g_assert_cmpuint (profile->work->len, ==, 1);
}

static void
test_lone_date (void)
{
  g_autoptr (MusterDocument) document = resume_document_new (lone_date);
  g_autoptr (MusterProfile) profile = muster_extract_profile (document, TODAY);

  g_assert_cmpuint (profile->work->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/resume/letter/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_letter);
    }
  g_test_add_func ("/resume/letter/declared", test_declared);
  g_test_add_func ("/resume/letter/lone-date", test_lone_date);

  return g_test_run ();
}
