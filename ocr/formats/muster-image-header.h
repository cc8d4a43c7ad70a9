/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picture file says of its size and of how it is turned, read before anything is decoded: sizes decide
 * whether it may be. Any thread. */
#pragma once

#include "muster-format.h"

G_BEGIN_DECLS

typedef struct
{
  guint   directory; /* of a TIFF, from 0 */
  guint64 width_px;
  guint64 height_px;
} MusterImageFrame;

/* Returns (transfer full): array of MusterImageFrame, one a page; NULL when the header makes no sense. */
GArray *muster_image_header_read        (const guint8 *bytes, gsize length, MusterFormat format);

/* EXIF orientation 1..8 of a JPEG, 1 when it says nothing. */
guint   muster_image_header_orientation (const guint8 *bytes, gsize length);

G_END_DECLS
