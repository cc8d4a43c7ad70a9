/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a person page, for its own files: reading and showing in one, what is over the page in the other. */
#pragma once

#include "muster-page-canvas.h"
#include "muster-page-pictures.h"
#include "muster-person-page.h"
#include "muster-person-paper.h"

G_BEGIN_DECLS

/* Which boxes are shown: those of one section, or */
enum
{
  MUSTER_EVIDENCE_ALL = -1,
  MUSTER_EVIDENCE_NONE = -2,
};

struct _MusterPersonPage
{
  PanelWidget         parent_instance;
  MusterHiringDesk   *desk;
  MusterLibrary      *library;
  MusterCandidateRow *row;         /* of the person */
  gint64              candidate_id;
  gint64              opening_id;
  MusterPagePictures *pictures;
  GCancellable       *cancellable; /* of the reading under way, NULL: none */
  MusterPersonPaper  *paper;       /* (nullable) */
  GSimpleActionGroup *actions;
  gint64              document_id; /* that is wanted */
  guint               page;        /* that is shown or wanted, from 1; 0: not known yet */
  int                 evidence;    /* a MusterProfileSection or one of the above */
  guint               want_id;     /* of the delay before another resolution is asked for */
  gboolean            is_pointing; /* the desk is being told, not asked */

  GtkStack           *stack;
  GtkLabel           *page_label;
  GtkLabel           *zoom_label;
  GtkMenuButton      *documents;
  GtkMenuButton      *evidence_button;
  GtkMenuButton      *evidence_narrow;
  GMenuModel         *menu;
  GMenu              *document_items;
  MusterPageCanvas   *canvas;
  GtkWidget          *foot;
  GtkLabel           *foot_text;
  GtkMenuButton      *hidden_button;
  GtkLabel           *hidden_words;
  GObject            *failure;
};

/* The boxes of the page that is shown, and what lights up on it. */
void  muster_person_page_show_boxes      (MusterPersonPage *self);
void  muster_person_page_follow_desk     (MusterPersonPage *self);
void  muster_person_page_connect_canvas  (MusterPersonPage *self);

void  muster_person_page_connect_unlock  (MusterPersonPage *self);
char *muster_person_page_dup_document_name (MusterPersonPage *self, const MusterDocumentRecord *record);

void  muster_person_page_turn_to         (MusterPersonPage *self, guint page);
const MusterCandidateRecord *muster_person_page_get_record (MusterPersonPage *self); /* (nullable) */

G_END_DECLS
