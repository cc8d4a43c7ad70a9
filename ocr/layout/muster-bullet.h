/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bullets: the signs before the items of a list. Pure functions, any thread. */
#pragma once

#include "muster-segment.h"

G_BEGIN_DECLS

gboolean muster_bullet_is_sign (const MusterWord *word);
void     muster_bullets_mark   (MusterSegments   *segments,
                                const guint      *ids,
                                const guint      *rows,
                                guint             n_ids,
                                gboolean         *joins_next);

G_END_DECLS
