/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the criteria and answers for their sum. What comes of it passes through the strict reader of OPENING.json, so
 * nothing can be fixed here that the command line would refuse. */

#include "muster-opening-draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define POINTS_TOLERANCE 0.001
/* No match is learned yet: what is fixed is what ranks, the rules alone. */
#define RULES_WEIGHT 100.0

struct _MusterOpeningDraft
{
  GObject     parent_instance;
  char       *title;
  char       *description;
  char       *field; /* nullable */
  double      rules_weight;
  GListStore *criteria;
  gboolean    is_changed;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterOpeningDraft, muster_opening_draft, G_TYPE_OBJECT)

static void
tell_change (MusterOpeningDraft *self)
{
  self->is_changed = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
muster_opening_draft_dispose (GObject *object)
{
  MusterOpeningDraft *self = MUSTER_OPENING_DRAFT (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->field, g_free);
  g_clear_object (&self->criteria);

  G_OBJECT_CLASS (muster_opening_draft_parent_class)->dispose (object);
}

static void
muster_opening_draft_class_init (MusterOpeningDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_opening_draft_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MUSTER_TYPE_OPENING_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
muster_opening_draft_init (MusterOpeningDraft *self)
{
  self->title = g_strdup ("");
  self->description = g_strdup ("");
  self->rules_weight = RULES_WEIGHT;
  self->criteria = g_list_store_new (MUSTER_TYPE_CRITERION_DRAFT);
}

static void
append (MusterOpeningDraft *self, MusterCriterionDraft *criterion)
{
  g_signal_connect_object (criterion, "changed", G_CALLBACK (tell_change), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->criteria, criterion);
}

/** muster_opening_draft_new: Returns: (transfer full): an empty one, or what @opening has fixed. */
MusterOpeningDraft *
muster_opening_draft_new (MusterOpening *opening)
{
  MusterOpeningDraft *self = g_object_new (MUSTER_TYPE_OPENING_DRAFT, NULL);

  if (opening == NULL)
    return self;

  g_free (self->title);
  self->title = g_strdup (muster_opening_get_title (opening));
  g_free (self->description);
  self->description = g_strdup (muster_opening_get_description (opening));
  self->field = g_strdup (muster_opening_get_field (opening));
  self->rules_weight = muster_opening_get_rules_weight (opening);
  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      g_autoptr (MusterCriterionDraft) criterion
          = muster_criterion_draft_new (muster_opening_get_criterion (opening, i));

      append (self, criterion);
    }

  return self;
}

const char *
muster_opening_draft_get_title (MusterOpeningDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), "");

  return self->title;
}

const char *
muster_opening_draft_get_description (MusterOpeningDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), "");

  return self->description;
}

static void
set_text (MusterOpeningDraft *self, char **text, const char *new_text)
{
  if (strcmp (*text, new_text) == 0)
    return;

  g_free (*text);
  *text = g_strdup (new_text);
  tell_change (self);
}

void
muster_opening_draft_set_title (MusterOpeningDraft *self, const char *title)
{
  g_return_if_fail (MUSTER_IS_OPENING_DRAFT (self) && title != NULL);

  set_text (self, &self->title, title);
}

void
muster_opening_draft_set_description (MusterOpeningDraft *self, const char *description)
{
  g_return_if_fail (MUSTER_IS_OPENING_DRAFT (self) && description != NULL);

  set_text (self, &self->description, description);
}

GListModel *
muster_opening_draft_get_criteria (MusterOpeningDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), NULL);

  return G_LIST_MODEL (self->criteria);
}

static guint
get_n (MusterOpeningDraft *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->criteria));
}

/* (transfer none): the list holds it */
static MusterCriterionDraft *
get_criterion (MusterOpeningDraft *self, guint index)
{
  g_autoptr (MusterCriterionDraft) criterion = g_list_model_get_item (G_LIST_MODEL (self->criteria), index);

  return criterion;
}

void
muster_opening_draft_add (MusterOpeningDraft *self, MusterCriterionDraft *criterion)
{
  g_return_if_fail (MUSTER_IS_OPENING_DRAFT (self) && MUSTER_IS_CRITERION_DRAFT (criterion));

  append (self, criterion);
  tell_change (self);
}

void
muster_opening_draft_remove (MusterOpeningDraft *self, MusterCriterionDraft *criterion)
{
  guint position;

  g_return_if_fail (MUSTER_IS_OPENING_DRAFT (self) && MUSTER_IS_CRITERION_DRAFT (criterion));

  if (!g_list_store_find (self->criteria, criterion, &position))
    return;

  g_signal_handlers_disconnect_by_func (criterion, tell_change, self);
  g_list_store_remove (self->criteria, position);
  tell_change (self);
}

static void
move (MusterOpeningDraft *self, guint from, guint to)
{
  g_autoptr (MusterCriterionDraft) criterion = g_list_model_get_item (G_LIST_MODEL (self->criteria), from);

  if (from == to)
    return;
  g_list_store_remove (self->criteria, from);
  g_list_store_insert (self->criteria, to, criterion);
  tell_change (self);
}

