/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The use cases through the real reader and the real store: screening, import, ranking, recommendation,
 * decisions, cancelling, and what is left after kill -9. */

#include "folder.h"
#include "muster-library-queries.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static MusterLibrary *
open_library (const Folder *folder)
{
  g_autoptr (GError) error = NULL;
  MusterLibrary     *library = muster_library_open (folder->database, MUSTER_MONTH (2025, 1), &error);

  g_assert_no_error (error);

  return library;
}

static void
drop_library (MusterLibrary *library)
{
  muster_library_close (library);
  g_assert_finalize_object (library);
}

typedef struct
{
  GPtrArray *codes; /* char*: status or error code, in order */
  GArray    *added; /* MusterAddedDocument, zero where nothing was stored */
} Seen;

static Seen
seen_new (void)
{
  return (Seen){ g_ptr_array_new_with_free_func (g_free),
                 g_array_new (FALSE, TRUE, sizeof (MusterAddedDocument)) };
}

static void
seen_clear (Seen *seen)
{
  g_ptr_array_unref (seen->codes);
  g_array_unref (seen->added);
}

static void
see (const MusterReading *reading, const MusterAddedDocument *added, const GError *error, gpointer user_data)
{
  Seen                     *seen = user_data;
  const MusterAddedDocument nothing = { 0 };

  g_assert_no_error (error);
  g_ptr_array_add (seen->codes,
                   g_strdup (reading->error != NULL ? muster_read_error_code (reading->error)
                                                    : muster_document_status_name (
                                                        muster_document_get_status (reading->document))));
  g_array_append_val (seen->added, *(added != NULL ? added : &nothing));
}

static void
import_all (MusterLibrary *library, GPtrArray *paths, gint64 opening_id, Seen *seen)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_library_import_files (library, paths, opening_id, NULL, NULL, see, seen, &error));
  g_assert_no_error (error);
}

/* Good, damaged, empty, missing, of an unknown kind, and the same one twice. */
static void
add_mixed_files (const Folder *folder)
{
  g_autofree char *first = folder_add_resume (folder, 0);
  g_autofree char *second = folder_add_resume (folder, 1);
  g_autofree char *content = NULL;
  g_autofree char *zero = folder_add (folder, "x-zero.pdf", "");
  g_autofree char *broken = folder_add (folder, "y-broken.pdf", "%PDF-1.4\nnothing of a PDF\n");
  g_autofree char *copy = NULL;

  g_assert_true (g_file_get_contents (first, &content, NULL, NULL));
  copy = folder_add (folder, "z-copy.txt", content);
}

static void
test_screen (void)
{
  g_autoptr (Folder)        folder = folder_new ();
  g_autoptr (MusterLibrary) library = muster_library_open (NULL, MUSTER_MONTH (2025, 1), NULL);
  g_autoptr (MusterOpening) opening = folder_opening ();
  g_autoptr (GPtrArray)     paths = NULL, screened = NULL;
  const MusterScreened     *one;

  add_mixed_files (folder);
  paths = folder_list (folder);
  g_assert_cmpuint (paths->len, ==, 5);
  screened = muster_library_screen_files (library, opening, paths, NULL, NULL, NULL);
  g_assert_cmpuint (screened->len, ==, 5);

  one = g_ptr_array_index (screened, 0);
  g_assert_true (g_str_has_suffix (one->reading->path, "person-000.txt"));
  g_assert_cmpuint (one->rank, ==, 1);
  g_assert_cmpfloat (muster_fit_get_total (one->fit), ==, 100.0);
  one = g_ptr_array_index (screened, 1);
  g_assert_true (g_str_has_suffix (one->reading->path, "z-copy.txt"));
  one = g_ptr_array_index (screened, 2);
  g_assert_true (g_str_has_suffix (one->reading->path, "person-001.txt"));
  g_assert_cmpfloat (muster_fit_get_total (one->fit), ==, 40.0);
  for (guint i = 3; i < 5; i++)
    {
      one = g_ptr_array_index (screened, i);
      g_assert_null (one->fit);
      g_assert_cmpuint (one->rank, ==, 0);
      g_assert_error (one->reading->error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_DAMAGED);
    }
}

