/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON Resume back into a profile: what the store keeps, what a person corrected. Members that are missing or
 * of another type count as not there; only a root that is no object is an error. */

#include "muster-profile.h"

#include <glib/gi18n-lib.h>

/* More items than any resume has: a file from elsewhere shall not fill the memory. */
#define MAX_ITEMS 2000

typedef struct
{
  JsonObject *resume;
  JsonObject *confidence; /* nullable */
  JsonObject *evidence;   /* nullable */
} Source;

static JsonObject *
get_object (JsonObject *object, const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
node_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static const char *
get_text (JsonObject *object, const char *key)
{
  return object != NULL ? node_text (json_object_get_member (object, key)) : NULL;
}

static double
node_number (JsonNode *node, double otherwise)
{
  GType type
      = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_DOUBLE)
    return json_node_get_double (node);

  return type == G_TYPE_INT64 ? (double) json_node_get_int (node) : otherwise;
}

static double
get_number (JsonObject *object, const char *key)
{
  return node_number (json_object_get_member (object, key), 0);
}

static guint
get_count (JsonObject *object, const char *key)
{
  double number = get_number (object, key);

  return number > 0 && number < G_MAXINT ? (guint) number : 0;
}

static MusterEvidenceKind
parse_kind (const char *name)
{
  if (g_strcmp0 (name, "link") == 0)
    return MUSTER_EVIDENCE_LINK;

  return g_strcmp0 (name, "form") == 0 ? MUSTER_EVIDENCE_FORM : MUSTER_EVIDENCE_TEXT;
}

static MusterEvidence
parse_evidence (JsonObject *object)
{
  MusterEvidence evidence = { .page = get_count (object, "page"),
                              .start = get_count (object, "start"),
                              .length = get_count (object, "length"),
                              .kind = parse_kind (get_text (object, "kind")) };
  JsonArray     *box = get_array (object, "box");

  if (box != NULL && json_array_get_length (box) == 4)
    {
      evidence.box = (MusterBox){ node_number (json_array_get_element (box, 0), 0),
                                  node_number (json_array_get_element (box, 1), 0),
                                  node_number (json_array_get_element (box, 2), 0),
                                  node_number (json_array_get_element (box, 3), 0) };
    }

  return evidence;
}

/* (transfer full): the text as a value with what meta says about the pointer. */
static MusterValue *
parse_value (const Source *source, const char *text, const char *pointer)
{
  JsonObject    *object = get_object (source->evidence, pointer);
  MusterEvidence evidence = { 0 };
  const char    *quote = text;
  double         confidence = 1;

  if (text == NULL)
    return NULL;
  if (object != NULL)
    {
      evidence = parse_evidence (object);
      quote = get_text (object, "text") != NULL ? get_text (object, "text") : text;
    }
  if (source->confidence != NULL)
    confidence = node_number (json_object_get_member (source->confidence, pointer), 1);

  return muster_value_new_quoted (text, quote, evidence, confidence);
}

static MusterValue *
parse_basic (const Source *source, JsonObject *object, const char *key, const char *path)
{
  g_autofree char *pointer = g_strconcat ("/basics/", path, NULL);

  return parse_value (source, get_text (object, key), pointer);
}

static MusterValue *
parse_member (const Source *source, const char *list, guint index, JsonObject *object, const char *key)
{
  g_autofree char *pointer = g_strdup_printf ("/%s/%u/%s", list, index, key);

  return parse_value (source, get_text (object, key), pointer);
}

static void
parse_members (const Source *source,
               const char   *list,
               guint         index,
               JsonObject   *object,
               const char   *key,
               GPtrArray    *values)
{
  JsonArray *array = get_array (object, key);
  guint      n = array != NULL ? MIN (json_array_get_length (array), MAX_ITEMS) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%s/%u/%s/%u", list, index, key, i);
      MusterValue     *value = parse_value (source, node_text (json_array_get_element (array, i)), pointer);

      if (value != NULL)
        g_ptr_array_add (values, value);
    }
}

static MusterPeriod
parse_period (const MusterValue *start, const MusterValue *end)
{
  MusterPeriod period = { MUSTER_MONTH_NONE, MUSTER_MONTH_NONE, FALSE, FALSE, FALSE };

  if (start != NULL && muster_month_parse_iso (start->text, &period.start, &period.start_has_month))
    period.is_open = end == NULL;
  if (end != NULL && muster_month_parse_iso (end->text, &period.end, &period.end_has_month)
      && !period.end_has_month)
    period.end += 11;

  return period;
}

static void
parse_work (const Source *source, guint index, JsonObject *object, MusterProfile *profile)
{
  MusterWork *work = muster_work_new ();

  work->name = parse_member (source, "work", index, object, "name");
  work->position = parse_member (source, "work", index, object, "position");
  work->location = parse_member (source, "work", index, object, "location");
  work->start = parse_member (source, "work", index, object, "startDate");
  work->end = parse_member (source, "work", index, object, "endDate");
  work->period = parse_period (work->start, work->end);
  parse_members (source, "work", index, object, "highlights", work->highlights);
  g_ptr_array_add (profile->work, work);
}

