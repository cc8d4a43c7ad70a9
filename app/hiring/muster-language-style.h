/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the language of the interface is set in type. Main loop only. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean muster_language_is_upright (void); /* Chinese, Japanese, Korean: no italics */

G_END_DECLS
