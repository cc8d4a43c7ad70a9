/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What headings say, and what titles, employers, degrees and places look like. */

#include "muster-contact.h"
#include "muster-degree.h"
#include "muster-place.h"
#include "muster-section.h"
#include "muster-title.h"

typedef struct
{
  const char           *text;
  MusterHeadingStrength strength;
  MusterSectionKind     kind;
} HeadingCase;

static const HeadingCase heading_cases[] = {
  { "Work Experience", MUSTER_HEADING_LISTED, MUSTER_SECTION_WORK },
  { "E D U C A T I O N:", MUSTER_HEADING_LISTED, MUSTER_SECTION_EDUCATION },
  { "1. Education", MUSTER_HEADING_LISTED, MUSTER_SECTION_EDUCATION },
  { "Berufserfahrung", MUSTER_HEADING_LISTED, MUSTER_SECTION_WORK },
  { "Expérience professionnelle", MUSTER_HEADING_LISTED, MUSTER_SECTION_WORK },
  { "FORMACIÓN ACADÉMICA", MUSTER_HEADING_LISTED, MUSTER_SECTION_EDUCATION },
  { "工作经历", MUSTER_HEADING_LISTED, MUSTER_SECTION_WORK },
  { "學歷", MUSTER_HEADING_LISTED, MUSTER_SECTION_EDUCATION },
  { "教育背景 Education", MUSTER_HEADING_LISTED, MUSTER_SECTION_EDUCATION },
  { "Skills, Languages & Interests", MUSTER_HEADING_LISTED, MUSTER_SECTION_SKILLS },
  { "Interests & Education", MUSTER_HEADING_LISTED, MUSTER_SECTION_EDUCATION },
  { "Further professional experience", MUSTER_HEADING_COMPOSED, MUSTER_SECTION_WORK },
  { "Additional project experience", MUSTER_HEADING_COMPOSED, MUSTER_SECTION_PROJECTS },
  { "Volcano research experience", MUSTER_HEADING_PARTIAL, MUSTER_SECTION_WORK },
  { "Languages: Go, Java", MUSTER_HEADING_PARTIAL, MUSTER_SECTION_LANGUAGES },
  { "Acme Payments Ltd", MUSTER_HEADING_NONE, MUSTER_SECTION_OTHER },
  { "", MUSTER_HEADING_NONE, MUSTER_SECTION_OTHER },
};

static void
test_headings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heading_cases); i++)
    {
      const HeadingCase *row = &heading_cases[i];
      MusterSectionKind  kind = MUSTER_SECTION_OTHER;

      g_test_message ("%s", row->text);
      g_assert_cmpint (muster_heading_classify (row->text, &kind), ==, row->strength);
      if (row->strength != MUSTER_HEADING_NONE)
        g_assert_cmpint (kind, ==, row->kind);
    }
}

static void
test_titles (void)
{
  static const char *titles[] = { "Senior Software Engineer",  "Staff Nurse, Cardiology",   "Vertriebsleiter",
                                  "Chef d’équipe électricien", "Enfermera de Urgencias",    "会计主管",
                                  "Director of Operations",    "Auszubildende Bürokauffrau" };
  static const char *firms[]
      = { "Maplecrest Payments",         "Donau Elektronik GmbH",    "Occitanie Énergies SARL",
          "Hospital Virgen de la Bahía", "南方恒信电器制造有限公司", "University of Leeds" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_test_message ("%s", titles[i]);
      g_assert_cmpfloat (muster_title_score (titles[i]), >=, 0.6);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (firms); i++)
    {
      g_test_message ("%s", firms[i]);
      g_assert_cmpfloat (muster_title_score (firms[i]), <, 0.4);
      g_assert_cmpfloat (muster_organisation_score (firms[i]), >=, 0.6);
    }
}

typedef struct
{
  const char *text;
  const char *degree; /* NULL: none */
  const char *area;   /* "": none */
} DegreeCase;

