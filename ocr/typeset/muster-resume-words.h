/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that a resume itself brings: section headings, "to date", how dates are written, in five languages. Pure,
 * any thread. */
#pragma once

#include "muster-resume-record.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_RESUME_HEADING_RESUME, /* the title of the page where a country has one */
  MUSTER_RESUME_HEADING_PROFILE,
  MUSTER_RESUME_HEADING_CONTACT,
  MUSTER_RESUME_HEADING_PERSONAL,
  MUSTER_RESUME_HEADING_EXPERIENCE,
  MUSTER_RESUME_HEADING_EDUCATION,
  MUSTER_RESUME_HEADING_SKILLS,
  MUSTER_RESUME_HEADING_LANGUAGES,
  MUSTER_RESUME_HEADING_CERTIFICATES,
  MUSTER_RESUME_HEADING_INTERESTS,
  MUSTER_RESUME_HEADING_NAME,
  MUSTER_RESUME_HEADING_EMAIL,
  MUSTER_RESUME_HEADING_PHONE,
  MUSTER_RESUME_HEADING_PLACE,
  MUSTER_RESUME_HEADING_LAST,
} MusterResumeHeading;

typedef enum
{
  MUSTER_RESUME_DATES_WORDS,  /* "Apr 2018 – Present"; Chinese always writes 2018.04 */
  MUSTER_RESUME_DATES_DIGITS, /* "04/2018 – Present" */
} MusterResumeDates;

const char *muster_resume_heading     (const char *language, MusterResumeHeading heading);
/* (transfer full); empty where nothing is said */
char       *muster_resume_dup_date    (const char *language, MusterResumeDates style, MusterResumeDate date);
char       *muster_resume_dup_period  (const char *language, MusterResumeDates style, MusterResumeDate start,
                                       MusterResumeDate end);
/* Lists are joined by ", " or, in Chinese, "、". (transfer full) */
char       *muster_resume_dup_list    (const char *language, const GPtrArray *entries);

G_END_DECLS
