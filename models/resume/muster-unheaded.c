/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line with a spell of time beside a title is a job, beside a degree or school it is a school, whatever
 * stands above. Only what looks sure is taken. */

#include "muster-unheaded.h"
#include "muster-degree.h"
#include "muster-education-fields.h"
#include "muster-salutation.h"
#include "muster-title.h"
#include "muster-work-fields.h"

static gboolean
names_study (const MusterValue *value)
{
  MusterDegree degree;

  return value != NULL
         && (muster_text_names_school (value->text)
             || (muster_text_find_degree (value->text, &degree) && degree.level > 1));
}

/* One date is the day of a letter or of a course as well as a job's. */
static gboolean
has_spell (const MusterWork *job)
{
  return job->start != NULL && (job->end == NULL || job->end->evidence.start != job->start->evidence.start);
}

static gboolean
is_job (const MusterWork *job)
{
  return has_spell (job) && job->position != NULL && muster_title_score (job->position->text) >= 0.6
         && !names_study (job->position) && !names_study (job->name);
}

static gboolean
is_school (const MusterEducation *school)
{
  return school->end != NULL && (names_study (school->study_type) || names_study (school->institution))
         && (school->study_type != NULL || school->area != NULL);
}

static void
read_work (const MusterSheet *sheet, const MusterSection *as_work, GPtrArray *work)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new ();

  muster_work_read (sheet, as_work, jobs);
  for (guint i = 0; i < jobs->len; i++)
    {
      MusterWork *job = g_ptr_array_index (jobs, i);

      if (is_job (job))
        g_ptr_array_add (work, job);
      else
        muster_work_free (job);
    }
}

static void
read_education (const MusterSheet *sheet, const MusterSection *as_education, GPtrArray *education)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new ();

  muster_education_read (sheet, as_education, schools);
  for (guint i = 0; i < schools->len; i++)
    {
      MusterEducation *school = g_ptr_array_index (schools, i);

      if (is_school (school))
        g_ptr_array_add (education, school);
      else
        muster_education_free (school);
    }
}

static gboolean
stands_in (const MusterValue *value, const MusterSheetLine *line)
{
  return value != NULL && value->evidence.start < line->end
         && value->evidence.start + value->evidence.length > line->start;
}

/* (transfer full): the lines of a section without those that say who the person is. */
static GArray *
other_lines (const MusterSheet *sheet, const MusterSection *section, const MusterProfile *profile)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < section->lines->len; i++)
    {
      guint                  index = g_array_index (section->lines, guint, i);
      const MusterSheetLine *line = muster_sheet_line (sheet, index);

      if (!stands_in (profile->name, line) && !stands_in (profile->email, line)
          && !stands_in (profile->phone, line))
        g_array_append_val (lines, index);
    }

  return lines;
}

void
muster_unheaded_read (const MusterSheet *sheet, const GArray *sections, MusterProfile *profile)
{
  gboolean wants_work = profile->work->len == 0;
  gboolean wants_education = profile->education->len == 0;

  if (muster_sheet_is_letter (sheet))
    return;

  for (guint i = 0; i < sections->len && (wants_work || wants_education); i++)
    {
      MusterSection section = g_array_index (sections, MusterSection, i);
      g_autoptr (GArray) lines = other_lines (sheet, &section, profile);

      if (section.kind != MUSTER_SECTION_TOP && section.kind != MUSTER_SECTION_OTHER
          && section.kind != MUSTER_SECTION_PERSONAL && section.kind != MUSTER_SECTION_SUMMARY)
        continue;
      section.lines = lines;
      section.kind = MUSTER_SECTION_WORK;
      if (wants_work)
        read_work (sheet, &section, profile->work);
      section.kind = MUSTER_SECTION_EDUCATION;
      if (wants_education)
        read_education (sheet, &section, profile->education);
    }
}
