/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader is told: no button without a name, tables and lists named, cells that read whole. */

#include "muster-window-fixture.h"

#include "muster-band-pips.h"
#include "muster-criterion-editor-row.h"
#include "muster-criterion-row.h"
#include "muster-import-result.h"
#include "muster-letter-window.h"
#include "muster-opening-editor.h"
#include "muster-preferences.h"
#include "muster-score-bar.h"

static const MusterWindowCase three = { 3, 1400 };

typedef MusterWindowFixture Fixture;

static gboolean
contains_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (contains_text (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  return contains_text (widget) || gtk_widget_get_tooltip_text (widget) != NULL
         || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Buttons that our own templates put there; those inside a named one (a menu button's toggle, an entry's
 * icons) are GTK's. */
static guint
count_nameless (GtkWidget *widget)
{
  guint n = 0;

  if ((GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)) && gtk_widget_get_mapped (widget))
    {
      if (is_named (widget))
        return 0;
      g_test_message ("a %s inside a %s has no name",
                      G_OBJECT_TYPE_NAME (widget),
                      G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_WINDOW_CONTROLS (child) && !ADW_IS_SPLIT_BUTTON (child) && !GTK_IS_SPIN_BUTTON (child))
      n += count_nameless (child);

  return n;
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_nameless (GTK_WIDGET (fixture->window)), ==, 0);
}

/* What is typed into or chosen from says what it is for. */
static guint
count_nameless_fields (GtkWidget *widget)
{
  guint n = 0;

  if ((GTK_IS_ENTRY (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_TEXT_VIEW (widget))
      && gtk_widget_get_mapped (widget))
    {
      if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
        return 0;
      g_test_message ("a %s has no name", G_OBJECT_TYPE_NAME (widget));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_nameless_fields (child);

  return n;
}

static guint
count_nameless_switches (GtkWidget *widget)
{
  guint n = GTK_IS_SWITCH (widget)
            && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_nameless_switches (child);

  return n;
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (link->data, type))
      return link->data;

  return NULL;
}

static MusterOpeningEditor *
find_editor (Fixture *fixture)
{
  return MUSTER_OPENING_EDITOR (find_window (MUSTER_TYPE_OPENING_EDITOR));
}

static gboolean
has_mapped_rows (Fixture *fixture)
{
  return muster_find_widget (GTK_WIDGET (find_editor (fixture)), MUSTER_TYPE_CRITERION_EDITOR_ROW, NULL) != NULL;
}

static void
test_opening_editor (Fixture *fixture, gconstpointer data)
{
  MusterOpeningEditor *editor;
  g_autoptr (MusterCriterionDraft) refused = muster_criterion_draft_new (NULL);
  GtkWidget *row, *points, *entry, *fix;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "edit-opening", NULL);
  editor = find_editor (fixture);
  muster_criterion_draft_set_value (refused, "under 35");
  muster_opening_draft_add (muster_opening_editor_get_draft (editor), refused);
  muster_window_fixture_wait (fixture, has_mapped_rows);

  g_assert_cmpuint (count_nameless (GTK_WIDGET (editor)), ==, 0);
  g_assert_cmpuint (count_nameless_fields (GTK_WIDGET (editor)), ==, 0);
  row = muster_find_widget (GTK_WIDGET (editor), MUSTER_TYPE_CRITERION_EDITOR_ROW, NULL);
  points = muster_find_widget (row, GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "pump overhauls");
  gtk_test_accessible_assert_property (points, GTK_ACCESSIBLE_PROPERTY_LABEL, "Points: pump overhauls");
  entry = muster_find_widget (gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row)), GTK_TYPE_ENTRY, NULL);
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  fix = muster_find_widget (GTK_WIDGET (editor), GTK_TYPE_BUTTON, "Fix and Rank");
  gtk_test_accessible_assert_property (fix, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "“under 35” cannot be a criterion");
  muster_opening_editor_finish (editor);
}

static gboolean
has_letter (Fixture *fixture)
{
  GtkWidget *letter = find_window (MUSTER_TYPE_LETTER_WINDOW);

  return letter != NULL && muster_find_widget (letter, GTK_TYPE_TEXT_VIEW, NULL) != NULL;
}

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *letter;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "copy-decline", NULL);
  muster_window_fixture_wait (fixture, has_letter);
  letter = find_window (MUSTER_TYPE_LETTER_WINDOW);
  g_assert_cmpuint (count_nameless (letter), ==, 0);
  g_assert_cmpuint (count_nameless_fields (letter), ==, 0);
  gtk_window_destroy (GTK_WINDOW (letter));
}

