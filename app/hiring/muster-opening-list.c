/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One query in a worker at a time; a change that comes while one runs asks for another after it. The answer
 * replaces all items at once. */

#include "muster-opening-list.h"

#include "muster-library-queries.h"

#include <glib/gi18n-lib.h>

#define CHANGES_THAT_COUNT                                                                                   \
  (MUSTER_CHANGED_OPENINGS | MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_FITS | MUSTER_CHANGED_DECISIONS)
#define NOT_FOUND G_MAXUINT

struct _MusterOpeningItem
{
  GObject              parent_instance;
  MusterOpeningRecord *record;
};

G_DEFINE_FINAL_TYPE (MusterOpeningItem, muster_opening_item, G_TYPE_OBJECT)

static void
muster_opening_item_finalize (GObject *object)
{
  g_clear_pointer (&MUSTER_OPENING_ITEM (object)->record, muster_opening_record_free);

  G_OBJECT_CLASS (muster_opening_item_parent_class)->finalize (object);
}

static void
muster_opening_item_class_init (MusterOpeningItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_opening_item_finalize;
}

static void
muster_opening_item_init (MusterOpeningItem *self)
{
}

/** muster_opening_item_get_record: Returns: (transfer none): the opening as it was when the list was read. */
const MusterOpeningRecord *
muster_opening_item_get_record (MusterOpeningItem *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_ITEM (self), NULL);

  return self->record;
}

struct _MusterOpeningList
{
  GObject        parent_instance;
  MusterLibrary *library;
  GPtrArray     *items;
  GCancellable  *cancellable;
  gboolean       is_loaded;
  gboolean       is_reading;
  gboolean       is_stale;
};

enum
{
  PROP_IS_LOADED = 1,
  N_PROPS,
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);
static void read_openings (MusterOpeningList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterOpeningList,
                               muster_opening_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return MUSTER_TYPE_OPENING_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_OPENING_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterOpeningList *self = MUSTER_OPENING_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static MusterOpeningItem *
item_new (MusterOpeningRecord *record)
{
  MusterOpeningItem *item = g_object_new (MUSTER_TYPE_OPENING_ITEM, NULL);

  item->record = record;

  return item;
}

/* Everybody, as the last item of the list. */
static MusterOpeningRecord *
count_everybody (MusterLibrary *library, GError **error)
{
  const MusterCandidateQuery query = { .stage = -1 };
  g_autoptr (MusterOpeningRecord) record = g_new0 (MusterOpeningRecord, 1);

  if (!muster_library_count_candidates (library, &query, &record->n_candidates, error))
    return NULL;

  record->title = g_strdup (_ ("Everyone"));
  record->model_version = g_strdup ("");

  return g_steal_pointer (&record);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer library, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = muster_library_list_openings (library, &error);
  MusterOpeningRecord *everybody = NULL;

  if (records != NULL)
    everybody = count_everybody (library, &error);
  if (everybody == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_ptr_array_set_free_func (records, NULL); /* each record goes to its item */
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, item_new (g_ptr_array_index (records, i)));
  g_ptr_array_add (items, item_new (everybody));
  g_task_return_pointer (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref);
}

static void
openings_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  MusterOpeningList *self = MUSTER_OPENING_LIST (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), &error);
  guint    n_before = self->items->len;
  gboolean is_first;

  self->is_reading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->library == NULL)
    return;
  is_first = !self->is_loaded;
  self->is_loaded = TRUE;
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  else
    {
      g_ptr_array_unref (self->items);
      self->items = g_steal_pointer (&items);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
    }

  if (is_first)
    g_object_notify_by_pspec (object, properties[PROP_IS_LOADED]);
  if (self->is_stale)
    read_openings (self);
}

static void
read_openings (MusterOpeningList *self)
{
  g_autoptr (GTask) task = NULL;

  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  task = g_task_new (self, self->cancellable, openings_read_cb, NULL);
  g_task_set_source_tag (task, read_openings);
  g_task_set_task_data (task, g_object_ref (self->library), g_object_unref);
  g_task_run_in_thread (task, read_in_worker);
}

static void
library_changed_cb (MusterOpeningList *self, guint changes)
{
  if (changes & CHANGES_THAT_COUNT)
    read_openings (self);
}

static void
muster_opening_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_IS_LOADED:
      g_value_set_boolean (value, MUSTER_OPENING_LIST (object)->is_loaded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
muster_opening_list_dispose (GObject *object)
{
  MusterOpeningList *self = MUSTER_OPENING_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (muster_opening_list_parent_class)->dispose (object);
}

static void
muster_opening_list_finalize (GObject *object)
{
  g_ptr_array_unref (MUSTER_OPENING_LIST (object)->items);

  G_OBJECT_CLASS (muster_opening_list_parent_class)->finalize (object);
}

static void
muster_opening_list_class_init (MusterOpeningListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_opening_list_get_property;
  object_class->dispose = muster_opening_list_dispose;
  object_class->finalize = muster_opening_list_finalize;

  properties[PROP_IS_LOADED]
      = g_param_spec_boolean ("is-loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_FAILED] = g_signal_new ("failed",
                                         MUSTER_TYPE_OPENING_LIST,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_ERROR);
}

static void
muster_opening_list_init (MusterOpeningList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/** muster_opening_list_new: Returns: a list that is empty until its first answer comes. */
MusterOpeningList *
muster_opening_list_new (MusterLibrary *library)
{
  MusterOpeningList *self;

  g_return_val_if_fail (MUSTER_IS_LIBRARY (library), NULL);

  self = g_object_new (MUSTER_TYPE_OPENING_LIST, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  read_openings (self);

  return self;
}

/** muster_opening_list_is_loaded: Returns: whether the list was read and no newer reading is on its way. */
gboolean
muster_opening_list_is_loaded (MusterOpeningList *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_LIST (self), FALSE);

  return self->is_loaded && !self->is_reading && !self->is_stale;
}

/** muster_opening_list_find: Returns: the position of an opening, G_MAXUINT where it is not in the list. */
guint
muster_opening_list_find (MusterOpeningList *self, gint64 opening_id)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_LIST (self), NOT_FOUND);

  for (guint i = 0; i < self->items->len; i++)
    if (MUSTER_OPENING_ITEM (g_ptr_array_index (self->items, i))->record->id == opening_id)
      return i;

  return NOT_FOUND;
}

const MusterOpeningRecord *
muster_opening_list_get_record (MusterOpeningList *self, gint64 opening_id)
{
  guint position = muster_opening_list_find (self, opening_id);

  return position == NOT_FOUND ? NULL
                               : MUSTER_OPENING_ITEM (g_ptr_array_index (self->items, position))->record;
}
