/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that is no honest file gives one clear answer, at once; names of any bytes are shown as text. No reader
 * is needed: these files never get to one. */

#include "muster-intake.h"
#include "muster-sealed-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_file (const char *path, const char *content)
{
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
make_nothing (const char *path)
{
}

static void
make_empty (const char *path)
{
  write_file (path, "");
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_fifo (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int                fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpuint (strlen (path), <, sizeof address.sun_path);
  strcpy (address.sun_path, path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
link_to (const char *target, const char *path)
{
  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
make_device (const char *path)
{
  link_to ("/dev/zero", path);
}

static void
make_dangling (const char *path)
{
  link_to ("/nowhere/at/all", path);
}

static void
make_loop (const char *path)
{
  link_to (path, path);
}

static void
make_unreadable (const char *path)
{
  write_file (path, "secret");
  g_assert_cmpint (chmod (path, 0000), ==, 0);
}

static void
make_huge (const char *path)
{
  int fd = g_open (path, O_CREAT | O_WRONLY, 0644);

  g_assert_cmpint (ftruncate (fd, 2ll * 1024 * 1024 * 1024), ==, 0);
  close (fd);
}

static void
make_limit (const char *path)
{
  int fd = g_open (path, O_CREAT | O_WRONLY, 0644);

  g_assert_cmpint (ftruncate (fd, 50 * 1024 * 1024 + 1), ==, 0);
  close (fd);
}

static const struct
{
  const char *name;
  void (*make) (const char *path);
  int code;
} cases[] = {
  { "missing", make_nothing, MUSTER_READ_ERROR_UNREADABLE },
  { "empty", make_empty, MUSTER_READ_ERROR_DAMAGED },
  { "folder.pdf", make_folder, MUSTER_READ_ERROR_UNREADABLE },
  { "fifo.pdf", make_fifo, MUSTER_READ_ERROR_UNREADABLE },
  { "socket.pdf", make_socket, MUSTER_READ_ERROR_UNREADABLE },
  { "device.pdf", make_device, MUSTER_READ_ERROR_UNREADABLE },
  { "dangling.pdf", make_dangling, MUSTER_READ_ERROR_UNREADABLE },
  { "loop.pdf", make_loop, MUSTER_READ_ERROR_UNREADABLE },
  { "unreadable.pdf", make_unreadable, MUSTER_READ_ERROR_UNREADABLE },
  { "huge.pdf", make_huge, MUSTER_READ_ERROR_LIMIT },
  { "one-byte-too-many.pdf", make_limit, MUSTER_READ_ERROR_LIMIT },
};

static void
test_odd_file (gconstpointer data)
{
  guint                     i = GPOINTER_TO_UINT (data);
  g_autofree char          *path = in_folder (cases[i].name);
  g_autoptr (MusterIntake)  intake = muster_intake_new ("/nowhere/muster-reader", NULL);
  g_autoptr (MusterReading) reading = NULL;
  gboolean                  is_root = geteuid () == 0;

  cases[i].make (path);
  if (is_root) /* for whom no file is unreadable */
    g_assert_cmpint (seteuid (65534), ==, 0);
  reading = muster_intake_read (intake, path, NULL, NULL);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);

  g_assert_error (reading->error, MUSTER_READ_ERROR, cases[i].code);
  g_assert_cmpstr (reading->path, ==, path);
  g_assert_cmpstr (reading->name, ==, cases[i].name);
  g_assert_null (reading->document);
  g_assert_null (reading->bytes);

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    g_rmdir (path);
  else
    g_unlink (path);
}

static void
test_name_too_long (void)
{
  g_autoptr (MusterIntake)  intake = muster_intake_new ("/nowhere/muster-reader", NULL);
  g_autofree char          *name = g_strnfill (256, 'n');
  g_autofree char          *path = in_folder (name);
  g_autoptr (MusterReading) reading = muster_intake_read (intake, path, NULL, NULL);

  g_assert_error (reading->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_UNREADABLE);
}

static void
test_names (void)
{
  static const struct
  {
    const char *bytes;
    const char *shown;
  } names[] = {
    { "plain.pdf", "plain.pdf" },
    { "zwei\nZeilen.pdf", "zwei�Zeilen.pdf" },
    { "M\xc3\xbcller.pdf", "Müller.pdf" },
    { "bad\xff.pdf", "bad�.pdf" },
    { "evil\xe2\x80\xaegnp.exe", "evil�gnp.exe" },
    { "esc\x1b[2J.pdf", "esc�[2J.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MusterIntake)  intake = muster_intake_new ("/nowhere/muster-reader", NULL);
      g_autofree char          *path = in_folder (names[i].bytes);
      g_autoptr (MusterReading) reading = NULL;

      write_file (path, "content");
      reading = muster_intake_read (intake, path, NULL, NULL);
      g_assert_cmpstr (reading->name, ==, names[i].shown);
      g_assert_cmpstr (reading->path, ==, path);
      g_assert_cmpstr (reading->sha256, ==, "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
      g_assert_error (reading->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX);
      g_unlink (path);
    }
}

/* The copy is what it was: neither its maker nor the reader that gets it can change it. */
static void
test_sealed (void)
{
  g_autofree char          *path = in_folder ("sealed");
  g_auto (MusterSealedFile) file = MUSTER_SEALED_FILE_INIT;
  g_autoptr (GError)        error = NULL;
  g_autoptr (GBytes)        bytes = NULL;
  int                       reader;

  write_file (path, "content");
  g_assert_true (muster_sealed_file_copy (&file, path, 1000, NULL, &error));
  g_assert_no_error (error);
  write_file (path, "changed");
  bytes = muster_sealed_file_dup_bytes (&file, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "content", 7);

  g_assert_cmpint (write (file.fd, "x", 1), ==, -1);
  g_assert_cmpint (ftruncate (file.fd, 0), ==, -1);
  reader = muster_sealed_file_reopen (&file, NULL);
  g_assert_cmpint (reader, >=, 0);
  g_assert_cmpint (write (reader, "x", 1), ==, -1);
  g_assert_cmpint (errno, ==, EBADF);
  close (reader);
  g_unlink (path);
}

/* Somebody is still writing: sooner or later a copy meets a write, and then it says so. */
typedef struct
{
  const char *path;
  gint        is_ended;
} Writer;

static gpointer
keep_writing (gpointer data)
{
  Writer *writer = data;
  int     fd = g_open (writer->path, O_WRONLY | O_APPEND, 0);

  while (!g_atomic_int_get (&writer->is_ended))
    {
      if (write (fd, "more and more ", 14) != 14)
        break;
      if (lseek (fd, 0, SEEK_CUR) > 4 * 1024 * 1024 && ftruncate (fd, 1024) != 0)
        break;
    }
  close (fd);

  return NULL;
}

static void
test_growing (void)
{
  g_autofree char *path = in_folder ("growing");
  Writer           writer = { path, FALSE };
  gboolean         is_noticed = FALSE;
  GThread         *thread;

  write_file (path, "begin");
  thread = g_thread_new ("writer", keep_writing, &writer);
  for (guint i = 0; i < 100000 && !is_noticed; i++)
    {
      g_auto (MusterSealedFile) file = MUSTER_SEALED_FILE_INIT;
      g_autoptr (GError)        error = NULL;

      if (!muster_sealed_file_copy (&file, path, 50 * 1024 * 1024, NULL, &error))
        {
          g_assert_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_UNREADABLE);
          is_noticed = TRUE;
        }
    }
  g_atomic_int_set (&writer.is_ended, TRUE);
  g_thread_join (thread);
  g_unlink (path);
  g_assert_true (is_noticed);
}

static void
test_max_readers (void)
{
  g_assert_cmpuint (muster_intake_max_readers (), >=, 1);
  g_assert_cmpuint (muster_intake_max_readers (), <=, 4);
}

static MusterDocument *
know_hello (const char *sha256, gpointer user_data)
{
  guint *n_asked = user_data;

  (*n_asked)++;
  if (!g_str_equal (sha256, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"))
    return NULL;

  return muster_document_new (
    g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref), 1, "text/plain", "en", 0, NULL);
}

/* There is no reader: only a file that is known can give a document. */
static void
test_read_once (void)
{
  static const struct
  {
    const char *content;
    gboolean    is_known;
  } files[] = { { "hello", TRUE }, { "hello again", FALSE } };
  g_autoptr (MusterIntake) intake = muster_intake_new ("/nonexistent/muster-reader", NULL);
  g_autofree char         *path = in_folder ("once.txt");
  guint                    n_asked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (MusterReading) reading = NULL;

      write_file (path, files[i].content);
      reading = muster_intake_read_once (intake, path, NULL, know_hello, &n_asked, NULL);
      g_assert_cmpuint (n_asked, ==, i + 1);
      g_assert_cmpint (reading->document != NULL, ==, files[i].is_known);
      g_assert_cmpint (reading->error == NULL, ==, files[i].is_known);
      g_assert_cmpuint (g_bytes_get_size (reading->bytes), ==, strlen (files[i].content));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_dir_make_tmp ("muster-files-XXXXXX", NULL);
  g_assert_cmpint (chmod (folder, 0755), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/intake/odd-file/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_odd_file);
    }
  g_test_add_func ("/intake/name-too-long", test_name_too_long);
  g_test_add_func ("/intake/names", test_names);
  g_test_add_func ("/intake/sealed", test_sealed);
  g_test_add_func ("/intake/growing", test_growing);
  g_test_add_func ("/intake/read-once", test_read_once);
  g_test_add_func ("/intake/max-readers", test_max_readers);
  result = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return result;
}
