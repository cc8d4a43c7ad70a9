/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic of rectangles on a page. Pure functions, any thread. */

#include "muster-box.h"

#include <math.h>

/**
 * muster_box_union:
 *
 * Returns: the smallest box around both; an empty box (no width and no height) does not count.
 */
MusterBox
muster_box_union (MusterBox a, MusterBox b)
{
  if (a.width <= 0 && a.height <= 0)
    return b;
  if (b.width <= 0 && b.height <= 0)
    return a;

  double x = MIN (a.x, b.x);
  double y = MIN (a.y, b.y);

  return (MusterBox){ x, y, MAX (a.x + a.width, b.x + b.width) - x, MAX (a.y + a.height, b.y + b.height) - y };
}

/** muster_box_area: Returns: the area in square points, 0 for an empty box. */
double
muster_box_area (MusterBox box)
{
  return MAX (box.width, 0) * MAX (box.height, 0);
}

/** muster_box_overlap_area: Returns: the area in square points that both boxes cover. */
double
muster_box_overlap_area (MusterBox a, MusterBox b)
{
  double width = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
  double height = MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y);

  return MAX (width, 0) * MAX (height, 0);
}

/** muster_box_contains: Returns: whether the point lies in the box; the right and lower edges do not belong to it. */
gboolean
muster_box_contains (MusterBox box, double x, double y)
{
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

/** muster_box_is_valid: Returns: whether all four numbers are finite and the size is not negative. */
gboolean
muster_box_is_valid (MusterBox box)
{
  return isfinite (box.x) && isfinite (box.y) && isfinite (box.width) && isfinite (box.height) && box.width >= 0
         && box.height >= 0;
}
