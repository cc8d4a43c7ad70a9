/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files made for tests: PDF pages drawn by Cairo from a list of texts, PDF written object by object, pictures of
 * pages. */
#pragma once

#include "muster-source.h"

#include <cairo.h>
#include <leptonica/allheaders.h>

typedef struct
{
  const char *text;
  double      x;
  double      baseline;
  double      size_pt;
  double      grey; /* 0 black, 1 white */
  gboolean    is_bold;
} DrawnText;

typedef void (*DrawnPaperFunc) (cairo_t *cr, gconstpointer data);

/* One A4 page; @before and @after may be NULL: what is drawn under and over the texts. */
GBytes       *drawn_paper_new     (const DrawnText *texts,
                                   guint            n_texts,
                                   DrawnPaperFunc   before,
                                   DrawnPaperFunc   after,
                                   gconstpointer    data);

/* A PDF of these objects, numbered from 1; the first is the catalogue. */
GBytes       *written_paper_new   (const char *const *objects);

void          drawn_texts         (cairo_t *cr, const DrawnText *texts, guint n_texts);

/* The source of some bytes under the default limits; never NULL. */
MusterSource *open_paper          (GBytes *bytes);

const MusterWord *find_word       (const MusterPage *page, const char *text);
const MusterWord *find_hidden     (const MusterPage *page, const char *text);
char         *join_words          (const MusterPage *page);
