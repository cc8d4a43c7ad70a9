/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inbox is a question to the tables, not a table: what is filed or told apart is gone from it at once. */

#include "muster-store-inbox.h"

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>

/* The nearest of those who share a mail address, a telephone number or a name and were here before: "rank id", rank as
 * in MusterSameness. */
#define LIKE \
  "(SELECT max (CASE m.kind WHEN 'mail' THEN 3 WHEN 'phone' THEN 2 ELSE 1 END * 1000000000 - o.candidate_id)" \
  " FROM person_reference AS m JOIN person_reference AS o ON o.kind = m.kind AND o.hash = m.hash" \
  " JOIN candidate AS k ON k.id = o.candidate_id" \
  " WHERE m.candidate_id = c.id AND o.candidate_id < c.id AND k.merged_into IS NULL AND k.erased_at IS NULL" \
  " AND NOT EXISTS (SELECT 1 FROM told_apart WHERE first_id = o.candidate_id AND second_id = c.id))"

#define IS_FILED \
  "EXISTS (SELECT 1 FROM application AS a JOIN opening AS o ON o.id = a.opening_id" \
  " WHERE a.candidate_id = c.id AND o.removed_at IS NULL)"

#define INBOX \
  "(SELECT d.id AS id, c.id AS candidate_id, d.file_name, d.media_type, d.added_at, d.n_pages, c.name, c.label," \
  " coalesce (c.code, '') AS code, coalesce (c.revealed_at, 0) AS revealed_at, c.masked_label," \
  " " IS_FILED " AS is_filed, coalesce (" LIKE ", 0) AS alike" \
  " FROM document AS d JOIN candidate AS c ON c.id = d.candidate_id" \
  " WHERE c.merged_into IS NULL AND c.erased_at IS NULL)"

#define RANK_FACTOR 1000000000

typedef struct
{
  const gint64 *candidate_ids;
  guint         n;
  gint64        opening_id;
} Filing;

void
muster_inbox_record_free (MusterInboxRecord *record)
{
  g_free (record->file_name);
  g_free (record->media_type);
  g_free (record->name);
  g_free (record->label);
  g_free (record->code);
  g_free (record->like_name);
  g_free (record->like_code);
  g_free (record->masked_label);
  g_free (record);
}

static MusterInboxRecord *
make_record (sqlite3_stmt *row)
{
  MusterInboxRecord *record = g_new0 (MusterInboxRecord, 1);
  gint64             alike = muster_row_get_integer (row, 12);

  record->document_id = muster_row_get_integer (row, 0);
  record->candidate_id = muster_row_get_integer (row, 1);
  record->file_name = muster_row_dup_text (row, 2);
  record->media_type = muster_row_dup_text (row, 3);
  record->added_at = muster_row_get_integer (row, 4);
  record->n_pages = muster_row_get_count (row, 5);
  record->name = muster_row_dup_text (row, 6);
  record->label = muster_row_dup_text (row, 7);
  record->code = muster_row_dup_text (row, 8);
  record->revealed_at = muster_row_get_integer (row, 9);
  record->masked_label = muster_row_is_null (row, 10) ? NULL : muster_row_dup_text (row, 10);
  record->is_filed = muster_row_get_integer (row, 11) != 0;
  if (alike > 0)
    {
      record->sameness = (MusterSameness) ((alike + RANK_FACTOR - 1) / RANK_FACTOR);
      record->like_id = (gint64) record->sameness * RANK_FACTOR - alike;
    }
  record->like_name = muster_row_dup_text (row, 13);
  record->like_code = muster_row_dup_text (row, 14);
  record->like_revealed_at = muster_row_get_integer (row, 15);

  return record;
}

