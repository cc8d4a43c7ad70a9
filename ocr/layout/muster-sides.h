/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two sides of an upright line: are they columns, each with its own text, or halves of the same rows? Values, any
 * thread. */
#pragma once

#include "muster-segment.h"

G_BEGIN_DECLS

/* What one row has on one side. */
typedef struct
{
  const MusterSegment *first;
  const MusterSegment *last;
  guint                n_segments;
} MusterSidePart;

typedef struct
{
  guint          row;
  MusterSidePart left;
  MusterSidePart right;
} MusterSidesRow;

/* The last four are found by muster_sides_are_columns(). */
typedef struct
{
  MusterSidesRow *rows;
  guint           n_rows;
  gboolean        is_crossed_below; /* the row that follows goes across */
  gboolean        is_text;          /* columns of text and not a list in columns */
  double          height_pt;        /* where both sides have text */
  double          x;                /* the middle between the sides */
  guint           n_side_rows;      /* rows of the left side and rows of the right side */
} MusterSides;

void     muster_sides_add_row     (MusterSides         *self,
                                   guint                row,
                                   MusterSidePart       left,
                                   MusterSidePart       right);
gboolean muster_sides_are_columns (MusterSides         *self,
                                   double               page_height_pt);

G_END_DECLS
