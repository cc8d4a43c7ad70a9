/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of picture files. TIFF directories are walked here, not by the library: a chain that bites its own
 * tail or never ends is seen at once. Promises not to read outside the bytes and to end. Pure functions, any
 * thread. */

#include "muster-image-header.h"

#include <leptonica/allheaders.h>
#include <libexif/exif-data.h>
#include <string.h>

#define MAX_DIRECTORIES 1000

/* TIFF: a reader of numbers in either byte order, for both the classic and the 64-bit form. */
typedef struct
{
  const guint8 *bytes;
  gsize         length;
  gboolean      is_big_endian;
  gboolean      is_64_bit;
} TiffBytes;

static guint64
tiff_number (const TiffBytes *self, guint64 offset, guint n_bytes)
{
  guint64 value = 0;

  if (offset > self->length || self->length - offset < n_bytes)
    return 0;
  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | self->bytes[offset + (self->is_big_endian ? i : n_bytes - 1 - i)];

  return value;
}

/* The first value of an entry, of types BYTE, SHORT, LONG and LONG8. */
static guint64
tiff_entry_value (const TiffBytes *self, guint64 entry)
{
  static const guint sizes[] = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };
  guint64            type = tiff_number (self, entry + 2, 2);

  if (type >= G_N_ELEMENTS (sizes))
    return 0;

  return tiff_number (self, entry + (self->is_64_bit ? 12 : 8), sizes[type]);
}

enum
{
  TIFF_TAG_SUBFILE_TYPE = 254,
  TIFF_TAG_WIDTH = 256,
  TIFF_TAG_HEIGHT = 257,
};

/* Fills in the frame; returns the offset of the next directory, 0 at the end. */
static guint64
tiff_read_directory (const TiffBytes *self, guint64 offset, MusterImageFrame *frame, gboolean *is_preview)
{
  guint   count_bytes = self->is_64_bit ? 8 : 2;
  guint   entry_bytes = self->is_64_bit ? 20 : 12;
  guint64 n_entries = tiff_number (self, offset, count_bytes);

  *is_preview = FALSE;
  if (n_entries > 4096)
    return 0;
  for (guint64 i = 0; i < n_entries; i++)
    {
      guint64 entry = offset + count_bytes + i * entry_bytes;

      switch (tiff_number (self, entry, 2))
        {
        case TIFF_TAG_SUBFILE_TYPE:
          *is_preview = (tiff_entry_value (self, entry) & 1) != 0;
          break;
        case TIFF_TAG_WIDTH:
          frame->width_px = tiff_entry_value (self, entry);
          break;
        case TIFF_TAG_HEIGHT:
          frame->height_px = tiff_entry_value (self, entry);
          break;
        default:
          break;
        }
    }

  return tiff_number (self, offset + count_bytes + n_entries * entry_bytes, self->is_64_bit ? 8 : 4);
}

static GArray *
read_tiff (const guint8 *bytes, gsize length)
{
  TiffBytes tiff = { bytes, length, bytes[0] == 'M', FALSE };
  g_autoptr (GArray) frames = g_array_new (FALSE, TRUE, sizeof (MusterImageFrame));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint64 offset;

  tiff.is_64_bit = tiff_number (&tiff, 2, 2) == 43;
  offset = tiff.is_64_bit ? tiff_number (&tiff, 8, 8) : tiff_number (&tiff, 4, 4);

  for (guint i = 0; i < MAX_DIRECTORIES && offset != 0 && offset < length; i++)
    {
      MusterImageFrame frame = { .directory = i };
      gboolean         is_preview;

      if (!g_hash_table_add (seen, g_memdup2 (&offset, sizeof offset)))
        break;
      offset = tiff_read_directory (&tiff, offset, &frame, &is_preview);
      if (frame.width_px > 0 && frame.height_px > 0 && !is_preview)
        g_array_append_val (frames, frame);
    }

  return frames->len > 0 ? g_steal_pointer (&frames) : NULL;
}

static gboolean
read_bmp (const guint8 *bytes, gsize length, l_int32 *width, l_int32 *height)
{
  gint32 sides[2];

  if (length < 54)
    return FALSE;
  memcpy (sides, bytes + 18, sizeof sides);
  *width = GINT32_FROM_LE (sides[0]);
  *height = ABS (GINT32_FROM_LE (sides[1]));

  return TRUE;
}

GArray *
muster_image_header_read (const guint8 *bytes, gsize length, MusterFormat format)
{
  l_int32          width = 0, height = 0, depth, samples, other, cmyk;
  gboolean         is_good = FALSE;
  MusterImageFrame frame = { 0 };
  GArray          *frames;

  if (length < 16)
    return NULL;
  switch (format)
    {
    case MUSTER_FORMAT_TIFF:
      return read_tiff (bytes, length);
    case MUSTER_FORMAT_PNG:
      is_good = readHeaderMemPng (bytes, length, &width, &height, &depth, &samples, &other) == 0;
      break;
    case MUSTER_FORMAT_JPEG:
      is_good = readHeaderMemJpeg (bytes, length, &width, &height, &samples, &other, &cmyk) == 0;
      break;
    case MUSTER_FORMAT_WEBP:
      is_good = readHeaderMemWebP (bytes, length, &width, &height, &samples) == 0;
      break;
    case MUSTER_FORMAT_BMP:
      is_good = read_bmp (bytes, length, &width, &height);
      break;
    default:
      break;
    }
  if (!is_good || width <= 0 || height <= 0)
    return NULL;

  frame.width_px = (guint64) width;
  frame.height_px = (guint64) height;
  frames = g_array_new (FALSE, TRUE, sizeof (MusterImageFrame));
  g_array_append_val (frames, frame);

  return frames;
}

guint
muster_image_header_orientation (const guint8 *bytes, gsize length)
{
  ExifData        *exif = exif_data_new_from_data (bytes, (unsigned int) MIN (length, G_MAXINT));
  const ExifEntry *entry;
  guint            orientation = 1;

  if (exif == NULL)
    return 1;
  entry = exif_content_get_entry (exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (entry != NULL && entry->format == EXIF_FORMAT_SHORT && entry->size >= 2)
    orientation = exif_get_short (entry->data, exif_data_get_byte_order (exif));
  exif_data_unref (exif);

  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}
