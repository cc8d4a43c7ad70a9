/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From JSON Resume to what the designs draw. The files are our own: what is missing is not drawn, nothing is
 * checked beyond that. */

#include "muster-sample.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
dup_member (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static MusterResumeDate
get_date (JsonObject *object, const char *name)
{
  const char      *text = json_object_get_string_member_with_default (object, name, "");
  MusterResumeDate date = { (guint) g_ascii_strtoull (text, NULL, 10), 0 };

  if (strlen (text) >= 7)
    date.month = (guint) g_ascii_strtoull (text + 5, NULL, 10);

  return date;
}

static GList *
get_items (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name)
             ? json_array_get_elements (json_object_get_array_member (object, name))
             : NULL;
}

static void
add_strings (GPtrArray *to, JsonObject *object, const char *name)
{
  g_autoptr (GList) items = get_items (object, name);

  for (GList *at = items; at != NULL; at = at->next)
    g_ptr_array_add (to, g_strdup (json_node_get_string (at->data)));
}

/* One text of each object in a list. */
static void
add_named (GPtrArray *to, JsonObject *object, const char *name, const char *member)
{
  g_autoptr (GList) items = get_items (object, name);

  for (GList *at = items; at != NULL; at = at->next)
    g_ptr_array_add (to, dup_member (json_node_get_object (at->data), member));
}

static void
read_basics (MusterResumeRecord *record, JsonObject *basics)
{
  record->name = dup_member (basics, "name");
  record->title = dup_member (basics, "label");
  record->email = dup_member (basics, "email");
  record->phone = dup_member (basics, "phone");
  record->summary = dup_member (basics, "summary");
  add_named (record->links, basics, "profiles", "url");
  if (json_object_has_member (basics, "location"))
    {
      JsonObject *location = json_object_get_object_member (basics, "location");

      record->city = dup_member (location, "city");
      record->region = dup_member (location, "region");
    }
}

static void
read_jobs (MusterResumeRecord *record, JsonObject *root)
{
  g_autoptr (GList) items = get_items (root, "work");

  for (GList *at = items; at != NULL; at = at->next)
    {
      JsonObject      *object = json_node_get_object (at->data);
      MusterResumeJob *job = muster_resume_record_add_job (record);

      job->title = dup_member (object, "position");
      job->employer = dup_member (object, "name");
      job->place = dup_member (object, "location");
      job->start = get_date (object, "startDate");
      job->end = get_date (object, "endDate");
      add_strings (job->highlights, object, "highlights");
    }
}

static void
read_schools (MusterResumeRecord *record, JsonObject *root)
{
  g_autoptr (GList) items = get_items (root, "education");

  for (GList *at = items; at != NULL; at = at->next)
    {
      JsonObject         *object = json_node_get_object (at->data);
      MusterResumeSchool *school = muster_resume_record_add_school (record);

      school->degree = dup_member (object, "studyType");
      school->area = dup_member (object, "area");
      school->school = dup_member (object, "institution");
      school->start = get_date (object, "startDate");
      school->end = get_date (object, "endDate");
    }
}

static void
read_skills (MusterResumeRecord *record, JsonObject *root)
{
  g_autoptr (GList) items = get_items (root, "skills");

  for (GList *at = items; at != NULL; at = at->next)
    {
      JsonObject        *object = json_node_get_object (at->data);
      MusterResumeGroup *group = muster_resume_record_add_group (record);

      group->name = dup_member (object, "name");
      add_strings (group->entries, object, "keywords");
    }
}

static void
read_items (GPtrArray *to, JsonObject *root, const char *name, const char *first, const char *second)
{
  g_autoptr (GList) items = get_items (root, name);

  for (GList *at = items; at != NULL; at = at->next)
    {
      JsonObject       *object = json_node_get_object (at->data);
      MusterResumeItem *item = muster_resume_record_add_item (to);

      item->name = dup_member (object, first);
      item->detail = dup_member (object, second);
      item->date = get_date (object, "date");
    }
}

MusterResumeRecord *
muster_sample_record_read (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  MusterResumeRecord *record;
  JsonObject         *root, *meta;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;

  root = json_node_get_object (json_parser_get_root (parser));
  meta = json_object_get_object_member (root, "meta");
  record = muster_resume_record_new ();
  record->language = dup_member (meta, "language");
  if (json_object_has_member (root, "basics"))
    read_basics (record, json_object_get_object_member (root, "basics"));
  read_jobs (record, root);
  read_schools (record, root);
  read_skills (record, root);
  read_items (record->languages, root, "languages", "language", "fluency");
  read_items (record->certificates, root, "certificates", "name", "issuer");
  read_items (record->personal, meta, "personal", "name", "value");
  add_named (record->interests, root, "interests", "name");
  add_strings (record->paragraphs, meta, "paragraphs");
  record->portrait = (guint32) json_object_get_int_member_with_default (meta, "portrait", 0);

  return record;
}
