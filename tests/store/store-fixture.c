/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

void
place_init (Place *place)
{
  place->folder = g_dir_make_tmp ("muster-store-XXXXXX", NULL);
  g_assert_nonnull (place->folder);
  place->path = g_build_filename (place->folder, "library.db", NULL);
}

void
place_clear (Place *place)
{
  g_autoptr (GPtrArray) names = place->folder != NULL ? place_list (place) : NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (place->folder, g_ptr_array_index (names, i), NULL);

      g_remove (path);
    }
  if (place->folder != NULL)
    g_rmdir (place->folder);
  g_clear_pointer (&place->folder, g_free);
  g_clear_pointer (&place->path, g_free);
}

MusterStore *
place_open (Place *place)
{
  g_autoptr (GError) error = NULL;
  MusterStore       *store = muster_store_open (place->path, &error);

  g_assert_no_error (error);

  return store;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
place_list (Place *place)
{
  GPtrArray       *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

GBytes *
place_read (Place *place)
{
  g_autoptr (GError) error = NULL;
  char              *bytes;
  gsize              size;

  g_file_get_contents (place->path, &bytes, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (bytes, size);
}

void
place_write (Place *place, const char *name, const void *bytes, gsize size)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);
  FILE            *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

GSubprocess *
place_start_child (Place *place, const char *child, const char *command)
{
  g_autoptr (GError) error = NULL;
  GSubprocess       *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                 child, command, place->path, NULL);

  g_assert_no_error (error);

  return process;
}

char *
place_run_child (Place *place, const char *child, const char *command)
{
  g_autoptr (GSubprocess) process = place_start_child (place, child, command);
  g_autoptr (GError)      error = NULL;
  char                   *output = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);

  return output;
}

void
place_make_crashed (Place *place, const char *child)
{
  g_autofree char *journal = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *output = place_run_child (place, child, "crash");

  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static MusterPage *
make_page (const char *text, guint number)
{
  MusterPage    *page = muster_page_new (number, 595, 842);
  GArray        *words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  GArray        *lines = g_array_new (FALSE, TRUE, sizeof (MusterLine));
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i], " ", -1);
      MusterLine     line = { .first_word = words->len, .row = i, .size_pt = 10, .baseline_pt = 20 + 12.0 * (i % 60) };

      for (guint j = 0; parts[j] != NULL; j++)
        {
          MusterWord word = { .text = g_intern_string (parts[j]),
                              .box = { 40 + 30.0 * j, 12 + 12.0 * (i % 60), 28, 10 },
                              .baseline_pt = 20 + 12.0 * (i % 60),
                              .size_pt = 10,
                              .confidence = 1,
                              .link = -1,
                              .line = (int) i };

          if (*parts[j] != '\0')
            g_array_append_val (words, word);
        }
      line.n_words = words->len - line.first_word;
      line.box = (MusterBox){ 40, 12 + 12.0 * (i % 60), 500, 10 };
      if (line.n_words > 0)
        g_array_append_val (lines, line);
    }
  muster_page_take_lines (page, words, lines, 1);

  return page;
}

MusterDocument *
fixture_document (const char *text)
{
  GPtrArray     *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
  g_auto (GStrv) parts = g_strsplit (text, "\f", -1);
  const char    *notes[] = { "made for a test", NULL };

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (pages, make_page (parts[i], i + 1));

  return muster_document_new (pages, pages->len, "application/pdf", "en", 3, notes);
}

static MusterValue *
make_value (const char *text, guint start)
{
  MusterEvidence evidence = { 1, { 40, 12, 28, 10 }, start, (guint) g_utf8_strlen (text, -1), MUSTER_EVIDENCE_TEXT };

  return muster_value_new (text, evidence, 0.875);
}

MusterProfile *
fixture_profile (const char *name, const char *title, const char *city, const char *start)
{
  MusterProfile *profile = muster_profile_new ();
  MusterWork    *work;
  MusterSkill   *skill;

  if (name != NULL)
    profile->name = make_value (name, 0);
  if (city != NULL)
    profile->city = make_value (city, 7);
  if (title == NULL)
    return profile;

  work = muster_work_new ();
  work->name = make_value ("Nordwind", 20);
  work->position = make_value (title, 30);
  work->start = make_value (start, 40);
  work->period = (MusterPeriod){ .end = MUSTER_MONTH_NONE, .is_open = TRUE, .start_has_month = TRUE };
  g_assert_true (muster_month_parse_iso (start, &work->period.start, NULL));
  g_ptr_array_add (profile->work, work);
  skill = muster_skill_new ();
  g_ptr_array_add (skill->keywords, make_value ("welding", 50));
  g_ptr_array_add (profile->skills, skill);

  return profile;
}

MusterOpening *
fixture_opening (const char *title, const char *skill)
{
  g_autofree char     *text
      = g_strdup_printf ("{\"title\":\"%s\",\"description\":\"%s wanted\",\"weights\":{\"rules\":60,\"match\":40},"
                             "\"criteria\":[{\"id\":\"c1\",\"kind\":\"skill\",\"value\":\"%s\","
                             "\"importance\":\"must\",\"points\":100}]}",
                             title, title, skill);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GError)   error = NULL;
  MusterOpening       *opening = muster_opening_new_from_json (node, &error);

  g_assert_no_error (error);

  return opening;
}

gboolean
fixture_try_add (MusterStore         *store,
                 const char          *name,
                 const char          *text,
                 gint64               opening_id,
                 gint64               candidate_id,
                 MusterAddedDocument *added,
                 GError             **error)
{
  g_autoptr (MusterDocument) document = fixture_document (text);
  g_autoptr (MusterProfile)  profile = fixture_profile (name, "Welder", "Bremen", "2020-01");
  g_autoptr (GBytes)         original = g_bytes_new (text, strlen (text));
  g_autofree char           *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  MusterNewDocument          new_document = { .file_name = "resume.pdf",
                                              .original = original,
                                              .sha256 = sha256,
                                              .document = document,
                                              .profile = profile,
                                              .extractor_version = "extractor-test",
                                              .opening_id = opening_id,
                                              .candidate_id = candidate_id,
                                              .today = MUSTER_MONTH (2022, 12) };

  return muster_store_add_document (store, &new_document, added, error);
}

MusterAddedDocument
fixture_add (MusterStore *store, const char *name, const char *text, gint64 opening_id)
{
  g_autoptr (GError)  error = NULL;
  MusterAddedDocument added = { 0 };

  fixture_try_add (store, name, text, opening_id, 0, &added, &error);
  g_assert_no_error (error);

  return added;
}

static int
take_first (void *result, int n_columns, char **values, char **names)
{
  *(gint64 *) result = values[0] != NULL ? g_ascii_strtoll (values[0], NULL, 10) : 0;
  return 1;
}

gint64
fixture_query (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  gint64   result = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (database, sql, take_first, &result, NULL);
  sqlite3_close (database);

  return result;
}

void
fixture_execute (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  char    *message = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  if (sqlite3_exec (database, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (database);
}
