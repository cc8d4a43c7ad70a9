/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in front is what a person looks for: the position before the employer, the degree before the
 * school. Where the first is not known the second takes its place. */

#include "muster-profile-facts.h"

#include "muster-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
field_free (gpointer data)
{
  MusterProfileField *field = data;

  g_free (field->pointer);
  g_free (field->text);
  g_free (field->name);
  g_free (field->quote);
  g_free (field);
}

static void
fact_free (gpointer data)
{
  MusterProfileFact *fact = data;

  g_free (fact->pointer);
  g_free (fact->title);
  g_free (fact->detail);
  g_free (fact->doubt);
  g_ptr_array_unref (fact->fields);
  g_free (fact);
}

static MusterProfileFact *
fact_new (MusterProfileSection section, char *pointer)
{
  MusterProfileFact *fact = g_new0 (MusterProfileFact, 1);

  fact->section = section;
  fact->pointer = pointer;
  fact->fields = g_ptr_array_new_with_free_func (field_free);

  return fact;
}

static void
add_field (MusterProfileFact *fact, const char *key, const char *name, const MusterValue *value)
{
  MusterProfileField *field;

  if (value == NULL)
    return;

  field = g_new0 (MusterProfileField, 1);
  field->pointer = *key != '\0' ? g_strconcat (fact->pointer, "/", key, NULL) : g_strdup (fact->pointer);
  field->name = g_strdup (name);
  field->text = g_strdup (value->text);
  field->quote = g_strdup (value->quote);
  field->evidence = value->evidence;
  field->confidence = value->confidence;
  g_ptr_array_add (fact->fields, field);
}

/* "Mar 2019" */
static char *
dup_month (MusterMonth month, gboolean has_month)
{
  g_autoptr (GDateTime) date = NULL;

  if (month == MUSTER_MONTH_NONE || month < 12)
    return NULL;

  date = g_date_time_new_utc (month / 12, month % 12 + 1, 1, 0, 0, 0);
  if (date == NULL)
    return NULL;

  /* Translators: month and year, as strftime() has them. */
  return g_date_time_format (date, has_month ? _ ("%b %Y") : "%Y");
}

/* "Mar 2019 to today"; (nullable) */
static char *
dup_period (const MusterPeriod *period)
{
  g_autofree char *start = dup_month (period->start, period->start_has_month);
  g_autofree char *end = dup_month (period->end, period->end_has_month);

  if (period->is_open)
    return start != NULL ? g_strdup_printf (_ ("%s to today"), start) : g_strdup (_ ("to today"));
  if (start != NULL && end != NULL && g_strcmp0 (start, end) != 0)
    return g_strdup_printf (_ ("%s to %s"), start, end);

  return start != NULL ? g_steal_pointer (&start) : g_steal_pointer (&end);
}

/* A single date as the profile has it: "2014-06". */
static char *
dup_date (const MusterValue *value)
{
  MusterMonth month;
  gboolean    has_month;

  if (value == NULL)
    return NULL;

  return muster_month_parse_iso (value->text, &month, &has_month) ? dup_month (month, has_month)
                                                                  : g_strdup (value->text);
}

/* Nothing but what is put in the place of masked words. */
static gboolean
is_block (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, MUSTER_MASK_BLOCK, -1);
  g_autofree char *rest = g_strjoinv ("", pieces);

  return *g_strstrip (rest) == '\0';
}

static void
add_part (GString *line, const char *part)
{
  g_autofree char *words = part != NULL ? muster_quote_dup_line (part) : NULL;

  if (words == NULL || *words == '\0' || is_block (words))
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, words);
}

static const char *
text_of (const MusterValue *value)
{
  return value != NULL ? value->text : NULL;
}

static void
set_doubt (MusterProfileFact *fact)
{
  const MusterProfileField *least = NULL;

  for (guint i = 0; i < fact->fields->len; i++)
    {
      const MusterProfileField *field = g_ptr_array_index (fact->fields, i);

      if (fact->page == 0)
        fact->page = field->evidence.page;
      if (field->confidence < MUSTER_PROFILE_SURE && (least == NULL || field->confidence < least->confidence))
        least = field;
    }
  if (least == NULL)
    return;

  /* Translators: the first is what it is ("Employer"), the second the words that were read. */
  fact->doubt = g_strdup_printf (_ ("%s was read with doubt: “%s”"), least->name, least->text);
}

