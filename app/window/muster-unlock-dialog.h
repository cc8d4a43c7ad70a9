/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the password of one file. It is handed on once, and neither kept nor logged here. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "password-given" (s): to open the file with. */
#define MUSTER_TYPE_UNLOCK_DIALOG (muster_unlock_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MusterUnlockDialog, muster_unlock_dialog, MUSTER, UNLOCK_DIALOG, AdwMessageDialog)

/* @file: a path; @was_wrong: a password was given before and did not open it */
MusterUnlockDialog *muster_unlock_dialog_new (GtkWindow *parent, const char *file, gboolean was_wrong);

G_END_DECLS
