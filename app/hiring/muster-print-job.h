/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets on their way to a printer, on the paper that is chosen there. Main loop only. */
#pragma once

#include "muster-sheets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @sheets: (transfer full). Returns: (transfer full): to be run. */
GtkPrintOperation *muster_print_job_new (MusterSheets *sheets);

G_END_DECLS
