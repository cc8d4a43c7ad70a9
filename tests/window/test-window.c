/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window on a small library: who is shown, what can be done and what comes of it. */

#include "muster-window-fixture.h"

#include "muster-candidate-columns.h"
#include "muster-candidates-panel-private.h"
#include "muster-commands.h"
#include "muster-criterion-row.h"
#include "muster-library-queries.h"
#include "muster-search-window.h"

static const MusterWindowCase nobody = { -1, 1400 };
static const MusterWindowCase three = { 3, 1400 };
static const MusterWindowCase narrow = { 3, 800 };

typedef MusterWindowFixture Fixture;

static const char *
get_title (Fixture *fixture)
{
  const MusterCandidateRecord *person
      = muster_hiring_desk_get_person (fixture->window->desk);

  return person != NULL ? person->name : NULL;
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) != NULL;
}

static void
test_first_run (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows (fixture, "Drop Resumes Here"));
  g_assert_true (shows (fixture, "No openings"));
  g_assert_true (shows (fixture, "Nobody selected"));
  g_assert_true (muster_window_fixture_enabled (fixture, "import-files"));
  g_assert_false (muster_window_fixture_enabled (fixture, "shortlist"));
  g_assert_false (muster_window_fixture_enabled (fixture, "decline"));
  g_assert_false (muster_window_fixture_enabled (fixture, "rank"));
  g_assert_false (muster_window_fixture_enabled (fixture, "undo"));
}

static void
test_ranked (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  g_assert_cmpstr (get_title (fixture), ==, "Odilia Marwitz");
  g_assert_true (shows (fixture, "3 candidates · 3 ranked") || shows (fixture, "Service Technician"));
  g_assert_true (shows (fixture, "Ferdie Quandt"));
  g_assert_true (shows (fixture, "Tilda Ostrow"));
  g_assert_true (shows (fixture, "1st of 3 ranked"));
  g_assert_true (shows (fixture, "Strong fit"));
  row = muster_find_widget (GTK_WIDGET (fixture->window->fit_panel), MUSTER_TYPE_CRITERION_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_nonnull (muster_find_widget (row, GTK_TYPE_LABEL, "pump overhauls"));
  g_assert_nonnull (muster_find_widget (row, GTK_TYPE_LABEL, "Must"));
  g_assert_nonnull (
      muster_find_widget (row, GTK_TYPE_LABEL, "“Pump overhauls, PLC fault finding”\302\240 p. 1"));
  g_assert_true (muster_window_fixture_enabled (fixture, "shortlist"));
  g_assert_true (muster_window_fixture_enabled (fixture, "decline"));
  g_assert_true (muster_window_fixture_enabled (fixture, "rank"));
}

static gboolean
is_shortlisted (Fixture *fixture)
{
  const MusterCandidateRecord *person
      = muster_hiring_desk_get_person (fixture->window->desk);

  return person != NULL && person->stage == MUSTER_STAGE_SHORTLIST;
}

static gboolean
is_new (Fixture *fixture)
{
  const MusterCandidateRecord *person
      = muster_hiring_desk_get_person (fixture->window->desk);

  return person != NULL && person->stage == MUSTER_STAGE_NEW;
}

static void
test_shortlist_and_undo (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "shortlist", NULL);
  muster_window_fixture_wait (fixture, is_shortlisted);
  g_assert_cmpstr (get_title (fixture), ==, "Odilia Marwitz");
  g_assert_false (muster_window_fixture_enabled (fixture, "shortlist"));
  g_assert_true (muster_window_fixture_enabled (fixture, "undo"));

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "undo", NULL);
  muster_window_fixture_wait (fixture, is_new);
  g_assert_true (muster_window_fixture_enabled (fixture, "shortlist"));
}

static gboolean
has_four (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && shows (fixture, "Runa Feldt");
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = muster_window_fixture_write (
      fixture, "runa %20 <b>.txt", "Runa Feldt\nruna.feldt@example.org\n\nSkills\nPump overhauls\n");
  g_autofree char *broken = muster_window_fixture_write (fixture, "broken.pdf", "%PDF-1.7 and no more");
  g_auto (GValue) value = G_VALUE_INIT;
  GSList  *files = NULL;
  gboolean is_taken = FALSE;

  files = g_slist_append (files, g_file_new_for_path (path));
  files = g_slist_append (files, g_file_new_for_path (broken));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (
      find_drop_target (GTK_WIDGET (fixture->window->drop_area)), "drop", &value, 0.0, 0.0, &is_taken);
  g_slist_free_full (files, g_object_unref);

  g_assert_true (is_taken);
  muster_window_fixture_wait (fixture, has_four);
  /* The file that failed is named, with its reason, and its activity has opened to show it. */
  g_assert_true (shows (fixture, "\342\201\250broken.pdf\342\201\251"));
  g_assert_true (shows (fixture, "1 done · 1 needs you"));
}

