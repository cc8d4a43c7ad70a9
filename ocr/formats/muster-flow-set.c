/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow set on pages: paragraphs and tables in the text frame, boxes at their places with the text keeping
 * clear of them, columns, and the headers and footers of every page. One thread. */

#include "muster-flow.h"

#include <math.h>

/* What word processors keep free inside a cell and inside a text box when the file says nothing. */
#define CELL_PADDING_PT 5.4
#define BOX_PADDING_PT 5.0
#define MAX_TABLES_DEEP 12u
#define MAX_CELLS 64u
/* A picture this small is an icon in a line of text; it takes no room of its own. */
#define LEAST_PICTURE_PT 30.0
#define PICTURE_GREY 0xFFD8D8D8u

typedef struct
{
  const MusterFlow        *flow;
  const MusterFlowSection *section;
  MusterTypeset           *typeset;
  cairo_surface_t         *grey;     /* stands for pictures */
  double                   width_pt; /* of the frame or cell */
  double                   left_pt;  /* of the frame */
  guint                    n_deep;
  guint                    n_boxes_deep;
  gboolean                 has_ground;
  guint32                  ground;
} Setter;

static void set_nodes (Setter *setter, const GPtrArray *nodes);

static gboolean
is_dark (guint32 colour)
{
  return (colour >> 16 & 0xFF) * .3 + (colour >> 8 & 0xFF) * .59 + (colour & 0xFF) * .11 < 110;
}

static void
set_paragraph (Setter *setter, const MusterFlowNode *node)
{
  MusterParagraph paragraph = node->paragraph;
  g_autoptr (GArray) runs = g_array_sized_new (FALSE, FALSE, sizeof (MusterRun), node->runs->len);

  paragraph.tab_stops_pt = (const double *) (gpointer) node->tab_stops->data;
  paragraph.n_tab_stops = node->tab_stops->len;
  for (guint i = 0; i < node->runs->len; i++)
    {
      MusterRun run = g_array_index (node->runs, MusterRun, i);

      if (!run.has_ground && node->has_fill)
        {
          run.has_ground = TRUE;
          run.ground = node->fill;
        }
      if (run.colour == MUSTER_FLOW_AUTO_COLOUR)
        {
          guint32 ground = run.has_ground ? run.ground : setter->has_ground ? setter->ground : 0xFFFFFF;

          run.colour = is_dark (ground) ? 0xFFFFFF : 0;
        }
      g_array_append_val (runs, run);
    }

  if (node->breaks_before)
    muster_typeset_break_page (setter->typeset);
  muster_typeset_add_paragraph (
      setter->typeset, &paragraph, (const MusterRun *) (gpointer) runs->data, runs->len);
  if (node->has_rule_below && setter->n_deep == 0)
    muster_typeset_rule (setter->typeset,
                         muster_typeset_get_page_index (setter->typeset),
                         setter->left_pt,
                         muster_typeset_get_y (setter->typeset) - paragraph.space_after_pt,
                         setter->width_pt,
                         .5,
                         0x808080);
}

/* Widths as the file says, what it does not say shared out, all made narrower where the row is too wide for
 * its place. */
static void
share_widths (const MusterFlowNode *row, guint first, guint end, double room, double *widths)
{
  double known = 0, total = 0;
  guint  n_unknown = 0;

  for (guint i = first; i < end; i++)
    {
      double width = ((const MusterFlowNode *) g_ptr_array_index (row->children, i))->width_pt;

      widths[i - first] = width;
      known += width;
      n_unknown += width <= 0;
    }
  for (guint i = 0; i < end - first; i++)
    {
      if (widths[i] <= 0)
        widths[i] = MAX ((room - known) / n_unknown, 36);
      total += widths[i];
    }
  if (total > room + 2 * CELL_PADDING_PT)
    for (guint i = 0; i < end - first; i++)
      widths[i] *= room / total;
}

static void
set_cell (Setter *setter, const MusterFlowNode *cell, double width)
{
  Setter inner = *setter;

  inner.n_deep++;
  inner.width_pt = MAX (width - 2 * CELL_PADDING_PT, 8);
  if (cell->has_fill)
    {
      muster_typeset_fill_cell (setter->typeset, cell->fill);
      inner.has_ground = TRUE;
      inner.ground = cell->fill;
    }
  set_nodes (&inner, cell->children);
}

