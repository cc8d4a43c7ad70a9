/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile as JSON Resume v1 (https://jsonresume.org/schema): the values where other programs look for them,
 * what Muster adds in meta. */

#include "muster-profile.h"

static void
set_value (JsonObject *object, const char *key, const MusterValue *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value->text);
}

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
}

static void
set_values (JsonObject *object, const char *key, const GPtrArray *values)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < values->len; i++)
    json_array_add_string_element (array, ((const MusterValue *) g_ptr_array_index (values, i))->text);
  json_object_set_array_member (object, key, array);
}

static JsonObject *
basics_to_json (const MusterProfile *self)
{
  JsonObject *basics = json_object_new ();
  JsonArray  *profiles = json_array_new ();

  set_value (basics, "name", self->name);
  set_value (basics, "label", self->label);
  set_value (basics, "email", self->email);
  set_value (basics, "phone", self->phone);
  set_value (basics, "url", self->url);
  set_value (basics, "summary", self->summary);
  if (self->city != NULL || self->region != NULL)
    {
      JsonObject *location = json_object_new ();

      set_value (location, "city", self->city);
      set_value (location, "region", self->region);
      json_object_set_object_member (basics, "location", location);
    }
  for (guint i = 0; i < self->profiles->len; i++)
    {
      const MusterOnlineProfile *profile = g_ptr_array_index (self->profiles, i);
      JsonObject                *object = json_object_new ();

      set_text (object, "network", profile->network);
      set_text (object, "username", profile->username);
      set_value (object, "url", profile->url);
      json_array_add_object_element (profiles, object);
    }
  json_object_set_array_member (basics, "profiles", profiles);

  return basics;
}

static JsonObject *
work_to_json (gconstpointer item)
{
  const MusterWork *work = item;
  JsonObject       *object = json_object_new ();

  set_value (object, "name", work->name);
  set_value (object, "position", work->position);
  set_value (object, "location", work->location);
  set_value (object, "startDate", work->start);
  set_value (object, "endDate", work->end);
  set_values (object, "highlights", work->highlights);

  return object;
}

static JsonObject *
education_to_json (gconstpointer item)
{
  const MusterEducation *education = item;
  JsonObject            *object = json_object_new ();

  set_value (object, "institution", education->institution);
  set_value (object, "studyType", education->study_type);
  set_value (object, "area", education->area);
  set_value (object, "score", education->score);
  set_value (object, "startDate", education->start);
  set_value (object, "endDate", education->end);

  return object;
}

static JsonObject *
skill_to_json (gconstpointer item)
{
  const MusterSkill *skill = item;
  JsonObject        *object = json_object_new ();

  set_value (object, "name", skill->name);
  set_values (object, "keywords", skill->keywords);

  return object;
}

static JsonObject *
language_to_json (gconstpointer item)
{
  const MusterLanguage *language = item;
  JsonObject           *object = json_object_new ();

  set_value (object, "language", language->language);
  set_value (object, "fluency", language->fluency);

  return object;
}

static JsonObject *
certificate_to_json (gconstpointer item)
{
  const MusterCertificate *certificate = item;
  JsonObject              *object = json_object_new ();

  set_value (object, "name", certificate->name);
  set_value (object, "issuer", certificate->issuer);
  set_value (object, "date", certificate->date);

  return object;
}

static void
set_list (JsonObject *resume, const char *key, const GPtrArray *items, JsonObject *(*to_json) (gconstpointer))
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array, to_json (g_ptr_array_index (items, i)));
  json_object_set_array_member (resume, key, array);
}

static const char *kind_names[] = { "text", "link", "form" };

typedef struct
{
  JsonObject *confidence;
  JsonObject *evidence;
} Meta;

static void
add_meta (const char *pointer, const MusterValue *value, gpointer user_data)
{
  const Meta           *meta = user_data;
  const MusterEvidence *evidence = &value->evidence;
  JsonObject           *object = json_object_new ();
  JsonArray            *box = json_array_new ();

  json_array_add_double_element (box, evidence->box.x);
  json_array_add_double_element (box, evidence->box.y);
  json_array_add_double_element (box, evidence->box.width);
  json_array_add_double_element (box, evidence->box.height);
  json_object_set_int_member (object, "page", evidence->page);
  json_object_set_array_member (object, "box", box);
  json_object_set_int_member (object, "start", evidence->start);
  json_object_set_int_member (object, "length", evidence->length);
  json_object_set_string_member (object, "kind", kind_names[evidence->kind]);
  json_object_set_string_member (object, "text", value->quote);
  json_object_set_object_member (meta->evidence, pointer, object);
  json_object_set_double_member (meta->confidence, pointer, value->confidence);
}

/* What an address says about itself stands where the address does. */
static void
add_profile_meta (const MusterProfile *self, const Meta *meta)
{
  for (guint i = 0; i < self->profiles->len; i++)
    {
      const MusterOnlineProfile *profile = g_ptr_array_index (self->profiles, i);
      const char                *texts[] = { profile->network, profile->username };
      static const char *const   keys[] = { "network", "username" };

      for (gsize j = 0; j < G_N_ELEMENTS (texts) && profile->url != NULL; j++)
        {
          g_autofree char *pointer = g_strdup_printf ("/basics/profiles/%u/%s", i, keys[j]);

          if (texts[j] != NULL)
            add_meta (pointer, profile->url, (gpointer) meta);
        }
    }
}

static JsonObject *
meta_to_json (const MusterProfile *self, MusterMonth today)
{
  JsonObject *object = json_object_new ();
  Meta        meta = { json_object_new (), json_object_new () };
  double      years = muster_profile_work_months (self, today) / 12.0;

  muster_profile_foreach (self, add_meta, &meta);
  add_profile_meta (self, &meta);
  json_object_set_double_member (object, "totalYears", (double) (int) (years * 100 + 0.5) / 100);
  json_object_set_object_member (object, "confidence", meta.confidence);
  json_object_set_object_member (object, "evidence", meta.evidence);

  return object;
}

/**
 * muster_profile_to_json:
 * @today: where open spells end for meta.totalYears
 *
 * Returns: (transfer full): the profile as JSON Resume.
 */
JsonNode *
muster_profile_to_json (const MusterProfile *self, MusterMonth today)
{
  JsonObject *resume = json_object_new ();
  JsonNode   *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_object_member (resume, "basics", basics_to_json (self));
  set_list (resume, "work", self->work, work_to_json);
  set_list (resume, "education", self->education, education_to_json);
  set_list (resume, "skills", self->skills, skill_to_json);
  set_list (resume, "languages", self->languages, language_to_json);
  set_list (resume, "certificates", self->certificates, certificate_to_json);
  json_object_set_object_member (resume, "meta", meta_to_json (self, today));
  json_node_take_object (node, resume);

  return node;
}