static gboolean
is_no_match (Fixture *fixture)
{
  return shows (fixture, "Nobody Matches");
}

static gboolean
is_one (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && shows (fixture, "Ferdie Quandt")
         && !shows (fixture, "Odilia Marwitz");
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "quandt");
  muster_window_fixture_wait (fixture, is_one);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzzz");
  muster_window_fixture_wait (fixture, is_no_match);
  g_signal_emit_by_name (muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Clear Filter"),
                         "clicked");
  muster_window_fixture_wait (fixture, muster_window_fixture_is_quiet);
  g_assert_true (shows (fixture, "Odilia Marwitz"));
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  GtkWidget *table = muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW, NULL);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (table));
}

static gboolean
has_two_chosen (Fixture *fixture)
{
  guint n_chosen;

  muster_hiring_desk_get_chosen (fixture->window->desk, &n_chosen);

  return muster_window_fixture_is_quiet (fixture) && n_chosen == 2;
}

static gboolean
is_second (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && g_strcmp0 (get_title (fixture), "Ferdie Quandt") == 0;
}

static gboolean
is_second_on_top (Fixture *fixture)
{
  return is_second (fixture) && gtk_selection_model_is_selected (get_selection (fixture), 0);
}

static gboolean
has_first_and_last (Fixture *fixture)
{
  return has_two_chosen (fixture) && gtk_selection_model_is_selected (get_selection (fixture), 0)
         && gtk_selection_model_is_selected (get_selection (fixture), 2);
}

/* The choice is of people: another order and a change of stage leave it with them. */
static void
test_choice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (table));
  g_autoptr (GtkColumnViewColumn) name = g_list_model_get_item (columns, 1);

  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  muster_window_fixture_wait (fixture, is_second);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (table), name, GTK_SORT_ASCENDING);
  muster_window_fixture_wait (fixture, is_second_on_top);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "shortlist", NULL);
  muster_window_fixture_wait (fixture, is_shortlisted);
  g_assert_cmpstr (get_title (fixture), ==, "Ferdie Quandt");

  gtk_selection_model_select_item (get_selection (fixture), 2, FALSE);
  muster_window_fixture_wait (fixture, has_two_chosen);
  g_assert_cmpstr (get_title (fixture), ==, "Ferdie Quandt");
  g_assert_true (gtk_selection_model_is_selected (get_selection (fixture), 0));
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (table), name, GTK_SORT_DESCENDING);
  muster_window_fixture_wait (fixture, has_first_and_last);
}

static guint
count_stage (Fixture *fixture, MusterStage stage)
{
  MusterCandidateQuery query = { .opening_id = 1, .stage = (int) stage };
  guint                count = G_MAXUINT;

  g_assert_true (muster_library_count_candidates (fixture->library, &query, &count, NULL));

  return count;
}

static gboolean
are_two_shortlisted (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && shows (fixture, "2 people moved to Shortlist")
         && count_stage (fixture, MUSTER_STAGE_SHORTLIST) == 2;
}

static gboolean
is_nobody_shortlisted (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && count_stage (fixture, MUSTER_STAGE_SHORTLIST) == 0;
}

/* One order for all who are chosen, one undo for all of it. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_item (get_selection (fixture), 2, FALSE);
  muster_window_fixture_wait (fixture, has_two_chosen);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "shortlist", NULL);
  muster_window_fixture_wait (fixture, are_two_shortlisted);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "undo", NULL);
  muster_window_fixture_wait (fixture, is_nobody_shortlisted);
  g_assert_cmpuint (count_stage (fixture, MUSTER_STAGE_NEW), ==, 3);
}

/* Another window opens as the last one was left. */
static void
test_remembers (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW, NULL);
  g_autoptr (GtkColumnViewColumn) stage
      = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (table)), 7);
  g_autoptr (GtkColumnViewColumn) second = NULL;
  GtkWidget          *window;
  MusterCandidateSort sort;
  gboolean            is_descending;

  gtk_column_view_insert_column (GTK_COLUMN_VIEW (table), 1, stage);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (table), stage, GTK_SORT_ASCENDING);
  muster_dock_move (fixture->window->dock, "fit", MUSTER_DOCK_START);
  muster_window_save_layout (fixture->window);

  window = muster_window_new (fixture->application);
  table = GTK_WIDGET (MUSTER_WINDOW (window)->candidates_panel->table);
  second = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (table)), 1);
  g_assert_cmpstr (gtk_column_view_column_get_title (second), ==, "Stage");
  g_assert_true (muster_candidate_columns_get_sort (GTK_COLUMN_VIEW (table), &sort, &is_descending));
  g_assert_cmpint (sort, ==, MUSTER_SORT_BY_STAGE);
  g_assert_false (is_descending);
  g_assert_cmpint (muster_dock_get_area (MUSTER_WINDOW (window)->dock, "fit"), ==, MUSTER_DOCK_START);
  g_action_group_activate_action (G_ACTION_GROUP (window), "reset-layout", NULL);
  g_assert_cmpint (muster_dock_get_area (MUSTER_WINDOW (window)->dock, "fit"), ==, MUSTER_DOCK_END);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error
      = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The file is <cut>. Put back a snapshot.");

  muster_window_show_failure (fixture->window, error);
  g_assert_true (shows (fixture, "Your Records Could Not Be Opened"));
  g_assert_false (muster_window_fixture_enabled (fixture, "import-files"));
  g_assert_false (muster_window_fixture_enabled (fixture, "add-opening"));
  g_assert_nonnull (muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Try Again"));
}

