/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every second point of the page's width is tried: the rows in which nothing crosses it form runs, and a run whose
 * sides are columns is a gutter. Symbols cross nothing: rules, dots and icons are decoration. */

#include "muster-gutter.h"

#include "muster-sides.h"

#define STEP_PT 2.0
#define MOST_STEPS 700
/* Heights that differ by less than this share of the page are as good as equal: then the gutter with more rows beside
 * it is better. */
#define SAME_HEIGHT_RATIO 0.03

#define SLACK_EM 0.8
#define SLACK_RATIO 0.15

typedef struct
{
  const MusterSegments *segments;
  const guint          *ids;
  const guint          *rows;
  guint                 n_ids;
  double                page_height_pt;
  MusterSidesRow       *scratch;    /* room for as many rows */
  guint                 last_first; /* the run that was judged last, and how many segments it had on the left */
  guint                 last_end;
  guint                 last_left;
} Search;

static const MusterSegment *
segment_at (const Search *search, guint i)
{
  return muster_segments_index (search->segments, search->ids[i]);
}

static gboolean
is_left_of (const MusterSegment *segment, double x)
{
  return segment->left + segment->right < 2 * x;
}

/* Whether the run was judged at the last x with the same segments on both sides. */
static gboolean
is_judged (Search *search, double x, guint first, guint end)
{
  guint    n_left = 0;
  gboolean is_same;

  for (guint i = first; i < end; i++)
    n_left += is_left_of (segment_at (search, i), x);
  is_same = n_left == 0 || n_left == end - first
            || (search->last_first == first && search->last_end == end && search->last_left == n_left);
  search->last_first = first;
  search->last_end = end;
  search->last_left = n_left;

  return is_same;
}

static void
add_to (MusterSidePart *part, const MusterSegment *segment)
{
  if (part->n_segments++ == 0)
    part->first = segment;
  part->last = segment;
}

/* Looks at ids @first to @end: are they columns beside x, and better ones than @best? */
static void
judge (Search *search, double x, guint first, guint end, MusterGutter *best)
{
  MusterSides sides = { .rows = search->scratch, .is_crossed_below = end < search->n_ids };
  double      same = SAME_HEIGHT_RATIO * search->page_height_pt;

  if (is_judged (search, x, first, end))
    return;

  for (guint i = first; i < end;)
    {
      guint          row = search->rows[i];
      MusterSidePart left = { 0 }, right = { 0 };

      for (; i < end && search->rows[i] == row; i++)
        {
          const MusterSegment *segment = segment_at (search, i);

          if (!(segment->flags & MUSTER_WORD_SYMBOL))
            add_to (is_left_of (segment, x) ? &left : &right, segment);
        }
      muster_sides_add_row (&sides, row, left, right);
    }

  if (!muster_sides_are_columns (&sides, search->page_height_pt) || sides.height_pt < best->height_pt - same
      || (sides.height_pt <= best->height_pt + same && sides.n_side_rows <= best->n_side_rows))
    return;

  best->x = sides.x;
  best->first_row = sides.rows[0].row;
  best->last_row = sides.rows[sides.n_rows - 1].row;
  best->height_pt = sides.height_pt;
  best->n_side_rows = sides.n_side_rows;
  best->is_text = sides.is_text;
}

/* Whether the segment lies across x. Recognised boxes may reach a few letters too far. */
static gboolean
is_across (const MusterSegment *segment, double x)
{
  double slack = 1;

  if (segment->is_recognised)
    slack = MAX (slack, MIN (SLACK_EM * segment->size_pt, SLACK_RATIO * (segment->right - segment->left)));

  return segment->left < x - slack && segment->right > x + slack && !(segment->flags & MUSTER_WORD_SYMBOL);
}

/* Judges the runs along x. */
static void
try_x (Search *search, double x, MusterGutter *best)
{
  guint first = 0;

  for (guint i = 0; i <= search->n_ids; i++)
    {
      guint end = i, next = i + 1;

      if (i < search->n_ids)
        {
          if (!is_across (segment_at (search, i), x))
            continue;
          while (end > first && search->rows[end - 1] == search->rows[i])
            end--;
          while (next < search->n_ids && search->rows[next] == search->rows[i])
            next++;
        }
      if (end > first)
        judge (search, x, first, end, best);
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
  g_autofree MusterSidesRow *scratch = g_new (MusterSidesRow, n_ids + 1);
  Search                     search = { segments, ids, rows, n_ids, MAX (page_height_pt, 1), scratch, 0, 0, 0 };
  double                     left = G_MAXDOUBLE, right = -G_MAXDOUBLE, step;

  for (guint i = 0; i < n_ids; i++)
    {
      left = MIN (left, segment_at (&search, i)->left);
      right = MAX (right, segment_at (&search, i)->right);
    }
  step = MAX (STEP_PT, (right - left) / MOST_STEPS);

  *gutter = (MusterGutter){ 0 };
  for (double x = left + step; x < right; x += step)
    try_x (&search, x, gutter);

  return gutter->n_side_rows > 0;
}
