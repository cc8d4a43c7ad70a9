/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One criterion in the fit panel: mark, name, tag, quote or what is missing, points. */
#pragma once

#include "muster-fit-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals: "open-page" (s criterion id, u page): somebody wants to see the quote on its page; "pointed" (s criterion id,
 * nullable): the pointer is over it. */
#define MUSTER_TYPE_CRITERION_ROW (muster_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterCriterionRow, muster_criterion_row, MUSTER, CRITERION_ROW, AdwBin)

GtkWidget *muster_criterion_row_new (const MusterCriterionFact *fact, guint n_pages);

G_END_DECLS