/* A row of which nothing but blocks is left says nothing. */
static gboolean
is_masked (const MusterProfileFact *fact)
{
  for (guint i = 0; i < fact->fields->len; i++)
    if (!is_block (((const MusterProfileField *) g_ptr_array_index (fact->fields, i))->text))
      return FALSE;

  return TRUE;
}

/* @first is the title, or where there is none, @second is; the rest is detail. */
static void
take_fact (GPtrArray         *facts,
           MusterProfileFact *fact,
           const char        *first,
           const char        *second,
           const char        *third,
           const char        *fourth)
{
  GString *detail = g_string_new (NULL);

  if (fact->fields->len == 0 || is_masked (fact))
    {
      g_string_free (detail, TRUE);
      fact_free (fact);
      return;
    }

  fact->title = muster_quote_dup_line (first != NULL    ? first
                                       : second != NULL ? second
                                       : third != NULL  ? third
                                                        : fourth);
  if (first != NULL)
    add_part (detail, second);
  if (first != NULL || second != NULL)
    add_part (detail, third);
  if (first != NULL || second != NULL || third != NULL)
    add_part (detail, fourth);
  fact->detail = g_string_free (detail, FALSE);
  set_doubt (fact);
  g_ptr_array_add (facts, fact);
}

static void
add_work (GPtrArray *facts, const GPtrArray *works)
{
  for (guint i = 0; i < works->len; i++)
    {
      const MusterWork  *work = g_ptr_array_index (works, i);
      MusterProfileFact *fact = fact_new (MUSTER_PROFILE_WORK, g_strdup_printf ("/work/%u", i));
      g_autofree char   *period = dup_period (&work->period);

      add_field (fact, "position", _ ("Position"), work->position);
      add_field (fact, "name", _ ("Employer"), work->name);
      add_field (fact, "location", _ ("Place"), work->location);
      add_field (fact, "startDate", _ ("Begin"), work->start);
      add_field (fact, "endDate", _ ("End"), work->end);
      take_fact (facts, fact, text_of (work->position), text_of (work->name), period, NULL);
    }
}

static void
add_education (GPtrArray *facts, const GPtrArray *schools)
{
  for (guint i = 0; i < schools->len; i++)
    {
      const MusterEducation *school = g_ptr_array_index (schools, i);
      MusterProfileFact     *fact = fact_new (MUSTER_PROFILE_EDUCATION, g_strdup_printf ("/education/%u", i));
      g_autofree char       *period = dup_period (&school->period);
      g_autofree char       *degree = NULL;

      add_field (fact, "studyType", _ ("Degree"), school->study_type);
      add_field (fact, "area", _ ("Subject"), school->area);
      add_field (fact, "institution", _ ("School"), school->institution);
      add_field (fact, "score", _ ("Grade"), school->score);
      add_field (fact, "startDate", _ ("Begin"), school->start);
      add_field (fact, "endDate", _ ("End"), school->end);
      if (school->study_type != NULL && school->area != NULL)
        /* Translators: degree and subject, "Journeyman, mechatronics". */
        degree = g_strdup_printf (_ ("%s, %s"), school->study_type->text, school->area->text);
      else
        degree = g_strdup (school->study_type != NULL ? school->study_type->text : text_of (school->area));
      take_fact (facts, fact, degree, text_of (school->institution), period, text_of (school->score));
    }
}

static void
add_skills (GPtrArray *facts, const GPtrArray *skills)
{
  for (guint i = 0; i < skills->len; i++)
    {
      const MusterSkill *skill = g_ptr_array_index (skills, i);

      for (guint k = 0; k < skill->keywords->len; k++)
        {
          const MusterValue *keyword = g_ptr_array_index (skill->keywords, k);
          MusterProfileFact *fact
              = fact_new (MUSTER_PROFILE_SKILLS, g_strdup_printf ("/skills/%u/keywords/%u", i, k));

          add_field (fact, "", _ ("Skill"), keyword);
          take_fact (facts, fact, keyword->text, text_of (skill->name), NULL, NULL);
        }
      if (skill->keywords->len == 0 && skill->name != NULL)
        {
          MusterProfileFact *fact = fact_new (MUSTER_PROFILE_SKILLS, g_strdup_printf ("/skills/%u/name", i));

          add_field (fact, "", _ ("Skill"), skill->name);
          take_fact (facts, fact, skill->name->text, NULL, NULL, NULL);
        }
    }
}

