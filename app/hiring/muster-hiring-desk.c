/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the choices and tells them; reads nothing itself. The person is a row, so that its record comes anew by
 * itself whenever the library says so. */

#include "muster-hiring-desk.h"

struct _MusterHiringDesk
{
  GObject             parent_instance;
  MusterLibrary      *library;
  MusterOpeningList  *openings;
  gint64              opening_id;
  MusterCandidateRow *person;
  GArray             *chosen; /* gint64 */
  char               *pointed;
  gboolean            is_pinned;
};

enum
{
  PROP_LIBRARY = 1,
  PROP_OPENING_ID,
  N_PROPS,
};

enum
{
  SIGNAL_OPENING_CHANGED,
  SIGNAL_PERSON_CHANGED,
  SIGNAL_CHOSEN_CHANGED,
  SIGNAL_POINTED,
  SIGNAL_CHOOSE_PERSON,
  SIGNAL_NEWS_WANTED,
  SIGNAL_OPEN_PERSON,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterHiringDesk, muster_hiring_desk, G_TYPE_OBJECT)

static void
emit_opening_changed (MusterHiringDesk *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENING_CHANGED], 0);
}

static void
emit_person_changed (MusterHiringDesk *self)
{
  g_signal_emit (self, signals[SIGNAL_PERSON_CHANGED], 0);
}

static void
muster_hiring_desk_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MusterHiringDesk *self = MUSTER_HIRING_DESK (object);

  switch (property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_OPENING_ID:
      g_value_set_int64 (value, self->opening_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_hiring_desk_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MusterHiringDesk *self = MUSTER_HIRING_DESK (object);

  switch (property_id)
    {
    case PROP_LIBRARY:
      muster_hiring_desk_set_library (self, g_value_get_object (value));
      break;
    case PROP_OPENING_ID:
      muster_hiring_desk_set_opening_id (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_hiring_desk_dispose (GObject *object)
{
  muster_hiring_desk_set_library (MUSTER_HIRING_DESK (object), NULL);

  G_OBJECT_CLASS (muster_hiring_desk_parent_class)->dispose (object);
}

static void
muster_hiring_desk_finalize (GObject *object)
{
  MusterHiringDesk *self = MUSTER_HIRING_DESK (object);

  g_array_unref (self->chosen);
  g_free (self->pointed);

  G_OBJECT_CLASS (muster_hiring_desk_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, MUSTER_TYPE_HIRING_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_hiring_desk_class_init (MusterHiringDeskClass *klass)
{
  GObjectClass    *object_class = G_OBJECT_CLASS (klass);
  GParamFlags      flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = muster_hiring_desk_get_property;
  object_class->set_property = muster_hiring_desk_set_property;
  object_class->dispose = muster_hiring_desk_dispose;
  object_class->finalize = muster_hiring_desk_finalize;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, MUSTER_TYPE_LIBRARY, flags);
  properties[PROP_OPENING_ID] = g_param_spec_int64 ("opening-id", NULL, NULL, -1, G_MAXINT64, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_OPENING_CHANGED] = add_signal ("opening-changed");
  signals[SIGNAL_PERSON_CHANGED] = add_signal ("person-changed");
  signals[SIGNAL_CHOSEN_CHANGED] = add_signal ("chosen-changed");
  signals[SIGNAL_POINTED] = add_signal ("pointed");
  signals[SIGNAL_CHOOSE_PERSON] = g_signal_new ("choose-person", MUSTER_TYPE_HIRING_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_NEWS_WANTED] = add_signal ("news-wanted");
  signals[SIGNAL_OPEN_PERSON] = g_signal_new ("open-person", MUSTER_TYPE_HIRING_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64,
                                              G_TYPE_UINT);
}

static void
muster_hiring_desk_init (MusterHiringDesk *self)
{
  self->opening_id = -1;
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/** muster_hiring_desk_new: Returns: (transfer full): a desk with nothing on it. */
MusterHiringDesk *
muster_hiring_desk_new (void)
{
  return g_object_new (MUSTER_TYPE_HIRING_DESK, NULL);
}

/** muster_hiring_desk_set_library: @library: (nullable): whose records everybody shows from now on; the choices
 * of the former one are gone. */
void
muster_hiring_desk_set_library (MusterHiringDesk *self, MusterLibrary *library)
{
  g_return_if_fail (MUSTER_IS_HIRING_DESK (self));

  if (self->library == library)
    return;

  muster_hiring_desk_set_person (self, NULL);
  muster_hiring_desk_set_chosen (self, NULL, 0);
  if (self->openings != NULL)
    g_signal_handlers_disconnect_by_func (self->openings, emit_opening_changed, self);
  g_clear_object (&self->openings);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      self->openings = muster_opening_list_new (library);
      g_signal_connect_object (self->openings, "items-changed", G_CALLBACK (emit_opening_changed), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

MusterLibrary *
muster_hiring_desk_get_library (MusterHiringDesk *self)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), NULL);

  return self->library;
}

MusterOpeningList *
muster_hiring_desk_get_openings (MusterHiringDesk *self)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), NULL);

  return self->openings;
}

gboolean
muster_hiring_desk_can_write (MusterHiringDesk *self)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), FALSE);

  return self->library != NULL && !muster_library_is_read_only (self->library);
}

