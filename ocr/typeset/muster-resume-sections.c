/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a resume: jobs, schools, skills and the rest, each in the manner of its sheet. */

#include "muster-resume-design-private.h"

#include <string.h>

#define BULLET_INDENT_PT 11.0

const char *
muster_sheet_bare_link (const char *address)
{
  const char *colon = strstr (address, "://");

  return colon != NULL ? colon + 3 : address;
}

char *
muster_sheet_dup_place (const MusterSheetStyle *self)
{
  const MusterResumeRecord *record = self->record;

  if (record->city == NULL)
    return g_strdup ("");
  if (record->region == NULL)
    return g_strdup (record->city);

  return g_strconcat (record->city, ", ", record->region, NULL);
}

/* "Bachelor of Science in Accounting", or as the language puts it. */
char *
muster_sheet_dup_degree (const MusterSheetStyle *self, const MusterResumeSchool *school)
{
  static const struct
  {
    const char *language, *joint;
  } joints[] = { { "en", " in " }, { "de", ", " }, { "fr", ", " }, { "es", " en " }, { "zh", " " } };
  const char *joint = ", ";

  if (school->degree == NULL || school->area == NULL)
    return g_strdup (school->degree != NULL ? school->degree : school->area != NULL ? school->area : "");
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_strcmp0 (self->record->language, joints[i].language) == 0)
      joint = joints[i].joint;

  return g_strconcat (school->degree, joint, school->area, NULL);
}

char *
muster_sheet_dup_item (const MusterSheetStyle *self, const MusterResumeItem *item)
{
  g_autofree char *date = muster_resume_dup_date (self->record->language, self->date_style, item->date);
  GString         *text = g_string_new (item->name);

  if (item->detail != NULL)
    g_string_append_printf (text, ", %s", item->detail);
  if (*date != '\0')
    g_string_append_printf (text, ", %s", date);

  return g_string_free (text, FALSE);
}

void
muster_sheet_add_profile (MusterSheetStyle *self)
{
  if (self->record->summary == NULL)
    return;
  muster_sheet_add_heading (self, MUSTER_RESUME_HEADING_PROFILE);
  muster_sheet_add (self, self->record->summary, (MusterLook){ 0 });
}

static void
add_highlights (MusterSheetStyle *self, const GPtrArray *highlights)
{
  for (guint i = 0; i < highlights->len; i++)
    muster_sheet_add (self,
                      g_ptr_array_index (highlights, i),
                      (MusterLook){ .bullet = "•", .indent_pt = BULLET_INDENT_PT, .after_pt = .6 });
}

/* Dates in a column at the left, what they are about at the right: a table row. */
static void
begin_dated_row (MusterSheetStyle *self, const char *period)
{
  double widths[] = { self->date_column_pt, self->width_pt - self->date_column_pt };

  muster_typeset_begin_row (self->typeset, widths, 2, 0, 0, FALSE);
  muster_sheet_add (self, period, (MusterLook){ .size_pt = self->size_pt * .95, .colour = self->dim });
  muster_typeset_next_cell (self->typeset);
}

static void
add_job_lines (MusterSheetStyle *self, const MusterResumeJob *job, const char *period)
{
  g_autofree char *firm
      = job->place != NULL ? g_strconcat (job->employer, ", ", job->place, NULL) : g_strdup (job->employer);
  MusterLook title = { .size_pt = self->size_pt * 1.05, .is_bold = TRUE };
  MusterLook below = { .colour = self->dim, .is_italic = TRUE, .after_pt = 1.5 };

  if (self->dates == MUSTER_SHEET_DATES_RIGHT)
    muster_sheet_add_pair (self, job->title, NULL, period, title);
  else
    muster_sheet_add (self, job->title, title);
  if (self->dates == MUSTER_SHEET_DATES_BELOW)
    {
      muster_sheet_add (self, firm, (MusterLook){ .colour = self->accent });
      muster_sheet_add (
          self, period, (MusterLook){ .size_pt = self->size_pt * .92, .colour = self->dim, .after_pt = 1.5 });
    }
  else
    muster_sheet_add (self, firm, below);
  add_highlights (self, job->highlights);
}

static void
add_job (MusterSheetStyle *self, const MusterResumeJob *job, gboolean is_first)
{
  g_autofree char *period
      = muster_resume_dup_period (self->record->language, self->date_style, job->start, job->end);

  muster_sheet_keep (self, 52);
  if (!is_first)
    muster_typeset_add_space (self->typeset, self->size_pt * .75 * self->air);
  if (self->dates != MUSTER_SHEET_DATES_COLUMN)
    {
      add_job_lines (self, job, period);
      return;
    }
  begin_dated_row (self, period);
  add_job_lines (self, job, period);
  muster_typeset_end_row (self->typeset);
}

void
muster_sheet_add_jobs (MusterSheetStyle *self)
{
  if (self->record->jobs->len == 0)
    return;
  muster_sheet_add_heading (self, MUSTER_RESUME_HEADING_EXPERIENCE);
  for (guint i = 0; i < self->record->jobs->len; i++)
    add_job (self, g_ptr_array_index (self->record->jobs, i), i == 0);
}

