/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database as a file among files: who may open it, whether it is what it was, and the marker beside it that
 * remembers what SQLite cannot know (that there was a library here, and how far it had come). Used by the thread that
 * opens the store and then by its writer. */
#pragma once

#include "muster-store-access.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_STORE_APPLICATION_ID 0x4d535452 /* "MSTR" */

typedef struct
{
  char    *path;        /* of the database, absolute */
  char    *marker_path;
  int      marker_fd;   /* locked as long as the store is open; -1: read-only folder without a marker, or is_beside */
  gboolean is_read_only;
  gboolean is_beside;   /* without the lock, read-only: another program may be writing */
  gboolean is_new;      /* there is no database yet */
  gboolean has_journal; /* a WAL that is not empty lies beside it */

  /* What the marker says; identity "" where there is none. */
  char     identity[33];
  guint64  generation;
  guint64  size_bytes; /* of the database when all of it was last in one file */
} MusterStoreFile;

gboolean muster_store_file_open         (MusterStoreFile *self, const char *path, MusterAccess access,
                                         guint newest_version, GError **error);
void     muster_store_file_release      (MusterStoreFile *self); /* the lock */
void     muster_store_file_clear        (MusterStoreFile *self);
gboolean muster_store_file_begin_new    (MusterStoreFile *self, char **new_path, GError **error);
gboolean muster_store_file_finish_new   (MusterStoreFile *self, const char *new_path, GError **error);
void     muster_store_file_abandon_new  (const char *new_path);
gboolean muster_store_file_write_marker (MusterStoreFile *self, const char *identity, guint64 generation,
                                         gboolean is_durable, GError **error);
guint64  muster_store_file_get_size     (MusterStoreFile *self);
gboolean muster_store_sync_path         (const char *path, GError **error);

G_END_DECLS
