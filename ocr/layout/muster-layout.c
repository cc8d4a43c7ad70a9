/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From regions to the lines of a page: rows, blocks, bullets. Pure functions, any thread. */

#include "muster-layout.h"

#include "muster-bullet.h"
#include "muster-heading.h"
#include "muster-region.h"
#include "muster-row.h"
#include "muster-word-repair.h"

#include <math.h>

/* A gap between rows that is so many em wider than most is the end of a block. */
#define BLOCK_GAP_EM 0.35

typedef struct
{
  MusterSegments *segments;
  GArray         *words; /* MusterWord */
  GArray         *lines; /* MusterLine */
  guint           n_rows;
  guint           n_blocks;
} Writing;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
append_words (Writing *writing, const MusterSegment *segment)
{
  g_array_append_vals (
      writing->words, &g_array_index (writing->segments->words, MusterWord, segment->first), segment->n_words);
}

/* @bullet: (nullable): stands before the segment as one of its own */
static void
write_line (Writing *writing, const MusterSegment *bullet, const MusterSegment *segment, guint region, guint row)
{
  MusterLine line = { 0 };
  MusterBox  sign = { 0 };

  line.first_word = writing->words->len;
  if (bullet != NULL)
    {
      append_words (writing, bullet);
      sign = (MusterBox){ bullet->left, bullet->top, bullet->right - bullet->left, bullet->bottom - bullet->top };
    }
  append_words (writing, segment);
  line.n_words = writing->words->len - line.first_word;
  line.box = (MusterBox){ segment->left, segment->top, segment->right - segment->left, segment->bottom - segment->top };
  line.box = muster_box_union (line.box, sign);
  line.baseline_pt = segment->baseline_pt;
  line.size_pt = segment->size_pt;
  line.flags = segment->flags;
  line.colour = segment->colour;
  line.region = region;
  line.row = writing->n_rows + row;
  line.block = writing->n_blocks;
  g_array_append_val (writing->lines, line);
}

/* Blank between the rows that end and begin here, by type size: boxes of different fonts are not comparable. */
static double
gap_above_pt (const Writing *writing, const guint *ids, const guint *rows, guint i)
{
  double above = -G_MAXDOUBLE, below = G_MAXDOUBLE;

  for (guint j = i; j > 0 && rows[j - 1] == rows[i - 1]; j--)
    {
      const MusterSegment *segment = muster_segments_index (writing->segments, ids[j - 1]);

      above = MAX (above, segment->level_pt + 0.2 * segment->size_pt);
    }
  for (guint j = i; rows[j] == rows[i]; j++)
    {
      const MusterSegment *segment = muster_segments_index (writing->segments, ids[j]);

      below = MIN (below, segment->level_pt - 0.8 * segment->size_pt);
    }

  return below - above;
}

/* Gaps above the first segment of each row; others are 0. Returns what most rows have at least. */
static double
find_gaps (const Writing *writing, const guint *ids, const guint *rows, guint n_ids, double *gaps)
{
  g_autofree double *sorted = g_new0 (double, n_ids + 1);
  guint              n_gaps = 0;

  for (guint i = 1; i < n_ids; i++)
    {
      if (rows[i] != rows[i - 1])
        sorted[n_gaps++] = gaps[i] = gap_above_pt (writing, ids, rows, i);
    }
  qsort (sorted, n_gaps, sizeof (double), compare_doubles);

  return n_gaps > 0 ? sorted[n_gaps / 3] : 0;
}

/* Writes the segments @first to @end, one row, in the direction of reading. */
static void
write_row (
    Writing *writing, const guint *ids, guint first, guint end, const gboolean *joins_next, guint region, guint row)
{
  for (guint i = 0; i < end - first; i++)
    {
      guint                at = writing->segments->is_rightward ? end - 1 - i : first + i;
      const MusterSegment *bullet
          = at > first && joins_next[at - 1] ? muster_segments_index (writing->segments, ids[at - 1]) : NULL;

      if (!joins_next[at])
        write_line (writing, bullet, muster_segments_index (writing->segments, ids[at]), region, row);
    }
}

static void
write_region (Writing *writing, guint *ids, guint n_ids, guint region)
{
  g_autofree guint    *rows = g_new (guint, n_ids + 1);
  g_autofree gboolean *joins_next = g_new0 (gboolean, n_ids + 1);
  g_autofree double   *gaps = g_new0 (double, n_ids + 1);
  double               usual_pt;

  muster_rows_assign (writing->segments, ids, n_ids, rows);
  rows[n_ids] = G_MAXUINT;
  muster_bullets_mark (writing->segments, ids, rows, n_ids, joins_next);
  usual_pt = find_gaps (writing, ids, rows, n_ids, gaps);

  for (guint first = 0, end = 0; first < n_ids; first = end)
    {
      while (end < n_ids && rows[end] == rows[first])
        end++;
      if (first > 0
          && gaps[first] > usual_pt + BLOCK_GAP_EM * muster_segments_index (writing->segments, ids[first])->size_pt)
        writing->n_blocks++;
      write_row (writing, ids, first, end, joins_next, region, rows[first]);
    }
  writing->n_rows += rows[n_ids - 1] + 1;
  writing->n_blocks++;
}

/**
 * muster_layout_arrange_page:
 * @page: with its words and without lines
 *
 * Puts the visible words in reading order and forms lines, rows, regions and blocks of them.
 */
void
muster_layout_arrange_page (MusterPage *page)
{
  guint             n_words;
  const MusterWord *words = muster_page_get_words (page, &n_words);
  g_autoptr (MusterSegments) segments = muster_segments_new (words, n_words);
  g_autoptr (MusterRegions) regions = NULL;
  Writing writing = { segments, NULL, NULL, 0, 0 };

  muster_headings_mark (segments);
  regions = muster_regions_new (segments, muster_page_get_height_pt (page));
  writing.words = g_array_sized_new (FALSE, TRUE, sizeof (MusterWord), n_words);
  writing.lines = g_array_sized_new (FALSE, TRUE, sizeof (MusterLine), segments->segments->len);
  for (guint i = 0; i < regions->regions->len; i++)
    {
      const MusterRegion *region = &g_array_index (regions->regions, MusterRegion, i);

      write_region (&writing, &g_array_index (regions->ids, guint, region->first), region->n_ids, i);
    }

  muster_page_take_lines (page, writing.words, writing.lines, regions->n_columns);
}
