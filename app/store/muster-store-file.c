/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the file before SQLite does: SQLite takes an empty file for a fresh database, repairs what it thinks it
 * understands, and says nothing about a file that was cut. Here such a file is refused and left byte for byte as it
 * is. */

#include "muster-store-file.h"

#include "muster-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define HEADER_BYTES 100
#define MARKER_BYTES 160
#define MARKER_FORMAT                                                                                                \
  "Muster library. Keep this file beside the database.\nidentity %.32s\ngeneration %020" G_GUINT64_FORMAT            \
  "\nsize %020" G_GUINT64_FORMAT "\n"

static gboolean
fail (GError **error, MusterStoreError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError **error, MusterStoreError code, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  if (error != NULL)
    *error = g_error_new_valist (MUSTER_STORE_ERROR, (int) code, format, values);
  va_end (values);

  return FALSE;
}

static gboolean
fail_errno (GError **error, int number, const char *path)
{
  MusterStoreError code = MUSTER_STORE_ERROR_FAILED;

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    return fail (error, MUSTER_STORE_ERROR_FULL,
                 _("The disk that holds “%s” is full. Nothing was changed; free some space and try again."), path);
  if (number == EACCES || number == EPERM || number == EROFS)
    code = MUSTER_STORE_ERROR_READ_ONLY;

  return fail (error, code, _("“%s” cannot be opened: %s."), path, g_strerror (number));
}

static gboolean
is_refusal_to_write (int number)
{
  return number == EACCES || number == EPERM || number == EROFS;
}

