/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels are looked up in the list "labels"; a label that comes again begins the next job. */

#include "muster-labelled.h"
#include "muster-date-range.h"
#include "muster-lexicon.h"

#include <string.h>

#define MAX_ITEMS 60

typedef struct
{
  const MusterSheet *sheet;
  MusterWork        *job;    /* being filled */
  MusterEducation   *school; /* being filled */
  GPtrArray         *jobs;
  GPtrArray         *schools;
} Form;

static void
flush_job (Form *form)
{
  MusterWork *job = g_steal_pointer (&form->job);

  if (job == NULL)
    return;
  if (job->name != NULL && (job->position != NULL || job->start != NULL) && form->jobs->len < MAX_ITEMS)
    g_ptr_array_add (form->jobs, job);
  else
    muster_work_free (job);
}

static void
flush_school (Form *form)
{
  MusterEducation *school = g_steal_pointer (&form->school);

  if (school == NULL)
    return;
  if (school->institution != NULL && (school->study_type != NULL || school->area != NULL)
      && form->schools->len < MAX_ITEMS)
    g_ptr_array_add (form->schools, school);
  else
    muster_education_free (school);
}

static MusterWork *
job_for (Form *form, gboolean is_taken)
{
  if (is_taken)
    flush_job (form);
  if (form->job == NULL)
    form->job = muster_work_new ();

  return form->job;
}

static MusterEducation *
school_for (Form *form, gboolean is_taken)
{
  if (is_taken)
    flush_school (form);
  if (form->school == NULL)
    form->school = muster_education_new ();

  return form->school;
}

static MusterValue *
month_value (
    const Form *form, MusterSpan span, guint start, guint length, MusterMonth month, gboolean has_month)
{
  g_autofree char *iso = muster_month_to_iso (month, has_month);

  return muster_span_value_as (
      form->sheet, (MusterSpan){ span.line, span.start + start, span.start + start + length }, iso, 0.95);
}

/* The dates of a value: from, to or both. */
static void
take_dates (Form *form, const char *kind, MusterSpan span)
{
  g_autofree char *text = muster_span_dup_text (form->sheet, span);
  g_autoptr (GArray) ranges = muster_date_ranges_find (text);
  const MusterDateRange *range = ranges->len > 0 ? &g_array_index (ranges, MusterDateRange, 0) : NULL;
  MusterWork            *job;

  if (range == NULL)
    return;
  job = job_for (form, FALSE);
  if (strcmp (kind, "to") != 0 && job->start == NULL)
    {
      job->start = month_value (form,
                                span,
                                range->from_start,
                                range->from_length,
                                range->period.start,
                                range->period.start_has_month);
      job->period.start = range->period.start;
      job->period.start_has_month = range->period.start_has_month;
      job->period.is_open = TRUE;
    }
  if (strcmp (kind, "from") != 0 && !range->period.is_open && job->end == NULL)
    {
      guint start = range->to_length > 0 ? range->to_start : range->from_start;
      guint length = range->to_length > 0 ? range->to_length : range->from_length;

      job->end = month_value (form, span, start, length, range->period.end, range->period.end_has_month);
      job->period.end = range->period.end;
      job->period.end_has_month = range->period.end_has_month;
      job->period.is_open = FALSE;
    }
}

static void
take_value (Form *form, const char *kind, MusterSpan value)
{
  MusterSpan span = muster_span_trim (form->sheet, value);

  if (span.end <= span.start)
    return;
  if (strcmp (kind, "employer") == 0)
    job_for (form, form->job != NULL && form->job->name != NULL)->name
        = muster_span_value (form->sheet, span, 0.9);
  else if (strcmp (kind, "position") == 0)
    job_for (form, form->job != NULL && form->job->position != NULL)->position
        = muster_span_value (form->sheet, span, 0.9);
  else if (strcmp (kind, "school") == 0)
    school_for (form, form->school != NULL && form->school->institution != NULL)->institution
        = muster_span_value (form->sheet, span, 0.9);
  else if (strcmp (kind, "degree") == 0)
    school_for (form, form->school != NULL && form->school->study_type != NULL)->study_type
        = muster_span_value (form->sheet, span, 0.9);
  else if (strcmp (kind, "area") == 0)
    school_for (form, form->school != NULL && form->school->area != NULL)->area
        = muster_span_value (form->sheet, span, 0.9);
  else
    take_dates (form, kind, span);
}

static const char *
look_up (const char *label)
{
  return muster_lexicon_lookup_squeezed (muster_lexicon_get ("labels"), label);
}

/* "Designation: Engineer" in one line */
static gboolean
read_colon (Form *form, guint index)
{
  const MusterSheetLine *line = muster_sheet_line (form->sheet, index);
  const char            *ascii = strchr (line->text, ':');
  const char            *colon = ascii != NULL ? ascii : strstr (line->text, "：");
  g_autofree char       *label = colon != NULL ? g_strndup (line->text, (gsize) (colon - line->text)) : NULL;
  const char            *kind = label != NULL && strlen (label) < 60 ? look_up (label) : NULL;
  MusterSpan             value;

  if (kind == NULL || *g_utf8_next_char (colon) == '\0')
    return FALSE;
  value = muster_span_of_line (form->sheet, index);
  value.start += (guint) g_utf8_pointer_to_offset (line->text, colon) + 1;
  take_value (form, kind, value);

  return TRUE;
}

static void
read_lines (Form *form, const MusterSection *section)
{
  for (guint i = 0; i < section->lines->len; i++)
    {
      guint                  index = g_array_index (section->lines, guint, i);
      const MusterSheetLine *line = muster_sheet_line (form->sheet, index);
      guint next = i + 1 < section->lines->len ? g_array_index (section->lines, guint, i + 1) : G_MAXUINT;
      const char *kind;

      if (read_colon (form, index) || next == G_MAXUINT
          || muster_sheet_line (form->sheet, next)->row != line->row)
        continue;
      kind = line->end - line->start < 40 ? look_up (line->text) : NULL;
      if (kind == NULL)
        continue;
      take_value (form, kind, muster_span_of_line (form->sheet, next));
      i++;
    }
}

gboolean
muster_labelled_read (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile)
{
  Form  form = { .sheet = sheet, .jobs = profile->work, .schools = profile->education };
  guint n_before = profile->work->len + profile->education->len;

  read_lines (&form, section);
  flush_job (&form);
  flush_school (&form);

  return profile->work->len + profile->education->len > n_before;
}
