/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small picture of a page: means of areas, and nothing of what must not be seen. */

#include "layout-page.h"
#include "muster-layout.h"

#include <string.h>

#define WHITE 255
#define PAPER 230

typedef struct
{
  const char *name;
  guint       width;
  guint       height;
  guint       stride;
} Size;

static const Size sizes[] = {
  { "as large as the picture", MUSTER_LAYOUT_WIDTH, MUSTER_LAYOUT_HEIGHT, MUSTER_LAYOUT_WIDTH },
  { "ten times", 960, 1280, 960 },
  { "no whole multiple, padded rows", 1241, 1754, 1280 },
  { "smaller than the picture", 50, 70, 50 },
  { "one pixel", 1, 1, 4 },
};

static guchar *
new_grey (const Size *size, guchar value)
{
  guchar *grey = g_malloc ((gsize) size->stride * size->height);

  memset (grey, value, (gsize) size->stride * size->height);

  return grey;
}

/* The mean of the picture is that of the page, whatever the sizes: no pixel is lost or counted twice. */
static void
test_mean (gconstpointer data)
{
  const Size *size = data;
  g_autoptr (MusterPage) page = muster_page_new (1, PAGE_WIDTH, PAGE_HEIGHT);
  g_autofree guchar *grey = new_grey (size, 0);
  g_autoptr (GBytes) image = NULL;
  const guchar *pixels;
  double        sum = 0, expected = 0;
  gsize         n;

  for (guint y = 0; y < size->height; y++)
    {
      for (guint x = 0; x < size->width; x++)
        {
          guchar value = (guchar) ((x * 7 + y * 13) % 256);

          grey[(gsize) y * size->stride + x] = value;
          expected += value;
        }
    }
  expected /= (double) size->width * size->height;

  image = muster_layout_image_new (page, grey, size->width, size->height, size->stride);
  pixels = g_bytes_get_data (image, &n);
  g_assert_cmpuint (n, ==, MUSTER_LAYOUT_WIDTH * MUSTER_LAYOUT_HEIGHT);
  for (gsize i = 0; i < n; i++)
    sum += pixels[i];
  g_assert_cmpfloat_with_epsilon (sum / (double) n, expected, 0.1);
}

static void
test_place (void)
{
  const Size size = { NULL, 960, 1280, 960 };
  g_autoptr (MusterPage) page = muster_page_new (1, PAGE_WIDTH, PAGE_HEIGHT);
  g_autofree guchar *grey = new_grey (&size, WHITE);
  g_autoptr (GBytes) image = NULL;
  const guchar *pixels;

  /* half of the cell in column 3 of row 5 is black */
  for (guint y = 50; y < 60; y++)
    memset (grey + (gsize) y * size.stride + 30, 0, 5);
  image = muster_layout_image_new (page, grey, size.width, size.height, size.stride);
  pixels = g_bytes_get_data (image, NULL);
  for (guint i = 0; i < MUSTER_LAYOUT_WIDTH * MUSTER_LAYOUT_HEIGHT; i++)
    g_assert_cmpint (pixels[i], ==, i == 5 * MUSTER_LAYOUT_WIDTH + 3 ? 128 : WHITE);
}

