/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the dock share. For this folder only. */
#pragma once

#include "muster-dock.h"

G_BEGIN_DECLS

typedef struct
{
  PanelWidget   *panel; /* owned: libpanel lets go of a panel that is closed */
  MusterDockArea home;
  MusterDockArea last; /* where it stood when it was closed */
  gboolean       is_kept;
} MusterDockEntry;

struct _MusterDock
{
  PanelDock   parent_instance;
  GPtrArray  *entries;      /* MusterDockEntry */
  GPtrArray  *ids;          /* char*, NULL-terminated, as entries */
  PanelPaned *panes[MUSTER_DOCK_N_AREAS]; /* NULL in the centre */
  PanelGrid  *grid;
  PanelWidget *current;     /* (unowned) (weak) */
  GPtrArray  *placeholders; /* PanelWidget: while a panel is dragged, one in each empty edge */
  guint       tidy_id;
  gboolean    is_laying_out; /* many changes that are told as one */
};

MusterDockEntry *muster_dock_find            (MusterDock *self, const char *id);
PanelFrame      *muster_dock_ensure_frame    (MusterDock *self, MusterDockArea area, guint column, guint row);
void             muster_dock_take_out        (MusterDock *self, PanelWidget *panel);
void             muster_dock_put             (MusterDock *self, PanelFrame *frame, PanelWidget *panel);
void             muster_dock_set_current     (MusterDock *self, PanelWidget *panel);

/* Our heads in all frames, no frame that holds nothing beside others. Now, or when the main loop is next idle. */
void             muster_dock_tidy            (MusterDock *self);
void             muster_dock_queue_tidy      (MusterDock *self);
void             muster_dock_layout_changed  (MusterDock *self);

void             muster_dock_begin_drag      (MusterDock *self, PanelWidget *panel);
void             muster_dock_end_drag        (MusterDock *self);

/* (transfer full): move to …, close; for the panel that is current */
GMenuModel      *muster_dock_make_panel_menu (void);

PanelArea        muster_dock_to_panel_area   (MusterDockArea area);

G_END_DECLS
