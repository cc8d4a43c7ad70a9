/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages set by hand, word by word, and the reading order that a person sees in them. */

#include "muster-layout.h"

#include <string.h>

/* One piece of text on a page; words are parted at blanks, every character is half an em wide. */
typedef struct
{
  double          x;
  double          y; /* baseline */
  double          size;
  MusterWordFlags flags;
  const char     *text;
} Piece;

#define BOLD MUSTER_WORD_BOLD
#define MOST_PIECES 48

typedef struct
{
  const char *name;
  guint       n_columns;
  const char *text; /* lines: '|' within a row, newline between rows, "==" between regions */
  Piece       pieces[MOST_PIECES];
} Case;

static void
add_words (MusterPage *page, const Piece *piece)
{
  g_auto (GStrv) words = g_strsplit (piece->text, " ", -1);
  double         x = piece->x;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double     width = 0.5 * piece->size * (double) g_utf8_strlen (words[i], -1);
      MusterWord word = { .text = words[i],
                          .box = { x, piece->y - 0.8 * piece->size, width, piece->size },
                          .baseline_pt = piece->y,
                          .size_pt = piece->size,
                          .flags = piece->flags,
                          .confidence = 1,
                          .link = -1 };

      if (*words[i] != '\0')
        muster_page_add_word (page, &word);
      x += width + 0.28 * piece->size;
    }
}

static MusterPage *
set_page (const Piece *pieces, guint number)
{
  MusterPage *page = muster_page_new (number, 595, 842);

  for (guint i = 0; i < MOST_PIECES && pieces[i].text != NULL; i++)
    add_words (page, &pieces[i]);

  return page;
}

static char *
dup_order (const MusterPage *page)
{
  GString          *text = g_string_new (NULL);
  guint             n_lines;
  const MusterLine *lines = muster_page_get_lines (page, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *line = muster_page_dup_line_text (page, i);

      if (i > 0 && lines[i].region != lines[i - 1].region)
        g_string_append (text, "\n==\n");
      else if (i > 0)
        g_string_append (text, lines[i].row == lines[i - 1].row ? " | " : "\n");
      g_string_append (text, line);
    }

  return g_string_free (text, FALSE);
}

static const Case cases[] = {
  { "two columns on one grid",
    2,
    "Nadia Forsell\n==\nCONTACT\nnadia@example.com\nDuluth\nSKILLS\nCycle counting\nSAP\nLANGUAGES\nEnglish\nSwedish\n==\n"
    "EXPERIENCE\nManager of the warehouse\nApril 2018 - June 2023\nLed a shift of eighteen people there\nand cut errors by a third within\n"
    "one year without any overtime\nEDUCATION\nAssociate Degree in Logistics, Lake",
    { { 40, 60, 22, BOLD, "Nadia Forsell" },
      { 40, 110, 10, BOLD, "CONTACT" },
      { 40, 135, 10, 0, "nadia@example.com" },
      { 40, 160, 10, 0, "Duluth" },
      { 40, 185, 10, BOLD, "SKILLS" },
      { 40, 210, 10, 0, "Cycle counting" },
      { 40, 235, 10, 0, "SAP" },
      { 40, 260, 10, BOLD, "LANGUAGES" },
      { 40, 285, 10, 0, "English" },
      { 40, 310, 10, 0, "Swedish" },
      { 140, 110, 10, BOLD, "EXPERIENCE" },
      { 140, 135, 10, BOLD, "Manager of the warehouse" },
      { 140, 160, 10, 0, "April 2018 - June 2023" },
      { 140, 185, 10, 0, "Led a shift of eighteen people there" },
      { 140, 210, 10, 0, "and cut errors by a third within" },
      { 140, 235, 10, 0, "one year without any overtime" },
      { 140, 285, 10, BOLD, "EDUCATION" },
      { 140, 310, 10, 0, "Associate Degree in Logistics, Lake" } } },
  { "dates in the margin are rows",
    1,
    "2018 - 2020 | Senior clerk at the harbour office\nKept the books of three small ships\n2015 - 2018 | Clerk at the mill\n"
    "Wrote the letters of the mill\n2012 - 2015 | Apprentice\nLearnt to count and to write letters\n2010 - 2012 | School of trade",
    { { 40, 100, 10, 0, "2018 - 2020" },
      { 140, 100, 10, BOLD, "Senior clerk at the harbour office" },
      { 140, 114, 10, 0, "Kept the books of three small ships" },
      { 40, 160, 10, 0, "2015 - 2018" },
      { 140, 160, 10, BOLD, "Clerk at the mill" },
      { 140, 174, 10, 0, "Wrote the letters of the mill" },
      { 40, 240, 10, 0, "2012 - 2015" },
      { 140, 240, 10, BOLD, "Apprentice" },
      { 140, 254, 10, 0, "Learnt to count and to write letters" },
      { 40, 320, 10, 0, "2010 - 2012" },
      { 140, 320, 10, BOLD, "School of trade" } } },
  { "spaced letters",
    1,
    "JOHN SMITH\nClerk",
    { { 60, 70, 24, 0, "J O H N   S M I T H" }, { 60, 100, 10, 0, "Clerk" } } },
};

static void
test_order (gconstpointer data)
{
  const Case            *test = data;
  g_autoptr (MusterPage) page = set_page (test->pieces, 1);
  g_autofree char       *order = NULL;

  muster_layout_arrange_page (page);
  order = dup_order (page);
  g_assert_cmpstr (order, ==, test->text);
  g_assert_cmpuint (muster_page_get_n_columns (page), ==, test->n_columns);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/order/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_order);
    }

  return g_test_run ();
}
