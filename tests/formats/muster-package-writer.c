/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word packages for tests, by libarchive. */

#include "muster-package-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static la_ssize_t
on_write (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);

  return (la_ssize_t) length;
}

static void
write_part (struct archive *archive, const PackagePart *part)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_perm (entry, 0644);
  if (part->is_link)
    {
      archive_entry_set_filetype (entry, AE_IFLNK);
      archive_entry_set_symlink (entry, part->text);
    }
  else
    {
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (la_int64_t) strlen (part->text));
    }
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (!part->is_link)
    archive_write_data (archive, part->text, strlen (part->text));
  archive_entry_free (entry);
}

GBytes *
write_package (const PackagePart *parts, guint n_parts)
{
  GByteArray     *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, on_write, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    write_part (archive, &parts[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
write_document (const char *body, const PackagePart *extra)
{
  g_autofree char *document
      = g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
                     "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                     "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                     "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
                     "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
                     "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                     "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
                     "xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>",
                     body,
                     "</w:body></w:document>",
                     NULL);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (PackagePart));
  PackagePart start[] = {
    { "[Content_Types].xml", "<Types/>", FALSE },
    { "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"http://x/relationships/officeDocument\" "
      "Target=\"/text/main.xml\"/></Relationships>",
      FALSE },
    { "text/main.xml", document, FALSE },
  };

  g_array_append_vals (parts, start, G_N_ELEMENTS (start));
  for (; extra != NULL && extra->name != NULL; extra++)
    g_array_append_vals (parts, extra, 1);

  return write_package ((const PackagePart *) (gpointer) parts->data, parts->len);
}
