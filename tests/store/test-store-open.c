/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: what is made, what is refused and left as it is, who may hold it, and that nothing acknowledged is lost. */

#include "store-fixture.h"

#include "muster-store-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>
#include <string.h>

static const char *child_path;

static void
assert_names (Place *place, const char *first, ...)
{
  g_autoptr (GPtrArray) names = place_list (place);
  guint                 n = 0;
  va_list               expected;

  va_start (expected, first);
  for (const char *name = first; name != NULL; name = va_arg (expected, const char *), n++)
    {
      g_assert_cmpuint (n, <, names->len);
      g_assert_cmpstr (g_ptr_array_index (names, n), ==, name);
    }
  va_end (expected);
  g_assert_cmpuint (n, ==, names->len);
}

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

static void
test_create (void)
{
  g_auto (Place)          place = { 0 };
  g_autofree char        *path = NULL, *inner = NULL, *marker = NULL;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError)      error = NULL;

  place_init (&place);
  inner = g_build_filename (place.folder, "inner", NULL);
  path = g_build_filename (inner, "library.db", NULL);
  marker = g_strconcat (path, ".marker", NULL);
  store = muster_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_store_get_path (store), ==, path);
  g_assert_false (muster_store_is_read_only (store));
  g_assert_cmpuint (mode_of (inner), ==, 0700);
  g_assert_cmpuint (mode_of (path), ==, 0600);
  g_assert_cmpuint (mode_of (marker), ==, 0600);
  fixture_add (store, "Ana Berg", "Ana Berg", 0);
  muster_store_close (store);
  muster_store_close (store);
  g_assert_cmpint (fixture_query (path, "PRAGMA application_id"), ==, MUSTER_STORE_APPLICATION_ID);
  g_assert_cmpint (fixture_query (path, "PRAGMA user_version"), ==, 4);

  g_assert_false (fixture_try_add (store, "Bo", "Bo", 0, 0, NULL, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED);

  g_remove (path);
  g_remove (marker);
  g_assert_cmpint (g_rmdir (inner), ==, 0); /* nothing else was left */
}

static void
test_reopen (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  for (guint i = 1; i <= 3; i++)
    {
      g_autoptr (MusterStore) store = place_open (&place);
      g_autoptr (GError)      error = NULL;
      g_autofree char        *text = g_strdup_printf ("document %u", i);
      MusterCandidateQuery    query = { .stage = -1 };
      guint                   n = 0;

      fixture_add (store, "Ana Berg", text, 0);
      g_assert_true (muster_store_count_candidates (store, &query, &n, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, i);
    }
  assert_names (&place, "library.db", "library.db.marker", NULL);
}

/* After a batch the journal is taken into the file, without anybody asking: what lies in it cannot be lost then. */
static void
test_batch_is_taken_in (void)
{
  g_auto (Place)           place = { 0 };
  g_autoptr (MusterStore)  store = NULL;
  g_autofree char         *journal = NULL;
  g_autoptr (GFile)        file = NULL;
  g_autoptr (GFileMonitor) monitor = NULL;
  GStatBuf                 status = { .st_size = 1 };

  place_init (&place);
  store = place_open (&place);
  journal = g_strconcat (place.path, "-wal", NULL);
  file = g_file_new_for_path (journal);
  monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  fixture_add (store, "Ana Berg", "Ana Berg", 0);
  g_assert_cmpint (g_stat (journal, &status), ==, 0);
  while (status.st_size > 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_stat (journal, &status), ==, 0);
    }
}

static void
make_version_0 (Place *place)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d;", MUSTER_STORE_APPLICATION_ID);

  place_write (place, "library.db", "", 0);
  fixture_execute (place->path, sql);
}

static void
test_migration (void)
{
  g_auto (Place)          place = { 0 };
  g_autofree char        *snapshot = NULL;
  g_autoptr (MusterStore) store = NULL;

  place_init (&place);
  make_version_0 (&place);
  snapshot = g_strconcat (place.path, ".version-0", NULL);
  store = place_open (&place);
  fixture_add (store, "Ana Berg", "Ana Berg", 0);
  g_clear_object (&store);
  g_assert_cmpuint (mode_of (snapshot), ==, 0600);
  g_assert_cmpint (fixture_query (snapshot, "PRAGMA user_version"), ==, 0);
  g_assert_cmpint (fixture_query (snapshot, "PRAGMA application_id"), ==, MUSTER_STORE_APPLICATION_ID);
  g_assert_cmpint (fixture_query (place.path, "PRAGMA user_version"), ==, 4);
  assert_names (&place, "library.db", "library.db.marker", "library.db.version-0", NULL);
}

