/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opened file of any format that Muster reads, as pages: what words the file itself has, and a drawing of each
 * page. Only muster-reader opens one; one thread. Formats are told apart by content, never by name. */
#pragma once

#include "muster-document.h"
#include "muster-reader-message.h"

struct Pix;

G_BEGIN_DECLS

typedef struct _MusterSource MusterSource;

typedef enum
{
  MUSTER_SOURCE_PDF,     /* may have a text layer, may be pictures only */
  MUSTER_SOURCE_IMAGE,   /* pictures: no words of its own */
  MUSTER_SOURCE_TYPESET, /* a format without pages, set by ocr/typeset: its words are sure, hidden ones marked */
} MusterSourceKind;

/* Opens by content. Errors: MUSTER_READ_ERROR. @bytes is kept, not copied. */
MusterSource    *muster_source_open             (GBytes                *bytes,
                                                 const MusterReaderJob *job,
                                                 GError               **error);
void             muster_source_free             (MusterSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSource, muster_source_free)

MusterSourceKind muster_source_get_kind         (const MusterSource *self);
const char      *muster_source_get_media_type   (const MusterSource *self);
guint            muster_source_get_n_pages      (const MusterSource *self);
/* (nullable): what a person should know about how the file was read */
const char      *muster_source_get_note         (const MusterSource *self);
/* characters that the format hides and that have no place on a page (deleted text, vanish runs) */
guint            muster_source_get_marked_hidden (const MusterSource *self);

/* Share of the page, 0..1, that is picture and may carry text: a scan of the whole page counts, a background of
 * drawn text does not. For muster_page_plan(), of a page that was read. */
double           muster_source_get_picture_share (MusterSource *self, guint number);

/* Words as the file has them, in file order, without lines; links, pictures; form field values as words at their
 * place. An image's page has none. */
MusterPage      *muster_source_read_page        (MusterSource *self, guint number, GError **error);

/* The page as a person sees it, upright: 8-bit grey, or 32-bit RGB when @in_colour. (transfer full): a PIX whose
 * resolution fields say what it was drawn at: lower than @dpi where max_page_pixels asks for it; an image keeps
 * its own pixels when it has at most those that @dpi asks for. */
struct Pix      *muster_source_draw_page        (MusterSource *self,
                                                 guint         number,
                                                 double        dpi,
                                                 gboolean      in_colour,
                                                 GError      **error);

G_END_DECLS
