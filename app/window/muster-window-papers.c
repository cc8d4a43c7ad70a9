/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the window on paper or as a file: people as a list, the explanation of one, the table for a spreadsheet,
 * letters to copy. All of it as the library shows it, so that blind mode holds there too. Reading and writing is done
 * by workers. */

#include "muster-window-private.h"

#include "muster-letter-window.h"
#include "muster-letter.h"
#include "muster-library-export.h"
#include "muster-library-queries.h"
#include "muster-print-job.h"
#include "muster-report.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PAPER_PEOPLE,
  PAPER_PERSON,
  PAPER_TABLE, /* CSV */
} PaperKind;

typedef struct
{
  PaperKind            kind;
  MusterLibrary       *library;
  gint64               opening_id;
  gint64               candidate_id; /* PAPER_PERSON */
  GArray              *ids;          /* PAPER_PEOPLE: gint64, empty: the shortlist */
  MusterCandidateQuery query;        /* PAPER_TABLE */
  char                *filter;
  MusterSheetSize      size;
  char                *file_name;    /* proposed */
  GFile               *file;         /* (nullable): to the printer */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_object_unref (paper->library);
  g_array_unref (paper->ids);
  g_free (paper->filter);
  g_free (paper->file_name);
  g_clear_object (&paper->file);
  g_free (paper);
}

static char *
dup_file_name (const char *title, const char *ending)
{
  char *name = g_strconcat (title, ending, NULL);

  return g_strdelimit (name, "/\\:\n", '-');
}

static void
remember_people (MusterWindow *self, Paper *paper)
{
  const MusterOpeningRecord *opening = muster_hiring_desk_get_opening (self->desk);
  guint                      n_chosen;
  const gint64              *chosen = muster_hiring_desk_get_chosen (self->desk, &n_chosen);

  paper->file_name = dup_file_name (opening->title, ".pdf");
  if (n_chosen > 1)
    g_array_append_vals (paper->ids, chosen, n_chosen);
}

static void
remember_person (MusterWindow *self, Paper *paper)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);

  paper->candidate_id = person->id;
  paper->opening_id = person->opening_id;
  paper->file_name = dup_file_name (*person->name != '\0' ? person->name : _ ("Explanation"), ".pdf");
}

static void
remember_table (MusterWindow *self, Paper *paper)
{
  const MusterOpeningRecord *opening = muster_hiring_desk_get_opening (self->desk);

  muster_candidates_panel_get_query (self->candidates_panel, &paper->query);
  paper->filter = g_strdup (paper->query.filter);
  paper->query.filter = paper->filter;
  paper->file_name = dup_file_name (opening->id != 0 ? opening->title : _ ("Candidates"), ".csv");
}

/* What is asked for now, whoever is chosen while it is being made. */
static Paper *
paper_new (MusterWindow *self, PaperKind kind)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->kind = kind;
  paper->library = g_object_ref (self->library);
  paper->opening_id = muster_hiring_desk_get_opening_id (self->desk);
  paper->size = muster_print_job_get_usual_size ();
  paper->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (kind == PAPER_PEOPLE)
    remember_people (self, paper);
  else if (kind == PAPER_PERSON)
    remember_person (self, paper);
  else
    remember_table (self, paper);

  return paper;
}

static MusterSheets *
load_sheets (const Paper *paper, GError **error)
{
  if (paper->kind == PAPER_PERSON)
    return muster_report_new_person (paper->library, paper->candidate_id, paper->opening_id, error);

  return muster_report_new_people (
      paper->library, paper->opening_id, (const gint64 *) (gpointer) paper->ids->data, paper->ids->len, error);
}

