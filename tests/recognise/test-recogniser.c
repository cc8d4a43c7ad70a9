/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of one page, spoilt in the ways of scanners, faxes and phones: the words come out, upright, at
 * their places. */

#include "drawn-paper.h"
#include "muster-recogniser.h"

#include <math.h>
#include <string.h>

static const DrawnText resume[] = {
  { "Rupert Vandersloot", 72, 100, 24, 0, TRUE },
  { "rupert.vandersloot@example.com", 72, 130, 11, 0, FALSE },
  { "Experience", 72, 170, 15, 0, TRUE },
  { "Storeman at the Hillcrest Builders Merchants", 72, 195, 11, 0, TRUE },
  { "May 2015 - September 2022", 72, 213, 11, 0, FALSE },
  { "•  Loaded lorries and kept the yard in order for the drivers", 72, 231, 11, 0, FALSE },
  { "•  Counted stock every quarter and reported the shortages", 72, 249, 11, 0, FALSE },
  { "Education", 72, 290, 15, 0, TRUE },
  { "High School Diploma, Fairmont High School, 2010", 72, 315, 11, 0, FALSE },
  { "Worked with the local council to plan the summer market", 72, 333, 11, 0, FALSE },
};

static MusterRecogniser *recogniser;

static PIX *
draw (const DrawnText *texts, guint n_texts, double dpi)
{
  g_autoptr (GBytes) bytes = drawn_paper_new (texts, n_texts, NULL, NULL, NULL);
  g_autoptr (MusterSource) source = open_paper (bytes);
  PIX *pix = muster_source_draw_page (source, 1, dpi, FALSE, NULL);

  g_assert_nonnull (pix);

  return pix;
}

static PIX *
replace (PIX *old, PIX *made)
{
  int resolution = pixGetXRes (old);

  g_assert_nonnull (made);
  pixSetResolution (made, resolution, resolution);
  pixDestroy (&old);

  return made;
}

static PIX *
as_drawn (PIX *pix)
{
  return pix;
}

static PIX *
upside_down (PIX *pix)
{
  return replace (pix, pixRotateOrth (pix, 2));
}

static PIX *
on_its_side (PIX *pix)
{
  return replace (pix, pixRotateOrth (pix, 3));
}

static PIX *
skewed (PIX *pix)
{
  return replace (pix,
                  pixRotate (pix, (l_float32) (2.5 * G_PI / 180), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

/* Bits and dust. */
static PIX *
faxed (PIX *pix)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  pix = replace (pix, pixThresholdToBinary (pix, 150));
  for (int i = 0; i < 4000; i++)
    pixSetPixel (pix,
                 g_rand_int_range (random, 0, pixGetWidth (pix)),
                 g_rand_int_range (random, 0, pixGetHeight (pix)),
                 1);

  return replace (pix, pixConvertTo8 (pix, FALSE));
}

/* Dimmer towards one corner. */
static PIX *
shaded (PIX *pix)
{
  int width = pixGetWidth (pix), height = pixGetHeight (pix);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        l_uint32 tone;

        pixGetPixel (pix, x, y, &tone);
        pixSetPixel (pix, x, y, (l_uint32) (tone * (1 - .6 * (x + y) / (width + height))));
      }

  return pix;
}

/* Paper on a dark table, seen at an angle. */
static PIX *
photographed (PIX *pix)
{
  int  width = pixGetWidth (pix), height = pixGetHeight (pix);
  PIX *framed = pixAddBorder (pix, 2, 0);
  PTA *from = ptaCreate (4), *to = ptaCreate (4);
  PIX *photo;

  const double places[4][2] = { { .06, .04 }, { .95, .07 }, { .98, .95 }, { .03, .97 } };

  ptaAddPt (from, 0, 0);
  ptaAddPt (from, (l_float32) width, 0);
  ptaAddPt (from, (l_float32) width, (l_float32) height);
  ptaAddPt (from, 0, (l_float32) height);
  for (int i = 0; i < 4; i++)
    ptaAddPt (to, (l_float32) (places[i][0] * width), (l_float32) (places[i][1] * height));
  photo = pixProjectivePta (framed, to, from, L_BRING_IN_BLACK);
  ptaDestroy (&from);
  ptaDestroy (&to);
  pixDestroy (&framed);

  return replace (pix, photo);
}

static const struct
{
  const char *name;
  PIX *(*spoil) (PIX *pix);
  double dpi;
  guint  n_turns;
  double slack_pt; /* of places */
} cases[] = {
  { "as-drawn", as_drawn, 220, 0, 4 },       { "coarse", as_drawn, 130, 0, 4 },
  { "upside-down", upside_down, 200, 2, 5 }, { "on-its-side", on_its_side, 200, 1, 5 },
  { "skewed", skewed, 200, 0, 14 },          { "faxed", faxed, 200, 0, 5 },
  { "shaded", shaded, 200, 0, 5 },           { "photographed", photographed, 200, 0, 14 },
};

static void
test_spoilt (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data), n_turns = 9;
  PIX  *pix = cases[i].spoil (draw (resume, G_N_ELEMENTS (resume), cases[i].dpi));
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPage) page = muster_recogniser_read (recogniser, pix, 3, &n_turns, &error);
  g_autofree char  *text = NULL;
  const MusterWord *name;

  g_assert_no_error (error);
  text = join_words (page);
  g_test_message ("%s", text);
  g_assert_cmpuint (n_turns, ==, cases[i].n_turns);
  g_assert_cmpuint (muster_page_get_number (page), ==, 3);
  g_assert_nonnull (strstr (text, "rupert.vandersloot@example.com"));
  g_assert_nonnull (strstr (text, "Storeman at the Hillcrest Builders Merchants May 2015 - September 2022"));
  g_assert_nonnull (strstr (text, "Loaded lorries and kept the yard in order"));
  g_assert_nonnull (strstr (text, "Fairmont High School, 2010"));

  name = find_word (page, "Vandersloot");
  g_assert_nonnull (name);
  g_assert_cmpint (name->source, ==, MUSTER_WORD_OCR);
  g_assert_cmpfloat_with_epsilon (name->baseline_pt, 100, cases[i].slack_pt);
  g_assert_cmpfloat_with_epsilon (find_word (page, "Rupert")->box.x, 72, cases[i].slack_pt);
  g_assert_cmpfloat_with_epsilon (name->size_pt, 24, 4);
  g_assert_cmpfloat_with_epsilon (find_word (page, "drivers")->size_pt, 11, 2);
  pixDestroy (&pix);
}

