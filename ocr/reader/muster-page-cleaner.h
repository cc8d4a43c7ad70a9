/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format found on a page, made fit to leave the reader: words without white space, controls or bidi overrides,
 * boxes that are numbers, no more text than the limit. The program refuses pages that are not so. Pure; one thread. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

/* How much of a document may still leave; shared by its pages. */
typedef struct
{
  guint64  text_bytes;
  guint    n_words;
  gboolean is_exhausted; /* something was left out */
} MusterPageBudget;

void        muster_page_budget_init (MusterPageBudget *budget, guint64 text_bytes);

/* (transfer full): a copy of @page without lines; NULL with MUSTER_READ_ERROR_LIMIT for a page that is no sheet of
 * any size. */
MusterPage *muster_page_clean       (const MusterPage *page, MusterPageBudget *budget, GError **error);

G_END_DECLS
