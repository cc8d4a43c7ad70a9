/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a resume that is drawn: the facts without their looks, ordered as they are printed. Filled by whoever
 * invents people (samples, synthetic resumes), drawn by muster-resume-design. A value; strings and arrays belong to
 * it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* month 1..12, or 0: the resume names the year only. year 0: not said; of an end: goes on. */
typedef struct
{
  guint year;
  guint month;
} MusterResumeDate;

typedef struct
{
  char            *title;
  char            *employer;
  char            *place; /* (nullable) */
  MusterResumeDate start;
  MusterResumeDate end;
  GPtrArray       *highlights; /* char * */
} MusterResumeJob;

typedef struct
{
  char            *degree; /* (nullable) */
  char            *area;   /* (nullable) */
  char            *school;
  MusterResumeDate start;
  MusterResumeDate end;
} MusterResumeSchool;

/* A heading with its entries: skills; name NULL: without one. */
typedef struct
{
  char      *name;
  GPtrArray *entries; /* char * */
} MusterResumeGroup;

/* A thing and what is said of it: a language and its level, a certificate and its issuer, a personal note. */
typedef struct
{
  char            *name;
  char            *detail; /* (nullable) */
  MusterResumeDate date;
} MusterResumeItem;

typedef struct
{
  char      *language; /* en de fr es zh: of headings and dates */
  char      *name;
  char      *title; /* (nullable) */
  char      *email; /* (nullable), and so on */
  char      *phone;
  char      *city;
  char      *region;
  char      *summary;
  GPtrArray *links;        /* char *: addresses */
  GPtrArray *jobs;         /* MusterResumeJob, latest first */
  GPtrArray *schools;      /* MusterResumeSchool */
  GPtrArray *skills;       /* MusterResumeGroup */
  GPtrArray *languages;    /* MusterResumeItem */
  GPtrArray *certificates; /* MusterResumeItem */
  GPtrArray *personal;     /* MusterResumeItem: date of birth and the like, where a country prints them */
  GPtrArray *interests;    /* char * */
  GPtrArray *paragraphs;   /* char *: the body of a letter */
  guint32    portrait;     /* chooses the drawn portrait */
} MusterResumeRecord;

MusterResumeRecord *muster_resume_record_new             (void);
void                muster_resume_record_free            (MusterResumeRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterResumeRecord, muster_resume_record_free)

/* New and empty, at the end of their lists. */
MusterResumeJob    *muster_resume_record_add_job         (MusterResumeRecord *self);
MusterResumeSchool *muster_resume_record_add_school      (MusterResumeRecord *self);
MusterResumeGroup  *muster_resume_record_add_group       (MusterResumeRecord *self);
MusterResumeItem   *muster_resume_record_add_item        (GPtrArray *items);

G_END_DECLS