static gboolean
has_rows (Fixture *fixture)
{
  return muster_find_widget (find_window (MUSTER_TYPE_PREFERENCES), GTK_TYPE_LABEL, "Style") != NULL;
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "general", "privacy", "reading", "models" };
  GtkWidget *preferences = GTK_WIDGET (muster_preferences_new (GTK_WINDOW (fixture->window), fixture->library));

  gtk_window_present (GTK_WINDOW (preferences));
  muster_window_fixture_wait (fixture, has_rows);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), pages[i]);
      g_assert_cmpuint (count_nameless (preferences), ==, 0);
      g_assert_cmpuint (count_nameless_switches (preferences), ==, 0);
    }
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *openings
      = muster_find_widget (GTK_WIDGET (fixture->window->openings_panel), GTK_TYPE_LIST_VIEW, NULL);

  gtk_test_accessible_assert_property (table, GTK_ACCESSIBLE_PROPERTY_LABEL, "Candidates");
  gtk_test_accessible_assert_property (openings, GTK_ACCESSIBLE_PROPERTY_LABEL, "Openings");
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *number = muster_find_widget (table, GTK_TYPE_LABEL, "100");
  GtkWidget *bar = muster_find_widget (table, MUSTER_TYPE_SCORE_BAR, NULL);
  GtkWidget *pips = muster_find_widget (table, MUSTER_TYPE_BAND_PIPS, NULL);

  g_assert_nonnull (number);
  gtk_test_accessible_assert_property (
      number, GTK_ACCESSIBLE_PROPERTY_LABEL, "Fit 100 of 100, Strong, 1st of 3 ranked");
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_test_accessible_assert_role (pips, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
test_criteria (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row
      = muster_find_widget (GTK_WIDGET (fixture->window->fit_panel), MUSTER_TYPE_CRITERION_ROW, NULL);

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (row), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (
      row, GTK_ACCESSIBLE_PROPERTY_LABEL, "pump overhauls: met, 60 of 60 points");
}

static void
test_import_result (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterActivity) activity = muster_activity_new ("Import", 2, MUSTER_ACTIVITY_IMPORT, 0);
  g_autoptr (MusterOutcome) locked = muster_outcome_new ("/tmp/a.pdf", "encrypted", "Asks for a password.", 0, 0);
  g_autoptr (MusterOutcome) read = muster_outcome_new ("/tmp/b.pdf", "text", "Read and filed.", 1, 0);
  MusterImportResult *result;
  GtkWidget *button, *list;

  muster_activity_add_outcome (activity, read);
  muster_activity_add_outcome (activity, locked);
  muster_activity_set_state (activity, MUSTER_ACTIVITY_DONE);
  result = muster_import_result_new (GTK_WINDOW (fixture->window), activity, NULL, 1);
  gtk_window_present (GTK_WINDOW (result));
  while (muster_find_widget (GTK_WIDGET (result), GTK_TYPE_BUTTON, "Unlock…") == NULL)
    g_main_context_iteration (NULL, TRUE);

  button = muster_find_widget (GTK_WIDGET (result), GTK_TYPE_BUTTON, "Unlock…");
  list = muster_find_widget (GTK_WIDGET (result), GTK_TYPE_LIST_VIEW, NULL);
  gtk_test_accessible_assert_property (
      button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Unlock…: \342\201\250a.pdf\342\201\251");
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Files");
  g_assert_cmpuint (count_nameless (GTK_WIDGET (result)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (result));
}

static gboolean
shows_inbox (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture)
         && muster_find_widget (GTK_WIDGET (fixture->window->inbox_panel), GTK_TYPE_MENU_BUTTON, NULL) != NULL;
}

static void
test_inbox (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *list;

  muster_dock_present (fixture->window->dock, "inbox");
  muster_hiring_desk_set_opening_id (fixture->window->desk, 0);
  g_ptr_array_add (paths, muster_window_fixture_write (fixture, "runa.txt", "Runa Feldt\nrunaf@example.org\n"));
  muster_window_import (fixture->window, paths);
  muster_window_fixture_wait (fixture, shows_inbox);
  list = muster_find_widget (GTK_WIDGET (fixture->window->inbox_panel), GTK_TYPE_LIST_VIEW, NULL);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Inbox");
  g_assert_cmpuint (count_nameless (GTK_WIDGET (fixture->window->inbox_panel)), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                                      \
  g_test_add (                                                                                               \
      "/a11y/" name, Fixture, &three, muster_window_fixture_set_up, test, muster_window_fixture_tear_down)
  ADD ("buttons", test_buttons);
  ADD ("lists", test_lists);
  ADD ("cells", test_cells);
  ADD ("criteria", test_criteria);
  ADD ("import-result", test_import_result);
  ADD ("inbox", test_inbox);
  ADD ("opening-editor", test_opening_editor);
  ADD ("letter", test_letter);
  ADD ("preferences", test_preferences);
#undef ADD

  return muster_window_fixture_run ();
}
