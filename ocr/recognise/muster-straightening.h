/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the picture of a page lies, and the way to put it straight: paper photographed at an angle, pages on their
 * side or upside down, skew. The boxes of recognised words are places on the straightened page, so whoever shows
 * such a page straightens its picture by the same. One thread. */
#pragma once

#include <glib.h>

struct Pix;

G_BEGIN_DECLS

/* Applied in this order. A value; in shares of the picture, so that it holds for any resolution of the same page. */
typedef struct
{
  gboolean has_corners;   /* the paper is a part of the picture */
  double   corners[4][2]; /* top left, top right, bottom right, bottom left; 0..1 across and down */
  guint    n_quarter_turns; /* clockwise */
  double   skew_degrees;  /* to turn by, clockwise */
} MusterStraightening;

/* @picture: 8-bit grey. Finds the paper and the skew; orientation needs letters:
 * muster_recogniser_find_straightening(). */
gboolean    muster_straightening_find_paper (MusterStraightening *self, struct Pix *picture);
double      muster_straightening_find_skew  (struct Pix *picture);

/* Nothing to be done. */
gboolean    muster_straightening_is_none    (const MusterStraightening *self);

/* (transfer full): the picture straight, 8 or 32 bits deep as it was, its resolution set; NULL without memory. */
struct Pix *muster_straightening_apply      (const MusterStraightening *self, struct Pix *picture);

G_END_DECLS
