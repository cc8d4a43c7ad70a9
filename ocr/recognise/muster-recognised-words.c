/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what Tesseract has found to words of a page: boxes in points, sizes from the letters' heights, bullets as symbols, noise left out. */

#include "muster-recogniser-private.h"

#include <math.h>
#include <string.h>

static gboolean
has_any (const char *text, const char *set)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_iswide (c);
}

/* Letters reach up or down by their kind; what is left gives the size of the font. */
static double
size_of_letters (const char *text, double height_pt)
{
  gboolean has_ascender = FALSE;
  gboolean has_descender = has_any (text, "gjpqyQ,;()[]{}|ßçş$@/");

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_han (c))
        return height_pt / .92;
      has_ascender |= g_unichar_isupper (c) || g_unichar_isdigit (c) || g_utf8_strchr ("bdfhijklt()[]{}|/ß@äöüéèñáíóúàâêîôûë", -1, c) != NULL;
    }

  return height_pt / (.50 + (has_ascender ? .22 : 0) + (has_descender ? .20 : 0));
}

static void
add_word (TessResultIterator *words, TessPageIterator *places, double points_per_px, MusterPage *to)
{
  char *raw = TessResultIteratorGetUTF8Text (words, RIL_WORD);
  int   left, top, right, bottom, x1, y1, x2, y2;

  if (raw != NULL && TessPageIteratorBoundingBox (places, RIL_WORD, &left, &top, &right, &bottom))
    {
      g_autofree char *text = g_utf8_normalize (raw, -1, G_NORMALIZE_NFC);
      double           height_pt = (bottom - top) * points_per_px;
      MusterWord       word = {
              .text = text != NULL ? g_strstrip (text) : "",
              .box = { left * points_per_px, top * points_per_px, (right - left) * points_per_px, height_pt },
              .baseline_pt = bottom * points_per_px,
              .source = MUSTER_WORD_OCR,
              .confidence = (float) CLAMP (TessResultIteratorConfidence (words, RIL_WORD) / 100, 0, 1),
              .link = -1,
      };

      if (*word.text != '\0' && strpbrk (word.text, " \t\n") == NULL)
        {
          word.size_pt = size_of_letters (word.text, height_pt);
          if (TessPageIteratorBaseline (places, RIL_WORD, &x1, &y1, &x2, &y2))
            word.baseline_pt = (y1 + y2) / 2. * points_per_px;
          muster_page_add_word (to, &word);
        }
    }
  TessDeleteText (raw);
}

void
muster_recognised_words_add (TessBaseAPI *engine, PIX *picture, double points_per_px, MusterPage *to)
{
  TessResultIterator *words = TessBaseAPIGetIterator (engine);

  if (words == NULL)
    return;
  do
    add_word (words, TessResultIteratorGetPageIterator (words), points_per_px, to);
  while (TessResultIteratorNext (words, RIL_WORD));
  TessResultIteratorDelete (words);
}
