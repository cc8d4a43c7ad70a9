/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as terms that are matched whole: Java is not in JavaScript, R not in Research; C++, C#, F#, .NET, Node.js,
 * R&D are one term each; Chinese characters are a term each, so that a phrase of them is found inside a sentence.
 * Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Places in code points of the original text. */
typedef struct
{
  guint start;
  guint length;
} MusterTextSpan;

typedef struct _MusterTerms MusterTerms;

MusterTerms *muster_terms_new      (const char *text);
void         muster_terms_free     (MusterTerms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterTerms, muster_terms_free)

guint        muster_terms_get_n    (const MusterTerms *self);
const char  *muster_terms_get      (const MusterTerms *self, guint index, MusterTextSpan *span); /* folded */

/* The next place at or after term @from where all terms of @phrase stand in a row; plural and hyphen variants count
 * ("pump" finds "pumps", "e-mail" finds "email"). A one- or two-letter term must match in case too (R, Go, C). */
gboolean     muster_terms_find     (const MusterTerms *self, const MusterTerms *phrase, guint from, guint *at,
                                   MusterTextSpan *span);

G_END_DECLS
