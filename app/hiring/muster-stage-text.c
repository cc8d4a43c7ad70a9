/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place for these words, so that the table, the panel, the menu and the toasts say the same. */

#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/** muster_stage_text: Returns: (transfer none): the translated name of a stage, in header capitals. */
const char *
muster_stage_text (MusterStage stage)
{
  switch (stage)
    {
    case MUSTER_STAGE_NEW:
      return C_ ("stage", "New");
    case MUSTER_STAGE_SHORTLIST:
      return C_ ("stage", "Shortlist");
    case MUSTER_STAGE_INTERVIEW:
      return C_ ("stage", "Interview");
    case MUSTER_STAGE_OFFER:
      return C_ ("stage", "Offer");
    case MUSTER_STAGE_HIRED:
      return C_ ("stage", "Hired");
    case MUSTER_STAGE_DECLINED:
      return C_ ("stage", "Declined");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
muster_band_text (MusterBand band)
{
  switch (band)
    {
    case MUSTER_BAND_WEAK:
      return C_ ("band", "Weak");
    case MUSTER_BAND_POSSIBLE:
      return C_ ("band", "Possible");
    case MUSTER_BAND_GOOD:
      return C_ ("band", "Good");
    case MUSTER_BAND_STRONG:
      return C_ ("band", "Strong");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
muster_band_title (MusterBand band)
{
  switch (band)
    {
    case MUSTER_BAND_WEAK:
      return _ ("Weak fit");
    case MUSTER_BAND_POSSIBLE:
      return _ ("Possible fit");
    case MUSTER_BAND_GOOD:
      return _ ("Good fit");
    case MUSTER_BAND_STRONG:
      return _ ("Strong fit");
    default:
      g_return_val_if_reached ("");
    }
}

guint
muster_band_level (MusterBand band)
{
  return (guint) band + 1;
}

/** muster_rank_dup_text: Returns: (transfer full): the place of a person among those ranked; @rank counts
 * from 1. */
char *
muster_rank_dup_text (guint rank, guint n_ranked)
{
  gboolean is_teen = rank % 100 >= 11 && rank % 100 <= 13;

  /* Translators: the four sentences differ only in the English ending of the place; translate them alike. */
  if (rank % 10 == 1 && !is_teen)
    return g_strdup_printf (_ ("%ust of %u ranked"), rank, n_ranked);
  if (rank % 10 == 2 && !is_teen)
    return g_strdup_printf (_ ("%und of %u ranked"), rank, n_ranked);
  if (rank % 10 == 3 && !is_teen)
    return g_strdup_printf (_ ("%urd of %u ranked"), rank, n_ranked);

  return g_strdup_printf (_ ("%uth of %u ranked"), rank, n_ranked);
}

/* The first total that belongs to @band, to a tenth as totals are, found in the band function itself, so that there is no second list
 * of limits. */
static double
find_limit (MusterBand band)
{
  double low = 0, high = 100;

  while (high - low > 1e-6)
    {
      double middle = (low + high) / 2;

      if (muster_band_for_total (middle) >= band)
        high = middle;
      else
        low = middle;
    }

  return round (10 * high) / 10;
}

/** muster_band_get_limits: @limits: (out): rising. */
void
muster_band_get_limits (double limits[3])
{
  for (guint i = 0; i < 3; i++)
    limits[i] = find_limit (MUSTER_BAND_POSSIBLE + i);
}
