/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is refused, what is warned about and what passes, in five languages; and what is offered instead. */

#include "muster-objection.h"
#include "muster-protected.h"
#include "muster-proxy.h"

typedef struct
{
  const char     *value;
  MusterProtected attribute;
} ProtectedCase;

static const ProtectedCase protected_cases[] = {
  { "under 35", MUSTER_PROTECTED_AGE },
  { "Under 35 years", MUSTER_PROTECTED_AGE },
  { "between 25 and 35 years old", MUSTER_PROTECTED_AGE },
  { "unter 35 Jahren", MUSTER_PROTECTED_AGE },
  { "höchstens 40 Jahre alt", MUSTER_PROTECTED_AGE },
  { "moins de 35 ans", MUSTER_PROTECTED_AGE },
  { "menor de 35 años", MUSTER_PROTECTED_AGE },
  { "35岁以下", MUSTER_PROTECTED_AGE },
  { "female", MUSTER_PROTECTED_GENDER },
  { "männlich", MUSTER_PROTECTED_GENDER },
  { "femme", MUSTER_PROTECTED_GENDER },
  { "mujer", MUSTER_PROTECTED_GENDER },
  { "限女性", MUSTER_PROTECTED_GENDER },
  { "young woman", MUSTER_PROTECTED_AGE },
  { "junge Frau", MUSTER_PROTECTED_AGE },
  { "unmarried", MUSTER_PROTECTED_FAMILY },
  { "no children", MUSTER_PROTECTED_FAMILY },
  { "célibataire", MUSTER_PROTECTED_FAMILY },
  { "soltero", MUSTER_PROTECTED_FAMILY },
  { "未婚", MUSTER_PROTECTED_FAMILY },
  { "German nationality", MUSTER_PROTECTED_ORIGIN },
  { "EU citizen", MUSTER_PROTECTED_ORIGIN },
  { "deutsche Staatsangehörigkeit", MUSTER_PROTECTED_ORIGIN },
  { "nationalité française", MUSTER_PROTECTED_ORIGIN },
  { "nacionalidad española", MUSTER_PROTECTED_ORIGIN },
  { "中国国籍", MUSTER_PROTECTED_ORIGIN },
  { "Catholic", MUSTER_PROTECTED_RELIGION },
  { "Christian faith", MUSTER_PROTECTED_RELIGION },
  { "katholisch", MUSTER_PROTECTED_RELIGION },
  { "no disability", MUSTER_PROTECTED_HEALTH },
  { "nicht behindert", MUSTER_PROTECTED_HEALTH },
  { "身高170以上", MUSTER_PROTECTED_HEALTH },
  { "union member", MUSTER_PROTECTED_BELIEF },
  { "党员", MUSTER_PROTECTED_BELIEF },
  { "", MUSTER_PROTECTED_NONE },
  { "Java", MUSTER_PROTECTED_NONE },
  { "German", MUSTER_PROTECTED_NONE },
  { "5 years", MUSTER_PROTECTED_NONE },
  { "Women's health nursing", MUSTER_PROTECTED_NONE },
  { "Religious education", MUSTER_PROTECTED_NONE },
  { "Work with elderly people", MUSTER_PROTECTED_NONE },
  { "Kinderbetreuung", MUSTER_PROTECTED_NONE },
  { "Man-machine interfaces", MUSTER_PROTECTED_NONE },
};

typedef struct
{
  const char *value;
  MusterProxy proxy;
} ProxyCase;

