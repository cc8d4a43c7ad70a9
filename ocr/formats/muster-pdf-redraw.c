/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF page drawn anew through Cairo into a PDF of its own. What Poppler reads from that one is what is
 * really drawn: no text in invisible mode, no alternative text in place of the glyphs (and at the wrong
 * place, where Poppler meets it inside a transformation), but form fields and annotations as text. It costs a
 * few drawings, so only pages that show signs of these are drawn anew. One thread. */

#include "muster-pdf-private.h"

#include <cairo-pdf.h>
#include <string.h>

/* A page that grows beyond this is not worth it. */
#define MAX_BYTES (64 * 1024 * 1024)

static cairo_status_t
append (void *closure, const guchar *data, guint length)
{
  GByteArray *bytes = closure;

  if (bytes->len + (gsize) length > MAX_BYTES)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

PopplerDocument *
muster_pdf_redraw (PopplerPage *page, const MusterPdfFrame *frame)
{
  GByteArray      *array = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append, array, frame->width_pt, frame->height_pt);
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;
  g_autoptr (GBytes) bytes = NULL;

  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (array);

  return status == CAIRO_STATUS_SUCCESS ? poppler_document_new_from_bytes (bytes, NULL, NULL) : NULL;
}

static guint
count_letters (const char *text)
{
  guint n_letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalnum (g_utf8_get_char (p)) != 0;

  return n_letters;
}

/* How much of a box these words cover, 0..1. */
static double
covered_share (MusterBox box, const MusterWord *words, guint n_words)
{
  double covered = 0;

  for (guint i = 0; i < n_words; i++)
    covered += muster_box_overlap_area (box, words[i].box);

  return covered / MAX (muster_box_area (box), 1e-6);
}

/* Words may be cut otherwise in the drawing, so letters are compared: those of the word are found among those
 * drawn at its place. */
static gboolean
is_drawn_here (const MusterWord *word, const MusterWord *drawn, guint n_drawn)
{
  g_autoptr (GString) there = g_string_new (NULL);
  guint n_found = 0, n_letters = 0;

  if (covered_share (word->box, drawn, n_drawn) < .4)
    return FALSE;
  for (guint i = 0; i < n_drawn; i++)
    if (muster_box_overlap_area (word->box, drawn[i].box)
        > .1 * MIN (muster_box_area (word->box), muster_box_area (drawn[i].box)))
      g_string_append (there, drawn[i].text);
  for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_letters++;
      n_found += g_utf8_strchr (there->str, -1, g_utf8_get_char (p)) != NULL;
    }

  return n_found >= .7 * n_letters;
}

/* A text that is drawn elsewhere was only given the wrong place; the address behind it ("tel:", "mailto:")
 * may stand before it. */
static gboolean
is_drawn_elsewhere (const MusterWord *word, const MusterWord *drawn)
{
  const char *scheme_end = strchr (word->text, ':');
  const char *text = scheme_end != NULL && scheme_end[1] != '\0' ? scheme_end + 1 : word->text;

  return strcmp (text, drawn->text) == 0
         || (count_letters (text) >= 4 && count_letters (drawn->text) >= 4
             && (strstr (text, drawn->text) != NULL || strstr (drawn->text, text) != NULL));
}

static gboolean
is_drawn_anywhere (const MusterWord *word, const MusterWord *drawn, guint n_drawn)
{
  for (guint i = 0; i < n_drawn; i++)
    if (is_drawn_elsewhere (word, &drawn[i]))
      return TRUE;

  return FALSE;
}

/* Letters that would have to be squeezed to a fraction of their width: the words that stand for an icon. */
static gboolean
stands_for_icon (const MusterWord *word)
{
  return word->box.width < .2 * word->size_pt * (double) g_utf8_strlen (word->text, -1);
}

/* The words of the file that are drawn where it says, which are cut better than those of the drawing. */
static void
add_confirmed (const MusterPage    *file,
               const MusterPage    *drawn,
               gboolean             keep_undrawn,
               MusterPdfDrawnCount *count,
               MusterPage          *to)
{
  guint             n_file, n_drawn;
  const MusterWord *file_words = muster_page_get_words (file, &n_file);
  const MusterWord *drawn_words = muster_page_get_words (drawn, &n_drawn);

  for (guint i = 0; i < n_file; i++)
    {
      MusterWord word = file_words[i];
      gboolean   is_here = is_drawn_here (&word, drawn_words, n_drawn);

      if (!is_here
          && ((word.flags & MUSTER_WORD_SYMBOL) || stands_for_icon (&word)
              || is_drawn_anywhere (&word, drawn_words, n_drawn)))
        continue;
      if (!is_here && !keep_undrawn)
        word.hidden = MUSTER_HIDDEN_NO_CONTRAST;
      if (is_here)
        count->n_drawn_letters += count_letters (word.text);
      else
        count->n_undrawn_letters += count_letters (word.text);
      muster_page_add_word (to, &word);
    }
}

MusterPdfDrawnCount
muster_pdf_merge_drawn (const MusterPage *file,
                        const MusterPage *drawn,
                        const GArray     *fields,
                        gboolean          keep_undrawn,
                        MusterPage       *to)
{
  MusterPdfDrawnCount count = { 0 };
  guint               n_drawn, n_confirmed;
  const MusterWord   *drawn_words = muster_page_get_words (drawn, &n_drawn);
  g_autoptr (MusterPage) confirmed
      = muster_page_new (1, muster_page_get_width_pt (to), muster_page_get_height_pt (to));
  const MusterWord *confirmed_words;

  add_confirmed (file, drawn, FALSE, &count, confirmed);
  confirmed_words = muster_page_get_words (confirmed, &n_confirmed);
  count = (MusterPdfDrawnCount){ 0 };
  add_confirmed (file, drawn, keep_undrawn, &count, to);

  for (guint i = 0; i < n_drawn; i++)
    {
      MusterWord word = drawn_words[i];

      if (covered_share (word.box, confirmed_words, n_confirmed) > .5)
        continue;
      for (guint j = 0; j < fields->len; j++)
        if (muster_box_contains (g_array_index (fields, MusterBox, j),
                                 word.box.x + word.box.width / 2,
                                 word.box.y + word.box.height / 2))
          word.source = MUSTER_WORD_FORM_FIELD;
      count.n_drawn_letters += count_letters (word.text);
      muster_page_add_word (to, &word);
    }

  return count;
}
