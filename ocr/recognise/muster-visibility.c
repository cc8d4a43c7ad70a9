/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a text layer can be seen. Each word is looked up in one drawing of its page: ink in its box, of
 * another tone than the ground there, that is more than a line running through. What is drawn in the tone of
 * the ground, is smaller than any eye reads, lies off the page or under other words is hidden. Any thread;
 * costs about as much as copying the page. */

#include "muster-visibility.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <string.h>

/* Grey steps of 255 that an eye tells apart on paper; the faintest honest grey on white seen in resumes has
 * about 40. */
#define SEEN_STEPS 14
#define TINY_PT 2.5
/* A tone is the ground of a box when this share of the box has it. */
#define GROUND_SHARE .5
/* Fonts leave this share of their height free above and below; a neighbour's line may not. */
#define FONT_MARGIN_RATIO .08
/* Rows and columns of ink that run through are lines, not letters. */
#define LINE_SHARE .9

typedef struct
{
  MusterHidden hidden;
  gboolean     is_sliver; /* only its upper or lower edge can be seen */
  gboolean is_left_out; /* neither seen nor hidden: painted twice, or cut off by the end of the page and whole
                           on the next */
} Verdict;

/* A word's box in pixels, inside the drawing. */
typedef struct
{
  int left;
  int top;
  int width;
  int height;
} PixelBox;

/* @trim_ratio: share of the height to leave off above and below. */
static gboolean
find_pixels (const PIX *drawing, MusterBox box, double trim_ratio, PixelBox *pixels)
{
  double scale = pixGetXRes (drawing) / 72.;
  double trim = trim_ratio * box.height;
  int    right, bottom;

  pixels->left = MAX ((int) floor (box.x * scale), 0);
  pixels->top = MAX ((int) floor ((box.y + trim) * scale), 0);
  right = MIN ((int) ceil ((box.x + box.width) * scale), pixGetWidth (drawing));
  bottom = MIN ((int) ceil ((box.y + box.height - trim) * scale), pixGetHeight (drawing));
  pixels->width = right - pixels->left;
  pixels->height = bottom - pixels->top;

  return pixels->width > 0 && pixels->height > 0;
}

static guint
tone_at (const PIX *drawing, int x, int y)
{
  return GET_DATA_BYTE (pixGetData ((PIX *) drawing) + (gsize) y * (gsize) pixGetWpl (drawing), x);
}

/* The tone that most of the box has, and how much of the box is within a few steps of it. */
static guint
find_ground (const PIX *drawing, const PixelBox *pixels, double *share)
{
  guint n_of[256] = { 0 };
  guint ground = 0, n_near = 0;

  for (int y = pixels->top; y < pixels->top + pixels->height; y++)
    for (int x = pixels->left; x < pixels->left + pixels->width; x++)
      n_of[tone_at (drawing, x, y)]++;
  for (guint i = 1; i < 256; i++)
    if (n_of[i] >= n_of[ground])
      ground = i;
  for (int i = MAX ((int) ground - 8, 0); i <= MIN ((int) ground + 8, 255); i++)
    n_near += n_of[i];
  *share = (double) n_near / ((double) pixels->width * pixels->height);

  return ground;
}

/* The ink of a box, counted once. */
typedef struct
{
  guint n_all;
  guint n_letters; /* without rows and columns that are nothing but ink: lines */
  int   first_row; /* of the ink, from the top of the box; -1: none */
  int   last_row;
} Ink;

static Ink
measure_ink (const PIX *drawing, const PixelBox *pixels, guint ground)
{
  g_autofree guint *n_in_column = g_new0 (guint, pixels->width);
  Ink               ink = { .first_row = -1, .last_row = -1 };
  guint             n_line_rows = 0;

  for (int y = 0; y < pixels->height; y++)
    {
      const l_uint32 *line
          = pixGetData ((PIX *) drawing) + (gsize) (pixels->top + y) * (gsize) pixGetWpl (drawing);
      guint n_in_row = 0;

      for (int x = 0; x < pixels->width; x++)
        {
          guint is_ink = ABS ((int) GET_DATA_BYTE (line, pixels->left + x) - (int) ground) > SEEN_STEPS;

          n_in_row += is_ink;
          n_in_column[x] += is_ink;
        }
      ink.n_all += n_in_row;
      if (n_in_row >= LINE_SHARE * pixels->width)
        n_line_rows++;
      else
        ink.n_letters += n_in_row;
      if (n_in_row > 0)
        {
          ink.first_row = ink.first_row < 0 ? y : ink.first_row;
          ink.last_row = y;
        }
    }
  for (int x = 0; x < pixels->width; x++)
    if (n_in_column[x] >= LINE_SHARE * pixels->height)
      ink.n_letters -= MIN (ink.n_letters, n_in_column[x] - MIN (n_in_column[x], n_line_rows));

  return ink;
}

