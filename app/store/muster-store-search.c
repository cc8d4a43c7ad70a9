/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over everything people wrote. Ranking costs about 2 µs a hit and 8 for phrases (measured), so only a bounded
 * number of hits is ranked; a query that more documents answer gives the newest of them, unranked, and the score of 0
 * says so. */

#include "muster-store-private.h"

#include "muster-store-query.h"

#define MAX_RANKED 5000

static gboolean
list_documents (MusterConnection *connection,
                const char       *sql,
                const char       *match,
                guint             limit,
                GPtrArray        *hits,
                GError          **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows = muster_connection_query (connection, &failure, sql, "su", match, limit);

  while (muster_connection_next (connection, rows, &failure))
    {
      MusterSearchHit *hit = g_new0 (MusterSearchHit, 1);

      hit->document_id = muster_row_get_integer (rows, 0);
      hit->score = muster_row_get_real (rows, 1);
      g_ptr_array_add (hits, hit);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
count_hits (MusterConnection *connection, const char *match, gint64 *n, GError **error)
{
  return muster_connection_integer (
      connection, n, error, "SELECT count (*) FROM (SELECT 1 FROM text_index WHERE text_index MATCH ? LIMIT ?)", "su",
      match, MAX_RANKED + 1u);
}

static gboolean
find_page (MusterConnection *connection, MusterSearchHit *hit, guint place, GError **error)
{
  gint64 page = 1;

  if (!muster_connection_integer (
          connection, &page, error,
          "SELECT number FROM page WHERE document_id = ? AND text_length > 0 AND text_start <= ?"
          " ORDER BY number DESC LIMIT 1",
          "lu", hit->document_id, place))
    return FALSE;
  hit->page = (guint) CLAMP (page, 1, G_MAXINT);

  return TRUE;
}

static gboolean
fill_hit (MusterConnection *connection, MusterSearchHit *hit, const char *query, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint              place = 0;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (
      connection, &failure,
      "SELECT d.candidate_id, c.name, d.file_name, t.text FROM document AS d"
      " JOIN candidate AS c ON c.id = d.candidate_id JOIN document_text AS t ON t.document_id = d.id"
      " WHERE d.id = ?",
      "l", hit->document_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char *text = muster_row_dup_text (rows, 3);

      hit->candidate_id = muster_row_get_integer (rows, 0);
      hit->name = muster_row_dup_text (rows, 1);
      hit->file_name = muster_row_dup_text (rows, 2);
      hit->snippet = muster_store_query_to_snippet (query, text, &place);
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_DOCUMENT, hit->document_id);
  if (failure == NULL)
    return find_page (connection, hit, place, error);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
search (MusterConnection *connection,
        const char       *query,
        const char       *match,
        guint             limit,
        GPtrArray        *hits,
        GError          **error)
{
  gint64      n = 0;
  const char *sql;

  if (!count_hits (connection, match, &n, error))
    return FALSE;
  if (n <= MAX_RANKED)
    sql = "SELECT rowid, muster_rank (text_index) AS score FROM text_index WHERE text_index MATCH ?"
          " ORDER BY score DESC, rowid DESC LIMIT ?";
  else
    sql = "SELECT rowid, 0 FROM text_index WHERE text_index MATCH ? ORDER BY rowid DESC LIMIT ?";
  if (!list_documents (connection, sql, match, limit, hits, error))
    return FALSE;
  for (guint i = 0; i < hits->len; i++)
    if (!fill_hit (connection, g_ptr_array_index (hits, i), query, error))
      return FALSE;

  return TRUE;
}

/**
 * muster_store_search:
 * @query: as muster-store-query.c explains it; whatever is typed is no error
 *
 * Returns: (transfer full) (nullable) (element-type MusterSearchHit): best first, or newest first with score 0 where
 * more than 5,000 documents answer.
 */
GPtrArray *
muster_store_search (MusterStore *self, const char *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_search_hit_free);
  g_autofree char      *match = muster_store_query_to_match (query);
  MusterConnection     *connection;
  gboolean              is_done;

  if (match == NULL)
    return g_steal_pointer (&hits);
  connection = muster_store_begin_read (self, error);
  if (connection == NULL)
    return NULL;
  is_done = search (connection, query, match, limit, hits, error);
  muster_store_end_read (self, connection);

  return is_done ? g_steal_pointer (&hits) : NULL;
}
