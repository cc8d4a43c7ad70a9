/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as a person reads them, out of the words that a file or a recogniser gives. Pure functions, any thread. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

/* While a page is being arranged: the word was run together with the one before it. */
#define MUSTER_WORD_PARTED ((MusterWordFlags) (1 << 15))

GArray  *muster_words_repair       (const MusterWord *words, guint n_words, GStringChunk *strings);
guint    muster_words_join_letters (MusterWord *words, guint n_words, GStringChunk *strings);
void     muster_words_glue         (MusterWord *words, guint n_words);
gboolean muster_word_is_short      (const MusterWord *word);
double   muster_word_gap_pt        (const MusterWord *before, const MusterWord *word);

G_END_DECLS
