/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stranger's file as a copy in memory that nobody can change any more, with its hash: what was hashed is what is
 * read. Any thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  int     fd; /* a memfd, sealed; -1: none */
  guint64 size;
  char   *sha256; /* hex */
} MusterSealedFile;

#define MUSTER_SEALED_FILE_INIT { .fd = -1 }

/* Opens without waiting (a FIFO has nobody at its other end), takes regular files of 1 to @max_bytes. Errors:
 * MUSTER_READ_ERROR. */
gboolean muster_sealed_file_copy       (MusterSealedFile *self,
                                        const char       *path,
                                        guint64           max_bytes,
                                        GCancellable     *cancellable,
                                        GError          **error);
gboolean muster_sealed_file_copy_bytes (MusterSealedFile *self, GBytes *bytes, guint64 max_bytes, GError **error);
void     muster_sealed_file_clear      (MusterSealedFile *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterSealedFile, muster_sealed_file_clear)

/* A second descriptor, for reading only: what a reader gets. -1 with @error. */
int      muster_sealed_file_reopen     (const MusterSealedFile *self, GError **error);

/* (transfer full): the copy, mapped. */
GBytes  *muster_sealed_file_dup_bytes  (const MusterSealedFile *self, GError **error);

G_END_DECLS