static const MusterFlowNode *
get_child (const MusterFlowNode *node, guint index)
{
  return g_ptr_array_index (node->children, index);
}

/* Cells @first to @end of a row, beside each other in @room. */
static void
set_cells (Setter *setter, const MusterFlowNode *row, guint first, guint end, double room, gboolean is_ruled)
{
  double widths[MAX_CELLS];

  share_widths (row, first, end, room, widths);
  muster_typeset_begin_row (setter->typeset, widths, end - first, CELL_PADDING_PT, 0, is_ruled);
  for (guint i = first; i < end; i++)
    {
      if (i > first)
        muster_typeset_next_cell (setter->typeset);
      set_cell (setter, get_child (row, i), widths[i - first]);
    }
  muster_typeset_end_row (setter->typeset);
}

/* In how many rows from @start on the cell at the left (or right) edge goes on: the side bar of many a
 * resume. */
static guint
count_spanned (const MusterFlowNode *table, guint start, gboolean at_left)
{
  guint n = 1;

  while (start + n < table->children->len)
    {
      const MusterFlowNode *row = get_child (table, start + n);

      if (row->children->len < 2 || !get_child (row, at_left ? 0 : row->children->len - 1)->goes_on)
        break;
      n++;
    }

  return get_child (table, start)->children->len < 2 ? 1 : n;
}

/* A cell over several rows is set beside a table of what is left of them. */
static void
set_spanned_rows (Setter *setter, const MusterFlowNode *table, guint start, guint n_rows, gboolean at_left)
{
  const MusterFlowNode *row = get_child (table, start);
  guint                 n_cells = MIN (row->children->len, MAX_CELLS);
  guint                 edge = at_left ? 0 : n_cells - 1;
  Setter                inner = *setter;
  double                widths[MAX_CELLS], halves[2] = { 0, 0 };

  share_widths (row, 0, n_cells, setter->width_pt, widths);
  for (guint i = 0; i < n_cells; i++)
    halves[(i == edge) != at_left] += widths[i];
  inner.n_deep++;
  muster_typeset_begin_row (setter->typeset, halves, 2, 0, 0, FALSE);
  for (guint half = 0; half < 2; half++)
    {
      inner.width_pt = halves[half];
      if (half == 1)
        muster_typeset_next_cell (setter->typeset);
      if ((half == 0) == at_left)
        set_cells (&inner, row, edge, edge + 1, halves[half], table->is_ruled);
      else
        for (guint i = start; i < start + n_rows; i++)
          {
            guint n = MIN (get_child (table, i)->children->len, MAX_CELLS);

            set_cells (&inner,
                       get_child (table, i),
                       at_left ? 1 : 0,
                       at_left ? n : n - 1,
                       halves[half],
                       table->is_ruled);
          }
    }
  muster_typeset_end_row (setter->typeset);
}

static void
set_flat_rows (Setter *setter, const MusterFlowNode *table)
{
  for (guint i = 0; i < table->children->len; i++)
    for (guint j = 0; j < get_child (table, i)->children->len; j++)
      set_nodes (setter, get_child (get_child (table, i), j)->children);
}

static void
set_table (Setter *setter, const MusterFlowNode *table)
{
  guint n_rows = 1;

  if (setter->n_deep >= MAX_TABLES_DEEP)
    {
      set_flat_rows (setter, table);
      return;
    }

  for (guint i = 0; i < table->children->len && !muster_typeset_is_full (setter->typeset); i += n_rows)
    {
      const MusterFlowNode *row = get_child (table, i);
      guint                 n_left = count_spanned (table, i, TRUE);
      guint                 n_right = count_spanned (table, i, FALSE);

      n_rows = MAX (n_left, n_right);
      if (n_rows > 1)
        set_spanned_rows (setter, table, i, n_rows, n_left >= n_right);
      else if (row->children->len > 0)
        set_cells (setter, row, 0, MIN (row->children->len, MAX_CELLS), setter->width_pt, table->is_ruled);
    }
}

