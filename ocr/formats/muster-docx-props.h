/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Word says about a run or a paragraph (w:rPr, w:pPr), as far as it changes what a person sees. Only what is
 * said is set: defaults, styles and direct properties are laid over each other in that order. Values; strings
 * belong to the flow. One thread. */
#pragma once

#include "muster-flow.h"
#include "muster-xml.h"

G_BEGIN_DECLS

#define MUSTER_DOCX_MAX_TABS 24

typedef enum
{
  MUSTER_DOCX_RUN_SIZE = 1 << 0,
  MUSTER_DOCX_RUN_BOLD = 1 << 1,
  MUSTER_DOCX_RUN_ITALIC = 1 << 2,
  MUSTER_DOCX_RUN_VANISH = 1 << 3,
  MUSTER_DOCX_RUN_CAPS = 1 << 4,
  MUSTER_DOCX_RUN_COLOUR = 1 << 5,
  MUSTER_DOCX_RUN_FAMILY = 1 << 6,
  MUSTER_DOCX_RUN_GROUND = 1 << 7,
  MUSTER_DOCX_RUN_SPACING = 1 << 8,
} MusterDocxRunMask;

typedef struct
{
  MusterDocxRunMask mask;
  double            size_pt;
  gboolean          is_bold, is_italic, is_vanished, is_caps;
  guint32           colour;
  const char       *family;
  gboolean          has_ground;
  guint32           ground;
  double            letter_spacing_pt;
  const char       *style; /* (nullable): id */
} MusterDocxRunProps;

typedef enum
{
  MUSTER_DOCX_PARAGRAPH_ALIGN = 1 << 0,
  MUSTER_DOCX_PARAGRAPH_LEFT = 1 << 1,
  MUSTER_DOCX_PARAGRAPH_FIRST = 1 << 2,
  MUSTER_DOCX_PARAGRAPH_BEFORE = 1 << 3,
  MUSTER_DOCX_PARAGRAPH_AFTER = 1 << 4,
  MUSTER_DOCX_PARAGRAPH_LINE = 1 << 5,
  MUSTER_DOCX_PARAGRAPH_NUMBER = 1 << 6,
  MUSTER_DOCX_PARAGRAPH_FILL = 1 << 7,
  MUSTER_DOCX_PARAGRAPH_RULE = 1 << 8,
  MUSTER_DOCX_PARAGRAPH_BREAK = 1 << 9,
  MUSTER_DOCX_PARAGRAPH_CLOSE = 1 << 10,
} MusterDocxParagraphMask;

typedef struct
{
  MusterDocxParagraphMask mask;
  MusterAlign             align;
  double                  left_pt, first_pt; /* first: added, negative hangs */
  double                  before_pt, after_pt;
  double                  line_height; /* factor; 0: line_pt rules */
  double                  line_pt;
  int                     number_id, level;
  gboolean                has_fill;
  guint32                 fill;
  gboolean                has_rule, breaks_before;
  gboolean                is_close; /* no gap between paragraphs of the same style */
  guint                   n_tabs;
  double                  tabs_pt[MUSTER_DOCX_MAX_TABS]; /* negative: right-aligned */
  const char             *style;
  gboolean                has_section; /* w:sectPr was met: the caller reads it before going on */
} MusterDocxParagraphProps;

/* Stands on w:rPr. */
void     muster_docx_run_props_read            (MusterDocxRunProps *self, MusterXml *xml, MusterFlow *flow);
void     muster_docx_run_props_overlay         (MusterDocxRunProps *self, const MusterDocxRunProps *over);
/* One child of w:pPr. Returns FALSE for what it does not know. */
gboolean muster_docx_paragraph_props_read_one  (MusterDocxParagraphProps *self, MusterXml *xml, MusterFlow *flow);
void     muster_docx_paragraph_props_overlay   (MusterDocxParagraphProps *self, const MusterDocxParagraphProps *over);

/* "4472C4" and "auto"; themes and names that are not known give the fallback. */
guint32  muster_docx_parse_colour              (const char *text, guint32 fallback);

G_END_DECLS
