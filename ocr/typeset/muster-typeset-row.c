/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table rows: cells are filled as galleys of their own and put side by side when the row ends. A row that is
 * higher than a page is cut between its lines, cell by cell. */

#include "muster-typeset-private.h"

static void
galley_free (MusterGalley *galley)
{
  g_ptr_array_unref (galley->slugs);
  g_free (galley);
}

void
muster_row_free (MusterRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

/* Returns: (nullable): the cell that is being filled. */
MusterGalley *
muster_typeset_get_galley (const MusterTypeset *self)
{
  if (self->rows->len == 0)
    return NULL;

  const MusterRow *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  return g_ptr_array_index (row->cells, row->current);
}

/**
 * muster_typeset_begin_row:
 * @widths_pt: (array length=n_cells): outer widths of the cells from the left
 * @padding_x_pt: kept free left and right in each cell
 * @padding_y_pt: kept free above and below
 * @is_ruled: whether cells have thin borders
 *
 * What is added goes to the first cell now. Rows may stand in cells.
 */
void
muster_typeset_begin_row (MusterTypeset *self,
                          const double  *widths_pt,
                          guint          n_cells,
                          double         padding_x_pt,
                          double         padding_y_pt,
                          gboolean       is_ruled)
{
  g_return_if_fail (n_cells > 0);

  MusterRow *row = g_new0 (MusterRow, 1);
  double     x = 0;

  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_free);
  row->padding_x_pt = padding_x_pt;
  row->padding_y_pt = padding_y_pt;
  row->is_ruled = is_ruled;
  for (guint i = 0; i < n_cells; i++)
    {
      MusterGalley *cell = g_new0 (MusterGalley, 1);

      cell->slugs = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_slug_free);
      cell->x = x;
      cell->width = MAX (widths_pt[i] - 2 * padding_x_pt, 8);
      x += widths_pt[i];
      g_ptr_array_add (row->cells, cell);
    }
  g_ptr_array_add (self->rows, row);
}

/** muster_typeset_next_cell: what is added goes to the cell on the right; behind the last one it stays there.
 */
void
muster_typeset_next_cell (MusterTypeset *self)
{
  g_return_if_fail (self->rows->len > 0);

  MusterRow *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  row->current = MIN (row->current + 1, row->cells->len - 1);
}

/** muster_typeset_fill_cell: gives the current cell a ground. */
void
muster_typeset_fill_cell (MusterTypeset *self, guint32 colour)
{
  MusterGalley *cell = muster_typeset_get_galley (self);

  g_return_if_fail (cell != NULL);

  cell->has_fill = TRUE;
  cell->fill = colour;
}

static double
row_height (const MusterRow *row)
{
  double height = 0;

  for (guint i = 0; i < row->cells->len; i++)
    height = MAX (height, ((const MusterGalley *) g_ptr_array_index (row->cells, i))->y);

  return height + 2 * row->padding_y_pt;
}

static double
row_width (const MusterRow *row)
{
  const MusterGalley *last = g_ptr_array_index (row->cells, row->cells->len - 1);

  return last->x + last->width + 2 * row->padding_x_pt;
}

/* Moves the slugs of a cell into @to, ground and border first. */
static void
move_cell (MusterGalley *cell, const MusterRow *row, double x, double y, double height, GPtrArray *to)
{
  MusterBox outline = { x + cell->x, y, cell->width + 2 * row->padding_x_pt, height };

  if (cell->has_fill)
    {
      MusterSlug *fill = muster_slug_new (MUSTER_SLUG_FILL, outline);

      fill->colour = cell->fill;
      g_ptr_array_add (to, fill);
    }
  if (row->is_ruled)
    g_ptr_array_add (to, muster_slug_new (MUSTER_SLUG_BORDER, outline));

  for (guint i = 0; i < cell->slugs->len; i++)
    {
      MusterSlug *slug = g_ptr_array_index (cell->slugs, i);

      slug->box.x += x + cell->x + row->padding_x_pt;
      slug->box.y += y + row->padding_y_pt;
      g_ptr_array_add (to, slug);
    }
  g_ptr_array_set_free_func (cell->slugs, NULL);
  g_ptr_array_set_size (cell->slugs, 0);
}

/* Where the next cut goes at or above @limit, so that it crosses no line. */
static double
find_cut (const GPtrArray *slugs, double start, double limit)
{
  double cut = limit;

  for (guint i = 0; i < slugs->len; i++)
    {
      const MusterSlug *slug = g_ptr_array_index (slugs, i);

      if ((slug->kind == MUSTER_SLUG_LINE || slug->kind == MUSTER_SLUG_PICTURE) && slug->box.y < cut
          && slug->box.y + slug->box.height > limit && slug->box.y > start)
        cut = slug->box.y;
    }

  return cut;
}

