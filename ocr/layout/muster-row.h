/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows: segments that share a baseline. Pure functions, any thread. */
#pragma once

#include "muster-segment.h"

G_BEGIN_DECLS

guint muster_rows_assign (const MusterSegments *segments, guint *ids, guint n_ids, guint *rows);

G_END_DECLS
