/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The making of a sheet: lines of pages become lines with style, place and text of their own. */

#include "muster-sheet.h"
#include "muster-date-range.h"
#include "muster-fold.h"

#include <math.h>
#include <string.h>

/* More lines than this are no resume: the rest is left unread. */
#define MAX_LINES 6000

/* Boxes are up to so many times as high as the type size; where they are higher, the file lies about the
 * size. */
#define MAX_HEIGHT_EM 1.6

#define INNER_SYMBOL 0x2022

static void
line_clear (gpointer data)
{
  MusterSheetLine *line = data;

  g_free (line->text);
  g_free (line->folded);
  g_clear_pointer (&line->dates, g_array_unref);
}

/**
 * muster_sheet_line:
 *
 * Returns: (transfer none): the line.
 */
const MusterSheetLine *
muster_sheet_line (const MusterSheet *self, guint index)
{
  return &g_array_index (self->lines, MusterSheetLine, index);
}

/**
 * muster_sheet_words:
 *
 * Returns: (transfer none): the first of the line's words.
 */
const MusterWord *
muster_sheet_words (const MusterSheet *self, const MusterSheetLine *line)
{
  guint             n;
  const MusterWord *words = muster_page_get_words (muster_document_get_page (self->document, line->page), &n);

  return words + line->first_word;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* A lone sign in front of a line. Recognisers read bullets as letters and signs that look like them. */
static gboolean
is_bullet_word (const MusterWord *word, const MusterWord *next)
{
  gunichar first = g_utf8_get_char (word->text);
  gunichar after = g_utf8_get_char (next->text);
  gboolean is_alone = g_utf8_strlen (word->text, -1) == 1 && !(next->flags & MUSTER_WORD_GLUED);

  if (word->flags & MUSTER_WORD_SYMBOL)
    return TRUE;
  if (!is_alone)
    return FALSE;
  if (is_dash (first) || g_utf8_strchr ("*+•·▪‣◦●○■□►▸➢➤✓✔§>»◆❖", -1, first) != NULL)
    return TRUE;
  if (first == 'o' && !g_unichar_isdigit (after))
    return TRUE;

  return word->source == MUSTER_WORD_OCR && g_utf8_strchr ("e¢©°«®=~", -1, first) != NULL
         && g_unichar_isupper (after);
}

/* How many words at the beginning of a line are its bullet. */
static guint
count_bullet_words (const MusterWord *words, guint n_words)
{
  guint n = 0;

  while (n + 1 < n_words && n < 3 && is_bullet_word (&words[n], &words[n + 1]))
    n++;

  return n;
}

/* The text of words with one code point for each of the document's, symbols as bullets. */
static char *
dup_words_text (const MusterWord *words, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0 && !(words[i].flags & MUSTER_WORD_GLUED))
        g_string_append_c (text, ' ');
      if (!(words[i].flags & MUSTER_WORD_SYMBOL))
        g_string_append (text, words[i].text);
      else
        {
          for (guint j = 0; j < words[i].text_length; j++)
            g_string_append_unichar (text, INNER_SYMBOL);
        }
    }

  return g_string_free (text, FALSE);
}

/* Capitals are a style where a line has at least two letters and no small one. */
static gboolean
is_in_capitals (const char *text)
{
  guint n_upper = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n_upper += g_unichar_isupper (c);
    }

  return n_upper >= 2;
}

static gboolean
all_have (const MusterWord *words, guint n_words, MusterWordFlags flag)
{
  guint n = 0;

  for (guint i = 0; i < n_words; i++)
    {
      if (words[i].flags & MUSTER_WORD_SYMBOL)
        continue;
      if (!(words[i].flags & flag))
        return FALSE;
      n++;
    }

  return n > 0;
}

static gboolean
is_symbol (const MusterWord *word)
{
  return (word->flags & MUSTER_WORD_SYMBOL) != 0;
}

/* The words of a page line without bullet and without signs at its end; FALSE when nothing is left. */
static gboolean
fill_line (MusterSheetLine *line, const MusterWord *words, const MusterLine *from)
{
  guint n_bullets = count_bullet_words (words + from->first_word, from->n_words);

  line->first_word = from->first_word + n_bullets;
  line->n_words = from->n_words - n_bullets;
  while (line->n_words > 0 && is_symbol (&words[line->first_word + line->n_words - 1]))
    line->n_words--;
  while (line->n_words > 0 && is_symbol (&words[line->first_word]))
    {
      line->first_word++;
      line->n_words--;
    }
  if (line->n_words == 0)
    return FALSE;

  const MusterWord *first = &words[line->first_word];
  const MusterWord *last = first + line->n_words - 1;

  line->start = first->text_start;
  line->end = last->text_start + last->text_length;
  line->text = dup_words_text (first, line->n_words);
  line->folded = muster_fold (line->text);
  line->dates = muster_date_ranges_find (line->text);
  line->box = first->box;
  for (guint i = 1; i < line->n_words; i++)
    line->box = muster_box_union (line->box, first[i].box);
  line->baseline_pt = from->baseline_pt;
  line->size_pt = MAX (from->size_pt, line->box.height / MAX_HEIGHT_EM);
  line->colour = from->colour;
  line->has_bullet = n_bullets > 0;
  line->is_recognised = first->source == MUSTER_WORD_OCR;
  line->is_bold = all_have (first, line->n_words, MUSTER_WORD_BOLD);
  line->is_italic = all_have (first, line->n_words, MUSTER_WORD_ITALIC);
  line->is_capital = is_in_capitals (line->text);

  return TRUE;
}

