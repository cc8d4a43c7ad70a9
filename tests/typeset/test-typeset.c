/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages out of styled text: where words stand, what breaks where, what nobody can see. */

#include "muster-typeset.h"

#include <math.h>

static const MusterBox frame = { 60, 50, 475, 742 };

static MusterTypeset *
new_a4 (void)
{
  return muster_typeset_new (595, 842, frame);
}

static void
add_text (MusterTypeset *typeset, const char *text)
{
  MusterParagraph paragraph = { .line_height = 1.2 };
  MusterRun       run = { .text = text, .size_pt = 10 };

  muster_typeset_add_paragraph (typeset, &paragraph, &run, 1);
}

static const MusterWord *
find_word (const MusterWord *words, guint n_words, const char *text)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i].text, text))
      return &words[i];
  g_error ("no word %s", text);
}

/* words and where they stand; "~" marks a glued one */
static void
test_words (void)
{
  static const struct
  {
    const char *name, *text, *words;
  } rows[] = {
    { "blanks", "  Ana   Müller ", "Ana|Müller" },
    { "no-break space", "New\302\240York", "New|York" },
    { "no-break hyphen", "part\342\200\221time", "part-time" },
    { "soft hyphen and marks", "ko\302\255ope\342\200\256rativ", "kooperativ" },
    { "controls", "a\001b\177c", "abc" },
    { "tab", "left\tright", "left|right" },
    { "newline", "one\ntwo", "one|two" },
    { "cjk stops", "姓名：王芳，会计", "姓名：|~王芳，|~会计" },
    { "empty", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MusterTypeset) typeset = new_a4 ();
      g_autoptr (MusterPage) page = NULL;
      g_autoptr (GString) got = g_string_new (NULL);
      const MusterWord *words;
      guint             n;

      add_text (typeset, rows[i].text);
      page = muster_typeset_dup_page (typeset, 0);
      words = muster_page_get_words (page, &n);
      for (guint j = 0; j < n; j++)
        {
          g_string_append_printf (
              got, "%s%s%s", j > 0 ? "|" : "", words[j].flags & MUSTER_WORD_GLUED ? "~" : "", words[j].text);
          g_assert_true (muster_box_is_valid (words[j].box));
          g_assert_cmpfloat (words[j].box.width, >, 0);
          g_assert_cmpfloat (words[j].box.x, >=, frame.x - .01);
          g_assert_cmpint (words[j].source, ==, MUSTER_WORD_TYPESET);
        }
      if (!g_str_equal (got->str, rows[i].words))
        g_error ("%s: got %s", rows[i].name, got->str);
    }
}

static void
test_places (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autoptr (MusterPage) page = NULL;
  const double      stops[] = { 120, -475 };
  MusterRun         run = { .text = "Role\tFirm\t2019", .size_pt = 10 };
  MusterRun         end = { .text = "end", .size_pt = 20, .is_bold = TRUE, .colour = 0x123456 };
  MusterRun         item = { .text = "first second", .size_pt = 10 };
  guint             n;
  const MusterWord *words, *word;

  muster_typeset_add_paragraph (
      typeset, &(MusterParagraph){ .line_height = 1.2, .tab_stops_pt = stops, .n_tab_stops = 2 }, &run, 1);
  muster_typeset_add_paragraph (
      typeset, &(MusterParagraph){ .align = MUSTER_ALIGN_END, .space_before_pt = 8 }, &end, 1);
  muster_typeset_add_paragraph (
      typeset, &(MusterParagraph){ .indent_pt = 24, .first_indent_pt = -12, .bullet = "•" }, &item, 1);
  muster_typeset_add_paragraph (typeset, &(MusterParagraph){ .align = MUSTER_ALIGN_CENTRE }, &run, 1);

  page = muster_typeset_dup_page (typeset, 0);
  words = muster_page_get_words (page, &n);
  word = find_word (words, n, "Role");
  g_assert_cmpfloat_with_epsilon (word->box.x, 60, .5);
  g_assert_cmpfloat_with_epsilon (
      word->baseline_pt, 59, .01); /* one of the two points of leading above, 8 of the 10 */
  g_assert_cmpfloat_with_epsilon (find_word (words, n, "Firm")->box.x, 180, .5);
  word = find_word (words, n, "2019");
  g_assert_cmpfloat_with_epsilon (word->box.x + word->box.width, 535, 1);
  g_assert_cmpfloat_with_epsilon (word->baseline_pt, 59, .01);

  word = find_word (words, n, "end");
  g_assert_cmpfloat_with_epsilon (word->box.x + word->box.width, 535, 1);
  g_assert_cmpfloat_with_epsilon (word->box.y, 72, .01);
  g_assert_cmpfloat (word->size_pt, ==, 20);
  g_assert_cmphex (word->colour, ==, 0x123456);
  g_assert_true (word->flags & MUSTER_WORD_BOLD);

  word = find_word (words, n, "•");
  g_assert_true (word->flags & MUSTER_WORD_SYMBOL);
  g_assert_cmpfloat_with_epsilon (word->box.x, 72, 1);
  g_assert_cmpfloat_with_epsilon (find_word (words, n, "first")->box.x, 84, .5);
  g_assert_cmpfloat_with_epsilon (word->baseline_pt, find_word (words, n, "first")->baseline_pt, .01);
}

