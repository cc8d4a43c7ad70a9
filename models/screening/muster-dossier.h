/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's paper made searchable: its terms with their lines and sections, the sentence a word stands in, and how
 * much that word is worth there. Lives while one fit is reckoned; one thread. For the files of this room only. */
#pragma once

#include "muster-profile.h"
#include "muster-terms.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_MENTION_DENIED, /* "no experience with" */
  MUSTER_MENTION_WEAK,   /* a wish, a hobby, "basic knowledge of" */
  MUSTER_MENTION_PLAIN,
  MUSTER_MENTION_AT_WORK, /* said of a job that was held */
} MusterMention;

typedef struct
{
  guint              start; /* code points of the text, half-open */
  guint              end;
  const MusterPage  *page;
  guint              index; /* of the line in its page */
  const MusterLine  *line;
  gboolean           is_heading;
  gboolean           is_aside; /* under interests, references */
  gboolean           is_top;   /* before the first heading */
} MusterDossierLine;

typedef struct
{
  const MusterDocument *document;
  const MusterProfile  *profile;
  MusterMonth           today;
  MusterTerms          *terms;
  gunichar             *text;
  guint                 n_characters;
  GArray               *lines; /* MusterDossierLine, in reading order */
  MusterTextSpan       *works; /* place of each job of the profile, length 0: unknown */
} MusterDossier;

/* What a rule found: @ratio of the points; a quote with its place, or what is missing. */
typedef struct
{
  double         ratio;
  char          *quote;
  char          *missing;
  MusterEvidence evidence;
} MusterFinding;

/* Borrows both; they must outlive it. */
MusterDossier           *muster_dossier_new          (const MusterDocument *document, const MusterProfile *profile,
                                                      MusterMonth today);
void                     muster_dossier_free         (MusterDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDossier, muster_dossier_free)

const MusterDossierLine *muster_dossier_line_at      (const MusterDossier *self, guint place);

/* The sentence (or line of a list) around a span, at most about 240 characters. */
MusterTextSpan           muster_dossier_sentence     (const MusterDossier *self, MusterTextSpan span);

/* What stands behind a span's words: see MusterMention. */
MusterMention            muster_dossier_mention      (const MusterDossier *self, MusterTextSpan span);

/* Whether the span lies inside an address of mail or web. */
gboolean                 muster_dossier_is_address   (const MusterDossier *self, MusterTextSpan span);

/* Whether it lies inside the name of an employer or a school: "Java Coffee House" says nothing of Java. */
gboolean                 muster_dossier_is_in_name   (const MusterDossier *self, MusterTextSpan span);

/* The page's words in a span, verbatim, and where they stand. */
void                     muster_dossier_quote        (const MusterDossier *self, MusterTextSpan span,
                                                      MusterFinding *finding);
void                     muster_dossier_quote_around (const MusterDossier *self, MusterTextSpan span,
                                                      MusterFinding *finding);

/* For muster_dossier_new(): fills is_heading, is_aside and is_top of the lines. */
void                     muster_dossier_mark_sections (MusterDossier *self);

void                     muster_finding_clear        (MusterFinding *finding);

/* The span of a profile's value in the text; FALSE for values that stand elsewhere (behind a link). */
gboolean                 muster_value_span           (const MusterValue *value, MusterTextSpan *span);

G_END_DECLS
