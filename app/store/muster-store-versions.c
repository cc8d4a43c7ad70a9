/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is fixed never changes; who wants other criteria makes a further version, and all are ranked by it. Fits and
 * decisions of the versions before stay as they were. */

#include "muster-store-versions.h"

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef struct
{
  gint64      opening_id;
  const char *title;
  char       *json;
  double      rules_weight;
  const char *model_version;
  gint64      version;
} NewVersion;

typedef struct
{
  gint64      opening_id;
  const char *reason; /* NULL: reopen */
} Closing;

void
muster_opening_version_free (MusterOpeningVersion *version)
{
  g_free (version->model_version);
  muster_opening_unref (version->opening);
  g_free (version);
}

static gboolean
insert_version (MusterStore       *self,
                MusterConnection  *connection,
                gpointer           data,
                MusterStoreChange *changed,
                GError           **error)
{
  NewVersion *new_version = data;
  gint64      newest_id = 0;
  JsonObject *detail;

  if (!muster_store_find_version (connection, new_version->opening_id, &newest_id, error)
      || !muster_connection_integer (connection, &new_version->version, error,
                                     "SELECT version + 1 FROM opening_version WHERE id = ?", "l", newest_id)
      || !muster_connection_run (
          connection, error,
          "INSERT INTO opening_version (opening_id, version, title, json, rules_weight, band_strong, band_good,"
          " band_possible, model_version, fixed_at) SELECT opening_id, ?1, ?2, ?3, ?4, band_strong, band_good,"
          " band_possible, ?5, ?6 FROM opening_version WHERE id = ?7",
          "lssdsll", new_version->version, new_version->title, new_version->json, new_version->rules_weight,
          new_version->model_version, muster_store_now (), newest_id)
      || !muster_connection_run (
          connection, error,
          "UPDATE application SET fit_id = NULL, fit_total = NULL, fit_musts_met = NULL, fit_months = NULL"
          " WHERE opening_id = ?",
          "l", new_version->opening_id))
    return FALSE;

  detail = json_object_new ();
  json_object_set_int_member (detail, "opening", new_version->opening_id);
  json_object_set_int_member (detail, "version", new_version->version);
  json_object_set_string_member (detail, "model", new_version->model_version);
  *changed |= MUSTER_CHANGED_OPENINGS | MUSTER_CHANGED_FITS | MUSTER_CHANGED_CANDIDATES;

  return muster_store_audit (connection, "opening.fixed", 0, detail, error);
}

gboolean
muster_store_change_opening (MusterStore   *self,
                             gint64         opening_id,
                             MusterOpening *opening,
                             const char    *model_version,
                             guint         *version,
                             GError       **error)
{
  g_autoptr (JsonNode) node = muster_opening_to_json (opening);
  g_autofree char     *json = json_to_string (node, FALSE);
  NewVersion           new_version = { .opening_id = opening_id,
                                       .title = muster_opening_get_title (opening),
                                       .json = json,
                                       .rules_weight = muster_opening_get_rules_weight (opening),
                                       .model_version = model_version };

  g_return_val_if_fail (model_version != NULL, FALSE);

  if (!muster_store_write (self, insert_version, &new_version, error))
    return FALSE;
  if (version != NULL)
    *version = (guint) new_version.version;

  return TRUE;
}

static MusterOpeningVersion *
make_version (sqlite3_stmt *row, gint64 opening_id, GError **error)
{
  g_autofree char      *text = muster_row_dup_text (row, 3);
  g_autoptr (JsonNode)  node = json_from_string (text, NULL);
  MusterOpening        *opening = node != NULL ? muster_opening_new_from_json (node, NULL) : NULL;
  MusterOpeningVersion *version;

  if (opening == NULL)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
                   _("Opening %" PRId64 " is damaged in the database. Put back a snapshot."), opening_id);
      return NULL;
    }
  version = g_new0 (MusterOpeningVersion, 1);
  version->number = muster_row_get_count (row, 0);
  version->fixed_at = muster_row_get_integer (row, 1);
  version->model_version = muster_row_dup_text (row, 2);
  version->opening = opening;

  return version;
}

