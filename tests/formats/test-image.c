/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of pages: what their headers promise, how they are turned, on what they lie, and files that lie.
 */

#include "drawn-paper.h"
#include "muster-document.h"
#include "muster-image-header.h"

#include <string.h>

/* A wide grey picture whose left half is black. */
static PIX *
new_picture (int width, int height, int depth)
{
  PIX *pix = pixCreate (width, height, depth);
  BOX *left = boxCreate (0, 0, width / 2, height);

  pixSetAll (pix);
  pixClearInRect (pix, left);
  boxDestroy (&left);
  pixSetResolution (pix, 150, 150);

  return pix;
}

static GBytes *
take_encoded (PIX *pix, int format)
{
  l_uint8 *data = NULL;
  size_t   size = 0;
  GBytes  *bytes;

  g_assert_cmpint (pixWriteMem (&data, &size, pix, format), ==, 0);
  bytes = g_bytes_new (data, size);
  lept_free (data);
  pixDestroy (&pix);

  return bytes;
}

static guint
tone_at (PIX *pix, int x, int y)
{
  l_uint32 tone;

  pixGetPixel (pix, x, y, &tone);

  return tone;
}

static void
test_formats (void)
{
  static const struct
  {
    const char *name;
    int         depth;
    int         format;
    const char *media_type;
  } cases[] = {
    { "png grey", 8, IFF_PNG, "image/png" },       { "png one bit", 1, IFF_PNG, "image/png" },
    { "png colour", 32, IFF_PNG, "image/png" },    { "png 16 bits", 16, IFF_PNG, "image/png" },
    { "jpeg", 8, IFF_JFIF_JPEG, "image/jpeg" },    { "fax", 1, IFF_TIFF_G4, "image/tiff" },
    { "tiff lzw", 8, IFF_TIFF_LZW, "image/tiff" }, { "bmp", 8, IFF_BMP, "image/bmp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PIX *made = new_picture (1000, 1400, cases[i].depth);

      g_test_message ("%s", cases[i].name);
      if (cases[i].depth == 1)
        pixInvert (made, made); /* ones are ink there */

      g_autoptr (GBytes) bytes = take_encoded (made, cases[i].format);
      g_autoptr (MusterSource) source = open_paper (bytes);
      g_autoptr (MusterPage) page = muster_source_read_page (source, 1, NULL);
      PIX  *pix = muster_source_draw_page (source, 1, 75, FALSE, NULL);
      guint n_words;

      muster_page_get_words (page, &n_words);
      g_assert_cmpstr (muster_source_get_media_type (source), ==, cases[i].media_type);
      g_assert_cmpuint (n_words, ==, 0);
      g_assert_cmpfloat_with_epsilon (muster_source_get_picture_share (source, 1), 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          muster_page_get_width_pt (page) / muster_page_get_height_pt (page), 1000. / 1400, .01);
      g_assert_cmpint (pixGetDepth (pix), ==, 8);
      g_assert_cmpint (pixGetWidth (pix), <=, 500);
      g_assert_cmpuint (tone_at (pix, 20, 50), <, 30);
      g_assert_cmpuint (tone_at (pix, pixGetWidth (pix) - 20, 50), >, 225);
      pixDestroy (&pix);
    }
}

/* Black letters on nothing are black letters on white paper. */
static void
test_transparent (void)
{
  PIX *made = new_picture (400, 560, 32), *alpha = pixCreate (400, 560, 8);
  BOX *ink = boxCreate (0, 0, 100, 560);

  pixClearAll (made);
  pixSetInRect (alpha, ink);
  pixSetRGBComponent (made, alpha, L_ALPHA_CHANNEL);
  pixSetSpp (made, 4);
  boxDestroy (&ink);
  pixDestroy (&alpha);

  g_autoptr (GBytes) bytes = take_encoded (made, IFF_PNG);
  g_autoptr (MusterSource) source = open_paper (bytes);
  PIX *pix = muster_source_draw_page (source, 1, 300, FALSE, NULL);

  g_assert_cmpuint (tone_at (pix, 50, 100), <, 30);
  g_assert_cmpuint (tone_at (pix, 300, 100), >, 225);
  pixDestroy (&pix);
}

/* An APP1 part with one entry of EXIF: the orientation. */
static GBytes *
with_orientation (GBytes *jpeg, guint8 orientation)
{
  const guint8 part[]
      = { 0xff, 0xe1, 0, 34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M',         0, 42, 0, 0, 0, 8,
          0,    1,    1, 0x12, 0,   3,   0,   0,   0, 1, 0,   orientation, 0, 0,  0, 0, 0, 0 };
  gsize         length;
  const guint8 *data = g_bytes_get_data (jpeg, &length);
  GByteArray   *all = g_byte_array_new ();

  g_byte_array_append (all, data, 2);
  g_byte_array_append (all, part, sizeof part);
  g_byte_array_append (all, data + 2, length - 2);

  return g_byte_array_free_to_bytes (all);
}

/* The black half of the wide picture comes to lie where a viewer shows it. */
static void
test_orientation (void)
{
  static const struct
  {
    guint8   orientation;
    gboolean is_tall;
    double   dark_x, dark_y; /* shares of the shown picture */
  } cases[] = { { 1, FALSE, .2, .5 }, { 2, FALSE, .8, .5 }, { 3, FALSE, .8, .5 }, { 4, FALSE, .2, .5 },
                { 5, TRUE, .5, .2 },  { 6, TRUE, .5, .2 },  { 7, TRUE, .5, .8 },  { 8, TRUE, .5, .8 } };
  g_autoptr (GBytes) plain = take_encoded (new_picture (600, 400, 8), IFF_JFIF_JPEG);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = with_orientation (plain, cases[i].orientation);
      g_autoptr (MusterSource) source = open_paper (bytes);
      PIX *pix = muster_source_draw_page (source, 1, 1000, FALSE, NULL);

      g_test_message ("orientation %u", cases[i].orientation);
      g_assert_cmpint (pixGetHeight (pix) > pixGetWidth (pix), ==, cases[i].is_tall);
      g_assert_cmpuint (tone_at (pix,
                                 (int) (cases[i].dark_x * pixGetWidth (pix)),
                                 (int) (cases[i].dark_y * pixGetHeight (pix))),
                        <,
                        60);
      g_assert_cmpuint (tone_at (pix,
                                 (int) ((1 - cases[i].dark_x) * pixGetWidth (pix)),
                                 (int) ((1 - cases[i].dark_y) * pixGetHeight (pix))),
                        >,
                        200);
      pixDestroy (&pix);
    }
}

