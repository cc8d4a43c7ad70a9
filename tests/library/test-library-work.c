/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window needs of the library beside lists: imports taken back, unlocked and read again, pages as pictures,
 * corrections that rank anew, changed openings, filing, the pool, people as CSV; blind where it matters. Argument: a PDF
 * that asks for PASSWORD. */

#include "folder.h"
#include "muster-library-blind.h"
#include "muster-library-corrections.h"
#include "muster-library-decisions.h"
#include "muster-library-export.h"
#include "muster-library-imports.h"
#include "muster-library-inbox.h"
#include "muster-library-openings.h"
#include "muster-library-pages.h"
#include "muster-library-pool.h"
#include "muster-library-queries.h"

#include <string.h>

#define PASSWORD "orvelle-2026"

static const char *encrypted_pdf;

typedef struct
{
  Folder         *folder;
  MusterLibrary  *library;
  gint64          opening_id;
  MusterActivity *activity;
  GAsyncResult   *result; /* of the last call that answered */
} Fixture;

static gboolean
has_ended (gpointer data)
{
  return muster_activity_get_state (data) > MUSTER_ACTIVITY_RUNNING;
}

static gboolean
has_answer (gpointer data)
{
  return ((Fixture *) data)->result != NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_answer (Fixture *self)
{
  folder_run_until (has_answer, self);

  return g_steal_pointer (&self->result);
}

/* Imports all of the folder into the opening. */
static void
import (Fixture *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_ptr_array_add (paths, self->folder->inputs);
  g_clear_object (&self->activity);
  self->activity = g_object_ref (muster_library_import_async (self->library, paths, self->opening_id));
  g_assert_false (muster_activity_can_undo (self->activity));
  folder_run_until (has_ended, self->activity);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterOpening) opening = folder_opening ();
  g_autoptr (GError)        error = NULL;

  self->folder = folder_new ();
  self->library = muster_library_open (self->folder->database, MUSTER_MONTH (2025, 1), &error);
  g_assert_no_error (error);
  self->opening_id = muster_library_add_opening (self->library, opening, &error);
  for (guint i = 0; i < 3; i++)
    g_free (folder_add_resume (self->folder, i));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->activity);
  muster_library_close (self->library);
  g_assert_finalize_object (self->library);
  folder_free (self->folder);
}

static char *
add_encrypted (Fixture *self)
{
  g_autofree char *bytes = NULL;
  char            *path = g_build_filename (self->folder->inputs, "locked.pdf", NULL);
  gsize            size = 0;

  g_assert_true (g_file_get_contents (encrypted_pdf, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));

  return path;
}

static MusterOutcome *
dup_outcome (Fixture *self, guint index)
{
  return g_list_model_get_item (muster_activity_get_outcomes (self->activity), index);
}

static gint64
candidate_at (Fixture *self, guint index)
{
  g_autoptr (MusterOutcome) outcome = dup_outcome (self, index);

  g_assert_cmpint (muster_outcome_get_candidate_id (outcome), !=, 0);

  return muster_outcome_get_candidate_id (outcome);
}

static guint
count_people (Fixture *self)
{
  const MusterCandidateQuery everybody = { .stage = -1 };
  guint                      n = 0;

  g_assert_true (muster_library_count_candidates (self->library, &everybody, &n, NULL));

  return n;
}

