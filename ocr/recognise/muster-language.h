/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a document is written in, from the small words that every text needs and from its script. Pure; one
 * thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MusterLanguageGuess MusterLanguageGuess;

MusterLanguageGuess *muster_language_guess_new  (void);
void                 muster_language_guess_free (MusterLanguageGuess *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterLanguageGuess, muster_language_guess_free)

void                 muster_language_guess_add  (MusterLanguageGuess *self, const char *word);

/* (transfer none): BCP 47 ("en", "zh"), or "" where the text does not decide. */
const char          *muster_language_guess_get  (const MusterLanguageGuess *self);

G_END_DECLS
