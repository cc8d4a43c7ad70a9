/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of a section: jobs, schools. Each has a header, mostly a date, and a body. Private to models/resume. */
#pragma once

#include "muster-section.h"

G_BEGIN_DECLS

/* A date can go over lines of a narrow margin. */
#define MUSTER_DATE_MAX_SPANS 3

typedef struct
{
  gboolean     is_set;
  gboolean     is_range;
  MusterPeriod period;
  MusterSpan   from[MUSTER_DATE_MAX_SPANS];
  guint        n_from;
  MusterSpan   to[MUSTER_DATE_MAX_SPANS];
  guint        n_to;
} MusterEntryDate;

typedef struct
{
  MusterEntryDate date;
  GArray         *header; /* guint: lines of the sheet, dates that stand alone left out */
  GArray         *body;   /* guint */
  double          right_pt; /* where lines of the section end at most */
} MusterEntry;

/* (transfer full): array of MusterEntry. */
GArray   *muster_entries_find       (const MusterSheet *sheet, const MusterSection *section);

gboolean  muster_line_is_date_only  (const MusterSheetLine *line);

G_END_DECLS