static void
parse_education (const Source *source, guint index, JsonObject *object, MusterProfile *profile)
{
  MusterEducation *education = muster_education_new ();

  education->institution = parse_member (source, "education", index, object, "institution");
  education->study_type = parse_member (source, "education", index, object, "studyType");
  education->area = parse_member (source, "education", index, object, "area");
  education->score = parse_member (source, "education", index, object, "score");
  education->start = parse_member (source, "education", index, object, "startDate");
  education->end = parse_member (source, "education", index, object, "endDate");
  education->period = parse_period (education->start, education->end);
  g_ptr_array_add (profile->education, education);
}

static void
parse_skill (const Source *source, guint index, JsonObject *object, MusterProfile *profile)
{
  MusterSkill *skill = muster_skill_new ();

  skill->name = parse_member (source, "skills", index, object, "name");
  parse_members (source, "skills", index, object, "keywords", skill->keywords);
  g_ptr_array_add (profile->skills, skill);
}

static void
parse_language (const Source *source, guint index, JsonObject *object, MusterProfile *profile)
{
  MusterLanguage *language = muster_language_new ();

  language->language = parse_member (source, "languages", index, object, "language");
  language->fluency = parse_member (source, "languages", index, object, "fluency");
  g_ptr_array_add (profile->languages, language);
}

static void
parse_certificate (const Source *source, guint index, JsonObject *object, MusterProfile *profile)
{
  MusterCertificate *certificate = muster_certificate_new ();

  certificate->name = parse_member (source, "certificates", index, object, "name");
  certificate->issuer = parse_member (source, "certificates", index, object, "issuer");
  certificate->date = parse_member (source, "certificates", index, object, "date");
  g_ptr_array_add (profile->certificates, certificate);
}

typedef void (*ParseItem) (const Source *source, guint index, JsonObject *object, MusterProfile *profile);

/* Items that are no objects are left out. */
static void
parse_list (const Source *source, const char *key, ParseItem parse, MusterProfile *profile)
{
  JsonArray *array = get_array (source->resume, key);
  guint      n = array != NULL ? MIN (json_array_get_length (array), MAX_ITEMS) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        parse (source, i, json_node_get_object (node), profile);
    }
}

static void
parse_online_profiles (const Source *source, JsonObject *basics, MusterProfile *profile)
{
  JsonArray *array = get_array (basics, "profiles");
  guint      n = array != NULL ? MIN (json_array_get_length (array), MAX_ITEMS) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode            *node = json_array_get_element (array, i);
      g_autofree char     *path = g_strdup_printf ("profiles/%u/url", i);
      MusterOnlineProfile *online;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      online = muster_online_profile_new ();
      online->url = parse_basic (source, json_node_get_object (node), "url", path);
      online->network = g_strdup (get_text (json_node_get_object (node), "network"));
      online->username = g_strdup (get_text (json_node_get_object (node), "username"));
      g_ptr_array_add (profile->profiles, online);
    }
}

static void
parse_basics (const Source *source, MusterProfile *profile)
{
  JsonObject *basics = get_object (source->resume, "basics");
  JsonObject *location = get_object (basics, "location");

  profile->name = parse_basic (source, basics, "name", "name");
  profile->label = parse_basic (source, basics, "label", "label");
  profile->email = parse_basic (source, basics, "email", "email");
  profile->phone = parse_basic (source, basics, "phone", "phone");
  profile->url = parse_basic (source, basics, "url", "url");
  profile->summary = parse_basic (source, basics, "summary", "summary");
  profile->city = parse_basic (source, location, "city", "location/city");
  profile->region = parse_basic (source, location, "region", "location/region");
  parse_online_profiles (source, basics, profile);
}

/**
 * muster_profile_new_from_json:
 * @node: JSON Resume, as muster_profile_to_json() makes it or from elsewhere
 *
 * Returns: (transfer full) (nullable): the profile; NULL and G_IO_ERROR_INVALID_DATA when @node is no object.
 */
MusterProfile *
muster_profile_new_from_json (JsonNode *node, GError **error)
{
  MusterProfile *self;
  Source         source = { NULL, NULL, NULL };

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_DATA,
                   _ ("The profile is not a JSON object: expected a JSON Resume document"));
      return NULL;
    }

  source.resume = json_node_get_object (node);
  source.confidence = get_object (get_object (source.resume, "meta"), "confidence");
  source.evidence = get_object (get_object (source.resume, "meta"), "evidence");
  self = muster_profile_new ();
  parse_basics (&source, self);
  parse_list (&source, "work", parse_work, self);
  parse_list (&source, "education", parse_education, self);
  parse_list (&source, "skills", parse_skill, self);
  parse_list (&source, "languages", parse_language, self);
  parse_list (&source, "certificates", parse_certificate, self);

  return self;
}
