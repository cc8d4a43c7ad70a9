/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person as a row of a list: the stages, what a list may be asked for, and the row itself. Plain values. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stages a person moves through by decisions, never by a score. */
typedef enum
{
  MUSTER_STAGE_NEW,
  MUSTER_STAGE_SHORTLIST,
  MUSTER_STAGE_INTERVIEW,
  MUSTER_STAGE_OFFER,
  MUSTER_STAGE_HIRED,
  MUSTER_STAGE_DECLINED,
} MusterStage;

const char *muster_stage_name       (MusterStage stage); /* "new", "shortlist" ... as on the command line */
gboolean    muster_stage_from_name  (const char *name, MusterStage *stage);

typedef enum
{
  MUSTER_SORT_BY_FIT, /* best first when descending; people without a fit last */
  MUSTER_SORT_BY_NAME,
  MUSTER_SORT_BY_ADDED,
  MUSTER_SORT_BY_EXPERIENCE,
  MUSTER_SORT_BY_STAGE,
} MusterCandidateSort;

typedef struct
{
  gint64              opening_id; /* 0: everybody */
  const char         *filter;     /* (nullable): words that name, title or text must have */
  int                 stage;      /* a MusterStage, -1: all */
  MusterCandidateSort sort;
  gboolean            is_descending;
  gboolean            is_blind;   /* set by the library: names neither found nor sorted by, but codes */
} MusterCandidateQuery;

/* A row of a list: of a person, and of that person's fit when the query named an opening. */
typedef struct
{
  gint64      id;
  char       *name;         /* "" when the documents do not say */
  char       *label;        /* latest title, or "" */
  char       *city;
  guint       work_months;
  guint       n_documents;
  gint64      added_at;     /* Unix seconds */
  gint64      opening_id;
  MusterStage stage;
  gboolean    has_fit;
  guint       rank;         /* from 1; 0: not ranked */
  double      fit;          /* 0..100 */
  guint       n_musts;
  guint       n_musts_met;
  guint       relevant_months;
  char       *top_evidence;
  char       *code;         /* "7K": of the person in this opening, or among everybody */
  gint64      revealed_at;  /* Unix seconds of the last time; 0: never */
  gboolean    is_masked;    /* name is "Candidate 7K", city "", and nothing else tells who it is */
  /* (nullable): from the store to the library, which shows them in the place of the true ones */
  char       *masked_label;
  char       *masked_evidence;
} MusterCandidateRecord;

void muster_candidate_record_free (MusterCandidateRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCandidateRecord, muster_candidate_record_free)

G_END_DECLS
