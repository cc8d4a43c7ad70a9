/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that Tesseract has found: gathered with their places, given sizes, joined where the script writes
 * without blanks, and at last put on a page in points. Pure but for the first. */

#include "muster-recogniser-private.h"

#include <math.h>
#include <string.h>

/* What a person sees where Tesseract found a letter for a bullet or an icon. */
#define BULLET "\xe2\x80\xa2"

static void
clear_word (gpointer word)
{
  g_free (((MusterRecognisedWord *) word)->text);
}

static void
collect_word (TessResultIterator *words, const TessPageIterator *places, guint line, GArray *to)
{
  char                *raw = TessResultIteratorGetUTF8Text (words, RIL_WORD);
  MusterRecognisedWord word = { .line = line };
  int                  x1, y1, x2, y2;

  if (raw != NULL
      && TessPageIteratorBoundingBox (places, RIL_WORD, &word.left, &word.top, &word.right, &word.bottom)
      && word.right > word.left && word.bottom > word.top)
    {
      word.text = g_utf8_normalize (raw, -1, G_NORMALIZE_NFC);
      word.confidence = (float) CLAMP (TessResultIteratorConfidence (words, RIL_WORD) / 100, 0, 1);
      word.baseline = word.bottom;
      if (TessPageIteratorBaseline (places, RIL_WORD, &x1, &y1, &x2, &y2))
        word.baseline = (y1 + y2) / 2.;
      if (word.text != NULL && *g_strstrip (word.text) != '\0' && strpbrk (word.text, " \t\r\n") == NULL)
        g_array_append_val (to, word);
      else
        g_free (word.text);
    }
  TessDeleteText (raw);
}

GArray *
muster_recognised_words_collect (TessBaseAPI *engine)
{
  TessResultIterator *words = TessBaseAPIGetIterator (engine);
  GArray             *found = g_array_new (FALSE, TRUE, sizeof (MusterRecognisedWord));
  guint               line = 0;

  g_array_set_clear_func (found, clear_word);
  if (words == NULL)
    return found;
  do
    {
      const TessPageIterator *places = TessResultIteratorGetPageIteratorConst (words);

      if (TessPageIteratorIsAtBeginningOf (places, RIL_TEXTLINE))
        line++;
      collect_word (words, places, line, found);
    }
  while (TessResultIteratorNext (words, RIL_WORD));
  TessResultIteratorDelete (words);

  return found;
}

static gboolean
has_any (const char *text, const char *set)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_ideograph (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static guint
count_alnum (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalnum (g_utf8_get_char (p)) != 0;

  return n;
}

/* What part of its font size a word is high, by the letters in it: x-height .50, ascenders and capitals .22
 * more, descenders .20 more. */
static double
height_ratio (const char *text)
{
  gboolean has_ascender = FALSE;
  gboolean has_descender = has_any (text, "gjpqyQ,;()[]{}|ßçş$@/");

  if (has_ideograph (text))
    return .92;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar         c = g_utf8_get_char (p);
      g_autofree char *base = g_utf8_normalize (p, (gssize) (g_utf8_next_char (p) - p), G_NORMALIZE_NFD);
      gboolean         is_accented = base != NULL && *g_utf8_next_char (base) != '\0';

      has_ascender |= g_unichar_isupper (c) || g_unichar_isdigit (c) || is_accented
                      || strchr ("bdfhijklt()[]{}|/@$&", (int) MIN (c, 127)) != NULL;
    }

  return .50 + (has_ascender ? .22 : 0) + (has_descender ? .20 : 0);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* Words of one line without a large gap between them are of one size in all likelihood: those near the median
 * get it, and those that cannot tell (dashes, dots) too. */
static void
even_out_sizes (GArray *words, guint first, guint end)
{
  g_autofree double *sizes = g_new (double, end - first);
  guint              n_sizes = 0;
  double             median;

  for (guint i = first; i < end; i++)
    {
      const MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);

      if (count_alnum (word->text) >= 2)
        sizes[n_sizes++] = word->size_px;
    }
  if (n_sizes == 0)
    return;
  qsort (sizes, n_sizes, sizeof (double), compare_doubles);
  median = sizes[n_sizes / 2];

  for (guint i = first; i < end; i++)
    {
      MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);

      if (count_alnum (word->text) < 2 || (word->size_px > .75 * median && word->size_px < 1.35 * median))
        word->size_px = median;
    }
}

