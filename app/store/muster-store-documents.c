/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents on their way out of the store, and the note of the file in work: what a crash interrupted is told at the
 * next start instead of being tried again for ever. */

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

typedef struct
{
  GBytes *path;
  gint64  id;
} FileInWork;

static gboolean
insert_file (MusterStore       *self,
             MusterConnection  *connection,
             gpointer           data,
             MusterStoreChange *changed,
             GError           **error)
{
  FileInWork *file = data;

  if (!muster_connection_run (connection, error, "INSERT INTO file_in_work (path, begun_at) VALUES (?, ?)", "bl",
                              file->path, muster_store_now ()))
    return FALSE;
  file->id = muster_connection_last_id (connection);

  return TRUE;
}

/** muster_store_begin_file: notes that @path is being read; muster_store_end_file() with *@work_id takes the note
 * away. */
gboolean
muster_store_begin_file (MusterStore *self, const char *path, gint64 *work_id, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (path, strlen (path));
  FileInWork         file = { bytes, 0 };

  if (!muster_store_write (self, insert_file, &file, error))
    return FALSE;
  *work_id = file.id;

  return TRUE;
}

/* Older notes about the same file go too: it has now been read. */
static gboolean
delete_file (MusterStore       *self,
             MusterConnection  *connection,
             gpointer           data,
             MusterStoreChange *changed,
             GError           **error)
{
  gint64 *id = data;

  return muster_connection_run (
      connection, error,
      "DELETE FROM file_in_work WHERE id <= ?1 AND path = (SELECT path FROM file_in_work WHERE id = ?1)", "l", *id);
}

gboolean
muster_store_end_file (MusterStore *self, gint64 work_id, GError **error)
{
  return muster_store_write (self, delete_file, &work_id, error);
}

/** muster_store_list_unfinished: Returns: (transfer full) (nullable) (element-type filename): of earlier runs, oldest
 * first, each once. */
GPtrArray *
muster_store_list_unfinished (MusterStore *self, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure,
                                  "SELECT path FROM file_in_work WHERE id <= ? GROUP BY path ORDER BY min (id)", "l",
                                  self->last_old_work);
  while (muster_connection_next (connection, rows, &failure))
    {
      g_autoptr (GBytes) path = muster_row_dup_bytes (rows, 0);

      g_ptr_array_add (paths, g_strndup (g_bytes_get_data (path, NULL), g_bytes_get_size (path)));
    }
  muster_store_end_read (self, connection);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&paths);
}

static gboolean
delete_old_files (MusterStore       *self,
                  MusterConnection  *connection,
                  gpointer           data,
                  MusterStoreChange *changed,
                  GError           **error)
{
  return muster_connection_run (connection, error, "DELETE FROM file_in_work WHERE id <= ?", "l", self->last_old_work);
}

/** muster_store_forget_unfinished: a person has seen the list. */
gboolean
muster_store_forget_unfinished (MusterStore *self, GError **error)
{
  return muster_store_write (self, delete_old_files, NULL, error);
}

static GPtrArray *
load_pages (MusterConnection *connection, gint64 document_id, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
  g_autoptr (GError)    failure = NULL;
  sqlite3_stmt         *rows;

  rows = muster_connection_query (connection, &failure,
                                  "SELECT number, layout, sha256 FROM page WHERE document_id = ? ORDER BY number",
                                  "l", document_id);
  while (muster_connection_next (connection, rows, &failure))
    {
      g_autoptr (GBytes) layout = muster_row_dup_bytes (rows, 1);
      g_autoptr (GBytes) sha256 = muster_row_dup_bytes (rows, 2);
      MusterPage        *page
          = muster_store_unpack_page (layout, sha256, document_id, muster_row_get_count (rows, 0), &failure);

      if (page == NULL)
        {
          muster_connection_end (rows);
          break;
        }
      g_ptr_array_add (pages, page);
    }
  if (failure == NULL)
    return g_steal_pointer (&pages);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static char **
read_notes (const char *text)
{
  g_autoptr (JsonNode)     node = json_from_string (text, NULL);
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  JsonArray               *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *note = json_node_get_string (json_array_get_element (array, i));

      if (note != NULL)
        g_strv_builder_add (notes, note);
    }

  return g_strv_builder_end (notes);
}

static gboolean
refuse_text (gint64 document_id, GError **error)
{
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
               _("The text of document %" PRId64
                  " is damaged in the database. Import its file again or put back a snapshot."),
               document_id);
  return FALSE;
}

/* The text is made anew from the pages; that it is the one in the index proves both. */
static gboolean
text_is_the_same (MusterConnection *connection, gint64 document_id, MusterDocument *document, GError **error)
{
  gint64 is_same = 0;

  return muster_connection_integer (connection, &is_same, error,
                                    "SELECT text = ? FROM document_text WHERE document_id = ?", "sl",
                                    muster_document_get_text (document), document_id)
         && (is_same || refuse_text (document_id, error));
}

static MusterDocument *
load_document (MusterConnection *connection, gint64 document_id, GError **error)
{
  g_autoptr (GError)         failure = NULL;
  g_autoptr (GPtrArray)      pages = NULL;
  g_autoptr (MusterDocument) document = NULL;
  sqlite3_stmt              *rows;

  pages = load_pages (connection, document_id, error);
  if (pages == NULL)
    return NULL;
  rows = muster_connection_query (
      connection, &failure, "SELECT media_type, language, n_pages, marked_hidden, notes FROM document WHERE id = ?",
      "l", document_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char *media_type = muster_row_dup_text (rows, 0);
      g_autofree char *language = muster_row_dup_text (rows, 1);
      g_autofree char *notes_json = muster_row_dup_text (rows, 4);
      g_auto (GStrv)   notes = read_notes (notes_json);

      document = muster_document_new (g_steal_pointer (&pages), muster_row_get_count (rows, 2), media_type, language,
                                      muster_row_get_count (rows, 3), (const char **) notes);
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_DOCUMENT, document_id);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return text_is_the_same (connection, document_id, document, error) ? g_steal_pointer (&document) : NULL;
}

