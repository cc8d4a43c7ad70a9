/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The package: zip by libarchive, relationships by the XML walk. */

#include "muster-docx-package.h"

#include "muster-document.h"
#include "muster-xml.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define MAX_NAME_BYTES 512u
#define MAX_RELATIONS 4096u

struct _MusterDocxPackage
{
  GHashTable *parts;     /* folded name -> GBytes */
  GHashTable *relations; /* folded name of a .rels part -> GPtrArray of Relationship, read when first asked */
  char       *main;
};

typedef struct
{
  char    *id;
  char    *kind; /* last step of its type */
  char    *target;
  gboolean is_external;
} Relationship;

static void
relationship_free (Relationship *self)
{
  g_free (self->id);
  g_free (self->kind);
  g_free (self->target);
  g_free (self);
}

/* Names are compared without case and without a slash in front. Returns: (nullable): NULL for a name that
 * leads out of the package. */
static char *
fold_name (const char *name)
{
  g_auto (GStrv) steps = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *plain = NULL;

  if (name == NULL || strlen (name) > MAX_NAME_BYTES || !g_utf8_validate (name, -1, NULL))
    return NULL;
  plain = g_strdelimit (g_utf8_strdown (name, -1), "\\", '/');
  steps = g_strsplit (plain, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (*steps[i] == '\0' || g_str_equal (steps[i], "."))
        continue;
      if (g_str_equal (steps[i], ".."))
        {
          if (kept->len == 0)
            return NULL;
          g_ptr_array_remove_index (kept, kept->len - 1);
          continue;
        }
      g_ptr_array_add (kept, steps[i]);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

static gboolean
is_wanted (const char *name)
{
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels");
}

static gboolean
refuse_size (GError **error, guint64 limit)
{
  g_set_error (error,
               MUSTER_READ_ERROR,
               MUSTER_READ_ERROR_LIMIT,
               _ ("The file unpacks to more than %" PRIu64
                  " MiB. Save it again without embedded data, or as PDF."),
               limit >> 20);
  return FALSE;
}

/* Reads the current entry. @total counts over all entries: many parts of the allowed size make a bomb as
 * well. Returns: FALSE over the limit;
 * @part stays NULL where the entry is damaged. */
static gboolean
read_entry (struct archive *archive, guint64 limit, guint64 *total, GBytes **part, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8     block[16384];
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    {
      *total += (guint64) n;
      if (data->len + (guint64) n > limit || *total > 2 * limit)
        return refuse_size (error, limit);
      g_byte_array_append (data, block, (guint) n);
    }
  if (n == 0 || data->len > 0)
    *part = g_byte_array_free_to_bytes (g_steal_pointer (&data));

  return TRUE;
}

static gboolean
take_entry (MusterDocxPackage    *self,
            struct archive       *archive,
            struct archive_entry *entry,
            guint64               limit,
            guint64              *total,
            GError              **error)
{
  g_autofree char *name = fold_name (archive_entry_pathname_utf8 (entry));
  GBytes          *part = NULL;

  if (name == NULL || archive_entry_filetype (entry) != AE_IFREG || !is_wanted (name)
      || g_hash_table_contains (self->parts, name))
    return TRUE;
  if (archive_entry_is_encrypted (entry))
    {
      g_set_error_literal (error,
                           MUSTER_READ_ERROR,
                           MUSTER_READ_ERROR_ENCRYPTED,
                           _ ("The file is packed with a password. Ask for it without one, or as PDF."));
      return FALSE;
    }
  if (!read_entry (archive, limit, total, &part, error))
    return FALSE;
  if (part != NULL)
    g_hash_table_insert (self->parts, g_steal_pointer (&name), part);

  return TRUE;
}

static gboolean
unpack (MusterDocxPackage *self, GBytes *bytes, const MusterReaderJob *job, GError **error)
{
  struct archive       *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize                 size;
  const void           *data = g_bytes_get_data (bytes, &size);
  guint64               total = 0;
  guint                 n_entries = 0;
  gboolean              is_good = TRUE;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) == ARCHIVE_OK)
    while (is_good && archive_read_next_header (archive, &entry) >= ARCHIVE_WARN)
      {
        if (++n_entries > job->max_entries)
          {
            g_set_error (error,
                         MUSTER_READ_ERROR,
                         MUSTER_READ_ERROR_LIMIT,
                         _ ("The file has more than %u parts, more than a document needs."),
                         job->max_entries);
            is_good = FALSE;
          }
        else
          is_good = take_entry (self, archive, entry, job->max_unpacked_bytes, &total, error);
      }
  archive_read_free (archive);

  return is_good;
}