static const DegreeCase degree_cases[] = {
  { "Master of Science in Computer Science", "Master of Science", "Computer Science" },
  { "B.Sc. Mechanical Power Engineering", "B.Sc", "Mechanical Power Engineering" },
  { "Adult Nursing, BSc (Hons)", "BSc (Hons", "Adult Nursing" },
  { "B.Tech(ECE)", "B.Tech", "ECE" },
  { "Máster, Urgencias y Emergencias", "Máster", "Urgencias y Emergencias" },
  { "本科 会计学", "本科", "会计学" },
  { "BSCS", "BSCS", "" },
  { "can be of use to me", NULL, NULL },
  { "Worked as a nurse", NULL, NULL },
};

static void
test_degrees (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (degree_cases); i++)
    {
      const DegreeCase *row = &degree_cases[i];
      MusterDegree      degree;
      gboolean          is_found = muster_text_find_degree (row->text, &degree);

      g_test_message ("%s", row->text);
      g_assert_cmpint (is_found, ==, row->degree != NULL);
      if (is_found)
        {
          g_autofree char *name
              = g_utf8_substring (row->text, degree.degree_start, degree.degree_start + degree.degree_length);
          g_autofree char *area
              = g_utf8_substring (row->text, degree.area_start, degree.area_start + degree.area_length);

          g_assert_cmpstr (name, ==, row->degree);
          g_assert_cmpstr (area, ==, row->area);
        }
    }
}

static void
test_places (void)
{
  static const char *places[] = { "Bologna",         "Cupertino, CA", "Zedville, Ohio", "10115 Berlin",
                                  "Boston, MA, USA", "广州, 广东",    "Remote" };
  static const char *others[] = {
    "Helixon Diagnostics, Austin, TX", "University A", "CA", "Buyer, Italy", "Reading and writing code", ""
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i]);
      g_assert_true (muster_text_is_place (places[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (muster_text_is_place (others[i]));
    }
  g_assert_cmpuint (muster_text_place_start ("Hospital del Mar, Sevilla"), ==, 16);
  g_assert_cmpuint (muster_text_place_start ("Smith, Jones"), ==, 12);
}

typedef struct
{
  const char       *text;
  const char       *found; /* NULL: nothing */
  MusterContactKind kind;
} ContactCase;

static const ContactCase contact_cases[] = {
  { "ana.m-ller@mail.example.com |", "ana.m-ller@mail.example.com", MUSTER_CONTACT_EMAIL },
  { "Tel. +49 (0)30 555 0143", "+49 (0)30 555 0143", MUSTER_CONTACT_PHONE },
  { "(312) 555-0119", "(312) 555-0119", MUSTER_CONTACT_PHONE },
  { "see github.com/ana_m", "github.com/ana_m", MUSTER_CONTACT_LINK },
  { "https://example.com/cv.", "https://example.com/cv", MUSTER_CONTACT_LINK },
  { "2013-2017", NULL, 0 },
  { "06/2017 - 03/2021", NULL, 0 },
  { "2003 2017", NULL, 0 },
  { "10.1234/neurips.2023.1234", NULL, 0 },
  { "ASP.NET and Node.js", NULL, 0 },
};

static void
test_contacts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contact_cases); i++)
    {
      const ContactCase *row = &contact_cases[i];
      g_autoptr (GArray) matches = muster_contact_matches (row->text);

      g_test_message ("%s", row->text);
      g_assert_cmpuint (matches->len, ==, row->found != NULL ? 1 : 0);
      if (matches->len == 1)
        {
          const MusterContactMatch *match = &g_array_index (matches, MusterContactMatch, 0);
          g_autofree char *found = g_utf8_substring (row->text, match->start, match->start + match->length);

          g_assert_cmpstr (found, ==, row->found);
          g_assert_cmpint (match->kind, ==, row->kind);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resume/words/headings", test_headings);
  g_test_add_func ("/resume/words/titles", test_titles);
  g_test_add_func ("/resume/words/degrees", test_degrees);
  g_test_add_func ("/resume/words/places", test_places);
  g_test_add_func ("/resume/words/contacts", test_contacts);

  return g_test_run ();
}
