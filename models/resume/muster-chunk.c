/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cutting headers: at the ends of lines, where the style changes, at signs that part things, and at "at".
 * What is a date, a duration, a link or a kind of contract is left out. */

#include "muster-chunk.h"
#include "muster-date-range.h"
#include "muster-fold.h"
#include "muster-place.h"
#include "muster-title.h"

#include <math.h>
#include <string.h>

/* A header of more pieces is no header. */
#define MAX_CHUNKS 40

void
muster_chunk_free (MusterChunk *self)
{
  g_free (self->text);
  g_free (self);
}

/* Text of spans joined by blanks, with one code point for each of the spans'. */
static char *
join (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *piece = muster_span_dup_text (sheet, spans[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", piece);
    }

  return g_string_free (text, FALSE);
}

/* (nullable): a chunk of trimmed spans; scores set. */
static MusterChunk *
chunk_new (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans)
{
  MusterChunk *self = g_new0 (MusterChunk, 1);

  for (guint i = 0; i < n_spans && self->n_spans < MUSTER_CHUNK_MAX_SPANS; i++)
    {
      MusterSpan span = n_spans == 1 ? muster_span_trim (sheet, spans[i]) : spans[i];

      if (span.end > span.start)
        self->spans[self->n_spans++] = span;
    }
  self->text = join (sheet, self->spans, self->n_spans);
  if (self->n_spans == 0 || *self->text == '\0')
    {
      muster_chunk_free (self);
      return NULL;
    }
  self->is_place = muster_text_is_place (self->text);
  self->title = muster_title_score (self->text);
  self->organisation = muster_organisation_score (self->text);

  return self;
}

/* The spans of [start, start + length) of what join() gives. */
static guint
cut_spans (const MusterSpan *spans, guint n_spans, guint start, guint length, MusterSpan *cut)
{
  guint position = 0, n = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      guint size = spans[i].end - spans[i].start;
      guint from = MAX (start, position), to = MIN (start + length, position + size);

      if (from < to)
        cut[n++]
            = (MusterSpan){ spans[i].line, spans[i].start + from - position, spans[i].start + to - position };
      position += size + 1;
    }

  return n;
}

MusterChunk *
muster_chunk_new_part (const MusterSheet *sheet, const MusterChunk *chunk, guint start, guint length)
{
  MusterSpan   cut[MUSTER_CHUNK_MAX_SPANS];
  guint        n = cut_spans (chunk->spans, chunk->n_spans, start, length, cut);
  MusterChunk *part;

  muster_spans_trim (sheet, cut, n);
  part = n > 0 ? chunk_new (sheet, cut, n) : NULL;
  if (part != NULL)
    {
      part->row = chunk->row;
      part->column = chunk->column;
    }

  return part;
}

MusterValue *
muster_chunk_value (const MusterSheet *sheet, const MusterChunk *chunk, double confidence)
{
  return muster_spans_value (sheet, chunk->spans, chunk->n_spans, confidence);
}

static GRegex *
get_separator (void)
{
  static GRegex *separator;

  if (g_once_init_enter (&separator))
    {
      GRegex *regex = g_regex_new ("\\s*[|•·‖¦│▪◦●■►»→]+\\s*|\\s+[-‐‑–—―−/"
                                   "~:]+\\s+|\\s*[—―]\\s*|\\s+,\\s+|\\s*[;；]\\s*|\\s*@\\s*|\\t+|"
                                   "\\s+(?:at|bei|beim|chez|from)\\s+",
                                   G_REGEX_CASELESS | G_REGEX_OPTIMIZE,
                                   0,
                                   NULL);

      g_once_init_leave (&separator, regex);
    }

  return separator;
}

/* Full-time, permanent, intern contract ...: says how, not what or where. */
static gboolean
is_noise (const char *text)
{
  static const char *kinds[] = { "fulltime",  "parttime", "contract",   "contractor",   "permanent",
                                 "temporary", "vollzeit", "teilzeit",   "unbefristet",  "befristet",
                                 "cdi",       "cdd",      "tempsplein", "tempspartiel", "jornadacompleta",
                                 "全职",      "兼职",     "location",   "date",         "dates",
                                 "from",      "to",       "since",      "company",      "position",
                                 "title",     "role",     "employer",   "duration",     "period",
                                 "website",   "url",      "present",    "paid",         "unpaid",
                                 "seasonal",  "summer" };
  g_autofree char   *squeezed = muster_fold_squeezed (text);

  if (*squeezed == '\0' || muster_text_is_duration (text))
    return TRUE;
  if (strstr (text, "://") != NULL || g_str_has_prefix (text, "www."))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (squeezed, kinds[i]) == 0)
        return TRUE;
    }
  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  const MusterSheet *sheet;
  GPtrArray         *chunks;
  guint              row;
  guint              column;
} Cutter;

