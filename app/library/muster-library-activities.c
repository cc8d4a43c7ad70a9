/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long work runs: one thread from start to end (a GTask), everything it has to say sent to the main loop
 * in order. An activity's outcomes are there before its state says that it has ended. */

#include "muster-library-private.h"

/* Belongs to the main loop: a task may end in its thread, and what widgets look at must not. */
typedef struct
{
  MusterLibrary  *library;
  MusterActivity *activity;
  MusterWorkFunc  work;
  gpointer        data;
  GDestroyNotify  free_data;
} Running;

typedef struct
{
  MusterActivity *activity;
  MusterOutcome  *outcome;  /* NULL: one of the numbers is told */
  MusterOutcome  *old;      /* (nullable): what it replaces */
  gint64          batch_id; /* 0: n_total is told */
  guint           n_total;
} Message;

static void
running_free (Running *running)
{
  g_object_unref (running->library);
  g_object_unref (running->activity);
  if (running->free_data != NULL)
    running->free_data (running->data);
  g_free (running);
}

static void
message_free (gpointer data)
{
  Message *message = data;

  g_object_unref (message->activity);
  g_clear_object (&message->outcome);
  g_clear_object (&message->old);
  g_free (message);
}

static gboolean
deliver (gpointer data)
{
  Message *message = data;

  if (message->old != NULL)
    muster_activity_replace_outcome (message->activity, message->old, message->outcome);
  else if (message->batch_id != 0)
    muster_activity_set_batch_id (message->activity, message->batch_id);
  else if (message->outcome != NULL)
    muster_activity_add_outcome (message->activity, message->outcome);
  else
    muster_activity_set_n_total (message->activity, message->n_total);

  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(): that runs the function here when the main loop happens not to be held. */
static void
send (Message *message)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, message, message_free);
  g_source_attach (source, NULL);
}

void
muster_library_tell (MusterActivity *activity, MusterOutcome *outcome)
{
  Message *message = g_new0 (Message, 1);

  message->activity = g_object_ref (activity);
  message->outcome = outcome;
  send (message);
}

void
muster_library_tell_again (MusterActivity *activity, MusterOutcome *old, MusterOutcome *outcome)
{
  Message *message = g_new0 (Message, 1);

  message->activity = g_object_ref (activity);
  message->old = old;
  message->outcome = outcome;
  send (message);
}

void
muster_library_tell_batch (MusterActivity *activity, gint64 batch_id)
{
  Message *message = g_new0 (Message, 1);

  message->activity = g_object_ref (activity);
  message->batch_id = batch_id;
  send (message);
}

void
muster_library_tell_total (MusterActivity *activity, guint n_total)
{
  Message *message = g_new0 (Message, 1);

  message->activity = g_object_ref (activity);
  message->n_total = n_total;
  send (message);
}

static void
run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Running           *running = task_data;
  g_autoptr (GError) error = NULL;

  if (running->work (running->library, running->activity, running->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Running           *running = user_data;
  MusterActivity    *activity = running->activity;
  gboolean           is_cancelled = g_cancellable_is_cancelled (muster_activity_get_cancellable (activity));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) && !is_cancelled)
    muster_activity_take_error (activity, g_steal_pointer (&error));
  else
    muster_activity_set_state (activity, is_cancelled ? MUSTER_ACTIVITY_CANCELLED : MUSTER_ACTIVITY_DONE);
  running_free (running);
}

void
muster_library_start (MusterLibrary  *self,
                      MusterActivity *activity,
                      MusterWorkFunc  work,
                      gpointer        data,
                      GDestroyNotify  free_data)
{
  Running *running = g_new0 (Running, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_ended, running);

  running->library = g_object_ref (self);
  running->activity = g_object_ref (activity);
  running->work = work;
  running->data = data;
  running->free_data = free_data;
  g_task_set_source_tag (task, muster_library_start);
  g_task_set_task_data (task, running, NULL);

  g_list_store_insert (self->activities, 0, activity);
  muster_activity_set_state (activity, MUSTER_ACTIVITY_RUNNING);
  g_task_run_in_thread (task, run);
}
