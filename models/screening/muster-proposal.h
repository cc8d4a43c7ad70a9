/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Criteria out of the words of an advertisement, clause by clause: muster-opening-proposal.c cuts and weighs, each
 * finder below knows one kind. For the files of this room only. */
#pragma once

#include "muster-opening-private.h"

G_BEGIN_DECLS

/* One clause as written; is_nice: it says that what it names is welcome rather than needed; is_under_nice: its
 * heading says so. */
typedef struct
{
  MusterOpening *opening;
  const char    *text;
  gboolean       is_nice;
  gboolean       is_under_nice;
} MusterClause;

/* Whether words say "welcome" rather than "needed". */
gboolean muster_proposal_is_nice   (const char *text);

/* Adds a criterion unless one of its kind and value is there or its value is a protected attribute. @value is
 * trimmed; @minimum may be NULL. */
void muster_clause_add             (const MusterClause *clause, MusterCriterionKind kind, const char *value,
                                    const char *minimum);

/* (transfer full): the words that say what, without articles, praise and what follows them: "relevant experience in
 * the sale of pumps or equivalent" -> "sale of pumps"; at most six words, "" when nothing is left. */
char *muster_proposal_clean_value  (const char *text);

void muster_propose_experience     (const MusterClause *clause);
void muster_propose_education      (const MusterClause *clause);
void muster_propose_languages      (const MusterClause *clause);
void muster_propose_certificates   (const MusterClause *clause);
void muster_propose_location       (const MusterClause *clause);
void muster_propose_skills         (const MusterClause *clause);
void muster_propose_tools          (const MusterClause *clause);
char *muster_proposal_cut_denied   (const char *text);

G_END_DECLS