/* "... College, Mumbai in" before a date: the word belongs to the date. */
static guint
length_without_preposition (
    const MusterSheet *sheet, const MusterSpan *spans, guint n_spans, guint start, guint length)
{
  static const char *words[] = { " in",    " since", " from", " im", " en", " on",   " seit", " depuis",
                                 " desde", " (",     " von",  " de", " du", " till", " year", " batch" };
  g_autofree char   *all = join (sheet, spans, n_spans);
  g_autofree char   *text = g_utf8_substring (all, start, start + length);
  g_autofree char   *folded = g_utf8_casefold (text, -1);

  g_strchomp (folded);
  g_strchomp (text);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_suffix (folded, words[i]))
        return (guint) (g_utf8_strlen (text, -1) - (glong) strlen (words[i]));
    }

  return length;
}

static void
add_chunk (Cutter *cutter, const MusterSpan *spans, guint n_spans, guint start, guint length)
{
  MusterSpan   cut[MUSTER_CHUNK_MAX_SPANS];
  guint        n = cut_spans (spans, n_spans, start, length, cut);
  MusterChunk *chunk = NULL;

  if (n > 0 && cutter->chunks->len < MAX_CHUNKS)
    {
      muster_spans_trim (cutter->sheet, cut, n);
      chunk = chunk_new (cutter->sheet, cut, n);
    }
  if (chunk == NULL)
    return;
  if (is_noise (chunk->text))
    {
      muster_chunk_free (chunk);
      return;
    }
  chunk->row = cutter->row;
  chunk->column = cutter->column++;
  g_ptr_array_add (cutter->chunks, chunk);
}

/* "University of Texas at Austin": the word belongs to the name. */
static gboolean
is_part_of_name (const char *text, guint start, guint end)
{
  g_autofree char *before = g_utf8_substring (text, 0, start);
  g_autofree char *sign = g_utf8_substring (text, start, end);
  g_autofree char *folded = muster_fold (sign);

  return strcmp (folded, "at") == 0 && muster_text_names_school (before);
}

/* One piece of one style: cut at separators. */
static void
cut_piece (Cutter *cutter, const MusterSpan *spans, guint n_spans, guint from, guint to)
{
  g_autofree char *all = join (cutter->sheet, spans, n_spans);
  g_autofree char *text = g_utf8_substring (all, from, to);
  GMatchInfo      *match = NULL;
  guint            begin = 0;

  g_regex_match (get_separator (), text, 0, &match);
  while (g_match_info_matches (match))
    {
      int   start_byte, end_byte;
      guint start, end;

      g_match_info_fetch_pos (match, 0, &start_byte, &end_byte);
      start = (guint) g_utf8_pointer_to_offset (text, text + start_byte);
      end = (guint) g_utf8_pointer_to_offset (text, text + end_byte);
      if (!is_part_of_name (text, start, end))
        {
          add_chunk (cutter, spans, n_spans, from + begin, start - begin);
          begin = end;
        }
      g_match_info_next (match, NULL);
    }
  g_match_info_free (match);
  add_chunk (cutter, spans, n_spans, from + begin, (guint) g_utf8_strlen (text, -1) - begin);
}

static gboolean
differ (const MusterWord *a, const MusterWord *b)
{
  const guint style = MUSTER_WORD_BOLD | MUSTER_WORD_ITALIC;

  if (a->source == MUSTER_WORD_OCR || b->source == MUSTER_WORD_OCR)
    return FALSE;

  return (a->flags & style) != (b->flags & style) || a->colour != b->colour
         || fabs (a->size_pt - b->size_pt) > 0.15 * MAX (a->size_pt, b->size_pt);
}

/* Marks, in @breaks (one a code point of the joined text), the first letters of words that look other than
 * the word before. */
static void
mark_style_breaks (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans, gboolean *breaks)
{
  guint             position = 0;
  const MusterWord *before = NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, spans[i].line);
      const MusterWord      *words = muster_sheet_words (sheet, line);

      for (guint j = 0; j < line->n_words; j++)
        {
          if (words[j].text_start < spans[i].start || words[j].text_start >= spans[i].end
              || (words[j].flags & MUSTER_WORD_SYMBOL))
            continue;
          if (before != NULL && differ (before, &words[j]) && !(words[j].flags & MUSTER_WORD_GLUED))
            breaks[position + words[j].text_start - spans[i].start] = TRUE;
          before = &words[j];
        }
      position += spans[i].end - spans[i].start + 1;
    }
}

