/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks why a person is declined and whether the score was seen. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "declined" (s reason, i saw_score: 1 yes, 0 no, -1 not said): asked and answered; closing it otherwise says nothing. */
#define MUSTER_TYPE_DECLINE_DIALOG (muster_decline_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MusterDeclineDialog, muster_decline_dialog, MUSTER, DECLINE_DIALOG, AdwMessageDialog)

MusterDeclineDialog *muster_decline_dialog_new (GtkWindow *parent, const char *name);

G_END_DECLS
