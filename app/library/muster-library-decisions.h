/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions about several people at once, and taking them back. Blocking, worker threads. Errors: MUSTER_STORE_ERROR,
 * MUSTER_LIBRARY_ERROR_NO_STORE. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

/* All in one transaction, or none. (transfer full) (nullable): of MusterPastStage: where they were and why, for
 * muster_library_take_back(). */
GPtrArray *muster_library_decide_many (MusterLibrary *self, const MusterDecision *decisions, guint n, GError **error);

/* Puts them back, with the reasons they had; kept as decisions, and in the log as an undo. */
gboolean   muster_library_take_back   (MusterLibrary *self, GPtrArray *past, GError **error);

G_END_DECLS
