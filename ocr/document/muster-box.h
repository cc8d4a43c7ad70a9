/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rectangle on a page: points (1/72 inch), origin top left, y downwards. A value: passed and kept by copy. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} MusterBox;

MusterBox muster_box_union        (MusterBox a, MusterBox b);
double    muster_box_area         (MusterBox box);
double    muster_box_overlap_area (MusterBox a, MusterBox b);
gboolean  muster_box_contains     (MusterBox box, double x, double y);
gboolean  muster_box_is_valid     (MusterBox box);

G_END_DECLS
