/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF page drawn as a person sees it: white paper, upright, form fields and annotations included. Never
 * more pixels than allowed. One thread. */

#include "muster-page-surface.h"
#include "muster-pdf-private.h"

#include <leptonica/allheaders.h>

PIX *
muster_pdf_draw (
    PopplerPage *page, const MusterPdfFrame *frame, double dpi, guint64 max_pixels, gboolean in_colour)
{
  gboolean          is_sideways = frame->n_turns % 2 == 1;
  double            width_pt = is_sideways ? frame->height_pt : frame->width_pt;
  double            height_pt = is_sideways ? frame->width_pt : frame->height_pt;
  MusterPageSurface drawing;
  cairo_t          *cr = muster_page_surface_begin (&drawing, width_pt, height_pt, dpi, max_pixels);

  cairo_translate (cr, width_pt / 2, height_pt / 2);
  cairo_rotate (cr, frame->n_turns * G_PI_2);
  cairo_translate (cr, -frame->width_pt / 2, -frame->height_pt / 2);
  poppler_page_render (page, cr);

  return muster_page_surface_end (&drawing, cr, in_colour);
}