static guint
count_letters (const char *text)
{
  guint n_letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalnum (g_utf8_get_char (p)) != 0;

  return n_letters;
}

static guint
tone_of_colour (guint32 colour)
{
  return (77 * (colour >> 16 & 255) + 151 * (colour >> 8 & 255) + 28 * (colour & 255)) >> 8;
}

/* What the page's edge has cut off: only the upper or lower rim of the letters is there. */
static gboolean
is_sliver (const PIX *drawing, const MusterWord *word, guint ground)
{
  PixelBox pixels;
  Ink      ink;

  if (!find_pixels (drawing, word->box, -.1, &pixels))
    return FALSE;
  ink = measure_ink (drawing, &pixels, ground);

  return ink.n_all > 0 && (ink.last_row < .35 * pixels.height || ink.first_row > .65 * pixels.height);
}

static Verdict
judge_ink (const PIX *drawing, const MusterWord *word)
{
  PixelBox pixels;
  double   ground_share, need;
  guint    ground, n_letters = count_letters (word->text);
  Ink      ink;

  if (!find_pixels (drawing, word->box, FONT_MARGIN_RATIO, &pixels))
    return (Verdict){ .hidden = MUSTER_HIDDEN_OFF_PAGE };

  ground = find_ground (drawing, &pixels, &ground_share);
  if (ground_share >= GROUND_SHARE && ABS ((int) tone_of_colour (word->colour) - (int) ground) <= SEEN_STEPS)
    return (Verdict){ .hidden = MUSTER_HIDDEN_NO_CONTRAST };

  /* A full stop is a hundredth of its box, letters are a tenth and more. */
  need = MAX (1, (n_letters > 0 ? .01 : .002) * pixels.width * pixels.height);
  ink = measure_ink (drawing, &pixels, ground);
  if (ink.n_all < need || (n_letters >= 2 && (ink.n_letters < need || ink.last_row < .3 * pixels.height)))
    return (Verdict){ .hidden = MUSTER_HIDDEN_NO_CONTRAST, .is_sliver = is_sliver (drawing, word, ground) };

  return (Verdict){ 0 };
}

static Verdict
judge_word (const PIX *drawing, const MusterPage *page, const MusterWord *word)
{
  double x = word->box.x + word->box.width / 2, y = word->box.y + word->box.height / 2;

  if (word->source == MUSTER_WORD_TYPESET || (word->flags & MUSTER_WORD_SYMBOL))
    return (Verdict){ 0 };
  if (x < 0 || y < 0 || x > muster_page_get_width_pt (page) || y > muster_page_get_height_pt (page))
    return (Verdict){ .hidden = MUSTER_HIDDEN_OFF_PAGE };
  if (MAX (word->size_pt, MIN (word->box.height, word->box.width)) < TINY_PT)
    return (Verdict){ .hidden = MUSTER_HIDDEN_TINY };

  return judge_ink (drawing, word);
}

/* Two words at one place cannot both be read. */
static gboolean
is_same_place (const MusterWord *a, const MusterWord *b)
{
  double smaller = MIN (muster_box_area (a->box), muster_box_area (b->box));
  double ratio = a->box.height / MAX (b->box.height, .01);

  return ratio > .6 && ratio < 1.7 && muster_box_overlap_area (a->box, b->box) > .5 * smaller;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const MusterWord *const *first = a, *const *second = b;

  return ((*first)->box.y > (*second)->box.y) - ((*first)->box.y < (*second)->box.y);
}

/* Of two different words at one place the one painted first lies under the other; a word painted twice (a
 * shadow, a heavier look) counts once. The array is sorted by the top edge. */
static void
judge_overprinting (GPtrArray *by_top, Verdict *verdicts, const MusterWord *first)
{
  double tallest_pt = 0;

  for (guint i = 0; i < by_top->len; i++)
    tallest_pt = MAX (tallest_pt, ((const MusterWord *) g_ptr_array_index (by_top, i))->box.height);
  tallest_pt = MIN (tallest_pt, 100);

  for (guint i = 0; i < by_top->len; i++)
    for (guint j = i + 1; j < by_top->len; j++)
      {
        const MusterWord *a = g_ptr_array_index (by_top, i), *b = g_ptr_array_index (by_top, j);
        Verdict          *under = &verdicts[MIN (a, b) - first];

        if (b->box.y > a->box.y + tallest_pt)
          break;
        if (((a->flags | b->flags) & MUSTER_WORD_SYMBOL) || verdicts[a - first].hidden != MUSTER_VISIBLE
            || verdicts[b - first].hidden != MUSTER_VISIBLE || !is_same_place (a, b))
          continue;
        if (strcmp (a->text, b->text) == 0)
          under->is_left_out = TRUE;
        else
          under->hidden = MUSTER_HIDDEN_OVERPRINTED;
      }
}

