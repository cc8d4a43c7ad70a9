/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filing: into a pool, and ranked there. */

#include "muster-library-inbox.h"

#include "muster-library-masking.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GArray *candidate_ids; /* gint64 */
  gint64  opening_id;
} Filing;

static void
filing_free (gpointer data)
{
  Filing *filing = data;

  g_array_unref (filing->candidate_ids);
  g_free (filing);
}

static void
replace (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static void
mask_record (MusterInboxRecord *record)
{
  record->is_masked = record->revealed_at == 0;
  if (record->is_masked)
    {
      replace (&record->name, muster_library_dup_code_name (record->code));
      replace (&record->label, g_strdup (record->masked_label != NULL ? record->masked_label : ""));
      replace (&record->file_name, muster_library_dup_document_name (record->document_id, record->media_type));
    }
  if (record->like_id != 0 && record->like_revealed_at == 0)
    replace (&record->like_name, muster_library_dup_code_name (record->like_code));
}

GPtrArray *
muster_library_list_inbox (MusterLibrary *self, guint offset, guint limit, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);
  GPtrArray   *records = store != NULL ? muster_store_list_inbox (store, offset, limit, error) : NULL;

  for (guint i = 0; records != NULL && muster_library_hides (self) && i < records->len; i++)
    mask_record (g_ptr_array_index (records, i));

  return records;
}

gboolean
muster_library_count_inbox (MusterLibrary *self, guint *count, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_count_inbox (store, count, error);
}

static gboolean
file_under (MusterLibrary  *self,
            const gint64   *candidate_ids,
            guint           n,
            gint64          opening_id,
            GCancellable   *cancellable,
            MusterActivity *activity,
            GError        **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_apply_many (store, candidate_ids, n, opening_id, error)
         && muster_library_rank_pool (self, opening_id, cancellable, activity, error);
}

gboolean
muster_library_file_under (
    MusterLibrary *self, const gint64 *candidate_ids, guint n, gint64 opening_id, GError **error)
{
  return file_under (self, candidate_ids, n, opening_id, NULL, NULL, error);
}

static gboolean
file_in_thread (MusterLibrary *self, MusterActivity *activity, gpointer data, GError **error)
{
  const Filing *filing = data;

  return file_under (self,
                     (const gint64 *) (gconstpointer) filing->candidate_ids->data,
                     filing->candidate_ids->len,
                     filing->opening_id,
                     muster_activity_get_cancellable (activity),
                     activity,
                     error);
}

MusterActivity *
muster_library_file_under_async (MusterLibrary *self, const gint64 *candidate_ids, guint n, gint64 opening_id)
{
  g_autoptr (MusterActivity) activity
      = muster_activity_new (_ ("Ranking"), 0, MUSTER_ACTIVITY_RANK, opening_id);
  Filing *filing = g_new0 (Filing, 1);

  filing->candidate_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (filing->candidate_ids, candidate_ids, n);
  filing->opening_id = opening_id;
  muster_library_start (self, activity, file_in_thread, filing, filing_free);

  return activity; /* the list of activities keeps it */
}

gboolean
muster_library_tell_apart (MusterLibrary *self, gint64 candidate_id, gint64 other_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_tell_apart (store, candidate_id, other_id, error);
}
