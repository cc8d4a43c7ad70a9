/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every second point of the page's width is tried: the rows in which nothing crosses it form runs, and a tall run with text on both sides
 * is a gutter unless the two sides are rows of one text (dates in the margin, labels before values, tables). */

#include "muster-gutter.h"

#include "muster-heading.h"

#include <math.h>

#define STEP_PT 2.0
#define MOST_STEPS 700
/* Shares of the page's height: of the run, and of the part where both sides have text. */
#define RUN_RATIO 0.22
#define OVERLAP_RATIO 0.10
#define FEWEST_ROWS 3
/* A column holds at least this share of the other's text. */
#define TEXT_RATIO 0.05
/* Baselines that differ by less (of one em) are one row of text, not two columns that happen to be close. */
#define ALIGNED_EM 0.15
/* More rows than this share aligned: the sides belong together. */
#define ALIGNED_RATIO 0.6
#define MOST_HEADINGS 16

/* One side of a gutter. */
typedef struct
{
  guint                n_rows;
  double               top;
  double               bottom;
  const MusterSegment *headings[MOST_HEADINGS]; /* those with text below that looks different */
  guint                n_headings;
  gboolean             is_free[MOST_HEADINGS];  /* no heading stands beside it */
  const MusterSegment *open_heading; /* the last row, if it looks like a heading */
  gboolean             is_open_free;
  double               text_pt; /* widths of its segments */
} Side;

typedef struct
{
  const MusterSegments *segments;
  const guint          *ids;
  const guint          *rows;
  guint                 n_ids;
  double                page_height_pt;
} Search;

static const MusterSegment *
segment_at (const Search *search, guint i)
{
  return muster_segments_index (search->segments, search->ids[i]);
}

/* Takes the segments of one row that stand on one side. */
static void
add_row (Side *side, const MusterSegment *first, guint n_segments, const MusterSegment *beside)
{
  const MusterSegment *above = side->open_heading;

  if (n_segments == 0)
    return;

  if (above != NULL && !muster_heading_has_style (first, above) && first->top - above->bottom < 2.5 * above->size_pt
      && side->n_headings < MOST_HEADINGS)
    {
      side->headings[side->n_headings] = above;
      side->is_free[side->n_headings++] = side->is_open_free;
    }
  side->open_heading = first->is_heading && n_segments == 1 ? first : NULL;
  side->is_open_free = beside == NULL || !beside->is_heading;
  side->n_rows++;
}

static void
extend (Side *side, const MusterSegment *segment)
{
  side->top = MIN (side->top, segment->top);
  side->bottom = MAX (side->bottom, segment->bottom);
  side->text_pt += segment->right - segment->left;
}

