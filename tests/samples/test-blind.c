/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample firm looked at blind: everything that the library hands out about its people is gathered and searched
 * for their true names, mails and numbers. */

#include "muster-candidate-list.h"
#include "muster-fold.h"
#include "muster-library-blind.h"
#include "muster-library-queries.h"
#include "muster-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define FEW 4

typedef struct
{
  char *file;
  char *name;
  char *mail;
  char *phone; /* its last digits */
} Person;

typedef struct
{
  char          *folder;
  char          *database;
  MusterLibrary *library;
  GPtrArray     *people; /* Person */
  gint64         opening_id;
  MusterActivity *activity;
  GString       *everything;
} Firm;

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->file);
  g_free (person->name);
  g_free (person->mail);
  g_free (person->phone);
  g_free (person);
}

static char *
digits_of (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text);

  return g_string_free (digits, FALSE);
}

static Person *
load_person (const char *file)
{
  g_autofree char       *stem = g_strndup (file, (gsize) (strrchr (file, '.') - file));
  g_autofree char       *name = g_strconcat (stem, ".json", NULL);
  g_autofree char       *path = g_build_filename (SAMPLES, "truth", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char       *digits = NULL;
  Person                *person = g_new0 (Person, 1);
  JsonObject            *basics;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  basics = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "basics");
  person->file = g_strdup (file);
  person->name = g_strdup (json_object_get_string_member (basics, "name"));
  person->mail = g_strdup (json_object_get_string_member (basics, "email"));
  digits = digits_of (json_object_get_string_member (basics, "phone"));
  person->phone = g_strdup (digits + (strlen (digits) > 8 ? strlen (digits) - 8 : 0));

  return person;
}

static gboolean
is_read_as_text (const char *file)
{
  static const char *const others[] = { "bernadette-achterberg.png", "gareth-penhallow.jpg", "quoc-thien-lam.pdf",
                                        "dmitri-halloran.pdf", "empty-page.pdf", "denise-okafor-letter.pdf", NULL };

  return !g_strv_contains (others, file);
}

