/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From loose words to reading order: words -> lines -> rows -> columns -> blocks. Geometry and style only, no
 * vocabulary of any language. Pure functions, any thread. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

/* Sets the lines of a page from its visible words: joins letter-spaced words, marks bullets and icons as symbols, parts
 * words that the file has run together, finds columns and their reading order. The page must not have lines yet. */
void    muster_layout_arrange_page (MusterPage *page);

/* Pages stay whole: headers and footers that run over the pages are found here for models to pass over.
 * Returns (transfer full): one byte a line of that page, 1 = repeats at the same place on other pages or is a page
 * number. The first page is no exception: what runs there may be the only place of a name or an address. */
GBytes *muster_layout_find_running (GPtrArray  *pages,
                                    guint       page_index);

/* The picture that nets see: MUSTER_LAYOUT_HEIGHT x MUSTER_LAYOUT_WIDTH grey bytes, white 255. @grey: 8-bit, @width x
 * @height, @stride bytes a row, of the upright page; pictures of the page and its hidden words are painted over with
 * the ground. */
GBytes *muster_layout_image_new    (const MusterPage *page,
                                    const guchar     *grey,
                                    guint             width,
                                    guint             height,
                                    guint             stride);

G_END_DECLS
