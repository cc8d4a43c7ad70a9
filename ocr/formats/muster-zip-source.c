/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packed folders are not read, but a person should know whether to unpack one or to ask for it again: a zip
 * in which no entry holds what it says it holds is damaged. One thread, inside muster-reader. */

#include "muster-document.h"
#include "muster-source-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

/* So much of an entry tells whether it can be unpacked. */
#define PROBE_BYTES 65536

static gboolean
is_entry_sound (struct archive *archive, struct archive_entry *entry)
{
  guint8     block[4096];
  gint64     size = archive_entry_size (entry);
  gint64     total = 0;
  la_ssize_t n;

  if (archive_entry_is_encrypted (entry))
    return TRUE;
  while (total < PROBE_BYTES && (n = archive_read_data (archive, block, sizeof block)) > 0)
    total += n;

  return total > 0 && (!archive_entry_size_is_set (entry) || total >= MIN (size, PROBE_BYTES));
}

static gboolean
has_sound_entry (GBytes *bytes, guint max_entries)
{
  struct archive       *archive = archive_read_new ();
  struct archive_entry *entry;
  gboolean              is_sound = FALSE;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
      == ARCHIVE_OK)
    for (guint i = 0;
         i < max_entries && !is_sound && archive_read_next_header (archive, &entry) >= ARCHIVE_WARN;
         i++)
      is_sound = archive_entry_filetype (entry) == AE_IFREG && is_entry_sound (archive, entry);
  archive_read_free (archive);

  return is_sound;
}

/**
 * muster_zip_source_new:
 *
 * Returns: %NULL always, with the reason.
 */
MusterSource *
muster_zip_source_new (GBytes *bytes, const MusterReaderJob *job, GError **error)
{
  if (has_sound_entry (bytes, job->max_entries))
    g_set_error_literal (error,
                         MUSTER_READ_ERROR,
                         MUSTER_READ_ERROR_UNSUPPORTED,
                         _ ("Packed folders are not read. Unpack it and import the files in it."));
  else
    g_set_error_literal (error,
                         MUSTER_READ_ERROR,
                         MUSTER_READ_ERROR_DAMAGED,
                         _ ("The packed file is damaged: nothing in it can be opened. Ask for it again."));

  return NULL;
}
