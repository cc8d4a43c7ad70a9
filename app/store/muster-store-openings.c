/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Openings with their versions, and the pool of people that each has. */

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* They are stored with each version, so that a later change of them moves nobody in a running
 * selection. */
#define BAND_STRONG 80.0
#define BAND_GOOD 60.0
#define BAND_POSSIBLE 40.0

typedef struct
{
  const char *title;
  char       *json;
  double      rules_weight;
  const char *model_version;
  gint64      id;
} NewOpening;

static gboolean
insert_opening (MusterStore       *self,
                MusterConnection  *connection,
                gpointer           data,
                MusterStoreChange *changed,
                GError           **error)
{
  NewOpening *opening = data;
  gint64      now = muster_store_now ();
  JsonObject *detail;

  if (!muster_connection_run (connection, error, "INSERT INTO opening (made_at) VALUES (?)", "l", now))
    return FALSE;
  opening->id = muster_connection_last_id (connection);
  if (!muster_connection_run (
          connection, error,
          "INSERT INTO opening_version (opening_id, version, title, json, rules_weight, band_strong, band_good,"
          " band_possible, model_version, fixed_at) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
          "lssddddsl", opening->id, opening->title, opening->json, opening->rules_weight, BAND_STRONG, BAND_GOOD,
          BAND_POSSIBLE, opening->model_version, now))
    return FALSE;

  detail = json_object_new ();
  json_object_set_int_member (detail, "opening", opening->id);
  json_object_set_int_member (detail, "version", 1);
  json_object_set_string_member (detail, "model", opening->model_version);
  *changed |= MUSTER_CHANGED_OPENINGS;

  return muster_store_audit (connection, "opening.fixed", 0, detail, error);
}

/**
 * muster_store_add_opening:
 * @model_version: what it ranks with, for as long as this version lives
 *
 * Returns: its id; 0 on error.
 */
gint64
muster_store_add_opening (MusterStore *self, MusterOpening *opening, const char *model_version, GError **error)
{
  g_autoptr (JsonNode) node = muster_opening_to_json (opening);
  g_autofree char     *json = json_to_string (node, FALSE);
  NewOpening           new_opening
      = { muster_opening_get_title (opening), json, muster_opening_get_rules_weight (opening), model_version, 0 };

  g_return_val_if_fail (model_version != NULL, 0);

  return muster_store_write (self, insert_opening, &new_opening, error) ? new_opening.id : 0;
}

static MusterOpeningRecord *
make_record (sqlite3_stmt *row)
{
  MusterOpeningRecord *record = g_new0 (MusterOpeningRecord, 1);

  record->id = muster_row_get_integer (row, 0);
  record->version = muster_row_get_count (row, 1);
  record->title = muster_row_dup_text (row, 2);
  record->model_version = muster_row_dup_text (row, 3);
  record->fixed_at = muster_row_get_integer (row, 4);
  record->n_candidates = muster_row_get_count (row, 5);
  record->n_ranked = muster_row_get_count (row, 6);
  record->n_new = muster_row_get_count (row, 7);
  record->field = muster_row_dup_text (row, 8);
  record->closed_at = muster_row_get_integer (row, 9);
  record->closed_reason = muster_row_dup_text (row, 10);

  return record;
}

/** muster_store_list_openings: Returns: (transfer full) (nullable) (element-type MusterOpeningRecord): those not
 * removed, oldest first. */
GPtrArray *
muster_store_list_openings (MusterStore *self, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_opening_record_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (
      connection, &failure,
      "SELECT o.id, v.version, v.title, v.model_version, v.fixed_at,"
      " (SELECT count (*) FROM application WHERE opening_id = o.id),"
      " (SELECT count (*) FROM application WHERE opening_id = o.id AND fit_total IS NOT NULL),"
      " (SELECT count (*) FROM application WHERE opening_id = o.id AND stage = 0),"
      " coalesce (v.json ->> '$.field', ''), o.closed_at, o.closed_reason"
      " FROM opening AS o JOIN opening_version AS v ON v.opening_id = o.id"
      " WHERE o.removed_at IS NULL"
      " AND v.version = (SELECT max (version) FROM opening_version WHERE opening_id = o.id) ORDER BY o.id",
      "");
  while (muster_connection_next (connection, rows, &failure))
    g_ptr_array_add (records, make_record (rows));
  muster_store_end_read (self, connection);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&records);
}

/** muster_store_load_opening: Returns: (transfer full) (nullable): its newest version. */
MusterOpening *
muster_store_load_opening (MusterStore *self, gint64 opening_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  MusterConnection  *connection = muster_store_begin_read (self, error);
  MusterOpening     *opening = NULL;
  sqlite3_stmt      *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT v.json FROM opening AS o JOIN opening_version AS v ON v.opening_id = o.id"
                                  " WHERE o.id = ? AND o.removed_at IS NULL ORDER BY v.version DESC LIMIT 1",
                                  "l", opening_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char     *text = muster_row_dup_text (rows, 0);
      g_autoptr (JsonNode) node = json_from_string (text, NULL);

      muster_connection_end (rows);
      opening = node != NULL ? muster_opening_new_from_json (node, NULL) : NULL;
      if (opening == NULL)
        g_set_error (&failure, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
                     _("Opening %" PRId64 " is damaged in the database. Put back a snapshot."), opening_id);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_OPENING, opening_id);
  muster_store_end_read (self, connection);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return opening;
}

