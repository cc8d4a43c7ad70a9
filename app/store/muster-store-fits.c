/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fits: a person held against the version of an opening that was fixed before anyone was ranked. The newest one of
 * each person stands beside the application too, where the order of the pool is an index. */

#include "muster-fit-mask.h"
#include "muster-store-blind.h"
#include "muster-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64           candidate_id;
  const MusterFit *fit;
  char            *json;
  char            *model;
  char            *masked_evidence;
} SavedFit;

typedef struct
{
  gint64     opening_id;
  gint64     version_id;
  GPtrArray *fits; /* SavedFit */
} SavedFits;

static void
saved_fit_free (SavedFit *saved)
{
  g_free (saved->json);
  g_free (saved->model);
  g_free (saved->masked_evidence);
  g_free (saved);
}

/* NULL where it cannot be told now: it is masked when it is read. */
static char *
mask_evidence (MusterStore *self, gint64 candidate_id, MusterOpening *opening, const MusterFit *fit)
{
  g_autoptr (MusterMask) mask
      = opening != NULL ? muster_store_load_person_mask (self, candidate_id, NULL) : NULL;
  g_autoptr (MusterFit)  masked = mask != NULL ? muster_fit_dup_masked (fit, mask, opening) : NULL;

  return masked != NULL ? g_strdup (muster_fit_get_top_evidence (masked)) : NULL;
}

static SavedFit *
saved_fit_new (MusterStore *self, gint64 candidate_id, MusterOpening *opening, const MusterFit *fit)
{
  g_autoptr (JsonNode) node = muster_fit_to_json (fit);
  SavedFit            *saved = g_new0 (SavedFit, 1);
  const char          *model = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    model = json_object_get_string_member_with_default (json_node_get_object (node), "model", NULL);
  saved->candidate_id = candidate_id;
  saved->fit = fit;
  saved->json = json_to_string (node, FALSE);
  saved->model = g_strdup (model);
  saved->masked_evidence = mask_evidence (self, candidate_id, opening, fit);

  return saved;
}

/** muster_store_find_version: @version_id: (out): of the newest version of an opening. */
gboolean
muster_store_find_version (MusterConnection *connection, gint64 opening_id, gint64 *version_id, GError **error)
{
  *version_id = 0;

  return muster_connection_integer (connection, version_id, error,
                                    "SELECT v.id FROM opening_version AS v JOIN opening AS o ON o.id = v.opening_id"
                                    " WHERE o.id = ? AND o.removed_at IS NULL ORDER BY v.version DESC LIMIT 1",
                                    "l", opening_id)
         && (*version_id != 0 || muster_store_not_found (error, MUSTER_THING_OPENING, opening_id));
}

static gboolean
audit_fit (MusterConnection *connection, const SavedFits *saved, const SavedFit *fit, GError **error)
{
  g_autofree char *content = muster_store_dup_pseudonym (connection, fit->candidate_id, fit->json, error);
  JsonObject      *detail;

  if (content == NULL)
    return FALSE;
  detail = json_object_new ();
  json_object_set_int_member (detail, "opening", saved->opening_id);
  json_object_set_int_member (detail, "version", saved->version_id);
  json_object_set_double_member (detail, "total", muster_fit_get_total (fit->fit));
  if (fit->model != NULL)
    json_object_set_string_member (detail, "model", fit->model);
  json_object_set_string_member (detail, "content", content);

  return muster_store_audit (connection, "fit.reckoned", fit->candidate_id, detail, error);
}

