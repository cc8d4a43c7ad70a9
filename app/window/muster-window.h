/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: a dock of panels over one library, or a page that says why the library could not be opened. */
#pragma once

#include "muster-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_WINDOW (muster_window_get_type ())
G_DECLARE_FINAL_TYPE (MusterWindow, muster_window, MUSTER, WINDOW, AdwApplicationWindow)

GtkWidget *muster_window_new          (GtkApplication *application);
void       muster_window_set_library  (MusterWindow *self, MusterLibrary *library);
void       muster_window_show_failure (MusterWindow *self, const GError *error);
void       muster_window_import       (MusterWindow *self, GPtrArray *paths); /* (element-type filename) (transfer none) */
void       muster_window_say          (MusterWindow *self, const char *text); /* a toast; plain text */
gboolean   muster_window_is_busy      (MusterWindow *self); /* something that will be shown is still being read */

G_END_DECLS
