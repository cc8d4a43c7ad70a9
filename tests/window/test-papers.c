/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the window: paper, PDF, CSV, letters; and the preferences. A PDF is read back by Poppler. */

#include "muster-window-fixture.h"

#include "muster-letter-window.h"
#include "muster-letter.h"
#include "muster-library-blind.h"
#include "muster-library-queries.h"
#include "muster-preferences.h"
#include "muster-print-job.h"
#include "muster-reason-dialog.h"
#include "muster-report.h"
#include "muster-settings.h"

#include <glib/gstdio.h>
#include <poppler.h>

static const MusterWindowCase three = { 3, 1400 };

typedef MusterWindowFixture Fixture;

static const MusterSheetColumn columns[] = { { .5, FALSE }, { .5, TRUE } };

static MusterSheets *
make_list (guint n_people)
{
  MusterSheets *sheets = muster_sheets_new ("List");
  const char   *header[] = { "Name", "Fit" };

  muster_sheets_add (sheets, MUSTER_SHEET_TITLE, "Service Technician");
  muster_sheets_add_cells (sheets, MUSTER_SHEET_HEADER, columns, 2, header);
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i + 1);
      const char      *cells[] = { name, "good" };

      muster_sheets_add_cells (sheets, MUSTER_SHEET_ROW, columns, 2, cells);
    }

  return sheets;
}

/* The text of each page of the PDF. */
static GPtrArray *
draw (MusterSheets *sheets)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PopplerDocument *document;

  muster_sheets_write_pdf (sheets, stream, &muster_sheet_a4, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF"));
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      g_ptr_array_add (texts, poppler_page_get_text (page));
      g_object_unref (page);
    }
  g_object_unref (document);

  return texts;
}

static void
test_pages (gconstpointer data)
{
  static const struct
  {
    guint n_people;
    guint min_pages, max_pages; /* how many lines fit depends on the fonts */
  } cases[] = { { 0, 1, 1 }, { 3, 1, 1 }, { 120, 3, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterSheets) sheets = make_list (cases[i].n_people);
      g_autoptr (GPtrArray) pages = draw (sheets);
      g_autofree char *foot = g_strdup_printf ("Page %u of %u", pages->len, pages->len);
      const char      *last = g_ptr_array_index (pages, pages->len - 1);

      g_assert_cmpuint (pages->len, >=, cases[i].min_pages);
      g_assert_cmpuint (pages->len, <=, cases[i].max_pages);
      g_assert_nonnull (strstr (last, foot));
      g_assert_nonnull (strstr (last, "Name"));
    }
}

/* Every row is on exactly one page, whole, above the foot. */
static void
test_every_row (gconstpointer data)
{
  g_autoptr (MusterSheets) sheets = make_list (120);
  g_autoptr (GPtrArray) pages = draw (sheets);
  g_autoptr (GString) all = g_string_new ("\n");

  for (guint i = 0; i < pages->len; i++)
    g_string_append_printf (all, "%s\n", (const char *) g_ptr_array_index (pages, i));
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *words = g_strdup_printf ("\\bPerson %u\\D", i + 1);
      g_autoptr (GRegex) regex = g_regex_new (words, 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (g_regex_match (regex, all->str, 0, &match));
      g_assert_false (g_match_info_next (match, NULL));
    }
}

static gint64
choose_first (Fixture *fixture)
{
  return muster_hiring_desk_get_person (fixture->window->desk)->id;
}

static void
test_explanation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheets) sheets
      = muster_report_new_person (fixture->library, choose_first (fixture), 1, &error);
  g_autoptr (GPtrArray) pages = NULL;
  const char *text;

  g_assert_no_error (error);
  pages = draw (sheets);
  text = g_ptr_array_index (pages, 0);
  g_assert_nonnull (strstr (text, "Odilia Marwitz"));
  g_assert_nonnull (strstr (text, "Strong fit"));
  g_assert_nonnull (strstr (text, "60 of 60"));
  g_assert_nonnull (strstr (text, "p. 1"));
  g_assert_nonnull (strstr (text, "A score sorts, a person decides."));
}

static void
test_chosen_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { 3, 1, 999 };
  g_autoptr (MusterSheets) sheets = muster_report_new_people (fixture->library, 1, ids, 3, &error);
  g_autofree char *text = NULL;
  const char      *first, *second;

  g_assert_no_error (error);
  text = muster_sheets_dup_text (sheets);
  g_assert_nonnull (strstr (text, "2 chosen people"));
  first = strstr (text, "Odilia Marwitz");
  second = strstr (text, "Tilda Ostrow");
  g_assert_true (first != NULL && second != NULL && first < second);
  g_assert_null (strstr (text, "Ferdie Quandt"));
}

