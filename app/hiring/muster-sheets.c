/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying out keeps only where each block stands; its text is set again when its page is drawn, so that a list of
 * thousands takes no memory for shapes. A heading stays with what follows it, a row of a table with its quote. */

#include "muster-sheets.h"

#include "muster-quote.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define FOOT_HEIGHT 26.0
#define CELL_GAP 8.0
#define MAX_LINES 12 /* of one block: a page holds more */

const MusterSheetSize muster_sheet_a4 = { 595.276, 841.89, 51 };

typedef struct
{
  double      size;
  PangoWeight weight;
  double      grey;   /* 0 black */
  double      before; /* space above */
  double      indent;
  gboolean    keeps_next;
} Look;

static const Look looks[MUSTER_SHEET_N_STYLES] = {
  [MUSTER_SHEET_TITLE] = { 18, PANGO_WEIGHT_BOLD, 0, 0, 0, TRUE },
  [MUSTER_SHEET_CAPTION] = { 9.5, PANGO_WEIGHT_NORMAL, .35, 2, 0, FALSE },
  [MUSTER_SHEET_TOTAL] = { 13, PANGO_WEIGHT_BOLD, 0, 14, 0, FALSE },
  [MUSTER_SHEET_HEADING] = { 11.5, PANGO_WEIGHT_BOLD, 0, 18, 0, TRUE },
  [MUSTER_SHEET_TEXT] = { 9.5, PANGO_WEIGHT_NORMAL, .25, 2, 0, FALSE },
  [MUSTER_SHEET_QUOTE] = { 9.5, PANGO_WEIGHT_NORMAL, .25, 2, 0, FALSE },
  [MUSTER_SHEET_NOTE] = { 9.5, PANGO_WEIGHT_NORMAL, .25, 12, 0, FALSE },
  [MUSTER_SHEET_HEADER] = { 8.5, PANGO_WEIGHT_BOLD, .35, 8, 0, TRUE },
  [MUSTER_SHEET_ROW] = { 9.5, PANGO_WEIGHT_NORMAL, 0, 7, 0, FALSE },
};

typedef struct
{
  MusterSheetStyle         style;
  const MusterSheetColumn *columns; /* (nullable): one cell over the whole width */
  guint                    n_cells;
  char                   **cells;

  guint                    page; /* from here on: by laying out */
  double                   y;
  double                   height;
  int                      header; /* block that stands above on the same page again; -1: none */
  double                   header_y;
} Block;

struct _MusterSheets
{
  char            *title;
  char            *foot;
  GPtrArray       *blocks;
  PangoContext    *context; /* (nullable): until laid out */
  MusterSheetSize  size;
  guint            n_pages;
};

static void
block_free (gpointer data)
{
  Block *block = data;

  g_strfreev (block->cells);
  g_free (block);
}

/** muster_sheets_new: @title: what the document is called, for its properties. Returns: without pages yet. */
MusterSheets *
muster_sheets_new (const char *title)
{
  MusterSheets *self = g_new0 (MusterSheets, 1);

  self->title = g_strdup (title);
  self->foot = g_strdup ("");
  self->blocks = g_ptr_array_new_with_free_func (block_free);

  return self;
}

void
muster_sheets_free (MusterSheets *self)
{
  g_clear_object (&self->context);
  g_ptr_array_unref (self->blocks);
  g_free (self->foot);
  g_free (self->title);
  g_free (self);
}

const char *
muster_sheets_get_title (const MusterSheets *self)
{
  return self->title;
}

void
muster_sheets_set_foot (MusterSheets *self, const char *foot)
{
  g_free (self->foot);
  self->foot = g_strdup (foot);
}

void
muster_sheets_add_cells (MusterSheets            *self,
                         MusterSheetStyle         style,
                         const MusterSheetColumn *columns,
                         guint                    n_columns,
                         const char *const       *cells)
{
  Block *block = g_new0 (Block, 1);

  block->style = style;
  block->columns = columns;
  block->n_cells = n_columns;
  block->cells = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    block->cells[i] = g_utf8_make_valid (cells[i], -1);
  g_ptr_array_add (self->blocks, block);
}