/* A migration that cannot be applied leaves the file at its version. */
static void
test_migration_that_fails (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (GError)      error = NULL;
  g_autoptr (MusterStore) store = NULL;

  place_init (&place);
  make_version_0 (&place);
  fixture_execute (place.path, "CREATE TABLE opening (id INTEGER);");
  store = muster_store_open (place.path, &error);
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED);
  g_assert_cmpint (fixture_query (place.path, "PRAGMA user_version"), ==, 0);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM sqlite_schema"), ==, 1);
}

static void
test_second_process (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError)      error = NULL;
  g_autofree char        *output = NULL, *after = NULL;

  place_init (&place);
  store = place_open (&place);
  output = place_run_child (&place, child_path, "open");
  g_assert_cmpstr (output, ==, "error 4\n");
  g_assert_cmpint (MUSTER_STORE_ERROR_BUSY, ==, 4);
  g_assert_null (muster_store_open (place.path, &error)); /* nor twice in one process */
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "already open"));
  fixture_add (store, "Ana Berg", "Ana Berg", 0);

  muster_store_close (store);
  after = place_run_child (&place, child_path, "open");
  g_assert_cmpstr (after, ==, "open\n");
}

/* What each access makes of a library that never was; where it may make none, the folder stays as it was. */
static void
test_missing (void)
{
  static const struct
  {
    const char  *name;
    MusterAccess access;
    gboolean     has_folder;
    gboolean     is_made;
  } cases[] = {
    { "look", MUSTER_ACCESS_LOOK, TRUE, FALSE },
    { "look, no folder", MUSTER_ACCESS_LOOK, FALSE, FALSE },
    { "inspect", MUSTER_ACCESS_INSPECT, TRUE, FALSE },
    { "write", MUSTER_ACCESS_WRITE, TRUE, FALSE },
    { "write, no folder", MUSTER_ACCESS_WRITE, FALSE, FALSE },
    { "make", MUSTER_ACCESS_MAKE, TRUE, TRUE },
    { "make, no folder", MUSTER_ACCESS_MAKE, FALSE, FALSE },
    { "make folder, no folder", MUSTER_ACCESS_MAKE_FOLDER, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Place)          place = { 0 };
      g_autofree char        *folder = NULL, *path = NULL;
      g_autoptr (MusterStore) store = NULL;
      g_autoptr (GError)      error = NULL;

      g_test_message ("%s", cases[i].name);
      place_init (&place);
      folder = g_build_filename (place.folder, cases[i].has_folder ? "." : "inner", NULL);
      path = g_build_filename (folder, "library.db", NULL);
      store = muster_store_open_for (path, cases[i].access, &error);
      g_assert_true ((store != NULL) == cases[i].is_made);
      g_clear_object (&store);
      if (cases[i].is_made)
        {
          g_autofree char *marker = g_strconcat (path, ".marker", NULL);

          g_assert_no_error (error);
          g_assert_cmpint (g_remove (path), ==, 0);
          g_assert_cmpint (g_remove (marker), ==, 0);
          g_rmdir (folder);
          continue;
        }
      g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, cases[i].access < MUSTER_ACCESS_MAKE ? "library.db" : "inner"));
      assert_names (&place, NULL);
    }
}

static guint
count_people (MusterStore *store)
{
  MusterCandidateQuery  query = { .stage = -1 };
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) people = muster_store_list_candidates (store, &query, 0, 100, &error);

  g_assert_no_error (error);

  return people->len;
}

