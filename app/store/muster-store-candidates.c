/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of people, made for 100,000: a window is a run of one index, whatever the order, and only its rows are
 * fetched. A filter is asked of the full-text index once, kept as one bit a person, and used by all windows and
 * counts until something is written; so are the places of a pool. */

#include "muster-store-private.h"

#include "muster-store-query.h"

#include <glib/gi18n-lib.h>

/* Two orders of a pool leave people without a fit to the end in both directions, by id. */
typedef struct
{
  const char *table; /* with the index that has this order */
  const char *id;
  const char *ascending;
  const char *descending;
  const char *has_fit; /* NULL: the order does not ask; else in the words of its index */
  const char *has_no_fit;
} Order;

#define PERSON_IS_HERE "merged_into IS NULL AND erased_at IS NULL"

#define FIT_ORDER "fit_total DESC, fit_musts_met DESC, fit_months DESC, candidate_id"

static const Order orders_of_all[] = {
  [MUSTER_SORT_BY_FIT] = { "candidate INDEXED BY candidate_by_added", "id",
                           "added_at, id", "added_at DESC, id DESC" },
  [MUSTER_SORT_BY_NAME] = { "candidate INDEXED BY candidate_by_name", "id",
                            "name_key, id", "name_key DESC, id DESC" },
  [MUSTER_SORT_BY_ADDED] = { "candidate INDEXED BY candidate_by_added", "id",
                             "added_at, id", "added_at DESC, id DESC" },
  [MUSTER_SORT_BY_EXPERIENCE] = { "candidate INDEXED BY candidate_by_experience", "id",
                                  "work_months, id", "work_months DESC, id DESC" },
  [MUSTER_SORT_BY_STAGE] = { "candidate INDEXED BY candidate_by_stage", "id",
                             "stage, id", "stage DESC, id DESC" },
};

/* While blind names are not there to sort by: what stands in their place is. */
static const Order by_code_of_all = { "candidate INDEXED BY candidate_by_code", "id", "code, id", "code DESC, id DESC" };
static const Order by_code_of_opening
    = { "application INDEXED BY application_by_code", "candidate_id", "code", "code DESC" };

static const Order orders_of_opening[] = {
  [MUSTER_SORT_BY_FIT] = { "application INDEXED BY application_by_fit", "candidate_id",
                           "fit_total, fit_musts_met, fit_months, candidate_id DESC", FIT_ORDER,
                           "fit_total IS NOT NULL",
                           "fit_total IS NULL AND fit_musts_met IS NULL AND fit_months IS NULL" },
  [MUSTER_SORT_BY_NAME] = { "application INDEXED BY application_by_name", "candidate_id", "name_key, candidate_id",
                            "name_key DESC, candidate_id DESC" },
  [MUSTER_SORT_BY_ADDED] = { "application INDEXED BY application_by_added", "candidate_id", "added_at, candidate_id",
                             "added_at DESC, candidate_id DESC" },
  [MUSTER_SORT_BY_EXPERIENCE] = { "application INDEXED BY application_by_experience", "candidate_id",
                                  "fit_months, candidate_id", "fit_months DESC, candidate_id DESC",
                                  "fit_months IS NOT NULL", "fit_months IS NULL" },
  [MUSTER_SORT_BY_STAGE] = { "application INDEXED BY application_by_stage", "candidate_id", "stage, candidate_id",
                             "stage DESC, candidate_id DESC" },
};

/* A query made ready: which rows, and the set that the filter chose. */
typedef struct
{
  const MusterCandidateQuery *query;
  const Order                *order;
  GBytes                     *chosen; /* NULL: no filter */
} Selection;

#define CHOOSE \
  "SELECT d.candidate_id FROM text_index AS t JOIN document AS d ON d.id = t.rowid WHERE text_index MATCH ?1"

