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
  adw_message_dialog_response (dialog, "keep");
  g_assert_true (find_editor (fixture) == editor);

  gtk_window_close (GTK_WINDOW (editor));
  adw_message_dialog_response (find_dialog (fixture), "discard");
  muster_window_fixture_wait (fixture, has_no_editor);
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
#undef ADD

  return muster_window_fixture_run ();
}
