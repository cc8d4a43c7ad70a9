/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From pieces of lines to values: text as a person would copy it, and the evidence for it. */

#include "muster-sheet.h"

#include <string.h>

MusterSpan
muster_span_of_line (const MusterSheet *self, guint line)
{
  const MusterSheetLine *at = muster_sheet_line (self, line);

  return (MusterSpan){ line, at->start, at->end };
}

/* @start, @length: code points of the text of the line */
MusterSpan
muster_span_within (const MusterSheet *self, guint line, guint start, guint length)
{
  const MusterSheetLine *at = muster_sheet_line (self, line);

  return (MusterSpan){ line, at->start + start, at->start + start + length };
}

/**
 * muster_span_dup_text:
 *
 * Returns: (transfer full): the text of the span, symbols as bullets.
 */
char *
muster_span_dup_text (const MusterSheet *self, MusterSpan span)
{
  const MusterSheetLine *line = muster_sheet_line (self, span.line);

  return g_utf8_substring (line->text, span.start - line->start, span.end - line->start);
}

/* Signs that stand between values and belong to none of them. */
static gboolean
is_margin (gunichar c)
{
  return g_unichar_isspace (c)
         || (c != 0
             && g_utf8_strchr ("|•·,;:/-–—―‐‑−~*_@＠，、；：｜"
                               "<>→«»\"“”„'’‘`◆",
                               -1, c) != NULL);
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == 0xff09;
}

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == 0xff08;
}

/**
 * muster_span_trim:
 *
 * Returns: the span without separators, blanks and lone brackets at its ends; empty (start == end) where
 * nothing else is in it.
 */
MusterSpan
muster_span_trim (const MusterSheet *self, MusterSpan span)
{
  g_autofree char     *text = muster_span_dup_text (self, span);
  glong                n = 0;
  g_autofree gunichar *wide = g_utf8_to_ucs4_fast (text, -1, &n);
  glong                from = 0, to = n;
  int                  depth = 0;

  for (glong i = 0; i < n; i++)
    depth += is_opening (wide[i]) ? 1 : is_closing (wide[i]) ? -1 : 0;
  while (from < to)
    {
      if (is_margin (wide[from]) || is_closing (wide[from]) || (is_opening (wide[from]) && depth > 0)
          || (wide[from] == '.' && from + 1 < to && !g_unichar_isalnum (wide[from + 1])))
        {
          depth -= is_opening (wide[from]) ? 1 : is_closing (wide[from]) ? -1 : 0;
          from++;
        }
      else if (is_margin (wide[to - 1]) || is_opening (wide[to - 1])
               || (is_closing (wide[to - 1]) && depth < 0))
        {
          depth -= is_opening (wide[to - 1]) ? 1 : is_closing (wide[to - 1]) ? -1 : 0;
          to--;
        }
      else if (is_opening (wide[from]) && is_closing (wide[to - 1]))
        {
          from++;
          to--;
        }
      else
        break;
    }

  return (MusterSpan){ span.line, span.start + (guint) from, span.start + (guint) MAX (from, to) };
}

void
muster_spans_trim (const MusterSheet *self, MusterSpan *spans, guint n_spans)
{
  if (n_spans == 1)
    spans[0] = muster_span_trim (self, spans[0]);
  else if (n_spans > 1)
    {
      spans[0].start = muster_span_trim (self, spans[0]).start;
      spans[n_spans - 1].end = muster_span_trim (self, spans[n_spans - 1]).end;
    }
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xad;
}

/* Adds a piece; a word that was cut at the end of the piece before is made whole. */
static void
append_piece (GString *text, const char *piece)
{
  gunichar    first = g_utf8_get_char (piece);
  const char *last = text->len > 0 ? g_utf8_find_prev_char (text->str, text->str + text->len) : NULL;

  if (last != NULL)
    {
      const char *before = g_utf8_find_prev_char (text->str, last);

      if (is_hyphen (g_utf8_get_char (last)) && g_unichar_islower (first) && before != NULL
          && g_unichar_isalpha (g_utf8_get_char (before)))
        g_string_truncate (text, (gsize) (last - text->str));
      else if (g_unichar_iswide (first) && g_unichar_iswide (g_utf8_get_char (last)))
        ;
      else
        g_string_append_c (text, ' ');
    }
  g_string_append (text, piece);
}

/* Compatibility forms (ligatures, full-width letters) as plain letters, soft hyphens out, blanks single. */
static char *
clean (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString         *cleaned = g_string_new (NULL);
  gboolean         has_gap = FALSE;

  for (const char *p = plain != NULL ? plain : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0xfeff)
        continue;
      if (g_unichar_isspace (c))
        {
          has_gap = TRUE;
          continue;
        }
      if (has_gap && cleaned->len > 0)
        g_string_append_c (cleaned, ' ');
      has_gap = FALSE;
      g_string_append_unichar (cleaned, c);
    }

  return g_string_free (cleaned, FALSE);
}

