/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chains: words that follow each other on one line, found without any order given. Values, any thread. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

typedef struct
{
  guint    first;
  guint    last;
  guint    level; /* the last word that is not a raised piece */
  guint    n_words;
  guint    n_short;
  double   gaps_pt; /* sum of the gaps inside */
  gboolean is_rotated;
} MusterWordChain;

typedef struct
{
  const MusterWord *words;   /* not owned */
  guint            *next;    /* word -> word, G_MAXUINT: none */
  GArray           *chains;  /* MusterWordChain */
  GHashTable       *shelves; /* number of the shelf -> GArray of indices of chains, newest last */
} MusterWordChains;

MusterWordChains *muster_word_chains_new  (const MusterWord *words,
                                           guint             n_words);
void              muster_word_chains_free (MusterWordChains *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterWordChains, muster_word_chains_free)

G_END_DECLS
