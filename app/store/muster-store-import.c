/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document into the store, in one transaction: its bytes, pages, text, values with their evidence, the person,
 * the index, the application and the audit entry are all there or none is. What costs time (packing, hashing, writing
 * JSON) is done on the caller's thread before the writer is asked. */

#include "muster-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint   number;
  guint   text_start;
  guint   text_length;
  GBytes *layout;
  GBytes *sha256;
} PackedPage;

typedef struct
{
  const MusterNewDocument *document;
  char                    *file_name;
  char                    *notes;
  char                    *profile_json;
  char                    *label;
  guint                    work_months;
  MusterMonth              today;
  gboolean                 has_entries; /* work or schools: it says what the person has done */
  guint                    marked_hidden;
  GPtrArray               *pages; /* PackedPage */
  MusterMaskedText         masked;
  MusterAddedDocument      added;
} Import;

static void
packed_page_free (PackedPage *page)
{
  g_bytes_unref (page->layout);
  g_bytes_unref (page->sha256);
  g_free (page);
}

static void
import_clear (Import *self)
{
  g_free (self->file_name);
  g_free (self->notes);
  g_free (self->profile_json);
  g_free (self->label);
  muster_masked_text_clear (&self->masked);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static const char *
text_of (const MusterValue *value)
{
  return value != NULL ? value->text : "";
}

/** muster_store_latest_title: Returns: (transfer none): of the latest job; people put all sorts of things under their
 * name. */
const char *
muster_store_latest_title (const MusterProfile *profile)
{
  const MusterWork *latest = NULL;

  for (guint i = 0; i < profile->work->len; i++)
    {
      const MusterWork *work = g_ptr_array_index (profile->work, i);

      if (work->position == NULL)
        continue;
      if (latest == NULL || (work->period.is_open && !latest->period.is_open)
          || (work->period.is_open == latest->period.is_open && work->period.end > latest->period.end))
        latest = work;
    }

  return latest != NULL ? latest->position->text : text_of (profile->label);
}

static char *
write_notes (const MusterDocument *document)
{
  g_autoptr (JsonNode)  node = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (JsonArray) array = json_array_new ();

  for (const char *const *notes = muster_document_get_notes (document); notes != NULL && *notes != NULL; notes++)
    json_array_add_string_element (array, *notes);
  json_node_set_array (node, array);

  return json_to_string (node, FALSE);
}

static gboolean
pack (Import *self, MusterPage *page, GError **error)
{
  g_autoptr (GBytes) sha256 = NULL;
  GBytes            *layout = muster_store_pack_page (page, &sha256, error);
  guint              n_words, end = 0;
  PackedPage        *packed;
  const MusterWord  *words = muster_page_get_words (page, &n_words);

  if (layout == NULL)
    return FALSE;
  packed = g_new0 (PackedPage, 1);
  packed->layout = layout;
  packed->sha256 = g_steal_pointer (&sha256);
  packed->number = muster_page_get_number (page);
  for (guint i = 0; i < n_words; i++)
    {
      if (words[i].text_length == 0)
        continue;
      packed->text_start = end == 0 ? words[i].text_start : MIN (packed->text_start, words[i].text_start);
      end = MAX (end, words[i].text_start + words[i].text_length);
    }
  packed->text_length = end - packed->text_start;
  g_ptr_array_add (self->pages, packed);

  return TRUE;
}

static guint
count_marked_hidden (const MusterDocument *document)
{
  guint n = muster_document_get_hidden_characters (document);

  for (guint i = 0; i < muster_document_get_n_pages (document); i++)
    {
      guint             n_words;
      const MusterWord *words = muster_page_get_hidden_words (muster_document_get_page (document, i), &n_words);

      for (guint j = 0; j < n_words; j++)
        n -= MIN (n, (guint) g_utf8_strlen (words[j].text, -1));
    }

  return n;
}

static gboolean
prepare (Import *self, const MusterNewDocument *document, GError **error)
{
  const MusterProfile *profile = document->profile;

  self->document = document;
  self->today = document->today != 0 ? document->today : muster_month_today ();
  self->file_name = g_filename_display_name (document->file_name);
  self->notes = write_notes (document->document);
  self->marked_hidden = count_marked_hidden (document->document);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) packed_page_free);
  for (guint i = 0; i < muster_document_get_n_pages (document->document); i++)
    if (!pack (self, muster_document_get_page (document->document, i), error))
      return FALSE;

  if (profile != NULL)
    {
      g_autoptr (JsonNode) node = muster_profile_to_json (profile, self->today);

      self->profile_json = json_to_string (node, FALSE);
      self->work_months = muster_profile_work_months (profile, self->today);
      self->has_entries = profile->work->len > 0 || profile->education->len > 0;
    }
  self->label = g_strdup (profile != NULL ? muster_store_latest_title (profile) : "");
  muster_masked_text_init (&self->masked, document->document, profile, self->label);

  return TRUE;
}