static const ProxyCase proxy_cases[] = {
  { "University of Zurich", MUSTER_PROXY_SCHOOL },
  { "Universität Heidelberg", MUSTER_PROXY_SCHOOL },
  { "Université de Lyon", MUSTER_PROXY_SCHOOL },
  { "Universidad de Salamanca", MUSTER_PROXY_SCHOOL },
  { "Ohio College", MUSTER_PROXY_SCHOOL },
  { "TU München", MUSTER_PROXY_SCHOOL },
  { "grande école", MUSTER_PROXY_SCHOOL },
  { "985/211院校", MUSTER_PROXY_SCHOOL },
  { "浙江大学", MUSTER_PROXY_SCHOOL },
  { "8001", MUSTER_PROXY_DISTRICT },
  { "D-80331", MUSTER_PROXY_DISTRICT },
  { "postcode 80331", MUSTER_PROXY_DISTRICT },
  { "lives in the district", MUSTER_PROXY_DISTRICT },
  { "wohnhaft in Bonn", MUSTER_PROXY_DISTRICT },
  { "code postal 75011", MUSTER_PROXY_DISTRICT },
  { "barrio de Gracia", MUSTER_PROXY_DISTRICT },
  { "居住在海淀", MUSTER_PROXY_DISTRICT },
  { "class of 2021", MUSTER_PROXY_GRADUATION_YEAR },
  { "graduated after 2019", MUSTER_PROXY_GRADUATION_YEAR },
  { "Abschluss ab 2020", MUSTER_PROXY_GRADUATION_YEAR },
  { "diplômé depuis 2020", MUSTER_PROXY_GRADUATION_YEAR },
  { "titulado desde 2020", MUSTER_PROXY_GRADUATION_YEAR },
  { "2024届", MUSTER_PROXY_GRADUATION_YEAR },
  { "native speaker", MUSTER_PROXY_NATIVE },
  { "German mother tongue", MUSTER_PROXY_NATIVE },
  { "Muttersprachler Deutsch", MUSTER_PROXY_NATIVE },
  { "langue maternelle", MUSTER_PROXY_NATIVE },
  { "lengua materna", MUSTER_PROXY_NATIVE },
  { "英语母语", MUSTER_PROXY_NATIVE },
  { "young team", MUSTER_PROXY_YOUNG_TEAM },
  { "young and dynamic team", MUSTER_PROXY_YOUNG_TEAM },
  { "junges Team", MUSTER_PROXY_YOUNG_TEAM },
  { "jeune équipe", MUSTER_PROXY_YOUNG_TEAM },
  { "equipo joven", MUSTER_PROXY_YOUNG_TEAM },
  { "年轻团队", MUSTER_PROXY_YOUNG_TEAM },
  { "recent graduate", MUSTER_PROXY_RECENT_GRADUATE },
  { "Berufseinsteiger", MUSTER_PROXY_RECENT_GRADUATE },
  { "jeune diplômé", MUSTER_PROXY_RECENT_GRADUATE },
  { "recién graduado", MUSTER_PROXY_RECENT_GRADUATE },
  { "应届毕业生", MUSTER_PROXY_RECENT_GRADUATE },
  { "no gaps", MUSTER_PROXY_GAP },
  { "lückenloser Lebenslauf", MUSTER_PROXY_GAP },
  { "", MUSTER_PROXY_NONE },
  { "university degree", MUSTER_PROXY_NONE },
  { "Universitätsabschluss", MUSTER_PROXY_NONE },
  { "diplôme universitaire", MUSTER_PROXY_NONE },
  { "大学本科", MUSTER_PROXY_NONE },
  { "大学英语四级", MUSTER_PROXY_NONE },
  { "React Native", MUSTER_PROXY_NONE },
  { "ISO 9001", MUSTER_PROXY_NONE },
  { "EN ISO 9606-1", MUSTER_PROXY_NONE },
  { "Windows Server 2019", MUSTER_PROXY_NONE },
  { "district heating", MUSTER_PROXY_NONE },
  { "Zurich", MUSTER_PROXY_NONE },
  { "team leadership", MUSTER_PROXY_NONE },
  { "oxford shoe making", MUSTER_PROXY_NONE },
  { "gap analysis", MUSTER_PROXY_NONE },
  { "bac à sable", MUSTER_PROXY_NONE },
  { "junior developer", MUSTER_PROXY_NONE },
};

static void
test_protected (void)
{
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (protected_cases); i++)
    {
      MusterProtected found = muster_protected_get (protected_cases[i].value);

      if (found == protected_cases[i].attribute)
        continue;
      g_test_message ("“%s” is %d, not %d", protected_cases[i].value, found, protected_cases[i].attribute);
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_proxies (void)
{
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (proxy_cases); i++)
    {
      MusterProxy found = muster_proxy_get (proxy_cases[i].value);

      if (found == proxy_cases[i].proxy)
        continue;
      g_test_message ("“%s” is %d, not %d", proxy_cases[i].value, found, proxy_cases[i].proxy);
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_offers (void)
{
  static const struct
  {
    MusterCriterionKind kind;
    const char         *value;
    gboolean            is_refusal;
    MusterCriterionKind offered_kind;
    const char         *offered_value;
    const char         *offered_minimum;
  } cases[] = {
    { MUSTER_CRITERION_SKILL, " under 35 ", TRUE, MUSTER_CRITERION_EXPERIENCE, "", "3" },
    { MUSTER_CRITERION_SKILL, "married", TRUE, MUSTER_CRITERION_SKILL, "shift work", "" },
    { MUSTER_CRITERION_SKILL, "EU citizen", TRUE, MUSTER_CRITERION_CERTIFICATE, "work permit", "" },
    { MUSTER_CRITERION_LANGUAGE, "German native speaker", FALSE, MUSTER_CRITERION_LANGUAGE, "German", "C2" },
    { MUSTER_CRITERION_EDUCATION, "University of Zurich", FALSE, MUSTER_CRITERION_EDUCATION, "", "bachelor" },
    { MUSTER_CRITERION_LOCATION, "8001", FALSE, MUSTER_CRITERION_SKILL, "shift work", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterObjection) objection = muster_objection_new (cases[i].kind, cases[i].value);

      g_test_message ("%s", cases[i].value);
      g_assert_nonnull (objection);
      g_assert_true (objection->is_refusal == cases[i].is_refusal);
      g_assert_cmpint (objection->kind, ==, cases[i].offered_kind);
      g_assert_cmpstr (objection->value, ==, cases[i].offered_value);
      g_assert_cmpstr (objection->minimum, ==, cases[i].offered_minimum);
      g_assert_nonnull (objection->offer);
    }
  g_assert_null (muster_objection_new (MUSTER_CRITERION_SKILL, "Java"));
}

/* Whatever is offered may be asked for: nobody is sent from one refusal into the next. */
static void
test_offers_are_lawful (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (protected_cases); i++)
    {
      g_autoptr (MusterObjection) objection = muster_objection_new (MUSTER_CRITERION_SKILL, protected_cases[i].value);
      g_autoptr (MusterObjection) next = NULL;

      if (objection == NULL)
        continue;
      next = muster_objection_new (objection->kind, objection->value);
      g_assert_null (next);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/objection/protected", test_protected);
  g_test_add_func ("/objection/proxies", test_proxies);
  g_test_add_func ("/objection/offers", test_offers);
  g_test_add_func ("/objection/offers-are-lawful", test_offers_are_lawful);

  return g_test_run ();
}
