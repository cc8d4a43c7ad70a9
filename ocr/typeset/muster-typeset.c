/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typeset itself: sheets, the frame in which text flows, the decoration of a page. Lines come from
 * muster-typeset-text.c, table rows from muster-typeset-row.c. One thread: the font map of Pango belongs to
 * the thread. */

#include "muster-typeset-private.h"

#include <math.h>

#define OBSTACLE_GAP_PT 8.0

MusterSlug *
muster_slug_new (MusterSlugKind kind, MusterBox box)
{
  MusterSlug *slug = g_new0 (MusterSlug, 1);

  slug->kind = kind;
  slug->box = box;

  return slug;
}

void
muster_slug_free (MusterSlug *slug)
{
  g_clear_pointer (&slug->line, pango_layout_line_unref);
  g_clear_object (&slug->layout);
  g_clear_pointer (&slug->words, g_array_unref);
  g_clear_pointer (&slug->picture, cairo_surface_destroy);
  g_free (slug);
}

static void
sheet_free (MusterSheet *sheet)
{
  g_ptr_array_unref (sheet->slugs);
  g_array_unref (sheet->obstacles);
  g_free (sheet);
}

/* Makes the sheets up to that one. Returns: (nullable): NULL beyond the limit. */
MusterSheet *
muster_typeset_get_sheet (MusterTypeset *self, guint page_index)
{
  if (page_index >= MUSTER_TYPESET_MAX_PAGES)
    {
      self->is_full = TRUE;
      return NULL;
    }

  while (self->sheets->len <= page_index)
    {
      MusterSheet *sheet = g_new0 (MusterSheet, 1);

      sheet->slugs = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_slug_free);
      sheet->obstacles = g_array_new (FALSE, FALSE, sizeof (MusterBox));
      g_ptr_array_add (self->sheets, sheet);
    }

  return g_ptr_array_index (self->sheets, page_index);
}

/* Distances are reckoned at one unit a point, without hinting: the same boxes on every screen and printer. */
static PangoContext *
make_context (void)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (MUSTER_TYPESET_SANS);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * muster_typeset_new:
 * @width_pt: width of every page
 * @first_frame: where text goes on the first page
 *
 * Returns: (transfer full): a typeset with one empty page.
 */
MusterTypeset *
muster_typeset_new (double width_pt, double height_pt, MusterBox first_frame)
{
  MusterTypeset *self = g_new0 (MusterTypeset, 1);

  self->width_pt = width_pt;
  self->height_pt = height_pt;
  self->context = make_context ();
  self->strings = g_string_chunk_new (1024);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  self->asides = g_array_new (FALSE, FALSE, sizeof (MusterPlace));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_row_free);
  muster_typeset_open_frame (self, 0, first_frame);

  return self;
}

void
muster_typeset_free (MusterTypeset *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->asides);
  g_ptr_array_unref (self->sheets);
  g_string_chunk_free (self->strings);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * muster_typeset_open_frame:
 * @page_index: from 0; pages up to it are made
 * @box: text begins at its top; the pages after take the same box until muster_typeset_set_next_frame()
 */
void
muster_typeset_open_frame (MusterTypeset *self, guint page_index, MusterBox box)
{
  g_return_if_fail (self->rows->len == 0);

  if (muster_typeset_get_sheet (self, page_index) == NULL)
    return;
  self->at.page_index = page_index;
  self->at.frame = box;
  self->at.next_frame = box;
  self->at.y = box.y;
}

void
muster_typeset_set_next_frame (MusterTypeset *self, MusterBox box)
{
  self->at.next_frame = box;
}

/**
 * muster_typeset_begin_aside:
 * @box: where text goes on the current page; what does not fit goes on below it
 */
void
muster_typeset_begin_aside (MusterTypeset *self, MusterBox box)
{
  g_return_if_fail (self->rows->len == 0);

  g_array_append_val (self->asides, self->at);
  box.height = MAX (box.height, self->height_pt - box.y);
  self->at.frame = box;
  self->at.next_frame = (MusterBox){ box.x, 36, box.width, self->height_pt - 72 };
  self->at.y = box.y;
}

