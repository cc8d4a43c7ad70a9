/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small documents for tests, written line by line: no file, no reader. */
#pragma once

#include "muster-document.h"

/* x and y in points; cells with the same y stand in one row. An empty text ends the list. */
typedef struct
{
  double      x;
  double      y;
  const char *text;
  double      size_pt; /* 0: 10 */
  gboolean    is_bold;
  guint       region;
  const char *uri; /* (nullable): behind the first word */
} ResumeCell;

MusterDocument *resume_document_new (const ResumeCell *cells);
