/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fit as the command line prints it and as the store keeps it. */

#include "muster-fit-private.h"

static void
add_string (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_met (JsonBuilder *builder, MusterMet met)
{
  json_builder_set_member_name (builder, "met");
  if (met == MUSTER_PARTLY_MET)
    json_builder_add_string_value (builder, "partly");
  else
    json_builder_add_boolean_value (builder, met == MUSTER_MET);
}

static void
add_result (JsonBuilder *builder, const MusterCriterionResult *result)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", result->id);
  add_number (builder, "points", result->points);
  add_number (builder, "max", result->max_points);
  add_met (builder, result->met);
  add_string (builder, "quote", result->quote);
  json_builder_set_member_name (builder, "page");
  if (result->evidence.page > 0)
    json_builder_add_int_value (builder, result->evidence.page);
  else
    json_builder_add_null_value (builder);
  if (*result->missing != '\0')
    add_string (builder, "missing", result->missing);
  json_builder_end_object (builder);
}

static void
add_box (JsonBuilder *builder, MusterBox box)
{
  const double sides[] = { box.x, box.y, box.width, box.height };

  json_builder_set_member_name (builder, "box");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    json_builder_add_double_value (builder, sides[i]);
  json_builder_end_array (builder);
}

static void
add_evidence (JsonBuilder *builder, const MusterCriterionResult *result)
{
  if (*result->quote == '\0')
    return;

  json_builder_begin_object (builder);
  add_string (builder, "criterion", result->id);
  add_string (builder, "quote", result->quote);
  add_integer (builder, "page", result->evidence.page);
  add_box (builder, result->evidence.box);
  add_integer (builder, "start", result->evidence.start);
  add_integer (builder, "length", result->evidence.length);
  json_builder_end_object (builder);
}

/**
 * muster_fit_to_json:
 *
 * match and fields are null and match_used is false: no net has been asked.
 *
 * Returns: (transfer full): {fit, band, rules, match, match_used, fields, relevant_months, evidence, model}.
 */
JsonNode *
muster_fit_to_json (const MusterFit *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "fit", self->total);
  add_string (builder, "band", muster_band_name (muster_band_for_total (self->total)));
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_object (builder);
  add_number (builder, "score", self->rules_score);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->results->len; i++)
    add_result (builder, g_ptr_array_index (self->results, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "match");
  json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "match_used");
  json_builder_add_boolean_value (builder, FALSE);
  json_builder_set_member_name (builder, "fields");
  json_builder_add_null_value (builder);
  add_integer (builder, "relevant_months", self->relevant_months);
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->results->len; i++)
    add_evidence (builder, g_ptr_array_index (self->results, i));
  json_builder_end_array (builder);
  add_string (builder, "model", MUSTER_RULES_VERSION);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
