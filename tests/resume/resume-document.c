/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each cell becomes a line of the page, each word of it half its size wide a letter. */

#include "resume-document.h"

static void
add_words (MusterPage *page, GArray *words, const ResumeCell *cell, double size_pt)
{
  g_auto (GStrv) texts = g_strsplit (cell->text, " ", -1);
  double x = cell->x;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      MusterWord word
          = { .text = texts[i], .baseline_pt = cell->y, .size_pt = size_pt, .confidence = 1, .link = -1 };

      word.box = (MusterBox){
        x, cell->y - 0.8 * size_pt, 0.5 * size_pt * (double) g_utf8_strlen (texts[i], -1), size_pt
      };
      if (cell->is_bold)
        word.flags |= MUSTER_WORD_BOLD;
      if (g_str_equal (texts[i], "•"))
        word.flags |= MUSTER_WORD_SYMBOL;
      if (i == 0 && cell->uri != NULL)
        word.link = muster_page_add_link (page, cell->uri, word.box);
      x += word.box.width + 0.25 * size_pt;

      /* The page keeps texts of words that it is given, also of those that lines replace. */
      muster_page_add_word (page, &word);
      guint n;
      word.text = muster_page_get_words (page, &n)[words->len].text;
      g_array_append_val (words, word);
    }
}

MusterDocument *
resume_document_new (const ResumeCell *cells)
{
  MusterPage *page = muster_page_new (1, 595, 842);
  GPtrArray  *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
  GArray     *words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  GArray     *lines = g_array_new (FALSE, TRUE, sizeof (MusterLine));
  guint       row = 0;

  for (guint i = 0; cells[i].text != NULL; i++)
    {
      double     size_pt = cells[i].size_pt > 0 ? cells[i].size_pt : 10;
      MusterLine line = {
        .first_word = words->len, .baseline_pt = cells[i].y, .size_pt = size_pt, .region = cells[i].region
      };

      if (i > 0 && (cells[i].y != cells[i - 1].y || cells[i].region != cells[i - 1].region))
        row++;
      add_words (page, words, &cells[i], size_pt);
      line.n_words = words->len - line.first_word;
      line.row = row;
      line.box = g_array_index (words, MusterWord, line.first_word).box;
      for (guint j = 1; j < line.n_words; j++)
        line.box = muster_box_union (line.box, g_array_index (words, MusterWord, line.first_word + j).box);
      line.flags = cells[i].is_bold ? MUSTER_WORD_BOLD : 0;
      g_array_append_val (lines, line);
    }
  muster_page_take_lines (page, words, lines, 1);
  g_ptr_array_add (pages, page);

  return muster_document_new (pages, 1, "application/pdf", "en", 0, NULL);
}
