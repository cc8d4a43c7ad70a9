/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a person and the profile beside it, in the window, on documents that the real reader read: what
 * is framed, what is pointed at on both sides, what a screen reader is told, what is masked, and correcting
 * in place. */

#include "muster-window-fixture.h"

#include "muster-library-blind.h"
#include "muster-library-corrections.h"
#include "muster-library-queries.h"
#include "muster-page-mark.h"
#include "muster-page-sheet.h"
#include "muster-person-page.h"
#include "muster-profile-editor.h"
#include "muster-profile-row.h"

#define OPENING_ID 1

typedef MusterWindowFixture Fixture;

static const MusterWindowCase three = { 3, 1400 };

static gint64
find_person (Fixture *fixture, const char *name)
{
  MusterCandidateQuery query = { .opening_id = OPENING_ID, .stage = -1 };
  g_autoptr (GPtrArray) people = muster_library_list_candidates (fixture->library, &query, 0, 10, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const MusterCandidateRecord *record = g_ptr_array_index (people, i);

      if (g_str_equal (record->name, name))
        return record->id;
    }

  return 0;
}

static gboolean
person_is_shown (Fixture *fixture)
{
  return muster_window_fixture_is_quiet (fixture)
         && muster_hiring_desk_get_person (fixture->window->desk) != NULL;
}

static MusterPersonPage *
open_person (Fixture *fixture, const char *name)
{
  gint64           candidate_id = find_person (fixture, name);
  g_autofree char *id = muster_person_page_dup_id (candidate_id, OPENING_ID);

  g_assert_cmpint (candidate_id, !=, 0);
  muster_hiring_desk_open_person (fixture->window->desk, candidate_id, OPENING_ID, 0, 0);
  muster_dock_present (fixture->window->dock, "profile");
  muster_window_fixture_wait (fixture, person_is_shown);

  return MUSTER_PERSON_PAGE (muster_dock_get_panel (fixture->window->dock, id));
}

static GtkWidget *
find_sheet (MusterPersonPage *page)
{
  return muster_find_widget (GTK_WIDGET (page), MUSTER_TYPE_PAGE_SHEET, NULL);
}

static GtkWidget *
find_mark (MusterPersonPage *page, const char *id)
{
  GtkWidget *mark = gtk_widget_get_first_child (find_sheet (page));

  while (mark != NULL && !g_str_equal (muster_page_mark_get_id (MUSTER_PAGE_MARK (mark)), id))
    mark = gtk_widget_get_next_sibling (mark);

  return mark;
}

static guint
count_marks (MusterPersonPage *page)
{
  guint n = 0;

  for (GtkWidget *mark = gtk_widget_get_first_child (find_sheet (page)); mark != NULL;
       mark = gtk_widget_get_next_sibling (mark))
    n++;

  return n;
}

static GtkWidget *
find_row (GtkWidget *root, const char *pointer)
{
  if (MUSTER_IS_PROFILE_ROW (root)
      && g_str_equal (muster_profile_row_get_fact (MUSTER_PROFILE_ROW (root))->pointer, pointer))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, pointer);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  MusterPersonPage *page = open_person (fixture, "Odilia Marwitz");
  GtkWidget        *mark = find_mark (page, "/skills/0/keywords/0");

  g_assert_cmpstr (panel_widget_get_title (PANEL_WIDGET (page)), ==, "Odilia Marwitz");
  g_assert_true (muster_page_sheet_has_image (MUSTER_PAGE_SHEET (find_sheet (page))));
  g_assert_nonnull (mark);
  g_assert_nonnull (find_mark (page, "criterion:pumps")); /* what earned points */
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, "Skills: Pump overhauls");

  /* Once more: the same panel. */
  g_assert_true (open_person (fixture, "Odilia Marwitz") == page);
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  MusterPersonPage *page = open_person (fixture, "Odilia Marwitz");
  guint             n_all = count_marks (page);

  gtk_widget_activate_action (GTK_WIDGET (find_sheet (page)), "page.evidence", "s", "skills");
  g_assert_cmpuint (count_marks (page), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (find_sheet (page)), "page.evidence", "s", "nothing");
  g_assert_cmpuint (count_marks (page), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (find_sheet (page)), "page.evidence", "s", "all");
  g_assert_cmpuint (count_marks (page), ==, n_all);
}

static void
test_pointing (Fixture *fixture, gconstpointer data)
{
  MusterPersonPage *page = open_person (fixture, "Odilia Marwitz");
  GtkWidget        *row = find_row (GTK_WIDGET (fixture->window->profile_panel), "/skills/0/keywords/1");
  GtkWidget        *sheet = find_sheet (page);
  g_autofree char  *pinned = NULL;

  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_object_get (sheet, "pinned", &pinned, NULL);
  g_assert_cmpstr (pinned, ==, "/skills/0/keywords/1");
  g_assert_true (gtk_widget_has_css_class (row, "linked-value"));

  g_object_set (sheet, "pinned", NULL, "pointed", "/skills/0/keywords/0", NULL);
  g_assert_false (gtk_widget_has_css_class (row, "linked-value"));
  row = find_row (GTK_WIDGET (fixture->window->profile_panel), "/skills/0/keywords/0");
  g_assert_true (gtk_widget_has_css_class (row, "linked-value"));
  g_assert_cmpstr (muster_hiring_desk_get_pointed (fixture->window->desk, NULL), ==, "/skills/0/keywords/0");
}