static void
test_import_mixed (void)
{
  g_autoptr (Folder)         folder = folder_new ();
  MusterLibrary             *library = open_library (folder);
  g_autoptr (MusterOpening)  opening = folder_opening ();
  g_autoptr (GPtrArray)      paths = NULL, people = NULL, unfinished = NULL, findings = NULL;
  g_autoptr (JsonNode)       fit = NULL;
  g_autoptr (GError)         error = NULL;
  Seen                       seen = seen_new ();
  const MusterAddedDocument *added;
  gint64                     opening_id = muster_library_add_opening (library, opening, &error);
  MusterCandidateQuery       query
      = { .opening_id = opening_id, .stage = -1, .sort = MUSTER_SORT_BY_FIT, .is_descending = TRUE };

  g_assert_no_error (error);
  add_mixed_files (folder);
  paths = folder_list (folder);
  import_all (library, paths, opening_id, &seen);

  added = &g_array_index (seen.added, MusterAddedDocument, 0);
  g_assert_cmpstr (g_ptr_array_index (seen.codes, 0), ==, "text");
  g_assert_cmpstr (g_ptr_array_index (seen.codes, 1), ==, "text");
  g_assert_cmpstr (g_ptr_array_index (seen.codes, 2), ==, "damaged");
  g_assert_cmpstr (g_ptr_array_index (seen.codes, 3), ==, "damaged");
  g_assert_cmpstr (g_ptr_array_index (seen.codes, 4), ==, "text");
  g_assert_cmpint (added[0].duplicate_of, ==, 0);
  g_assert_cmpint (added[2].document_id, ==, 0);
  g_assert_cmpint (added[4].duplicate_of, ==, added[0].document_id);
  g_assert_cmpint (added[4].candidate_id, ==, added[0].candidate_id);

  people = muster_library_list_candidates (library, &query, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpint (((MusterCandidateRecord *) g_ptr_array_index (people, 0))->id, ==, added[0].candidate_id);
  g_assert_cmpfloat (((MusterCandidateRecord *) g_ptr_array_index (people, 0))->fit, ==, 100.0);
  g_assert_cmpuint (((MusterCandidateRecord *) g_ptr_array_index (people, 1))->rank, ==, 2);
  fit = muster_library_load_fit (library, added[0].candidate_id, opening_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      json_object_get_string_member (json_node_get_object (fit), "model"), ==, MUSTER_RULES_VERSION);
  findings = muster_library_check (library, &error);
  g_assert_cmpuint (findings->len, ==, 0);
  drop_library (library);

  library = open_library (folder); /* files that were not crossed off would be listed now */
  unfinished = muster_library_list_unfinished (library, &error);
  g_assert_cmpuint (unfinished->len, ==, 0);

  seen_clear (&seen);
  drop_library (library);
}

static void
test_rank_and_recommend (void)
{
  g_autoptr (Folder)        folder = folder_new ();
  MusterLibrary            *library = open_library (folder);
  g_autoptr (MusterOpening) opening = folder_opening ();
  g_autoptr (GPtrArray)     paths = NULL, people = NULL, first = NULL, openings = NULL;
  g_autoptr (GError)        error = NULL;
  Seen                      seen = seen_new ();
  gint64                    opening_id, best;
  MusterCandidateQuery      query = { .stage = -1, .sort = MUSTER_SORT_BY_FIT, .is_descending = TRUE };

  for (guint i = 0; i < 5; i++)
    g_free (folder_add_resume (folder, i));
  paths = folder_list (folder);
  import_all (library, paths, 0, &seen);
  opening_id = muster_library_add_opening (library, opening, &error);
  g_assert_no_error (error);

  /* Nobody has applied: the pool is empty, but people can be recommended. */
  query.opening_id = opening_id;
  g_assert_true (muster_library_rank (library, opening_id, NULL, &error));
  people = muster_library_list_candidates (library, &query, 0, 10, &error);
  g_assert_cmpuint (people->len, ==, 0);
  first = muster_library_recommend_people (library, opening_id, 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->len, ==, 3);
  best = ((MusterRecommendation *) g_ptr_array_index (first, 0))->candidate_id;
  g_assert_cmpint (best, ==, g_array_index (seen.added, MusterAddedDocument, 0).candidate_id);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (((MusterRecommendation *) g_ptr_array_index (first, i))->rank, ==, i + 1);
  openings = muster_library_recommend_openings (library, best, NULL, &error);
  g_assert_cmpuint (openings->len, ==, 1);
  g_assert_cmpstr (((MusterRecommendation *) g_ptr_array_index (openings, 0))->name, ==, "Web developer");
  g_assert_cmpfloat (
      muster_fit_get_total (((MusterRecommendation *) g_ptr_array_index (openings, 0))->fit), ==, 100.0);

  seen_clear (&seen);
  drop_library (library);
}

static void
test_decide (void)
{
  g_autoptr (Folder)        folder = folder_new ();
  MusterLibrary            *library = open_library (folder);
  g_autoptr (MusterOpening) opening = folder_opening ();
  g_autofree char          *path = folder_add_resume (folder, 0);
  g_autoptr (GPtrArray)     paths = folder_list (folder);
  g_autoptr (GPtrArray)     decisions = NULL;
  g_autoptr (GError)        error = NULL;
  Seen                      seen = seen_new ();
  gint64                    opening_id = muster_library_add_opening (library, opening, &error);
  MusterDecision            decision = { .opening_id = opening_id, .stage = MUSTER_STAGE_DECLINED, .saw_score = 0 };

  import_all (library, paths, opening_id, &seen);
  decision.candidate_id = g_array_index (seen.added, MusterAddedDocument, 0).candidate_id;
  g_assert_false (muster_library_decide (library, &decision, &error));
  g_assert_true (muster_library_error_is_of_input (error));
  g_clear_error (&error);
  decision.reason = "position filled";
  g_assert_true (muster_library_decide (library, &decision, &error));
  g_assert_no_error (error);
  decisions = muster_library_list_decisions (library, decision.candidate_id, opening_id, &error);
  g_assert_cmpuint (decisions->len, ==, 1);
  decision.candidate_id = 4711;
  g_assert_false (muster_library_decide (library, &decision, &error));
  g_assert_true (muster_library_error_is_of_input (error));

  seen_clear (&seen);
  drop_library (library);
}

static void
test_no_store (void)
{
  g_autoptr (MusterLibrary) library = muster_library_open (NULL, MUSTER_MONTH_NONE, NULL);
  g_autoptr (MusterOpening) opening = folder_opening ();
  g_autoptr (GError)        error = NULL;

  g_assert_cmpint (muster_library_add_opening (library, opening, &error), ==, 0);
  g_assert_error (error, MUSTER_LIBRARY_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE);
  g_clear_error (&error);
  g_assert_null (muster_library_list_openings (library, &error));
  g_assert_error (error, MUSTER_LIBRARY_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE);
}

static gboolean
has_ended (gpointer data)
{
  return muster_activity_get_state (data) > MUSTER_ACTIVITY_RUNNING;
}

static void
count_changes (MusterLibrary *library, guint changes, gpointer user_data)
{
  *(guint *) user_data |= changes;
}

static MusterOutcome *
dup_outcome (MusterActivity *activity, guint index)
{
  return g_list_model_get_item (muster_activity_get_outcomes (activity), index);
}

static void
test_import_async (void)
{
  g_autoptr (Folder)         folder = folder_new ();
  MusterLibrary             *library = open_library (folder);
  g_autoptr (GPtrArray)      paths = g_ptr_array_new ();
  g_autoptr (MusterActivity) activity = NULL;
  g_autoptr (MusterOutcome)  first = NULL, damaged = NULL, copy = NULL;
  guint                      changes = 0;

  add_mixed_files (folder);
  g_signal_connect (library, "changed", G_CALLBACK (count_changes), &changes);
  g_ptr_array_add (paths, folder->inputs);
  activity = g_object_ref (muster_library_import_async (library, paths, 0));
  g_assert_cmpint (muster_activity_get_state (activity), ==, MUSTER_ACTIVITY_RUNNING);
  folder_run_until (has_ended, activity);

  g_assert_cmpint (muster_activity_get_state (activity), ==, MUSTER_ACTIVITY_DONE);
  g_assert_cmpuint (muster_activity_get_n_total (activity), ==, 5);
  g_assert_cmpuint (muster_activity_get_n_done (activity), ==, 5);
  g_assert_cmpfloat (muster_activity_get_fraction (activity), ==, 1.0);
  g_assert_cmpuint (g_list_model_get_n_items (muster_activity_get_outcomes (activity)), ==, 5);
  first = dup_outcome (activity, 0);
  damaged = dup_outcome (activity, 2);
  copy = dup_outcome (activity, 4);
  g_assert_false (muster_outcome_is_failure (first));
  g_assert_cmpint (muster_outcome_get_candidate_id (first), !=, 0);
  g_assert_true (muster_outcome_is_failure (damaged));
  g_assert_cmpstr (muster_outcome_get_code (damaged), ==, "damaged");
  g_assert_cmpstr (muster_outcome_get_message (damaged), !=, "");
  g_assert_cmpint (muster_outcome_get_duplicate_of (copy), !=, 0);
  g_assert_nonnull (strstr (muster_outcome_get_message (copy), "person-000.txt"));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (changes & MUSTER_CHANGED_CANDIDATES, !=, 0);

  g_clear_object (&activity);
  drop_library (library);
}

static void
cancel_at_first (MusterActivity *activity)
{
  if (muster_activity_get_n_done (activity) == 1)
    muster_activity_cancel (activity);
}

/* Everything that has an outcome is in the store, and nothing else. */
static void
test_cancel (void)
{
  g_autoptr (Folder)         folder = folder_new ();
  MusterLibrary             *library = open_library (folder);
  g_autoptr (GPtrArray)      paths = g_ptr_array_new ();
  g_autoptr (MusterActivity) activity = NULL;
  MusterCandidateQuery       everybody = { .stage = -1, .sort = MUSTER_SORT_BY_ADDED };
  guint                      n_outcomes, n_people;

  for (guint i = 0; i < 60; i++)
    g_free (folder_add_resume (folder, i));
  g_ptr_array_add (paths, folder->inputs);
  activity = g_object_ref (muster_library_import_async (library, paths, 0));
  g_signal_connect (activity, "notify::n-done", G_CALLBACK (cancel_at_first), NULL);
  folder_run_until (has_ended, activity);

  n_outcomes = g_list_model_get_n_items (muster_activity_get_outcomes (activity));
  g_assert_cmpint (muster_activity_get_state (activity), ==, MUSTER_ACTIVITY_CANCELLED);
  g_assert_cmpuint (n_outcomes, >=, 1);
  g_assert_cmpuint (n_outcomes, <, 60);
  g_assert_true (muster_library_count_candidates (library, &everybody, &n_people, NULL));
  g_assert_cmpuint (n_people, ==, n_outcomes);
  g_assert_true (g_list_model_get_n_items (muster_library_get_activities (library)) == 1);

  g_clear_object (&activity);
  drop_library (library);
}

static void
test_rank_async (void)
{
  g_autoptr (Folder)         folder = folder_new ();
  MusterLibrary             *library = open_library (folder);
  g_autoptr (MusterOpening)  opening = folder_opening ();
  g_autoptr (GPtrArray)      paths = NULL, people = NULL;
  g_autoptr (MusterActivity) activity = NULL;
  Seen                       seen = seen_new ();
  gint64                     opening_id = muster_library_add_opening (library, opening, NULL);
  MusterCandidateQuery query
      = { .opening_id = opening_id, .stage = -1, .sort = MUSTER_SORT_BY_FIT, .is_descending = TRUE };

  for (guint i = 0; i < 4; i++)
    g_free (folder_add_resume (folder, i));
  paths = folder_list (folder);
  import_all (library, paths, 0, &seen);
  activity = g_object_ref (muster_library_rank_async (library, opening_id));
  folder_run_until (has_ended, activity);

  g_assert_cmpint (muster_activity_get_state (activity), ==, MUSTER_ACTIVITY_DONE);
  g_assert_cmpuint (muster_activity_get_n_done (activity), ==, 4);
  people = muster_library_list_candidates (library, &query, 0, 10, NULL);
  g_assert_cmpuint (people->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (((MusterCandidateRecord *) g_ptr_array_index (people, i))->has_fit);

  seen_clear (&seen);
  g_clear_object (&activity);
  drop_library (library);
}

/* The child: imports, prints a line for each acknowledged file, and goes on until it is killed. */
static void
acknowledge (const MusterReading       *reading,
             const MusterAddedDocument *added,
             const GError              *error,
             gpointer                   user_data)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", added != NULL ? added->candidate_id : 0);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

static int
run_child (const char *database, const char *inputs)
{
  const char               *folders[] = { inputs, NULL };
  g_autoptr (MusterLibrary) library = muster_library_open (database, MUSTER_MONTH (2025, 1), NULL);
  g_autoptr (GPtrArray)     paths = muster_library_expand_inputs (folders);

  return library != NULL
                 && muster_library_import_files (library, paths, 0, NULL, NULL, acknowledge, NULL, NULL)
             ? 0
             : 1;
}

/* Runs the child until @n lines were printed, kills it, gives all ids that it had printed. */
static GArray *
import_and_kill (const Folder *folder, guint n)
{
  g_autofree char   *self = g_file_read_link ("/proc/self/exe", NULL);
  char              *argv[] = { self, (char *) "--import-until-killed", folder->database, folder->inputs, NULL };
  GArray            *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  GPid               pid;
  int                out, status;
  FILE              *lines;
  char               line[64];

  g_assert_true (g_spawn_async_with_pipes (
      NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  lines = fdopen (out, "r");
  while (fgets (line, sizeof line, lines) != NULL)
    {
      gint64 id = g_ascii_strtoll (line, NULL, 10);

      g_array_append_val (ids, id);
      if (ids->len == n)
        kill (pid, SIGKILL);
    }
  fclose (lines);
  waitpid (pid, &status, 0);
  g_spawn_close_pid (pid);

  return ids;
}

static void
test_kill (void)
{
  g_autoptr (Folder)    folder = folder_new ();
  g_autoptr (GPtrArray) paths = NULL;
  guint                 n_left = 0;

  for (guint i = 0; i < 40; i++)
    g_free (folder_add_resume (folder, i));
  paths = folder_list (folder);

  for (guint round = 1; round <= 4; round++)
    {
      g_autoptr (GArray)    ids = import_and_kill (folder, 3 * round);
      MusterLibrary        *library = open_library (folder);
      g_autoptr (GPtrArray) unfinished = NULL, findings = NULL;
      g_autoptr (GError)    error = NULL;

      g_assert_cmpuint (ids->len, >=, 3 * round);
      for (guint i = 0; i < ids->len; i++)
        {
          g_autoptr (MusterCandidateRecord) record
              = muster_library_get_candidate (library, g_array_index (ids, gint64, i), &error);
          g_autoptr (GPtrArray) documents = NULL;

          g_assert_no_error (error);
          documents = muster_library_list_documents (library, record->id, &error);
          g_assert_cmpuint (documents->len, ==, 1);
        }
      unfinished = muster_library_list_unfinished (library, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < unfinished->len; i++)
        g_assert_true (
            g_ptr_array_find_with_equal_func (paths, g_ptr_array_index (unfinished, i), g_str_equal, NULL));
      n_left += unfinished->len;
      findings = muster_library_check (library, &error);
      g_assert_cmpuint (findings->len, ==, 0);
      drop_library (library);
    }
  g_assert_cmpuint (n_left, >, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--import-until-killed") == 0)
    return run_child (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/screen", test_screen);
  g_test_add_func ("/library/import-mixed", test_import_mixed);
  g_test_add_func ("/library/rank-and-recommend", test_rank_and_recommend);
  g_test_add_func ("/library/decide", test_decide);
  g_test_add_func ("/library/no-store", test_no_store);
  g_test_add_func ("/library/import-async", test_import_async);
  g_test_add_func ("/library/cancel", test_cancel);
  g_test_add_func ("/library/rank-async", test_rank_async);
  g_test_add_func ("/library/kill", test_kill);

  return g_test_run ();
}
