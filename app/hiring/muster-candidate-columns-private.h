/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of the table of people, for the files of the columns. */
#pragma once

#include "muster-candidate-columns.h"

G_BEGIN_DECLS

#define MUSTER_COLUMN_KEY "muster-column"

typedef struct
{
  const char *id;       /* in the settings */
  const char *title;
  int         width_px; /* -1: takes the rest */
  int         leaves_below_px;
  gboolean    is_right;
  gboolean    needs_opening; /* says something only about a person and an opening */
  int         sort;          /* a MusterCandidateSort, -1: none */
  GtkWidget *(*make) (void);
  void (*show) (GtkWidget *cell, const MusterCandidateRecord *record);
} MusterCandidateColumn;

G_END_DECLS
