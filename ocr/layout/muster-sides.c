/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns have headings of their own, text that wraps, baselines that do not care for the other side. Dates in a
 * margin, labels before values and cells of a table stand on the baselines of the other side, are narrow and have no
 * headings. */

#include "muster-sides-private.h"

#include "muster-heading.h"

#include <math.h>

/* Shares of the page's height, of the rows between the first and the last and of the part where both sides have text;
 * the smaller ones hold where headings leave no doubt. */
#define RUN_RATIO 0.22
#define OVERLAP_RATIO 0.10
#define SURE_RUN_RATIO 0.09
#define SURE_OVERLAP_RATIO 0.06
/* Columns without any heading are lists, unless they are so tall. */
#define TEXT_OVERLAP_RATIO 0.5
#define FEWEST_ROWS 3
/* A column holds at least this share of the other's text. */
#define TEXT_RATIO 0.05
/* Baselines that differ by less (of one em) are one row of text, not two columns that happen to be close. */
#define ALIGNED_EM 0.15
#define RECOGNISED_ALIGNED_EM 0.25
/* More rows than this share aligned: the sides belong together. */
#define ALIGNED_RATIO 0.6
/* Fewer rows than this share have text beside them: one side stands in the gaps of the other, as headings that are set
 * out do. */
#define BESIDE_RATIO 0.3
#define OUT_OF_STEP_EM 1.3
/* A narrow row goes on below another: so close, no wider. */
#define BELOW_EM 2.0
#define NARROW_EM 10.0
#define MOST_HEADINGS 16
/* A line that goes on in the next is at least so wide, in em and as a share of its side. */
#define WRAPPED_EM 11.0
#define MANY_WRAPPED 3
#define WRAPPED_RATIO 0.7
#define WRAPPED_LEADING_EM 2.8
#define WRAPPED_LEADING_RATIO 1.3
/* Dates and places in a margin are narrower, in em. */
#define WIDE_EM 16.0
typedef struct
{
  guint                n_rows;
  guint                n_wrapped;
  double               widest_em;
  double               leading_pt; /* the smallest distance of two rows */
  double               top;
  double               bottom;
  double               left;
  double               right;
  double               text_pt;                 /* widths of its segments */
  const MusterSegment *headings[MOST_HEADINGS]; /* those with text below that looks different */
  gboolean             is_free[MOST_HEADINGS];  /* other text stands beside it */
  gboolean             is_alone[MOST_HEADINGS]; /* nothing stands beside it */
  guint                n_headings;
} Side;

/** muster_sides_add_row: Adds a row below the others; both parts may be empty. There must be room for it. */
void
muster_sides_add_row (MusterSides *self, guint row, MusterSidePart left, MusterSidePart right)
{
  if (left.n_segments + right.n_segments == 0)
    return;

  self->rows[self->n_rows++] = (MusterSidesRow){ row, left, right };
}

/* Whether @below goes on with the text of @part: close below it, in the same style, at the same edge. */
static gboolean
is_wrapped (const Side *side, const MusterSidePart *part, const MusterSidePart *below)
{
  const MusterSegment *line = part->first;
  const MusterSegment *next = below->first;
  double               width = line->right - line->left;

  return part->n_segments == 1 && below->n_segments == 1 && width >= WRAPPED_EM * line->size_pt
         && width >= WRAPPED_RATIO * (side->right - side->left)
         && next->level_pt - line->level_pt < WRAPPED_LEADING_EM * line->size_pt
         && next->level_pt - line->level_pt < WRAPPED_LEADING_RATIO * side->leading_pt
         && fabs (next->size_pt - line->size_pt) < 0.1 * line->size_pt && !line->heading
         && (fabs (next->left - line->left) < 1.5 * line->size_pt
             || fabs (next->right - line->right) < 0.5 * line->size_pt);
}

static void
measure (const MusterSides *self, gboolean is_left, Side *side)
{
  const MusterSegment *above = NULL;

  *side = (Side){ .top = G_MAXDOUBLE, .bottom = -G_MAXDOUBLE, .left = G_MAXDOUBLE, .right = -G_MAXDOUBLE };
  side->leading_pt = G_MAXDOUBLE;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const MusterSidePart *part = muster_sides_row_get_part (&self->rows[i], is_left);

      if (part->n_segments == 0)
        continue;
      side->n_rows++;
      side->top = MIN (side->top, part->first->top);
      side->bottom = MAX (side->bottom, part->first->bottom);
      side->left = MIN (side->left, part->first->left);
      side->right = MAX (side->right, part->last->right);
      side->text_pt += part->last->right - part->first->left;
      if (above != NULL)
        side->leading_pt = MIN (side->leading_pt, MAX (part->first->level_pt - above->level_pt, part->first->size_pt));
      above = part->first;
      if (part->n_segments == 1)
        side->widest_em = MAX (side->widest_em, (part->first->right - part->first->left) / part->first->size_pt);
    }
}

