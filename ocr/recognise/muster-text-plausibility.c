/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does text look like a language at all? Text layers of fonts whose letters are numbered at will give words
 * such as "&XUULFXOXP": letters of the wrong classes in the wrong order. No word list: names and other
 * languages must pass. Pure, any thread. */

#include "muster-page-plan.h"

#include <string.h>

typedef enum
{
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_JOINER, /* what may stand inside a word, a date, an address: - . , / : @ ' & + _ */
  CLASS_MARK,   /* what may stand at its ends: quotes, brackets, ! ? ; */
  CLASS_ODD,
} CharacterClass;

typedef struct
{
  guint n_characters;
  guint n_of[CLASS_ODD + 1];
  guint n_turns; /* changes between lower and upper case inside the word, but for a first capital */
  guint n_marks_inside;
  guint n_latin;
  guint n_vowels;
  guint n_scripts; /* distinct ones among its letters; Han and the kana count as one */
} WordShape;

static CharacterClass
classify (gunichar c)
{
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return CLASS_LETTER;
  if (g_unichar_isdigit (c))
    return CLASS_DIGIT;
  if (c < 128 && strchr ("-.,/:@'&+_#%=~", (int) c) != NULL)
    return CLASS_JOINER;
  if (c == 0x2019 || c == 0xb7 || (c >= 0x2010 && c <= 0x2015))
    return CLASS_JOINER;
  if (g_unichar_ispunct (c) && g_unichar_type (c) != G_UNICODE_PRIVATE_USE)
    return CLASS_MARK;

  return CLASS_ODD;
}

static gboolean
is_vowel (gunichar c)
{
  g_autofree char *base = NULL;
  char             utf8[8] = { 0 };

  g_unichar_to_utf8 (g_unichar_tolower (c), utf8);
  base = g_utf8_normalize (utf8, -1, G_NORMALIZE_NFD);

  return base != NULL
         && (strchr ("aeiouy", base[0]) != NULL || c == 0xe6 || c == 0xf8 || c == 0x153 || c == 0x131);
}

static GUnicodeScript
script_of (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA
      || script == G_UNICODE_SCRIPT_BOPOMOFO)
    return G_UNICODE_SCRIPT_HAN;

  return script;
}

static WordShape
measure (const char *text)
{
  WordShape      shape = { 0 };
  GUnicodeScript last_script = G_UNICODE_SCRIPT_INVALID_CODE;
  gunichar       last = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      CharacterClass class = classify (c);
      gboolean is_end = p == text || *g_utf8_next_char (p) == '\0';

      shape.n_characters++;
      shape.n_of[class]++;
      if (class == CLASS_MARK && !is_end)
        shape.n_marks_inside++;
      if (class == CLASS_LETTER && g_unichar_isalpha (c))
        {
          if (script_of (c) == G_UNICODE_SCRIPT_LATIN)
            {
              shape.n_latin++;
              shape.n_vowels += is_vowel (c);
            }
          if (script_of (c) != last_script)
            shape.n_scripts++;
          last_script = script_of (c);
          if (last != 0 && g_unichar_islower (last) && g_unichar_isupper (c))
            shape.n_turns++;
          last = c;
        }
    }

  return shape;
}

/* 0..1 for one word */
static double
judge_word (const MusterWord *word)
{
  WordShape shape = measure (word->text);
  double    score = 1;

  if (word->flags & MUSTER_WORD_SYMBOL)
    return g_unichar_type (g_utf8_get_char (word->text)) == G_UNICODE_PRIVATE_USE ? 0 : 1;

  score -= 2. * shape.n_of[CLASS_ODD] / shape.n_characters;
  score -= .25 * shape.n_marks_inside;
  score -= .2 * MAX ((int) shape.n_turns - 1, 0);
  if (shape.n_scripts > 2)
    score -= .5;
  /* addresses, numbers and abbreviations need no vowels; longer runs of letters do */
  if (shape.n_latin >= 5 && shape.n_of[CLASS_DIGIT] == 0 && shape.n_of[CLASS_JOINER] <= 1)
    {
      double vowels = (double) shape.n_vowels / shape.n_latin;

      if (vowels < .12)
        score -= .8;
      else if (vowels < .2 || vowels > .85)
        score -= .3;
    }
  if (shape.n_of[CLASS_LETTER] + shape.n_of[CLASS_DIGIT] == 0 && shape.n_characters > 2)
    score -= .5;

  return CLAMP (score, 0, 1);
}

/* The nine commonest letters of the languages in Latin script make up 55 to 72 of a hundred; in text whose
 * letters are numbered at will, 15 to 35. Short text does not tell. */
#define COMMON_LETTERS "eainrstol"
#define ENOUGH_LETTERS 60
#define RUBBISH_SHARE .36
#define LANGUAGE_SHARE .48

static double
judge_letters (const MusterWord *words, guint n_words)
{
  guint n_letters = 0, n_common = 0;

  for (guint i = 0; i < n_words; i++)
    for (const char *p = words[i].text; *p != '\0' && !(words[i].flags & MUSTER_WORD_SYMBOL); p++)
      if (g_ascii_isalpha (*p))
        {
          n_letters++;
          n_common += strchr (COMMON_LETTERS, g_ascii_tolower (*p)) != NULL;
        }
  if (n_letters < ENOUGH_LETTERS)
    return 1;

  return CLAMP (((double) n_common / n_letters - RUBBISH_SHARE) / (LANGUAGE_SHARE - RUBBISH_SHARE), .1, 1);
}

/**
 * muster_text_plausibility:
 *
 * Returns: the mean over words, weighted by their length, no more than what the frequency of letters allows;
 * 1 for no words at all.
 */
double
muster_text_plausibility (const MusterWord *words, guint n_words)
{
  double sum = 0, weights = 0;

  for (guint i = 0; i < n_words; i++)
    {
      double weight = (double) MIN (g_utf8_strlen (words[i].text, -1), 20);

      sum += weight * judge_word (&words[i]);
      weights += weight;
    }

  return weights > 0 ? MIN (sum / weights, judge_letters (words, n_words)) : 1;
}