/* One side of a cut ground or border that goes over several pages. */
static MusterSlug *
copy_piece (const MusterSlug *slug, double from, double to)
{
  MusterBox   box = slug->box;
  MusterSlug *piece;

  box.y = MAX (box.y, from);
  box.height = MIN (slug->box.y + slug->box.height, to) - box.y;
  piece = muster_slug_new (slug->kind, box);
  piece->colour = slug->colour;

  return piece;
}

/* Gives what lies between two cuts to a sheet, whose frame begins at @top. */
static void
put_segment (GPtrArray *slugs, double from, double to, double top, GPtrArray *sheet_slugs)
{
  for (guint i = 0; i < slugs->len; i++)
    {
      MusterSlug *slug = g_ptr_array_index (slugs, i);
      gboolean    begins = slug->box.y >= from - 0.01 && slug->box.y < to - 0.01;

      if (slug->kind == MUSTER_SLUG_FILL || slug->kind == MUSTER_SLUG_BORDER)
        {
          if (slug->box.y >= to || slug->box.y + slug->box.height <= from)
            continue;
          slug = copy_piece (slug, from, to);
        }
      else if (!begins)
        continue;
      else
        slugs->pdata[i] = muster_slug_new (MUSTER_SLUG_FILL, (MusterBox){ 0, slug->box.y, 0, 0 });

      slug->box.y += top - from;
      g_ptr_array_add (sheet_slugs, slug);
    }
}

/* A row higher than a page: each cell is cut by itself, all begin at the current place. */
static void
put_long_row (MusterTypeset *self, MusterRow *row)
{
  double height = row_height (row);
  double x = self->at.frame.x;
  double lowest = self->at.y;
  guint  last_page = self->at.page_index;

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autoptr (GPtrArray) slugs = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_slug_free);
      double from = 0;
      double top = self->at.y;
      double room = MAX (self->at.frame.y + self->at.frame.height - self->at.y, 24);
      guint  page = self->at.page_index;

      move_cell (g_ptr_array_index (row->cells, i), row, x, 0, height, slugs);
      while (from < height)
        {
          MusterSheet *sheet = muster_typeset_get_sheet (self, page);
          double       to = from + room >= height ? height : find_cut (slugs, from, from + room);

          if (sheet == NULL)
            break;
          put_segment (slugs, from, to, top, sheet->slugs);
          if (page > last_page || (page == last_page && top + to - from > lowest))
            lowest = top + to - from;
          last_page = MAX (last_page, page);
          from = to;
          top = self->at.next_frame.y;
          room = MAX (self->at.next_frame.height, 24);
          page++;
        }
    }

  if (last_page != self->at.page_index)
    self->at.frame = self->at.next_frame;
  self->at.page_index = last_page;
  self->at.y = lowest;
}

static void
put_row (MusterTypeset *self, MusterRow *row)
{
  double height = row_height (row);
  double x;

  muster_typeset_find_room (self, MIN (height, 24), row_width (row) - 1, &x);

  double left = self->at.frame.y + self->at.frame.height - self->at.y;

  if (height > left && height <= self->at.next_frame.height && !muster_typeset_next_page (self))
    return;
  if (height > MAX (left, self->at.next_frame.height))
    {
      if (left < 48 && !muster_typeset_next_page (self))
        return;
      put_long_row (self, row);
      return;
    }

  MusterSheet *sheet = muster_typeset_get_sheet (self, self->at.page_index);

  for (guint i = 0; i < row->cells->len; i++)
    move_cell (g_ptr_array_index (row->cells, i), row, x, self->at.y, height, sheet->slugs);
  self->at.y += height;
}

/** muster_typeset_end_row: the row is put on the page, or into the cell around it. */
void
muster_typeset_end_row (MusterTypeset *self)
{
  g_return_if_fail (self->rows->len > 0);

  MusterRow    *row = g_ptr_array_steal_index (self->rows, self->rows->len - 1);
  MusterGalley *around = muster_typeset_get_galley (self);

  if (around == NULL)
    put_row (self, row);
  else
    {
      double height = row_height (row);

      for (guint i = 0; i < row->cells->len; i++)
        move_cell (g_ptr_array_index (row->cells, i), row, 0, around->y, height, around->slugs);
      around->y += height;
    }
  muster_row_free (row);
}
