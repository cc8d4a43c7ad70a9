/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Openings, fits, decisions, lists in every order, merging, and the signal. */

#include "store-fixture.h"

#include <sqlite3.h>

static MusterStore *
open_new (Place *place)
{
  place_init (place);

  return place_open (place);
}

static gint64
add_opening (MusterStore *store, const char *title, const char *skill)
{
  g_autoptr (MusterOpening) opening = fixture_opening (title, skill);
  g_autoptr (GError)        error = NULL;
  gint64                    id = muster_store_add_opening (store, opening, "rules-1", &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

static MusterFit *
make_fit (MusterStore *store, gint64 candidate_id, gint64 opening_id)
{
  g_autoptr (MusterOpening)  opening = muster_store_load_opening (store, opening_id, NULL);
  g_autoptr (MusterProfile)  profile = muster_store_load_profile (store, candidate_id, NULL);
  g_autoptr (GPtrArray)      documents = muster_store_list_documents (store, candidate_id, NULL);
  g_autoptr (MusterDocument) document = NULL;

  document = muster_store_load_document (store, ((MusterDocumentRecord *) g_ptr_array_index (documents, 0))->id, NULL);

  return muster_fit_new (opening, document, profile, MUSTER_MONTH (2022, 12));
}

static void
save_fit (MusterStore *store, gint64 candidate_id, gint64 opening_id)
{
  g_autoptr (MusterFit) fit = make_fit (store, candidate_id, opening_id);
  g_autoptr (GError)    error = NULL;

  g_assert_true (muster_store_save_fit (store, candidate_id, opening_id, fit, &error));
  g_assert_no_error (error);
}

static MusterOpeningRecord *
find_opening (MusterStore *store, gint64 id, GPtrArray **openings)
{
  g_clear_pointer (openings, g_ptr_array_unref);
  *openings = muster_store_list_openings (store, NULL);
  for (guint i = 0; i < (*openings)->len; i++)
    if (((MusterOpeningRecord *) g_ptr_array_index (*openings, i))->id == id)
      return g_ptr_array_index (*openings, i);

  return NULL;
}

static void
test_openings (void)
{
  g_auto (Place)            place = { 0 };
  g_autoptr (MusterStore)   store = open_new (&place);
  g_autoptr (GPtrArray)     openings = NULL;
  g_autoptr (MusterOpening) expected = fixture_opening ("Welder", "welding"), loaded = NULL;
  g_autoptr (JsonNode)      a = NULL, b = NULL;
  g_autoptr (GError)        error = NULL;
  gint64                    welder = add_opening (store, "Welder", "welding");
  gint64                    cook = add_opening (store, "Cook", "cooking");
  MusterOpeningRecord      *record;

  record = find_opening (store, welder, &openings);
  g_assert_cmpuint (openings->len, ==, 2);
  g_assert_cmpstr (record->title, ==, "Welder");
  g_assert_cmpuint (record->version, ==, 1);
  g_assert_cmpstr (record->model_version, ==, "rules-1");
  g_assert_cmpuint (record->n_candidates, ==, 0);
  loaded = muster_store_load_opening (store, welder, &error);
  g_assert_no_error (error);
  a = muster_opening_to_json (expected);
  b = muster_opening_to_json (loaded);
  g_assert_true (json_node_equal (a, b));

  g_assert_true (muster_store_remove_opening (store, cook, &error));
  g_assert_null (find_opening (store, cook, &openings));
  g_assert_false (muster_store_remove_opening (store, cook, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (muster_store_apply (store, 1, cook, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (add_opening (store, "Third", "x"), >, cook); /* ids are never given twice */
}

static gboolean
is_refused (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  int      result;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  result = sqlite3_exec (database, sql, NULL, NULL, NULL);
  sqlite3_close (database);

  return result != SQLITE_OK;
}

/* Fixed is fixed, for us too. */
static void
test_fixed (void)
{
  g_auto (Place) place = { 0 };

  {
    g_autoptr (MusterStore) store = open_new (&place);

    add_opening (store, "Welder", "welding");
  }
  g_assert_true (is_refused (place.path, "UPDATE opening_version SET json = '{}'"));
  g_assert_true (is_refused (place.path, "UPDATE audit SET entry = '{}'"));
  g_assert_true (is_refused (place.path, "DELETE FROM audit"));
  g_assert_false (is_refused (place.path, "UPDATE setting SET value = value"));
}

static void
assert_unranked (MusterStore *store, gint64 opening_id, guint n, gint64 first)
{
  g_autoptr (GPtrArray) ids = muster_store_list_unranked (store, opening_id, NULL);

  g_assert_cmpuint (ids->len, ==, n);
  if (n > 0)
    g_assert_cmpint (*(gint64 *) g_ptr_array_index (ids, 0), ==, first);
}

static void
test_fits (void)
{
  g_auto (Place)               place = { 0 };
  g_autoptr (MusterStore)      store = open_new (&place);
  g_autoptr (GPtrArray)        openings = NULL, records = NULL;
  g_autoptr (GError)           error = NULL;
  g_autofree char             *json = NULL;
  gint64                       opening = add_opening (store, "Welder", "welding");
  gint64                       ana = fixture_add (store, "Ana", "Ana\nwelding and more", opening).candidate_id;
  gint64                       bo = fixture_add (store, "Bo", "Bo\ncooking", opening).candidate_id;
  gint64                       eva = fixture_add (store, "Eva", "Eva\nwelding", 0).candidate_id;
  MusterCandidateQuery         query = { .opening_id = opening, .stage = -1, .is_descending = TRUE };
  g_autoptr (MusterFit)        fit = make_fit (store, ana, opening);
  g_autoptr (JsonNode)         expected = muster_fit_to_json (fit), found = NULL;
  MusterOpeningRecord         *record;
  const MusterCandidateRecord *first, *second;

  assert_unranked (store, opening, 2, ana);
  g_assert_null (muster_store_load_fit_json (store, ana, opening, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  save_fit (store, ana, opening);
  save_fit (store, ana, opening); /* the newer takes the place of the older */
  assert_unranked (store, opening, 1, bo);
  json = muster_store_load_fit_json (store, ana, opening, &error);
  g_assert_no_error (error);
  found = json_from_string (json, NULL);
  g_assert_true (json_node_equal (expected, found));

  records = muster_store_list_candidates (store, &query, 0, 10, &error);
  g_assert_cmpuint (records->len, ==, 2);
  first = g_ptr_array_index (records, 0);
  second = g_ptr_array_index (records, 1);
  g_assert_cmpint (first->id, ==, ana);
  g_assert_true (first->has_fit);
  g_assert_cmpuint (first->rank, ==, 1);
  g_assert_cmpfloat (first->fit, ==, muster_fit_get_total (fit));
  g_assert_cmpfloat (first->fit, >, 0);
  g_assert_cmpuint (first->n_musts, ==, 1);
  g_assert_cmpuint (first->n_musts_met, ==, 1);
  g_assert_cmpuint (first->relevant_months, ==, muster_fit_get_relevant_months (fit));
  g_assert_cmpstr (first->top_evidence, ==, muster_fit_get_top_evidence (fit));
  g_assert_false (second->has_fit);
  g_assert_cmpuint (second->rank, ==, 0);

  record = find_opening (store, opening, &openings);
  g_assert_cmpuint (record->n_candidates, ==, 2);
  g_assert_cmpuint (record->n_ranked, ==, 1);
  g_assert_cmpuint (record->n_new, ==, 2);

  /* Who is not in the pool gets no fit there; a new document makes the old fit void. */
  g_assert_false (muster_store_save_fit (store, eva, opening, fit, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (fixture_try_add (store, "Ana", "Ana\nnewer resume", 0, ana, NULL, &error));
  assert_unranked (store, opening, 2, ana);
}

static void
test_fits_at_once (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GError)      error = NULL;
  gint64                  opening = add_opening (store, "Welder", "welding"), ids[3];
  MusterFit              *fits[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("Person %u\n%s", i, i == 1 ? "cooking" : "welding");

      ids[i] = fixture_add (store, "Person", text, opening).candidate_id;
      fits[i] = make_fit (store, ids[i], opening);
    }
  ids[2] += 100; /* one that is not there: none is saved */
  g_assert_false (muster_store_save_fits (store, opening, ids, (const MusterFit *const *) fits, 3, &error));
  g_clear_error (&error);
  assert_unranked (store, opening, 3, ids[0]);
  ids[2] -= 100;
  g_assert_true (muster_store_save_fits (store, opening, ids, (const MusterFit *const *) fits, 3, &error));
  assert_unranked (store, opening, 0, 0);
  g_assert_true (muster_store_save_fits (store, opening, NULL, NULL, 0, &error));
  for (guint i = 0; i < 3; i++)
    muster_fit_unref (fits[i]);
}

static void
test_apply (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GError)      error = NULL;
  gint64                  first = add_opening (store, "Welder", "welding");
  gint64                  second = add_opening (store, "Cook", "cooking");
  gint64                  ana = fixture_add (store, "Ana", "Ana", first).candidate_id;
  gint64                  bo = fixture_add (store, "Bo", "Bo", 0).candidate_id;

  fixture_add (store, "Eva", "Eva", 0);
  g_assert_true (muster_store_apply (store, bo, first, &error));
  g_assert_true (muster_store_apply (store, bo, first, &error)); /* again: nothing happens */
  assert_unranked (store, first, 2, ana);
  g_assert_true (muster_store_apply_unassigned (store, second, &error));
  assert_unranked (store, second, 1, bo + 1);
  g_assert_false (muster_store_apply (store, 99, first, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
}

static MusterStage
stage_of (MusterStore *store, gint64 candidate_id)
{
  g_autoptr (MusterCandidateRecord) record = muster_store_get_candidate (store, candidate_id, NULL);

  return record->stage;
}

/* Ids in a new library rise from 1. */
#define ANA 1
#define BO 2
#define FIRST 1
#define SECOND 2

static const struct
{
  const char      *name;
  MusterDecision   decision;
  int              code; /* -1: done */
  MusterStage      after;
} decision_cases[] = {
  { "to the short list", { ANA, FIRST, MUSTER_STAGE_SHORTLIST, "fits well", 1 }, -1, MUSTER_STAGE_SHORTLIST },
  { "declined without reason",
    { ANA, FIRST, MUSTER_STAGE_DECLINED, NULL, 0 },
    MUSTER_STORE_ERROR_INVALID,
    MUSTER_STAGE_SHORTLIST },
  { "declined with a blank",
    { ANA, FIRST, MUSTER_STAGE_DECLINED, "  ", 0 },
    MUSTER_STORE_ERROR_INVALID,
    MUSTER_STAGE_SHORTLIST },
  { "declined", { ANA, FIRST, MUSTER_STAGE_DECLINED, "no time", 0 }, -1, MUSTER_STAGE_DECLINED },
  { "no such stage", { ANA, FIRST, (MusterStage) 6, "x", 0 }, MUSTER_STORE_ERROR_INVALID, MUSTER_STAGE_DECLINED },
  { "no such answer", { ANA, FIRST, MUSTER_STAGE_NEW, "x", 2 }, MUSTER_STORE_ERROR_INVALID, MUSTER_STAGE_DECLINED },
  { "not in the pool",
    { BO, FIRST, MUSTER_STAGE_OFFER, "x", 0 },
    MUSTER_STORE_ERROR_NOT_FOUND,
    MUSTER_STAGE_DECLINED },
  { "not in that pool",
    { ANA, SECOND, MUSTER_STAGE_OFFER, "x", 0 },
    MUSTER_STORE_ERROR_NOT_FOUND,
    MUSTER_STAGE_DECLINED },
  { "no such person",
    { 99, FIRST, MUSTER_STAGE_OFFER, "x", 0 },
    MUSTER_STORE_ERROR_NOT_FOUND,
    MUSTER_STAGE_DECLINED },
  { "no such opening",
    { ANA, 99, MUSTER_STAGE_OFFER, "x", 0 },
    MUSTER_STORE_ERROR_NOT_FOUND,
    MUSTER_STAGE_DECLINED },
  { "back to new", { ANA, FIRST, MUSTER_STAGE_NEW, NULL, -1 }, -1, MUSTER_STAGE_NEW },
  { "declined again", { ANA, FIRST, MUSTER_STAGE_DECLINED, "no", 1 }, -1, MUSTER_STAGE_DECLINED },
};

/* The stage of a person over all openings is the furthest; declined only where nothing else is left. */
static void
test_decisions (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GPtrArray)   of_first = NULL, of_all = NULL;
  gint64                  first = add_opening (store, "Welder", "welding");
  gint64                  second = add_opening (store, "Cook", "cooking");
  gint64                  ana = fixture_add (store, "Ana", "Ana", first).candidate_id;
  gint64                  bo = fixture_add (store, "Bo", "Bo", 0).candidate_id;

  g_assert_cmpint (ana, ==, ANA);
  g_assert_cmpint (bo, ==, BO);
  g_assert_cmpint (first, ==, FIRST);
  g_assert_cmpint (second, ==, SECOND);
  for (guint i = 0; i < G_N_ELEMENTS (decision_cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", decision_cases[i].name);
      g_assert_cmpint (
          muster_store_decide (store, &decision_cases[i].decision, &error), ==, decision_cases[i].code < 0);
      if (decision_cases[i].code >= 0)
        g_assert_error (error, MUSTER_STORE_ERROR, decision_cases[i].code);
      g_assert_cmpint (stage_of (store, ana), ==, decision_cases[i].after);
    }

  g_assert_true (muster_store_apply (store, ana, second, NULL));
  g_assert_cmpint (stage_of (store, ana), ==, MUSTER_STAGE_NEW);
  g_assert_true (muster_store_decide (store, &(MusterDecision){ ana, second, MUSTER_STAGE_HIRED, "yes", 0 }, NULL));
  g_assert_cmpint (stage_of (store, ana), ==, MUSTER_STAGE_HIRED);

  of_first = muster_store_list_decisions (store, ana, first, NULL);
  of_all = muster_store_list_decisions (store, ana, 0, NULL);
  g_assert_cmpuint (of_first->len, ==, 4);
  g_assert_cmpuint (of_all->len, ==, 5);
  g_assert_cmpint (((MusterDecisionRecord *) g_ptr_array_index (of_all, 0))->stage, ==, MUSTER_STAGE_HIRED);
  g_assert_cmpint (((MusterDecisionRecord *) g_ptr_array_index (of_first, 3))->stage, ==, MUSTER_STAGE_SHORTLIST);
  g_assert_cmpstr (((MusterDecisionRecord *) g_ptr_array_index (of_first, 3))->reason, ==, "fits well");
  g_clear_object (&store);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM decision WHERE saw_score IS NULL"), ==, 1);
}

static void
test_stage_names (void)
{
  MusterStage stage;

  for (int i = MUSTER_STAGE_NEW; i <= MUSTER_STAGE_DECLINED; i++)
    {
      g_assert_true (muster_stage_from_name (muster_stage_name ((MusterStage) i), &stage));
      g_assert_cmpint (stage, ==, i);
    }
  g_assert_false (muster_stage_from_name ("rejected", &stage));
  g_assert_false (muster_stage_from_name (NULL, &stage));
}

static void
test_merge (void)
{
  g_auto (Place)                    place = { 0 };
  g_autoptr (MusterStore)           store = open_new (&place);
  g_autoptr (GError)                error = NULL;
  g_autoptr (GPtrArray)             documents = NULL, decisions = NULL;
  g_autoptr (MusterCandidateRecord) record = NULL;
  g_autoptr (MusterProfile)         profile = NULL;
  gint64                            first = add_opening (store, "Welder", "welding");
  gint64                            second = add_opening (store, "Cook", "cooking");
  gint64                            ana = fixture_add (store, "Ana Berg", "Ana Berg\nwelding", first).candidate_id;
  gint64                            twin = fixture_add (store, "A. Berg", "A. Berg\nwelding too", first).candidate_id;
  MusterAddedDocument               again;
  guint                             n_entries;
  gint64                            first_bad;

  g_assert_true (muster_store_apply (store, twin, second, NULL));
  save_fit (store, ana, first);
  save_fit (store, twin, second);
  g_assert_true (
      muster_store_decide (store, &(MusterDecision){ twin, first, MUSTER_STAGE_INTERVIEW, "good", 0 }, NULL));

  g_assert_false (muster_store_merge_candidates (store, ana, ana, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (muster_store_merge_candidates (store, ana, twin, &error));
  g_assert_no_error (error);

  documents = muster_store_list_documents (store, ana, NULL);
  g_assert_cmpuint (documents->len, ==, 2); /* both files */
  decisions = muster_store_list_decisions (store, ana, first, NULL);
  g_assert_cmpuint (decisions->len, ==, 1);
  g_assert_cmpint (stage_of (store, ana), ==, MUSTER_STAGE_INTERVIEW);
  record = muster_store_get_candidate (store, ana, NULL);
  g_assert_cmpstr (record->name, ==, "Ana Berg");
  profile = muster_store_load_profile (store, ana, NULL);
  g_assert_nonnull (profile);
  assert_unranked (store, first, 0, 0);
  assert_unranked (store, second, 1, ana); /* the fit of the other one was of the other one */

  g_assert_null (muster_store_get_candidate (store, twin, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (muster_store_merge_candidates (store, ana, twin, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  again = fixture_add (store, "A. Berg", "A. Berg\nwelding too", 0);
  g_assert_cmpint (again.candidate_id, ==, ana);
  g_assert_true (muster_store_verify_audit (store, &n_entries, &first_bad, NULL));
  g_assert_cmpint (first_bad, ==, 0);
  g_clear_pointer (&documents, g_ptr_array_unref);
  documents = muster_store_check (store, NULL);
  g_assert_cmpuint (documents->len, ==, 0);
  g_clear_object (&store);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM fit WHERE candidate_id = 2"), ==, 0);
}

/* Merged into somebody whose documents gave no profile: the profile comes along. */
static void
test_merge_into_nameless (void)
{
  g_auto (Place)                    place = { 0 };
  g_autoptr (MusterStore)           store = open_new (&place);
  g_autoptr (MusterDocument)        document = fixture_document ("scan");
  g_autoptr (GBytes)                bytes = g_bytes_new ("scan", 4);
  g_autofree char                  *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  MusterNewDocument                 scan = { "scan.pdf", bytes, sha256, document, NULL, "x" };
  MusterAddedDocument               nameless;
  g_autoptr (MusterCandidateRecord) record = NULL;
  g_autoptr (GPtrArray)             findings = NULL;
  gint64                            ana = fixture_add (store, "Ana Berg", "Ana Berg", 0).candidate_id;

  g_assert_true (muster_store_add_document (store, &scan, &nameless, NULL));
  g_assert_true (muster_store_merge_candidates (store, nameless.candidate_id, ana, NULL));
  record = muster_store_get_candidate (store, nameless.candidate_id, NULL);
  g_assert_cmpstr (record->name, ==, "Ana Berg");
  g_assert_cmpuint (record->work_months, ==, 36);
  g_assert_cmpuint (record->n_documents, ==, 2);
  findings = muster_store_check (store, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Keys that were made by other rules of order than today's are made anew at the next opening, and copied to the
 * pools. */
static void
test_order_of_names_renewed (void)
{
  g_auto (Place)        place = { 0 };
  g_autoptr (GPtrArray) people = NULL, pool = NULL;
  MusterCandidateQuery  query = { .stage = -1, .sort = MUSTER_SORT_BY_NAME };
  gint64                opening;

  {
    g_autoptr (MusterStore) store = open_new (&place);

    opening = add_opening (store, "Welder", "welding");
    fixture_add (store, "Zoe", "Zoe", opening);
    fixture_add (store, "Émile", "Émile", opening);
    fixture_add (store, "Bo", "Bo", opening);
  }
  fixture_execute (
      place.path,
      "UPDATE candidate SET name_key = CAST (id AS BLOB); UPDATE setting SET value = 'old/1' WHERE name = 'collation'");
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM application WHERE length (name_key) = 1"), ==, 3);

  g_autoptr (MusterStore) store = place_open (&place);

  people = muster_store_list_candidates (store, &query, 0, 10, NULL);
  query.opening_id = opening;
  pool = muster_store_list_candidates (store, &query, 0, 10, NULL);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const expected[] = { "Bo", "Émile", "Zoe" };

      g_assert_cmpstr (((MusterCandidateRecord *) g_ptr_array_index (people, i))->name, ==, expected[i]);
      g_assert_cmpstr (((MusterCandidateRecord *) g_ptr_array_index (pool, i))->name, ==, expected[i]);
    }
}

typedef struct
{
  guint n;
  guint changes;
} Heard;

static void
hear_cb (MusterStore *store, guint changes, gpointer user_data)
{
  Heard *heard = user_data;

  heard->n++;
  heard->changes |= changes;
}

static void
assert_heard (Heard *heard, guint n, guint changes)
{
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
  g_assert_cmpuint (heard->n, ==, n);
  g_assert_cmpuint (heard->changes, ==, changes);
  *heard = (Heard){ 0 };
}

/* Once for each write; once for several before the loop turns; never for a write that failed or changed nothing. */
static void
test_changed (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  Heard                   heard = { 0 };
  gint64                  opening, ana, work_id;

  g_signal_connect (store, "changed", G_CALLBACK (hear_cb), &heard);
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
  heard = (Heard){ 0 };
  opening = add_opening (store, "Welder", "welding");
  assert_heard (&heard, 1, MUSTER_CHANGED_OPENINGS);
  ana = fixture_add (store, "Ana", "Ana\nwelding", 0).candidate_id;
  assert_heard (&heard, 1, MUSTER_CHANGED_CANDIDATES);
  fixture_add (store, "Ana", "Ana\nwelding", 0);
  assert_heard (&heard, 0, 0);
  g_assert_true (muster_store_apply (store, ana, opening, NULL));
  assert_heard (&heard, 1, MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_OPENINGS);
  g_assert_true (muster_store_apply (store, ana, opening, NULL));
  assert_heard (&heard, 0, 0);
  save_fit (store, ana, opening);
  assert_heard (&heard, 1, MUSTER_CHANGED_FITS);
  g_assert_true (muster_store_decide (store, &(MusterDecision){ ana, opening, MUSTER_STAGE_OFFER, "x", 0 }, NULL));
  assert_heard (&heard, 1, MUSTER_CHANGED_DECISIONS);
  g_assert_false (muster_store_decide (store, &(MusterDecision){ 99, opening, MUSTER_STAGE_OFFER, "x", 0 }, NULL));
  assert_heard (&heard, 0, 0);
  g_assert_true (muster_store_begin_file (store, "/x", &work_id, NULL));
  g_assert_true (muster_store_end_file (store, work_id, NULL));
  assert_heard (&heard, 0, 0);
  fixture_add (store, "Bo", "Bo", 0);
  fixture_add (store, "Eva", "Eva", 0);
  g_assert_true (muster_store_decide (store, &(MusterDecision){ ana, opening, MUSTER_STAGE_HIRED, "x", 0 }, NULL));
  assert_heard (&heard, 1, MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_DECISIONS);
  g_assert_true (muster_store_remove_opening (store, opening, NULL));
  assert_heard (&heard, 1, MUSTER_CHANGED_OPENINGS);

  fixture_add (store, "Ida", "Ida", 0);
  muster_store_close (store); /* what was not told by now is not told any more */
  assert_heard (&heard, 0, 0);
}

/* Told to the context of the thread that opened it, and to no other. */
static void
test_changed_context (void)
{
  g_auto (Place)           place = { 0 };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (MusterStore)  store = NULL;
  Heard                    heard = { 0 };

  place_init (&place);
  g_main_context_push_thread_default (context);
  store = place_open (&place);
  g_main_context_pop_thread_default (context);
  g_signal_connect (store, "changed", G_CALLBACK (hear_cb), &heard);
  fixture_add (store, "Ana", "Ana", 0);
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
  g_assert_cmpuint (heard.n, ==, 0);
  while (g_main_context_iteration (context, FALSE))
    {
    }
  g_assert_cmpuint (heard.n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/people/openings", test_openings);
  g_test_add_func ("/store/people/fixed", test_fixed);
  g_test_add_func ("/store/people/fits", test_fits);
  g_test_add_func ("/store/people/fits-at-once", test_fits_at_once);
  g_test_add_func ("/store/people/apply", test_apply);
  g_test_add_func ("/store/people/decisions", test_decisions);
  g_test_add_func ("/store/people/stage-names", test_stage_names);
  g_test_add_func ("/store/people/merge", test_merge);
  g_test_add_func ("/store/people/merge-into-nameless", test_merge_into_nameless);
  g_test_add_func ("/store/people/order-of-names-renewed", test_order_of_names_renewed);
  g_test_add_func ("/store/people/changed", test_changed);
  g_test_add_func ("/store/people/changed-context", test_changed_context);

  return g_test_run ();
}
