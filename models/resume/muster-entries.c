/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where entries begin. A row with a date anchors an entry; how many rows above it the entry begins is learnt
 * from the first one and checked by style and white space for the others. A section without dates is cut by
 * style, else by white space. */

#include "muster-entry-row.h"

#include <math.h>

#define MAX_OFFSET 3
#define MAX_ROWS_BELOW 3

static MusterEntryRow *
row_at (const MusterEntryRows *rows, guint i)
{
  return &g_array_index (rows->rows, MusterEntryRow, i);
}

static const MusterSheetLine *
head_of (const MusterEntryRows *rows, guint i)
{
  return muster_sheet_line (rows->sheet, row_at (rows, i)->head);
}

/* Rows whose dates make entries: ranges; single dates only where there are no ranges, or where they stand
 * alone. */
static GArray *
find_anchors (const MusterEntryRows *rows)
{
  GArray  *anchors = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean has_ranges = FALSE;

  for (guint i = 0; i < rows->rows->len; i++)
    has_ranges |= row_at (rows, i)->date.is_set && row_at (rows, i)->date.is_range;
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const MusterEntryRow *row = row_at (rows, i);

      if (row->date.is_set && (row->date.is_range || row->is_date_alone || !has_ranges))
        g_array_append_val (anchors, i);
    }

  return anchors;
}

/* The usual distance of rows in the section. */
static double
usual_lead_pt (const MusterEntryRows *rows)
{
  double sum = 0;
  guint  n = 0;

  for (guint i = 1; i < rows->rows->len; i++)
    {
      double lead_pt = head_of (rows, i)->lead_pt;

      if (lead_pt > 0 && lead_pt < 4 * head_of (rows, i)->size_pt)
        {
          sum += lead_pt;
          n++;
        }
    }

  return n > 0 ? sum / n : 0;
}

static gboolean
has_gap_above (const MusterEntryRows *rows, guint i, double usual_pt)
{
  double lead_pt = head_of (rows, i)->lead_pt;

  return lead_pt <= 0 || lead_pt > 1.18 * usual_pt;
}

/* The first row that can belong to the entry of @anchor: below @after, without body between. */
static guint
highest_start (const MusterEntryRows *rows, guint anchor, guint after)
{
  guint start = anchor;

  while (start > after && anchor - start < MAX_OFFSET && !row_at (rows, start - 1)->has_body
         && row_at (rows, start - 1)->has_header)
    start--;

  return start;
}

static guint
choose_start (const MusterEntryRows *rows,
              guint                  anchor,
              guint                  after,
              guint                  first_start,
              guint                  first_anchor,
              double                 usual_pt)
{
  guint  highest = highest_start (rows, anchor, after);
  guint  best = anchor;
  double best_score = -1;

  for (guint start = anchor + 1; start-- > highest;)
    {
      double score = 0;

      if (anchor - start == first_anchor - first_start)
        score += 1.5;
      if (muster_lines_share_font (head_of (rows, start), head_of (rows, first_start)))
        score += 1.5;
      if (has_gap_above (rows, start, usual_pt))
        score += 1;
      if (fabs (head_of (rows, start)->box.x - head_of (rows, first_start)->box.x) < 3)
        score += 0.6;
      if (!row_at (rows, start)->has_header)
        score -= 1;
      if (score > best_score)
        {
          best_score = score;
          best = start;
        }
    }

  return best;
}

/* Beginnings of entries by their dates. */
static GArray *
find_dated_starts (const MusterEntryRows *rows, const GArray *anchors)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   first_anchor = g_array_index (anchors, guint, 0);
  guint   first_start = highest_start (rows, first_anchor, 0);
  double  usual_pt = usual_lead_pt (rows);

  g_array_append_val (starts, first_start);
  for (guint i = 1; i < anchors->len; i++)
    {
      guint anchor = g_array_index (anchors, guint, i);
      guint after = g_array_index (anchors, guint, i - 1) + 1;
      guint start = choose_start (rows, anchor, after, first_start, first_anchor, usual_pt);

      g_array_append_val (starts, start);
    }

  return starts;
}

/* Beginnings of entries where there are no dates: rows in the style of the first one, else rows below white
 * space. */
static GArray *
find_undated_starts (const MusterEntryRows *rows)
{
  GArray  *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  double   usual_pt = usual_lead_pt (rows);
  gboolean has_other_style = FALSE;

  for (guint i = 1; i < rows->rows->len; i++)
    has_other_style |= !muster_lines_share_font (head_of (rows, i), head_of (rows, 0));
  for (guint i = 0; i < rows->rows->len; i++)
    {
      gboolean is_start;

      if (has_other_style)
        is_start = muster_lines_share_font (head_of (rows, i), head_of (rows, 0))
                   && !row_at (rows, i)->has_body
                   && (i == 0 || !muster_lines_share_font (head_of (rows, i - 1), head_of (rows, 0)));
      else
        is_start = !row_at (rows, i)->has_body && has_gap_above (rows, i, usual_pt);
      if (i == 0 || is_start)
        g_array_append_val (starts, i);
    }

  return starts;
}

