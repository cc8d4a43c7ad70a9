/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blind mode as it is kept: codes that tell nothing, reveals that outlive a merge, masked texts that are searched. */

#include "muster-connection.h"
#include "muster-store-blind.h"
#include "muster-store-file.h"
#include "store-fixture.h"

#include <string.h>

#define MANY 400
#define MORE_LETTERS_FROM 149

static GPtrArray *
list (MusterStore *store, gint64 opening_id, const char *filter, MusterCandidateSort sort)
{
  const MusterCandidateQuery query
      = { .opening_id = opening_id, .filter = filter, .stage = -1, .sort = sort, .is_blind = TRUE };
  g_autoptr (GError)         error = NULL;
  GPtrArray                 *records = muster_store_list_candidates (store, &query, 0, G_MAXINT, &error);

  g_assert_no_error (error);

  return records;
}

static void
assert_code (const char *code)
{
  g_assert_cmpuint (strlen (code), >=, 2);
  g_assert_nonnull (strchr ("23456789", code[0]));
  g_assert_cmpuint (strspn (code + 1, "ABCDEFGHJKLMNPQRSTUVWXYZ"), ==, strlen (code) - 1);
}

/* How many neighbours by arrival are neighbours in the order of the codes too: by chance about half rise. */
static void
assert_codes (MusterStore *store, gint64 opening_id, guint n_expected)
{
  g_autoptr (GPtrArray)  people = list (store, opening_id, NULL, MUSTER_SORT_BY_ADDED);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint                  n_short = 0, n_rising = 0;

  g_assert_cmpuint (people->len, ==, n_expected);
  for (guint i = 0; i < people->len; i++)
    {
      const MusterCandidateRecord *record = g_ptr_array_index (people, i);

      assert_code (record->code);
      g_assert_true (g_hash_table_add (seen, record->code));
      n_short += strlen (record->code) == 2;
      if (i > 0)
        n_rising += strcmp (((MusterCandidateRecord *) g_ptr_array_index (people, i - 1))->code, record->code) < 0;
    }
  g_assert_cmpuint (n_short, ==, MIN (n_expected, MORE_LETTERS_FROM));
  if (n_expected >= 100)
    {
      g_assert_cmpuint (n_rising, >, n_expected / 4);
      g_assert_cmpuint (n_rising, <, n_expected * 3 / 4);
    }
}

static void
test_codes (void)
{
  g_auto (Place)            place = { 0 };
  g_autoptr (MusterStore)   store = NULL;
  g_autoptr (MusterOpening) opening = fixture_opening ("Welder", "welding");
  g_autoptr (GPtrArray)     before = NULL, after = NULL;
  g_autoptr (GError)        error = NULL;
  gint64                    first, second;

  place_init (&place);
  store = place_open (&place);
  first = muster_store_add_opening (store, opening, "rules-1", NULL);
  second = muster_store_add_opening (store, opening, "rules-1", NULL);
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *text = g_strdup_printf ("person %u", i);

      fixture_add (store, "Ana Berg", text, i % 2 == 0 ? first : 0);
    }
  g_assert_true (muster_store_apply_unassigned (store, second, &error));
  assert_codes (store, 0, MANY);
  assert_codes (store, first, MANY / 2);
  assert_codes (store, second, MANY / 2);

  before = list (store, first, NULL, MUSTER_SORT_BY_NAME);
  g_clear_object (&store);
  store = place_open (&place);
  after = list (store, first, NULL, MUSTER_SORT_BY_NAME);
  for (guint i = 0; i < after->len; i++)
    {
      const MusterCandidateRecord *one = g_ptr_array_index (before, i), *other = g_ptr_array_index (after, i);

      g_assert_cmpint (one->id, ==, other->id);
      g_assert_cmpstr (one->code, ==, other->code);
      if (i > 0)
        g_assert_cmpstr (((MusterCandidateRecord *) g_ptr_array_index (after, i - 1))->code, <, other->code);
    }
}

