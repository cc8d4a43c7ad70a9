/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A degree is the longest phrase of the list "degrees"; "of Science" and a bracket behind it belong to it;
 * what follows "in", a comma or a dash is its area, else what stands before it. */

#include "muster-degree.h"
#include "muster-fold.h"
#include "muster-lexicon.h"

#include <string.h>

#define MAX_WORDS 40
#define MAX_PHRASE 4

typedef struct
{
  guint    start; /* code points */
  guint    end;
  char    *folded; /* letters and digits, apostrophes and hyphens */
  char     sign;   /* of what stands before it: ' ' , ( ) - : / */
  gboolean is_capital;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static gboolean
is_inner (const gunichar *text, glong n, glong i)
{
  gunichar c = text[i];

  if (g_unichar_isalnum (c) || g_unichar_ismark (c))
    return TRUE;

  return (c == '.' || c == '\'' || c == 0x2019 || c == '-') && i + 1 < n && g_unichar_isalnum (text[i + 1])
         && i > 0 && g_unichar_isalnum (text[i - 1]);
}

/* "B.Sc" -> "bsc": dots go, hyphens stay. */
static char *
dup_folded (const gunichar *text, glong from, glong to)
{
  g_autofree char *verbatim = g_ucs4_to_utf8 (text + from, to - from, NULL, NULL, NULL);
  g_autofree char *folded = muster_fold (verbatim != NULL ? verbatim : "");
  g_auto (GStrv) pieces = g_strsplit (folded, ".", -1);

  return g_strjoinv ("", pieces);
}

/* Chinese text has no blanks: every run of it up to four characters is tried as words of one character. */
static GArray *
cut_words (const char *text)
{
  GArray              *words = g_array_new (FALSE, TRUE, sizeof (Word));
  glong                n = 0, i = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, -1, &n);
  char                 sign = ' ';

  g_array_set_clear_func (words, word_clear);
  while (i < n && words->len < MAX_WORDS)
    {
      Word word = { .start = (guint) i, .sign = sign };

      if (!g_unichar_isalnum (wide[i]))
        {
          if (!g_unichar_isspace (wide[i]))
            sign = wide[i] < 0x80 ? (char) wide[i] : '-';
          i++;
          continue;
        }
      word.is_capital = g_unichar_isupper (wide[i]) && (i + 1 >= n || !g_unichar_islower (wide[i + 1]));
      if (muster_unichar_is_cjk (wide[i]))
        i++;
      else
        {
          while (i < n && is_inner (wide, n, i) && !muster_unichar_is_cjk (wide[i]))
            i++;
        }
      word.end = (guint) i;
      word.folded = dup_folded (wide, word.start, i);
      sign = ' ';
      g_array_append_val (words, word);
    }

  return words;
}

static const Word *
word_at (const GArray *words, guint i)
{
  return &g_array_index (words, Word, i);
}

/* Two letters that are words of other things too ("me", "be", "as") count in capitals only. */
static gboolean
is_doubtful (const Word *word)
{
  static const char *doubtful[]
      = { "me",        "be",        "ma",         "ms",        "ba",          "ab",     "sb",
          "aa",        "med",       "bed",        "mc",        "fp",          "but",    "cap",
          "eso",       "dr",        "md",         "march",     "ib",          "as",     "dea",
          "ged",       "higher",    "graduate",   "associate", "associates",  "master", "meister",
          "techniker", "technico",  "kaufmann",   "kauffrau",  "certificate", "doctor", "ingeniero",
          "ingenieur", "promotion", "vocational", "lehre" };

  for (gsize i = 0; i < G_N_ELEMENTS (doubtful); i++)
    {
      if (strcmp (word->folded, doubtful[i]) == 0)
        return strlen (word->folded) <= 5 && !word->is_capital;
    }

  return FALSE;
}

/* BSCS, MSEE, BSBA: capitals that begin as a degree does */
static gboolean
is_initials (const Word *word)
{
  gsize n = strlen (word->folded);

  return word->is_capital && n >= 3 && n <= 5
         && (g_str_has_prefix (word->folded, "bs") || g_str_has_prefix (word->folded, "ms"))
         && word->end - word->start == n;
}