void
muster_opening_draft_move_to (MusterOpeningDraft   *self,
                              MusterCriterionDraft *criterion,
                              MusterCriterionDraft *place)
{
  guint from, to;

  g_return_if_fail (MUSTER_IS_OPENING_DRAFT (self));

  if (g_list_store_find (self->criteria, criterion, &from) && g_list_store_find (self->criteria, place, &to))
    move (self, from, to);
}

/** muster_opening_draft_move_by: Returns: FALSE at the end of the list: it stays. */
gboolean
muster_opening_draft_move_by (MusterOpeningDraft *self, MusterCriterionDraft *criterion, int by)
{
  guint from;

  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), FALSE);

  if (!g_list_store_find (self->criteria, criterion, &from) || (int) from + by < 0 || from + by >= get_n (self))
    return FALSE;

  move (self, from, (guint) ((int) from + by));

  return TRUE;
}

/* Letters of either case are the same; what else differs is for the person to see. */
static char *
dup_comparable (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_casefold (stripped, -1);
}

static gboolean
has_same (MusterOpeningDraft *self, const MusterCriterion *criterion)
{
  g_autofree char *wanted = dup_comparable (criterion->value);

  for (guint i = 0; i < get_n (self); i++)
    {
      MusterCriterionDraft *other = get_criterion (self, i);
      g_autofree char      *folded = dup_comparable (muster_criterion_draft_get_value (other));

      if (muster_criterion_draft_get_kind (other) == criterion->kind && strcmp (folded, wanted) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * muster_opening_draft_add_proposal:
 *
 * Rows that say nothing yet give way. Points of a first proposal make MUSTER_POINTS_IN_ALL; of a later one they stand
 * beside those that are there, and the sum is left to the person.
 *
 * Returns: how many criteria came in.
 */
guint
muster_opening_draft_add_proposal (MusterOpeningDraft *self, MusterOpening *proposal)
{
  gboolean was_empty;
  guint    n_added = 0;

  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), 0);

  for (guint i = get_n (self); i > 0; i--)
    if (!muster_criterion_draft_is_complete (get_criterion (self, i - 1)))
      muster_opening_draft_remove (self, get_criterion (self, i - 1));
  was_empty = get_n (self) == 0;
  for (guint i = 0; i < muster_opening_get_n_criteria (proposal); i++)
    {
      const MusterCriterion           *criterion = muster_opening_get_criterion (proposal, i);
      g_autoptr (MusterCriterionDraft) draft = NULL;

      if (has_same (self, criterion))
        continue;
      draft = muster_criterion_draft_new (criterion);
      append (self, draft);
      n_added++;
    }
  if (n_added > 0 && was_empty)
    muster_opening_draft_make_whole (self);
  if (n_added > 0)
    tell_change (self);

  return n_added;
}

/** muster_opening_draft_sum_points: Returns: what all criteria together give. */
double
muster_opening_draft_sum_points (MusterOpeningDraft *self)
{
  double sum = 0;

  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), 0);

  for (guint i = 0; i < get_n (self); i++)
    sum += muster_criterion_draft_get_points (get_criterion (self, i));

  return sum;
}

/* Whole points by the method of largest remainders (Hamilton 1792), at least one each: a criterion of no points says
 * nothing. @shares: (array length=n): none below 0, some above. */
static void
share_out (MusterOpeningDraft *self, const double *shares, guint n)
{
  g_autofree guint  *points = g_new0 (guint, n);
  g_autofree double *rests = g_new0 (double, n);
  double             sum = 0;
  guint              given = 0;

  for (guint i = 0; i < n; i++)
    sum += shares[i];
  for (guint i = 0; i < n; i++)
    {
      double wanted = 1 + (MUSTER_POINTS_IN_ALL - (double) n) * shares[i] / sum;

      points[i] = (guint) wanted;
      rests[i] = wanted - points[i];
      given += points[i];
    }
  for (; given < MUSTER_POINTS_IN_ALL; given++)
    {
      guint most = 0;

      for (guint i = 1; i < n; i++)
        if (rests[i] > rests[most] + 1e-9)
          most = i;
      points[most]++;
      rests[most] = -1;
    }
  for (guint i = 0; i < n; i++)
    muster_criterion_draft_set_points (get_criterion (self, i), points[i]);
}

static void
spread (MusterOpeningDraft *self, gboolean is_even)
{
  guint              n = get_n (self);
  g_autofree double *shares = g_new0 (double, n);
  gboolean           has_points = muster_opening_draft_sum_points (self) > 0;

  if (n == 0 || n > MUSTER_POINTS_IN_ALL)
    return;

  for (guint i = 0; i < n; i++)
    shares[i] = is_even || !has_points ? 1 : MAX (0, muster_criterion_draft_get_points (get_criterion (self, i)));
  share_out (self, shares, n);
}

void
muster_opening_draft_spread_evenly (MusterOpeningDraft *self)
{
  g_return_if_fail (MUSTER_IS_OPENING_DRAFT (self));

  spread (self, TRUE);
}

