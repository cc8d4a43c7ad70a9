/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library has put codes in the place of names while blind: what is said here is made of what it gave. */

#include "muster-inbox-item.h"

#include "muster-file-name.h"

#include <glib/gi18n-lib.h>

struct _MusterInboxItem
{
  GObject            parent_instance;
  MusterInboxRecord *record;
};

G_DEFINE_FINAL_TYPE (MusterInboxItem, muster_inbox_item, G_TYPE_OBJECT)

static void
muster_inbox_item_finalize (GObject *object)
{
  muster_inbox_record_free (MUSTER_INBOX_ITEM (object)->record);

  G_OBJECT_CLASS (muster_inbox_item_parent_class)->finalize (object);
}

static void
muster_inbox_item_class_init (MusterInboxItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_inbox_item_finalize;
}

static void
muster_inbox_item_init (MusterInboxItem *self)
{
}

/** muster_inbox_item_new: @record: (transfer full). */
MusterInboxItem *
muster_inbox_item_new (MusterInboxRecord *record)
{
  MusterInboxItem *self = g_object_new (MUSTER_TYPE_INBOX_ITEM, NULL);

  self->record = record;

  return self;
}

const MusterInboxRecord *
muster_inbox_item_get_record (MusterInboxItem *self)
{
  g_return_val_if_fail (MUSTER_IS_INBOX_ITEM (self), NULL);

  return self->record;
}

/** muster_inbox_item_dup_title: Returns: (transfer full). */
char *
muster_inbox_item_dup_title (MusterInboxItem *self)
{
  return muster_file_name_dup_text (self->record->file_name, 0);
}

static const char *
get_name (const char *name)
{
  return name != NULL && *name != '\0' ? name : _ ("somebody without a name");
}

/** muster_inbox_item_dup_caption: Returns: (transfer full). */
char *
muster_inbox_item_dup_caption (MusterInboxItem *self)
{
  const MusterInboxRecord *record = self->record;
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", record->n_pages), record->n_pages);

  switch (record->like_id != 0 ? record->sameness : MUSTER_SAME_NOTHING)
    {
    case MUSTER_SAME_MAIL:
      /* Translators: %s is a person. */
      return g_strdup_printf (_ ("Like %s: same mail address"), get_name (record->like_name));
    case MUSTER_SAME_PHONE:
      return g_strdup_printf (_ ("Like %s: same telephone number"), get_name (record->like_name));
    case MUSTER_SAME_NAME:
      return g_strdup_printf (_ ("Like %s: same name"), get_name (record->like_name));
    case MUSTER_SAME_NOTHING:
    default:
      return *record->name != '\0' ? g_strdup_printf ("%s · %s", record->name, pages) : g_strdup (pages);
    }
}

/** muster_inbox_item_dup_question: Returns: (transfer full): what merging would do. */
char *
muster_inbox_item_dup_question (MusterInboxItem *self)
{
  const MusterInboxRecord *record = self->record;

  /* Translators: two people. */
  return g_strdup_printf (
      _ ("%s and %s become one person with all their documents. Both files are kept."),
      get_name (record->name),
      get_name (record->like_name));
}