static gboolean
find_opening (MusterConnection *connection, gint64 opening_id, GError **error)
{
  gint64 is_there = 0;

  return muster_connection_integer (connection, &is_there, error,
                                    "SELECT 1 FROM opening WHERE id = ? AND removed_at IS NULL", "l", opening_id)
         && (is_there || muster_store_not_found (error, MUSTER_THING_OPENING, opening_id));
}

static gboolean
remove_opening (MusterStore       *self,
                MusterConnection  *connection,
                gpointer           data,
                MusterStoreChange *changed,
                GError           **error)
{
  gint64      opening_id = *(gint64 *) data;
  JsonObject *detail;

  if (!find_opening (connection, opening_id, error)
      || !muster_connection_run (connection, error, "UPDATE opening SET removed_at = ? WHERE id = ?", "ll",
                                 muster_store_now (), opening_id))
    return FALSE;
  detail = json_object_new ();
  json_object_set_int_member (detail, "opening", opening_id);
  *changed |= MUSTER_CHANGED_OPENINGS;

  return muster_store_audit (connection, "opening.removed", 0, detail, error);
}

/** muster_store_remove_opening: takes it off the list; decisions made for it stay, because the law asks for them. */
gboolean
muster_store_remove_opening (MusterStore *self, gint64 opening_id, GError **error)
{
  return muster_store_write (self, remove_opening, &opening_id, error);
}

/** muster_store_apply_within: @is_new: (out): FALSE when the person was in the pool already. */
gboolean
muster_store_apply_within (MusterConnection *connection,
                           gint64            candidate_id,
                           gint64            opening_id,
                           gboolean         *is_new,
                           GError          **error)
{
  JsonObject *detail;

  if (!find_opening (connection, opening_id, error) || !muster_store_find_candidate (connection, candidate_id, error)
      || !muster_store_refuse_closed (connection, opening_id, error)
      || !muster_connection_run (
          connection, error,
          "INSERT INTO application (opening_id, candidate_id, applied_at, name_key, added_at)"
          " SELECT ?, id, ?, name_key, added_at FROM candidate WHERE id = ? ON CONFLICT DO NOTHING",
          "lll", opening_id, muster_store_now (), candidate_id))
    return FALSE;
  *is_new = muster_connection_get_changes (connection) > 0;
  if (!*is_new)
    return TRUE;
  if (!muster_store_give_code (connection, candidate_id, opening_id, error))
    return FALSE;
  detail = json_object_new ();
  json_object_set_int_member (detail, "opening", opening_id);

  return muster_store_audit (connection, "candidate.applied", candidate_id, detail, error)
         && muster_store_refresh_stage (connection, candidate_id, error);
}

typedef struct
{
  gint64 candidate_id;
  gint64 opening_id;
} Application;

static gboolean
apply (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  Application *application = data;
  gboolean     is_new = FALSE;

  if (!muster_store_apply_within (connection, application->candidate_id, application->opening_id, &is_new, error))
    return FALSE;
  if (is_new)
    *changed |= MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_OPENINGS;

  return TRUE;
}

/** muster_store_apply: puts a person into the pool of an opening; who is there already stays as they are. */
gboolean
muster_store_apply (MusterStore *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  Application application = { candidate_id, opening_id };

  return muster_store_write (self, apply, &application, error);
}

static GArray *
list_unassigned (MusterConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (
      connection, &failure,
      "SELECT id FROM candidate AS c WHERE merged_into IS NULL AND erased_at IS NULL AND NOT EXISTS"
      " (SELECT 1 FROM application AS a JOIN opening AS o ON o.id = a.opening_id"
      "  WHERE a.candidate_id = c.id AND o.removed_at IS NULL)",
      "");
  while (muster_connection_next (connection, rows, &failure))
    {
      gint64 id = muster_row_get_integer (rows, 0);

      g_array_append_val (ids, id);
    }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static gboolean
apply_unassigned (MusterStore       *self,
                  MusterConnection  *connection,
                  gpointer           data,
                  MusterStoreChange *changed,
                  GError           **error)
{
  Application        application = { 0, *(gint64 *) data };
  g_autoptr (GArray) ids = list_unassigned (connection, error);

  if (ids == NULL || !find_opening (connection, application.opening_id, error)
      || !muster_store_refuse_closed (connection, application.opening_id, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      application.candidate_id = g_array_index (ids, gint64, i);
      if (!apply (self, connection, &application, changed, error))
        return FALSE;
    }

  return TRUE;
}

/** muster_store_apply_unassigned: puts everybody who is in no pool into that of @opening_id, in one transaction. */
gboolean
muster_store_apply_unassigned (MusterStore *self, gint64 opening_id, GError **error)
{
  return muster_store_write (self, apply_unassigned, &opening_id, error);
}
