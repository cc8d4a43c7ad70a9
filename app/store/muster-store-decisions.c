/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions are made by people and kept for good: who was moved where, from where, why, and whether the score was
 * seen before. */

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const MusterDecision *decision;
  char                 *reason;
} NewDecision;

static gboolean
audit_decision (MusterConnection  *connection,
                const NewDecision *new_decision,
                MusterStage        before,
                gint64             version_id,
                GError           **error)
{
  const MusterDecision *decision = new_decision->decision;
  g_autofree char      *reason = NULL;
  JsonObject           *detail;

  reason = muster_store_dup_pseudonym (connection, decision->candidate_id, new_decision->reason, error);
  if (reason == NULL)
    return FALSE;
  detail = json_object_new ();
  json_object_set_int_member (detail, "opening", decision->opening_id);
  json_object_set_int_member (detail, "version", version_id);
  json_object_set_string_member (detail, "from", muster_stage_name (before));
  json_object_set_string_member (detail, "to", muster_stage_name (decision->stage));
  json_object_set_string_member (detail, "reason", reason);
  if (decision->saw_score >= 0)
    json_object_set_boolean_member (detail, "saw-score", decision->saw_score != 0);

  return muster_store_audit (connection, "candidate.decided", decision->candidate_id, detail, error);
}

static gboolean
decide (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  NewDecision          *new_decision = data;
  const MusterDecision *decision = new_decision->decision;
  gint64                version_id, before = -1;

  if (!muster_store_find_version (connection, decision->opening_id, &version_id, error)
      || !muster_store_find_candidate (connection, decision->candidate_id, error)
      || !muster_connection_integer (connection, &before, error,
                                     "SELECT stage FROM application WHERE opening_id = ? AND candidate_id = ?", "ll",
                                     decision->opening_id, decision->candidate_id))
    return FALSE;
  if (before < 0)
    return muster_store_not_found (error, MUSTER_THING_APPLICATION, decision->candidate_id);

  if (!muster_connection_run (
          connection, error,
          "INSERT INTO decision (candidate_id, opening_id, opening_version_id, stage_before, stage, reason,"
          " saw_score, fit_total, decided_at) SELECT ?1, ?2, ?3, stage, ?4, ?5, nullif (?6, -1), fit_total, ?7"
          " FROM application WHERE opening_id = ?2 AND candidate_id = ?1",
          "lllusll", decision->candidate_id, decision->opening_id, version_id, (guint) decision->stage,
          new_decision->reason, (gint64) decision->saw_score, muster_store_now ())
      || !muster_connection_run (connection, error,
                                 "UPDATE application SET stage = ? WHERE opening_id = ? AND candidate_id = ?", "ull",
                                 (guint) decision->stage, decision->opening_id, decision->candidate_id)
      || !muster_store_refresh_stage (connection, decision->candidate_id, error))
    return FALSE;
  *changed |= MUSTER_CHANGED_DECISIONS;

  return audit_decision (connection, new_decision,
                         (MusterStage) CLAMP (before, MUSTER_STAGE_NEW, MUSTER_STAGE_DECLINED), version_id, error);
}

/**
 * muster_store_decide:
 * @decision: for a person in the pool of the opening; declining asks for a reason
 */
gboolean
muster_store_decide (MusterStore *self, const MusterDecision *decision, GError **error)
{
  g_autofree char *reason = g_strstrip (g_strdup (decision->reason != NULL ? decision->reason : ""));
  NewDecision      new_decision = { decision, reason };

  if ((guint) decision->stage > MUSTER_STAGE_DECLINED || decision->saw_score < -1 || decision->saw_score > 1)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, _("There is no stage %d."),
                   (int) decision->stage);
      return FALSE;
    }
  if (decision->stage == MUSTER_STAGE_DECLINED && *reason == '\0')
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _("Declining somebody asks for a reason. Give one and try again."));
      return FALSE;
    }

  return muster_store_write (self, decide, &new_decision, error);
}

/**
 * muster_store_list_decisions:
 * @opening_id: 0: of all openings
 *
 * Returns: (transfer full) (nullable) (element-type MusterDecisionRecord): newest first.
 */
GPtrArray *
muster_store_list_decisions (MusterStore *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_decision_record_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT opening_id, stage, reason, decided_at FROM decision"
                                  " WHERE candidate_id = ?1 AND (?2 = 0 OR opening_id = ?2) ORDER BY id DESC",
                                  "ll", candidate_id, opening_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      MusterDecisionRecord *record = g_new0 (MusterDecisionRecord, 1);

      record->opening_id = muster_row_get_integer (rows, 0);
      record->stage = (MusterStage) CLAMP (muster_row_get_integer (rows, 1), MUSTER_STAGE_NEW, MUSTER_STAGE_DECLINED);
      record->reason = muster_row_dup_text (rows, 2);
      record->decided_at = muster_row_get_integer (rows, 3);
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
