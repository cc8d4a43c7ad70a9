/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Icons are cut off words and marked, words that were run together are parted, letters that were spaced are joined,
 * words of scripts without blanks are glued. Boxes of parts are shares of the whole by the number of characters. Pure
 * functions, any thread. */

#include "muster-word-repair.h"

#include "muster-glyph.h"

#include <math.h>
#include <string.h>

/* Letters are "spaced" when gaps inside a word are alike; a gap so many times the median ends the word. */
#define WORD_BREAK_RATIO 1.6
/* Letters farther apart stand for themselves. */
#define SPACED_EM 0.8
#define GLUE_GAP_EM 0.2
#define OCR_GLUE_GAP_EM 0.4
/* A word whose first letters have another colour or size goes on after less than the narrowest blank; without that,
 * after nothing. */
#define STYLED_GLUE_GAP_EM 0.13
#define TOUCHING_GAP_EM 0.04

static double
finite_or (double value, double otherwise)
{
  return isfinite (value) ? CLAMP (value, -1e5, 1e5) : otherwise;
}

/* Boxes from a hostile file may be anything; after this all numbers are finite and sizes positive. */
static void
sanitise (MusterWord *word)
{
  word->box.x = finite_or (word->box.x, 0);
  word->box.y = finite_or (word->box.y, 0);
  word->box.width = MAX (finite_or (word->box.width, 0), 0);
  word->box.height = MAX (finite_or (word->box.height, 0), 0);
  if (!isfinite (word->size_pt) || word->size_pt <= 0)
    word->size_pt = word->box.height;
  word->size_pt = CLAMP (word->size_pt, 1, 1000);
  word->baseline_pt = finite_or (word->baseline_pt, word->box.y + 0.8 * word->box.height);
}

/* The part of @word from byte @from to byte @to. */
static void
append_part (GArray *words, const MusterWord *word, gsize from, gsize to, MusterWordFlags flags, GStringChunk *strings)
{
  double     n = MAX (g_utf8_strlen (word->text, -1), 1);
  double     before = g_utf8_strlen (word->text, (gssize) from);
  double     inside = g_utf8_strlen (word->text + from, (gssize) (to - from));
  MusterWord part = *word;

  if (from > 0 || word->text[to] != '\0')
    part.text = g_string_chunk_insert_len (strings, word->text + from, (gssize) (to - from));
  part.box.x = word->box.x + word->box.width * before / n;
  part.box.width = word->box.width * inside / n;
  part.flags |= flags;
  if (from > 0 && !(flags & MUSTER_WORD_SYMBOL) && !(word->flags & MUSTER_WORD_SYMBOL)
      && !muster_glyph_is_symbol (g_utf8_get_char (word->text)))
    part.flags |= MUSTER_WORD_PARTED;
  if (from > 0)
    part.flags &= (MusterWordFlags) ~MUSTER_WORD_GLUED;
  g_array_append_val (words, part);
}

/* "2018-PresentSenior", "2020Senior": a year, then a capital that begins a new word. Returns the byte of that capital,
 * 0: none. Addresses may look like anything and are left alone. */
static gsize
find_run_together (const char *text)
{
  guint    n_digits = 0;
  gboolean has_year = FALSE;
  gunichar before = 0;

  if (strlen (text) < 8 || strpbrk (text, "@_?=&#+") != NULL || strstr (text, "www.") != NULL
      || strstr (text, "//") != NULL)
    return 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean begins_word
          = has_year && g_unichar_isupper (c) && g_unichar_islower (g_utf8_get_char (g_utf8_next_char (p)));

      if (begins_word && (g_unichar_islower (before) || n_digits == 4) && strlen (p) >= 4)
        return (gsize) (p - text);
      n_digits = g_unichar_isdigit (c) ? n_digits + 1 : 0;
      has_year = has_year || n_digits == 4;
      before = c;
    }

  return 0;
}