void
muster_sheets_add (MusterSheets *self, MusterSheetStyle style, const char *text)
{
  if (*text != '\0')
    muster_sheets_add_cells (self, style, NULL, 1, &text);
}

static PangoLayout *
make_layout (MusterSheets *self, const Look *look, const char *text, double width)
{
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Sans");
  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  pango_font_description_set_weight (font, look->weight);
  if (look == &looks[MUSTER_SHEET_QUOTE] && !muster_quote_is_upright ())
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static gboolean
is_mirrored (MusterSheets *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

/* Where cell @index begins, and how wide its text may be. */
static void
find_cell (MusterSheets *self, const Block *block, guint index, double *x, double *width)
{
  double full = self->size.width - 2 * self->size.margin;
  double begin = 0;

  *x = 0;
  *width = full;
  if (block->columns == NULL)
    return;

  for (guint i = 0; i < index; i++)
    begin += block->columns[i].width * full;
  *width = block->columns[index].width * full - (index + 1 < block->n_cells ? CELL_GAP : 0);
  *x = is_mirrored (self) ? full - begin - *width : begin;
}

static double
measure (MusterSheets *self, const Block *block)
{
  double height = 0;

  for (guint i = 0; i < block->n_cells; i++)
    {
      double x, width;
      g_autoptr (PangoLayout) layout = NULL;

      find_cell (self, block, i, &x, &width);
      layout = make_layout (self, &looks[block->style], block->cells[i], width);
      height = MAX (height, get_height (layout));
    }

  return height;
}

static Block *
get_block (MusterSheets *self, guint index)
{
  return g_ptr_array_index (self->blocks, index);
}

/* What may not be torn from what comes after: headings with the first line below them. */
static gboolean
keeps_next (MusterSheets *self, guint index)
{
  return index + 1 < self->blocks->len
         && (looks[get_block (self, index)->style].keeps_next
             || get_block (self, index + 1)->style == MUSTER_SHEET_QUOTE);
}

static double
measure_group (MusterSheets *self, guint first)
{
  double height = get_block (self, first)->height;

  for (guint i = first; keeps_next (self, i); i++)
    height += looks[get_block (self, i + 1)->style].before + get_block (self, i + 1)->height;

  return height;
}

/* The header of the table that block @index is a row of, when the row begins a page without it. */
static int
find_header (MusterSheets *self, guint index)
{
  const Block *row = get_block (self, index);

  if (row->style != MUSTER_SHEET_ROW)
    return -1;
  for (guint i = index; i-- > 0;)
    {
      const Block *block = get_block (self, i);

      if (block->style == MUSTER_SHEET_HEADER)
        return block->columns == row->columns ? (int) i : -1;
      if (block->columns != row->columns && block->style == MUSTER_SHEET_HEADING)
        return -1;
    }

  return -1;
}

static void
place (MusterSheets *self)
{
  double top = self->size.margin;
  double bottom = self->size.height - self->size.margin - FOOT_HEIGHT;
  double y = top;
  guint  page = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = get_block (self, i);
      double before = y > top ? looks[block->style].before : 0;

      block->header = -1;
      if (y > top && y + before + measure_group (self, i) > bottom)
        {
          page++;
          y = top;
          before = 0;
          block->header = find_header (self, i);
          block->header_y = y;
          if (block->header >= 0)
            y += get_block (self, (guint) block->header)->height + looks[block->style].before;
        }
      block->page = page;
      block->y = y + before;
      y = block->y + block->height;
    }
  self->n_pages = page + 1;
}

/** muster_sheets_lay_out: @context: of the surface that is drawn on, a unit a printer's point. Returns: how many pages
 * there are. */
guint
muster_sheets_lay_out (MusterSheets *self, PangoContext *context, const MusterSheetSize *size)
{
  g_set_object (&self->context, context);
  self->size = *size;
  for (guint i = 0; i < self->blocks->len; i++)
    get_block (self, i)->height = measure (self, get_block (self, i));
  place (self);

  return self->n_pages;
}

static void
draw_text (MusterSheets *self, cairo_t *cr, const Look *look, const char *text, double x, double y, double width,
           PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = make_layout (self, look, text, width);

  pango_layout_set_alignment (layout, alignment);
  cairo_set_source_rgb (cr, look->grey, look->grey, look->grey);
  cairo_move_to (cr, self->size.margin + x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rule (MusterSheets *self, cairo_t *cr, double y, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, .6);
  cairo_move_to (cr, self->size.margin, y);
  cairo_line_to (cr, self->size.width - self->size.margin, y);
  cairo_stroke (cr);
}

static void
draw_block (MusterSheets *self, cairo_t *cr, const Block *block, double y)
{
  for (guint i = 0; i < block->n_cells; i++)
    {
      double         x, width;
      gboolean       is_right = block->columns != NULL && block->columns[i].is_right;
      PangoAlignment alignment = is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

      find_cell (self, block, i, &x, &width);
      draw_text (self, cr, &looks[block->style], block->cells[i], x, y, width, alignment);
    }
  if (block->style == MUSTER_SHEET_HEADER)
    draw_rule (self, cr, y + block->height + 3, .35);
  else if (block->style == MUSTER_SHEET_ROW && block->columns != NULL)
    draw_rule (self, cr, y - looks[MUSTER_SHEET_ROW].before / 2, .82);
}

static char *
dup_page_number (guint page, guint n_pages)
{
  /* Translators: at the foot of a printed page: "Page 1 of 3". */
  return g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);
}

static void
draw_foot (MusterSheets *self, cairo_t *cr, guint page)
{
  const Look      *look = &looks[MUSTER_SHEET_HEADER];
  Look             plain = { look->size, PANGO_WEIGHT_NORMAL, look->grey };
  g_autofree char *number = dup_page_number (page, self->n_pages);
  double           width = self->size.width - 2 * self->size.margin;
  double           y = self->size.height - self->size.margin - 12;

  draw_text (self, cr, &plain, self->foot, 0, y, width * .7, PANGO_ALIGN_LEFT);
  draw_text (self, cr, &plain, number, width * .7, y, width * .3, PANGO_ALIGN_RIGHT);
}

void
muster_sheets_draw (MusterSheets *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self->context != NULL && page < self->n_pages);

  pango_cairo_update_context (cr, self->context);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = get_block (self, i);

      if (block->page != page)
        continue;
      if (block->header >= 0)
        draw_block (self, cr, get_block (self, (guint) block->header), block->header_y);
      draw_block (self, cr, block, block->y);
    }
  draw_foot (self, cr, page);
}

