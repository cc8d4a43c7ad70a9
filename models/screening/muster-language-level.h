/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a language is spoken: the six levels of the Common European Framework and what stands for them in words.
 * Pure; any thread. */
#pragma once

#include "muster-terms.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_LEVEL_UNSTATED,
  MUSTER_LEVEL_A1,
  MUSTER_LEVEL_A2,
  MUSTER_LEVEL_B1,
  MUSTER_LEVEL_B2,
  MUSTER_LEVEL_C1,
  MUSTER_LEVEL_C2,
  MUSTER_LEVEL_NATIVE,
} MusterLanguageLevel;

/* The highest level that a short text names: "B2", "verhandlungssicher", "courant", "母语". */
MusterLanguageLevel muster_language_level_from_text (const char *text);

/* All namings in a text, MusterPhraseHit with a MusterLanguageLevel as value. (transfer full) */
GArray             *muster_language_level_find_all  (const MusterTerms *text);

const char         *muster_language_level_name      (MusterLanguageLevel level); /* "B2", "native", "" */

/* The name in the language of the person, for sentences. */
const char         *muster_language_level_title     (MusterLanguageLevel level);

/* Names of languages in five tongues: the ISO 639 code of the one that stands at term @from, and how many terms it
 * takes; NULL for none. */
const char         *muster_language_at              (const MusterTerms *text, guint from, guint *n_terms);

/* The code of a language named by itself or inside a short text ("Business English"); NULL: no language that Muster
 * knows. */
const char         *muster_language_code            (const char *text);

/* (transfer full): the English name of a code; the code itself where the list has none. */
char               *muster_language_name            (const char *code);

G_END_DECLS