/* An icon beside a line that was recognised as one or two letters */
static gboolean
is_noise (const MusterWord *words, const MusterLine *lines, guint n_lines, guint i)
{
  const MusterWord *word = &words[lines[i].first_word];
  gboolean          has_neighbour
      = (i > 0 && lines[i - 1].row == lines[i].row) || (i + 1 < n_lines && lines[i + 1].row == lines[i].row);

  return has_neighbour && lines[i].n_words == 1 && word->source == MUSTER_WORD_OCR
         && g_utf8_strlen (word->text, -1) <= 2 && !g_unichar_isdigit (g_utf8_get_char (word->text))
         && !muster_unichar_is_cjk (g_utf8_get_char (word->text));
}

static void
add_page (MusterSheet *self, guint page, guint first_row, guint first_region)
{
  MusterPage       *from = muster_document_get_page (self->document, page);
  guint             n_lines, n_words;
  const MusterLine *lines = muster_page_get_lines (from, &n_lines);
  const MusterWord *words = muster_page_get_words (from, &n_words);

  for (guint i = 0; i < n_lines && self->lines->len < MAX_LINES; i++)
    {
      MusterSheetLine line
          = { .page = page, .row = first_row + lines[i].row, .region = first_region + lines[i].region };

      if (is_noise (words, lines, n_lines, i))
        continue;
      if (fill_line (&line, words, &lines[i]))
        g_array_append_val (self->lines, line);
    }
}

static void
add_pages (MusterSheet *self)
{
  guint first_row = 0, first_region = 0;

  for (guint i = 0; i < muster_document_get_n_pages (self->document); i++)
    {
      guint             n_lines, last_row = 0, last_region = 0;
      const MusterLine *lines
          = muster_page_get_lines (muster_document_get_page (self->document, i), &n_lines);

      add_page (self, i, first_row, first_region);
      for (guint j = 0; j < n_lines; j++)
        {
          last_row = MAX (last_row, lines[j].row);
          last_region = MAX (last_region, lines[j].region);
        }
      first_row += last_row + 1;
      first_region += last_region + 1;
    }
}

static void
set_leads (MusterSheet *self)
{
  double above_pt = 0, row_pt = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      MusterSheetLine *line = &g_array_index (self->lines, MusterSheetLine, i);
      gboolean         is_first = i == 0 || line[-1].region != line->region;

      if (is_first)
        above_pt = row_pt = line->baseline_pt;
      else if (line[-1].row != line->row)
        {
          above_pt = row_pt;
          row_pt = line->baseline_pt;
        }
      line->lead_pt = row_pt - above_pt;
    }
}

typedef struct
{
  int      size; /* half points */
  guint32  colour;
  gboolean is_bold;
  guint    n_letters;
} BodyStyle;

/* The style of most letters. */
static void
find_body (MusterSheet *self)
{
  g_autoptr (GArray) styles = g_array_new (FALSE, TRUE, sizeof (BodyStyle));
  guint most = 0;

  self->body_size_pt = 10;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (self, i);
      BodyStyle              own
          = { (int) lround (line->size_pt * 2), line->colour, line->is_bold, line->end - line->start };
      guint at = 0;

      while (at < styles->len)
        {
          const BodyStyle *style = &g_array_index (styles, BodyStyle, at);

          if (style->size == own.size && style->colour == own.colour && style->is_bold == own.is_bold)
            break;
          at++;
        }
      if (at < styles->len)
        g_array_index (styles, BodyStyle, at).n_letters += own.n_letters;
      else if (styles->len < 500)
        g_array_append_val (styles, own);
    }
  for (guint i = 0; i < styles->len; i++)
    {
      const BodyStyle *style = &g_array_index (styles, BodyStyle, i);

      if (style->n_letters <= most)
        continue;
      most = style->n_letters;
      self->body_size_pt = style->size / 2.0;
      self->body_colour = style->colour;
      self->is_body_bold = style->is_bold;
    }
}

/**
 * muster_sheet_new:
 * @document: must outlive the sheet
 *
 * Returns: (transfer full): its lines, ready to be read.
 */
MusterSheet *
muster_sheet_new (const MusterDocument *document)
{
  MusterSheet *self = g_new0 (MusterSheet, 1);
  glong        n = 0;

  self->document = document;
  self->characters = g_utf8_to_ucs4_fast (muster_document_get_text (document), -1, &n);
  self->n_characters = (guint) n;
  self->lines = g_array_new (FALSE, TRUE, sizeof (MusterSheetLine));
  g_array_set_clear_func (self->lines, line_clear);
  add_pages (self);
  set_leads (self);
  find_body (self);
  muster_sheet_mark_running (self);

  return self;
}

void
muster_sheet_free (MusterSheet *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->lines);
  g_free (self->characters);
  g_free (self);
}

/**
 * muster_lines_share_font:
 *
 * Returns: whether two lines look alike but for capitals: size within 4 % (18 % where it is estimated from a
 * picture), weight, slant, colour.
 */
gboolean
muster_lines_share_font (const MusterSheetLine *a, const MusterSheetLine *b)
{
  double tolerance = a->is_recognised || b->is_recognised ? 0.18 : 0.04;

  return fabs (a->size_pt - b->size_pt) <= tolerance * MAX (a->size_pt, b->size_pt)
         && a->is_bold == b->is_bold && a->is_italic == b->is_italic && a->colour == b->colour;
}

/**
 * muster_lines_share_style:
 *
 * Returns: whether two lines look alike, capitals included.
 */
gboolean
muster_lines_share_style (const MusterSheetLine *a, const MusterSheetLine *b)
{
  return muster_lines_share_font (a, b) && a->is_capital == b->is_capital;
}
