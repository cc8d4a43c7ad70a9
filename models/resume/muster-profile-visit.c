/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All values of a profile with the JSON pointer (RFC 6901) under which JSON Resume has them: the one place
 * that knows these paths. */

#include "muster-profile.h"

typedef struct
{
  MusterProfileVisitor visit;
  gpointer             user_data;
} Visit;

static void
visit_basic (const Visit *visit, const char *key, const MusterValue *value)
{
  g_autofree char *pointer = NULL;

  if (value == NULL)
    return;
  pointer = g_strconcat ("/basics/", key, NULL);
  visit->visit (pointer, value, visit->user_data);
}

static void
visit_item (const Visit *visit, const char *list, guint index, const char *key, const MusterValue *value)
{
  g_autofree char *pointer = NULL;

  if (value == NULL)
    return;
  pointer = g_strdup_printf ("/%s/%u/%s", list, index, key);
  visit->visit (pointer, value, visit->user_data);
}

static void
visit_list (const Visit *visit, const char *list, guint index, const char *key, const GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *item = g_strdup_printf ("%s/%u", key, i);

      visit_item (visit, list, index, item, g_ptr_array_index (values, i));
    }
}

static void
visit_basics (const Visit *visit, const MusterProfile *self)
{
  visit_basic (visit, "name", self->name);
  visit_basic (visit, "label", self->label);
  visit_basic (visit, "email", self->email);
  visit_basic (visit, "phone", self->phone);
  visit_basic (visit, "url", self->url);
  visit_basic (visit, "summary", self->summary);
  visit_basic (visit, "location/city", self->city);
  visit_basic (visit, "location/region", self->region);
  for (guint i = 0; i < self->profiles->len; i++)
    {
      const MusterOnlineProfile *profile = g_ptr_array_index (self->profiles, i);
      g_autofree char           *key = g_strdup_printf ("profiles/%u/url", i);

      visit_basic (visit, key, profile->url);
    }
}

static void
visit_work (const Visit *visit, const MusterProfile *self)
{
  for (guint i = 0; i < self->work->len; i++)
    {
      const MusterWork *work = g_ptr_array_index (self->work, i);

      visit_item (visit, "work", i, "name", work->name);
      visit_item (visit, "work", i, "position", work->position);
      visit_item (visit, "work", i, "location", work->location);
      visit_item (visit, "work", i, "startDate", work->start);
      visit_item (visit, "work", i, "endDate", work->end);
      visit_list (visit, "work", i, "highlights", work->highlights);
    }
}

static void
visit_education (const Visit *visit, const MusterProfile *self)
{
  for (guint i = 0; i < self->education->len; i++)
    {
      const MusterEducation *education = g_ptr_array_index (self->education, i);

      visit_item (visit, "education", i, "institution", education->institution);
      visit_item (visit, "education", i, "studyType", education->study_type);
      visit_item (visit, "education", i, "area", education->area);
      visit_item (visit, "education", i, "score", education->score);
      visit_item (visit, "education", i, "startDate", education->start);
      visit_item (visit, "education", i, "endDate", education->end);
    }
}

static void
visit_others (const Visit *visit, const MusterProfile *self)
{
  for (guint i = 0; i < self->skills->len; i++)
    {
      const MusterSkill *skill = g_ptr_array_index (self->skills, i);

      visit_item (visit, "skills", i, "name", skill->name);
      visit_list (visit, "skills", i, "keywords", skill->keywords);
    }
  for (guint i = 0; i < self->languages->len; i++)
    {
      const MusterLanguage *language = g_ptr_array_index (self->languages, i);

      visit_item (visit, "languages", i, "language", language->language);
      visit_item (visit, "languages", i, "fluency", language->fluency);
    }
  for (guint i = 0; i < self->certificates->len; i++)
    {
      const MusterCertificate *certificate = g_ptr_array_index (self->certificates, i);

      visit_item (visit, "certificates", i, "name", certificate->name);
      visit_item (visit, "certificates", i, "issuer", certificate->issuer);
      visit_item (visit, "certificates", i, "date", certificate->date);
    }
}

/**
 * muster_profile_foreach:
 * @visit: (scope call): called for every value, in the order of JSON Resume
 *
 * Pointers are valid during the call only.
 */
void
muster_profile_foreach (const MusterProfile *self, MusterProfileVisitor visit, gpointer user_data)
{
  Visit all = { visit, user_data };

  visit_basics (&all, self);
  visit_work (&all, self);
  visit_education (&all, self);
  visit_others (&all, self);
}