static MusterBox
find_place (const Setter *setter, const MusterFlowPlace *place)
{
  const MusterFlowSection *section = setter->section;
  double                   left = place->x_origin == MUSTER_FLOW_FROM_PAGE     ? 0
                                  : place->x_origin == MUSTER_FLOW_FROM_MARGIN ? section->left_pt
                                                                               : setter->left_pt;
  double                   room = place->x_origin == MUSTER_FLOW_FROM_PAGE ? section->width_pt
                                  : place->x_origin == MUSTER_FLOW_FROM_MARGIN
                                      ? section->width_pt - section->left_pt - section->right_pt
                                      : setter->width_pt;
  double                   top = place->y_origin == MUSTER_FLOW_FROM_PAGE     ? 0
                                 : place->y_origin == MUSTER_FLOW_FROM_MARGIN ? section->top_pt
                                                                              : muster_typeset_get_y (setter->typeset);
  MusterBox                box = { left + place->x_pt, top + place->y_pt, place->width_pt, place->height_pt };

  if (place->x_align == MUSTER_ALIGN_CENTRE)
    box.x = left + (room - place->width_pt) / 2;
  else if (place->x_align == MUSTER_ALIGN_END)
    box.x = left + room - place->width_pt;

  return box;
}

/* Text in a box at its place; the text around keeps clear of what was filled. */
static void
set_aside (Setter *setter, const MusterFlowNode *node, MusterBox box, guint page_index)
{
  Setter inner = *setter;
  double height;

  inner.n_boxes_deep++;
  inner.left_pt = box.x + BOX_PADDING_PT;
  inner.width_pt = MAX (box.width - 2 * BOX_PADDING_PT, 24);
  if (node->has_fill)
    {
      inner.has_ground = TRUE;
      inner.ground = node->fill;
    }
  muster_typeset_begin_aside (
      setter->typeset, (MusterBox){ inner.left_pt, box.y + 2, inner.width_pt, MAX (box.height - 4, 12) });
  set_nodes (&inner, node->children);
  height = muster_typeset_end_aside (setter->typeset);
  box.height = MAX (box.height, height + 4);
  if (node->has_fill)
    muster_typeset_fill_box (setter->typeset, page_index, box, node->fill);
  if (height > 0)
    muster_typeset_add_obstacle (setter->typeset, page_index, box);
}

static void
set_placed_box (Setter *setter, const MusterFlowNode *node)
{
  guint     page_index = muster_typeset_get_page_index (setter->typeset);
  MusterBox box = find_place (setter, &node->place);
  gboolean  is_ground = node->place.is_behind
                       || muster_box_area (box) > .6 * setter->section->width_pt * setter->section->height_pt;

  if (node->is_picture)
    {
      muster_typeset_add_picture (setter->typeset, page_index, box, setter->grey);
      if (!is_ground)
        muster_typeset_add_obstacle (setter->typeset, page_index, box);
    }
  if (node->children->len > 0)
    set_aside (setter, node, box, page_index);
  else if (node->has_fill)
    muster_typeset_fill_box (setter->typeset, page_index, box, node->fill);
}

/* A box without a place, or in a cell: a block of its own in the text. */
static void
set_block_box (Setter *setter, const MusterFlowNode *node)
{
  double width = node->place.width_pt > 0 ? MIN (node->place.width_pt, setter->width_pt) : setter->width_pt;

  if (node->is_picture && MIN (node->place.width_pt, node->place.height_pt) >= LEAST_PICTURE_PT)
    muster_typeset_put_picture (
        setter->typeset, node->place.width_pt, node->place.height_pt, node->place.x_align, setter->grey);
  if (node->children->len == 0)
    return;
  if (!node->has_fill || setter->n_deep >= MAX_TABLES_DEEP)
    {
      set_nodes (setter, node->children);
      return;
    }

  muster_typeset_begin_row (setter->typeset, &width, 1, CELL_PADDING_PT, 2, FALSE);
  set_cell (setter, node, width);
  muster_typeset_end_row (setter->typeset);
}

