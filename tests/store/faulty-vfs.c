/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A VFS that wraps the default one (https://sqlite.org/vfs.html): every method passes on, and those that write are
 * counted first. */

#include "faulty-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} FaultyFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs  faulty_vfs;

static GMutex   lock;
static Fault    armed_fault;
static int      n_left; /* 0: not armed */
static gboolean lasts;
static gboolean has_failed;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultyFile *) file)->real;
}

static gboolean
fails_now (Fault *fault)
{
  gboolean fails = FALSE;

  g_mutex_lock (&lock);
  if (n_left > 1)
    n_left--;
  else if (n_left == 1)
    {
      fails = TRUE;
      has_failed = TRUE;
      n_left = lasts ? 1 : 0;
    }
  *fault = armed_fault;
  g_mutex_unlock (&lock);

  return fails;
}

static int
do_close (sqlite3_file *file)
{
  int result = real_of (file)->pMethods->xClose (real_of (file));

  sqlite3_free (real_of (file));

  return result;
}

static int
do_read (sqlite3_file *file, void *bytes, int n, sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), bytes, n, offset);
}

static int
do_write (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 offset)
{
  Fault fault;

  if (fails_now (&fault))
    {
      if (fault == FAULT_SHORT)
        real_of (file)->pMethods->xWrite (real_of (file), bytes, n / 2, offset);
      return fault == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }

  return real_of (file)->pMethods->xWrite (real_of (file), bytes, n, offset);
}

static int
do_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  Fault fault;

  return fails_now (&fault) ? SQLITE_IOERR_TRUNCATE : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
do_sync (sqlite3_file *file, int flags)
{
  Fault fault;

  return fails_now (&fault) ? SQLITE_IOERR_FSYNC : real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
do_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
do_lock (sqlite3_file *file, int kind)
{
  return real_of (file)->pMethods->xLock (real_of (file), kind);
}

static int
do_unlock (sqlite3_file *file, int kind)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), kind);
}

static int
do_check_lock (sqlite3_file *file, int *result)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), result);
}

static int
do_control (sqlite3_file *file, int operation, void *value)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, value);
}

static int
do_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
do_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
do_shm_map (sqlite3_file *file, int page, int size, int extends, void volatile **result)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extends, result);
}

static int
do_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
do_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
do_shm_unmap (sqlite3_file *file, int removes)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), removes);
}

static const sqlite3_io_methods methods = {
  2,
  do_close,
  do_read,
  do_write,
  do_truncate,
  do_sync,
  do_file_size,
  do_lock,
  do_unlock,
  do_check_lock,
  do_control,
  do_sector_size,
  do_characteristics,
  do_shm_map,
  do_shm_lock,
  do_shm_barrier,
  do_shm_unmap,
};

static int
do_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultyFile *faulty = (FaultyFile *) file;
  int         result;

  memset (faulty, 0, sizeof *faulty);
  faulty->real = sqlite3_malloc (real_vfs->szOsFile);
  memset (faulty->real, 0, (gsize) real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, name, faulty->real, flags, out_flags);
  if (result == SQLITE_OK)
    faulty->base.pMethods = &methods;
  else
    sqlite3_free (faulty->real);

  return result;
}

void
faulty_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile = sizeof (FaultyFile);
  faulty_vfs.xOpen = do_open;
  sqlite3_vfs_register (&faulty_vfs, 1);
}

void
faulty_vfs_arm (Fault fault, int n, gboolean for_ever)
{
  g_mutex_lock (&lock);
  armed_fault = fault;
  n_left = n;
  lasts = for_ever;
  has_failed = FALSE;
  g_mutex_unlock (&lock);
}

gboolean
faulty_vfs_disarm (void)
{
  gboolean result;

  g_mutex_lock (&lock);
  n_left = 0;
  result = has_failed;
  g_mutex_unlock (&lock);

  return result;
}
