/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opening editor: from a pasted text to a fixed opening that the window shows; what is refused, what is asked. */

#include "muster-window-fixture.h"

#include "muster-criterion-editor-row.h"
#include "muster-library-queries.h"
#include "muster-opening-editor.h"

static const MusterWindowCase three = { 3, 1400 };

typedef MusterWindowFixture Fixture;

static const char *advertisement
    = "Baker\nWe bake at night.\n\nYour profile\n- At least 2 years of experience in baking\n- Knowledge of sourdough\n";

/* (nullable): the editor that is open over the window */
static MusterOpeningEditor *
find_editor (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (MUSTER_IS_OPENING_EDITOR (link->data)
        && gtk_window_get_transient_for (link->data) == GTK_WINDOW (fixture->window))
      return link->data;

  return NULL;
}

static AdwMessageDialog *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && gtk_widget_get_visible (link->data))
      return link->data;

  return NULL;
}

/* As a click does: what is answered, and then the dialog is gone. */
static void
answer (AdwMessageDialog *dialog, const char *response)
{
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

static gboolean
has_no_editor (Fixture *fixture)
{
  return find_editor (fixture) == NULL;
}

static gboolean
is_idle (Fixture *fixture)
{
  return !muster_opening_editor_is_busy (find_editor (fixture));
}

static gboolean
has_criteria (Fixture *fixture)
{
  MusterOpeningDraft *draft = muster_opening_editor_get_draft (find_editor (fixture));

  return g_list_model_get_n_items (muster_opening_draft_get_criteria (draft)) > 0 && is_idle (fixture);
}

static MusterOpeningEditor *
open_editor (Fixture *fixture)
{
  MusterOpeningEditor *editor;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "new-opening", NULL);
  editor = find_editor (fixture);
  g_assert_nonnull (editor);

  return editor;
}

static void
click (gpointer window, const char *label)
{
  GtkWidget *button = muster_find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
can_fix (MusterOpeningEditor *editor)
{
  return gtk_widget_is_sensitive (muster_find_widget (GTK_WIDGET (editor), GTK_TYPE_BUTTON, "Fix and Rank"));
}

static gboolean
shows (gpointer window, const char *text)
{
  return muster_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, text) != NULL;
}

static void
paste (MusterOpeningEditor *editor, const char *text)
{
  GtkWidget *view = muster_find_widget (GTK_WIDGET (editor), GTK_TYPE_TEXT_VIEW, NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (view), text);
  gtk_widget_grab_focus (view);
  g_signal_emit_by_name (view, "paste-clipboard");
}

static void
add (MusterOpeningEditor *editor, const char *value, double points)
{
  g_autoptr (MusterCriterionDraft) criterion = muster_criterion_draft_new (NULL);

  muster_criterion_draft_set_value (criterion, value);
  muster_criterion_draft_set_points (criterion, points);
  muster_opening_draft_add (muster_opening_editor_get_draft (editor), criterion);
}

static void
test_paste_and_fix (Fixture *fixture, gconstpointer data)
{
  MusterOpeningEditor *editor = open_editor (fixture);
  MusterOpeningDraft  *draft = muster_opening_editor_get_draft (editor);
  gint64               opening_id;
  g_autoptr (MusterOpening) opening = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (can_fix (editor));
  g_assert_true (shows (editor, "The title is missing"));

  paste (editor, advertisement);
  muster_window_fixture_wait (fixture, has_criteria);
  g_assert_cmpstr (muster_opening_draft_get_title (draft), ==, "Baker");
  g_assert_cmpfloat (muster_opening_draft_sum_points (draft), ==, 100);
  g_assert_true (can_fix (editor));

  click (editor, "Fix and Rank");
  muster_window_fixture_wait (fixture, has_no_editor);
  muster_window_fixture_wait (fixture, muster_window_fixture_is_quiet);
  opening_id = muster_hiring_desk_get_opening_id (fixture->window->desk);
  g_assert_cmpint (opening_id, >, 1);
  opening = muster_library_load_opening (fixture->library, opening_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_opening_get_title (opening), ==, "Baker");
  g_assert_cmpuint (muster_opening_get_n_criteria (opening), >=, 2);
  g_assert_false (muster_opening_is_proposed (opening));
}