/* Those who were revealed are found by all their words, the others by what is left of theirs. */
#define CHOOSE_BLIND \
  "SELECT d.candidate_id FROM masked_index AS t JOIN document AS d ON d.id = t.rowid WHERE masked_index MATCH ?1" \
  " UNION ALL " CHOOSE " AND EXISTS (SELECT 1 FROM reveal) AND d.candidate_id IN (SELECT candidate_id FROM reveal)"

static GBytes *
find_chosen (MusterStore *self, MusterConnection *connection, const char *match, gboolean is_blind, GError **error)
{
  g_autofree char *key = g_strconcat (is_blind ? "blind " : "", match, NULL);
  sqlite3_stmt    *rows;
  GBytes          *chosen = NULL;
  gint64           generation = 0;

  if (!muster_connection_integer (connection, &generation, error, "SELECT generation FROM library", ""))
    return NULL;
  g_mutex_lock (&self->lock);
  if (self->chosen_generation == generation && g_strcmp0 (self->chosen_match, key) == 0)
    chosen = g_bytes_ref (self->chosen);
  g_mutex_unlock (&self->lock);
  if (chosen != NULL)
    return chosen;

  rows = muster_connection_query (connection, error, is_blind ? CHOOSE_BLIND : CHOOSE, "s", match);
  chosen = muster_ids_new (connection, rows, error);
  if (chosen == NULL)
    return NULL;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->chosen, g_bytes_unref);
  g_free (self->chosen_match);
  self->chosen = g_bytes_ref (chosen);
  self->chosen_match = g_strdup (key);
  self->chosen_generation = generation;
  g_mutex_unlock (&self->lock);

  return chosen;
}

static gboolean
select_people (Selection                  *selection,
               MusterStore                *self,
               MusterConnection           *connection,
               const MusterCandidateQuery *query,
               GError                    **error)
{
  g_autofree char *match = muster_store_query_to_match (query->filter);

  g_return_val_if_fail ((guint) query->sort < G_N_ELEMENTS (orders_of_all), FALSE);

  selection->query = query;
  selection->order = query->opening_id != 0 ? &orders_of_opening[query->sort] : &orders_of_all[query->sort];
  if (query->is_blind && query->sort == MUSTER_SORT_BY_NAME)
    selection->order = query->opening_id != 0 ? &by_code_of_opening : &by_code_of_all;
  selection->chosen = NULL;
  if (match == NULL)
    return TRUE;
  selection->chosen = find_chosen (self, connection, match, query->is_blind, error);

  return selection->chosen != NULL;
}

/* ?1 opening, ?2 stage, ?3 chosen, ?4 limit, ?5 offset: always all five, so that there are few different statements.
 */
static sqlite3_stmt *
run_selection (const Selection  *selection,
               MusterConnection *connection,
               const char       *what,
               const char       *condition,
               const char       *order,
               guint             offset,
               guint             limit,
               GError          **error)
{
  const MusterCandidateQuery *query = selection->query;
  g_autoptr (GString)         sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s FROM %s WHERE %s", what, selection->order->table,
                          query->opening_id != 0 ? "opening_id = ?1" : PERSON_IS_HERE);
  if (query->stage >= 0)
    g_string_append (sql, " AND stage = ?2");
  if (selection->chosen != NULL)
    g_string_append_printf (sql, " AND muster_has (?3, %s)", selection->order->id);
  if (condition != NULL)
    g_string_append_printf (sql, " AND %s", condition);
  if (order != NULL)
    g_string_append_printf (sql, " ORDER BY %s", order);
  g_string_append (sql, " LIMIT ?4 OFFSET ?5");

  return muster_connection_query (connection, error, sql->str, "lliuu", query->opening_id, (gint64) query->stage,
                                  selection->chosen, limit, offset);
}

