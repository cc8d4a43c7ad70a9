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
