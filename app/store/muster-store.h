/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The local SQLite database: everything Muster keeps. One writer thread owns the connection; every call here may
 * come from any thread, blocks until its work is committed (a write that returned TRUE survives kill -9) and must
 * not be made from the main loop for more than a row or two. SCHEMA.md explains every table. Errors:
 * MUSTER_STORE_ERROR. */
#pragma once

#include "muster-fit.h"
#include "muster-store-access.h"
#include "muster-store-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_STORE_ERROR_FAILED,    /* SQLite says no; the message has its reason */
  MUSTER_STORE_ERROR_FULL,      /* the disk is full; nothing was changed */
  MUSTER_STORE_ERROR_READ_ONLY, /* folder or file cannot be written, or a newer Muster made it */
  MUSTER_STORE_ERROR_DAMAGED,   /* the file is cut, altered, or no Muster database; it was left as it is */
  MUSTER_STORE_ERROR_BUSY,      /* another program holds it */
  MUSTER_STORE_ERROR_NOT_FOUND, /* no such candidate, opening or document */
  /* the call asks for something that the rules forbid, e.g. a stage that does not exist */
  MUSTER_STORE_ERROR_INVALID,
  MUSTER_STORE_ERROR_MISSING,   /* there is no database file, and this access makes none */
} MusterStoreError;

#define MUSTER_STORE_ERROR (muster_store_error_quark ())
GQuark muster_store_error_quark (void);

#define MUSTER_TYPE_STORE (muster_store_get_type ())
G_DECLARE_FINAL_TYPE (MusterStore, muster_store, MUSTER, STORE, GObject)

/* Opens or makes the database; migrates an older one (snapshot first). Signal "changed" (MusterStoreChange flags)
 * comes on the main context of the thread that opened it, after the commit, several changes in one. */
MusterStore *muster_store_open               (const char *path, GError **error);
MusterStore *muster_store_open_for           (const char *path, MusterAccess access, GError **error);
void         muster_store_close              (MusterStore *self); /* waits for the writer, checkpoints */
const char  *muster_store_get_path           (MusterStore *self);
gboolean     muster_store_is_read_only       (MusterStore *self);

/* Documents and candidates */
gboolean     muster_store_add_document       (MusterStore *self, const MusterNewDocument *document,
                                              MusterAddedDocument *added, GError **error);
/* "file in work": listed after a crash */
gboolean     muster_store_begin_file         (MusterStore *self, const char *path, gint64 *work_id, GError **error);
gboolean     muster_store_end_file           (MusterStore *self, gint64 work_id, GError **error);
/* char*: paths of files in work when Muster ended */
GPtrArray   *muster_store_list_unfinished    (MusterStore *self, GError **error);
gboolean     muster_store_forget_unfinished  (MusterStore *self, GError **error); /* they were shown to a person */
/* id 0: these bytes are new */
gboolean     muster_store_find_document      (MusterStore *self, const char *sha256, gint64 *document_id,
                                              GError **error);
MusterDocument *muster_store_load_document   (MusterStore *self, gint64 document_id, GError **error);
GBytes      *muster_store_load_original      (MusterStore *self, gint64 document_id, GError **error);
MusterProfile *muster_store_load_profile     (MusterStore *self, gint64 candidate_id, GError **error);
MusterCandidateRecord *muster_store_get_candidate (MusterStore *self, gint64 candidate_id, GError **error);
MusterCandidateRecord *muster_store_get_applicant (MusterStore *self, gint64 candidate_id, gint64 opening_id,
                                              GError **error);
/* MusterDocumentRecord */
GPtrArray   *muster_store_list_documents     (MusterStore *self, gint64 candidate_id, GError **error);
/* A window of rows, made for 100,000 people: one page by keyset or offset, and the count. */
/* MusterCandidateRecord */
GPtrArray   *muster_store_list_candidates    (MusterStore *self, const MusterCandidateQuery *query, guint offset,
                                              guint limit, GError **error);
gboolean     muster_store_count_candidates   (MusterStore *self, const MusterCandidateQuery *query, guint *count,
                                              GError **error);
/* where people stand in that order; G_MAXUINT: not in it */
gboolean     muster_store_find_rows          (MusterStore *self, const MusterCandidateQuery *query,
                                              const gint64 *wanted, guint n_wanted, guint *positions, GError **error);
/* keeps both files */
gboolean     muster_store_merge_candidates   (MusterStore *self, gint64 into_id, gint64 from_id, GError **error);

/* Openings; the criteria of a version never change. A version pins the model version it ranks with. */
/* 0 on error */
gint64       muster_store_add_opening        (MusterStore *self, MusterOpening *opening, const char *model_version,
                                              GError **error);
GPtrArray   *muster_store_list_openings      (MusterStore *self, GError **error); /* MusterOpeningRecord */
MusterOpening *muster_store_load_opening     (MusterStore *self, gint64 opening_id, GError **error);
gboolean     muster_store_remove_opening     (MusterStore *self, gint64 opening_id, GError **error);
/* puts a person into the pool */
gboolean     muster_store_apply              (MusterStore *self, gint64 candidate_id, gint64 opening_id,
                                              GError **error);
/* all who are in no pool, in one transaction */
gboolean     muster_store_apply_unassigned   (MusterStore *self, gint64 opening_id, GError **error);

/* Fits and decisions */
gboolean     muster_store_save_fit           (MusterStore *self, gint64 candidate_id, gint64 opening_id,
                                              const MusterFit *fit, GError **error);
gboolean     muster_store_save_fits          (MusterStore *self, gint64 opening_id, const gint64 *candidate_ids,
                                              const MusterFit *const *fits, guint n,
                                              GError **error); /* a whole ranking in one commit */
char        *muster_store_load_fit_json      (MusterStore *self, gint64 candidate_id, gint64 opening_id,
                                              GError **error);
/* gint64* candidates of the pool without a fit */
GPtrArray   *muster_store_list_unranked      (MusterStore *self, gint64 opening_id, GError **error);
gboolean     muster_store_decide             (MusterStore *self, const MusterDecision *decision, GError **error);
/* all in one transaction or none; (transfer full) (nullable): of MusterPastStage, one a decision, in their order */
GPtrArray   *muster_store_decide_many        (MusterStore *self, const MusterDecision *decisions, guint n,
                                              GError **error);
/* puts all back; a decision of its own, logged as an undo */
gboolean     muster_store_take_back          (MusterStore *self, GPtrArray *past, GError **error);
/* MusterDecisionRecord; opening 0: all */
GPtrArray   *muster_store_list_decisions     (MusterStore *self, gint64 candidate_id, gint64 opening_id,
                                              GError **error);

/* Search, upkeep */
/* MusterSearchHit; score 0: too many to rank, newest first */
GPtrArray   *muster_store_search             (MusterStore *self, const char *query, guint limit, GError **error);
/* char*: what is wrong; empty = all well */
GPtrArray   *muster_store_check              (MusterStore *self, GError **error);
gboolean     muster_store_verify_audit       (MusterStore *self, guint *n_entries, gint64 *first_bad, GError **error);
/* everything on one person; originals as base64 */
JsonNode    *muster_store_export_candidate   (MusterStore *self, gint64 candidate_id, GError **error);

G_END_DECLS
