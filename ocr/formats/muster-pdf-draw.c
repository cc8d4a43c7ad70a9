/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF page drawn as a person sees it: white paper, upright, form fields and annotations included. Never more pixels than allowed. One
 * thread. */

#include "muster-pdf-private.h"

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

PIX *
muster_pdf_draw (PopplerPage *page, const MusterPdfFrame *frame, double dpi, guint64 max_pixels, gboolean in_colour)
{
  gboolean         is_sideways = frame->n_turns % 2 == 1;
  double           width_pt = is_sideways ? frame->height_pt : frame->width_pt;
  double           height_pt = is_sideways ? frame->width_pt : frame->height_pt;
  int              used_dpi = choose_dpi (width_pt, height_pt, dpi, max_pixels);
  int              width = MAX ((int) ceil (width_pt * used_dpi / 72), 1);
  int              height = MAX ((int) ceil (height_pt * used_dpi / 72), 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);
  PIX             *pix = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, used_dpi / 72., used_dpi / 72.);
  cairo_translate (cr, width_pt / 2, height_pt / 2);
  cairo_rotate (cr, frame->n_turns * G_PI_2);
  cairo_translate (cr, -frame->width_pt / 2, -frame->height_pt / 2);
  poppler_page_render (page, cr);
  cairo_surface_flush (surface);

  /* Cairo keeps the error of the context apart: what was drawn until then is still the page as far as it could be drawn. */
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    pix = pixCreate (width, height, in_colour ? 32 : 8);
  if (pix != NULL)
    {
      copy_pixels (surface, pix, in_colour);
      pixSetResolution (pix, used_dpi, used_dpi);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pix;
}
