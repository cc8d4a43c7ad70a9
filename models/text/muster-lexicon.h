/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word lists that ship with Muster (resources/lexicons), by name: folded phrase -> a value (a canonical name, a
 * class, a weight). Loaded once, then read-only: any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MusterLexicon MusterLexicon;

/* (transfer none): e.g. "titles", "headings"; a name that does not exist is a programmer error. */
const MusterLexicon *muster_lexicon_get          (const char *name);

/* (transfer none) (nullable): the value of a phrase (folded here), "" for entries without one, NULL where the phrase
 * is not in the list. */
const char          *muster_lexicon_lookup       (const MusterLexicon *self, const char *phrase);

/* As muster_lexicon_lookup(), but only letters and digits count: "E D U C A T I O N:" finds "education". */
const char          *muster_lexicon_lookup_squeezed (const MusterLexicon *self, const char *phrase);

/* Longest entry that starts at @words[0]; the number of words it takes, 0 for none. @words: folded. */
guint                muster_lexicon_longest      (const MusterLexicon *self, const char * const *words, guint n_words,
                                                     const char **value);

G_END_DECLS