static gboolean
nobody_is_shown (Fixture *fixture)
{
  return muster_find_widget (GTK_WIDGET (fixture->window->profile_panel), GTK_TYPE_LABEL, "Nobody selected")
         != NULL;
}

static void
test_profile (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (fixture->window->profile_panel);
  GtkWidget *row;

  open_person (fixture, "Odilia Marwitz");
  row = find_row (panel, "/basics/email");
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "odilia.marwitz@example.org, E-mail");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Contact");
  g_assert_nonnull (muster_find_widget (panel, GTK_TYPE_LABEL, "2 found"));

  muster_hiring_desk_set_person (fixture->window->desk, NULL);
  muster_window_fixture_wait (fixture, nobody_is_shown);
  g_assert_null (find_row (panel, "/basics/email"));
}

static GtkWidget *
open_editor (Fixture *fixture, const char *pointer)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->window->profile_panel), pointer);

  g_signal_emit_by_name (row, "edit");

  return fixture->window->profile_panel != NULL ? muster_find_widget (row, MUSTER_TYPE_PROFILE_EDITOR, NULL)
                                                : NULL;
}

/* The ranking may change with it, so the row is not asked. */
static gboolean
is_corrected (Fixture *fixture)
{
  g_autoptr (GPtrArray) corrections
      = muster_library_list_corrections (fixture->library, find_person (fixture, "Odilia Marwitz"), NULL);

  return muster_window_fixture_is_quiet (fixture) && corrections->len == 1;
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) corrections = NULL;
  GtkWidget *editor, *entry;

  open_person (fixture, "Odilia Marwitz");
  editor = open_editor (fixture, "/basics/email");
  g_assert_nonnull (editor);
  entry = muster_find_widget (editor, GTK_TYPE_ENTRY, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "E-mail");
  gtk_editable_set_text (GTK_EDITABLE (entry), "odilia@example.org");
  g_signal_emit_by_name (entry, "activate");
  muster_window_fixture_wait (fixture, is_corrected);

  corrections
      = muster_library_list_corrections (fixture->library, find_person (fixture, "Odilia Marwitz"), NULL);
  g_assert_cmpuint (corrections->len, ==, 1);
  g_assert_cmpstr (
      ((MusterCorrection *) g_ptr_array_index (corrections, 0))->before, ==, "odilia.marwitz@example.org");
}

static void
set_up_blind (Fixture *fixture, gconstpointer data)
{
  muster_window_fixture_set_up (fixture, data);
  muster_library_set_follows_blind (fixture->library, TRUE);
  g_signal_emit_by_name (fixture->library, "changed", MUSTER_CHANGED_BLIND);
}

static void
test_blind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterCandidateRecord) first
      = muster_library_get_applicant (fixture->library, 1, OPENING_ID, NULL);
  MusterPersonPage *page = open_person (fixture, first->name);
  GtkWidget        *mask = find_mark (page, "mask");

  g_assert_nonnull (mask);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (mask), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mask), GTK_ACCESSIBLE_PROPERTY_LABEL, "Name masked");
  g_assert_null (find_mark (page, "/basics/name"));
  g_assert_null (find_row (GTK_WIDGET (fixture->window->profile_panel), "/basics/email"));
  g_assert_nonnull (
      muster_find_widget (GTK_WIDGET (fixture->window->profile_panel), GTK_TYPE_BUTTON, "Reveal…"));
  g_assert_true (g_str_has_prefix (panel_widget_get_title (PANEL_WIDGET (page)), "Candidate "));
  muster_window_fixture_wait (fixture, muster_window_fixture_is_quiet);
}

/* Nobody's page outlives the library that it came from. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (panel_widget_get_id (PANEL_WIDGET (open_person (fixture, "Ferdie Quandt"))));

  muster_window_set_library (fixture->window, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (muster_dock_get_panel (fixture->window->dock, id));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                                      \
  g_test_add (                                                                                               \
      "/person/" name, Fixture, &three, muster_window_fixture_set_up, test, muster_window_fixture_tear_down)
  ADD ("open", test_open);
  ADD ("evidence", test_evidence);
  ADD ("pointing", test_pointing);
  ADD ("profile", test_profile);
  ADD ("correct", test_correct);
  ADD ("close", test_close);
#undef ADD
  g_test_add ("/person/blind", Fixture, &three, set_up_blind, test_blind, muster_window_fixture_tear_down);

  return muster_window_fixture_run ();
}
