/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of a word list inside a text that was cut into terms. Pure; any thread. */
#pragma once

#include "muster-lexicon.h"
#include "muster-terms.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): the value of the longest entry that begins at term @from, and how many terms it
 * takes. The lists have Chinese words, the terms are single characters: they are tried joined. */
const char *muster_listed_at    (const MusterLexicon *lexicon, const MusterTerms *text, guint from, guint *n_terms);

/* Trades and subjects ("trades"): the one that all words of a title or subject name; NULL: none, or more is said
 * than the trade ("Java developer"). Words of rank (senior, head, trainee) do not count. */
const char *muster_trade_of     (const MusterTerms *title);

/* The trade that it is a part of (embedded: software), NULL: none. */
const char *muster_trade_whole  (const char *trade);

/* Whether a title or subject names that trade anywhere. */
gboolean    muster_trade_is_in  (const char *trade, const MusterTerms *title);

G_END_DECLS
