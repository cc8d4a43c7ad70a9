/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fit whose quotes tell nobody who the person is. The numbers are those of the fit: rules see everything. */

#include "muster-fit-mask.h"

#include "muster-fit-private.h"

#include <string.h>

static void
result_free (gpointer data)
{
  MusterCriterionResult *result = data;

  g_free (result->id);
  g_free (result->quote);
  g_free (result->missing);
  g_free (result);
}

gboolean
muster_opening_hides_quote (MusterOpening *opening, const char *criterion_id)
{
  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      const MusterCriterion *criterion = muster_opening_get_criterion (opening, i);

      if (criterion->kind == MUSTER_CRITERION_LOCATION && g_strcmp0 (criterion->id, criterion_id) == 0)
        return TRUE;
    }

  return FALSE;
}

/** muster_fit_dup_masked: Returns: (transfer full): the same fit, its quotes masked; @opening: its own. */
MusterFit *
muster_fit_dup_masked (const MusterFit *self, const MusterMask *mask, MusterOpening *opening)
{
  MusterFit *masked = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&masked->ref_count);
  masked->results = g_ptr_array_new_with_free_func (result_free);
  for (guint i = 0; i < self->results->len; i++)
    {
      const MusterCriterionResult *result = g_ptr_array_index (self->results, i);
      MusterCriterionResult       *copy = g_memdup2 (result, sizeof *result);

      copy->id = g_strdup (result->id);
      if (muster_opening_hides_quote (opening, result->id))
        {
          copy->quote = g_strdup ("");
          memset (&copy->evidence, 0, sizeof copy->evidence);
        }
      else
        copy->quote = muster_mask_dup_masked (mask, result->quote);
      copy->missing = g_strdup (result->missing);
      g_ptr_array_add (masked->results, copy);
    }

  return masked;
}
