/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists are asked place by place; an entry is a few words, so each place costs a few look-ups. */

#include "muster-listed.h"

#include "muster-fold.h"

/* No entry is longer; Chinese counts characters. */
#define MAX_ENTRY_TERMS 8

static const char *
value_of_characters (const MusterLexicon *lexicon, const MusterTerms *text, guint from, guint *n_terms)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  const char         *value = NULL;

  for (guint n = 1; n <= MAX_ENTRY_TERMS && from + n <= muster_terms_get_n (text); n++)
    {
      const char *term = muster_terms_get (text, from + n - 1, NULL);
      const char *found;

      if (!muster_unichar_is_cjk (g_utf8_get_char (term)))
        break;
      g_string_append (joined, term);
      found = muster_lexicon_lookup (lexicon, joined->str);
      if (found != NULL)
        {
          value = found;
          *n_terms = n;
        }
    }

  return value;
}

const char *
muster_listed_at (const MusterLexicon *lexicon, const MusterTerms *text, guint from, guint *n_terms)
{
  const char *words[MAX_ENTRY_TERMS];
  const char *value = NULL;
  guint       n = MIN (MAX_ENTRY_TERMS, muster_terms_get_n (text) - from);

  *n_terms = 0;
  if (n == 0)
    return NULL;
  if (muster_unichar_is_cjk (g_utf8_get_char (muster_terms_get (text, from, NULL))))
    return value_of_characters (lexicon, text, from, n_terms);

  for (guint i = 0; i < n; i++)
    words[i] = muster_terms_get (text, from + i, NULL);
  *n_terms = muster_lexicon_longest (lexicon, words, n, &value);

  return *n_terms > 0 ? value : NULL;
}

static gboolean
is_rank (const char *word)
{
  static const char *ranks[] = { "senior",
                                 "junior",
                                 "lead",
                                 "head",
                                 "chief",
                                 "principal",
                                 "assistant",
                                 "trainee",
                                 "apprentice",
                                 "intern",
                                 "certified",
                                 "experienced",
                                 "leitender",
                                 "leitende",
                                 "leiter",
                                 "leiterin",
                                 "auszubildender",
                                 "auszubildende",
                                 "m",
                                 "w",
                                 "f",
                                 "d",
                                 "h",
                                 "x",
                                 "stellvertretender",
                                 "stellvertretende",
                                 "adjoint",
                                 "adjointe",
                                 "stagiaire",
                                 "jefe",
                                 "jefa",
                                 "the",
                                 "of",
                                 "and",
                                 "und",
                                 "et",
                                 "y",
                                 "in",
                                 "im",
                                 "en",
                                 "高级",
                                 "初级",
                                 "资深",
                                 NULL };

  return g_strv_contains (ranks, word);
}

const char *
muster_trade_of (const MusterTerms *title)
{
  const MusterLexicon *trades = muster_lexicon_get ("trades");
  const char          *trade = NULL;
  guint                i = 0;

  while (i < muster_terms_get_n (title))
    {
      guint       n_terms;
      const char *here = muster_listed_at (trades, title, i, &n_terms);

      if (here == NULL && !is_rank (muster_terms_get (title, i, NULL)))
        return NULL;
      if (here != NULL && trade != NULL && !g_str_equal (here, trade))
        return NULL;
      if (here != NULL)
        trade = here;
      i += MAX (n_terms, 1);
    }

  return trade;
}

const char *
muster_trade_whole (const char *trade)
{
  static const char *wholes[] = { "embedded",  "software",  "data",    "software", "payroll", "accounting",
                                  "warehouse", "logistics", "banking", "finance",  "welding", "mechanical",
                                  "machining", "mechanical" };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i += 2)
    if (g_str_equal (wholes[i], trade))
      return wholes[i + 1];

  return NULL;
}

gboolean
muster_trade_is_in (const char *trade, const MusterTerms *title)
{
  const MusterLexicon *trades = muster_lexicon_get ("trades");
  guint                n_terms;

  for (guint i = 0; i < muster_terms_get_n (title); i += MAX (n_terms, 1))
    {
      const char *here = muster_listed_at (trades, title, i, &n_terms);

      if (here != NULL && g_str_equal (here, trade))
        return TRUE;
    }

  return FALSE;
}