/* Programs that cut a long picture of text into pages cut through a line: its edge stands at the foot of one
 * page, all of it on the next. Nobody hides anything there. */
#define EDGE_SHARE .08

static void
leave_out_cut_rows (GPtrArray *by_top, Verdict *verdicts, const MusterWord *first, double page_height_pt)
{
  for (guint i = 0; i < by_top->len; i++)
    {
      const MusterWord *cut = g_ptr_array_index (by_top, i);
      double            middle_pt = cut->box.y + cut->box.height / 2;

      if (!verdicts[cut - first].is_sliver
          || (middle_pt > EDGE_SHARE * page_height_pt && middle_pt < (1 - EDGE_SHARE) * page_height_pt))
        continue;
      for (guint j = 0; j < by_top->len; j++)
        {
          const MusterWord *other = g_ptr_array_index (by_top, j);

          if (fabs (other->box.y + other->box.height / 2 - middle_pt) < .5 * cut->box.height
              && verdicts[other - first].hidden == MUSTER_HIDDEN_NO_CONTRAST)
            verdicts[other - first].is_left_out = TRUE;
        }
    }
}

static MusterPage *
copy_frame (const MusterPage *page)
{
  MusterPage *copy = muster_page_new (
      muster_page_get_number (page), muster_page_get_width_pt (page), muster_page_get_height_pt (page));
  guint             n_links, n_pictures, n_hidden;
  const MusterLink *links = muster_page_get_links (page, &n_links);
  const MusterBox  *pictures = muster_page_get_pictures (page, &n_pictures);
  const MusterWord *hidden = muster_page_get_hidden_words (page, &n_hidden);

  for (guint i = 0; i < n_links; i++)
    muster_page_add_link (copy, links[i].uri, links[i].box);
  for (guint i = 0; i < n_pictures; i++)
    muster_page_add_picture (copy, pictures[i]);
  for (guint i = 0; i < n_hidden; i++)
    muster_page_add_word (copy, &hidden[i]);

  return copy;
}

/* More words than any page shows: they are judged by their ink alone, not against each other. */
#define MAX_PAIRED_WORDS 20000

/**
 * muster_visibility_judge:
 *
 * Returns: (transfer full): a new page; words painted twice at one place are in it once.
 */
MusterPage *
muster_visibility_judge (const MusterPage *page, PIX *drawing)
{
  guint               n_words;
  const MusterWord   *words = muster_page_get_words (page, &n_words);
  g_autofree Verdict *verdicts = g_new0 (Verdict, n_words + 1);
  g_autoptr (GPtrArray) by_top = g_ptr_array_new ();
  MusterPage *judged;

  g_return_val_if_fail (pixGetDepth (drawing) == 8 && pixGetXRes (drawing) > 0, NULL);

  for (guint i = 0; i < n_words; i++)
    {
      verdicts[i] = judge_word (drawing, page, &words[i]);
      g_ptr_array_add (by_top, (gpointer) &words[i]);
    }
  if (n_words <= MAX_PAIRED_WORDS)
    {
      g_ptr_array_sort (by_top, compare_tops);
      judge_overprinting (by_top, verdicts, words);
      leave_out_cut_rows (by_top, verdicts, words, muster_page_get_height_pt (page));
    }

  judged = copy_frame (page);
  for (guint i = 0; i < n_words; i++)
    {
      MusterWord word = words[i];

      word.hidden = verdicts[i].hidden;
      if (!verdicts[i].is_left_out)
        muster_page_add_word (judged, &word);
    }

  return judged;
}

/**
 * muster_visibility_ink_share:
 * @drawing: 8-bit grey
 *
 * Returns: share of the pixels that are clearly darker or lighter than the ground of the page, 0..1.
 */
double
muster_visibility_ink_share (PIX *drawing)
{
  PixelBox pixels = { 0, 0, pixGetWidth (drawing), pixGetHeight (drawing) };
  double   ground_share;
  guint    ground = find_ground (drawing, &pixels, &ground_share);
  guint    n_ink = 0, n_seen = 0;

  /* every third row is enough to tell */
  for (int y = 0; y < pixels.height; y += 3)
    for (int x = 0; x < pixels.width; x++, n_seen++)
      n_ink += ABS ((int) tone_at (drawing, x, y) - (int) ground) > 3 * SEEN_STEPS;

  return (double) n_ink / n_seen;
}
