/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit log: holds when nothing was touched, breaks at the touched entry, says nothing about anyone; and the
 * export for one person. */

#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

/* Ana is imported, ranked, decided about; the numbers of the entries are those of the rows. */
static void
make_history (Place *place)
{
  g_autoptr (MusterStore)    store = place_open (place);
  g_autoptr (MusterOpening)  opening = fixture_opening ("Welder", "welding");
  gint64                     opening_id = muster_store_add_opening (store, opening, "rules-1", NULL);
  MusterAddedDocument        added = fixture_add (store, "Ana Berg", "Ana Berg\nwelding in Bremen", opening_id);
  g_autoptr (MusterDocument) document = muster_store_load_document (store, added.document_id, NULL);
  g_autoptr (MusterProfile)  profile = muster_store_load_profile (store, added.candidate_id, NULL);
  g_autoptr (MusterFit)      fit = muster_fit_new (opening, document, profile, MUSTER_MONTH (2022, 12));

  g_assert_true (muster_store_save_fit (store, added.candidate_id, opening_id, fit, NULL));
  g_assert_true (muster_store_decide (store, &(MusterDecision){ added.candidate_id, opening_id, MUSTER_STAGE_DECLINED,
                                                                "Ana moved to Oslo", 1 }, NULL));
  fixture_add (store, "Bo Lind", "Bo Lind\nfitter", 0);
}

/* The entries in the order of the chain, one a line. */
static int
append_row (void *text, int n_columns, char **values, char **columns)
{
  g_string_append_printf (text, "%s\n", values[0]);
  return 0;
}

static char *
read_column (const char *path, const char *sql)
{
  GString *text = g_string_new (NULL);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, append_row, text, NULL), ==, SQLITE_OK);
  sqlite3_close (database);

  return g_string_free (text, FALSE);
}

/* As somebody does who may write the file: away with the triggers, change, put the triggers back. */
static void
tamper (const char *path, const char *sql)
{
  g_autofree char *triggers
      = read_column (path, "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'");

  fixture_execute (path, "DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_shortened;");
  fixture_execute (path, sql);
  fixture_execute (path, triggers);
}

static void
test_chain (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    gint64      first_bad;
  } cases[] = {
    { "nothing", "SELECT 1", 0 },
    { "an entry", "UPDATE audit SET entry = replace (entry, 'declined', 'hired') WHERE id = 5", 5 },
    { "a blank", "UPDATE audit SET entry = entry || ' ' WHERE id = 2", 2 },
    { "the first", "UPDATE audit SET entry = replace (entry, 'rules-1', 'rules-2') WHERE id = 1", 1 },
    { "a hash", "UPDATE audit SET hash = randomblob (32) WHERE id = 3", 3 },
    { "a link", "UPDATE audit SET previous = randomblob (32) WHERE id = 3", 3 },
    { "one taken out", "DELETE FROM audit WHERE id = 3", 3 },
    { "one taken out and the rest moved up",
      "DELETE FROM audit WHERE id = 3; UPDATE audit SET id = id - 1 WHERE id > 3", 3 },
    { "two changed places",
      "UPDATE audit SET id = 100 WHERE id = 2; UPDATE audit SET id = 2 WHERE id = 3; UPDATE audit SET id = 3"
      " WHERE id = 100",
      2 },
    { "the last taken off", "DELETE FROM audit WHERE id = 6", 6 },
    { "one put at the end", "INSERT INTO audit SELECT 7, entry, hash, hash FROM audit WHERE id = 6", 7 },
    { "all taken away", "DELETE FROM audit", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Place)          place = { 0 };
      g_autoptr (MusterStore) store = NULL;
      g_autoptr (GPtrArray)   findings = NULL;
      g_autoptr (GError)      error = NULL;
      guint                   n_entries = 0;
      gint64                  first_bad = -1;

      g_test_message ("%s", cases[i].name);
      place_init (&place);
      make_history (&place);
      tamper (place.path, cases[i].sql);
      store = place_open (&place);
      g_assert_true (muster_store_verify_audit (store, &n_entries, &first_bad, &error));
      g_assert_no_error (error);
      g_assert_cmpint (first_bad, ==, cases[i].first_bad);
      g_assert_cmpuint (n_entries, ==, first_bad == 0 ? 6 : first_bad - 1);
      findings = muster_store_check (store, &error);
      g_assert_cmpuint (findings->len, ==, first_bad == 0 ? 0 : 1);
    }
}

/* The chain can be followed with nothing but SHA-256, as SCHEMA.md tells an outsider. */
static void
test_outsider (void)
{
  g_auto (Place)   place = { 0 };
  g_autofree char *entries = NULL, *hashes = NULL;
  g_auto (GStrv)   entry = NULL, hash = NULL;
  guint8           previous[32] = { 0 };

  place_init (&place);
  make_history (&place);
  entries = read_column (place.path, "SELECT entry FROM audit ORDER BY id");
  hashes = read_column (place.path, "SELECT lower (hex (hash)) FROM audit ORDER BY id");
  entry = g_strsplit (entries, "\n", -1);
  hash = g_strsplit (hashes, "\n", -1);
  g_assert_cmpuint (g_strv_length (entry), ==, 7);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      gsize                 length = sizeof previous;

      g_checksum_update (checksum, previous, sizeof previous);
      g_checksum_update (checksum, (const guchar *) entry[i], -1);
      g_assert_cmpstr (g_checksum_get_string (checksum), ==, hash[i]);
      g_checksum_get_digest (checksum, previous, &length);
    }
}

