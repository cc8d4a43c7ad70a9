/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of the candidates panel, for its own files. */
#pragma once

#include "muster-candidates-panel.h"

G_BEGIN_DECLS

struct _MusterCandidatesPanel
{
  PanelWidget          parent_instance;
  MusterHiringDesk    *desk;
  MusterCandidateList *list;
  GtkMultiSelection   *selection;
  gboolean             is_refilling; /* the selection changes because the list does */
  gint64               opening_id;
  guint                n_candidates;
  guint                n_ranked;
  gboolean             is_shown;
  gboolean             is_held;
  gboolean             is_first_run;
  int                  adapted_width_px;
  guint                adapt_id;

  GtkWidget      *head;
  GtkLabel       *title;
  GtkLabel       *caption;
  GtkSearchEntry *filter;
  GtkDropDown    *stages;
  GtkStack       *stack;
  GtkColumnView  *table;
  GtkWidget      *foot_line;
  GtkLabel       *foot_text;
};

/* Who is chosen: told to the desk, found again when the list has changed. */
void muster_candidates_panel_start_choosing (MusterCandidatesPanel *self);
void muster_candidates_panel_stop_choosing  (MusterCandidatesPanel *self);

G_END_DECLS