/** muster_typeset_end_aside: Returns: how far down its page the aside was filled, in points from its top. */
double
muster_typeset_end_aside (MusterTypeset *self)
{
  g_return_val_if_fail (self->rows->len == 0 && self->asides->len > 0, 0);

  MusterPlace before = g_array_index (self->asides, MusterPlace, self->asides->len - 1);
  MusterPlace after = self->at;

  g_array_set_size (self->asides, self->asides->len - 1);
  self->at = before;
  if (after.page_index > before.page_index)
    return self->height_pt - after.frame.y;

  return after.y - after.frame.y;
}

/** muster_typeset_is_full: Returns: whether something was left out because the pages ran out. */
gboolean
muster_typeset_is_full (const MusterTypeset *self)
{
  return self->is_full;
}

/** muster_typeset_get_y: Returns: where the next line begins, in points from the top of the page (in a cell:
 * of the cell). */
double
muster_typeset_get_y (const MusterTypeset *self)
{
  const MusterGalley *galley = muster_typeset_get_galley (self);

  return galley != NULL ? galley->y : self->at.y;
}

guint
muster_typeset_get_page_index (const MusterTypeset *self)
{
  return self->at.page_index;
}

void
muster_typeset_add_space (MusterTypeset *self, double points)
{
  MusterGalley *galley = muster_typeset_get_galley (self);

  if (galley != NULL)
    galley->y += points;
  else
    self->at.y += points;
}

/* Returns: whether there is a next page. */
gboolean
muster_typeset_next_page (MusterTypeset *self)
{
  if (muster_typeset_get_sheet (self, self->at.page_index + 1) == NULL)
    return FALSE;

  self->at.page_index++;
  self->at.frame = self->at.next_frame;
  self->at.y = self->at.frame.y;

  return TRUE;
}

/** muster_typeset_break_page: goes on at the top of the next page; inside a table row it does nothing, rows
 * hold together. */
void
muster_typeset_break_page (MusterTypeset *self)
{
  if (self->rows->len == 0)
    muster_typeset_next_page (self);
}

/**
 * muster_typeset_put_picture:
 * @picture: (transfer none): scaled to the size, which is cut to the width that text has here
 */
void
muster_typeset_put_picture (
    MusterTypeset *self, double width_pt, double height_pt, MusterAlign align, cairo_surface_t *picture)
{
  const MusterGalley *galley = muster_typeset_get_galley (self);
  double              room = galley != NULL ? galley->width : self->at.frame.width;
  double              scale = MIN (1, MIN (room / width_pt, self->at.frame.height / height_pt));
  MusterBox           box = { galley != NULL ? 0 : self->at.frame.x, 0, width_pt * scale, height_pt * scale };
  MusterSlug         *slug;

  g_return_if_fail (width_pt > 0 && height_pt > 0);

  if (align == MUSTER_ALIGN_CENTRE)
    box.x += (room - box.width) / 2;
  else if (align == MUSTER_ALIGN_END)
    box.x += room - box.width;
  slug = muster_slug_new (MUSTER_SLUG_PICTURE, box);
  slug->picture = cairo_surface_reference (picture);
  muster_typeset_put_line (self, slug);
}

/* The first obstacle that a strip from @y down @height would meet. */
static const MusterBox *
find_obstacle (const MusterSheet *sheet, double x, double width, double y, double height)
{
  for (guint i = 0; i < sheet->obstacles->len; i++)
    {
      const MusterBox *box = &g_array_index (sheet->obstacles, MusterBox, i);

      if (box->y < y + height && box->y + box->height > y && box->x < x + width && box->x + box->width > x)
        return box;
    }

  return NULL;
}

/**
 * muster_typeset_find_room:
 * @height_pt: height of the first line
 * @least_width_pt: the narrowest strip that will do; the whole frame always does
 * @x: (out): where the strip begins
 *
 * Moves down as far as obstacles ask for it.
 *
 * Returns: the width of the strip that is free at the current place.
 */
