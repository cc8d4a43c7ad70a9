/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress as properties, so that a widget binds to it and needs no more. Main loop only, but for the
 * cancellable. */

#include "muster-activity.h"

struct _MusterActivity
{
  GObject             parent_instance;
  char               *title;
  guint               n_total;
  guint               n_done;
  MusterActivityState state;
  GError             *error;
  GListStore         *outcomes;
  GCancellable       *cancellable;
  MusterActivityKind  kind;
  gint64              opening_id;
  gint64              batch_id;
  gboolean            is_undone;
};

G_DEFINE_FINAL_TYPE (MusterActivity, muster_activity, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_STATE,
  PROP_FRACTION,
  PROP_N_DONE,
  PROP_N_TOTAL,
  PROP_CAN_UNDO,
  PROP_IS_UNDONE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
muster_activity_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MusterActivity *self = MUSTER_ACTIVITY (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, muster_activity_get_fraction (self));
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->n_total);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, muster_activity_can_undo (self));
      break;
    case PROP_IS_UNDONE:
      g_value_set_boolean (value, self->is_undone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
muster_activity_dispose (GObject *object)
{
  MusterActivity *self = MUSTER_ACTIVITY (object);

  g_clear_object (&self->outcomes);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (muster_activity_parent_class)->dispose (object);
}

static void
muster_activity_finalize (GObject *object)
{
  MusterActivity *self = MUSTER_ACTIVITY (object);

  g_free (self->title);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (muster_activity_parent_class)->finalize (object);
}

static void
muster_activity_class_init (MusterActivityClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = muster_activity_get_property;
  object_class->dispose = muster_activity_dispose;
  object_class->finalize = muster_activity_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_int (
      "state", NULL, NULL, MUSTER_ACTIVITY_WAITING, MUSTER_ACTIVITY_FAILED, MUSTER_ACTIVITY_WAITING, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_IS_UNDONE] = g_param_spec_boolean ("is-undone", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
muster_activity_init (MusterActivity *self)
{
  self->outcomes = g_list_store_new (MUSTER_TYPE_OUTCOME);
  self->cancellable = g_cancellable_new ();
}

/**
 * muster_activity_new:
 * @title: what is done, for people
 * @n_total: how many outcomes there will be
 * @opening_id: 0: of no opening
 *
 * Returns: (transfer full): an activity that waits.
 */
MusterActivity *
muster_activity_new (const char *title, guint n_total, MusterActivityKind kind, gint64 opening_id)
{
  MusterActivity *self = g_object_new (MUSTER_TYPE_ACTIVITY, NULL);

  self->title = g_strdup (title);
  self->n_total = n_total;
  self->kind = kind;
  self->opening_id = opening_id;

  return self;
}

MusterActivityKind
muster_activity_get_kind (MusterActivity *self)
{
  return self->kind;
}

gint64
muster_activity_get_opening_id (MusterActivity *self)
{
  return self->opening_id;
}

gint64
muster_activity_get_batch_id (MusterActivity *self)
{
  return self->batch_id;
}

void
muster_activity_set_batch_id (MusterActivity *self, gint64 batch_id)
{
  self->batch_id = batch_id;
}

gboolean
muster_activity_is_undone (MusterActivity *self)
{
  return self->is_undone;
}

/** muster_activity_can_undo: Returns: whether there is something that can be taken back now. */
gboolean
muster_activity_can_undo (MusterActivity *self)
{
  GListModel *outcomes = G_LIST_MODEL (self->outcomes);

  if (self->batch_id == 0 || self->is_undone || self->state <= MUSTER_ACTIVITY_RUNNING)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (outcomes); i++)
    {
      g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, i);

      if (muster_outcome_get_candidate_id (outcome) != 0
          && (muster_outcome_get_duplicate_of (outcome) == 0 || self->opening_id != 0))
        return TRUE;
    }

  return FALSE;
}

/** muster_activity_set_undone: What it brought is gone; the outcomes stay to be read. */
void
muster_activity_set_undone (MusterActivity *self)
{
  self->is_undone = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_UNDONE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

static void
notify_progress (MusterActivity *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

void
muster_activity_begin_again (MusterActivity *self, guint n)
{
  self->n_done -= MIN (n, self->n_done);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  notify_progress (self);
  muster_activity_set_state (self, MUSTER_ACTIVITY_RUNNING);
}

void
muster_activity_replace_outcome (MusterActivity *self, MusterOutcome *old, MusterOutcome *outcome)
{
  guint place;

  if (!g_list_store_find (self->outcomes, old, &place))
    return;
  g_list_store_splice (self->outcomes, place, 1, (gpointer *) &outcome, 1);
  self->n_done++;
  notify_progress (self);
}

const char *
muster_activity_get_title (MusterActivity *self)
{
  return self->title;
}

MusterActivityState
muster_activity_get_state (MusterActivity *self)
{
  return self->state;
}

/** muster_activity_get_fraction: Returns: 0..1; 1 when it is done, whatever it found to do. */
double
muster_activity_get_fraction (MusterActivity *self)
{
  if (self->state == MUSTER_ACTIVITY_DONE)
    return 1.0;

  return self->n_total > 0 ? MIN ((double) self->n_done / self->n_total, 1.0) : 0.0;
}

guint
muster_activity_get_n_done (MusterActivity *self)
{
  return self->n_done;
}

guint
muster_activity_get_n_total (MusterActivity *self)
{
  return self->n_total;
}

/** muster_activity_get_error: Returns: (transfer none) (nullable): why the work as a whole failed. */
const GError *
muster_activity_get_error (MusterActivity *self)
{
  return self->error;
}

GListModel *
muster_activity_get_outcomes (MusterActivity *self)
{
  return G_LIST_MODEL (self->outcomes);
}

/** muster_activity_get_cancellable: Returns: (transfer none): may be cancelled from any thread. */
GCancellable *
muster_activity_get_cancellable (MusterActivity *self)
{
  return self->cancellable;
}

/** muster_activity_cancel: Asks the work to stop; what is finished stays. The state follows when it has
 * stopped. */
void
muster_activity_cancel (MusterActivity *self)
{
  g_cancellable_cancel (self->cancellable);
}

void
muster_activity_set_state (MusterActivity *self, MusterActivityState state)
{
  if (self->state == state)
    return;

  self->state = state;
  /* Outcomes that were to be replaced and were not are as done as they were. */
  if (state > MUSTER_ACTIVITY_RUNNING && self->n_done < g_list_model_get_n_items (G_LIST_MODEL (self->outcomes)))
    {
      self->n_done = g_list_model_get_n_items (G_LIST_MODEL (self->outcomes));
      notify_progress (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (state == MUSTER_ACTIVITY_DONE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

void
muster_activity_set_n_total (MusterActivity *self, guint n_total)
{
  if (self->n_total == n_total)
    return;

  self->n_total = n_total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

void
muster_activity_add_outcome (MusterActivity *self, MusterOutcome *outcome)
{
  g_list_store_append (self->outcomes, outcome);
  self->n_done++;
  if (self->n_done > self->n_total)
    muster_activity_set_n_total (self, self->n_done);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

/** muster_activity_take_error: The work as a whole failed. @error: (transfer full) */
void
muster_activity_take_error (MusterActivity *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  muster_activity_set_state (self, MUSTER_ACTIVITY_FAILED);
}
