/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports that have ended and go on: each piece of work has an inner task for the thread, and an outer one that answers
 * the caller once the activity says what has become of it. */

#include "muster-library-imports.h"

#include "muster-library-private.h"
#include "muster-library-queries.h"

#include <glib/gi18n-lib.h>

/* Belongs to the main loop, like the activity; the thread only reads it. */
typedef struct
{
  MusterLibrary      *library;
  MusterActivity     *activity;
  MusterActivityState state_before;
  GPtrArray          *outcomes; /* MusterOutcome: what is read again */
  char               *password; /* (nullable) */
  gint64              batch_id;
  MusterOutcome      *last; /* (nullable): what was read last */
  guint               n_read;
  GTask              *outer;
} Again;

typedef struct
{
  MusterLibrary    *library;
  MusterActivity   *activity;
  gint64            batch_id;
  MusterUndoneBatch undone;
  GTask            *outer;
} Undo;

static void
again_free (Again *again)
{
  g_object_unref (again->library);
  g_object_unref (again->activity);
  g_ptr_array_unref (again->outcomes);
  g_free (again->password);
  g_clear_object (&again->last);
  g_object_unref (again->outer);
  g_free (again);
}

static void
on_read (const MusterReading *reading, const MusterAddedDocument *added, const GError *error, gpointer user_data)
{
  Again         *again = user_data;
  MusterOutcome *old = g_ptr_array_index (again->outcomes, again->n_read++);
  MusterOutcome *outcome = muster_library_outcome_new (again->library, reading, added, error);

  if (outcome == NULL)
    return;
  g_set_object (&again->last, outcome);
  muster_library_tell_again (again->activity, g_object_ref (old), outcome);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Again                 *again = data;
  g_auto (MusterReaderJob) job = { 0 };
  g_autoptr (GPtrArray)  paths = g_ptr_array_new ();
  GError                *error = NULL;

  muster_reader_job_init (&job);
  job.password = g_strdup (again->password);
  for (guint i = 0; i < again->outcomes->len; i++)
    g_ptr_array_add (paths, (char *) muster_outcome_peek_path (g_ptr_array_index (again->outcomes, i)));
  if (muster_library_import_batch (again->library, paths, muster_activity_get_opening_id (again->activity),
                                   again->batch_id, &job, cancellable, on_read, again, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_again_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Again  *again = user_data;
  GError *error = NULL;
  gboolean is_cancelled = g_cancellable_is_cancelled (muster_activity_get_cancellable (again->activity));

  if (g_task_propagate_boolean (G_TASK (result), &error) || is_cancelled)
    {
      g_clear_error (&error);
      muster_activity_set_state (again->activity, is_cancelled ? MUSTER_ACTIVITY_CANCELLED : MUSTER_ACTIVITY_DONE);
      g_task_return_pointer (again->outer, g_steal_pointer (&again->last), g_object_unref);
    }
  else
    {
      muster_activity_set_state (again->activity, again->state_before);
      g_task_return_error (again->outer, error);
    }
  again_free (again);
}

static gboolean
refuse_again (MusterActivity *activity, GError **error)
{
  if (muster_activity_get_state (activity) <= MUSTER_ACTIVITY_RUNNING)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING, _ ("This import is still running."));
      return TRUE;
    }
  if (!muster_activity_is_undone (activity))
    return FALSE;
  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, _ ("This import was taken back already."));

  return TRUE;
}

/* @outcomes: (transfer full) */
static void
read_again (MusterLibrary *self, MusterActivity *activity, GPtrArray *outcomes, const char *password, GTask *outer)
{
  g_autoptr (GTask) inner = NULL;
  GError           *error = NULL;
  Again            *again;

  if (refuse_again (activity, &error))
    {
      g_ptr_array_unref (outcomes);
      g_task_return_error (outer, error);
      return;
    }

  again = g_new0 (Again, 1);
  again->library = g_object_ref (self);
  again->activity = g_object_ref (activity);
  again->state_before = muster_activity_get_state (activity);
  again->outcomes = outcomes;
  again->password = g_strdup (password);
  again->batch_id = muster_activity_get_batch_id (activity);
  again->outer = g_object_ref (outer);
  muster_activity_begin_again (activity, outcomes->len);
  inner = g_task_new (NULL, muster_activity_get_cancellable (activity), read_again_cb, again);
  g_task_set_source_tag (inner, read_again);
  g_task_set_task_data (inner, again, NULL);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_run_in_thread (inner, read_in_thread);
}

