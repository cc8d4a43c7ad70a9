/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of the pages of documents: drawn off the main loop, one at a time, the last few kept. Main loop only. */
#pragma once

#include "muster-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal "changed" (x document, u page): there is a picture or a failure where there was none, or a sharper one. */
#define MUSTER_TYPE_PAGE_PICTURES (muster_page_pictures_get_type ())
G_DECLARE_FINAL_TYPE (MusterPagePictures, muster_page_pictures, MUSTER, PAGE_PICTURES, GObject)

MusterPagePictures *muster_page_pictures_new         (MusterLibrary *library);

/* What shall be drawn now, at @dpi; and, when that is done, what may be wanted next. Orders before are forgotten. */
void                muster_page_pictures_want        (MusterPagePictures *self, gint64 document_id, guint page,
                                                      guint n_pages, double dpi);

/* (nullable) (transfer none): the picture that there is, of whatever resolution. */
GdkTexture         *muster_page_pictures_get         (MusterPagePictures *self, gint64 document_id, guint page);
/* (nullable) (transfer none): why there is none. */
const GError       *muster_page_pictures_get_failure (MusterPagePictures *self, gint64 document_id, guint page);
/* So that they are tried again. */
void                muster_page_pictures_forget_failures (MusterPagePictures *self);
gboolean            muster_page_pictures_is_busy     (MusterPagePictures *self);

G_END_DECLS