static void
test_nothing_personal (void)
{
  static const char *const words[] = { "Ana", "Berg", "Bo", "Lind", "Oslo", "Bremen", "weld", "resume.pdf", "fitter" };
  g_auto (Place)           place = { 0 };
  g_autofree char         *entries = NULL, *events = NULL, *subjects = NULL, *hash = NULL;

  place_init (&place);
  make_history (&place);
  entries = read_column (place.path, "SELECT entry FROM audit ORDER BY id");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (entries, words[i]));
  hash = read_column (place.path, "SELECT sha256 FROM document");
  hash[20] = '\0';
  g_assert_null (strstr (entries, hash)); /* nor the hash of a file, which leads whoever has the file to the person */
  events = read_column (place.path, "SELECT entry ->> 'event' FROM audit ORDER BY id");
  g_assert_cmpstr (
      events, ==,
      "opening.fixed\ndocument.added\ncandidate.applied\nfit.reckoned\ncandidate.decided\ndocument.added\n");
  subjects = read_column (place.path, "SELECT count (DISTINCT entry ->> 'subject') FROM audit");
  g_assert_cmpstr (subjects, ==, "2\n");
}

/* Known again by name in any order and spelling, by phone with or without country; each library has salt of its own.
 */
static void
test_references (void)
{
  g_auto (Place)   place = { 0 }, other = { 0 };
  g_autofree char *hash = NULL, *hash_of_other = NULL;

  place_init (&place);
  {
    g_autoptr (MusterStore) store = place_open (&place);

    fixture_add (store, "Zoë Müller", "first", 0);
    fixture_add (store, "MULLER, Zoe", "second", 0);
    fixture_add (store, "Zoë Möller", "third", 0);
  }
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM person_reference"), ==, 3);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (DISTINCT hash) FROM person_reference"), ==, 2);

  place_init (&other);
  {
    g_autoptr (MusterStore) store = place_open (&other);

    fixture_add (store, "Zoë Müller", "first", 0);
  }
  hash = read_column (place.path, "SELECT hex (hash) FROM person_reference WHERE candidate_id = 1");
  hash_of_other = read_column (other.path, "SELECT hex (hash) FROM person_reference WHERE candidate_id = 1");
  g_assert_cmpstr (hash, !=, hash_of_other);
}

static JsonArray *
array_of (JsonObject *object, const char *name, guint n)
{
  JsonArray *array = json_object_get_array_member (object, name);

  g_assert_cmpuint (json_array_get_length (array), ==, n);

  return array;
}

static void
test_export (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (JsonNode)    node = NULL;
  g_autoptr (GError)      error = NULL;
  g_autofree char        *text = NULL;
  g_autofree guchar      *bytes = NULL;
  JsonObject             *object, *document, *person, *decision;
  gsize                   size;

  place_init (&place);
  make_history (&place);
  store = place_open (&place);
  node = muster_store_export_candidate (store, 1, &error);
  g_assert_no_error (error);
  object = json_node_get_object (node);
  person = json_object_get_object_member (object, "candidate");
  g_assert_cmpstr (json_object_get_string_member (person, "name"), ==, "Ana Berg");
  g_assert_true (json_object_has_member (json_object_get_object_member (person, "profile"), "basics"));
  document = json_array_get_object_element (array_of (object, "documents", 1), 0);
  bytes = g_base64_decode (json_object_get_string_member (document, "original"), &size);
  g_assert_cmpmem (bytes, size, "Ana Berg\nwelding in Bremen", 26);
  g_assert_cmpstr (json_object_get_string_member (document, "text"), ==, "Ana Berg\nwelding in Bremen");
  array_of (object, "values", 6);
  array_of (object, "history", 0);
  array_of (object, "applications", 1);
  array_of (object, "fits", 1);
  array_of (object, "references", 1);
  array_of (object, "audit", 4);
  decision = json_array_get_object_element (array_of (object, "decisions", 1), 0);
  g_assert_cmpstr (json_object_get_string_member (decision, "stage"), ==, "declined");
  g_assert_cmpstr (json_object_get_string_member (decision, "reason"), ==, "Ana moved to Oslo");
  text = json_to_string (node, FALSE);
  g_assert_null (strstr (text, "Lind")); /* of nobody else */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/audit/chain", test_chain);
  g_test_add_func ("/store/audit/outsider", test_outsider);
  g_test_add_func ("/store/audit/nothing-personal", test_nothing_personal);
  g_test_add_func ("/store/audit/references", test_references);
  g_test_add_func ("/store/audit/export", test_export);

  return g_test_run ();
}
