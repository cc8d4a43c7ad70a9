/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers and footers that run over the pages of a document. */

#include "layout-page.h"
#include "muster-layout.h"

#define N_PAGES 3

typedef struct
{
  const char *name;
  Piece       pieces[N_PAGES][8];
  const char *running[N_PAGES]; /* one sign a line: r runs, . does not; NULL: no such page */
} Case;

static const Case cases[] = {
  { "a header, a footer and page numbers",
    { { { 60, 30, 8, 0, "Marek Holub - Curriculum Vitae" },
        { 500, 30, 8, 0, "Page 1 of 3" },
        { 60, 80, 20, 0, "Marek Holub" },
        { 60, 300, 10, 0, "Planner since 2019" },
        { 60, 812, 8, 0, "Updated 3 June 2026" } },
      { { 60, 30, 8, 0, "Marek Holub - Curriculum Vitae" },
        { 500, 30, 8, 0, "Page 2 of 3" },
        { 60, 66, 10, 0, "Fitter until 2018" },
        { 60, 812, 8, 0, "Updated 3 June 2026" } },
      { { 60, 31, 8, 0, "Marek Holub - Curriculum Vitae" },
        { 500, 31, 8, 0, "Page 3 of 3" },
        { 60, 66, 10, 0, "Fitter until 2010" },
        { 60, 812, 8, 0, "Updated 3 June 2026" } } },
    { "rr..r", "rr.r", "rr.r" } },
  { "a header from the second page on",
    { { { 60, 80, 20, 0, "Marek Holub" }, { 60, 300, 10, 0, "Planner" } },
      { { 60, 30, 8, 0, "Marek Holub" }, { 60, 66, 10, 0, "Fitter" } },
      { { 60, 30, 8, 0, "Marek Holub" }, { 60, 66, 10, 0, "Baker" } } },
    { "..", "r.", "r." } },
  { "a page number on a single page",
    { { { 60, 80, 20, 0, "Marek Holub" }, { 60, 300, 10, 0, "Planner" }, { 290, 815, 8, 0, "- 1 -" } } },
    { "..r" } },
  { "what looks alike in the middle of pages",
    { { { 60, 80, 20, 0, "Marek Holub" }, { 60, 400, 10, 0, "Highlights" }, { 60, 420, 10, 0, "Planner" } },
      { { 60, 60, 10, 0, "Fitter" }, { 60, 400, 10, 0, "Highlights" }, { 60, 420, 10, 0, "Baker" } } },
    { "...", "..." } },
  { "years at the same height",
    { { { 60, 60, 10, 0, "2015 - 2018" }, { 60, 400, 10, 0, "Planner" } },
      { { 60, 60, 10, 0, "2010 - 2012" }, { 60, 400, 10, 0, "Baker" } } },
    { "..", ".." } },
  { "a year below a date is no page number",
    { { { 60, 80, 20, 0, "Marek Holub" }, { 60, 800, 10, 0, "2012" } } },
    { ".." } },
  { "another height",
    { { { 60, 30, 10, 0, "Planner" }, { 60, 400, 10, 0, "Smith" } }, { { 60, 60, 10, 0, "Planner" } } },
    { "..", "." } },
};

static void
test_running (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);

  for (guint i = 0; i < N_PAGES && test->running[i] != NULL; i++)
    {
      g_ptr_array_add (pages, layout_page_new (i + 1, test->pieces[i]));
      muster_layout_arrange_page (g_ptr_array_index (pages, i));
    }

  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (GBytes) running = muster_layout_find_running (pages, i);
      g_autoptr (GString) signs = g_string_new (NULL);
      gsize         n;
      const guchar *bytes = g_bytes_get_data (running, &n);

      for (gsize j = 0; j < n; j++)
        g_string_append_c (signs, bytes[j] == 1 ? 'r' : '.');
      g_assert_cmpstr (signs->str, ==, test->running[i]);
    }
}

static void
test_empty_page (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
  g_autoptr (GBytes) running = NULL;

  g_ptr_array_add (pages, muster_page_new (1, 0, 0));
  running = muster_layout_find_running (pages, 0);
  g_assert_cmpuint (g_bytes_get_size (running), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout-running/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_running);
    }
  g_test_add_func ("/layout-running/a page without lines", test_empty_page);

  return g_test_run ();
}
