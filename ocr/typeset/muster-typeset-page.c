/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was set, read back as a page of words and drawn with Cairo. */

#include "muster-typeset-private.h"

#include <math.h>
#include <string.h>

/* Below this contrast nobody sees text (1 = none, 21 = black on white); pale grey design text has 1.6 and
 * more. */
#define LEAST_CONTRAST 1.25
#define LEAST_SIZE_PT 2.5
#define PAPER 0xFFFFFFu

/* Relative luminance, by the definition of WCAG 2. */
static double
luminance (guint32 colour)
{
  double parts[3] = { (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0 };

  for (guint i = 0; i < 3; i++)
    parts[i] = parts[i] <= .03928 ? parts[i] / 12.92 : pow ((parts[i] + .055) / 1.055, 2.4);

  return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
}

static double
contrast (guint32 a, guint32 b)
{
  double light = MAX (luminance (a), luminance (b));
  double dark = MIN (luminance (a), luminance (b));

  return (light + .05) / (dark + .05);
}

/* Whether a person can see the word on what lies under its middle. A picture may have any colour: there the
 * word counts as seen. */
static MusterHidden
judge_word (const MusterTypeset *self, const MusterSheet *sheet, const MusterSlugWord *word, MusterBox box)
{
  guint32 ground = PAPER;
  double  x = box.x + box.width / 2;
  double  y = box.y + box.height / 2;

  if (word->is_hidden)
    return MUSTER_HIDDEN_MARKED;
  if (word->size_pt < LEAST_SIZE_PT)
    return MUSTER_HIDDEN_TINY;
  if (!muster_box_contains ((MusterBox){ 0, 0, self->width_pt, self->height_pt }, x, y))
    return MUSTER_HIDDEN_OFF_PAGE;

  for (guint i = 0; i < sheet->slugs->len; i++)
    {
      const MusterSlug *slug = g_ptr_array_index (sheet->slugs, i);

      if (slug->kind == MUSTER_SLUG_PICTURE && muster_box_contains (slug->box, x, y))
        return MUSTER_VISIBLE;
      if (slug->kind == MUSTER_SLUG_FILL && muster_box_contains (slug->box, x, y))
        ground = slug->colour;
    }
  if (word->has_ground)
    ground = word->ground;

  return contrast (word->colour, ground) < LEAST_CONTRAST ? MUSTER_HIDDEN_NO_CONTRAST : MUSTER_VISIBLE;
}

/* Words that follow each other with the same target share one link. */
static int
find_link (MusterPage *page, const GArray *words, guint first, const MusterSlug *slug)
{
  const char *uri = g_array_index (words, MusterSlugWord, first).link;
  MusterBox   all = { 0, 0, 0, 0 };

  for (guint i = first; i < words->len && g_array_index (words, MusterSlugWord, i).link == uri; i++)
    all = muster_box_union (all, g_array_index (words, MusterSlugWord, i).box);
  all.x += slug->box.x;
  all.y += slug->box.y;

  return muster_page_add_link (page, uri, all);
}

static void
add_words (MusterPage *page, const MusterTypeset *self, const MusterSheet *sheet, const MusterSlug *slug)
{
  int         link = -1;
  const char *uri = NULL;

  for (guint i = 0; i < slug->words->len; i++)
    {
      const MusterSlugWord *from = &g_array_index (slug->words, MusterSlugWord, i);
      MusterWord            word = { .text = from->text,
                                     .box = from->box,
                                     .baseline_pt = slug->box.y + from->baseline_pt,
                                     .size_pt = from->size_pt,
                                     .colour = from->colour,
                                     .source = MUSTER_WORD_TYPESET,
                                     .flags = from->flags,
                                     .confidence = 1,
                                     .line = -1 };

      word.box.x += slug->box.x;
      word.box.y += slug->box.y;
      if (from->link == NULL)
        link = -1;
      else if (from->link != uri)
        link = find_link (page, slug->words, i, slug);
      uri = from->link;
      word.link = link;
      word.hidden = judge_word (self, sheet, from, word.box);
      muster_page_add_word (page, &word);
    }
}

/**
 * muster_typeset_dup_page:
 * @page_index: from 0
 *
 * Text without contrast against its ground and text too small to be seen goes to the hidden words.
 *
 * Returns: (transfer full): the words in the order in which they were set, links, pictures; no lines.
 */
MusterPage *
muster_typeset_dup_page (const MusterTypeset *self, guint page_index)
{
  g_return_val_if_fail (page_index < self->sheets->len, NULL);

  const MusterSheet *sheet = g_ptr_array_index (self->sheets, page_index);
  MusterPage        *page = muster_page_new (page_index + 1, self->width_pt, self->height_pt);

  for (guint i = 0; i < sheet->slugs->len; i++)
    {
      const MusterSlug *slug = g_ptr_array_index (sheet->slugs, i);

      if (slug->kind == MUSTER_SLUG_PICTURE)
        muster_page_add_picture (page, slug->box);
      else if (slug->kind == MUSTER_SLUG_LINE)
        add_words (page, self, sheet, slug);
    }

  return page;
}

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (
      cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0);
}