/* Hidden runs, colours of the ground, tiny text. */
static void
test_hidden (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autoptr (MusterPage) page = NULL;
  MusterParagraph   plain = { .line_height = 1.2 };
  MusterRun         runs[] = { { .text = "seen ", .size_pt = 10 },
                               { .text = "vanished words", .size_pt = 10, .is_hidden = TRUE },
                               { .text = "white", .size_pt = 10, .colour = 0xFFFFFF },
                               { .text = " tiny", .size_pt = 1 } };
  MusterRun         only = { .text = "alone", .size_pt = 10, .is_hidden = TRUE };
  MusterRun         on_bar = { .text = "bar", .size_pt = 10, .colour = 0xFFFFFF };
  guint             n;
  double            y;
  const MusterWord *words;

  muster_typeset_fill_box (typeset, 0, (MusterBox){ 0, 100, 595, 100 }, 0x204060);
  muster_typeset_add_paragraph (typeset, &plain, runs, G_N_ELEMENTS (runs));
  y = muster_typeset_get_y (typeset);
  muster_typeset_add_paragraph (typeset, &plain, &only, 1);
  g_assert_cmpfloat (muster_typeset_get_y (typeset), ==, y);
  muster_typeset_add_space (typeset, 120 - y);
  muster_typeset_add_paragraph (typeset, &plain, &on_bar, 1);

  page = muster_typeset_dup_page (typeset, 0);
  words = muster_page_get_words (page, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (words[0].text, ==, "seen");
  g_assert_cmpstr (words[1].text, ==, "bar");
  words = muster_page_get_hidden_words (page, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (find_word (words, n, "vanished")->hidden, ==, MUSTER_HIDDEN_MARKED);
  g_assert_cmpint (find_word (words, n, "alone")->hidden, ==, MUSTER_HIDDEN_MARKED);
  g_assert_cmpint (find_word (words, n, "white")->hidden, ==, MUSTER_HIDDEN_NO_CONTRAST);
  g_assert_cmpint (find_word (words, n, "tiny")->hidden, ==, MUSTER_HIDDEN_TINY);
}

static void
test_links (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autoptr (MusterPage) page = NULL;
  MusterRun         runs[] = { { .text = "see ", .size_pt = 10 },
                               { .text = "my page", .size_pt = 10, .link = "https://example.com/" },
                               { .text = ", please", .size_pt = 10 } };
  guint             n, n_links;
  const MusterWord *words;
  const MusterLink *links;

  muster_typeset_add_paragraph (typeset, &(MusterParagraph){ 0 }, runs, G_N_ELEMENTS (runs));
  page = muster_typeset_dup_page (typeset, 0);
  words = muster_page_get_words (page, &n);
  links = muster_page_get_links (page, &n_links);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].uri, ==, "https://example.com/");
  g_assert_cmpint (words[0].link, ==, -1);
  g_assert_cmpint (words[1].link, ==, 0);
  g_assert_cmpint (words[2].link, ==, 0);
  g_assert_cmpint (words[3].link, ==, -1);
  g_assert_true (words[3].flags & MUSTER_WORD_GLUED);
  g_assert_cmpfloat_with_epsilon (
      links[0].box.width, words[2].box.x + words[2].box.width - words[1].box.x, .01);
}

