/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters as a person reads them. Full NFKC would go too far ("²" is not "2", and a lone "¨" would get a
 * blank), so only the blocks that exist for the sake of fonts and old encodings are folded; then NFC. Pure
 * functions, any thread. */

#include "muster-glyph-text.h"

#include <string.h>

/* Radicals that Chinese fonts give in place of the letter and that Unicode does not fold
 * (EquivalentUnifiedIdeograph). */
static const struct
{
  gunichar radical;
  gunichar letter;
} radicals[] = {
  { 0x2e81, 0x5382 }, { 0x2e85, 0x4ebb }, { 0x2e8c, 0x5c0f }, { 0x2e8f, 0x5c23 }, { 0x2e92, 0x5df3 },
  { 0x2e94, 0x5f51 }, { 0x2e97, 0x5fc3 }, { 0x2ea0, 0x6c11 }, { 0x2ea3, 0x706c }, { 0x2ea6, 0x4e2c },
  { 0x2ebc, 0x8089 }, { 0x2ec4, 0x897f }, { 0x2ec5, 0x89c1 }, { 0x2ec6, 0x89d2 }, { 0x2ec8, 0x8ba0 },
  { 0x2ec9, 0x8d1d }, { 0x2ecb, 0x8f66 }, { 0x2ed3, 0x957f }, { 0x2ed4, 0x95e8 }, { 0x2ed8, 0x9752 },
  { 0x2ed9, 0x97e6 }, { 0x2eda, 0x9875 }, { 0x2edb, 0x98ce }, { 0x2edc, 0x98de }, { 0x2edd, 0x98df },
  { 0x2ee0, 0x9963 }, { 0x2ee2, 0x9a6c }, { 0x2ee3, 0x9aa8 }, { 0x2ee4, 0x9b3c }, { 0x2ee5, 0x9c7c },
  { 0x2ee6, 0x9e1f }, { 0x2ee7, 0x5364 }, { 0x2ee8, 0x9ea6 }, { 0x2ee9, 0x9ec4 }, { 0x2eea, 0x9efe },
  { 0x2eec, 0x9f50 }, { 0x2eee, 0x9f7f }, { 0x2ef0, 0x9f99 }, { 0x2ef2, 0x4e80 },
};

static gboolean
is_between (gunichar c, gunichar first, gunichar last)
{
  return c >= first && c <= last;
}

gboolean
muster_glyph_font_is_icons (const char *font_name)
{
  static const char *const parts[]
      = { "awesome",  "icon",   "wingding", "webding", "dingbat",  "fontello", "icomoon",        "glyphicons",
          "marvosym", "bbding", "ifsym",    "entypo",  "typicons", "feather",  "materialsymbols" };
  static const char *const letters[] = { "lexicon", "silicon", "rubicon", "helicon" };
  g_autofree char         *lower = NULL;

  if (font_name == NULL)
    return FALSE;
  lower = g_ascii_strdown (font_name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strstr (lower, letters[i]) != NULL)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (lower, parts[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Blocks that hold other forms of letters for the sake of fonts or old encodings. */
static gboolean
is_font_form (gunichar c)
{
  return is_between (c, 0xfb00, 0xfdff) || is_between (c, 0xfe30, 0xfefe) || is_between (c, 0xff01, 0xffee)
         || is_between (c, 0x2e80, 0x2fdf) || is_between (c, 0xf900, 0xfaff)
         || is_between (c, 0x1d400, 0x1d7ff) || is_between (c, 0x2f800, 0x2fa1f)
         || is_between (c, 0x2000, 0x200a) || c == 0x00a0 || c == 0x202f || c == 0x3000
         || is_between (c, 0x0132, 0x0133) || is_between (c, 0x01c4, 0x01cc) || c == 0x00b5 || c == 0x017f;
}

static void
append_font_form (GString *text, gunichar c)
{
  char             utf8[8] = { 0 };
  g_autofree char *folded = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (radicals); i++)
    if (radicals[i].radical == c)
      {
        g_string_append_unichar (text, radicals[i].letter);
        return;
      }

  g_unichar_to_utf8 (c, utf8);
  folded = g_utf8_normalize (utf8, -1, G_NORMALIZE_NFKC);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (text, g_utf8_get_char (p));
}

void
muster_glyph_append (GString *text, gunichar c, gboolean has_width)
{
  GUnicodeType type = g_unichar_type (c);

  if (c == 0x00ad)
    {
      if (has_width)
        g_string_append_c (text, '-');
      return;
    }
  if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_SURROGATE
      || type == G_UNICODE_UNASSIGNED || type == G_UNICODE_LINE_SEPARATOR
      || type == G_UNICODE_PARAGRAPH_SEPARATOR || g_unichar_isspace (c) || c == 0xfffd)
    return;
  if (is_font_form (c))
    append_font_form (text, c);
  else
    g_string_append_unichar (text, c);
}

char *
muster_glyph_compose (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  return composed != NULL && *composed != '\0' ? g_steal_pointer (&composed) : NULL;
}
