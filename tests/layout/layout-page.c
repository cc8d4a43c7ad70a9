/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets text on a page as a typewriter would. */

#include "layout-page.h"

static double
width_of (const char *text, double size)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? size : size / 2;

  return width;
}

void
layout_page_add (MusterPage *page, const Piece *piece, MusterWordSource source)
{
  g_auto (GStrv) words = g_strsplit (piece->text, " ", -1);
  double x = piece->x;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double     width = width_of (words[i], piece->size);
      MusterWord word = { .text = words[i],
                          .box = { x, piece->y - 0.8 * piece->size, width, piece->size },
                          .baseline_pt = piece->y,
                          .size_pt = piece->size,
                          .source = source,
                          .flags = piece->flags,
                          .confidence = 1,
                          .link = -1 };

      if (*words[i] != '\0')
        muster_page_add_word (page, &word);
      x += width + 0.28 * piece->size;
    }
}

MusterPage *
layout_page_new (guint number, const Piece *pieces)
{
  MusterPage *page = muster_page_new (number, PAGE_WIDTH, PAGE_HEIGHT);

  for (; pieces->text != NULL; pieces++)
    layout_page_add (page, pieces, MUSTER_WORD_TEXT_LAYER);

  return page;
}

static void
append_line (GString *text, const MusterPage *page, const MusterLine *line)
{
  guint             n_words;
  const MusterWord *words = muster_page_get_words (page, &n_words);

  for (guint i = 0; i < line->n_words; i++)
    {
      const MusterWord *word = &words[line->first_word + i];

      if (i > 0 && !(word->flags & MUSTER_WORD_GLUED))
        g_string_append_c (text, ' ');
      g_string_append_printf (text, word->flags & MUSTER_WORD_SYMBOL ? "<%s>" : "%s", word->text);
    }
}

char *
layout_page_dup (const MusterPage *page)
{
  GString          *text = g_string_new (NULL);
  guint             n_lines;
  const MusterLine *lines = muster_page_get_lines (page, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      if (i > 0 && lines[i].region != lines[i - 1].region)
        g_string_append (text, "\n==\n");
      else if (i > 0)
        g_string_append (text, lines[i].row == lines[i - 1].row ? " | " : "\n");
      append_line (text, page, &lines[i]);
    }

  return g_string_free (text, FALSE);
}
