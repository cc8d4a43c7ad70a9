/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last look at a page before it leaves the reader. Formats should not give such words in the first place; but
 * what a hostile file makes a library say is not for each of them to foresee. */

#include "muster-page-cleaner.h"

#include "muster-document.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Ten times the 14,400 points at which PDF ends; what the program accepts at most. */
#define MAX_PAGE_PT 144000.0
#define MAX_WORD_BYTES 4096
#define MAX_URI_BYTES 2048
#define MAX_LINKS 4096
#define MAX_PICTURES 4096

/* A word costs about a hundred bytes in the program; this keeps a document of one-letter words below 50 MB there. */
#define MAX_WORDS 400000

/** muster_page_budget_init: @text_bytes: UTF-8 of all words, hidden ones too. */
void
muster_page_budget_init (MusterPageBudget *budget, guint64 text_bytes)
{
  *budget = (MusterPageBudget){ .text_bytes = text_bytes, .n_words = MAX_WORDS };
}

/* Characters that change how others are shown, or nothing at all: never part of what a person reads. Joiners stay:
 * Persian and the languages of India need them. */
static gboolean
is_unwanted (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
         || c == 0x200f || c == 0x061c || c == 0x200b || c == 0x2060 || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb)
         || (c >= 0xe0000 && c <= 0xe007f) || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
spend (MusterPageBudget *budget, gsize bytes)
{
  if (budget->n_words == 0 || budget->text_bytes < bytes)
    {
      budget->is_exhausted = TRUE;
      return FALSE;
    }

  budget->n_words--;
  budget->text_bytes -= bytes;

  return TRUE;
}

static void
add_piece (MusterPage *to, const MusterWord *word, const GString *text, gboolean is_first, MusterPageBudget *budget)
{
  MusterWord piece = *word;

  if (text->len == 0 || !spend (budget, text->len))
    return;

  piece.text = text->str;
  if (!is_first)
    piece.flags &= (MusterWordFlags) ~MUSTER_WORD_GLUED;
  muster_page_add_word (to, &piece);
}

/* Adds the word; one that has white space inside becomes several, each with its share of the box. */
static void
add_text (MusterPage *to, const MusterWord *word, MusterPageBudget *budget)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *valid = g_utf8_make_valid (word->text, -1);
  double              step = word->box.width / (double) MAX (g_utf8_strlen (valid, -1), 1);
  MusterWord          piece = *word;
  guint               at = 0, begin = 0;
  gboolean            is_first = TRUE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = g_utf8_get_char (p);

      if (text->len == 0)
        begin = at;
      if (!g_unichar_isspace (c) && !is_unwanted (c) && text->len < MAX_WORD_BYTES - 6)
        g_string_append_unichar (text, c);
      else if (g_unichar_isspace (c) && text->len > 0)
        {
          piece.box.x = word->box.x + begin * step;
          piece.box.width = (at - begin) * step;
          add_piece (to, &piece, text, is_first, budget);
          is_first = FALSE;
          g_string_truncate (text, 0);
        }
    }

  piece.box.x = word->box.x + begin * step;
  piece.box.width = (at - begin) * step;
  add_piece (to, &piece, text, is_first, budget);
}

static gboolean
is_near_page (const MusterPage *page, MusterBox box)
{
  double width = muster_page_get_width_pt (page), height = muster_page_get_height_pt (page);
  double slack = MAX (width, height);

  return box.x >= -slack && box.y >= -slack && box.x + box.width <= width + slack
         && box.y + box.height <= height + slack;
}

static void
add_word (MusterPage *to, const MusterWord *word, MusterPageBudget *budget)
{
  MusterWord copy = *word;

  if (!muster_box_is_valid (copy.box))
    copy.box = (MusterBox){ 0, 0, 0, 0 };
  if (!isfinite (copy.baseline_pt))
    copy.baseline_pt = copy.box.y + copy.box.height;
  if (!isfinite (copy.size_pt) || copy.size_pt < 0)
    copy.size_pt = copy.box.height;
  if (copy.hidden == MUSTER_VISIBLE && !is_near_page (to, copy.box))
    copy.hidden = MUSTER_HIDDEN_OFF_PAGE;
  copy.confidence = copy.confidence >= 0 ? MIN (copy.confidence, 1) : 0;
  if (copy.link >= MAX_LINKS)
    copy.link = -1;

  add_text (to, &copy, budget);
}

static char *
clean_uri (const char *uri)
{
  g_autofree char *valid = g_utf8_make_valid (uri, -1);
  GString         *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0' && clean->len < MAX_URI_BYTES - 6; p = g_utf8_next_char (p))
    if (!is_unwanted (g_utf8_get_char (p)))
      g_string_append_unichar (clean, g_utf8_get_char (p));

  return g_string_free (clean, FALSE);
}

static void
copy_links_and_pictures (MusterPage *to, const MusterPage *page)
{
  guint             n_links, n_pictures;
  const MusterLink *links = muster_page_get_links (page, &n_links);
  const MusterBox  *pictures = muster_page_get_pictures (page, &n_pictures);

  for (guint i = 0; i < MIN (n_links, MAX_LINKS); i++)
    {
      g_autofree char *uri = clean_uri (links[i].uri);

      muster_page_add_link (to, uri, muster_box_is_valid (links[i].box) ? links[i].box : (MusterBox){ 0, 0, 0, 0 });
    }
  for (guint i = 0; i < MIN (n_pictures, MAX_PICTURES); i++)
    if (muster_box_is_valid (pictures[i]))
      muster_page_add_picture (to, pictures[i]);
}

/**
 * muster_page_clean:
 * @page: as a format, the judge of visibility or the recogniser gave it
 *
 * Visible words are copied first: they are not to be crowded out by hidden ones.
 */
MusterPage *
muster_page_clean (const MusterPage *page, MusterPageBudget *budget, GError **error)
{
  double            width = muster_page_get_width_pt (page), height = muster_page_get_height_pt (page);
  guint             n_words, n_hidden;
  const MusterWord *words = muster_page_get_words (page, &n_words);
  const MusterWord *hidden = muster_page_get_hidden_words (page, &n_hidden);
  GBytes           *image = muster_page_get_layout_image (page);
  MusterPage       *clean;

  if (!(width > 0 && width <= MAX_PAGE_PT) || !(height > 0 && height <= MAX_PAGE_PT))
    {
      g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT, _ ("Page %u is larger than any sheet of paper."),
                   muster_page_get_number (page));
      return NULL;
    }

  clean = muster_page_new (muster_page_get_number (page), width, height);
  copy_links_and_pictures (clean, page);
  for (guint i = 0; i < n_words; i++)
    add_word (clean, &words[i], budget);
  for (guint i = 0; i < n_hidden; i++)
    add_word (clean, &hidden[i], budget);
  if (image != NULL)
    muster_page_set_layout_image (clean, image);

  return clean;
}
