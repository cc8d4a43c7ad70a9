/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts small words of eight languages in Latin script, and letters of the scripts that decide by
 * themselves. Resumes are short on small words and long on names, so the words that head their sections count
 * too. A tie is no answer. */

#include "muster-language.h"

/* So many hits at least, and so many times more than the next language. */
#define MIN_HITS 3
#define MIN_LEAD 1.3

typedef enum
{
  SCRIPT_LATIN,
  SCRIPT_HAN,
  SCRIPT_KANA,
  SCRIPT_HANGUL,
  SCRIPT_CYRILLIC,
  SCRIPT_GREEK,
  SCRIPT_ARABIC,
  SCRIPT_HEBREW,
  SCRIPT_THAI,
  N_SCRIPTS,
} Script;

static const struct
{
  const char *language;
  const char *words;
} lists[] = {
  { "en",
    "the and of for with from by to at on as was were is are has have had this that which who their its all "
    "into through "
    "experience education skills work employment university references summary languages present managed "
    "developed responsible" },
  { "de",
    "der die das und mit von für bei zur zum im auf als ist wurde den dem des ein eine einer nach über durch "
    "seit bis sowie oder "
    "berufserfahrung ausbildung kenntnisse lebenslauf sprachen sprachkenntnisse heute geboren schule studium "
    "universität" },
  { "fr",
    "le la les des du et de en pour avec dans sur par au aux une un est été ses leur depuis chez ou "
    "expérience expériences formation compétences langues professionnelle professionnelles université "
    "gestion "
    "courant" },
  { "es",
    "el la los las del y de en para con por una un se es su al como desde hasta o "
    "experiencia educación formación habilidades idiomas laboral universidad gestión actualidad "
    "conocimientos" },
  { "it",
    "il lo la gli le del della dei delle e di in per con da una un è nel nella al alla come presso "
    "esperienza esperienze istruzione formazione competenze lingue università gestione attuale conoscenza" },
  { "pt",
    "o os as do da dos das e de em para com por uma um é no na ao como desde até ou "
    "experiência experiências educação formação habilidades idiomas universidade gestão atual "
    "conhecimentos" },
  { "nl",
    "de het een en van voor met bij op te naar als is was zijn aan door tot of heden werk "
    "werkervaring opleiding opleidingen vaardigheden talen universiteit ervaring kennis" },
  { "pl",
    "i w na z do oraz dla od przez jest się o po za lub przy "
    "doświadczenie wykształcenie umiejętności języki zawodowe uniwersytet obecnie praca" },
};

struct _MusterLanguageGuess
{
  GHashTable *words; /* word -> bit per language */
  guint       n_hits[G_N_ELEMENTS (lists)];
  guint       n_letters[N_SCRIPTS];
  guint       n_ukrainian; /* letters that Russian does not have */
};

MusterLanguageGuess *
muster_language_guess_new (void)
{
  MusterLanguageGuess *self = g_new0 (MusterLanguageGuess, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) words = g_strsplit (lists[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, words[j]));

          g_hash_table_replace (self->words, g_strdup (words[j]), GUINT_TO_POINTER (bits | 1u << i));
        }
    }

  return self;
}

void
muster_language_guess_free (MusterLanguageGuess *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

static Script
script_of (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
      return SCRIPT_HAN;
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return SCRIPT_KANA;
    case G_UNICODE_SCRIPT_HANGUL:
      return SCRIPT_HANGUL;
    case G_UNICODE_SCRIPT_CYRILLIC:
      return SCRIPT_CYRILLIC;
    case G_UNICODE_SCRIPT_GREEK:
      return SCRIPT_GREEK;
    case G_UNICODE_SCRIPT_ARABIC:
      return SCRIPT_ARABIC;
    case G_UNICODE_SCRIPT_HEBREW:
      return SCRIPT_HEBREW;
    case G_UNICODE_SCRIPT_THAI:
      return SCRIPT_THAI;
    default:
      return SCRIPT_LATIN;
    }
}

/**
 * muster_language_guess_add:
 * @word: as on the page; punctuation around it does not matter
 */
void
muster_language_guess_add (MusterLanguageGuess *self, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autoptr (GString) letters = g_string_new (NULL);
  guint bits;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      self->n_letters[script_of (c)]++;
      self->n_ukrainian += c == 0x0456 || c == 0x0457 || c == 0x0454 || c == 0x0491;
      g_string_append_unichar (letters, c);
    }

  bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, letters->str));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    self->n_hits[i] += bits >> i & 1;
}

static const char *
guess_by_script (const MusterLanguageGuess *self)
{
  const guint *n = self->n_letters;
  guint        others = 0;
  guint        best = SCRIPT_HAN;

  for (guint i = SCRIPT_HAN; i < N_SCRIPTS; i++)
    {
      others += n[i];
      if (n[i] > n[best])
        best = i;
    }

  /* A character of Chinese or Korean says as much as three or four letters; names and terms in Latin script
   * abound beside them. */
  if (others < 10 || 4 * others < n[SCRIPT_LATIN])
    return NULL;
  if (n[SCRIPT_KANA] * 10 > n[SCRIPT_HAN] + n[SCRIPT_KANA] && (best == SCRIPT_HAN || best == SCRIPT_KANA))
    return "ja";

  switch (best)
    {
    case SCRIPT_HAN:
      return "zh";
    case SCRIPT_HANGUL:
      return "ko";
    case SCRIPT_CYRILLIC:
      return self->n_ukrainian * 50 > n[SCRIPT_CYRILLIC] ? "uk" : "ru";
    case SCRIPT_GREEK:
      return "el";
    case SCRIPT_ARABIC:
      return "ar";
    case SCRIPT_HEBREW:
      return "he";
    case SCRIPT_THAI:
      return "th";
    default:
      return NULL;
    }
}

const char *
muster_language_guess_get (const MusterLanguageGuess *self)
{
  const char *by_script = guess_by_script (self);
  guint       best = 0, second = 0;

  if (by_script != NULL)
    return by_script;

  for (guint i = 1; i < G_N_ELEMENTS (lists); i++)
    if (self->n_hits[i] > self->n_hits[best])
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (i != best)
      second = MAX (second, self->n_hits[i]);

  if (self->n_hits[best] < MIN_HITS || self->n_hits[best] < MIN_LEAD * second)
    return "";

  return lists[best].language;
}
