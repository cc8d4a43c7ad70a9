/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done about work and its files once a person asks for it: cancel, unlock, try again, take an import back, open
 * the person; and the window that shows what became of an import. Everything goes through the library, whose activity
 * says what came of it; a toast repeats it. */

#include "muster-window-private.h"

#include "muster-file-name.h"
#include "muster-import-result.h"
#include "muster-library-imports.h"
#include "muster-remedy.h"
#include "muster-unlock-dialog.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMES 8

/* What an answer of the library is about. */
typedef struct
{
  MusterWindow   *window;
  MusterLibrary  *library;
  MusterActivity *activity;
  MusterOutcome  *outcome; /* (nullable) */
} Errand;

static Errand *
errand_new (MusterWindow *window, MusterActivity *activity, MusterOutcome *outcome)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->window = g_object_ref (window);
  errand->library = g_object_ref (window->library);
  errand->activity = g_object_ref (activity);
  g_set_object (&errand->outcome, outcome);

  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->window);
  g_object_unref (errand->library);
  g_object_unref (errand->activity);
  g_clear_object (&errand->outcome);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* Whether somebody still looks at what it was about. */
static gboolean
is_wanted (const Errand *errand)
{
  return errand->window->library == errand->library;
}

static MusterImportResult *
find_result (MusterWindow *self, MusterActivity *activity)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (MUSTER_IS_IMPORT_RESULT (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self)
          && muster_import_result_get_activity (MUSTER_IMPORT_RESULT (window)) == activity)
        return MUSTER_IMPORT_RESULT (window);
    }

  return NULL;
}

/* The window that a question about @activity stands over. */
static GtkWindow *
get_parent (MusterWindow *self, MusterActivity *activity)
{
  MusterImportResult *result = find_result (self, activity);

  return result != NULL ? GTK_WINDOW (result) : GTK_WINDOW (self);
}

static void
ask_password (MusterWindow *self, MusterActivity *activity, MusterOutcome *outcome, gboolean was_wrong);

static void
unlocked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOutcome) outcome = muster_library_unlock_finish (MUSTER_LIBRARY (object), result, &error);

  if (!is_wanted (errand))
    return;
  if (error != NULL)
    muster_window_say_error (errand->window, error);
  else if (outcome != NULL && g_strcmp0 (muster_outcome_get_code (outcome), "encrypted") == 0)
    ask_password (errand->window, errand->activity, outcome, TRUE);
  else if (outcome != NULL)
    muster_window_say (errand->window, muster_outcome_get_message (outcome));
}

static void
password_given_cb (MusterUnlockDialog *dialog, const char *password, Errand *errand)
{
  if (is_wanted (errand))
    muster_library_unlock_async (errand->library,
                                 errand->activity,
                                 errand->outcome,
                                 password,
                                 unlocked_cb,
                                 errand_new (errand->window, errand->activity, errand->outcome));
}

static void
errand_closure_free (gpointer data, GClosure *closure)
{
  errand_free (data);
}

static void
ask_password (MusterWindow *self, MusterActivity *activity, MusterOutcome *outcome, gboolean was_wrong)
{
  MusterUnlockDialog *dialog
      = muster_unlock_dialog_new (get_parent (self, activity), muster_outcome_get_file (outcome), was_wrong);

  g_signal_connect_data (dialog,
                         "password-given",
                         G_CALLBACK (password_given_cb),
                         errand_new (self, activity, outcome),
                         errand_closure_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
retried_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!muster_library_retry_finish (MUSTER_LIBRARY (object), result, &error) && is_wanted (errand))
    muster_window_say_error (errand->window, error);
}

static void
try_again (MusterWindow *self, MusterActivity *activity, MusterOutcome *outcome)
{
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  g_ptr_array_add (outcomes, outcome);
  muster_library_retry_async (
      self->library, activity, outcomes, retried_cb, errand_new (self, activity, outcome));
}

static const char *
get_reason (MusterKeptReason reason)
{
  switch (reason)
    {
    case MUSTER_KEPT_DECIDED:
      return _ ("somebody decided on them");
    case MUSTER_KEPT_CORRECTED:
      return _ ("somebody corrected what was read");
    case MUSTER_KEPT_MERGED:
    default:
      return _ ("they were merged with somebody else");
    }
}

