/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decides about those who are chosen: a stage, a decline with its reason; and taking it back, with the
 * stages and reasons from before. Every order goes to the library in a worker; the table follows the library's news, not
 * this file. */

#include "muster-window-private.h"

#include "muster-decline-dialog.h"
#include "muster-library-decisions.h"
#include "muster-library-queries.h"
#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>

#define TOAST_SECONDS 5
#define MAX_UNDO 50

/* About whom: people of one opening, and how they are called if it is one. */
typedef struct
{
  gint64  opening_id;
  GArray *candidate_ids; /* gint64 */
  char   *name;
} About;

typedef struct
{
  MusterLibrary *library;
  About          about;
  MusterStage    stage;
  char          *reason; /* (nullable) */
  int            saw_score;
  GPtrArray     *past;   /* (nullable): what is taken back; else filled by the worker */
  gboolean       is_undo;
} Order;

static void
about_clear (About *about)
{
  g_clear_pointer (&about->candidate_ids, g_array_unref);
  g_clear_pointer (&about->name, g_free);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->library);
  about_clear (&order->about);
  g_free (order->reason);
  g_clear_pointer (&order->past, g_ptr_array_unref);
  g_free (order);
}

/* Those who are chosen in the table, else the person who is looked at. */
static gboolean
find_chosen (MusterWindow *self, About *about)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  guint                        n_chosen;
  const gint64                *chosen = muster_hiring_desk_get_chosen (self->desk, &n_chosen);

  if (person == NULL || person->opening_id == 0)
    return FALSE;

  about->opening_id = person->opening_id;
  about->candidate_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  about->name = g_strdup (*person->name != '\0' ? person->name : _ ("This person"));
  if (n_chosen > 1)
    g_array_append_vals (about->candidate_ids, chosen, n_chosen);
  else
    g_array_append_val (about->candidate_ids, person->id);

  return TRUE;
}

static void
carry_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order               *order = data;
  g_autoptr (GArray)   decisions = g_array_new (FALSE, TRUE, sizeof (MusterDecision));
  GError              *error = NULL;

  if (order->is_undo)
    {
      if (muster_library_take_back (order->library, order->past, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < order->about.candidate_ids->len; i++)
    {
      MusterDecision decision = { g_array_index (order->about.candidate_ids, gint64, i), order->about.opening_id,
                                  order->stage, order->reason, order->saw_score };

      g_array_append_val (decisions, decision);
    }
  order->past = muster_library_decide_many (order->library, (const MusterDecision *) (gconstpointer) decisions->data,
                                            decisions->len, &error);
  if (order->past != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
dup_done_text (const Order *order)
{
  guint n = order->is_undo ? order->past->len : order->about.candidate_ids->len;

  if (order->is_undo)
    return g_strdup_printf (ngettext ("%u person is back where they were", "%u people are back where they were", n), n);
  if (order->stage == MUSTER_STAGE_DECLINED)
    return n == 1 ? g_strdup_printf (_ ("%s declined"), order->about.name)
                  : g_strdup_printf (ngettext ("%u person declined", "%u people declined", n), n);
  if (n == 1)
    return g_strdup_printf (_ ("%s moved to %s"), order->about.name, muster_stage_text (order->stage));

  return g_strdup_printf (ngettext ("%u person moved to %s", "%u people moved to %s", n), n,
                          muster_stage_text (order->stage));
}

static void
keep_for_undo (MusterWindow *self, Order *order)
{
  if (self->undo->len == MAX_UNDO)
    g_ptr_array_remove_index (self->undo, 0);
  g_ptr_array_add (self->undo, g_steal_pointer (&order->past));
}

static void
carried_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterWindow *self = MUSTER_WINDOW (object);
  Order        *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  AdwToast        *toast;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->library == order->library)
        muster_window_say_error (self, error);
      return;
    }
  if (self->library != order->library)
    return;

  text = dup_done_text (order);
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (!order->is_undo)
    {
      keep_for_undo (self, order);
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
  muster_hiring_desk_let_news_in (self->desk);
  muster_window_update_actions (self);
}

/* @order: (transfer full) */
static void
give_order (MusterWindow *self, Order *order)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, carried_out_cb, NULL);

  order->library = g_object_ref (self->library);
  g_task_set_source_tag (task, give_order);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, carry_out);
}