static char *
relations_name (const char *part)
{
  const char      *slash = strrchr (part, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (part, (gsize) (slash - part + 1)) : g_strdup ("");

  return g_strconcat (folder, "_rels/", slash != NULL ? slash + 1 : part, ".rels", NULL);
}

/* A target counts from the folder of the part that names it. */
static char *
resolve_target (const char *part, const char *target)
{
  const char      *slash = strrchr (part, '/');
  g_autofree char *joined = NULL;

  if (*target == '/' || slash == NULL)
    return fold_name (target);
  joined = g_strdup_printf ("%.*s/%s", (int) (slash - part), part, target);

  return fold_name (joined);
}

static Relationship *
read_relationship (MusterXml *xml)
{
  Relationship    *relationship = g_new0 (Relationship, 1);
  g_autofree char *type = muster_xml_dup (xml, "Type");
  g_autofree char *mode = muster_xml_dup (xml, "TargetMode");
  const char      *slash = type != NULL ? strrchr (type, '/') : NULL;

  relationship->id = muster_xml_dup (xml, "Id");
  relationship->target = muster_xml_dup (xml, "Target");
  relationship->kind = g_strdup (slash != NULL ? slash + 1 : "");
  relationship->is_external = mode != NULL && g_ascii_strcasecmp (mode, "External") == 0;

  return relationship;
}

static GPtrArray *
read_relations (const MusterDocxPackage *self, const char *name)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) relationship_free);
  GBytes    *bytes = muster_docx_package_get_part (self, name);
  g_auto (MusterXml) xml = { 0 };
  MusterXmlScope scope;

  if (bytes == NULL || !muster_xml_init (&xml, bytes, name) || !muster_xml_find_root (&xml))
    return list;
  scope = muster_xml_enter (&xml);
  while (list->len < MAX_RELATIONS && muster_xml_next (&xml, &scope))
    g_ptr_array_add (list, read_relationship (&xml));

  return list;
}

static char *
find_target (const MusterDocxPackage *self, const char *part, const char *id, const char *kind)
{
  g_autofree char *name = relations_name (part);
  GPtrArray       *list = g_hash_table_lookup (self->relations, name);

  if (list == NULL)
    {
      list = read_relations (self, name);
      g_hash_table_insert (self->relations, g_strdup (name), list);
    }
  for (guint i = 0; i < list->len; i++)
    {
      const Relationship *at = g_ptr_array_index (list, i);

      if (at->target == NULL || (id != NULL ? g_strcmp0 (at->id, id) != 0 : !g_str_equal (at->kind, kind)))
        continue;

      return at->is_external ? g_strdup (at->target) : resolve_target (part, at->target);
    }

  return NULL;
}

/* Where the relationships are damaged, the content types name the main part. */
static char *
find_main_by_content_type (const MusterDocxPackage *self)
{
  GBytes *bytes = muster_docx_package_get_part (self, "[content_types].xml");
  g_auto (MusterXml) xml = { 0 };
  MusterXmlScope scope;

  if (bytes == NULL || !muster_xml_init (&xml, bytes, "[Content_Types].xml") || !muster_xml_find_root (&xml))
    return NULL;

  scope = muster_xml_enter (&xml);
  while (muster_xml_next (&xml, &scope))
    {
      g_autofree char *type = muster_xml_dup (&xml, "ContentType");
      g_autofree char *name = muster_xml_dup (&xml, "PartName");

      if (name != NULL && type != NULL && g_str_has_suffix (type, "main+xml")
          && strstr (type, "wordprocessing") != NULL)
        return fold_name (name);
    }

  return NULL;
}

/**
 * muster_docx_package_open:
 * @bytes: a zip file
 * @job: max_entries, and max_unpacked_bytes for one part (twice that for all together)
 *
 * Returns: (transfer full): the package, or %NULL where it has no main part.
 */
MusterDocxPackage *
muster_docx_package_open (GBytes *bytes, const MusterReaderJob *job, GError **error)
{
  g_autoptr (MusterDocxPackage) self = g_new0 (MusterDocxPackage, 1);

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->relations
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (!unpack (self, bytes, job, error))
    return NULL;

  self->main = find_target (self, "", NULL, "officeDocument");
  if (self->main == NULL || !g_hash_table_contains (self->parts, self->main))
    {
      g_free (self->main);
      self->main = find_main_by_content_type (self);
    }
  if (self->main == NULL || !g_hash_table_contains (self->parts, self->main))
    {
      g_free (self->main);
      self->main = g_strdup ("word/document.xml");
    }
  if (!g_hash_table_contains (self->parts, self->main))
    {
      g_set_error_literal (
          error,
          MUSTER_READ_ERROR,
          MUSTER_READ_ERROR_DAMAGED,
          _ ("The file is packed like a Word document, but its text is missing. Ask for it again, or as PDF."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
muster_docx_package_free (MusterDocxPackage *self)
{
  g_hash_table_unref (self->parts);
  g_hash_table_unref (self->relations);
  g_free (self->main);
  g_free (self);
}

const char *
muster_docx_package_get_main (const MusterDocxPackage *self)
{
  return self->main;
}

/** muster_docx_package_get_part: Returns: (transfer none) (nullable): the bytes of a part. */
GBytes *
muster_docx_package_get_part (const MusterDocxPackage *self, const char *name)
{
  g_autofree char *folded = fold_name (name);

  return folded != NULL ? g_hash_table_lookup (self->parts, folded) : NULL;
}

char *
muster_docx_package_dup_target (const MusterDocxPackage *self, const char *part, const char *id)
{
  return id != NULL ? find_target (self, part, id, NULL) : NULL;
}

char *
muster_docx_package_dup_target_of_kind (const MusterDocxPackage *self, const char *part, const char *kind)
{
  return find_target (self, part, NULL, kind);
}
