/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each line of a section is to its entry: header, body, or something set beside; and which rows have the
 * date of an entry. */

#include "muster-entry-row.h"
#include "muster-date-range.h"
#include "muster-degree.h"
#include "muster-fold.h"
#include "muster-place.h"
#include "muster-title.h"

#include <math.h>
#include <string.h>

/* A longer line is text, not the header of an entry. */
#define MAX_HEADER_LENGTH 88
#define SAME_X_PT 4.0

/* A line that names a school or degree may be longer. */
#define MAX_STUDY_LENGTH 170

static guint
line_at (const MusterEntryRows *self, guint i)
{
  return g_array_index (self->section->lines, guint, i);
}

static const MusterSheetLine *
sheet_line_at (const MusterEntryRows *self, guint i)
{
  return muster_sheet_line (self->sheet, line_at (self, i));
}

/* What is left of a line without its dates: a few signs and the words that stand around dates. */
gboolean
muster_line_is_date_only (const MusterSheetLine *line)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  glong              position = 0;
  guint              at = 0;
  static const char *labels[]
      = { "",         "from",      "date",       "dates",          "period",  "duration", "zeitraum",
          "expected", "graduated", "graduation", "graduationdate", "classof", "durée",    "periode",
          "période",  "duree",     "今" };

  if (line->dates->len == 0)
    return FALSE;
  for (const char *p = line->folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      while (at < line->dates->len)
        {
          const MusterDateRange *range = &g_array_index (line->dates, MusterDateRange, at);

          if (position < range->start + range->length)
            break;
          at++;
        }
      if ((at >= line->dates->len || position < g_array_index (line->dates, MusterDateRange, at).start)
          && g_unichar_isalnum (c))
        g_string_append_unichar (rest, c);
      position++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (strcmp (rest->str, labels[i]) == 0)
        return TRUE;
    }

  return muster_text_is_duration (rest->str);
}

/* "Gamma Systems Inc." */
static gboolean
ends_with_legal_form (const char *text)
{
  const char      *blank = strrchr (text, ' ');
  g_autofree char *name = blank != NULL ? g_strconcat ("x ", blank + 1, NULL) : NULL;

  return name != NULL && muster_organisation_score (name) >= 1;
}

static gboolean
is_sentence (const MusterSheetLine *line)
{
  const char *text = line->text;
  gsize       n = strlen (text);
  guint       n_blanks = 0;

  if (g_str_has_suffix (text, "。") || g_str_has_suffix (text, "；") || g_str_has_suffix (text, "，"))
    return TRUE;
  for (const char *p = text; *p != '\0'; p++)
    n_blanks += *p == ' ';
  if (n < 2 || text[n - 1] != '.' || n_blanks < 4 || ends_with_legal_form (text))
    return FALSE;

  return muster_text_place_start (text) == (guint) g_utf8_strlen (text, -1);
}

/* Text that goes on in the next line with the rest of a word */
static gboolean
is_cut_word (const MusterSheetLine *line)
{
  return line->end - line->start > 50
         && (g_str_has_suffix (line->text, "-") || g_str_has_suffix (line->text, "‐"));
}

/* Whether the first letter is a small one, as in the rest of a sentence. */
static gboolean
begins_small (const MusterSheetLine *line)
{
  gunichar first = g_utf8_get_char (line->text);
  gunichar second = *line->text != '\0' ? g_utf8_get_char (g_utf8_next_char (line->text)) : 0;

  return g_unichar_islower (first) && !g_unichar_isupper (second);
}

/* Text that goes on in small letters below, or that holds the end of a sentence */
static gboolean
is_running_text (const MusterEntryRows *self, guint i)
{
  const MusterSheetLine *line = sheet_line_at (self, i);
  guint                  n = line->end - line->start;
  const char            *stop = strstr (line->text, ". ");

  if (line->is_bold || line->is_capital || n < 35)
    return FALSE;
  if (stop != NULL && n > 60 && stop - line->text > 20 && g_unichar_isupper (g_utf8_get_char (stop + 2))
      && g_ascii_islower (stop[-1]) && g_ascii_islower (stop[-2]) && g_ascii_islower (stop[-3]))
    return TRUE;
  if (self->section->kind == MUSTER_SECTION_EDUCATION)
    return FALSE;
  for (guint j = i + 1; j < self->section->lines->len && j < i + 8; j++)
    {
      const MusterSheetLine *next = sheet_line_at (self, j);
      gboolean is_below = next->region == line->region && next->baseline_pt > line->baseline_pt + 1
                          && next->baseline_pt - line->baseline_pt < 1.8 * line->size_pt;
      gboolean is_level = fabs (next->box.x - line->box.x) < SAME_X_PT
                          || fabs (next->box.x + next->box.width - line->box.x - line->box.width) < SAME_X_PT;

      if (is_below && is_level)
        return muster_lines_share_font (line, next) && !next->has_bullet && begins_small (next);
    }

  return FALSE;
}

