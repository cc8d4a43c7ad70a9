/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the PDF format share: how a page lies, and who adds what to it. */
#pragma once

#include "muster-page.h"

#include <poppler.h>

struct Pix;

/* A page as Poppler shows it, and the clockwise quarter turns that make its text upright. */
typedef struct
{
  double width_pt; /* as shown, before the turns */
  double height_pt;
  guint  n_turns;
} MusterPdfFrame;

MusterBox   muster_pdf_frame_map            (const MusterPdfFrame *frame, double x1, double y1, double x2, double y2);

/* A character of the text layer. */
typedef struct
{
  gunichar                     character;
  PopplerRectangle             area;  /* as shown, origin top left */
  const PopplerTextAttributes *style; /* (nullable) */
} MusterPdfGlyph;

typedef struct
{
  GArray *glyphs; /* MusterPdfGlyph */
  GList  *styles; /* owned by this */
} MusterPdfText;

void        muster_pdf_text_init            (MusterPdfText *self, PopplerPage *page, gsize max_glyphs);
void        muster_pdf_text_clear           (MusterPdfText *self);
guint       muster_pdf_text_find_turns      (const MusterPdfText *self);
gboolean    muster_pdf_text_has_substitutes (const MusterPdfText *self);
void        muster_pdf_text_add_words       (const MusterPdfText *self, const MusterPdfFrame *frame, MusterPage *to);

/* Whether something was typed onto the page: form fields with a value, free text. */
gboolean    muster_pdf_has_typed_text       (PopplerPage *page);

/* The boxes of form fields that have a value, upright: array of MusterBox. */
GArray     *muster_pdf_find_fields          (PopplerPage *page, const MusterPdfFrame *frame);

/* (transfer full) (nullable): the page drawn anew, so that its text is only what is drawn, where it is drawn. */
PopplerDocument *muster_pdf_redraw          (PopplerPage *page, const MusterPdfFrame *frame);

/* What became of the words of the file in the words as drawn. */
typedef struct
{
  guint n_drawn_letters;
  guint n_undrawn_letters; /* of words that are drawn nowhere on the page */
} MusterPdfDrawnCount;

/* Adds the words as drawn; words of the file that are not drawn are added hidden, or as they are when
 * @keep_undrawn (over a scan, whose picture may show them). @fields: words in these boxes are values of form
 * fields. */
MusterPdfDrawnCount muster_pdf_merge_drawn  (const MusterPage *file,
                                             const MusterPage *drawn,
                                             const GArray     *fields,
                                             gboolean          keep_undrawn,
                                             MusterPage       *to);

/* (transfer full): a PIX, or NULL when there is no memory for it. */
struct Pix *muster_pdf_draw                 (PopplerPage          *page,
                                             const MusterPdfFrame *frame,
                                             double                dpi,
                                             guint64               max_pixels,
                                             gboolean              in_colour);
