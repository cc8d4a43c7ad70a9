/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in and out, what is told about them, and damage inside the tables. */

#include "muster-store-corrections.h"
#include "store-fixture.h"

#include "muster-page-variant.h"

#include <string.h>

#define ANA "Ana Berg\nwelder in Bremen\nseam café\fsecond page\nwelding certificate"

static MusterStore *
open_new (Place *place)
{
  place_init (place);

  return place_open (place);
}

static void
test_round_trip (void)
{
  g_auto (Place)                    place = { 0 };
  g_autoptr (MusterStore)           store = open_new (&place);
  g_autoptr (GError)                error = NULL;
  g_autoptr (MusterDocument)        expected = fixture_document (ANA), document = NULL;
  g_autoptr (MusterProfile)         profile = NULL;
  g_autoptr (GBytes)                original = NULL;
  g_autoptr (MusterCandidateRecord) person = NULL;
  g_autoptr (GPtrArray)             documents = NULL;
  MusterAddedDocument               added = fixture_add (store, "Ana Berg", ANA, 0);
  const MusterDocumentRecord       *record;

  g_assert_cmpint (added.duplicate_of, ==, 0);
  document = muster_store_load_document (store, added.document_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_document_get_text (document), ==, muster_document_get_text (expected));
  g_assert_cmpuint (muster_document_get_n_pages (document), ==, 2);
  g_assert_cmpuint (muster_document_get_hidden_characters (document), ==, 3);
  g_assert_cmpstr (muster_document_get_notes (document)[0], ==, "made for a test");
  g_assert_null (muster_document_get_notes (document)[1]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GVariant) a = g_variant_ref_sink (muster_page_to_variant (muster_document_get_page (expected, i)));
      g_autoptr (GVariant) b = g_variant_ref_sink (muster_page_to_variant (muster_document_get_page (document, i)));

      g_assert_true (g_variant_equal (a, b));
    }

  original = muster_store_load_original (store, added.document_id, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (original, NULL), g_bytes_get_size (original), ANA, strlen (ANA));
  profile = muster_store_load_profile (store, added.candidate_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (profile->name->text, ==, "Ana Berg");
  g_assert_cmpfloat (profile->name->confidence, ==, 0.875);
  g_assert_cmpuint (profile->name->evidence.length, ==, 8);

  person = muster_store_get_candidate (store, added.candidate_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->name, ==, "Ana Berg");
  g_assert_cmpstr (person->label, ==, "Welder");
  g_assert_cmpstr (person->city, ==, "Bremen");
  g_assert_cmpuint (person->work_months, ==, 36);
  g_assert_cmpuint (person->n_documents, ==, 1);
  g_assert_cmpint (person->stage, ==, MUSTER_STAGE_NEW);
  g_assert_false (person->has_fit);

  documents = muster_store_list_documents (store, added.candidate_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (documents->len, ==, 1);
  record = g_ptr_array_index (documents, 0);
  g_assert_cmpstr (record->file_name, ==, "resume.pdf");
  g_assert_cmpstr (record->media_type, ==, "application/pdf");
  g_assert_cmpstr (record->language, ==, "en");
  g_assert_cmpuint (record->n_pages, ==, 2);
  g_assert_cmpuint (record->hidden_characters, ==, 3);
  g_assert_cmpuint (strlen (record->sha256), ==, 64);
}

/* Every value of the profile has its row with its place. */
static void
test_values (void)
{
  g_auto (Place) place = { 0 };

  {
    g_autoptr (MusterStore) store = open_new (&place);

    fixture_add (store, "Ana Berg", ANA, 0);
  }
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM value"), ==, 6);
  g_assert_cmpint (
      fixture_query (place.path,
                     "SELECT count (*) FROM value WHERE pointer = '/basics/name' AND text = 'Ana Berg' AND page = 1"
                     " AND x = 40 AND width = 28 AND text_start = 0 AND text_length = 8 AND kind = 'text'"
                     " AND confidence = 0.875"),
      ==, 1);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM value WHERE pointer = '/work/0/position'"), ==,
                   1);
  g_assert_cmpint (fixture_query (place.path, "SELECT text_start FROM page WHERE number = 2"), ==, 37);
  g_assert_cmpint (fixture_query (place.path, "SELECT text_length FROM page WHERE number = 2"), ==, 31);
}

