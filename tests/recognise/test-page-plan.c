/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a page is recognised, and when text looks like a language. */

#include "muster-page-plan.h"

#include <string.h>

static void
add_text (MusterPage *page, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      MusterWord word = { .text = words[i],
                          .box = { 72 + 40. * (i % 10), 100 + 20. * (i / 10), 35, 11 },
                          .size_pt = 11,
                          .link = -1 };

      if (g_unichar_type (g_utf8_get_char (words[i])) == G_UNICODE_PRIVATE_USE)
        word.flags = MUSTER_WORD_SYMBOL;
      muster_page_add_word (page, &word);
    }
}

#define PROSE                                                                                                \
  "Managed a team of nine engineers in Toronto and cut the cost of the payment service by a third within "   \
  "one year"
#define RUBBISH                                                                                              \
  "&XUULFXOXP 9LWDH :RUN ([SHULHQFH 6NLOOV -DYD $SULO 'HYHORSHU VHQLRU HQJLQHHU SODWIRUP GHVLJQ WHVWLQJ"

static void
test_plan (void)
{
  static const struct
  {
    const char    *name;
    const char    *text;
    double         picture_share, ink_share;
    MusterPagePlan plan;
  } cases[] = {
    { "text", PROSE, 0, .03, MUSTER_PLAN_TEXT_LAYER },
    { "text beside a photo", PROSE, .06, .05, MUSTER_PLAN_TEXT_LAYER },
    { "a blank page", "", 0, .0001, MUSTER_PLAN_TEXT_LAYER },
    { "a scan", "", 1, .04, MUSTER_PLAN_OCR },
    { "outlines", "", 0, .03, MUSTER_PLAN_OCR },
    { "a scan with a page number", "1/2", 1, .04, MUSTER_PLAN_BOTH },
    { "a scan with a layer", PROSE, 1, .04, MUSTER_PLAN_BOTH },
    { "rubbish", RUBBISH, 0, .03, MUSTER_PLAN_OCR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterPage) page = muster_page_new (1, 595, 842);

      g_test_message ("%s", cases[i].name);
      add_text (page, cases[i].text);
      g_assert_cmpint (
          muster_page_plan (page, cases[i].picture_share, cases[i].ink_share), ==, cases[i].plan);
    }
}

static void
test_plausibility (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_language;
  } cases[] = {
    { PROSE, TRUE },
    { "Ausbildung zum Elektroniker, Prüfung 2016, Straße 12", TRUE },
    { "Élève ingénieure à l'École nationale supérieure", TRUE },
    { "2019年 至今 北京 会计师 财务管理", TRUE },
    { "Инженер в Москве и Казани", TRUE },
    { "ana.mueller@example.com +49 30 555-0101 https://example.com/a_b 2019-2021", TRUE },
    { "C++ C# .NET PHP SQL HTML5 K8s SAP R/3", TRUE },
    { "", TRUE },
    { RUBBISH, FALSE },
    { "\xee\x80\x81\xee\x80\x82\xee\x80\x83 \xee\x80\x84\xee\x80\x85 \xee\x80\x86", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterPage) page = muster_page_new (1, 595, 842);
      guint             n;
      const MusterWord *words;

      add_text (page, cases[i].text);
      words = muster_page_get_words (page, &n);
      g_test_message ("%s: %.2f", cases[i].text, muster_text_plausibility (words, n));
      if (cases[i].is_language)
        g_assert_cmpfloat (muster_text_plausibility (words, n), >, .75);
      else
        g_assert_cmpfloat (muster_text_plausibility (words, n), <, .5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/page-plan/plan", test_plan);
  g_test_add_func ("/page-plan/plausibility", test_plausibility);

  return g_test_run ();
}
