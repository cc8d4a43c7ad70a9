/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a typeset is made inside. Everything set becomes slugs (a printer's cast line): a line of text, a fill, a
 * border, a picture, each with its place. A galley collects slugs from its own top; the galley of a table cell is
 * cut onto pages when its row ends, that of the page is the page. */
#pragma once

#include "muster-typeset.h"

#include <pango/pangocairo.h>

/* A file cannot ask for more; what would stand behind is left out and muster_typeset_is_full() says so. */
#define MUSTER_TYPESET_MAX_PAGES 200u
/* Pango gets no longer paragraph than this at once: its time grows faster than a text without blanks (256 KiB: 3.4
 * s in pieces of 32 KiB). */
#define MUSTER_TYPESET_MAX_LAYOUT_BYTES 4096u

/* The face of paragraphs that name none; the last ones bring the letters that the first has not. */
#define MUSTER_TYPESET_SANS "Cantarell, DejaVu Sans, Noto Sans CJK SC"

typedef enum
{
  MUSTER_SLUG_LINE,
  MUSTER_SLUG_FILL,
  MUSTER_SLUG_BORDER,
  MUSTER_SLUG_PICTURE,
} MusterSlugKind;

/* A word of a line; its box and baseline count from the slug's place. */
typedef struct
{
  char           *text;
  MusterBox       box;
  double          baseline_pt;
  double          size_pt;
  guint32         colour;
  gboolean        has_ground;
  guint32         ground;
  MusterWordFlags flags;
  gboolean        is_hidden;
  const char     *link; /* in the typeset's strings */
} MusterSlugWord;

typedef struct
{
  MusterSlugKind   kind;
  MusterBox        box;         /* a line: from its left edge over its whole height */
  double           baseline_pt; /* below the top of the box */
  double           text_x_pt;   /* where drawing begins, right of the box's edge */
  PangoLayout     *layout;      /* keeps the line's text alive */
  PangoLayoutLine *line;
  GArray          *words; /* MusterSlugWord */
  guint32          colour;
  cairo_surface_t *picture;
} MusterSlug;

typedef struct
{
  GPtrArray *slugs;
  double     x; /* of the left edge, in the galley around it */
  double     width;
  double     y; /* where the next line begins */
  gboolean   has_fill;
  guint32    fill;
} MusterGalley;

/* A row that is being filled: its cells' galleys from the left. */
typedef struct
{
  GPtrArray *cells; /* MusterGalley */
  guint      current;
  double     padding_x_pt;
  double     padding_y_pt;
  gboolean   is_ruled;
} MusterRow;

typedef struct
{
  GPtrArray *slugs;
  GArray    *obstacles; /* MusterBox */
} MusterSheet;

/* Where the text was before an aside. */
typedef struct
{
  MusterBox frame;
  MusterBox next_frame;
  guint     page_index;
  double    y;
} MusterPlace;

struct _MusterTypeset
{
  double        width_pt;
  double        height_pt;
  PangoContext *context;
  GStringChunk *strings;
  GPtrArray    *sheets; /* MusterSheet */
  GPtrArray    *rows;   /* MusterRow, the innermost last */
  MusterPlace   at;
  GArray       *asides; /* MusterPlace, to go back to */
  gboolean      is_full;
};

MusterSlug   *muster_slug_new           (MusterSlugKind kind, MusterBox box);
void          muster_slug_free          (MusterSlug *slug);
void          muster_row_free           (MusterRow *row);

MusterSheet  *muster_typeset_get_sheet  (MusterTypeset *self, guint page_index);
MusterGalley *muster_typeset_get_galley (const MusterTypeset *self);
gboolean      muster_typeset_next_page  (MusterTypeset *self);
double        muster_typeset_find_room  (MusterTypeset *self, double height_pt, double least_width_pt, double *x);
void          muster_typeset_put_line   (MusterTypeset *self, MusterSlug *slug);
