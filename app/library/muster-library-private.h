/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a library and what its files share. For the files of this room only. */
#pragma once

#include "muster-library.h"
#include "muster-store.h"

struct _MusterLibrary
{
  GObject       parent_instance;
  MusterIntake *intake;
  MusterStore  *store; /* nullable */
  MusterMonth   today;
  int           follows_blind; /* both atomic */
  int           is_blind;
  GListStore   *activities;

  GMutex        lock; /* guards what follows */
  GCond         drawn;
  guint         n_drawing;
  GHashTable   *passwords; /* SHA-256 of a file -> its password; in memory only, for this session */
};

/* (transfer none) (nullable): the store, or NULL with MUSTER_LIBRARY_ERROR_NO_STORE. */
MusterStore    *muster_library_need_store    (MusterLibrary *self, GError **error);

/* A batch of files to read, see muster_library_read_files(). @begin (nullable) is called as a reader takes a file
 * up, from that reader's thread, perhaps several at once; so is @find_known (nullable, see
 * muster_intake_read_once()). */
typedef struct
{
  GPtrArray             *paths;
  const MusterReaderJob *job;
  gboolean               with_profiles;
  GCancellable          *cancellable;
  void                 (*begin) (guint index, const char *path, gpointer user_data);
  MusterKnownFunc        find_known;
  MusterReadingFunc      each;
  gpointer               user_data;
} MusterReadingBatch;

gboolean        muster_library_read_batch    (MusterLibrary *self, const MusterReadingBatch *batch, GError **error);

/* (transfer full) (nullable): NULL when there is nothing on the paper to rank by. */
MusterFit      *muster_library_fit           (MusterLibrary *self, MusterOpening *opening,
                                              const MusterDocument *document, const MusterProfile *profile);

/* Puts the person's fit with the opening into the store; a person without a readable document stays unranked, which
 * is no error. */
gboolean        muster_library_rank_person   (MusterLibrary *self, MusterOpening *opening, gint64 opening_id,
                                              gint64 candidate_id, GError **error);

/* Runs @work in a thread as the activity; it tells its outcomes by muster_library_tell(). Main loop. */
typedef gboolean (*MusterWorkFunc)           (MusterLibrary *self, MusterActivity *activity, gpointer data,
                                              GError **error);
void            muster_library_start         (MusterLibrary *self, MusterActivity *activity, MusterWorkFunc work,
                                              gpointer data, GDestroyNotify free_data);

/* From the working thread: there is so much to do. */
void            muster_library_tell_total    (MusterActivity *activity, guint n_total);

/* From the working thread: the outcome arrives at the activity on the main loop. @outcome: (transfer full) */
void            muster_library_tell          (MusterActivity *activity, MusterOutcome *outcome);

/* From the working thread: @old: (transfer full) is replaced by @outcome: (transfer full). */
void            muster_library_tell_again    (MusterActivity *activity, MusterOutcome *old, MusterOutcome *outcome);

/* From the working thread: the import is that batch of the store. */
void            muster_library_tell_batch    (MusterActivity *activity, gint64 batch_id);

/* As muster_library_import_files(), as part of a batch that can be taken back. */
gboolean        muster_library_import_batch  (MusterLibrary *self, GPtrArray *paths, gint64 opening_id, gint64 batch_id,
                                              const MusterReaderJob *job, GCancellable *cancellable,
                                              MusterImportFunc each, gpointer user_data, GError **error);

/* (transfer full) (nullable): what is told of a file; NULL: it was cancelled. */
MusterOutcome  *muster_library_outcome_new   (MusterLibrary *self, const MusterReading *reading,
                                              const MusterAddedDocument *added, const GError *error);

/* (transfer none): where the file lies, covered or not: to read it again, not to show it. */
const char     *muster_outcome_peek_path     (MusterOutcome *outcome);

/* Gives a fit to those of the pool without one; @activity (nullable) hears of each. */
gboolean        muster_library_rank_pool     (MusterLibrary *self, gint64 opening_id, GCancellable *cancellable,
                                              MusterActivity *activity, GError **error);

/* Any thread. (transfer full) (nullable) */
char           *muster_library_dup_password  (MusterLibrary *self, const char *sha256);
void            muster_library_keep_password (MusterLibrary *self, const char *sha256, const char *password);
