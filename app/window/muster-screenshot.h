/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of the window as a PNG file, made when everything in it has been read and painted. Main loop only. */
#pragma once

#include "muster-window.h"

G_BEGIN_DECLS

typedef void (*MusterScreenshotFunc) (const GError *error, gpointer user_data);

/* @done: called once, with the reason when there is no picture. */
void muster_screenshot_take (MusterWindow *window, const char *path, MusterScreenshotFunc done, gpointer user_data);

G_END_DECLS
