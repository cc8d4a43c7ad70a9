/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Openings that go on living: further versions, closing, reopening. Blocking, any thread; errors: MUSTER_STORE_ERROR. */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

typedef struct
{
  guint          number; /* from 1 */
  gint64         fixed_at;
  char          *model_version;
  MusterOpening *opening;
} MusterOpeningVersion;

void       muster_opening_version_free (MusterOpeningVersion *version);

/* A further version; everybody in the pool is unranked until somebody ranks them by it. *@version (nullable): its
 * number. */
gboolean   muster_store_change_opening (MusterStore *self, gint64 opening_id, MusterOpening *opening,
                                        const char *model_version, guint *version, GError **error);

/* (transfer full) (nullable): of MusterOpeningVersion, newest first */
GPtrArray *muster_store_list_versions  (MusterStore *self, gint64 opening_id, GError **error);

/* @reason: "filled" or "withdrawn". Closing twice: INVALID. */
gboolean   muster_store_close_opening  (MusterStore *self, gint64 opening_id, const char *reason, GError **error);
gboolean   muster_store_reopen_opening (MusterStore *self, gint64 opening_id, GError **error);

/* Sets INVALID when the opening is closed. */
gboolean   muster_store_check_open     (MusterStore *self, gint64 opening_id, GError **error);

G_END_DECLS