/**
 * muster_store_find_document:
 * @sha256: of the original, in hexadecimal
 * @document_id: (out): the document that has these bytes, 0 for none
 *
 * Returns: whether the store could be asked.
 */
gboolean
muster_store_find_document (MusterStore *self, const char *sha256, gint64 *document_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  MusterConnection  *connection = muster_store_begin_read (self, error);
  sqlite3_stmt      *rows;

  *document_id = 0;
  if (connection == NULL)
    return FALSE;
  rows = muster_connection_query (connection, &failure, "SELECT id FROM document WHERE sha256 = ?", "s", sha256);
  if (muster_connection_next (connection, rows, &failure))
    {
      *document_id = muster_row_get_integer (rows, 0);
      muster_connection_end (rows);
    }
  muster_store_end_read (self, connection);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/** muster_store_load_document: Returns: (transfer full) (nullable): the document as it was read; its pages were
 * checked again. */
MusterDocument *
muster_store_load_document (MusterStore *self, gint64 document_id, GError **error)
{
  MusterConnection *connection = muster_store_begin_read (self, error);
  MusterDocument   *document;

  if (connection == NULL)
    return NULL;
  document = load_document (connection, document_id, error);
  muster_store_end_read (self, connection);

  return document;
}

/** muster_store_load_original: Returns: (transfer full) (nullable): the bytes of the file, compared with the SHA-256
 * of their import. */
GBytes *
muster_store_load_original (MusterStore *self, gint64 document_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *expected = NULL, *found = NULL;
  MusterConnection  *connection = muster_store_begin_read (self, error);
  sqlite3_stmt      *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (
      connection, &failure,
      "SELECT bytes, sha256 FROM original JOIN document ON id = document_id WHERE document_id = ?", "l", document_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      bytes = muster_row_dup_bytes (rows, 0);
      expected = muster_row_dup_text (rows, 1);
      muster_connection_end (rows);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_DOCUMENT, document_id);
  muster_store_end_read (self, connection);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (found, expected))
    return g_steal_pointer (&bytes);
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
               _("The file of document %" PRId64
                  " is damaged in the database. Import it again or put back a snapshot."),
               document_id);

  return NULL;
}

/** muster_store_load_profile: Returns: (transfer full) (nullable): the current profile; NOT_FOUND where no document
 * gave one. */
MusterProfile *
muster_store_load_profile (MusterStore *self, gint64 candidate_id, GError **error)
{
  g_autoptr (GError)   failure = NULL;
  g_autoptr (JsonNode) node = NULL;
  MusterConnection    *connection = muster_store_begin_read (self, error);
  MusterProfile       *profile = NULL;
  sqlite3_stmt        *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (connection, &failure, "SELECT json FROM profile WHERE candidate_id = ?", "l",
                                  candidate_id);
  if (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char *text = muster_row_dup_text (rows, 0);

      node = json_from_string (text, NULL);
      muster_connection_end (rows);
      profile = node != NULL ? muster_profile_new_from_json (node, NULL) : NULL;
      if (profile == NULL)
        g_set_error (&failure, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
                     _("The profile of candidate %" PRId64
                        " is damaged in the database. Import the document again."),
                     candidate_id);
    }
  else if (failure == NULL)
    muster_store_not_found (&failure, MUSTER_THING_PROFILE, candidate_id);
  muster_store_end_read (self, connection);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return profile;
}

static MusterDocumentRecord *
make_record (sqlite3_stmt *row)
{
  MusterDocumentRecord *record = g_new0 (MusterDocumentRecord, 1);

  record->id = muster_row_get_integer (row, 0);
  record->candidate_id = muster_row_get_integer (row, 1);
  record->file_name = muster_row_dup_text (row, 2);
  record->sha256 = muster_row_dup_text (row, 3);
  record->media_type = muster_row_dup_text (row, 4);
  record->language = muster_row_dup_text (row, 5);
  record->n_pages = muster_row_get_count (row, 6);
  record->hidden_characters = muster_row_get_count (row, 7);
  record->added_at = muster_row_get_integer (row, 8);
  record->is_profile_source = muster_row_get_integer (row, 9) != 0;

  return record;
}

/** muster_store_list_documents: Returns: (transfer full) (nullable) (element-type MusterDocumentRecord): newest
 * first. */
GPtrArray *
muster_store_list_documents (MusterStore *self, gint64 candidate_id, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_document_record_free);
  g_autoptr (GError)    failure = NULL;
  MusterConnection     *connection = muster_store_begin_read (self, error);
  sqlite3_stmt         *rows;

  if (connection == NULL)
    return NULL;
  rows = muster_connection_query (
      connection, &failure,
      "SELECT id, candidate_id, file_name, sha256, media_type, language, n_pages, hidden_characters, added_at,"
      " EXISTS (SELECT 1 FROM profile WHERE profile.document_id = document.id)"
      " FROM document WHERE candidate_id = ? ORDER BY id DESC",
      "l", candidate_id);
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
