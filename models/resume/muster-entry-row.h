/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a section as entries are made of them. For muster-entr*.c only. */
#pragma once

#include "muster-entry.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_ROW_HEADER, /* may be part of a header */
  MUSTER_ROW_BODY,   /* bullet, sentence, or the rest of one */
  MUSTER_ROW_SIDE,   /* a date, a place or a duration beside something else */
} MusterRowLine;

typedef struct
{
  guint           first; /* into the lines of the section */
  guint           n;
  gboolean        has_body;
  gboolean        has_header;
  guint           head; /* line of the sheet whose style stands for the row */
  MusterEntryDate date;
  gboolean        is_date_alone; /* nothing but the date in its line */
  gboolean        has_degree; /* of schools only: what its header lines name */
  gboolean        has_school;
} MusterEntryRow;

typedef struct
{
  const MusterSheet   *sheet;
  const MusterSection *section;
  MusterRowLine       *kinds; /* one a line of the section */
  gboolean            *in_item; /* line belongs to a bullet */
  gboolean            *in_date; /* line is part of a date that goes over several lines */
  GArray              *rows;  /* MusterEntryRow */
  gboolean             has_bullet_heads; /* schools stand behind bullets, and nowhere else */
} MusterEntryRows;

MusterEntryRows *muster_entry_rows_new  (const MusterSheet *sheet, const MusterSection *section);
void             muster_entry_rows_free (MusterEntryRows *self);

/* Makes spells of rows that hold two dates side by side, without a dash. */
void             muster_entry_rows_join_dates (MusterEntryRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterEntryRows, muster_entry_rows_free)

G_END_DECLS