double
muster_typeset_find_room (MusterTypeset *self, double height_pt, double least_width_pt, double *x)
{
  MusterSheet *sheet = muster_typeset_get_sheet (self, self->at.page_index);
  double       width = self->at.frame.width;

  *x = self->at.frame.x;
  /* Each turn leaves one obstacle behind, so their number bounds the turns. */
  for (guint turn = 0; turn <= 2 * sheet->obstacles->len; turn++)
    {
      const MusterBox *box = find_obstacle (sheet, *x, width, self->at.y, height_pt);

      if (box == NULL)
        return width;

      double left = box->x - OBSTACLE_GAP_PT - *x;
      double right = *x + width - (box->x + box->width + OBSTACLE_GAP_PT);

      if (MAX (left, right) < least_width_pt)
        {
          self->at.y = box->y + box->height;
          *x = self->at.frame.x;
          width = self->at.frame.width;
        }
      else if (left >= right)
        width = left;
      else
        {
          *x = box->x + box->width + OBSTACLE_GAP_PT;
          width = right;
        }
    }

  return width;
}

void
muster_typeset_add_obstacle (MusterTypeset *self, guint page_index, MusterBox box)
{
  MusterSheet *sheet = muster_typeset_get_sheet (self, page_index);

  if (sheet != NULL)
    g_array_append_val (sheet->obstacles, box);
}

/* Takes the line or picture; its box.x counts from the left edge of the page, or of the cell. */
void
muster_typeset_put_line (MusterTypeset *self, MusterSlug *slug)
{
  MusterGalley *galley = muster_typeset_get_galley (self);

  if (galley != NULL)
    {
      slug->box.y = galley->y;
      galley->y += slug->box.height;
      g_ptr_array_add (galley->slugs, slug);
      return;
    }

  gboolean is_at_top = self->at.y <= self->at.frame.y;

  if (!is_at_top && self->at.y + slug->box.height > self->at.frame.y + self->at.frame.height + 0.01)
    {
      double shift = self->at.next_frame.x - self->at.frame.x;

      if (!muster_typeset_next_page (self))
        {
          muster_slug_free (slug);
          return;
        }
      slug->box.x += shift;
    }
  slug->box.y = self->at.y;
  self->at.y += slug->box.height;
  g_ptr_array_add (muster_typeset_get_sheet (self, self->at.page_index)->slugs, slug);
}

static MusterSlug *
add_decoration (MusterTypeset *self, guint page_index, MusterSlugKind kind, MusterBox box)
{
  MusterSheet *sheet = muster_typeset_get_sheet (self, page_index);
  MusterSlug  *slug;

  if (sheet == NULL || !muster_box_is_valid (box))
    return NULL;
  slug = muster_slug_new (kind, box);
  g_ptr_array_add (sheet->slugs, slug);

  return slug;
}

/** muster_typeset_fill_box: a filled rectangle under the text; later ones cover earlier ones. */
void
muster_typeset_fill_box (MusterTypeset *self, guint page_index, MusterBox box, guint32 colour)
{
  MusterSlug *slug = add_decoration (self, page_index, MUSTER_SLUG_FILL, box);

  if (slug != NULL)
    slug->colour = colour;
}

/** muster_typeset_rule: a horizontal line whose upper edge is @y. */
void
muster_typeset_rule (MusterTypeset *self,
                     guint          page_index,
                     double         x,
                     double         y,
                     double         width,
                     double         thickness_pt,
                     guint32        colour)
{
  muster_typeset_fill_box (self, page_index, (MusterBox){ x, y, width, thickness_pt }, colour);
}

/**
 * muster_typeset_add_picture:
 * @picture: (transfer none): scaled to fill @box
 */
void
muster_typeset_add_picture (MusterTypeset *self, guint page_index, MusterBox box, cairo_surface_t *picture)
{
  MusterSlug *slug = add_decoration (self, page_index, MUSTER_SLUG_PICTURE, box);

  if (slug != NULL)
    slug->picture = cairo_surface_reference (picture);
}

guint
muster_typeset_get_n_pages (const MusterTypeset *self)
{
  return self->sheets->len;
}