/* Whether both sides have headings of one style, and those of the side with fewer rows do not merely stand beside some of the other. */
static gboolean
share_headings (const Side *fewer, const Side *more)
{
  for (guint i = 0; i < fewer->n_headings; i++)
    {
      for (guint j = 0; j < more->n_headings; j++)
        {
          if (fewer->is_free[i] && muster_heading_has_style (fewer->headings[i], more->headings[j]))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_left_of (const MusterSegment *segment, double x)
{
  return segment->left + segment->right < 2 * x;
}

/* Looks at ids @first to @end: how do both sides of x stand to each other? */
static gboolean
judge (const Search *search, double x, guint first, guint end, MusterGutter *gutter)
{
  Side   left = { .top = G_MAXDOUBLE, .bottom = -G_MAXDOUBLE };
  Side   right = left;
  guint  n_aligned = 0, n_near = 0;
  double height, share, near_share;

  for (guint i = first; i < end;)
    {
      guint                row = search->rows[i];
      const MusterSegment *last_left = NULL, *first_left = NULL, *first_right = NULL;
      guint                n_left = 0, n_right = 0;

      for (; i < end && search->rows[i] == row; i++)
        {
          const MusterSegment *segment = segment_at (search, i);

          if (segment->flags & MUSTER_WORD_SYMBOL)
            continue;
          if (is_left_of (segment, x))
            {
              first_left = n_left++ == 0 ? segment : first_left;
              last_left = segment;
              extend (&left, segment);
            }
          else
            {
              first_right = n_right++ == 0 ? segment : first_right;
              extend (&right, segment);
            }
        }
      add_row (&left, first_left, n_left, first_right);
      add_row (&right, first_right, n_right, last_left);
      if (n_left > 0 && n_right > 0)
        {
          double em = MIN (last_left->size_pt, first_right->size_pt);

          n_near++;
          n_aligned += fabs (last_left->baseline_pt - first_right->baseline_pt) < ALIGNED_EM * em;
        }
    }

  height = MIN (left.bottom, right.bottom) - MAX (left.top, right.top);
  const Side *fewer = left.n_rows <= right.n_rows ? &left : &right;
  const Side *more = fewer == &left ? &right : &left;

  if (MIN (left.text_pt, right.text_pt) < TEXT_RATIO * MAX (left.text_pt, right.text_pt))
    return FALSE;
  if (fewer->n_rows < FEWEST_ROWS || height < OVERLAP_RATIO * search->page_height_pt
      || MAX (left.bottom, right.bottom) - MIN (left.top, right.top) < RUN_RATIO * search->page_height_pt)
    return FALSE;

  share = (double) n_aligned / fewer->n_rows;
  near_share = (double) n_near / fewer->n_rows;
  if (!share_headings (fewer, more) && (left.n_headings + right.n_headings > 0 ? share : near_share) >= ALIGNED_RATIO)
    return FALSE;

  gutter->x = x;
  gutter->first_row = search->rows[first];
  gutter->last_row = search->rows[end - 1];
  gutter->height_pt = height;

  return TRUE;
}

/* The best run along x. */
static void
try_x (const Search *search, double x, MusterGutter *best)
{
  guint first = 0;

  for (guint i = 0; i <= search->n_ids; i++)
    {
      MusterGutter gutter;
      guint        end = i, next = i + 1;

      if (i < search->n_ids)
        {
          const MusterSegment *segment = segment_at (search, i);

          if (segment->left >= x - 1 || segment->right <= x + 1 || (segment->flags & MUSTER_WORD_SYMBOL))
            continue;
          while (end > first && search->rows[end - 1] == search->rows[i])
            end--;
          while (next < search->n_ids && search->rows[next] == search->rows[i])
            next++;
        }
      if (end > first && judge (search, x, first, end, &gutter) && gutter.height_pt > best->height_pt + 1)
        *best = gutter;
      first = next;
      i = next - 1;
    }
}

/** muster_gutter_is_left: Returns: whether the segment, if it is in the rows of the gutter, stands left of it. */
gboolean
muster_gutter_is_left (const MusterGutter *gutter, const MusterSegment *segment)
{
  return is_left_of (segment, gutter->x);
}

/**
 * muster_gutter_find:
 * @ids: segments as sorted by muster_rows_assign()
 * @rows: their rows
 * @gutter: (out): set where there is one
 *
 * Returns: whether text of these segments stands in columns.
 */
gboolean
muster_gutter_find (const MusterSegments *segments,
                    const guint          *ids,
                    guint                 n_ids,
                    const guint          *rows,
                    double                page_height_pt,
                    MusterGutter         *gutter)
{
  Search search = { segments, ids, rows, n_ids, page_height_pt };
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, step;

  if (n_ids < 2 * FEWEST_ROWS)
    return FALSE;

  for (guint i = 0; i < n_ids; i++)
    {
      left = MIN (left, segment_at (&search, i)->left);
      right = MAX (right, segment_at (&search, i)->right);
    }
  step = MAX (STEP_PT, (right - left) / MOST_STEPS);

  gutter->height_pt = 0;
  for (double x = left + step; x < right; x += step)
    try_x (&search, x, gutter);

  return gutter->height_pt > 0;
}