static void
test_refusal (Fixture *fixture, gconstpointer data)
{
  MusterOpeningEditor  *editor = open_editor (fixture);
  MusterOpeningDraft   *draft = muster_opening_editor_get_draft (editor);
  MusterCriterionDraft *criterion;

  muster_opening_draft_set_title (draft, "Fitter");
  add (editor, "under 35 years", 100);
  criterion = g_list_model_get_item (muster_opening_draft_get_criteria (draft), 0);
  g_object_unref (criterion);
  g_assert_false (can_fix (editor));
  g_assert_true (shows (editor, "“under 35 years” cannot be a criterion"));

  click (editor, "Ask for 3 Years of Experience");
  g_assert_cmpint (muster_criterion_draft_get_kind (criterion), ==, MUSTER_CRITERION_EXPERIENCE);
  g_assert_cmpstr (muster_criterion_draft_get_minimum (criterion), ==, "3");
  g_assert_cmpstr (muster_criterion_draft_get_value (criterion), ==, "");
  g_assert_true (can_fix (editor));

  muster_criterion_draft_set_value (criterion, "University of Zurich");
  g_assert_true (shows (editor, "“University of Zurich” may disadvantage people"));
  g_assert_true (can_fix (editor));
  muster_opening_editor_finish (editor);
}

static void
test_points (Fixture *fixture, gconstpointer data)
{
  MusterOpeningEditor *editor = open_editor (fixture);
  MusterOpeningDraft  *draft = muster_opening_editor_get_draft (editor);

  muster_opening_draft_set_title (draft, "Fitter");
  add (editor, "Java", 60);
  add (editor, "Welding", 32);
  g_assert_true (shows (editor, "92 of 100 points"));
  g_assert_true (shows (editor, "92 of 100 points are given"));
  g_assert_false (can_fix (editor));
  click (editor, "Spread Evenly");
  g_assert_true (shows (editor, "100 of 100 points"));
  g_assert_true (can_fix (editor));
  muster_opening_editor_finish (editor);
}

static void
test_discard (Fixture *fixture, gconstpointer data)
{
  MusterOpeningEditor *editor = open_editor (fixture);
  AdwMessageDialog    *dialog;

  gtk_window_close (GTK_WINDOW (editor));
  muster_window_fixture_wait (fixture, has_no_editor);

  editor = open_editor (fixture);
  muster_opening_draft_set_title (muster_opening_editor_get_draft (editor), "Fitter");
  gtk_window_close (GTK_WINDOW (editor));
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Discard This Opening?");
  answer (dialog, "keep");
  g_assert_true (find_editor (fixture) == editor);

  gtk_window_close (GTK_WINDOW (editor));
  answer (find_dialog (fixture), "discard");
  muster_window_fixture_wait (fixture, has_no_editor);
}

static gboolean
is_version_2 (Fixture *fixture)
{
  const MusterOpeningRecord *record = muster_hiring_desk_get_opening (fixture->window->desk);

  return find_editor (fixture) == NULL && muster_window_fixture_is_quiet (fixture) && record != NULL
         && record->version == 2 && record->n_ranked == 3;
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  MusterOpeningEditor *editor;
  MusterOpeningDraft  *draft;
  AdwMessageDialog    *dialog;
  g_autoptr (MusterOpening) opening = NULL;
  g_autoptr (GError) error = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "edit-opening", NULL);
  editor = find_editor (fixture);
  draft = muster_opening_editor_get_draft (editor);
  g_assert_cmpstr (muster_opening_draft_get_title (draft), ==, "Service Technician");
  g_assert_cmpuint (g_list_model_get_n_items (muster_opening_draft_get_criteria (draft)), ==, 2);
  g_assert_true (shows (editor, "Nothing is changed yet"));
  g_assert_false (can_fix (editor));
  g_assert_false (muster_opening_draft_is_changed (draft));

  muster_opening_draft_spread_evenly (draft);
  g_assert_true (can_fix (editor));
  click (editor, "Fix and Rank");
  dialog = find_dialog (fixture);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Change Fixed Criteria?");
  answer (dialog, "fix");
  muster_window_fixture_wait (fixture, is_version_2);
  g_assert_true (shows (fixture->window, "Opening fixed as version 2"));
  opening = muster_library_load_opening (fixture->library, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (muster_opening_get_criterion (opening, 0)->points, ==, 50);
  g_assert_cmpstr (muster_opening_get_criterion (opening, 0)->id, ==, "pumps");
}

