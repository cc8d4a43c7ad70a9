/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of stored documents as pictures, drawn from the original by a reader of its own. At most as many are drawn at
 * once as the machine bears; others wait, and a cancelled one goes at once. Main loop. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

void               muster_page_picture_free          (MusterPagePicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPagePicture, muster_page_picture_free)

/* @page: from 1. @dpi: as shown; the reader limits the pixels. */
void               muster_library_draw_page_async    (MusterLibrary *self, gint64 document_id, guint page, double dpi,
                                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                                      gpointer user_data);

/* (transfer full) (nullable). Errors: MUSTER_LIBRARY_ERROR_NEEDS_PASSWORD (see muster_library_give_password_async()),
 * MUSTER_READ_ERROR, MUSTER_STORE_ERROR, G_IO_ERROR_CANCELLED. */
MusterPagePicture *muster_library_draw_page_finish   (MusterLibrary *self, GAsyncResult *result, GError **error);

/* Tries the password on the stored file; when it opens, it is kept in memory until Muster ends, and never written. */
void               muster_library_give_password_async (MusterLibrary *self, gint64 document_id, const char *password,
                                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                                       gpointer user_data);

/* FALSE and NEEDS_PASSWORD: it was another one. */
gboolean           muster_library_give_password_finish (MusterLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
