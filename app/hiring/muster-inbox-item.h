/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document to file, as an item of a list, and the words for it. Main loop only. */
#pragma once

#include "muster-library-inbox.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_INBOX_ITEM (muster_inbox_item_get_type ())
G_DECLARE_FINAL_TYPE (MusterInboxItem, muster_inbox_item, MUSTER, INBOX_ITEM, GObject)

MusterInboxItem         *muster_inbox_item_new           (MusterInboxRecord *record); /* (transfer full) */
const MusterInboxRecord *muster_inbox_item_get_record    (MusterInboxItem *self);
char                    *muster_inbox_item_dup_title     (MusterInboxItem *self); /* the file, fit to be shown */
char                    *muster_inbox_item_dup_caption   (MusterInboxItem *self); /* who it is of, or whom they are like */
char                    *muster_inbox_item_dup_question  (MusterInboxItem *self); /* before two people become one */

G_END_DECLS
