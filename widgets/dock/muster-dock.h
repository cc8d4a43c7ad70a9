/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dock whose panels can stand anywhere: at the start, end and bottom edge or in the centre, alone or as tabs. It keeps
 * every panel that was added, so that a closed one can come back; tells where they stand as a record, and puts them back
 * from one. Panels are named by their id. Main loop only. */
#pragma once

#include <libpanel.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_DOCK_CENTRE,
  MUSTER_DOCK_START,
  MUSTER_DOCK_END,
  MUSTER_DOCK_BOTTOM,
  MUSTER_DOCK_N_AREAS,
} MusterDockArea;

/* Signals: "layout-changed" (): a panel came, went, moved, or an edge was shown or hidden; sizes too;
 * "panel-closed" (s id); "current-changed" (): the focus is in another panel.
 * Actions, for the panel that is current: "dock.move" (s area), "dock.close"; "dock.present" (s id). */
#define MUSTER_TYPE_DOCK (muster_dock_get_type ())
G_DECLARE_FINAL_TYPE (MusterDock, muster_dock, MUSTER, DOCK, PanelDock)

GtkWidget         *muster_dock_new            (void);

/* Where a panel stands as delivered, in the order in which they are added; it is opened there at once. A panel that is
 * not @is_kept is forgotten when it is closed (the page of a person). */
void               muster_dock_add            (MusterDock *self, PanelWidget *panel, MusterDockArea home,
                                               gboolean is_kept);
PanelWidget       *muster_dock_get_panel      (MusterDock *self, const char *id); /* (nullable) (transfer none) */
const char *const *muster_dock_list_panels    (MusterDock *self, guint *n_panels); /* (transfer none): as added */
gboolean           muster_dock_is_open        (MusterDock *self, const char *id);
MusterDockArea     muster_dock_get_area       (MusterDock *self, const char *id); /* of an open panel */

/* Opens it where it was last, shows its edge, brings it to the front and gives it the focus. */
void               muster_dock_present        (MusterDock *self, const char *id);
void               muster_dock_close          (MusterDock *self, const char *id);
void               muster_dock_move           (MusterDock *self, const char *id, MusterDockArea area);

/* The panel with the focus, or the one that had it last. (nullable) (transfer none) */
PanelWidget       *muster_dock_get_current    (MusterDock *self);

gboolean           muster_dock_get_revealed   (MusterDock *self, MusterDockArea edge);
void               muster_dock_set_revealed   (MusterDock *self, MusterDockArea edge, gboolean is_revealed);
gboolean           muster_dock_is_empty       (MusterDock *self, MusterDockArea area);

/* "start", "end", "bottom", "centre" */
const char        *muster_dock_area_name      (MusterDockArea area);
gboolean           muster_dock_area_from_name (const char *name, MusterDockArea *area);

/* The record of where everything stands. A record that cannot be read, or of another version, changes nothing and gives
 * FALSE; panels that it names and nobody added are left out, panels that it does not name are closed. */
char              *muster_dock_dup_layout     (MusterDock *self);
gboolean           muster_dock_set_layout     (MusterDock *self, const char *layout);
void               muster_dock_reset          (MusterDock *self);

G_END_DECLS
