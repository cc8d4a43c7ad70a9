/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn by cairo's own simple text calls: what a word processor would make is tried with real files elsewhere. */

#include "sample-documents.h"

#include <cairo-pdf.h>
#include <cairo.h>

#define WIDTH_PT 595.0
#define HEIGHT_PT 842.0
#define SCAN_SCALE (200.0 / 72)

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
draw_lines (cairo_t *cr, const char *text, double grey)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 14);
  cairo_set_source_rgb (cr, grey, grey, grey);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      cairo_move_to (cr, 60, 80 + 24 * i);
      cairo_show_text (cr, lines[i]);
    }
}

static cairo_surface_t *
draw_picture (const char *text, double scale)
{
  cairo_surface_t *picture
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH_PT * scale), (int) (HEIGHT_PT * scale));
  cairo_t         *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  draw_lines (cr, text, 0);
  cairo_destroy (cr);

  return picture;
}

static void
paint_picture (cairo_t *cr, const char *text)
{
  cairo_surface_t *picture = draw_picture (text, SCAN_SCALE);

  cairo_save (cr);
  cairo_scale (cr, 1 / SCAN_SCALE, 1 / SCAN_SCALE);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (picture);
}

/* A document to draw on; @bytes gets the file when the context is finished. */
static cairo_t *
begin_pdf (GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, WIDTH_PT, HEIGHT_PT);
  cairo_t         *cr = cairo_create (surface);

  cairo_surface_destroy (surface);

  return cr;
}

static GBytes *
end_pdf (cairo_t *cr, GByteArray *bytes)
{
  cairo_surface_finish (cairo_get_target (cr));
  cairo_destroy (cr);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
sample_text_pdf (const char *text, guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_t    *cr = begin_pdf (bytes);

  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *page = g_strdup_printf ("%s\nPage %u", text, i);

      draw_lines (cr, page, 0);
      cairo_show_page (cr);
    }

  return end_pdf (cr, bytes);
}

GBytes *
sample_white_pdf (const char *text, const char *white)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_t    *cr = begin_pdf (bytes);

  draw_lines (cr, text, 0);
  cairo_translate (cr, 0, 400);
  draw_lines (cr, white, 1);
  cairo_show_page (cr);

  return end_pdf (cr, bytes);
}

GBytes *
sample_scan_pdf (const char *text, guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_t    *cr = begin_pdf (bytes);

  for (guint i = 1; i <= n_pages; i++)
    {
      paint_picture (cr, text);
      cairo_show_page (cr);
    }

  return end_pdf (cr, bytes);
}

GBytes *
sample_layered_pdf (const char *layer, const char *text)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_t    *cr = begin_pdf (bytes);

  draw_lines (cr, layer, 0);
  paint_picture (cr, text);
  cairo_show_page (cr);

  return end_pdf (cr, bytes);
}

GBytes *
sample_png (const char *text, double scale)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *picture = draw_picture (text, scale);

  cairo_surface_write_to_png_stream (picture, append, bytes);
  cairo_surface_destroy (picture);

  return g_byte_array_free_to_bytes (bytes);
}