static gboolean
is_date_at_edge (const MusterSheetLine *line, const MusterDateRange *range)
{
  guint n = line->end - line->start;

  return range->start <= 2 || range->start + range->length + 3 >= n;
}

static gboolean
is_side (const MusterSheetLine *line)
{
  return muster_line_is_date_only (line) || muster_text_is_duration (line->text)
         || muster_text_is_place (line->text);
}

/* The bullet above in the same column goes on here: set in as far as its text, in its style. */
static gboolean
continues_item (const MusterEntryRows *self, guint i)
{
  const MusterSheetLine *line = sheet_line_at (self, i);

  for (guint j = i; j > 0; j--)
    {
      const MusterSheetLine *above = sheet_line_at (self, j - 1);

      if (above->row == line->row)
        continue;
      if (above->region != line->region || above->row + 2 < line->row)
        return FALSE;
      if (self->in_item[j - 1] && fabs (above->box.x - line->box.x) < SAME_X_PT
          && above->is_bold == line->is_bold && above->is_italic == line->is_italic
          && fabs (above->size_pt - line->size_pt) < 0.6)
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_study (const MusterSheetLine *line)
{
  MusterDegree degree;

  return muster_text_names_school (line->text) || muster_text_find_degree (line->text, &degree);
}

/* Some put every school behind a bullet. */
static gboolean
find_bullet_heads (const MusterEntryRows *self)
{
  guint n_plain = 0, n_bullets = 0;

  if (self->section->kind != MUSTER_SECTION_EDUCATION)
    return FALSE;
  for (guint i = 0; i < self->section->lines->len; i++)
    {
      const MusterSheetLine *line = sheet_line_at (self, i);

      if (names_study (line) && line->end - line->start <= MAX_STUDY_LENGTH)
        *(line->has_bullet ? &n_bullets : &n_plain) += 1;
    }

  return n_plain == 0 && n_bullets > 0;
}

static MusterRowLine
classify (const MusterEntryRows *self, guint i)
{
  const MusterSheetLine *line = sheet_line_at (self, i);
  gboolean               has_edge_range = FALSE, has_edge_date = FALSE;
  guint                  n = line->end - line->start;

  for (guint j = 0; j < line->dates->len; j++)
    {
      const MusterDateRange *range = &g_array_index (line->dates, MusterDateRange, j);

      has_edge_range |= range->is_range && is_date_at_edge (line, range)
                        && (range->start == 0 || !is_sentence (line))
                        && (!line->has_bullet || range->to_length > 0);
      has_edge_date |= is_date_at_edge (line, range);
    }
  if (line->has_bullet && self->has_bullet_heads && n <= MAX_STUDY_LENGTH && names_study (line))
    return MUSTER_ROW_HEADER;
  if (line->has_bullet && !(has_edge_range && n <= MAX_HEADER_LENGTH))
    return MUSTER_ROW_BODY;
  if (is_side (line))
    return MUSTER_ROW_SIDE;
  if (has_edge_range && n <= 2 * MAX_HEADER_LENGTH)
    return MUSTER_ROW_HEADER;
  if (self->section->kind == MUSTER_SECTION_EDUCATION && !is_sentence (line)
      && ((has_edge_date && n <= MAX_HEADER_LENGTH)
          || (n > MAX_HEADER_LENGTH && n <= MAX_STUDY_LENGTH && names_study (line))))
    return MUSTER_ROW_HEADER;
  if (n > MAX_HEADER_LENGTH || is_sentence (line) || is_cut_word (line) || is_running_text (self, i)
      || begins_small (line) || continues_item (self, i))
    return MUSTER_ROW_BODY;

  return MUSTER_ROW_HEADER;
}

static void
set_date (MusterEntryRow *row, const MusterEntryRows *self, guint i, const MusterDateRange *range)
{
  guint line = line_at (self, i);

  row->date = (MusterEntryDate){ .is_set = TRUE, .is_range = range->is_range, .period = range->period };
  row->date.from[row->date.n_from++]
      = muster_span_within (self->sheet, line, range->from_start, range->from_length);
  if (range->to_length > 0)
    row->date.to[row->date.n_to++]
        = muster_span_within (self->sheet, line, range->to_start, range->to_length);
  row->is_date_alone = self->kinds[i] == MUSTER_ROW_SIDE;
}

/* The date of a row: a range before a single date, one that stands alone before others. */
static void
find_date (MusterEntryRows *self, MusterEntryRow *row)
{
  for (guint i = row->first; i < row->first + row->n; i++)
    {
      const MusterSheetLine *line = sheet_line_at (self, i);

      if (self->kinds[i] == MUSTER_ROW_BODY)
        continue;
      for (guint j = 0; j < line->dates->len; j++)
        {
          const MusterDateRange *range = &g_array_index (line->dates, MusterDateRange, j);
          gboolean               is_better = !row->date.is_set || (range->is_range && !row->date.is_range);

          if (is_better
              && (self->kinds[i] == MUSTER_ROW_SIDE || range->is_range || is_date_at_edge (line, range)))
            set_date (row, self, i, range);
        }
    }
}

static void
add_rows (MusterEntryRows *self)
{
  const GArray *lines = self->section->lines;
  guint         i = 0;

  while (i < lines->len)
    {
      MusterEntryRow row = { .first = i, .head = line_at (self, i) };
      gboolean       has_head = FALSE;

      while (i < lines->len && sheet_line_at (self, i)->row == sheet_line_at (self, row.first)->row)
        {
          self->kinds[i] = classify (self, i);
          self->in_item[i] = self->kinds[i] == MUSTER_ROW_BODY
                             && (sheet_line_at (self, i)->has_bullet || continues_item (self, i));
          row.has_body |= self->kinds[i] == MUSTER_ROW_BODY;
          row.has_header |= self->kinds[i] == MUSTER_ROW_HEADER;
          if (self->kinds[i] == MUSTER_ROW_HEADER && self->section->kind == MUSTER_SECTION_EDUCATION)
            {
              MusterDegree degree;
              gboolean     has_school = muster_text_names_school (sheet_line_at (self, i)->text);

              row.has_school |= has_school;
              row.has_degree |= muster_text_find_degree (sheet_line_at (self, i)->text, &degree)
                                && !(has_school && degree.level == 1);
            }
          if (!has_head && self->kinds[i] == MUSTER_ROW_HEADER)
            {
              row.head = line_at (self, i);
              has_head = TRUE;
            }
          i++;
        }
      row.n = i - row.first;
      find_date (self, &row);
      g_array_append_val (self->rows, row);
    }
}

static gboolean
is_fragment (const MusterSheetLine *line)
{
  static const char *before[] = { "", "1950 – ", "" };
  static const char *behind[] = { "", "", " 2040" };

  if (line->end - line->start > 16 || line->has_bullet)
    return FALSE;

  /* "oct.", "actualidad", "2012–may." are pieces of a date: a year before or behind them makes one. */
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *probe = g_strconcat (before[i], line->text, behind[i], NULL);
      g_autoptr (GArray) found = muster_date_ranges_find (probe);
      const MusterDateRange *range = found->len == 1 ? &g_array_index (found, MusterDateRange, 0) : NULL;

      if (range != NULL && range->start == 0 && range->length + 1 >= (guint) g_utf8_strlen (probe, -1))
        return TRUE;
    }

  return FALSE;
}

/* The fragment in the row below that stands in the same narrow column, G_MAXUINT: none. */
static guint
find_fragment_below (const MusterEntryRows *self, guint row, guint i)
{
  const MusterSheetLine *line = sheet_line_at (self, i);
  const MusterEntryRow  *below;

  if (row + 1 >= self->rows->len)
    return G_MAXUINT;
  below = &g_array_index (self->rows, MusterEntryRow, row + 1);
  for (guint j = below->first; j < below->first + below->n; j++)
    {
      const MusterSheetLine *other = sheet_line_at (self, j);

      if (other->region == line->region && other->baseline_pt - line->baseline_pt < 2.2 * line->size_pt
          && (fabs (other->box.x - line->box.x) < SAME_X_PT
              || fabs (other->box.x + other->box.width - line->box.x - line->box.width) < SAME_X_PT)
          && is_fragment (other))
        return j;
    }

  return G_MAXUINT;
}

/* Spans of [start, start + length) of texts that were joined by blanks. */
static guint
cut_joined (
    const MusterEntryRows *self, const guint *at, guint n, guint start, guint length, MusterSpan *spans)
{
  guint position = 0, n_spans = 0;

  for (guint i = 0; i < n; i++)
    {
      const MusterSheetLine *line = sheet_line_at (self, at[i]);
      guint                  size = line->end - line->start;
      guint                  from = MAX (start, position), to = MIN (start + length, position + size);

      if (from < to)
        spans[n_spans++]
            = muster_span_within (self->sheet, line_at (self, at[i]), from - position, to - from);
      position += size + 1;
    }

  return n_spans;
}

/* Joins up to three fragments below each other when they make one range. */
static gboolean
join_fragments (MusterEntryRows *self, guint row, guint i)
{
  guint at[MUSTER_DATE_MAX_SPANS] = { i };
  guint n = 1;
  g_autoptr (GString) text = g_string_new (sheet_line_at (self, i)->text);

  while (n < MUSTER_DATE_MAX_SPANS)
    {
      at[n] = find_fragment_below (self, row + n - 1, at[n - 1]);
      if (at[n] == G_MAXUINT)
        break;
      n++;
    }
  for (; n >= 2; n--)
    {
      g_autoptr (GArray) ranges = NULL;
      const MusterDateRange *range;
      MusterEntryRow        *own = &g_array_index (self->rows, MusterEntryRow, row);

      g_string_assign (text, sheet_line_at (self, i)->text);
      for (guint j = 1; j < n; j++)
        g_string_append_printf (text, " %s", sheet_line_at (self, at[j])->text);
      ranges = muster_date_ranges_find (text->str);
      range = ranges->len == 1 ? &g_array_index (ranges, MusterDateRange, 0) : NULL;
      if (range == NULL || !range->is_range || range->length + 2 < (guint) g_utf8_strlen (text->str, -1))
        continue;
      own->date = (MusterEntryDate){ .is_set = TRUE, .is_range = TRUE, .period = range->period };
      own->date.n_from = cut_joined (self, at, n, range->from_start, range->from_length, own->date.from);
      own->date.n_to = cut_joined (self, at, n, range->to_start, range->to_length, own->date.to);
      own->is_date_alone = TRUE;
      for (guint j = 0; j < n; j++)
        {
          self->kinds[at[j]] = MUSTER_ROW_SIDE;
          self->in_date[at[j]] = TRUE;
        }
      for (guint j = 1; j < n; j++)
        g_array_index (self->rows, MusterEntryRow, row + j).date = (MusterEntryDate){ 0 };
      return TRUE;
    }

  return FALSE;
}

static void
join_margins (MusterEntryRows *self)
{
  for (guint row = 0; row < self->rows->len; row++)
    {
      const MusterEntryRow *at = &g_array_index (self->rows, MusterEntryRow, row);

      for (guint i = at->first; i < at->first + at->n; i++)
        {
          const MusterSheetLine *line = sheet_line_at (self, i);
          gboolean               is_whole = line->dates->len == 1
                              && g_array_index (line->dates, MusterDateRange, 0).to_length > 0
                              && !g_array_index (line->dates, MusterDateRange, 0).period.is_open;

          if (is_whole || self->in_date[i] || !is_fragment (line))
            continue;
          if (join_fragments (self, row, i))
            break;
        }
    }
}

MusterEntryRows *
muster_entry_rows_new (const MusterSheet *sheet, const MusterSection *section)
{
  MusterEntryRows *self = g_new0 (MusterEntryRows, 1);

  self->sheet = sheet;
  self->section = section;
  self->kinds = g_new0 (MusterRowLine, section->lines->len + 1);
  self->in_item = g_new0 (gboolean, section->lines->len + 1);
  self->in_date = g_new0 (gboolean, section->lines->len + 1);
  self->rows = g_array_new (FALSE, TRUE, sizeof (MusterEntryRow));
  self->has_bullet_heads = find_bullet_heads (self);
  add_rows (self);
  join_margins (self);
  muster_entry_rows_join_dates (self);

  return self;
}

void
muster_entry_rows_free (MusterEntryRows *self)
{
  g_array_unref (self->rows);
  g_free (self->kinds);
  g_free (self->in_item);
  g_free (self->in_date);
  g_free (self);
}
