/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words only: how they look is the business of who shows them. */

#include "muster-fit-text.h"

#include "muster-quote.h"
#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>

char *
muster_fit_text_dup_points (double points)
{
  return points == (double) (gint64) points ? g_strdup_printf ("%.0f", points) : g_strdup_printf ("%.1f", points);
}

/** muster_fit_text_dup_missing: @n_pages: how many were looked through, 0: not known. */
char *
muster_fit_text_dup_missing (const MusterCriterionFact *fact, guint n_pages)
{
  if (*fact->missing != '\0')
    return g_strdup (fact->missing);
  if (fact->met != MUSTER_NOT_MET)
    return NULL;

  return n_pages > 0
             ? g_strdup_printf (ngettext ("Not found on %u page", "Not found on %u pages", n_pages), n_pages)
             : g_strdup (_ ("Not found"));
}

char *
muster_fit_text_dup_quote (const MusterCriterionFact *fact)
{
  g_autofree char *line = muster_quote_dup_line (fact->quote);

  /* Translators: quotation marks of your language around words of a resume. */
  return *line != '\0' ? g_strdup_printf (_ ("“%s”"), line) : g_strdup ("");
}

char *
muster_fit_text_dup_page (const MusterCriterionFact *fact)
{
  /* Translators: short for "page". */
  return fact->page > 0 ? g_strdup_printf (_ ("p. %u"), fact->page) : g_strdup ("");
}

char *
muster_fit_text_dup_change (const MusterFitFacts *facts)
{
  const MusterCriterionFact *fact;

  if (facts->smallest_gain < 0)
    return g_strdup (_ ("No single change moves the band."));

  fact = g_ptr_array_index (facts->criteria, facts->smallest_gain);

  /* Translators: a criterion, points, and a band: "Evidence of PLC fault finding would add 9.0 points and
   * move this candidate to Strong." */
  return g_strdup_printf (_ ("Evidence of %s would add %.1f points and move this candidate to %s."),
                          fact->title,
                          facts->gain,
                          muster_band_text (muster_band_for_total (facts->total + facts->gain + 1e-6)));
}

const char *
muster_fit_text_met (MusterMet met)
{
  static const char *met_texts[] = { N_ ("not found"), N_ ("partly met"), N_ ("met") };

  return _ (met_texts[met]);
}
