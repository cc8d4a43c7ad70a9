/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Masks and the page: values that only their place beside a label explains, boxes for runs of text, and pictures that
 * have the shape of a portrait. */

#include "muster-mask-private.h"

#include <math.h>
#include <string.h>

#define MAX_CELL_LETTERS 90
#define MIN_PORTRAIT_PT 34
#define MAX_PORTRAIT_PT 260
#define MAX_PORTRAIT_SHARE 0.16

typedef struct
{
  guint start;
  guint end;
} Range;

static Range
range_of_line (const MusterLine *line, const MusterWord *words)
{
  const MusterWord *first = &words[line->first_word], *last = &words[line->first_word + line->n_words - 1];

  return (Range){ first->text_start, last->text_start + last->text_length };
}

/* The next cell to the right in the same row, else the next line of the column. */
static const MusterLine *
find_value_line (const MusterLine *lines, guint n_lines, guint label)
{
  const MusterLine *value = NULL, *at = &lines[label];

  for (guint i = 0; i < n_lines; i++)
    if (i != label && lines[i].row == at->row && lines[i].box.x > at->box.x && lines[i].n_words > 0
        && (value == NULL || lines[i].box.x < value->box.x))
      value = &lines[i];
  if (value == NULL && label + 1 < n_lines && lines[label + 1].region == at->region
      && lines[label + 1].baseline_pt - at->baseline_pt < 3 * MAX (at->size_pt, 6) && lines[label + 1].n_words > 0)
    value = &lines[label + 1];

  return value;
}

static void
find_cells_of_page (const MusterPage *page, GArray *matches)
{
  guint             n_words, n_lines;
  const MusterWord *words = muster_page_get_words (page, &n_words);
  const MusterLine *lines = muster_page_get_lines (page, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      MusterMaskMatch   match;
      MusterMaskKind    other;
      const MusterLine *value;
      g_autofree char  *text = muster_page_dup_line_text (page, i);
      g_autofree char  *value_text = NULL;
      Range             range;

      if (!muster_mask_is_label (text, &match.kind))
        continue;
      value = find_value_line (lines, n_lines, i);
      if (value == NULL)
        continue;
      value_text = muster_page_dup_line_text (page, (guint) (value - lines));
      range = range_of_line (value, words);
      match.start = range.start;
      match.length = range.end - range.start;
      if (match.length <= MAX_CELL_LETTERS && !muster_mask_is_label (value_text, &other))
        g_array_append_val (matches, match);
    }
}

void
muster_mask_find_cells (const MusterDocument *document, GArray *matches)
{
  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    find_cells_of_page (muster_document_get_page (document, i), matches);
}

/* The part of a word's box that the run covers. */
static MusterBox
cut_box (const MusterWord *word, guint start, guint end)
{
  MusterBox box = word->box;
  double    letter = word->text_length > 0 ? box.width / word->text_length : 0;
  guint     from = MAX (start, word->text_start), to = MIN (end, word->text_start + word->text_length);

  box.x += letter * (from - word->text_start);
  box.width = letter * (to - from);

  return box;
}

static void
lay_out_run (const MusterPage *page, const MusterMaskMatch *run, GArray *spans)
{
  guint             n_words, end = run->start + run->length;
  const MusterWord *words = muster_page_get_words (page, &n_words);
  int               line = -2;

  for (guint i = 0; i < n_words && words[i].text_start < end; i++)
    {
      MusterMaskSpan span = { .kind = run->kind, .page = muster_page_get_number (page) };

      if (words[i].text_length == 0 || words[i].text_start + words[i].text_length <= run->start)
        continue;
      span.box = cut_box (&words[i], run->start, end);
      span.start = MAX (words[i].text_start, run->start);
      span.length = MIN (words[i].text_start + words[i].text_length, end) - span.start;
      if (line == words[i].line && spans->len > 0)
        {
          MusterMaskSpan *last = &g_array_index (spans, MusterMaskSpan, spans->len - 1);

          last->box = muster_box_union (last->box, span.box);
          last->length = span.start + span.length - last->start;
        }
      else
        g_array_append_val (spans, span);
      line = words[i].line;
    }
}

/* Not a rule, not a logo's strip, not the picture of a whole page. */
static gboolean
is_portrait (const MusterPage *page, MusterBox box)
{
  double area = muster_page_get_width_pt (page) * muster_page_get_height_pt (page);
  double shape = box.width > 0 ? box.height / box.width : 0;

  return box.width >= MIN_PORTRAIT_PT && box.height >= MIN_PORTRAIT_PT && box.width <= MAX_PORTRAIT_PT
         && box.height <= MAX_PORTRAIT_PT && shape >= 0.75 && shape <= 2.0
         && muster_box_area (box) <= MAX_PORTRAIT_SHARE * area;
}

static void
add_portraits (const MusterPage *page, GArray *spans)
{
  guint            n;
  const MusterBox *pictures = muster_page_get_pictures (page, &n);

  for (guint i = 0; i < n; i++)
    {
      MusterMaskSpan span
          = { .kind = MUSTER_MASK_PHOTO, .page = muster_page_get_number (page), .box = pictures[i] };

      if (is_portrait (page, pictures[i]))
        g_array_append_val (spans, span);
    }
}

GArray *
muster_mask_lay_out (const MusterDocument *document, const GArray *runs)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (MusterMaskSpan));
  guint   first = 0;

  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    {
      const MusterPage *page = muster_document_get_page (document, i);
      guint             n_words, end = 0;
      const MusterWord *words = muster_page_get_words (page, &n_words);

      for (guint j = 0; j < n_words; j++)
        end = MAX (end, words[j].text_start + words[j].text_length);
      for (guint j = first; j < runs->len && g_array_index (runs, MusterMaskMatch, j).start < end; j++)
        {
          const MusterMaskMatch *run = &g_array_index (runs, MusterMaskMatch, j);

          lay_out_run (page, run, spans);
          if (run->start + run->length <= end)
            first = j + 1;
        }
    }
  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    add_portraits (muster_document_get_page (document, i), spans);

  return spans;
}
