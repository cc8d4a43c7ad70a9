/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Muster remembers about how a person likes to work: sizes, layout, columns, language. Nothing about people. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer none): one for the process. As installed; a program run from its build folder uses the schema made there.
 * Main loop only. */
GSettings *muster_settings_get (void);

G_END_DECLS