static gint64
add_opening (MusterStore *store, const char *title)
{
  g_autoptr (MusterOpening) opening = fixture_opening (title, "welding");
  g_autoptr (GError)        error = NULL;
  gint64                    id = muster_store_add_opening (store, opening, "rules-1", &error);

  g_assert_no_error (error);

  return id;
}

static guint
count_pool (MusterStore *store, gint64 opening_id)
{
  MusterCandidateQuery query = { .opening_id = opening_id, .stage = -1 };
  guint                n = 99;

  g_assert_true (muster_store_count_candidates (store, &query, &n, NULL));

  return n;
}

static void
test_duplicates (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  gint64                  opening_id = add_opening (store, "Welder");
  MusterAddedDocument     first = fixture_add (store, "Ana Berg", ANA, 0);
  MusterAddedDocument     again = fixture_add (store, "Somebody else", ANA, opening_id);
  MusterAddedDocument     other = fixture_add (store, "Ana Berg", ANA " changed", 0);
  g_autoptr (GError)      error = NULL;
  MusterAddedDocument     into = { 0 };

  g_assert_cmpint (again.duplicate_of, ==, first.document_id);
  g_assert_cmpint (again.document_id, ==, first.document_id);
  g_assert_cmpint (again.candidate_id, ==, first.candidate_id);
  g_assert_cmpint (other.duplicate_of, ==, 0);
  g_assert_cmpint (other.candidate_id, !=, first.candidate_id);
  g_assert_cmpuint (count_pool (store, 0), ==, 2);
  g_assert_cmpuint (count_pool (store, opening_id), ==, 1);

  /* Also when another person is named: the file is where it is. */
  g_assert_true (fixture_try_add (store, "Ana Berg", ANA, 0, other.candidate_id, &into, &error));
  g_assert_cmpint (into.candidate_id, ==, first.candidate_id);
}

static gboolean
add_as (MusterStore         *store,
        gint64               candidate_id,
        const char          *text,
        MusterProfile       *profile,
        MusterAddedDocument *added,
        GError             **error)
{
  g_autoptr (MusterDocument) document = fixture_document (text);
  g_autoptr (GBytes)         original = g_bytes_new (text, strlen (text));
  g_autofree char           *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  MusterNewDocument          new_document = { .file_name = "letter.pdf",
                                              .original = original,
                                              .sha256 = sha256,
                                              .document = document,
                                              .profile = profile,
                                              .extractor_version = "extractor-2",
                                              .candidate_id = candidate_id,
                                              .today = MUSTER_MONTH (2022, 12) };

  return muster_store_add_document (store, &new_document, added, error);
}

