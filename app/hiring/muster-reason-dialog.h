/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the reason of something that is logged: a question, what follows from it, a line for the reason. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "given" (s reason): asked and answered; closing it otherwise says nothing. */
#define MUSTER_TYPE_REASON_DIALOG (muster_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MusterReasonDialog, muster_reason_dialog, MUSTER, REASON_DIALOG, AdwMessageDialog)

/* @verb: of the button that goes on */
MusterReasonDialog *muster_reason_dialog_new (GtkWindow *parent, const char *heading, const char *body,
                                              const char *verb);

G_END_DECLS
