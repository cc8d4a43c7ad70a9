/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import taken back: what it brought is erased (secure_delete overwrites the pages of the file), but for people
 * whom somebody has worked on since. The numbers of the people stay used, their salts are destroyed: the log holds and
 * leads to nobody. */

#include "muster-store-batches.h"

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef struct
{
  gint64             opening_id;
  gint64             batch_id;
  MusterUndoneBatch *undone;
} Batch;

static void
kept_person_free (gpointer data)
{
  MusterKeptPerson *person = data;

  g_free (person->name);
  g_free (person);
}

void
muster_undone_batch_clear (MusterUndoneBatch *undone)
{
  g_clear_pointer (&undone->kept, g_ptr_array_unref);
}

static gboolean
insert_batch (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  Batch *batch = data;

  if (!muster_connection_run (connection, error,
                              "INSERT INTO import_batch (opening_id, begun_at) VALUES (nullif (?, 0), ?)", "ll",
                              batch->opening_id, muster_store_now ()))
    return FALSE;
  batch->batch_id = muster_connection_last_id (connection);

  return TRUE;
}

gboolean
muster_store_begin_batch (MusterStore *self, gint64 opening_id, gint64 *batch_id, GError **error)
{
  Batch batch = { .opening_id = opening_id };

  *batch_id = 0;
  if (!muster_store_write (self, insert_batch, &batch, error))
    return FALSE;
  *batch_id = batch.batch_id;

  return TRUE;
}

static gboolean
find_batch (MusterConnection *connection, gint64 batch_id, GError **error)
{
  gint64 is_there = 0;

  if (!muster_connection_integer (connection, &is_there, error,
                                  "SELECT 1 FROM import_batch WHERE id = ? AND undone_at IS NULL", "l", batch_id))
    return FALSE;
  if (is_there)
    return TRUE;
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, _("This import was taken back already."));

  return FALSE;
}