static char *
dup_kept_text (GPtrArray *kept)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (kept->len, MAX_NAMES); i++)
    {
      const MusterKeptPerson *person = g_ptr_array_index (kept, i);
      g_autofree char *name = muster_file_name_dup_text (
          *person->name != '\0' ? person->name : _ ("A person without a name"), 60);

      /* Translators: a person, and why they stay. */
      g_string_append_printf (text, _ ("%s: %s"), name, get_reason (person->reason));
      g_string_append_c (text, '\n');
    }
  if (kept->len > MAX_NAMES)
    g_string_append_printf (
        text, ngettext ("and %u more", "and %u more", kept->len - MAX_NAMES), kept->len - MAX_NAMES);

  return g_strchomp (g_string_free (text, FALSE));
}

static void
show_kept (MusterWindow *self, GPtrArray *kept)
{
  g_autofree char *heading
      = g_strdup_printf (ngettext ("%u Person Stayed", "%u People Stayed", kept->len), kept->len);
  g_autofree char *body = dup_kept_text (kept);
  GtkWidget       *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
say_undone (MusterWindow *self, const MusterUndoneBatch *undone)
{
  g_autofree char *people
      = g_strdup_printf (ngettext ("%u person", "%u people", undone->n_people), undone->n_people);
  g_autofree char *documents = g_strdup_printf (
      ngettext ("%u document", "%u documents", undone->n_documents), undone->n_documents);
  /* Translators: "3 people", "4 documents". */
  g_autofree char *text = g_strdup_printf (_ ("Import taken back: %s and %s are gone"), people, documents);

  muster_window_say (self, text);
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_auto (MusterUndoneBatch) undone = { 0 };
  g_autoptr (GError) error = NULL;
  MusterImportResult *window;

  if (!muster_library_undo_import_finish (MUSTER_LIBRARY (object), result, &undone, &error))
    {
      if (is_wanted (errand))
        muster_window_say_error (errand->window, error);
      return;
    }
  if (!is_wanted (errand))
    return;

  window = find_result (errand->window, errand->activity);
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  say_undone (errand->window, &undone);
  if (undone.kept != NULL && undone.kept->len > 0)
    show_kept (errand->window, undone.kept);
}

static void
open_person (MusterWindow *self, MusterActivity *activity, MusterOutcome *outcome)
{
  MusterImportResult *window = find_result (self, activity);
  g_autoptr (MusterCandidateRow) row = NULL;

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  row = muster_candidate_row_follow (self->library,
                                     muster_outcome_get_candidate_id (outcome),
                                     muster_activity_get_opening_id (activity));
  muster_hiring_desk_set_opening_id (self->desk, muster_activity_get_opening_id (activity));
  muster_hiring_desk_set_person (self->desk, row);
  muster_hiring_desk_open_person (self->desk,
                                  muster_outcome_get_candidate_id (outcome),
                                  muster_activity_get_opening_id (activity),
                                  0,
                                  0);
}

static void
remedy_wanted_cb (MusterWindow *self, MusterActivity *activity, MusterOutcome *outcome, int remedy)
{
  if (self->library == NULL)
    return;

  switch ((MusterRemedy) remedy)
    {
    case MUSTER_REMEDY_CANCEL:
      muster_activity_cancel (activity);
      break;
    case MUSTER_REMEDY_UNLOCK:
      ask_password (self, activity, outcome, FALSE);
      break;
    case MUSTER_REMEDY_TRY_AGAIN:
      try_again (self, activity, outcome);
      break;
    case MUSTER_REMEDY_UNDO_IMPORT:
      muster_library_undo_import_async (
          self->library, activity, undone_cb, errand_new (self, activity, NULL));
      break;
    case MUSTER_REMEDY_OPEN:
      open_person (self, activity, outcome);
      break;
    case MUSTER_REMEDY_NONE:
    default:
      break;
    }
}

/** muster_window_show_result: @activity: an import that has ended, and how long it took. */
void
muster_window_show_result (MusterWindow *self, MusterActivity *activity, double seconds)
{
  const MusterOpeningRecord *opening = muster_opening_list_get_record (
      muster_hiring_desk_get_openings (self->desk), muster_activity_get_opening_id (activity));
  MusterImportResult *result = find_result (self, activity);

  if (result == NULL)
    {
      result = muster_import_result_new (
          GTK_WINDOW (self), activity, opening != NULL && opening->id != 0 ? opening->title : NULL, seconds);
      g_signal_connect_object (
          result, "remedy-wanted", G_CALLBACK (remedy_wanted_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (result));
}

/** muster_window_install_remedies: once, after the panels are there. */
void
muster_window_install_remedies (MusterWindow *self)
{
  g_signal_connect_object (
      self->activity_panel, "remedy-wanted", G_CALLBACK (remedy_wanted_cb), self, G_CONNECT_SWAPPED);
}
