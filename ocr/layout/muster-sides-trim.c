/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows above and below columns that are not part of them: names and titles, text that goes on over the whole width,
 * page numbers. They stand on one side only by chance. */

#include "muster-sides-private.h"

#include <math.h>

/* Rows above columns: so many at most, with so much more than the usual blank below, both columns beginning so close to
 * each other. */
#define MOST_TITLE_ROWS 6
#define TITLE_GAP_EM 1.9
#define TAIL_GAP_RATIO 1.3
#define SAME_START_EM 1.6
#define MOST_NAME_ROWS 3
#define NAME_SIZE_RATIO 1.6
#define HEADER_GAP_EM 2.8
#define HEADER_ABOVE_EM 1.3
#define HEADER_SIZE_RATIO 1.5
/* A footer: so far below the rest, in the lowest part of the page. */
#define FOOTER_GAP_EM 4.0
#define FOOTER_RATIO 0.88

/* A name and title above columns, on one side only and not part of its column, nor the heading that it begins with:
 * both columns begin side by side, with a blank above. */
static void
cut_title (MusterSides *self)
{
  gboolean             later_is_left = self->rows[0].left.n_segments == 0;
  guint                both = 0, start;
  const MusterSegment *later;

  while (both < self->n_rows && muster_sides_row_get_part (&self->rows[both], later_is_left)->n_segments == 0)
    both++;
  if (both == 0 || both == self->n_rows)
    return;

  later = muster_sides_row_get_part (&self->rows[both], later_is_left)->first;
  for (start = both; start > 0; start--)
    {
      const MusterSegment *above = muster_sides_row_get_any (&self->rows[start - 1]);

      if (later->level_pt - above->level_pt > SAME_START_EM * MIN (later->size_pt, above->size_pt))
        break;
    }
  if (start == 0 || start > MOST_TITLE_ROWS)
    return;

  const MusterSidePart *first = muster_sides_row_get_part (&self->rows[start], !later_is_left);
  const MusterSegment  *above = muster_sides_row_get_any (&self->rows[start - 1]);

  const double gap_pt = first->n_segments > 0 ? first->first->level_pt - above->level_pt : 0;

  if (first->n_segments == 0 || gap_pt < TITLE_GAP_EM * first->first->size_pt
      || (above->heading && gap_pt < MUSTER_HEADING_GAP_EM * above->size_pt
          && fabs (above->left - first->first->left) < first->first->size_pt))
    return;
  self->rows += start;
  self->n_rows -= start;
}

/* The same where the left column begins lower, beside a picture: a name in large type over the right one. */
static void
cut_name (MusterSides *self)
{
  double largest_pt = 0, widest_pt = 0;
  guint  n_cut = 0;

  for (guint i = 1; i <= MOST_NAME_ROWS && i + 1 < self->n_rows && self->rows[i - 1].left.n_segments == 0; i++)
    {
      const MusterSegment *above = self->rows[i - 1].right.first;
      const MusterSegment *below = self->rows[i].right.first;

      largest_pt = MAX (largest_pt, above->size_pt);
      if (below == NULL || below->level_pt - above->level_pt < MAX (TITLE_GAP_EM * below->size_pt, widest_pt)
          || largest_pt < NAME_SIZE_RATIO * below->size_pt)
        continue;
      widest_pt = below->level_pt - above->level_pt;
      n_cut = i;
    }
  self->rows += n_cut;
  self->n_rows -= n_cut;
}

/* Text below columns that goes on from the left side alone, up to a row that crosses: what follows a gap, wider than
 * those before, after the right side has ended. */
static void
cut_tail (MusterSides *self)
{
  const MusterSegment *above = NULL;
  double               step_pt = 0;
  guint                both = self->n_rows, end = 0;

  while (both > 0 && self->rows[both - 1].right.n_segments == 0)
    both--;
  if (both == 0)
    return;

  for (; end < self->n_rows; end++)
    {
      const MusterSegment *segment = self->rows[end].left.first;
      double               gap_pt = segment != NULL && above != NULL ? segment->level_pt - above->level_pt : 0;

      if (end >= both && gap_pt > MAX (TITLE_GAP_EM * segment->size_pt, TAIL_GAP_RATIO * step_pt))
        break;
      step_pt = gap_pt > 0 ? gap_pt : step_pt;
      above = segment != NULL ? segment : above;
    }
  self->n_rows = end;
}

