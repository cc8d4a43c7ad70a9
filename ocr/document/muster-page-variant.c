/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages to GVariant and back. The way back distrusts what it gets: it may come from a reader that a hostile file has
 * taken over. Every number is checked against what it indexes and every box against the page; the first fault refuses
 * the page. Any thread. */

#include "muster-page-variant.h"

#include "muster-document.h"
#include "muster-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A page larger than this is no page: PDF itself ends at 14,400 points; posters set by other means get ten times
 * that. */
#define MAX_PAGE_PT 144000.0
#define MAX_WORD_BYTES 4096

static GVariant *
box_to_variant (MusterBox box)
{
  return g_variant_new ("(dddd)", box.x, box.y, box.width, box.height);
}

static void
add_words (GVariantBuilder *builder, const GArray *words)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a" MUSTER_WORD_VARIANT_TYPE));
  for (guint i = 0; i < words->len; i++)
    {
      const MusterWord *word = &g_array_index (words, MusterWord, i);

      g_variant_builder_add (builder, "(s@(dddd)dduyqydi)", word->text, box_to_variant (word->box), word->baseline_pt,
                             word->size_pt, word->colour, (guchar) word->source, (guint16) word->flags,
                             (guchar) word->hidden, (double) word->confidence, word->link);
    }
  g_variant_builder_close (builder);
}

/**
 * muster_page_to_variant:
 *
 * Returns: (transfer floating): of type MUSTER_PAGE_VARIANT_TYPE.
 */
GVariant *
muster_page_to_variant (const MusterPage *self)
{
  GVariantBuilder builder;
  gsize           size = 0;
  const void     *image = self->layout_image != NULL ? g_bytes_get_data (self->layout_image, &size) : NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (MUSTER_PAGE_VARIANT_TYPE));
  g_variant_builder_add (&builder, "u", self->number);
  g_variant_builder_add (&builder, "d", self->width_pt);
  g_variant_builder_add (&builder, "d", self->height_pt);
  g_variant_builder_add (&builder, "u", self->n_columns);
  g_variant_builder_add_value (&builder, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, image, size, 1));
  add_words (&builder, self->words);
  add_words (&builder, self->hidden);

  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a" MUSTER_LINE_VARIANT_TYPE));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const MusterLine *line = &g_array_index (self->lines, MusterLine, i);

      g_variant_builder_add (&builder, "(uu@(dddd)dduuuuu)", line->first_word, line->n_words,
                             box_to_variant (line->box), line->baseline_pt, line->size_pt, (guint) line->flags,
                             line->colour, line->row, line->region, line->block);
    }
  g_variant_builder_close (&builder);

  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(s(dddd))"));
  for (guint i = 0; i < self->links->len; i++)
    {
      const MusterLink *link = &g_array_index (self->links, MusterLink, i);

      g_variant_builder_add (&builder, "(s@(dddd))", link->uri, box_to_variant (link->box));
    }
  g_variant_builder_close (&builder);

  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(dddd)"));
  for (guint i = 0; i < self->pictures->len; i++)
    g_variant_builder_add_value (&builder, box_to_variant (g_array_index (self->pictures, MusterBox, i)));
  g_variant_builder_close (&builder);

  return g_variant_builder_end (&builder);
}

static gboolean
refuse (GError **error, guint page, const char *what)
{
  g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED,
               _ ("The reader gave an answer about page %u that cannot be true (%s)."), page, what);
  return FALSE;
}

/* Boxes may hang over the edge (bleed, a descender at the foot), but not lie beyond it: layout and evidence would point
 * nowhere. */
static gboolean
box_is_on_page (const MusterPage *self, MusterBox box)
{
  double slack = MAX (self->width_pt, self->height_pt);

  return muster_box_is_valid (box) && box.x >= -slack && box.y >= -slack && box.x + box.width <= self->width_pt + slack
         && box.y + box.height <= self->height_pt + slack;
}

static gboolean
word_text_is_clean (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_WORD_BYTES)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)) || g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static gboolean
take_words (MusterPage *self, GVariant *words, gboolean hidden, GError **error)
{
  GVariantIter iter;
  const char  *text;
  MusterWord   word = { 0 };
  guchar       source, reason;
  guint16      flags;
  double       confidence;

  g_variant_iter_init (&iter, words);
  while (g_variant_iter_next (&iter, "(&s(dddd)dduyqydi)", &text, &word.box.x, &word.box.y, &word.box.width,
                              &word.box.height, &word.baseline_pt, &word.size_pt, &word.colour, &source, &flags,
                               &reason,
                              &confidence, &word.link))
    {
      if (!word_text_is_clean (text))
        return refuse (error, self->number, _ ("a word"));
      if (!muster_box_is_valid (word.box) || (!hidden && !box_is_on_page (self, word.box)))
        return refuse (error, self->number, _ ("the place of a word"));
      if (!isfinite (word.baseline_pt) || !isfinite (word.size_pt) || word.size_pt < 0)
        return refuse (error, self->number, _ ("the size of a word"));
      if (source > MUSTER_WORD_TYPESET || reason > MUSTER_HIDDEN_MARKED || hidden != (reason != MUSTER_VISIBLE))
        return refuse (error, self->number, _ ("the kind of a word"));
      if (!(confidence >= 0 && confidence <= 1))
        return refuse (error, self->number, _ ("the confidence of a word"));
      if (word.link < -1 || word.link >= (int) self->links->len)
        return refuse (error, self->number, _ ("the link of a word"));

      word.text = text;
      word.source = source;
      word.flags = flags;
      word.hidden = reason;
      word.confidence = (float) confidence;
      muster_page_add_word (self, &word);
    }

  return TRUE;
}

