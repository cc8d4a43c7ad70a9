/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as the extractor reads it: its lines with their style, without bullets, and without headers and footers
 * that run over all pages. Private to models/resume. Filled once, then read-only. */
#pragma once

#include "muster-profile.h"

G_BEGIN_DECLS

/* A piece of one line: code points of the document's text. */
typedef struct
{
  guint line; /* index into the lines of the sheet */
  guint start;
  guint end;
} MusterSpan;

/* A run of words on one baseline. text has one code point for each of [start, end): symbols inside are bullets
 * (U+2022). */
typedef struct
{
  guint     page; /* from 0 */
  guint     first_word;
  guint     n_words;
  guint     start;
  guint     end;
  char     *text;
  char     *folded;
  GArray   *dates; /* MusterDateRange, places within text */
  MusterBox box;
  double    baseline_pt;
  double    size_pt;
  double    lead_pt; /* from the baseline of the row above, 0 for the first of a region */
  guint32   colour;
  guint     row;    /* lines that stand beside each other; rises over the sheet */
  guint     region; /* rises over the sheet */
  gboolean  is_bold;
  gboolean  is_italic;
  gboolean  is_capital;
  gboolean  has_bullet;
  gboolean  is_recognised; /* from a picture: size and weight are estimates */
  gboolean  is_running; /* repeats on other pages */
} MusterSheetLine;

typedef struct
{
  const MusterDocument *document; /* not owned */
  gunichar             *characters; /* the document's text */
  guint                 n_characters;
  GArray               *lines;    /* MusterSheetLine in reading order */
  double                body_size_pt;
  guint32               body_colour;
  gboolean              is_body_bold;
} MusterSheet;

MusterSheet           *muster_sheet_new         (const MusterDocument *document);
void                   muster_sheet_free        (MusterSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSheet, muster_sheet_free)

const MusterSheetLine *muster_sheet_line        (const MusterSheet *self, guint index);
const MusterWord      *muster_sheet_words       (const MusterSheet *self, const MusterSheetLine *line);
void                   muster_sheet_mark_running (MusterSheet *self);
gboolean               muster_lines_share_style (const MusterSheetLine *a, const MusterSheetLine *b);
gboolean               muster_lines_share_font  (const MusterSheetLine *a, const MusterSheetLine *b);

/* Spans */
MusterSpan             muster_span_of_line      (const MusterSheet *self, guint line);
MusterSpan             muster_span_within       (const MusterSheet *self, guint line, guint start,
                                                  guint length); /* of the line's text */
MusterSpan             muster_span_trim         (const MusterSheet *self, MusterSpan span);
void                   muster_spans_trim        (const MusterSheet *self, MusterSpan *spans,
                                                  guint n_spans); /* at the outer ends */
char                  *muster_span_dup_text     (const MusterSheet *self, MusterSpan span);
char                  *muster_spans_dup_text    (const MusterSheet *self, const MusterSpan *spans, guint n_spans);
MusterEvidence         muster_spans_evidence    (const MusterSheet *self, const MusterSpan *spans, guint n_spans);
char                  *muster_sheet_dup_quote   (const MusterSheet *self,
                                                  const MusterEvidence *evidence); /* verbatim */
MusterValue           *muster_spans_value       (const MusterSheet *self, const MusterSpan *spans,
                                                  guint n_spans, double confidence);
MusterValue           *muster_span_value        (const MusterSheet *self, MusterSpan span, double confidence);
MusterValue           *muster_spans_value_as    (const MusterSheet *self, const MusterSpan *spans, guint n_spans,
                                                  const char *text, double confidence);
MusterValue           *muster_span_value_as     (const MusterSheet *self, MusterSpan span,
                                                  const char *text, double confidence);

G_END_DECLS