static guint32
get_be32 (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/** muster_store_file_get_size: Returns: bytes of the database file; 0 when it cannot be told. */
guint64
muster_store_file_get_size (MusterStoreFile *self)
{
  GStatBuf status;

  return g_stat (self->path, &status) == 0 ? (guint64) status.st_size : 0;
}

/* The lines are of fixed length and the whole is smaller than a sector: it is written in place, under the lock that
 * rests on this very file. */
static void
read_marker (MusterStoreFile *self)
{
  char        text[MARKER_BYTES + 1] = { 0 };
  const char *identity, *generation, *size;
  gssize      n = pread (self->marker_fd, text, MARKER_BYTES, 0);

  if (n <= 0)
    return;
  identity = strstr (text, "\nidentity ");
  generation = strstr (text, "\ngeneration ");
  size = strstr (text, "\nsize ");
  if (identity == NULL || generation == NULL || size == NULL)
    {
      /* There was a library; how far it had come is not known. */
      g_strlcpy (self->identity, "?", sizeof self->identity);
      return;
    }
  g_strlcpy (self->identity, identity + strlen ("\nidentity "), sizeof self->identity);
  self->generation = g_ascii_strtoull (generation + strlen ("\ngeneration "), NULL, 10);
  self->size_bytes = g_ascii_strtoull (size + strlen ("\nsize "), NULL, 10);
}

/* Another program may hold the lock: nothing is taken, nothing is made. */
static void
look_at_marker (MusterStoreFile *self)
{
  self->is_beside = TRUE;
  self->is_read_only = TRUE;
  self->marker_fd = open (self->marker_path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (self->marker_fd < 0)
    return;
  read_marker (self);
  close (self->marker_fd);
  self->marker_fd = -1;
}

static gboolean
open_marker (MusterStoreFile *self, MusterAccess access, GError **error)
{
  int flags = O_CLOEXEC | O_NOFOLLOW;

  self->marker_fd = open (self->marker_path, O_RDWR | O_CREAT | flags, 0600);
  if (self->marker_fd < 0 && is_refusal_to_write (errno))
    {
      self->is_read_only = TRUE;
      self->marker_fd = open (self->marker_path, O_RDONLY | flags);
      if (self->marker_fd < 0)
        return TRUE;
    }
  if (self->marker_fd < 0)
    return fail_errno (error, errno, self->marker_path);

  if (flock (self->marker_fd, (self->is_read_only ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0)
    {
      close (self->marker_fd); /* it belongs to the one who holds the lock */
      self->marker_fd = -1;
      if (access > MUSTER_ACCESS_INSPECT)
        return fail (error, MUSTER_STORE_ERROR_BUSY,
                     _("Muster is already open with the database “%s”. Close it, or wait until its import has ended, "
                       "and try again."),
                     self->path);
      look_at_marker (self);
      return TRUE;
    }
  read_marker (self);

  return TRUE;
}

static gboolean
header_is_ours (MusterStoreFile *self, const guchar *header, guint newest_version, GError **error)
{
  guint32 version = get_be32 (header + 60);

  if (memcmp (header, "SQLite format 3", 16) != 0 || get_be32 (header + 68) != MUSTER_STORE_APPLICATION_ID)
    return fail (error, MUSTER_STORE_ERROR_DAMAGED,
                 _("“%s” is not a Muster database. It was left as it is; choose another file name."), self->path);
  if (version > newest_version)
    return fail (error, MUSTER_STORE_ERROR_READ_ONLY,
                 _("“%s” was made by a newer Muster (version %u, this one knows %u). It was left as it is; use the "
                   "newer Muster."),
                 self->path, version, newest_version);

  return TRUE;
}

/* Without a journal the header knows how long the file is. With one, pages may wait in the journal, but what was once
 * in the file stays there. */
static gboolean
size_is_right (MusterStoreFile *self, const guchar *header, guint64 size, GError **error)
{
  guint32 page_size = (guint32) header[16] << 8 | header[17];
  guint64 expected;

  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return fail (error, MUSTER_STORE_ERROR_DAMAGED,
                 _("The beginning of “%s” is damaged. It was left as it is; put back a snapshot."), self->path);

  expected = self->has_journal ? self->size_bytes : (guint64) page_size * get_be32 (header + 28);
  if (size < expected || size % page_size != 0)
    return fail (error, MUSTER_STORE_ERROR_DAMAGED,
                 _("“%s” was cut: it has %" PRIu64 " of %" PRIu64
                   " bytes. It was left as it is; put back a snapshot."),
                 self->path, size, MAX (expected, size));

  return TRUE;
}

static gboolean
inspect (MusterStoreFile *self, int fd, guint newest_version, GError **error)
{
  guchar      header[HEADER_BYTES];
  struct stat status;

  if (fstat (fd, &status) != 0)
    return fail_errno (error, errno, self->path);
  if (!S_ISREG (status.st_mode))
    return fail (error, MUSTER_STORE_ERROR_DAMAGED, _("“%s” is not a file."), self->path);
  if (status.st_size == 0)
    return fail (error, MUSTER_STORE_ERROR_DAMAGED,
                 _("The database “%s” is empty (0 bytes). Put back a snapshot, or remove the file to begin anew."),
                 self->path);
  if (pread (fd, header, sizeof header, 0) != (gssize) sizeof header)
    return fail (error, MUSTER_STORE_ERROR_DAMAGED,
                 _("“%s” is not a Muster database. It was left as it is; choose another file name."), self->path);

  if (!header_is_ours (self, header, newest_version, error)
      || !size_is_right (self, header, (guint64) status.st_size, error))
    return FALSE;
  if (self->is_read_only && self->has_journal && !self->is_beside)
    return fail (error, MUSTER_STORE_ERROR_READ_ONLY,
                 _("The folder of “%s” cannot be written, and the newest changes wait beside the file to be taken in. "
                   "Make the folder writable and open it again."),
                 self->path);
  if (!self->is_read_only && status.st_uid == geteuid () && (status.st_mode & 0077) != 0 && fchmod (fd, 0600) != 0)
    return fail_errno (error, errno, self->path);

  return TRUE;
}

static gboolean
fail_missing (MusterStoreFile *self, GError **error)
{
  return fail (error, MUSTER_STORE_ERROR_MISSING,
               _("There is no database “%s”. Look whether the name is right; importing documents or adding an opening "
                 "makes a new one."),
               self->path);
}

static gboolean
find_missing (MusterStoreFile *self, MusterAccess access, GError **error)
{
  if (self->identity[0] != '\0')
    return fail (error, MUSTER_STORE_ERROR_DAMAGED,
                 _("The database “%s” is missing, though it was here before. Put it back or put back a snapshot; to "
                   "begin with an empty one, remove “%s”."),
                 self->path, self->marker_path);
  if (self->has_journal)
    return fail (error, MUSTER_STORE_ERROR_DAMAGED,
                 _("The database “%s” is missing, but its journal “%s-wal” is here. Put both in one folder."),
                 self->path, self->path);
  if (access < MUSTER_ACCESS_MAKE)
    return fail_missing (self, error);
  if (self->is_read_only)
    return fail (error, MUSTER_STORE_ERROR_READ_ONLY,
                 _("There is no database “%s”, and its folder cannot be written."), self->path);
  self->is_new = TRUE;

  return TRUE;
}

static gboolean
is_nowhere (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

static gboolean
may_write (const char *path)
{
  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

/* Before anything is made: whether there is something to open, or somewhere to make it. */
static gboolean
prepare_place (
    MusterStoreFile *self, const char *folder, const char *journal, MusterAccess access, GError **error)
{
  if (access == MUSTER_ACCESS_MAKE_FOLDER && g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (error, errno, folder);
  if (access < MUSTER_ACCESS_MAKE && is_nowhere (self->path) && is_nowhere (self->marker_path)
      && is_nowhere (journal))
    return fail_missing (self, error);
  if (access == MUSTER_ACCESS_MAKE && is_nowhere (folder))
    return fail (error, MUSTER_STORE_ERROR_MISSING,
                 _("There is no folder “%s” for a database. Make the folder first, or choose another."), folder);

  return TRUE;
}

static int
open_to_inspect (MusterStoreFile *self)
{
  int flags = O_CLOEXEC | O_NONBLOCK;
  int fd = open (self->path, (self->is_read_only ? O_RDONLY : O_RDWR) | flags);

  if (fd >= 0 || self->is_read_only || !is_refusal_to_write (errno))
    return fd;
  self->is_read_only = TRUE;

  return open (self->path, O_RDONLY | flags);
}

/**
 * muster_store_file_open:
 * @self: (out caller-allocates): clear it also after an error
 * @newest_version: the schema version that this program knows
 *
 * Takes the lock, unless @access is to look only, and inspects the file without changing it. Nothing is made that
 * @access does not allow.
 */
gboolean
muster_store_file_open (MusterStoreFile *self,
                        const char      *path,
                        MusterAccess     access,
                        guint            newest_version,
                        GError         **error)
{
  g_autofree char *folder = NULL, *journal = NULL;
  GStatBuf         status;
  gboolean         is_ours;
  int              fd;

  *self = (MusterStoreFile){ .path = g_canonicalize_filename (path, NULL), .marker_fd = -1 };
  self->marker_path = g_strconcat (self->path, ".marker", NULL);
  folder = g_path_get_dirname (self->path);
  journal = g_strconcat (self->path, "-wal", NULL);

  if (!prepare_place (self, folder, journal, access, error))
    return FALSE;
  /* Where nobody can write there is nobody to look beside. */
  if (access == MUSTER_ACCESS_LOOK && may_write (folder) && may_write (self->path))
    look_at_marker (self);
  else if (!open_marker (self, access, error))
    return FALSE;
  self->has_journal = g_stat (journal, &status) == 0 && status.st_size > 0;

  fd = open_to_inspect (self);
  if (fd < 0)
    return errno == ENOENT ? find_missing (self, access, error) : fail_errno (error, errno, self->path);

  is_ours = inspect (self, fd, newest_version, error);
  /* Before SQLite opens it: closing any descriptor of a file drops the locks that the process holds on it. */
  close (fd);

  return is_ours;
}

/** muster_store_file_release: lets another program open the database. */
void
muster_store_file_release (MusterStoreFile *self)
{
  /* A marker that was made for a library that never came to be says nothing. */
  if (self->marker_fd >= 0 && !self->is_read_only && self->identity[0] == '\0')
    g_unlink (self->marker_path);
  /* A reader that is being started has a copy of the descriptor until its exec: closing ours alone would not let go. */
  if (self->marker_fd >= 0)
    {
      flock (self->marker_fd, LOCK_UN);
      close (self->marker_fd);
    }
  self->marker_fd = -1;
}

void
muster_store_file_clear (MusterStoreFile *self)
{
  muster_store_file_release (self);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->marker_path, g_free);
}

/** muster_store_sync_path: makes the content of a file, or the names in a folder, durable. */
gboolean
muster_store_sync_path (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int result = fd >= 0 ? fsync (fd) : -1;
  int number = errno;

  if (fd >= 0)
    close (fd);

  return result == 0 || fail_errno (error, number, path);
}

/**
 * muster_store_file_begin_new:
 * @new_path: (out): where to build the database; it takes its name only when it is complete, so that an empty file is
 * never ours
 */
gboolean
muster_store_file_begin_new (MusterStoreFile *self, char **new_path, GError **error)
{
  g_autofree char *path = g_strconcat (self->path, ".new", NULL);
  int              fd;

  muster_store_file_abandon_new (path);
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_errno (error, errno, path);
  close (fd);
  *new_path = g_steal_pointer (&path);

  return TRUE;
}

/** muster_store_file_finish_new: gives the complete database its name. */
gboolean
muster_store_file_finish_new (MusterStoreFile *self, const char *new_path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (!muster_store_sync_path (new_path, error))
    return FALSE;
  if (g_rename (new_path, self->path) != 0)
    return fail_errno (error, errno, self->path);

  return muster_store_sync_path (folder, error);
}

/** muster_store_file_abandon_new: removes what a failed beginning left. */
void
muster_store_file_abandon_new (const char *new_path)
{
  static const char *const endings[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (new_path, endings[i], NULL);

      g_unlink (path);
    }
}

/**
 * muster_store_file_write_marker:
 * @is_durable: whether all of the database is in its one file, whose size is then remembered
 *
 * Called after every commit: what the marker knows is never ahead of what is durable.
 */
gboolean
muster_store_file_write_marker (MusterStoreFile *self,
                                const char      *identity,
                                guint64          generation,
                                gboolean         is_durable,
                                GError         **error)
{
  char text[MARKER_BYTES + 1];
  int  length;

  if (self->marker_fd < 0 || self->is_read_only)
    return TRUE;
  if (identity != self->identity)
    g_strlcpy (self->identity, identity, sizeof self->identity);
  self->generation = generation;
  if (is_durable)
    self->size_bytes = muster_store_file_get_size (self);

  length = g_snprintf (text, sizeof text, MARKER_FORMAT, self->identity, self->generation, self->size_bytes);
  if (pwrite (self->marker_fd, text, (gsize) length, 0) != length || (is_durable && fsync (self->marker_fd) != 0))
    return fail_errno (error, errno, self->marker_path);

  return TRUE;
}
