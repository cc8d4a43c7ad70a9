/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether people are looked at blind, and who was shown in spite of it: each with a reason and an entry in the log.
 * The log itself holds no reason, for reasons name people; it has its pseudonym, or its SHA-256 where it is about
 * nobody. */

#include "muster-store-blind.h"

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gboolean is_blind;
  char    *reason;
} BlindChange;

typedef struct
{
  gint64 candidate_id;
  gint64 opening_id;
  char  *reason;
} Reveal;

static gboolean
read_blind (MusterConnection *connection, gboolean *is_blind, GError **error)
{
  gint64 is_off = 0;

  if (!muster_connection_integer (connection, &is_off, error,
                                  "SELECT 1 FROM setting WHERE name = 'blind' AND value = 'off'", ""))
    return FALSE;
  *is_blind = !is_off;

  return TRUE;
}

/** muster_store_get_blind: @is_blind: (out): on until somebody turned it off. */
gboolean
muster_store_get_blind (MusterStore *self, gboolean *is_blind, GError **error)
{
  MusterConnection *connection = muster_store_begin_read (self, error);
  gboolean          is_done;

  if (connection == NULL)
    return FALSE;
  is_done = read_blind (connection, is_blind, error);
  muster_store_end_read (self, connection);

  return is_done;
}

static gboolean
change_blind (MusterStore       *self,
              MusterConnection  *connection,
              gpointer           data,
              MusterStoreChange *changed,
              GError           **error)
{
  BlindChange     *change = data;
  gboolean         is_blind = TRUE;
  g_autofree char *content = g_compute_checksum_for_string (G_CHECKSUM_SHA256, change->reason, -1);
  JsonObject      *detail;

  if (!read_blind (connection, &is_blind, error))
    return FALSE;
  if (is_blind == change->is_blind)
    return TRUE;
  if (!muster_connection_run (connection, error,
                              "INSERT INTO setting VALUES ('blind', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                              "s", change->is_blind ? "on" : "off")
      || !muster_connection_run (connection, error,
                                 "INSERT INTO blind_change (is_blind, reason, changed_at) VALUES (?, ?, ?)", "usl",
                                 change->is_blind ? 1u : 0u, change->reason, muster_store_now ()))
    return FALSE;
  detail = json_object_new ();
  if (*change->reason != '\0')
    json_object_set_string_member (detail, "reason", content);
  *changed |= MUSTER_CHANGED_BLIND | MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_FITS;

  return muster_store_audit (connection, change->is_blind ? "blind.on" : "blind.off", 0, detail, error);
}

static gboolean
refuse_silence (GError **error)
{
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _("Showing who people are asks for a reason. Give one and try again."));
  return FALSE;
}

/** muster_store_set_blind: @reason: (nullable): must say something when it is turned off. */
gboolean
muster_store_set_blind (MusterStore *self, gboolean is_blind, const char *reason, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  BlindChange      change = { is_blind != FALSE, stripped };

  if (!is_blind && *stripped == '\0')
    return refuse_silence (error);

  return muster_store_write (self, change_blind, &change, error);
}

static gboolean
reveal (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  Reveal          *shown = data;
  gint64           now = muster_store_now (), version_id = 0;
  g_autofree char *reason = NULL;
  JsonObject      *detail;

  if (!muster_store_find_candidate (connection, shown->candidate_id, error)
      || (shown->opening_id != 0 && !muster_store_find_version (connection, shown->opening_id, &version_id, error)))
    return FALSE;
  if (!muster_connection_run (connection, error,
                              "INSERT INTO reveal (candidate_id, opening_id, reason, revealed_at)"
                              " VALUES (?, nullif (?, 0), ?, ?)",
                              "llsl", shown->candidate_id, shown->opening_id, shown->reason, now)
      || !muster_connection_run (connection, error, "UPDATE candidate SET revealed_at = ? WHERE id = ?", "ll", now,
                                 shown->candidate_id))
    return FALSE;
  reason = muster_store_dup_pseudonym (connection, shown->candidate_id, shown->reason, error);
  if (reason == NULL)
    return FALSE;
  detail = json_object_new ();
  if (shown->opening_id != 0)
    json_object_set_int_member (detail, "opening", shown->opening_id);
  json_object_set_string_member (detail, "reason", reason);
  *changed |= MUSTER_CHANGED_BLIND | MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_FITS;

  return muster_store_audit (connection, "candidate.revealed", shown->candidate_id, detail, error);
}

/**
 * muster_store_reveal:
 * @opening_id: where they were looked at; 0: in no opening
 * @reason: must say something
 */
gboolean
muster_store_reveal (MusterStore *self, gint64 candidate_id, gint64 opening_id, const char *reason, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  Reveal           shown = { candidate_id, opening_id, stripped };

  if (*stripped == '\0')
    return refuse_silence (error);

  return muster_store_write (self, reveal, &shown, error);
}

/** muster_store_is_revealed: @is_revealed: (out): FALSE also for somebody who is not there. */
gboolean
muster_store_is_revealed (MusterStore *self, gint64 candidate_id, gboolean *is_revealed, GError **error)
{
  MusterConnection *connection = muster_store_begin_read (self, error);
  gint64            at = 0;
  gboolean          is_done;

  *is_revealed = FALSE;
  if (connection == NULL)
    return FALSE;
  is_done = muster_connection_integer (connection, &at, error,
                                       "SELECT coalesce (revealed_at, 0) FROM candidate WHERE id = ?", "l",
                                       candidate_id);
  muster_store_end_read (self, connection);
  *is_revealed = is_done && at != 0;

  return is_done;
}

/** muster_store_list_reveals: Returns: (transfer full) (nullable) (element-type MusterRevealRecord): newest first;
 * @candidate_id 0: of everybody. */
GPtrArray *
muster_store_list_reveals (MusterStore *self, gint64 candidate_id, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reveal_record_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT candidate_id, coalesce (opening_id, 0), reason, revealed_at FROM reveal"
                                  " WHERE ?1 = 0 OR candidate_id = ?1 ORDER BY id DESC",
                                  "l", candidate_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      MusterRevealRecord *record = g_new0 (MusterRevealRecord, 1);

      record->candidate_id = muster_row_get_integer (rows, 0);
      record->opening_id = muster_row_get_integer (rows, 1);
      record->reason = muster_row_dup_text (rows, 2);
      record->revealed_at = muster_row_get_integer (rows, 3);
      g_ptr_array_add (records, record);
    }
  muster_store_end_read (self, connection);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&records);
}

/** muster_store_find_owner: @candidate_id: (out): whose document it is; NOT_FOUND where there is none. */
gboolean
muster_store_find_owner (MusterStore *self, gint64 document_id, gint64 *candidate_id, GError **error)
{
  MusterConnection *connection = muster_store_begin_read (self, error);
  gboolean          is_done;

  *candidate_id = 0;
  if (connection == NULL)
    return FALSE;
  is_done = muster_connection_integer (connection, candidate_id, error,
                                       "SELECT candidate_id FROM document WHERE id = ?", "l", document_id);
  muster_store_end_read (self, connection);

  return is_done && (*candidate_id != 0 || muster_store_not_found (error, MUSTER_THING_DOCUMENT, document_id));
}