static void
assert_person (MusterStore *store, gint64 id, const char *name, const char *label, guint n_documents)
{
  g_autoptr (GError)                error = NULL;
  g_autoptr (MusterCandidateRecord) person = muster_store_get_candidate (store, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (person->name, ==, name);
  g_assert_cmpstr (person->label, ==, label);
  g_assert_cmpuint (person->n_documents, ==, n_documents);
}

/* A letter adds a document; a later resume replaces the profile and leaves what it changed in the history. */
static void
test_more_documents (void)
{
  g_auto (Place)            place = { 0 };
  g_autoptr (MusterStore)   store = open_new (&place);
  g_autoptr (MusterProfile) letter = fixture_profile ("A. Berg", NULL, NULL, NULL);
  g_autoptr (MusterProfile) resume = fixture_profile ("Ana Berg-Lund", "Foreman", "Bremen", "2022-07");
  g_autoptr (GError)        error = NULL;
  MusterAddedDocument       first = fixture_add (store, "Ana Berg", ANA, 0), added;

  g_assert_true (add_as (store, first.candidate_id, "a letter of Ana", letter, &added, &error));
  g_assert_cmpint (added.candidate_id, ==, first.candidate_id);
  assert_person (store, first.candidate_id, "Ana Berg", "Welder", 2);
  g_assert_true (add_as (store, first.candidate_id, "scan without profile", NULL, &added, &error));
  assert_person (store, first.candidate_id, "Ana Berg", "Welder", 3);
  g_assert_true (add_as (store, first.candidate_id, "a newer resume of Ana", resume, &added, &error));
  assert_person (store, first.candidate_id, "Ana Berg-Lund", "Foreman", 4);
  g_assert_cmpuint (count_pool (store, 0), ==, 1);

  g_clear_object (&store);
  g_assert_cmpint (
      fixture_query (place.path,
                     "SELECT count (*) FROM value_history WHERE pointer = '/basics/name' AND old_text = 'Ana Berg'"
                     " AND new_text = 'Ana Berg-Lund' AND changed_by = 'extractor-2'"),
      ==, 1);
  g_assert_cmpint (fixture_query (place.path,
                                  "SELECT count (*) FROM value_history WHERE pointer = '/work/0/position'"),
                   ==, 1);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM value_history WHERE old_text IS new_text"), ==,
                   0);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM profile"), ==, 1);
}

static void
test_person_without_profile (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GError)      error = NULL;
  MusterAddedDocument     added;

  g_assert_true (add_as (store, 0, "nobody knows", NULL, &added, &error));
  assert_person (store, added.candidate_id, "", "", 1);
  g_assert_null (muster_store_load_profile (store, added.candidate_id, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
}

/* What is refused leaves nothing behind. */
static void
test_refusals (void)
{
  g_auto (Place)             place = { 0 };
  g_autoptr (MusterStore)    store = open_new (&place);
  g_autoptr (MusterDocument) document = fixture_document ("Ana"), lie = NULL;
  g_autoptr (GBytes)         bytes = g_bytes_new ("Ana", 3);
  g_autofree char           *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char           *long_word = g_strnfill (5000, 'x');
  const struct
  {
    const char        *name;
    MusterNewDocument  document;
    MusterStoreError   code;
  } cases[] = {
    { "other bytes", { "a.pdf", bytes, "00", document, NULL, "x" }, MUSTER_STORE_ERROR_INVALID },
    { "no hash", { "a.pdf", bytes, NULL, document, NULL, "x" }, MUSTER_STORE_ERROR_INVALID },
    { "page that cannot be",
      { "a.pdf", bytes, sha256, fixture_document (long_word), NULL, "x" },
      MUSTER_STORE_ERROR_INVALID },
    { "no such opening",
      { "a.pdf", bytes, sha256, document, NULL, "x", .opening_id = 77 },
      MUSTER_STORE_ERROR_NOT_FOUND },
    { "no such person",
      { "a.pdf", bytes, sha256, document, NULL, "x", .candidate_id = 77 },
      MUSTER_STORE_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError)  error = NULL;
      MusterAddedDocument added;

      g_test_message ("%s", cases[i].name);
      g_assert_false (muster_store_add_document (store, &cases[i].document, &added, &error));
      g_assert_error (error, MUSTER_STORE_ERROR, (int) cases[i].code);
    }
  lie = (MusterDocument *) cases[2].document.document;
  g_clear_object (&store);
  g_assert_cmpint (fixture_query (place.path,
                                  "SELECT (SELECT count (*) FROM document) + (SELECT count (*) FROM candidate)"
                                  " + (SELECT count (*) FROM audit) + (SELECT count (*) FROM page)"),
                   ==, 0);
}

static void
test_not_found (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GPtrArray)   documents = NULL;
  GError                 *errors[6] = { NULL };

  g_assert_null (muster_store_load_document (store, 5, &errors[0]));
  g_assert_null (muster_store_load_original (store, 5, &errors[1]));
  g_assert_null (muster_store_load_profile (store, 5, &errors[2]));
  g_assert_null (muster_store_get_candidate (store, 5, &errors[3]));
  g_assert_null (muster_store_load_opening (store, 5, &errors[4]));
  g_assert_null (muster_store_export_candidate (store, 5, &errors[5]));
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_error (errors[i], MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
      g_error_free (errors[i]);
    }
  documents = muster_store_list_documents (store, 5, NULL);
  g_assert_cmpuint (documents->len, ==, 0);
}

