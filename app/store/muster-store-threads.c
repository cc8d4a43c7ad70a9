/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who runs on which thread. Writes go through one queue to one thread, each in its own transaction; the caller sleeps
 * until it is committed, which with WAL and synchronous FULL means: on the disk. Reads run on the thread that asks,
 * on a connection of their own, beside the writer. What changed is told on the main context of the thread that opened
 * the store, however many commits it took, once per turn of the loop. */

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>

#define MAX_IDLE_READERS 4

/* So long after the last write its batch is over, and the journal is taken into the file: a damaged journal then
 * costs nothing. */
#define IDLE_USEC (500 * 1000)

typedef struct
{
  MusterStoreWork work; /* NULL: end the thread */
  gpointer        data;
  gboolean        is_done; /* under the lock of the store, like what follows */
  gboolean        has_succeeded;
  GError         *error;
} Job;

static gboolean
tell_changes_cb (gpointer user_data)
{
  GWeakRef               *weak = user_data;
  g_autoptr (MusterStore) self = g_weak_ref_get (weak);
  MusterStoreChange       changes;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_mutex_lock (&self->lock);
  changes = self->changes;
  self->changes = 0;
  g_clear_pointer (&self->telling, g_source_unref);
  g_mutex_unlock (&self->lock);
  if (changes != 0)
    g_signal_emit_by_name (self, "changed", (guint) changes);

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
tell_changes (MusterStore *self, MusterStoreChange changes)
{
  g_mutex_lock (&self->lock);
  self->changes |= changes;
  if (self->changes != 0 && self->telling == NULL)
    {
      GWeakRef *weak = g_new0 (GWeakRef, 1);

      g_weak_ref_init (weak, self);
      self->telling = g_idle_source_new ();
      g_source_set_priority (self->telling, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->telling, tell_changes_cb, weak, free_weak_ref);
      g_source_attach (self->telling, self->context);
    }
  g_mutex_unlock (&self->lock);
}

/* Takes the journal into the file and empties it. With readers at work it has to wait for another time. */
static gboolean
checkpoint (MusterStore *self)
{
  sqlite3 *database = muster_connection_get_database (self->writer);
  gboolean is_read;
  int      result, n_left = -1;

  g_mutex_lock (&self->lock);
  is_read = self->n_borrowed > 0;
  g_mutex_unlock (&self->lock);
  if (is_read)
    return FALSE;
  result = sqlite3_wal_checkpoint_v2 (database, NULL, SQLITE_CHECKPOINT_TRUNCATE, &n_left, NULL);
  if (result != SQLITE_OK || n_left != 0)
    return FALSE;

  /* A marker that could not be written is behind the database, which is what it may be. */
  muster_store_file_write_marker (&self->file, self->file.identity, self->generation, TRUE, NULL);

  return TRUE;
}

static gboolean
run_transaction (MusterStore *self, MusterStoreWork work, gpointer data, MusterStoreChange *changed, GError **error)
{
  if (!muster_connection_script (self->writer, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (work (self, self->writer, data, changed, error)
      && muster_connection_run (self->writer, error, "UPDATE library SET generation = generation + 1", "")
      && muster_connection_script (self->writer, "COMMIT", error))
    return TRUE;

  /* SQLite may have rolled back by itself, as it does on a full disk. */
  if (!sqlite3_get_autocommit (muster_connection_get_database (self->writer)))
    muster_connection_script (self->writer, "ROLLBACK", NULL);

  return FALSE;
}

static void
run_job (MusterStore *self, Job *job)
{
  MusterStoreChange changed = 0;
  gboolean          has_succeeded = run_transaction (self, job->work, job->data, &changed, &job->error);

  if (has_succeeded)
    {
      g_mutex_lock (&self->lock);
      self->generation++;
      g_mutex_unlock (&self->lock);
      muster_store_file_write_marker (&self->file, self->file.identity, self->generation, FALSE, NULL);
      tell_changes (self, changed);
    }
  g_mutex_lock (&self->lock);
  job->has_succeeded = has_succeeded;
  job->is_done = TRUE;
  g_cond_broadcast (&self->finished);
  g_mutex_unlock (&self->lock);
}

static gpointer
run_writer (gpointer user_data)
{
  MusterStore *self = user_data;
  gboolean     has_written = FALSE;

  while (TRUE)
    {
      Job *job = has_written ? g_async_queue_timeout_pop (self->jobs, IDLE_USEC) : g_async_queue_pop (self->jobs);

      if (job == NULL)
        has_written = !checkpoint (self);
      else if (job->work == NULL)
        break;
      else
        {
          run_job (self, job);
          has_written = TRUE;
        }
    }
  checkpoint (self);

  return NULL;
}

/** muster_store_start: from here on the writer connection belongs to the writer thread. */
gboolean
muster_store_start (MusterStore *self, GError **error)
{
  self->context = g_main_context_ref_thread_default ();
  self->is_open = TRUE;
  if (self->writer == NULL)
    return TRUE;
  self->jobs = g_async_queue_new ();
  self->thread = g_thread_try_new ("muster-store", run_writer, self, error);

  return self->thread != NULL;
}

/** muster_store_stop: waits for those who read and for what is queued, then ends the thread. Nothing is accepted any
 * more. */
void
muster_store_stop (MusterStore *self)
{
  Job job = { 0 };

  g_mutex_lock (&self->lock);
  self->is_open = FALSE;
  while (self->n_borrowed > 0)
    g_cond_wait (&self->returned, &self->lock);
  g_queue_clear_full (&self->readers, (GDestroyNotify) muster_connection_free);
  if (self->telling != NULL)
    g_source_destroy (self->telling);
  g_clear_pointer (&self->telling, g_source_unref);
  g_mutex_unlock (&self->lock);

  if (self->thread != NULL)
    {
      g_async_queue_push (self->jobs, &job);
      g_thread_join (g_steal_pointer (&self->thread));
    }
  /* The last connection: SQLite removes the journal. */
  g_clear_pointer (&self->writer, muster_connection_free);
  g_clear_pointer (&self->looker, muster_connection_free);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
}

static gboolean
refuse_closed (GError **error)
{
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED, "The database was closed.");
  return FALSE;
}

/** muster_store_write: runs @work in a transaction of the writer; TRUE once it is on the disk. Any thread but the
 * writer's. */
gboolean
muster_store_write (MusterStore *self, MusterStoreWork work, gpointer data, GError **error)
{
  Job job = { .work = work, .data = data };

  if (self->file.is_beside)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY,
                   _("“%s” was opened only to look at it. Nothing was changed."), self->file.path);
      return FALSE;
    }
  if (self->file.is_read_only)
    {
      g_set_error (
          error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY,
          _("“%s” was opened read-only, because its folder or file cannot be written. Nothing was changed."),
          self->file.path);
      return FALSE;
    }

  g_mutex_lock (&self->lock);
  if (!self->is_open)
    {
      g_mutex_unlock (&self->lock);
      return refuse_closed (error);
    }
  g_async_queue_push (self->jobs, &job);
  while (!job.is_done)
    g_cond_wait (&self->finished, &self->lock);
  g_mutex_unlock (&self->lock);
  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.has_succeeded;
}

