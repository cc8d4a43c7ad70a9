/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows one page: its picture on white paper, zoomed and scrolled, with boxes over what is said about it. Knows only
 * plain values; who shows it brings the picture, and a sharper one when "wished-dpi" asks for it. Main loop only. */
#pragma once

#include "muster-page-box.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties:
 *   zoom (d): 1 = the size of the paper, 96 px an inch; setting it ends fits-width;
 *   fits-width (b): TRUE at first;
 *   wished-dpi (d, read only): at which a picture has exactly the pixels of the screen; 0 before there is a page;
 *   pointed (s): id of the box that is pointed at; setting it scrolls to it; NULL: none;
 *   pinned (s): id of the box that stays pointed at when the pointer leaves; NULL: none.
 * Signal "box-activated" (s): Enter on a box. */
#define MUSTER_TYPE_PAGE_CANVAS (muster_page_canvas_get_type ())
G_DECLARE_FINAL_TYPE (MusterPageCanvas, muster_page_canvas, MUSTER, PAGE_CANVAS, AdwBin)

GtkWidget *muster_page_canvas_new          (void);

/* A new page, without picture and boxes, from its top. */
void       muster_page_canvas_set_page     (MusterPageCanvas *self, double width_pt, double height_pt);
void       muster_page_canvas_set_picture  (MusterPageCanvas *self, GdkTexture *picture);
/* @boxes: copied; in the order in which Tab walks them; later ones lie on top */
void       muster_page_canvas_set_boxes    (MusterPageCanvas *self, const MusterPageBox *boxes, guint n_boxes);

/* A picture is under way: says so after 300 ms, until there is one or a failure. */
void       muster_page_canvas_set_loading  (MusterPageCanvas *self);
/* @sentence (nullable): why there is no picture, and what to do; NULL: the page again. @button (nullable):
 * what can be done here, emits "failure-action". */
void       muster_page_canvas_set_failure  (MusterPageCanvas *self, const char *sentence, const char *button);

void       muster_page_canvas_zoom_in      (MusterPageCanvas *self);
void       muster_page_canvas_zoom_out     (MusterPageCanvas *self);

G_END_DECLS
