/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain values that the store takes and gives. Records own their strings; free with their _free function. */
#pragma once

#include "muster-candidate-record.h"
#include "muster-past-stage.h"
#include "muster-profile.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_CHANGED_CANDIDATES = 1 << 0,
  MUSTER_CHANGED_OPENINGS = 1 << 1,
  MUSTER_CHANGED_FITS = 1 << 2,
  MUSTER_CHANGED_DECISIONS = 1 << 3,
  MUSTER_CHANGED_BLIND = 1 << 4, /* blind mode, or somebody was revealed */
} MusterStoreChange;

/* What an import gives the store; nothing is copied before the call, all of it is stored in one transaction. */
typedef struct
{
  const char           *file_name;
  GBytes               *original;
  const char           *sha256;
  const MusterDocument *document;
  const MusterProfile  *profile;
  const char           *extractor_version;
  gint64                opening_id;   /* 0: no opening; else the person applies there */
  gint64                candidate_id; /* 0: a new person; else another document of this one */
  MusterMonth           today;        /* up to which open jobs are counted; 0: the clock's */
  gint64                batch_id;     /* of muster_store_begin_batch(); 0: of no import that can be taken back */
} MusterNewDocument;

typedef struct
{
  gint64 document_id;
  gint64 candidate_id;
  gint64 duplicate_of; /* the first document with the same bytes; 0: this is new */
} MusterAddedDocument;

typedef struct
{
  gint64 id;
  gint64 candidate_id;
  char  *file_name;
  char  *sha256;
  char  *media_type;
  char  *language;
  guint  n_pages;
  guint  hidden_characters;
  gint64 added_at;
  gboolean is_profile_source; /* the candidate's current profile was read from it */
} MusterDocumentRecord;

typedef struct
{
  gint64 id;
  guint  version;
  char  *title;
  char  *model_version;
  guint  n_candidates;
  guint  n_ranked;
  guint  n_new;      /* still in stage new */
  gint64 fixed_at;
  char  *field;         /* "Field service", or "" */
  gint64 closed_at;     /* 0: open */
  char  *closed_reason; /* "filled", "withdrawn", or "" */
} MusterOpeningRecord;

typedef struct
{
  gint64      candidate_id;
  gint64      opening_id;
  MusterStage stage;
  const char *reason;     /* required for declined */
  int         saw_score;  /* 1 yes, 0 no, -1 not asked */
} MusterDecision;

typedef struct
{
  gint64      opening_id;
  MusterStage stage;
  char       *reason;
  gint64      decided_at;
} MusterDecisionRecord;


typedef struct
{
  gint64 candidate_id;
  gint64 opening_id; /* where; 0: in none */
  char  *reason;
  gint64 revealed_at;
} MusterRevealRecord;

typedef struct
{
  gint64  candidate_id;
  gint64  document_id;
  char   *name;
  char   *file_name;
  char   *snippet;    /* plain text around the hit */
  char   *code;       /* of the person among everybody */
  gboolean is_masked; /* name and file_name tell nothing, snippet is of the masked text */
  guint   page;
  double  score;      /* higher is better */
} MusterSearchHit;

void muster_document_record_free  (MusterDocumentRecord *record);
void muster_opening_record_free   (MusterOpeningRecord *record);
void muster_decision_record_free  (MusterDecisionRecord *record);
void muster_search_hit_free       (MusterSearchHit *hit);
void muster_reveal_record_free    (MusterRevealRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterOpeningRecord, muster_opening_record_free)

G_END_DECLS
