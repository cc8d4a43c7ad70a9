/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a resume: what their headings say, and which lines belong to each. Private to models/resume. */
#pragma once

#include "muster-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_SECTION_TOP, /* what stands before the first heading of a column */
  MUSTER_SECTION_WORK,
  MUSTER_SECTION_EDUCATION,
  MUSTER_SECTION_SKILLS,
  MUSTER_SECTION_LANGUAGES,
  MUSTER_SECTION_CERTIFICATES,
  MUSTER_SECTION_COURSES,
  MUSTER_SECTION_SUMMARY,
  MUSTER_SECTION_CONTACT,
  MUSTER_SECTION_PERSONAL,
  MUSTER_SECTION_PROJECTS,
  MUSTER_SECTION_VOLUNTEERING,
  MUSTER_SECTION_PUBLICATIONS,
  MUSTER_SECTION_AWARDS,
  MUSTER_SECTION_INTERESTS,
  MUSTER_SECTION_REFERENCES,
  MUSTER_SECTION_OTHER,
  MUSTER_N_SECTION_KINDS,
} MusterSectionKind;

typedef enum
{
  MUSTER_HEADING_NONE,
  MUSTER_HEADING_PARTIAL,  /* one word of it names a kind of section */
  MUSTER_HEADING_COMPOSED, /* all its words are words of headings */
  MUSTER_HEADING_LISTED,   /* a heading as it stands in the list, or several joined */
} MusterHeadingStrength;

typedef struct
{
  MusterSectionKind kind;
  guint             heading; /* line, G_MAXUINT for the top */
  GArray           *lines;   /* guint: lines of the sheet in reading order, without the heading */
} MusterSection;

MusterHeadingStrength muster_heading_classify (const char *text, MusterSectionKind *kind);

/* (transfer full): array of MusterSection in reading order */
GArray               *muster_sections_find    (const MusterSheet *sheet);

G_END_DECLS
