/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts without what tells who somebody is, made once and kept beside the true ones: lists and searches while blind
 * read them and mask nothing themselves. A document of an older library gets its own by muster_store_renew_mask(). */

#include "muster-store-blind.h"
#include "muster-store-private.h"

#include <string.h>

/** muster_masked_text_init: @profile: (nullable); @label: the title of the person. For any thread. */
void
muster_masked_text_init (MusterMaskedText     *self,
                         const MusterDocument *document,
                         const MusterProfile  *profile,
                         const char           *label)
{
  g_autoptr (MusterMask) mask = muster_mask_new (document, profile);
  g_autoptr (GString)    pages = g_string_new (NULL);

  self->label = muster_mask_dup_masked (mask, label);
  self->text = muster_mask_dup_text (mask, 0, G_MAXUINT);
  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    {
      const MusterPage *page = muster_document_get_page (document, i);
      guint             n_words;
      const MusterWord *words = muster_page_get_words (page, &n_words);
      g_autofree char  *before = NULL;

      if (n_words == 0)
        continue;
      before = muster_mask_dup_text (mask, 0, words[0].text_start);
      g_string_append_printf (pages, "%u %u ", muster_page_get_number (page), (guint) g_utf8_strlen (before, -1));
    }
  self->pages = g_string_free (g_steal_pointer (&pages), FALSE);
}

void
muster_masked_text_clear (MusterMaskedText *self)
{
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->pages, g_free);
}

/** muster_store_drop_mask: takes the masked text of a document away, from the index too. */
gboolean
muster_store_drop_mask (MusterConnection *connection, gint64 document_id, GError **error)
{
  return muster_connection_run (connection, error,
                                "INSERT INTO masked_index (masked_index, rowid, name, label, text)"
                                " SELECT 'delete', document_id, name, label, text FROM masked_text"
                                " WHERE document_id = ?",
                                "l", document_id)
         && muster_connection_run (connection, error, "DELETE FROM masked_text WHERE document_id = ?", "l",
                                   document_id);
}

/** muster_store_put_mask: takes the place of what was there. */
gboolean
muster_store_put_mask (MusterConnection *connection, gint64 document_id, const MusterMaskedText *text, GError **error)
{
  return muster_store_drop_mask (connection, document_id, error)
         && muster_connection_run (connection, error, "INSERT INTO masked_text VALUES (?, '', ?, ?, ?)", "lsss",
                                   document_id, text->label, text->text, text->pages)
         && muster_connection_run (connection, error,
                                   "INSERT INTO masked_index (rowid, name, label, text) VALUES (?, '', ?, ?)", "lss",
                                   document_id, text->label, text->text);
}

/** muster_store_load_person_mask: Returns: (transfer full) (nullable): for texts about the person in the language of
 * the document that gave the profile. */
MusterMask *
muster_store_load_person_mask (MusterStore *self, gint64 candidate_id, GError **error)
{
  g_autoptr (GError)        failure = NULL;
  g_autoptr (MusterProfile) profile = NULL;
  g_autofree char          *language = NULL;
  MusterConnection         *connection = muster_store_begin_read (self, error);
  sqlite3_stmt             *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT p.json, d.language FROM profile AS p"
                                  " JOIN document AS d ON d.id = p.document_id WHERE p.candidate_id = ?",
                                  "l", candidate_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char     *json = muster_row_dup_text (rows, 0);
      g_autoptr (JsonNode) node = json_from_string (json, NULL);

      language = muster_row_dup_text (rows, 1);
      profile = node != NULL ? muster_profile_new_from_json (node, NULL) : NULL;
      muster_connection_end (rows);
    }
  muster_store_end_read (self, connection);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return muster_mask_new_of_person (profile, language);
}

/** muster_store_list_unmasked: Returns: (transfer full) (nullable) (element-type gint64): rising. */
GPtrArray *
muster_store_list_unmasked (MusterStore *self, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT d.id FROM document AS d LEFT JOIN masked_text AS m ON m.document_id = d.id"
                                  " WHERE m.document_id IS NULL ORDER BY d.id",
                                  "");
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

typedef struct
{
  gint64           document_id;
  MusterMaskedText text;
} Renewal;

static gboolean
renew (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  Renewal *renewal = data;

  *changed |= MUSTER_CHANGED_CANDIDATES;

  return muster_store_put_mask (connection, renewal->document_id, &renewal->text, error)
         && muster_connection_run (
             connection, error,
             "UPDATE candidate SET masked_label = ?2"
             " WHERE id = (SELECT candidate_id FROM profile WHERE document_id = ?1)",
             "ls", renewal->document_id, renewal->text.label);
}

static char *
load_label (MusterStore *self, gint64 candidate_id, GError **error)
{
  g_autoptr (MusterCandidateRecord) record = muster_store_get_candidate (self, candidate_id, error);

  return record != NULL ? g_steal_pointer (&record->label) : NULL;
}

/** muster_store_renew_mask: after the person's profile was changed, or where there is none yet. */
gboolean
muster_store_renew_mask (MusterStore *self, gint64 document_id, GError **error)
{
  gint64                     candidate_id = 0;
  g_autoptr (MusterDocument) document = NULL;
  g_autoptr (MusterProfile)  profile = NULL;
  g_autofree char           *label = NULL;
  Renewal                    renewal = { document_id };
  gboolean                   is_done;

  if (!muster_store_find_owner (self, document_id, &candidate_id, error))
    return FALSE;
  document = muster_store_load_document (self, document_id, error);
  label = document != NULL ? load_label (self, candidate_id, error) : NULL;
  if (label == NULL)
    return FALSE;
  profile = muster_store_load_profile (self, candidate_id, NULL); /* somebody without one is masked by rules alone */
  muster_masked_text_init (&renewal.text, document, profile, label);
  is_done = muster_store_write (self, renew, &renewal, error);
  muster_masked_text_clear (&renewal.text);

  return is_done;
}
