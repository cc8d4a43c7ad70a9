/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Designs of resumes: from a record to pages that look like what people send. Cairo and Pango only. One thread. */
#pragma once

#include "muster-resume-record.h"
#include "muster-typeset.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_RESUME_DESIGN_CLASSIC,     /* one column, ruled headings, dates at the right margin */
  MUSTER_RESUME_DESIGN_SIDEBAR,     /* dark column at the left with a round portrait */
  MUSTER_RESUME_DESIGN_TWO_COLUMNS, /* work at the left, the rest in a narrower column at the right */
  MUSTER_RESUME_DESIGN_SERIF,       /* centred, bookish */
  MUSTER_RESUME_DESIGN_TIMELINE,    /* dates beside a line with marks */
  MUSTER_RESUME_DESIGN_TABLE,       /* a ruled form with a portrait */
  MUSTER_RESUME_DESIGN_COMPACT,     /* small type, headings in the margin */
  MUSTER_RESUME_DESIGN_BANNER,      /* coloured band with the name, filled headings */
  MUSTER_RESUME_DESIGN_TABULAR,     /* German: dates in a column, portrait, place and date at the end */
  MUSTER_RESUME_DESIGN_PALE_COLUMN, /* pale column at the right, large thin name */
  MUSTER_RESUME_DESIGN_LETTER,      /* a cover letter: paragraphs instead of lists */
  MUSTER_RESUME_DESIGN_LAST,
} MusterResumeDesign;

const char    *muster_resume_design_get_name (MusterResumeDesign design);
MusterTypeset *muster_resume_design_set      (MusterResumeDesign design, const MusterResumeRecord *record,
                                              guint32 accent);

G_END_DECLS
