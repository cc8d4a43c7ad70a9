/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: what is made, what is refused and left as it is, who may hold it, and that nothing acknowledged is lost. */

#include "store-fixture.h"

#include "muster-store-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>

static const char *child_path;

static GSubprocess *
start_child (const char *command, const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess       *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                               child_path, command, path, NULL);

  g_assert_no_error (error);

  return child;
}

static char *
run_child (const char *command, const char *path)
{
  g_autoptr (GSubprocess) child = start_child (command, path);
  g_autoptr (GError)      error = NULL;
  char                   *output = NULL;

  g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);

  return output;
}

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
  g_assert_cmpint (fixture_query (path, "PRAGMA user_version"), ==, 1);

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

/* A library with three people whose writer was killed: their rows wait in the journal. */
static void
make_crashed (Place *place)
{
  g_autofree char *journal = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *output = run_child ("crash", place->path);

  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
replace_by_nothing (Place *place)
{
  place_write (place, "library.db", "", 0);
}

static void
replace_by_text (Place *place)
{
  g_autofree char *text = g_strnfill (9000, 't');

  place_write (place, "library.db", text, 9000);
}

static void
replace_by_beginning (Place *place)
{
  place_write (place, "library.db", "SQLite format 3", 16);
}

static void
replace_by_foreign (Place *place)
{
  g_remove (place->path);
  place_write (place, "library.db", "", 0);
  fixture_execute (
      place->path,
      "CREATE TABLE candidate (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO candidate VALUES (1, 'Ana');");
}

static void
cut_page (Place *place)
{
  g_autoptr (GBytes) bytes = place_read (place);

  place_write (place, "library.db", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 4096);
}

static void
cut_byte (Place *place)
{
  g_autoptr (GBytes) bytes = place_read (place);

  place_write (place, "library.db", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
}

static void
cut_half (Place *place)
{
  g_autoptr (GBytes) bytes = place_read (place);

  place_write (place, "library.db", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) / 8192 * 4096);
}

static void
overwrite (Place *place, const char *name, gsize at, gsize n)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (at + n, <=, size);
  memset (bytes + at, 0xa5, n);
  place_write (place, name, bytes, size);
}

static void
overwrite_page (Place *place)
{
  overwrite (place, "library.db", 4 * 4096, 4096);
}

static void
overwrite_page_size (Place *place)
{
  overwrite (place, "library.db", 16, 2);
}

static void
overwrite_first_page (Place *place)
{
  overwrite (place, "library.db", 100, 200);
}

static void
add_trigger (Place *place)
{
  fixture_execute (place->path, "CREATE TRIGGER hostile AFTER INSERT ON setting BEGIN DELETE FROM library; END;");
}

static void
add_view (Place *place)
{
  fixture_execute (place->path, "CREATE VIEW hostile AS SELECT 1;");
}

static void
drop_index (Place *place)
{
  fixture_execute (place->path, "DROP INDEX candidate_by_name;");
}

static void
empty_library_row (Place *place)
{
  fixture_execute (place->path, "DELETE FROM library;");
}

static void
set_newer (Place *place)
{
  fixture_execute (place->path, "PRAGMA user_version = 99;");
}

static void
remove_database (Place *place)
{
  g_remove (place->path);
}

static void
remove_database_and_marker (Place *place)
{
  g_autofree char *marker = g_strconcat (place->path, ".marker", NULL);

  g_remove (place->path);
  g_remove (marker);
}

static void
damage_journal (Place *place)
{
  g_autofree char *path = g_strconcat (place->path, "-wal", NULL);
  GStatBuf         status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  overwrite (place, "library.db-wal", (gsize) status.st_size / 2, 1);
}

static void
empty_journal (Place *place)
{
  place_write (place, "library.db-wal", "", 0);
}

static void
leave_as_it_is (Place *place)
{
}

typedef struct
{
  const char      *name;
  gboolean         is_crashed;
  void           (*damage) (Place *place);
  MusterStoreError code;
  const char      *words; /* in the message */
} Damage;

static const Damage damages[] = {
  { "empty", FALSE, replace_by_nothing, MUSTER_STORE_ERROR_DAMAGED, "0 bytes" },
  { "text", FALSE, replace_by_text, MUSTER_STORE_ERROR_DAMAGED, "not a Muster database" },
  { "beginning-only", FALSE, replace_by_beginning, MUSTER_STORE_ERROR_DAMAGED, "not a Muster database" },
  { "other-program", FALSE, replace_by_foreign, MUSTER_STORE_ERROR_DAMAGED, "not a Muster database" },
  { "cut-by-a-byte", FALSE, cut_byte, MUSTER_STORE_ERROR_DAMAGED, "was cut" },
  { "cut-by-a-page", FALSE, cut_page, MUSTER_STORE_ERROR_DAMAGED, "was cut" },
  { "cut-by-half", FALSE, cut_half, MUSTER_STORE_ERROR_DAMAGED, "was cut" },
  { "page-overwritten", FALSE, overwrite_page, MUSTER_STORE_ERROR_DAMAGED, "damaged" },
  { "first-page-overwritten", FALSE, overwrite_first_page, MUSTER_STORE_ERROR_DAMAGED, "damaged" },
  { "page-size-overwritten", FALSE, overwrite_page_size, MUSTER_STORE_ERROR_DAMAGED, "damaged" },
  { "trigger-added", FALSE, add_trigger, MUSTER_STORE_ERROR_DAMAGED, "tables" },
  { "view-added", FALSE, add_view, MUSTER_STORE_ERROR_DAMAGED, "tables" },
  { "index-dropped", FALSE, drop_index, MUSTER_STORE_ERROR_DAMAGED, "tables" },
  { "no-library-row", FALSE, empty_library_row, MUSTER_STORE_ERROR_DAMAGED, "damaged" },
  { "newer", FALSE, set_newer, MUSTER_STORE_ERROR_READ_ONLY, "newer Muster" },
  { "missing", FALSE, remove_database, MUSTER_STORE_ERROR_DAMAGED, "missing" },
  { "journal-damaged", TRUE, damage_journal, MUSTER_STORE_ERROR_DAMAGED, "newest changes" },
  { "journal-emptied", TRUE, empty_journal, MUSTER_STORE_ERROR_DAMAGED, "newest changes" },
  { "cut-beside-journal", TRUE, cut_page, MUSTER_STORE_ERROR_DAMAGED, "was cut" },
  { "missing-beside-journal", TRUE, remove_database_and_marker, MUSTER_STORE_ERROR_DAMAGED, "journal" },
};

