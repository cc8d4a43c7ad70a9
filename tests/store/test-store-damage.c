/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damaged, foreign, cut and missing files: refused with a reason, and every byte in the folder is what it was. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *child_path;

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

/* Refused with a reason, whoever opens it for what, and every file is what it was before. */
static void
test_damage (gconstpointer data)
{
  static const MusterAccess accesses[]
      = { MUSTER_ACCESS_MAKE_FOLDER, MUSTER_ACCESS_MAKE_FOLDER, MUSTER_ACCESS_INSPECT, MUSTER_ACCESS_LOOK };
  const Damage    *damage = data;
  g_auto (Place)   place = { 0 };
  g_autofree char *before = NULL;

  place_init (&place);
  g_object_unref (place_open (&place));
  if (damage->is_crashed)
    place_make_crashed (&place, child_path);
  damage->damage (&place);
  before = describe_folder (&place);

  for (guint i = 0; i < G_N_ELEMENTS (accesses); i++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (MusterStore) store = muster_store_open_for (place.path, accesses[i], &error);
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
        place_make_crashed (&place, child_path);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  child_path = argv[1];

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/store/damage/", damages[i].name, NULL);

      g_test_add_data_func (path, &damages[i], test_damage);
    }
  g_test_add_func ("/store/damage/no-damage", test_no_damage);
  g_test_add_func ("/store/damage/marker", test_marker);

  return g_test_run ();
}
