/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search while blind: masked texts for those who were not revealed, so that nobody is found by what is hidden of
 * them; true ones for the others. Ordered as muster_store_search() orders. */

#include "muster-store-blind.h"

#include "muster-store-private.h"
#include "muster-store-query.h"

#define MAX_RANKED 5000

#define FIND(index, score, who) \
  "SELECT d.id, " score " AS score, " who " AS is_masked FROM " index " AS t JOIN document AS d ON d.id = t.rowid" \
  " JOIN candidate AS c ON c.id = d.candidate_id WHERE " index " MATCH ?1 AND (c.revealed_at IS NULL) = " who

#define SOMEBODY_IS_SHOWN " AND EXISTS (SELECT 1 FROM reveal)"

#define RANKED FIND ("masked_index", "muster_rank (masked_index)", "1") " UNION ALL " \
               FIND ("text_index", "muster_rank (text_index)", "0") SOMEBODY_IS_SHOWN " ORDER BY score DESC, d.id DESC LIMIT ?2"
#define NEWEST FIND ("masked_index", "0", "1") " UNION ALL " FIND ("text_index", "0", "0") SOMEBODY_IS_SHOWN " ORDER BY d.id DESC LIMIT ?2"

static gboolean
list_documents (MusterConnection *connection,
                const char       *match,
                gboolean          is_ranked,
                guint             limit,
                GPtrArray        *hits,
                GError          **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows
      = muster_connection_query (connection, &failure, is_ranked ? RANKED : NEWEST, "su", match, limit);

  while (muster_connection_next (connection, rows, &failure))
    {
      MusterSearchHit *hit = g_new0 (MusterSearchHit, 1);

      hit->document_id = muster_row_get_integer (rows, 0);
      hit->score = muster_row_get_real (rows, 1);
      hit->is_masked = muster_row_get_integer (rows, 2) != 0;
      g_ptr_array_add (hits, hit);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* "1 0 2 1840 ": the page whose start is the last before the place. */
static guint
find_page (const char *pages, guint place)
{
  g_auto (GStrv) numbers = g_strsplit (pages, " ", -1);
  guint          page = 1;

  for (guint i = 0; numbers[i] != NULL && numbers[i + 1] != NULL; i += 2)
    if (g_ascii_strtoull (numbers[i + 1], NULL, 10) <= place)
      page = (guint) MAX (g_ascii_strtoull (numbers[i], NULL, 10), 1);

  return page;
}

static gboolean
find_true_page (MusterConnection *connection, MusterSearchHit *hit, guint place, GError **error)
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

static void
read_hit (MusterSearchHit *hit, sqlite3_stmt *row, const char *query, guint *place)
{
  g_autofree char *text = muster_row_dup_text (row, 3);
  g_autofree char *pages = muster_row_dup_text (row, 4);

  hit->candidate_id = muster_row_get_integer (row, 0);
  hit->name = muster_row_dup_text (row, 1);
  hit->file_name = muster_row_dup_text (row, 2); /* of a masked one, its media type */
  hit->snippet = muster_store_query_to_snippet (query, text, place);
  hit->page = find_page (pages, *place);
  hit->code = muster_row_dup_text (row, 5);
}

static gboolean
fill_hit (MusterConnection *connection, MusterSearchHit *hit, const char *query, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint              place = 0;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (
      connection, &failure,
      hit->is_masked
          ? "SELECT d.candidate_id, '', d.media_type, m.text, m.pages, c.code FROM document AS d"
            " JOIN candidate AS c ON c.id = d.candidate_id JOIN masked_text AS m ON m.document_id = d.id WHERE d.id = ?"
          : "SELECT d.candidate_id, c.name, d.file_name, t.text, '', c.code FROM document AS d"
            " JOIN candidate AS c ON c.id = d.candidate_id JOIN document_text AS t ON t.document_id = d.id"
            " WHERE d.id = ?",
      "l", hit->document_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      read_hit (hit, rows, query, &place);
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_DOCUMENT, hit->document_id);
  if (failure == NULL)
    return hit->is_masked || find_true_page (connection, hit, place, error);
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
  gint64 n = 0;

  if (!muster_connection_integer (connection, &n, error,
                                  "SELECT count (*) FROM (SELECT 1 FROM masked_index WHERE masked_index MATCH ? LIMIT ?)",
                                  "su", match, MAX_RANKED + 1u)
      || !list_documents (connection, match, n <= MAX_RANKED, limit, hits, error))
    return FALSE;
  for (guint i = 0; i < hits->len; i++)
    if (!fill_hit (connection, g_ptr_array_index (hits, i), query, error))
      return FALSE;

  return TRUE;
}

/** muster_store_search_blind: Returns: (transfer full) (nullable) (element-type MusterSearchHit): as
 * muster_store_search(). */
GPtrArray *
muster_store_search_blind (MusterStore *self, const char *query, guint limit, GError **error)
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
