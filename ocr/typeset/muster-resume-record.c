/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record as a value. */

#include "muster-resume-record.h"

static void
job_free (MusterResumeJob *job)
{
  g_free (job->title);
  g_free (job->employer);
  g_free (job->place);
  g_ptr_array_unref (job->highlights);
  g_free (job);
}

static void
school_free (MusterResumeSchool *school)
{
  g_free (school->degree);
  g_free (school->area);
  g_free (school->school);
  g_free (school);
}

static void
group_free (MusterResumeGroup *group)
{
  g_free (group->name);
  g_ptr_array_unref (group->entries);
  g_free (group);
}

static void
item_free (MusterResumeItem *item)
{
  g_free (item->name);
  g_free (item->detail);
  g_free (item);
}

/** muster_resume_record_new: Returns: (transfer full): a record without anything. */
MusterResumeRecord *
muster_resume_record_new (void)
{
  MusterResumeRecord *self = g_new0 (MusterResumeRecord, 1);

  self->links = g_ptr_array_new_with_free_func (g_free);
  self->jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);
  self->schools = g_ptr_array_new_with_free_func ((GDestroyNotify) school_free);
  self->skills = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->personal = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->interests = g_ptr_array_new_with_free_func (g_free);
  self->paragraphs = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
muster_resume_record_free (MusterResumeRecord *self)
{
  g_free (self->language);
  g_free (self->name);
  g_free (self->title);
  g_free (self->email);
  g_free (self->phone);
  g_free (self->city);
  g_free (self->region);
  g_free (self->summary);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->jobs);
  g_ptr_array_unref (self->schools);
  g_ptr_array_unref (self->skills);
  g_ptr_array_unref (self->languages);
  g_ptr_array_unref (self->certificates);
  g_ptr_array_unref (self->personal);
  g_ptr_array_unref (self->interests);
  g_ptr_array_unref (self->paragraphs);
  g_free (self);
}

MusterResumeJob *
muster_resume_record_add_job (MusterResumeRecord *self)
{
  MusterResumeJob *job = g_new0 (MusterResumeJob, 1);

  job->highlights = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->jobs, job);

  return job;
}

MusterResumeSchool *
muster_resume_record_add_school (MusterResumeRecord *self)
{
  MusterResumeSchool *school = g_new0 (MusterResumeSchool, 1);

  g_ptr_array_add (self->schools, school);

  return school;
}

MusterResumeGroup *
muster_resume_record_add_group (MusterResumeRecord *self)
{
  MusterResumeGroup *group = g_new0 (MusterResumeGroup, 1);

  group->entries = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->skills, group);

  return group;
}

MusterResumeItem *
muster_resume_record_add_item (GPtrArray *items)
{
  MusterResumeItem *item = g_new0 (MusterResumeItem, 1);

  g_ptr_array_add (items, item);

  return item;
}