static void
test_shortlist (Fixture *fixture, gconstpointer data)
{
  MusterDecision decision = { choose_first (fixture), 1, MUSTER_STAGE_SHORTLIST, NULL, -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheets) sheets = NULL;
  g_autofree char *text = NULL;

  muster_library_decide (fixture->library, &decision, &error);
  g_assert_no_error (error);
  sheets = muster_report_new_people (fixture->library, 1, NULL, 0, &error);
  g_assert_no_error (error);
  text = muster_sheets_dup_text (sheets);
  g_assert_nonnull (strstr (text, "Shortlist: 1 person"));
  g_assert_nonnull (strstr (text, "Odilia Marwitz"));
  g_assert_null (strstr (text, "Tilda Ostrow"));
}

static void
test_blind (Fixture *fixture, gconstpointer data)
{
  static const char *const names[]
      = { "Odilia", "Marwitz", "odilia.marwitz", "Ferdie", "Quandt", "Tilda", "Ostrow" };
  const gint64 ids[] = { 1, 2, 3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheets) people = NULL;
  g_autoptr (MusterSheets) person = NULL;
  g_autofree char *list = NULL;
  g_autofree char *explanation = NULL;

  muster_library_set_follows_blind (fixture->library, TRUE);
  people = muster_report_new_people (fixture->library, 1, ids, 3, &error);
  g_assert_no_error (error);
  person = muster_report_new_person (fixture->library, 1, 1, &error);
  g_assert_no_error (error);
  list = muster_sheets_dup_text (people);
  explanation = muster_sheets_dup_text (person);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_null (strstr (list, names[i]));
      g_assert_null (strstr (explanation, names[i]));
    }
  g_assert_nonnull (strstr (list, "Candidate "));
  g_assert_nonnull (strstr (list, "Names are masked: blind mode is on."));
}

static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = muster_print_job_new (make_list (120));
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *content = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
}

/* The locale of the tests is one of A4. */
static void
test_usual_size (gconstpointer data)
{
  MusterSheetSize size = muster_print_job_get_usual_size ();

  g_assert_cmpfloat_with_epsilon (size.width, muster_sheet_a4.width, 0.5);
  g_assert_cmpfloat_with_epsilon (size.height, muster_sheet_a4.height, 0.5);
}

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (link->data, type))
      return link->data;

  return NULL;
}

static void
activate (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

static void
test_letter_texts (gconstpointer data)
{
  g_autofree char *named = muster_letter_dup_text (MUSTER_LETTER_INVITATION, "Odilia Marwitz", "Fitter");
  g_autofree char *masked = muster_letter_dup_text (MUSTER_LETTER_DECLINE, NULL, "Fitter");
  g_autofree char *nameless = muster_letter_dup_text (MUSTER_LETTER_DECLINE, "", "Fitter");

  g_assert_true (g_str_has_prefix (named, "Invitation to an interview: Fitter\n\nDear Odilia Marwitz,\n"));
  g_assert_nonnull (strstr (named, "[date]"));
  g_assert_true (g_str_has_prefix (masked, "Your application: Fitter\n\nDear applicant,\n"));
  g_assert_cmpstr (masked, ==, nameless);
}

static void
got_text_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static void
test_letter_window (Fixture *fixture, gconstpointer data)
{
  GtkWindow       *letter;
  GtkTextBuffer   *buffer;
  g_autofree char *text = NULL;

  g_assert_true (muster_window_fixture_enabled (fixture, "copy-invitation"));
  activate (fixture, "copy-invitation");
  letter = find_window (MUSTER_TYPE_LETTER_WINDOW);
  g_assert_nonnull (letter);
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (muster_find_widget (GTK_WIDGET (letter), GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (buffer, "Changed by hand", -1);
  g_signal_emit_by_name (muster_find_widget (GTK_WIDGET (letter), GTK_TYPE_BUTTON, "Copy"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (letter)), NULL, got_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "Changed by hand");
  gtk_window_destroy (letter);
}

static gboolean
is_masked (Fixture *fixture)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (fixture->window->desk);

  return person != NULL && person->is_masked;
}

static void
test_masked_letter (Fixture *fixture, gconstpointer data)
{
  GtkWindow       *letter;
  GtkTextIter      start, end;
  GtkTextBuffer   *buffer;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  muster_library_set_blind (fixture->library, FALSE, "to begin with", &error);
  g_assert_no_error (error);
  muster_library_set_follows_blind (fixture->library, TRUE);
  muster_library_set_blind (fixture->library, TRUE, NULL, &error);
  g_assert_no_error (error);
  muster_window_fixture_wait (fixture, is_masked);
  activate (fixture, "copy-decline");
  letter = find_window (MUSTER_TYPE_LETTER_WINDOW);
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (muster_find_widget (GTK_WIDGET (letter), GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_nonnull (strstr (text, "Dear applicant,"));
  g_assert_null (strstr (text, "Odilia"));
  gtk_window_destroy (letter);
}

static gboolean
has_table (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS)
         && muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Saved as out.csv") != NULL;
}

static gboolean
has_place (Fixture *fixture)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (fixture->window->chooser));

  return file != NULL;
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *content = NULL;
  GtkFileChooser  *chooser;

  activate (fixture, "export-csv");
  g_assert_nonnull (fixture->window->chooser);
  chooser = GTK_FILE_CHOOSER (fixture->window->chooser);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, "out.csv");
  muster_window_fixture_wait (fixture, has_place);
  gtk_native_dialog_hide (fixture->window->chooser);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
  muster_window_fixture_wait (fixture, has_table);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Odilia Marwitz"));
  g_assert_nonnull (strstr (content, "Tilda Ostrow"));
}