static void
test_pages (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autoptr (MusterPage) second = NULL;
  guint n;

  muster_typeset_set_next_frame (typeset, (MusterBox){ 100, 30, 400, 780 });
  for (guint i = 0; i < 100; i++)
    add_text (typeset, "line");
  g_assert_cmpuint (muster_typeset_get_n_pages (typeset), ==, 2);
  second = muster_typeset_dup_page (typeset, 1);

  const MusterWord *words = muster_page_get_words (second, &n);

  g_assert_cmpuint (n, ==, 100 - 61); /* 742 / 12 */
  g_assert_cmpfloat_with_epsilon (words[0].box.x, 100, .5);
  g_assert_cmpfloat_with_epsilon (words[0].box.y, 31, .01);
}

/* After 200 pages nothing is added any more. */
static void
test_limit (void)
{
  g_autoptr (MusterTypeset) typeset = muster_typeset_new (595, 100, (MusterBox){ 60, 20, 475, 25 });

  for (guint i = 0; i < 410; i++)
    {
      g_assert_true (muster_typeset_is_full (typeset) == (i > 400));
      add_text (typeset, "line");
    }
  g_assert_cmpuint (muster_typeset_get_n_pages (typeset), ==, 200);
}

/* A long paragraph without a blank is cut, not refused. */
static void
test_long_paragraph (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autofree char *text = g_strnfill (1 << 15, 'x');

  add_text (typeset, text);
  g_assert_cmpuint (muster_typeset_get_n_pages (typeset), >, 3);
}

static void
test_rows (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autoptr (MusterPage) first = NULL, second = NULL;
  const double      widths[] = { 150, 325 };
  const double      inner[] = { 100, 100 };
  guint             n;
  const MusterWord *words;

  add_text (typeset, "above");
  muster_typeset_begin_row (typeset, widths, 2, 4, 4, TRUE);
  add_text (typeset, "left");
  muster_typeset_next_cell (typeset);
  muster_typeset_begin_row (typeset, inner, 2, 0, 0, FALSE);
  add_text (typeset, "nested");
  muster_typeset_next_cell (typeset);
  add_text (typeset, "beside");
  muster_typeset_end_row (typeset);
  add_text (typeset, "under");
  muster_typeset_end_row (typeset);
  add_text (typeset, "below");

  first = muster_typeset_dup_page (typeset, 0);
  words = muster_page_get_words (first, &n);
  g_assert_cmpfloat_with_epsilon (find_word (words, n, "left")->box.x, 64, .5);
  g_assert_cmpfloat_with_epsilon (find_word (words, n, "nested")->box.x, 214, .5);
  g_assert_cmpfloat_with_epsilon (find_word (words, n, "beside")->box.x, 314, .5);
  g_assert_cmpfloat (
      find_word (words, n, "left")->baseline_pt, ==, find_word (words, n, "nested")->baseline_pt);
  g_assert_cmpfloat (
      find_word (words, n, "beside")->baseline_pt, ==, find_word (words, n, "nested")->baseline_pt);
  g_assert_cmpfloat_with_epsilon (
      find_word (words, n, "under")->baseline_pt, find_word (words, n, "nested")->baseline_pt + 12, .01);
  g_assert_cmpfloat_with_epsilon (find_word (words, n, "below")->box.y, 62 + 8 + 24 + 1, .01);
}

/* A row that fits nowhere is cut between lines, every word stays. */
static void
test_long_row (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  const double widths[] = { 150, 325 };
  guint        total = 0;

  add_text (typeset, "above");
  muster_typeset_begin_row (typeset, widths, 2, 4, 4, FALSE);
  muster_typeset_fill_cell (typeset, 0xDDDDDD);
  for (guint i = 0; i < 100; i++)
    add_text (typeset, "left");
  muster_typeset_next_cell (typeset);
  for (guint i = 0; i < 150; i++)
    add_text (typeset, "right");
  muster_typeset_end_row (typeset);
  add_text (typeset, "below");

  g_assert_cmpuint (muster_typeset_get_n_pages (typeset), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MusterPage) page = muster_typeset_dup_page (typeset, i);
      guint             n;
      const MusterWord *words = muster_page_get_words (page, &n);

      total += n;
      for (guint j = 0; j < n; j++)
        g_assert_cmpfloat (words[j].box.y + words[j].box.height, <=, frame.y + frame.height + 1);
      if (i == 2)
        g_assert_cmpfloat (find_word (words, n, "below")->box.y, >, find_word (words, n, "right")->box.y);
    }
  g_assert_cmpuint (total, ==, 252);
}

