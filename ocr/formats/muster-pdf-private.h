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

MusterBox   muster_pdf_frame_map        (const MusterPdfFrame *frame, double x1, double y1, double x2, double y2);

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

void        muster_pdf_text_init        (MusterPdfText *self, PopplerPage *page, gsize max_glyphs);
void        muster_pdf_text_clear       (MusterPdfText *self);
guint       muster_pdf_text_find_turns  (const MusterPdfText *self);
void        muster_pdf_text_add_words   (const MusterPdfText *self, const MusterPdfFrame *frame, MusterPage *to);

/* Values of form fields and typed-on text as words at their place. */
void        muster_pdf_add_fields       (PopplerPage *page, const MusterPdfFrame *frame, MusterPage *to);

/* (transfer full): a PIX, or NULL when there is no memory for it. */
struct Pix *muster_pdf_draw             (PopplerPage *page, const MusterPdfFrame *frame, double dpi, guint64 max_pixels, gboolean in_colour);