/* While another process writes, one may look and inspect, and sees what was committed last. */
static void
test_beside_writer (void)
{
  static const struct
  {
    const char  *name;
    MusterAccess access;
    int          code; /* -1: opens */
  } cases[] = {
    { "look", MUSTER_ACCESS_LOOK, -1 },
    { "inspect", MUSTER_ACCESS_INSPECT, -1 },
    { "write", MUSTER_ACCESS_WRITE, MUSTER_STORE_ERROR_BUSY },
    { "make", MUSTER_ACCESS_MAKE, MUSTER_STORE_ERROR_BUSY },
  };
  g_auto (Place)               place = { 0 };
  g_autoptr (GSubprocess)      holder = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char             *line = NULL;

  place_init (&place);
  holder = place_start_child (&place, child_path, "add-and-hold");
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (holder));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_cmpstr (line, ==, "open");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (MusterStore) store = muster_store_open_for (place.path, cases[i].access, &error);
      g_autoptr (GPtrArray)   findings = NULL;

      g_test_message ("%s", cases[i].name);
      if (cases[i].code >= 0)
        {
          g_assert_error (error, MUSTER_STORE_ERROR, cases[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (muster_store_is_read_only (store));
      g_assert_cmpuint (count_people (store), ==, 1);
      findings = muster_store_check (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_false (fixture_try_add (store, "Bo", "Bo", 0, 0, NULL, &error));
      g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY);
    }
  g_subprocess_send_signal (holder, SIGKILL);
  g_subprocess_wait (holder, NULL, NULL);
}

/* One who looks keeps nobody from writing, sees what is written meanwhile, and leaves no file behind, also where a
 * crash left a journal. */
static void
test_looker (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) looker = NULL, writer = NULL;
  g_autoptr (GError)      error = NULL;

  place_init (&place);
  place_make_crashed (&place, child_path);
  looker = muster_store_open_for (place.path, MUSTER_ACCESS_LOOK, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (looker), ==, 3);
  writer = place_open (&place);
  fixture_add (writer, "Ana Berg", "Ana Berg", 0);
  g_assert_cmpuint (count_people (looker), ==, 4);
  g_clear_object (&writer);
  g_clear_object (&looker);
  assert_names (&place, "library.db", "library.db.marker", NULL);

  looker = muster_store_open_for (place.path, MUSTER_ACCESS_LOOK, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (looker), ==, 4);
  g_clear_object (&looker);
  assert_names (&place, "library.db", "library.db.marker", NULL);
}

/* An older library is brought up to date for one who only looks, too. */
static void
test_look_at_older (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError)      error = NULL;

  place_init (&place);
  make_version_0 (&place);
  store = muster_store_open_for (place.path, MUSTER_ACCESS_LOOK, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (store), ==, 0);
  g_assert_true (muster_store_is_read_only (store));
}

/* A child that was forked while the library was open and has not come to its exec yet. */
static void
test_reopen_beside_fork (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  int                     ends[2], status;
  pid_t                   child;
  char                    byte;

  place_init (&place);
  store = place_open (&place);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[1]);
      _exit (read (ends[0], &byte, 1) == 0 ? 0 : 1);
    }
  close (ends[0]);
  g_clear_object (&store);
  store = place_open (&place);
  close (ends[1]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
test_holder_dies (void)
{
  g_auto (Place)               place = { 0 };
  g_autoptr (GSubprocess)      holder = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError)           error = NULL;
  g_autofree char             *line = NULL;

  place_init (&place);
  holder = place_start_child (&place, child_path, "hold");
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (holder));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_cmpstr (line, ==, "open");
  g_assert_null (muster_store_open (place.path, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_BUSY);
  g_subprocess_send_signal (holder, SIGKILL);
  g_subprocess_wait (holder, NULL, NULL);
  g_object_unref (place_open (&place));
}

/* Kills a process that imports; whatever it had acknowledged is there. */
static void
test_kill (void)
{
  g_auto (Place)         place = { 0 };
  g_autoptr (GHashTable) acknowledged = g_hash_table_new (NULL, NULL);
  GRand                 *random = g_rand_new_with_seed (11);

  place_init (&place);
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (GSubprocess)      child = place_start_child (&place, child_path, "insert");
      g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      g_autoptr (GPtrArray)        findings = NULL, unfinished = NULL;
      g_autoptr (GError)           error = NULL;
      int                          n_wanted = g_rand_int_range (random, 0, 8);
      char                        *line;

      for (int i = 0;; i++)
        {
          if (i == n_wanted)
            g_subprocess_send_signal (child, SIGKILL);
          line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
          if (line == NULL)
            break;
          g_assert_true (g_ascii_isdigit (*line));
          g_hash_table_add (acknowledged, GSIZE_TO_POINTER (g_ascii_strtoull (line, NULL, 10)));
          g_free (line);
        }
      g_subprocess_wait (child, NULL, NULL);

      g_autoptr (MusterStore) store = place_open (&place);
      GHashTableIter          iter;
      gpointer                id;

      g_hash_table_iter_init (&iter, acknowledged);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        {
          g_autoptr (MusterDocument) document
              = muster_store_load_document (store, (gint64) GPOINTER_TO_SIZE (id), &error);
          g_autoptr (GBytes) original
              = muster_store_load_original (store, (gint64) GPOINTER_TO_SIZE (id), NULL);

          g_assert_no_error (error);
          g_assert_nonnull (original);
        }
      findings = muster_store_check (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      unfinished = muster_store_list_unfinished (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (unfinished->len, <=, 1);
      g_assert_true (muster_store_forget_unfinished (store, NULL));
    }
  g_test_message ("%u acknowledged, all there", g_hash_table_size (acknowledged));
  g_assert_cmpuint (g_hash_table_size (acknowledged), >, 10);
  g_rand_free (random);
}

static void
test_full (void)
{
  g_auto (Place)   place = { 0 };
  g_autofree char *output = NULL;

  place_init (&place);
  output = place_run_child (&place, child_path, "full");
  g_assert_cmpint (MUSTER_STORE_ERROR_FULL, ==, 1);
  g_assert_cmpstr (output, ==, "full 1 after 1\nfindings 0\nagain 1\ndocuments 1\n");
  assert_names (&place, "library.db", "library.db.marker", NULL);
}

static void
set_modes (Place *place, int of_files, int of_folder)
{
  g_autoptr (GPtrArray) names = place_list (place);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (place->folder, g_ptr_array_index (names, i), NULL);

      g_assert_cmpint (g_chmod (path, of_files), ==, 0);
    }
  g_assert_cmpint (g_chmod (place->folder, of_folder), ==, 0);
}

