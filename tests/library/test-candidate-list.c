/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of people as a widget sees it: rows that fill when looked at, news without losing the place, and
 * nothing that moves while held. People are put into the store by hand: no file is read. */

#include "folder.h"
#include "muster-candidate-list.h"
#include "muster-library-queries.h"
#include "muster-store.h"

#include <string.h>

#define N_PEOPLE 300

typedef struct
{
  Folder              *folder;
  MusterLibrary       *library;
  MusterCandidateList *list;
  guint                n_signals;
  guint                first_changed;
} Fixture;

static MusterDocument *
make_document (const char *text)
{
  GPtrArray  *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
  MusterPage *page = muster_page_new (1, 595, 842);
  GArray     *words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  GArray     *lines = g_array_new (FALSE, TRUE, sizeof (MusterLine));
  MusterWord  word = { .text = text, .box = { 50, 50, 100, 10 }, .size_pt = 10, .confidence = 1, .link = -1 };
  MusterLine  line = { .n_words = 1, .box = { 50, 50, 100, 10 }, .size_pt = 10 };
  guint       n;

  muster_page_add_word (page, &word);
  word.text = muster_page_get_words (page, &n)[0].text;
  g_array_append_val (words, word);
  g_array_append_val (lines, line);
  muster_page_take_lines (page, words, lines, 1);
  g_ptr_array_add (pages, page);

  return muster_document_new (pages, 1, "text/plain", "en", 0, NULL);
}

/* Names count up, so that their order is that of their numbers. */
static void
add_person (MusterStore *store, const char *name)
{
  g_autofree char           *file = g_strdup_printf ("%s.txt", name);
  g_autoptr (MusterDocument) document = make_document (name);
  g_autoptr (MusterProfile)  profile = muster_profile_new ();
  g_autoptr (GBytes)         bytes = g_bytes_new (name, strlen (name));
  g_autofree char           *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const MusterEvidence evidence
      = { .page = 1, .box = { 50, 50, 100, 10 }, .start = 0, .length = (guint) strlen (name) };
  MusterAddedDocument     added;
  g_autoptr (GError)      error = NULL;
  const MusterNewDocument new_document = { .file_name = file,
                                           .original = bytes,
                                           .sha256 = sha256,
                                           .document = document,
                                           .profile = profile,
                                           .extractor_version = "test" };

  profile->name = muster_value_new (name, evidence, 1.0);
  g_assert_true (muster_store_add_document (store, &new_document, &added, &error));
  g_assert_no_error (error);
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_signals++;
  fixture->first_changed = position;
}

static gboolean
is_filled (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list)) == N_PEOPLE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  MusterCandidateQuery query = { .stage = -1, .sort = MUSTER_SORT_BY_NAME };
  g_autoptr (GError)   error = NULL;
  MusterStore         *store;

  fixture->folder = folder_new ();
  store = muster_store_open (fixture->folder->database, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person-%03u", i);

      add_person (store, name);
    }
  muster_store_close (store);
  g_object_unref (store);

  fixture->library = muster_library_open (fixture->folder->database, MUSTER_MONTH (2025, 1), &error);
  g_assert_no_error (error);
  fixture->list = muster_candidate_list_new (fixture->library);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
  muster_candidate_list_set_query (fixture->list, &query);
  folder_run_until (is_filled, fixture);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* A fetch that runs holds the list until it is done. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->list), (gpointer *) &fixture->list);
  g_object_unref (fixture->list);
  folder_run_until (is_gone, &fixture->list);
  muster_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
  folder_free (fixture->folder);
}

static gboolean
is_loaded (gpointer data)
{
  return muster_candidate_row_get_record (data) != NULL;
}

static MusterCandidateRow *
dup_loaded_row (Fixture *fixture, guint position)
{
  MusterCandidateRow *row = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  g_assert_nonnull (row);
  folder_run_until (is_loaded, row);

  return row;
}

static void
test_windows (Fixture *fixture, gconstpointer data)
{
  static const guint positions[] = { 0, 299, 63, 64, 150 };

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autoptr (MusterCandidateRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), positions[i]);
      g_autoptr (MusterCandidateRow) again
          = g_list_model_get_item (G_LIST_MODEL (fixture->list), positions[i]);
      g_autofree char *name = g_strdup_printf ("Person-%03u", positions[i]);

      g_assert_true (row == again);
      folder_run_until (is_loaded, row);
      g_assert_cmpstr (muster_candidate_row_get_record (row)->name, ==, name);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), N_PEOPLE));
  g_assert_cmpuint (fixture->n_signals, ==, 1);
}