GPtrArray *
muster_store_list_versions (MusterStore *self, gint64 opening_id, GError **error)
{
  g_autoptr (GPtrArray) versions
      = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_opening_version_free);
  g_autoptr (GError) failure = NULL;
  MusterConnection  *connection = muster_store_begin_read (self, error);
  sqlite3_stmt      *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT v.version, v.fixed_at, v.model_version, v.json FROM opening_version AS v"
                                  " JOIN opening AS o ON o.id = v.opening_id"
                                  " WHERE o.id = ? AND o.removed_at IS NULL ORDER BY v.version DESC",
                                  "l", opening_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      MusterOpeningVersion *version = make_version (rows, opening_id, &failure);

      if (version == NULL)
        {
          muster_connection_end (rows);
          break;
        }
      g_ptr_array_add (versions, version);
    }
  if (failure == NULL && versions->len == 0)
    muster_store_not_found (&failure, MUSTER_THING_OPENING, opening_id);
  muster_store_end_read (self, connection);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&versions);
}

/** muster_store_refuse_closed: FALSE and INVALID when the opening is closed; one that is not there is not closed. */
gboolean
muster_store_refuse_closed (MusterConnection *connection, gint64 opening_id, GError **error)
{
  gint64 is_closed = 0;

  if (!muster_connection_integer (connection, &is_closed, error,
                                  "SELECT 1 FROM opening WHERE id = ? AND closed_at IS NOT NULL", "l", opening_id))
    return FALSE;
  if (!is_closed)
    return TRUE;
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _("Opening %" PRId64 " is closed and takes nobody new. Reopen it first."), opening_id);

  return FALSE;
}

gboolean
muster_store_check_open (MusterStore *self, gint64 opening_id, GError **error)
{
  MusterConnection *connection = muster_store_begin_read (self, error);
  gboolean          is_open;

  if (connection == NULL)
    return FALSE;
  is_open = muster_store_refuse_closed (connection, opening_id, error);
  muster_store_end_read (self, connection);

  return is_open;
}

static gboolean
set_closed (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  const Closing *closing = data;
  gint64         version_id = 0;
  JsonObject    *detail;

  if (!muster_store_find_version (connection, closing->opening_id, &version_id, error)
      || !muster_connection_run (connection, error,
                                 "UPDATE opening SET closed_at = CASE WHEN ?2 IS NULL THEN NULL ELSE ?3 END,"
                                 " closed_reason = coalesce (?2, '')"
                                 " WHERE id = ?1 AND (closed_at IS NULL) = (?2 IS NOT NULL)",
                                 "lsl", closing->opening_id, closing->reason, muster_store_now ()))
    return FALSE;
  if (muster_connection_get_changes (connection) == 0)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   closing->reason != NULL ? _("This opening is closed already.") : _("This opening is open already."));
      return FALSE;
    }
  detail = json_object_new ();
  json_object_set_int_member (detail, "opening", closing->opening_id);
  if (closing->reason != NULL)
    json_object_set_string_member (detail, "reason", closing->reason);
  *changed |= MUSTER_CHANGED_OPENINGS;

  return muster_store_audit (connection, closing->reason != NULL ? "opening.closed" : "opening.reopened", 0, detail,
                             error);
}

gboolean
muster_store_close_opening (MusterStore *self, gint64 opening_id, const char *reason, GError **error)
{
  Closing closing = { opening_id, reason };

  if (g_strcmp0 (reason, "filled") != 0 && g_strcmp0 (reason, "withdrawn") != 0)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _("An opening is closed as “filled” or as “withdrawn”."));
      return FALSE;
    }

  return muster_store_write (self, set_closed, &closing, error);
}

gboolean
muster_store_reopen_opening (MusterStore *self, gint64 opening_id, GError **error)
{
  Closing closing = { opening_id, NULL };

  return muster_store_write (self, set_closed, &closing, error);
}
