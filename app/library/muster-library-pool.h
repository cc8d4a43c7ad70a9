/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pool as a whole: a point a person for the chart, and why people are not ranked. Errors: MUSTER_STORE_ERROR,
 * MUSTER_LIBRARY_ERROR_NO_STORE. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

/* name: as the library shows people now, a code while blind. */
typedef struct
{
  gint64     candidate_id;
  char      *name;
  double     total; /* 0..100 */
  MusterBand band;
  guint      rank;  /* from 1 */
} MusterPoolPoint;

/* (transfer full) (nullable): of MusterPoolPoint, best first; people without a fit are left out. Blocks (10,000 people took
 * 130 to 200 ms), worker threads. */
GPtrArray *muster_library_list_pool      (MusterLibrary *self, gint64 opening_id, GError **error);

/* Why people of an opening have no rank. The first two are files of this session's imports, not people yet. */
typedef struct
{
  guint n_being_read;     /* files of a running import into this opening */
  guint n_need_password;  /* files that ask for one */
  guint n_unreadable;     /* people on whose paper nothing could be read */
  guint n_not_ranked_yet; /* people who wait for a ranking */
} MusterUnranked;

/* Main loop: looks at the activities, then makes one indexed query about those without a fit. */
gboolean   muster_library_count_unranked (MusterLibrary *self, gint64 opening_id, MusterUnranked *unranked,
                                          GError **error);

G_END_DECLS
