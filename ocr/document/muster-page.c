/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page value: words and links in arrays, their strings in one chunk that dies with the page. */

#include "muster-page-private.h"

#include <string.h>

/**
 * muster_page_new:
 * @number: from 1
 * @width_pt: width as a person sees it, after any rotation
 *
 * Returns: (transfer full): a page without words.
 */
MusterPage *
muster_page_new (guint number, double width_pt, double height_pt)
{
  MusterPage *self = g_new0 (MusterPage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->number = number;
  self->width_pt = width_pt;
  self->height_pt = height_pt;
  self->n_columns = 1;
  self->strings = g_string_chunk_new (4096);
  self->words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  self->hidden = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  self->lines = g_array_new (FALSE, TRUE, sizeof (MusterLine));
  self->links = g_array_new (FALSE, TRUE, sizeof (MusterLink));
  self->pictures = g_array_new (FALSE, TRUE, sizeof (MusterBox));

  return self;
}

MusterPage *
muster_page_ref (MusterPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
muster_page_unref (MusterPage *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->words);
  g_array_unref (self->hidden);
  g_array_unref (self->lines);
  g_array_unref (self->links);
  g_array_unref (self->pictures);
  g_clear_pointer (&self->layout_image, g_bytes_unref);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
muster_page_get_number (const MusterPage *self)
{
  return self->number;
}

double
muster_page_get_width_pt (const MusterPage *self)
{
  return self->width_pt;
}

double
muster_page_get_height_pt (const MusterPage *self)
{
  return self->height_pt;
}

/**
 * muster_page_get_words:
 *
 * Returns: (transfer none): the visible words; in reading order once the page has lines.
 */
const MusterWord *
muster_page_get_words (const MusterPage *self, guint *n_words)
{
  *n_words = self->words->len;

  return (const MusterWord *) (gpointer) self->words->data;
}

/**
 * muster_page_get_hidden_words:
 *
 * Returns: (transfer none): words that are in the file but that nobody sees on the page.
 */
const MusterWord *
muster_page_get_hidden_words (const MusterPage *self, guint *n_words)
{
  *n_words = self->hidden->len;

  return (const MusterWord *) (gpointer) self->hidden->data;
}

const MusterLine *
muster_page_get_lines (const MusterPage *self, guint *n_lines)
{
  *n_lines = self->lines->len;

  return (const MusterLine *) (gpointer) self->lines->data;
}

const MusterLink *
muster_page_get_links (const MusterPage *self, guint *n_links)
{
  *n_links = self->links->len;

  return (const MusterLink *) (gpointer) self->links->data;
}

/**
 * muster_page_get_pictures:
 *
 * Returns: (transfer none): where pictures (photos, logos) stand; a page that is one scan has none.
 */
const MusterBox *
muster_page_get_pictures (const MusterPage *self, guint *n_pictures)
{
  *n_pictures = self->pictures->len;

  return (const MusterBox *) (gpointer) self->pictures->data;
}

guint
muster_page_get_n_columns (const MusterPage *self)
{
  return self->n_columns;
}

/**
 * muster_page_get_layout_image:
 *
 * Returns: (transfer none) (nullable): MUSTER_LAYOUT_HEIGHT rows of MUSTER_LAYOUT_WIDTH bytes, 255 = white; photo
 *   regions blanked.
 */
GBytes *
muster_page_get_layout_image (const MusterPage *self)
{
  return self->layout_image;
}

/**
 * muster_page_dup_line_text:
 *
 * Returns: (transfer full): the words of a line, joined by blanks where the page has them.
 */
char *
muster_page_dup_line_text (const MusterPage *self, guint line)
{
  g_return_val_if_fail (line < self->lines->len, NULL);

  const MusterLine *at = &g_array_index (self->lines, MusterLine, line);
  GString          *text = g_string_new (NULL);

  for (guint i = 0; i < at->n_words; i++)
    {
      const MusterWord *word = &g_array_index (self->words, MusterWord, at->first_word + i);

      if (i > 0 && !(word->flags & MUSTER_WORD_GLUED))
        g_string_append_c (text, ' ');
      g_string_append (text, word->text);
    }

  return g_string_free (text, FALSE);
}

/**
 * muster_page_add_word:
 * @word: copied with its text; goes to the hidden words when it says that it is hidden
 */
void
muster_page_add_word (MusterPage *self, const MusterWord *word)
{
  g_return_if_fail (word->text != NULL && *word->text != '\0');

  MusterWord copy = *word;

  copy.text = g_string_chunk_insert (self->strings, word->text);
  copy.line = -1;
  if (copy.hidden == MUSTER_VISIBLE)
    g_array_append_val (self->words, copy);
  else
    g_array_append_val (self->hidden, copy);
}

/**
 * muster_page_add_link:
 *
 * Returns: the index to be used in #MusterWord.link.
 */
int
muster_page_add_link (MusterPage *self, const char *uri, MusterBox box)
{
  MusterLink link = { g_string_chunk_insert_const (self->strings, uri), box };

  g_array_append_val (self->links, link);

  return (int) self->links->len - 1;
}

void
muster_page_add_picture (MusterPage *self, MusterBox box)
{
  g_array_append_val (self->pictures, box);
}

/**
 * muster_page_take_lines:
 * @words: (transfer full): array of MusterWord in reading order, each in exactly one line; texts may belong to this
 *   page or be new (they are copied)
 * @lines: (transfer full): array of MusterLine
 * @n_columns: columns of text that a person sees
 *
 * What layout has found. Replaces the visible words; each word gets the number of its line.
 */
void
muster_page_take_lines (MusterPage *self, GArray *words, GArray *lines, guint n_columns)
{
  for (guint i = 0; i < words->len; i++)
    {
      MusterWord *word = &g_array_index (words, MusterWord, i);

      word->text = g_string_chunk_insert_const (self->strings, word->text);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const MusterLine *line = &g_array_index (lines, MusterLine, i);

      g_assert (line->first_word + line->n_words <= words->len);
      for (guint j = 0; j < line->n_words; j++)
        g_array_index (words, MusterWord, line->first_word + j).line = (int) i;
    }

  g_array_unref (self->words);
  g_array_unref (self->lines);
  self->words = words;
  self->lines = lines;
  self->n_columns = MAX (n_columns, 1);
}

/**
 * muster_page_set_layout_image:
 * @image: (transfer none): see muster_page_get_layout_image()
 */
void
muster_page_set_layout_image (MusterPage *self, GBytes *image)
{
  g_return_if_fail (g_bytes_get_size (image) == MUSTER_LAYOUT_WIDTH * MUSTER_LAYOUT_HEIGHT);

  g_clear_pointer (&self->layout_image, g_bytes_unref);
  self->layout_image = g_bytes_ref (image);
}
