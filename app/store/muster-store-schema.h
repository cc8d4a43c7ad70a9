/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema and its way from version to version: numbered SQL files, each applied whole or not at all. */
#pragma once

#include "muster-connection.h"

G_BEGIN_DECLS

guint    muster_store_schema_newest   (void);
gboolean muster_store_schema_version  (MusterConnection *connection, guint *version, GError **error);
gboolean muster_store_schema_migrate  (MusterConnection *connection, GError **error);
gboolean muster_store_schema_verify   (MusterConnection *connection, GError **error);

/* A copy of the whole database under @path, complete or not there at all. */
gboolean muster_store_snapshot        (MusterConnection *connection, const char *path, GError **error);

G_END_DECLS
