/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connections and statements. The settings are those that the measurements in the design ask for: WAL with
 * synchronous FULL loses nothing that was acknowledged, secure_delete overwrites what is deleted, and a schema from a
 * stranger's file can call nothing. */

#include "muster-connection.h"

#include "muster-store-tokenizer.h"
#include "muster-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#define BUSY_TIMEOUT_MS 5000

/* Longer than the largest file that intake takes in (a resume of 48 MiB), shorter than what SQLite would allow a
 * forged length to ask for. */
#define MAX_VALUE_BYTES (256 * 1024 * 1024)

#define IDS_TYPE "muster-ids"

struct _MusterConnection
{
  sqlite3    *database;
  GHashTable *statements; /* const char* (SQL, kept by the statement) -> sqlite3_stmt* */
};

static gboolean
is_full (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

/* SQLite calls only ENOSPC a full disk, and where a COMMIT fails it does not keep errno: @number is what that was
 * right after. */
static MusterStoreError
code_of (sqlite3 *database, int result, int number)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return MUSTER_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      if (is_full (number) || (database != NULL && is_full (sqlite3_system_errno (database))))
        return MUSTER_STORE_ERROR_FULL;
      return MUSTER_STORE_ERROR_FAILED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return MUSTER_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MUSTER_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MUSTER_STORE_ERROR_BUSY;
    default:
      return MUSTER_STORE_ERROR_FAILED;
    }
}

