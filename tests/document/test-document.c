/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages and documents: text and its places, the way through GVariant and back, and answers that cannot be true. */

#include "muster-document.h"
#include "muster-page-variant.h"
#include "muster-reader-message.h"

#include <math.h>
#include <string.h>

static MusterWord
make_word (const char *text, double x, double y, MusterHidden hidden)
{
  return (MusterWord){ .text = text,
                       .box = { x, y, 40, 10 },
                       .baseline_pt = y + 8,
                       .size_pt = 10,
                       .source = MUSTER_WORD_TEXT_LAYER,
                       .hidden = hidden,
                       .confidence = 1,
                       .link = -1 };
}

/* Two rows: "Ana Müller" beside "2019", then "C" glued to "++" */
static MusterPage *
make_page (void)
{
  MusterPage *page = muster_page_new (1, 595, 842);
  MusterWord  hidden = make_word ("unseen", 10, 300, MUSTER_HIDDEN_NO_CONTRAST);
  GArray     *words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
  GArray     *lines = g_array_new (FALSE, TRUE, sizeof (MusterLine));
  MusterWord  all[] = { make_word ("Ana", 10, 10, 0), make_word ("Müller", 60, 10, 0), make_word ("2019", 300, 10, 0),
                        make_word ("C", 10, 30, 0), make_word ("++", 20, 30, 0) };
  MusterLine  rows[] = { { .first_word = 0, .n_words = 2, .row = 0 },
                         { .first_word = 2, .n_words = 1, .row = 0 },
                         { .first_word = 3, .n_words = 2, .row = 1 } };

  all[4].flags = MUSTER_WORD_GLUED;
  all[0].link = muster_page_add_link (page, "https://example.com/", all[0].box);
  muster_page_add_word (page, &hidden);
  g_array_append_vals (words, all, G_N_ELEMENTS (all));
  g_array_append_vals (lines, rows, G_N_ELEMENTS (rows));
  muster_page_take_lines (page, words, lines, 1);

  return page;
}

static MusterDocument *
make_document (MusterPage *page)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);

  g_ptr_array_add (pages, page);

  return muster_document_new (pages, 1, "application/pdf", "de", 0, NULL);
}

static void
test_text_and_places (void)
{
  g_autoptr (MusterDocument) document = make_document (make_page ());
  g_autofree char           *hidden = muster_document_dup_hidden_text (document);
  guint                      n;
  const MusterWord          *words = muster_page_get_words (muster_document_get_page (document, 0), &n);

  g_assert_cmpstr (muster_document_get_text (document), ==, "Ana Müller\t2019\nC++");
  g_assert_cmpstr (hidden, ==, "unseen");
  g_assert_cmpuint (muster_document_get_hidden_characters (document), ==, 6);
  g_assert_cmpint (muster_document_get_status (document), ==, MUSTER_DOCUMENT_TEXT);
  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = muster_document_dup_text_range (document, words[i].text_start, words[i].text_length);

      g_assert_cmpstr (text, ==, words[i].text);
    }
  g_assert_cmpint (words[4].line, ==, 2);
}

static void
test_round_trip (void)
{
  g_autoptr (MusterPage)     page = make_page ();
  g_autoptr (GVariant)       variant = g_variant_ref_sink (muster_page_to_variant (page));
  g_autoptr (GError)         error = NULL;
  g_autoptr (MusterPage)     back = muster_page_new_from_variant (variant, &error);
  g_autoptr (GVariant)       again = NULL;

  g_assert_no_error (error);
  again = g_variant_ref_sink (muster_page_to_variant (back));
  g_assert_true (g_variant_equal (variant, again));
}

/* Each damage of a good page is refused. */
static void
test_lies (void)
{
  static const struct
  {
    const char *name;
    MusterWord  word;
    MusterLine  line;
  } cases[] = {
    { "box outside", { .text = "a", .box = { 9000, 0, 1, 1 }, .link = -1 }, { .n_words = 1 } },
    { "box not finite", { .text = "a", .box = { NAN, 0, 1, 1 }, .link = -1 }, { .n_words = 1 } },
    { "negative width", { .text = "a", .box = { 1, 0, -1, 1 }, .link = -1 }, { .n_words = 1 } },
    { "link nowhere", { .text = "a", .box = { 1, 1, 1, 1 }, .link = 7 }, { .n_words = 1 } },
    { "white space", { .text = "a b", .box = { 1, 1, 1, 1 }, .link = -1 }, { .n_words = 1 } },
    { "control", { .text = "a\x07", .box = { 1, 1, 1, 1 }, .link = -1 }, { .n_words = 1 } },
    { "confidence", { .text = "a", .box = { 1, 1, 1, 1 }, .link = -1, .confidence = 2 }, { .n_words = 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterPage) page = muster_page_new (1, 595, 842);
      g_autoptr (GError)     error = NULL;
      GArray                *words = g_array_new (FALSE, TRUE, sizeof (MusterWord));
      GArray                *lines = g_array_new (FALSE, TRUE, sizeof (MusterLine));

      g_array_append_val (words, cases[i].word);
      g_array_append_val (lines, cases[i].line);
      muster_page_take_lines (page, words, lines, 1);

      g_autoptr (GVariant) variant = g_variant_ref_sink (muster_page_to_variant (page));

      g_test_message ("%s", cases[i].name);
      g_assert_null (muster_page_new_from_variant (variant, &error));
      g_assert_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_CRASHED);
      g_assert_cmpstr (muster_read_error_code (error), ==, "crashed");
    }
}

static void
test_bytes_that_are_no_page (void)
{
  g_autoptr (MusterPage) page = make_page ();
  g_autoptr (GVariant)   good = g_variant_ref_sink (muster_page_to_variant (page));
  g_autoptr (GRand)      random = g_rand_new_with_seed (7);

  for (int i = 0; i < 500; i++)
    {
      g_autofree guchar     *bytes = g_memdup2 (g_variant_get_data (good), g_variant_get_size (good));
      gsize                  size = (gsize) g_rand_int_range (random, 0, (gint32) g_variant_get_size (good) + 1);
      g_autoptr (GVariant)   bad = NULL;
      g_autoptr (MusterPage) back = NULL;

      for (int j = 0; j < 4 && size > 0; j++)
        bytes[g_rand_int_range (random, 0, (gint32) size)] = (guchar) g_rand_int (random);
      bad = g_variant_ref_sink (
          g_variant_new_from_data (G_VARIANT_TYPE (MUSTER_PAGE_VARIANT_TYPE), bytes, size, FALSE, g_free, bytes));
      g_steal_pointer (&bytes);
      back = muster_page_new_from_variant (bad, NULL); /* refused or true in itself, never a crash */
      (void) back;
    }
}

static void
test_job (void)
{
  g_auto (MusterReaderJob) job = { 0 }, back = { 0 };
  g_autoptr (GVariant)     variant = NULL;

  muster_reader_job_init (&job);
  job.password = g_strdup ("pass wörd");
  job.max_ocr_pages = 3;
  variant = g_variant_ref_sink (muster_reader_job_to_variant (&job));
  g_assert_true (muster_reader_job_from_variant (&back, variant, NULL));
  g_assert_cmpstr (back.password, ==, job.password);
  g_assert_cmpuint (back.max_ocr_pages, ==, 3);
  g_assert_cmpuint (back.max_text_pages, ==, 50);
  g_assert_true (back.has_ocr);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/text-and-places", test_text_and_places);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/lies", test_lies);
  g_test_add_func ("/document/bytes-that-are-no-page", test_bytes_that_are_no_page);
  g_test_add_func ("/document/job", test_job);

  return g_test_run ();
}
