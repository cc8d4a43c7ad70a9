/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be seen of a text layer: one page for each way of hiding words, and for what looks like it and is
 * honest. */

#include "drawn-paper.h"
#include "muster-visibility.h"

#include <string.h>

#define SECRET "Kubernetes"

typedef struct
{
  const char    *name;
  DrawnText      texts[2];
  DrawnPaperFunc before;
  DrawnPaperFunc after;
  gboolean       is_seen; /* of SECRET */
  MusterHidden   reason;
} VisibilityCase;

static void
draw_box (cairo_t *cr, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, 50, 180, 300, 40);
  cairo_fill (cr);
}

static void
white_box (cairo_t *cr, gconstpointer data)
{
  draw_box (cr, 1);
}

static void
dark_box (cairo_t *cr, gconstpointer data)
{
  draw_box (cr, .1);
}

static void
line_through (cairo_t *cr, gconstpointer data)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, 50, 196, 300, 1);
  cairo_fill (cr);
}

static const VisibilityCase cases[] = {
  { "black on white", { { SECRET, 72, 200, 11, 0 } }, NULL, NULL, TRUE },
  { "pale grey", { { SECRET, 72, 200, 11, .8 } }, NULL, NULL, TRUE },
  { "white on a dark box", { { SECRET, 72, 200, 11, 1 } }, dark_box, NULL, TRUE },
  { "struck through", { { SECRET, 72, 200, 11, 0 } }, NULL, line_through, TRUE },
  { "painted twice", { { SECRET, 72, 200, 11, 0 }, { SECRET, 72.4, 200, 11, 0 } }, NULL, NULL, TRUE },
  { "small print", { { SECRET, 72, 200, 5, 0 } }, NULL, NULL, TRUE },
  { "white on white", { { SECRET, 72, 200, 11, 1 } }, NULL, NULL, FALSE, MUSTER_HIDDEN_NO_CONTRAST },
  { "nearly white", { { SECRET, 72, 200, 11, .97 } }, NULL, NULL, FALSE, MUSTER_HIDDEN_NO_CONTRAST },
  { "black on a dark box",
    { { SECRET, 72, 200, 11, .1 } },
    dark_box,
    NULL,
    FALSE,
    MUSTER_HIDDEN_NO_CONTRAST },
  { "covered", { { SECRET, 72, 200, 11, 0 } }, NULL, white_box, FALSE, MUSTER_HIDDEN_NO_CONTRAST },
  { "white over a line",
    { { SECRET, 72, 200, 11, 1 } },
    line_through,
    NULL,
    FALSE,
    MUSTER_HIDDEN_NO_CONTRAST },
  { "tiny", { { SECRET, 72, 200, 1.5, 0 } }, NULL, NULL, FALSE, MUSTER_HIDDEN_TINY },
  { "white under black",
    { { SECRET, 72, 200, 11, 1 }, { "Marta-Hollis", 72, 200, 11, 0 } },
    NULL,
    NULL,
    FALSE,
    MUSTER_HIDDEN_NO_CONTRAST },
};

static void
test_case (gconstpointer data)
{
  const VisibilityCase *at = data;
  guint                 n_texts = at->texts[1].text != NULL ? 2 : 1, n_words, n_hidden;
  g_autoptr (GBytes) bytes = drawn_paper_new (at->texts, n_texts, at->before, at->after, NULL);
  g_autoptr (MusterSource) source = open_paper (bytes);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);
  PIX *drawing = muster_source_draw_page (source, 1, 150, FALSE, NULL);
  g_autoptr (MusterPage) judged = muster_visibility_judge (page, drawing);

  muster_page_get_words (judged, &n_words);
  muster_page_get_hidden_words (judged, &n_hidden);
  g_assert_cmpint (find_word (judged, SECRET) != NULL, ==, at->is_seen);
  g_assert_cmpint (find_hidden (judged, SECRET) != NULL, ==, !at->is_seen);
  if (!at->is_seen)
    g_assert_cmpint (find_hidden (judged, SECRET)->hidden, ==, at->reason);
  g_assert_cmpuint (n_words + n_hidden, ==, at->is_seen ? 1 : n_texts);
  pixDestroy (&drawing);
}