static void
test_empty_shortlist (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "save-pdf");
  g_assert_null (fixture->window->chooser);
  g_assert_nonnull (muster_find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                        "Nobody is on the shortlist. Shortlist somebody, or choose several people."));
}

static gboolean
has_style (Fixture *fixture)
{
  return muster_find_widget (GTK_WIDGET (find_window (MUSTER_TYPE_PREFERENCES)), ADW_TYPE_COMBO_ROW, NULL) != NULL;
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  MusterPreferences *preferences = muster_preferences_new (GTK_WINDOW (fixture->window), fixture->library);
  AdwStyleManager   *manager = adw_style_manager_get_default ();
  GtkWidget         *style;

  gtk_window_present (GTK_WINDOW (preferences));
  muster_window_fixture_wait (fixture, has_style);
  style = muster_find_widget (GTK_WIDGET (preferences), ADW_TYPE_COMBO_ROW, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (style), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (ADW_COMBO_ROW (style), 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static gboolean
asks_reason (Fixture *fixture)
{
  return find_window (MUSTER_TYPE_REASON_DIALOG) != NULL;
}

static gboolean
has_all_rows (Fixture *fixture)
{
  return muster_find_widget (GTK_WIDGET (find_window (MUSTER_TYPE_PREFERENCES)), GTK_TYPE_LABEL, "Blind Mode") != NULL;
}

/* The switch stays as it is until a reason was given. */
static void
test_blind_switch (Fixture *fixture, gconstpointer data)
{
  MusterPreferences *preferences = muster_preferences_new (GTK_WINDOW (fixture->window), fixture->library);
  GtkWidget         *blind;

  gtk_window_present (GTK_WINDOW (preferences));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "privacy");
  muster_window_fixture_wait (fixture, has_all_rows);
  blind = muster_find_widget (GTK_WIDGET (preferences), ADW_TYPE_ACTION_ROW, NULL);
  while (blind != NULL && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (blind)), "Blind Mode") != 0)
    blind = gtk_widget_get_next_sibling (blind);
  blind = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (blind));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (blind)));
  gtk_switch_set_active (GTK_SWITCH (blind), FALSE);
  muster_window_fixture_wait (fixture, asks_reason);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (blind)));
  g_assert_true (muster_library_is_blind (fixture->library));
  gtk_window_destroy (find_window (MUSTER_TYPE_REASON_DIALOG));
  gtk_window_destroy (GTK_WINDOW (preferences));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                                      \
  g_test_add (                                                                                               \
      "/papers/" name, Fixture, &three, muster_window_fixture_set_up, test, muster_window_fixture_tear_down)
  g_test_add_data_func ("/papers/pages", NULL, test_pages);
  g_test_add_data_func ("/papers/every-row", NULL, test_every_row);
  g_test_add_data_func ("/papers/letter-texts", NULL, test_letter_texts);
  g_test_add_data_func ("/papers/usual-size", NULL, test_usual_size);
  ADD ("explanation", test_explanation);
  ADD ("chosen-people", test_chosen_people);
  ADD ("shortlist", test_shortlist);
  ADD ("blind", test_blind);
  ADD ("print", test_print);
  ADD ("letter-window", test_letter_window);
  ADD ("masked-letter", test_masked_letter);
  ADD ("csv", test_csv);
  ADD ("empty-shortlist", test_empty_shortlist);
  ADD ("preferences", test_preferences);
  ADD ("blind-switch", test_blind_switch);
#undef ADD

  return muster_window_fixture_run ();
}
