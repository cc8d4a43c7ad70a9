/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place a person lives in: city or region of the unmasked profile, else the lines above the first
 * heading. Only the outcome is told: no quote, no place, so that an address does not come back through the
 * evidence. */

#include "muster-criterion.h"

#include <glib/gi18n-lib.h>

static gboolean
is_place (const MusterWanted *wanted, const MusterValue *value)
{
  return value != NULL && muster_wanted_is_in_text (wanted, value->text);
}

/* "Ames, IA" is asked by its parts; the first, the town, must be there, or all of it is a region. */
static char *
first_part (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 2);

  return g_strstrip (g_strdup (parts[0] != NULL ? parts[0] : ""));
}

static gboolean
stands_at_top (const MusterDossier *dossier, const MusterWanted *wanted)
{
  for (guint i = 0; i < dossier->lines->len; i++)
    {
      const MusterDossierLine *line = &g_array_index (dossier->lines, MusterDossierLine, i);

      if (line->is_top
          && muster_wanted_is_in_span (
              wanted, dossier, (MusterTextSpan){ line->start, line->end - line->start }))
        return TRUE;
    }

  return FALSE;
}

void
muster_check_location (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding)
{
  g_autofree char         *town = first_part (criterion->value);
  g_autoptr (MusterWanted) wanted = muster_wanted_new (town);
  const MusterProfile     *profile = dossier->profile;

  if (is_place (wanted, profile->city) || is_place (wanted, profile->region)
      || stands_at_top (dossier, wanted))
    finding->ratio = 1.0;
  else
    finding->missing
        = g_strdup (profile->city != NULL || profile->region != NULL ? _ ("the place is another one")
                                                                     : _ ("no place of residence was found"));
}