static void
test_obstacle (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autoptr (MusterPage) page = NULL;
  guint             n;
  const MusterWord *words;

  muster_typeset_add_obstacle (typeset, 0, (MusterBox){ 60, 50, 150, 60 });
  for (guint i = 0; i < 6; i++)
    add_text (typeset, "word");
  page = muster_typeset_dup_page (typeset, 0);
  words = muster_page_get_words (page, &n);
  g_assert_cmpfloat_with_epsilon (words[0].box.x, 218, .5);
  g_assert_cmpfloat_with_epsilon (words[4].box.x, 218, .5);
  g_assert_cmpfloat_with_epsilon (words[5].box.x, 60, .5);
}

static void
test_aside (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autoptr (MusterPage) page = NULL;
  guint             n;
  const MusterWord *words;

  add_text (typeset, "before");
  muster_typeset_begin_aside (typeset, (MusterBox){ 400, 300, 100, 20 });
  add_text (typeset, "aside");
  add_text (typeset, "more");
  g_assert_cmpfloat_with_epsilon (muster_typeset_end_aside (typeset), 24, .01);
  add_text (typeset, "after");
  muster_typeset_begin_aside (typeset, (MusterBox){ 700, 300, 100, 20 });
  add_text (typeset, "outside");
  muster_typeset_end_aside (typeset);

  page = muster_typeset_dup_page (typeset, 0);
  words = muster_page_get_words (page, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat_with_epsilon (find_word (words, n, "more")->box.y, 313, .01);
  g_assert_cmpfloat_with_epsilon (find_word (words, n, "after")->box.y, 63, .01);
  words = muster_page_get_hidden_words (page, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (words[0].hidden, ==, MUSTER_HIDDEN_OFF_PAGE);
}

/* The words of the page are drawn where their boxes say. */
static void
test_drawing (void)
{
  g_autoptr (MusterTypeset) typeset = new_a4 ();
  g_autoptr (MusterPage) page = NULL;
  cairo_surface_t  *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t          *cr = cairo_create (surface);
  MusterRun         run = { .text = "centre of the line", .size_pt = 14 };
  guint             n, inside = 0, outside = 0;
  const MusterWord *words;

  muster_typeset_add_paragraph (
      typeset, &(MusterParagraph){ .align = MUSTER_ALIGN_CENTRE, .space_before_pt = 100 }, &run, 1);
  page = muster_typeset_dup_page (typeset, 0);
  words = muster_page_get_words (page, &n);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  muster_typeset_draw_page (typeset, 0, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 842; y++)
    for (int x = 0; x < 595; x++)
      {
        const guint32 *row = (gpointer) (cairo_image_surface_get_data (surface)
                                         + y * cairo_image_surface_get_stride (surface));
        gboolean       is_in_word = FALSE;

        if ((row[x] & 0xFF) > 128)
          continue;
        for (guint i = 0; i < n; i++)
          {
            MusterBox wide
                = { words[i].box.x - 1, words[i].box.y - 1, words[i].box.width + 2, words[i].box.height + 2 };

            is_in_word = is_in_word || muster_box_contains (wide, x, y);
          }
        if (is_in_word)
          inside++;
        else
          outside++;
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  g_assert_cmpuint (inside, >, 200);
  g_assert_cmpuint (outside, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/words", test_words);
  g_test_add_func ("/typeset/places", test_places);
  g_test_add_func ("/typeset/hidden", test_hidden);
  g_test_add_func ("/typeset/links", test_links);
  g_test_add_func ("/typeset/pages", test_pages);
  g_test_add_func ("/typeset/limit", test_limit);
  g_test_add_func ("/typeset/long-paragraph", test_long_paragraph);
  g_test_add_func ("/typeset/rows", test_rows);
  g_test_add_func ("/typeset/long-row", test_long_row);
  g_test_add_func ("/typeset/obstacle", test_obstacle);
  g_test_add_func ("/typeset/aside", test_aside);
  g_test_add_func ("/typeset/drawing", test_drawing);

  return g_test_run ();
}