static gboolean
is_closed (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture)
         && muster_hiring_desk_get_opening (fixture->window->desk)->closed_at != 0;
}

static gboolean
is_open (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture) && !is_closed (fixture);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "close-opening", NULL);
  answer (find_dialog (fixture), "filled");
  muster_window_fixture_wait (fixture, is_closed);
  g_assert_false (muster_window_fixture_enabled (fixture, "edit-opening"));
  g_assert_false (muster_window_fixture_enabled (fixture, "close-opening"));

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "reopen-opening", g_variant_new_int64 (1));
  muster_window_fixture_wait (fixture, is_open);
  g_assert_true (muster_window_fixture_enabled (fixture, "edit-opening"));
}

static const char *
get_value (MusterOpeningDraft *draft, guint index)
{
  g_autoptr (MusterCriterionDraft) criterion
      = g_list_model_get_item (muster_opening_draft_get_criteria (draft), index);

  return muster_criterion_draft_get_value (criterion);
}

static MusterCriterionEditorRow *
get_row (MusterOpeningEditor *editor, int index)
{
  GtkWidget *first = muster_find_widget (GTK_WIDGET (editor), MUSTER_TYPE_CRITERION_EDITOR_ROW, NULL);

  g_assert_nonnull (first);

  return MUSTER_CRITERION_EDITOR_ROW (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_parent (first)), index));
}

static gboolean
is_in_row (MusterOpeningEditor *editor, int index)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (editor));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_row (editor, index)));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  MusterOpeningEditor *editor = open_editor (fixture);
  MusterOpeningDraft  *draft = muster_opening_editor_get_draft (editor);
  GtkWidget           *entry;

  muster_opening_draft_set_title (draft, "Fitter");
  add (editor, "Java", 50);
  add (editor, "Welding", 50);
  muster_window_fixture_wait (fixture, is_idle);

  g_signal_emit_by_name (get_row (editor, 1), "move", -1);
  g_assert_cmpstr (get_value (draft, 0), ==, "Welding");
  g_assert_true (is_in_row (editor, 0));
  g_signal_emit_by_name (get_row (editor, 0), "move", -1);
  g_assert_cmpstr (get_value (draft, 0), ==, "Welding");

  entry = muster_find_widget (GTK_WIDGET (get_row (editor, 1)), GTK_TYPE_ENTRY, NULL);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (muster_opening_draft_get_criteria (draft)), ==, 3);
  g_assert_true (is_in_row (editor, 2));
  g_assert_false (can_fix (editor));
  g_assert_true (shows (editor, "A criterion has no name"));

  g_signal_emit_by_name (get_row (editor, 2), "remove");
  g_assert_true (is_in_row (editor, 1));
  g_assert_true (can_fix (editor));
  muster_opening_editor_finish (editor);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                                      \
  g_test_add ("/opening-editor/" name, Fixture, &three, muster_window_fixture_set_up, test,                  \
              muster_window_fixture_tear_down)
  ADD ("paste-and-fix", test_paste_and_fix);
  ADD ("refusal", test_refusal);
  ADD ("points", test_points);
  ADD ("discard", test_discard);
  ADD ("change", test_change);
  ADD ("close", test_close);
  ADD ("rows", test_rows);
#undef ADD

  return muster_window_fixture_run ();
}
