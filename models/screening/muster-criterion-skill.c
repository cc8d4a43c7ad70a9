/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill is met where it is named as a whole term; half where it is a hobby, a wish or basic knowledge, or
 * where only its words stand together in another order; not where it is denied. With a minimum of years the
 * months of the jobs that name it count too. */

#include "muster-criterion.h"

#include "muster-fold.h"

#include <glib/gi18n-lib.h>

/* Years asked in a skill scale what the mention earned; a skill that no dated job names keeps the half. */
static void
weigh_years (const MusterDossier   *dossier,
             const MusterWanted *wanted,
             const MusterCriterion *criterion,
             MusterFinding         *finding)
{
  double years = g_ascii_strtod (criterion->minimum, NULL);
  guint  months = muster_relevant_months (dossier, wanted, NULL);
  double share = CLAMP (months / (12.0 * years), 0.0, 1.0);

  if (share >= 1.0 || finding->ratio < 1.0)
    return;

  finding->ratio = MAX (share, MUSTER_SHARE_HALF);
  finding->missing = g_strdup_printf (
      _ ("“%s” in jobs of %.1f years together; %.4g are asked for"), criterion->value, months / 12.0, years);
}

static void
judge_mention (const MusterDossier   *dossier,
               const MusterCriterion *criterion,
               MusterMention          mention,
               MusterTextSpan         span,
               MusterFinding         *finding)
{
  switch (mention)
    {
    case MUSTER_MENTION_DENIED:
      finding->missing = g_strdup_printf (_ ("“%s” is named only to say that it is not there"), criterion->value);
      return;
    case MUSTER_MENTION_WEAK:
      finding->ratio = MUSTER_SHARE_HALF;
      finding->missing
          = g_strdup_printf (_ ("“%s” is named as basic knowledge, a wish or an interest"), criterion->value);
      break;
    case MUSTER_MENTION_PLAIN:
    case MUSTER_MENTION_AT_WORK:
    default:
      finding->ratio = 1.0;
      break;
    }

  muster_dossier_quote_around (dossier, span, finding);
}

void
muster_check_skill (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding)
{
  g_autoptr (MusterWanted) wanted = muster_wanted_new (criterion->value);
  MusterMention            mention = MUSTER_MENTION_DENIED;
  MusterTextSpan           span;

  if (muster_wanted_find (wanted, dossier, &mention, &span))
    judge_mention (dossier, criterion, mention, span, finding);
  else if (muster_wanted_find_loose (wanted, dossier, &span))
    {
      finding->ratio = MUSTER_SHARE_HALF;
      finding->missing = g_strdup_printf (_ ("the words of “%s” stand in one sentence, but not as one term"),
                                          criterion->value);
      muster_dossier_quote_around (dossier, span, finding);
    }
  else if (muster_wanted_is_doubtful (wanted, dossier))
    finding->missing
        = g_strdup_printf (_ ("“%s” stands in the text, but not clearly as a skill"), criterion->value);
  else
    finding->missing = g_strdup_printf (_ ("“%s” is not named"), criterion->value);

  if (criterion->minimum != NULL)
    weigh_years (dossier, wanted, criterion, finding);
}
