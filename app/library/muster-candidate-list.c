/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of rows, fetched in a thread when somebody looks at them; those not looked at for longest are
 * dropped. When the store has changed, the count and the pages that are here are fetched again in one go and
 * compared: rows that stand where they stood keep their objects and only tell news, so that a widget keeps
 * its place and selection. */

#include "muster-candidate-row-private.h"

#include "muster-library-masking.h"

#define PAGE_ROWS 64
#define MAX_PAGES 32

typedef struct
{
  GPtrArray *rows; /* MusterCandidateRow */
  gboolean   is_fetched;
  guint64    used; /* counts up: when it was looked at last */
} Page;

/* A query of its own strings. */
typedef struct
{
  MusterCandidateQuery values;
  char                *filter;
} Query;

struct _MusterCandidateList
{
  GObject        parent_instance;
  MusterLibrary *library;
  Query          query;
  GHashTable    *pages; /* page number -> Page */
  guint          n_items;
  guint64        clock;
  guint          generation; /* of the query: answers to an older one are thrown away */
  guint          n_holds;
  gboolean       is_fetching;
  gboolean       is_stale; /* the store has changed since the pages were fetched */
  gboolean       has_new_query;
  gboolean       is_finding; /* the anchors are asked for, whatever has changed */
  GArray        *anchors; /* gint64: people that the widget wants to find again */
};

enum
{
  SIGNAL_ANCHORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the thread is asked and what it answers. */
typedef struct
{
  MusterStore *store;
  Query        query;
  guint        generation;
  gboolean     with_count;
  GArray      *page_numbers; /* guint */
  guint        n_items;
  GPtrArray   *pages; /* GPtrArray of MusterCandidateRecord, one a number */
  gboolean     is_finding;
  GArray      *anchors;   /* gint64 */
  GArray      *positions; /* guint: of the anchors that are in the list */
} Fetch;

static void muster_candidate_list_model_init (GListModelInterface *iface);
static void continue_fetching (MusterCandidateList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterCandidateList,
                               muster_candidate_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_candidate_list_model_init))

static void
query_set (Query *self, const MusterCandidateQuery *query)
{
  char *filter = g_strdup (query->filter);

  g_free (self->filter);
  self->values = *query;
  self->filter = filter;
  self->values.filter = filter;
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->rows);
  g_free (page);
}

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_object_unref (fetch->store);
  g_free (fetch->query.filter);
  g_array_unref (fetch->page_numbers);
  g_ptr_array_unref (fetch->pages);
  g_array_unref (fetch->anchors);
  g_array_unref (fetch->positions);
  g_free (fetch);
}

static guint
rows_on_page (const MusterCandidateList *self, guint number)
{
  return number * PAGE_ROWS < self->n_items ? MIN (PAGE_ROWS, self->n_items - number * PAGE_ROWS) : 0;
}

