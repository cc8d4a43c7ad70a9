/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding, terms, likeness and word lists. */

#include "muster-fold.h"
#include "muster-lexicon.h"
#include "muster-terms.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} FoldCase;

static const FoldCase fold_cases[] = {
  { "accents", "Müller, Łódź & Bjørn", "muller, lodz & bjorn" },
  { "sharp-s", "Straße", "strasse" },
  { "full-width", "Ｃ＋＋：１２", "c++:12" },
  { "ligature", "ﬁnance", "finance" },
  { "spaces", "  a\t\n b\xc2\xa0 c ", "a b c" },
  { "dashes", "2018–2020 — now", "2018-2020 - now" },
  { "soft-hyphen", "co\xc2\xad-operate", "co-operate" },
  { "quotes", "l’été “x”", "l'ete \"x\"" },
  { "chinese", "会计（上海）", "会计(上海)" },
  { "kana-keeps-its-marks", "ガ", "ガ" },
  { "damaged", "a\xff", "a\xef\xbf\xbd" },
};

static void
test_fold (gconstpointer data)
{
  const FoldCase  *row = data;
  g_autofree char *folded = muster_fold (row->text);

  g_assert_cmpstr (folded, ==, row->expected);
}

static void
test_squeezed (void)
{
  g_autofree char *squeezed = muster_fold_squeezed ("E-Mail  Adresse: ");
  g_autofree char *spaced = muster_fold_squeezed ("E D U C A T I O N");

  g_assert_cmpstr (squeezed, ==, "emailadresse");
  g_assert_cmpstr (spaced, ==, "education");
}

typedef struct
{
  const char *name;
  const char *text;
  const char *phrase;
  const char *found; /* NULL: not there */
} TermCase;

static const TermCase term_cases[] = {
  { "java-javascript", "JavaScript and TypeScript", "Java", NULL },
  { "java", "JavaScript, Java and Go", "java", "Java" },
  { "r-research", "Research and R&D", "R", NULL },
  { "r", "Python, R, SQL", "R", "R" },
  { "r-case", "and r other", "R", NULL },
  { "go-inside", "Going forward, good category", "Go", NULL },
  { "go-case", "we go there in Go", "Go", "Go" },
  { "go-to-market", "Go-to-market plans", "Go", NULL },
  { "t-shirt", "C-level and T-shirt", "C", NULL },
  { "c-is-not-c++", "C++, C#", "C", NULL },
  { "c-slash", "C/C++", "C", "C" },
  { "c-sharp", "ASP.NET (C#) work", "C#", "C#" },
  { "c++", "modern C++17", "C++", "C++" },
  { "c++-end", "I write C++.", "c++", "C++" },
  { "dot-net", "the .NET runtime", ".NET", ".NET" },
  { "dot-net-not-net", "safety net", ".NET", NULL },
  { "node", "Node.js services.", "node.js", "Node.js" },
  { "sentence-end", "wrote Java.Then left", "Java", "Java" },
  { "r-and-d", "leads R&D", "R&D", "R&D" },
  { "plural", "repaired pumps", "pump", "pumps" },
  { "singular", "one library", "libraries", "library" },
  { "email", "wrote an E‑Mail", "email", "E‑Mail" },
  { "e-mail", "email sent", "e-mail", "email" },
  { "front-end", "a front-end developer", "frontend developer", "front-end developer" },
  { "degree", "B.Sc. in Physics", "BSc", "B.Sc" },
  { "version", "HTML5 and CSS3", "HTML", "HTML" },
  { "chinese", "曾任会计师三年", "会计", "会计" },
  { "chinese-other", "会议设计", "会计", NULL },
  { "chinese-mixed", "熟悉Java开发", "Java", "Java" },
  { "accents", "gestion des étés", "ETES", "étés" },
  { "phrase", "in machine learning models", "Machine Learning", "machine learning" },
  { "phrase-torn", "machine and learning", "Machine Learning", NULL },
};

static void
test_find (gconstpointer data)
{
  const TermCase *row = data;
  g_autoptr (MusterTerms) text = muster_terms_new (row->text);
  g_autoptr (MusterTerms) phrase = muster_terms_new (row->phrase);
  MusterTextSpan span = { 0, 0 };
  gboolean       found = muster_terms_find (text, phrase, 0, NULL, &span);

  g_assert_cmpint (found, ==, row->found != NULL);
  if (found)
    {
      g_autofree char *there = g_utf8_substring (row->text, span.start, span.start + span.length);

      g_assert_cmpstr (there, ==, row->found);
    }
}

static void
test_find_again (void)
{
  g_autoptr (MusterTerms) text = muster_terms_new ("SQL, T-SQL, sql");
  g_autoptr (MusterTerms) phrase = muster_terms_new ("SQL");
  g_autoptr (MusterTerms) nothing = muster_terms_new (" - ");
  guint n = 0, from = 0, at;

  while (muster_terms_find (text, phrase, from, &at, NULL))
    {
      n++;
      from = at + 1;
    }
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (muster_terms_get_n (nothing), ==, 0);
  g_assert_false (muster_terms_find (text, nothing, 0, NULL, NULL));
}

static void
test_similarity (void)
{
  g_assert_cmpfloat (muster_text_similarity ("", ""), ==, 1.0);
  g_assert_cmpfloat (muster_text_similarity ("abc", ""), ==, 0.0);
  g_assert_cmpfloat (muster_text_similarity ("accountant", "accountant"), ==, 1.0);
  g_assert_cmpfloat_with_epsilon (muster_text_similarity ("wikimedia", "wikimania"), 14.0 / 18.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (muster_text_similarity ("会计师", "会计"), 0.8, 1e-9);
}

static void
test_lexicon (void)
{
  const MusterLexicon *languages = muster_lexicon_get ("languages");
  const char          *words[] = { "chinese", "(mandarin)", "and", "german", NULL };
  const char          *value = NULL;

  g_assert_true (muster_lexicon_get ("languages") == languages);
  g_assert_cmpstr (muster_lexicon_lookup (languages, "FRANÇAIS"), ==, "fr");
  g_assert_null (muster_lexicon_lookup (languages, "cooking"));
  g_assert_cmpuint (muster_lexicon_longest (languages, words, 4, &value), ==, 2);
  g_assert_cmpstr (value, ==, "zh");
  g_assert_cmpuint (muster_lexicon_longest (languages, words + 2, 2, &value), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fold_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/fold/", fold_cases[i].name, NULL);

      g_test_add_data_func (path, &fold_cases[i], test_fold);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (term_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/terms/", term_cases[i].name, NULL);

      g_test_add_data_func (path, &term_cases[i], test_find);
    }
  g_test_add_func ("/text/fold/squeezed", test_squeezed);
  g_test_add_func ("/text/terms/again", test_find_again);
  g_test_add_func ("/text/similarity", test_similarity);
  g_test_add_func ("/text/lexicon", test_lexicon);

  return g_test_run ();
}