static gboolean
insert_fit (MusterConnection *connection, const SavedFits *saved, const SavedFit *fit, GError **error)
{
  guint n_met = 0, n_musts = muster_fit_get_n_musts (fit->fit, &n_met);

  if (!muster_connection_run (
          connection, error,
          "INSERT INTO fit (opening_version_id, candidate_id, total, n_musts, n_musts_met, relevant_months,"
          " top_evidence, json, model_version, made_at, masked_evidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
          " coalesce (?9, (SELECT model_version FROM opening_version WHERE id = ?1)), ?10, ?11)"
          " ON CONFLICT (opening_version_id, candidate_id) DO UPDATE SET total = excluded.total,"
          " n_musts = excluded.n_musts, n_musts_met = excluded.n_musts_met,"
          " relevant_months = excluded.relevant_months, top_evidence = excluded.top_evidence,"
          " json = excluded.json, model_version = excluded.model_version, made_at = excluded.made_at,"
          " masked_evidence = excluded.masked_evidence",
          "llduuusssls", saved->version_id, fit->candidate_id, muster_fit_get_total (fit->fit), n_musts, n_met,
          muster_fit_get_relevant_months (fit->fit), muster_fit_get_top_evidence (fit->fit), fit->json, fit->model,
          muster_store_now (), fit->masked_evidence))
    return FALSE;
  if (!muster_connection_run (connection, error,
                              "UPDATE application SET fit_total = ?1, fit_musts_met = ?2, fit_months = ?3,"
                              " fit_id = (SELECT id FROM fit WHERE opening_version_id = ?4 AND candidate_id = ?5)"
                              " WHERE opening_id = ?6 AND candidate_id = ?5",
                              "duulll", muster_fit_get_total (fit->fit), n_met,
                              muster_fit_get_relevant_months (fit->fit), saved->version_id, fit->candidate_id,
                              saved->opening_id))
    return FALSE;
  if (muster_connection_get_changes (connection) == 0)
    return muster_store_not_found (error, MUSTER_THING_APPLICATION, fit->candidate_id);

  return audit_fit (connection, saved, fit, error);
}

static gboolean
save_fits (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  SavedFits *saved = data;

  if (!muster_store_find_version (connection, saved->opening_id, &saved->version_id, error))
    return FALSE;
  for (guint i = 0; i < saved->fits->len; i++)
    if (!insert_fit (connection, saved, g_ptr_array_index (saved->fits, i), error))
      return FALSE;
  *changed |= MUSTER_CHANGED_FITS;

  return TRUE;
}

/**
 * muster_store_save_fits:
 * @candidate_ids: (array length=n): who are in the pool
 * @fits: (array length=n): theirs
 *
 * All in one transaction: a whole ranking costs one commit.
 */
gboolean
muster_store_save_fits (MusterStore            *self,
                        gint64                  opening_id,
                        const gint64           *candidate_ids,
                        const MusterFit *const *fits,
                        guint                   n,
                        GError                **error)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func ((GDestroyNotify) saved_fit_free);
  SavedFits             saved = { opening_id, 0, array };
  g_autoptr (MusterOpening) opening = muster_store_load_opening (self, opening_id, NULL);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, saved_fit_new (self, candidate_ids[i], opening, fits[i]));

  return n == 0 || muster_store_write (self, save_fits, &saved, error);
}

/** muster_store_save_fit: takes the place of the fit that this version of the opening had for this person. */
gboolean
muster_store_save_fit (MusterStore *self, gint64 candidate_id, gint64 opening_id, const MusterFit *fit, GError **error)
{
  return muster_store_save_fits (self, opening_id, &candidate_id, &fit, 1, error);
}

/** muster_store_load_fit_json: Returns: (transfer full) (nullable): as muster_fit_to_json() wrote it; NOT_FOUND while
 * there is none. */
char *
muster_store_load_fit_json (MusterStore *self, gint64 candidate_id, gint64 opening_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  MusterConnection  *connection = muster_store_begin_read (self, error);
  char              *json = NULL;
  sqlite3_stmt      *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT f.json FROM application AS a JOIN fit AS f ON f.id = a.fit_id"
                                  " WHERE a.opening_id = ? AND a.candidate_id = ?", "ll", opening_id, candidate_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      json = muster_row_dup_text (rows, 0);
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_FIT, candidate_id);
  muster_store_end_read (self, connection);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return json;
}

/** muster_store_list_unranked: Returns: (transfer full) (nullable) (element-type gint64): pointers to the ids,
 * rising. */
GPtrArray *
muster_store_list_unranked (MusterStore *self, gint64 opening_id, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT candidate_id FROM application INDEXED BY application_by_experience"
                                  " WHERE opening_id = ? AND fit_months IS NULL ORDER BY candidate_id",
                                  "l", opening_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      gint64 id = muster_row_get_integer (rows, 0);

      g_ptr_array_add (ids, g_memdup2 (&id, sizeof id));
    }
  muster_store_end_read (self, connection);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&ids);
}
