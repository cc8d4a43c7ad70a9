/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection, opened the way every connection of Muster is opened (durable, checked, distrustful of the
 * file), with its prepared statements. Used by one thread at a time. All errors are MUSTER_STORE_ERROR. */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* More people than this are no library of a firm; it bounds what a forged id can make us allocate. */
#define MUSTER_MAX_ID (1 << 26)

typedef enum
{
  MUSTER_CONNECTION_WRITE,     /* reads and writes; makes no file */
  MUSTER_CONNECTION_READ,      /* reads beside a writer */
  MUSTER_CONNECTION_LOOK,      /* the same, and tidies the journal away when it is the last to leave */
  MUSTER_CONNECTION_IMMUTABLE, /* reads a file in a folder that cannot be written */
  MUSTER_CONNECTION_MEMORY,    /* an empty database in memory */
} MusterConnectionMode;

typedef struct _MusterConnection MusterConnection;

MusterConnection *muster_connection_open         (const char *path, MusterConnectionMode mode, GError **error);
void              muster_connection_free         (MusterConnection *self);
void              muster_connection_keep_journal (MusterConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterConnection, muster_connection_free)

sqlite3          *muster_connection_get_database (MusterConnection *self);
gboolean          muster_connection_script       (MusterConnection *self, const char *sql, GError **error);

/* @types has a letter for each ? of @sql: l gint64, u guint, d double, s const char * (NULL: null), b GBytes *
 * (NULL: null), i GBytes * that muster_ids_new() made, for the function muster_has (ids, id). */
sqlite3_stmt     *muster_connection_query        (MusterConnection *self, GError **error, const char *sql,
                                                  const char *types, ...);
gboolean          muster_connection_next         (MusterConnection *self, sqlite3_stmt *rows, GError **error);
void              muster_connection_end          (sqlite3_stmt *rows);
gboolean          muster_connection_run          (MusterConnection *self, GError **error, const char *sql,
                                                  const char *types, ...);
gboolean          muster_connection_integer      (MusterConnection *self, gint64 *value, GError **error,
                                                  const char *sql,
                                                  const char *types, ...);
gint64            muster_connection_last_id      (MusterConnection *self);
guint             muster_connection_get_changes  (MusterConnection *self);

/* A set of ids as one bit each. */
GBytes           *muster_ids_new                 (MusterConnection *self, sqlite3_stmt *rows, GError **error);

/* Columns of the row that rows stands on. Text that a damaged file made invalid comes back as valid UTF-8, never
 * NULL. */
char             *muster_row_dup_text            (sqlite3_stmt *row, int column);
GBytes           *muster_row_dup_bytes           (sqlite3_stmt *row, int column);
gint64            muster_row_get_integer         (sqlite3_stmt *row, int column);
guint             muster_row_get_count           (sqlite3_stmt *row, int column);
double            muster_row_get_real            (sqlite3_stmt *row, int column);
gboolean          muster_row_is_null             (sqlite3_stmt *row, int column);

G_END_DECLS
