/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, in a chain: each entry has the SHA-256 of the hash before it and of its own text, so that nobody
 * changes one without changing all that follow. Entries hold no personal data. A person stands in them as a
 * pseudonym, HMAC-SHA256 under a salt of that person: when the salt is destroyed by an erasure, the chain still holds
 * and leads to nobody. SCHEMA.md tells an outsider how to check it. */

#include "muster-store-private.h"

#include <string.h>

#define HASH_BYTES 32
#define PSEUDONYM_CHARACTERS 32

static const guchar beginning[HASH_BYTES] = { 0 };

static GBytes *
chain (GBytes *previous, const char *entry)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8                digest[HASH_BYTES];
  gsize                 length = sizeof digest;

  g_checksum_update (checksum, g_bytes_get_data (previous, NULL), (gssize) g_bytes_get_size (previous));
  g_checksum_update (checksum, (const guchar *) entry, (gssize) strlen (entry));
  g_checksum_get_digest (checksum, digest, &length);

  return g_bytes_new (digest, length);
}

/**
 * muster_store_dup_pseudonym:
 * @text: what the pseudonym stands for, beside the person
 *
 * Returns: (transfer full) (nullable): the same for the same person and text as long as the person was not erased.
 */
char *
muster_store_dup_pseudonym (MusterConnection *connection, gint64 candidate_id, const char *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) salt = NULL;
  g_autofree char   *pseudonym = NULL;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (connection, &failure, "SELECT bytes FROM salt WHERE candidate_id = ?", "l",
                                  candidate_id);
  if (!muster_connection_next (connection, rows, &failure))
    {
      if (failure == NULL)
        muster_store_not_found (&failure, MUSTER_THING_CANDIDATE, candidate_id);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  salt = muster_row_dup_bytes (rows, 0);
  muster_connection_end (rows);
  pseudonym = g_compute_hmac_for_string (G_CHECKSUM_SHA256, g_bytes_get_data (salt, NULL), g_bytes_get_size (salt),
                                         text, -1);

  return g_strndup (pseudonym, PSEUDONYM_CHARACTERS);
}

static char *
write_entry (gint64 id, const char *event, const char *subject, JsonObject *detail)
{
  g_autoptr (JsonObject) entry = json_object_new ();
  g_autoptr (JsonNode)   node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (entry, "id", id);
  json_object_set_int_member (entry, "at", muster_store_now ());
  json_object_set_string_member (entry, "event", event);
  if (subject != NULL)
    json_object_set_string_member (entry, "subject", subject);
  if (detail != NULL)
    json_object_set_object_member (entry, "detail", json_object_ref (detail));
  json_node_set_object (node, entry);

  return json_to_string (node, FALSE);
}

static gboolean
find_last (MusterConnection *connection, gint64 *id, GBytes **hash, GError **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows
      = muster_connection_query (connection, &failure, "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1", "");

  *id = 0;
  if (muster_connection_next (connection, rows, &failure))
    {
      *id = muster_row_get_integer (rows, 0);
      *hash = muster_row_dup_bytes (rows, 1);
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    *hash = g_bytes_new_static (beginning, sizeof beginning);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/** muster_store_audit: appends an entry within the transaction of the writer. */
gboolean
muster_store_audit (MusterConnection *connection,
                    const char       *event,
                    gint64            candidate_id,
                    JsonObject       *detail,
                    GError          **error)
{
  g_autoptr (JsonObject) owned = detail;
  g_autoptr (GBytes)     previous = NULL, hash = NULL;
  g_autofree char       *subject = NULL, *entry = NULL;
  gint64                 id = 0;

  if (candidate_id != 0)
    {
      subject = muster_store_dup_pseudonym (connection, candidate_id, "candidate", error);
      if (subject == NULL)
        return FALSE;
    }
  if (!find_last (connection, &id, &previous, error))
    return FALSE;
  entry = write_entry (id + 1, event, subject, owned);
  hash = chain (previous, entry);

  return muster_connection_run (connection, error, "INSERT INTO audit VALUES (?, ?, ?, ?)", "lsbb", id + 1, entry,
                                previous, hash)
         && muster_connection_run (connection, error,
                                   "INSERT INTO setting VALUES ('audit-length', ?) "
                                   "ON CONFLICT DO UPDATE SET value = excluded.value",
                                   "l", id + 1);
}

static gboolean
entry_is_right (sqlite3_stmt *row, gint64 expected_id, GBytes *expected_previous)
{
  g_autofree char     *entry = muster_row_dup_text (row, 1);
  g_autoptr (GBytes)   previous = muster_row_dup_bytes (row, 2);
  g_autoptr (GBytes)   hash = muster_row_dup_bytes (row, 3);
  g_autoptr (GBytes)   reckoned = chain (expected_previous, entry);
  g_autoptr (JsonNode) node = json_from_string (entry, NULL);

  return muster_row_get_integer (row, 0) == expected_id && g_bytes_equal (previous, expected_previous)
         && g_bytes_equal (hash, reckoned) && node != NULL && JSON_NODE_HOLDS_OBJECT (node)
         && json_object_get_int_member_with_default (json_node_get_object (node), "id", 0) == expected_id;
}

/**
 * muster_store_verify_chain:
 * @n_entries: (out): entries that were looked at
 * @first_bad: (out): id of the first entry that was changed, is missing or does not follow the one before; 0: the
 * chain holds
 */
gboolean
muster_store_verify_chain (MusterConnection *connection, guint *n_entries, gint64 *first_bad, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) previous = g_bytes_new_static (beginning, sizeof beginning);
  gint64             length = 0;
  sqlite3_stmt      *rows;

  *n_entries = 0;
  *first_bad = 0;
  if (!muster_connection_integer (connection, &length, error,
                                  "SELECT CAST (value AS INTEGER) FROM setting WHERE name = 'audit-length'", ""))
    return FALSE;

  rows = muster_connection_query (connection, &failure, "SELECT id, entry, previous, hash FROM audit ORDER BY id", "");
  while (muster_connection_next (connection, rows, &failure))
    {
      if (!entry_is_right (rows, (gint64) *n_entries + 1, previous))
        {
          *first_bad = (gint64) *n_entries + 1;
          muster_connection_end (rows);
          break;
        }
      ++*n_entries;
      g_bytes_unref (previous);
      previous = muster_row_dup_bytes (rows, 3);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (*first_bad == 0 && *n_entries != length)
    *first_bad = (gint64) *n_entries + 1;

  return TRUE;
}

/** muster_store_verify_audit: see muster_store_verify_chain(); errors are those of reading, not of the chain. */
gboolean
muster_store_verify_audit (MusterStore *self, guint *n_entries, gint64 *first_bad, GError **error)
{
  MusterConnection *connection = muster_store_begin_read (self, error);
  guint             n = 0;
  gint64            bad = 0;
  gboolean          is_done;

  if (connection == NULL)
    return FALSE;
  is_done = muster_store_verify_chain (connection, &n, &bad, error);
  muster_store_end_read (self, connection);
  if (n_entries != NULL)
    *n_entries = n;
  if (first_bad != NULL)
    *first_bad = bad;

  return is_done;
}
