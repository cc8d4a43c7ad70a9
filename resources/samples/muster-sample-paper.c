/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages on paper: scanned askew, faxed, photographed. The treatment is Leptonica's, the chance is seeded. */

#include "muster-sample.h"

#include <cairo-pdf.h>
#include <leptonica/allheaders.h>
#include <math.h>

#define SCAN_DPI 170
#define FAX_DPI 150
#define PHONE_DPI 165
#define JPEG_QUALITY 52

/* A page drawn on white, 32 bits. */
static PIX *
draw (const MusterTypeset *typeset, int dpi)
{
  g_autoptr (MusterPage) page = muster_typeset_dup_page (typeset, 0);
  int              width = (int) ceil (muster_page_get_width_pt (page) * dpi / 72);
  int              height = (int) ceil (muster_page_get_height_pt (page) * dpi / 72);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);
  PIX             *pix = pixCreate (width, height, 32);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / 72.0, dpi / 72.0);
  muster_typeset_draw_page (typeset, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (gpointer) (cairo_image_surface_get_data (surface)
                                       + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        pixSetRGBPixel (pix, x, y, row[x] >> 16 & 255, row[x] >> 8 & 255, row[x] & 255);
    }
  cairo_surface_destroy (surface);
  pixSetResolution (pix, dpi, dpi);

  return pix;
}

/* Adds a little to every pixel, more where @noise is larger. Works on 8 bits and on each part of 32. */
static void
add_noise (PIX *pix, GRand *rand, int noise)
{
  int n_parts = pixGetDepth (pix) == 8 ? 1 : 3;

  for (int y = 0; y < pixGetHeight (pix); y++)
    {
      l_uint32 *line = pixGetData (pix) + (gsize) y * pixGetWpl (pix);

      for (int x = 0; x < pixGetWidth (pix); x++)
        {
          int change = g_rand_int_range (rand, -noise, noise + 1);

          for (int part = 0; part < n_parts; part++)
            {
              int at = n_parts == 1 ? x : 4 * x + part;

              SET_DATA_BYTE (line, at, CLAMP ((int) GET_DATA_BYTE (line, at) + change, 0, 255));
            }
        }
    }
}

static PIX *
take (PIX **old, PIX *new)
{
  pixDestroy (old);

  return new;
}

static GBytes *
take_file (l_uint8 *data, size_t size)
{
  return g_bytes_new_with_free_func (data, size, (GDestroyNotify) lept_free, data);
}

