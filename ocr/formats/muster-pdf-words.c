/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the characters of a PDF's text layer to words with boxes and style. Words end at white space and at
 * symbols: an icon is never part of the number beside it. One thread; Poppler's page text is kept by the
 * page, so asking twice costs once. */

#include "muster-pdf-private.h"

#include "muster-glyph.h"
#include "muster-glyph-text.h"

#include <math.h>
#include <string.h>

/* How far below the baseline a character's box reaches, of its size: Latin fonts agree on this much better
 * than on the ascent. */
#define DESCENT_RATIO .22

void
muster_pdf_text_init (MusterPdfText *self, PopplerPage *page, gsize max_glyphs)
{
  g_autofree char             *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *areas = NULL;
  guint                        n_areas = 0;
  const GList                 *style;

  self->glyphs = g_array_new (FALSE, FALSE, sizeof (MusterPdfGlyph));
  self->styles = poppler_page_get_text_attributes (page);
  style = self->styles;
  if (text == NULL || !poppler_page_get_text_layout (page, &areas, &n_areas))
    return;

  const char *p = text;

  for (guint i = 0; i < n_areas && i < max_glyphs && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      MusterPdfGlyph glyph = { g_utf8_get_char (p), areas[i], NULL };

      while (style != NULL && ((const PopplerTextAttributes *) style->data)->end_index < (int) i)
        style = style->next;
      if (style != NULL && ((const PopplerTextAttributes *) style->data)->start_index <= (int) i)
        glyph.style = style->data;
      g_array_append_val (self->glyphs, glyph);
    }
}

void
muster_pdf_text_clear (MusterPdfText *self)
{
  g_clear_pointer (&self->glyphs, g_array_unref);
  poppler_page_free_text_attributes (self->styles);
  self->styles = NULL;
}

/* Pages that were scanned or composed sideways show their text that way; a person turns them. The way that
 * most neighbouring characters follow each other tells. */
guint
muster_pdf_text_find_turns (const MusterPdfText *self)
{
  guint n_steps[4] = { 0 }; /* right, up, left, down: clockwise turns that make them upright */
  guint best = 0;

  for (guint i = 1; i < self->glyphs->len; i++)
    {
      const MusterPdfGlyph *last = &g_array_index (self->glyphs, MusterPdfGlyph, i - 1);
      const MusterPdfGlyph *glyph = &g_array_index (self->glyphs, MusterPdfGlyph, i);
      double                dx = (glyph->area.x1 + glyph->area.x2 - last->area.x1 - last->area.x2) / 2;
      double                dy = (glyph->area.y1 + glyph->area.y2 - last->area.y1 - last->area.y2) / 2;

      if (!g_unichar_isalnum (last->character) || !g_unichar_isalnum (glyph->character))
        continue;
      if (fabs (dx) > 4 * fabs (dy))
        n_steps[dx > 0 ? 0 : 2]++;
      else if (fabs (dy) > 4 * fabs (dx))
        n_steps[dy > 0 ? 3 : 1]++;
    }
  for (guint i = 1; i < 4; i++)
    if (n_steps[i] > 8 && n_steps[i] > 2 * n_steps[best])
      best = i;

  return best;
}

/* Adds the word from @start to before @end to the counts of its font, if it has both narrow and wide letters.
 */
static void
count_evenness (const MusterPdfText *self, guint start, guint end, GHashTable *fonts)
{
  double   narrow_pt = 0, wide_pt = 0, least_pt = G_MAXDOUBLE, most_pt = 0;
  guint    counts;
  gboolean is_even;

  for (guint i = start; i < end; i++)
    {
      const MusterPdfGlyph *glyph = &g_array_index (self->glyphs, MusterPdfGlyph, i);
      double                width_pt = MAX (fabs (glyph->area.x2 - glyph->area.x1), 0);

      if (glyph->style == NULL || glyph->style->font_name == NULL || glyph->character > 126)
        return;
      least_pt = MIN (least_pt, width_pt);
      most_pt = MAX (most_pt, width_pt);
      if (strchr ("ijltfI.,:;'|!", (int) glyph->character) != NULL)
        narrow_pt = width_pt;
      else
        wide_pt = width_pt;
    }
  if (end < start + 4 || narrow_pt <= 0 || wide_pt <= 0)
    return;

  const char *font = g_array_index (self->glyphs, MusterPdfGlyph, start).style->font_name;

  is_even = most_pt - least_pt < .01 * most_pt;
  counts = GPOINTER_TO_UINT (g_hash_table_lookup (fonts, font));
  if ((counts >> 16) < 0x7fff && (counts & 0xffff) < 0x7fff)
    counts += is_even ? 1 << 16 : 1;
  g_hash_table_insert (fonts, (gpointer) font, GUINT_TO_POINTER (counts));
}

/* Alternative text (ActualText) comes as letters that share the width of what is drawn evenly. In a font
 * whose letters differ in width, a word whose narrow and wide letters are alike is such a substitute: it need
 * not be what a person sees. */
gboolean
muster_pdf_text_has_substitutes (const MusterPdfText *self)
{
  g_autoptr (GHashTable) fonts
      = g_hash_table_new (g_str_hash, g_str_equal); /* font -> even words << 16 | uneven words */
  GHashTableIter iter;
  gpointer       counts;
  guint          start = 0;

  for (guint i = 0; i <= self->glyphs->len; i++)
    {
      const MusterPdfGlyph *glyph
          = i < self->glyphs->len ? &g_array_index (self->glyphs, MusterPdfGlyph, i) : NULL;

      if (glyph != NULL && !g_unichar_isspace (glyph->character))
        continue;
      count_evenness (self, start, i, fonts);
      start = i + 1;
    }

  g_hash_table_iter_init (&iter, fonts);
  while (g_hash_table_iter_next (&iter, NULL, &counts))
    {
      guint n_even = GPOINTER_TO_UINT (counts) >> 16, n_uneven = GPOINTER_TO_UINT (counts) & 0xffff;

      if (n_even > 0 && n_uneven >= n_even)
        return TRUE;
    }

  return FALSE;
}

