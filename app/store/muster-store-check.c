/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for damage everywhere. SQLite's own check passes most files in which bytes were flipped (measured: 5 of 8),
 * so what has a checksum is compared with it: every original, every page, every profile, every audit entry. */

#include "muster-store-private.h"

#include "muster-store-schema.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define MAX_FINDINGS 100

static void
add_finding (GPtrArray *findings, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_finding (GPtrArray *findings, const char *format, ...)
{
  va_list values;

  if (findings->len >= MAX_FINDINGS)
    return;
  va_start (values, format);
  g_ptr_array_add (findings, g_strdup_vprintf (format, values));
  va_end (values);
}

/* Reading on over damage is the point here: it becomes a finding. Anything else (no memory, closed) is an error. */
static gboolean
settle (GPtrArray *findings, GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  if (g_error_matches (failure, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED))
    {
      add_finding (findings, "%s", failure->message);
      g_error_free (failure);
      return TRUE;
    }
  g_propagate_error (error, failure);

  return FALSE;
}

static gboolean
check_structure (MusterConnection *connection, GPtrArray *findings, GError **error)
{
  GError       *failure = NULL;
  sqlite3_stmt *rows = muster_connection_query (connection, &failure, "PRAGMA integrity_check", "");

  while (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char *line = muster_row_dup_text (rows, 0);

      if (!g_str_equal (line, "ok"))
        add_finding (findings, _("The database is damaged: %s."), line);
    }

  return settle (findings, failure, error);
}

static gboolean
check_references (MusterConnection *connection, GPtrArray *findings, GError **error)
{
  GError       *failure = NULL;
  sqlite3_stmt *rows = muster_connection_query (connection, &failure, "PRAGMA foreign_key_check", "");

  while (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char *table = muster_row_dup_text (rows, 0);
      g_autofree char *parent = muster_row_dup_text (rows, 2);

      add_finding (findings, _("Row %" PRId64 " of “%s” points to a row of “%s” that is not there."),
                   muster_row_get_integer (rows, 1), table, parent);
    }

  return settle (findings, failure, error);
}

static gboolean
check_originals (MusterConnection *connection, GPtrArray *findings, GError **error)
{
  GError       *failure = NULL;
  sqlite3_stmt *rows = muster_connection_query (connection, &failure,
                                                "SELECT d.id, d.sha256, d.size_bytes, o.bytes FROM document AS d"
                                                " LEFT JOIN original AS o ON o.document_id = d.id ORDER BY d.id", "");

  while (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char   *expected = muster_row_dup_text (rows, 1);
      g_autoptr (GBytes) bytes = muster_row_dup_bytes (rows, 3);
      g_autofree char   *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (!g_str_equal (found, expected) || (gint64) g_bytes_get_size (bytes) != muster_row_get_integer (rows, 2))
        add_finding (findings, _("The file of document %" PRId64 " is not as it was imported."),
                     muster_row_get_integer (rows, 0));
    }

  return settle (findings, failure, error);
}

static gboolean
check_pages (MusterConnection *connection, GPtrArray *findings, GError **error)
{
  GError       *failure = NULL;
  sqlite3_stmt *rows
      = muster_connection_query (connection, &failure,
                                 "SELECT document_id, number, layout, sha256 FROM page ORDER BY document_id, number",
                                 "");

  while (muster_connection_next (connection, rows, &failure))
    {
      g_autoptr (GBytes)     layout = muster_row_dup_bytes (rows, 2);
      g_autoptr (GBytes)     sha256 = muster_row_dup_bytes (rows, 3);
      g_autoptr (GError)     reason = NULL;
      g_autoptr (MusterPage) page = NULL;

      page = muster_store_unpack_page (layout, sha256, muster_row_get_integer (rows, 0),
                                       muster_row_get_count (rows, 1), &reason);
      if (page == NULL)
        add_finding (findings, "%s", reason->message);
    }

  return settle (findings, failure, error);
}

static gboolean
check_profiles (MusterConnection *connection, GPtrArray *findings, GError **error)
{
  GError       *failure = NULL;
  sqlite3_stmt *rows = muster_connection_query (
      connection, &failure,
      "SELECT candidate_id FROM profile WHERE sha256 IS NOT muster_sha256 (json) ORDER BY candidate_id", "");

  while (muster_connection_next (connection, rows, &failure))
    add_finding (findings, _("The profile of candidate %" PRId64 " is not as it was stored."),
                 muster_row_get_integer (rows, 0));

  return settle (findings, failure, error);
}

static gboolean
check_audit (MusterConnection *connection, GPtrArray *findings, GError **error)
{
  GError *failure = NULL;
  guint   n_entries;
  gint64  first_bad = 0;

  if (muster_store_verify_chain (connection, &n_entries, &first_bad, &failure) && first_bad != 0)
    add_finding (findings, _("The audit log was changed: entry %" PRId64 " does not follow from the one before it."),
                 first_bad);

  return settle (findings, failure, error);
}

static gboolean
check_size (MusterStore *self, MusterConnection *connection, GPtrArray *findings, GError **error)
{
  GError *failure = NULL;
  gint64  n_pages = 0, page_size = 0;

  if (muster_connection_integer (connection, &n_pages, &failure, "PRAGMA page_count", "")
      && muster_connection_integer (connection, &page_size, &failure, "PRAGMA page_size", "")
      && muster_store_file_get_size (&self->file) < self->file.size_bytes)
    add_finding (findings, _("The file “%s” is shorter than it was (%" PRIu64 " bytes)."), self->file.path,
                 self->file.size_bytes);

  return settle (findings, failure, error);
}

static gboolean
check_schema (MusterConnection *connection, GPtrArray *findings, GError **error)
{
  GError *failure = NULL;

  muster_store_schema_verify (connection, &failure);

  return settle (findings, failure, error);
}

/* FTS5 is asked by an INSERT that inserts nothing. */
static gboolean
check_index (MusterStore       *self,
             MusterConnection  *connection,
             gpointer           data,
             MusterStoreChange *changed,
             GError           **error)
{
  GError *failure = NULL;

  muster_connection_run (connection, &failure,
                         "INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)", "");

  return settle (data, failure, error);
}

/**
 * muster_store_check:
 *
 * Reads everything: seconds for a large library.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): sentences for a person about what is wrong; none: all is
 * well.
 */
GPtrArray *
muster_store_check (MusterStore *self, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  MusterConnection     *connection = muster_store_begin_read (self, error);
  gboolean              is_done;

  if (connection == NULL)
    return NULL;
  is_done = check_structure (connection, findings, error) && check_references (connection, findings, error)
            && check_schema (connection, findings, error) && check_size (self, connection, findings, error)
            && check_originals (connection, findings, error) && check_pages (connection, findings, error)
            && check_profiles (connection, findings, error) && check_audit (connection, findings, error);
  muster_store_end_read (self, connection);
  if (!is_done || (!self->file.is_read_only && !muster_store_write (self, check_index, findings, error)))
    return NULL;

  return g_steal_pointer (&findings);
}
