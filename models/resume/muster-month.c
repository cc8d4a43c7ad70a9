/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Month arithmetic: one integer a month, so that differences and unions are plain subtraction and sorting. */

#include "muster-month.h"

/* Years that a resume can mean; others are numbers of something else. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2100
#define HALF_YEAR 6

/**
 * muster_month_today:
 *
 * Returns: the current month by the clock and time zone of the machine.
 */
MusterMonth
muster_month_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return MUSTER_MONTH (g_date_time_get_year (now), g_date_time_get_month (now));
}

static gboolean
parse_digits (const char *text, guint n, int *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }

  return TRUE;
}

/**
 * muster_month_parse_iso:
 * @text: YYYY, YYYY-MM or YYYY-MM-DD; the day is checked and dropped
 * @month: (out): January where there is a year only
 * @has_month: (out) (nullable): whether the text names the month
 *
 * Returns: whether @text is such a date between 1900 and 2100.
 */
gboolean
muster_month_parse_iso (const char *text, MusterMonth *month, gboolean *has_month)
{
  int year, number = 1, day = 1;

  if (!parse_digits (text, 4, &year) || year < FIRST_YEAR || year > LAST_YEAR)
    return FALSE;
  if (text[4] == '-')
    {
      if (!parse_digits (text + 5, 2, &number) || number < 1 || number > 12)
        return FALSE;
      if (text[7] == '-' && (!parse_digits (text + 8, 2, &day) || day < 1 || day > 31 || text[10] != '\0'))
        return FALSE;
      if (text[7] != '-' && text[7] != '\0')
        return FALSE;
    }
  else if (text[4] != '\0')
    return FALSE;

  *month = MUSTER_MONTH (year, number);
  if (has_month != NULL)
    *has_month = text[4] == '-';

  return TRUE;
}

/**
 * muster_month_to_iso:
 * @has_month: FALSE gives the year alone
 *
 * Returns: (transfer full): YYYY-MM or YYYY.
 */
char *
muster_month_to_iso (MusterMonth month, gboolean has_month)
{
  if (has_month)
    return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);

  return g_strdup_printf ("%04d", month / 12);
}

typedef struct
{
  MusterMonth start;
  MusterMonth end;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *first = a;
  const Span *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* The months that a spell covers up to today: an unknown end leaves the start alone, nothing lies in the
 * future. Of a year without a month the middle is taken: "2018 - 2020" is two years, give or take one, not
 * three. */
static gboolean
to_span (const MusterPeriod *period, MusterMonth today, Span *span)
{
  if (period->start == MUSTER_MONTH_NONE)
    return FALSE;

  span->start = period->start_has_month ? period->start : period->start + HALF_YEAR;
  if (period->is_open)
    span->end = today;
  else if (period->end != MUSTER_MONTH_NONE)
    span->end = period->end_has_month ? period->end : period->end - HALF_YEAR;
  else
    span->end = period->start_has_month ? period->start : period->start + 11;

  /* Within one year: half of it. */
  if (period->end != MUSTER_MONTH_NONE && period->end >= period->start && span->end < span->start)
    {
      span->start = period->start_has_month ? period->start : period->end - HALF_YEAR + 1;
      span->end = period->end;
    }
  span->end = MIN (span->end, today);

  return span->end >= span->start;
}

/**
 * muster_periods_union_months:
 *
 * Returns: months covered by at least one of the spells, both end months counted.
 */
guint
muster_periods_union_months (const MusterPeriod *periods, guint n_periods, MusterMonth today)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  MusterMonth covered_to = 0;
  guint       months = 0;

  for (guint i = 0; i < n_periods; i++)
    {
      Span span;

      if (to_span (&periods[i], today, &span))
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);

  for (guint i = 0; i < spans->len; i++)
    {
      Span        span = g_array_index (spans, Span, i);
      MusterMonth from = i > 0 ? MAX (span.start, covered_to + 1) : span.start;

      if (span.end >= from)
        months += (guint) (span.end - from + 1);
      covered_to = i > 0 ? MAX (covered_to, span.end) : span.end;
    }

  return months;
}
