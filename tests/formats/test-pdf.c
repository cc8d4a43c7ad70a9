/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF pages: words with style and place, links, what was typed onto them, what lies about them, turned and
 * odd pages. */

#include "drawn-paper.h"
#include "muster-document.h"

#include <string.h>

static void
draw_link (cairo_t *cr, gconstpointer data)
{
  static const DrawnText text = { "Portfolio", 72, 200, 11, 0, FALSE };

  cairo_tag_begin (cr, CAIRO_TAG_LINK, "uri='https://example.com/ana'");
  drawn_texts (cr, &text, 1);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
test_words (void)
{
  static const DrawnText texts[] = { { "Ana Müller", 72, 100, 24, 0, TRUE },
                                     { "office", 72, 130, 11, .4, FALSE },
                                     { "•Managed", 72, 150, 11, 0, FALSE },
                                     { "left", 72, 170, 11, 0, FALSE },
                                     { "right", 400, 170, 11, 0, FALSE } };
  g_autoptr (GBytes) bytes = drawn_paper_new (texts, G_N_ELEMENTS (texts), draw_link, NULL, NULL);
  g_autoptr (MusterSource) source = open_paper (bytes);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);
  const MusterWord *name = find_word (page, "Müller");
  const MusterWord *link = find_word (page, "Portfolio");
  guint             n_links;
  const MusterLink *links = muster_page_get_links (page, &n_links);

  g_assert_cmpint (muster_source_get_kind (source), ==, MUSTER_SOURCE_PDF);
  g_assert_cmpstr (muster_source_get_media_type (source), ==, "application/pdf");
  g_assert_nonnull (name);
  g_assert_true (name->flags & MUSTER_WORD_BOLD);
  g_assert_cmpfloat_with_epsilon (name->size_pt, 24, .5);
  g_assert_cmpfloat_with_epsilon (name->baseline_pt, 100, 2.5);
  g_assert_cmpint (find_word (page, "office")->flags & MUSTER_WORD_BOLD, ==, 0);
  g_assert_cmphex (find_word (page, "office")->colour, ==, 0x666666);
  g_assert_true (find_word (page, "•")->flags & MUSTER_WORD_SYMBOL);
  g_assert_nonnull (find_word (page, "Managed"));
  g_assert_nonnull (find_word (page, "left"));
  g_assert_cmpfloat_with_epsilon (find_word (page, "right")->box.x, 400, 2);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].uri, ==, "https://example.com/ana");
  g_assert_cmpint (link->link, ==, 0);
  g_assert_cmpint (name->link, ==, -1);
}

#define CATALOGUE                                                                                            \
  "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /DA (/F 11 Tf 0 g) /DR << /Font << /F 5 0 R " \
  ">> >> >> >>"
#define FONT "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
#define PAGE(more)                                                                                           \
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> " \
  ">> " more " >>"
#define PAGES "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
#define STREAM(text) "<< /Length 4000 >>\nstream\n" text "\nendstream"

static MusterPage *
read_first (const char *const *objects)
{
  g_autoptr (GBytes) bytes = written_paper_new (objects);
  g_autoptr (MusterSource) source = open_paper (bytes);
  g_autoptr (GError) error = NULL;
  MusterPage *page = muster_source_read_page (source, 1, &error);

  g_assert_no_error (error);

  return page;
}

#define FIELD(value, more)                                                                                   \
  "<< /Type /Annot /Subtype /Widget /FT /Tx /T (employer) /V (" value                                        \
  ") /Rect [172 700 400 720] /F 4 /P 3 0 R /DA (/F 11 Tf 0 g) " more " >>"

static void
test_form_fields (void)
{
  const char *const upright[] = { CATALOGUE,
                                  PAGES,
                                  PAGE ("/Annots [6 0 R]"),
                                  STREAM ("BT /F 11 Tf 72 705 Td (Employer) Tj ET"),
                                  FONT,
                                  FIELD ("Kettle Creek Bakery", ""),
                                  NULL };
  const char *const secret[] = { CATALOGUE,
                                 PAGES,
                                 PAGE ("/Annots [6 0 R]"),
                                 STREAM ("BT /F 11 Tf 72 705 Td (Employer) Tj ET"),
                                 FONT,
                                 FIELD ("Kettle Creek Bakery", "/Ff 8192"),
                                 NULL };
  g_autoptr (MusterPage) page = read_first (upright), password = read_first (secret);
  const MusterWord *value = find_word (page, "Kettle");

  g_assert_nonnull (value);
  g_assert_cmpint (value->source, ==, MUSTER_WORD_FORM_FIELD);
  g_assert_cmpint (find_word (page, "Employer")->source, ==, MUSTER_WORD_TEXT_LAYER);
  g_assert_cmpfloat_with_epsilon (value->baseline_pt, find_word (page, "Employer")->baseline_pt, 6);
  g_assert_cmpfloat (value->box.x, >, 171);
  g_assert_cmpfloat (value->box.x, <, 185);
  g_assert_null (find_word (password, "Kettle"));
}

