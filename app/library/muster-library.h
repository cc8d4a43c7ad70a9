/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The use cases: what a person can do with Muster, once, for the window and for the command line. It alone calls
 * store and intake: what the records say is asked for in muster-library-queries.h. Blocking functions are for the
 * command line and for worker threads; _async ones for the main loop. A library without a store computes only.
 * Signal "changed" (MusterStoreChange flags) on the main loop after each commit. */
#pragma once

#include "muster-activity.h"
#include "muster-fit.h"
#include "muster-intake.h"
#include "muster-store-access.h"
#include "muster-store-records.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_LIBRARY_ERROR_NO_STORE, /* this needs a database and the library was opened without one */
  MUSTER_LIBRARY_ERROR_NO_READER, /* muster-reader is missing or refuses to start */
  MUSTER_LIBRARY_ERROR_NEEDS_PASSWORD, /* the file is encrypted, and its password was not given in this session */
} MusterLibraryError;

#define MUSTER_LIBRARY_ERROR (muster_library_error_quark ())
GQuark muster_library_error_quark (void);

/* Whether the fault lies with what was asked (no such person, a stage that does not exist), not with the database
 * or the machine. */
gboolean muster_library_error_is_of_input (const GError *error);

/* For main(), before threads: the sentences of all rooms in the language of the locale. */
void muster_library_bind_translations (void);

#define MUSTER_TYPE_LIBRARY (muster_library_get_type ())
G_DECLARE_FINAL_TYPE (MusterLibrary, muster_library, MUSTER, LIBRARY, GObject)

/* @database: path, or NULL for a library that only computes. @today: MUSTER_MONTH_NONE for the clock's. */
MusterLibrary  *muster_library_open              (const char *database, MusterMonth today, GError **error);
MusterLibrary  *muster_library_open_for          (const char *database, MusterAccess access, MusterMonth today,
                                                  GError **error);
void            muster_library_close             (MusterLibrary *self);
char           *muster_library_dup_default_path  (void); /* the user's own database */
const char     *muster_library_get_database      (MusterLibrary *self); /* (nullable): where its file is */
gboolean        muster_library_is_read_only      (MusterLibrary *self);
MusterMonth     muster_library_get_today         (MusterLibrary *self);

/* Reading. Directories are walked, sorted; hidden files skipped; a name that leads nowhere stays in the list and
 * fails on its own. (char*) */
GPtrArray      *muster_library_expand_inputs     (const char * const *paths);

/* Called in input order, one at a time, from the calling thread. @profile is NULL unless asked for or when the
 * reading failed. */
typedef void  (*MusterReadingFunc)               (const MusterReading *reading, const MusterProfile *profile,
                                                  gpointer user_data);
gboolean        muster_library_read_files        (MusterLibrary *self, GPtrArray *paths, const MusterReaderJob *job,
                                                  gboolean with_profiles,
                                                  GCancellable *cancellable, MusterReadingFunc each,
                                                  gpointer user_data, GError **error);

/* Screening without a store: reads all, ranks, gives the ranked first and the failed last. */
typedef struct
{
  MusterReading *reading;
  MusterProfile *profile;
  MusterFit     *fit;  /* NULL: failed or nothing to rank */
  guint          rank; /* 0: not ranked */
} MusterScreened;

GPtrArray      *muster_library_screen_files      (MusterLibrary *self, MusterOpening *opening, GPtrArray *paths,
                                                  const MusterReaderJob *job,
                                                  GCancellable *cancellable, GError **error); /* MusterScreened */

/* Import: read, extract, store, rank against the open openings they apply to. What was acknowledged by @each is in
 * the store. */
typedef void  (*MusterImportFunc)                (const MusterReading *reading, const MusterAddedDocument *added,
                                                  const GError *error, gpointer user_data);
gboolean        muster_library_import_files      (MusterLibrary *self, GPtrArray *paths, gint64 opening_id,
                                                  const MusterReaderJob *job,
                                                  GCancellable *cancellable, MusterImportFunc each,
                                                  gpointer user_data, GError **error);
/* (transfer none); main loop */
MusterActivity *muster_library_import_async      (MusterLibrary *self, GPtrArray *paths, gint64 opening_id);
/* (transfer none) of MusterActivity, newest first */
GListModel     *muster_library_get_activities    (MusterLibrary *self);

/* Openings and ranking */
/* 0 on error */
gint64          muster_library_add_opening       (MusterLibrary *self, MusterOpening *opening, GError **error);
/* fits for all of the pool without one */
gboolean        muster_library_rank              (MusterLibrary *self, gint64 opening_id, GCancellable *cancellable,
                                                  GError **error);
/* (transfer none); puts everybody without an opening into its pool first */
MusterActivity *muster_library_rank_async        (MusterLibrary *self, gint64 opening_id);
gboolean        muster_library_decide            (MusterLibrary *self, const MusterDecision *decision,
                                                  GError **error);

/* Stored people for an opening, whether they applied or not; openings for a person. (transfer full) arrays of
 * MusterRecommendation */
typedef struct
{
  gint64     candidate_id;
  gint64     opening_id;
  char      *name; /* of the person or the opening */
  guint      rank;
  MusterFit *fit;
} MusterRecommendation;

GPtrArray      *muster_library_recommend_people   (MusterLibrary *self, gint64 opening_id, guint limit,
                                                   GCancellable *cancellable, GError **error);
GPtrArray      *muster_library_recommend_openings (MusterLibrary *self, gint64 candidate_id,
                                                   GCancellable *cancellable, GError **error);

G_END_DECLS
