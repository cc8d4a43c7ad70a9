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
  gboolean              is_undo;
} NewDecision;

typedef struct
{
  NewDecision *decisions;
  guint        n;
  GPtrArray   *past; /* (nullable): MusterPastStage */
} NewDecisions;

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
  if (new_decision->is_undo)
    json_object_set_boolean_member (detail, "undo", TRUE);
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

static gboolean
check_decision (const NewDecision *new_decision, GError **error)
{
  const MusterDecision *decision = new_decision->decision;

  if ((guint) decision->stage > MUSTER_STAGE_DECLINED || decision->saw_score < -1 || decision->saw_score > 1)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, _("There is no stage %d."),
                   (int) decision->stage);
      return FALSE;
    }
  /* Who was declined before there were reasons is put back without one. */
  if (decision->stage == MUSTER_STAGE_DECLINED && *new_decision->reason == '\0' && !new_decision->is_undo)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _("Declining somebody asks for a reason. Give one and try again."));
      return FALSE;
    }

  return TRUE;
}

static MusterPastStage *
find_past (MusterConnection *connection, const MusterDecision *decision, GError **error)
{
  g_autoptr (GError) failure = NULL;
  MusterPastStage   *past = NULL;
  sqlite3_stmt      *rows;

  rows = muster_connection_query (
      connection, &failure,
      "SELECT stage, coalesce ((SELECT d.reason FROM decision AS d WHERE d.candidate_id = a.candidate_id"
      " AND d.opening_id = a.opening_id ORDER BY d.id DESC LIMIT 1), '')"
      " FROM application AS a WHERE opening_id = ? AND candidate_id = ?",
      "ll", decision->opening_id, decision->candidate_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      past = g_new0 (MusterPastStage, 1);
      past->candidate_id = decision->candidate_id;
      past->opening_id = decision->opening_id;
      past->stage
          = (MusterStage) CLAMP (muster_row_get_integer (rows, 0), MUSTER_STAGE_NEW, MUSTER_STAGE_DECLINED);
      past->reason = muster_row_dup_text (rows, 1);
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_APPLICATION, decision->candidate_id);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return past;
}

static gboolean
decide_all (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  NewDecisions *all = data;

  for (guint i = 0; i < all->n; i++)
    {
      NewDecision     *decision = &all->decisions[i];
      MusterPastStage *past = NULL;

      if (all->past != NULL && (past = find_past (connection, decision->decision, error)) == NULL)
        return FALSE;
      if (past != NULL)
        g_ptr_array_add (all->past, past);
      if (!decide (self, connection, decision, changed, error))
        return FALSE;
    }

  return TRUE;
}

/* @past: (nullable): gets where they were */
static gboolean
write_decisions (MusterStore          *self,
                 const MusterDecision *decisions,
                 guint                 n,
                 gboolean              is_undo,
                 GPtrArray            *past,
                 GError              **error)
{
  g_autofree NewDecision *prepared = g_new0 (NewDecision, MAX (n, 1));
  NewDecisions            all = { prepared, n, past };
  gboolean                is_done = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const char *reason = decisions[i].reason != NULL ? decisions[i].reason : "";

      prepared[i] = (NewDecision){ &decisions[i], g_strstrip (g_strdup (reason)), is_undo };
      is_done = is_done && check_decision (&prepared[i], error);
    }
  is_done = is_done && (n == 0 || muster_store_write (self, decide_all, &all, error));
  for (guint i = 0; i < n; i++)
    g_free (prepared[i].reason);

  return is_done;
}

/**
 * muster_store_decide:
 * @decision: for a person in the pool of the opening; declining asks for a reason
 */
gboolean
muster_store_decide (MusterStore *self, const MusterDecision *decision, GError **error)
{
  return write_decisions (self, decision, 1, FALSE, NULL, error);
}

/** muster_store_decide_many: see muster_store_decide(); one that is refused leaves all as they were. */
GPtrArray *
muster_store_decide_many (MusterStore *self, const MusterDecision *decisions, guint n, GError **error)
{
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_past_stage_free);

  return write_decisions (self, decisions, n, FALSE, past, error) ? g_steal_pointer (&past) : NULL;
}

/** muster_store_take_back: @past: as muster_store_decide_many() gave it. */
gboolean
muster_store_take_back (MusterStore *self, GPtrArray *past, GError **error)
{
  g_autofree MusterDecision *decisions = g_new0 (MusterDecision, MAX (past->len, 1));

  /* Last first: of two decisions about one person, the first knows where they were. */
  for (guint i = 0; i < past->len; i++)
    {
      const MusterPastStage *stage = g_ptr_array_index (past, past->len - 1 - i);

      decisions[i] = (MusterDecision){ stage->candidate_id, stage->opening_id, stage->stage, stage->reason, -1 };
    }

  return write_decisions (self, decisions, past->len, TRUE, NULL, error);
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
