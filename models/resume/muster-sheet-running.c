/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers and footers: lines near the top or bottom edge that stand at the same height on other pages with
 * the same words, and page numbers. */

#include "muster-sheet.h"
#include "muster-fold.h"

#include <math.h>
#include <string.h>

/* Share of the page height at top and bottom where they stand. */
#define MARGIN_RATIO 0.15
#define SAME_HEIGHT_PT 6.0

/* Letters of a line without its numbers: "Ann Lee - Page 2 of 3" is the same on every page. */
static char *
dup_key (const char *folded)
{
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        g_string_append_unichar (key, c);
    }

  return g_string_free (key, FALSE);
}

static gboolean
stands_at_edge (const MusterSheet *self, const MusterSheetLine *line)
{
  double height_pt = muster_page_get_height_pt (muster_document_get_page (self->document, line->page));

  return line->box.y + line->box.height < MARGIN_RATIO * height_pt
         || line->box.y > (1 - MARGIN_RATIO) * height_pt;
}

/* "2", "1/2", "- 3 -", "Page 2 of 3", "Seite 2", "第 2 页" */
static gboolean
is_page_number (const MusterSheetLine *line, const char *key)
{
  static const char *words[] = { "",       "page",   "pageof",   "of", "seite", "seitevon", "von", "pagesur",
                                 "pagina", "pagede", "paginade", "页", "第页",  "第页共页", "p",   "pg" };
  gboolean           has_digit = FALSE;

  if (line->end - line->start > 20)
    return FALSE;
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    has_digit |= g_unichar_isdigit (g_utf8_get_char (p));
  if (!has_digit)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (key, words[i]) == 0)
        return *key != '\0' || line->end - line->start <= 7;
    }

  return FALSE;
}

static gboolean
is_repeated (const MusterSheet *self, guint at, char **keys)
{
  const MusterSheetLine *line = muster_sheet_line (self, at);

  if (keys[at] == NULL || strlen (keys[at]) < 3)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const MusterSheetLine *other = muster_sheet_line (self, i);

      if (other->page != line->page && keys[i] != NULL
          && fabs (other->baseline_pt - line->baseline_pt) < SAME_HEIGHT_PT
          && strcmp (keys[i], keys[at]) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * muster_sheet_mark_running:
 *
 * Sets is_running of lines that repeat on other pages, and of page numbers at the edge.
 */
void
muster_sheet_mark_running (MusterSheet *self)
{
  g_auto (GStrv) keys = g_new0 (char *, self->lines->len + 1);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (self, i);

      /* Never NULL inside: the array is freed as a vector of strings. */
      keys[i] = stands_at_edge (self, line) ? dup_key (line->folded) : g_strdup ("");
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      MusterSheetLine *line = &g_array_index (self->lines, MusterSheetLine, i);

      line->is_running
          = stands_at_edge (self, line) && (is_page_number (line, keys[i]) || is_repeated (self, i, keys));
    }
}
