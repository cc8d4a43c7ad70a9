/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of file some bytes are. By content alone: a name proves nothing, and many resumes carry the wrong one.
 * Pure, any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_FORMAT_UNKNOWN,
  MUSTER_FORMAT_PDF,
  MUSTER_FORMAT_PNG,
  MUSTER_FORMAT_JPEG,
  MUSTER_FORMAT_TIFF,
  MUSTER_FORMAT_BMP,
  MUSTER_FORMAT_GIF,
  MUSTER_FORMAT_WEBP,
  MUSTER_FORMAT_HEIF,
  MUSTER_FORMAT_SVG,
  MUSTER_FORMAT_DOCX,
  MUSTER_FORMAT_ODT,
  MUSTER_FORMAT_XLSX,
  MUSTER_FORMAT_PPTX,
  MUSTER_FORMAT_ZIP,
  MUSTER_FORMAT_OLE_ENCRYPTED, /* an Office file with a password: an OLE container around the encrypted package */
  MUSTER_FORMAT_OLE,           /* .doc, .xls, .msg */
  MUSTER_FORMAT_RTF,
  MUSTER_FORMAT_HTML,
  MUSTER_FORMAT_XML,
  MUSTER_FORMAT_MAIL,
  MUSTER_FORMAT_POSTSCRIPT,
  MUSTER_FORMAT_ARCHIVE, /* gzip, bzip2, xz, 7z, rar, tar */
  MUSTER_FORMAT_PROGRAM,
  MUSTER_FORMAT_TEXT,
  MUSTER_FORMAT_LAST,
} MusterFormat;

MusterFormat muster_format_sniff      (const guint8 *bytes, gsize length);
const char  *muster_format_media_type (MusterFormat format);

G_END_DECLS
