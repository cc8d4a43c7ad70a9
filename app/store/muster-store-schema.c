/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations come as resources, in the order of their numbers; user_version counts those that were applied. A
 * database whose schema is not, word for word, the one that these files make was altered by someone (a hostile
 * trigger or view among others) and is refused. */

#include "muster-store-schema.h"

#include "muster-store-file.h"
#include "muster-store-migrations.h"
#include "muster-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <fcntl.h>
#include <unistd.h>

static const char *const migrations[] = {
  "001-library.sql",
  "002-blind.sql",
  "003-work.sql",
  "004-profile-hash.sql",
};

/** muster_store_schema_newest: Returns: the version that this program makes. */
guint
muster_store_schema_newest (void)
{
  return G_N_ELEMENTS (migrations);
}

gboolean
muster_store_schema_version (MusterConnection *connection, guint *version, GError **error)
{
  gint64 value = 0;

  if (!muster_connection_integer (connection, &value, error, "PRAGMA user_version", ""))
    return FALSE;
  *version = (guint) CLAMP (value, 0, G_MAXINT);

  return TRUE;
}

static gboolean
check_references (MusterConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows = muster_connection_query (connection, &failure, "PRAGMA foreign_key_check", "");

  if (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char *table = muster_row_dup_text (rows, 0);

      muster_connection_end (rows);
      g_set_error (
          error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
          _("The database cannot be brought to this version: a row of “%s” points nowhere. It was left as it was."),
          table);
      return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
apply (MusterConnection *connection, guint index, GError **error)
{
  g_autofree char   *path = g_strconcat ("/org/musterhr/Muster/migrations/", migrations[index], NULL);
  g_autofree char   *version = g_strdup_printf ("PRAGMA user_version = %u; PRAGMA application_id = %d;", index + 1,
                                                MUSTER_STORE_APPLICATION_ID);
  g_autoptr (GBytes) sql = g_resource_lookup_data (muster_store_migrations_get_resource (), path, 0, error);

  if (sql == NULL || !muster_connection_script (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (muster_connection_script (connection, g_bytes_get_data (sql, NULL), error) /* resources end in a NUL */
      && check_references (connection, error) && muster_connection_script (connection, version, error)
      && muster_connection_script (connection, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (muster_connection_get_database (connection)))
    muster_connection_script (connection, "ROLLBACK", NULL);

  return FALSE;
}

/** muster_store_schema_migrate: applies what is missing, one transaction each. */
gboolean
muster_store_schema_migrate (MusterConnection *connection, GError **error)
{
  guint version = 0;

  if (!muster_store_schema_version (connection, &version, error))
    return FALSE;
  for (; version < G_N_ELEMENTS (migrations); version++)
    if (!apply (connection, version, error))
      return FALSE;

  return TRUE;
}

static char *
describe (MusterConnection *connection, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError)  failure = NULL;
  sqlite3_stmt       *rows;

  rows = muster_connection_query (connection, &failure,
                                  "SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema "
                                  "WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name",
                                  "");
  while (muster_connection_next (connection, rows, &failure))
    for (int i = 0; i < 4; i++)
      {
        g_autofree char *field = muster_row_dup_text (rows, i);

        g_string_append_printf (text, "%s\n", field);
      }
  if (failure == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* The description of what the migrations make in an empty database; the same for the life of the program. */
static const char *
get_expected (GError **error)
{
  static GMutex lock;
  static char  *expected;

  g_mutex_lock (&lock);
  if (expected == NULL)
    {
      g_autoptr (MusterConnection) model = muster_connection_open (NULL, MUSTER_CONNECTION_MEMORY, error);

      if (model != NULL && muster_store_schema_migrate (model, error))
        expected = describe (model, error);
    }
  g_mutex_unlock (&lock);

  return expected;
}

/** muster_store_schema_verify: compares with what the migrations make in an empty database. */
gboolean
muster_store_schema_verify (MusterConnection *connection, GError **error)
{
  const char      *expected = get_expected (error);
  g_autofree char *found = expected != NULL ? describe (connection, error) : NULL;

  if (found == NULL)
    return FALSE;
  if (g_str_equal (expected, found))
    return TRUE;
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
               _("The tables of “%s” are not those of a Muster database of this version. It was left as it is; put "
                 "back a snapshot."),
               sqlite3_db_filename (muster_connection_get_database (connection), "main"));

  return FALSE;
}

/* The copy is closed before it is synced and named. */
static gboolean
copy_database (MusterConnection *connection, const char *path, GError **error)
{
  sqlite3        *target = NULL;
  sqlite3_backup *backup;
  int             result = sqlite3_open_v2 (path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (result == SQLITE_OK)
    {
      backup = sqlite3_backup_init (target, "main", muster_connection_get_database (connection), "main");
      if (backup != NULL)
        sqlite3_backup_step (backup, -1);
      result = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_errcode (target);
    }
  if (result != SQLITE_OK)
    g_set_error (error, MUSTER_STORE_ERROR,
                 result == SQLITE_FULL ? MUSTER_STORE_ERROR_FULL : MUSTER_STORE_ERROR_FAILED,
                 _("No snapshot could be made as “%s”: %s. Nothing was changed."), path, sqlite3_errstr (result));
  sqlite3_close (target);

  return result == SQLITE_OK;
}

gboolean
muster_store_snapshot (MusterConnection *connection, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".new", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd;

  g_unlink (temporary);
  fd = g_open (temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0)
    close (fd);
  if (copy_database (connection, temporary, error) && muster_store_sync_path (temporary, error)
      && g_rename (temporary, path) == 0)
    return muster_store_sync_path (folder, error);
  g_unlink (temporary);
  if (error != NULL && *error == NULL)
    g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED,
                 _("No snapshot could be made as “%s”. Nothing was changed."), path);

  return FALSE;
}
