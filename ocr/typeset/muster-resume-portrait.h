/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawn portrait of nobody: enough of a face to stand where resumes have a photo. The same number gives the same
 * picture. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_PORTRAIT_RECTANGLE,
  MUSTER_PORTRAIT_CIRCLE, /* transparent around it */
} MusterPortraitShape;

/* (transfer full); 4:5 for a rectangle, square for a circle */
cairo_surface_t *muster_resume_portrait_draw (guint32 number, MusterPortraitShape shape, int width_px);

G_END_DECLS
