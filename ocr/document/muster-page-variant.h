/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page as a GVariant: how it travels from muster-reader to the program and how the store keeps it. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

/* word: text, box, baseline, size, colour, source, flags, hidden, confidence, link
 * line: first word, words, box, baseline, size, flags, colour, row, region, block
 * page: number, width, height, columns, layout image, words, hidden words, lines, links, pictures */
#define MUSTER_WORD_VARIANT_TYPE "(s(dddd)dduyqydi)"
#define MUSTER_LINE_VARIANT_TYPE "(uu(dddd)dduuuuu)"
#define MUSTER_PAGE_VARIANT_TYPE \
  "(udduaya" MUSTER_WORD_VARIANT_TYPE "a" MUSTER_WORD_VARIANT_TYPE "a" MUSTER_LINE_VARIANT_TYPE "a(s(dddd))a(dddd))"

GVariant   *muster_page_to_variant       (const MusterPage *self);
MusterPage *muster_page_new_from_variant (GVariant *variant, GError **error);

G_END_DECLS
