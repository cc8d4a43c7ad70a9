/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fit is the sum of its criteria's points. Points are kept to a tenth, the total too, and the band is read
 * off the kept total: what is shown, what is stored and what orders are one number. While no learned match
 * exists the rules are the whole fit, and the JSON says so (muster-fit-json.c). */

#include "muster-fit-private.h"

#include <math.h>

static const char *band_names[] = { "weak", "possible", "good", "strong" };

typedef void (*CheckFunc) (const MusterDossier *, const MusterCriterion *, MusterFinding *);

static const CheckFunc checks[] = {
  [MUSTER_CRITERION_SKILL] = muster_check_skill,
  [MUSTER_CRITERION_EXPERIENCE] = muster_check_experience,
  [MUSTER_CRITERION_EDUCATION] = muster_check_education,
  [MUSTER_CRITERION_LANGUAGE] = muster_check_language,
  [MUSTER_CRITERION_CERTIFICATE] = muster_check_certificate,
  [MUSTER_CRITERION_LOCATION] = muster_check_location,
};

static double
keep_tenth (double value)
{
  return round (10.0 * value) / 10.0;
}

static void
result_free (gpointer data)
{
  MusterCriterionResult *result = data;

  g_free (result->id);
  g_free (result->quote);
  g_free (result->missing);
  g_free (result);
}

/* Nothing found has no quote; a part never rounds up to all or down to nothing. */
static MusterCriterionResult *
result_new (const MusterDossier *dossier, const MusterCriterion *criterion)
{
  MusterCriterionResult *result = g_new0 (MusterCriterionResult, 1);
  MusterFinding          finding = { 0 };

  checks[criterion->kind](dossier, criterion, &finding);
  result->id = g_strdup (criterion->id);
  result->max_points = criterion->points;
  result->met = finding.ratio >= 1.0 ? MUSTER_MET : finding.ratio > 0.0 ? MUSTER_PARTLY_MET : MUSTER_NOT_MET;
  result->points = result->met == MUSTER_MET
                       ? criterion->points
                       : MIN (keep_tenth (finding.ratio * criterion->points), criterion->points);
  result->missing = g_strdup (finding.missing != NULL ? finding.missing : "");
  result->quote = g_strdup ("");
  if (result->met != MUSTER_NOT_MET && finding.quote != NULL)
    {
      g_free (result->quote);
      result->quote = g_steal_pointer (&finding.quote);
      result->evidence = finding.evidence;
    }
  muster_finding_clear (&finding);

  return result;
}

/* The most that any experience criterion finds; without one, any skill criterion; without either all work. */
static guint
count_relevant_months (MusterOpening *opening, const MusterDossier *dossier)
{
  static const MusterCriterionKind kinds[] = { MUSTER_CRITERION_EXPERIENCE, MUSTER_CRITERION_SKILL };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      gboolean is_asked = FALSE;
      guint    most = 0;

      for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
        {
          const MusterCriterion   *criterion = muster_opening_get_criterion (opening, i);
          g_autoptr (MusterWanted) wanted = NULL;

          if (criterion->kind != kinds[k])
            continue;
          is_asked = TRUE;
          wanted = muster_wanted_new (criterion->value);
          most = MAX (most, muster_relevant_months (dossier, wanted, NULL));
        }
      if (is_asked)
        return most;
    }

  return muster_profile_work_months (dossier->profile, dossier->today);
}

/**
 * muster_fit_new:
 * @opening: (transfer none)
 * @document: the paper the profile was read from
 * @profile: its spans are places of @document's text
 * @today: the month up to which open jobs run
 *
 * Returns: (transfer full): the person held against the opening; the same inputs give the same numbers.
 */
MusterFit *
muster_fit_new (MusterOpening        *opening,
                const MusterDocument *document,
                const MusterProfile  *profile,
                MusterMonth           today)
{
  MusterFit *self = g_new0 (MusterFit, 1);
  g_autoptr (MusterDossier) dossier = muster_dossier_new (document, profile, today);
  double                    points = 0.0, max_points = 0.0;

  g_atomic_ref_count_init (&self->ref_count);
  self->results = g_ptr_array_new_with_free_func (result_free);
  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      const MusterCriterion *criterion = muster_opening_get_criterion (opening, i);
      MusterCriterionResult *result = result_new (dossier, criterion);

      g_ptr_array_add (self->results, result);
      points += result->points;
      max_points += result->max_points;
      self->n_musts += criterion->is_must;
      self->n_musts_met += criterion->is_must && result->met == MUSTER_MET;
    }
  self->rules_score = max_points > 0.0 ? points / max_points : 0.0;
  self->total = keep_tenth (100.0 * self->rules_score);
  self->relevant_months = count_relevant_months (opening, dossier);

  return self;
}

MusterFit *
muster_fit_ref (MusterFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
muster_fit_unref (MusterFit *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->results);
  g_free (self);
}

/** muster_fit_get_total: Returns: 0..100, to a tenth. */
double
muster_fit_get_total (const MusterFit *self)
{
  return self->total;
}

MusterBand
muster_fit_get_band (const MusterFit *self)
{
  return muster_band_for_total (self->total);
}

guint
muster_fit_get_n_results (const MusterFit *self)
{
  return self->results->len;
}

/** muster_fit_get_result: Returns: (transfer none): what the criterion at @index of the opening earned. */
const MusterCriterionResult *
muster_fit_get_result (const MusterFit *self, guint index)
{
  g_return_val_if_fail (index < self->results->len, NULL);

  return g_ptr_array_index (self->results, index);
}

/**
 * muster_fit_get_n_musts:
 * @n_met: (out) (nullable): how many of them are met in full
 *
 * Returns: the number of must-have criteria.
 */
guint
muster_fit_get_n_musts (const MusterFit *self, guint *n_met)
{
  if (n_met != NULL)
    *n_met = self->n_musts_met;

  return self->n_musts;
}

guint
muster_fit_get_relevant_months (const MusterFit *self)
{
  return self->relevant_months;
}

/** muster_fit_get_top_evidence: Returns: (transfer none): the quote that earned most points, the first of
 * equals; "" when there is none. */
const char *
muster_fit_get_top_evidence (const MusterFit *self)
{
  const char *top = "";
  double      most = 0.0;

  for (guint i = 0; i < self->results->len; i++)
    {
      const MusterCriterionResult *result = g_ptr_array_index (self->results, i);

      if (*result->quote == '\0' || result->points <= most)
        continue;
      most = result->points;
      top = result->quote;
    }

  return top;
}

static int
compare_numbers (double a, double b)
{
  return a > b ? -1 : a < b ? 1 : 0;
}

int
muster_fit_compare (const MusterFit *a, const MusterFit *b)
{
  int order = compare_numbers (a->total, b->total);

  if (order == 0)
    order = compare_numbers (a->n_musts_met, b->n_musts_met);
  if (order == 0)
    order = compare_numbers (a->relevant_months, b->relevant_months);

  return order;
}

const char *
muster_band_name (MusterBand band)
{
  g_return_val_if_fail (band < G_N_ELEMENTS (band_names), "weak");

  return band_names[band];
}

MusterBand
muster_band_for_total (double total)
{
  if (total >= 80.0)
    return MUSTER_BAND_STRONG;
  if (total >= 60.0)
    return MUSTER_BAND_GOOD;

  return total >= 40.0 ? MUSTER_BAND_POSSIBLE : MUSTER_BAND_WEAK;
}
