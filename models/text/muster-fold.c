/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding on GLib's Unicode tables. Latin letters lose their marks and ligatures come apart; marks of other
 * scripts carry meaning and stay. */

#include "muster-fold.h"

#include <string.h>

/* Letters that have no decomposition, and signs that writers use for one another. */
static const char *
fold_character (gunichar c)
{
  switch (c)
    {
    case 0x00f8:
      return "o";
    case 0x0142:
      return "l";
    case 0x00e6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x0111:
      return "d";
    case 0x0131:
      return "i";
    case 0x00df:
      return "ss";
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
    case 0x00b4:
    case 0x0060:
    case 0x02bc:
      return "'";
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
    case 0x00ab:
    case 0x00bb:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x2043:
    case 0xfe58:
    case 0xfe63:
    case 0xff0d:
      return "-";
    case 0x00ad:
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x2060:
    case 0xfeff:
      return "";
    default:
      return NULL;
    }
}

static gboolean
is_latin_mark (gunichar c)
{
  return c >= 0x0300 && c <= 0x036f;
}

/* Appends the folded form of decomposed text; white space becomes single blanks between words. */
static void
append_folded (GString *folded, const char *decomposed)
{
  gboolean has_gap = FALSE;

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar    c = g_utf8_get_char (p);
      const char *other;

      if (is_latin_mark (c))
        continue;
      if (g_unichar_isspace (c))
        {
          has_gap = TRUE;
          continue;
        }
      if (has_gap && folded->len > 0)
        g_string_append_c (folded, ' ');
      has_gap = FALSE;
      other = fold_character (c);
      if (other != NULL)
        g_string_append (folded, other);
      else
        g_string_append_unichar (folded, c);
    }
}

char *
muster_fold (const char *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid != NULL ? valid : text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_casefold (composed, -1);
  g_autofree char *decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) folded = g_string_sized_new (strlen (decomposed) + 1);

  append_folded (folded, decomposed);

  /* Hangul and the like are put together again. */
  return g_utf8_normalize (folded->str, (gssize) folded->len, G_NORMALIZE_DEFAULT_COMPOSE);
}

char *
muster_fold_squeezed (const char *text)
{
  g_autofree char *folded = muster_fold (text);
  GString         *squeezed = g_string_sized_new (strlen (folded) + 1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (squeezed, c);
    }

  return g_string_free (squeezed, FALSE);
}

/* Han, kana, bopomofo and Hangul: scripts that put no blanks between words, or whose syllables search well
 * one by one. */
gboolean
muster_unichar_is_cjk (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x2fdf) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x312f)
         || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af)
         || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x323af);
}
