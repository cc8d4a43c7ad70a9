/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second look at single words in the other languages. The language of a page does not know all its letters:
 * a name in a heading (Grünwald, Siobhán) loses its accents in English, and words of which Tesseract is
 * unsure may belong to another language. Bounded: a few dozen words of a page, about 10 ms each. */

#include "muster-recogniser-private.h"

#include <string.h>

#define MAX_UNSURE_WORDS 16
#define MAX_LARGE_WORDS 8
#define UNSURE_CONFIDENCE .72f
/* What is believed instead must be surer than before by this much. */
#define SURER_BY .12f
#define ACCENT_CONFIDENCE .75f
/* Larger than the page's usual size: the name, headings. */
#define LARGE_RATIO 1.55

static const char *const languages[] = { "deu", "fra", "spa", "eng" };

static char *
strip_accents (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString         *bare = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));

  return g_string_free (bare, FALSE);
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) != 0;

  return n;
}

/* (transfer full) (nullable): the word as @engine reads it alone. */
static char *
read_alone (TessBaseAPI *engine, const MusterRecognisedWord *word, PIX *picture, float *confidence)
{
  int margin = (word->bottom - word->top) / 4 + 2;
  int left = MAX (word->left - margin, 0), top = MAX (word->top - margin, 0);
  int right = MIN (word->right + margin, pixGetWidth (picture)),
      bottom = MIN (word->bottom + margin, pixGetHeight (picture));
  char            *raw;
  g_autofree char *text = NULL;

  TessBaseAPISetRectangle (engine, left, top, right - left, bottom - top);
  raw = TessBaseAPIGetUTF8Text (engine);
  *confidence = (float) TessBaseAPIMeanTextConf (engine) / 100;
  text = raw != NULL ? g_utf8_normalize (raw, -1, G_NORMALIZE_NFC) : NULL;
  TessDeleteText (raw);
  if (text == NULL || *g_strstrip (text) == '\0' || strpbrk (text, " \t\r\n") != NULL)
    return NULL;

  return g_steal_pointer (&text);
}

static gboolean
is_better (const MusterRecognisedWord *word, const char *text, float confidence, gboolean is_large)
{
  g_autofree char *bare = strip_accents (text), *bare_before = strip_accents (word->text);

  if (strcmp (text, word->text) == 0)
    return FALSE;
  if (strcmp (bare, bare_before) == 0)
    return strlen (text) > strlen (word->text) && confidence >= ACCENT_CONFIDENCE;

  return !is_large && confidence >= word->confidence + SURER_BY
         && ABS ((int) count_letters (text) - (int) count_letters (word->text)) <= 2;
}

static void
look_again (
    MusterRecognisedWord **chosen, guint n_chosen, gboolean is_large, PIX *picture, TessBaseAPI *engine)
{
  TessBaseAPISetPageSegMode (engine, PSM_SINGLE_WORD);
  TessBaseAPISetImage2 (engine, picture);
  TessBaseAPISetSourceResolution (engine, MAX (pixGetXRes (picture), 70));
  for (guint i = 0; i < n_chosen; i++)
    {
      float            confidence;
      g_autofree char *text = read_alone (engine, chosen[i], picture, &confidence);

      if (text != NULL && is_better (chosen[i], text, confidence, is_large))
        {
          g_free (chosen[i]->text);
          chosen[i]->text = g_steal_pointer (&text);
          chosen[i]->confidence = MAX (confidence, chosen[i]->confidence);
        }
    }
  TessBaseAPIClear (engine);
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
find_usual_size (const GArray *words)
{
  g_autofree double *sizes = g_new (double, words->len + 1);

  for (guint i = 0; i < words->len; i++)
    sizes[i] = g_array_index (words, MusterRecognisedWord, i).size_px;
  qsort (sizes, words->len, sizeof (double), compare_sizes);

  return words->len > 0 ? sizes[words->len / 2] : 0;
}

void
muster_recognised_words_look_again (GArray *words, PIX *picture, MusterEngines *engines, const char *read_in)
{
  MusterRecognisedWord *unsure[MAX_UNSURE_WORDS], *large[MAX_LARGE_WORDS];
  guint                 n_unsure = 0, n_large = 0;
  double                usual_size = find_usual_size (words);

  for (guint i = 0; i < words->len; i++)
    {
      MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);

      if (word->is_symbol || count_letters (word->text) < 3)
        continue;
      if (word->size_px > LARGE_RATIO * usual_size && n_large < MAX_LARGE_WORDS)
        large[n_large++] = word;
      else if (word->confidence < UNSURE_CONFIDENCE && n_unsure < MAX_UNSURE_WORDS)
        unsure[n_unsure++] = word;
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages) && n_unsure + n_large > 0; i++)
    {
      TessBaseAPI *engine
          = strcmp (languages[i], read_in) != 0 ? muster_engines_get (engines, languages[i]) : NULL;

      if (engine == NULL)
        continue;
      look_again (large, n_large, TRUE, picture, engine);
      look_again (unsure, n_unsure, FALSE, picture, engine);
    }
}
