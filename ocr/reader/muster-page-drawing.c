/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leptonica keeps pixels in 32-bit words with the leftmost in the highest bits; everybody else wants bytes in
 * order. */

#include "muster-page-drawing.h"

#include "muster-document.h"
#include "muster-layout.h"

#include <glib/gi18n-lib.h>
#include <leptonica/allheaders.h>

void
muster_drawing_free (MusterDrawing *self)
{
  pixDestroy (&self);
}

GBytes *
muster_drawing_to_layout_image (MusterDrawing *self, const MusterPage *page)
{
  g_autoptr (MusterDrawing) grey = pixConvertTo8 (self, FALSE);
  g_autoptr (MusterDrawing) bytes = grey != NULL ? pixEndianByteSwapNew (grey) : NULL;

  if (bytes == NULL)
    return NULL;

  return muster_layout_image_new (page, (const guchar *) pixGetData (bytes), (guint) pixGetWidth (bytes),
                                  (guint) pixGetHeight (bytes), 4 * (guint) pixGetWpl (bytes));
}

/**
 * muster_drawing_to_rgb24:
 * @stride: (out): bytes a row
 *
 * Returns: (transfer full): native 32-bit words 0x00RRGGBB, as cairo has them.
 */
GBytes *
muster_drawing_to_rgb24 (MusterDrawing *self, guint *width, guint *height, guint *stride, GError **error)
{
  g_autoptr (MusterDrawing) colour = pixConvertTo32 (self);
  guint32                  *words;
  gsize                     n;

  if (colour == NULL)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT,
                   _ ("There is not enough memory to draw the page."));
      return NULL;
    }

  *width = (guint) pixGetWidth (colour);
  *height = (guint) pixGetHeight (colour);
  *stride = 4 * *width;
  n = (gsize) *width * *height;
  words = g_malloc (n * 4);
  for (guint y = 0; y < *height; y++)
    for (guint x = 0; x < *width; x++)
      words[(gsize) y * *width + x] = pixGetData (colour)[(gsize) y * (guint) pixGetWpl (colour) + x] >> 8;

  return g_bytes_new_take (words, n * 4);
}
