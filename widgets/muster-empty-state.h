/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a panel shows when it has nothing: a dim icon, a title, one line. Smaller than a status page, for the edges of the window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties: icon-name (s), title (s), description (s). */
#define MUSTER_TYPE_EMPTY_STATE (muster_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (MusterEmptyState, muster_empty_state, MUSTER, EMPTY_STATE, AdwBin)

GtkWidget *muster_empty_state_new (const char *icon_name, const char *title, const char *description);

G_END_DECLS