static gboolean
count_selection (const Selection  *selection,
                 MusterConnection *connection,
                 const char       *condition,
                 guint            *count,
                 GError          **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows = run_selection (selection, connection, "count (*)", condition, NULL, 0, 1, &failure);

  if (muster_connection_next (connection, rows, &failure))
    {
      *count = muster_row_get_count (rows, 0);
      muster_connection_end (rows);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
add_ids (const Selection  *selection,
         MusterConnection *connection,
         const char       *condition,
         const char       *order,
         guint             offset,
         guint             limit,
         GArray           *ids,
         GError          **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows
      = run_selection (selection, connection, selection->order->id, condition, order, offset, limit, &failure);

  while (muster_connection_next (connection, rows, &failure))
    {
      gint64 id = muster_row_get_integer (rows, 0);

      g_array_append_val (ids, id);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* In two parts where people without a fit come last: first those with one, then, from where these end, the others. */
static gboolean
list_ids (const Selection  *selection,
          MusterConnection *connection,
          guint             offset,
          guint             limit,
          GArray           *ids,
          GError          **error)
{
  const Order *order = selection->order;
  const char  *direction = selection->query->is_descending ? order->descending : order->ascending;
  guint        n_with_fit = 0;

  if (order->has_fit == NULL)
    return add_ids (selection, connection, NULL, direction, offset, limit, ids, error);

  if (!add_ids (selection, connection, order->has_fit, direction, offset, limit, ids, error))
    return FALSE;
  if (ids->len == limit)
    return TRUE;
  if (ids->len > 0)
    n_with_fit = offset + ids->len;
  else if (offset > 0 && !count_selection (selection, connection, order->has_fit, &n_with_fit, error))
    return FALSE;

  return add_ids (selection, connection, order->has_no_fit, "candidate_id",
                  offset > n_with_fit ? offset - n_with_fit : 0, limit - ids->len, ids, error);
}

static char *
dup_nullable (sqlite3_stmt *row, int column)
{
  return muster_row_is_null (row, column) ? NULL : muster_row_dup_text (row, column);
}

static MusterCandidateRecord *
make_record (sqlite3_stmt *row, gint64 id, gint64 opening_id)
{
  MusterCandidateRecord *record = g_new0 (MusterCandidateRecord, 1);

  record->id = id;
  record->opening_id = opening_id;
  record->name = muster_row_dup_text (row, 0);
  record->label = muster_row_dup_text (row, 1);
  record->city = muster_row_dup_text (row, 2);
  record->work_months = muster_row_get_count (row, 3);
  record->added_at = muster_row_get_integer (row, 4);
  record->n_documents = muster_row_get_count (row, 5);
  record->stage = (MusterStage) CLAMP (muster_row_get_integer (row, 6), MUSTER_STAGE_NEW, MUSTER_STAGE_DECLINED);
  record->has_fit = !muster_row_is_null (row, 7);
  record->fit = CLAMP (muster_row_get_real (row, 7), 0, 100);
  record->n_musts = muster_row_get_count (row, 8);
  record->n_musts_met = muster_row_get_count (row, 9);
  record->relevant_months = muster_row_get_count (row, 10);
  record->top_evidence = muster_row_dup_text (row, 11);
  record->code = muster_row_dup_text (row, 12);
  record->masked_evidence = dup_nullable (row, 13);
  record->revealed_at = muster_row_get_integer (row, 14);
  record->masked_label = dup_nullable (row, 15);

  return record;
}

#define PERSON_COLUMNS \
  "c.name, c.label, c.city, c.work_months, c.added_at, (SELECT count (*) FROM document WHERE candidate_id = c.id)"

#define BLIND_COLUMNS ", coalesce (c.revealed_at, 0), c.masked_label"

static MusterCandidateRecord *
load_record (MusterConnection *connection, gint64 id, gint64 opening_id, GError **error)
{
  g_autoptr (GError)     failure = NULL;
  MusterCandidateRecord *record = NULL;
  sqlite3_stmt          *rows;

  if (opening_id == 0)
    rows = muster_connection_query (
        connection, &failure,
        "SELECT " PERSON_COLUMNS ", c.stage, NULL, 0, 0, 0, '', c.code, NULL" BLIND_COLUMNS
        " FROM candidate AS c WHERE id = ? AND " PERSON_IS_HERE,
        "l", id);
  else
    rows = muster_connection_query (
        connection, &failure,
        "SELECT " PERSON_COLUMNS ", a.stage, f.total, f.n_musts, f.n_musts_met, f.relevant_months,"
        " coalesce (f.top_evidence, ''), a.code, f.masked_evidence" BLIND_COLUMNS " FROM candidate AS c JOIN application AS a ON a.candidate_id = c.id"
        " LEFT JOIN fit AS f ON f.id = a.fit_id WHERE c.id = ? AND a.opening_id = ?",
        "ll", id, opening_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      record = make_record (rows, id, opening_id);
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_CANDIDATE, id);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return record;
}

/* The places of a whole pool, by person; 0 for who has none. One walk over the order by fit. */
static GBytes *
read_ranks (MusterConnection *connection, gint64 opening_id, GError **error)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_autoptr (GError) failure = NULL;
  guint32            rank = 0;
  gsize              size;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (connection, &failure,
                                  "SELECT candidate_id FROM application INDEXED BY application_by_fit"
                                  " WHERE opening_id = ? AND fit_total IS NOT NULL ORDER BY " FIT_ORDER,
                                  "l", opening_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      gint64 id = muster_row_get_integer (rows, 0);

      rank++;
      if (id < 0 || id > MUSTER_MAX_ID)
        continue;
      if (id >= ranks->len)
        g_array_set_size (ranks, (guint) id + 1);
      g_array_index (ranks, guint32, id) = rank;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  size = ranks->len * sizeof (guint32);

  return g_bytes_new_take (g_array_free (g_steal_pointer (&ranks), FALSE), size);
}

static GBytes *
find_ranks (MusterStore *self, MusterConnection *connection, gint64 opening_id, GError **error)
{
  GBytes *ranks = NULL;
  gint64  generation = 0;

  if (!muster_connection_integer (connection, &generation, error, "SELECT generation FROM library", ""))
    return NULL;
  g_mutex_lock (&self->lock);
  if (self->ranks != NULL && self->ranks_opening == opening_id && self->ranks_generation == generation)
    ranks = g_bytes_ref (self->ranks);
  g_mutex_unlock (&self->lock);
  if (ranks != NULL)
    return ranks;

  ranks = read_ranks (connection, opening_id, error);
  if (ranks == NULL)
    return NULL;
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->ranks, g_bytes_unref);
  self->ranks = g_bytes_ref (ranks);
  self->ranks_opening = opening_id;
  self->ranks_generation = generation;
  g_mutex_unlock (&self->lock);

  return ranks;
}

static gboolean
set_ranks (MusterStore *self, MusterConnection *connection, GPtrArray *records, gint64 opening_id, GError **error)
{
  g_autoptr (GBytes) bytes = find_ranks (self, connection, opening_id, error);
  const guint32     *ranks;
  gsize              size;

  if (bytes == NULL)
    return FALSE;
  ranks = g_bytes_get_data (bytes, &size);
  for (guint i = 0; i < records->len; i++)
    {
      MusterCandidateRecord *record = g_ptr_array_index (records, i);

      if (record->id >= 0 && (guint64) record->id < size / sizeof (guint32))
        record->rank = ranks[record->id];
    }

  return TRUE;
}

static gboolean
list_records (const Selection  *selection,
              MusterStore      *self,
              MusterConnection *connection,
              guint             offset,
              guint             limit,
              GPtrArray        *records,
              GError          **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64             opening_id = selection->query->opening_id;

  if (!list_ids (selection, connection, offset, limit, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      MusterCandidateRecord *record = load_record (connection, g_array_index (ids, gint64, i), opening_id, error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }

  return opening_id == 0 || set_ranks (self, connection, records, opening_id, error);
}

/**
 * muster_store_list_candidates:
 * @query: by fit without an opening is by the day they were added
 * @offset: rows to leave out
 * @limit: rows at most
 *
 * Returns: (transfer full) (nullable) (element-type MusterCandidateRecord): that window of the whole order.
 */
GPtrArray *
muster_store_list_candidates (MusterStore                *self,
                              const MusterCandidateQuery *query,
                              guint                       offset,
                              guint                       limit,
                              GError                    **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_candidate_record_free);
  Selection             selection = { 0 };
  MusterConnection     *connection = muster_store_begin_read (self, error);
  gboolean              is_done;

  if (connection == NULL)
    return NULL;
  is_done = select_people (&selection, self, connection, query, error)
            && list_records (&selection, self, connection, offset, limit, records, error);
  g_clear_pointer (&selection.chosen, g_bytes_unref);
  muster_store_end_read (self, connection);

  return is_done ? g_steal_pointer (&records) : NULL;
}

/**
 * muster_store_find_rows:
 * @wanted: (array length=n_wanted): people
 * @positions: (out caller-allocates) (array length=n_wanted): where each stands in the whole order of @query;
 *   G_MAXUINT: not in it
 */
gboolean
muster_store_find_rows (MusterStore                *self,
                        const MusterCandidateQuery *query,
                        const gint64               *wanted,
                        guint                       n_wanted,
                        guint                      *positions,
                        GError                    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Selection          selection = { 0 };
  MusterConnection  *connection = muster_store_begin_read (self, error);
  gboolean           is_done;

  if (connection == NULL)
    return FALSE;
  is_done = select_people (&selection, self, connection, query, error)
            && list_ids (&selection, connection, 0, G_MAXINT, ids, error);
  g_clear_pointer (&selection.chosen, g_bytes_unref);
  muster_store_end_read (self, connection);

  for (guint i = 0; i < n_wanted; i++)
    {
      positions[i] = G_MAXUINT;
      for (guint j = 0; is_done && j < ids->len; j++)
        if (g_array_index (ids, gint64, j) == wanted[i])
          {
            positions[i] = j;
            break;
          }
    }

  return is_done;
}

/** muster_store_count_candidates: @count: (out): all rows of the query; its order does not matter. */
gboolean
muster_store_count_candidates (MusterStore *self, const MusterCandidateQuery *query, guint *count, GError **error)
{
  MusterCandidateQuery unordered = *query;
  Selection            selection = { 0 };
  MusterConnection    *connection = muster_store_begin_read (self, error);
  gboolean             is_done;

  if (connection == NULL)
    return FALSE;
  unordered.sort = MUSTER_SORT_BY_STAGE; /* the smallest index */
  is_done = select_people (&selection, self, connection, &unordered, error)
            && count_selection (&selection, connection, NULL, count, error);
  g_clear_pointer (&selection.chosen, g_bytes_unref);
  muster_store_end_read (self, connection);

  return is_done;
}

/** muster_store_get_applicant: Returns: (transfer full) (nullable): the person as a row of the pool of @opening_id,
 * with fit and rank; NOT_FOUND for who is not in it. @opening_id 0: as muster_store_get_candidate(). */
MusterCandidateRecord *
muster_store_get_applicant (MusterStore *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  g_autoptr (GPtrArray)  records = g_ptr_array_new ();
  MusterConnection      *connection = muster_store_begin_read (self, error);
  MusterCandidateRecord *record;

  if (connection == NULL)
    return NULL;
  record = load_record (connection, candidate_id, opening_id, error);
  if (record != NULL && opening_id != 0)
    {
      g_ptr_array_add (records, record);
      if (!set_ranks (self, connection, records, opening_id, error))
        g_clear_pointer (&record, muster_candidate_record_free);
    }
  muster_store_end_read (self, connection);

  return record;
}

/** muster_store_get_candidate: Returns: (transfer full) (nullable): the person, without any opening. */
MusterCandidateRecord *
muster_store_get_candidate (MusterStore *self, gint64 candidate_id, GError **error)
{
  MusterConnection      *connection = muster_store_begin_read (self, error);
  MusterCandidateRecord *record;

  if (connection == NULL)
    return NULL;
  record = load_record (connection, candidate_id, 0, error);
  muster_store_end_read (self, connection);

  return record;
}
