/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of characters by Unicode category and script, and the few signs that word processors and recognisers use as
 * bullets. */

#include "muster-glyph.h"

/**
 * muster_glyph_is_symbol:
 *
 * Returns: whether the character is a drawing and not text: private use (icon fonts), arrows, boxes, dingbats, emoji,
 *   bullets, and what has no meaning at all. Signs that stand in text (copyright, degree, number, square metre) are
 *   not.
 */
gboolean
muster_glyph_is_symbol (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED || type == G_UNICODE_CONTROL)
    return TRUE;
  if ((c >= 0x2190 && c <= 0x21ff) || (c >= 0x25a0 && c <= 0x27bf))
    return TRUE;
  if (type == G_UNICODE_OTHER_SYMBOL)
    return (c >= 0x2190 && c <= 0x2bff) || (c >= 0x1f000 && c <= 0x1faff) || c == 0xfffd;

  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x204c || c == 0x204d || c == 0x2219
         || c == 0xfe0f || c == 0x200d;
}

/** muster_glyph_is_bullet: Returns: whether the character is a bullet wherever it begins a line. */
gboolean
muster_glyph_is_bullet (gunichar c)
{
  switch (c)
    {
    case 0x00B7: /* middle dot */
    case 0x2022: /* bullet */
    case 0x2023: /* triangular bullet */
    case 0x2043: /* hyphen bullet */
    case 0x2219: /* bullet operator */
    case 0x22C5: /* dot operator */
    case 0x25E6: /* white bullet */
    case 0x203A: /* single angle quote */
    case 0x00BB: /* double angle quote */
    case 0x27A2: /* arrowhead */
    case 0x2713: /* check mark */
    case 0x2714: /* heavy check mark */
    case 0x30FB: /* katakana middle dot */
    case 0xFF65: /* halfwidth katakana middle dot */
    case '*':
    case '>':
      return TRUE;
    default:
      return muster_glyph_is_symbol (c);
    }
}

/** muster_glyph_is_dash: Returns: whether the character is a dash of any length; at the start of a line it is a bullet,
 * too. */
gboolean
muster_glyph_is_dash (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212;
}

/**
 * muster_glyph_may_be_bullet:
 *
 * Returns: whether the character is what a bullet turns into when its font is lost (Wingdings, Courier) or when it is
 *   recognised from a picture. Only its place tells: see muster_line_mark_bullets().
 */
gboolean
muster_glyph_may_be_bullet (gunichar c)
{
  static const gunichar signs[]
      = { 'o', 'e', 'v', 'q', 'l', 'n', '+', '.', '~', 0xA2, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xD8, 0xFC };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (signs[i] == c)
        return TRUE;
    }

  return FALSE;
}

/** muster_glyph_is_ideograph: Returns: whether the character belongs to a script that is written without blanks between
 * words. */
gboolean
muster_glyph_is_ideograph (gunichar c)
{
  if (c < 0x2E80)
    return FALSE;

  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA
         || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
}

/** muster_glyph_is_rightward: Returns: whether the character belongs to a script that is written from right to left. */
gboolean
muster_glyph_is_rightward (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE);
}