typedef struct
{
  GOutputStream *stream;
  GError        *error;
} Sink;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, data, length, NULL, NULL, &sink->error);

  return sink->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void
draw_all (MusterSheets *self, cairo_t *cr, const MusterSheetSize *size)
{
  PangoContext         *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  muster_sheets_lay_out (self, context, size);
  for (guint page = 0; page < self->n_pages; page++)
    {
      muster_sheets_draw (self, cr, page);
      cairo_show_page (cr);
    }
  g_object_unref (context);
}

/** muster_sheets_write_pdf: @stream: left open. Returns: FALSE with the error of the stream, or G_IO_ERROR_FAILED when
 * cairo could not draw. */
gboolean
muster_sheets_write_pdf (MusterSheets *self, GOutputStream *stream, const MusterSheetSize *size, GError **error)
{
  Sink             sink = { stream, NULL };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, size->width, size->height);
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  draw_all (self, cr, size);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (sink.error != NULL)
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be drawn: %s."),
                   cairo_status_to_string (status));
      return FALSE;
    }

  return TRUE;
}

char *
muster_sheets_dup_text (const MusterSheets *self)
{
  GString *text = g_string_new (self->title);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block     *block = g_ptr_array_index (self->blocks, i);
      g_autofree char *line = g_strjoinv ("\t", block->cells);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, self->foot);

  return g_string_free (text, FALSE);
}
