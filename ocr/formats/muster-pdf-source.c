/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF by poppler-glib: opening, what a page holds beside its text, and drawing. Nothing in a file is ever
 * followed or run: links are kept as text, scripts and attachments are not looked at. One thread. */

#include "muster-pdf-private.h"
#include "muster-source-private.h"

#include <glib/gi18n-lib.h>
#include <leptonica/allheaders.h>
#include <math.h>

/* What MUSTER_PAGE_VARIANT_TYPE takes: ten times the largest page of the PDF standard. */
#define MAX_PAGE_PT 144000.0
#define MAX_LINKS 1000
#define MAX_LINK_BYTES 2048
#define MAX_PICTURES 1000
/* A picture that fills the page is the page: a scan or a background. */
#define WHOLE_PAGE_SHARE .8
/* From here on pictures may be what a person reads on the page. */
#define SCAN_SHARE .45
/* Text drawn over a picture makes it a background when there is this much of it. */
#define BACKGROUND_LETTERS 100

typedef struct
{
  MusterSource     source;
  PopplerDocument *document;
  PopplerPage     *page; /* (nullable): the last one used */
  guint            page_number;
  MusterPdfFrame   frame;
  MusterPdfText    text;
  gboolean         has_background; /* the large picture of the page lies under text that is drawn on it */
} MusterPdfSource;

/** muster_pdf_frame_map: Returns: the box upright, from corners as Poppler shows them (origin top left,
 * either corner first). */
MusterBox
muster_pdf_frame_map (const MusterPdfFrame *frame, double x1, double y1, double x2, double y2)
{
  double x = MIN (x1, x2), y = MIN (y1, y2), width = fabs (x2 - x1), height = fabs (y2 - y1);

  switch (frame->n_turns)
    {
    case 1:
      return (MusterBox){ frame->height_pt - y - height, x, height, width };
    case 2:
      return (MusterBox){ frame->width_pt - x - width, frame->height_pt - y - height, width, height };
    case 3:
      return (MusterBox){ y, frame->width_pt - x - width, height, width };
    default:
      return (MusterBox){ x, y, width, height };
    }
}

static void
leave_page (MusterPdfSource *self)
{
  muster_pdf_text_clear (&self->text);
  g_clear_object (&self->page);
  self->page_number = 0;
}

/* The page that is asked for stays open: it is read and drawn one after the other. */
static gboolean
enter_page (MusterPdfSource *self, guint number, GError **error)
{
  if (self->page_number == number)
    return TRUE;
  leave_page (self);

  self->page = poppler_document_get_page (self->document, (int) number - 1);
  if (self->page == NULL)
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_DAMAGED, _ ("Page %u cannot be opened."), number);
      return FALSE;
    }
  self->frame = (MusterPdfFrame){ 0 };
  self->has_background = FALSE;
  poppler_page_get_size (self->page, &self->frame.width_pt, &self->frame.height_pt);
  if (!(self->frame.width_pt > 0 && self->frame.height_pt > 0 && self->frame.width_pt <= MAX_PAGE_PT
        && self->frame.height_pt <= MAX_PAGE_PT))
    {
      g_set_error (
          error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT, _ ("Page %u has a size that no paper has."), number);
      g_clear_object (&self->page);
      return FALSE;
    }

  muster_pdf_text_init (&self->text, self->page, self->source.job->max_text_bytes);
  self->frame.n_turns = muster_pdf_text_find_turns (&self->text);
  self->page_number = number;

  return TRUE;
}

/* Poppler counts y upwards here. */
static MusterBox
map_upwards (const MusterPdfSource *self, PopplerRectangle area)
{
  return muster_pdf_frame_map (
      &self->frame, area.x1, self->frame.height_pt - area.y1, area.x2, self->frame.height_pt - area.y2);
}

/* An address as a person may be shown it: no control characters, of bounded length. */
static char *
clean_uri (const char *uri)
{
  g_autofree char *valid = g_utf8_make_valid (uri, -1);
  GString         *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0' && clean->len < MAX_LINK_BYTES; p = g_utf8_next_char (p))
    if (g_unichar_isgraph (g_utf8_get_char (p)))
      g_string_append_unichar (clean, g_utf8_get_char (p));

  return g_string_free (clean, FALSE);
}