static gboolean
name_has (const char *name, const char *const *parts)
{
  for (; *parts != NULL; parts++)
    if (strstr (name, *parts) != NULL)
      return TRUE;

  return FALSE;
}

/* PDF has no bold flag that can be trusted: the name of the font says it. */
static MusterWordFlags
style_flags (const PopplerTextAttributes *style)
{
  static const char *const bold[]
      = { "bold", "black", "heavy", "demi", "medium", "extrabd", "-bd", "cmbx", "sfbx", "cmssbx", NULL };
  static const char *const italic[]
      = { "italic", "oblique", "slanted", "kursiv", "cmti", "cmsl", "sfti", "-it", NULL };
  g_autofree char *name = NULL;
  MusterWordFlags  flags = 0;

  if (style == NULL || style->font_name == NULL)
    return 0;
  name = g_ascii_strdown (style->font_name, -1);
  if (name_has (name, bold))
    flags |= MUSTER_WORD_BOLD;
  if (name_has (name, italic))
    flags |= MUSTER_WORD_ITALIC;

  return flags;
}

/* A word while its characters are gathered. */
typedef struct
{
  const MusterPdfFrame        *frame;
  MusterPage                  *to;
  GString                     *text;
  MusterBox                    box;
  const PopplerTextAttributes *style;
  gboolean                     is_symbol;
} Gathering;

static int
find_link (const MusterPage *page, MusterBox box)
{
  guint             n_links;
  const MusterLink *links = muster_page_get_links (page, &n_links);

  for (guint i = 0; i < n_links; i++)
    if (muster_box_contains (links[i].box, box.x + box.width / 2, box.y + box.height / 2))
      return (int) i;

  return -1;
}

static void
end_word (Gathering *self)
{
  g_autofree char *text = muster_glyph_compose (self->text->str);

  if (text != NULL && muster_box_is_valid (self->box) && self->box.height > 0)
    {
      const PopplerTextAttributes *style = self->style;
      double                       size_pt = style != NULL ? style->font_size : self->box.height / 1.1;
      double                       bottom = self->box.y + self->box.height;
      MusterWord                   word = {
                          .text = text,
                          .box = self->box,
                          .size_pt = size_pt,
                          .baseline_pt = MAX (bottom - DESCENT_RATIO * size_pt, self->box.y + self->box.height / 2),
                          .source = MUSTER_WORD_TEXT_LAYER,
                          .flags = style_flags (style),
                          .confidence = 1,
                          .link = find_link (self->to, self->box),
      };

      if (style != NULL)
        word.colour = (guint32) (style->color.red >> 8) << 16 | (guint32) (style->color.green >> 8) << 8
                      | style->color.blue >> 8;
      if (self->is_symbol)
        word.flags |= MUSTER_WORD_SYMBOL;
      muster_page_add_word (self->to, &word);
    }

  g_string_truncate (self->text, 0);
  self->box = (MusterBox){ 0 };
}

/* Longer than any word that a person writes: a run of glyphs without blanks. */
#define MAX_WORD_LENGTH 1024

static gboolean
style_is_new (const PopplerTextAttributes *a, const PopplerTextAttributes *b)
{
  return a != NULL && b != NULL && fabs (a->font_size - b->font_size) > .3 * MAX (a->font_size, b->font_size);
}

/* Poppler gives no blank between words of two columns whose lines it has joined. */
static gboolean
is_apart (const Gathering *self, MusterBox box)
{
  double size_pt = self->style != NULL ? self->style->font_size : box.height;
  double gap_pt = box.x - (self->box.x + self->box.width);
  double step_pt = fabs (box.y + box.height / 2 - self->box.y - self->box.height / 2);

  return gap_pt > .7 * size_pt || gap_pt < -1.5 * size_pt - self->box.width
         || step_pt > .6 * MAX (box.height, self->box.height);
}

static void
take_glyph (Gathering *self, const MusterPdfGlyph *glyph)
{
  MusterBox box
      = muster_pdf_frame_map (self->frame, glyph->area.x1, glyph->area.y1, glyph->area.x2, glyph->area.y2);
  gboolean is_icon = glyph->style != NULL && muster_glyph_font_is_icons (glyph->style->font_name);
  gboolean is_symbol = is_icon || muster_glyph_is_symbol (glyph->character);

  if (self->text->len > 0
      && (is_symbol != self->is_symbol || style_is_new (self->style, glyph->style)
          || self->text->len > MAX_WORD_LENGTH || is_apart (self, box)))
    end_word (self);
  if (self->text->len == 0)
    {
      self->style = glyph->style;
      self->is_symbol = is_symbol;
    }
  muster_glyph_append (self->text, glyph->character, box.width > 0);
  if (self->text->len > 0)
    self->box = muster_box_union (self->box, box);
}

void
muster_pdf_text_add_words (const MusterPdfText *self, const MusterPdfFrame *frame, MusterPage *to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Gathering gathering = { .frame = frame, .to = to, .text = text };

  for (guint i = 0; i < self->glyphs->len; i++)
    {
      const MusterPdfGlyph *glyph = &g_array_index (self->glyphs, MusterPdfGlyph, i);

      if (g_unichar_isspace (glyph->character))
        end_word (&gathering);
      else
        take_glyph (&gathering, glyph);
    }
  end_word (&gathering);
}
