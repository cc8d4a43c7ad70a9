/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of phrases, each with a number, found as whole terms in a text: degrees, levels of a language, negations.
 * Built once, then read-only: any thread. */
#pragma once

#include "muster-terms.h"

G_BEGIN_DECLS

typedef struct
{
  const char *words;
  int         value;
} MusterPhrase;

typedef struct _MusterPhrases MusterPhrases;

typedef struct
{
  guint          entry; /* row of the table */
  int            value;
  guint          term;  /* first term of the text that it takes */
  MusterTextSpan span;  /* code points of the text */
} MusterPhraseHit;

/* (transfer full): @table must outlive it; rows may stand in any order, the longest phrase at a place wins. */
MusterPhrases *muster_phrases_new      (const MusterPhrase *table, guint n_rows);
void           muster_phrases_free     (MusterPhrases *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPhrases, muster_phrases_free)

/* The first hit that begins at or after code point @start and ends at or before @end; of two that begin together,
 * the longer. */
gboolean       muster_phrases_find     (const MusterPhrases *self, const MusterTerms *text, guint start, guint end,
                                        MusterPhraseHit *hit);

/* (transfer full): all hits of MusterPhraseHit from left to right, none inside another. */
GArray        *muster_phrases_find_all (const MusterPhrases *self, const MusterTerms *text);

G_END_DECLS