static void
add_school (MusterSheetStyle *self, const MusterResumeSchool *school, gboolean is_first)
{
  g_autofree char *period
      = muster_resume_dup_period (self->record->language, self->date_style, school->start, school->end);
  g_autofree char *degree = muster_sheet_dup_degree (self, school);
  MusterLook       title = { .is_bold = TRUE };

  muster_sheet_keep (self, 36);
  if (!is_first)
    muster_typeset_add_space (self->typeset, self->size_pt * .5 * self->air);
  if (self->dates == MUSTER_SHEET_DATES_COLUMN)
    begin_dated_row (self, period);
  if (self->dates == MUSTER_SHEET_DATES_RIGHT)
    muster_sheet_add_pair (self, degree, NULL, period, title);
  else
    muster_sheet_add (self, degree, title);
  muster_sheet_add (
      self,
      school->school,
      (MusterLook){ .colour = self->dim, .is_italic = self->dates != MUSTER_SHEET_DATES_BELOW });
  if (self->dates == MUSTER_SHEET_DATES_BELOW)
    muster_sheet_add (self, period, (MusterLook){ .size_pt = self->size_pt * .92, .colour = self->dim });
  if (self->dates == MUSTER_SHEET_DATES_COLUMN)
    muster_typeset_end_row (self->typeset);
}

void
muster_sheet_add_schools (MusterSheetStyle *self)
{
  if (self->record->schools->len == 0)
    return;
  muster_sheet_add_heading (self, MUSTER_RESUME_HEADING_EDUCATION);
  for (guint i = 0; i < self->record->schools->len; i++)
    add_school (self, g_ptr_array_index (self->record->schools, i), i == 0);
}

/* "Pumps: centrifugal pumps, mechanical seals" */
static void
add_group_line (MusterSheetStyle *self, const MusterResumeGroup *group)
{
  g_autofree char *list = muster_resume_dup_list (self->record->language, group->entries);
  const char      *colon = muster_sheet_is_chinese (self) ? "：" : ": ";
  g_autofree char *label = group->name != NULL ? g_strconcat (group->name, colon, NULL) : g_strdup ("");
  MusterRun        runs[] = {
           { .text = label,
             .family = self->family,
             .size_pt = self->size_pt * self->scale,
             .is_bold = TRUE,
             .colour = self->ink },
           { .text = list, .family = self->family, .size_pt = self->size_pt * self->scale, .colour = self->ink },
  };
  MusterParagraph paragraph
      = { .line_height = muster_sheet_line_height (self), .space_after_pt = 1.5 * self->air };

  muster_typeset_add_paragraph (self->typeset, &paragraph, runs, 2);
}

/**
 * muster_sheet_add_skills:
 * @is_listed: each skill on a line of its own, as narrow columns have it
 */
void
muster_sheet_add_skills (MusterSheetStyle *self, gboolean is_listed)
{
  if (self->record->skills->len == 0)
    return;
  muster_sheet_add_heading (self, MUSTER_RESUME_HEADING_SKILLS);
  for (guint i = 0; i < self->record->skills->len; i++)
    {
      const MusterResumeGroup *group = g_ptr_array_index (self->record->skills, i);

      if (!is_listed)
        {
          add_group_line (self, group);
          continue;
        }
      if (group->name != NULL)
        muster_sheet_add (self, group->name, (MusterLook){ .is_bold = TRUE, .before_pt = i > 0 ? 4 : 0 });
      for (guint j = 0; j < group->entries->len; j++)
        muster_sheet_add (self, g_ptr_array_index (group->entries, j), (MusterLook){ 0 });
    }
}

void
muster_sheet_add_languages (MusterSheetStyle *self, gboolean is_listed)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  if (self->record->languages->len == 0)
    return;
  muster_sheet_add_heading (self, MUSTER_RESUME_HEADING_LANGUAGES);
  for (guint i = 0; i < self->record->languages->len; i++)
    {
      const MusterResumeItem *item = g_ptr_array_index (self->record->languages, i);

      if (is_listed)
        muster_sheet_add_pair (self, item->name, NULL, item->detail, (MusterLook){ 0 });
      else
        g_ptr_array_add (parts,
                         g_strdup_printf (muster_sheet_is_chinese (self) ? "%s（%s）" : "%s (%s)",
                                          item->name,
                                          item->detail));
    }
  line = muster_resume_dup_list (self->record->language, parts);
  muster_sheet_add (self, line, (MusterLook){ 0 });
}

void
muster_sheet_add_certificates (MusterSheetStyle *self)
{
  if (self->record->certificates->len == 0)
    return;
  muster_sheet_add_heading (self, MUSTER_RESUME_HEADING_CERTIFICATES);
  for (guint i = 0; i < self->record->certificates->len; i++)
    {
      const MusterResumeItem *item = g_ptr_array_index (self->record->certificates, i);
      g_autofree char *date = muster_resume_dup_date (self->record->language, self->date_style, item->date);
      g_autofree char *text = muster_sheet_dup_item (self, item);

      muster_sheet_keep (self, 14);
      if (self->dates == MUSTER_SHEET_DATES_RIGHT)
        muster_sheet_add_pair (self, item->name, item->detail, date, (MusterLook){ 0 });
      else if (self->dates == MUSTER_SHEET_DATES_BELOW)
        muster_sheet_add (self, text, (MusterLook){ .after_pt = 2 });
      else
        {
          begin_dated_row (self, date);
          muster_sheet_add_pair (self, item->name, item->detail, NULL, (MusterLook){ 0 });
          muster_typeset_end_row (self->typeset);
        }
    }
}

void
muster_sheet_add_interests (MusterSheetStyle *self)
{
  g_autofree char *list = muster_resume_dup_list (self->record->language, self->record->interests);

  if (self->record->interests->len == 0)
    return;
  muster_sheet_add_heading (self, MUSTER_RESUME_HEADING_INTERESTS);
  muster_sheet_add (self, list, (MusterLook){ 0 });
}
