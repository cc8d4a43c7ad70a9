/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fit on the command line: the members of its JSON, and its rows for people. Names are not shown: a fit is judged
 * by what it quotes. */
#pragma once

#include "muster-library.h"
#include "muster-table.h"

G_BEGIN_DECLS

/* rank, fit, band, rules, match ...; without a fit rank, fit and band are null. */
void         muster_output_add_fit         (JsonObject *object, const MusterFit *fit, guint rank);

/* The opening with its criteria, where they were read from an advertisement; nothing otherwise. */
void         muster_output_add_proposal    (JsonObject *object, const MusterOpening *opening);
void         muster_output_print_opening   (const MusterOpening *opening);

/* Rank, fit, band, must-haves, relevant years and @subject; then a line a criterion. */
MusterTable *muster_output_new_fit_table   (const char *subject);
void         muster_output_add_fit_rows    (MusterTable *table, const MusterOpening *opening, const MusterFit *fit,
                                            guint rank, const char *subject);

G_END_DECLS