static void
test_unfinished (void)
{
  g_auto (Place)        place = { 0 };
  g_autoptr (GPtrArray) now = NULL, later = NULL, in_the_end = NULL;
  g_autoptr (GError)    error = NULL;
  gint64                ids[4];

  {
    g_autoptr (MusterStore) store = open_new (&place);

    g_assert_true (muster_store_begin_file (store, "/inbox/done.pdf", &ids[0], &error));
    g_assert_true (muster_store_begin_file (store, "/inbox/broken\xff.pdf", &ids[1], &error));
    g_assert_true (muster_store_begin_file (store, "/inbox/other.pdf", &ids[2], &error));
    g_assert_true (muster_store_end_file (store, ids[0], &error));
    now = muster_store_list_unfinished (store, &error);
    g_assert_cmpuint (now->len, ==, 0); /* they are in work, not left over */
  }
  {
    g_autoptr (MusterStore) store = place_open (&place);

    later = muster_store_list_unfinished (store, &error);
    g_assert_cmpuint (later->len, ==, 2);
    g_assert_cmpstr (g_ptr_array_index (later, 0), ==, "/inbox/broken\xff.pdf");
    g_assert_cmpstr (g_ptr_array_index (later, 1), ==, "/inbox/other.pdf");

    /* Read again, and this time to the end. */
    g_assert_true (muster_store_begin_file (store, "/inbox/other.pdf", &ids[3], &error));
    g_assert_true (muster_store_end_file (store, ids[3], &error));
    g_clear_pointer (&later, g_ptr_array_unref);
    later = muster_store_list_unfinished (store, &error);
    g_assert_cmpuint (later->len, ==, 1);
    g_assert_true (muster_store_forget_unfinished (store, &error));
    in_the_end = muster_store_list_unfinished (store, &error);
    g_assert_cmpuint (in_the_end->len, ==, 0);
  }
}

/* Rows that were changed behind our back: found by the check, and refused when they are asked for. */
static const struct
{
  const char *name;
  const char *sql;
  const char *finding;
  gboolean    breaks_document;
  gboolean    breaks_original;
} damages[] = {
  { "nothing", "SELECT 1", NULL, FALSE, FALSE },
  { "byte of a file", "UPDATE original SET bytes = CAST ('x' || substr (bytes, 2) AS BLOB) WHERE document_id = 1",
    "The file of document 1", FALSE, TRUE },
  { "end of a file", "UPDATE original SET bytes = substr (bytes, 1, 9) WHERE document_id = 2",
    "The file of document 2", FALSE, FALSE },
  { "no file", "DELETE FROM original WHERE document_id = 1", "The file of document 1", FALSE, FALSE },
  { "byte of a page",
    "UPDATE page SET layout = CAST (substr (layout, 1, 40) || 'x' || substr (layout, 42) AS BLOB)"
    " WHERE document_id = 1 AND number = 2",
    "Page 2 of document 1", TRUE, FALSE },
  { "page of another",
    "UPDATE page SET layout = (SELECT layout FROM page WHERE document_id = 2), sha256 = (SELECT sha256 FROM page"
    " WHERE document_id = 2) WHERE document_id = 1 AND number = 2",
    "Page 2 of document 1", TRUE, FALSE },
  { "checksum of a page", "UPDATE page SET sha256 = zeroblob (32) WHERE document_id = 1 AND number = 1",
    "Page 1 of document 1", TRUE, FALSE },
  { "byte of a profile", "UPDATE profile SET json = replace (json, 'Ana', 'Ano') WHERE candidate_id = 1",
    "The profile of candidate 1", FALSE, FALSE },
  { "hash of a profile", "UPDATE profile SET sha256 = zeroblob (32) WHERE candidate_id = 2",
    "The profile of candidate 2", FALSE, FALSE },
  { "text", "UPDATE document_text SET text = 'other words' WHERE document_id = 1", "damaged", TRUE, FALSE },
  { "orphan", "PRAGMA foreign_keys = OFF; INSERT INTO original VALUES (99, x'00')", "points to a row", FALSE,
    FALSE },
};