/* FALSE, so that callers can return it. */
static gboolean
fail (sqlite3 *database, int result, GError **error)
{
  MusterStoreError code = code_of (database, result, errno);
  const char      *path = database != NULL ? sqlite3_db_filename (database, "main") : NULL;
  const char      *reason = database != NULL ? sqlite3_errmsg (database) : sqlite3_errstr (result);

  if (path == NULL || *path == '\0')
    path = "memory";
  if (code == MUSTER_STORE_ERROR_FULL)
    g_set_error (error, MUSTER_STORE_ERROR, code,
                 _("The disk that holds “%s” is full. Nothing was changed; free some space and try again."), path);
  else if (code == MUSTER_STORE_ERROR_BUSY)
    g_set_error (error, MUSTER_STORE_ERROR, code,
                 _("Another program holds the database “%s”. Close it and try again."), path);
  else if (code == MUSTER_STORE_ERROR_DAMAGED)
    g_set_error (error, MUSTER_STORE_ERROR, code,
                 _("The database “%s” is damaged (%s). It was left as it is; put back a snapshot."), path, reason);
  else if (code == MUSTER_STORE_ERROR_READ_ONLY)
    g_set_error (error, MUSTER_STORE_ERROR, code, _("The database “%s” cannot be written (%s)."), path, reason);
  else
    g_set_error (error, MUSTER_STORE_ERROR, code, _("The database “%s” does not answer as it should: %s (%d)."), path,
                 reason, result);

  return FALSE;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
has_id (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GBytes       *ids = sqlite3_value_pointer (values[0], IDS_TYPE);
  sqlite3_int64 id = sqlite3_value_int64 (values[1]);
  gsize         size = 0;
  const guint8 *bits = ids != NULL ? g_bytes_get_data (ids, &size) : NULL;

  sqlite3_result_int (context, id >= 0 && (guint64) id / 8 < size && (bits[id / 8] >> (id % 8) & 1));
}

/* Of the bytes of a text or blob, as they are stored. */
static void
sha256 (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const guint8         *bytes = sqlite3_value_blob (values[0]);
  guint8                digest[32];
  gsize                 length = sizeof digest;

  if (bytes != NULL)
    g_checksum_update (checksum, bytes, sqlite3_value_bytes (values[0]));
  g_checksum_get_digest (checksum, digest, &length);
  sqlite3_result_blob (context, digest, (int) length, SQLITE_TRANSIENT);
}

static gboolean
configure (MusterConnection *self, MusterConnectionMode mode, GError **error)
{
  sqlite3 *database = self->database;

  sqlite3_extended_result_codes (database, 1);
  sqlite3_busy_timeout (database, BUSY_TIMEOUT_MS);
  sqlite3_limit (database, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  if (!muster_store_tokenizer_register (database, error) || !muster_store_rank_register (database, error))
    return FALSE;
  sqlite3_create_function_v2 (database, "muster_has", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, has_id, NULL, NULL,
                              NULL);
  sqlite3_create_function_v2 (database, "muster_sha256", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                              NULL, sha256, NULL, NULL, NULL);
  if (!muster_connection_script (self,
                                 "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;"
                                 "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;",
                                 error))
    return FALSE;
  if (mode != MUSTER_CONNECTION_WRITE && mode != MUSTER_CONNECTION_MEMORY)
    return muster_connection_script (self, "PRAGMA query_only = ON;", error);

  return TRUE;
}

/**
 * muster_connection_open:
 * @path: an existing file; NULL for MUSTER_CONNECTION_MEMORY
 *
 * Returns: (transfer full) (nullable): the connection.
 */
MusterConnection *
muster_connection_open (const char *path, MusterConnectionMode mode, GError **error)
{
  g_autoptr (MusterConnection) self = g_new0 (MusterConnection, 1);
  g_autofree char             *escaped = path != NULL ? g_uri_escape_string (path, "/", FALSE) : NULL;
  g_autofree char             *uri = NULL;
  int                          flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
  int                          result;

  if (mode == MUSTER_CONNECTION_MEMORY)
    uri = g_strdup (":memory:");
  else
    uri = g_strdup_printf ("file:%s%s", escaped, mode == MUSTER_CONNECTION_IMMUTABLE ? "?immutable=1" : "");
  if (mode == MUSTER_CONNECTION_MEMORY)
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  else
    flags |= mode == MUSTER_CONNECTION_WRITE || mode == MUSTER_CONNECTION_LOOK ? SQLITE_OPEN_READWRITE
                                                                               : SQLITE_OPEN_READONLY;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  result = sqlite3_open_v2 (uri, &self->database, flags, NULL);
  if (result != SQLITE_OK)
    {
      fail (self->database, result, error);
      return NULL;
    }
  if (!configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
muster_connection_free (MusterConnection *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->statements);
  sqlite3_close (self->database);
  g_free (self);
}

/** muster_connection_keep_journal: on closing, leave the WAL as it is: for a file that turned out not to be what it
 * should. */
void
muster_connection_keep_journal (MusterConnection *self)
{
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

sqlite3 *
muster_connection_get_database (MusterConnection *self)
{
  return self->database;
}

/** muster_connection_script: runs statements that take and give nothing. */
gboolean
muster_connection_script (MusterConnection *self, const char *sql, GError **error)
{
  int result;

  errno = 0;
  result = sqlite3_exec (self->database, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || fail (self->database, result, error);
}

static sqlite3_stmt *
prepare (MusterConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int           result;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      return statement;
    }

  result = sqlite3_prepare_v3 (self->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (result != SQLITE_OK)
    {
      fail (self->database, result, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (char *) sqlite3_sql (statement), statement);

  return statement;
}

static int
bind_bytes (sqlite3_stmt *statement, int index, GBytes *bytes)
{
  gsize       size;
  const void *data;

  if (bytes == NULL)
    return sqlite3_bind_null (statement, index);
  data = g_bytes_get_data (bytes, &size);

  return size == 0 ? sqlite3_bind_zeroblob (statement, index, 0)
                   : sqlite3_bind_blob64 (statement, index, data, size, SQLITE_TRANSIENT);
}

static gboolean
bind_all (MusterConnection *self, sqlite3_stmt *statement, const char *types, va_list values, GError **error)
{
  int result = SQLITE_OK;

  g_assert (sqlite3_bind_parameter_count (statement) == (int) strlen (types));
  for (int i = 0; types[i] != '\0' && result == SQLITE_OK; i++)
    switch (types[i])
      {
      case 'l':
        result = sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
        break;
      case 'u':
        result = sqlite3_bind_int64 (statement, i + 1, va_arg (values, guint));
        break;
      case 'd':
        result = sqlite3_bind_double (statement, i + 1, va_arg (values, double));
        break;
      case 's':
        result = sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
        break;
      case 'b':
        result = bind_bytes (statement, i + 1, va_arg (values, GBytes *));
        break;
      case 'i':
        result = sqlite3_bind_pointer (statement, i + 1, va_arg (values, GBytes *), IDS_TYPE, NULL);
        break;
      default:
        g_assert_not_reached ();
      }

  return result == SQLITE_OK || fail (self->database, result, error);
}

static sqlite3_stmt *
query_valist (MusterConnection *self, GError **error, const char *sql, const char *types, va_list values)
{
  sqlite3_stmt *statement = prepare (self, sql, error);

  if (statement == NULL || !bind_all (self, statement, types, values, error))
    return NULL;

  return statement;
}

/**
 * muster_connection_query:
 *
 * Returns: (transfer none) (nullable): rows for muster_connection_next(). The same SQL must not be asked again before
 * its rows have ended.
 */
sqlite3_stmt *
muster_connection_query (MusterConnection *self, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *rows;
  va_list       values;

  va_start (values, types);
  rows = query_valist (self, error, sql, types, values);
  va_end (values);

  return rows;
}

/**
 * muster_connection_next:
 * @rows: (nullable): NULL is an error that was already set
 *
 * Returns: TRUE and @rows stands on the next row; FALSE after the last one, or with @error set. Who stops earlier
 * calls muster_connection_end().
 */
gboolean
muster_connection_next (MusterConnection *self, sqlite3_stmt *rows, GError **error)
{
  int result;

  if (rows == NULL)
    return FALSE;
  errno = 0;
  result = sqlite3_step (rows);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    fail (self->database, result, error);
  muster_connection_end (rows);

  return FALSE;
}

/** muster_connection_end: lets go of the rows that were not asked for, and of the values that were bound. */
void
muster_connection_end (sqlite3_stmt *rows)
{
  sqlite3_reset (rows);
  sqlite3_clear_bindings (rows);
}

/** muster_connection_run: a statement that gives no rows. */
gboolean
muster_connection_run (MusterConnection *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows;
  va_list            values;

  va_start (values, types);
  rows = query_valist (self, &failure, sql, types, values);
  va_end (values);

  if (muster_connection_next (self, rows, &failure))
    muster_connection_end (rows);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * muster_connection_integer:
 * @value: (out): the first column of the first row; unchanged when there is none or it is NULL
 *
 * Returns: FALSE only on error.
 */
gboolean
muster_connection_integer (
    MusterConnection *self, gint64 *value, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows;
  va_list            values;

  va_start (values, types);
  rows = query_valist (self, &failure, sql, types, values);
  va_end (values);

  if (muster_connection_next (self, rows, &failure))
    {
      if (!muster_row_is_null (rows, 0))
        *value = muster_row_get_integer (rows, 0);
      muster_connection_end (rows);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gint64
muster_connection_last_id (MusterConnection *self)
{
  return sqlite3_last_insert_rowid (self->database);
}

guint
muster_connection_get_changes (MusterConnection *self)
{
  return (guint) sqlite3_changes (self->database);
}

/** muster_ids_new: Returns: (transfer full) (nullable): the first column of all rows as a set. */
GBytes *
muster_ids_new (MusterConnection *self, sqlite3_stmt *rows, GError **error)
{
  g_autoptr (GByteArray) bits = g_byte_array_new ();
  g_autoptr (GError)     failure = NULL;

  while (muster_connection_next (self, rows, &failure))
    {
      gint64 id = muster_row_get_integer (rows, 0);
      guint  old_size = bits->len;

      if (id < 0 || id > MUSTER_MAX_ID)
        continue;
      if (id / 8 >= old_size)
        {
          guint new_size = MAX ((guint) (id / 8 + 1), 2 * old_size);

          g_byte_array_set_size (bits, new_size);
          memset (bits->data + old_size, 0, new_size - old_size);
        }
      bits->data[id / 8] |= (guint8) (1 << (id % 8));
    }
  if (failure == NULL && rows != NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bits));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

char *
muster_row_dup_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);
  int         size = sqlite3_column_bytes (row, column);

  return text != NULL ? g_utf8_make_valid (text, size) : g_strdup ("");
}

GBytes *
muster_row_dup_bytes (sqlite3_stmt *row, int column)
{
  const void *data = sqlite3_column_blob (row, column);
  int         size = sqlite3_column_bytes (row, column);

  return g_bytes_new (data, data != NULL ? (gsize) size : 0);
}

gint64
muster_row_get_integer (sqlite3_stmt *row, int column)
{
  return sqlite3_column_int64 (row, column);
}

/** muster_row_get_count: a number that cannot be negative, kept within guint whatever the file says. */
guint
muster_row_get_count (sqlite3_stmt *row, int column)
{
  return (guint) CLAMP (sqlite3_column_int64 (row, column), 0, (gint64) G_MAXUINT);
}

double
muster_row_get_real (sqlite3_stmt *row, int column)
{
  return sqlite3_column_double (row, column);
}

gboolean
muster_row_is_null (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL;
}
