/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a text layer a person can see: held against one grey drawing of the page. */
#pragma once

#include "muster-page.h"

struct Pix;

G_BEGIN_DECLS

/* Returns (transfer full): the page with every word that cannot be seen moved to the hidden words, with its
 * reason. @drawing: the page upright, 8-bit grey, its resolution set. */
MusterPage *muster_visibility_judge (const MusterPage *page, struct Pix *drawing);

/* Share of the page that carries ink, 0..1: for muster_page_plan(). */
double      muster_visibility_ink_share (struct Pix *drawing);

G_END_DECLS
