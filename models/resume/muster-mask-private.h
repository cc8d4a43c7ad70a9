/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a mask and how it is laid over a document. Private to models/resume. */
#pragma once

#include "muster-mask-find.h"

G_BEGIN_DECLS

struct _MusterMask
{
  gatomicrefcount     ref_count;
  MusterDocument     *document; /* nullable */
  MusterMaskIdentity *identity;
  char               *language; /* "" where it is not known */
  GPtrArray          *homes;    /* folded: town and region of the address */
  GArray             *runs;     /* MusterMaskMatch of the document's text, rising, apart from each other */
  GArray             *spans;    /* MusterMaskSpan, photos last */
};

/* Sorts matches and joins those that touch. */
void    muster_mask_join       (GArray *matches);

/* (transfer full): the code points [start, end) of @text with the block for every run; places count from @start. */
char   *muster_mask_replace    (const char *text, guint start, guint end, const GArray *runs);

/* Adds what only the place on the page tells: values beside or below their labels. */
void    muster_mask_find_cells (const MusterDocument *document, GArray *matches);

/* (transfer full): MusterMaskSpan: boxes for the runs, and for portraits. */
GArray *muster_mask_lay_out    (const MusterDocument *document, const GArray *runs);

G_END_DECLS