/* Marks code points of dates. */
static void
mark_dates (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans, gboolean *dates)
{
  guint position = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, spans[i].line);

      for (guint j = 0; j < line->dates->len; j++)
        {
          const MusterDateRange *range = &g_array_index (line->dates, MusterDateRange, j);

          for (guint k = 0; k < range->length; k++)
            {
              guint at = line->start + range->start + k;

              if (at >= spans[i].start && at < spans[i].end)
                dates[position + at - spans[i].start] = TRUE;
            }
        }
      position += spans[i].end - spans[i].start + 1;
    }
}

static void
cut_row (Cutter *cutter, const MusterSpan *spans, guint n_spans)
{
  g_autofree char     *text = join (cutter->sheet, spans, n_spans);
  guint                n = (guint) g_utf8_strlen (text, -1);
  g_autofree gboolean *breaks = g_new0 (gboolean, n + 1);
  g_autofree gboolean *dates = g_new0 (gboolean, n + 1);
  guint                begin = 0;

  mark_style_breaks (cutter->sheet, spans, n_spans, breaks);
  mark_dates (cutter->sheet, spans, n_spans, dates);
  for (guint i = 0; i <= n; i++)
    {
      gboolean is_cut = i == n || breaks[i] || (i > 0 && dates[i] != dates[i - 1]);

      if (!is_cut || i == begin)
        continue;
      if (!dates[begin])
        {
          guint length = i < n && dates[i]
                             ? length_without_preposition (cutter->sheet, spans, n_spans, begin, i - begin)
                             : i - begin;

          cut_piece (cutter, spans, n_spans, begin, begin + length);
        }
      begin = i;
    }
}

/* Whether the date at the end of a line is all there is of dates in it. */
static gboolean
has_date_before_end (const MusterSheetLine *line)
{
  return line->dates->len > 0 && g_array_index (line->dates, MusterDateRange, 0).start < 3;
}

/* The first word of the next line had no room in this one, and looks like its rest. */
static gboolean
is_wrapped (const MusterSheet *sheet, const MusterEntry *entry, guint i)
{
  const MusterSheetLine *line = muster_sheet_line (sheet, g_array_index (entry->header, guint, i));
  const MusterSheetLine *next = muster_sheet_line (sheet, g_array_index (entry->header, guint, i + 1));
  const MusterWord      *first = muster_sheet_words (sheet, next);
  const MusterWord      *last = muster_sheet_words (sheet, line) + line->n_words - 1;
  double                 end_pt = line->box.x + line->box.width;

  if (next->row == line->row || next->region != line->region || next->has_bullet || has_date_before_end (next)
      || fabs (next->box.x - line->box.x) > 3 || next->baseline_pt - line->baseline_pt > 1.7 * line->size_pt
      || differ (last, first))
    return FALSE;

  return end_pt + 0.2 * line->size_pt + first->box.width > entry->right_pt - 1
         && line->box.width > 12 * line->size_pt;
}

/**
 * muster_chunks_cut:
 *
 * Returns: (transfer full) (element-type MusterChunk): the pieces of the entry's header.
 */
GPtrArray *
muster_chunks_cut (const MusterSheet *sheet, const MusterEntry *entry)
{
  GPtrArray *chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_chunk_free);
  Cutter     cutter = { sheet, chunks, 0, 0 };
  guint      i = 0;

  while (i < entry->header->len)
    {
      MusterSpan spans[MUSTER_CHUNK_MAX_SPANS];
      guint      n = 0;
      guint      row = muster_sheet_line (sheet, g_array_index (entry->header, guint, i))->row;
      guint      n_before = chunks->len;

      spans[n++] = muster_span_of_line (sheet, g_array_index (entry->header, guint, i));
      while (n < MUSTER_CHUNK_MAX_SPANS && i + 1 < entry->header->len && is_wrapped (sheet, entry, i))
        spans[n++] = muster_span_of_line (sheet, g_array_index (entry->header, guint, ++i));
      cut_row (&cutter, spans, n);
      i++;
      if (i < entry->header->len
          && muster_sheet_line (sheet, g_array_index (entry->header, guint, i))->row != row
          && chunks->len > n_before)
        {
          cutter.row++;
          cutter.column = 0;
        }
    }

  return chunks;
}
