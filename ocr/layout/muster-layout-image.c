/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small grey picture of a page that nets see: every pixel is the mean of the part of the page that it stands for.
 * What must not be seen is painted with the ground around it first. Pure functions, any thread. */

#include "muster-layout.h"

#include <math.h>
#include <string.h>

#define N_GREYS 32 /* the ground is looked for among so many greys */
/* Painting more than so many times the page is an attack; such a page becomes blank. */
#define MOST_PAINTED_PAGES 16
/* A picture with so many words on it is a background; a photo has none. */
#define BACKGROUND_WORDS 5
#define MOST_COMPARED 2000000

typedef struct
{
  guchar *grey;
  guint   width;
  guint   height;
  gsize   n_painted; /* pixels */
} Picture;

typedef struct
{
  guint left;
  guint top;
  guint right; /* behind the last */
  guint bottom;
} Pixels;

static Pixels
to_pixels (const MusterPage *page, const Picture *picture, MusterBox box)
{
  double x_ratio = picture->width / MAX (muster_page_get_width_pt (page), 1);
  double y_ratio = picture->height / MAX (muster_page_get_height_pt (page), 1);

  return (Pixels){ (guint) CLAMP (floor (box.x * x_ratio), 0, picture->width),
                   (guint) CLAMP (floor (box.y * y_ratio), 0, picture->height),
                   (guint) CLAMP (ceil ((box.x + box.width) * x_ratio), 0, picture->width),
                   (guint) CLAMP (ceil ((box.y + box.height) * y_ratio), 0, picture->height) };
}

static void
count (const Picture *picture, guint x, guint y, guint *n_of_grey)
{
  n_of_grey[picture->grey[(gsize) y * picture->width + x] * N_GREYS / 256]++;
}

/* The most frequent grey just outside the pixels; white where they fill the page. */
static guchar
find_ground (const Picture *picture, Pixels at)
{
  guint n_of_grey[N_GREYS] = { 0 };
  guint best = N_GREYS - 1;

  for (guint x = at.left; x < at.right; x++)
    {
      if (at.top > 1)
        count (picture, x, at.top - 2, n_of_grey);
      if (at.bottom + 1 < picture->height)
        count (picture, x, at.bottom + 1, n_of_grey);
    }
  for (guint y = at.top; y < at.bottom; y++)
    {
      if (at.left > 1)
        count (picture, at.left - 2, y, n_of_grey);
      if (at.right + 1 < picture->width)
        count (picture, at.right + 1, y, n_of_grey);
    }
  for (guint i = 0; i < N_GREYS; i++)
    best = n_of_grey[i] > n_of_grey[best] ? i : best;

  return (guchar) (best * 255 / (N_GREYS - 1));
}

static gboolean
is_painted_out (const Picture *picture)
{
  return picture->n_painted > (gsize) MOST_PAINTED_PAGES * picture->width * picture->height;
}

static void
paint_over (const MusterPage *page, Picture *picture, MusterBox box)
{
  Pixels at;
  guchar ground;

  if (!muster_box_is_valid (box) || is_painted_out (picture))
    return;

  at = to_pixels (page, picture, box);
  if (at.left >= at.right || at.top >= at.bottom)
    return;
  picture->n_painted += (gsize) (at.right - at.left) * (at.bottom - at.top);
  if (is_painted_out (picture))
    {
      memset (picture->grey, 255, (gsize) picture->width * picture->height);
      return;
    }
  ground = find_ground (picture, at);
  for (guint y = at.top; y < at.bottom; y++)
    memset (picture->grey + (gsize) y * picture->width + at.left, ground, at.right - at.left);
}

static guint
count_words_on (const MusterPage *page, MusterBox box)
{
  guint             n_words, n_on = 0;
  const MusterWord *words = muster_page_get_words (page, &n_words);

  for (guint i = 0; i < n_words; i++)
    n_on
        += muster_box_contains (box, words[i].box.x + words[i].box.width / 2, words[i].box.y + words[i].box.height / 2);

  return n_on;
}

/* A picture under a text is a background: its words are put back, letters and what lies between them. */
static void
put_back_words (const MusterPage *page, Picture *picture, const guchar *grey, guint stride, MusterBox background)
{
  guint             n_words;
  const MusterWord *words = muster_page_get_words (page, &n_words);

  for (guint i = 0; i < n_words && !is_painted_out (picture); i++)
    {
      Pixels at;

      if (!muster_box_is_valid (words[i].box) || muster_box_overlap_area (words[i].box, background) <= 0)
        continue;
      at = to_pixels (page, picture, words[i].box);
      for (guint y = at.top; y < at.bottom; y++)
        memcpy (picture->grey + (gsize) y * picture->width + at.left,
                grey + (gsize) y * stride + at.left,
                at.right - at.left);
      picture->n_painted += (gsize) (at.right - at.left) * (at.bottom - at.top);
    }
}