static void
make_version_1 (Place *place)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (GBytes)           sql = NULL;
  g_autoptr (MusterConnection) connection = NULL;
  g_autofree char             *rest = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = 1;"
      "INSERT INTO library VALUES (1, '0123456789abcdef0123456789abcdef', 1, zeroblob (32), 0);"
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)"
      " INSERT INTO candidate (name, name_key, label, city, work_months, added_at)"
      "  SELECT 'Ana Berg', x'03', 'Welder', 'Ames', 0, i FROM n;"
      "INSERT INTO salt SELECT id, zeroblob (32) FROM candidate;"
      "INSERT INTO opening (made_at) VALUES (0);"
      "INSERT INTO opening_version (opening_id, version, title, json, rules_weight, band_strong, band_good,"
      " band_possible, model_version, fixed_at) VALUES (1, 1, 'Welder', '{}', 100, 80, 60, 40, 'rules-1', 0);"
      "INSERT INTO application (opening_id, candidate_id, applied_at, name_key, added_at)"
      " SELECT 1, id, 0, name_key, added_at FROM candidate WHERE id <= 200;",
      MUSTER_STORE_APPLICATION_ID);

  place_write (place, "library.db", "", 0);
  sql = g_resources_lookup_data ("/org/musterhr/Muster/migrations/001-library.sql", 0, &error);
  g_assert_no_error (error);
  connection = muster_connection_open (place->path, MUSTER_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (muster_connection_script (connection, g_bytes_get_data (sql, NULL), &error));
  g_assert_true (muster_connection_script (connection, rest, &error));
  g_assert_no_error (error);
}

static void
test_older_library (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GPtrArray)   people = NULL, seen = NULL;
  MusterAddedDocument     added;

  place_init (&place);
  make_version_1 (&place);
  store = place_open (&place);
  added = fixture_add (store, "Bo Lind", "Bo Lind", 1);
  people = list (store, 0, NULL, MUSTER_SORT_BY_NAME);
  g_assert_cmpuint (people->len, ==, 4001);
  for (guint i = 0; i < people->len; i++)
    {
      const MusterCandidateRecord *record = g_ptr_array_index (people, i);

      assert_code (record->code);
      if (i > 0)
        g_assert_cmpstr (((MusterCandidateRecord *) g_ptr_array_index (people, i - 1))->code, <, record->code);
    }
  seen = list (store, 1, NULL, MUSTER_SORT_BY_ADDED);
  g_assert_cmpuint (seen->len, ==, 201);
  for (guint i = 0; i < seen->len; i++)
    assert_code (((MusterCandidateRecord *) g_ptr_array_index (seen, i))->code);
  g_assert_cmpint (added.candidate_id, ==, 4001);
}