/* (transfer full) (nullable): ids of the first column */
static GArray *
list_ids (MusterConnection *connection, const char *sql, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows = muster_connection_query (connection, &failure, sql, "l", id);

  while (muster_connection_next (connection, rows, &failure))
    {
      gint64 found = muster_row_get_integer (rows, 0);

      g_array_append_val (ids, found);
    }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* *@is_kept is set, and the person is in the result, where somebody has worked on them since. */
static gboolean
check_kept (MusterConnection *connection, const Batch *batch, gint64 candidate_id, gboolean *is_kept, GError **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows;

  *is_kept = FALSE;
  rows = muster_connection_query (
      connection, &failure,
      "SELECT name, EXISTS (SELECT 1 FROM decision WHERE candidate_id = ?1),"
      " EXISTS (SELECT 1 FROM correction WHERE candidate_id = ?1 AND taken_back_at IS NULL),"
      " EXISTS (SELECT 1 FROM document WHERE candidate_id = ?1 AND batch_id IS NOT ?2)"
      " OR EXISTS (SELECT 1 FROM candidate WHERE merged_into = ?1) FROM candidate WHERE id = ?1",
      "ll", candidate_id, batch->batch_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      for (int i = 0; i < 3 && !*is_kept; i++)
        {
          MusterKeptPerson *person;

          if (muster_row_get_integer (rows, i + 1) == 0)
            continue;
          *is_kept = TRUE;
          person = g_new0 (MusterKeptPerson, 1);
          person->candidate_id = candidate_id;
          person->name = muster_row_dup_text (rows, 0);
          person->reason = (MusterKeptReason) i;
          g_ptr_array_add (batch->undone->kept, person);
        }
      muster_connection_end (rows);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* In this order: what points to a row goes before the row. ?1 is the person. */
static const char *const person_steps[] = {
  "INSERT INTO text_index (text_index, rowid, name, label, text) SELECT 'delete', document_id, name, label, text"
  " FROM document_text WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?1)",
  "INSERT INTO masked_index (masked_index, rowid, name, label, text) SELECT 'delete', document_id, name, label, text"
  " FROM masked_text WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?1)",
  "DELETE FROM masked_text WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?1)",
  "DELETE FROM document_text WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?1)",
  "DELETE FROM value WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?1)",
  "DELETE FROM page WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?1)",
  "DELETE FROM original WHERE document_id IN (SELECT id FROM document WHERE candidate_id = ?1)",
  "DELETE FROM profile WHERE candidate_id = ?1",
  "DELETE FROM document WHERE candidate_id = ?1",
  "DELETE FROM application WHERE candidate_id = ?1",
  "DELETE FROM fit WHERE candidate_id = ?1",
  "DELETE FROM value_history WHERE candidate_id = ?1",
  "DELETE FROM correction WHERE candidate_id = ?1",
  "DELETE FROM told_apart WHERE first_id = ?1 OR second_id = ?1",
  "DELETE FROM reveal WHERE candidate_id = ?1",
  "DELETE FROM person_reference WHERE candidate_id = ?1",
  "DELETE FROM salt WHERE candidate_id = ?1",
  "UPDATE candidate SET name = '', label = '', masked_label = NULL, revealed_at = NULL, city = '', name_key = x'02', work_months = 0, stage = 0,"
  " erased_at = unixepoch () WHERE id = ?1",
};

static gboolean
remove_person (MusterConnection *connection, const Batch *batch, gint64 candidate_id, GError **error)
{
  gint64      n = 0;
  JsonObject *detail = json_object_new ();

  json_object_set_int_member (detail, "import", batch->batch_id);
  if (!muster_store_audit (connection, "candidate.import-undone", candidate_id, detail, error)
      || !muster_connection_integer (connection, &n, error, "SELECT count (*) FROM document WHERE candidate_id = ?",
                                     "l", candidate_id))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (person_steps); i++)
    if (!muster_connection_run (connection, error, person_steps[i], "l", candidate_id))
      return FALSE;
  batch->undone->n_people++;
  batch->undone->n_documents += (guint) n;

  return TRUE;
}

static gboolean
remove_people (MusterConnection *connection, const Batch *batch, GError **error)
{
  g_autoptr (GArray) ids
      = list_ids (connection, "SELECT DISTINCT candidate_id FROM document WHERE batch_id = ? ORDER BY candidate_id",
                  batch->batch_id, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64   candidate_id = g_array_index (ids, gint64, i);
      gboolean is_kept;

      if (!check_kept (connection, batch, candidate_id, &is_kept, error)
          || (!is_kept && !remove_person (connection, batch, candidate_id, error)))
        return FALSE;
    }

  return ids != NULL;
}

/* Those whom the library had before leave the pool again that the import put them into, unless they were decided on
 * there. */
static gboolean
remove_applications (MusterConnection *connection, const Batch *batch, GError **error)
{
  static const char *const steps[] = {
    "UPDATE application SET fit_id = NULL WHERE id = ?1",
    "DELETE FROM fit WHERE candidate_id = (SELECT candidate_id FROM application WHERE id = ?1)"
    " AND opening_version_id IN (SELECT id FROM opening_version"
    " WHERE opening_id = (SELECT opening_id FROM application WHERE id = ?1))",
    "DELETE FROM application WHERE id = ?1",
  };
  g_autoptr (GArray) ids = list_ids (
      connection,
      "SELECT id FROM application AS a WHERE batch_id = ?1 AND NOT EXISTS"
      " (SELECT 1 FROM decision WHERE candidate_id = a.candidate_id AND opening_id = a.opening_id)"
      " AND NOT EXISTS (SELECT 1 FROM document WHERE candidate_id = a.candidate_id AND batch_id = ?1)",
      batch->batch_id, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
      if (!muster_connection_run (connection, error, steps[j], "l", g_array_index (ids, gint64, i)))
        return FALSE;

  return ids != NULL;
}

static gboolean
undo_batch (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  Batch      *batch = data;
  JsonObject *detail;

  if (!find_batch (connection, batch->batch_id, error) || !remove_people (connection, batch, error)
      || !remove_applications (connection, batch, error)
      || !muster_connection_run (connection, error, "UPDATE import_batch SET undone_at = ? WHERE id = ?", "ll",
                                 muster_store_now (), batch->batch_id))
    return FALSE;
  detail = json_object_new ();
  json_object_set_int_member (detail, "import", batch->batch_id);
  json_object_set_int_member (detail, "people", batch->undone->n_people);
  json_object_set_int_member (detail, "documents", batch->undone->n_documents);
  json_object_set_int_member (detail, "kept", batch->undone->kept->len);
  *changed |= MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_OPENINGS | MUSTER_CHANGED_FITS;

  return muster_store_audit (connection, "import.undone", 0, detail, error);
}

/**
 * muster_store_undo_batch:
 * @undone: (out caller-allocates): clear with muster_undone_batch_clear(); untouched on error
 */
gboolean
muster_store_undo_batch (MusterStore *self, gint64 batch_id, MusterUndoneBatch *undone, GError **error)
{
  g_auto (MusterUndoneBatch) result = { 0, 0, g_ptr_array_new_with_free_func (kept_person_free) };
  Batch                      batch = { .batch_id = batch_id, .undone = &result };

  if (!muster_store_write (self, undo_batch, &batch, error))
    return FALSE;
  *undone = result;
  result.kept = NULL;

  return TRUE;
}
