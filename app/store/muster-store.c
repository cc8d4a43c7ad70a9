/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and closing. The order of opening is the promise that a damaged library is never taken for a fresh one:
 * look at the file, open it, compare version, tables, content and generation, and only then start to write. */

#include "muster-store-private.h"

#include "muster-store-schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>
#include <sys/random.h>

/* quick_check reads all of the file; above this it is left to muster_store_check(). */
#define QUICK_CHECK_BYTES (32 * 1024 * 1024)

/* So often a file is looked at beside its writer before it is called damaged. */
#define LOOKS 3

G_DEFINE_FINAL_TYPE (MusterStore, muster_store, G_TYPE_OBJECT)
G_DEFINE_QUARK (muster-store-error-quark, muster_store_error)

gint64
muster_store_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/** muster_store_random_bytes: Returns: (transfer full) (nullable): @length bytes that nobody can guess. */
GBytes *
muster_store_random_bytes (gsize length, GError **error)
{
  g_autofree guchar *bytes = g_malloc (length);
  gsize              n = 0;

  while (n < length)
    {
      gssize got = getrandom (bytes + n, length - n, 0);

      if (got < 0 && errno != EINTR)
        {
          g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED,
                       _("The system gives no random numbers: %s."), g_strerror (errno));
          return NULL;
        }
      n += (gsize) MAX (got, 0);
    }

  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

/** muster_store_not_found: Returns: FALSE, with @error set. */
gboolean
muster_store_not_found (GError **error, MusterStoreThing thing, gint64 id)
{
  const GQuark domain = MUSTER_STORE_ERROR;
  const int    code = MUSTER_STORE_ERROR_NOT_FOUND;

  switch (thing)
    {
    case MUSTER_THING_CANDIDATE:
      g_set_error (error, domain, code, _("There is no candidate %" PRId64 "."), id);
      break;
    case MUSTER_THING_DOCUMENT:
      g_set_error (error, domain, code, _("There is no document %" PRId64 "."), id);
      break;
    case MUSTER_THING_OPENING:
      g_set_error (error, domain, code, _("There is no opening %" PRId64 "."), id);
      break;
    case MUSTER_THING_PROFILE:
      g_set_error (error, domain, code, _("Candidate %" PRId64 " has no profile: no document gave one."), id);
      break;
    case MUSTER_THING_APPLICATION:
      g_set_error (error, domain, code, _("Candidate %" PRId64 " does not apply for this opening."), id);
      break;
    case MUSTER_THING_FIT:
      g_set_error (error, domain, code, _("Candidate %" PRId64 " is not ranked for this opening."), id);
      break;
    }

  return FALSE;
}

static gboolean
insert_library (MusterConnection *connection, GError **error)
{
  g_autoptr (GBytes) salt = muster_store_random_bytes (32, error);
  g_autofree char   *identity = g_uuid_string_random ();
  g_auto (GStrv)     parts = g_strsplit (identity, "-", -1);
  g_autofree char   *compact = g_strjoinv ("", parts);

  return salt != NULL
         && muster_connection_run (connection, error,
                                   "INSERT INTO library SELECT 1, ?, 0, ?, ? WHERE NOT EXISTS (SELECT 1 FROM library)",
                                   "sbl", compact, salt, muster_store_now ());
}

static gboolean
fill_new (const char *path, GError **error)
{
  g_autoptr (MusterConnection) connection = muster_connection_open (path, MUSTER_CONNECTION_WRITE, error);

  return connection != NULL && muster_store_schema_migrate (connection, error) && insert_library (connection, error)
         && muster_connection_script (connection, "PRAGMA journal_mode = WAL", error);
}

static gboolean
create (MusterStore *self, GError **error)
{
  g_autofree char *path = NULL;

  if (!muster_store_file_begin_new (&self->file, &path, error))
    return FALSE;
  if (fill_new (path, error) && muster_store_file_finish_new (&self->file, path, error))
    return TRUE;
  muster_store_file_abandon_new (path);

  return FALSE;
}

static gboolean
refuse_damaged (MusterStore *self, GError **error, const char *what)
{
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
               _("The database “%s” is damaged (%s). It was left as it is; put back a snapshot."), self->file.path,
               what);
  return FALSE;
}

