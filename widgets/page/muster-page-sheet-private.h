/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a sheet, for its own files: geometry and drawing in one, pointing in the other. */
#pragma once

#include "muster-page-mark.h"
#include "muster-page-sheet.h"

G_BEGIN_DECLS

struct _MusterPageSheet
{
  GtkWidget       parent_instance;

  GtkAdjustment  *adjustments[2]; /* by GtkOrientation; (nullable) */
  guint           policies[2];    /* GtkScrollablePolicy, kept for GtkScrollable */
  GdkTexture     *picture;        /* (nullable) */
  double          width_pt;       /* 0: no page yet */
  double          height_pt;
  double          zoom;
  gboolean        fits_width;

  graphene_rect_t page_px;        /* where the page lay last */
  gboolean        is_placing;     /* adjustments are being told, not asked */
  guint           notify_id;      /* of the idle that tells what placing changed */
  /* After the next placing, this point of the page shall lie there. */
  gboolean        has_anchor;
  double          anchor_pt[2];
  double          anchor_px[2];
  gboolean        has_reveal;
  graphene_rect_t reveal_pt;

  char           *pointed;
  char           *pinned;
  double          pointer_px[2];  /* where it was last */
  gboolean        has_pointer;
};

/* Tells the marks who is pointed at. */
void  muster_page_sheet_refresh_marks    (MusterPageSheet *self);
void  muster_page_sheet_set_pointed      (MusterPageSheet *self, const char *id, gboolean with_reveal);
void  muster_page_sheet_set_pinned       (MusterPageSheet *self, const char *id);
void  muster_page_sheet_reveal           (MusterPageSheet *self, graphene_rect_t box_pt);
void  muster_page_sheet_add_controllers  (MusterPageSheet *self);
void  muster_page_sheet_bind_keys        (GtkWidgetClass *widget_class);

G_END_DECLS
