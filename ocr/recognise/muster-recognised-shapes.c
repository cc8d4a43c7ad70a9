/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ink of recognised words tells beyond their letters: bullets and icons that were read as letters,
 * heavy strokes, and noise out of photographs. Tesseract has letters for everything; shapes know better.
 * Pure. */

#include "muster-recogniser-private.h"

#include <math.h>
#include <string.h>

/* A disc fills .785 of its square, a letter rarely more than half. */
#define SOLID_FILL .66
/* Icons are higher than the font size beside them, and letters only by a guess. */
#define ICON_HEIGHT 1.02
#define ICON_CONFIDENCE .94f
/* Heavier than the page's usual stroke by this factor is bold. */
#define BOLD_RATIO 1.28

/* The parts of a word's ink. */
typedef struct
{
  BOXA *boxes;
  NUMA *areas;
  int   n_ink;
} Parts;

static Parts
find_parts (const MusterRecognisedWord *word, PIX *binary)
{
  BOX  *box = boxCreate (word->left, word->top, word->right - word->left, word->bottom - word->top);
  PIX  *clip = pixClipRectangle (binary, box, NULL);
  PIXA *pieces = NULL;
  Parts parts = { 0 };

  boxDestroy (&box);
  if (clip == NULL)
    return parts;
  pixCountPixels (clip, &parts.n_ink, NULL);
  parts.boxes = pixConnComp (clip, &pieces, 8);
  parts.areas = pieces != NULL ? pixaCountPixels (pieces) : NULL;
  pixaDestroy (&pieces);
  pixDestroy (&clip);

  return parts;
}

static void
parts_clear (Parts *parts)
{
  boxaDestroy (&parts->boxes);
  numaDestroy (&parts->areas);
}

/* Whether nearly all ink is in filled discs or squares of one size: bullets, the dots of a rating. Heavy
 * letters are nearly solid too, but of different sizes. */
static gboolean
is_solid (const MusterRecognisedWord *word, PIX *binary)
{
  Parts    parts = find_parts (word, binary);
  int      n_solid = 0, largest = 0, smallest = G_MAXINT;
  gboolean is_told;

  for (int i = 0; parts.areas != NULL && i < boxaGetCount (parts.boxes); i++)
    {
      int width, height, area;

      boxaGetBoxGeometry (parts.boxes, i, NULL, NULL, &width, &height);
      numaGetIValue (parts.areas, i, &area);
      if (width < 3 || height < 3 || area <= SOLID_FILL * width * height || width >= 1.35 * height
          || height >= 1.35 * width)
        continue;
      n_solid += area;
      largest = MAX (largest, height);
      smallest = MIN (smallest, height);
    }
  is_told = parts.n_ink > 0 && n_solid > .88 * parts.n_ink && largest >= 3 && largest <= 1.3 * smallest + 1;
  parts_clear (&parts);

  return is_told;
}

/* A word of which Tesseract is sure is a word. */
static gboolean
may_be_dots (const MusterRecognisedWord *word)
{
  glong length = g_utf8_strlen (word->text, -1);

  return strchr (".:,;-", word->text[0]) == NULL && (length <= 2 || word->confidence < .93f);
}

/* Text that stands for no letters: © read for a circle, « for a bullet. */
static gboolean
is_mark (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xaa && g_utf8_get_char (p) != 0xba)
      return FALSE;

  return TRUE;
}

static gboolean
may_be_bullet (const char *text)
{
  static const char *const readings[]
      = { "e",  "o",  "O",  "0",  "¢",  "°",  "©",  "®",  "«",  "»",  "*",  "+", "=", "·",
          "•",  "-",  ".",  "s",  "a",  "¤",  "«.", "e.", "¢.", "*.", "»-", "%", "#", "®.",
          "©.", "°.", "v",  "v.", "y",  "Y",  ">",  "§",  "¥",  "■",  "□",  "▪", "●", "○",
          "~",  "+.", "=.", "〇", "。", "·.", "|",  "」", "ー", "一", "口", "@", "Q", "q" };

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (strcmp (readings[i], text) == 0)
      return TRUE;

  return FALSE;
}

static double
gap_after (const GArray *words, guint i)
{
  const MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);
  const MusterRecognisedWord *next
      = i + 1 < words->len ? &g_array_index (words, MusterRecognisedWord, i + 1) : NULL;

  return next != NULL && next->line == word->line ? next->left - word->right : -1;
}

static gboolean
starts_segment (const GArray *words, guint i)
{
  const MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);
  const MusterRecognisedWord *last = i > 0 ? &g_array_index (words, MusterRecognisedWord, i - 1) : NULL;

  return last == NULL || last->line != word->line || last->is_symbol
         || word->left - last->right > 1.2 * last->size_px;
}