static gboolean
check_content (MusterStore *self, MusterConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char   *finding = NULL;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (connection, &failure, "PRAGMA quick_check (1)", "");
  if (muster_connection_next (connection, rows, &failure))
    {
      finding = muster_row_dup_text (rows, 0);
      muster_connection_end (rows);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return g_strcmp0 (finding, "ok") == 0 || refuse_damaged (self, error, finding != NULL ? finding : "");
}

/* An older file: a snapshot of it is kept beside it, then it is brought up to date. */
static gboolean
bring_up_to_date (MusterStore *self, MusterConnection *connection, guint version, GError **error)
{
  g_autofree char *snapshot = g_strdup_printf ("%s.version-%u", self->file.path, version);

  return check_content (self, connection, error) && muster_store_snapshot (connection, snapshot, error)
         && muster_store_schema_migrate (connection, error) && insert_library (connection, error)
         && check_content (self, connection, error);
}

static gboolean
check_version (MusterStore *self, MusterConnection *connection, GError **error)
{
  guint version;

  if (!muster_store_schema_version (connection, &version, error))
    return FALSE;
  if (version > muster_store_schema_newest ())
    {
      g_set_error (
          error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY,
          _("“%s” was made by a newer Muster (version %u, this one knows %u). It was left as it is; use the "
                     "newer Muster."),
          self->file.path, version, muster_store_schema_newest ());
      return FALSE;
    }
  if (version == muster_store_schema_newest ())
    return TRUE;
  if (self->file.is_beside)
    {
      self->is_outdated = TRUE;
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY,
                   _("“%s” was made by an older Muster and is not brought up to date by looking at it."),
                   self->file.path);
      return FALSE;
    }
  if (self->file.is_read_only)
    {
      g_set_error (
          error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY,
          _("“%s” was made by an older Muster and cannot be brought up to date, because it cannot be written."),
          self->file.path);
      return FALSE;
    }

  return bring_up_to_date (self, connection, version, error);
}

/* Commits that the marker knows of and the database does not were lost with a damaged journal: SQLite drops them
 * without a word. */
static gboolean
check_generation (MusterStore *self, MusterConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char   *identity = NULL;
  sqlite3_stmt      *rows;
  guint64            generation;

  rows = muster_connection_query (connection, &failure, "SELECT identity, generation, salt FROM library", "");
  if (!muster_connection_next (connection, rows, &failure))
    {
      if (failure == NULL)
        return refuse_damaged (self, error, "library");
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  identity = muster_row_dup_text (rows, 0);
  generation = (guint64) muster_row_get_integer (rows, 1);
  self->salt = muster_row_dup_bytes (rows, 2);
  muster_connection_end (rows);

  if (g_str_equal (identity, self->file.identity) && generation < self->file.generation)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
                   _("The newest changes of “%s” are missing (%" PRIu64 " of %" PRIu64
                     " are here). Put back a newer copy; to go on with what is left, remove “%s”."),
                   self->file.path, generation, self->file.generation, self->file.marker_path);
      return FALSE;
    }
  self->generation = generation;

  return muster_store_file_write_marker (&self->file, identity, generation, FALSE, error);
}

static gboolean
check_all (MusterStore *self, MusterConnection *connection, GError **error)
{
  if (!check_version (self, connection, error) || !muster_store_schema_verify (connection, error))
    return FALSE;
  if (muster_store_file_get_size (&self->file) <= QUICK_CHECK_BYTES && !check_content (self, connection, error))
    return FALSE;
  if (!check_generation (self, connection, error))
    return FALSE;
  if (self->file.is_beside)
    return TRUE; /* what is in work may be so in the other program */

  return muster_connection_integer (connection, &self->last_old_work, error, "SELECT max (id) FROM file_in_work", "");
}

static MusterConnectionMode
choose_mode (MusterStore *self)
{
  if (self->file.is_beside)
    return MUSTER_CONNECTION_LOOK;

  return self->file.is_read_only ? MUSTER_CONNECTION_IMMUTABLE : MUSTER_CONNECTION_WRITE;
}

static gboolean
open_existing (MusterStore *self, GError **error)
{
  g_autoptr (MusterConnection) connection = muster_connection_open (self->file.path, choose_mode (self), error);

  if (connection == NULL)
    return FALSE;
  if (!check_all (self, connection, error)
      || (!self->file.is_read_only && !muster_connection_script (connection, "PRAGMA journal_mode = WAL", error)))
    {
      if (self->file.has_journal)
        muster_connection_keep_journal (connection);
      return FALSE;
    }
  if (self->file.is_beside)
    self->looker = g_steal_pointer (&connection);
  else if (!self->file.is_read_only)
    self->writer = g_steal_pointer (&connection);

  return TRUE;
}