void
muster_recognised_words_set_sizes (GArray *words)
{
  guint first = 0;

  for (guint i = 0; i < words->len; i++)
    {
      MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);

      word->size_px = (word->bottom - word->top) / height_ratio (word->text);
    }
  for (guint i = 1; i <= words->len; i++)
    {
      const MusterRecognisedWord *last = &g_array_index (words, MusterRecognisedWord, i - 1);
      const MusterRecognisedWord *word
          = i < words->len ? &g_array_index (words, MusterRecognisedWord, i) : NULL;

      if (word == NULL || word->line != last->line || word->left - last->right > 1.5 * last->size_px)
        {
          even_out_sizes (words, first, i);
          first = i;
        }
    }
}

/* Chinese has no blanks; Tesseract cuts it into pieces at its own liking. */
static gboolean
belong_together (const MusterRecognisedWord *a, const MusterRecognisedWord *b)
{
  const char *last = g_utf8_find_prev_char (a->text, a->text + strlen (a->text));
  double      height = MAX (a->bottom - a->top, b->bottom - b->top);

  return a->line == b->line && !a->is_symbol && !b->is_symbol && g_unichar_iswide (g_utf8_get_char (last))
         && g_unichar_iswide (g_utf8_get_char (b->text)) && b->left - a->right < .55 * height;
}

/* Name, sign, domain with a dot: no more than tells an address from "Analyst @Company". */
static gboolean
is_address (const char *text)
{
  const char *sign = strchr (text, '@');
  const char *dot = sign != NULL ? strchr (sign, '.') : NULL;

  return dot != NULL && sign > text && strchr (sign + 1, '@') == NULL && dot > sign + 1
         && g_ascii_isalpha (dot[1]);
}

/* An address that was cut at its dot or sign: "ana." "mueller@example.com". */
static gboolean
is_cut_address (const MusterRecognisedWord *a, const MusterRecognisedWord *b)
{
  g_autofree char *joined = NULL;
  char             last = a->text[strlen (a->text) - 1];

  if (a->line != b->line || a->is_symbol || b->is_symbol || b->left - a->right > .45 * a->size_px
      || (strchr ("@._-", last) == NULL && strchr ("@.", b->text[0]) == NULL) || is_address (a->text))
    return FALSE;
  joined = g_strconcat (a->text, b->text, NULL);

  return is_address (joined);
}

void
muster_recognised_words_join (GArray *words)
{
  for (guint i = 1; i < words->len;)
    {
      MusterRecognisedWord *a = &g_array_index (words, MusterRecognisedWord, i - 1);
      MusterRecognisedWord *b = &g_array_index (words, MusterRecognisedWord, i);
      char                 *text;

      if (!belong_together (a, b) && !is_cut_address (a, b))
        {
          i++;
          continue;
        }
      text = g_strconcat (a->text, b->text, NULL);
      g_free (a->text);
      a->text = text;
      a->top = MIN (a->top, b->top);
      a->right = MAX (a->right, b->right);
      a->bottom = MAX (a->bottom, b->bottom);
      a->confidence = MIN (a->confidence, b->confidence);
      g_array_remove_index (words, i);
    }
}

void
muster_recognised_words_add_to (const GArray *words, double points_per_px, MusterPage *page)
{
  for (guint i = 0; i < words->len; i++)
    {
      const MusterRecognisedWord *found = &g_array_index (words, MusterRecognisedWord, i);
      MusterWord                  word = {
                         .text = found->is_symbol ? BULLET : found->text,
                         .box = { found->left * points_per_px,
                                  found->top * points_per_px,
                                  (found->right - found->left) * points_per_px,
                                  (found->bottom - found->top) * points_per_px },
                         .baseline_pt = found->baseline * points_per_px,
                         .size_pt = found->size_px * points_per_px,
                         .source = MUSTER_WORD_OCR,
                         .confidence = found->confidence,
                         .link = -1,
      };

      if (found->is_bold)
        word.flags |= MUSTER_WORD_BOLD;
      if (found->is_symbol)
        word.flags |= MUSTER_WORD_SYMBOL;
      muster_page_add_word (page, &word);
    }
}
