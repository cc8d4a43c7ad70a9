/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: its options, its one window, the library that it opens. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_APPLICATION (muster_application_get_type ())
G_DECLARE_FINAL_TYPE (MusterApplication, muster_application, MUSTER, APPLICATION, AdwApplication)

MusterApplication *muster_application_new             (void);
int                muster_application_get_exit_status (MusterApplication *self); /* of a picture that could not be made: 1 */

G_END_DECLS
