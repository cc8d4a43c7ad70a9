/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets on their way to a printer, on the paper that is chosen there. Main loop only. */
#pragma once

#include "muster-sheets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @sheets: (transfer full). Returns: (transfer full): to be run. */
GtkPrintOperation *muster_print_job_new (MusterSheets *sheets);

/* The usual paper of the place where Muster runs, with the margins of a letter: for a PDF. */
MusterSheetSize    muster_print_job_get_usual_size (void);

G_END_DECLS