void
muster_hiring_desk_set_opening_id (MusterHiringDesk *self, gint64 opening_id)
{
  g_return_if_fail (MUSTER_IS_HIRING_DESK (self));

  if (self->opening_id == opening_id)
    return;

  self->opening_id = opening_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPENING_ID]);
  emit_opening_changed (self);
}

gint64
muster_hiring_desk_get_opening_id (MusterHiringDesk *self)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), -1);

  return self->opening_id;
}

const MusterOpeningRecord *
muster_hiring_desk_get_opening (MusterHiringDesk *self)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), NULL);

  return self->openings != NULL ? muster_opening_list_get_record (self->openings, self->opening_id) : NULL;
}

static const MusterCandidateRecord *
get_record (MusterHiringDesk *self)
{
  return self->person != NULL ? muster_candidate_row_get_record (self->person) : NULL;
}

/** muster_hiring_desk_set_person: Who is looked at. The same row again tells that its record is another one. */
void
muster_hiring_desk_set_person (MusterHiringDesk *self, MusterCandidateRow *person)
{
  const MusterCandidateRecord *before;
  gint64                       id_before;

  g_return_if_fail (MUSTER_IS_HIRING_DESK (self));

  before = get_record (self);
  id_before = before != NULL ? before->id : 0;
  if (self->person != person)
    {
      if (self->person != NULL)
        g_signal_handlers_disconnect_by_func (self->person, emit_person_changed, self);
      g_set_object (&self->person, person);
      if (person != NULL)
        g_signal_connect_object (person, "notify::loaded", G_CALLBACK (emit_person_changed), self, G_CONNECT_SWAPPED);
    }
  if (get_record (self) == NULL || get_record (self)->id != id_before)
    muster_hiring_desk_point_at (self, NULL, TRUE);
  emit_person_changed (self);
}

MusterCandidateRow *
muster_hiring_desk_get_row (MusterHiringDesk *self)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), NULL);

  return self->person;
}

const MusterCandidateRecord *
muster_hiring_desk_get_person (MusterHiringDesk *self)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), NULL);

  return get_record (self);
}

void
muster_hiring_desk_set_chosen (MusterHiringDesk *self, const gint64 *ids, guint n_ids)
{
  g_return_if_fail (MUSTER_IS_HIRING_DESK (self));

  if (n_ids == self->chosen->len
      && (n_ids == 0 || memcmp (ids, self->chosen->data, n_ids * sizeof *ids) == 0))
    return;

  g_array_set_size (self->chosen, 0);
  if (n_ids > 0)
    g_array_append_vals (self->chosen, ids, n_ids);
  g_signal_emit (self, signals[SIGNAL_CHOSEN_CHANGED], 0);
}

/** muster_hiring_desk_get_chosen: Returns: (transfer none) (array length=n_ids): in the order of the table. */
const gint64 *
muster_hiring_desk_get_chosen (MusterHiringDesk *self, guint *n_ids)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), NULL);

  *n_ids = self->chosen->len;

  return (const gint64 *) (const void *) self->chosen->data;
}

/** muster_hiring_desk_point_at: What the pointer is over; pinned stays until something else is pinned or nothing is
 * (@pointer NULL and @is_pinned). */
void
muster_hiring_desk_point_at (MusterHiringDesk *self, const char *pointer, gboolean is_pinned)
{
  g_return_if_fail (MUSTER_IS_HIRING_DESK (self));

  if (self->is_pinned && !is_pinned)
    return;
  if (g_strcmp0 (self->pointed, pointer) == 0 && self->is_pinned == (is_pinned && pointer != NULL))
    return;

  g_free (self->pointed);
  self->pointed = g_strdup (pointer);
  self->is_pinned = is_pinned && pointer != NULL;
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

/** muster_hiring_desk_get_pointed: @is_pinned: (out) (nullable). Returns: (nullable) (transfer none). */
const char *
muster_hiring_desk_get_pointed (MusterHiringDesk *self, gboolean *is_pinned)
{
  g_return_val_if_fail (MUSTER_IS_HIRING_DESK (self), NULL);

  if (is_pinned != NULL)
    *is_pinned = self->is_pinned;

  return self->pointed;
}

void
muster_hiring_desk_let_news_in (MusterHiringDesk *self)
{
  g_return_if_fail (MUSTER_IS_HIRING_DESK (self));

  g_signal_emit (self, signals[SIGNAL_NEWS_WANTED], 0);
}

void
muster_hiring_desk_choose (MusterHiringDesk *self, gint64 candidate_id)
{
  g_return_if_fail (MUSTER_IS_HIRING_DESK (self));

  g_signal_emit (self, signals[SIGNAL_CHOOSE_PERSON], 0, candidate_id);
}

/** muster_hiring_desk_open_person: @document_id: 0: the one that the profile was read from. */
void
muster_hiring_desk_open_person (
    MusterHiringDesk *self, gint64 candidate_id, gint64 opening_id, gint64 document_id, guint page)
{
  g_return_if_fail (MUSTER_IS_HIRING_DESK (self));

  g_signal_emit (self, signals[SIGNAL_OPEN_PERSON], 0, candidate_id, opening_id, document_id, page);
}
