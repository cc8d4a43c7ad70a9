/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling formats apart by their first bytes and, for packed ones, by the names of their parts. Promises to
 * look at no more than the bytes given and to decide in time linear in them. Pure functions, any thread. */

#include "muster-format.h"

#include <string.h>

/* A PDF may begin late: mail gateways and web servers put their own lines first. Poppler itself looks as far
 * as this. */
#define PDF_HEADER_WINDOW 1024
#define MARKUP_WINDOW 1024
#define TEXT_WINDOW 65536

static const struct
{
  const char  *magic;
  guint        length;
  guint        offset;
  MusterFormat format;
} magics[] = {
  { "\x89PNG\r\n\x1a\n", 8, 0, MUSTER_FORMAT_PNG },
  { "\xff\xd8\xff", 3, 0, MUSTER_FORMAT_JPEG },
  { "II*\0", 4, 0, MUSTER_FORMAT_TIFF },
  { "MM\0*", 4, 0, MUSTER_FORMAT_TIFF },
  { "II+\0", 4, 0, MUSTER_FORMAT_TIFF },
  { "MM\0+", 4, 0, MUSTER_FORMAT_TIFF },
  { "GIF87a", 6, 0, MUSTER_FORMAT_GIF },
  { "GIF89a", 6, 0, MUSTER_FORMAT_GIF },
  { "WEBP", 4, 8, MUSTER_FORMAT_WEBP },
  { "ftypheic", 8, 4, MUSTER_FORMAT_HEIF },
  { "ftypheix", 8, 4, MUSTER_FORMAT_HEIF },
  { "ftypmif1", 8, 4, MUSTER_FORMAT_HEIF },
  { "ftypavif", 8, 4, MUSTER_FORMAT_HEIF },
  { "{\\rtf", 5, 0, MUSTER_FORMAT_RTF },
  { "%!PS", 4, 0, MUSTER_FORMAT_POSTSCRIPT },
  { "\xc5\xd0\xd3\xc6", 4, 0, MUSTER_FORMAT_POSTSCRIPT },
  { "\x1f\x8b", 2, 0, MUSTER_FORMAT_ARCHIVE },
  { "BZh", 3, 0, MUSTER_FORMAT_ARCHIVE },
  { "\xfd"
    "7zXZ",
    5,
    0,
    MUSTER_FORMAT_ARCHIVE },
  { "7z\xbc\xaf\x27\x1c", 6, 0, MUSTER_FORMAT_ARCHIVE },
  { "Rar!\x1a\x07", 6, 0, MUSTER_FORMAT_ARCHIVE },
  { "ustar", 5, 257, MUSTER_FORMAT_ARCHIVE },
  { "\x7f"
    "ELF",
    4,
    0,
    MUSTER_FORMAT_PROGRAM },
  { "MZ\x90", 3, 0, MUSTER_FORMAT_PROGRAM },
};

static gboolean
contains (const guint8 *bytes, gsize length, const char *what)
{
  return memmem (bytes, length, what, strlen (what)) != NULL;
}

static guint
read_16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

/* Office formats are zips whose part names give them away; they stand in the local headers and again in the
 * central directory. The directory at the end is looked at first; a cut file may have lost it. */
static MusterFormat
sniff_zip (const guint8 *bytes, gsize length)
{
  gsize         window = MIN (length, 2 * TEXT_WINDOW);
  const guint8 *tail = bytes + length - window;
  static const struct
  {
    const char  *part;
    MusterFormat format;
  } parts[] = {
    { "word/document", MUSTER_FORMAT_DOCX },
    { "xl/workbook", MUSTER_FORMAT_XLSX },
    { "ppt/presentation", MUSTER_FORMAT_PPTX },
    { "mimetypeapplication/vnd.oasis.opendocument.text", MUSTER_FORMAT_ODT },
    { "word/", MUSTER_FORMAT_DOCX },
    { "[Content_Types].xml",
      MUSTER_FORMAT_DOCX }, /* the main part may have any name: its relationship says which */
  };

  if (length < 30 || read_16 (bytes + 26) == 0)
    return MUSTER_FORMAT_ZIP;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (contains (tail, window, parts[i].part) || contains (bytes, window, parts[i].part))
      return parts[i].format;

  return MUSTER_FORMAT_ZIP;
}

/* Names in an OLE directory are UTF-16. */
static MusterFormat
sniff_ole (const guint8 *bytes, gsize length)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (memmem (bytes, length, encrypted, sizeof encrypted - 1) != NULL)
    return MUSTER_FORMAT_OLE_ENCRYPTED;

  return MUSTER_FORMAT_OLE;
}