static void
test_undo_import (Fixture *self, gconstpointer data)
{
  g_auto (MusterUndoneBatch) undone = { 0 };
  g_autoptr (GAsyncResult)   result = NULL, again = NULL;
  g_autoptr (GPtrArray)      past = NULL;
  g_autoptr (GError)         error = NULL;
  MusterDecision             decision = { .stage = MUSTER_STAGE_SHORTLIST, .saw_score = -1 };

  import (self);
  g_assert_cmpint (muster_activity_get_kind (self->activity), ==, MUSTER_ACTIVITY_IMPORT);
  g_assert_cmpint (muster_activity_get_opening_id (self->activity), ==, self->opening_id);
  g_assert_true (muster_activity_can_undo (self->activity));
  g_assert_cmpuint (count_people (self), ==, 3);
  decision.candidate_id = candidate_at (self, 1);
  decision.opening_id = self->opening_id;
  past = muster_library_decide_many (self->library, &decision, 1, &error);
  g_assert_no_error (error);

  muster_library_set_follows_blind (self->library, TRUE);
  muster_library_undo_import_async (self->library, self->activity, answered_cb, self);
  result = wait_for_answer (self);
  g_assert_true (muster_library_undo_import_finish (self->library, result, &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (undone.n_people, ==, 2);
  g_assert_cmpuint (undone.kept->len, ==, 1);
  g_assert_true (g_str_has_prefix (((MusterKeptPerson *) g_ptr_array_index (undone.kept, 0))->name, "Candidate "));
  g_assert_cmpuint (count_people (self), ==, 1);
  g_assert_true (muster_activity_is_undone (self->activity));
  g_assert_false (muster_activity_can_undo (self->activity));

  muster_library_undo_import_async (self->library, self->activity, answered_cb, self);
  again = wait_for_answer (self);
  g_assert_false (muster_library_undo_import_finish (self->library, again, &undone, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
}

/* The file that failed is read again in its row; what was read before is not. */
static void
test_retry (Fixture *self, gconstpointer data)
{
  g_autofree char          *path = folder_add (self->folder, "a-broken.txt", "");
  g_autofree char          *content = NULL;
  g_autoptr (MusterOutcome) before = NULL, after = NULL;
  g_autoptr (GAsyncResult)  result = NULL;
  g_autoptr (GError)        error = NULL;

  import (self);
  before = dup_outcome (self, 0);
  g_assert_true (muster_outcome_is_failure (before));
  g_free (folder_add_resume (self->folder, 7));
  {
    g_autofree char *good = g_build_filename (self->folder->inputs, "person-007.txt", NULL);

    g_assert_true (g_file_get_contents (good, &content, NULL, NULL));
    g_assert_true (g_file_set_contents (path, content, -1, NULL));
  }

  muster_library_retry_async (self->library, self->activity, NULL, answered_cb, self);
  g_assert_cmpint (muster_activity_get_state (self->activity), ==, MUSTER_ACTIVITY_RUNNING);
  result = wait_for_answer (self);
  g_assert_true (muster_library_retry_finish (self->library, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (muster_activity_get_state (self->activity), ==, MUSTER_ACTIVITY_DONE);
  g_assert_cmpuint (g_list_model_get_n_items (muster_activity_get_outcomes (self->activity)), ==, 4);
  g_assert_cmpuint (muster_activity_get_n_done (self->activity), ==, 4);
  after = dup_outcome (self, 0);
  g_assert_false (muster_outcome_is_failure (after));
  g_assert_cmpuint (count_people (self), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (muster_library_get_activities (self->library)), ==, 1);
}

static MusterPagePicture *
draw (Fixture *self, gint64 document_id, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  muster_library_draw_page_async (self->library, document_id, page, 72, NULL, answered_cb, self);
  result = wait_for_answer (self);

  return muster_library_draw_page_finish (self->library, result, error);
}

static gint64
document_of (Fixture *self, gint64 candidate_id)
{
  g_autoptr (GPtrArray) documents = muster_library_list_documents (self->library, candidate_id, NULL);

  return ((MusterDocumentRecord *) g_ptr_array_index (documents, 0))->id;
}

static void
test_draw (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterPagePicture) picture = NULL, none = NULL;
  g_autoptr (GError)            error = NULL;
  g_autoptr (GCancellable)      cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult)      result = NULL;
  gint64                        document_id;

  import (self);
  document_id = document_of (self, candidate_at (self, 0));
  picture = draw (self, document_id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (picture->width, >, 100);
  g_assert_cmpuint (g_bytes_get_size (picture->pixels), >=, (gsize) picture->stride * picture->height);
  none = draw (self, document_id, 99, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
  g_clear_error (&error);
  none = draw (self, 4711, 1, &error);
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  muster_library_draw_page_async (self->library, document_id, 1, 72, cancelled, answered_cb, self);
  result = wait_for_answer (self);
  none = muster_library_draw_page_finish (self->library, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
unlock (Fixture *self, const char *password, gboolean is_failure)
{
  g_autoptr (MusterOutcome) locked = dup_outcome (self, 0), outcome = NULL, shown = NULL;
  g_autoptr (GAsyncResult)  result = NULL;
  g_autoptr (GError)        error = NULL;

  muster_library_unlock_async (self->library, self->activity, locked, password, answered_cb, self);
  result = wait_for_answer (self);
  outcome = muster_library_unlock_finish (self->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (muster_outcome_is_failure (outcome), ==, is_failure);
  shown = dup_outcome (self, 0);
  g_assert_true (shown == outcome);
}

static void
test_unlock (Fixture *self, gconstpointer data)
{
  g_autofree char              *path = add_encrypted (self);
  g_autoptr (MusterPagePicture) picture = NULL;
  g_autoptr (GAsyncResult)      wrong = NULL, right = NULL;
  g_autoptr (GError)            error = NULL;
  MusterUnranked                unranked;
  gint64                        document_id;

  import (self);
  g_assert_cmpuint (count_people (self), ==, 3);
  g_assert_true (muster_library_count_unranked (self->library, self->opening_id, &unranked, &error));
  g_assert_cmpuint (unranked.n_need_password, ==, 1);
  g_assert_cmpuint (unranked.n_being_read, ==, 0);
  unlock (self, "wrong", TRUE);
  unlock (self, PASSWORD, FALSE);
  g_assert_cmpuint (count_people (self), ==, 4);
  document_id = document_of (self, candidate_at (self, 0));
  picture = draw (self, document_id, 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (picture);

  /* Another session knows no password. */
  muster_library_close (self->library);
  g_clear_object (&self->activity);
  g_assert_finalize_object (self->library);
  self->library = muster_library_open (self->folder->database, MUSTER_MONTH (2025, 1), &error);
  g_assert_null (draw (self, document_id, 1, &error));
  g_assert_error (error, MUSTER_LIBRARY_ERROR, MUSTER_LIBRARY_ERROR_NEEDS_PASSWORD);
  g_clear_error (&error);
  muster_library_give_password_async (self->library, document_id, "wrong", NULL, answered_cb, self);
  wrong = wait_for_answer (self);
  g_assert_false (muster_library_give_password_finish (self->library, wrong, &error));
  g_assert_error (error, MUSTER_LIBRARY_ERROR, MUSTER_LIBRARY_ERROR_NEEDS_PASSWORD);
  g_clear_error (&error);
  muster_library_give_password_async (self->library, document_id, PASSWORD, NULL, answered_cb, self);
  right = wait_for_answer (self);
  g_assert_true (muster_library_give_password_finish (self->library, right, &error));
  g_clear_pointer (&picture, muster_page_picture_free);
  picture = draw (self, document_id, 1, &error);
  g_assert_no_error (error);
}

static void
test_correct (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterCandidateRecord) record = NULL, blind = NULL;
  g_autoptr (GPtrArray)             list = NULL, masked = NULL;
  g_autoptr (GError)                error = NULL;
  gint64                            id;

  import (self);
  id = candidate_at (self, 0);
  g_assert_true (muster_library_correct (self->library, id, "/basics/name", "Zora Adlersson", &error));
  g_assert_no_error (error);
  record = muster_library_get_applicant (self->library, id, self->opening_id, &error);
  g_assert_cmpstr (record->name, ==, "Zora Adlersson");
  g_assert_true (record->has_fit);
  list = muster_library_list_corrections (self->library, id, &error);
  g_assert_cmpuint (list->len, ==, 1);

  muster_library_set_follows_blind (self->library, TRUE);
  masked = muster_library_list_corrections (self->library, id, &error);
  g_assert_cmpstr (((MusterCorrection *) g_ptr_array_index (masked, 0))->after, ==, "");
  g_assert_true (muster_library_take_back_correction (self->library, id, NULL, &error));
  g_assert_no_error (error);
}

static void
test_change_opening (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterOpening)  changed = NULL;
  g_autoptr (GPtrArray)      versions = NULL, points = NULL;
  g_autoptr (MusterActivity) ranking = NULL;
  g_autoptr (GError)         error = NULL;
  g_autofree char           *path = NULL;
  MusterUnranked             unranked;
  guint                      number = 0;

  import (self);
  changed = muster_opening_new_from_text ("Web developer\nRequirements:\n- 3 years of experience as web developer\n- PostgreSQL\n", &error);
  g_assert_no_error (error);
  g_assert_true (muster_library_change_opening (self->library, self->opening_id, changed, &number, &error));
  g_assert_cmpuint (number, ==, 2);
  g_assert_true (muster_library_count_unranked (self->library, self->opening_id, &unranked, &error));
  g_assert_cmpuint (unranked.n_not_ranked_yet, ==, 3);
  ranking = g_object_ref (muster_library_rank_again_async (self->library, self->opening_id));
  g_assert_cmpint (muster_activity_get_kind (ranking), ==, MUSTER_ACTIVITY_RANK);
  folder_run_until (has_ended, ranking);
  points = muster_library_list_pool (self->library, self->opening_id, &error);
  g_assert_cmpuint (points->len, ==, 3);
  g_assert_cmpuint (((MusterPoolPoint *) g_ptr_array_index (points, 2))->rank, ==, 3);
  g_assert_true (muster_library_go_back (self->library, self->opening_id, 1, &number, &error));
  g_assert_cmpuint (number, ==, 3);
  g_assert_false (muster_library_go_back (self->library, self->opening_id, 9, &number, &error));
  g_clear_error (&error);
  versions = muster_library_list_versions (self->library, self->opening_id, &error);
  g_assert_cmpuint (versions->len, ==, 3);

  /* Closed, it takes nobody, and nothing is read. */
  g_assert_true (muster_library_close_opening (self->library, self->opening_id, "withdrawn", &error));
  path = folder_add_resume (self->folder, 9);
  import (self);
  g_assert_cmpint (muster_activity_get_state (self->activity), ==, MUSTER_ACTIVITY_FAILED);
  g_assert_cmpuint (count_people (self), ==, 3);
}

static void
test_file_under (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) inbox = NULL, blind = NULL, points = NULL;
  g_autoptr (GError)    error = NULL;
  gint64                opening_id = self->opening_id, ids[3];
  MusterInboxRecord    *record;
  guint                 count = 0;

  self->opening_id = 0;
  import (self);
  inbox = muster_library_list_inbox (self->library, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (inbox->len, ==, 3);
  record = g_ptr_array_index (inbox, 2);
  g_assert_cmpstr (record->file_name, ==, "person-000.txt");
  muster_library_set_follows_blind (self->library, TRUE);
  blind = muster_library_list_inbox (self->library, 0, 10, &error);
  record = g_ptr_array_index (blind, 2);
  g_assert_true (record->is_masked);
  g_assert_true (g_str_has_prefix (record->name, "Candidate "));
  g_assert_true (g_str_has_prefix (record->file_name, "Document "));
  for (guint i = 0; i < 3; i++)
    ids[i] = candidate_at (self, i);
  g_assert_true (muster_library_file_under (self->library, ids, 3, opening_id, &error));
  g_assert_true (muster_library_count_inbox (self->library, &count, &error));
  g_assert_cmpuint (count, ==, 0);
  points = muster_library_list_pool (self->library, opening_id, &error);
  g_assert_cmpuint (points->len, ==, 3);
  g_assert_true (g_str_has_prefix (((MusterPoolPoint *) g_ptr_array_index (points, 0))->name, "Candidate "));
}

static void
test_csv (Fixture *self, gconstpointer data)
{
  MusterCandidateQuery query
      = { .opening_id = self->opening_id, .stage = -1, .sort = MUSTER_SORT_BY_FIT, .is_descending = TRUE };
  g_autofree char   *csv = NULL, *blind = NULL;
  g_auto (GStrv)     lines = NULL;
  g_autoptr (GError) error = NULL;

  import (self);
  g_assert_true (muster_library_correct (self->library, candidate_at (self, 0), "/basics/name", "=cmd|\"x\", y",
                                         &error));
  csv = muster_library_dup_candidates_csv (self->library, &query, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf\"Rank\",\"Candidate\",\"Title\",\"Fit\","));
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[4], ==, "");
  g_assert_true (g_str_has_prefix (lines[1], "1,\"'=cmd|\"\"x\"\", y\",\"Web Developer\",100.0,\"Strong\",1,1,"));

  muster_library_set_follows_blind (self->library, TRUE);
  blind = muster_library_dup_candidates_csv (self->library, &query, &error);
  g_assert_nonnull (strstr (blind, "\"Candidate "));
  g_assert_null (strstr (blind, "cmd"));
  g_assert_null (strstr (blind, "Montero"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  encrypted_pdf = argv[1];
  g_test_add ("/library/work/undo-import", Fixture, NULL, set_up, test_undo_import, tear_down);
  g_test_add ("/library/work/retry", Fixture, NULL, set_up, test_retry, tear_down);
  g_test_add ("/library/work/draw", Fixture, NULL, set_up, test_draw, tear_down);
  g_test_add ("/library/work/unlock", Fixture, NULL, set_up, test_unlock, tear_down);
  g_test_add ("/library/work/correct", Fixture, NULL, set_up, test_correct, tear_down);
  g_test_add ("/library/work/change-opening", Fixture, NULL, set_up, test_change_opening, tear_down);
  g_test_add ("/library/work/file-under", Fixture, NULL, set_up, test_file_under, tear_down);
  g_test_add ("/library/work/csv", Fixture, NULL, set_up, test_csv, tear_down);

  return g_test_run ();
}