static gboolean
find_anchors (Fetch *fetch, GError **error)
{
  guint             n = fetch->anchors->len;
  g_autofree guint *positions = g_new (guint, n + 1);

  if (n > 0
      && !muster_store_find_rows (fetch->store, &fetch->query.values,
                                  (const gint64 *) (gconstpointer) fetch->anchors->data, n, positions, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (positions[i] != G_MAXUINT)
      g_array_append_val (fetch->positions, positions[i]);

  return TRUE;
}

/* In the thread. */
static void
run_fetch (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Fetch             *fetch = task_data;
  g_autoptr (GError) error = NULL;

  if (fetch->with_count
      && (!muster_store_count_candidates (fetch->store, &fetch->query.values, &fetch->n_items, &error)
          || !find_anchors (fetch, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = 0; i < fetch->page_numbers->len; i++)
    {
      guint offset = g_array_index (fetch->page_numbers, guint, i) * PAGE_ROWS;
      GPtrArray *records
          = muster_store_list_candidates (fetch->store, &fetch->query.values, offset, PAGE_ROWS, &error);

      if (records == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      for (guint j = 0; j < records->len; j++)
        muster_candidate_record_mask (g_ptr_array_index (records, j), fetch->query.values.is_blind);
      g_ptr_array_add (fetch->pages, records);
    }
  g_task_return_boolean (task, TRUE);
}

/* The first place, counted over the list, where another person stands than before; G_MAXUINT: nowhere that
 * can be seen. */
static guint
find_first_difference (MusterCandidateList *self, const Fetch *fetch)
{
  guint first = G_MAXUINT;

  for (guint i = 0; i < fetch->page_numbers->len; i++)
    {
      guint            number = g_array_index (fetch->page_numbers, guint, i);
      const Page      *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
      const GPtrArray *records = g_ptr_array_index (fetch->pages, i);

      for (guint j = 0; page != NULL && j < page->rows->len; j++)
        {
          const MusterCandidateRecord *old
              = muster_candidate_row_get_record (g_ptr_array_index (page->rows, j));
          const MusterCandidateRecord *now = j < records->len ? g_ptr_array_index (records, j) : NULL;

          if (old != NULL && (now == NULL || now->id != old->id))
            {
              first = MIN (first, number * PAGE_ROWS + j);
              break;
            }
        }
    }

  return first;
}

/* Rows from @first on are other rows: those of its page are replaced, later pages dropped. */
static void
drop_rows_from (MusterCandidateList *self, guint first)
{
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint start = GPOINTER_TO_UINT (key) * PAGE_ROWS;
      Page *page = value;

      if (start >= first)
        g_hash_table_iter_remove (&iter);
      else if (start + page->rows->len > first)
        {
          g_ptr_array_set_size (page->rows, (int) (first - start));
          page->is_fetched = FALSE;
        }
    }
}

/* Rows that are new are empty: the page has to be fetched. */
static void
add_missing_rows (MusterCandidateList *self, Page *page, guint number)
{
  while (page->rows->len < rows_on_page (self, number))
    {
      g_ptr_array_add (page->rows, muster_candidate_row_new ());
      page->is_fetched = FALSE;
    }
}

static Page *
ensure_page (MusterCandidateList *self, guint number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page == NULL)
    {
      page = g_new0 (Page, 1);
      page->rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
    }
  add_missing_rows (self, page, number);
  page->used = ++self->clock;

  return page;
}

static void
fill_page (MusterCandidateList *self, guint number, GPtrArray *records)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page == NULL)
    return;
  add_missing_rows (self, page, number);
  page->is_fetched = TRUE;
  if (records->len > page->rows->len)
    g_ptr_array_set_size (records, (int) page->rows->len);
  while (records->len > 0)
    {
      guint last = records->len - 1;

      muster_candidate_row_take_record (g_ptr_array_index (page->rows, last),
                                        g_ptr_array_steal_index (records, last));
    }
}

/* After a change: n_items and what stands where are new. */
static void
apply_change (MusterCandidateList *self, const Fetch *fetch)
{
  guint n_before = self->n_items;
  guint first
      = self->has_new_query ? 0 : MIN (find_first_difference (self, fetch), MIN (n_before, fetch->n_items));
  gboolean is_moved = FALSE;

  self->has_new_query = FALSE;
  drop_rows_from (self, first);
  self->n_items = fetch->n_items;
  if (first < n_before || first < self->n_items)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), first, n_before - first, self->n_items - first);
      is_moved = TRUE;
    }
  if (is_moved || fetch->is_finding)
    g_signal_emit (self, signals[SIGNAL_ANCHORED], 0, fetch->positions);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterCandidateList) self = user_data;
  Fetch                          *fetch = g_task_get_task_data (G_TASK (result));
  gboolean                        is_there = g_task_propagate_boolean (G_TASK (result), NULL);

  if (is_there && fetch->generation == self->generation && !fetch->with_count
      && find_first_difference (self, fetch) != G_MAXUINT)
    /* The order is another one by now: rows may not become other people unseen. */
    self->is_stale = TRUE;
  else if (is_there && fetch->generation == self->generation)
    {
      if (fetch->with_count)
        apply_change (self, fetch);
      for (guint i = 0; i < fetch->page_numbers->len; i++)
        fill_page (self, g_array_index (fetch->page_numbers, guint, i), g_ptr_array_index (fetch->pages, i));
    }
  /* Only now: widgets that ask for rows meanwhile get those that are here. */
  self->is_fetching = FALSE;
  /* A store that cannot answer leaves the rows empty; the next look or change asks again. */
  if (is_there)
    continue_fetching (self);
}

/* The list is no source object: a task may end in its thread, and the list must not. */
static void
start_fetch (MusterCandidateList *self, GArray *page_numbers, gboolean with_count)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_fetched, g_object_ref (self));
  Fetch            *fetch = g_new0 (Fetch, 1);

  fetch->store = g_object_ref (self->library->store);
  query_set (&fetch->query, &self->query.values);
  fetch->query.values.is_blind = muster_library_hides (self->library);
  fetch->generation = self->generation;
  fetch->with_count = with_count;
  fetch->page_numbers = page_numbers;
  fetch->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  fetch->is_finding = with_count && self->is_finding;
  if (with_count)
    self->is_finding = FALSE;
  fetch->anchors = g_array_copy (self->anchors);
  fetch->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->is_fetching = TRUE;
  g_task_set_source_tag (task, start_fetch);
  g_task_set_task_data (task, fetch, fetch_free);
  g_task_run_in_thread (task, run_fetch);
}

