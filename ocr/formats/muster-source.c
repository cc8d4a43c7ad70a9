/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From bytes to the source that reads them. What Muster does not read is named and answered with what to do
 * about it; what cannot be told at all is damaged. One thread, inside muster-reader. */

#include "muster-source-private.h"

#include "muster-format.h"

#include <glib/gi18n-lib.h>

typedef MusterSource *(*OpenFunc) (GBytes *bytes, const MusterReaderJob *job, GError **error);

/* Either a way to open, or the reason why not. */
static const struct
{
  OpenFunc        open;
  MusterReadError code;
  const char     *reason;
} formats[MUSTER_FORMAT_LAST] = {
  [MUSTER_FORMAT_UNKNOWN]
  = { .code = MUSTER_READ_ERROR_DAMAGED,
      .reason = N_ ("This is no kind of file that can be made out. Ask for it again as PDF or DOCX.") },
  [MUSTER_FORMAT_PDF] = { .open = muster_pdf_source_new },
  [MUSTER_FORMAT_PNG] = { .open = muster_image_source_new },
  [MUSTER_FORMAT_JPEG] = { .open = muster_image_source_new },
  [MUSTER_FORMAT_TIFF] = { .open = muster_image_source_new },
  [MUSTER_FORMAT_BMP] = { .open = muster_image_source_new },
  [MUSTER_FORMAT_GIF]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED, .reason = N_ ("GIF pictures are not read. Save it as PNG or PDF.") },
  [MUSTER_FORMAT_WEBP] = { .open = muster_image_source_new },
  [MUSTER_FORMAT_HEIF] = { .code = MUSTER_READ_ERROR_UNSUPPORTED,
                           .reason = N_ ("HEIC pictures are not read. Save it as JPEG or PDF.") },
  [MUSTER_FORMAT_SVG]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED, .reason = N_ ("SVG drawings are not read. Save it as PDF.") },
  [MUSTER_FORMAT_DOCX] = { .open = muster_docx_source_new },
  [MUSTER_FORMAT_ODT] = { .code = MUSTER_READ_ERROR_UNSUPPORTED,
                          .reason = N_ ("OpenDocument files are not read. Save it as DOCX or PDF.") },
  [MUSTER_FORMAT_XLSX]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED,
      .reason = N_ ("This is a workbook, not a document. Save it as PDF to read it as one.") },
  [MUSTER_FORMAT_PPTX]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED, .reason = N_ ("Presentations are not read. Save it as PDF.") },
  [MUSTER_FORMAT_ZIP] = { .open = muster_zip_source_new },
  [MUSTER_FORMAT_OLE_ENCRYPTED]
  = { .code = MUSTER_READ_ERROR_ENCRYPTED,
      .reason = N_ ("This Word file is protected by a password. Save it without one, or as PDF.") },
  [MUSTER_FORMAT_OLE]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED,
      .reason = N_ ("Office files of the old kind (.doc) are not read. Save it as DOCX or PDF.") },
  [MUSTER_FORMAT_RTF]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED, .reason = N_ ("RTF files are not read. Save it as DOCX or PDF.") },
  [MUSTER_FORMAT_HTML]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED, .reason = N_ ("Web pages are not read. Print it to a PDF.") },
  [MUSTER_FORMAT_XML]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED, .reason = N_ ("XML files are not read. Save it as PDF.") },
  [MUSTER_FORMAT_MAIL] = { .code = MUSTER_READ_ERROR_UNSUPPORTED,
                           .reason = N_ ("Mails are not read. Save the attached files and import those.") },
  [MUSTER_FORMAT_POSTSCRIPT]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED, .reason = N_ ("PostScript files are not read. Save it as PDF.") },
  [MUSTER_FORMAT_ARCHIVE] = { .code = MUSTER_READ_ERROR_UNSUPPORTED,
                              .reason = N_ ("Archives are not read. Unpack it and import the files in it.") },
  [MUSTER_FORMAT_PROGRAM]
  = { .code = MUSTER_READ_ERROR_UNSUPPORTED, .reason = N_ ("This is a program, not a document.") },
  [MUSTER_FORMAT_TEXT] = { .open = muster_plain_source_new },
};

/**
 * muster_source_open:
 * @job: limits and password; outlives the source
 *
 * Returns: (transfer full): the opened file, or %NULL with MUSTER_READ_ERROR.
 */
MusterSource *
muster_source_open (GBytes *bytes, const MusterReaderJob *job, GError **error)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  MusterFormat  format;
  MusterSource *self;

  if (length == 0)
    {
      g_set_error_literal (
          error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_DAMAGED, _ ("The file is empty. Ask for it again."));
      return NULL;
    }

  format = muster_format_sniff (data, length);
  if (formats[format].open == NULL)
    {
      g_set_error_literal (error, MUSTER_READ_ERROR, (int) formats[format].code, _ (formats[format].reason));
      return NULL;
    }

  self = formats[format].open (bytes, job, error);
  if (self != NULL)
    {
      self->job = job;
      self->media_type = muster_format_media_type (format);
    }

  return self;
}

void
muster_source_free (MusterSource *self)
{
  if (self != NULL)
    self->klass->free (self);
}

MusterSourceKind
muster_source_get_kind (const MusterSource *self)
{
  return self->kind;
}

const char *
muster_source_get_media_type (const MusterSource *self)
{
  return self->media_type;
}

guint
muster_source_get_n_pages (const MusterSource *self)
{
  return self->n_pages;
}

const char *
muster_source_get_note (const MusterSource *self)
{
  return self->note;
}

guint
muster_source_get_marked_hidden (const MusterSource *self)
{
  return self->n_marked_hidden;
}

/**
 * muster_source_get_picture_share:
 * @number: from 1
 *
 * How much of a page pictures cover, the scan that fills a whole page included (muster_page_get_pictures()
 * leaves that one out);
 * none when they are the background of text that is drawn over them. Ask after reading the page.
 *
 * Returns: 0..1; 1 for an image, 0 for what is typeset.
 */
double
muster_source_get_picture_share (MusterSource *self, guint number)
{
  g_return_val_if_fail (number >= 1 && number <= self->n_pages, 0);

  if (self->klass->get_picture_share != NULL)
    return self->klass->get_picture_share (self, number);

  return self->kind == MUSTER_SOURCE_IMAGE ? 1 : 0;
}

/**
 * muster_source_read_page:
 * @number: from 1
 *
 * Returns: (transfer full): a page without lines, or %NULL with MUSTER_READ_ERROR.
 */
MusterPage *
muster_source_read_page (MusterSource *self, guint number, GError **error)
{
  g_return_val_if_fail (number >= 1 && number <= self->n_pages, NULL);

  return self->klass->read_page (self, number, error);
}

/**
 * muster_source_draw_page:
 * @number: from 1
 * @dpi: wished; the drawing is coarser where the page would have more than max_page_pixels
 *
 * Returns: (transfer full): a PIX, to be freed with pixDestroy(), or %NULL with MUSTER_READ_ERROR.
 */
struct Pix *
muster_source_draw_page (MusterSource *self, guint number, double dpi, gboolean in_colour, GError **error)
{
  g_return_val_if_fail (number >= 1 && number <= self->n_pages, NULL);
  g_return_val_if_fail (dpi > 0, NULL);

  return self->klass->draw_page (self, number, dpi, in_colour, error);
}
