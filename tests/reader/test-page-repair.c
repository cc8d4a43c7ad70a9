/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the reader is fit to leave it; two readings of a page become one; the language is guessed from small
 * words. */

#include "muster-document.h"
#include "muster-language.h"
#include "muster-page-cleaner.h"
#include "muster-page-merger.h"
#include "muster-page-variant.h"

#include <math.h>
#include <string.h>

static MusterWord
make_word (const char *text, double x, double y, MusterWordSource source)
{
  return (MusterWord){ .text = text,
                       .box = { x, y, 10.0 * (double) g_utf8_strlen (text, -1), 12 },
                       .baseline_pt = y + 10,
                       .size_pt = 12,
                       .source = source,
                       .confidence = source == MUSTER_WORD_OCR ? 0.95f : 1,
                       .link = -1 };
}

/* Words one below the other. */
static MusterPage *
make_page (const char *words, MusterWordSource source)
{
  MusterPage    *page = muster_page_new (1, 595, 842);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      MusterWord word = make_word (parts[i], 50, 50 + 20 * i, source);

      muster_page_add_word (page, &word);
    }

  return page;
}

/* The words, joined by blanks. */
static char *
join (const MusterWord *words, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i].text);

  return g_string_free (text, FALSE);
}

static char *
dup_visible (const MusterPage *page)
{
  guint             n;
  const MusterWord *words = muster_page_get_words (page, &n);

  return join (words, n);
}

static char *
dup_hidden (const MusterPage *page)
{
  guint             n;
  const MusterWord *words = muster_page_get_hidden_words (page, &n);

  return join (words, n);
}

static void
test_clean_text (void)
{
  static const struct
  {
    const char *dirty;
    const char *clean;
  } cases[] = {
    { "plain", "plain" },
    { "two words", "two words" },
    { "no\xc2\xa0"
      "break",
      "no break" },
    { "bell\x07s", "bells" },
    { "evil\xe2\x80\xaegnp", "evilgnp" },
    { "zero\xe2\x80\x8bwidth", "zerowidth" },
    { "joined\xe2\x80\x8c"
      "here",
      "joined\xe2\x80\x8c"
      "here" },
    { "\xef\xbb\xbfmark", "mark" },
    { "\x01\x02", "" },
    { " ", "" },
    { "會計師", "會計師" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterPage) page = muster_page_new (1, 595, 842);
      g_autoptr (MusterPage) clean = NULL;
      g_autofree char       *text = NULL;
      MusterPageBudget       budget;
      MusterWord             word = make_word (cases[i].dirty, 10, 10, MUSTER_WORD_TEXT_LAYER);

      muster_page_add_word (page, &word);
      muster_page_budget_init (&budget, 1000);
      clean = muster_page_clean (page, &budget, NULL);
      text = dup_visible (clean);
      g_assert_cmpstr (text, ==, cases[i].clean);
      g_assert_cmpuint (budget.text_bytes, ==, 1000 - strlen (text) + (strchr (text, ' ') != NULL ? 1 : 0));
    }
}

/* Whatever numbers a format gives, the program accepts the page afterwards. */
static void
test_clean_numbers (void)
{
  static const struct
  {
    const char *name;
    MusterBox   box;
    double      baseline_pt;
    double      size_pt;
    float       confidence;
    int         link;
    guint       n_visible;
  } cases[] = {
    { "good", { 10, 10, 40, 12 }, 20, 12, 1, -1, 1 },
    { "no numbers", { NAN, INFINITY, -1, 12 }, NAN, INFINITY, NAN, -1, 1 },
    { "far away", { 90000, 10, 40, 12 }, 20, 12, 1, -1, 0 },
    { "too sure", { 10, 10, 40, 12 }, 20, -3, 7, -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterPage) page = muster_page_new (1, 595, 842);
      g_autoptr (MusterPage) clean = NULL, back = NULL;
      g_autoptr (GVariant)   variant = NULL;
      g_autoptr (GError)     error = NULL;
      GArray                *words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
      GArray                *lines = g_array_new (FALSE, TRUE, sizeof (MusterLine));
      const MusterWord      *visible;
      MusterPageBudget       budget;
      MusterWord             word = make_word ("word", 10, 10, MUSTER_WORD_TEXT_LAYER);
      MusterLine             line = { .n_words = 1 };
      guint                  n;

      word.box = cases[i].box;
      word.baseline_pt = cases[i].baseline_pt;
      word.size_pt = cases[i].size_pt;
      word.confidence = cases[i].confidence;
      word.link = cases[i].link;
      muster_page_add_word (page, &word);
      muster_page_budget_init (&budget, 1000);
      clean = muster_page_clean (page, &budget, NULL);
      visible = muster_page_get_words (clean, &n);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (n, ==, cases[i].n_visible);
      if (n > 0)
        {
          g_array_append_vals (words, visible, n);
          g_array_append_val (lines, line);
        }
      muster_page_take_lines (clean, words, lines, 1);
      variant = g_variant_ref_sink (muster_page_to_variant (clean));
      back = muster_page_new_from_variant (variant, &error);
      g_assert_no_error (error);
    }
}

