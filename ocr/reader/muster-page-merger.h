/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page out of two readings of it: the words of the file's text layer and the words recognised from its picture.
 * Pure; one thread. */
#pragma once

#include "muster-page.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_rubbish;      /* the layer is no language: codes of a font without letters, nothing that anybody hid */
  gboolean is_picture_page; /* one picture fills the page, so the whole layer lies on it */
  gboolean is_comparable;   /* places on both pages are the same: it was not turned, nor cut out of a photo */
} MusterMergeHints;

/* The picture rules. (transfer full): the recognised words; words of the layer that the picture does not show become
 * hidden ones. */
MusterPage *muster_page_replace_layer  (const MusterPage       *layer,
                                        const MusterPage       *recognised,
                                        const MusterMergeHints *hints);

/* Whoever is right rules. (transfer full): a layer that says what its pictures show stays, and words recognised where
 * it has none are added; single words of it that the picture contradicts become hidden. One that says something else
 * altogether is replaced. */
MusterPage *muster_page_compare_layer  (const MusterPage       *layer,
                                        const MusterPage       *recognised,
                                        const MusterMergeHints *hints);

G_END_DECLS