static void
test_damaged_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_auto (Place)             place = { 0 };
      g_autoptr (MusterStore)    store = open_new (&place);
      g_autoptr (GPtrArray)      findings = NULL;
      g_autoptr (MusterDocument) document = NULL;
      g_autoptr (GBytes)         original = NULL;
      g_autoptr (GError)         error = NULL;

      g_test_message ("%s", damages[i].name);
      fixture_add (store, "Ana Berg", ANA, 0);
      fixture_add (store, "Bo Lind", "Bo Lind\nfitter", 0);
      g_clear_object (&store);
      fixture_execute (place.path, damages[i].sql);
      store = place_open (&place);

      findings = muster_store_check (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len > 0, ==, damages[i].finding != NULL);
      if (damages[i].finding != NULL)
        g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), damages[i].finding));

      document = muster_store_load_document (store, 1, &error);
      g_assert_cmpint (document == NULL, ==, damages[i].breaks_document);
      if (damages[i].breaks_document)
        {
          g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED);
          g_assert_nonnull (strstr (error->message, "document 1"));
          g_clear_error (&error);
        }
      original = muster_store_load_original (store, 1, &error);
      if (damages[i].breaks_original)
        g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED);
    }
}

/* A library from before profiles had hashes gets them as it is brought up to date; they are those of what was stored,
 * and a correction brings its own. */
static void
test_profiles_of_older_library (void)
{
  static const char before[] = "ALTER TABLE profile DROP COLUMN sha256; PRAGMA user_version = 3;";
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GPtrArray)   findings = NULL, later = NULL;
  g_autoptr (GError)      error = NULL;

  fixture_add (store, "Ana Berg", ANA, 0);
  fixture_add (store, "Bo Lind", "Bo Lind\nfitter", 0);
  g_clear_object (&store);
  fixture_execute (place.path, before);
  store = place_open (&place);
  findings = muster_store_check (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (muster_store_correct (store, 1, "/basics/name", "Anna Berg", MUSTER_MONTH (2025, 1), &error));
  g_assert_no_error (error);
  later = muster_store_check (store, &error);
  g_assert_cmpuint (later->len, ==, 0);
  g_clear_object (&store);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM profile WHERE length (sha256) = 32"), ==, 2);
}

/* Asks a library for everything; what it gives is as it was put in, or an error. */
static void
use_everything (MusterStore *store)
{
  MusterCandidateQuery  query = { .stage = -1, .sort = MUSTER_SORT_BY_NAME };
  g_autoptr (GPtrArray) people = muster_store_list_candidates (store, &query, 0, 100, NULL);
  g_autoptr (GPtrArray) hits = muster_store_search (store, "welding OR number", 50, NULL);
  g_autoptr (GPtrArray) openings = muster_store_list_openings (store, NULL);

  for (gint64 id = 1; id <= 5; id++)
    {
      g_autofree char           *text = g_strdup_printf ("Ana Berg\nnumber %d\fwelding", (int) id);
      g_autoptr (MusterDocument) document = muster_store_load_document (store, id, NULL);
      g_autoptr (GBytes)         original = muster_store_load_original (store, id, NULL);
      g_autoptr (MusterProfile)  profile = muster_store_load_profile (store, id, NULL);
      g_autoptr (JsonNode)       everything = muster_store_export_candidate (store, id, NULL);

      if (original != NULL)
        g_assert_cmpmem (g_bytes_get_data (original, NULL), g_bytes_get_size (original), text, strlen (text));
    }
}

