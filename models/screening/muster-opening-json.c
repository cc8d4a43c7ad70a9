/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opening out of OPENING.json and back. The parse is strict: a criterion that was mistyped must not rank
 * anybody, so every error names the member it stands in ("criteria[2].points") and what belongs there. */

#include "muster-opening-private.h"

#include "muster-degree-level.h"
#include "muster-language-level.h"
#include "muster-protected.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_TITLE_CHARACTERS 300
#define MAX_DESCRIPTION_CHARACTERS 100000
#define MAX_VALUE_CHARACTERS 300
#define MAX_ID_CHARACTERS 100
#define MAX_POINTS 1000.0
#define MAX_YEARS 60.0
#define WEIGHT_TOLERANCE 0.001

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError **error, const char *where, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MUSTER_OPENING_ERROR, MUSTER_OPENING_ERROR_INVALID, "%s: %s", where, what);

  return FALSE;
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* A text member of at most @max characters. Absent or null: NULL, which is an error only when @is_required.
 */
static gboolean
read_text (JsonObject *object,
           const char *where,
           const char *member,
           gboolean    is_required,
           glong       max,
           char      **text,
           GError    **error)
{
  JsonNode        *node = json_object_get_member (object, member);
  g_autofree char *place = *where == '\0' ? g_strdup (member) : g_strdup_printf ("%s.%s", where, member);
  g_autofree char *found = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return is_required ? refuse (error, place, _ ("missing; a text belongs here")) : TRUE;
  if (!is_string (node))
    return refuse (error, place, _ ("a text belongs here"));

  found = g_strstrip (json_node_dup_string (node));
  if (is_required && *found == '\0')
    return refuse (error, place, _ ("empty; a text belongs here"));
  if (g_utf8_strlen (found, -1) > max)
    return refuse (error, place, _ ("longer than %ld characters"), max);

  *text = g_steal_pointer (&found);

  return TRUE;
}

static gboolean
read_number (JsonObject *object, const char *where, const char *member, double *number, GError **error)
{
  JsonNode        *node = json_object_get_member (object, member);
  g_autofree char *place = g_strdup_printf ("%s.%s", where, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return refuse (error, place, _ ("missing; a number belongs here"));
  if (!is_number (node))
    return refuse (error, place, _ ("a number belongs here"));

  *number = json_node_get_double (node);

  return TRUE;
}

static gboolean
read_weights (MusterOpening *self, JsonObject *root, GError **error)
{
  JsonNode   *node = json_object_get_member (root, "weights");
  JsonObject *weights;
  double      rules, match;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, "weights", _ ("missing; {\"rules\": 60, \"match\": 40} or the like belongs here"));

  weights = json_node_get_object (node);
  if (!read_number (weights, "weights", "rules", &rules, error)
      || !read_number (weights, "weights", "match", &match, error))
    return FALSE;
  if (!(rules >= 0.0 && match >= 0.0))
    return refuse (error, "weights", _ ("rules and match cannot be below 0"));
  if (!(fabs (rules + match - 100.0) <= WEIGHT_TOLERANCE))
    return refuse (error, "weights", "rules and match make %g; together they must make 100", rules + match);

  self->rules_weight = rules;

  return TRUE;
}

static char *
years_to_text (double years)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4g", years));
}

static gboolean
read_years (MusterCriterion *self, const char *where, JsonNode *node, GError **error)
{
  double years;

  if (is_number (node))
    years = json_node_get_double (node);
  else
    {
      g_autofree char *text = g_strstrip (json_node_dup_string (node));
      char            *end = NULL;

      years = g_ascii_strtod (text, &end);
      if (end == text || *end != '\0')
        return refuse (error, where, _ ("“%s” is no number of years"), text);
    }
  if (!(years >= 0.0 && years <= MAX_YEARS))
    return refuse (error, where, _ ("a number of years from 0 to %g belongs here"), MAX_YEARS);
  if (years > 0.0)
    self->minimum = years_to_text (years);

  return TRUE;
}

static gboolean
read_level (MusterCriterion *self, const char *where, JsonNode *node, GError **error)
{
  g_autofree char *text = is_string (node) ? g_strstrip (json_node_dup_string (node)) : NULL;
  gboolean         is_language = self->kind == MUSTER_CRITERION_LANGUAGE;

  if (text == NULL)
    return refuse (error,
                   where,
                   is_language ? _ ("a level such as \"B2\" belongs here")
                               : _ ("a degree such as \"bachelor\" belongs here"));
  if (*text == '\0')
    return TRUE;
  if (is_language && muster_language_level_from_text (text) == MUSTER_LEVEL_UNSTATED)
    return refuse (
        error, where, _ ("“%s” is no level; A1 to C2, basic, intermediate, fluent and native are"), text);
  if (!is_language && muster_degree_level_from_text (text) == MUSTER_DEGREE_NONE)
    return refuse (error,
                   where,
                   _ ("“%s” is no degree; secondary, vocational, associate, bachelor, master and doctorate are"),
                   text);

  self->minimum = g_steal_pointer (&text);

  return TRUE;
}

