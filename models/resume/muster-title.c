/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores from word lists: title-words (cut from the titles of O*NET and ESCO), title-words-more and
 * organisation-words (our own). English and German titles end with what a person is, French and Spanish ones
 * begin with it; German and Chinese words hide it at their end. */

#include "muster-title.h"
#include "muster-fold.h"
#include "muster-lexicon.h"

#include <string.h>

#define MAX_WORDS 24

/* Without empty words, and not more than are looked at. */
static char **
split_words (const char *text)
{
  char **words = g_strsplit (text, " ", MAX_WORDS * 2);
  guint  n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        words[n++] = words[i];
      else
        g_free (words[i]);
    }
  words[n] = NULL;

  return words;
}

/* The words of a text, folded, without signs at their ends; brackets and commas become words of their own
 * ("|"). */
static char **
dup_words (const char *text)
{
  g_autofree char *folded = muster_fold (text);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == ')' || c == ',' || c == '/' || c == '|' || c == ';' || c == ':')
        g_string_append (plain, " | ");
      else if (c == '-' && (p == folded || p[-1] == ' '))
        g_string_append (plain, " | ");
      else if (c == '&' || c == '"')
        g_string_append_c (plain, ' ');
      else
        g_string_append_unichar (plain, c);
    }

  return split_words (plain->str);
}

static gsize
length_without_dot (const char *word)
{
  gsize n = strlen (word);

  return n > 1 && word[n - 1] == '.' ? n - 1 : n;
}

/* The value of a word in a list, by the word itself or by its ends ("*leiter"). */
static const char *
look_up (const MusterLexicon *lexicon, const char *word)
{
  g_autofree char *bare = g_strndup (word, length_without_dot (word));
  const char      *value = muster_lexicon_lookup (lexicon, bare);
  const char      *p = bare;

  if (value != NULL || *bare == '\0')
    return value;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *end = g_strconcat ("*", p, NULL);

      value = muster_lexicon_lookup (lexicon, end);
      if (value != NULL)
        return value;
    }

  return NULL;
}

static gboolean
is_stop (const char *word)
{
  static const char *stops[]
      = { "|",  "of",  "for", "in",  "at",  "de", "des",  "du",  "d",  "im", "fur", "bei",
          "en", "del", "to",  "und", "and", "-",  "with", "der", "la", "le", "a" };

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      if (strcmp (word, stops[i]) == 0)
        return TRUE;
    }

  return g_str_has_prefix (word, "d'") || g_str_has_prefix (word, "l'");
}

static char
word_class (const char *word)
{
  const char *value = look_up (muster_lexicon_get ("title-words-more"), word);

  if (value == NULL)
    value = muster_lexicon_lookup (muster_lexicon_get ("title-words"), word);

  return value != NULL ? *value : 0;
}

/**
 * muster_title_score:
 * @text: part of the header of a job
 *
 * Returns: 0..1: how much it looks like what a person was there. Best when the word where titles have their
 * head is one.
 */
double
muster_title_score (const char *text)
{
  g_auto (GStrv) words = dup_words (text);
  guint    n = 0, n_known = 0;
  gboolean has_head = FALSE, has_head_in_place = FALSE;
  double   score;

  for (guint i = 0; words[i] != NULL && n < MAX_WORDS; i++)
    {
      gboolean is_last = words[i + 1] == NULL || is_stop (words[i + 1]);
      char     kind;

      if (is_stop (words[i]))
        continue;
      kind = word_class (words[i]);
      if (kind == 'h')
        {
          has_head = TRUE;
          has_head_in_place |= is_last || n == 0;
        }
      n_known += kind != 0;
      n++;
    }
  if (n == 0)
    return 0;
  score = 0.3 * n_known / n + (has_head ? 0.3 : 0) + (has_head_in_place ? 0.4 : 0);

  return n > 9 ? score * 0.6 : score;
}

/**
 * muster_organisation_score:
 *
 * Returns: 0..1: how much @text looks like the name of a firm, office or school.
 */
double
muster_organisation_score (const char *text)
{
  g_auto (GStrv) words = dup_words (text);
  const MusterLexicon *lexicon = muster_lexicon_get ("organisation-words");
  double               score = 0;

  for (guint i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    {
      const char *value = *words[i] != '|' ? look_up (lexicon, words[i]) : NULL;

      if (value == NULL)
        continue;
      if (*value == 'l')
        score = MAX (score, i > 0 || muster_unichar_is_cjk (g_utf8_get_char (words[i])) ? 1.0 : 0.3);
      else if (*value == 's')
        score = MAX (score, 0.9);
      else
        score = MAX (score, 0.6);
    }

  return score;
}

/**
 * muster_text_names_school:
 *
 * Returns: whether a word of @text says that it is a school or university.
 */
gboolean
muster_text_names_school (const char *text)
{
  g_auto (GStrv) words = dup_words (text);
  const MusterLexicon *lexicon = muster_lexicon_get ("organisation-words");

  for (guint i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    {
      const char *value = *words[i] != '|' ? look_up (lexicon, words[i]) : NULL;

      if (value != NULL && *value == 's')
        return TRUE;
    }

  return FALSE;
}
