/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a criterion's value asks for, as terms: its alternatives ("Excel or Calc", "PLC (SPS)") and where a dossier
 * names them. One thread. For the files of this room only. */
#pragma once

#include "muster-dossier.h"

G_BEGIN_DECLS

typedef struct _MusterWanted MusterWanted;

MusterWanted *muster_wanted_new          (const char *value);
void          muster_wanted_free         (MusterWanted *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterWanted, muster_wanted_free)

gboolean      muster_wanted_is_empty     (const MusterWanted *self);

/* The best mention of any alternative; FALSE when the dossier names none. DENIED comes back only when nothing
 * better is there. */
gboolean      muster_wanted_find         (const MusterWanted *self, const MusterDossier *dossier,
                                          MusterMention *mention, MusterTextSpan *span);

/* All words of an alternative in one sentence, in any order. */
gboolean      muster_wanted_find_loose   (const MusterWanted *self, const MusterDossier *dossier, MusterTextSpan *span);

/* Whether a span of the dossier names it as a phrase, whatever is said of it. */
gboolean      muster_wanted_is_in_span   (const MusterWanted *self, const MusterDossier *dossier, MusterTextSpan span);

/* The same, and the first place where it does. */
gboolean      muster_wanted_find_in_span (const MusterWanted *self, const MusterDossier *dossier, MusterTextSpan span,
                                          MusterTextSpan *place);

/* A name of one or two letters that stands there only as a word or an initial may ("We used R at school"). */
gboolean      muster_wanted_is_doubtful  (const MusterWanted *self, const MusterDossier *dossier);

/* Whether @title is of the wider trade and @text names what makes the wanted one narrower: "embedded developer"
 * with the title "Software Engineer" and a text that says "embedded". */
gboolean      muster_wanted_is_narrower  (const MusterWanted *self, const char *title, const char *text);

/* Whether a short text names it as a phrase. */
gboolean      muster_wanted_is_in_text   (const MusterWanted *self, const char *text);

/* Whether a short text (a title, a subject) is of that kind: the phrase, most of its words or kin of them
 * ("nursing": "Nurse"), or the same trade in other words or another language ("accountant": "Buchhalterin"). */
gboolean      muster_wanted_is_kin_of    (const MusterWanted *self, const char *text);

G_END_DECLS