/* A bullet is small beside its line; a hollow one is read as the letter o. */
static gboolean
is_bullet (const GArray *words, guint i, PIX *binary)
{
  const MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);
  const MusterRecognisedWord *next
      = &g_array_index (words, MusterRecognisedWord, MIN (i + 1, words->len - 1));
  double height = word->bottom - word->top, width = word->right - word->left;

  if (gap_after (words, i) < 0 || !may_be_bullet (word->text))
    return FALSE;
  if (is_mark (word->text) && strcmp (word->text, "-") != 0)
    return TRUE;

  /* against the size of what follows: the letter o is half as high as its font and not narrower than it is
   * high */
  return is_solid (word, binary)
         || (height < .44 * next->size_px && width < .6 * next->size_px && strcmp (word->text, "-") != 0);
}

/* "+49", "12": what an icon is never read for. */
static gboolean
has_number (const char *text)
{
  guint n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p) != 0;

  return n_digits >= 2;
}

/* Icons stand before what they mean and are taller than the letters of their line, or were read as no letters
 * at all. */
static gboolean
is_icon (const GArray *words, guint i)
{
  const MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);
  glong                       length = g_utf8_strlen (word->text, -1);
  double                      neighbour = 0;

  for (guint j = i + 1; j < words->len && j <= i + 3; j++)
    {
      const MusterRecognisedWord *other = &g_array_index (words, MusterRecognisedWord, j);

      if (other->line == word->line && g_utf8_strlen (other->text, -1) > 2)
        {
          neighbour = other->size_px;
          break;
        }
    }
  if (length > 3 || neighbour <= 0 || has_number (word->text))
    return FALSE;
  if (is_mark (word->text))
    return strcmp (word->text, "-") != 0 && strcmp (word->text, "—") != 0 && strcmp (word->text, "&") != 0;

  return word->bottom - word->top > ICON_HEIGHT * neighbour && word->confidence < ICON_CONFIDENCE;
}

void
muster_recognised_words_mark_symbols (GArray *words, PIX *binary)
{
  for (guint i = 0; i < words->len; i++)
    {
      MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);

      /* inside a line a short word is a word: "a", "is" */
      if (starts_segment (words, i))
        word->is_symbol = (may_be_dots (word) && is_solid (word, binary)) || is_bullet (words, i, binary)
                          || is_icon (words, i);
    }
}

/* The usual width of a stroke: the median of the runs of ink along the rows. */
static double
stroke_width (const MusterRecognisedWord *word, PIX *binary)
{
  guint n_of[64] = { 0 };
  guint n_runs = 0, seen = 0;

  for (int y = MAX (word->top, 0); y < MIN (word->bottom, pixGetHeight (binary)); y++)
    {
      const l_uint32 *line = pixGetData (binary) + (gsize) y * pixGetWpl (binary);
      guint           run = 0;

      for (int x = MAX (word->left, 0); x <= MIN (word->right, pixGetWidth (binary) - 1); x++)
        if (GET_DATA_BIT (line, x))
          run++;
        else if (run > 0)
          {
            n_of[MIN (run, 63)]++;
            n_runs++;
            run = 0;
          }
    }
  for (guint i = 1; i < 64; i++)
    {
      double before = seen;

      seen += n_of[i];
      if (n_runs > 0 && 2 * seen >= n_runs)
        return i - 1 + (n_runs / 2. - before) / MAX (n_of[i], 1);
    }

  return 0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

void
muster_recognised_words_set_bold (GArray *words, PIX *binary)
{
  g_autofree double *ratios = g_new0 (double, words->len + 1);
  g_autofree double *sorted = g_new0 (double, words->len + 1);
  guint              n_sorted = 0;
  double             usual;

  for (guint i = 0; i < words->len; i++)
    {
      const MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i);

      if (word->is_symbol || g_utf8_strlen (word->text, -1) < 2 || word->size_px <= 0)
        continue;
      ratios[i] = stroke_width (word, binary) / word->size_px;
      sorted[n_sorted++] = ratios[i];
    }
  if (n_sorted < 5)
    return;
  qsort (sorted, n_sorted, sizeof (double), compare_doubles);
  usual = sorted[n_sorted * 2 / 5]; /* most words of a page are of the lighter kind */

  for (guint i = 0; i < words->len; i++)
    g_array_index (words, MusterRecognisedWord, i).is_bold = ratios[i] > BOLD_RATIO * usual;
}

static guint
count_alnum (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalnum (g_utf8_get_char (p)) != 0;

  return n;
}

/* Noise: scraps that were read without trust, and marks at the edges. Addresses and numbers are never trusted
 * much and always kept. */
void
muster_recognised_words_drop_noise (GArray *words, PIX *binary)
{
  int width = pixGetWidth (binary), height = pixGetHeight (binary);

  for (guint i = words->len; i > 0; i--)
    {
      const MusterRecognisedWord *word = &g_array_index (words, MusterRecognisedWord, i - 1);
      gboolean                    is_at_edge
          = word->left <= 2 || word->top <= 2 || word->right >= width - 2 || word->bottom >= height - 2;
      guint n_alnum = count_alnum (word->text);

      if (word->is_symbol || n_alnum > 4)
        continue;
      if (word->confidence < .12f || (word->confidence < .4f && n_alnum <= 2)
          || (n_alnum == 0 && word->confidence < .5f)
          || (is_at_edge && (word->confidence < .6f || n_alnum <= 2)))
        g_array_remove_index (words, i - 1);
    }
}
