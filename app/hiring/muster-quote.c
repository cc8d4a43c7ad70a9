/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quote keeps its words and loses only the line breaks and columns of the page that it stands on. */

#include "muster-quote.h"

/** muster_quote_dup_line: Returns: (transfer full): on one line, single blanks between words. */
char *
muster_quote_dup_line (const char *quote)
{
  GString *line = g_string_new (NULL);

  for (const char *p = quote; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (line, g_utf8_get_char (p));
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  return g_string_free (line, FALSE);
}

/** muster_quote_is_upright: Returns: TRUE where the interface language sets no italics; slanted Chinese is
 * hard to read. */
gboolean
muster_quote_is_upright (void)
{
  const char *const *languages = g_get_language_names ();

  return g_str_has_prefix (languages[0], "zh") || g_str_has_prefix (languages[0], "ja")
         || g_str_has_prefix (languages[0], "ko");
}
