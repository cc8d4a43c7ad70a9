/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place a person lives in: city or region of the unmasked profile, else the lines above the first
 * heading. Only the outcome is told: no quote, no place, so that an address does not come back through the
 * evidence. */

#include "muster-criterion.h"

#include <glib/gi18n-lib.h>

/* A value that stands on no page (behind a link) proves the place all the same; @span is then left as it is. */
static gboolean
is_place (const MusterWanted *wanted, const MusterValue *value, MusterTextSpan *span)
{
  if (value == NULL || !muster_wanted_is_in_text (wanted, value->text))
    return FALSE;
  muster_value_span (value, span);

  return TRUE;
}

/* "Ames, IA" is asked by its parts; the first, the town, must be there, or all of it is a region. */
static char *
first_part (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 2);

  return g_strstrip (g_strdup (parts[0] != NULL ? parts[0] : ""));
}

static gboolean
stands_at_top (const MusterDossier *dossier, const MusterWanted *wanted, MusterTextSpan *span)
{
  for (guint i = 0; i < dossier->lines->len; i++)
    {
      const MusterDossierLine *line = &g_array_index (dossier->lines, MusterDossierLine, i);
      MusterTextSpan           whole = { line->start, line->end - line->start };

      if (line->is_top && muster_wanted_find_in_span (wanted, dossier, whole, span))
        return TRUE;
    }

  return FALSE;
}

/* The quote is the place alone: nothing else of an address is told. */
void
muster_check_location (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding)
{
  g_autofree char         *town = first_part (criterion->value);
  g_autoptr (MusterWanted) wanted = muster_wanted_new (town);
  const MusterProfile     *profile = dossier->profile;
  MusterTextSpan           span = { 0, 0 };

  if (is_place (wanted, profile->city, &span) || is_place (wanted, profile->region, &span)
      || stands_at_top (dossier, wanted, &span))
    {
      finding->ratio = 1.0;
      if (span.length > 0 || stands_at_top (dossier, wanted, &span))
        muster_dossier_quote (dossier, span, finding);
    }
  else
    finding->missing
        = g_strdup (profile->city != NULL || profile->region != NULL ? _ ("the place is another one")
                                                                     : _ ("no place of residence was found"));
}
