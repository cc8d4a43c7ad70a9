/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that is kept about one person as one JSON object, for the person: the files themselves, every value with
 * the place it was read at, what changed, where they applied, every fit with its reasons, every decision, and the
 * audit entries about them. */

#include "muster-store-private.h"

#include <string.h>

/* A table of the export: the columns of @sql become members of the same name. Columns named "…_json" hold JSON. */
typedef struct
{
  const char *member;
  const char *sql; /* ?1: the person */
} Part;

static const Part parts[] = {
  { "documents",
    "SELECT d.id, d.file_name, d.sha256, d.size_bytes, d.media_type, d.language, d.status, d.n_pages,"
    " d.hidden_characters, d.notes AS notes_json, d.extractor_version, d.added_at, t.text, o.bytes AS original FROM document AS d"
    " LEFT JOIN document_text AS t ON t.document_id = d.id LEFT JOIN original AS o ON o.document_id = d.id"
    " WHERE d.candidate_id = ?1 ORDER BY d.id" },
  { "values",
    "SELECT v.document_id AS document, v.pointer, v.text, v.page, v.x, v.y, v.width, v.height, v.text_start,"
    " v.text_length, v.kind, v.confidence FROM value AS v JOIN document AS d ON d.id = v.document_id"
    " WHERE d.candidate_id = ?1 ORDER BY v.id" },
  { "history",
    "SELECT pointer, old_text, new_text, changed_by, changed_at FROM value_history WHERE candidate_id = ?1"
    " ORDER BY id" },
  { "corrections",
    "SELECT pointer, old_text, new_text, is_applied, corrected_at, taken_back_at FROM correction"
    " WHERE candidate_id = ?1 ORDER BY id" },
  { "applications",
    "SELECT a.opening_id AS opening, v.title, a.stage, a.applied_at FROM application AS a"
    " JOIN opening_version AS v ON v.opening_id = a.opening_id"
    " WHERE a.candidate_id = ?1"
    " AND v.version = (SELECT max (version) FROM opening_version WHERE opening_id = a.opening_id)"
    " ORDER BY a.id" },
  { "fits",
    "SELECT v.opening_id AS opening, v.version, f.total, f.n_musts, f.n_musts_met, f.relevant_months,"
    " f.json AS fit_json, f.model_version, f.made_at FROM fit AS f"
    " JOIN opening_version AS v ON v.id = f.opening_version_id WHERE f.candidate_id = ?1 ORDER BY f.id" },
  { "decisions",
    "SELECT opening_id AS opening, stage_before, stage, reason, saw_score, fit_total, decided_at FROM decision"
    " WHERE candidate_id = ?1 ORDER BY id" },
  { "reveals",
    "SELECT opening_id AS opening, reason, revealed_at FROM reveal WHERE candidate_id = ?1 ORDER BY id" },
  { "references",
    "SELECT kind, lower (hex (hash)) AS hash, made_at FROM person_reference WHERE candidate_id = ?1 ORDER BY id" },
};

/* Stages by name: a number means nothing outside of Muster. */
static void
add_integer (JsonObject *object, const char *name, gint64 value)
{
  if (g_str_has_prefix (name, "stage"))
    json_object_set_string_member (object, name,
                                   muster_stage_name (
                                       (MusterStage) CLAMP (value, MUSTER_STAGE_NEW, MUSTER_STAGE_DECLINED)));
  else
    json_object_set_int_member (object, name, value);
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  g_autofree char *base = NULL;
  JsonNode        *node;

  if (!g_str_has_suffix (name, "_json"))
    {
      json_object_set_string_member (object, name, text);
      return;
    }
  base = g_strndup (name, strlen (name) - strlen ("_json"));
  node = json_from_string (text, NULL);
  if (node != NULL)
    json_object_set_member (object, base, node);
  else
    json_object_set_string_member (object, base, text);
}

