/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins the stored fit (points and quotes by criterion id) with the opening (names, musts). The fit is the
 * one that was kept when the person was ranked, never a new one: what is explained here is what ordered the
 * list. */

#include "muster-fit-facts.h"

#include "muster-criterion-text.h"
#include "muster-library-queries.h"

#include <glib/gi18n-lib.h>

static void
criterion_fact_free (gpointer data)
{
  MusterCriterionFact *fact = data;

  g_free (fact->id);
  g_free (fact->title);
  g_free (fact->quote);
  g_free (fact->missing);
  g_free (fact);
}

static const MusterCriterion *
find_criterion (const MusterOpening *opening, const char *id)
{
  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      const MusterCriterion *criterion = muster_opening_get_criterion (opening, i);

      if (g_strcmp0 (criterion->id, id) == 0)
        return criterion;
    }

  return NULL;
}

static MusterMet
read_met (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "met");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return MUSTER_NOT_MET;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return MUSTER_PARTLY_MET;

  return json_node_get_boolean (node) ? MUSTER_MET : MUSTER_NOT_MET;
}

static MusterCriterionFact *
read_criterion (const MusterOpening *opening, JsonObject *object)
{
  MusterCriterionFact   *fact = g_new0 (MusterCriterionFact, 1);
  const char            *id = json_object_get_string_member_with_default (object, "id", "");
  const MusterCriterion *criterion = find_criterion (opening, id);

  fact->id = g_strdup (id);
  fact->title = criterion != NULL ? muster_criterion_dup_title (criterion) : g_strdup (id);
  fact->is_must = criterion != NULL && criterion->is_must;
  fact->met = read_met (object);
  fact->points = json_object_get_double_member_with_default (object, "points", 0);
  fact->max_points = json_object_get_double_member_with_default (object, "max", 0);
  fact->quote = g_strdup (json_object_get_string_member_with_default (object, "quote", ""));
  fact->missing = g_strdup (json_object_get_string_member_with_default (object, "missing", ""));
  fact->page = (guint) MAX (0, json_object_get_int_member_with_default (object, "page", 0));

  return fact;
}

static double
find_next_limit (double total)
{
  for (guint tenth = (guint) (10 * total) + 1; tenth <= 1000; tenth++)
    if (muster_band_for_total (tenth / 10.0) > muster_band_for_total (total))
      return tenth / 10.0;

  return G_MAXDOUBLE;
}

/* The one criterion that, fully met, would lift the total over the next limit, and of several the one that
 * has to add least. */
static void
find_smallest_gain (MusterFitFacts *self)
{
  double limit = find_next_limit (self->total);
  double per_point = self->points > 0 ? self->rules_points / self->points
                                      : (self->max_points > 0 ? 100.0 / self->max_points : 0);

  self->smallest_gain = -1;
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MusterCriterionFact *fact = g_ptr_array_index (self->criteria, i);
      double                     gain = (fact->max_points - fact->points) * per_point;

      if (self->total + gain >= limit && (self->smallest_gain < 0 || gain < self->gain))
        {
          self->smallest_gain = (int) i;
          self->gain = gain;
        }
    }
}

/**
 * muster_fit_facts_new_from_fit:
 * @opening: the version of the opening that the fit was reckoned for
 * @fit: as muster_fit_to_json() makes it
 *
 * Returns: (transfer full) (nullable): NULL when @fit has another form.
 */
MusterFitFacts *
muster_fit_facts_new_from_fit (MusterOpening *opening, JsonNode *fit)
{
  g_autoptr (MusterFitFacts) self = g_new0 (MusterFitFacts, 1);
  JsonObject *root = JSON_NODE_HOLDS_OBJECT (fit) ? json_node_get_object (fit) : NULL;
  JsonNode   *rules = root != NULL ? json_object_get_member (root, "rules") : NULL;
  JsonNode   *criteria;
  JsonArray  *array;

  self->criteria = g_ptr_array_new_with_free_func (criterion_fact_free);
  if (rules == NULL || !JSON_NODE_HOLDS_OBJECT (rules))
    return NULL;
  criteria = json_object_get_member (json_node_get_object (rules), "criteria");
  if (criteria == NULL || !JSON_NODE_HOLDS_ARRAY (criteria))
    return NULL;

  array = json_node_get_array (criteria);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode            *element = json_array_get_element (array, i);
      MusterCriterionFact *fact;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return NULL;
      fact = read_criterion (opening, json_node_get_object (element));
      g_ptr_array_add (self->criteria, fact);
      self->points += fact->points;
      self->max_points += fact->max_points;
    }

  /* While no match is stored the rules are the whole total; else they have the weight that the opening fixed.
   */
  self->total = json_object_get_double_member_with_default (root, "fit", 0);
  self->rules_points
      = json_object_get_null_member (root, "match")
            ? self->total
            : json_object_get_double_member_with_default (json_node_get_object (rules), "score", 0)
                  * muster_opening_get_rules_weight (opening);
  self->band = muster_band_for_total (self->total);
  find_smallest_gain (self);

  return g_steal_pointer (&self);
}

/** muster_fit_facts_load: blocks for three queries; for worker threads. Returns: (transfer full) (nullable):
 * NULL on error. */
MusterFitFacts *
muster_fit_facts_load (MusterLibrary *library, gint64 candidate_id, gint64 opening_id, GError **error)
{
  g_autoptr (MusterOpening) opening = muster_library_load_opening (library, opening_id, error);
  g_autoptr (JsonNode) fit = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  MusterFitFacts *self;

  if (opening == NULL)
    return NULL;
  fit = muster_library_load_fit (library, candidate_id, opening_id, error);
  if (fit == NULL)
    return NULL;
  documents = muster_library_list_documents (library, candidate_id, error);
  if (documents == NULL)
    return NULL;

  self = muster_fit_facts_new_from_fit (opening, fit);
  if (self == NULL)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_INVALID_DATA,
                           _ ("The stored fit of this person cannot be read. Import a resume of theirs again "
                              "to rank them anew."));
      return NULL;
    }

  self->candidate_id = candidate_id;
  self->opening_id = opening_id;
  for (guint i = 0; i < documents->len; i++)
    self->n_pages += ((const MusterDocumentRecord *) g_ptr_array_index (documents, i))->n_pages;

  return self;
}

void
muster_fit_facts_free (MusterFitFacts *self)
{
  g_ptr_array_unref (self->criteria);
  g_free (self);
}
