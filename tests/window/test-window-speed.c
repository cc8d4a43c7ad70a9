/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten thousand people in one opening: sorting, filtering and scrolling leave the window free. */

#include "muster-window-fixture.h"
#include "muster-window-stall.h"

#include "muster-candidates-panel-private.h"
#include "muster-library-blind.h"
#include "muster-library-queries.h"

#include <sqlite3.h>

/* A sanitised build fills and sorts a tenth of them. */
#ifdef __SANITIZE_ADDRESS__
#define N_PEOPLE 1000
#else
#define N_PEOPLE 10000
#endif

static const MusterWindowCase empty = { 0, 1400 };

typedef MusterWindowFixture Fixture;

static const char fill[]
    = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
      " INSERT INTO candidate (name, name_key, label, city, work_months, added_at, code)"
      " SELECT printf ('Person %%05d', i * 7919 %% 10007), CAST (printf ('%%05d', i * 7919 %% 10007) AS BLOB), 'Fitter', '',"
      " i %% 400, 1000000 + i, 'p' || i FROM n;"
      "INSERT INTO application (opening_id, candidate_id, applied_at, name_key, added_at, stage, code)"
      " SELECT 1, id, added_at, name_key, added_at, id %% 6, 'p' || id FROM candidate;"
      "INSERT INTO fit (opening_version_id, candidate_id, total, n_musts, n_musts_met, relevant_months, top_evidence, json,"
      " model_version, made_at) SELECT (SELECT id FROM opening_version WHERE opening_id = 1), id, id * 37 %% 1001 / 10.0, 4,"
      " id %% 5, id %% 300, 'pump overhauls', '{}', 'rules-1', 0 FROM candidate;"
      "UPDATE application SET (fit_id, fit_total, fit_musts_met, fit_months)"
      " = (SELECT id, total, n_musts_met, relevant_months FROM fit WHERE fit.candidate_id = application.candidate_id);"
      "UPDATE library SET generation = generation + 1;";

/* The library is filled behind the window's back, while nobody has it open. */
static void
fill_pool (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "muster.db", NULL);
  g_autofree char *sql = g_strdup_printf (fill, N_PEOPLE);
  g_autofree char *marker = g_strconcat (path, ".marker", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  muster_window_set_library (fixture->window, NULL);
  muster_library_close (fixture->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->library);

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_close (database);

  fixture->library = muster_library_open (path, MUSTER_MONTH (2026, 11), &error);
  g_assert_no_error (error);
  muster_library_set_follows_blind (fixture->library, TRUE); /* as the program does */
  muster_window_set_library (fixture->window, fixture->library);
  muster_window_fixture_wait (fixture, muster_window_fixture_is_quiet);
}

static guint n_answers; /* of the list to what it was asked */

static void
answered_cb (MusterCandidateList *list)
{
  n_answers++;
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->window->candidates_panel->list));
}

static gboolean
has_all (Fixture *fixture)
{
  return n_answers > 0 && muster_window_fixture_is_quiet (fixture) && count_rows (fixture) == N_PEOPLE;
}

static gboolean
has_none (Fixture *fixture)
{
  return count_rows (fixture) == 0;
}

static void
test_ten_thousand (Fixture *fixture, gconstpointer data)
{
  MusterCandidatesPanel *panel;
  GListModel            *columns;
  MusterWindowStall      stall;

  fill_pool (fixture);
  panel = fixture->window->candidates_panel;
  columns = gtk_column_view_get_columns (panel->table);
  g_assert_cmpuint (count_rows (fixture), ==, N_PEOPLE);
  g_signal_connect (panel->list, "anchored", G_CALLBACK (answered_cb), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *what = g_strdup_printf ("%d people are sorted by %s", N_PEOPLE, gtk_column_view_column_get_title (column));

      if (gtk_column_view_column_get_sorter (column) == NULL)
        continue;
      n_answers = 0;
      muster_window_stall_begin (&stall);
      gtk_column_view_sort_by_column (panel->table, column, GTK_SORT_ASCENDING);
      muster_window_fixture_wait (fixture, has_all);
      muster_window_stall_end (&stall, what);
    }

  muster_window_stall_begin (&stall);
  gtk_editable_set_text (GTK_EDITABLE (panel->filter), "zzzz");
  muster_window_fixture_wait (fixture, has_none);
  n_answers = 0;
  gtk_editable_set_text (GTK_EDITABLE (panel->filter), "");
  muster_window_fixture_wait (fixture, has_all);
  muster_window_stall_end (&stall, "they are filtered and shown again");

  muster_window_stall_begin (&stall);
  for (guint i = 1; i <= 10; i++)
    {
      const gint64 far = (gint64) i * N_PEOPLE / 10;

      n_answers = 0;
      muster_hiring_desk_choose (fixture->window->desk, far);
      muster_window_fixture_wait (fixture, has_all);
    }
  muster_window_stall_end (&stall, "one after another far away is chosen");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/window/ten-thousand", Fixture, &empty, muster_window_fixture_set_up, test_ten_thousand,
              muster_window_fixture_tear_down);

  return muster_window_fixture_run ();
}