static void
test_style (void)
{
  PIX *pix = draw (resume, G_N_ELEMENTS (resume), 220);
  g_autoptr (MusterPage) page = muster_recogniser_read (recogniser, pix, 1, NULL, NULL);
  const MusterWord *bullet = find_word (page, "•");

  g_assert_nonnull (bullet);
  g_assert_true (bullet->flags & MUSTER_WORD_SYMBOL);
  g_assert_true (find_word (page, "Hillcrest")->flags & MUSTER_WORD_BOLD);
  g_assert_false (find_word (page, "shortages")->flags & MUSTER_WORD_BOLD);
  g_assert_false (find_word (page, "shortages")->flags & MUSTER_WORD_SYMBOL);
  pixDestroy (&pix);
}

/* The picture that is shown behind the words is straightened in the same way, whatever its resolution. */
static void
test_straightened_picture (void)
{
  PIX *pix = upside_down (draw (resume, G_N_ELEMENTS (resume), 200));
  g_autoptr (MusterPage) page = muster_recogniser_read (recogniser, pix, 1, NULL, NULL);
  const MusterWord   *name = find_word (page, "Vandersloot");
  PIX                *coarse = pixScaleAreaMap (pix, .5f, .5f), *colour, *straight;
  MusterStraightening found;
  l_uint32            tone, darkest = 255;
  double              scale;

  g_assert_cmpuint (muster_recogniser_get_straightening (recogniser)->n_quarter_turns, ==, 2);
  pixSetResolution (coarse, 100, 100);
  colour = pixConvertTo32 (coarse);
  muster_recogniser_find_straightening (recogniser, pix, &found);
  straight = muster_straightening_apply (&found, colour);
  g_assert_cmpint (pixGetDepth (straight), ==, 32);
  scale = pixGetXRes (straight) / 72.;
  for (int x = (int) (name->box.x * scale); x < (int) ((name->box.x + name->box.width) * scale); x++)
    {
      pixGetPixel (straight, x, (int) ((name->baseline_pt - 6) * scale), &tone);
      darkest = MIN (darkest, tone >> 24);
    }
  g_assert_cmpuint (darkest, <, 100);
  pixDestroy (&pix);
  pixDestroy (&coarse);
  pixDestroy (&colour);
  pixDestroy (&straight);
}

/* The language is found from the page. */
static void
test_languages (void)
{
  static const DrawnText german[]
      = { { "Jürgen Weiß", 72, 100, 24, 0, TRUE },
          { "Ausbildung zum Elektroniker für Gebäudetechnik und Prüfung mit Auszeichnung", 72, 140, 10, 0 },
          { "Zuständig für die Wartung der Anlagen in den Häusern an der Königsstraße", 72, 156, 10, 0 },
          { "Führerschein der Klasse B und Kenntnisse über die Müllverwertung", 72, 172, 10, 0 } };
  PIX *pix = draw (german, G_N_ELEMENTS (german), 200);
  g_autoptr (MusterRecogniser) fresh = muster_recogniser_new (NULL, NULL);
  g_autoptr (MusterPage) page = muster_recogniser_read (fresh, pix, 1, NULL, NULL);

  g_assert_nonnull (find_word (page, "Jürgen"));
  g_assert_nonnull (find_word (page, "Gebäudetechnik"));
  g_assert_nonnull (find_word (page, "Königsstraße"));
  pixDestroy (&pix);
}

/* A blank page and pictures of a few pixels give a page without words. */
static void
test_nothing (void)
{
  static const int sides[][2] = { { 1, 1 }, { 3, 500 }, { 500, 3 }, { 40, 40 }, { 1700, 2200 } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      PIX *pix = pixCreate (sides[i][0], sides[i][1], 8);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterPage) page = NULL;
      guint n_words;

      pixSetAll (pix);
      pixSetResolution (pix, 200, 200);
      page = muster_recogniser_read (recogniser, pix, 1, NULL, &error);
      g_assert_no_error (error);
      muster_page_get_words (page, &n_words);
      g_assert_cmpuint (n_words, ==, 0);
      pixDestroy (&pix);
    }
}

static void
test_missing_language (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_recogniser_new ("qqq", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "qqq"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  recogniser = muster_recogniser_new (NULL, NULL);
  g_assert_nonnull (recogniser);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recogniser/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_spoilt);
    }
  g_test_add_func ("/recogniser/style", test_style);
  g_test_add_func ("/recogniser/straightened-picture", test_straightened_picture);
  g_test_add_func ("/recogniser/languages", test_languages);
  g_test_add_func ("/recogniser/nothing", test_nothing);
  g_test_add_func ("/recogniser/missing-language", test_missing_language);
  result = g_test_run ();
  muster_recogniser_free (recogniser);

  return result;
}