static gboolean
find_duplicate (Import *self, MusterConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows
      = muster_connection_query (connection, &failure, "SELECT id, candidate_id FROM document WHERE sha256 = ?", "s",
                                      self->document->sha256);

  if (muster_connection_next (connection, rows, &failure))
    {
      self->added.document_id = self->added.duplicate_of = muster_row_get_integer (rows, 0);
      self->added.candidate_id = muster_row_get_integer (rows, 1);
      muster_connection_end (rows);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
insert_candidate (Import *self, MusterStore *store, MusterConnection *connection, GError **error)
{
  g_autoptr (GBytes) salt = muster_store_random_bytes (32, error);
  g_autoptr (GBytes) key = muster_store_name_key (store, "");

  if (salt == NULL
      || !muster_connection_run (connection, error,
                                 "INSERT INTO candidate (name, name_key, label, city, work_months, added_at)"
                                 " VALUES ('', ?, '', '', 0, ?)",
                                 "bl", key, muster_store_now ()))
    return FALSE;
  self->added.candidate_id = muster_connection_last_id (connection);

  return muster_connection_run (connection, error, "INSERT INTO salt VALUES (?, ?)", "lb", self->added.candidate_id,
                                salt)
         && muster_store_give_code (connection, self->added.candidate_id, 0, error);
}

static gboolean
insert_document (Import *self, MusterConnection *connection, GError **error)
{
  const MusterNewDocument *document = self->document;
  const MusterDocument    *read = document->document;

  if (!muster_connection_run (
          connection, error,
          "INSERT INTO document (candidate_id, file_name, sha256, size_bytes, media_type, language, status, n_pages,"
          " hidden_characters, marked_hidden, notes, extractor_version, added_at, batch_id)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif (?, 0))",
          "lsslsssuuussll", self->added.candidate_id, self->file_name, document->sha256,
          (gint64) g_bytes_get_size (document->original), muster_document_get_media_type (read),
          muster_document_get_language (read), muster_document_status_name (muster_document_get_status (read)),
          muster_document_get_n_pages_total (read), muster_document_get_hidden_characters (read), self->marked_hidden,
          self->notes, document->extractor_version, muster_store_now (), document->batch_id))
    return FALSE;
  self->added.document_id = muster_connection_last_id (connection);
  if (!muster_connection_run (connection, error, "INSERT INTO original VALUES (?, ?)", "lb", self->added.document_id,
                              document->original))
    return FALSE;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const PackedPage *page = g_ptr_array_index (self->pages, i);

      if (!muster_connection_run (connection, error,
                                  "INSERT INTO page (document_id, number, text_start, text_length, layout, sha256)"
                                  " VALUES (?, ?, ?, ?, ?, ?)",
                                  "luuubb", self->added.document_id, page->number, page->text_start, page->text_length,
                                  page->layout, page->sha256))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_text (Import *self, MusterConnection *connection, GError **error)
{
  const MusterProfile *profile = self->document->profile;
  const char          *name = profile != NULL ? text_of (profile->name) : "";
  const char          *text = muster_document_get_text (self->document->document);

  return muster_connection_run (connection, error, "INSERT INTO document_text VALUES (?, ?, ?, ?)", "lsss",
                                self->added.document_id, name, self->label, text)
         && muster_connection_run (connection, error,
                                   "INSERT INTO text_index (rowid, name, label, text) VALUES (?, ?, ?, ?)", "lsss",
                                   self->added.document_id, name, self->label, text)
         && muster_store_put_mask (connection, self->added.document_id, &self->masked, error);
}

typedef struct
{
  MusterConnection *connection;
  gint64            document_id;
  GError           *error;
} ValueWriter;

static void
insert_value (const char *pointer, const MusterValue *value, gpointer user_data)
{
  static const char *const kinds[] = { "text", "link", "form" };
  ValueWriter             *writer = user_data;
  const MusterEvidence    *evidence = &value->evidence;

  if (writer->error != NULL)
    return;
  muster_connection_run (
      writer->connection, &writer->error,
      "INSERT INTO value (document_id, pointer, text, page, x, y, width, height, text_start, text_length,"
      " kind, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "lssudddduusd", writer->document_id, pointer, value->text, evidence->page, evidence->box.x, evidence->box.y,
      evidence->box.width, evidence->box.height, evidence->start, evidence->length,
      kinds[MIN (evidence->kind, MUSTER_EVIDENCE_FORM)], CLAMP (value->confidence, 0, 1));
}

static gboolean
insert_values (Import *self, MusterConnection *connection, GError **error)
{
  ValueWriter writer = { connection, self->added.document_id, NULL };

  if (self->document->profile != NULL)
    muster_profile_foreach (self->document->profile, insert_value, &writer);
  if (writer.error == NULL)
    return TRUE;
  g_propagate_error (error, writer.error);

  return FALSE;
}

static gboolean
insert_reference (Import            *self,
                  MusterStore       *store,
                  MusterConnection  *connection,
                  const char        *kind,
                  const MusterValue *value,
                  GError           **error)
{
  g_autoptr (GBytes) hash = NULL;

  if (value == NULL)
    return TRUE;
  hash = muster_store_reference_hash (store, kind, value->text);

  return hash == NULL
         || muster_connection_run (connection, error,
                                   "INSERT INTO person_reference (candidate_id, kind, hash, made_at)"
                                   " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                                   "lsbl", self->added.candidate_id, kind, hash, muster_store_now ());
}

/* What differs between the profile that was current and the one that now is. */
static gboolean
insert_history (Import *self, MusterConnection *connection, GError **error)
{
  return muster_connection_run (
      connection, error,
      "INSERT INTO value_history (candidate_id, pointer, old_text, new_text, changed_by, changed_at)"
      " SELECT ?1, coalesce (old.pointer, new.pointer), old.text, new.text, ?2, ?3"
      " FROM (SELECT pointer, text FROM value"
      "  WHERE document_id = (SELECT document_id FROM profile WHERE candidate_id = ?1)) AS old"
      " FULL JOIN (SELECT pointer, text FROM value WHERE document_id = ?4) AS new ON old.pointer = new.pointer"
      " WHERE old.text IS NOT new.text AND EXISTS (SELECT 1 FROM profile WHERE candidate_id = ?1)",
      "lsll", self->added.candidate_id, self->document->extractor_version, muster_store_now (),
      self->added.document_id);
}

/* A cover letter that comes later does not replace what the resume said. */
static gboolean
replaces_profile (Import *self, MusterConnection *connection, gboolean *replaces, GError **error)
{
  gint64 has_profile = 0;

  if (!muster_connection_integer (connection, &has_profile, error, "SELECT 1 FROM profile WHERE candidate_id = ?", "l",
                                  self->added.candidate_id))
    return FALSE;
  *replaces = self->document->profile != NULL && (!has_profile || self->has_entries);

  return TRUE;
}

static gboolean
set_profile (Import *self, MusterStore *store, MusterConnection *connection, GError **error)
{
  const MusterProfile *profile = self->document->profile;
  gint64               candidate_id = self->added.candidate_id;
  g_autoptr (GBytes)   key = muster_store_name_key (store, text_of (profile->name));

  return insert_history (self, connection, error)
         && muster_connection_run (connection, error,
                                   "INSERT OR REPLACE INTO profile VALUES (?1, ?2, ?3, ?4, ?5, muster_sha256 (?3))",
                                   "llssl", candidate_id, self->added.document_id, self->profile_json,
                                   self->document->extractor_version, muster_store_now ())
         && muster_connection_run (
             connection, error,
             "UPDATE candidate SET name = ?, name_key = ?, label = ?, masked_label = ?, city = ?, work_months = ?"
             " WHERE id = ?",
             "sbsssul", text_of (profile->name), key, self->label, self->masked.label, text_of (profile->city),
             self->work_months, candidate_id)
         /* Fits of the profile before are no longer those of this person. */
         && muster_connection_run (
             connection, error,
             "UPDATE application SET fit_id = NULL, fit_total = NULL, fit_musts_met = NULL, fit_months = NULL"
             " WHERE candidate_id = ? AND fit_id IS NOT NULL",
             "l", candidate_id)
         && insert_reference (self, store, connection, "name", profile->name, error)
         && insert_reference (self, store, connection, "mail", profile->email, error)
         && insert_reference (self, store, connection, "phone", profile->phone, error)
         && muster_store_carry_corrections (store, connection, candidate_id, self->today, error);
}

static gboolean
audit_import (Import *self, MusterConnection *connection, GError **error)
{
  g_autofree char *reference
      = muster_store_dup_pseudonym (connection, self->added.candidate_id, self->document->sha256, error);
  JsonObject      *detail;

  if (reference == NULL)
    return FALSE;
  detail = json_object_new ();
  json_object_set_int_member (detail, "document", self->added.document_id);
  json_object_set_string_member (detail, "content", reference);
  json_object_set_string_member (detail, "extractor", self->document->extractor_version);

  return muster_store_audit (connection, "document.added", self->added.candidate_id, detail, error);
}

static gboolean
insert_all (Import *self, MusterStore *store, MusterConnection *connection, GError **error)
{
  gboolean replaces = FALSE;

  self->added.candidate_id = self->document->candidate_id;
  if (self->added.candidate_id == 0 ? !insert_candidate (self, store, connection, error)
                                    : !muster_store_find_candidate (connection, self->added.candidate_id, error))
    return FALSE;

  return insert_document (self, connection, error) && insert_text (self, connection, error)
         && insert_values (self, connection, error) && replaces_profile (self, connection, &replaces, error)
         && (!replaces || set_profile (self, store, connection, error)) && audit_import (self, connection, error);
}

static gboolean
import_document (MusterStore       *store,
                 MusterConnection  *connection,
                 gpointer           data,
                 MusterStoreChange *changed,
                 GError           **error)
{
  Import  *self = data;
  gboolean is_new = FALSE;

  if (!find_duplicate (self, connection, error))
    return FALSE;
  if (self->added.duplicate_of == 0)
    {
      if (!insert_all (self, store, connection, error))
        return FALSE;
      *changed |= MUSTER_CHANGED_CANDIDATES;
    }
  if (self->document->opening_id == 0)
    return TRUE;
  if (!muster_store_apply_within (connection, self->added.candidate_id, self->document->opening_id, &is_new, error))
    return FALSE;
  if (!is_new)
    return TRUE;
  *changed |= MUSTER_CHANGED_CANDIDATES | MUSTER_CHANGED_OPENINGS;

  return muster_connection_run (
      connection, error,
      "UPDATE application SET batch_id = nullif (?, 0) WHERE candidate_id = ? AND opening_id = ?", "lll",
      self->document->batch_id, self->added.candidate_id, self->document->opening_id);
}

/**
 * muster_store_add_document:
 * @added: (out): where it went; with duplicate_of set nothing but the application was stored
 *
 * Returns: TRUE once everything is on the disk.
 */
gboolean
muster_store_add_document (MusterStore             *self,
                           const MusterNewDocument *document,
                           MusterAddedDocument     *added,
                           GError                 **error)
{
  g_auto (Import)  import = { 0 };
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (MUSTER_IS_STORE (self), FALSE);
  g_return_val_if_fail (document->original != NULL && document->document != NULL && document->file_name != NULL,
                        FALSE);
  g_return_val_if_fail (document->extractor_version != NULL, FALSE);

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->original);
  if (g_strcmp0 (sha256, document->sha256) != 0)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _("The content of the file changed while it was read. Import it again."));
      return FALSE;
    }

  if (!prepare (&import, document, error) || !muster_store_write (self, import_document, &import, error))
    return FALSE;
  if (added != NULL)
    *added = import.added;

  return TRUE;
}