/**
 * muster_spans_dup_text:
 *
 * Returns: (transfer full): the text of spans that follow each other, lines joined by blanks.
 */
char *
muster_spans_dup_text (const MusterSheet *self, const MusterSpan *spans, guint n_spans)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *piece = muster_span_dup_text (self, spans[i]);

      append_piece (text, piece);
    }

  return clean (text->str);
}

/* Box of the words that a span touches. */
static gboolean
span_box (const MusterSheet *self, MusterSpan span, MusterBox *box, gboolean *is_form)
{
  const MusterSheetLine *line = muster_sheet_line (self, span.line);
  const MusterWord      *words = muster_sheet_words (self, line);
  gboolean               has_box = FALSE;

  for (guint i = 0; i < line->n_words; i++)
    {
      if (words[i].text_start >= span.end || words[i].text_start + words[i].text_length <= span.start)
        continue;
      *box = has_box ? muster_box_union (*box, words[i].box) : words[i].box;
      *is_form = words[i].source == MUSTER_WORD_FORM_FIELD;
      has_box = TRUE;
    }

  return has_box;
}

/**
 * muster_spans_evidence:
 * @spans: at least one
 *
 * Returns: page and box of the spans on the page of the first one; the text place runs from the first to the
 * last of them.
 */
MusterEvidence
muster_spans_evidence (const MusterSheet *self, const MusterSpan *spans, guint n_spans)
{
  guint          page = muster_sheet_line (self, spans[0].line)->page;
  guint          start = spans[0].start, end = spans[0].end;
  MusterEvidence evidence
      = { .page = muster_page_get_number (muster_document_get_page (self->document, page)) };
  gboolean has_box = FALSE, is_form = FALSE;

  for (guint i = 0; i < n_spans; i++)
    {
      MusterBox box;

      start = MIN (start, spans[i].start);
      end = MAX (end, spans[i].end);
      if (muster_sheet_line (self, spans[i].line)->page != page || !span_box (self, spans[i], &box, &is_form))
        continue;
      evidence.box = has_box ? muster_box_union (evidence.box, box) : box;
      has_box = TRUE;
    }
  evidence.start = start;
  evidence.length = end - start;
  evidence.kind = is_form ? MUSTER_EVIDENCE_FORM : MUSTER_EVIDENCE_TEXT;

  return evidence;
}

/**
 * muster_sheet_dup_quote:
 *
 * Returns: (transfer full): the text of the document at the place of @evidence, verbatim, with its line breaks.
 */
char *
muster_sheet_dup_quote (const MusterSheet *self, const MusterEvidence *evidence)
{
  guint start = MIN (evidence->start, self->n_characters);
  guint length = MIN (evidence->length, self->n_characters - start);
  char *quote = g_ucs4_to_utf8 (self->characters + start, length, NULL, NULL, NULL);

  return quote != NULL ? quote : g_strdup ("");
}

/**
 * muster_spans_value:
 *
 * Returns: (transfer full) (nullable): their text as a value; NULL when it is empty.
 */
MusterValue *
muster_spans_value (const MusterSheet *self, const MusterSpan *spans, guint n_spans, double confidence)
{
  g_autofree char *text = NULL;

  if (n_spans == 0)
    return NULL;
  text = muster_spans_dup_text (self, spans, n_spans);

  return *text != '\0' ? muster_spans_value_as (self, spans, n_spans, text, confidence) : NULL;
}

MusterValue *
muster_span_value (const MusterSheet *self, MusterSpan span, double confidence)
{
  return muster_spans_value (self, &span, 1, confidence);
}

/**
 * muster_spans_value_as:
 * @spans: at least one
 * @text: what they mean, e.g. an ISO date
 *
 * Returns: (transfer full): the value, quoted as it stands in the document from the first to the last of them.
 */
MusterValue *
muster_spans_value_as (const MusterSheet *self, const MusterSpan *spans, guint n_spans, const char *text,
                       double confidence)
{
  MusterEvidence   evidence = muster_spans_evidence (self, spans, n_spans);
  g_autofree char *quote = muster_sheet_dup_quote (self, &evidence);

  return muster_value_new_quoted (text, quote, evidence, confidence);
}

MusterValue *
muster_span_value_as (const MusterSheet *self, MusterSpan span, const char *text, double confidence)
{
  return muster_spans_value_as (self, &span, 1, text, confidence);
}