/* Several schools in what looked like one entry: a row that names a degree or school anew begins the next
 * one. */
static void
split_studies (const MusterEntryRows *rows, GArray *starts, GArray *anchors)
{
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < starts->len; i++)
    {
      guint    start = g_array_index (starts, guint, i);
      guint    end = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : rows->rows->len;
      guint    anchor = g_array_index (anchors, guint, i), none = G_MAXUINT;
      guint    first = more->len;
      gboolean has_degree = FALSE, has_school = FALSE;

      for (guint j = start; j < end; j++)
        {
          const MusterEntryRow *row = row_at (rows, j);
          gboolean              is_new = (row->has_degree && has_degree && (has_school || row->has_school))
                            || (row->has_school && has_school && (has_degree || row->has_degree));

          if (j == start || is_new)
            {
              g_array_append_val (more, j);
              g_array_append_val (dates, none);
              has_degree = has_school = FALSE;
            }
          has_degree |= row->has_degree;
          has_school |= row->has_school;
        }
      for (guint j = more->len; j-- > first && anchor != none;)
        {
          if (anchor >= g_array_index (more, guint, j))
            {
              g_array_index (dates, guint, j) = anchor;
              break;
            }
        }
    }
  g_array_set_size (starts, 0);
  g_array_append_vals (starts, more->data, more->len);
  g_array_set_size (anchors, 0);
  g_array_append_vals (anchors, dates->data, dates->len);
}

static void
entry_clear (gpointer data)
{
  MusterEntry *entry = data;

  g_array_unref (entry->header);
  g_array_unref (entry->body);
}

/* Header rows go on below the anchor until there is body. */
static void
fill_entry (MusterEntry *entry, const MusterEntryRows *rows, guint start, guint anchor, guint end)
{
  gboolean in_header = TRUE;

  for (guint i = start; i < end; i++)
    {
      const MusterEntryRow *row = row_at (rows, i);

      if (i > anchor && (row->has_body || i > anchor + MAX_ROWS_BELOW))
        in_header = FALSE;
      for (guint j = row->first; j < row->first + row->n; j++)
        {
          guint line = g_array_index (rows->section->lines, guint, j);

          if (rows->kinds[j] == MUSTER_ROW_BODY || (!in_header && rows->kinds[j] == MUSTER_ROW_HEADER))
            g_array_append_val (entry->body, line);
          else if (rows->kinds[j] == MUSTER_ROW_HEADER
                   || (!rows->in_date[j]
                       && !muster_line_is_date_only (muster_sheet_line (rows->sheet, line))))
            g_array_append_val (entry->header, line);
        }
    }
}

/* The right edge of the lines of a column */
static double
right_edge_pt (const MusterEntryRows *rows, guint line)
{
  double right_pt = 0;
  guint  region = muster_sheet_line (rows->sheet, line)->region;

  for (guint i = 0; i < rows->section->lines->len; i++)
    {
      const MusterSheetLine *other
          = muster_sheet_line (rows->sheet, g_array_index (rows->section->lines, guint, i));

      if (other->region == region)
        right_pt = MAX (right_pt, other->box.x + other->box.width);
    }

  return right_pt;
}

static GArray *
make_entries (const MusterEntryRows *rows, const GArray *starts, const GArray *anchors)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (MusterEntry));

  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < starts->len; i++)
    {
      guint       start = g_array_index (starts, guint, i);
      guint       end = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : rows->rows->len;
      guint       anchor = g_array_index (anchors, guint, i);
      MusterEntry entry = { .header = g_array_new (FALSE, FALSE, sizeof (guint)),
                            .body = g_array_new (FALSE, FALSE, sizeof (guint)) };

      entry.right_pt = right_edge_pt (rows, row_at (rows, start)->head);
      if (anchor != G_MAXUINT)
        entry.date = row_at (rows, anchor)->date;
      fill_entry (&entry, rows, start, anchor != G_MAXUINT ? anchor : start, end);
      g_array_append_val (entries, entry);
    }

  return entries;
}

/**
 * muster_entries_find:
 * @section: of jobs, schools or the like
 *
 * Returns: (transfer full) (element-type MusterEntry): its entries in order.
 */
GArray *
muster_entries_find (const MusterSheet *sheet, const MusterSection *section)
{
  g_autoptr (MusterEntryRows) rows = muster_entry_rows_new (sheet, section);
  g_autoptr (GArray) anchors = find_anchors (rows);
  g_autoptr (GArray) starts = NULL;
  guint none = G_MAXUINT;

  if (rows->rows->len == 0)
    return g_array_new (FALSE, TRUE, sizeof (MusterEntry));
  starts = anchors->len > 0 ? find_dated_starts (rows, anchors) : find_undated_starts (rows);
  for (guint i = anchors->len; i < starts->len; i++)
    g_array_append_val (anchors, none);
  if (section->kind == MUSTER_SECTION_EDUCATION)
    split_studies (rows, starts, anchors);

  return make_entries (rows, starts, anchors);
}
