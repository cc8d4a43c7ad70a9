/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are kept until all are there, for the widths depend on them. */

#include "muster-table.h"

#include "muster-output.h"

#include <stdarg.h>
#include <string.h>

typedef struct
{
  char **cells; /* NULL: a note */
  char  *note;
} Row;

struct _MusterTable
{
  char      *alignment;
  GPtrArray *rows; /* Row */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_strfreev (row->cells);
  g_free (row->note);
  g_free (row);
}

static guint
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += width_of (g_utf8_get_char (p));

  return width;
}

MusterTable *
muster_table_new (const char *alignment)
{
  MusterTable *self = g_new0 (MusterTable, 1);

  self->alignment = g_strdup (alignment);
  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

void
muster_table_free (MusterTable *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->alignment);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
muster_table_add (MusterTable *self, ...)
{
  gsize   n = strlen (self->alignment);
  Row    *row = g_new0 (Row, 1);
  va_list texts;

  row->cells = g_new0 (char *, n + 1);
  va_start (texts, self);
  for (gsize i = 0; i < n; i++)
    {
      const char *text = va_arg (texts, const char *);

      row->cells[i] = muster_output_printable (text != NULL ? text : "");
    }
  va_end (texts);
  g_ptr_array_add (self->rows, row);
}

void
muster_table_add_note (MusterTable *self, guint indent, const char *text)
{
  Row             *row = g_new0 (Row, 1);
  g_autofree char *printable = muster_output_printable (text);

  row->note = g_strdup_printf ("%*s%s", (int) indent, "", printable);
  g_ptr_array_add (self->rows, row);
}

static void
add_cell (GString *line, const char *text, guint width, char alignment, gboolean is_last)
{
  guint own = text_width (text);
  guint fill = width > own ? width - own : 0;

  if (alignment == 'r')
    g_string_append_printf (line, "%*s", (int) fill, "");
  g_string_append (line, text);
  if (alignment != 'r' && !is_last)
    g_string_append_printf (line, "%*s", (int) fill, "");
  if (!is_last)
    g_string_append (line, "  ");
}

void
muster_table_print (const MusterTable *self)
{
  gsize             n = strlen (self->alignment);
  g_autofree guint *widths = g_new0 (guint, n + 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      for (gsize j = 0; row->cells != NULL && j < n; j++)
        widths[j] = MAX (widths[j], text_width (row->cells[j]));
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row          *row = g_ptr_array_index (self->rows, i);
      g_autoptr (GString) line = g_string_new (row->note);

      for (gsize j = 0; row->cells != NULL && j < n; j++)
        add_cell (line, row->cells[j], widths[j], self->alignment[j], j + 1 == n);
      g_print ("%s\n", g_strchomp (line->str));
    }
}

char *
muster_table_clip (const char *text, guint columns)
{
  g_autofree char    *valid = g_utf8_make_valid (text, -1);
  g_autofree char    *printable = NULL;
  g_autoptr (GString) clipped = g_string_new (NULL);
  guint               width = 0;

  for (char *p = valid; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t' || *p == '\r')
      *p = ' ';
  printable = muster_output_printable (valid);
  if (text_width (printable) <= columns)
    return g_steal_pointer (&printable);

  for (const char *p = printable; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += width_of (c);
      if (width > columns - 1)
        break;
      g_string_append_unichar (clipped, c);
    }
  g_strchomp (clipped->str);
  clipped->len = strlen (clipped->str);
  g_string_append (clipped, "…");

  return g_string_free (g_steal_pointer (&clipped), FALSE);
}