static void
set_nodes (Setter *setter, const GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len && !muster_typeset_is_full (setter->typeset); i++)
    {
      const MusterFlowNode *node = g_ptr_array_index (nodes, i);

      switch (node->kind)
        {
        case MUSTER_FLOW_PARAGRAPH:
          set_paragraph (setter, node);
          break;
        case MUSTER_FLOW_TABLE:
          set_table (setter, node);
          break;
        case MUSTER_FLOW_BOX:
          if (node->place.has_place && setter->n_deep == 0 && setter->n_boxes_deep < 4)
            set_placed_box (setter, node);
          else
            set_block_box (setter, node);
          break;
        case MUSTER_FLOW_PAGE_BREAK:
          muster_typeset_break_page (setter->typeset);
          break;
        case MUSTER_FLOW_ROW:
        case MUSTER_FLOW_CELL:
        case MUSTER_FLOW_COLUMN_BREAK:
          break;
        }
    }
}

/* How high nodes become in a column of that width, without pages. */
static double
measure (const Setter *setter, const GPtrArray *nodes, double width)
{
  g_autoptr (MusterTypeset) scratch
      = muster_typeset_new (setter->section->width_pt, 1e6, (MusterBox){ 0, 0, width, 1e6 });
  Setter inner = *setter;

  inner.typeset = scratch;
  inner.left_pt = 0;
  inner.width_pt = width;
  set_nodes (&inner, nodes);

  return muster_typeset_get_y (scratch);
}

static double
frame_width (const MusterFlowSection *section)
{
  return MAX (section->width_pt - section->left_pt - section->right_pt, 72);
}

/* Header and footer may push the text further in than the margins. */
static MusterBox
page_frame (const Setter *setter, const MusterFlowNode *header, const MusterFlowNode *footer)
{
  const MusterFlowSection *section = setter->section;
  double                   width = frame_width (section);
  double                   top = section->top_pt, bottom = section->bottom_pt;

  if (header != NULL)
    top = MAX (top, section->header_pt + measure (setter, header->children, width));
  if (footer != NULL)
    bottom = MAX (bottom, section->footer_pt + measure (setter, footer->children, width));
  if (section->height_pt - top - bottom < 144)
    {
      top = MIN (top, section->height_pt / 3);
      bottom = MIN (bottom, section->height_pt / 3);
    }

  return (MusterBox){ section->left_pt, top, width, section->height_pt - top - bottom };
}

static gboolean
is_break (const MusterFlowNode *node)
{
  return node->kind == MUSTER_FLOW_COLUMN_BREAK;
}

