/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a profile panel, for its own files: what it shows in one, how it is corrected in the other. */
#pragma once

#include "muster-empty-state.h"
#include "muster-profile-panel.h"
#include "muster-profile-row.h"

G_BEGIN_DECLS

struct _MusterProfilePanel
{
  PanelWidget        parent_instance;
  MusterHiringDesk  *desk;
  MusterLibrary     *library;     /* (nullable): whose news are followed */
  GCancellable      *cancellable; /* of the reading under way, NULL: none */
  gint64             candidate_id;
  GPtrArray         *facts;       /* MusterProfileFact, of the rows; (nullable) */
  gboolean           is_pointing; /* the desk is being told, not asked */
  GtkWidget         *editor;      /* (nullable): child of the row that is being corrected */
  gboolean           is_stale;    /* news came while the editor was open */
  gboolean           is_keeping;  /* a correction is under way */

  GtkStack          *stack;
  MusterEmptyState  *failure;
  GtkWidget         *mask_note;
  GtkLabel          *mask_text;
  GtkWidget         *reveal;
  GtkScrolledWindow *scrolled;
  GtkBox            *sections;
};

void  muster_profile_panel_refresh       (MusterProfilePanel *self);
void  muster_profile_panel_edit          (MusterProfilePanel *self, MusterProfileRow *row);
void  muster_profile_panel_leave_editor  (MusterProfilePanel *self);

G_END_DECLS
