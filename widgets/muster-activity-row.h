/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of running or finished work: icon, title, state, progress, at most one button. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties: icon-name (s), title (s), caption (s), tone (s: a style class of the icon, or NULL), fraction (d, 0..1),
 * is-running (b: the bar shows), action-label (s; NULL: no button). Signal "action": the button was pressed. */
#define MUSTER_TYPE_ACTIVITY_ROW (muster_activity_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterActivityRow, muster_activity_row, MUSTER, ACTIVITY_ROW, AdwBin)

GtkWidget *muster_activity_row_new (void);

G_END_DECLS