/**
 * muster_store_begin_read:
 *
 * Returns: (transfer none) (nullable): a connection that sees the last commit and nothing later; give it back with
 * muster_store_end_read().
 */
MusterConnection *
muster_store_begin_read (MusterStore *self, GError **error)
{
  MusterConnection *connection;
  gboolean          is_open;

  g_mutex_lock (&self->lock);
  is_open = self->is_open;
  connection = is_open ? g_queue_pop_head (&self->readers) : NULL;
  if (is_open)
    self->n_borrowed++;
  g_mutex_unlock (&self->lock);
  if (!is_open)
    {
      refuse_closed (error);
      return NULL;
    }

  if (connection == NULL)
    connection = muster_connection_open (
      self->file.path,
      self->file.is_read_only && !self->file.is_beside ? MUSTER_CONNECTION_IMMUTABLE : MUSTER_CONNECTION_READ, error);
  if (connection != NULL && muster_connection_script (connection, "BEGIN", error))
    return connection;
  muster_store_end_read (self, connection);

  return NULL;
}

/** muster_store_end_read: @connection: (nullable) (transfer none): as muster_store_begin_read() gave it. */
void
muster_store_end_read (MusterStore *self, MusterConnection *connection)
{
  gboolean is_usable = connection != NULL;

  if (is_usable && !sqlite3_get_autocommit (muster_connection_get_database (connection)))
    is_usable = muster_connection_script (connection, "COMMIT", NULL);
  g_mutex_lock (&self->lock);
  if (is_usable && self->readers.length < MAX_IDLE_READERS)
    g_queue_push_head (&self->readers, g_steal_pointer (&connection));
  self->n_borrowed--;
  g_cond_signal (&self->returned);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&connection, muster_connection_free);
}
