/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts are those that the fit panel shows, one person at a time: what is compared here was ranked there. */

#include "muster-comparison.h"

#include "muster-library-queries.h"

static void
person_free (gpointer data)
{
  MusterComparedPerson *person = data;

  muster_candidate_record_free (person->record);
  g_clear_pointer (&person->facts, muster_fit_facts_free);
  g_free (person);
}

static const MusterOpeningRecord *
find_opening (GPtrArray *openings, gint64 opening_id)
{
  for (guint i = 0; i < openings->len; i++)
    if (((const MusterOpeningRecord *) g_ptr_array_index (openings, i))->id == opening_id)
      return g_ptr_array_index (openings, i);

  return NULL;
}

/* Somebody who was merged or erased meanwhile is left out; anything else is an error. */
static gboolean
add_person (MusterComparison *self, MusterLibrary *library, gint64 id, GError **error)
{
  g_autoptr (GError)    failure = NULL;
  MusterComparedPerson *person;
  MusterCandidateRecord *record = muster_library_get_applicant (library, id, self->opening_id, &failure);

  if (record == NULL && muster_library_error_is_of_input (failure))
    return TRUE;
  if (record == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  person = g_new0 (MusterComparedPerson, 1);
  person->record = record;
  g_ptr_array_add (self->people, person);
  if (!record->has_fit)
    return TRUE;
  person->facts = muster_fit_facts_load (library, id, self->opening_id, error);

  return person->facts != NULL;
}

/**
 * muster_comparison_load:
 * @ids: (array length=n_ids): people of that opening, at most MUSTER_COMPARISON_MAX
 *
 * Blocks for a few queries a person; for worker threads.
 *
 * Returns: (transfer full) (nullable): NULL on error.
 */
MusterComparison *
muster_comparison_load (MusterLibrary *library, gint64 opening_id, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (MusterComparison) self = g_new0 (MusterComparison, 1);
  g_autoptr (GPtrArray) openings = NULL;
  const MusterOpeningRecord *opening;

  self->people = g_ptr_array_new_with_free_func (person_free);
  self->opening_id = opening_id;
  openings = muster_library_list_openings (library, error);
  if (openings == NULL)
    return NULL;

  opening = find_opening (openings, opening_id);
  self->title = g_strdup (opening != NULL ? opening->title : "");
  self->fixed_at = opening != NULL ? opening->fixed_at : 0;
  self->version = opening != NULL ? opening->version : 0;
  for (guint i = 0; i < MIN (n_ids, MUSTER_COMPARISON_MAX); i++)
    if (!add_person (self, library, ids[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

void
muster_comparison_free (MusterComparison *self)
{
  g_ptr_array_unref (self->people);
  g_free (self->title);
  g_free (self);
}

static const MusterComparedPerson *
get_person (const MusterComparison *self, guint index)
{
  return g_ptr_array_index (self->people, index);
}

guint
muster_comparison_n_criteria (const MusterComparison *self)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    if (get_person (self, i)->facts != NULL)
      n = MAX (n, get_person (self, i)->facts->criteria->len);

  return n;
}

static const MusterCriterionFact *
get_fact (const MusterComparedPerson *person, guint index)
{
  return person->facts != NULL && index < person->facts->criteria->len
             ? g_ptr_array_index (person->facts->criteria, index)
             : NULL;
}

gboolean
muster_comparison_is_same_criterion (const MusterComparison *self, guint index)
{
  for (guint i = 1; i < self->people->len; i++)
    {
      const MusterCriterionFact *first = get_fact (get_person (self, 0), index);
      const MusterCriterionFact *fact = get_fact (get_person (self, i), index);

      if ((first == NULL) != (fact == NULL)
          || (first != NULL && (first->met != fact->met || first->points != fact->points)))
        return FALSE;
    }

  return TRUE;
}

gboolean
muster_comparison_is_same_total (const MusterComparison *self)
{
  for (guint i = 1; i < self->people->len; i++)
    if (get_person (self, i)->record->has_fit != get_person (self, 0)->record->has_fit
        || get_person (self, i)->record->fit != get_person (self, 0)->record->fit)
      return FALSE;

  return TRUE;
}

gboolean
muster_comparison_is_same_experience (const MusterComparison *self)
{
  for (guint i = 1; i < self->people->len; i++)
    if (get_person (self, i)->record->relevant_months != get_person (self, 0)->record->relevant_months)
      return FALSE;

  return TRUE;
}

gboolean
muster_comparison_is_same_stage (const MusterComparison *self)
{
  for (guint i = 1; i < self->people->len; i++)
    if (get_person (self, i)->record->stage != get_person (self, 0)->record->stage)
      return FALSE;

  return TRUE;
}
