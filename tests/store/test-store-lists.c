/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists in every order: windows of any size together are the whole, the whole is sorted, and ranks are places in the
 * order by fit. */

#include "store-fixture.h"

#include <string.h>

#define N_PEOPLE 120

static const char *const names[] = { "Zoë", "Ana", "ana", "Émile", "Emile", "Öst", "Ost", "李伟", "", "Bo" };

/* Many share a name, a stage, a fit; every ninth has no fit. */
static const char fill[]
  = "UPDATE application SET stage = candidate_id % 6;"
    "UPDATE candidate SET stage = id % 6, work_months = id * 37 % 23, added_at = 1000 + id * 17 % 50;"
    "UPDATE application SET added_at = (SELECT added_at FROM candidate WHERE id = candidate_id);"
    "INSERT INTO fit (opening_version_id, candidate_id, total, n_musts, n_musts_met, relevant_months, top_evidence,"
    " json, model_version, made_at) SELECT 1, candidate_id, candidate_id * 31 % 7 * 10.5, 3, candidate_id * 13 % 4,"
    " candidate_id * 11 % 5, 'quote', '{}', 'rules-1', 0 FROM application WHERE candidate_id % 9 <> 0;"
    "UPDATE application SET (fit_id, fit_total, fit_musts_met, fit_months)"
    " = (SELECT id, total, n_musts_met, relevant_months FROM fit WHERE fit.candidate_id = application.candidate_id)"
    " WHERE candidate_id % 9 <> 0;";

static MusterStore *
open_filled (Place *place)
{
  MusterStore              *store;
  g_autoptr (MusterOpening) opening = fixture_opening ("Welder", "welding");
  gint64                    opening_id;

  place_init (place);
  store = place_open (place);
  opening_id = muster_store_add_opening (store, opening, "rules-1", NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *text = g_strdup_printf ("person %u\n%s", i, i % 3 == 0 ? "rare word" : "common");

      /* Every fifth is not in the pool. */
      fixture_add (store, names[i * 7 % G_N_ELEMENTS (names)], text, i % 5 == 0 ? 0 : opening_id);
    }
  g_object_unref (store);
  fixture_execute (place->path, fill);

  return place_open (place);
}

static GPtrArray *
list (MusterStore *store, const MusterCandidateQuery *query, guint offset, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray         *records = muster_store_list_candidates (store, query, offset, limit, &error);

  g_assert_no_error (error);

  return records;
}

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

static int
compare_fits (const MusterCandidateRecord *a, const MusterCandidateRecord *b)
{
  int difference = compare_numbers (a->fit, b->fit);

  if (difference == 0)
    difference = compare_numbers (a->n_musts_met, b->n_musts_met);
  if (difference == 0)
    difference = compare_numbers (a->relevant_months, b->relevant_months);

  return difference != 0 ? difference : compare_numbers ((double) b->id, (double) a->id);
}

/* As a person expects it: accents and case decide only between names that are else equal; no name comes last. */
static int
place_of_name (const char *name)
{
  static const char *const order[] = { "ana", "Ana", "Bo", "Emile", "Émile", "Ost", "Öst", "Zoë", "李伟", "" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_equal (order[i], name))
      return (int) i;
  g_assert_not_reached ();
}

static int
compare_records (const MusterCandidateRecord *a, const MusterCandidateRecord *b, const MusterCandidateQuery *query)
{
  int difference = 0;

  switch (query->sort)
    {
    case MUSTER_SORT_BY_FIT:
      difference = query->opening_id != 0 ? compare_fits (a, b)
                                          : compare_numbers ((double) a->added_at, (double) b->added_at);
      break;
    case MUSTER_SORT_BY_NAME:
      difference = place_of_name (a->name) - place_of_name (b->name);
      break;
    case MUSTER_SORT_BY_ADDED:
      difference = compare_numbers ((double) a->added_at, (double) b->added_at);
      break;
    case MUSTER_SORT_BY_EXPERIENCE:
      difference = query->opening_id != 0 ? compare_numbers (a->relevant_months, b->relevant_months)
                                          : compare_numbers (a->work_months, b->work_months);
      break;
    case MUSTER_SORT_BY_STAGE:
      difference = (int) a->stage - (int) b->stage;
      break;
    }
  if (difference == 0)
    difference = compare_numbers ((double) a->id, (double) b->id);

  return query->is_descending ? -difference : difference;
}

static void
assert_sorted (GPtrArray *records, const MusterCandidateQuery *query)
{
  gboolean puts_unranked_last = query->opening_id != 0
                                && (query->sort == MUSTER_SORT_BY_FIT || query->sort == MUSTER_SORT_BY_EXPERIENCE);

  for (guint i = 1; i < records->len; i++)
    {
      const MusterCandidateRecord *before = g_ptr_array_index (records, i - 1),
                                  *record = g_ptr_array_index (records, i);

      if (puts_unranked_last && before->has_fit != record->has_fit)
        g_assert_true (before->has_fit);
      else if (puts_unranked_last && !record->has_fit)
        g_assert_cmpint (before->id, <, record->id);
      else
        g_assert_cmpint (compare_records (before, record, query), <, 0);
    }
}

