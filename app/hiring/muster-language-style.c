/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slanted Chinese characters are hard to read and no house sets them so. */

#include "muster-language-style.h"

/** muster_language_is_upright: Returns: TRUE when quotes should not be set in italics. */
gboolean
muster_language_is_upright (void)
{
  const char *const *languages = g_get_language_names ();

  return g_str_has_prefix (languages[0], "zh") || g_str_has_prefix (languages[0], "ja")
         || g_str_has_prefix (languages[0], "ko");
}