static void
append_repaired (GArray *words, const MusterWord *word, GStringChunk *strings)
{
  const char *text = word->text;
  const char *part = text;
  gsize       cut = find_run_together (text);
  gboolean    is_symbol = muster_glyph_is_symbol (g_utf8_get_char (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean this_is_symbol = muster_glyph_is_symbol (g_utf8_get_char (p));

      if (this_is_symbol == is_symbol && (cut == 0 || p != text + cut))
        continue;
      if (p > part)
        append_part (
            words, word, (gsize) (part - text), (gsize) (p - text), is_symbol ? MUSTER_WORD_SYMBOL : 0, strings);
      part = p;
      is_symbol = this_is_symbol;
    }
  append_part (words, word, (gsize) (part - text), strlen (text), is_symbol ? MUSTER_WORD_SYMBOL : 0, strings);
}

/**
 * muster_words_repair:
 * @strings: where new texts are kept
 *
 * Returns: (transfer full): array of MusterWord in the given order, with icons as words of their own, marked as
 * symbols, and with words parted that the file has run together.
 */
GArray *
muster_words_repair (const MusterWord *words, guint n_words, GStringChunk *strings)
{
  GArray *repaired = g_array_sized_new (FALSE, TRUE, sizeof (MusterWord), n_words + 16);

  for (guint i = 0; i < n_words; i++)
    {
      MusterWord word = words[i];

      sanitise (&word);
      append_repaired (repaired, &word, strings);
    }

  return repaired;
}

/** muster_word_gap_pt: Returns: the blank between two words on a line, negative where they overlap. */
double
muster_word_gap_pt (const MusterWord *before, const MusterWord *word)
{
  return word->box.x - (before->box.x + before->box.width);
}

/** muster_word_is_short: Returns: whether the word is one or two letters, as in letter-spaced text. */
gboolean
muster_word_is_short (const MusterWord *word)
{
  gunichar    first = g_utf8_get_char (word->text);
  const char *rest = g_utf8_next_char (word->text);

  if (!g_unichar_isalpha (first) || muster_glyph_is_ideograph (first))
    return FALSE;

  return *rest == '\0' || (g_unichar_isalpha (g_utf8_get_char (rest)) && *g_utf8_next_char (rest) == '\0');
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Whether the words are the letters of spaced text; then @median_pt is the gap between letters. */
static gboolean
is_letter_spaced (const MusterWord *words, guint n_words, double *median_pt)
{
  g_autofree double *gaps = NULL;
  guint              n_short = 0, n_single = 0, n_alike = 0;

  if (n_words < 4)
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    {
      n_short += muster_word_is_short (&words[i]);
      n_single += *g_utf8_next_char (words[i].text) == '\0';
    }
  if (n_short * 10 < n_words * 6 || n_single * 2 < n_words)
    return FALSE;

  gaps = g_new (double, n_words - 1);
  for (guint i = 1; i < n_words; i++)
    gaps[i - 1] = muster_word_gap_pt (&words[i - 1], &words[i]);
  qsort (gaps, n_words - 1, sizeof (double), (GCompareFunc) compare_doubles);
  *median_pt = gaps[(n_words - 1) / 2];
  for (guint i = 0; i < n_words - 1; i++)
    n_alike += gaps[i] > 0.5 * *median_pt && gaps[i] <= WORD_BREAK_RATIO * *median_pt;

  return *median_pt > 0 && *median_pt < SPACED_EM * words[0].size_pt && n_alike * 2 >= n_words - 1;
}

/**
 * muster_words_join_letters:
 * @words: those of one line, from left to right
 *
 * Joins the letters of spaced text ("J O H N") to words; other text stays as it is.
 *
 * Returns: how many words are left at the start of @words.
 */
guint
muster_words_join_letters (MusterWord *words, guint n_words, GStringChunk *strings)
{
  double median_pt = 0;
  guint  n_joined = 0;

  if (!is_letter_spaced (words, n_words, &median_pt))
    return n_words;

  for (guint i = 0; i < n_words;)
    {
      MusterWord joined = words[i];
      g_autoptr (GString) text = g_string_new (words[i].text);

      for (i++; i < n_words && muster_word_gap_pt (&words[i - 1], &words[i]) <= WORD_BREAK_RATIO * median_pt; i++)
        {
          g_string_append (text, words[i].text);
          joined.box = muster_box_union (joined.box, words[i].box);
          joined.flags &= words[i].flags;
          joined.confidence = MIN (joined.confidence, words[i].confidence);
        }
      joined.text = g_string_chunk_insert_len (strings, text->str, (gssize) text->len);
      words[n_joined++] = joined;
    }

  return n_joined;
}

/* Whether one word goes on in the other, as a person sees it. */
static gboolean
is_glued (const MusterWord *before, const MusterWord *word)
{
  gunichar last = g_utf8_get_char (g_utf8_find_prev_char (before->text, before->text + strlen (before->text)));
  gunichar first = g_utf8_get_char (word->text);
  double   gap_em = muster_word_gap_pt (before, word) / MIN (before->size_pt, word->size_pt);
  gboolean is_restyled
      = before->colour != word->colour || fabs (before->size_pt - word->size_pt) > 0.05 * word->size_pt;

  if (muster_glyph_is_ideograph (last) && muster_glyph_is_ideograph (first))
    return gap_em < (word->source == MUSTER_WORD_OCR ? OCR_GLUE_GAP_EM : GLUE_GAP_EM);
  if (word->source == MUSTER_WORD_OCR || gap_em < -0.5 || !g_unichar_isalnum (last) || !g_unichar_isalnum (first)
      || ((before->flags | word->flags) & (MUSTER_WORD_SYMBOL | MUSTER_WORD_PARTED)))
    return FALSE;

  return gap_em < (is_restyled ? STYLED_GLUE_GAP_EM : TOUCHING_GAP_EM);
}

/**
 * muster_words_glue:
 * @words: those of one line, in the order in which they are read
 *
 * Marks words that have no blank before them: in scripts without blanks those that stand close, parts of a word in
 * several styles, and those that the file says so of.
 */
void
muster_words_glue (MusterWord *words, guint n_words)
{
  if (n_words > 0)
    words[0].flags &= (MusterWordFlags) ~MUSTER_WORD_GLUED;
  for (guint i = 1; i < n_words; i++)
    {
      if (is_glued (&words[i - 1], &words[i]))
        words[i].flags |= MUSTER_WORD_GLUED;
    }
  for (guint i = 0; i < n_words; i++)
    words[i].flags &= (MusterWordFlags) ~MUSTER_WORD_PARTED;
}
