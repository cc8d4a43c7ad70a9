/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts by name, not by content: nothing is opened before the person lets go, and the reader decides by
 * content later anyway. A file whose name says nothing counts as a document. Only names without an extension
 * are asked whether they are folders. */

#include "muster-drop-summary.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static gboolean
is_folder (GFile *file)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

static gboolean
is_unusable_type (const char *type)
{
  static const char *kinds[]
      = { "audio/*", "video/*", "font/*", "application/x-executable", "application/x-sharedlib" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *kind = g_content_type_from_mime_type (kinds[i]);

      if (g_content_type_is_mime_type (type, kinds[i]) || (kind != NULL && g_content_type_is_a (type, kind)))
        return TRUE;
      if (g_str_has_suffix (kinds[i], "/*") && strncmp (type, kinds[i], strlen (kinds[i]) - 1) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
count_file (MusterDropSummary *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *type = NULL;
  gboolean         is_uncertain = TRUE;

  if (name == NULL)
    return;
  if (strchr (name, '.') == NULL && is_folder (file))
    {
      self->n_folders++;
      return;
    }

  type = g_content_type_guess (name, NULL, 0, &is_uncertain);
  if (is_unusable_type (type))
    self->n_unusable++;
  else if (g_str_has_prefix (type, "image/"))
    self->n_pictures++;
  else if (g_content_type_equals (type, "inode/directory") || (is_uncertain && is_folder (file)))
    self->n_folders++;
  else
    self->n_documents++;
}

/** muster_drop_summary_init: @files: (element-type GFile): what hovers. */
void
muster_drop_summary_init (MusterDropSummary *self, GSList *files)
{
  memset (self, 0, sizeof *self);

  for (GSList *link = files; link != NULL; link = link->next)
    count_file (self, link->data);
}

/** muster_drop_summary_is_usable: Returns: whether anything in it could be read. */
gboolean
muster_drop_summary_is_usable (const MusterDropSummary *self)
{
  return self->n_documents + self->n_pictures + self->n_folders > 0;
}

/**
 * muster_drop_summary_dup_title:
 * @destination: (nullable): the opening they would go to
 *
 * Returns: (transfer full): what letting go will do.
 */
char *
muster_drop_summary_dup_title (const MusterDropSummary *self, const char *destination)
{
  guint n_files = self->n_documents + self->n_pictures;

  if (!muster_drop_summary_is_usable (self))
    return g_strdup (_ ("Nothing here can be read"));
  if (n_files == 0 && destination == NULL)
    return g_strdup_printf (ngettext ("Import %u Folder", "Import %u Folders", self->n_folders),
                            self->n_folders);
  if (n_files == 0)
    return g_strdup_printf (
        ngettext ("Import %u Folder into %s", "Import %u Folders into %s", self->n_folders),
        self->n_folders,
        destination);
  n_files += self->n_folders;
  if (destination == NULL)
    return g_strdup_printf (ngettext ("Import %u File", "Import %u Files", n_files), n_files);

  return g_strdup_printf (
      ngettext ("Import %u File into %s", "Import %u Files into %s", n_files), n_files, destination);
}

static void
append_count (GString *caption, const char *count)
{
  if (caption->len > 0)
    g_string_append (caption, " · ");
  g_string_append (caption, count);
}

/** muster_drop_summary_dup_caption: Returns: (transfer full): the counts of each kind, joined by dots. */
char *
muster_drop_summary_dup_caption (const MusterDropSummary *self)
{
  g_autoptr (GString) caption = g_string_new (NULL);
  g_autofree char *documents
      = g_strdup_printf (ngettext ("%u document", "%u documents", self->n_documents), self->n_documents);
  g_autofree char *pictures
      = g_strdup_printf (ngettext ("%u picture", "%u pictures", self->n_pictures), self->n_pictures);
  g_autofree char *folders
      = g_strdup_printf (ngettext ("%u folder", "%u folders", self->n_folders), self->n_folders);
  g_autofree char *unusable = g_strdup_printf (
      ngettext ("%u file of another kind", "%u files of another kind", self->n_unusable), self->n_unusable);

  if (self->n_documents > 0)
    append_count (caption, documents);
  if (self->n_pictures > 0)
    append_count (caption, pictures);
  if (self->n_folders > 0)
    append_count (caption, folders);
  if (self->n_unusable > 0)
    append_count (caption, unusable);

  return g_strdup (caption->str);
}
