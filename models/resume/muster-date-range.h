/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people write them in resumes, in English, German, French, Spanish and Chinese, found in a line of text.
 * Pure; any thread. */
#pragma once

#include "muster-month.h"

G_BEGIN_DECLS

/* A spell or a single month. Places are code points of the text that was searched; a length of 0: not written there. */
typedef struct
{
  MusterPeriod period;   /* of a single date: start and end are that date */
  gboolean     is_range; /* two dates, or one that says that it goes on */
  guint        start;
  guint        length;
  guint        from_start;
  guint        from_length;
  guint        to_start;
  guint        to_length;
} MusterDateRange;

/* (transfer full): array of MusterDateRange in order, never overlapping. */
GArray   *muster_date_ranges_find      (const char *text);

/* Whether a text says how long something took and nothing else: "2 years 10 months", "(8 Monate)". */
gboolean  muster_text_is_duration      (const char *text);

G_END_DECLS