/* Alternative text is not what a person sees. */
static void
test_substitutes (void)
{
  const char *const objects[] = { CATALOGUE,
                                  PAGES,
                                  PAGE (""),
                                  STREAM ("BT /F 11 Tf 72 700 Td (William fills little mills) Tj ET\n"
                                          "/Span << /ActualText (will illuminate fjords) >> BDC BT /F 11 Tf "
                                          "72 600 Td (Marta Hollis) Tj ET EMC"),
                                  FONT,
                                  "<< >>",
                                  NULL };
  g_autoptr (MusterPage) page = read_first (objects);

  g_assert_nonnull (find_word (page, "Marta"));
  g_assert_nonnull (find_word (page, "William"));
  g_assert_null (find_word (page, "illuminate"));
}

/* A page whose text runs upwards is turned to be read, words and drawing alike. */
static void
test_sideways (void)
{
  const char *const objects[] = {
    CATALOGUE, PAGES,   PAGE (""), STREAM ("BT /F 20 Tf 0 1 -1 0 100 100 Tm (Experience in Macon) Tj ET"),
    FONT,      "<< >>", NULL
  };
  g_autoptr (GBytes) bytes = written_paper_new (objects);
  g_autoptr (MusterSource) source = open_paper (bytes);
  g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);
  const MusterWord *word = find_word (page, "Experience");
  PIX              *pix = muster_source_draw_page (source, 1, 72, FALSE, NULL);
  l_uint32          tone = 255, darkest = 255;

  g_assert_cmpfloat_with_epsilon (muster_page_get_width_pt (page), 842, .5);
  g_assert_nonnull (word);
  g_assert_cmpfloat (word->box.width, >, 3 * word->box.height);
  g_assert_cmpint (pixGetWidth (pix), >, pixGetHeight (pix));
  for (int x = (int) word->box.x; x < word->box.x + word->box.width; x++)
    for (int y = (int) word->box.y; y < word->box.y + word->box.height; y++)
      {
        pixGetPixel (pix, x, y, &tone);
        darkest = MIN (darkest, tone);
      }
  g_assert_cmpuint (darkest, <, 100);
  pixDestroy (&pix);
}

static void
test_odd_pages (void)
{
  static const struct
  {
    const char *name;
    const char *page;
    int         code; /* -1: is read */
  } cases[] = {
    { "usual", PAGE (""), -1 },
    { "too large",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000000000 1000000000] /Contents 4 0 R >>",
      MUSTER_READ_ERROR_LIMIT },
    { "no contents", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const objects[] = { CATALOGUE, PAGES, cases[i].page, STREAM (""), FONT, "<< >>", NULL };
      g_autoptr (GBytes) bytes = written_paper_new (objects);
      g_autoptr (MusterSource) source = open_paper (bytes);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterPage) page = muster_source_read_page (source, 1, &error);

      g_test_message ("%s", cases[i].name);
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, MUSTER_READ_ERROR, cases[i].code);
    }
}

/* The drawing never has more pixels than allowed, and says how coarse it is. */
static void
test_drawing (void)
{
  static const DrawnText text = { "x", 72, 100, 24, 0, FALSE };
  g_autoptr (GBytes) bytes = drawn_paper_new (&text, 1, NULL, NULL, NULL);
  g_autoptr (MusterSource) source = NULL;
  g_auto (MusterReaderJob) job = { 0 };
  PIX *pix;

  muster_reader_job_init (&job);
  job.max_page_pixels = 100 * 1000;
  source = muster_source_open (bytes, &job, NULL);
  pix = muster_source_draw_page (source, 1, 300, TRUE, NULL);
  g_assert_cmpint (pixGetDepth (pix), ==, 32);
  g_assert_cmpint (pixGetWidth (pix) * pixGetHeight (pix), <=, 101 * 1000);
  g_assert_cmpfloat_with_epsilon (pixGetWidth (pix) * 72. / pixGetXRes (pix), 595, 3);
  pixDestroy (&pix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pdf/words", test_words);
  g_test_add_func ("/pdf/form-fields", test_form_fields);
  g_test_add_func ("/pdf/substitutes", test_substitutes);
  g_test_add_func ("/pdf/sideways", test_sideways);
  g_test_add_func ("/pdf/odd-pages", test_odd_pages);
  g_test_add_func ("/pdf/drawing", test_drawing);

  return g_test_run ();
}
