/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A segment: words that stand beside each other on one baseline without a wide gap. The piece that columns and rows are
 * made of, and in the end a line of the page. Values, any thread. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_HEADING_NONE,
  MUSTER_HEADING_WEAK,   /* by weight or colour */
  MUSTER_HEADING_STRONG, /* by size or capitals */
} MusterHeading;

typedef struct
{
  guint           first; /* its words in MusterSegments.words */
  guint           n_words;
  double          left;
  double          right;
  double          top;
  double          bottom;
  double          baseline_pt; /* mean of its words */
  double          level_pt;    /* where the baseline would be if the page were level, up to a constant */
  double          size_pt;
  MusterWordFlags flags; /* those that all its words but symbols share */
  guint32         colour;
  guint           n_letters; /* code points of its words, symbols left out */
  gboolean        is_rotated;
  gboolean        is_recognised;
  gboolean        is_capitals; /* this and the next: muster_headings_mark() */
  MusterHeading   heading;
} MusterSegment;

typedef struct
{
  GArray       *words;        /* MusterWord, those of one segment together, in the order in which they are read */
  GArray       *segments;     /* MusterSegment */
  GStringChunk *strings;      /* texts that the page does not have */
  gboolean      is_rightward; /* most words are of a script that is written from right to left */
} MusterSegments;

MusterSegments *muster_segments_new  (const MusterWord *words, guint n_words);
void            muster_segments_free (MusterSegments *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSegments, muster_segments_free)

static inline MusterSegment *
muster_segments_index (const MusterSegments *self, guint index)
{
  return &g_array_index (self->segments, MusterSegment, index);
}

G_END_DECLS
