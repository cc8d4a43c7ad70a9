/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Muster behaves, what it keeps to itself, what it reads and by which rules it ranks. Main loop only. */
#pragma once

#include "muster-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_PREFERENCES (muster_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MusterPreferences, muster_preferences, MUSTER, PREFERENCES, AdwPreferencesWindow)

/* @library: (nullable). What is done to the window (blind mode, layout) is done by @parent's actions. */
MusterPreferences *muster_preferences_new          (GtkWindow *parent, MusterLibrary *library);

/* Once, at the start: light or dark as the settings say, now and whenever they change. */
void               muster_preferences_follow_style (void);

G_END_DECLS
