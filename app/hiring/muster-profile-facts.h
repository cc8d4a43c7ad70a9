/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile as the rows that people read: one for each job, school, skill ..., with the places on the page where its
 * values stand. Immutable; any thread. */
#pragma once

#include "muster-library-blind.h"

G_BEGIN_DECLS

/* Below this somebody should look again. */
#define MUSTER_PROFILE_SURE .6

typedef enum
{
  MUSTER_PROFILE_WORK,
  MUSTER_PROFILE_EDUCATION,
  MUSTER_PROFILE_SKILLS,
  MUSTER_PROFILE_LANGUAGES,
  MUSTER_PROFILE_CERTIFICATES,
  MUSTER_PROFILE_CONTACT,
  MUSTER_PROFILE_N_SECTIONS,
} MusterProfileSection;

/* One value of a row, which a person can correct. */
typedef struct
{
  char          *pointer; /* "/work/0/position" */
  char          *name;    /* what the value is, for people: "Employer" */
  char          *text;    /* as the profile has it; dates ISO 8601 */
  char          *quote;
  MusterEvidence evidence;
  double         confidence;
} MusterProfileField;

/* pointer leads to all of the row: "/work/0", and is a beginning of those of its fields. */
typedef struct
{
  MusterProfileSection section;
  char                *pointer;
  char                *title;
  char                *detail;       /* "" when there is nothing more to say */
  char                *doubt;        /* (nullable): why somebody should look again */
  guint                page;         /* of its first value that has a place; 0: none */
  GPtrArray           *fields;       /* MusterProfileField, never empty */
} MusterProfileFact;

/* (transfer full): MusterProfileFact, by section, in the order of the profile, without what is masked as a whole. */
GPtrArray  *muster_profile_facts_new       (const MusterProfile *profile);

/* "Work" */
const char *muster_profile_section_title   (MusterProfileSection section);

/* Whether @pointer, which may lead to one value or to a row, belongs to the row of @row_pointer. */
gboolean    muster_profile_pointer_is_in   (const char *pointer, const char *row_pointer);

G_END_DECLS
