/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One box on a page: draws itself as its kind wants, and is what a screen reader finds there. What it means to be
 * pointed at or pinned is the sheet's affair. Main loop only. */
#pragma once

#include "muster-page-box.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far a mark reaches beyond its words, so that the line does not touch them. */
#define MUSTER_PAGE_MARK_OUTSET_PX 1

#define MUSTER_TYPE_PAGE_MARK (muster_page_mark_get_type ())
G_DECLARE_FINAL_TYPE (MusterPageMark, muster_page_mark, MUSTER, PAGE_MARK, GtkWidget)

/* @is_first: of the boxes with its id; the others are no stops for Tab. */
GtkWidget         *muster_page_mark_new        (const MusterPageBox *box, gboolean is_first);
const char        *muster_page_mark_get_id     (MusterPageMark *self);
MusterPageBoxKind  muster_page_mark_get_kind   (MusterPageMark *self);
graphene_rect_t    muster_page_mark_get_box_pt (MusterPageMark *self);
void               muster_page_mark_set_state  (MusterPageMark *self, gboolean is_linked, gboolean is_pinned);

G_END_DECLS