/* Whether the row above or below has only the other side, so close that it would touch: rows of two texts that are not
 * in step. */
static gboolean
is_out_of_step (const MusterSides *self, const MusterSidesRow *row, gboolean is_left)
{
  const MusterSegment *heading = muster_sides_row_get_part (row, is_left)->first;

  for (int step = -1; step <= 1; step += 2)
    {
      const MusterSidesRow *other = row + step;

      if (other >= self->rows && other < self->rows + self->n_rows
          && muster_sides_row_get_part (other, is_left)->n_segments == 0
          && fabs (muster_sides_row_get_any (other)->level_pt - heading->level_pt) < OUT_OF_STEP_EM * heading->size_pt)
        return TRUE;
    }

  return FALSE;
}

static void
find_headings (const MusterSides *self, gboolean is_left, Side *side)
{
  const MusterSidesRow *above = NULL;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const MusterSidePart *part = muster_sides_row_get_part (&self->rows[i], is_left);
      const MusterSidePart *last = above != NULL ? muster_sides_row_get_part (above, is_left) : NULL;
      const MusterSegment  *heading = last != NULL ? last->first : NULL;

      if (part->n_segments == 0)
        continue;
      side->n_wrapped += last != NULL && is_wrapped (side, last, part);
      if (heading != NULL && heading->heading && last->n_segments == 1
          && !muster_heading_has_style (part->first, heading)
          && part->first->top - heading->bottom < MUSTER_HEADING_GAP_EM * heading->size_pt
          && side->n_headings < MOST_HEADINGS)
        {
          const MusterSidePart *beside = muster_sides_row_get_part (above, !is_left);

          side->headings[side->n_headings] = heading;
          side->is_alone[side->n_headings] = beside->n_segments == 0;
          side->is_free[side->n_headings++]
              = beside->n_segments > 0 ? !beside->first->heading : is_out_of_step (self, above, is_left);
        }
      above = &self->rows[i];
    }
}

/* Whether headings leave no doubt that the sides are columns: both have headings of one style, and those of the side
 * with fewer rows stand beside other text (not beside a heading: a place beside a firm, both bold; on rows that are
 * aligned, not beside nothing: a heading over both), or have text below that no margin has. */
static gboolean
have_sure_headings (const Side *fewer, const Side *more, gboolean is_aligned)
{
  guint n_shared = 0, n_strong = 0, n_free = 0;

  for (guint i = 0; i < fewer->n_headings; i++)
    {
      gboolean is_free = fewer->is_free[i] || (fewer->is_alone[i] && !is_aligned);
      gboolean is_shared = FALSE;

      for (guint j = 0; j < more->n_headings && !is_shared; j++)
        is_shared = muster_heading_has_style (fewer->headings[i], more->headings[j]);
      n_free += is_shared && is_free;
      n_shared += is_shared;
      n_strong += is_shared && fewer->headings[i]->heading == MUSTER_HEADING_STRONG;
    }

  /* The style of recognised text is guessed: one heading is none. */
  if (n_free > 0 && (n_free > 1 || !fewer->headings[0]->is_recognised))
    return TRUE;

  return (n_shared > 0 && fewer->n_wrapped > 0) || (n_strong > 1 && fewer->widest_em >= WIDE_EM);
}

/* Margins have no lines that wrap, and tables hardly on both sides. */
static gboolean
wrap_on_both_sides (const Side *fewer, const Side *more)
{
  guint n_wanted = fewer->n_headings + more->n_headings > 0 ? MANY_WRAPPED : 2 * MANY_WRAPPED;

  return MIN (fewer->n_wrapped, more->n_wrapped) >= n_wanted;
}

/* Rows of one side that stand on a baseline of the other, exactly and roughly. A narrow row that goes on below such a
 * row beside nothing (the second line of a date in the margin) counts as well. */
