/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do with a library that goes on living: imports taken back, corrections, further versions, closing, the
 * inbox, decisions about several. People are invented. */

#include "muster-store-batches.h"
#include "muster-store-corrections.h"
#include "muster-store-inbox.h"
#include "muster-store-versions.h"
#include "store-fixture.h"

#include <string.h>

#define TODAY MUSTER_MONTH (2022, 12)

static MusterStore *
open_new (Place *place)
{
  place_init (place);

  return place_open (place);
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

static MusterAddedDocument
add_document (MusterStore *store, const char *name, const char *mail, const char *text, gint64 opening_id,
              gint64 candidate_id, gint64 batch_id)
{
  g_autoptr (MusterDocument) document = fixture_document (text);
  g_autoptr (MusterProfile)  profile = fixture_profile (name, "Welder", "Bremen", "2020-01");
  g_autoptr (GBytes)         original = g_bytes_new (text, strlen (text));
  g_autofree char           *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  g_autoptr (GError)         error = NULL;
  MusterAddedDocument        added = { 0 };
  MusterEvidence             evidence = { 1, { 40, 12, 28, 10 }, 0, 4, MUSTER_EVIDENCE_TEXT };
  MusterNewDocument          new_document = { .file_name = "resume.pdf",
                                              .original = original,
                                              .sha256 = sha256,
                                              .document = document,
                                              .profile = profile,
                                              .extractor_version = "extractor-test",
                                              .opening_id = opening_id,
                                              .candidate_id = candidate_id,
                                              .today = TODAY,
                                              .batch_id = batch_id };

  if (mail != NULL)
    profile->email = muster_value_new (mail, evidence, 1);
  muster_store_add_document (store, &new_document, &added, &error);
  g_assert_no_error (error);

  return added;
}

static void
decide (MusterStore *store, gint64 candidate_id, gint64 opening_id, MusterStage stage, const char *reason)
{
  MusterDecision     decision = { candidate_id, opening_id, stage, reason, -1 };
  g_autoptr (GError) error = NULL;

  muster_store_decide (store, &decision, &error);
  g_assert_no_error (error);
}

static void
assert_sound (MusterStore *store)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) findings = muster_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_undo_import (void)
{
  g_auto (Place)             place = { 0 };
  g_autoptr (MusterStore)    store = open_new (&place);
  g_autoptr (GError)         error = NULL;
  g_auto (MusterUndoneBatch) undone = { 0 };
  gint64                     opening = add_opening (store, "Welder"), batch = 0;
  MusterAddedDocument        before = add_document (store, "Ada Older", NULL, "Ada Older welding", 0, 0, 0);
  MusterAddedDocument        plain, decided, corrected, merged, grown;
  MusterKeptPerson          *kept;

  g_assert_true (muster_store_begin_batch (store, opening, &batch, &error));
  g_assert_cmpint (batch, >, 0);
  plain = add_document (store, "Bo Plain", NULL, "Bo Plain zyzzyva", opening, 0, batch);
  decided = add_document (store, "Cy Decided", NULL, "Cy Decided welding", opening, 0, batch);
  corrected = add_document (store, "Di Correct", NULL, "Di Correct welding", opening, 0, batch);
  merged = add_document (store, "Ed Merged", NULL, "Ed Merged welding", opening, 0, batch);
  grown = add_document (store, "Flo Grown", NULL, "Flo Grown welding", opening, 0, batch);
  add_document (store, "Flo Grown", NULL, "Flo Grown again", 0, grown.candidate_id, 0);
  g_assert_cmpint (add_document (store, "Ada Older", NULL, "Ada Older welding", opening, 0, batch).duplicate_of, ==,
                   before.document_id);
  decide (store, decided.candidate_id, opening, MUSTER_STAGE_SHORTLIST, NULL);
  g_assert_true (muster_store_correct (store, corrected.candidate_id, "/basics/name", "Di Correctson", TODAY, &error));
  g_assert_true (muster_store_merge_candidates (store, merged.candidate_id,
                                                fixture_add (store, "Ed", "Ed second", 0).candidate_id, &error));

  g_assert_true (muster_store_undo_batch (store, batch, &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (undone.n_people, ==, 1);
  g_assert_cmpuint (undone.n_documents, ==, 1);
  g_assert_cmpuint (undone.kept->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const gint64      ids[] = { decided.candidate_id, corrected.candidate_id, merged.candidate_id,
                                  grown.candidate_id };
      const char *const names[] = { "Cy Decided", "Di Correctson", "Ed Merged", "Flo Grown" };

      kept = g_ptr_array_index (undone.kept, i);
      g_assert_cmpint (kept->candidate_id, ==, ids[i]);
      g_assert_cmpstr (kept->name, ==, names[i]);
      g_assert_cmpint (kept->reason, ==, (MusterKeptReason) MIN (i, MUSTER_KEPT_MERGED));
    }

  g_assert_null (muster_store_get_candidate (store, plain.candidate_id, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (muster_store_load_original (store, plain.document_id, &error));
  g_clear_error (&error);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM application"), ==, 4);
  {
    g_autoptr (GPtrArray) hits = muster_store_search (store, "zyzzyva", 10, &error);

    g_assert_cmpuint (hits->len, ==, 0);
  }
  g_assert_false (muster_store_undo_batch (store, batch, &undone, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  assert_sound (store);

  /* The same file is new again. */
  g_assert_cmpint (add_document (store, "Bo Plain", NULL, "Bo Plain zyzzyva", 0, 0, 0).duplicate_of, ==, 0);
}

static char *
dup_value (MusterStore *store, gint64 candidate_id, const char *pointer)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (MusterProfile) profile = muster_store_load_profile (store, candidate_id, &error);
  g_autoptr (JsonNode)      json = NULL;
  g_auto (GStrv)            parts = g_strsplit (pointer + 1, "/", -1);
  JsonNode                 *node;

  g_assert_no_error (error);
  json = muster_profile_to_json (profile, TODAY);
  node = json;
  for (guint i = 0; parts[i] != NULL && node != NULL; i++)
    if (JSON_NODE_HOLDS_OBJECT (node))
      node = json_object_get_member (json_node_get_object (node), parts[i]);
    else if (g_ascii_strtoull (parts[i], NULL, 10) < json_array_get_length (json_node_get_array (node)))
      node = json_array_get_element (json_node_get_array (node), (guint) g_ascii_strtoull (parts[i], NULL, 10));
    else
      node = NULL;

  return node != NULL ? g_strdup (json_node_get_string (node)) : NULL;
}

static void
assert_value (MusterStore *store, gint64 candidate_id, const char *pointer, const char *expected)
{
  g_autofree char *found = dup_value (store, candidate_id, pointer);

  g_assert_cmpstr (found, ==, expected);
}

static const struct
{
  const char *name;
  const char *pointer;
  const char *text;
  gboolean    is_taken;
  const char *before;
  const char *after;
} corrections[] = {
  { "name", "/basics/name", " Ada Lind ", TRUE, "Ada", "Ada Lind" },
  { "employer", "/work/0/name", "Südwind", TRUE, "Nordwind", "Südwind" },
  { "added", "/basics/phone", "+49 421 5550100", TRUE, NULL, "+49 421 5550100" },
  { "removed", "/work/0/name", NULL, TRUE, "Nordwind", NULL },
  { "keyword", "/skills/0/keywords/0", "TIG welding", TRUE, "welding", "TIG welding" },
  { "keyword-added", "/skills/0/keywords/1", "MAG", TRUE, NULL, "MAG" },
  { "keyword-removed", "/skills/0/keywords/0", NULL, TRUE, "welding", NULL },
  { "date", "/work/0/startDate", "2012-03", TRUE, "2020-01", "2012-03" },
  { "no-date", "/work/0/startDate", "long ago", FALSE, "2020-01", "2020-01" },
  { "same", "/work/0/name", "Nordwind", FALSE, "Nordwind", "Nordwind" },
  { "blank", "/work/0/name", "  ", FALSE, "Nordwind", "Nordwind" },
  { "no-such-job", "/work/7/name", "x", FALSE, NULL, NULL },
  { "no-such-member", "/work/0/salary", "x", FALSE, NULL, NULL },
  { "huge-index", "/work/99999999999999999999/name", "x", FALSE, NULL, NULL },
};

static void
test_correction (gconstpointer data)
{
  guint                   row = GPOINTER_TO_UINT (data);
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GError)      error = NULL;
  g_autoptr (GPtrArray)   list = NULL;
  g_autofree char        *pointer = NULL;
  gint64                  id = fixture_add (store, "Ada", "Ada at Nordwind", 0).candidate_id;
  MusterCorrection       *correction;

  assert_value (store, id, corrections[row].pointer, corrections[row].before);
  g_assert_cmpint (muster_store_correct (store, id, corrections[row].pointer, corrections[row].text, TODAY, &error), ==,
                   corrections[row].is_taken);
  assert_value (store, id, corrections[row].pointer, corrections[row].after);
  list = muster_store_list_corrections (store, id, NULL);
  g_assert_cmpuint (list->len, ==, corrections[row].is_taken);
  if (!corrections[row].is_taken)
    {
      g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
      return;
    }
  g_assert_no_error (error);
  correction = g_ptr_array_index (list, 0);
  g_assert_cmpstr (correction->pointer, ==, corrections[row].pointer);
  g_assert_cmpstr (correction->before, ==, corrections[row].before);
  g_assert_cmpstr (correction->after, ==, corrections[row].after);
  g_assert_true (correction->is_applied);

  g_assert_true (muster_store_take_back_correction (store, id, TODAY, &pointer, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (pointer, ==, corrections[row].pointer);
  assert_value (store, id, corrections[row].pointer, corrections[row].before);
  g_assert_false (muster_store_take_back_correction (store, id, TODAY, NULL, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  assert_sound (store);
}

/* What follows from a correction: the row of the list, the search, months of work, the evidence, the fit that is no
 * longer one. The log does not know the words. */
static void
test_correction_follows (void)
{
  g_auto (Place)                    place = { 0 };
  g_autoptr (MusterStore)           store = open_new (&place);
  g_autoptr (GError)                error = NULL;
  g_autoptr (MusterProfile)         profile = NULL;
  g_autoptr (MusterCandidateRecord) record = NULL;
  g_autoptr (GPtrArray)             hits = NULL;
  gint64                            id = fixture_add (store, "Ada", "Ada at Nordwind", 0).candidate_id;
  const MusterWork                 *work;

  g_assert_true (muster_store_correct (store, id, "/basics/name", "Adelheid Quastenflosser", TODAY, &error));
  g_assert_true (muster_store_correct (store, id, "/work/0/startDate", "2021-01", TODAY, &error));
  g_assert_no_error (error);
  record = muster_store_get_candidate (store, id, NULL);
  g_assert_cmpstr (record->name, ==, "Adelheid Quastenflosser");
  g_assert_cmpuint (record->work_months, ==, 24);
  hits = muster_store_search (store, "Quastenflosser", 5, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  profile = muster_store_load_profile (store, id, NULL);
  work = g_ptr_array_index (profile->work, 0);
  g_assert_cmpfloat (work->start->confidence, ==, 1);
  g_assert_cmpuint (work->start->evidence.page, ==, 1);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM audit WHERE entry LIKE '%Quastenflosser%'"), ==, 0);
  g_assert_cmpint (fixture_query (place.path, "SELECT count (*) FROM audit WHERE entry LIKE '%candidate.corrected%'"),
                   ==, 2);
}

/* Another paper of the same person takes the profile over, and what was corrected stays corrected or is told. */
static void
test_correction_is_carried (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GError)      error = NULL;
  g_autoptr (GPtrArray)   list = NULL;
  gint64                  id = fixture_add (store, "Ada", "Ada at Nordwind", 0).candidate_id;

  g_assert_true (muster_store_correct (store, id, "/work/0/name", "Südwind", TODAY, &error));
  g_assert_true (muster_store_correct (store, id, "/basics/name", "Ada Lind", TODAY, &error));
  add_document (store, "Ada B. Lind", NULL, "Another paper", 0, id, 0);
  assert_value (store, id, "/work/0/name", "Südwind");
  assert_value (store, id, "/basics/name", "Ada B. Lind");
  list = muster_store_list_corrections (store, id, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_false (((MusterCorrection *) g_ptr_array_index (list, 0))->is_applied);
  g_assert_true (((MusterCorrection *) g_ptr_array_index (list, 1))->is_applied);

  g_assert_true (muster_store_take_back_correction (store, id, TODAY, NULL, &error));
  assert_value (store, id, "/basics/name", "Ada B. Lind");
  g_assert_true (muster_store_take_back_correction (store, id, TODAY, NULL, &error));
  assert_value (store, id, "/work/0/name", "Nordwind");
}

static void
test_versions (void)
{
  g_auto (Place)            place = { 0 };
  g_autoptr (MusterStore)   store = open_new (&place);
  g_autoptr (MusterOpening) changed = fixture_opening ("Senior welder", "TIG");
  g_autoptr (GPtrArray)     versions = NULL, openings = NULL, unranked = NULL;
  g_autoptr (GError)        error = NULL;
  gint64                    opening = add_opening (store, "Welder");
  gint64                    id = fixture_add (store, "Ada", "Ada welding", opening).candidate_id;
  MusterOpeningVersion     *newest;
  MusterOpeningRecord      *record;
  guint                     number = 0;

  g_assert_true (muster_store_change_opening (store, opening, changed, "rules-1", &number, &error));
  g_assert_cmpuint (number, ==, 2);
  unranked = muster_store_list_unranked (store, opening, NULL);
  g_assert_cmpuint (unranked->len, ==, 1);
  versions = muster_store_list_versions (store, opening, &error);
  g_assert_cmpuint (versions->len, ==, 2);
  newest = g_ptr_array_index (versions, 0);
  g_assert_cmpuint (newest->number, ==, 2);
  g_assert_cmpstr (muster_opening_get_title (newest->opening), ==, "Senior welder");
  openings = muster_store_list_openings (store, NULL);
  record = g_ptr_array_index (openings, 0);
  g_assert_cmpuint (record->version, ==, 2);
  g_assert_cmpstr (record->field, ==, "");
  g_assert_cmpint (record->closed_at, ==, 0);
  g_assert_false (muster_store_change_opening (store, 99, changed, "rules-1", NULL, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (id, >, 0);
}

static void
test_close (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GPtrArray)   openings = NULL;
  g_autoptr (GError)      error = NULL;
  gint64                  opening = add_opening (store, "Welder");
  gint64                  id = fixture_add (store, "Ada", "Ada welding", 0).candidate_id;
  MusterOpeningRecord    *record;

  g_assert_false (muster_store_close_opening (store, opening, "bored", &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (muster_store_close_opening (store, opening, "filled", &error));
  g_assert_false (muster_store_close_opening (store, opening, "filled", NULL));
  openings = muster_store_list_openings (store, NULL);
  record = g_ptr_array_index (openings, 0);
  g_assert_cmpint (record->closed_at, >, 0);
  g_assert_cmpstr (record->closed_reason, ==, "filled");
  g_assert_false (muster_store_apply (store, id, opening, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (muster_store_apply_unassigned (store, opening, NULL));
  g_assert_false (fixture_try_add (store, "Bo", "Bo welding", opening, 0, NULL, NULL));
  g_assert_true (muster_store_reopen_opening (store, opening, &error));
  g_assert_false (muster_store_reopen_opening (store, opening, NULL));
  g_assert_true (muster_store_apply (store, id, opening, &error));
  g_assert_no_error (error);
}

static void
test_inbox (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GPtrArray)   inbox = NULL;
  g_autoptr (GError)      error = NULL;
  gint64                  opening = add_opening (store, "Welder");
  gint64                  ada = add_document (store, "Ada Lind", "ada@example.com", "one", opening, 0, 0).candidate_id;
  gint64                  bo = add_document (store, "Bo Quist", NULL, "two", 0, 0, 0).candidate_id;
  gint64                  again = add_document (store, "A. Lind", "ADA@example.com", "three", opening, 0, 0).candidate_id;
  gint64                  named = add_document (store, "Lind, Ada", NULL, "four", opening, 0, 0).candidate_id;
  MusterInboxRecord      *record;
  guint                   count = 0;

  inbox = muster_store_list_inbox (store, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (inbox->len, ==, 3);
  record = g_ptr_array_index (inbox, 0);
  g_assert_cmpint (record->candidate_id, ==, named);
  g_assert_cmpint (record->like_id, ==, ada);
  g_assert_cmpint (record->sameness, ==, MUSTER_SAME_NAME);
  record = g_ptr_array_index (inbox, 1);
  g_assert_cmpint (record->candidate_id, ==, again);
  g_assert_cmpint (record->like_id, ==, ada);
  g_assert_cmpint (record->sameness, ==, MUSTER_SAME_MAIL);
  g_assert_cmpstr (record->like_name, ==, "Ada Lind");
  g_assert_true (record->is_filed);
  record = g_ptr_array_index (inbox, 2);
  g_assert_cmpint (record->candidate_id, ==, bo);
  g_assert_cmpint (record->like_id, ==, 0);
  g_assert_false (record->is_filed);
  g_assert_cmpstr (record->media_type, ==, "application/pdf");

  g_assert_true (muster_store_tell_apart (store, named, ada, &error));
  g_assert_true (muster_store_merge_candidates (store, ada, again, &error));
  g_assert_true (muster_store_count_inbox (store, &count, &error));
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (muster_store_apply_many (store, &bo, 1, opening, &error));
  g_assert_true (muster_store_count_inbox (store, &count, &error));
  g_assert_cmpuint (count, ==, 0);
}

static MusterStage
stage_of (MusterStore *store, gint64 candidate_id, gint64 opening_id)
{
  g_autoptr (MusterCandidateRecord) record = muster_store_get_applicant (store, candidate_id, opening_id, NULL);

  return record->stage;
}

static void
test_decide_many (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_new (&place);
  g_autoptr (GPtrArray)   past = NULL, decisions = NULL;
  g_autoptr (GError)      error = NULL;
  gint64                  opening = add_opening (store, "Welder");
  gint64                  ada = fixture_add (store, "Ada", "Ada", opening).candidate_id;
  gint64                  bo = fixture_add (store, "Bo", "Bo", opening).candidate_id;
  MusterDecision          all[] = { { ada, opening, MUSTER_STAGE_INTERVIEW, NULL, -1 },
                                    { bo, opening, MUSTER_STAGE_DECLINED, NULL, -1 } };

  decide (store, ada, opening, MUSTER_STAGE_DECLINED, "too far");
  g_assert_null (muster_store_decide_many (store, all, 2, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  all[1].reason = "filled";
  all[1].candidate_id = 99;
  g_assert_null (muster_store_decide_many (store, all, 2, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (stage_of (store, ada, opening), ==, MUSTER_STAGE_DECLINED);

  all[1].candidate_id = bo;
  past = muster_store_decide_many (store, all, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (past->len, ==, 2);
  g_assert_cmpint (stage_of (store, ada, opening), ==, MUSTER_STAGE_INTERVIEW);
  g_assert_cmpint (stage_of (store, bo, opening), ==, MUSTER_STAGE_DECLINED);
  g_assert_true (muster_store_take_back (store, past, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stage_of (store, ada, opening), ==, MUSTER_STAGE_DECLINED);
  g_assert_cmpint (stage_of (store, bo, opening), ==, MUSTER_STAGE_NEW);
  decisions = muster_store_list_decisions (store, ada, opening, NULL);
  g_assert_cmpstr (((MusterDecisionRecord *) g_ptr_array_index (decisions, 0))->reason, ==, "too far");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/work/undo-import", test_undo_import);
  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      g_autofree char *name = g_strconcat ("/store/work/correction/", corrections[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_correction);
    }
  g_test_add_func ("/store/work/correction-follows", test_correction_follows);
  g_test_add_func ("/store/work/correction-is-carried", test_correction_is_carried);
  g_test_add_func ("/store/work/versions", test_versions);
  g_test_add_func ("/store/work/close", test_close);
  g_test_add_func ("/store/work/inbox", test_inbox);
  g_test_add_func ("/store/work/decide-many", test_decide_many);

  return g_test_run ();
}
