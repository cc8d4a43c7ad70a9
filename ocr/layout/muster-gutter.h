/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gutter between two columns: an upright stretch of a page that no segment crosses. Pure functions, any thread. */
#pragma once

#include "muster-segment.h"

G_BEGIN_DECLS

/* Text left and right of x in the rows first_row to last_row is read one side after the other. */
typedef struct
{
  double x;
  guint  first_row;
  guint  last_row;
  double height_pt; /* where both sides have text */
  guint  n_side_rows;
  gboolean is_text; /* columns of text and not a list in columns */
} MusterGutter;

gboolean muster_gutter_is_left (const MusterGutter   *gutter,
                                const MusterSegment  *segment);
gboolean muster_gutter_find    (const MusterSegments *segments,
                                const guint          *ids,
                                guint                 n_ids,
                                const guint          *rows,
                                double                page_height_pt,
                                MusterGutter         *gutter);

G_END_DECLS
