/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of entries as ISO values quoted from the page, and their bodies as points. */

#include "muster-entry-values.h"

#include <string.h>

#define MAX_SPANS 24
#define MAX_HIGHLIGHTS 60

static MusterValue *
date_value (
    const MusterSheet *sheet, const MusterSpan *spans, guint n_spans, MusterMonth month, gboolean has_month)
{
  g_autofree char *iso = NULL;

  if (n_spans == 0 || month == MUSTER_MONTH_NONE)
    return NULL;
  iso = muster_month_to_iso (month, has_month);

  return muster_spans_value_as (sheet, spans, n_spans, iso, 0.95);
}

MusterValue *
muster_entry_dup_start (const MusterSheet *sheet, const MusterEntry *entry)
{
  const MusterEntryDate *date = &entry->date;

  return date->is_set
             ? date_value (sheet, date->from, date->n_from, date->period.start, date->period.start_has_month)
             : NULL;
}

/* Of a single date: the date itself. */
MusterValue *
muster_entry_dup_end (const MusterSheet *sheet, const MusterEntry *entry)
{
  const MusterEntryDate *date = &entry->date;

  if (!date->is_set || date->period.is_open)
    return NULL;
  if (!date->is_range)
    return date_value (sheet, date->from, date->n_from, date->period.end, date->period.end_has_month);

  return date_value (sheet, date->to, date->n_to, date->period.end, date->period.end_has_month);
}

static gboolean
ends_sentence (const MusterSheetLine *line)
{
  gsize n = strlen (line->text);

  return g_str_has_suffix (line->text, "。") || (n > 0 && strchr (".!?:;", line->text[n - 1]) != NULL);
}

/* A point begins at a bullet, or where the one before ended with a full stop. */
static gboolean
begins_point (const MusterSheet *sheet, const GArray *body, guint i, gboolean has_bullets)
{
  const MusterSheetLine *line = muster_sheet_line (sheet, g_array_index (body, guint, i));
  const MusterSheetLine *above = i > 0 ? muster_sheet_line (sheet, g_array_index (body, guint, i - 1)) : NULL;

  if (above == NULL || line->has_bullet)
    return TRUE;
  if (g_unichar_islower (g_utf8_get_char (line->text)))
    return FALSE;
  if (above->has_bullet || has_bullets)
    return line->box.x < above->box.x - 3 && line->row != above->row;

  return ends_sentence (above) || above->box.width < 0.6 * line->box.width
         || !muster_lines_share_style (above, line);
}

/**
 * muster_entry_add_highlights:
 * @highlights: (element-type MusterValue): gets the points of the entry's body
 */
void
muster_entry_add_highlights (const MusterSheet *sheet, const MusterEntry *entry, GPtrArray *highlights)
{
  gboolean has_bullets = FALSE;
  guint    i = 0;

  for (guint j = 0; j < entry->body->len; j++)
    has_bullets |= muster_sheet_line (sheet, g_array_index (entry->body, guint, j))->has_bullet;
  while (i < entry->body->len && highlights->len < MAX_HIGHLIGHTS)
    {
      MusterSpan   spans[MAX_SPANS];
      guint        n = 0;
      MusterValue *value;

      do
        {
          if (n < MAX_SPANS)
            spans[n++] = muster_span_of_line (sheet, g_array_index (entry->body, guint, i));
          i++;
        }
      while (i < entry->body->len && !begins_point (sheet, entry->body, i, has_bullets));
      value = muster_spans_value (sheet, spans, n, 0.9);
      if (value != NULL)
        g_ptr_array_add (highlights, value);
    }
}