static GPtrArray *
list_people (void)
{
  GPtrArray       *people = g_ptr_array_new_with_free_func (person_free);
  g_autofree char *path = g_build_filename (SAMPLES, "resumes", NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char      *file;

  while ((file = g_dir_read_name (directory)) != NULL)
    if (is_read_as_text (file))
      g_ptr_array_add (people, load_person (file));

  return people;
}

static gint64
add_opening (MusterLibrary *library)
{
  g_autofree char          *path = g_build_filename (SAMPLES, "openings", "service-technician.json", NULL);
  g_autoptr (JsonParser)    parser = json_parser_new ();
  g_autoptr (MusterOpening) opening = NULL;
  g_autoptr (GError)        error = NULL;
  gint64                    id;

  g_assert_true (json_parser_load_from_file (parser, path, &error));
  opening = muster_opening_new_from_json (json_parser_get_root (parser), &error);
  g_assert_no_error (error);
  id = muster_library_add_opening (library, opening, &error);
  g_assert_no_error (error);

  return id;
}

static gboolean
is_over (MusterActivity *activity)
{
  g_assert_no_error (muster_activity_get_error (activity));

  return muster_activity_get_state (activity) > MUSTER_ACTIVITY_RUNNING
         && g_list_model_get_n_items (muster_activity_get_outcomes (activity))
                == muster_activity_get_n_total (activity);
}

static void
run_until_over (MusterActivity *activity)
{
  while (!is_over (activity))
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static Firm *
firm_new (guint n_people)
{
  Firm                 *firm = g_new0 (Firm, 1);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    error = NULL;

  firm->folder = g_dir_make_tmp ("muster-blind-XXXXXX", &error);
  g_assert_no_error (error);
  firm->database = g_build_filename (firm->folder, "library.db", NULL);
  firm->library = muster_library_open (firm->database, MUSTER_MONTH (2026, 11), &error);
  g_assert_no_error (error);
  muster_library_set_follows_blind (firm->library, TRUE);
  firm->people = list_people ();
  if (firm->people->len > n_people)
    g_ptr_array_set_size (firm->people, (int) n_people);
  firm->opening_id = add_opening (firm->library);
  firm->everything = g_string_new (NULL);
  for (guint i = 0; i < firm->people->len; i++)
    g_ptr_array_add (paths, g_build_filename (SAMPLES, "resumes",
                                              ((Person *) g_ptr_array_index (firm->people, i))->file, NULL));
  firm->activity = muster_library_import_async (firm->library, paths, firm->opening_id);
  run_until_over (firm->activity);

  return firm;
}

static void
firm_free (Firm *firm)
{
  g_autoptr (GDir) directory = NULL;
  const char      *name;

  muster_library_close (firm->library);
  settle ();
  g_object_unref (firm->library);
  directory = g_dir_open (firm->folder, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (firm->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (firm->folder);
  g_ptr_array_unref (firm->people);
  g_string_free (firm->everything, TRUE);
  g_free (firm->folder);
  g_free (firm->database);
  g_free (firm);
}

static void
add (Firm *firm, const char *what, const char *text)
{
  g_string_append_printf (firm->everything, "%s: %s\n", what, text != NULL ? text : "");
}

static void
add_json (Firm *firm, const char *what, JsonNode *node)
{
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;

  add (firm, what, text);
}

static void
add_record (Firm *firm, const MusterCandidateRecord *record)
{
  g_assert_true (record->is_masked);
  g_assert_null (record->masked_evidence);
  g_assert_cmpstr (record->city, ==, "");
  g_assert_cmpint (record->revealed_at, ==, 0);
  g_assert_true (g_str_has_suffix (record->name, record->code));
  add (firm, "record name", record->name);
  add (firm, "record label", record->label);
  add (firm, "record evidence", record->top_evidence);
}

static GPtrArray *
list_all (Firm *firm, gint64 opening_id, const char *filter, MusterCandidateSort sort)
{
  const MusterCandidateQuery query = { .opening_id = opening_id, .filter = filter, .stage = -1, .sort = sort };
  g_autoptr (GError)         error = NULL;
  GPtrArray                 *people = muster_library_list_candidates (firm->library, &query, 0, 1000, &error);

  g_assert_no_error (error);

  return people;
}

static void
add_lists (Firm *firm)
{
  for (int sort = MUSTER_SORT_BY_FIT; sort <= MUSTER_SORT_BY_STAGE; sort++)
    for (guint i = 0; i < 2; i++)
      {
        g_autoptr (GPtrArray) people = list_all (firm, i == 0 ? 0 : firm->opening_id, NULL, (MusterCandidateSort) sort);

        g_assert_cmpuint (people->len, ==, firm->people->len);
        for (guint j = 0; j < people->len; j++)
          {
            const MusterCandidateRecord *record = g_ptr_array_index (people, j);

            add_record (firm, record);
            if (sort == MUSTER_SORT_BY_NAME && j > 0)
              g_assert_cmpstr (record->code, >,
                               ((MusterCandidateRecord *) g_ptr_array_index (people, j - 1))->code);
          }
      }
}

static void
add_widget_list (Firm *firm)
{
  g_autoptr (MusterCandidateList) list = muster_candidate_list_new (firm->library);
  const MusterCandidateQuery      query = { .opening_id = firm->opening_id, .stage = -1, .sort = MUSTER_SORT_BY_NAME };
  gboolean                        is_there = FALSE;

  muster_candidate_list_set_query (list, &query);
  while (!is_there)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

      is_there = n == firm->people->len;
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (MusterCandidateRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

          is_there = is_there && muster_candidate_row_get_record (row) != NULL;
        }
      g_main_context_iteration (NULL, !is_there);
    }
  for (guint i = 0; i < firm->people->len; i++)
    {
      g_autoptr (MusterCandidateRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      add_record (firm, muster_candidate_row_get_record (row));
    }
}

static void
add_documents (Firm *firm, gint64 candidate_id)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) documents = muster_library_list_documents (firm->library, candidate_id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < documents->len; i++)
    {
      const MusterDocumentRecord *record = g_ptr_array_index (documents, i);
      g_autoptr (MusterDocument)  document = muster_library_load_document (firm->library, record->id, &error);
      g_autoptr (MusterMask)      mask = muster_library_load_mask (firm->library, record->id, &error);
      g_autofree char            *hidden = NULL;
      guint                       n_spans;

      g_assert_no_error (error);
      muster_mask_get_spans (mask, &n_spans);
      g_assert_cmpuint (n_spans, >, 0);
      hidden = muster_document_dup_hidden_text (document);
      add (firm, "file", record->file_name);
      add (firm, "text", muster_document_get_text (document));
      add (firm, "hidden", hidden);
    }
}

static void
add_fit (Firm *firm, const char *what, const MusterRecommendation *found)
{
  g_autoptr (JsonNode) node = muster_fit_to_json (found->fit);

  add (firm, what, found->name);
  add (firm, what, muster_fit_get_top_evidence (found->fit));
  add_json (firm, what, node);
}

static void
add_person (Firm *firm, gint64 candidate_id)
{
  g_autoptr (GError)                error = NULL;
  g_autoptr (MusterCandidateRecord) record = muster_library_get_candidate (firm->library, candidate_id, &error);
  g_autoptr (MusterProfile)         profile = muster_library_load_profile (firm->library, candidate_id, &error);
  g_autoptr (JsonNode)              json = muster_profile_to_json (profile, MUSTER_MONTH (2026, 11));
  g_autoptr (JsonNode)  fit = muster_library_load_fit (firm->library, candidate_id, firm->opening_id, &error);
  g_autoptr (GPtrArray) openings
      = muster_library_recommend_openings (firm->library, candidate_id, NULL, &error);
  g_autoptr (GPtrArray) decisions = NULL;

  g_assert_no_error (error);
  add_record (firm, record);
  add_json (firm, "profile", json);
  add_json (firm, "fit", fit);
  add_documents (firm, candidate_id);
  for (guint i = 0; i < openings->len; i++)
    add_fit (firm, "opening for person", g_ptr_array_index (openings, i));
  decisions = muster_library_list_decisions (firm->library, candidate_id, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < decisions->len; i++)
    add (firm, "reason", ((MusterDecisionRecord *) g_ptr_array_index (decisions, i))->reason);
  g_assert_null (muster_library_export_candidate (firm->library, candidate_id, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
}

static void
add_hits (Firm *firm, const char *query)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) hits = muster_library_search (firm->library, query, 100, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const MusterSearchHit *hit = g_ptr_array_index (hits, i);

      g_assert_true (hit->is_masked);
      add (firm, "hit name", hit->name);
      add (firm, "hit file", hit->file_name);
      add (firm, "hit snippet", hit->snippet);
    }
}

static void
add_outcomes (Firm *firm)
{
  GListModel *outcomes = muster_activity_get_outcomes (firm->activity);

  g_assert_cmpuint (g_list_model_get_n_items (outcomes), ==, firm->people->len);
  for (guint i = 0; i < firm->people->len; i++)
    {
      g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, i);

      g_assert_false (muster_outcome_is_failure (outcome));
      add (firm, "outcome file", muster_outcome_get_file (outcome));
      add (firm, "outcome message", muster_outcome_get_message (outcome));
    }
}

/* As words: nobody's name is taken for a part of another word. */
static gboolean
has_word (const char *folded, const char *word)
{
  g_autofree char *wanted = muster_fold (word);
  gsize            n = strlen (wanted);

  for (const char *p = strstr (folded, wanted); p != NULL; p = strstr (p + 1, wanted))
    {
      gunichar before = p > folded ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';
      gunichar after = g_utf8_get_char (p + n);

      if (muster_unichar_is_cjk (g_utf8_get_char (wanted)) || (!g_unichar_isalpha (before) && !g_unichar_isalpha (after)))
        return TRUE;
    }

  return FALSE;
}

static void
expect_nobody (Firm *firm)
{
  g_autofree char *folded = muster_fold (firm->everything->str);
  g_autofree char *digits = digits_of (firm->everything->str);

  for (guint i = 0; i < firm->people->len; i++)
    {
      const Person *person = g_ptr_array_index (firm->people, i);
      g_auto (GStrv) words = g_strsplit_set (person->name, " -", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (g_utf8_strlen (words[j], -1) >= 4 && has_word (folded, words[j]))
          g_error ("“%s” of %s is handed out", words[j], person->file);
      if (has_word (folded, person->name))
        g_error ("the name in %s is handed out", person->file);
      if (has_word (folded, person->mail))
        g_error ("the mail in %s is handed out", person->file);
      if (strstr (digits, person->phone) != NULL)
        g_error ("the number in %s is handed out", person->file);
    }
}

static void
test_nothing_tells (void)
{
  Firm                 *firm = firm_new (G_MAXUINT);
  g_autoptr (GPtrArray) people = list_all (firm, firm->opening_id, NULL, MUSTER_SORT_BY_ADDED);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError)    error = NULL;

  g_assert_true (muster_library_is_blind (firm->library));
  g_assert_cmpuint (people->len, ==, firm->people->len);
  add_lists (firm);
  add_widget_list (firm);
  add_outcomes (firm);
  for (guint i = 0; i < people->len; i++)
    {
      const MusterCandidateRecord *record = g_ptr_array_index (people, i);
      const Person                *person = g_ptr_array_index (firm->people, i);
      g_autofree char             *reason = g_strdup_printf ("%s writes well, see %s", person->name, person->mail);
      const MusterDecision         decision
          = { record->id, firm->opening_id, MUSTER_STAGE_SHORTLIST, reason, -1 };

      g_assert_true (muster_library_decide (firm->library, &decision, &error));
      add_person (firm, record->id);
    }
  found = muster_library_recommend_people (firm->library, firm->opening_id, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, firm->people->len);
  for (guint i = 0; i < found->len; i++)
    add_fit (firm, "person for opening", g_ptr_array_index (found, i));
  add_hits (firm, "a");
  add_hits (firm, "2019");
  add_hits (firm, "excel");
  for (guint i = 0; i < firm->people->len; i++)
    {
      const Person         *person = g_ptr_array_index (firm->people, i);
      g_autoptr (GPtrArray) hits = muster_library_search (firm->library, person->name, 10, &error);
      g_autoptr (GPtrArray) filtered = list_all (firm, 0, person->name, MUSTER_SORT_BY_ADDED);
      g_autoptr (GPtrArray) by_mail = list_all (firm, firm->opening_id, person->mail, MUSTER_SORT_BY_FIT);

      g_assert_cmpuint (hits->len, ==, 0);
      g_assert_cmpuint (filtered->len, ==, 0);
      g_assert_cmpuint (by_mail->len, ==, 0);
    }
  g_assert_cmpuint (firm->everything->len, >, 100000);
  expect_nobody (firm);
  firm_free (firm);
}

static gint64
find_masked (Firm *firm, const Person *person)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  gint64                id;

  g_assert_true (muster_library_set_blind (firm->library, FALSE, "A test looks somebody up.", &error));
  people = list_all (firm, 0, person->name, MUSTER_SORT_BY_ADDED);
  g_assert_cmpuint (people->len, ==, 1);
  id = ((MusterCandidateRecord *) g_ptr_array_index (people, 0))->id;
  g_assert_true (muster_library_set_blind (firm->library, TRUE, NULL, &error));
  g_assert_no_error (error);

  return id;
}

