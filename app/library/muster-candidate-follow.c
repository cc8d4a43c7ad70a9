/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person as a row without a list: for a page that was opened from a search, or that stays open while the list shows
 * others. One query in a worker at a time; news that come meanwhile ask for another. */

#include "muster-candidate-row-private.h"

#include "muster-library-queries.h"

typedef struct
{
  MusterCandidateRow *row; /* (nullable): weak; gone when nobody wants it any more */
  MusterLibrary      *library;
  gint64              candidate_id;
  gint64              opening_id;
  gulong              handler;
  gboolean            is_reading;
  gboolean            is_stale;
} Follower;

typedef struct
{
  MusterLibrary *library;
  gint64         candidate_id;
  gint64         opening_id;
} Question;

static void read_record (Follower *follower);

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question);
}

static void
follower_free (Follower *follower)
{
  g_signal_handler_disconnect (follower->library, follower->handler);
  g_object_unref (follower->library);
  g_free (follower);
}

static void
run_query (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question        *question = data;
  GError                *error = NULL;
  MusterCandidateRecord *record = muster_library_get_applicant (
      question->library, question->candidate_id, question->opening_id, &error);

  if (record != NULL)
    g_task_return_pointer (task, record, (GDestroyNotify) muster_candidate_record_free);
  else
    g_task_return_error (task, error);
}

static void
record_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Follower                         *follower = user_data;
  g_autoptr (MusterCandidateRecord) record = g_task_propagate_pointer (G_TASK (result), NULL);

  follower->is_reading = FALSE;
  if (follower->row == NULL)
    {
      follower_free (follower);
      return;
    }

  if (record != NULL)
    muster_candidate_row_take_record (follower->row, g_steal_pointer (&record));
  if (follower->is_stale)
    read_record (follower);
}

static void
read_record (Follower *follower)
{
  g_autoptr (GTask) task = NULL;
  Question         *question;

  follower->is_stale = follower->is_reading;
  if (follower->is_reading)
    return;

  question = g_new0 (Question, 1);
  question->library = g_object_ref (follower->library);
  question->candidate_id = follower->candidate_id;
  question->opening_id = follower->opening_id;
  follower->is_reading = TRUE;
  task = g_task_new (NULL, NULL, record_read_cb, follower);
  g_task_set_source_tag (task, read_record);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, run_query);
}

static void
row_gone_cb (gpointer data, GObject *where_the_row_was)
{
  Follower *follower = data;

  follower->row = NULL;
  if (!follower->is_reading)
    follower_free (follower);
}

static void
library_changed_cb (MusterLibrary *library, MusterStoreChange changes, Follower *follower)
{
  if (follower->row != NULL)
    read_record (follower);
}

MusterCandidateRow *
muster_candidate_row_follow (MusterLibrary *library, gint64 candidate_id, gint64 opening_id)
{
  Follower           *follower = g_new0 (Follower, 1);
  MusterCandidateRow *row = muster_candidate_row_new ();

  follower->row = row;
  follower->library = g_object_ref (library);
  follower->candidate_id = candidate_id;
  follower->opening_id = opening_id;
  follower->handler = g_signal_connect (library, "changed", G_CALLBACK (library_changed_cb), follower);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, follower);
  read_record (follower);

  return row;
}
