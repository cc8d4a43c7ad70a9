/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page drawn by Cairo on white paper and handed over as a PIX; never more pixels than allowed. One thread. */
#pragma once

#include <cairo.h>
#include <glib.h>

struct Pix;

G_BEGIN_DECLS

typedef struct
{
  cairo_surface_t *surface;
  int              width_px;
  int              height_px;
  int              dpi; /* used: whole, so that a PIX can say it */
} MusterPageSurface;

cairo_t    *muster_page_surface_begin (MusterPageSurface *self, double width_pt, double height_pt, double dpi,
                                       guint64 max_pixels);
struct Pix *muster_page_surface_end   (MusterPageSurface *self, cairo_t *cr, gboolean in_colour);

G_END_DECLS