static void
count_notify (MusterCandidateRow *row, GParamSpec *pspec, gpointer user_data)
{
  ++*(guint *) user_data;
}

static gboolean
is_one (gpointer data)
{
  return *(guint *) data == 1;
}

static gboolean
has_two_signals (gpointer data)
{
  return ((Fixture *) data)->n_signals == 2;
}

/* Two people become one: the row of the second goes, those before it keep their objects. */
static void
test_person_goes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterCandidateRow) first = dup_loaded_row (fixture, 0);
  g_autoptr (MusterCandidateRow) gone = dup_loaded_row (fixture, 10);
  g_autoptr (MusterCandidateRow) first_again = NULL, next = NULL;
  g_autoptr (GError)             error = NULL;
  guint                          n_news = 0;

  g_signal_connect (first, "notify::loaded", G_CALLBACK (count_notify), &n_news);
  g_assert_true (muster_library_merge (fixture->library,
                                       muster_candidate_row_get_record (first)->id,
                                       muster_candidate_row_get_record (gone)->id,
                                       &error));
  g_assert_no_error (error);
  folder_run_until (has_two_signals, fixture);
  g_assert_cmpuint (fixture->first_changed, ==, 10);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_PEOPLE - 1);
  folder_run_until (is_one, &n_news); /* it has two documents now */
  g_assert_cmpuint (muster_candidate_row_get_record (first)->n_documents, ==, 2);
  first_again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_true (first == first_again);
  next = dup_loaded_row (fixture, 10);
  g_assert_cmpstr (muster_candidate_row_get_record (next)->name, ==, "Person-011");
}

static gboolean
on_waited (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* While held nothing moves, and all of it comes at the release. */
static void
test_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterCandidateRow) first = dup_loaded_row (fixture, 0);
  g_autoptr (MusterCandidateRow) second = dup_loaded_row (fixture, 1);
  g_autoptr (GError)             error = NULL;
  gboolean                       has_waited = FALSE;

  muster_candidate_list_hold (fixture->list);
  g_assert_true (muster_library_merge (fixture->library,
                                       muster_candidate_row_get_record (second)->id,
                                       muster_candidate_row_get_record (first)->id,
                                       &error));
  g_assert_no_error (error);
  g_timeout_add (200, on_waited, &has_waited);
  folder_run_until (is_true, &has_waited);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_PEOPLE);
  muster_candidate_list_release (fixture->list);
  folder_run_until (has_two_signals, fixture);
  g_assert_cmpuint (fixture->first_changed, ==, 0);
}

static gboolean
is_one_person (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((Fixture *) data)->list)) == 1;
}

/* The last of several queries wins, whatever the order of the answers. */
static void
test_queries (Fixture *fixture, gconstpointer data)
{
  MusterCandidateQuery           by_name = { .stage = -1, .sort = MUSTER_SORT_BY_NAME, .is_descending = TRUE };
  MusterCandidateQuery           one = { .stage = -1, .sort = MUSTER_SORT_BY_NAME, .filter = "Person-123" };
  g_autoptr (MusterCandidateRow) row = NULL;

  muster_candidate_list_set_query (fixture->list, &by_name);
  muster_candidate_list_set_query (fixture->list, &one);
  folder_run_until (is_one_person, fixture);
  row = dup_loaded_row (fixture, 0);
  g_assert_cmpstr (muster_candidate_row_get_record (row)->name, ==, "Person-123");
}

static void
test_no_store (void)
{
  g_autoptr (MusterLibrary)       library = muster_library_open (NULL, MUSTER_MONTH_NONE, NULL);
  g_autoptr (MusterCandidateList) list = muster_candidate_list_new (library);
  MusterCandidateQuery            query = { .stage = -1 };

  muster_candidate_list_set_query (list, &query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/candidate-list/windows", Fixture, NULL, set_up, test_windows, tear_down);
  g_test_add ("/candidate-list/person-goes", Fixture, NULL, set_up, test_person_goes, tear_down);
  g_test_add ("/candidate-list/hold", Fixture, NULL, set_up, test_hold, tear_down);
  g_test_add ("/candidate-list/queries", Fixture, NULL, set_up, test_queries, tear_down);
  g_test_add_func ("/candidate-list/no-store", test_no_store);

  return g_test_run ();
}