/* The largest type in the rows @first to @end. */
static double
largest_size_pt (const MusterSides *self, guint first, guint end)
{
  double largest_pt = 0;

  for (guint i = first; i < end; i++)
    {
      if (self->rows[i].left.n_segments > 0)
        largest_pt = MAX (largest_pt, self->rows[i].left.first->size_pt);
      if (self->rows[i].right.n_segments > 0)
        largest_pt = MAX (largest_pt, self->rows[i].right.first->size_pt);
    }

  return largest_pt;
}

/* Whether the part begins or, in a column that is flush right, ends where the column of its side does: row @from or the
 * one below. */
static gboolean
begins_column (const MusterSidesRow *from, gboolean is_left, const MusterSidePart *part)
{
  const MusterSidePart *column = muster_sides_row_get_part (from, is_left)->n_segments > 0
                                     ? muster_sides_row_get_part (from, is_left)
                                     : muster_sides_row_get_part (from + 1, is_left);

  return part->n_segments == 0 || column->n_segments == 0
         || fabs (part->first->left - column->first->left) < column->first->size_pt
         || fabs (part->last->right - column->last->right) < column->first->size_pt;
}

/* Whether the rows before @end are the heading of the page: the name, in the largest type, or one row that stands
 * otherwise. */
static gboolean
is_header (const MusterSides *self, guint end)
{
  const MusterSidesRow *row = self->rows;

  if (largest_size_pt (self, 0, end) >= HEADER_SIZE_RATIO * largest_size_pt (self, end, self->n_rows))
    return TRUE;

  return end == 1
         && muster_sides_row_get_any (row + 1)->level_pt - muster_sides_row_get_any (row)->level_pt
                > HEADER_GAP_EM * muster_sides_row_get_any (row)->size_pt
         && !(begins_column (row + 1, TRUE, &row->left) && begins_column (row + 1, FALSE, &row->right));
}

/* A heading of the page with something on both sides (name and address, a title with a wide blank), then a blank across
 * the page, then both columns begin side by side. */
static void
cut_header (MusterSides *self)
{
  for (guint i = 1; i <= MOST_TITLE_ROWS && i + 1 < self->n_rows; i++)
    {
      const MusterSidesRow *row = &self->rows[i];
      const MusterSidesRow *next = row->left.n_segments > 0 && row->right.n_segments > 0 ? row : row + 1;
      const MusterSegment  *above = muster_sides_row_get_any (row - 1);
      const MusterSegment  *below = muster_sides_row_get_any (row);
      double                size_pt = MAX (below->size_pt, muster_sides_row_get_any (row + 1)->size_pt);

      if (below->level_pt - above->level_pt < MAX (HEADER_GAP_EM * size_pt, HEADER_ABOVE_EM * above->size_pt)
          || muster_sides_row_get_any (next)->level_pt - below->level_pt > SAME_START_EM * below->size_pt
          || row->left.n_segments + next->left.n_segments == 0 || row->right.n_segments + next->right.n_segments == 0
          || !is_header (self, i))
        continue;
      self->rows += i;
      self->n_rows -= i;
      return;
    }
}

static void
cut_footer (MusterSides *self, double page_height_pt)
{
  for (guint i = 0; i < 2 && self->n_rows > 1; i++)
    {
      const MusterSegment *last = muster_sides_row_get_any (&self->rows[self->n_rows - 1]);
      const MusterSegment *above = muster_sides_row_get_any (&self->rows[self->n_rows - 2]);

      if (last->level_pt > FOOTER_RATIO * page_height_pt
          && last->level_pt - above->level_pt > FOOTER_GAP_EM * last->size_pt)
        self->n_rows--;
    }
}

/** muster_sides_trim: Takes the rows off that are above or below the columns. There must be rows. */
void
muster_sides_trim (MusterSides *self, double page_height_pt)
{
  cut_title (self);
  cut_header (self);
  cut_name (self);
  if (self->is_crossed_below)
    cut_tail (self);
  cut_footer (self, page_height_pt);
}
