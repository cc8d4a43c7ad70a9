/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page is cut at its best gutter into what stands above, left, right and below, and each part again, until nothing is
 * in columns. Where most text runs from right to left, the right column comes first. */

#include "muster-region.h"

#include "muster-gutter.h"
#include "muster-row.h"

#include <string.h>

#define DEEPEST 8
/* A page with more pieces of text is no resume; it is read from top to bottom as one region, so that no file can keep
 * the reader busy. */
#define MOST_SEGMENTS 8000

typedef struct
{
  const MusterSegments *segments;
  MusterRegions        *regions;
  double                page_height_pt;
} Cutting;

static void
add_region (Cutting *cutting, const guint *ids, guint n_ids)
{
  MusterRegion region = { cutting->regions->ids->len, n_ids };

  if (n_ids == 0)
    return;
  g_array_append_vals (cutting->regions->ids, ids, n_ids);
  g_array_append_val (cutting->regions->regions, region);
}

/* Returns how many columns of text stand beside each other in these segments. */
static guint
cut (Cutting *cutting, guint *ids, guint n_ids, guint depth)
{
  g_autofree guint *rows = g_new (guint, n_ids + 1);
  g_autofree guint *room = NULL;
  guint            *parts[4];
  guint             n_parts[4] = { 0 };
  guint             n_columns[4] = { 0 };
  MusterGutter      gutter;

  muster_rows_assign (cutting->segments, ids, n_ids, rows);
  if (depth == 0 || !muster_gutter_find (cutting->segments, ids, n_ids, rows, cutting->page_height_pt, &gutter))
    {
      add_region (cutting, ids, n_ids);
      return n_ids > 0;
    }

  room = g_new (guint, 4 * (gsize) n_ids);
  for (guint i = 0; i < 4; i++)
    parts[i] = room + i * (gsize) n_ids;
  for (guint i = 0; i < n_ids; i++)
    {
      gboolean is_left = muster_gutter_is_left (&gutter, muster_segments_index (cutting->segments, ids[i]));
      gboolean is_first = is_left != cutting->segments->is_rightward;
      guint    part = rows[i] < gutter.first_row ? 0 : rows[i] > gutter.last_row ? 3 : is_first ? 1 : 2;

      parts[part][n_parts[part]++] = ids[i];
    }
  for (guint i = 0; i < 4; i++)
    n_columns[i] = cut (cutting, parts[i], n_parts[i], depth - 1);

  guint beside = gutter.is_text ? n_columns[1] + n_columns[2] : MAX (n_columns[1], n_columns[2]);

  return MAX (beside, MAX (n_columns[0], n_columns[3]));
}

/**
 * muster_regions_new:
 *
 * Returns: (transfer full): the regions of a page in reading order; each segment is in one of them.
 */
MusterRegions *
muster_regions_new (const MusterSegments *segments, double page_height_pt)
{
  MusterRegions    *self = g_new0 (MusterRegions, 1);
  g_autofree guint *ids = g_new (guint, segments->segments->len + 1);
  g_autofree guint *rotated = g_new (guint, segments->segments->len + 1);
  guint             n_ids = 0, n_rotated = 0;
  Cutting           cutting = { segments, self, page_height_pt };

  self->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  self->regions = g_array_new (FALSE, FALSE, sizeof (MusterRegion));
  for (guint i = 0; i < segments->segments->len; i++)
    {
      if (muster_segments_index (segments, i)->is_rotated)
        rotated[n_rotated++] = i;
      else
        ids[n_ids++] = i;
    }

  self->n_columns = cut (&cutting, ids, n_ids, n_ids <= MOST_SEGMENTS ? DEEPEST : 0);
  add_region (&cutting, rotated, n_rotated);

  return self;
}

void
muster_regions_free (MusterRegions *self)
{
  g_array_unref (self->ids);
  g_array_unref (self->regions);
  g_free (self);
}