static void
test_commands (Fixture *fixture, gconstpointer data)
{
  guint                n_commands;
  const MusterCommand *commands = muster_commands_get (&n_commands);
  GtkWidget           *shortcuts;

  for (guint i = 0; i < n_commands; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) accelerators
          = gtk_application_get_accels_for_action (fixture->application, commands[i].action);

      g_action_parse_detailed_name (commands[i].action, &name, &target, &error);
      g_assert_no_error (error);
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), name + 4));
      else
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->application), name + 4));
      g_assert_cmpuint (g_strv_length (accelerators), >=, 1);
    }

  shortcuts = muster_commands_make_window (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (shortcuts));
  gtk_window_destroy (GTK_WINDOW (shortcuts));
}

static GtkWidget *
find_search (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (MUSTER_IS_SEARCH_WINDOW (link->data))
      return link->data;

  return NULL;
}

static gboolean
has_found (Fixture *fixture)
{
  GtkWidget *search = find_search (fixture);

  return !muster_search_window_is_busy (MUSTER_SEARCH_WINDOW (search))
         && muster_find_widget (search, GTK_TYPE_LABEL, "Tilda Ostrow") != NULL;
}

static void
note_opened_cb (MusterHiringDesk *desk, gint64 candidate_id, gint64 opening_id, gint64 document_id, guint page, guint *opened)
{
  *opened = page;
}

/* A word of a resume leads to the page it stands on. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  guint      opened = 0;
  GtkWidget *search;

  g_signal_connect (fixture->window->desk, "open-person", G_CALLBACK (note_opened_cb), &opened);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "search", NULL);
  search = find_search (fixture);
  g_assert_nonnull (search);
  gtk_editable_set_text (GTK_EDITABLE (muster_find_widget (search, GTK_TYPE_SEARCH_ENTRY, NULL)), "sourdough");
  muster_window_fixture_wait (fixture, has_found);
  g_signal_emit_by_name (muster_find_widget (search, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_cmpuint (opened, ==, 1);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  PanelDock *dock = PANEL_DOCK (fixture->window->dock);

  g_assert_false (panel_dock_get_reveal_start (dock) || panel_dock_get_reveal_end (dock)
                  || panel_dock_get_reveal_bottom (dock));

  g_action_group_change_action_state (
      G_ACTION_GROUP (fixture->window), "toggle-start", g_variant_new_boolean (TRUE));
  g_assert_true (panel_dock_get_reveal_start (dock));
  g_action_group_change_action_state (
      G_ACTION_GROUP (fixture->window), "toggle-end", g_variant_new_boolean (TRUE));
  g_assert_false (panel_dock_get_reveal_start (dock));
  g_assert_true (panel_dock_get_reveal_end (dock));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "hide-edges", NULL);
  g_assert_false (panel_dock_get_reveal_end (dock));
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    GType (*type) (void);
  } panels[] = { { "openings", muster_openings_panel_get_type },
                 { "candidates", muster_candidates_panel_get_type },
                 { "fit", muster_fit_panel_get_type } };

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      GtkWidget *focus;

      g_action_group_activate_action (
          G_ACTION_GROUP (fixture->window), "focus-panel", g_variant_new_string (panels[i].name));
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      g_assert_nonnull (gtk_widget_get_ancestor (focus, panels[i].type ()));
    }
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "filter", NULL);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, people, test)                                                                              \
  g_test_add (                                                                                               \
      "/window/" name, Fixture, people, muster_window_fixture_set_up, test, muster_window_fixture_tear_down)
  ADD ("first-run", &nobody, test_first_run);
  ADD ("ranked", &three, test_ranked);
  ADD ("shortlist-and-undo", &three, test_shortlist_and_undo);
  ADD ("drop", &three, test_drop);
  ADD ("filter", &three, test_filter);
  ADD ("choice", &three, test_choice);
  ADD ("several", &three, test_several);
  ADD ("remembers", &three, test_remembers);
  ADD ("failure", &nobody, test_failure);
  ADD ("commands", &nobody, test_commands);
  ADD ("search", &three, test_search);
  ADD ("narrow", &narrow, test_narrow);
  ADD ("keyboard", &three, test_keyboard);
#undef ADD

  return muster_window_fixture_run ();
}
