/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter in a document: sender, date, subject, salutation, text, closing formula. Private to models/resume. */
#pragma once

#include "muster-sheet.h"

G_BEGIN_DECLS

/* Lines of the sheet, all inclusive. */
typedef struct
{
  guint first;      /* of the page that the letter begins on */
  guint salutation; /* "Dear Hiring Team," */
  guint closing;    /* "Sincerely," */
} MusterCoverLetter;

/* FALSE: there is none. A resume that opens or ends like a letter is none: it has headings of jobs or schools. */
gboolean muster_cover_letter_find        (const MusterSheet *sheet, MusterCoverLetter *letter);

/* Adds what the text of the letter says that the person knows; what it denies is left out. */
void     muster_cover_letter_read_skills (const MusterSheet *sheet, const MusterCoverLetter *letter,
                                          MusterProfile *profile);

G_END_DECLS