/* Keeps the pages that were looked at last. */
static void
drop_old_pages (MusterCandidateList *self)
{
  while (g_hash_table_size (self->pages) > MAX_PAGES)
    {
      GHashTableIter iter;
      gpointer       key, value, oldest = NULL;
      guint64        used = G_MAXUINT64;

      g_hash_table_iter_init (&iter, self->pages);
      while (g_hash_table_iter_next (&iter, &key, &value))
        if (((Page *) value)->used < used)
          {
            used = ((Page *) value)->used;
            oldest = key;
          }
      g_hash_table_remove (self->pages, oldest);
    }
}

/* One fetch at a time: first what the store has changed, then pages that somebody looks at. */
static void
continue_fetching (MusterCandidateList *self)
{
  g_autoptr (GArray) numbers = NULL;
  gboolean           with_count;
  GHashTableIter     iter;
  gpointer           key, value;

  if (self->is_fetching || self->library->store == NULL)
    return;

  with_count = self->has_new_query || self->is_finding || (self->is_stale && self->n_holds == 0);
  numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  if (with_count)
    self->is_stale = FALSE;
  drop_old_pages (self);
  g_hash_table_iter_init (&iter, self->pages);
  while (!self->has_new_query && g_hash_table_iter_next (&iter, &key, &value))
    if (with_count || !((Page *) value)->is_fetched)
      {
        guint number = GPOINTER_TO_UINT (key);

        g_array_append_val (numbers, number);
      }
  if (with_count || numbers->len > 0)
    start_fetch (self, g_steal_pointer (&numbers), with_count);
}

static void
on_library_changed (MusterLibrary *library, guint changes, gpointer user_data)
{
  MusterCandidateList *self = user_data;

  if (changes & (MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_FITS | MUSTER_CHANGED_DECISIONS))
    {
      self->is_stale = TRUE;
      continue_fetching (self);
    }
}

static GType
get_item_type (GListModel *model)
{
  return MUSTER_TYPE_CANDIDATE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_CANDIDATE_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterCandidateList *self = MUSTER_CANDIDATE_LIST (model);
  Page                *page;

  if (position >= self->n_items)
    return NULL;
  page = ensure_page (self, position / PAGE_ROWS);
  if (!page->is_fetched)
    continue_fetching (self);

  return g_object_ref (g_ptr_array_index (page->rows, position % PAGE_ROWS));
}

static void
muster_candidate_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
muster_candidate_list_dispose (GObject *object)
{
  MusterCandidateList *self = MUSTER_CANDIDATE_LIST (object);

  g_clear_object (&self->library);

  G_OBJECT_CLASS (muster_candidate_list_parent_class)->dispose (object);
}

static void
muster_candidate_list_finalize (GObject *object)
{
  MusterCandidateList *self = MUSTER_CANDIDATE_LIST (object);

  g_hash_table_unref (self->pages);
  g_free (self->query.filter);
  g_array_unref (self->anchors);

  G_OBJECT_CLASS (muster_candidate_list_parent_class)->finalize (object);
}

static void
muster_candidate_list_class_init (MusterCandidateListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_candidate_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_candidate_list_finalize;
  signals[SIGNAL_ANCHORED] = g_signal_new ("anchored", MUSTER_TYPE_CANDIDATE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
muster_candidate_list_init (MusterCandidateList *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  self->anchors = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * muster_candidate_list_new:
 * @library: kept; without a store the list stays empty
 *
 * Returns: (transfer full): an empty list; muster_candidate_list_set_query() fills it.
 */
MusterCandidateList *
muster_candidate_list_new (MusterLibrary *library)
{
  MusterCandidateList *self = g_object_new (MUSTER_TYPE_CANDIDATE_LIST, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed), self, 0);

  return self;
}

/** muster_candidate_list_set_query: Other people or another order; the rows follow when the store has
 * answered. @query: copied. */
void
muster_candidate_list_set_query (MusterCandidateList *self, const MusterCandidateQuery *query)
{
  query_set (&self->query, query);
  self->generation++;
  self->has_new_query = TRUE;
  continue_fetching (self);
}

void
muster_candidate_list_set_anchors (MusterCandidateList *self, const gint64 *ids, guint n_ids)
{
  g_return_if_fail (MUSTER_IS_CANDIDATE_LIST (self));

  g_array_set_size (self->anchors, 0);
  if (n_ids > 0)
    g_array_append_vals (self->anchors, ids, n_ids);
}

void
muster_candidate_list_find_anchors (MusterCandidateList *self)
{
  g_return_if_fail (MUSTER_IS_CANDIDATE_LIST (self));

  self->is_finding = TRUE;
  continue_fetching (self);
}

/** muster_candidate_list_hold: Nothing moves until as many calls of muster_candidate_list_release(); a new
 * query still comes through. */
void
muster_candidate_list_hold (MusterCandidateList *self)
{
  self->n_holds++;
}

void
muster_candidate_list_release (MusterCandidateList *self)
{
  g_return_if_fail (self->n_holds > 0);

  self->n_holds--;
  continue_fetching (self);
}
