/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text is cut into words, Chinese characters one by one; the longest run of words that is in the list of tools is a
 * mention when it is written as a name. */

#include "muster-tool-mention.h"
#include "muster-fold.h"
#include "muster-lexicon.h"

#include <string.h>

/* A text with more words is no sentence and no list of skills: the rest is left unread. */
#define MAX_WORDS 600
#define MAX_HAN_NAME 4

typedef struct
{
  guint    start;
  guint    end;
  gboolean is_han;
  char    *folded;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static gboolean
is_word_sign (gunichar c)
{
  return c != 0 && strchr ("+#.&/-", (int) c) != NULL && c < 128;
}

static gboolean
is_word_character (gunichar c)
{
  return (g_unichar_isalnum (c) || g_unichar_ismark (c) || is_word_sign (c)) && !muster_unichar_is_cjk (c);
}

static void
add_word (GArray *words, const gunichar *text, guint start, guint end, gboolean is_han)
{
  Word             word = { .is_han = is_han };
  g_autofree char *verbatim = NULL;

  while (end > start + 1 && text[end - 1] < 128 && strchr (".&/-", (int) text[end - 1]) != NULL)
    end--;
  word.start = start;
  word.end = end;
  verbatim = g_ucs4_to_utf8 (text + start, end - start, NULL, NULL, NULL);
  word.folded = muster_fold (verbatim != NULL ? verbatim : "");
  g_array_append_val (words, word);
}

/* (transfer full) (element-type Word) */
static GArray *
cut_words (const gunichar *text, guint n)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  guint   i = 0;

  g_array_set_clear_func (words, word_clear);
  while (i < n && words->len < MAX_WORDS)
    {
      guint start = i;

      if (muster_unichar_is_cjk (text[i]))
        add_word (words, text, start, ++i, TRUE);
      else if (is_word_character (text[i]))
        {
          while (i < n && is_word_character (text[i]))
            i++;
          add_word (words, text, start, i, FALSE);
        }
      else
        i++;
    }

  return words;
}

/* How many words from @at on stand with blanks only between them: a name does not go over a comma. */
static guint
count_joined (const gunichar *text, const GArray *words, guint at)
{
  guint n = 1;

  while (at + n < words->len && n < 6)
    {
      const Word *before = &g_array_index (words, Word, at + n - 1);

      if (g_array_index (words, Word, at + n).start != before->end + 1 || !g_unichar_isspace (text[before->end]))
        break;
      n++;
    }

  return n;
}

static guint
find_latin (const gunichar *text, const GArray *words, guint at)
{
  const char *folded[6];
  const char *value;
  guint       n = count_joined (text, words, at);

  for (guint i = 0; i < n; i++)
    folded[i] = g_array_index (words, Word, at + i).folded;

  return muster_lexicon_longest (muster_lexicon_get ("tools"), folded, n, &value);
}

static guint
find_han (const GArray *words, guint at)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint longest = 0;

  for (guint n = 1; n <= MAX_HAN_NAME && at + n <= words->len; n++)
    {
      const Word *word = &g_array_index (words, Word, at + n - 1);

      if (!word->is_han || (n > 1 && word->start != g_array_index (words, Word, at + n - 2).end))
        break;
      g_string_append (name, word->folded);
      if (n > 1 && muster_lexicon_lookup (muster_lexicon_get ("tools"), name->str) != NULL)
        longest = n;
    }

  return longest;
}

/* Names that are words of a sentence too, written with a capital somewhere: nouns of German, beginnings of titles. */
static gboolean
is_everyday (const char *folded)
{
  static const char *const words[] = { "access", "ciel", "confluence", "creo", "eclipse", "go", "hive",
                                       "illustrator", "inventor", "maven", "office", "outlook", "perl",
                                       "primavera", "react", "ruby", "rust", "sage", "scala", "spark", "spring",
                                       "swift", "teams", "vue", "word", "workday", "workspace", NULL };

  return g_strv_contains (words, folded);
}

/* Whether it is written as a name: with a capital, a digit or a sign, or in Chinese. */
static gboolean
is_written_as_name (const gunichar *text, guint start, guint end, gboolean *has_odd_shape)
{
  gboolean is_name = FALSE;

  *has_odd_shape = FALSE;
  for (guint i = start; i < end; i++)
    {
      gboolean is_mark = g_unichar_isupper (text[i]) || g_unichar_isdigit (text[i]) || is_word_sign (text[i])
                         || muster_unichar_is_cjk (text[i]);

      is_name |= is_mark;
      *has_odd_shape |= is_mark && (i > start || !g_unichar_isupper (text[i]));
    }

  return is_name;
}

static gboolean
has_sure (const GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      if (g_array_index (mentions, MusterToolMention, i).is_sure)
        return TRUE;
    }

  return FALSE;
}

/**
 * muster_tool_mentions_find:
 * @text: a sentence, or a list of skills
 * @is_list: which of the two
 *
 * Returns: (transfer full) (element-type MusterToolMention): the tools that @text names.
 */
GArray *
muster_tool_mentions_find (const char *text, gboolean is_list)
{
  GArray              *mentions = g_array_new (FALSE, FALSE, sizeof (MusterToolMention));
  glong                n = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, -1, &n);
  g_autoptr (GArray) words = cut_words (wide, (guint) n);
  guint i = 0;

  while (i < words->len)
    {
      const Word *word = &g_array_index (words, Word, i);
      guint       n_words = word->is_han ? find_han (words, i) : find_latin (wide, words, i);
      guint       end = n_words > 0 ? g_array_index (words, Word, i + n_words - 1).end : word->end;
      gboolean    has_odd_shape;

      if (n_words > 0 && is_written_as_name (wide, word->start, end, &has_odd_shape))
        {
          gboolean          is_plain = n_words == 1 && !has_odd_shape && (i == 0 || is_everyday (word->folded));
          MusterToolMention mention = { word->start, end - word->start, is_list || !is_plain };

          g_array_append_val (mentions, mention);
        }
      i += MAX (n_words, 1);
    }
  if (!has_sure (mentions))
    g_array_set_size (mentions, 0);

  return mentions;
}

/**
 * muster_sentence_denies:
 *
 * Returns: whether a sentence says what is not so: whom it is about does not know what it names.
 */
gboolean
muster_sentence_denies (const char *sentence)
{
  static const char *const words[]
      = { "no",     "not",  "never", "without", "cannot", "lack",  "lacking", "nicht", "kein",  "keine",   "keinen",
          "keiner", "ohne", "nie",   "pas",     "sans",   "jamais", "aucun",  "aucune", "ne",   "sin",     "nunca",
          "ningun", "ninguna", "jamas", "tampoco", NULL };
  static const char *const signs[] = { "n't", "不", "没", "沒", "无", "無", "未" };
  g_autofree char *folded = muster_fold (sentence);
  g_auto (GStrv) all = g_strsplit_set (folded, " ,;:()", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (g_strv_contains (words, all[i]))
        return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (folded, signs[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}
