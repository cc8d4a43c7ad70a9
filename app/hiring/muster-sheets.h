/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of headings, lines and tables, laid out on pages of any size and drawn by cairo: the same for the printer and
 * for a PDF. Filled by one thread, then used by one at a time. */
#pragma once

#include <gio/gio.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_SHEET_TITLE,
  MUSTER_SHEET_CAPTION,
  MUSTER_SHEET_TOTAL,
  MUSTER_SHEET_HEADING,
  MUSTER_SHEET_TEXT,
  MUSTER_SHEET_QUOTE,
  MUSTER_SHEET_NOTE,
  MUSTER_SHEET_HEADER, /* of a table; stands again on every page that the table reaches */
  MUSTER_SHEET_ROW,
  MUSTER_SHEET_N_STYLES,
} MusterSheetStyle;

/* width: the share of the page's that the column has. */
typedef struct
{
  double   width;
  gboolean is_right;
} MusterSheetColumn;

/* Printer's points from the paper's edge to what is drawn; 0 where the printer keeps its own. */
typedef struct
{
  double width;
  double height;
  double margin;
} MusterSheetSize;

extern const MusterSheetSize muster_sheet_a4;

typedef struct _MusterSheets MusterSheets;

MusterSheets *muster_sheets_new       (const char *title);
void          muster_sheets_free      (MusterSheets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSheets, muster_sheets_free)

const char   *muster_sheets_get_title (const MusterSheets *self); /* of the document */
/* @text: plain; "" adds nothing */
void          muster_sheets_add       (MusterSheets *self, MusterSheetStyle style, const char *text);
/* @columns: static; @cells: as many. A new kind of columns begins a new table. */
void          muster_sheets_add_cells (MusterSheets *self, MusterSheetStyle style, const MusterSheetColumn *columns,
                                       guint n_columns, const char *const *cells);
/* @foot: at the foot of every page, opposite its number */
void          muster_sheets_set_foot  (MusterSheets *self, const char *foot);

guint         muster_sheets_lay_out   (MusterSheets *self, PangoContext *context, const MusterSheetSize *size);
void          muster_sheets_draw      (MusterSheets *self, cairo_t *cr, guint page); /* from 0; after laying out */
gboolean      muster_sheets_write_pdf (MusterSheets *self, GOutputStream *stream, const MusterSheetSize *size,
                                       GError **error);
char         *muster_sheets_dup_text  (const MusterSheets *self); /* all that is drawn, a line each */

G_END_DECLS
