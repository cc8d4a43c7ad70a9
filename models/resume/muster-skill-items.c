/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items are parted by signs, bullets, lines and wide gaps; a line that ends inside an item goes on in the
 * next one only in lists that use signs. */

#include "muster-skill-items.h"
#include "muster-fold.h"

#include <math.h>
#include <string.h>

#define MAX_ITEMS 300
/* Share of lines with separators from which a list is one running text. */
#define RUNNING_SHARE 0.4
/* A gap between words of one line that parts items where there are no signs. */
#define WIDE_GAP_EM 0.55

static gboolean
is_separator (gunichar c)
{
  return c != 0 && g_utf8_strchr (",;|•·▪●■，、；/", -1, c) != NULL;
}

/* "/" parts only with blanks around it; commas in brackets and in numbers part nothing. */
static gboolean
is_cut_at (const gunichar *text, glong n, glong i, int depth)
{
  gunichar before = i > 0 ? text[i - 1] : ' ';
  gunichar after = i + 1 < n ? text[i + 1] : ' ';

  if (!is_separator (text[i]) || depth > 0)
    return FALSE;
  if (text[i] == '/')
    return g_unichar_isspace (before) && g_unichar_isspace (after);

  return !(text[i] == ',' && g_unichar_isdigit (before) && g_unichar_isdigit (after));
}

static int
bracket (gunichar c)
{
  if (c == '(' || c == '[' || c == 0xff08)
    return 1;

  return c == ')' || c == ']' || c == 0xff09 ? -1 : 0;
}

static gboolean
has_separator (const MusterSheet *sheet, MusterSpan span)
{
  g_autofree char     *text = muster_span_dup_text (sheet, span);
  glong                n = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, -1, &n);
  int                  depth = 0;

  for (glong i = 0; i < n; i++)
    {
      depth = MAX (0, depth + bracket (wide[i]));
      if (is_cut_at (wide, n, i, depth))
        return TRUE;
    }

  return FALSE;
}

/* Adds a piece of a line, trimmed, as an item of its own or to the item before. */
static void
add_piece (const MusterSheet *sheet, GArray *items, MusterSpan span, gboolean goes_on)
{
  MusterSpan trimmed = muster_span_trim (sheet, span);

  if (trimmed.end <= trimmed.start || items->len >= MAX_ITEMS)
    return;
  if (goes_on && items->len > 0)
    {
      MusterSkillItem *last = &g_array_index (items, MusterSkillItem, items->len - 1);

      if (last->n_spans < MUSTER_ITEM_MAX_SPANS)
        {
          /* The hyphen of a word that was cut stays: joining needs it. */
          MusterSpan *end = &last->spans[last->n_spans - 1];

          end->end = muster_sheet_line (sheet, end->line)->end;
          last->spans[last->n_spans++] = trimmed;
          return;
        }
    }

  MusterSkillItem item = { .spans = { trimmed }, .n_spans = 1 };

  g_array_append_val (items, item);
}

/* Cuts one line at its signs; returns whether its last item may go on in the next line. */
static gboolean
cut_at_signs (const MusterSheet *sheet, GArray *items, MusterSpan span, gboolean goes_on)
{
  g_autofree char     *text = muster_span_dup_text (sheet, span);
  glong                n = 0, begin = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, -1, &n);
  int                  depth = 0;

  for (glong i = 0; i < n; i++)
    {
      depth = MAX (0, depth + bracket (wide[i]));
      if (!is_cut_at (wide, n, i, depth))
        continue;
      add_piece (sheet,
                 items,
                 (MusterSpan){ span.line, span.start + (guint) begin, span.start + (guint) i },
                 goes_on && begin == 0);
      begin = i + 1;
    }
  add_piece (
      sheet, items, (MusterSpan){ span.line, span.start + (guint) begin, span.end }, goes_on && begin == 0);
  while (n > 0 && g_unichar_isspace (wide[n - 1]))
    n--;

  return n > 0 && !is_separator (wide[n - 1]);
}

/* Cuts a line without signs at gaps that are wider than blanks. */
static void
cut_at_gaps (const MusterSheet *sheet, GArray *items, MusterSpan span)
{
  const MusterSheetLine *line = muster_sheet_line (sheet, span.line);
  const MusterWord      *words = muster_sheet_words (sheet, line);
  guint                  begin = span.start;

  for (guint i = 1; i < line->n_words; i++)
    {
      double gap_pt = words[i].box.x - words[i - 1].box.x - words[i - 1].box.width;

      if (words[i].text_start <= span.start || words[i].text_start >= span.end
          || gap_pt < WIDE_GAP_EM * line->size_pt)
        continue;
      add_piece (sheet, items, (MusterSpan){ span.line, begin, words[i].text_start }, FALSE);
      begin = words[i].text_start;
    }
  add_piece (sheet, items, (MusterSpan){ span.line, begin, span.end }, FALSE);
}

/* The line below in the same column, at the usual distance and in the same style. */
static gboolean
follows (const MusterSheet *sheet, MusterSpan above, MusterSpan below)
{
  const MusterSheetLine *first = muster_sheet_line (sheet, above.line);
  const MusterSheetLine *second = muster_sheet_line (sheet, below.line);

  return first->region == second->region && first->row != second->row && !second->has_bullet
         && second->baseline_pt - first->baseline_pt < 1.9 * first->size_pt
         && fabs (first->size_pt - second->size_pt) < 0.6;
}

static gboolean
begins_small (const MusterSheet *sheet, MusterSpan span)
{
  const MusterSheetLine *line = muster_sheet_line (sheet, span.line);
  gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (line->text, span.start - line->start));

  return g_unichar_islower (c);
}

/**
 * muster_skill_items_cut:
 *
 * Returns: (transfer full) (element-type MusterSkillItem): the items of a list.
 */
GArray *
muster_skill_items_cut (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans)
{
  GArray  *items = g_array_new (FALSE, TRUE, sizeof (MusterSkillItem));
  guint    n_with = 0;
  gboolean is_running, is_open = FALSE;

  for (guint i = 0; i < n_spans; i++)
    n_with += has_separator (sheet, spans[i]);
  is_running = n_with >= RUNNING_SHARE * n_spans && n_with > 0;

  for (guint i = 0; i < n_spans; i++)
    {
      gboolean goes_on = i > 0 && is_open && follows (sheet, spans[i - 1], spans[i])
                         && (is_running || begins_small (sheet, spans[i])
                             || muster_sheet_line (sheet, spans[i - 1].line)->has_bullet);

      if (has_separator (sheet, spans[i]) || goes_on)
        is_open = cut_at_signs (sheet, items, spans[i], goes_on);
      else
        {
          cut_at_gaps (sheet, items, spans[i]);
          is_open = TRUE;
        }
    }

  return items;
}