static gboolean
read_minimum (MusterCriterion *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *place = g_strdup_printf ("%s.min", where);
  JsonNode        *node = json_object_get_member (object, "min");

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!is_number (node) && !is_string (node))
    return refuse (error, place, _ ("a number or a text belongs here"));

  switch (self->kind)
    {
    case MUSTER_CRITERION_EXPERIENCE:
    case MUSTER_CRITERION_SKILL:
      return read_years (self, place, node, error);
    case MUSTER_CRITERION_EDUCATION:
    case MUSTER_CRITERION_LANGUAGE:
      return read_level (self, place, node, error);
    default:
      return refuse (
          error, place, _ ("a %s has no minimum; leave this out"), muster_criterion_kind_name (self->kind));
    }
}

static gboolean
read_kind (MusterCriterion *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *place = g_strdup_printf ("%s.kind", where);
  g_autofree char *name = NULL;

  if (!read_text (object, where, "kind", TRUE, MAX_ID_CHARACTERS, &name, error))
    return FALSE;
  if (!muster_criterion_kind_from_name (name, &self->kind))
    return refuse (error,
                   place,
                   _ ("“%s” is no kind; skill, experience, education, language, certificate and location are"),
                   name);

  return TRUE;
}

static gboolean
read_importance (MusterCriterion *self, JsonObject *object, const char *where, GError **error)
{
  g_autofree char *place = g_strdup_printf ("%s.importance", where);
  g_autofree char *word = NULL;

  if (!read_text (object, where, "importance", TRUE, MAX_ID_CHARACTERS, &word, error))
    return FALSE;
  if (!g_str_equal (word, "must") && !g_str_equal (word, "nice"))
    return refuse (error, place, _ ("“%s” is neither must nor nice"), word);

  self->is_must = g_str_equal (word, "must");

  return TRUE;
}

/* Only work may be asked for without saying in what; a degree may stand in the minimum alone. */
static gboolean
check_value (MusterCriterion *self, const char *where, GError **error)
{
  g_autofree char *place = g_strdup_printf ("%s.value", where);
  const char      *instead;

  if (self->value == NULL)
    self->value = g_strdup ("");
  if (*self->value == '\0' && self->kind != MUSTER_CRITERION_EXPERIENCE
      && !(self->kind == MUSTER_CRITERION_EDUCATION && self->minimum != NULL))
    return refuse (error, place, _ ("empty; what is asked for belongs here"));

  instead = muster_protected_find (self->value);
  if (instead != NULL && self->kind != MUSTER_CRITERION_LOCATION)
    return refuse (
        error, place, _ ("“%s” is a protected attribute and cannot be a criterion; %s"), self->value, instead);

  return TRUE;
}

static gboolean
check_members (JsonObject *object, const char *where, GError **error)
{
  static const char *known[] = { "id", "kind", "value", "min", "importance", "points", NULL };
  g_autoptr (GList)  members = json_object_get_members (object);

  for (GList *m = members; m != NULL; m = m->next)
    if (!g_strv_contains (known, m->data))
      return refuse (error,
                     where,
                     _ ("“%s” is no member of a criterion; id, kind, value, min, importance and points are"),
                     (const char *) m->data);

  return TRUE;
}

static gboolean
read_criterion (MusterOpening *self, JsonNode *node, guint index, GError **error)
{
  MusterCriterion *criterion = muster_criterion_new (MUSTER_CRITERION_SKILL, NULL, NULL);
  g_autofree char *where = g_strdup_printf ("criteria[%u]", index);
  g_autofree char *points_place = g_strdup_printf ("criteria[%u].points", index);
  g_autofree char *id_place = g_strdup_printf ("criteria[%u].id", index);
  JsonObject      *object;

  g_ptr_array_add (self->criteria, criterion);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, where, _ ("an object with id, kind, value, importance and points belongs here"));

  object = json_node_get_object (node);
  if (!check_members (object, where, error)
      || !read_text (object, where, "id", TRUE, MAX_ID_CHARACTERS, &criterion->id, error)
      || !read_kind (criterion, object, where, error)
      || !read_text (object, where, "value", FALSE, MAX_VALUE_CHARACTERS, &criterion->value, error)
      || !read_minimum (criterion, object, where, error) || !read_importance (criterion, object, where, error)
      || !read_number (object, where, "points", &criterion->points, error))
    return FALSE;
  if (!(criterion->points > 0.0 && criterion->points <= MAX_POINTS))
    return refuse (
        error, points_place, _ ("%g; more than 0 and at most %g belongs here"), criterion->points, MAX_POINTS);
  for (guint i = 0; i < index; i++)
    if (g_str_equal (muster_opening_get_criterion (self, i)->id, criterion->id))
      return refuse (error, id_place, _ ("“%s” is already the id of criteria[%u]"), criterion->id, i);

  return check_value (criterion, where, error);
}

