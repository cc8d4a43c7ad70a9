/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions: the parts of a page that are read one after the other, each from top to bottom. Pure functions, any
 * thread. */
#pragma once

#include "muster-segment.h"

G_BEGIN_DECLS

/* Some of the ids of a #MusterRegions. */
typedef struct
{
  guint first;
  guint n_ids;
} MusterRegion;

typedef struct
{
  GArray *ids;     /* guint: segments in the order of their regions */
  GArray *regions; /* MusterRegion, in reading order */
  guint   n_columns;
} MusterRegions;

MusterRegions *muster_regions_new  (const MusterSegments *segments, double page_height_pt);
void           muster_regions_free (MusterRegions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRegions, muster_regions_free)

G_END_DECLS
