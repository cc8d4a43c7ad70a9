/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the main window share: its parts, and the functions that each adds. */
#pragma once

#include "muster-window.h"

#include "muster-activity-panel.h"
#include "muster-activity-ring.h"
#include "muster-candidates-panel.h"
#include "muster-compare-panel.h"
#include "muster-dock.h"
#include "muster-drop-area.h"
#include "muster-fit-panel.h"
#include "muster-inbox-panel.h"
#include "muster-matching-panel.h"
#include "muster-openings-panel.h"
#include "muster-profile-panel.h"

G_BEGIN_DECLS

struct _MusterWindow
{
  AdwApplicationWindow   parent_instance;
  MusterHiringDesk      *desk;
  MusterLibrary         *library; /* (nullable): none while it could not be opened */
  gboolean               is_inhibiting;  /* the session is asked not to end */
  guint                  inhibit_cookie; /* 0: nobody to ask */
  gboolean               may_close;      /* somebody said so, although work runs */
  GtkNativeDialog       *chooser;        /* (nullable): lives until it answers */
  GPtrArray             *undo; /* GPtrArray of MusterPastStage: decisions that can be taken back, the last one last */
  gboolean               is_narrow;
  gboolean               was_revealed[3]; /* start, end, bottom, before the window became narrow */
  guint                  adapt_id;
  guint                  save_id;

  AdwToastOverlay       *toasts;
  GtkStack              *stack;
  GtkInfoBar            *read_only;
  GtkLabel              *read_only_text;
  MusterDropArea        *drop_area;
  AdwStatusPage         *failure;
  MusterDock            *dock;
  GMenu                 *panels_menu;
  GtkWidget             *ring_button;
  MusterActivityRing    *ring;
  MusterOpeningsPanel   *openings_panel;
  MusterInboxPanel      *inbox_panel;
  MusterCandidatesPanel *candidates_panel;
  MusterFitPanel        *fit_panel;
  MusterProfilePanel    *profile_panel;
  MusterComparePanel    *compare_panel;
  MusterMatchingPanel   *matching_panel;
  MusterActivityPanel   *activity_panel;
};

void muster_window_install_blind     (MusterWindow *self);
void muster_window_install_decisions (MusterWindow *self);
void muster_window_install_imports   (MusterWindow *self);
void muster_window_install_layout    (MusterWindow *self);
void muster_window_install_openings  (MusterWindow *self);
void muster_window_install_panels    (MusterWindow *self);
void muster_window_install_persons   (MusterWindow *self);
void muster_window_install_remedies  (MusterWindow *self);
void muster_window_install_work      (MusterWindow *self);
void muster_window_follow_work       (MusterWindow *self); /* another library */
void muster_window_notify            (MusterWindow *self, const char *text); /* unless somebody looks at the window */
void muster_window_show_result       (MusterWindow *self, MusterActivity *activity, double seconds);
void muster_window_install_papers    (MusterWindow *self);
void muster_window_save_layout       (MusterWindow *self);
void muster_window_sync_blind        (MusterWindow *self);
void muster_window_show_panel        (MusterWindow *self, const char *id);
void muster_window_set_narrow        (MusterWindow *self, gboolean is_narrow);
void muster_window_show_activity     (MusterWindow *self); /* the edge where running work shows, unless the window is narrow */
void muster_window_update_opening_actions (MusterWindow *self);
void muster_window_update_paper_actions   (MusterWindow *self);
void muster_window_update_actions    (MusterWindow *self); /* which of the actions make sense now */
void muster_window_set_enabled       (MusterWindow *self, const char *action, gboolean is_enabled);
void muster_window_say_error         (MusterWindow *self, const GError *error);
/* self->chooser, to be shown by the caller; @answered: handler of "response" */
void muster_window_prepare_chooser   (MusterWindow *self, const char *title, GtkFileChooserAction action,
                                      const char *accept, GCallback answered);

/* Whether a page of somebody is still being read or drawn. */
gboolean muster_window_persons_are_busy (MusterWindow *self);

G_END_DECLS