/* Pictures that carry a text; there may be so many words and pictures that none is looked for. */
static void
put_back_backgrounds (const MusterPage *page, Picture *picture, const guchar *grey, guint stride)
{
  guint            n_pictures, n_words;
  const MusterBox *pictures = muster_page_get_pictures (page, &n_pictures);

  muster_page_get_words (page, &n_words);
  if ((guint64) n_pictures * n_words > MOST_COMPARED)
    return;

  for (guint i = 0; i < n_pictures; i++)
    {
      if (count_words_on (page, pictures[i]) >= BACKGROUND_WORDS)
        put_back_words (page, picture, grey, stride, pictures[i]);
    }
}

/* How much of cell @cell of @n_cells, laid over @length pixels, pixel @pixel covers: 0..1. */
static double
cover (guint pixel, guint cell, guint n_cells, guint length)
{
  double from = (double) cell * length / n_cells;
  double to = (double) (cell + 1) * length / n_cells;

  return MAX (MIN (pixel + 1.0, to) - MAX ((double) pixel, from), 0);
}

/* Adds one row of pixels, weighted, to the sums of one row of cells. */
static void
add_row (const guchar *row, guint width, double weight, double *sums)
{
  for (guint cell = 0; cell < MUSTER_LAYOUT_WIDTH; cell++)
    {
      guint  first = (guint) ((guint64) cell * width / MUSTER_LAYOUT_WIDTH);
      guint  last = (guint) (((guint64) (cell + 1) * width - 1) / MUSTER_LAYOUT_WIDTH);
      double sum = 0;

      if (first == last)
        sum = row[first] * cover (first, cell, MUSTER_LAYOUT_WIDTH, width);
      else
        {
          guint inside = 0;

          for (guint x = first + 1; x < last; x++)
            inside += row[x];
          sum = inside + row[first] * cover (first, cell, MUSTER_LAYOUT_WIDTH, width)
                + row[last] * cover (last, cell, MUSTER_LAYOUT_WIDTH, width);
        }
      sums[cell] += weight * sum;
    }
}

static GBytes *
average (const Picture *picture)
{
  guchar *image = g_malloc (MUSTER_LAYOUT_WIDTH * MUSTER_LAYOUT_HEIGHT);
  double  area = (double) picture->width * picture->height / (MUSTER_LAYOUT_WIDTH * MUSTER_LAYOUT_HEIGHT);

  for (guint cell = 0; cell < MUSTER_LAYOUT_HEIGHT; cell++)
    {
      guint  first = (guint) ((guint64) cell * picture->height / MUSTER_LAYOUT_HEIGHT);
      guint  last = (guint) (((guint64) (cell + 1) * picture->height - 1) / MUSTER_LAYOUT_HEIGHT);
      double sums[MUSTER_LAYOUT_WIDTH] = { 0 };

      for (guint y = first; y <= last; y++)
        add_row (picture->grey + (gsize) y * picture->width,
                 picture->width,
                 cover (y, cell, MUSTER_LAYOUT_HEIGHT, picture->height),
                 sums);
      for (guint x = 0; x < MUSTER_LAYOUT_WIDTH; x++)
        image[cell * MUSTER_LAYOUT_WIDTH + x] = (guchar) CLAMP (lround (sums[x] / area), 0, 255);
    }

  return g_bytes_new_take (image, MUSTER_LAYOUT_WIDTH * MUSTER_LAYOUT_HEIGHT);
}

/**
 * muster_layout_image_new:
 * @page: with its words and pictures
 * @grey: the upright page, one byte a pixel, white 255
 * @width: in pixels
 * @stride: bytes from one row to the next
 *
 * Returns: (transfer full): MUSTER_LAYOUT_HEIGHT rows of MUSTER_LAYOUT_WIDTH bytes, the whole page stretched to that
 * shape; pictures, but for words that stand on them, and hidden words are painted over with the ground around them.
 */
GBytes *
muster_layout_image_new (const MusterPage *page, const guchar *grey, guint width, guint height, guint stride)
{
  g_return_val_if_fail (width > 0 && height > 0 && stride >= width, NULL);

  g_autofree guchar *copy = g_malloc ((gsize) width * height);
  Picture            picture = { copy, width, height, 0 };
  guint              n_pictures, n_hidden;
  const MusterBox   *pictures = muster_page_get_pictures (page, &n_pictures);
  const MusterWord  *hidden = muster_page_get_hidden_words (page, &n_hidden);

  for (guint y = 0; y < height; y++)
    memcpy (copy + (gsize) y * width, grey + (gsize) y * stride, width);
  for (guint i = 0; i < n_pictures; i++)
    paint_over (page, &picture, pictures[i]);
  put_back_backgrounds (page, &picture, grey, stride);
  for (guint i = 0; i < n_hidden; i++)
    paint_over (page, &picture, hidden[i].box);

  return average (&picture);
}