static MusterWord
word_at (const char *text, double x, double y)
{
  return (MusterWord){
    .text = text, .box = { x, y, 60, 11 }, .baseline_pt = y + 9, .size_pt = 11, .confidence = 1, .link = -1
  };
}

/* Text in invisible mode over a line has ink in its box, but no letters. */
static void
test_invisible_mode (void)
{
  const char *const objects[]
      = { "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 "
          "0 R >> >> >>",
          "<< /Length 4000 >>\nstream\n0 0 0 rg 50 703 300 1 re f BT /F 11 Tf 3 Tr 72 700 Td (" SECRET
          ") Tj\n"
          "0 Tr 0 -40 Td (Marta) Tj ET\nendstream",
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
          NULL };
  g_autoptr (GBytes) bytes = written_paper_new (objects);
  g_autoptr (MusterSource) source = open_paper (bytes);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);
  PIX *drawing = muster_source_draw_page (source, 1, 150, FALSE, NULL);
  g_autoptr (MusterPage) judged = muster_visibility_judge (page, drawing);

  g_assert_nonnull (find_word (judged, "Marta"));
  g_assert_nonnull (find_hidden (judged, SECRET));
  pixDestroy (&drawing);
}

/* Words that the file puts in one place over each other, or off the page: drawn or not, one of them cannot be
 * read. */
static void
test_places (void)
{
  static const DrawnText text = { "Marta-Hollis", 72, 200, 11, 0 };
  g_autoptr (GBytes) bytes = drawn_paper_new (&text, 1, NULL, NULL, NULL);
  g_autoptr (MusterSource) source = open_paper (bytes);
  PIX *drawing = muster_source_draw_page (source, 1, 150, FALSE, NULL);
  g_autoptr (MusterPage) page = muster_page_new (1, 595, 842);
  g_autoptr (MusterPage) judged = NULL;
  MusterWord under = word_at ("under", 74, 190), over = word_at ("over", 72, 190),
             outside = word_at ("outside", 700, 190);

  muster_page_add_word (page, &under);
  muster_page_add_word (page, &over);
  muster_page_add_word (page, &outside);
  judged = muster_visibility_judge (page, drawing);
  g_assert_nonnull (find_word (judged, "over"));
  g_assert_cmpint (find_hidden (judged, "under")->hidden, ==, MUSTER_HIDDEN_OVERPRINTED);
  g_assert_cmpint (find_hidden (judged, "outside")->hidden, ==, MUSTER_HIDDEN_OFF_PAGE);
  pixDestroy (&drawing);
}

/* A line cut through by the end of the page stands whole on the next: neither seen nor hidden. */
static void
cover_foot (cairo_t *cr, gconstpointer data)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 814, 595, 28);
  cairo_fill (cr);
}

static void
test_cut_line (void)
{
  static const DrawnText texts[]
      = { { "Whole", 72, 200, 11, 0 }, { "Filing", 72, 820.3, 11, 0 }, { "ace", 120, 820.3, 11, 0 } };
  g_autoptr (GBytes) bytes = drawn_paper_new (texts, G_N_ELEMENTS (texts), NULL, cover_foot, NULL);
  g_autoptr (MusterSource) source = open_paper (bytes);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);
  PIX *drawing = muster_source_draw_page (source, 1, 150, FALSE, NULL);
  g_autoptr (MusterPage) judged = muster_visibility_judge (page, drawing);
  guint n_words, n_hidden;

  muster_page_get_words (judged, &n_words);
  muster_page_get_hidden_words (judged, &n_hidden);
  g_assert_cmpuint (n_words, ==, 1);
  g_assert_cmpuint (n_hidden, ==, 0);
  pixDestroy (&drawing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/visibility/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/visibility/invisible-mode", test_invisible_mode);
  g_test_add_func ("/visibility/places", test_places);
  g_test_add_func ("/visibility/cut-line", test_cut_line);

  return g_test_run ();
}