static void
test_reveal (void)
{
  g_auto (Place)            place = { 0 };
  g_autoptr (MusterStore)   store = NULL;
  g_autoptr (MusterOpening) opening = fixture_opening ("Welder", "welding");
  g_autoptr (GPtrArray)     reveals = NULL;
  g_autoptr (GError)        error = NULL;
  gint64                    opening_id, first, second;
  gboolean                  is_revealed = TRUE;

  place_init (&place);
  store = place_open (&place);
  opening_id = muster_store_add_opening (store, opening, "rules-1", NULL);
  first = fixture_add (store, "Ana Berg", "one", opening_id).candidate_id;
  second = fixture_add (store, "Ana Berg", "two", opening_id).candidate_id;
  g_assert_false (muster_store_reveal (store, second, opening_id, " ", &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (muster_store_reveal (store, 77, opening_id, "why", &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (muster_store_reveal (store, second, 77, "why", &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (muster_store_is_revealed (store, second, &is_revealed, &error));
  g_assert_false (is_revealed);

  g_assert_true (muster_store_reveal (store, second, opening_id, "Ana is invited.", &error));
  g_assert_true (muster_store_is_revealed (store, second, &is_revealed, &error));
  g_assert_true (is_revealed);
  g_assert_true (muster_store_is_revealed (store, first, &is_revealed, &error));
  g_assert_false (is_revealed);
  g_assert_true (muster_store_merge_candidates (store, first, second, &error));
  g_assert_no_error (error);
  g_assert_true (muster_store_is_revealed (store, first, &is_revealed, &error));
  g_assert_true (is_revealed);
  reveals = muster_store_list_reveals (store, first, &error);
  g_assert_cmpuint (reveals->len, ==, 1);
  g_clear_object (&store);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM audit WHERE entry LIKE '%candidate.revealed%'"), ==, 1);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM audit WHERE entry LIKE '%invited%'"), ==, 0);
}

static void
test_mode (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError)      error = NULL;
  gboolean                is_blind = FALSE;

  place_init (&place);
  store = place_open (&place);
  g_assert_true (muster_store_get_blind (store, &is_blind, &error));
  g_assert_true (is_blind);
  g_assert_false (muster_store_set_blind (store, FALSE, "", &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (muster_store_set_blind (store, FALSE, "Ana asks for it.", &error));
  g_assert_true (muster_store_set_blind (store, FALSE, "Again.", &error)); /* changes nothing */
  g_clear_object (&store);
  store = place_open (&place);
  g_assert_true (muster_store_get_blind (store, &is_blind, &error));
  g_assert_false (is_blind);
  g_assert_true (muster_store_set_blind (store, TRUE, NULL, &error));
  g_assert_true (muster_store_get_blind (store, &is_blind, &error));
  g_assert_true (is_blind);
  g_clear_object (&store);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM audit WHERE entry LIKE '%\"blind.%'"), ==, 2);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM blind_change"), ==, 2);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM audit WHERE entry LIKE '%Ana%'"), ==, 0);
}

static guint
count_hits (MusterStore *store, const char *query)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) hits = muster_store_search_blind (store, query, 10, &error);
  g_autoptr (GPtrArray) filtered = list (store, 0, query, MUSTER_SORT_BY_ADDED);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, filtered->len);

  return hits->len;
}

static void
test_search (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GPtrArray)   hits = NULL, ids = NULL;
  g_autoptr (GError)      error = NULL;
  MusterAddedDocument     added;
  const MusterSearchHit  *hit;

  place_init (&place);
  store = place_open (&place);
  added = fixture_add (store, "Ana Berg", "Ana Berg\nana.berg@example.org\nwelding of pipes\fAna Berg turned valves", 0);
  fixture_add (store, "Bo Lind", "Bo Lind\nAna was my teacher of welding", 0);
  g_assert_cmpuint (count_hits (store, "welding"), ==, 2);
  g_assert_cmpuint (count_hits (store, "berg"), ==, 0);
  g_assert_cmpuint (count_hits (store, "be"), ==, 0);
  g_assert_cmpuint (count_hits (store, "example"), ==, 0);
  hits = muster_store_search_blind (store, "valves", 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_true (hit->is_masked);
  g_assert_cmpuint (hit->page, ==, 2);
  g_assert_cmpint (hit->document_id, ==, added.document_id);
  g_assert_null (strstr (hit->snippet, "Berg"));
  g_assert_nonnull (strstr (hit->snippet, "turned valves"));

  g_assert_true (muster_store_reveal (store, added.candidate_id, 0, "They are invited.", &error));
  g_assert_cmpuint (count_hits (store, "berg"), ==, 1);
  g_assert_cmpuint (count_hits (store, "lind"), ==, 0);

  /* A library whose documents have no masked text yet. */
  g_clear_object (&store);
  fixture_execute (place.path, "DELETE FROM masked_text;");
  store = place_open (&place);
  ids = muster_store_list_unmasked (store, &error);
  g_assert_cmpuint (ids->len, ==, 2);
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (muster_store_renew_mask (store, *(gint64 *) g_ptr_array_index (ids, i), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_hits (store, "lind"), ==, 0);
  g_assert_cmpuint (count_hits (store, "teacher"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/blind/codes", test_codes);
  g_test_add_func ("/store/blind/older-library", test_older_library);
  g_test_add_func ("/store/blind/reveal", test_reveal);
  g_test_add_func ("/store/blind/mode", test_mode);
  g_test_add_func ("/store/blind/search", test_search);

  return g_test_run ();
}