static void
test_reveal (void)
{
  Firm                             *firm = firm_new (FEW);
  const Person                     *person = g_ptr_array_index (firm->people, 0);
  g_autoptr (GError)                error = NULL;
  gint64                            id = find_masked (firm, person), first_bad = 0;
  g_autoptr (MusterCandidateRecord) record = NULL;
  g_autoptr (GPtrArray)             hits = NULL, reveals = NULL, filtered = NULL;
  g_autoptr (MusterProfile)         profile = NULL;
  g_autoptr (JsonNode)              export = NULL;
  g_autofree char                  *exported = NULL;
  guint                             n_before = 0, n_after = 0;

  g_assert_true (muster_library_verify_audit (firm->library, &n_before, &first_bad, &error));
  g_assert_false (muster_library_reveal (firm->library, id, firm->opening_id, "  ", &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (muster_library_masks (firm->library, id));
  g_assert_true (muster_library_reveal (firm->library, id, firm->opening_id, "They are invited.", &error));
  settle ();
  g_assert_false (muster_library_masks (firm->library, id));

  record = muster_library_get_applicant (firm->library, id, firm->opening_id, &error);
  g_assert_false (record->is_masked);
  g_assert_cmpstr (record->name, ==, person->name);
  g_assert_cmpint (record->revealed_at, >, 0);
  g_assert_cmpuint (strlen (record->code), ==, 2);
  profile = muster_library_load_profile (firm->library, id, &error);
  g_assert_cmpstr (profile->email->text, ==, person->mail);
  hits = muster_library_search (firm->library, person->name, 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_false (((MusterSearchHit *) g_ptr_array_index (hits, 0))->is_masked);
  filtered = list_all (firm, firm->opening_id, person->name, MUSTER_SORT_BY_ADDED);
  g_assert_cmpuint (filtered->len, ==, 1);
  reveals = muster_library_list_reveals (firm->library, id, &error);
  g_assert_cmpuint (reveals->len, ==, 1);
  g_assert_cmpstr (((MusterRevealRecord *) g_ptr_array_index (reveals, 0))->reason, ==, "They are invited.");
  g_assert_cmpint (((MusterRevealRecord *) g_ptr_array_index (reveals, 0))->opening_id, ==, firm->opening_id);
  export = muster_library_export_candidate (firm->library, id, &error);
  g_assert_no_error (error);
  exported = json_to_string (export, FALSE);
  g_assert_nonnull (strstr (exported, "candidate.revealed"));
  g_assert_true (muster_library_verify_audit (firm->library, &n_after, &first_bad, &error));
  g_assert_cmpuint (n_after, ==, n_before + 1);
  g_assert_cmpint (first_bad, ==, 0);
  firm_free (firm);
}

static void
test_turn_off (void)
{
  Firm                 *firm = firm_new (FEW);
  g_autoptr (GError)    error = NULL;
  GListModel           *outcomes = muster_activity_get_outcomes (firm->activity);
  g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, 0);
  g_autoptr (GPtrArray) people = NULL;
  MusterLibrary        *again;
  guint                 n_before = 0, n_after = 0;

  g_assert_true (muster_library_verify_audit (firm->library, &n_before, NULL, &error));
  g_assert_false (muster_library_set_blind (firm->library, FALSE, NULL, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (muster_library_is_blind (firm->library));
  g_assert_true (g_str_has_prefix (muster_outcome_get_file (outcome), "Document "));

  g_assert_true (muster_library_set_blind (firm->library, FALSE, "We have decided.", &error));
  settle ();
  g_assert_false (muster_library_is_blind (firm->library));
  g_assert_true (g_str_has_suffix (muster_outcome_get_file (outcome),
                                   ((Person *) g_ptr_array_index (firm->people, 0))->file));
  people = list_all (firm, firm->opening_id, NULL, MUSTER_SORT_BY_NAME);
  for (guint i = 0; i < people->len; i++)
    g_assert_false (((MusterCandidateRecord *) g_ptr_array_index (people, i))->is_masked);
  g_assert_true (muster_library_verify_audit (firm->library, &n_after, NULL, &error));
  g_assert_cmpuint (n_after, ==, n_before + 1);

  /* It is kept; and who does not follow it is not touched by it. */
  g_assert_true (muster_library_set_blind (firm->library, TRUE, NULL, &error));
  muster_library_close (firm->library);
  settle ();
  again = muster_library_open (firm->database, MUSTER_MONTH (2026, 11), &error);
  g_assert_no_error (error);
  g_object_unref (firm->library);
  firm->library = again;
  g_assert_true (muster_library_is_blind (again));
  g_ptr_array_unref (people);
  people = list_all (firm, 0, NULL, MUSTER_SORT_BY_NAME);
  g_assert_false (((MusterCandidateRecord *) g_ptr_array_index (people, 0))->is_masked);
  firm_free (firm);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blind/nothing-tells", test_nothing_tells);
  g_test_add_func ("/blind/reveal", test_reveal);
  g_test_add_func ("/blind/turn-off", test_turn_off);

  return g_test_run ();
}
