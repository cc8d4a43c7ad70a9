/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a value to a place on the paper and back. Arithmetic only: no GTK, any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More ticks than this say less. */
#define MUSTER_SCALE_MAX_TICKS 5

/* A straight line from a domain (values) to a range (pixels). The range may run backwards: it does for upright axes
 * and where one reads from the right. */
typedef struct
{
  double from;
  double to;
  double from_px;
  double to_px;
} MusterScale;

void     muster_scale_init        (MusterScale *self, double from, double to);
void     muster_scale_set_range   (MusterScale *self, double from_px, double to_px);
double   muster_scale_map         (const MusterScale *self, double value);
double   muster_scale_unmap       (const MusterScale *self, double place_px);
gboolean muster_scale_contains    (const MusterScale *self, double value);
double   muster_scale_nice_step   (const MusterScale *self, double min_step);
guint    muster_scale_nice_ticks  (const MusterScale *self, double min_step, double ticks[MUSTER_SCALE_MAX_TICKS]);
void     muster_scale_widen       (MusterScale *self, double min_step);
guint    muster_scale_step_digits (double step);

G_END_DECLS