/* Number of words from @i on that name a degree, 0 for none. */
static guint
match (const GArray *words, guint i, guint *level)
{
  const MusterLexicon *lexicon = muster_lexicon_get ("degrees");
  g_autoptr (GString) phrase = g_string_new (NULL);
  guint found = 0;

  for (guint n = 1; n <= MAX_PHRASE && i + n <= words->len; n++)
    {
      const Word *word = word_at (words, i + n - 1);
      gboolean    is_cjk = muster_unichar_is_cjk (g_utf8_get_char (word->folded));
      const char *value;

      if (n > 1 && word->sign != ' ' && word->sign != '\'' && word->sign != '.' && word->sign != '&')
        break;
      g_string_append_printf (phrase, "%s%s", n > 1 && !is_cjk ? " " : "", word->folded);
      value = muster_lexicon_lookup (lexicon, phrase->str);
      if (value == NULL && n == 1 && is_initials (word))
        value = word->folded[0] == 'b' ? "4" : "5";
      if (value == NULL || (n == 1 && is_doubtful (word)))
        continue;
      *level = (guint) g_ascii_strtoull (value, NULL, 10);
      found = n;
    }

  return found;
}

static gboolean
is_one_of (const Word *word, const char *list)
{
  g_autofree char *key = g_strconcat (" ", word->folded, " ", NULL);

  return strstr (list, key) != NULL;
}

/* "of Science", "of Business Administration", "Degree", "(Hons)", "Level 3" behind the degree */
static guint
extend (const GArray *words, guint end)
{
  if (end + 1 < words->len && word_at (words, end)->sign == ' ' && is_one_of (word_at (words, end), " of ")
      && is_one_of (word_at (words, end + 1),
                    " science sciences arts engineering laws law commerce technology education philosophy "
                    "business applied fine "
                    "computer nursing architecture music pharmacy social medicine surgery public "))
    {
      end += 2;
      if (end < words->len && word_at (words, end)->sign == ' '
          && is_one_of (word_at (words, end),
                        " administration science sciences arts applications studies work health management "))
        end++;
    }
  while (end < words->len
         && (word_at (words, end)->sign == ' ' || word_at (words, end)->sign == '('
             || word_at (words, end)->sign == '.')
         && is_one_of (word_at (words, end),
                       " degree hons honours honors distinction merit level with first second class 1 2 3 4 "
                       "5 professionnel "
                       "universitaire universitario oficial profesional studiengang "))
    end++;

  return end;
}

static void
set_area (MusterDegree *degree, const GArray *words, guint first, guint end)
{
  guint from = end, to = words->len;

  while (from < to
         && is_one_of (word_at (words, from),
                       " in of en im fur de des du der d major majoring specialization spezialisierung fach "
                       "fachrichtung mention option specialite especialidad als as the "))
    from++;
  if (from < to && word_at (words, from)->sign == '(')
    {
      guint close = from + 1;

      while (close < to && word_at (words, close)->sign != ')')
        close++;
      to = close;
    }
  if (from < to)
    {
      degree->area_start = word_at (words, from)->start;
      degree->area_length = word_at (words, to - 1)->end - degree->area_start;
    }
  else if (first > 0)
    {
      degree->area_start = word_at (words, 0)->start;
      degree->area_length = word_at (words, first - 1)->end - degree->area_start;
    }
}

/**
 * muster_text_find_degree:
 * @text: part of the header of a school
 *
 * Returns: whether @text names a degree; the first of the highest phrase counts.
 */
gboolean
muster_text_find_degree (const char *text, MusterDegree *degree)
{
  g_autoptr (GArray) words = cut_words (text);

  *degree = (MusterDegree){ 0 };
  for (guint i = 0; i < words->len; i++)
    {
      guint level = 0;
      guint n = match (words, i, &level);
      guint end;

      if (n == 0)
        continue;
      end = extend (words, i + n);
      degree->level = level;
      degree->degree_start = word_at (words, i)->start;
      degree->degree_length = word_at (words, end - 1)->end - degree->degree_start;
      set_area (degree, words, i, end);
      return TRUE;
    }

  return FALSE;
}