/* Bytes flipped anywhere: refused at the door, found by the check, or harmless; never a crash, never an empty
 * library. */
static void
test_flipped_bytes (void)
{
  g_auto (Place)     place = { 0 };
  g_autoptr (GBytes) sound = NULL;
  GRand             *random = g_rand_new_with_seed (17);
  guint              n_refused = 0, n_found = 0, n_rounds = 60;

  {
    g_autoptr (MusterStore) store = open_new (&place);

    for (guint i = 1; i <= 5; i++)
      {
        g_autofree char *text = g_strdup_printf ("Ana Berg\nnumber %u\fwelding", i);

        fixture_add (store, "Ana Berg", text, 0);
      }
  }
  sound = place_read (&place);
  for (guint round = 0; round < n_rounds; round++)
    {
      gsize                   size = g_bytes_get_size (sound);
      g_autofree guint8      *bytes = g_memdup2 (g_bytes_get_data (sound, NULL), size);
      g_autoptr (MusterStore) store = NULL;
      g_autoptr (GPtrArray)   findings = NULL;
      g_autoptr (GError)      error = NULL;

      for (guint i = 0; i <= round; i++)
        bytes[g_rand_int_range (random, 0, (gint32) size)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      place_write (&place, "library.db", bytes, size);
      store = muster_store_open (place.path, &error);
      if (store == NULL)
        {
          g_assert_true (error->domain == MUSTER_STORE_ERROR);
          n_refused++;
          continue;
        }
      findings = muster_store_check (store, NULL);
      n_found += findings == NULL || findings->len > 0;
      use_everything (store);
    }
  g_test_message ("of %u damaged files %u were refused, %u found by the check", n_rounds, n_refused, n_found);
  g_assert_cmpuint (n_refused + n_found, >, n_rounds / 2);
  g_rand_free (random);
}

typedef struct
{
  MusterStore *store;
  guint        number;
} Worker;

static gpointer
work (gpointer data)
{
  Worker              *worker = data;
  MusterCandidateQuery query = { .stage = -1, .sort = MUSTER_SORT_BY_NAME, .filter = "berg" };

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char      *text = g_strdup_printf ("Ana Berg %u of %u", i, worker->number);
      MusterAddedDocument   added = fixture_add (worker->store, "Ana Berg", text, 0);
      g_autoptr (GError)    error = NULL;
      g_autoptr (GPtrArray) hits = muster_store_search (worker->store, text, 5, &error);
      g_autoptr (GPtrArray) people = muster_store_list_candidates (worker->store, &query, 0, 50, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, >=, 1);
      g_assert_cmpuint (people->len, >, i);
      g_assert_cmpint (added.duplicate_of, ==, 0);
    }

  return NULL;
}

static void
test_threads (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GPtrArray)   findings = NULL;
  Worker                  workers[4];
  GThread                *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      workers[i] = (Worker){ store, i };
      threads[i] = g_thread_new ("worker", work, &workers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (count_pool (store, 0), ==, 40);
  findings = muster_store_check (store, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/documents/round-trip", test_round_trip);
  g_test_add_func ("/store/documents/values", test_values);
  g_test_add_func ("/store/documents/duplicates", test_duplicates);
  g_test_add_func ("/store/documents/more-documents", test_more_documents);
  g_test_add_func ("/store/documents/person-without-profile", test_person_without_profile);
  g_test_add_func ("/store/documents/refusals", test_refusals);
  g_test_add_func ("/store/documents/not-found", test_not_found);
  g_test_add_func ("/store/documents/unfinished", test_unfinished);
  g_test_add_func ("/store/documents/damaged-rows", test_damaged_rows);
  g_test_add_func ("/store/documents/profiles-of-older-library", test_profiles_of_older_library);
  g_test_add_func ("/store/documents/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/store/documents/threads", test_threads);

  return g_test_run ();
}
