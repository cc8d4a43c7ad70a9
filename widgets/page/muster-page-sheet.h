/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper of a page canvas: scrolls, zooms, draws the picture, places the marks and knows which is pointed at.
 * Private to widgets/page. Main loop only. */
#pragma once

#include "muster-page-box.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_PAGE_MIN_ZOOM .5
#define MUSTER_PAGE_MAX_ZOOM 4

/* Properties and signal: those of MusterPageCanvas. */
#define MUSTER_TYPE_PAGE_SHEET (muster_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MusterPageSheet, muster_page_sheet, MUSTER, PAGE_SHEET, GtkWidget)

void     muster_page_sheet_set_size   (MusterPageSheet *self, double width_pt, double height_pt);
void     muster_page_sheet_set_image  (MusterPageSheet *self, GdkTexture *picture);
gboolean muster_page_sheet_has_image  (MusterPageSheet *self);
void     muster_page_sheet_set_boxes  (MusterPageSheet *self, const MusterPageBox *boxes, guint n_boxes);

/* @at_pointer: what lies under the pointer stays there; else what is in the middle */
void     muster_page_sheet_zoom_to    (MusterPageSheet *self, double zoom, gboolean at_pointer);
double   muster_page_sheet_get_zoom   (MusterPageSheet *self);

G_END_DECLS
