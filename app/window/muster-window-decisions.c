/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decides about the chosen person: a stage, a decline with its reason, and taking the last one
 * back. Every decision goes through muster_library_decide() in a worker; the table follows the library's
 * news, not this file. */

#include "muster-window-private.h"

#include "muster-decline-dialog.h"
#include "muster-library-queries.h"
#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>

#define TOAST_SECONDS 5

typedef struct
{
  MusterLibrary *library;
  MusterDecision decision; /* its reason is owned here */
  MusterStage    stage_before;
  char          *name;
  gboolean       is_undo;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->library);
  g_free ((char *) order->decision.reason);
  g_free (order->name);
  g_free (order);
}

static void
decide_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError      *error = NULL;

  if (muster_library_decide (order->library, &order->decision, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
dup_done_text (const Order *order)
{
  const char *name = *order->name != '\0' ? order->name : _ ("This person");

  if (order->is_undo)
    /* Translators: a person and a stage. */
    return g_strdup_printf (_ ("%s is back in %s"), name, muster_stage_text (order->decision.stage));
  if (order->decision.stage == MUSTER_STAGE_DECLINED)
    return g_strdup_printf (_ ("%s declined"), name);

  return g_strdup_printf (_ ("%s moved to %s"), name, muster_stage_text (order->decision.stage));
}

static void
decided_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterWindow *self = MUSTER_WINDOW (object);
  const Order  *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  AdwToast        *toast;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->library != NULL)
        muster_window_say_error (self, error);
      return;
    }
  if (self->library != order->library)
    return;

  text = dup_done_text (order);
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  self->undo.candidate_id = 0;
  if (!order->is_undo)
    {
      self->undo
          = (MusterUndo){ order->decision.candidate_id, order->decision.opening_id, order->stage_before };
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
  muster_hiring_desk_let_news_in (self->desk);
  muster_window_update_actions (self);
}

static void
give_order (MusterWindow         *self,
            const MusterDecision *decision,
            MusterStage           stage_before,
            const char           *name,
            gboolean              is_undo)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, decided_cb, NULL);
  Order *order = g_new0 (Order, 1);

  order->library = g_object_ref (self->library);
  order->decision = *decision;
  order->decision.reason = g_strdup (decision->reason);
  order->stage_before = stage_before;
  order->name = g_strdup (name);
  order->is_undo = is_undo;
  g_task_set_source_tag (task, give_order);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, decide_in_worker);
}

static void
move_to (MusterWindow *self, MusterStage stage)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  MusterDecision               decision = { .stage = stage, .saw_score = -1 };

  if (person == NULL || person->opening_id == 0 || person->stage == stage)
    return;

  decision.candidate_id = person->id;
  decision.opening_id = person->opening_id;
  give_order (self, &decision, person->stage, person->name, FALSE);
}

static void
shortlist_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_to (user_data, MUSTER_STAGE_SHORTLIST);
}

static void
set_stage_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  MusterStage stage;

  if (muster_stage_from_name (g_variant_get_string (value, NULL), &stage))
    move_to (user_data, stage);
}

/* Of somebody who is not the chosen person: a column of the comparison. */
static void
move_person_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow   *self = user_data;
  MusterDecision  decision = { .saw_score = -1 };
  const char     *stage;
  g_autoptr (MusterCandidateRecord) person = NULL;

  g_variant_get (parameter, "(xx&s)", &decision.candidate_id, &decision.opening_id, &stage);
  if (self->library == NULL || !muster_stage_from_name (stage, &decision.stage))
    return;

  person = muster_library_get_applicant (self->library, decision.candidate_id, decision.opening_id, NULL);
  if (person != NULL && person->stage != decision.stage)
    give_order (self, &decision, person->stage, person->name, FALSE);
}

/* Whom the dialog is about stays the same, whoever is chosen while it is open. */
static void
declined_cb (MusterWindow *self, const char *reason, int saw_score, MusterDeclineDialog *dialog)
{
  const MusterUndo *about = g_object_get_data (G_OBJECT (dialog), "muster-about");
  const char       *name = g_object_get_data (G_OBJECT (dialog), "muster-name");
  MusterDecision    decision
      = { about->candidate_id, about->opening_id, MUSTER_STAGE_DECLINED, reason, saw_score };

  if (self->library != NULL)
    give_order (self, &decision, about->stage, name, FALSE);
}

static void
decline_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow                *self = user_data;
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);
  MusterDeclineDialog         *dialog;
  MusterUndo                  *about;

  if (person == NULL || person->opening_id == 0)
    return;

  about = g_new (MusterUndo, 1);
  *about = (MusterUndo){ person->id, person->opening_id, person->stage };
  dialog = muster_decline_dialog_new (GTK_WINDOW (self), person->name);
  g_object_set_data_full (G_OBJECT (dialog), "muster-about", about, g_free);
  g_object_set_data_full (G_OBJECT (dialog), "muster-name", g_strdup (person->name), g_free);
  g_signal_connect_object (dialog, "declined", G_CALLBACK (declined_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow  *self = user_data;
  MusterDecision decision = { self->undo.candidate_id, self->undo.opening_id, self->undo.stage, NULL, -1 };
  /* A decline that comes back by undo needs a reason like any other; this is the true one. */
  g_autofree char *reason = g_strdup (_ ("Undone"));

  if (decision.candidate_id == 0)
    return;
  decision.reason = reason;
  give_order (self, &decision, self->undo.stage, "", TRUE);
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
