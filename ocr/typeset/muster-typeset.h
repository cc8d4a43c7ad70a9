/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages out of styled text, by Cairo and Pango. Two users: formats without pages (DOCX, TXT) get pages and boxes;
 * the drawing part of samples and synthetic resumes draws its designs with it. A typeset is filled from top to
 * bottom, then read and drawn any number of times. One thread. */
#pragma once

#include "muster-page.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _MusterTypeset MusterTypeset;

typedef enum
{
  MUSTER_ALIGN_START,
  MUSTER_ALIGN_CENTRE,
  MUSTER_ALIGN_END,
  MUSTER_ALIGN_JUSTIFY,
} MusterAlign;

/* A run of text in one style. NULL family: the paragraph default (sans with CJK fallback). */
typedef struct
{
  const char *text;
  const char *family;
  double      size_pt;
  gboolean    is_bold;
  gboolean    is_italic;
  gboolean    is_hidden; /* not drawn; its words go to the hidden words, marked */
  guint32     colour;    /* 0xRRGGBB */
  gboolean    has_ground; /* painted behind the letters */
  guint32     ground;
  const char *link;      /* (nullable) */
  double      letter_spacing_pt;
} MusterRun; /* a newline in the text begins a new line of the same paragraph */

typedef struct
{
  MusterAlign align;
  double      indent_pt;       /* of all lines */
  double      first_indent_pt; /* added to the first */
  double      space_before_pt;
  double      space_after_pt;
  double      line_height;     /* factor, 1.2 usual */
  const char *bullet;          /* (nullable): set left of the indent */
  /* (nullable) from the left edge of the frame; negative = right-aligned at its absolute value */
  const double *tab_stops_pt;
  guint       n_tab_stops;
} MusterParagraph;

/* A frame is where text flows: x, width, top and bottom on each page it reaches. */
MusterTypeset *muster_typeset_new            (double width_pt, double height_pt, MusterBox first_frame);
void           muster_typeset_free           (MusterTypeset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterTypeset, muster_typeset_free)

/* Text goes on at the current place of the current frame, onto new pages as needed: there in the frame of
 * muster_typeset_set_next_frame(), or, where none was set, in the same box. At most 200 pages; after that nothing
 * is added any more and is_full says so. */
void           muster_typeset_open_frame     (MusterTypeset *self, guint page_index, MusterBox box);
void           muster_typeset_set_next_frame (MusterTypeset *self, MusterBox box);
gboolean       muster_typeset_is_full        (const MusterTypeset *self);
/* Text goes to @box on the current page until end_aside, which goes back to where it was and tells the height that
 * was filled. Not in cells. */
void           muster_typeset_begin_aside    (MusterTypeset *self, MusterBox box);
double         muster_typeset_end_aside      (MusterTypeset *self);
double         muster_typeset_get_y          (const MusterTypeset *self);
guint          muster_typeset_get_page_index (const MusterTypeset *self);
void           muster_typeset_add_space      (MusterTypeset *self, double points);
void           muster_typeset_break_page     (MusterTypeset *self);
void           muster_typeset_add_paragraph  (MusterTypeset *self, const MusterParagraph *paragraph,
                                              const MusterRun *runs, guint n_runs);
/* A picture that stands in the text like a line. */
void           muster_typeset_put_picture    (MusterTypeset *self, double width_pt, double height_pt,
                                              MusterAlign align, cairo_surface_t *picture);
/* Text outside of table cells keeps clear of @box from now on. */
void           muster_typeset_add_obstacle   (MusterTypeset *self, guint page_index, MusterBox box);

/* A table row: @cells hold paragraphs (or rows) added between begin and end; column widths in points. A row breaks
 * inside only where it is higher than a page. */
void           muster_typeset_begin_row      (MusterTypeset *self, const double *widths_pt, guint n_cells,
                                              double padding_x_pt,
                                              double padding_y_pt, gboolean is_ruled);
void           muster_typeset_next_cell      (MusterTypeset *self);
void           muster_typeset_fill_cell      (MusterTypeset *self, guint32 colour);
void           muster_typeset_end_row        (MusterTypeset *self);

/* Decoration under the text of a page: grounds and rules, over them pictures. */
void           muster_typeset_fill_box       (MusterTypeset *self, guint page_index, MusterBox box, guint32 colour);
void           muster_typeset_rule           (MusterTypeset *self, guint page_index, double x, double y,
                                              double width, double thickness_pt, guint32 colour);
void           muster_typeset_add_picture    (MusterTypeset *self, guint page_index, MusterBox box,
                                              cairo_surface_t *picture);

guint          muster_typeset_get_n_pages    (const MusterTypeset *self);
/* words, links, pictures; no lines */
MusterPage    *muster_typeset_dup_page       (const MusterTypeset *self, guint page_index);
/* user space in points */
void           muster_typeset_draw_page      (const MusterTypeset *self, guint page_index, cairo_t *cr);

G_END_DECLS
