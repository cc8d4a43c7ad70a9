/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as the store keeps them: the GVariant of muster_page_to_variant(), little endian, deflated, with its SHA-256.
 * The way back distrusts the file as much as the program distrusts the reader. Pure functions, any thread. */

#include "muster-store-private.h"

#include "muster-page-variant.h"
#include "muster-reader-message.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define CHUNK_BYTES (64 * 1024)

static GBytes *
hash_bytes (GBytes *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8                digest[32];
  gsize                 length = sizeof digest;

  g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_checksum_get_digest (checksum, digest, &length);

  return g_bytes_new (digest, length);
}

/* (nullable): NULL when @bytes is not what @converter takes, or more than @max_bytes come of it. */
static GBytes *
convert (GBytes *bytes, GConverter *converter, gsize max_bytes)
{
  g_autoptr (GByteArray) result = g_byte_array_new ();
  g_autofree guint8     *chunk = g_malloc (CHUNK_BYTES);
  gsize                  size, n_read, n_written;
  const guint8          *data = g_bytes_get_data (bytes, &size);
  GConverterResult       state = G_CONVERTER_CONVERTED;

  while (state == G_CONVERTER_CONVERTED)
    {
      state = g_converter_convert (converter, data, size, chunk, CHUNK_BYTES, G_CONVERTER_INPUT_AT_END, &n_read,
                                   &n_written, NULL);
      if (state == G_CONVERTER_ERROR || result->len + n_written > max_bytes)
        return NULL;
      g_byte_array_append (result, chunk, (guint) n_written);
      data += n_read;
      size -= n_read;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&result));
}

static GVariant *
to_little_endian (GVariant *variant)
{
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref_sink (variant) : g_variant_byteswap (variant);
}

static MusterPage *
from_little_endian (GBytes *bytes, GError **error)
{
  g_autoptr (GVariant) variant = NULL, swapped = NULL;

  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (MUSTER_PAGE_VARIANT_TYPE), bytes, FALSE));
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return muster_page_new_from_variant (variant, error);
  swapped = g_variant_byteswap (variant);

  return muster_page_new_from_variant (swapped, error);
}

/**
 * muster_store_pack_page:
 * @sha256: (out): of what is returned
 *
 * Returns: (transfer full) (nullable): the page for the column `layout`; refused is what would be refused on the way
 * back.
 */
GBytes *
muster_store_pack_page (MusterPage *page, GBytes **sha256, GError **error)
{
  g_autoptr (GVariant)        variant = to_little_endian (muster_page_to_variant (page));
  g_autoptr (GBytes)          bytes = g_variant_get_data_as_bytes (variant);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  g_autoptr (GError)          reason = NULL;
  g_autoptr (MusterPage)      back = from_little_endian (bytes, &reason);
  GBytes                     *packed;

  if (back == NULL)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, "%s", reason->message);
      return NULL;
    }
  packed = convert (bytes, G_CONVERTER (compressor), G_MAXSSIZE);

  g_assert (packed != NULL); /* deflate takes anything */
  *sha256 = hash_bytes (packed);

  return packed;
}

/** muster_store_unpack_page: Returns: (transfer full) (nullable): the page; an error names the document and the page.
 */
MusterPage *
muster_store_unpack_page (GBytes *layout, GBytes *sha256, gint64 document_id, guint number, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes)            found = hash_bytes (layout);
  g_autoptr (GBytes)            bytes = NULL;
  MusterPage                   *page = NULL;

  if (g_bytes_equal (found, sha256))
    bytes = convert (layout, G_CONVERTER (decompressor), MUSTER_READER_MAX_MESSAGE);
  if (bytes != NULL)
    page = from_little_endian (bytes, NULL);
  if (page == NULL || muster_page_get_number (page) != number)
    {
      g_clear_pointer (&page, muster_page_unref);
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
                   _("Page %u of document %" PRId64
                      " is damaged in the database. Import its file again or put back a snapshot."),
                   number, document_id);
    }

  return page;
}