/* @is_outdated: (out): it failed only because somebody has to bring the file up to date */
static MusterStore *
open_once (const char *path, MusterAccess access, gboolean *is_outdated, GError **error)
{
  g_autoptr (MusterStore) self = g_object_new (MUSTER_TYPE_STORE, NULL);
  gboolean                is_open;

  *is_outdated = FALSE;
  if (!muster_store_file_open (&self->file, path, access, muster_store_schema_newest (), error))
    return NULL;
  if (self->file.is_new && !create (self, error))
    return NULL;
  is_open = open_existing (self, error) && muster_store_names_open (self, error) && muster_store_start (self, error)
            && (self->file.is_read_only || muster_store_names_renew (self, error));
  *is_outdated = self->is_outdated;

  return is_open ? g_steal_pointer (&self) : NULL;
}

/* A file that another program is changing can be seen in the middle of a change; one that is damaged is so the next
 * time too. */
static MusterStore *
open_again_while_torn (const char *path, MusterAccess access, gboolean *is_outdated, GError **error)
{
  for (guint i = 1; i < LOOKS; i++)
    {
      g_autoptr (GError) failure = NULL;
      MusterStore       *self = open_once (path, access, is_outdated, &failure);

      if (self != NULL)
        return self;
      if (!g_error_matches (failure, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return open_once (path, access, is_outdated, error);
}

/**
 * muster_store_open_for:
 * @path: of the database; it is made (0600) where there never was one if @access allows that, and so is its folder
 * (0700)
 *
 * A file that is damaged, of another program or of a newer Muster is refused and left as it is. A folder or file that
 * cannot be written opens read-only, see muster_store_is_read_only(). So does every file for MUSTER_ACCESS_LOOK; one
 * of an older Muster is brought up to date first.
 *
 * Returns: (transfer full) (nullable): the store.
 */
MusterStore *
muster_store_open_for (const char *path, MusterAccess access, GError **error)
{
  g_autoptr (GError)      failure = NULL;
  g_autoptr (MusterStore) self = NULL;
  gboolean                is_outdated = FALSE;

  g_return_val_if_fail (path != NULL, NULL);

  if (access > MUSTER_ACCESS_LOOK)
    return open_once (path, access, &is_outdated, error);

  self = open_again_while_torn (path, access, &is_outdated, &failure);
  if (self == NULL && is_outdated)
    {
      g_autoptr (MusterStore) renewed = open_once (path, MUSTER_ACCESS_WRITE, &is_outdated, error);

      if (renewed == NULL)
        return NULL;
      muster_store_close (renewed);
      return open_once (path, access, &is_outdated, error);
    }
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return g_steal_pointer (&self);
}

/** muster_store_open: for writing, with all that may be made, see muster_store_open_for(). */
MusterStore *
muster_store_open (const char *path, GError **error)
{
  return muster_store_open_for (path, MUSTER_ACCESS_MAKE_FOLDER, error);
}

/** muster_store_close: waits for what is queued, takes the journal into the file. Further calls give an error;
 * closing twice is allowed. */
void
muster_store_close (MusterStore *self)
{
  g_return_if_fail (MUSTER_IS_STORE (self));

  muster_store_stop (self);
  muster_store_file_release (&self->file);
}

const char *
muster_store_get_path (MusterStore *self)
{
  return self->file.path;
}

gboolean
muster_store_is_read_only (MusterStore *self)
{
  return self->file.is_read_only;
}

static void
muster_store_dispose (GObject *object)
{
  muster_store_close (MUSTER_STORE (object));
  G_OBJECT_CLASS (muster_store_parent_class)->dispose (object);
}

static void
muster_store_finalize (GObject *object)
{
  MusterStore *self = MUSTER_STORE (object);

  g_clear_pointer (&self->collator, ucol_close);
  g_clear_pointer (&self->salt, g_bytes_unref);
  g_clear_pointer (&self->chosen, g_bytes_unref);
  g_clear_pointer (&self->ranks, g_bytes_unref);
  g_clear_pointer (&self->chosen_match, g_free);
  muster_store_file_clear (&self->file);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->returned);
  g_cond_clear (&self->finished);
  G_OBJECT_CLASS (muster_store_parent_class)->finalize (object);
}

static void
muster_store_class_init (MusterStoreClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = muster_store_dispose;
  object_class->finalize = muster_store_finalize;

  /**
   * MusterStore::changed:
   * @changes: MusterStoreChange flags of all commits since the last time
   *
   * On the main context of the thread that opened the store.
   */
  g_signal_new ("changed", MUSTER_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
muster_store_init (MusterStore *self)
{
  self->file.marker_fd = -1;
  g_mutex_init (&self->lock);
  g_cond_init (&self->returned);
  g_cond_init (&self->finished);
  g_queue_init (&self->readers);
}
