/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The openings as a list model for widgets: read off the main loop, read anew when the library says that something changed. The last
 * item is everybody, with or without an opening. Main loop only. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_OPENING_ITEM (muster_opening_item_get_type ())
G_DECLARE_FINAL_TYPE (MusterOpeningItem, muster_opening_item, MUSTER, OPENING_ITEM, GObject)

const MusterOpeningRecord *muster_opening_item_get_record (MusterOpeningItem *self); /* id 0: everybody */

/* Items are MusterOpeningItem. Property: is-loaded (b): whether the list was read at least once. Signal "failed" (GError): it could not be read. */
#define MUSTER_TYPE_OPENING_LIST (muster_opening_list_get_type ())
G_DECLARE_FINAL_TYPE (MusterOpeningList, muster_opening_list, MUSTER, OPENING_LIST, GObject)

MusterOpeningList         *muster_opening_list_new        (MusterLibrary *library);
gboolean                   muster_opening_list_is_loaded  (MusterOpeningList *self);
guint                      muster_opening_list_find       (MusterOpeningList *self, gint64 opening_id); /* position, or GTK's invalid position */
const MusterOpeningRecord *muster_opening_list_get_record (MusterOpeningList *self, gint64 opening_id); /* (nullable) (transfer none) */

G_END_DECLS
