/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search everywhere: people by any word of their documents, openings by their title. */
#pragma once

#include "muster-hiring-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_SEARCH_WINDOW (muster_search_window_get_type ())
G_DECLARE_FINAL_TYPE (MusterSearchWindow, muster_search_window, MUSTER, SEARCH_WINDOW, AdwWindow)

MusterSearchWindow *muster_search_window_new     (GtkWindow *parent, MusterHiringDesk *desk);
gboolean            muster_search_window_is_busy (MusterSearchWindow *self);

G_END_DECLS
