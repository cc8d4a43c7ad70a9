/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records that are one person become one: documents, values, applications, decisions and references go over,
 * nothing is lost, and the record that was given up stays as a sign that points to the other, so that an old number
 * still leads somewhere. */

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 into_id;
  gint64 from_id;
} Merge;

/* In this order: what points to a fit goes before the fit. ?1 is the person who stays, ?2 the one who is given up. */
static const char *const steps[] = {
  "UPDATE document SET candidate_id = ?1 WHERE candidate_id = ?2",
  "UPDATE value_history SET candidate_id = ?1 WHERE candidate_id = ?2",
  /* Corrections of a profile that is given up are kept, and told as not applied. */
  "UPDATE correction SET candidate_id = ?1, is_applied"
  " = is_applied AND NOT EXISTS (SELECT 1 FROM profile WHERE candidate_id = ?1) WHERE candidate_id = ?2",
  "DELETE FROM told_apart WHERE first_id = ?2 OR second_id = ?2",

  /* In an opening where both are, what was decided rules over what is still new. */
  "UPDATE application SET stage = (SELECT stage FROM application AS a"
  " WHERE a.candidate_id = ?2 AND a.opening_id = application.opening_id) WHERE candidate_id = ?1 AND stage = 0"
  " AND EXISTS (SELECT 1 FROM application AS a WHERE a.candidate_id = ?2 AND a.opening_id = application.opening_id)",
  "UPDATE application SET fit_id = NULL, fit_total = NULL, fit_musts_met = NULL, fit_months = NULL"
  " WHERE candidate_id = ?2",
  "DELETE FROM application WHERE candidate_id = ?2"
  " AND opening_id IN (SELECT opening_id FROM application WHERE candidate_id = ?1)",
  "UPDATE application SET candidate_id = ?1, name_key = (SELECT name_key FROM candidate WHERE id = ?1),"
  " added_at = (SELECT added_at FROM candidate WHERE id = ?1) WHERE candidate_id = ?2",
  "UPDATE decision SET candidate_id = ?1 WHERE candidate_id = ?2",

  /* Who was shown under one number is known under the other. */
  "UPDATE reveal SET candidate_id = ?1 WHERE candidate_id = ?2",
  "UPDATE candidate SET revealed_at = (SELECT max (revealed_at) FROM reveal WHERE candidate_id = ?1)"
  " WHERE id = ?1 AND ?2 <> ?1",
  "DELETE FROM fit WHERE candidate_id = ?2",

  "UPDATE OR IGNORE person_reference SET candidate_id = ?1 WHERE candidate_id = ?2",
  "DELETE FROM person_reference WHERE candidate_id = ?2",

  /* Who has no profile takes the other's. */
  "UPDATE candidate SET (name, name_key, label, city, work_months)"
  " = (SELECT name, name_key, label, city, work_months FROM candidate WHERE id = ?2)"
  " WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM profile WHERE candidate_id = ?1)",
  "UPDATE OR IGNORE profile SET candidate_id = ?1 WHERE candidate_id = ?2",
  "DELETE FROM profile WHERE candidate_id = ?2",

  /* The longer of two duties to keep rules. */
  "UPDATE candidate SET (retain_until, retention_basis)"
  " = (SELECT retain_until, retention_basis FROM candidate WHERE id = ?2)"
  " WHERE id = ?1 AND coalesce (retain_until, 0) < (SELECT coalesce (retain_until, 0) FROM candidate WHERE id = ?2)",
  "UPDATE candidate SET merged_into = ?1 WHERE merged_into = ?2 OR id = ?2",
  "UPDATE candidate SET name = '', label = '', city = '', name_key = x'02', work_months = 0, stage = 0 WHERE id = ?2",
};

static gboolean
merge (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  Merge           *ids = data;
  g_autofree char *from = NULL;
  JsonObject      *detail;

  if (!muster_store_find_candidate (connection, ids->into_id, error)
      || !muster_store_find_candidate (connection, ids->from_id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!muster_connection_run (connection, error, steps[i], "ll", ids->into_id, ids->from_id))
      return FALSE;
  if (!muster_store_refresh_stage (connection, ids->into_id, error))
    return FALSE;

  from = muster_store_dup_pseudonym (connection, ids->from_id, "candidate", error);
  if (from == NULL)
    return FALSE;
  detail = json_object_new ();
  json_object_set_string_member (detail, "from", from);
  *changed |= MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_OPENINGS | MUSTER_CHANGED_FITS | MUSTER_CHANGED_DECISIONS;

  return muster_store_audit (connection, "candidate.merged", ids->into_id, detail, error);
}

/** muster_store_merge_candidates: @into_id keeps profile and number, @from_id leads to it from now on. */
gboolean
muster_store_merge_candidates (MusterStore *self, gint64 into_id, gint64 from_id, GError **error)
{
  Merge ids = { into_id, from_id };

  if (into_id == from_id)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _("A person cannot be merged with themselves."));
      return FALSE;
    }

  return muster_store_write (self, merge, &ids, error);
}
