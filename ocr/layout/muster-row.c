/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows by one sweep down the page. Two segments that lie over each other are never one row, however close their
 * baselines. */

#include "muster-row.h"

#include <math.h>

#define BASELINE_EM 0.3
/* Only so many segments of a row are looked at: rows of a resume are short. */
#define LOOK_BACK 16

static int
compare_by_baseline (gconstpointer a, gconstpointer b, gpointer data)
{
  const MusterSegments *segments = data;
  const MusterSegment  *left = muster_segments_index (segments, *(const guint *) a);
  const MusterSegment  *right = muster_segments_index (segments, *(const guint *) b);

  if (left->level_pt != right->level_pt)
    return left->level_pt < right->level_pt ? -1 : 1;
  if (left->left != right->left)
    return left->left < right->left ? -1 : 1;

  return 0;
}

static int
compare_by_left (gconstpointer a, gconstpointer b, gpointer data)
{
  const MusterSegments *segments = data;
  double                left = muster_segments_index (segments, *(const guint *) a)->left;
  double                right = muster_segments_index (segments, *(const guint *) b)->left;

  return (left > right) - (left < right);
}

/* Whether the segment stands on the row that begins with ids[first] and ends before ids[end]. */
static gboolean
is_on_row (const MusterSegments *segments, const guint *ids, guint first, guint end)
{
  const MusterSegment *segment = muster_segments_index (segments, ids[end]);
  const MusterSegment *head = muster_segments_index (segments, ids[first]);

  if (segment->level_pt - head->level_pt >= BASELINE_EM * MIN (segment->size_pt, head->size_pt))
    return FALSE;

  for (guint i = end; i > first && i + LOOK_BACK > end; i--)
    {
      const MusterSegment *other = muster_segments_index (segments, ids[i - 1]);

      if (MIN (segment->right, other->right) - MAX (segment->left, other->left) > 0.5 * segment->size_pt)
        return FALSE;
    }

  return TRUE;
}

/**
 * muster_rows_assign:
 * @ids: segments; sorted by this: rows from top to bottom, each from left to right
 * @rows: (out): the row of each of the sorted ids, from 0
 *
 * Returns: the number of rows.
 */
guint
muster_rows_assign (const MusterSegments *segments, guint *ids, guint n_ids, guint *rows)
{
  guint first = 0, n_rows = 0;

  g_qsort_with_data (ids, (int) n_ids, sizeof (guint), compare_by_baseline, (gpointer) segments);

  for (guint i = 0; i < n_ids; i++)
    {
      if (i > 0 && !is_on_row (segments, ids, first, i))
        {
          g_qsort_with_data (ids + first, (int) (i - first), sizeof (guint), compare_by_left, (gpointer) segments);
          first = i;
          n_rows++;
        }
      rows[i] = n_rows;
    }
  g_qsort_with_data (ids + first, (int) (n_ids - first), sizeof (guint), compare_by_left, (gpointer) segments);

  return n_ids > 0 ? n_rows + 1 : 0;
}
