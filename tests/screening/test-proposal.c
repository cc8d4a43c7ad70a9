/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one sentence of an advertisement proposes, exactly: the least that people write, and what they say they do not
 * ask for. The title is a bare rank, so that it proposes nothing itself. */

#include "muster-opening.h"

typedef struct
{
  const char *text;
  const char *proposed; /* "kind:value:minimum:must|nice" joined by "; ", NULL: nothing can be read */
} Row;

static const Row denied[] = {
  { "No degree needed.", NULL },
  { "A degree is not required.", NULL },
  { "You do not need a degree.", NULL },
  { "No degree, licence or certificate required.", NULL },
  { "Kein Studium erforderlich.", NULL },
  { "Ein Führerschein ist nicht erforderlich.", NULL },
  { "Fluent German is not required.", NULL },
  { "No driving licence needed.", NULL },
  { "Un diplôme n'est pas exigé.", NULL },
  { "Aucun permis de conduire n'est requis.", NULL },
  { "No se requiere título universitario.", NULL },
  { "A college degree isn't necessary.", NULL },
  { "A degree is no requirement.", NULL },
  { "Ein abgeschlossenes Studium ist keine Voraussetzung.", NULL },
  { "学历不限", NULL },
  { "无需驾照", NULL },
  { "学历不限，熟悉Excel", "skill:Excel::must" },
  { "English B2, no degree needed.", "language:English:B2:must" },
  { "A driving licence is not required but a plus.", "certificate:Driving licence::nice" },
  { "No less than 3 years of experience in logistics.", "experience:logistics:3:must" },
};

static const Row plain[] = {
  { "We need Excel and SAP.", "skill:Excel::must; skill:SAP::must" },
  { "You know Java or Kotlin, PostgreSQL, Docker.",
    "skill:Java::must; skill:Kotlin::must; skill:PostgreSQL::must; skill:Docker::must" },
  { "Requirements: Java, PostgreSQL", "skill:Java::must; skill:PostgreSQL::must" },
  { "Python, SQL and C++ are nice to have.", "skill:Python::nice; skill:SQL::nice; skill:C++::nice" },
  { "- MS Office", "skill:MS Office::must" },
  { "Sie beherrschen Excel und DATEV.", "skill:Excel::must; skill:DATEV::must" },
  { "Vous maîtrisez Excel et SAP.", "skill:Excel::must; skill:SAP::must" },
  { "Dominas Excel y SAP.", "skill:Excel::must; skill:SAP::must" },
  { "要求：Java、MySQL", "skill:Java::must; skill:MySQL::must" },
  { "Kenntnisse in SAP und Excel sind erforderlich.", "skill:SAP::must; skill:Excel::must" },
  { "We are looking for someone who knows Python and Git.", "skill:Python::must; skill:Git::must" },
  { "Nous cherchons quelqu'un qui connaît Excel et SAP.", "skill:Excel::must; skill:SAP::must" },
  { "We need a friendly person. You love People and Coffee.", NULL },
  { "Wir suchen Mitarbeiter und Helfer.", NULL },
};

static const Row others[] = {
  { "5+ years in backend development.", "experience:backend development:5:must" },
  { "We need 3 years of nursing.", "experience:nursing:3:must" },
  { "We have been 20 years in the market of pumps.", NULL },
  { "Founded 12 years ago.", NULL },
  { "3 Jahre im Vertrieb.", "experience:Vertrieb:3:must" },
  { "2 ans en comptabilité.", "experience:comptabilité:2:must" },
  { "4 años en ventas.", "experience:ventas:4:must" },
  { "Wir sind seit 20 Jahren im Vertrieb von Pumpen.", NULL },
  { "Nous sommes depuis 20 ans dans le commerce.", NULL },
  { "Llevamos más de 20 años en ventas.", NULL },
  { "Place: Tacoma", "location:Tacoma::nice" },
  { "Lugar: Sevilla", "location:Sevilla::nice" },
  { "地点：成都", "location:成都::nice" },
  { "English B2, a bachelor in nursing, and a driving licence.",
    "education:nursing:bachelor:must; language:English:B2:must; certificate:Driving licence::must" },
  { "Bachelor's degree in Physics, Chemistry or a related field.", "education:Physics or Chemistry:bachelor:must" },
  { "BA/BS degree in Economics or another field that uses analysis.", "education:Economics:bachelor:must" },
  { "Experience in software sales and/or with online marketing.",
    "skill:software sales::must; skill:online marketing::must" },
  { "英语四级", "language:English:B1:must" },
  { "3 years of experience in software development. Experience in software development.",
    "experience:software development:3:must" },
};

static char *
describe (const MusterOpening *opening)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      const MusterCriterion *criterion = muster_opening_get_criterion (opening, i);

      g_string_append_printf (text, "%s%s:%s:%s:%s", i > 0 ? "; " : "", muster_criterion_kind_name (criterion->kind),
                              criterion->value, criterion->minimum != NULL ? criterion->minimum : "",
                              criterion->is_must ? "must" : "nice");
    }

  return g_string_free (text, FALSE);
}

static void
check (const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *ad = g_strdup_printf ("Manager\n\n%s\n", rows[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterOpening) opening = muster_opening_new_from_text (ad, &error);
      g_autofree char *proposed = opening != NULL ? describe (opening) : NULL;

      if (g_strcmp0 (proposed, rows[i].proposed) != 0)
        {
          g_test_message ("“%s” gives %s", rows[i].text, proposed != NULL ? proposed : "nothing");
          g_test_fail ();
        }
    }
}

static void
test_denied (void)
{
  check (denied, G_N_ELEMENTS (denied));
}

static void
test_plain (void)
{
  check (plain, G_N_ELEMENTS (plain));
}

static void
test_others (void)
{
  check (others, G_N_ELEMENTS (others));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal/denied", test_denied);
  g_test_add_func ("/proposal/plain", test_plain);
  g_test_add_func ("/proposal/others", test_others);

  return g_test_run ();
}