/* A black photo and a hidden word on grey paper leave no trace; a visible word does. */
static void
test_painted (void)
{
  const Size         size = { NULL, 595, 842, 600 };
  static const Piece seen = { 100, 400, 20, 0, "Clerk" };
  g_autoptr (MusterPage) page = muster_page_new (1, PAGE_WIDTH, PAGE_HEIGHT);
  MusterWord hidden
      = { .text = "hidden", .box = { 300, 600, 120, 40 }, .size_pt = 40, .hidden = MUSTER_HIDDEN_NO_CONTRAST };
  g_autofree guchar *grey = new_grey (&size, PAPER);
  g_autoptr (GBytes) image = NULL;
  const guchar *pixels;
  guint         n_dark = 0;

  layout_page_add (page, &seen, MUSTER_WORD_TEXT_LAYER);
  muster_page_add_word (page, &hidden);
  muster_page_add_picture (page, (MusterBox){ 50, 50, 100, 120 });
  muster_page_add_picture (page, (MusterBox){ 500, -50, 1e9, 80 });
  for (guint y = 50; y < 170; y++)
    memset (grey + (gsize) y * size.stride + 50, 0, 100);
  for (guint y = 600; y < 640; y++)
    memset (grey + (gsize) y * size.stride + 300, 0, 120);
  for (guint y = 384; y < 404; y++)
    memset (grey + (gsize) y * size.stride + 100, 0, 50);

  image = muster_layout_image_new (page, grey, size.width, size.height, size.stride);
  pixels = g_bytes_get_data (image, NULL);
  for (guint y = 0; y < MUSTER_LAYOUT_HEIGHT; y++)
    {
      for (guint x = 0; x < MUSTER_LAYOUT_WIDTH; x++)
        {
          guchar   pixel = pixels[y * MUSTER_LAYOUT_WIDTH + x];
          gboolean is_word = x >= 16 && x <= 24 && y >= 57 && y <= 62;

          if (is_word)
            n_dark += pixel < 128;
          else
            g_assert_cmpint (ABS (pixel - PAPER), <=, 5);
        }
    }
  g_assert_cmpuint (n_dark, >, 10);
}

/* A background picture is painted over, but for the words on it; a picture with one word on it is no background. */
static void
test_background (void)
{
  const Size size = { NULL, 960, 1280, 960 };
  g_autoptr (MusterPage) page = muster_page_new (1, 960, 1280);
  g_autofree guchar *grey = new_grey (&size, PAPER);
  g_autoptr (GBytes) image = NULL;
  const guchar *pixels;

  for (guint i = 0; i < 6; i++)
    {
      Piece piece = { 100, 200 + 100 * i, 50, 0, "Clerk" };

      layout_page_add (page, &piece, MUSTER_WORD_TEXT_LAYER);
    }
  muster_page_add_picture (page, (MusterBox){ 50, 120, 300, 480 });
  muster_page_add_picture (page, (MusterBox){ 50, 640, 300, 100 });
  for (guint y = 120; y < 740; y++)
    memset (grey + (gsize) y * size.stride + 50, 0, 300);

  image = muster_layout_image_new (page, grey, size.width, size.height, size.stride);
  pixels = g_bytes_get_data (image, NULL);
  g_assert_cmpint (pixels[18 * MUSTER_LAYOUT_WIDTH + 15], ==, 0);
  g_assert_cmpint (ABS (pixels[13 * MUSTER_LAYOUT_WIDTH + 15] - PAPER), <=, 5);
  g_assert_cmpint (ABS (pixels[68 * MUSTER_LAYOUT_WIDTH + 15] - PAPER), <=, 5);
}

/* So many boxes over the whole page that painting would not end: the page is given as blank. */
static void
test_painted_too_often (void)
{
  const Size size = { NULL, 595, 842, 595 };
  g_autoptr (MusterPage) page = muster_page_new (1, PAGE_WIDTH, PAGE_HEIGHT);
  g_autofree guchar *grey = new_grey (&size, 0);
  g_autoptr (GBytes) image = NULL;
  const guchar *pixels;

  for (guint i = 0; i < 50; i++)
    muster_page_add_picture (page, (MusterBox){ 10, 10, 500, 800 });
  image = muster_layout_image_new (page, grey, size.width, size.height, size.stride);
  pixels = g_bytes_get_data (image, NULL);
  for (guint i = 0; i < MUSTER_LAYOUT_WIDTH * MUSTER_LAYOUT_HEIGHT; i++)
    g_assert_cmpint (pixels[i], ==, WHITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout-image/mean/%s", sizes[i].name);

      g_test_add_data_func (path, &sizes[i], test_mean);
    }
  g_test_add_func ("/layout-image/place", test_place);
  g_test_add_func ("/layout-image/painted", test_painted);
  g_test_add_func ("/layout-image/background", test_background);
  g_test_add_func ("/layout-image/painted too often", test_painted_too_often);

  return g_test_run ();
}
