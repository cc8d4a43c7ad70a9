/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of an entry cut into the pieces that a person would call one thing: a title, a firm, a place. Private
 * to models/resume. */
#pragma once

#include "muster-entry.h"

G_BEGIN_DECLS

#define MUSTER_CHUNK_MAX_SPANS 4

/* text: one code point for each of the spans', lines joined by blanks. row and column: place in the header, dates
 * left out; wrapped lines are one row. */
typedef struct
{
  char      *text;
  MusterSpan spans[MUSTER_CHUNK_MAX_SPANS];
  guint      n_spans;
  guint      row;
  guint      column;
  gboolean   is_place;
  double     title;
  double     organisation;
  double     confidence; /* of the words: 1 unless recognised from a picture */
} MusterChunk;

/* (transfer full): of MusterChunk, in reading order */
GPtrArray   *muster_chunks_cut      (const MusterSheet *sheet, const MusterEntry *entry);

/* (transfer full): the part of a chunk, trimmed; NULL when nothing is left. @start, @length: code points of its text */
MusterChunk *muster_chunk_new_part  (const MusterSheet *sheet, const MusterChunk *chunk, guint start, guint length);
void         muster_chunk_free      (MusterChunk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterChunk, muster_chunk_free)

MusterValue *muster_chunk_value     (const MusterSheet *sheet, const MusterChunk *chunk, double confidence);

G_END_DECLS
