/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A resume for tests: its document out of plain text (a line a line, an empty line starts a block), its profile
 * value by value, each found in the text. */
#pragma once

#include "muster-fit.h"

typedef struct
{
  MusterDocument *document;
  MusterProfile  *profile;
} Paper;

Paper          *paper_new           (const char *text, const char *language);
void            paper_free          (Paper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

/* Each text must stand in the paper; NULL leaves the value out; dates are ISO months, end NULL: open. */
void            paper_add_job       (Paper *self, const char *position, const char *employer, const char *start,
                                     const char *end, const char *highlight);
void            paper_add_education (Paper *self, const char *study_type, const char *area,
                                     const char *institution, const char *end);
void            paper_add_language  (Paper *self, const char *language, const char *fluency);
void            paper_add_skill     (Paper *self, const char *keyword);
void            paper_set_label     (Paper *self, const char *label);
void            paper_set_place     (Paper *self, const char *city, const char *region);

/* One criterion held against the paper; today is January 2025. */
MusterFit      *paper_fit           (Paper *self, const char *criteria_json);