static void
test_clean_limits (void)
{
  g_autoptr (MusterPage) huge = muster_page_new (1, 1e6, 842);
  g_autoptr (MusterPage) page = make_page ("one two three four", MUSTER_WORD_TEXT_LAYER);
  g_autoptr (MusterPage) clean = NULL;
  g_autoptr (GError)     error = NULL;
  g_autofree char       *text = NULL;
  MusterPageBudget       budget;

  muster_page_budget_init (&budget, 7);
  g_assert_null (muster_page_clean (huge, &budget, &error));
  g_assert_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT);
  g_assert_false (budget.is_exhausted);

  clean = muster_page_clean (page, &budget, NULL);
  text = dup_visible (clean);
  g_assert_cmpstr (text, ==, "one two");
  g_assert_true (budget.is_exhausted);
}

static void
test_merge (void)
{
  static const struct
  {
    const char      *name;
    const char      *layer;
    const char      *recognised;
    MusterMergeHints hints;
    gboolean         is_comparison;
    const char      *visible;
    const char      *hidden;
  } cases[] = {
    { "scan without layer", "", "Marta Hollis", { FALSE, TRUE, TRUE }, FALSE, "Marta Hollis", "" },
    { "rubbish goes", "qx zz", "Marta Hollis", { TRUE, FALSE, TRUE }, FALSE, "Marta Hollis", "" },
    { "layer agrees", "Marta Hollis Accountant", "Marta Hol1is Accountant", { FALSE, TRUE, TRUE }, TRUE,
      "Marta Hollis Accountant", "" },
    { "layer lies", "Quantum wizard everywhere", "Marta Hollis Accountant", { FALSE, TRUE, TRUE }, TRUE,
      "Marta Hollis Accountant", "Quantum wizard everywhere" },
    { "one word lies", "Marta Hollis Accountant Kubernetes", "Marta Hollis Accountant clerk", { FALSE, TRUE, TRUE },
      TRUE, "Marta Hollis Accountant clerk", "Kubernetes" },
    { "recognition fails", "Marta Hollis Accountant", "x", { FALSE, TRUE, TRUE }, TRUE, "Marta Hollis Accountant", "" },
    { "text beyond the layer", "Marta", "Marta Hollis", { FALSE, TRUE, TRUE }, TRUE, "Marta Hollis", "" },
    { "turned and true", "Marta Hollis", "Hollis Marta", { FALSE, TRUE, FALSE }, TRUE, "Marta Hollis", "" },
    { "turned and false", "Quantum wizard", "Hollis Marta", { FALSE, TRUE, FALSE }, TRUE, "Hollis Marta",
      "Quantum wizard" },
    { "not on a picture", "Quantum wizard", "Marta Hollis", { FALSE, FALSE, TRUE }, TRUE, "Quantum wizard", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterPage) layer = *cases[i].layer != '\0' ? make_page (cases[i].layer, MUSTER_WORD_TEXT_LAYER)
                                                              : muster_page_new (1, 595, 842);
      g_autoptr (MusterPage) recognised = make_page (cases[i].recognised, MUSTER_WORD_OCR);
      g_autoptr (MusterPage) merged = cases[i].is_comparison
                                          ? muster_page_compare_layer (layer, recognised, &cases[i].hints)
                                          : muster_page_replace_layer (layer, recognised, &cases[i].hints);
      g_autofree char       *visible = dup_visible (merged);
      g_autofree char       *hidden = dup_hidden (merged);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (visible, ==, cases[i].visible);
      g_assert_cmpstr (hidden, ==, cases[i].hidden);
    }
}

static void
test_language (void)
{
  static const struct
  {
    const char *text;
    const char *language;
  } cases[] = {
    { "Managed the books of a firm with forty people and reported to the board", "en" },
    { "Berufserfahrung: Leitung der Buchhaltung für eine Firma mit vierzig Leuten, Berichte an die Geschäftsführung",
      "de" },
    { "Expérience professionnelle dans la gestion des comptes pour une entreprise de quarante personnes", "fr" },
    { "Experiencia laboral en la gestión de las cuentas para una empresa con cuarenta personas", "es" },
    { "Esperienza nella gestione della contabilità per una azienda di quaranta persone con il controllo", "it" },
    { "Werkervaring met de boekhouding van een bedrijf met veertig mensen en het beheer van kosten", "nl" },
    { "负责公司会计工作，编制财务报表，管理预算 Excel SAP", "zh" },
    { "経理の担当として会社の決算とよさんを管理しました", "ja" },
    { "Опыт работы бухгалтером в небольшой фирме", "ru" },
    { "Anna Kowalska 2016 2020 SAP", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterLanguageGuess) guess = muster_language_guess_new ();
      g_auto (GStrv)                  words = g_strsplit (cases[i].text, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        muster_language_guess_add (guess, words[j]);
      g_assert_cmpstr (muster_language_guess_get (guess), ==, cases[i].language);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/page/clean-text", test_clean_text);
  g_test_add_func ("/page/clean-numbers", test_clean_numbers);
  g_test_add_func ("/page/clean-limits", test_clean_limits);
  g_test_add_func ("/page/merge", test_merge);
  g_test_add_func ("/page/language", test_language);

  return g_test_run ();
}