/* Names and contents of what matters in the folder: an empty journal and the index of the journal, which is made
 * anew, do not. */
static char *
describe_folder (Place *place)
{
  g_autoptr (GPtrArray) names = place_list (place);
  g_autoptr (GString)   text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (place->folder, name, NULL);
      g_autofree char *bytes = NULL, *hash = NULL;
      gsize            size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
      if (!g_str_has_suffix (name, "-shm") && !(g_str_has_suffix (name, "-wal") && size == 0))
        g_string_append_printf (text, "%s %s\n", name, hash);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Refused with a reason, and every file is what it was before. */
static void
test_damage (gconstpointer data)
{
  const Damage    *damage = data;
  g_auto (Place)   place = { 0 };
  g_autofree char *before = NULL;

  place_init (&place);
  g_object_unref (place_open (&place));
  if (damage->is_crashed)
    make_crashed (&place);
  damage->damage (&place);
  before = describe_folder (&place);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (MusterStore) store = muster_store_open (place.path, &error);
      g_autofree char        *after = describe_folder (&place);

      g_assert_error (error, MUSTER_STORE_ERROR, (int) damage->code);
      g_assert_null (store);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, damage->words));
      g_assert_cmpstr (before, ==, after);
    }
}

/* What looks like damage and is none. */
static void
test_no_damage (void)
{
  static const struct
  {
    const char *name;
    gboolean    is_crashed;
    void      (*change) (Place *place);
    guint       n_people;
  } cases[] = {
    { "journal waits", TRUE, leave_as_it_is, 3 },
    { "begun anew", FALSE, remove_database_and_marker, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Place)          place = { 0 };
      g_autoptr (MusterStore) store = NULL;
      MusterCandidateQuery    query = { .stage = -1 };
      guint                   n = 99;

      g_test_message ("%s", cases[i].name);
      place_init (&place);
      g_object_unref (place_open (&place));
      if (cases[i].is_crashed)
        make_crashed (&place);
      cases[i].change (&place);
      store = place_open (&place);
      g_assert_true (muster_store_count_candidates (store, &query, &n, NULL));
      g_assert_cmpuint (n, ==, cases[i].n_people);
    }
}

/* A marker that was lost or torn is made anew: it only ever adds to what is known. */
static void
test_marker (void)
{
  static const char *const markers[] = { "", "torn", "\nidentity x\ngeneration 5\n" };

  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      g_auto (Place) place = { 0 };

      place_init (&place);
      g_object_unref (place_open (&place));
      place_write (&place, "library.db.marker", markers[i], strlen (markers[i]));
      g_object_unref (place_open (&place));
      remove_database (&place);

      g_autoptr (GError)      error = NULL;
      g_autoptr (MusterStore) store = muster_store_open (place.path, &error);

      g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED);
      g_assert_null (store);
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
  g_assert_cmpint (fixture_query (place.path, "PRAGMA user_version"), ==, 1);
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
  output = run_child ("open", place.path);
  g_assert_cmpstr (output, ==, "error 4\n");
  g_assert_cmpint (MUSTER_STORE_ERROR_BUSY, ==, 4);
  g_assert_null (muster_store_open (place.path, &error)); /* nor twice in one process */
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "already open"));
  fixture_add (store, "Ana Berg", "Ana Berg", 0);

  muster_store_close (store);
  after = run_child ("open", place.path);
  g_assert_cmpstr (after, ==, "open\n");
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
  holder = start_child ("hold", place.path);
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
      g_autoptr (GSubprocess)      child = start_child ("insert", place.path);
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
          g_autoptr (GBytes)         original = muster_store_load_original (store, (gint64) GPOINTER_TO_SIZE (id), NULL);

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
  output = run_child ("full", place.path);
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
        make_crashed (&place);
      set_modes (&place, cases[i].of_files, cases[i].of_folder);
      output = run_child ("read-only", place.path);
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
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/store/open/damage/", damages[i].name, NULL);

      g_test_add_data_func (path, &damages[i], test_damage);
    }
  g_test_add_func ("/store/open/no-damage", test_no_damage);
  g_test_add_func ("/store/open/marker", test_marker);
  g_test_add_func ("/store/open/migration", test_migration);
  g_test_add_func ("/store/open/migration-that-fails", test_migration_that_fails);
  g_test_add_func ("/store/open/second-process", test_second_process);
  g_test_add_func ("/store/open/holder-dies", test_holder_dies);
  g_test_add_func ("/store/open/kill", test_kill);
  g_test_add_func ("/store/open/full", test_full);
  g_test_add_func ("/store/open/read-only", test_read_only);
  g_test_add_func ("/store/open/locked-by-other-program", test_locked_by_other_program);

  return g_test_run ();
}
