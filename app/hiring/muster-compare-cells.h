/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of the comparison: one function a kind of cell, each makes a widget out of a fact. Main loop only. */
#pragma once

#include "muster-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *muster_compare_cell_label      (const char *title, const char *caption);
GtkWidget *muster_compare_cell_total      (const MusterComparedPerson *person);
GtkWidget *muster_compare_cell_rules      (const MusterComparedPerson *person);
GtkWidget *muster_compare_cell_criterion  (const MusterComparedPerson *person, guint index);
GtkWidget *muster_compare_cell_experience (const MusterComparedPerson *person);
GtkWidget *muster_compare_cell_change     (const MusterComparedPerson *person);
GtkWidget *muster_compare_cell_stage      (const MusterComparedPerson *person, gint64 opening_id, gboolean can_write);

/* "Must · 20 points" of criterion @index, and its title (transfer none). */
char      *muster_compare_dup_caption     (const MusterComparison *self, guint index, const char **title);

G_END_DECLS
