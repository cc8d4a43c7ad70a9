/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter to be read, changed and copied; nothing is sent or kept. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_LETTER_WINDOW (muster_letter_window_get_type ())
G_DECLARE_FINAL_TYPE (MusterLetterWindow, muster_letter_window, MUSTER, LETTER_WINDOW, AdwWindow)

MusterLetterWindow *muster_letter_window_new (GtkWindow *parent, const char *title, const char *text);

G_END_DECLS
