/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "No degree needed", "kein Führerschein erforderlich", "学历不限": what an advertisement says that it does
 * not ask for is cut out before anything is proposed. Only so much is cut as the denial governs: up to its
 * own verb, or to the comma. */

#include "muster-proposal.h"

#define NEEDED_EN                                                                                            \
  "(?:needed|required|necessary|essential|mandatory|compulsory|expected|a must|a requirement|a "             \
  "prerequisite)"
#define NEEDED_DE                                                                                            \
  "(?:erforderlich|notwendig|nötig|zwingend|vorausgesetzt|voraussetzung|verlangt|gefordert|pflicht|muss)"
#define NEEDED_FR "(?:exigée?s?|requise?s?|requis|nécessaires?|obligatoires?|indispensables?|demandée?s?)"
#define NEEDED_ES                                                                                            \
  "(?:necesari[oa]s?|requerid[oa]s?|exigid[oa]s?|imprescindibles?|obligatori[oa]s?|indispensables?)"

static const char *denials[] = {
  /* "no degree or licence needed"; not "no less than 3 years" */
  "\\b(?:no|without(?: "
  "any)?)\\s+(?!(?:less|fewer|later|more|longer|doubt|one|matter)\\b)[^.;:]{1,80}?\\b" NEEDED_EN "\\b",
  "\\b(?:kein(?:e[rnms]?)?|ohne)\\s+[^.;:]{1,80}?\\b" NEEDED_DE "\\b",
  "\\b(?:aucune?|pas (?:de|d['’]))\\s*[^.;:]{1,80}?\\b" NEEDED_FR "\\b",
  "\\b(?:ning[uú]n[ao]?|sin)\\s+[^.;:]{1,80}?\\b" NEEDED_ES "\\b",
  /* "a degree is not required", "you do not need a degree" */
  "[^,;:]*(?:\\bnot|n['’]t)\\s+(?:\\w+ly\\s+)?" NEEDED_EN "\\b",
  "\\b(?:do(?:es)?\\s+not|do(?:es)?n['’]t|need\\s+not|needn['’]t)\\s+(?:need|require|have to|ask "
  "for|expect|have)\\b[^,;:]*",
  "[^,;:]*\\bnicht\\s+(?:\\w+\\s+)?" NEEDED_DE "\\b",
  "[^,;:]*\\b(?:pas|non)\\s+(?:\\w+ment\\s+)?" NEEDED_FR "\\b",
  "[^,;:]*\\bno\\s+(?:es|son|se|será|serán)?\\s*(?:" NEEDED_ES "|requiere|exige|necesita)\\b[^,;:]*",
  "[^,;:]*\\b(?:is|are)\\s+no\\s+(?:must|requirement|prerequisite|condition)\\b",
  "[^,;:]*\\b(?:ist|sind)\\s+keine?\\s+(?:voraussetzung|bedingung|pflicht|muss)\\b",
  /* "no degree, no problem", "keine Ausbildung nötig" without its verb */
  "(?:^|[,;:(])\\s*(?:no|keine?|aucune?|sin|ningún|ninguna)\\s+(?!(?:less|fewer|later|more|longer|doubt|one|"
  "matter)\\b)[^,;:.]*",
  "\\bno need (?:for|of|to)\\b[^,;:]*",
  "\\b(?:regardless|irrespective) of\\b[^,;:]*",
  /* Chinese: the part between commas that says so */
  "[^，,。；;：:]*(?:不要求|无要求|不作要求|无需|不需要|不需|不限|不必|可不)[^，,。；;]*",
};

/** muster_proposal_cut_denied: @text: a clause of an advertisement. Returns: (transfer full): without what it
 * says is not needed; what is not needed but welcome stays. */
char *
muster_proposal_cut_denied (const char *text)
{
  char *kept = g_strdup (text);

  if (muster_proposal_is_nice (text))
    return kept;

  for (guint i = 0; i < G_N_ELEMENTS (denials); i++)
    {
      g_autoptr (GRegex) denial = g_regex_new (denials[i], G_REGEX_CASELESS, 0, NULL);
      g_autofree char *before = kept;

      kept = g_regex_replace_literal (denial, before, -1, 0, " ", 0, NULL);
      if (kept == NULL)
        kept = g_steal_pointer (&before);
    }

  return kept;
}
