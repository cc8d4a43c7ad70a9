/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running headers and footers: lines near the upper or lower edge that come again at the same height on other pages, be
 * it with another number. The pages stay whole: this only says which lines to pass over. Pure functions, any thread. */

#include "muster-layout.h"

#include <math.h>
#include <string.h>

/* Shares of the page's height: where headers and footers stand, and how far they may move. */
#define EDGE_RATIO 0.12
#define MOVE_RATIO 0.008
/* Lines of an edge and neighbouring pages that are looked at. */
#define MOST_LINES 48
#define NEIGHBOURS 8
#define MOST_LETTERS 200

typedef struct
{
  const MusterPage *page;
  guint             lines[2 * MOST_LINES];  /* first those of the upper edge */
  double            places[2 * MOST_LINES]; /* baseline as a share of the height */
  char             *texts[2 * MOST_LINES];
  guint             n_lines;
} Edges;

static void
add_line (Edges *edges, guint index, double place)
{
  char *text = muster_page_dup_line_text (edges->page, index);

  if (g_utf8_strlen (text, -1) > MOST_LETTERS)
    {
      g_free (text);
      return;
    }
  edges->lines[edges->n_lines] = index;
  edges->places[edges->n_lines] = place;
  edges->texts[edges->n_lines] = text;
  edges->n_lines++;
}

static Edges *
edges_new (const MusterPage *page)
{
  Edges            *edges = g_new0 (Edges, 1);
  guint             n_lines, n_upper = 0, n_lower = 0;
  const MusterLine *lines = muster_page_get_lines (page, &n_lines);
  double            height = MAX (muster_page_get_height_pt (page), 1);

  edges->page = page;
  for (guint i = 0; i < n_lines; i++)
    {
      double place = lines[i].baseline_pt / height;

      if (place < EDGE_RATIO && n_upper++ < MOST_LINES)
        add_line (edges, i, place);
      else if (place > 1 - EDGE_RATIO && n_lower++ < MOST_LINES)
        add_line (edges, i, place);
    }

  return edges;
}

static void
edges_free (Edges *edges)
{
  for (guint i = 0; i < edges->n_lines; i++)
    g_free (edges->texts[i]);
  g_free (edges);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edges, edges_free)

/* Reads the number at @text. Returns the byte after it. */
static const char *
read_number (const char *text, guint *number)
{
  *number = 0;
  for (; g_ascii_isdigit (*text); text++)
    *number = MIN (*number, 100000u) * 10 + (guint) (*text - '0');

  return text;
}

/* Whether the texts are equal but for a number that counts the pages: "Page 2 of 3", one page later "Page 3 of 3". */
static gboolean
is_same_text (const char *a, const char *b, int pages_later)
{
  while (*a != '\0' && *b != '\0')
    {
      guint first, second;

      if (!g_ascii_isdigit (*a) || !g_ascii_isdigit (*b))
        {
          if (*a++ != *b++)
            return FALSE;
          continue;
        }
      a = read_number (a, &first);
      b = read_number (b, &second);
      if (second != first && (int) second - (int) first != pages_later)
        return FALSE;
    }

  return *a == *b;
}

static gboolean
has_line (const Edges *edges, const char *text, double place, int pages_later)
{
  for (guint i = 0; i < edges->n_lines; i++)
    {
      if (fabs (edges->places[i] - place) <= MOVE_RATIO && is_same_text (text, edges->texts[i], pages_later))
        return TRUE;
    }

  return FALSE;
}

/* A line of one or two numbers, perhaps with one word before each, whose first number is that of the page ("- 2 -",
 * "2/3", "Page 2 of 3"). It must stand alone on its row. */
static gboolean
is_page_number (const MusterPage *page, guint index, const char *text)
{
  guint             n_lines, n_numbers = 0, n_letters = 0, first = 0;
  const MusterLine *lines = muster_page_get_lines (page, &n_lines);

  if ((index > 0 && lines[index - 1].row == lines[index].row)
      || (index + 1 < n_lines && lines[index + 1].row == lines[index].row))
    return FALSE;

  while (*text != '\0')
    {
      guint number;

      if (g_ascii_isdigit (*text))
        {
          text = read_number (text, &number);
          first = n_numbers++ == 0 ? number : first;
          if (n_numbers == 2 && number < first)
            return FALSE;
          continue;
        }
      n_letters += g_unichar_isalpha (g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }

  return n_numbers >= 1 && n_numbers <= 2 && first == muster_page_get_number (page) && n_letters <= 8 * n_numbers;
}

/**
 * muster_layout_find_running:
 * @pages: of MusterPage, all of the document
 * @page_index: from 0
 *
 * Returns: (transfer full): one byte for each line of that page, 1: it stands at the same height on half of the
 * neighbouring pages, too, or is a page number.
 */
GBytes *
muster_layout_find_running (GPtrArray *pages, guint page_index)
{
  g_return_val_if_fail (page_index < pages->len, NULL);

  const MusterPage *page = g_ptr_array_index (pages, page_index);
  guint             from = page_index > NEIGHBOURS ? page_index - NEIGHBOURS : 0;
  guint             to = MIN (page_index + NEIGHBOURS, pages->len - 1);
  g_autoptr (Edges) edges = edges_new (page);
  g_autofree guint *n_found = g_new0 (guint, edges->n_lines + 1);
  guint             n_lines;
  guchar           *running;

  muster_page_get_lines (page, &n_lines);
  running = g_new0 (guchar, n_lines + 1);

  for (guint i = from; i <= to; i++)
    {
      g_autoptr (Edges) other = i != page_index ? edges_new (g_ptr_array_index (pages, i)) : NULL;

      for (guint j = 0; other != NULL && j < edges->n_lines; j++)
        n_found[j] += has_line (other, edges->texts[j], edges->places[j], (int) i - (int) page_index);
    }
  for (guint j = 0; j < edges->n_lines; j++)
    {
      if ((n_found[j] > 0 && n_found[j] * 2 >= to - from) || is_page_number (page, edges->lines[j], edges->texts[j]))
        running[edges->lines[j]] = 1;
    }

  return g_bytes_new_take (running, n_lines);
}