static void
test_read_only (void)
{
  static const struct
  {
    const char *name;
    gboolean    has_library;
    gboolean    is_crashed;
    int         of_files;
    int         of_folder;
    const char *output;
  } cases[] = {
    { "folder and files", TRUE, FALSE, 0444, 0555, "read-only 1, people 1\nwrite 2\n" },
    { "folder", TRUE, FALSE, 0444, 0555, "read-only 1, people 1\nwrite 2\n" },
    { "file", TRUE, FALSE, 0444, 0777, "read-only 1, people 1\nwrite 2\n" },
    { "nothing there", FALSE, FALSE, 0444, 0555, "error 2\n" },
    { "journal waits", TRUE, TRUE, 0444, 0555, "error 2\n" },
  };

  g_assert_cmpint (MUSTER_STORE_ERROR_READ_ONLY, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Place)   place = { 0 };
      g_autofree char *output = NULL;

      g_test_message ("%s", cases[i].name);
      place_init (&place);
      if (cases[i].has_library)
        {
          g_autoptr (MusterStore) store = place_open (&place);

          fixture_add (store, "Ana Berg", "Ana Berg", 0);
        }
      if (cases[i].is_crashed)
        place_make_crashed (&place, child_path);
      set_modes (&place, cases[i].of_files, cases[i].of_folder);
      output = place_run_child (&place, child_path, "read-only");
      g_assert_cmpstr (output, ==, cases[i].output);
      set_modes (&place, 0600, 0700);
    }
}

/* Another program that writes; it is waited for, then named. */
static void
test_locked_by_other_program (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError)      error = NULL;
  sqlite3                *other = NULL;

  place_init (&place);
  store = place_open (&place);
  g_assert_cmpint (sqlite3_open_v2 (place.path, &other, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (fixture_try_add (store, "Ana Berg", "Ana Berg", 0, 0, NULL, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_BUSY);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  fixture_add (store, "Ana Berg", "Ana Berg", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  child_path = argv[1];

  g_test_add_func ("/store/open/create", test_create);
  g_test_add_func ("/store/open/reopen", test_reopen);
  g_test_add_func ("/store/open/batch-is-taken-in", test_batch_is_taken_in);
  g_test_add_func ("/store/open/migration", test_migration);
  g_test_add_func ("/store/open/migration-that-fails", test_migration_that_fails);
  g_test_add_func ("/store/open/second-process", test_second_process);
  g_test_add_func ("/store/open/missing", test_missing);
  g_test_add_func ("/store/open/beside-writer", test_beside_writer);
  g_test_add_func ("/store/open/looker", test_looker);
  g_test_add_func ("/store/open/look-at-older", test_look_at_older);
  g_test_add_func ("/store/open/reopen-beside-fork", test_reopen_beside_fork);
  g_test_add_func ("/store/open/holder-dies", test_holder_dies);
  g_test_add_func ("/store/open/kill", test_kill);
  g_test_add_func ("/store/open/full", test_full);
  g_test_add_func ("/store/open/read-only", test_read_only);
  g_test_add_func ("/store/open/locked-by-other-program", test_locked_by_other_program);

  return g_test_run ();
}
