/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of pages: PNG, JPEG, TIFF of many pages, BMP, WebP, by Leptonica. Sizes are checked by the header
 * before a pixel is decoded. A page is upright as its EXIF data has it, on white where it is transparent, and
 * has a size in points that paper could have. One thread. */

#include "muster-image-header.h"
#include "muster-source-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <leptonica/allheaders.h>
#include <math.h>

/* JPEGs above this are decoded at half size: no recogniser gains from more. */
#define LARGE_JPEG_PIXELS (32 * 1000 * 1000)
#define A4_WIDTH_IN 8.27
#define A4_HEIGHT_IN 11.69

typedef struct
{
  MusterSource source;
  GBytes      *bytes;
  MusterFormat format;
  GArray      *frames; /* MusterImageFrame */
  PIX         *page;   /* (nullable): the last one decoded; 8-bit grey or 32-bit RGB, resolution set */
  guint        page_number;
} MusterImageSource;

static PIX *
decode (const MusterImageSource *self, const MusterImageFrame *frame)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);

  switch (self->format)
    {
    case MUSTER_FORMAT_TIFF:
      return pixReadMemTiff (data, length, (l_int32) frame->directory);
    case MUSTER_FORMAT_JPEG:
      return pixReadMemJpeg (data,
                             length,
                             0,
                             frame->width_px * frame->height_px > LARGE_JPEG_PIXELS ? 2 : 1,
                             NULL,
                             L_JPEG_CONTINUE_WITH_BAD_DATA);
    case MUSTER_FORMAT_PNG:
      return pixReadMemPng (data, length);
    case MUSTER_FORMAT_BMP:
      return pixReadMemBmp (data, length);
    case MUSTER_FORMAT_WEBP:
      return pixReadMemWebP (data, length);
    default:
      return NULL;
    }
}

/* Replaces a PIX by what was made of it; a failed step leaves none. */
static PIX *
replace (PIX *old, PIX *made)
{
  pixDestroy (&old);

  return made;
}

/* Whatever the depth: 8-bit grey, or 32-bit RGB without alpha. */
static PIX *
flatten (PIX *pix)
{
  if (pixGetColormap (pix) != NULL)
    pix = replace (pix, pixRemoveColormap (pix, REMOVE_CMAP_WITH_ALPHA));
  if (pix != NULL && pixGetDepth (pix) == 32 && pixGetSpp (pix) == 4)
    pix = replace (pix, pixAlphaBlendUniform (pix, 0xffffff00));
  if (pix != NULL && pixGetDepth (pix) == 16)
    pix = replace (pix, pixConvert16To8 (pix, L_AUTO_BYTE));
  if (pix != NULL && pixGetDepth (pix) != 32 && pixGetDepth (pix) != 8)
    pix = replace (pix, pixConvertTo8 (pix, FALSE));

  return pix;
}

/* EXIF orientations: turns and mirrors that make the picture upright. */
static PIX *
turn_upright (PIX *pix, guint orientation)
{
  static const struct
  {
    int n_turns;
    int is_mirrored;
  } ways[9] = { { 0, 0 }, { 0, 0 }, { 0, 1 }, { 2, 0 }, { 2, 1 }, { 1, 1 }, { 1, 0 }, { 3, 1 }, { 3, 0 } };

  if (ways[orientation].n_turns != 0)
    pix = replace (pix, pixRotateOrth (pix, ways[orientation].n_turns));
  if (pix != NULL && ways[orientation].is_mirrored)
    pix = replace (pix, pixFlipLR (NULL, pix));

  return pix;
}

/* A camera and many programs write no resolution, or one of a screen. Taken is what gives a size of paper;
 * else A4 is assumed. */
static int
choose_resolution (PIX *pix)
{
  double shorter = MIN (pixGetWidth (pix), pixGetHeight (pix));
  double longer = MAX (pixGetWidth (pix), pixGetHeight (pix));
  int    stated = pixGetXRes (pix);
  double guessed = longer <= 2 * shorter ? shorter / A4_WIDTH_IN : longer / A4_HEIGHT_IN;

  if (stated >= 90 && stated <= 1300 && ABS (stated - pixGetYRes (pix)) <= stated / 10 && longer / stated >= 4
      && longer / stated <= 17 && shorter / stated >= 2 && shorter / stated <= 12)
    return stated;

  return (int) CLAMP (round (guessed), 30, 1200);
}