static void
add_languages (GPtrArray *facts, const GPtrArray *languages)
{
  for (guint i = 0; i < languages->len; i++)
    {
      const MusterLanguage *language = g_ptr_array_index (languages, i);
      MusterProfileFact    *fact = fact_new (MUSTER_PROFILE_LANGUAGES, g_strdup_printf ("/languages/%u", i));

      add_field (fact, "language", _ ("Language"), language->language);
      add_field (fact, "fluency", _ ("Level"), language->fluency);
      take_fact (facts, fact, text_of (language->language), text_of (language->fluency), NULL, NULL);
    }
}

static void
add_certificates (GPtrArray *facts, const GPtrArray *certificates)
{
  for (guint i = 0; i < certificates->len; i++)
    {
      const MusterCertificate *certificate = g_ptr_array_index (certificates, i);
      MusterProfileFact       *fact
          = fact_new (MUSTER_PROFILE_CERTIFICATES, g_strdup_printf ("/certificates/%u", i));
      g_autofree char *date = dup_date (certificate->date);

      add_field (fact, "name", _ ("Certificate"), certificate->name);
      add_field (fact, "issuer", _ ("Issuer"), certificate->issuer);
      add_field (fact, "date", _ ("Date"), certificate->date);
      take_fact (facts, fact, text_of (certificate->name), text_of (certificate->issuer), date, NULL);
    }
}

static void
add_contact (GPtrArray *facts, const char *pointer, const char *name, const MusterValue *value)
{
  MusterProfileFact *fact;

  if (value == NULL)
    return;

  fact = fact_new (MUSTER_PROFILE_CONTACT, g_strconcat ("/basics/", pointer, NULL));
  add_field (fact, "", name, value);
  take_fact (facts, fact, value->text, name, NULL, NULL);
}

static void
add_contacts (GPtrArray *facts, const MusterProfile *profile)
{
  add_contact (facts, "name", _ ("Name"), profile->name);
  add_contact (facts, "label", _ ("Title"), profile->label);
  add_contact (facts, "email", _ ("E-mail"), profile->email);
  add_contact (facts, "phone", _ ("Phone"), profile->phone);
  add_contact (facts, "location/city", _ ("Town"), profile->city);
  add_contact (facts, "location/region", _ ("Region"), profile->region);
  add_contact (facts, "url", _ ("Website"), profile->url);
  for (guint i = 0; i < profile->profiles->len; i++)
    {
      const MusterOnlineProfile *online = g_ptr_array_index (profile->profiles, i);
      g_autofree char           *pointer = g_strdup_printf ("profiles/%u/url", i);

      add_contact (facts, pointer, online->network != NULL ? online->network : _ ("Website"), online->url);
    }
}

GPtrArray *
muster_profile_facts_new (const MusterProfile *profile)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  add_work (facts, profile->work);
  add_education (facts, profile->education);
  add_skills (facts, profile->skills);
  add_languages (facts, profile->languages);
  add_certificates (facts, profile->certificates);
  add_contacts (facts, profile);

  return facts;
}

const char *
muster_profile_section_title (MusterProfileSection section)
{
  static const char *titles[] = {
    [MUSTER_PROFILE_WORK] = N_ ("Work"),
    [MUSTER_PROFILE_EDUCATION] = N_ ("Education"),
    [MUSTER_PROFILE_SKILLS] = N_ ("Skills"),
    [MUSTER_PROFILE_LANGUAGES] = N_ ("Languages"),
    [MUSTER_PROFILE_CERTIFICATES] = N_ ("Certificates"),
    [MUSTER_PROFILE_CONTACT] = N_ ("Contact"),
  };

  g_return_val_if_fail (section < MUSTER_PROFILE_N_SECTIONS, "");

  return _ (titles[section]);
}

gboolean
muster_profile_pointer_is_in (const char *pointer, const char *row_pointer)
{
  gsize length = strlen (row_pointer);

  return pointer != NULL && strncmp (pointer, row_pointer, length) == 0
         && (pointer[length] == '\0' || pointer[length] == '/');
}
