/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The portrait: ground, shoulders, neck, head, hair, in colours and proportions that the number chooses.
 * Coordinates from 0 to 1 across and down. */

#include "muster-resume-portrait.h"

#include <math.h>

static const guint32 grounds[] = { 0xC9D6DF, 0xD8D3C8, 0xCFD8CD, 0xDCD6E2, 0xBFCBD6 };
static const guint32 skins[] = { 0xF0CDB0, 0xE3B48F, 0xC68F65, 0x9A6A45, 0x6F4A30, 0xF3D7C2 };
static const guint32 hairs[] = { 0x2B211B, 0x5A3B22, 0x8C6239, 0xB9925A, 0x777777, 0x1A1A1F };
static const guint32 clothes[] = { 0x2F3E55, 0x4B2F3A, 0x2E4A43, 0x3B3B40, 0x5B4A3B };

static void
set_colour (cairo_t *cr, guint32 colour, double shade)
{
  cairo_set_source_rgb (cr,
                        (colour >> 16 & 0xFF) / 255.0 * shade,
                        (colour >> 8 & 0xFF) / 255.0 * shade,
                        (colour & 0xFF) / 255.0 * shade);
}

static void
ellipse (cairo_t *cr, double x, double y, double radius_x, double radius_y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, radius_x, radius_y);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
}

static void
draw_body (cairo_t *cr, guint32 cloth, guint32 skin)
{
  set_colour (cr, cloth, 1);
  ellipse (cr, .5, 1.16, .42, .36);
  cairo_fill (cr);
  set_colour (cr, skin, .88);
  cairo_rectangle (cr, .42, .6, .16, .2);
  cairo_fill (cr);
  ellipse (cr, .5, .8, .08, .05);
  cairo_fill (cr);
}

static void
draw_long_hair (cairo_t *cr, guint32 hair)
{
  set_colour (cr, hair, .92);
  ellipse (cr, .5, .46, .255, .29);
  cairo_fill (cr);
  cairo_rectangle (cr, .25, .46, .12, .3);
  cairo_rectangle (cr, .63, .46, .12, .3);
  cairo_fill (cr);
}

static void
draw_face (cairo_t *cr, guint32 skin, guint32 hair, gboolean has_glasses)
{
  set_colour (cr, skin, 1);
  ellipse (cr, .5, .47, .185, .235);
  cairo_fill (cr);

  set_colour (cr, hair, .8);
  cairo_set_line_width (cr, .014);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, .5 + side * .045, .412);
      cairo_line_to (cr, .5 + side * .115, .405);
      cairo_stroke (cr);
      ellipse (cr, .5 + side * .078, .45, .016, .012);
      cairo_fill (cr);
      if (has_glasses)
        {
          cairo_set_line_width (cr, .009);
          ellipse (cr, .5 + side * .08, .45, .056, .045);
          cairo_stroke (cr);
        }
    }
  set_colour (cr, skin, .8);
  cairo_set_line_width (cr, .012);
  cairo_move_to (cr, .5, .46);
  cairo_line_to (cr, .485, .525);
  cairo_line_to (cr, .51, .528);
  cairo_stroke (cr);
  set_colour (cr, 0xA8504A, .95);
  cairo_set_line_width (cr, .016);
  cairo_arc (cr, .5, .545, .07, G_PI * .22, G_PI * .78);
  cairo_stroke (cr);
}

static void
draw_fringe (cairo_t *cr, guint32 hair, double parting)
{
  set_colour (cr, hair, 1);
  cairo_move_to (cr, .31, .47);
  cairo_curve_to (cr, .27, .13, .73, .13, .69, .47);
  cairo_curve_to (cr, .67, .37, .62, .33, parting + .1, .315);
  cairo_curve_to (cr, parting, .31, .36, .34, .31, .47);
  cairo_fill (cr);
}

cairo_surface_t *
muster_resume_portrait_draw (guint32 number, MusterPortraitShape shape, int width_px)
{
  int              height = shape == MUSTER_PORTRAIT_CIRCLE ? width_px : width_px * 5 / 4;
  cairo_format_t   format = shape == MUSTER_PORTRAIT_CIRCLE ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  cairo_surface_t *surface = cairo_image_surface_create (format, width_px, height);
  cairo_t         *cr = cairo_create (surface);
  guint32          skin = skins[number % G_N_ELEMENTS (skins)];
  guint32          hair = hairs[number / 7 % G_N_ELEMENTS (hairs)];

  cairo_scale (cr, width_px, width_px);
  if (shape == MUSTER_PORTRAIT_CIRCLE)
    {
      cairo_arc (cr, .5, .5, .5, 0, 2 * G_PI);
      cairo_clip (cr);
    }
  set_colour (cr, grounds[number / 3 % G_N_ELEMENTS (grounds)], 1);
  cairo_paint (cr);
  if (shape == MUSTER_PORTRAIT_RECTANGLE)
    cairo_translate (cr, 0, .15);
  if (number % 2 == 1)
    draw_long_hair (cr, hair);
  draw_body (cr, clothes[number / 5 % G_N_ELEMENTS (clothes)], skin);
  draw_face (cr, skin, hair, number % 5 == 2);
  draw_fringe (cr, hair, number % 3 == 0 ? .36 : .44);
  cairo_destroy (cr);

  return surface;
}