static gboolean
begins_with (const char *text, const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

static MusterFormat
sniff_markup (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (begins_with (text, "<!doctype html") || begins_with (text, "<html") || begins_with (text, "<head")
      || begins_with (text, "<body"))
    return MUSTER_FORMAT_HTML;
  if (strstr (lower, "<svg") != NULL)
    return MUSTER_FORMAT_SVG;
  if (strstr (lower, "<html") != NULL || strstr (lower, "<body") != NULL)
    return MUSTER_FORMAT_HTML;
  if (begins_with (text, "<?xml") || begins_with (text, "<!doctype"))
    return MUSTER_FORMAT_XML;

  return MUSTER_FORMAT_UNKNOWN;
}

/* A mail begins with header lines ("Name: value"); two of the usual ones among them make it one. */
static gboolean
is_mail (const char *text)
{
  static const char *const names[]
      = { "received:",     "from:",       "to:",          "subject:",      "date:",
          "mime-version:", "message-id:", "return-path:", "delivered-to:", "content-type:" };
  g_auto (GStrv) lines = g_strsplit (text, "\n", 64);
  guint n_known = 0, n_strong = 0;

  for (guint i = 0; lines[i] != NULL && *g_strchomp (lines[i]) != '\0'; i++)
    {
      gboolean is_continued = lines[i][0] == ' ' || lines[i][0] == '\t';
      gboolean is_mbox_start = i == 0 && g_str_has_prefix (lines[i], "From ");
      size_t   name_length = strcspn (lines[i], ": \t");

      if (!is_continued && !is_mbox_start && (name_length == 0 || lines[i][name_length] != ':'))
        break;
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        if (begins_with (lines[i], names[j]))
          {
            n_known++;
            n_strong += strchr ("rm", names[j][0]) != NULL || g_str_has_prefix (names[j], "delivered");
          }
    }

  return n_strong > 0 && n_known >= 3;
}

/* Text has no NUL (unless it is UTF-16, told by its byte order mark or by every second byte) and next to no
 * control bytes. */
static gboolean
is_text (const guint8 *bytes, gsize length)
{
  gsize window = MIN (length, TEXT_WINDOW);
  gsize n_control = 0, n_nul[2] = { 0, 0 };

  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    return TRUE;
  for (gsize i = 0; i < window; i++)
    {
      if (bytes[i] == 0)
        n_nul[i % 2]++;
      else if (bytes[i] < 0x20 && strchr ("\t\n\r\f\v\x1b\x1a\b", bytes[i]) == NULL)
        n_control++;
    }
  if (n_nul[0] + n_nul[1] > 0)
    return n_control == 0 && MIN (n_nul[0], n_nul[1]) == 0 && MAX (n_nul[0], n_nul[1]) >= window * 2 / 5;

  return n_control * 200 <= window;
}

static MusterFormat
sniff_characters (const guint8 *bytes, gsize length)
{
  const char      *bom = "\xef\xbb\xbf";
  gsize            skip = length >= 3 && memcmp (bytes, bom, 3) == 0 ? 3 : 0;
  g_autofree char *start = NULL;
  MusterFormat     markup;

  if (!is_text (bytes, length))
    return MUSTER_FORMAT_UNKNOWN;
  while (skip < length && g_ascii_isspace (bytes[skip]))
    skip++;
  if (skip == length)
    return MUSTER_FORMAT_TEXT;

  start = g_strndup ((const char *) bytes + skip, MIN (length - skip, 4 * MARKUP_WINDOW));
  if (start[0] == '<')
    {
      markup = sniff_markup (start);
      if (markup != MUSTER_FORMAT_UNKNOWN)
        return markup;
    }
  if (is_mail (start))
    return MUSTER_FORMAT_MAIL;

  return MUSTER_FORMAT_TEXT;
}

/**
 * muster_format_sniff:
 * @bytes: the whole file
 *
 * Polyglots are read as what comes first in this order: PDF, pictures, packed formats, text: the kind that a
 * person's own viewer shows.
 *
 * Returns: the format, MUSTER_FORMAT_UNKNOWN for nothing that can be told.
 */
MusterFormat
muster_format_sniff (const guint8 *bytes, gsize length)
{
  if (length >= 4 && memcmp (bytes, "%PDF", 4) == 0)
    return MUSTER_FORMAT_PDF;
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].offset + magics[i].length
        && memcmp (bytes + magics[i].offset, magics[i].magic, magics[i].length) == 0)
      return magics[i].format;
  if (length >= 14 && bytes[0] == 'B' && bytes[1] == 'M' && bytes[6] == 0 && bytes[7] == 0 && bytes[8] == 0
      && bytes[9] == 0)
    return MUSTER_FORMAT_BMP;
  if (length >= 4 && (memcmp (bytes, "PK\3\4", 4) == 0 || memcmp (bytes, "PK\5\6", 4) == 0))
    return sniff_zip (bytes, length);
  if (length >= 8 && memcmp (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return sniff_ole (bytes, length);
  if (contains (bytes, MIN (length, PDF_HEADER_WINDOW), "%PDF-"))
    return MUSTER_FORMAT_PDF;

  return sniff_characters (bytes, length);
}

/** muster_format_media_type: Returns: (transfer none): the IANA name, "application/octet-stream" where there
 * is none. */
const char *
muster_format_media_type (MusterFormat format)
{
  static const char *const names[MUSTER_FORMAT_LAST] = {
    [MUSTER_FORMAT_PDF] = "application/pdf",
    [MUSTER_FORMAT_PNG] = "image/png",
    [MUSTER_FORMAT_JPEG] = "image/jpeg",
    [MUSTER_FORMAT_TIFF] = "image/tiff",
    [MUSTER_FORMAT_BMP] = "image/bmp",
    [MUSTER_FORMAT_GIF] = "image/gif",
    [MUSTER_FORMAT_WEBP] = "image/webp",
    [MUSTER_FORMAT_HEIF] = "image/heif",
    [MUSTER_FORMAT_SVG] = "image/svg+xml",
    [MUSTER_FORMAT_DOCX] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    [MUSTER_FORMAT_ODT] = "application/vnd.oasis.opendocument.text",
    [MUSTER_FORMAT_XLSX] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    [MUSTER_FORMAT_PPTX] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    [MUSTER_FORMAT_ZIP] = "application/zip",
    [MUSTER_FORMAT_RTF] = "application/rtf",
    [MUSTER_FORMAT_HTML] = "text/html",
    [MUSTER_FORMAT_XML] = "application/xml",
    [MUSTER_FORMAT_MAIL] = "message/rfc822",
    [MUSTER_FORMAT_POSTSCRIPT] = "application/postscript",
    [MUSTER_FORMAT_TEXT] = "text/plain",
  };

  g_return_val_if_fail (format < MUSTER_FORMAT_LAST, NULL);

  return names[format] != NULL ? names[format] : "application/octet-stream";
}
