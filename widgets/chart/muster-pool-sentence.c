/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole sentences for translators; only the place, whose ending differs in English, is a word of its own. */

#include "muster-pool-sentence.h"

#include <glib/gi18n-lib.h>

/** muster_pool_band_word: Returns: (transfer none): translated. */
const char *
muster_pool_band_word (guint band)
{
  const char *words[MUSTER_POOL_N_BANDS]
      = { C_ ("band", "Weak"), C_ ("band", "Possible"), C_ ("band", "Good"), C_ ("band", "Strong") };

  g_return_val_if_fail (band < MUSTER_POOL_N_BANDS, "");

  return words[band];
}

/** muster_pool_dup_unit: Returns: (transfer full): the line under the title. */
char *
muster_pool_dup_unit (guint n_ranked)
{
  return g_strdup_printf (ngettext ("%u ranked candidate, total fit from 0 to 100",
                                    "%u ranked candidates, total fit from 0 to 100",
                                    n_ranked),
                          n_ranked);
}

static char *
dup_place (guint place)
{
  gboolean is_teen = place % 100 >= 11 && place % 100 <= 13;

  /* Translators: a place in a ranking; the four differ only in the English ending, translate them alike. */
  if (place % 10 == 1 && !is_teen)
    return g_strdup_printf (C_ ("place", "%ust"), place);
  if (place % 10 == 2 && !is_teen)
    return g_strdup_printf (C_ ("place", "%und"), place);
  if (place % 10 == 3 && !is_teen)
    return g_strdup_printf (C_ ("place", "%urd"), place);

  return g_strdup_printf (C_ ("place", "%uth"), place);
}

/**
 * muster_pool_dup_sentence:
 * @n_in_band: how many people each band has
 * @selected_place: of the selected person, from 1; 0 with nobody selected
 *
 * Returns: (transfer full): what the chart shows.
 */
char *
muster_pool_dup_sentence (const guint n_in_band[MUSTER_POOL_N_BANDS], guint selected_place)
{
  guint            n = n_in_band[0] + n_in_band[1] + n_in_band[2] + n_in_band[3];
  g_autofree char *place = dup_place (selected_place);

  if (n == 0)
    return g_strdup (_ ("Nobody is ranked yet."));
  if (selected_place == 0)
    return g_strdup_printf (ngettext ("%u ranked; %u Strong, %u Good, %u Possible, %u Weak.",
                                      "%u ranked; %u Strong, %u Good, %u Possible, %u Weak.",
                                      n),
                            n,
                            n_in_band[3],
                            n_in_band[2],
                            n_in_band[1],
                            n_in_band[0]);

  /* Translators: %s is a place such as "4th". */
  return g_strdup_printf (ngettext ("%u ranked; %u Strong, %u Good, %u Possible, %u Weak; selected %s.",
                                    "%u ranked; %u Strong, %u Good, %u Possible, %u Weak; selected %s.",
                                    n),
                          n,
                          n_in_band[3],
                          n_in_band[2],
                          n_in_band[1],
                          n_in_band[0],
                          place);
}