static GBytes *
make_pdf (const Paper *paper, GError **error)
{
  g_autoptr (MusterSheets) sheets = load_sheets (paper, error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (sheets == NULL || !muster_sheets_write_pdf (sheets, stream, &paper->size, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
make_table (const Paper *paper, GError **error)
{
  char *text = muster_library_dup_candidates_csv (paper->library, &paper->query, error);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

/* Whole or not at all: what was there before stays when this fails. */
static void
write_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Paper *paper = data;
  GError      *error = NULL;
  g_autoptr (GBytes) bytes = paper->kind == PAPER_TABLE ? make_table (paper, &error) : make_pdf (paper, &error);
  gconstpointer content;
  gsize         n_bytes;

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  content = g_bytes_get_data (bytes, &n_bytes);
  if (g_file_replace_contents (
          paper->file, content, n_bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterWindow *self = MUSTER_WINDOW (object);
  const Paper  *paper = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (paper->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      muster_window_say_error (self, error);
      return;
    }

  /* Translators: %s is a file. */
  text = g_strdup_printf (_ ("Saved as %s"), shown);
  muster_window_say (self, text);
}

static void
write_to (MusterWindow *self, Paper *paper)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  g_task_set_source_tag (task, write_to);
  g_task_set_task_data (task, paper, paper_free);
  g_task_run_in_thread (task, write_in_worker);
}

static void
place_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  MusterWindow *self = user_data;
  Paper        *paper = g_object_steal_data (G_OBJECT (dialog), "muster-paper");

  if (response == GTK_RESPONSE_ACCEPT)
    paper->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (paper->file != NULL)
    write_to (self, paper);
  else
    paper_free (paper);
  g_clear_object (&self->chooser);
}

static void
ask_place (MusterWindow *self, const char *title, PaperKind kind)
{
  Paper *paper = paper_new (self, kind);

  muster_window_prepare_chooser (
      self, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), G_CALLBACK (place_chosen_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), paper->file_name);
  g_object_set_data_full (G_OBJECT (self->chooser), "muster-paper", paper, paper_free);
  gtk_native_dialog_show (self->chooser);
}

static void
load_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError       *error = NULL;
  MusterSheets *sheets = load_sheets (data, &error);

  if (sheets != NULL)
    g_task_return_pointer (task, sheets, (GDestroyNotify) muster_sheets_free);
  else
    g_task_return_error (task, error);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && error != NULL)
    muster_window_say_error (user_data, error);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterWindow *self = MUSTER_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  MusterSheets *sheets = g_task_propagate_pointer (G_TASK (result), &error);

  if (sheets == NULL)
    {
      muster_window_say_error (self, error);
      return;
    }

  operation = muster_print_job_new (sheets);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    muster_window_say_error (self, error);
}

static void
print (MusterWindow *self, PaperKind kind)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, loaded_cb, NULL);

  g_task_set_source_tag (task, print);
  g_task_set_task_data (task, paper_new (self, kind), paper_free);
  g_task_run_in_thread (task, load_in_worker);
}

/* An empty list is said before anything is asked. */
static gboolean
has_people (MusterWindow *self)
{
  MusterCandidateQuery query
      = { .opening_id = muster_hiring_desk_get_opening_id (self->desk), .stage = MUSTER_STAGE_SHORTLIST };
  g_autoptr (GError) error = NULL;
  guint n_people = 0;
  guint n_chosen;

  muster_hiring_desk_get_chosen (self->desk, &n_chosen);
  if (n_chosen > 1)
    return TRUE;
  if (!muster_library_count_candidates (self->library, &query, &n_people, &error))
    muster_window_say_error (self, error);
  else if (n_people == 0)
    muster_window_say (self, _ ("Nobody is on the shortlist. Shortlist somebody, or choose several people."));

  return n_people > 0;
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (has_people (user_data))
    print (user_data, PAPER_PEOPLE);
}

static void
print_person_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  print (user_data, PAPER_PERSON);
}

static void
save_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (has_people (user_data))
    ask_place (user_data, _ ("Save as PDF"), PAPER_PEOPLE);
}

static void
save_person_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_place (user_data, _ ("Save as PDF"), PAPER_PERSON);
}

static void
export_csv_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_place (user_data, _ ("Export as CSV"), PAPER_TABLE);
}

static void
show_letter (MusterWindow *self, MusterLetterKind kind, const char *title)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  const MusterOpeningRecord   *opening = muster_hiring_desk_get_opening (self->desk);
  g_autofree char             *text
      = muster_letter_dup_text (kind, person->is_masked ? NULL : person->name, opening->title);

  gtk_window_present (GTK_WINDOW (muster_letter_window_new (GTK_WINDOW (self), title, text)));
}

static void
copy_invitation_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_letter (user_data, MUSTER_LETTER_INVITATION, _ ("Invitation"));
}

static void
copy_decline_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_letter (user_data, MUSTER_LETTER_DECLINE, _ ("Decline Letter"));
}

/** muster_window_update_paper_actions: after another opening or person was chosen. */
void
muster_window_update_paper_actions (MusterWindow *self)
{
  const MusterOpeningRecord   *opening = muster_hiring_desk_get_opening (self->desk);
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  gboolean                     has_opening = self->library != NULL && opening != NULL && opening->id != 0;
  gboolean                     has_applicant = has_opening && person != NULL && person->opening_id == opening->id;

  muster_window_set_enabled (self, "export-csv", self->library != NULL && opening != NULL);
  muster_window_set_enabled (self, "print", has_opening);
  muster_window_set_enabled (self, "save-pdf", has_opening);
  muster_window_set_enabled (self, "print-person", has_applicant);
  muster_window_set_enabled (self, "save-person-pdf", has_applicant);
  muster_window_set_enabled (self, "copy-invitation", has_applicant);
  muster_window_set_enabled (self, "copy-decline", has_applicant);
}

/** muster_window_install_papers: once, after the template. */
void
muster_window_install_papers (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-csv", .activate = export_csv_cb },
    { .name = "print", .activate = print_cb },
    { .name = "save-pdf", .activate = save_pdf_cb },
    { .name = "print-person", .activate = print_person_cb },
    { .name = "save-person-pdf", .activate = save_person_pdf_cb },
    { .name = "copy-invitation", .activate = copy_invitation_cb },
    { .name = "copy-decline", .activate = copy_decline_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