static void
add_links (MusterPdfSource *self, MusterPage *to)
{
  GList *links = poppler_page_get_link_mapping (self->page);
  guint  n_links = 0;

  for (const GList *at = g_list_last (links); at != NULL && n_links < MAX_LINKS; at = at->prev)
    {
      const PopplerLinkMapping *link = at->data;
      MusterBox                 box = map_upwards (self, link->area);
      g_autofree char          *uri = NULL;

      if (link->action->type != POPPLER_ACTION_URI || link->action->uri.uri == NULL
          || !muster_box_is_valid (box))
        continue;
      uri = clean_uri (link->action->uri.uri);
      if (*uri == '\0')
        continue;
      muster_page_add_link (to, uri, box);
      n_links++;
    }
  poppler_page_free_link_mapping (links);
}

static MusterBox
clip_to_page (MusterBox box, double width_pt, double height_pt)
{
  double x1 = CLAMP (box.x, 0, width_pt), x2 = CLAMP (box.x + box.width, 0, width_pt);
  double y1 = CLAMP (box.y, 0, height_pt), y2 = CLAMP (box.y + box.height, 0, height_pt);

  return (MusterBox){ x1, y1, x2 - x1, y2 - y1 };
}

/* Where pictures stand. Many small strips, as scanners and printers make them, count together for the share
 * that is covered. */
static double
add_pictures (MusterPdfSource *self, MusterPage *to)
{
  GList *pictures = poppler_page_get_image_mapping (self->page);
  double page_area = self->frame.width_pt * self->frame.height_pt;
  double covered = 0;
  guint  n_pictures = 0;

  for (const GList *at = pictures; at != NULL; at = at->next)
    {
      const PopplerImageMapping *picture = at->data;
      MusterBox                  box = muster_pdf_frame_map (
          &self->frame, picture->area.x1, picture->area.y1, picture->area.x2, picture->area.y2);

      if (!muster_box_is_valid (box))
        continue;
      box = self->frame.n_turns % 2 == 0 ? clip_to_page (box, self->frame.width_pt, self->frame.height_pt)
                                         : clip_to_page (box, self->frame.height_pt, self->frame.width_pt);
      covered += muster_box_area (box);
      if (to != NULL && n_pictures < MAX_PICTURES && muster_box_area (box) > 0
          && muster_box_area (box) < WHOLE_PAGE_SHARE * page_area)
        {
          muster_page_add_picture (to, box);
          n_pictures++;
        }
    }
  poppler_page_free_image_mapping (pictures);

  return MIN (covered / page_area, 1);
}

static double
muster_pdf_source_get_picture_share (MusterSource *source, guint number)
{
  MusterPdfSource *self = (MusterPdfSource *) source;

  if (!enter_page (self, number, NULL) || self->has_background)
    return 0;

  return add_pictures (self, NULL);
}

static MusterPage *
new_page (const MusterPdfSource *self, guint number)
{
  gboolean is_sideways = self->frame.n_turns % 2 == 1;

  return muster_page_new (number,
                          is_sideways ? self->frame.height_pt : self->frame.width_pt,
                          is_sideways ? self->frame.width_pt : self->frame.height_pt);
}

/* Replaces the words of the file by those that are drawn. FALSE: the page could not be drawn anew, or lost
 * text by it. */
static gboolean
add_drawn_words (MusterPdfSource *self, const MusterPage *file, gboolean is_scan, MusterPage *to)
{
  PopplerDocument    *document = muster_pdf_redraw (self->page, &self->frame);
  PopplerPage        *page = document != NULL ? poppler_document_get_page (document, 0) : NULL;
  MusterPdfText       text;
  MusterPdfDrawnCount count;
  gboolean            is_drawn = page != NULL;

  if (is_drawn)
    {
      g_autoptr (MusterPage) drawn = new_page (self, self->page_number);
      g_autoptr (GArray) fields = muster_pdf_find_fields (self->page, &self->frame);
      guint             n_links;
      const MusterLink *links = muster_page_get_links (to, &n_links);

      for (guint i = 0; i < n_links; i++)
        muster_page_add_link (drawn, links[i].uri, links[i].box);
      muster_pdf_text_init (&text, page, self->source.job->max_text_bytes);
      muster_pdf_text_add_words (&text, &self->frame, drawn);
      muster_pdf_text_clear (&text);
      count = muster_pdf_merge_drawn (file, drawn, fields, is_scan, to);
      if (is_scan && count.n_undrawn_letters == 0 && count.n_drawn_letters >= BACKGROUND_LETTERS)
        self->has_background = TRUE;
    }
  g_clear_object (&page);
  g_clear_object (&document);

  return is_drawn;
}
/* Most pages show what their file says; these show signs of something else, or of more. */
static gboolean
needs_redraw (const MusterPdfSource *self, gboolean is_scan)
{
  return (is_scan && self->text.glyphs->len > 0) || muster_pdf_text_has_substitutes (&self->text)
         || muster_pdf_has_typed_text (self->page);
}

