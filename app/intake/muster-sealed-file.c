/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies in pieces while hashing, so that a file that grows, shrinks or vanishes meanwhile gives a clear answer and
 * not a mixture. */

#include "muster-sealed-file.h"

#include "muster-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE_BYTES (256u * 1024)

static gboolean
fail (GError **error, MusterReadError code, const char *message)
{
  g_set_error_literal (error, MUSTER_READ_ERROR, code, message);

  return FALSE;
}

static gboolean
fail_too_large (GError **error, guint64 max_bytes)
{
  g_autofree char *most = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT,
               _ ("The file is larger than %s, which is more than a document may have."), most);
  return FALSE;
}

/* Why a name could not be opened, in words that say what to do. */
static gboolean
fail_to_open (GError **error, int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return fail (error, MUSTER_READ_ERROR_UNREADABLE, _ ("There is no such file."));
    case EACCES:
    case EPERM:
      return fail (error, MUSTER_READ_ERROR_UNREADABLE,
                   _ ("You may not read this file. Change its permissions and add it again."));
    case ELOOP:
      return fail (error, MUSTER_READ_ERROR_UNREADABLE, _ ("The file is a link that leads to itself."));
    case ENAMETOOLONG:
      return fail (error, MUSTER_READ_ERROR_UNREADABLE, _ ("The name of the file is too long."));
    case ENXIO:
      return fail (error, MUSTER_READ_ERROR_UNREADABLE,
                   _ ("This is not a file with content but a device, pipe or socket."));
    default:
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_UNREADABLE, _ ("The file cannot be opened: %s."),
                   g_strerror (saved_errno));
      return FALSE;
    }
}

static gboolean
check_kind (const struct stat *info, guint64 max_bytes, GError **error)
{
  if (S_ISDIR (info->st_mode))
    return fail (error, MUSTER_READ_ERROR_UNREADABLE, _ ("This is a folder, not a file."));
  if (!S_ISREG (info->st_mode))
    return fail (error, MUSTER_READ_ERROR_UNREADABLE,
                 _ ("This is not a file with content but a device, pipe or socket."));
  if (info->st_size == 0)
    return fail (error, MUSTER_READ_ERROR_DAMAGED, _ ("The file is empty."));
  if ((guint64) info->st_size > max_bytes)
    return fail_too_large (error, max_bytes);

  return TRUE;
}

static gboolean
write_all (int fd, const guchar *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT,
                       _ ("There is not enough memory for a copy of the file: %s."), g_strerror (errno));
          return FALSE;
        }
      data += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static gboolean
make_memory (MusterSealedFile *self, GError **error)
{
  self->fd = memfd_create ("muster-document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (self->fd >= 0)
    return TRUE;

  g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT,
               _ ("There is no memory for a copy of the file: %s."), g_strerror (errno));

  return FALSE;
}

static gboolean
seal (MusterSealedFile *self, GChecksum *checksum, GError **error)
{
  if (fcntl (self->fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_UNREADABLE,
                   _ ("The copy of the file cannot be protected from changes: %s."), g_strerror (errno));
      return FALSE;
    }
  self->sha256 = g_strdup (g_checksum_get_string (checksum));

  return TRUE;
}

static gboolean
copy_pieces (MusterSealedFile *self,
             int source,
             guint64 max_bytes,
             GChecksum *checksum,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree guchar *piece = g_malloc (PIECE_BYTES);

  for (;;)
    {
      gssize n = read (source, piece, PIECE_BYTES);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        return TRUE;
      if (n < 0)
        {
          g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_UNREADABLE, _ ("The file cannot be read: %s."),
                       g_strerror (errno));
          return FALSE;
        }
      if (g_cancellable_is_cancelled (cancellable))
        return fail (error, MUSTER_READ_ERROR_CANCELLED, _ ("Reading was cancelled."));
      self->size += (guint64) n;
      if (self->size > max_bytes)
        return fail_too_large (error, max_bytes);
      g_checksum_update (checksum, piece, n);
      if (!write_all (self->fd, piece, (gsize) n, error))
        return FALSE;
    }
}

/* A file that somebody is still writing gives half a document; better to say so than to read it. */
static gboolean
check_unchanged (const MusterSealedFile *self, int source, const struct stat *before, GError **error)
{
  struct stat after;

  if (fstat (source, &after) == 0 && (guint64) after.st_size == self->size && after.st_size == before->st_size
      && after.st_mtim.tv_sec == before->st_mtim.tv_sec && after.st_mtim.tv_nsec == before->st_mtim.tv_nsec)
    return TRUE;

  return fail (error, MUSTER_READ_ERROR_UNREADABLE,
               _ ("The file changed while it was read. Add it again once it is complete."));
}

/**
 * muster_sealed_file_copy:
 * @self: (out caller-allocates): initialised; to be cleared, also after an error
 */
gboolean
muster_sealed_file_copy (
  MusterSealedFile *self, const char *path, guint64 max_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  struct stat           info;
  int                   source = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  gboolean              done;

  if (source < 0)
    return fail_to_open (error, errno);

  done = fstat (source, &info) == 0 ? check_kind (&info, max_bytes, error) : fail_to_open (error, errno);
  done = done && make_memory (self, error) && copy_pieces (self, source, max_bytes, checksum, cancellable, error)
         && check_unchanged (self, source, &info, error) && seal (self, checksum, error);
  close (source);

  return done;
}

gboolean
muster_sealed_file_copy_bytes (MusterSealedFile *self, GBytes *bytes, guint64 max_bytes, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize                 size;
  const guchar         *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    return fail (error, MUSTER_READ_ERROR_DAMAGED, _ ("The file is empty."));
  if (size > max_bytes)
    return fail_too_large (error, max_bytes);

  g_checksum_update (checksum, data, (gssize) size);
  self->size = size;

  return make_memory (self, error) && write_all (self->fd, data, size, error) && seal (self, checksum, error);
}

void
muster_sealed_file_clear (MusterSealedFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->sha256, g_free);
}

int
muster_sealed_file_reopen (const MusterSealedFile *self, GError **error)
{
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  int              fd = open (name, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_UNREADABLE,
                 _ ("The copy of the file cannot be opened: %s."), g_strerror (errno));

  return fd;
}

GBytes *
muster_sealed_file_dup_bytes (const MusterSealedFile *self, GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (self->fd, FALSE, error);

  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}
