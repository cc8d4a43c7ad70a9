/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name stands between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that Arabic or Hebrew letters in it turn
 * nothing around them (Unicode Annex 9). Letters and direction marks stay; the controls that would turn the text around
 * (a name that ends in "fdp.exe" can be made to look like one in "exe.pdf") or end the isolate are shown as what they are
 * not: letters. A line break becomes an arrow, other controls the sign for what cannot be shown. */

#include "muster-file-name.h"

#include <string.h>

#define FIRST_STRONG_ISOLATE 0x2068
#define POP_ISOLATE 0x2069
#define LINE_BREAK 0x21B5
#define REPLACEMENT 0xFFFD
#define ELLIPSIS 0x2026

static gboolean
is_turning (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gunichar
get_shown (gunichar c)
{
  if (c == '\n' || c == '\r')
    return LINE_BREAK;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || is_turning (c))
    return REPLACEMENT;

  return c;
}

static void
append_shown (GString *shown, const char *text, const char *end)
{
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (shown, get_shown (g_utf8_get_char (p)));
}

/* A mark belongs to the letter before it: it is not parted from it. */
static const char *
skip_marks (const char *p)
{
  while (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/** muster_file_name_dup_text: @text: need not be valid UTF-8. Returns: (transfer full). */
char *
muster_file_name_dup_text (const char *text, guint max_characters)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *shown = g_string_new (NULL);
  const char      *end = valid + strlen (valid);
  glong            n_characters = g_utf8_strlen (valid, -1);

  g_string_append_unichar (shown, FIRST_STRONG_ISOLATE);
  if (max_characters == 0 || n_characters <= (glong) max_characters)
    append_shown (shown, valid, end);
  else
    {
      glong n_first = (max_characters - 1) / 2;
      glong n_last = max_characters - 1 - n_first;

      append_shown (shown, valid, skip_marks (g_utf8_offset_to_pointer (valid, n_first)));
      g_string_append_unichar (shown, ELLIPSIS);
      append_shown (shown, skip_marks (g_utf8_offset_to_pointer (valid, n_characters - n_last)), end);
    }
  g_string_append_unichar (shown, POP_ISOLATE);

  return g_string_free (shown, FALSE);
}

/** muster_file_name_dup_shown: @path: a file name in whatever bytes it has. Returns: (transfer full). */
char *
muster_file_name_dup_shown (const char *path, guint max_characters)
{
  g_autofree char *name = g_filename_display_basename (path);

  return muster_file_name_dup_text (name, max_characters);
}