static void
count_aligned (const MusterSides *self, gboolean is_left, guint *n_aligned, guint *n_near)
{
  const MusterSegment *above = NULL;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const MusterSidesRow *row = &self->rows[i];
      const MusterSegment  *segment = muster_sides_row_get_part (row, is_left)->first;
      double                limit_em;

      if (row->left.n_segments > 0 && row->right.n_segments > 0)
        {
          limit_em = row->left.last->is_recognised ? RECOGNISED_ALIGNED_EM : ALIGNED_EM;
          above = fabs (row->left.last->level_pt - row->right.first->level_pt)
                          < limit_em * MIN (row->left.last->size_pt, row->right.first->size_pt)
                      ? segment
                      : NULL;
          *n_near += 1;
          *n_aligned += above != NULL;
        }
      else if (muster_sides_row_get_part (row, is_left)->n_segments > 0)
        {
          if (above != NULL
              && (segment->level_pt - above->level_pt > BELOW_EM * segment->size_pt
                  || is_out_of_step (self, row, is_left)
                  || segment->right - segment->left > NARROW_EM * segment->size_pt))
            above = NULL;
          *n_near += above != NULL;
          *n_aligned += above != NULL;
          above = above != NULL ? segment : NULL;
        }
    }
}

/* Rows of one side that have text of the other beside them, on the same row or out of step. */
static guint
count_beside (const MusterSides *self, gboolean is_left)
{
  guint n_beside = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const MusterSidesRow *row = &self->rows[i];

      if (muster_sides_row_get_part (row, is_left)->n_segments > 0)
        n_beside += muster_sides_row_get_part (row, !is_left)->n_segments > 0 || is_out_of_step (self, row, is_left);
    }

  return n_beside;
}

static gboolean
are_columns (MusterSides *self, gboolean is_left_fewer, const Side *fewer, const Side *more, double page_height_pt)
{
  double   overlap = (MIN (fewer->bottom, more->bottom) - MAX (fewer->top, more->top)) / page_height_pt;
  double   run = (MAX (fewer->bottom, more->bottom) - MIN (fewer->top, more->top)) / page_height_pt;
  guint    n_aligned = 0, n_near = 0;
  gboolean is_sure;

  if (fewer->n_rows < FEWEST_ROWS
      || MIN (fewer->text_pt, more->text_pt) < TEXT_RATIO * MAX (fewer->text_pt, more->text_pt))
    return FALSE;
  if (count_beside (self, is_left_fewer) < BESIDE_RATIO * fewer->n_rows)
    return FALSE;
  count_aligned (self, is_left_fewer, &n_aligned, &n_near);
  is_sure = have_sure_headings (fewer, more, n_aligned >= ALIGNED_RATIO * fewer->n_rows);
  self->is_text = is_sure || (fewer->n_headings > 0 && more->n_headings > 0) || overlap >= TEXT_OVERLAP_RATIO
                  || (fewer->n_headings + more->n_headings > 0 && overlap >= RUN_RATIO);
  if (is_sure || wrap_on_both_sides (fewer, more))
    return overlap >= SURE_OVERLAP_RATIO && run >= SURE_RUN_RATIO;

  return overlap >= OVERLAP_RATIO && run >= RUN_RATIO
         && (fewer->n_headings + more->n_headings > 0 ? n_aligned : n_near) < ALIGNED_RATIO * fewer->n_rows;
}

/**
 * muster_sides_are_columns:
 * @self: rows from top to bottom; a title above and a footer below are cut off
 *
 * Returns: whether each side is to be read on its own; then all of @self is set.
 */
gboolean
muster_sides_are_columns (MusterSides *self, double page_height_pt)
{
  Side left, right;

  if (self->n_rows < FEWEST_ROWS)
    return FALSE;

  muster_sides_trim (self, page_height_pt);
  measure (self, TRUE, &left);
  measure (self, FALSE, &right);
  if (MIN (left.n_rows, right.n_rows) < FEWEST_ROWS)
    return FALSE;
  find_headings (self, TRUE, &left);
  find_headings (self, FALSE, &right);

  self->height_pt = MIN (left.bottom, right.bottom) - MAX (left.top, right.top);
  self->x = (left.right + right.left) / 2;
  self->n_side_rows = left.n_rows + right.n_rows;

  return left.n_rows < right.n_rows ? are_columns (self, TRUE, &left, &right, page_height_pt)
                                    : are_columns (self, FALSE, &right, &left, page_height_pt);
}
