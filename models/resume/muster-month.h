/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months and spells of months: the only calendar arithmetic of the program. A month is a count since January of year
 * 0. Values; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef int MusterMonth;

#define MUSTER_MONTH_NONE G_MININT
#define MUSTER_MONTH(year, month) ((year) * 12 + (month) - 1)

/* A spell from the first to the last month, both counted. Year-only ends run from January and to December (has_month
 * says so); open: goes on today. */
typedef struct
{
  MusterMonth start; /* MUSTER_MONTH_NONE: unknown */
  MusterMonth end;   /* MUSTER_MONTH_NONE: unknown, or open */
  gboolean    is_open;
  gboolean    start_has_month;
  gboolean    end_has_month;
} MusterPeriod;

MusterMonth muster_month_today            (void);
/* YYYY, YYYY-MM, YYYY-MM-DD */
gboolean    muster_month_parse_iso        (const char *text, MusterMonth *month, gboolean *has_month);
char       *muster_month_to_iso           (MusterMonth month, gboolean has_month);

/* Months covered by the union of the spells; open ones end at @today; a spell without a start counts nothing; a year
 * without a month counts from or to its middle. */
guint       muster_periods_union_months   (const MusterPeriod *periods, guint n_periods, MusterMonth today);

G_END_DECLS