static gboolean
enter_page (MusterImageSource *self, guint number, GError **error)
{
  const MusterImageFrame *frame = &g_array_index (self->frames, MusterImageFrame, number - 1);
  gsize                   length;
  const guint8           *data = g_bytes_get_data (self->bytes, &length);
  PIX                    *pix;
  int                     resolution;

  if (self->page_number == number)
    return TRUE;
  pixDestroy (&self->page);
  self->page_number = 0;

  if (frame->width_px * frame->height_px > self->source.job->max_image_pixels
      || MAX (frame->width_px, frame->height_px) > 100000)
    {
      g_set_error (error,
                   MUSTER_READ_ERROR,
                   MUSTER_READ_ERROR_LIMIT,
                   _ ("Picture %u has %" PRIu64 " by %" PRIu64
                      " pixels, more than Muster opens. Save it smaller."),
                   number,
                   frame->width_px,
                   frame->height_px);
      return FALSE;
    }

  pix = decode (self, frame);
  if (pix != NULL)
    pix = flatten (pix);
  if (pix != NULL && self->format == MUSTER_FORMAT_JPEG)
    pix = turn_upright (pix, muster_image_header_orientation (data, length));
  if (pix == NULL)
    {
      g_set_error (error,
                   MUSTER_READ_ERROR,
                   MUSTER_READ_ERROR_DAMAGED,
                   _ ("Picture %u cannot be opened. Ask for it again."),
                   number);
      return FALSE;
    }

  resolution = choose_resolution (pix);
  pixSetResolution (pix, resolution, resolution);
  self->page = pix;
  self->page_number = number;

  return TRUE;
}

static MusterPage *
muster_image_source_read_page (MusterSource *source, guint number, GError **error)
{
  MusterImageSource *self = (MusterImageSource *) source;

  if (!enter_page (self, number, error))
    return NULL;

  return muster_page_new (number,
                          pixGetWidth (self->page) * 72. / pixGetXRes (self->page),
                          pixGetHeight (self->page) * 72. / pixGetYRes (self->page));
}

static PIX *
muster_image_source_draw_page (
    MusterSource *source, guint number, double dpi, gboolean in_colour, GError **error)
{
  MusterImageSource *self = (MusterImageSource *) source;
  PIX               *pix;
  double             n_pixels, scale;

  if (!enter_page (self, number, error))
    return NULL;

  n_pixels = (double) pixGetWidth (self->page) * pixGetHeight (self->page);
  scale = MIN (dpi / pixGetXRes (self->page), sqrt ((double) source->job->max_page_pixels / n_pixels));
  pix = in_colour ? pixConvertTo32 (self->page) : pixConvertTo8 (self->page, FALSE);
  if (pix != NULL && scale < 1)
    pix = replace (pix, pixScaleAreaMap (pix, (l_float32) scale, (l_float32) scale));
  if (pix == NULL)
    {
      g_set_error (error,
                   MUSTER_READ_ERROR,
                   MUSTER_READ_ERROR_LIMIT,
                   _ ("There is not enough memory to draw page %u."),
                   number);
      return NULL;
    }
  if (scale < 1)
    {
      int resolution = (int) MAX (round (pixGetXRes (self->page) * scale), 1);

      pixSetResolution (pix, resolution, resolution);
    }

  return pix;
}

static void
muster_image_source_free (MusterSource *source)
{
  MusterImageSource *self = (MusterImageSource *) source;

  pixDestroy (&self->page);
  g_clear_pointer (&self->frames, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static const MusterSourceClass image_source_class = {
  .read_page = muster_image_source_read_page,
  .draw_page = muster_image_source_draw_page,
  .free = muster_image_source_free,
};

MusterSource *
muster_image_source_new (GBytes *bytes, const MusterReaderJob *job, GError **error)
{
  gsize              length;
  const guint8      *data = g_bytes_get_data (bytes, &length);
  MusterFormat       format = muster_format_sniff (data, length);
  GArray            *frames;
  MusterImageSource *self;

  setMsgSeverity (L_SEVERITY_NONE);
  frames = muster_image_header_read (data, length, format);
  if (frames == NULL)
    {
      g_set_error_literal (error,
                           MUSTER_READ_ERROR,
                           MUSTER_READ_ERROR_DAMAGED,
                           _ ("The picture is damaged: its header makes no sense. Ask for it again."));
      return NULL;
    }

  self = g_new0 (MusterImageSource, 1);
  self->source.klass = &image_source_class;
  self->source.kind = MUSTER_SOURCE_IMAGE;
  self->source.job = job;
  self->source.n_pages = frames->len;
  self->bytes = g_bytes_ref (bytes);
  self->format = format;
  self->frames = frames;

  if (self->frames->len == 1 && !enter_page (self, 1, error))
    {
      muster_image_source_free (&self->source);
      return NULL;
    }

  return &self->source;
}