static JsonObject *
read_row (sqlite3_stmt *row)
{
  JsonObject *object = json_object_new ();

  for (int i = 0; i < sqlite3_column_count (row); i++)
    {
      const char *name = sqlite3_column_name (row, i);

      switch (sqlite3_column_type (row, i))
        {
        case SQLITE_INTEGER:
          add_integer (object, name, muster_row_get_integer (row, i));
          break;
        case SQLITE_FLOAT:
          json_object_set_double_member (object, name, muster_row_get_real (row, i));
          break;
        case SQLITE_BLOB:
          {
            g_autoptr (GBytes) bytes = muster_row_dup_bytes (row, i);
            g_autofree char   *text = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

            json_object_set_string_member (object, name, text);
            break;
          }
        case SQLITE_TEXT:
          {
            g_autofree char *text = muster_row_dup_text (row, i);

            add_text (object, name, text);
            break;
          }
        default:
          json_object_set_null_member (object, name);
        }
    }

  return object;
}

static gboolean
add_part (MusterConnection *connection, JsonObject *object, const Part *part, gint64 candidate_id, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (GError)    failure = NULL;
  sqlite3_stmt         *rows = muster_connection_query (connection, &failure, part->sql, "l", candidate_id);

  while (muster_connection_next (connection, rows, &failure))
    json_array_add_object_element (array, read_row (rows));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  json_object_set_array_member (object, part->member, g_steal_pointer (&array));

  return TRUE;
}

static gboolean
add_person (MusterConnection *connection, JsonObject *object, gint64 candidate_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (
      connection, &failure,
      "SELECT c.id, c.name, c.label, c.city, c.work_months, c.stage, c.added_at, c.retain_until,"
      " c.retention_basis, p.json AS profile_json, p.extractor_version, p.made_at AS profile_made_at"
      " FROM candidate AS c LEFT JOIN profile AS p ON p.candidate_id = c.id"
      " WHERE c.id = ? AND c.erased_at IS NULL AND c.merged_into IS NULL",
      "l", candidate_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      json_object_set_object_member (object, "candidate", read_row (rows));
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_CANDIDATE, candidate_id);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Pseudonyms of this person and of those that were merged into them. */
static gboolean
add_audit (MusterConnection *connection, JsonObject *object, gint64 candidate_id, GError **error)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonArray)  array = json_array_new ();
  g_autoptr (GError)     failure = NULL;
  sqlite3_stmt          *rows;

  rows = muster_connection_query (connection, &failure, "SELECT id FROM candidate WHERE id = ?1 OR merged_into = ?1",
                                  "l", candidate_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      char *subject = muster_store_dup_pseudonym (connection, muster_row_get_integer (rows, 0), "candidate", NULL);

      if (subject != NULL)
        g_hash_table_add (subjects, subject);
    }
  if (failure == NULL)
    rows = muster_connection_query (connection, &failure, "SELECT entry FROM audit ORDER BY id", "");
  while (failure == NULL && muster_connection_next (connection, rows, &failure))
    {
      g_autofree char *text = muster_row_dup_text (rows, 0);
      JsonNode        *entry = json_from_string (text, NULL);
      const char      *subject = NULL;

      if (entry != NULL && JSON_NODE_HOLDS_OBJECT (entry))
        subject = json_object_get_string_member_with_default (json_node_get_object (entry), "subject", NULL);
      if (subject != NULL && g_hash_table_contains (subjects, subject))
        json_array_add_element (array, g_steal_pointer (&entry));
      g_clear_pointer (&entry, json_node_unref);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  json_object_set_array_member (object, "audit", g_steal_pointer (&array));

  return TRUE;
}

/** muster_store_export_candidate: Returns: (transfer full) (nullable): one object; times are Unix seconds, places are
 * points from the top left. */
JsonNode *
muster_store_export_candidate (MusterStore *self, gint64 candidate_id, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  MusterConnection      *connection = muster_store_begin_read (self, error);
  gboolean               is_done;
  JsonNode              *node;

  if (connection == NULL)
    return NULL;
  json_object_set_string_member (object, "format", "muster-person-1");
  is_done = add_person (connection, object, candidate_id, error);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && is_done; i++)
    is_done = add_part (connection, object, &parts[i], candidate_id, error);
  is_done = is_done && add_audit (connection, object, candidate_id, error);
  muster_store_end_read (self, connection);
  if (!is_done)
    return NULL;
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, object);

  return node;
}