static MusterPage *
muster_pdf_source_read_page (MusterSource *source, guint number, GError **error)
{
  MusterPdfSource *self = (MusterPdfSource *) source;
  MusterPage      *page;
  gboolean         is_scan, is_done = FALSE;

  if (!enter_page (self, number, error))
    return NULL;

  page = new_page (self, number);
  add_links (self, page);
  is_scan = add_pictures (self, page) > SCAN_SHARE;
  if (needs_redraw (self, is_scan))
    {
      g_autoptr (MusterPage) file = new_page (self, number);

      muster_pdf_text_add_words (&self->text, &self->frame, file);
      is_done = add_drawn_words (self, file, is_scan, page);
    }
  if (!is_done)
    muster_pdf_text_add_words (&self->text, &self->frame, page);

  return page;
}

static PIX *
muster_pdf_source_draw_page (
    MusterSource *source, guint number, double dpi, gboolean in_colour, GError **error)
{
  MusterPdfSource *self = (MusterPdfSource *) source;
  PIX             *pix;

  if (!enter_page (self, number, error))
    return NULL;
  pix = muster_pdf_draw (self->page, &self->frame, dpi, source->job->max_page_pixels, in_colour);
  if (pix == NULL)
    g_set_error (error,
                 MUSTER_READ_ERROR,
                 MUSTER_READ_ERROR_LIMIT,
                 _ ("There is not enough memory to draw page %u."),
                 number);

  return pix;
}

static void
muster_pdf_source_free (MusterSource *source)
{
  MusterPdfSource *self = (MusterPdfSource *) source;

  leave_page (self);
  g_clear_object (&self->document);
  g_free (self);
}

static const MusterSourceClass pdf_source_class = {
  .read_page = muster_pdf_source_read_page,
  .draw_page = muster_pdf_source_draw_page,
  .free = muster_pdf_source_free,
  .get_picture_share = muster_pdf_source_get_picture_share,
};

static void
set_open_error (GError **error, const GError *reason, gboolean has_password)
{
  if (!g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error,
                         MUSTER_READ_ERROR,
                         MUSTER_READ_ERROR_DAMAGED,
                         _ ("The PDF is damaged: nothing in it can be opened. Ask for it again."));
  else if (has_password)
    g_set_error_literal (
        error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_ENCRYPTED, _ ("The password does not open this PDF."));
  else
    g_set_error_literal (error,
                         MUSTER_READ_ERROR,
                         MUSTER_READ_ERROR_ENCRYPTED,
                         _ ("This PDF asks for a password. Give it, or ask for a copy without one."));
}

/* Poppler opens many a damaged file without complaint and with no page in it. */
static gboolean
has_page (PopplerDocument *document, const MusterReaderJob *job)
{
  int          n_pages = poppler_document_get_n_pages (document);
  PopplerPage *page = NULL;

  for (int i = 0; i < n_pages && i < (int) job->max_text_pages && page == NULL; i++)
    page = poppler_document_get_page (document, i);
  if (page == NULL)
    return FALSE;
  g_object_unref (page);

  return TRUE;
}

/* Poppler 22.12 dies over a wrong password when it reads from memory (it tries again with a stream that is
 * gone); from a stream of GIO it does not. */
static PopplerDocument *
open_document (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;

  if (password == NULL)
    return poppler_document_new_from_bytes (bytes, NULL, error);
  stream = g_memory_input_stream_new_from_bytes (bytes);

  return poppler_document_new_from_stream (stream, (goffset) g_bytes_get_size (bytes), password, NULL, error);
}

MusterSource *
muster_pdf_source_new (GBytes *bytes, const MusterReaderJob *job, GError **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document = open_document (bytes, job->password, &reason);
  MusterPdfSource *self;

  if (document == NULL || !has_page (document, job))
    {
      set_open_error (error, reason, job->password != NULL);
      g_clear_object (&document);
      return NULL;
    }

  self = g_new0 (MusterPdfSource, 1);
  self->source.klass = &pdf_source_class;
  self->source.kind = MUSTER_SOURCE_PDF;
  self->source.job = job;
  self->source.n_pages = (guint) poppler_document_get_n_pages (document);
  self->document = document;

  return &self->source;
}
