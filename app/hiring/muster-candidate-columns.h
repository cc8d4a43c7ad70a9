/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the table of people: what each shows, how wide it is, what it sorts by, when it gives way. Main loop only. */
#pragma once

#include "muster-candidate-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds all columns. @n_ranked is read when a cell is shown, for "4th of 35 ranked"; it lives as long as @view. */
void     muster_candidate_columns_add          (GtkColumnView *view, const guint *n_ranked);

/* Which order the headers ask for; FALSE when they ask for none. */
gboolean muster_candidate_columns_get_sort     (GtkColumnView *view, MusterCandidateSort *sort, gboolean *is_descending);

/* Order, widths and sort as a person left them, in the settings; as delivered: best fit first. */
void     muster_candidate_columns_restore      (GtkColumnView *view);
void     muster_candidate_columns_remember     (GtkColumnView *view);

/* Columns leave one after the other as the table gets narrower. */
void     muster_candidate_columns_adapt        (GtkColumnView *view, int width_px, gboolean has_opening);

G_END_DECLS