static cairo_status_t
on_write (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A picture as the only thing on a page of a PDF; the JPEG goes in as it is. */
static GBytes *
wrap_jpeg (const l_uint8 *jpeg, size_t size, int width, int height, int dpi)
{
  GByteArray      *bytes = g_byte_array_new ();
  double           width_pt = width * 72.0 / dpi, height_pt = height * 72.0 / dpi;
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (on_write, bytes, width_pt, height_pt);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (pdf);

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, "2026-11-02T09:00:00Z");
  cairo_surface_set_mime_data (picture, CAIRO_MIME_TYPE_JPEG, jpeg, size, NULL, NULL);
  cairo_scale (cr, 72.0 / dpi, 72.0 / dpi);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (pdf);
  cairo_surface_destroy (picture);

  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
scan (const MusterTypeset *typeset, GRand *rand)
{
  PIX  *colour = draw (typeset, SCAN_DPI);
  PIX  *pix = pixConvertRGBToLuminance (colour);
  float angle
      = (float) (g_rand_double_range (rand, 1.0, 1.8) * (g_rand_boolean (rand) ? 1 : -1) * G_PI / 180);
  l_uint8 *jpeg = NULL;
  size_t   size;
  GBytes  *file;

  pixDestroy (&colour);
  pix = take (&pix, pixRotate (pix, angle, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  pix = take (&pix, pixBlockconv (pix, 1, 1));
  add_noise (pix, rand, 14);
  pixWriteMemJpeg (&jpeg, &size, pix, JPEG_QUALITY, 0);
  file = wrap_jpeg (jpeg, size, pixGetWidth (pix), pixGetHeight (pix), SCAN_DPI);
  lept_free (jpeg);
  pixDestroy (&pix);

  return file;
}

static GBytes *
fax (const MusterTypeset *typeset, GRand *rand)
{
  PIX     *colour = draw (typeset, FAX_DPI);
  PIX     *grey = pixConvertRGBToLuminance (colour);
  PIX     *pix;
  l_uint8 *png = NULL;
  size_t   size;

  grey
      = take (&grey, pixRotate (grey, (float) (-.7 * G_PI / 180), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  add_noise (grey, rand, 40);
  pix = pixThresholdToBinary (grey, 158);
  for (int i = 0; i < 260; i++)
    pixSetPixel (pix,
                 g_rand_int_range (rand, 0, pixGetWidth (pix)),
                 g_rand_int_range (rand, 0, pixGetHeight (pix)),
                 1);
  pixSetResolution (pix, FAX_DPI, FAX_DPI);
  pixWriteMemPng (&png, &size, pix, 0);
  pixDestroy (&colour);
  pixDestroy (&grey);
  pixDestroy (&pix);

  return take_file (png, size);
}

/* Light falls from one corner, and less towards the edges. */
static void
shade (PIX *pix)
{
  int width = pixGetWidth (pix), height = pixGetHeight (pix);

  for (int y = 0; y < height; y++)
    {
      l_uint32 *line = pixGetData (pix) + (gsize) y * pixGetWpl (pix);

      for (int x = 0; x < width; x++)
        {
          double u = (double) x / width, v = (double) y / height;
          double light = 1.02 - .26 * u * v - .3 * ((u - .42) * (u - .42) + (v - .45) * (v - .45));

          for (int part = 0; part < 3; part++)
            {
              int    value = GET_DATA_BYTE (line, 4 * x + part);
              double warm = part == 0 ? 1 : part == 1 ? .985 : .94;

              SET_DATA_BYTE (line, 4 * x + part, (int) CLAMP (value * light * warm, 0, 255));
            }
        }
    }
}

/* Boards of a table: brown with a grain. */
static PIX *
make_table (int width, int height, GRand *rand)
{
  PIX *pix = pixCreate (width, height, 32);

  for (int y = 0; y < height; y++)
    {
      int grain = g_rand_int_range (rand, -9, 10);

      for (int x = 0; x < width; x++)
        {
          int wave = grain + (int) (7 * sin (y / 23.0 + x / 310.0));

          pixSetRGBPixel (pix, x, y, 122 + wave, 88 + wave, 60 + wave);
        }
    }

  return pix;
}

static PTA *
corners (const double *points)
{
  PTA *pta = ptaCreate (4);

  for (int i = 0; i < 4; i++)
    ptaAddPt (pta, (float) points[2 * i], (float) points[2 * i + 1]);

  return pta;
}

static GBytes *
photograph (const MusterTypeset *typeset, GRand *rand)
{
  PIX     *sheet = draw (typeset, PHONE_DPI);
  int      width = pixGetWidth (sheet), height = pixGetHeight (sheet);
  int      wide = width + 150, high = height + 130;
  PIX     *table = make_table (wide, high, rand);
  PIX     *mask = pixCreate (wide, high, 1), *bent, *bent_mask;
  double   from[] = { 75, 60, 75 + width, 60, 75 + width, 60 + height, 75, 60 + height };
  double   to[] = { 96, 78, 60 + width, 66, 92 + width, 72 + height, 62, 50 + height };
  PTA     *source = corners (from), *target = corners (to);
  PIX     *flat = pixCreate (wide, high, 32);
  l_uint8 *jpeg = NULL;
  size_t   size;

  pixSetBlackOrWhite (flat, L_SET_WHITE);
  pixRasterop (flat, 75, 60, width, height, PIX_SRC, sheet, 0, 0);
  pixRasterop (mask, 75, 60, width, height, PIX_SET, NULL, 0, 0);
  bent = pixProjectivePta (flat, target, source, L_BRING_IN_WHITE);
  bent_mask = pixProjectiveSampledPta (mask, target, source, L_BRING_IN_WHITE);
  pixCombineMasked (table, bent, bent_mask);
  shade (table);
  table = take (&table, pixBlockconv (table, 1, 1));
  add_noise (table, rand, 6);
  pixWriteMemJpeg (&jpeg, &size, table, JPEG_QUALITY, 0);
  ptaDestroy (&source);
  ptaDestroy (&target);
  pixDestroy (&sheet);
  pixDestroy (&flat);
  pixDestroy (&mask);
  pixDestroy (&bent);
  pixDestroy (&bent_mask);
  pixDestroy (&table);

  return take_file (jpeg, size);
}

GBytes *
muster_sample_write_paper (const MusterTypeset *typeset,
                           MusterSamplePaper    paper,
                           guint32              seed,
                           GError             **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GBytes *file = paper == MUSTER_SAMPLE_SCAN  ? scan (typeset, rand)
                 : paper == MUSTER_SAMPLE_FAX ? fax (typeset, rand)
                                              : photograph (typeset, rand);

  if (file == NULL || g_bytes_get_size (file) == 0)
    {
      g_clear_pointer (&file, g_bytes_unref);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "A picture could not be written.");
    }

  return file;
}