static gboolean
take_lines (MusterPage *self, GVariant *lines, GError **error)
{
  GVariantIter iter;
  MusterLine   line = { 0 };
  guint        flags;
  guint        next = 0;

  g_variant_iter_init (&iter, lines);
  while (g_variant_iter_next (&iter, "(uu(dddd)dduuuuu)", &line.first_word, &line.n_words, &line.box.x, &line.box.y,
                              &line.box.width, &line.box.height, &line.baseline_pt, &line.size_pt, &flags, &line.colour,
                              &line.row, &line.region, &line.block))
    {
      if (line.first_word != next || line.n_words == 0 || line.n_words > self->words->len - next)
        return refuse (error, self->number, _ ("the words of a line"));
      if (!box_is_on_page (self, line.box) || !isfinite (line.baseline_pt) || !isfinite (line.size_pt))
        return refuse (error, self->number, _ ("the place of a line"));

      line.flags = flags;
      for (guint i = 0; i < line.n_words; i++)
        g_array_index (self->words, MusterWord, next + i).line = (int) self->lines->len;
      next += line.n_words;
      g_array_append_val (self->lines, line);
    }
  if (next != self->words->len)
    return refuse (error, self->number, _ ("words without a line"));

  return TRUE;
}

static gboolean
take_links_and_pictures (MusterPage *self, GVariant *links, GVariant *pictures, GError **error)
{
  GVariantIter iter;
  const char  *uri;
  MusterBox    box;

  g_variant_iter_init (&iter, links);
  while (g_variant_iter_next (&iter, "(&s(dddd))", &uri, &box.x, &box.y, &box.width, &box.height))
    {
      if (!muster_box_is_valid (box))
        return refuse (error, self->number, _ ("the place of a link"));
      muster_page_add_link (self, uri, box);
    }

  g_variant_iter_init (&iter, pictures);
  while (g_variant_iter_next (&iter, "(dddd)", &box.x, &box.y, &box.width, &box.height))
    {
      if (!muster_box_is_valid (box))
        return refuse (error, self->number, _ ("the place of a picture"));
      muster_page_add_picture (self, box);
    }

  return TRUE;
}

/**
 * muster_page_new_from_variant:
 * @variant: (transfer none): of any origin; must be in normal form
 * @error: MUSTER_READ_ERROR_CRASHED with what is wrong
 *
 * Returns: (transfer full): the page, or %NULL where anything in it cannot be true.
 */
MusterPage *
muster_page_new_from_variant (GVariant *variant, GError **error)
{
  guint                 number, n_columns;
  double                width_pt, height_pt;
  g_autoptr (GVariant)  image = NULL, words = NULL, hidden = NULL, lines = NULL, links = NULL, pictures = NULL;
  gsize                 image_size;
  const void           *pixels;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (MUSTER_PAGE_VARIANT_TYPE)) || !g_variant_is_normal_form (variant))
    {
      refuse (error, 0, _ ("its form"));
      return NULL;
    }

  g_variant_get (variant,
                 "(uddu@ay@a" MUSTER_WORD_VARIANT_TYPE "@a" MUSTER_WORD_VARIANT_TYPE "@a" MUSTER_LINE_VARIANT_TYPE
                 "@a(s(dddd))@a(dddd))",
                 &number, &width_pt, &height_pt, &n_columns, &image, &words, &hidden, &lines, &links, &pictures);
  if (number == 0 || !(width_pt > 0 && width_pt <= MAX_PAGE_PT) || !(height_pt > 0 && height_pt <= MAX_PAGE_PT)
      || n_columns == 0 || n_columns > 64)
    {
      refuse (error, number, _ ("its size"));
      return NULL;
    }

  g_autoptr (MusterPage) self = muster_page_new (number, width_pt, height_pt);

  self->n_columns = n_columns;
  pixels = g_variant_get_fixed_array (image, &image_size, 1);
  if (image_size == MUSTER_LAYOUT_WIDTH * MUSTER_LAYOUT_HEIGHT)
    self->layout_image = g_bytes_new (pixels, image_size);
  else if (image_size != 0)
    {
      refuse (error, number, _ ("its layout image"));
      return NULL;
    }

  if (!take_links_and_pictures (self, links, pictures, error) || !take_words (self, words, FALSE, error)
      || !take_words (self, hidden, TRUE, error) || !take_lines (self, lines, error))
    return NULL;

  return g_steal_pointer (&self);
}