void
muster_opening_draft_make_whole (MusterOpeningDraft *self)
{
  g_return_if_fail (MUSTER_IS_OPENING_DRAFT (self));

  spread (self, FALSE);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static char *
dup_problem_of_sum (MusterOpeningDraft *self)
{
  double sum = muster_opening_draft_sum_points (self);

  for (guint i = 0; i < get_n (self); i++)
    if (muster_criterion_draft_get_points (get_criterion (self, i)) <= 0)
      return g_strdup (_ ("A criterion has no points"));
  if (fabs (sum - MUSTER_POINTS_IN_ALL) <= POINTS_TOLERANCE)
    return NULL;

  /* Translators: the points of all criteria together: "92 of 100 points are given". */
  return g_strdup_printf (_ ("%g of %d points are given"), sum, MUSTER_POINTS_IN_ALL);
}

/* What only the reader of OPENING.json minds: texts that are too long, too many criteria. */
static char *
dup_problem_of_form (MusterOpeningDraft *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) opening = muster_opening_draft_finish (self, &error);

  return opening == NULL ? g_strdup (error->message) : NULL;
}

/** muster_opening_draft_dup_problem: the first thing to do, in the order in which the form asks. */
char *
muster_opening_draft_dup_problem (MusterOpeningDraft *self)
{
  char *problem;

  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), NULL);

  if (is_blank (self->title))
    return g_strdup (_ ("The title is missing"));
  if (get_n (self) == 0)
    return g_strdup (_ ("There is no criterion yet"));
  for (guint i = 0; i < get_n (self); i++)
    {
      MusterCriterionDraft *criterion = get_criterion (self, i);

      if (!muster_criterion_draft_is_complete (criterion))
        return g_strdup (_ ("A criterion has no name"));
      if (muster_criterion_draft_is_refused (criterion))
        return g_strdup_printf (_ ("“%s” cannot be a criterion"), muster_criterion_draft_get_value (criterion));
    }

  problem = dup_problem_of_sum (self);

  return problem != NULL ? problem : dup_problem_of_form (self);
}

gboolean
muster_opening_draft_is_changed (MusterOpeningDraft *self)
{
  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), FALSE);

  return self->is_changed;
}

/* Those that were fixed before keep their id, so that versions can be compared; new ones get one that is free.
 * @reserved: all ids that criteria came with; @used: those given out. */
static const char *
give_id (MusterCriterionDraft *criterion, GHashTable *reserved, GHashTable *used)
{
  const char *kind = muster_criterion_kind_name (muster_criterion_draft_get_kind (criterion));
  char       *id = g_strdup (muster_criterion_draft_get_id (criterion));
  gboolean    is_free = *id != '\0' && !g_hash_table_contains (used, id);

  for (guint i = 1; !is_free; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", kind, i);
      is_free = !g_hash_table_contains (reserved, id) && !g_hash_table_contains (used, id);
    }
  g_hash_table_add (used, id);

  return id;
}

static void
set_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_criterion (JsonBuilder *builder, MusterCriterionDraft *criterion, const char *id)
{
  json_builder_begin_object (builder);
  set_string (builder, "id", id);
  set_string (builder, "kind", muster_criterion_kind_name (muster_criterion_draft_get_kind (criterion)));
  set_string (builder, "value", muster_criterion_draft_get_value (criterion));
  if (*muster_criterion_draft_get_minimum (criterion) != '\0')
    set_string (builder, "min", muster_criterion_draft_get_minimum (criterion));
  set_string (builder, "importance", muster_criterion_draft_is_must (criterion) ? "must" : "nice");
  json_builder_set_member_name (builder, "points");
  json_builder_add_double_value (builder, muster_criterion_draft_get_points (criterion));
  json_builder_end_object (builder);
}

static void
add_criteria (MusterOpeningDraft *self, JsonBuilder *builder)
{
  g_autoptr (GHashTable) reserved = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < get_n (self); i++)
    g_hash_table_add (reserved, (char *) muster_criterion_draft_get_id (get_criterion (self, i)));
  for (guint i = 0; i < get_n (self); i++)
    {
      MusterCriterionDraft *criterion = get_criterion (self, i);

      add_criterion (builder, criterion, give_id (criterion, reserved, used));
    }
}

static void
add_weights (JsonBuilder *builder, double rules_weight)
{
  json_builder_set_member_name (builder, "weights");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rules");
  json_builder_add_double_value (builder, rules_weight);
  json_builder_set_member_name (builder, "match");
  json_builder_add_double_value (builder, 100.0 - rules_weight);
  json_builder_end_object (builder);
}

/** muster_opening_draft_finish: Returns: what is written, as a value that can be fixed. */
MusterOpening *
muster_opening_draft_finish (MusterOpeningDraft *self, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;

  g_return_val_if_fail (MUSTER_IS_OPENING_DRAFT (self), NULL);

  json_builder_begin_object (builder);
  set_string (builder, "title", self->title);
  set_string (builder, "description", self->description);
  if (self->field != NULL)
    set_string (builder, "field", self->field);
  add_weights (builder, self->rules_weight);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  add_criteria (self, builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return muster_opening_new_from_json (root, error);
}
