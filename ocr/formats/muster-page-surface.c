/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a Cairo surface to a PIX, in grey or colour. */

#include "muster-page-surface.h"

#include <leptonica/allheaders.h>
#include <math.h>

/* The longest side that Cairo's image surfaces take. */
#define MAX_SIDE_PX 32000

/* Whole dots an inch, as a PIX keeps them, so that its pixels and its resolution agree. */
static int
choose_dpi (double width_pt, double height_pt, double dpi, guint64 max_pixels)
{
  double area = MAX (width_pt * height_pt / (72 * 72), 1e-6);

  dpi = MIN (dpi, sqrt ((double) max_pixels / area));
  dpi = MIN (dpi, MAX_SIDE_PX * 72 / MAX (width_pt, height_pt));

  return (int) MAX (floor (dpi), 1);
}

static void
copy_pixels (cairo_surface_t *surface, PIX *pix, gboolean in_colour)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  int           width = pixGetWidth (pix), height = pixGetHeight (pix), words = pixGetWpl (pix);

  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);
      l_uint32      *to = pixGetData (pix) + (gsize) y * words;

      for (int x = 0; x < width; x++)
        {
          guint32 red = from[x] >> 16 & 255, green = from[x] >> 8 & 255, blue = from[x] & 255;

          if (in_colour)
            composeRGBPixel ((int) red, (int) green, (int) blue, to + x);
          else
            SET_DATA_BYTE (to, x, (77 * red + 151 * green + 28 * blue) >> 8);
        }
    }
}

/**
 * muster_page_surface_begin:
 * @dpi: wished; lower where the page would have more than @max_pixels
 *
 * Returns: (transfer full): to draw with in points, origin top left; for muster_page_surface_end().
 */
cairo_t *
muster_page_surface_begin (
    MusterPageSurface *self, double width_pt, double height_pt, double dpi, guint64 max_pixels)
{
  cairo_t *cr;

  self->dpi = choose_dpi (width_pt, height_pt, dpi, max_pixels);
  self->width_px = MAX ((int) ceil (width_pt * self->dpi / 72), 1);
  self->height_px = MAX ((int) ceil (height_pt * self->dpi / 72), 1);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width_px, self->height_px);
  cr = cairo_create (self->surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, self->dpi / 72., self->dpi / 72.);

  return cr;
}

/**
 * muster_page_surface_end:
 * @cr: (transfer full): of muster_page_surface_begin()
 *
 * Returns: (transfer full) (nullable): a PIX with its resolution set; %NULL where memory was short.
 */
PIX *
muster_page_surface_end (MusterPageSurface *self, cairo_t *cr, gboolean in_colour)
{
  PIX *pix = NULL;

  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  /* Cairo keeps the error of the context apart: what was drawn until then is still the page as far as it
   * could be drawn. */
  if (cairo_surface_status (self->surface) == CAIRO_STATUS_SUCCESS)
    pix = pixCreate (self->width_px, self->height_px, in_colour ? 32 : 8);
  if (pix != NULL)
    {
      copy_pixels (self->surface, pix, in_colour);
      pixSetResolution (pix, self->dpi, self->dpi);
    }
  g_clear_pointer (&self->surface, cairo_surface_destroy);

  return pix;
}
