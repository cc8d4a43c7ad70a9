/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the designs share: a sheet being filled, its type and colours, and the parts of a resume in a few manners. */
#pragma once

#include "muster-resume-design.h"
#include "muster-resume-portrait.h"
#include "muster-resume-words.h"

#define MUSTER_SHEET_WIDTH_PT 595.28
#define MUSTER_SHEET_HEIGHT_PT 841.89

typedef enum
{
  MUSTER_SHEET_HEADING_RULED,  /* bold, a rule below */
  MUSTER_SHEET_HEADING_BAR,    /* bold, in the accent colour, a short bar above */
  MUSTER_SHEET_HEADING_SPACED, /* letter-spaced capitals */
  MUSTER_SHEET_HEADING_FILLED, /* white on the accent colour */
  MUSTER_SHEET_HEADING_CENTRED,
} MusterSheetHeading;

typedef enum
{
  MUSTER_SHEET_DATES_RIGHT, /* at the end of the title's line */
  MUSTER_SHEET_DATES_BELOW, /* on a line of their own */
  MUSTER_SHEET_DATES_COLUMN, /* in a column of their own at the left */
} MusterSheetDates;

/* How large the type and how wide the gaps are, 1 being a full page's. */
typedef struct
{
  guint32 accent;
  double  scale;
  double  air;
} MusterResumeTaste;

typedef struct
{
  MusterTypeset            *typeset;
  const MusterResumeRecord *record;
  const char               *family;  /* NULL: sans */
  double                    size_pt; /* of running text */
  guint32                   ink, dim, accent, pale;
  MusterResumeDates         date_style;
  MusterSheetHeading        heading;
  MusterSheetDates          dates;
  double                    left_pt, width_pt, bottom_pt; /* of the frame */
  double                    date_column_pt;
  double                    scale, air;
} MusterSheetStyle;

/* One piece of text and how it looks; size 0: running text, colour 0: ink. */
typedef struct
{
  double      size_pt;
  gboolean    is_bold, is_italic;
  guint32     colour;
  MusterAlign align;
  double      before_pt, after_pt;
  double      indent_pt;
  double      spacing_pt;
  const char *bullet;
  const char *link;
} MusterLook;

/* muster-resume-sheet.c */
void     muster_sheet_init          (MusterSheetStyle *self, const MusterResumeRecord *record, MusterBox frame,
                                    const MusterResumeTaste *taste);
void     muster_sheet_open          (MusterSheetStyle *self, guint page_index, MusterBox frame, MusterBox next_frame);
void     muster_sheet_add           (MusterSheetStyle *self, const char *text, MusterLook look);
void     muster_sheet_add_pair      (MusterSheetStyle *self, const char *first, const char *second, const char *right,
                                    MusterLook look);
/* The size at which text of that many letters about fits the width in one line; never more than @size_pt. */
double   muster_sheet_fit_size      (const MusterSheetStyle *self, glong n_letters, double size_pt);
void     muster_sheet_keep          (MusterSheetStyle *self, double height_pt);
void     muster_sheet_add_heading   (MusterSheetStyle *self, MusterResumeHeading heading);
gboolean muster_sheet_is_chinese    (const MusterSheetStyle *self);
double   muster_sheet_line_height   (const MusterSheetStyle *self);
guint32  muster_sheet_mix           (guint32 a, guint32 b, double share_of_b);

/* muster-resume-sections.c: each with its heading, nothing at all where the record has nothing */
void     muster_sheet_add_profile      (MusterSheetStyle *self);
void     muster_sheet_add_jobs         (MusterSheetStyle *self);
void     muster_sheet_add_schools      (MusterSheetStyle *self);
void     muster_sheet_add_skills       (MusterSheetStyle *self, gboolean is_listed);
void     muster_sheet_add_languages    (MusterSheetStyle *self, gboolean is_listed);
void     muster_sheet_add_certificates (MusterSheetStyle *self);
void     muster_sheet_add_interests    (MusterSheetStyle *self);
char    *muster_sheet_dup_place        (const MusterSheetStyle *self);
char    *muster_sheet_dup_degree       (const MusterSheetStyle *self, const MusterResumeSchool *school);
char    *muster_sheet_dup_item         (const MusterSheetStyle *self, const MusterResumeItem *item);
/* An address as it is printed: without its scheme. */
const char *muster_sheet_bare_link     (const char *address);

/* the designs */
MusterTypeset *muster_resume_set_classic     (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_serif       (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_compact     (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_banner      (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_sidebar     (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_two_columns (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_pale_column (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_timeline    (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_table       (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_tabular     (const MusterResumeRecord *record, const MusterResumeTaste *taste);
MusterTypeset *muster_resume_set_letter      (const MusterResumeRecord *record, const MusterResumeTaste *taste);