static void
draw_picture (cairo_t *cr, const MusterSlug *slug)
{
  double width = cairo_image_surface_get_width (slug->picture);
  double height = cairo_image_surface_get_height (slug->picture);

  if (width <= 0 || height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, slug->box.x, slug->box.y);
  cairo_scale (cr, slug->box.width / width, slug->box.height / height);
  cairo_set_source_surface (cr, slug->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_ground (cairo_t *cr, const MusterSlug *slug)
{
  if (slug->kind != MUSTER_SLUG_FILL)
    return;
  set_colour (cr, slug->colour);
  cairo_rectangle (cr, slug->box.x, slug->box.y, slug->box.width, slug->box.height);
  cairo_fill (cr);
}

static void
draw_decoration (cairo_t *cr, const MusterSlug *slug)
{
  switch (slug->kind)
    {
    case MUSTER_SLUG_BORDER:
      set_colour (cr, 0xA0A0A0);
      cairo_set_line_width (cr, .5);
      cairo_rectangle (cr, slug->box.x, slug->box.y, slug->box.width, slug->box.height);
      cairo_stroke (cr);
      break;
    case MUSTER_SLUG_PICTURE:
      draw_picture (cr, slug);
      break;
    case MUSTER_SLUG_FILL:
    case MUSTER_SLUG_LINE:
      break;
    }
}

/* A PDF that is drawn keeps its links; other surfaces ignore the tag. */
static void
draw_links (cairo_t *cr, const MusterSlug *slug)
{
  const char *uri = NULL;

  for (guint i = 0; i < slug->words->len; i++)
    {
      const MusterSlugWord *word = &g_array_index (slug->words, MusterSlugWord, i);
      g_autoptr (GString) attributes = NULL;
      char      numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
      MusterBox all = { 0, 0, 0, 0 };

      if (word->link == NULL || word->link == uri)
        {
          uri = word->link;
          continue;
        }
      uri = word->link;
      for (guint j = i; j < slug->words->len && g_array_index (slug->words, MusterSlugWord, j).link == uri;
           j++)
        all = muster_box_union (all, g_array_index (slug->words, MusterSlugWord, j).box);
      g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", slug->box.x + all.x);
      g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", slug->box.y + all.y);
      g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", all.width);
      g_ascii_formatd (numbers[3], sizeof numbers[3], "%.2f", all.height);
      attributes = g_string_new (uri);
      g_string_replace (attributes, "\\", "\\\\", 0);
      g_string_replace (attributes, "'", "\\'", 0);
      g_string_prepend (attributes, "uri='");
      g_string_append_printf (
          attributes, "' rect=[%s %s %s %s]", numbers[0], numbers[1], numbers[2], numbers[3]);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}

/**
 * muster_typeset_draw_page:
 * @cr: user space in points, origin top left; only what was set is painted, the paper is the caller's
 */
void
muster_typeset_draw_page (const MusterTypeset *self, guint page_index, cairo_t *cr)
{
  g_return_if_fail (page_index < self->sheets->len);

  const MusterSheet *sheet = g_ptr_array_index (self->sheets, page_index);

  for (guint i = 0; i < sheet->slugs->len; i++)
    draw_ground (cr, g_ptr_array_index (sheet->slugs, i));
  for (guint i = 0; i < sheet->slugs->len; i++)
    draw_decoration (cr, g_ptr_array_index (sheet->slugs, i));

  for (guint i = 0; i < sheet->slugs->len; i++)
    {
      const MusterSlug *slug = g_ptr_array_index (sheet->slugs, i);

      if (slug->kind != MUSTER_SLUG_LINE || slug->line == NULL)
        continue;
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, slug->box.x + slug->text_x_pt, slug->box.y + slug->baseline_pt);
      pango_cairo_show_layout_line (cr, slug->line);
      draw_links (cr, slug);
    }
}