static void
assert_windows (MusterStore *store, const MusterCandidateQuery *query, GPtrArray *all)
{
  static const guint sizes[] = { 3, 7, 50, 119, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint offset = 0; offset < all->len + sizes[i]; offset += sizes[i])
      {
        g_autoptr (GPtrArray) window = list (store, query, offset, sizes[i]);

        g_assert_cmpuint (window->len, ==, offset < all->len ? MIN (sizes[i], all->len - offset) : 0);
        for (guint j = 0; j < window->len; j++)
          {
            const MusterCandidateRecord *a = g_ptr_array_index (window, j), *b = g_ptr_array_index (all, offset + j);

            g_assert_cmpint (a->id, ==, b->id);
            g_assert_cmpuint (a->rank, ==, b->rank);
          }
      }
}

static guint
expected_count (const MusterCandidateQuery *query)
{
  guint n = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    n += (query->opening_id == 0 || i % 5 != 0) && (query->stage < 0 || (int) (i + 1) % 6 == query->stage)
         && (query->filter == NULL || i % 3 == 0);

  return n;
}

static void
test_orders (gconstpointer data)
{
  g_auto (Place)           place = { 0 };
  g_autoptr (MusterStore)  store = open_filled (&place);
  static const char *const filters[] = { NULL, "rare" };
  MusterCandidateQuery     query = { .sort = GPOINTER_TO_INT (data) };

  for (query.opening_id = 0; query.opening_id < 2; query.opening_id++)
    for (query.stage = -1; query.stage < 3; query.stage += 2)
      for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
        for (query.is_descending = 0; query.is_descending < 2; query.is_descending++)
          {
            g_autoptr (GPtrArray) all = NULL;
            guint                 n = 0;

            query.filter = filters[i];
            all = list (store, &query, 0, G_MAXUINT);
            g_assert_cmpuint (all->len, ==, expected_count (&query));
            g_assert_true (muster_store_count_candidates (store, &query, &n, NULL));
            g_assert_cmpuint (n, ==, all->len);
            assert_sorted (all, &query);
            if (query.stage < 0)
              assert_windows (store, &query, all);
          }
}

/* A rank is a place among all who have a fit, whatever part of them is shown in whatever order. */
static void
test_ranks (void)
{
  g_auto (Place)          place = { 0 };
  g_autoptr (MusterStore) store = open_filled (&place);
  MusterCandidateQuery    by_fit = { .opening_id = 1, .stage = -1, .sort = MUSTER_SORT_BY_FIT, .is_descending = TRUE };
  MusterCandidateQuery    by_name = { .opening_id = 1, .stage = 1, .sort = MUSTER_SORT_BY_NAME, .filter = "rare" };
  g_autoptr (GPtrArray)   ranked = list (store, &by_fit, 0, 1000), shown = list (store, &by_name, 0, 1000);
  g_autoptr (GHashTable)  ranks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ranked->len; i++)
    {
      const MusterCandidateRecord *record = g_ptr_array_index (ranked, i);

      g_assert_cmpuint (record->rank, ==, record->has_fit ? i + 1 : 0);
      g_hash_table_insert (ranks, GSIZE_TO_POINTER (record->id), GUINT_TO_POINTER (record->rank));
    }
  g_assert_cmpuint (shown->len, >, 3);
  for (guint i = 0; i < shown->len; i++)
    {
      const MusterCandidateRecord *record = g_ptr_array_index (shown, i);

      g_assert_cmpuint (record->rank, ==,
                        GPOINTER_TO_UINT (g_hash_table_lookup (ranks, GSIZE_TO_POINTER (record->id))));
    }
}

/* What a write changes is seen by the next list: sets and ranks that were kept are of the state before. */
static void
test_no_stale_lists (void)
{
  g_auto (Place)               place = { 0 };
  g_autoptr (MusterStore)      store = open_filled (&place);
  MusterCandidateQuery         filtered = { .opening_id = 1, .stage = -1, .filter = "rare" };
  MusterCandidateQuery         ranked = { .opening_id = 1, .stage = -1, .is_descending = TRUE };
  g_autoptr (GPtrArray)        before = list (store, &filtered, 0, 1000), after = NULL;
  g_autoptr (GPtrArray)        ranked_before = list (store, &ranked, 0, 2), ranked_after = NULL;
  const MusterCandidateRecord *best = g_ptr_array_index (ranked_before, 0), *second;

  second = g_ptr_array_index (ranked_before, 1);
  g_assert_cmpuint (second->rank, ==, 2);
  fixture_add (store, "New", "a rare word again", 1);
  g_assert_true (fixture_try_add (store, "Best", "the best sends a newer resume", 0, best->id, NULL, NULL));
  after = list (store, &filtered, 0, 1000);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  ranked_after = list (store, &ranked, 0, 1);
  g_assert_cmpint (((MusterCandidateRecord *) g_ptr_array_index (ranked_after, 0))->id, ==, second->id);
  g_assert_cmpuint (((MusterCandidateRecord *) g_ptr_array_index (ranked_after, 0))->rank, ==, 1);
}

int
main (int argc, char **argv)
{
  static const char *const sorts[] = { "fit", "name", "added", "experience", "stage" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *path = g_strconcat ("/store/lists/by-", sorts[i], NULL);

      g_test_add_data_func (path, GINT_TO_POINTER ((int) i), test_orders);
    }
  g_test_add_func ("/store/lists/ranks", test_ranks);
  g_test_add_func ("/store/lists/no-stale-lists", test_no_stale_lists);

  return g_test_run ();
}