GPtrArray *
muster_store_list_inbox (MusterStore *self, guint offset, guint limit, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_inbox_record_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (
      connection, &failure,
      "SELECT i.*, coalesce (k.name, ''), coalesce (k.code, ''), coalesce (k.revealed_at, 0)"
      " FROM " INBOX " AS i LEFT JOIN candidate AS k"
      " ON i.alike > 0 AND k.id = (i.alike + 999999999) / 1000000000 * 1000000000 - i.alike WHERE NOT i.is_filed OR i.alike > 0 ORDER BY i.id DESC LIMIT ? OFFSET ?",
      "uu", limit, offset);
  while (muster_connection_next (connection, rows, &failure))
    g_ptr_array_add (records, make_record (rows));
  muster_store_end_read (self, connection);
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

gboolean
muster_store_count_inbox (MusterStore *self, guint *count, GError **error)
{
  MusterConnection *connection = muster_store_begin_read (self, error);
  gint64            n = 0;
  gboolean          is_done;

  if (connection == NULL)
    return FALSE;
  is_done = muster_connection_integer (
      connection, &n, error, "SELECT count (*) FROM " INBOX " WHERE NOT is_filed OR alike > 0", "");
  muster_store_end_read (self, connection);
  *count = (guint) n;

  return is_done;
}

static gboolean
tell_apart (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  const gint64    *ids = data;
  g_autofree char *other = NULL;
  JsonObject      *detail;

  if (!muster_store_find_candidate (connection, ids[0], error)
      || !muster_store_find_candidate (connection, ids[1], error)
      || !muster_connection_run (connection, error,
                                 "INSERT INTO told_apart VALUES (min (?1, ?2), max (?1, ?2), ?3) ON CONFLICT DO NOTHING",
                                 "lll", ids[0], ids[1], muster_store_now ())
      || (other = muster_store_dup_pseudonym (connection, ids[1], "candidate", error)) == NULL)
    return FALSE;
  detail = json_object_new ();
  json_object_set_string_member (detail, "other", other);
  *changed |= MUSTER_CHANGED_CANDIDATES;

  return muster_store_audit (connection, "candidate.told-apart", ids[0], detail, error);
}

gboolean
muster_store_tell_apart (MusterStore *self, gint64 candidate_id, gint64 other_id, GError **error)
{
  gint64 ids[] = { candidate_id, other_id };

  if (candidate_id == other_id)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _("A person cannot be told apart from themselves."));
      return FALSE;
    }

  return muster_store_write (self, tell_apart, ids, error);
}

static gboolean
apply_many (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  const Filing *filing = data;
  gboolean      is_new = FALSE;

  for (guint i = 0; i < filing->n; i++)
    if (!muster_store_apply_within (connection, filing->candidate_ids[i], filing->opening_id, &is_new, error))
      return FALSE;
  *changed |= MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_OPENINGS;

  return TRUE;
}

gboolean
muster_store_apply_many (
    MusterStore *self, const gint64 *candidate_ids, guint n, gint64 opening_id, GError **error)
{
  Filing filing = { candidate_ids, n, opening_id };

  return n == 0 || muster_store_write (self, apply_many, &filing, error);
}

gboolean
muster_store_count_unranked (
    MusterStore *self, gint64 opening_id, guint *n_unreadable, guint *n_all, GError **error)
{
  MusterConnection *connection = muster_store_begin_read (self, error);
  gint64            all = 0, unreadable = 0;
  gboolean          is_done;

  if (connection == NULL)
    return FALSE;
  is_done = muster_connection_integer (connection, &all, error,
                                       "SELECT count (*) FROM application INDEXED BY application_by_experience"
                                       " WHERE opening_id = ? AND fit_months IS NULL",
                                       "l", opening_id)
            && muster_connection_integer (
                connection, &unreadable, error,
                "SELECT count (*) FROM application AS a INDEXED BY application_by_experience"
                " LEFT JOIN profile AS p ON p.candidate_id = a.candidate_id"
                " LEFT JOIN document AS d ON d.id = p.document_id"
                " WHERE a.opening_id = ? AND a.fit_months IS NULL AND (d.id IS NULL OR d.status = 'empty')",
                "l", opening_id);
  muster_store_end_read (self, connection);
  *n_all = (guint) all;
  *n_unreadable = (guint) unreadable;

  return is_done;
}
