/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of MusterSides only. */
#pragma once

#include "muster-sides.h"

/* A heading stands so close above its text, in em. */
#define MUSTER_HEADING_GAP_EM 2.5

static inline const MusterSidePart *
muster_sides_row_get_part (const MusterSidesRow *row, gboolean is_left)
{
  return is_left ? &row->left : &row->right;
}

/* The left one if there is one. */
static inline const MusterSegment *
muster_sides_row_get_any (const MusterSidesRow *row)
{
  return row->left.n_segments > 0 ? row->left.first : row->right.first;
}

void muster_sides_trim (MusterSides *self, double page_height_pt);