static gboolean
read_criteria (MusterOpening *self, JsonObject *root, GError **error)
{
  JsonNode  *node = json_object_get_member (root, "criteria");
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, "criteria", _ ("missing; a list of criteria belongs here"));

  array = json_node_get_array (node);
  if (json_array_get_length (array) == 0)
    return refuse (error, "criteria", _ ("empty; nobody can be ranked without a criterion"));
  if (json_array_get_length (array) > MUSTER_OPENING_MAX_CRITERIA)
    return refuse (error, "criteria", _ ("more than %d"), MUSTER_OPENING_MAX_CRITERIA);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_criterion (self, json_array_get_element (array, i), i, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_proposed (MusterOpening *self, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "proposed");

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (error, "proposed", _ ("true or false belongs here"));

  self->is_proposed = json_node_get_boolean (node);

  return TRUE;
}

/**
 * muster_opening_new_from_json:
 * @node: (nullable): the root of OPENING.json
 *
 * Returns: (transfer full): the opening, or %NULL with MUSTER_OPENING_ERROR_INVALID that says what is wrong
 * and where.
 */
MusterOpening *
muster_opening_new_from_json (JsonNode *node, GError **error)
{
  g_autoptr (MusterOpening) self = muster_opening_new_empty ();
  JsonObject               *root;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (error, "opening", _ ("an object with title, description, weights and criteria belongs here"));
      return NULL;
    }

  root = json_node_get_object (node);
  if (!read_text (root, "", "title", TRUE, MAX_TITLE_CHARACTERS, &self->title, error)
      || !read_text (root, "", "description", FALSE, MAX_DESCRIPTION_CHARACTERS, &self->description, error)
      || !read_text (root, "", "field", FALSE, MAX_TITLE_CHARACTERS, &self->field, error)
      || !read_weights (self, root, error) || !read_proposed (self, root, error)
      || !read_criteria (self, root, error))
    return NULL;
  if (self->description == NULL)
    self->description = g_strdup ("");

  return g_steal_pointer (&self);
}

static void
add_criterion (JsonBuilder *builder, const MusterCriterion *criterion)
{
  gboolean is_number_of_years
      = criterion->kind == MUSTER_CRITERION_EXPERIENCE || criterion->kind == MUSTER_CRITERION_SKILL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, criterion->id);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, muster_criterion_kind_name (criterion->kind));
  json_builder_set_member_name (builder, "value");
  json_builder_add_string_value (builder, criterion->value);
  if (criterion->minimum != NULL)
    {
      json_builder_set_member_name (builder, "min");
      if (is_number_of_years)
        json_builder_add_double_value (builder, g_ascii_strtod (criterion->minimum, NULL));
      else
        json_builder_add_string_value (builder, criterion->minimum);
    }
  json_builder_set_member_name (builder, "importance");
  json_builder_add_string_value (builder, criterion->is_must ? "must" : "nice");
  json_builder_set_member_name (builder, "points");
  json_builder_add_double_value (builder, criterion->points);
  json_builder_end_object (builder);
}

/**
 * muster_opening_to_json:
 *
 * Returns: (transfer full): OPENING.json of the command line contract; muster_opening_new_from_json() takes
 * it back.
 */
JsonNode *
muster_opening_to_json (const MusterOpening *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, self->title);
  json_builder_set_member_name (builder, "description");
  json_builder_add_string_value (builder, self->description);
  if (self->field != NULL)
    {
      json_builder_set_member_name (builder, "field");
      json_builder_add_string_value (builder, self->field);
    }
  json_builder_set_member_name (builder, "weights");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rules");
  json_builder_add_double_value (builder, self->rules_weight);
  json_builder_set_member_name (builder, "match");
  json_builder_add_double_value (builder, 100.0 - self->rules_weight);
  json_builder_end_object (builder);
  if (self->is_proposed)
    {
      json_builder_set_member_name (builder, "proposed");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->criteria->len; i++)
    add_criterion (builder, g_ptr_array_index (self->criteria, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
