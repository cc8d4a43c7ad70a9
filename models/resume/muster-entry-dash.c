/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spells whose dash was lost in recognition, or that stand in columns "from" and "to": two dates beside each other
 * with nothing but white space between, the second one later or a word for today, where the date of an entry stands. */

#include "muster-date-range.h"
#include "muster-entry-row.h"

/* A date of a row, or a cell that says that something goes on. */
typedef struct
{
  guint           at; /* into the lines of the section */
  MusterDateRange range;
  gboolean        is_still;
} RowDate;

static const MusterSheetLine *
line_at (const MusterEntryRows *self, guint i)
{
  return muster_sheet_line (self->sheet, g_array_index (self->section->lines, guint, i));
}

/* Whether the whole cell is a word for today: it ends any range. */
static gboolean
says_still (const MusterSheetLine *line)
{
  g_autofree char *probe = g_strconcat ("1950 – ", line->text, NULL);
  g_autoptr (GArray) found = NULL;
  const MusterDateRange *range;

  if (line->end - line->start > 24 || line->dates->len > 0)
    return FALSE;
  found = muster_date_ranges_find (probe);
  range = found->len == 1 ? &g_array_index (found, MusterDateRange, 0) : NULL;

  return range != NULL && range->start == 0 && range->period.is_open && range->to_start >= 7
         && range->length + 1 >= (guint) g_utf8_strlen (probe, -1);
}

/* (transfer full) (element-type RowDate): what a row says of time, in order; text that is no header says nothing. */
static GArray *
find_dates (const MusterEntryRows *self, const MusterEntryRow *row)
{
  GArray *dates = g_array_new (FALSE, TRUE, sizeof (RowDate));

  for (guint i = row->first; i < row->first + row->n; i++)
    {
      const MusterSheetLine *line = line_at (self, i);
      RowDate                date = { .at = i };

      if (self->in_date[i] || line->has_bullet)
        continue;
      for (guint j = 0; j < line->dates->len && self->kinds[i] != MUSTER_ROW_BODY; j++)
        {
          date.range = g_array_index (line->dates, MusterDateRange, j);
          g_array_append_val (dates, date);
        }
      if (i > row->first && says_still (line))
        {
          date.is_still = TRUE;
          date.range.length = line->end - line->start;
          g_array_append_val (dates, date);
        }
    }

  return dates;
}

/* Whether only white space stands between them, and nothing behind the second. */
static gboolean
are_adjacent (const MusterEntryRows *self, const RowDate *from, const RowDate *to)
{
  const MusterSheetLine *first = line_at (self, from->at);
  const MusterSheetLine *second = line_at (self, to->at);
  guint                  end = from->range.start + from->range.length;

  if (to->range.start + to->range.length + 1 < second->end - second->start)
    return FALSE;
  if (from->at != to->at)
    return to->at == from->at + 1 && end + 1 >= first->end - first->start && to->range.start == 0;
  for (guint i = end; i < to->range.start; i++)
    {
      if (!g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (first->text, i))))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_spell (const MusterEntryRows *self, const RowDate *from, const RowDate *to)
{
  if (from->is_still || from->range.is_range || to->range.is_range || !are_adjacent (self, from, to))
    return FALSE;

  return to->is_still || to->range.period.start > from->range.period.start;
}

static MusterSpan
span_of (const MusterEntryRows *self, const RowDate *date)
{
  guint start = date->is_still ? 0 : date->range.from_start;
  guint length = date->is_still ? date->range.length : date->range.from_length;

  return muster_span_within (self->sheet, g_array_index (self->section->lines, guint, date->at), start, length);
}

/* A cell for today is beside the header, not in it. */
static void
set_aside (MusterEntryRows *self, MusterEntryRow *row, guint at)
{
  gboolean has_head = FALSE;

  self->kinds[at] = MUSTER_ROW_SIDE;
  self->in_date[at] = TRUE;
  row->head = g_array_index (self->section->lines, guint, row->first);
  row->has_header = row->has_body = FALSE;
  for (guint i = row->first; i < row->first + row->n; i++)
    {
      row->has_header |= self->kinds[i] == MUSTER_ROW_HEADER;
      row->has_body |= self->kinds[i] == MUSTER_ROW_BODY;
      if (self->kinds[i] != MUSTER_ROW_HEADER || has_head)
        continue;
      row->head = g_array_index (self->section->lines, guint, i);
      has_head = TRUE;
    }
}

static void
set_spell (MusterEntryRows *self, MusterEntryRow *row, const RowDate *from, const RowDate *to)
{
  MusterEntryDate date = { .is_set = TRUE, .is_range = TRUE, .period = from->range.period };

  date.period.is_open = to->is_still;
  date.period.end = to->is_still ? MUSTER_MONTH_NONE : to->range.period.end;
  date.period.end_has_month = !to->is_still && to->range.period.end_has_month;
  date.from[date.n_from++] = span_of (self, from);
  date.to[date.n_to++] = span_of (self, to);
  row->is_date_alone = self->kinds[from->at] == MUSTER_ROW_SIDE;
  row->date = date;
  if (to->is_still)
    set_aside (self, row, to->at);
}

void
muster_entry_rows_join_dates (MusterEntryRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MusterEntryRow *row = &g_array_index (self->rows, MusterEntryRow, i);
      g_autoptr (GArray) dates = NULL;

      if (!row->date.is_set || row->date.is_range)
        continue;
      dates = find_dates (self, row);
      for (guint j = 0; j + 1 < dates->len; j++)
        {
          const RowDate *from = &g_array_index (dates, RowDate, j);

          if (!make_spell (self, from, from + 1))
            continue;
          set_spell (self, row, from, from + 1);
          break;
        }
    }
}
