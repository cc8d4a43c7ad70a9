/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a format without pages, as blocks that flow: what the formats (DOCX, TXT) read and what
 * muster_flow_source_new() sets on pages. A tree of nodes; everything belongs to the flow. Built once, by one
 * thread, then only read. */
#pragma once

#include "muster-source-private.h"
#include "muster-typeset.h"

G_BEGIN_DECLS

/* Runs of this colour are black, or white on a dark ground. */
#define MUSTER_FLOW_AUTO_COLOUR 0xFF000000u

typedef enum
{
  MUSTER_FLOW_PARAGRAPH,
  MUSTER_FLOW_TABLE, /* of rows */
  MUSTER_FLOW_ROW,   /* of cells */
  MUSTER_FLOW_CELL,
  MUSTER_FLOW_BOX, /* stands beside the text: text box, picture, coloured shape */
  MUSTER_FLOW_PAGE_BREAK,
  MUSTER_FLOW_COLUMN_BREAK,
} MusterFlowKind;

typedef enum
{
  MUSTER_FLOW_FROM_TEXT, /* of a box: the place in the text where it is anchored, and the left margin */
  MUSTER_FLOW_FROM_MARGIN,
  MUSTER_FLOW_FROM_PAGE,
} MusterFlowOrigin;

/* Where a box stands; a box without place is set in the text as a block. */
typedef struct
{
  gboolean         has_place;
  MusterFlowOrigin x_origin;
  MusterFlowOrigin y_origin;
  MusterAlign      x_align; /* START: by x_pt */
  double           x_pt;
  double           y_pt;
  double           width_pt;
  double           height_pt;
  gboolean         is_behind; /* text runs over it */
} MusterFlowPlace;

typedef struct
{
  MusterFlowKind  kind;
  GPtrArray      *children; /* MusterFlowNode */
  MusterParagraph paragraph;
  GArray         *runs;      /* MusterRun */
  GArray         *tab_stops; /* double */
  double          width_pt;  /* of a cell; 0: what is left */
  double          indent_pt; /* of a table */
  gboolean        goes_on;   /* a cell: belongs to the one above it, whose text runs over both rows */
  gboolean        is_ruled;  /* a table */
  gboolean        has_rule_below; /* a paragraph */
  gboolean        breaks_before;  /* a paragraph: on a new page */
  gboolean        has_fill;
  guint32         fill;
  gboolean        is_picture; /* a box */
  MusterFlowPlace place;
} MusterFlowNode;

/* A run of pages with the same shape. Headers and footers: NULL where there is none. */
typedef struct
{
  double          width_pt, height_pt;
  double          left_pt, right_pt, top_pt, bottom_pt; /* margins */
  double          header_pt, footer_pt; /* from the edges of the page */
  guint           n_columns;
  double          column_gap_pt;
  gboolean        goes_on; /* on the page on which the one before it ended */
  gboolean        has_first_page; /* with header and footer of its own */
  MusterFlowNode *header, *first_header;
  MusterFlowNode *footer, *first_footer;
  MusterFlowNode *body;
} MusterFlowSection;

typedef struct
{
  GStringChunk *strings;
  GPtrArray    *nodes;    /* all of them, for the end */
  GPtrArray    *sections; /* MusterFlowSection */
  gsize         n_bytes;  /* of text so far */
  guint         n_marked_hidden;
  gboolean      is_cut; /* longer than the limits */
} MusterFlow;

MusterFlow        *muster_flow_new            (void);
void               muster_flow_free           (MusterFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFlow, muster_flow_free)

MusterFlowSection *muster_flow_add_section    (MusterFlow *self); /* A4, margins of 2 cm, an empty body */
MusterFlowNode    *muster_flow_new_node       (MusterFlow *self, MusterFlowKind kind);
MusterFlowNode    *muster_flow_add_node       (MusterFlow *self, MusterFlowNode *parent, MusterFlowKind kind);
void               muster_flow_add_run        (MusterFlow *self, MusterFlowNode *paragraph, const MusterRun *run);
const char        *muster_flow_intern         (MusterFlow *self, const char *text);
gboolean           muster_flow_has_text       (const MusterFlow *self);

/* (transfer full) @flow */
MusterSource      *muster_flow_source_new     (MusterFlow *flow, const MusterReaderJob *job);
MusterTypeset     *muster_flow_set            (const MusterFlow *flow);

G_END_DECLS