/* @about: (transfer full) */
static void
move_to (MusterWindow *self, About *about, MusterStage stage, const char *reason, int saw_score)
{
  Order *order;

  if (self->library == NULL)
    {
      about_clear (about);
      return;
    }

  order = g_new0 (Order, 1);
  order->about = *about;
  order->stage = stage;
  order->reason = g_strdup (reason);
  order->saw_score = saw_score;
  give_order (self, order);
}

static void
move_chosen_to (MusterWindow *self, MusterStage stage)
{
  About about = { 0 };

  if (find_chosen (self, &about))
    move_to (self, &about, stage, NULL, -1);
}

static void
shortlist_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_chosen_to (user_data, MUSTER_STAGE_SHORTLIST);
}

static void
set_stage_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  MusterStage stage;

  if (muster_stage_from_name (g_variant_get_string (value, NULL), &stage))
    move_chosen_to (user_data, stage);
}

/* Of somebody who is not the chosen person: a column of the comparison. */
static void
move_person_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;
  About         about = { 0 };
  MusterStage   stage;
  gint64        candidate_id;
  const char   *name;
  g_autoptr (MusterCandidateRecord) person = NULL;

  g_variant_get (parameter, "(xx&s)", &candidate_id, &about.opening_id, &name);
  if (self->library == NULL || !muster_stage_from_name (name, &stage))
    return;
  person = muster_library_get_applicant (self->library, candidate_id, about.opening_id, NULL);
  if (person == NULL || person->stage == stage)
    return;

  about.candidate_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (about.candidate_ids, candidate_id);
  about.name = g_strdup (*person->name != '\0' ? person->name : _ ("This person"));
  move_to (self, &about, stage, NULL, -1);
}

static void
about_free (gpointer data)
{
  about_clear (data);
  g_free (data);
}

/* Whom the dialog is about stays the same, whoever is chosen while it is open. */
static void
declined_cb (MusterWindow *self, const char *reason, int saw_score, MusterDeclineDialog *dialog)
{
  const About *about = g_object_get_data (G_OBJECT (dialog), "muster-about");
  About        copy = { about->opening_id, g_array_ref (about->candidate_ids), g_strdup (about->name) };

  move_to (self, &copy, MUSTER_STAGE_DECLINED, reason, saw_score);
}

static void
decline_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow        *self = user_data;
  About                found = { 0 };
  g_autofree char     *people = NULL;
  MusterDeclineDialog *dialog;

  if (!find_chosen (self, &found))
    return;

  /* Translators: in the place of a name: "Decline 3 people?" */
  people = g_strdup_printf (ngettext ("%u person", "%u people", found.candidate_ids->len), found.candidate_ids->len);
  dialog = muster_decline_dialog_new (GTK_WINDOW (self), found.candidate_ids->len > 1 ? people : found.name);
  g_object_set_data_full (G_OBJECT (dialog), "muster-about", g_memdup2 (&found, sizeof found), about_free);
  g_signal_connect_object (dialog, "declined", G_CALLBACK (declined_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *self = user_data;
  Order        *order;

  if (self->undo->len == 0 || self->library == NULL)
    return;

  order = g_new0 (Order, 1);
  order->is_undo = TRUE;
  order->past = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  give_order (self, order);
  muster_window_update_actions (self);
}

/** muster_window_install_decisions: once, after the template. */
void
muster_window_install_decisions (MusterWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "shortlist", .activate = shortlist_cb },
    { .name = "decline", .activate = decline_cb },
    { .name = "set-stage", .parameter_type = "s", .state = "'new'", .change_state = set_stage_cb },
    { .name = "move-person", .parameter_type = "(xxs)", .activate = move_person_cb },
    { .name = "undo", .activate = undo_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