void
muster_library_unlock_async (MusterLibrary      *self,
                             MusterActivity     *activity,
                             MusterOutcome      *outcome,
                             const char         *password,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, user_data);
  GPtrArray        *outcomes = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (MUSTER_IS_LIBRARY (self) && password != NULL);

  g_task_set_source_tag (outer, muster_library_unlock_async);
  g_ptr_array_add (outcomes, g_object_ref (outcome));
  read_again (self, activity, outcomes, password, outer);
}

MusterOutcome *
muster_library_unlock_finish (MusterLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_library_retry_async (MusterLibrary      *self,
                            MusterActivity     *activity,
                            GPtrArray          *outcomes,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, user_data);
  GPtrArray        *wanted = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel       *all = muster_activity_get_outcomes (activity);

  g_return_if_fail (MUSTER_IS_LIBRARY (self));

  g_task_set_source_tag (outer, muster_library_retry_async);
  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    g_ptr_array_add (wanted, g_object_ref (g_ptr_array_index (outcomes, i)));
  for (guint i = 0; outcomes == NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (MusterOutcome) outcome = g_list_model_get_item (all, i);

      if (muster_outcome_is_failure (outcome))
        g_ptr_array_add (wanted, g_steal_pointer (&outcome));
    }
  read_again (self, activity, wanted, NULL, outer);
}

gboolean
muster_library_retry_finish (MusterLibrary *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MusterOutcome) last = NULL;
  g_autoptr (GError)        failure = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  last = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static void
undone_free (gpointer data)
{
  muster_undone_batch_clear (data);
  g_free (data);
}

/* As the library shows people: a code while blind. */
static void
name_kept (MusterLibrary *self, GPtrArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    {
      MusterKeptPerson                 *person = g_ptr_array_index (kept, i);
      g_autoptr (MusterCandidateRecord) record = muster_library_get_candidate (self, person->candidate_id, NULL);

      g_free (person->name);
      person->name = record != NULL ? g_steal_pointer (&record->name) : g_strdup ("");
    }
}

static void
undo_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Undo        *undo = data;
  GError      *error = NULL;
  MusterStore *store = muster_library_need_store (undo->library, &error);

  if (store != NULL && muster_store_undo_batch (store, undo->batch_id, &undo->undone, &error))
    {
      name_kept (undo->library, undo->undone.kept);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Undo   *undo = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      muster_activity_set_undone (undo->activity);
      g_task_return_pointer (undo->outer, g_memdup2 (&undo->undone, sizeof undo->undone), undone_free);
    }
  else
    g_task_return_error (undo->outer, error);
  g_object_unref (undo->library);
  g_object_unref (undo->activity);
  g_object_unref (undo->outer);
  g_free (undo);
}

void
muster_library_undo_import_async (MusterLibrary      *self,
                                  MusterActivity     *activity,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) inner = NULL;
  GError           *error = NULL;
  Undo             *undo;

  g_return_if_fail (MUSTER_IS_LIBRARY (self));

  g_task_set_source_tag (outer, muster_library_undo_import_async);
  if (refuse_again (activity, &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  undo = g_new0 (Undo, 1);
  undo->library = g_object_ref (self);
  undo->activity = g_object_ref (activity);
  undo->batch_id = muster_activity_get_batch_id (activity);
  undo->outer = g_object_ref (outer);
  inner = g_task_new (NULL, NULL, undone_cb, undo);
  g_task_set_source_tag (inner, undo_in_thread);
  g_task_set_task_data (inner, undo, NULL);
  g_task_run_in_thread (inner, undo_in_thread);
}

gboolean
muster_library_undo_import_finish (
    MusterLibrary *self, GAsyncResult *result, MusterUndoneBatch *undone, GError **error)
{
  MusterUndoneBatch *found;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return FALSE;
  *undone = *found;
  g_free (found);

  return TRUE;
}
