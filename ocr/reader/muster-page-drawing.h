/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a page (a PIX of Leptonica) in the forms that others want: upright, as the layout image, as rows of
 * cairo. Pure; one thread. */
#pragma once

#include "muster-page.h"

struct Pix;

G_BEGIN_DECLS

typedef struct Pix MusterDrawing;

void           muster_drawing_free              (MusterDrawing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDrawing, muster_drawing_free)

/* (transfer full) (nullable): see muster_layout_image_new(); NULL only without memory. */
GBytes        *muster_drawing_to_layout_image   (MusterDrawing *self, const MusterPage *page);

/* (transfer full): rows as CAIRO_FORMAT_RGB24 has them. */
GBytes        *muster_drawing_to_rgb24          (MusterDrawing *self,
                                                 guint         *width,
                                                 guint         *height,
                                                 guint         *stride,
                                                 GError       **error);

G_END_DECLS