static GBytes *
new_tiff (guint n_pages)
{
  PIXA    *pages = pixaCreate (0);
  l_uint8 *data = NULL;
  size_t   size = 0;
  GBytes  *bytes;

  for (guint i = 0; i < n_pages; i++)
    pixaAddPix (pages, new_picture (200 + 100 * (int) i, 600, 1), L_INSERT);
  g_assert_cmpint (pixaWriteMemMultipageTiff (&data, &size, pages), ==, 0);
  bytes = g_bytes_new (data, size);
  lept_free (data);
  pixaDestroy (&pages);

  return bytes;
}

static void
test_pages (void)
{
  g_autoptr (GBytes) bytes = new_tiff (3);
  g_autoptr (MusterSource) source = open_paper (bytes);
  PIX *third;

  g_assert_cmpuint (muster_source_get_n_pages (source), ==, 3);
  third = muster_source_draw_page (source, 3, 1200, FALSE, NULL);
  g_assert_cmpint (pixGetWidth (third), ==, 400);
  pixDestroy (&third);
}

/* A TIFF directory: size, and where the next one is. */
static GBytes *
lying_tiff (guint32 side, guint32 next)
{
  guint8 file[] = { 'I', 'I', 42, 0, 8, 0, 0, 0, 2, 0, 0, 1, 4, 0, 1, 0, 0, 0, 0,
                    0,   0,   0,  1, 1, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

  for (guint i = 0; i < 4; i++)
    {
      file[18 + i] = file[30 + i] = (guint8) (side >> 8 * i);
      file[34 + i] = (guint8) (next >> 8 * i);
    }

  return g_bytes_new (file, sizeof file);
}

static void
test_lies (void)
{
  static const struct
  {
    const char *name;
    guint32     side;
    guint32     next;
    const char *code;
  } cases[] = {
    { "too many pixels", 0x7fffffff, 0, "limit" },
    { "a chain that bites its tail, no picture", 100, 8, "damaged" },
    { "a chain that leads outside", 100, 0xfffffff0, "damaged" },
    { "no size", 0, 0, "damaged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = lying_tiff (cases[i].side, cases[i].next);
      g_autoptr (GError) error = NULL;
      g_auto (MusterReaderJob) job = { 0 };

      muster_reader_job_init (&job);
      g_test_message ("%s", cases[i].name);
      g_assert_null (muster_source_open (bytes, &job, &error));
      g_assert_cmpstr (muster_read_error_code (error), ==, cases[i].code);
    }
}

/* Every cut of good files is read or refused. */
static void
test_cut (void)
{
  GBytes *files[] = { take_encoded (new_picture (60, 80, 8), IFF_PNG),
                      take_encoded (new_picture (60, 80, 8), IFF_JFIF_JPEG),
                      new_tiff (2),
                      take_encoded (new_picture (60, 80, 8), IFF_BMP) };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize size = g_bytes_get_size (files[i]);

      for (gsize length = 1; length < size; length += MAX (size / 97, 1))
        {
          g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (files[i], NULL), length);
          g_autoptr (GBytes) bytes = g_bytes_new (data, length);
          g_autoptr (MusterSource) source = NULL;
          g_autoptr (GError) error = NULL;
          g_auto (MusterReaderJob) job = { 0 };

          muster_reader_job_init (&job);
          source = muster_source_open (bytes, &job, &error);
          g_assert_true ((source == NULL) == (error != NULL));
        }
      g_bytes_unref (files[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  setMsgSeverity (L_SEVERITY_NONE);
  g_test_add_func ("/image/formats", test_formats);
  g_test_add_func ("/image/transparent", test_transparent);
  g_test_add_func ("/image/orientation", test_orientation);
  g_test_add_func ("/image/pages", test_pages);
  g_test_add_func ("/image/lies", test_lies);
  g_test_add_func ("/image/cut", test_cut);

  return g_test_run ();
}