/* Text in columns: cut where the file breaks them, else so that they become equally long. */
static void
set_columns (Setter *setter, MusterBox next)
{
  const MusterFlowSection *section = setter->section;
  const GPtrArray         *nodes = section->body->children;
  guint                    n = section->n_columns;
  double                   gap = MIN (section->column_gap_pt, frame_width (section) / (2 * n));
  double                   width = (frame_width (section) - gap * (n - 1)) / n;
  double                   top = muster_typeset_get_y (setter->typeset);
  double                   bottom = next.y + next.height;
  double                   lowest = top;
  double                   each = MIN (measure (setter, nodes, width) / n + 1, bottom - top);
  guint                    column = 0;
  gboolean                 has_breaks = FALSE;
  Setter                   inner = *setter;

  for (guint i = 0; i < nodes->len; i++)
    has_breaks = has_breaks || is_break (g_ptr_array_index (nodes, i));
  inner.width_pt = width;
  inner.left_pt = section->left_pt;
  muster_typeset_open_frame (setter->typeset,
                             muster_typeset_get_page_index (setter->typeset),
                             (MusterBox){ inner.left_pt, top, width, bottom - top });
  for (guint i = 0; i < nodes->len && !muster_typeset_is_full (setter->typeset); i++)
    {
      MusterFlowNode *node = g_ptr_array_index (nodes, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      double   y = muster_typeset_get_y (setter->typeset);
      gboolean is_over = is_break (node);

      g_ptr_array_add (one, node);
      if (!has_breaks && y > top && y - top + measure (setter, one, width) / 2 > each)
        is_over = TRUE;
      lowest = MAX (lowest, y);
      if (is_over)
        {
          guint page = muster_typeset_get_page_index (setter->typeset);

          column++;
          if (column == n)
            {
              column = 0;
              page++;
              top = lowest = next.y;
              each = next.height;
            }
          inner.left_pt = section->left_pt + column * (width + gap);
          muster_typeset_open_frame (
              setter->typeset, page, (MusterBox){ inner.left_pt, top, width, bottom - top });
        }
      set_nodes (&inner, one);
    }

  lowest = MAX (lowest, muster_typeset_get_y (setter->typeset));
  muster_typeset_open_frame (setter->typeset,
                             muster_typeset_get_page_index (setter->typeset),
                             (MusterBox){ next.x, lowest, next.width, bottom - lowest });
  muster_typeset_set_next_frame (setter->typeset, next);
}

/* Returns: the page on which the section begins. */
static guint
set_section (Setter *setter, gboolean is_first)
{
  const MusterFlowSection *section = setter->section;
  gboolean                 is_own = section->has_first_page;
  MusterBox                next = page_frame (setter, section->header, section->footer);
  MusterBox first = is_own ? page_frame (setter, section->first_header, section->first_footer) : next;
  guint     page = muster_typeset_get_page_index (setter->typeset);
  double    y = muster_typeset_get_y (setter->typeset);

  if (!is_first && section->goes_on && y < next.y + next.height - 24)
    first = (MusterBox){ next.x, y, next.width, next.y + next.height - y };
  else if (!is_first)
    page++;

  muster_typeset_open_frame (setter->typeset, page, first);
  muster_typeset_set_next_frame (setter->typeset, next);
  setter->left_pt = first.x;
  setter->width_pt = first.width;
  if (section->n_columns > 1)
    set_columns (setter, next);
  else
    set_nodes (setter, section->body->children);

  return page;
}

static void
set_margin_text (Setter *setter, guint page, const MusterFlowNode *header, const MusterFlowNode *footer)
{
  const MusterFlowSection *section = setter->section;
  double                   width = frame_width (section);

  setter->left_pt = section->left_pt;
  setter->width_pt = width;
  if (header != NULL)
    {
      muster_typeset_open_frame (
          setter->typeset,
          page,
          (MusterBox){ section->left_pt, section->header_pt, width, section->height_pt });
      set_nodes (setter, header->children);
    }
  if (footer != NULL)
    {
      double height = measure (setter, footer->children, width);
      double y = MAX (section->height_pt - section->footer_pt - height, section->height_pt / 2);

      muster_typeset_open_frame (
          setter->typeset, page, (MusterBox){ section->left_pt, y, width, section->height_pt });
      set_nodes (setter, footer->children);
    }
}

/* Headers and footers come last, when it is known which pages there are. */
static void
set_margins (Setter *setter, const guint *first_pages)
{
  guint n_pages = muster_typeset_get_n_pages (setter->typeset);
  guint at = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      gboolean is_first;

      while (at + 1 < setter->flow->sections->len && first_pages[at + 1] <= page)
        at++;
      setter->section = g_ptr_array_index (setter->flow->sections, at);
      is_first = setter->section->has_first_page && first_pages[at] == page;
      set_margin_text (setter,
                       page,
                       is_first ? setter->section->first_header : setter->section->header,
                       is_first ? setter->section->first_footer : setter->section->footer);
    }
}

static cairo_surface_t *
make_grey (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);

  *(guint32 *) (gpointer) cairo_image_surface_get_data (surface) = PICTURE_GREY;
  cairo_surface_mark_dirty (surface);

  return surface;
}

/**
 * muster_flow_set:
 *
 * All pages have the size of the first section.
 *
 * Returns: (transfer full): the pages.
 */
MusterTypeset *
muster_flow_set (const MusterFlow *flow)
{
  g_return_val_if_fail (flow->sections->len > 0, NULL);

  const MusterFlowSection *first = g_ptr_array_index (flow->sections, 0);
  g_autofree guint        *first_pages = g_new0 (guint, flow->sections->len);
  MusterTypeset           *typeset
      = muster_typeset_new (first->width_pt, first->height_pt, (MusterBox){ 0, 0, 72, 72 });
  Setter setter = { .flow = flow, .typeset = typeset, .grey = make_grey () };

  for (guint i = 0; i < flow->sections->len; i++)
    {
      MusterFlowSection *section = g_ptr_array_index (flow->sections, i);

      section->width_pt = first->width_pt;
      section->height_pt = first->height_pt;
      setter.section = section;
      first_pages[i] = set_section (&setter, i == 0);
    }
  set_margins (&setter, first_pages);
  cairo_surface_destroy (setter.grey);

  return typeset;
}
