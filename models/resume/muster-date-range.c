/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammar: a date is one of the forms below; a range is a date, a sign or word between, and a date or a
 * word for "still". What stands directly before and after decides whether a number is a year at all
 * (telephone numbers, DOIs and sums are full of 20xx). */

#include "muster-date-range.h"
#include "muster-date-token.h"
#include "muster-lexicon.h"

#include <string.h>

#define FIRST_YEAR 1940
#define LAST_YEAR 2045

typedef struct
{
  const MusterDateToken *tokens;
  guint                  n;
  const MusterLexicon   *months;
} Line;

typedef struct
{
  int      year;  /* 0: a month without a year */
  int      month; /* 0: a year alone */
  gboolean is_open;
  gboolean is_short; /* two digits of the year: counts beside another such date only */
  guint    first;
  guint    next;
} Date;

static const MusterDateToken *
token_at (const Line *line, guint i)
{
  static const MusterDateToken none = { .kind = MUSTER_DATE_TOKEN_SIGN, .sign = 0 };

  return i < line->n ? &line->tokens[i] : &none;
}

static gboolean
is_sign (const Line *line, guint i, const char *signs)
{
  const MusterDateToken *token = token_at (line, i);

  return token->kind == MUSTER_DATE_TOKEN_SIGN && token->sign != 0
         && g_utf8_strchr (signs, -1, token->sign) != NULL;
}

static gboolean
is_word (const Line *line, guint i, const char *words)
{
  const MusterDateToken *token = token_at (line, i);
  const char            *found;
  gsize                  length;

  if (token->kind != MUSTER_DATE_TOKEN_WORD || *token->word == '\0')
    return FALSE;
  length = strlen (token->word);
  for (found = strstr (words, token->word); found != NULL; found = strstr (found + 1, token->word))
    {
      if ((found == words || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_number (const Line *line, guint i, guint n_digits)
{
  const MusterDateToken *token = token_at (line, i);

  return token->kind == MUSTER_DATE_TOKEN_NUMBER && token->n_digits == n_digits;
}

static gboolean
is_year (const Line *line, guint i)
{
  return is_number (line, i, 4) && token_at (line, i)->number >= FIRST_YEAR
         && token_at (line, i)->number <= LAST_YEAR;
}

static gboolean
is_between (const Line *line, guint i, int low, int high)
{
  const MusterDateToken *token = token_at (line, i);

  return token->kind == MUSTER_DATE_TOKEN_NUMBER && token->n_digits <= 2 && token->number >= low
         && token->number <= high;
}

static gboolean
is_glued (const Line *line, guint i)
{
  return token_at (line, i)->is_glued;
}

static int
full_year (int two_digits)
{
  return two_digits < 60 ? 2000 + two_digits : 1900 + two_digits;
}

/* 1-12, 0 for a season, -1 for other words */
static int
month_of (const Line *line, guint i)
{
  const MusterDateToken *token = token_at (line, i);
  const char            *value;

  if (token->kind != MUSTER_DATE_TOKEN_WORD || token->sign != 0)
    return -1;
  if (strcmp (token->word, "q") == 0 && is_between (line, i + 1, 1, 4) && is_glued (line, i + 1))
    return 0;
  value = muster_lexicon_lookup (line->months, token->word);

  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : -1;
}

static gboolean
finish (Date *date, guint first, guint next, int year, int month)
{
  *date = (Date){ .year = year, .month = month, .first = first, .next = next };

  return TRUE;
}

/* Words that say that something goes on; @next: behind them. */
static gboolean
parse_still (const Line *line, guint i, guint *next)
{
  guint j = i;

  while (is_word (line, j, "the la el le l heute bis zum"))
    j++;
  if (is_word (
          line,
          j,
          "present current currently now today ongoing date continuing aktuell jetzt laufend andauernd dato "
          "aujourd'hui actualidad actual presente hoy actualmente momento 今 迄今"))
    {
      *next = j + 1;
      return TRUE;
    }
  if (j > i && is_word (line, j - 1, "heute"))
    {
      *next = j;
      return TRUE;
    }
  if ((is_word (line, j, "heutigen") && is_word (line, j + 1, "tag tage"))
      || (is_word (line, i, "en") && is_word (line, i + 1, "cours"))
      || (is_word (line, i, "ce") && is_word (line, i + 1, "jour"))
      || (is_word (line, i, "现 現 目") && is_word (line, i + 1, "在 前")))
    {
      *next = MAX (i, j) + 2;
      return TRUE;
    }

  return FALSE;
}

/* YYYY-MM, YYYY-MM-DD, YYYY.MM, YYYY/MM */
static gboolean
parse_year_first (const Line *line, guint i, Date *date)
{
  guint next = i + 3;

  if (!is_year (line, i) || !is_sign (line, i + 1, "-./‐‑") || !is_glued (line, i + 1)
      || !is_glued (line, i + 2) || !is_between (line, i + 2, 1, 12))
    return FALSE;
  if (is_sign (line, next, "-./‐‑") && is_glued (line, next) && is_glued (line, next + 1)
      && is_between (line, next + 1, 1, 31))
    next += 2;

  return finish (date, i, next, token_at (line, i)->number, token_at (line, i + 2)->number);
}

/* 2016年3月5日, 2016 年 */
static gboolean
parse_chinese (const Line *line, guint i, Date *date)
{
  guint next = i + 2;
  int   month = 0;

  if (!is_year (line, i) || !is_word (line, i + 1, "年"))
    return FALSE;
  if (is_between (line, next, 1, 12) && is_word (line, next + 1, "月"))
    {
      month = token_at (line, next)->number;
      next += 2;
      if (is_between (line, next, 1, 31) && is_word (line, next + 1, "日 号"))
        next += 2;
    }

  return finish (date, i, next, token_at (line, i)->number, month);
}

/* MM/YYYY, MM.YYYY, MM-YYYY, DD.MM.YYYY, MM/DD/YYYY where the day says so, MM/YY */
static gboolean
parse_numbers (const Line *line, guint i, Date *date)
{
  static const char *signs = "/.-‐‑";
  guint              j = i + 2;
  int                first = token_at (line, i)->number;
  int                second;

  if (is_between (line, i, 1, 12) && token_at (line, i)->n_digits == 2 && is_year (line, i + 1)
      && !is_glued (line, i + 1))
    {
      /* "02 2003" counts beside another such date only. */
      finish (date, i, i + 2, token_at (line, i + 1)->number, first);
      date->is_short = TRUE;
      return TRUE;
    }
  if (!is_between (line, i, 1, 31) || !is_sign (line, i + 1, signs))
    return FALSE;
  if (first <= 12 && is_year (line, j))
    return finish (date, i, j + 1, token_at (line, j)->number, first);
  if (first <= 12 && is_sign (line, i + 1, "/") && is_number (line, j, 2) && is_glued (line, j)
      && !(is_sign (line, j + 1, signs) && is_glued (line, j + 1)))
    {
      finish (date, i, j + 1, full_year (token_at (line, j)->number), first);
      date->is_short = TRUE;
      return TRUE;
    }
  if (!is_between (line, j, 1, 31) || !is_sign (line, j + 1, signs) || !is_year (line, j + 2))
    return FALSE;
  second = token_at (line, j)->number;
  if (second <= 12)
    return finish (date, i, j + 3, token_at (line, j + 2)->number, second);

  return first <= 12 && finish (date, i, j + 3, token_at (line, j + 2)->number, first);
}

/* A year behind a month: 2018, '18, of 2018, de 2018, -2018, , 2018 */
static gboolean
parse_year_behind (const Line *line, guint i, int *year, gboolean *is_short, guint *next)
{
  guint    j = i;
  gboolean has_mark = FALSE;

  while (is_word (line, j, "of de del des") || is_sign (line, j, ",./"))
    j++;
  if (is_sign (line, j, "-‐‑") && is_glued (line, j) && is_glued (line, j + 1)
      && token_at (line, j + 1)->n_digits >= 2)
    j++;
  if (is_sign (line, j, "'’‘`´"))
    {
      has_mark = TRUE;
      j++;
    }
  *next = j + 1;
  *is_short = FALSE;
  if (is_year (line, j))
    {
      *year = token_at (line, j)->number;
      return TRUE;
    }
  if (!is_number (line, j, 2))
    return FALSE;
  *year = full_year (token_at (line, j)->number);
  *is_short = !has_mark;

  return TRUE;
}

/* Mon YYYY, Mon. 'YY, 5 March 2018, March 5, 2018, Summer 2015, Q3 2019, WS 2012/13; and a month alone, for
 * the start of a range */
static gboolean
parse_month_word (const Line *line, guint i, Date *date)
{
  guint    j = i, next;
  int      month, year;
  gboolean is_short;

  if (is_between (line, j, 1, 31))
    {
      j++;
      while (is_sign (line, j, ".") || is_word (line, j, "st nd rd th de er"))
        j++;
    }
  month = month_of (line, j);
  if (month < 0)
    return FALSE;
  j++;
  if (month == 0 && is_between (line, j, 1, 4) && is_glued (line, j))
    j++;
  if (is_sign (line, j, "."))
    j++;
  if (month > 0 && is_between (line, j, 1, 31)
      && (is_sign (line, j + 1, ",") || is_word (line, j + 1, "st nd rd th")) && is_year (line, j + 2))
    j += 2;
  if (!parse_year_behind (line, j, &year, &is_short, &next))
    return month > 0 && finish (date, i, j, 0, month);

  finish (date, i, next, year, month);
  date->is_short = is_short;
  if (month == 0 && is_sign (line, next, "/") && (is_number (line, next + 1, 2) || is_year (line, next + 1)))
    date->next = next + 2;

  return month > 0 || !is_short;
}

/* Whether the numbers of [first, next) can be a date where they stand. */
static gboolean
stands_free (const Line *line, guint first, guint next)
{
  const MusterDateToken *before = token_at (line, first - 1);
  const MusterDateToken *after = token_at (line, next);

  if (first > 0 && is_glued (line, first))
    {
      if (before->kind == MUSTER_DATE_TOKEN_NUMBER
          || (before->kind == MUSTER_DATE_TOKEN_WORD && before->sign == 0))
        return FALSE;
      if (is_sign (line, first - 1, "./\\@_#$€£+=&"))
        return FALSE;
    }
  if (next < line->n && after->is_glued)
    {
      if (after->kind == MUSTER_DATE_TOKEN_NUMBER || is_sign (line, next, "%+@_\\"))
        return FALSE;
      if (after->kind == MUSTER_DATE_TOKEN_WORD && after->sign == 0 && !is_word (line, next, "to till bis"))
        return FALSE;
      if (is_sign (line, next, "./,") && is_glued (line, next + 1) && next + 1 < line->n
          && token_at (line, next + 1)->kind == MUSTER_DATE_TOKEN_NUMBER)
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_date (const Line *line, guint i, Date *date)
{
  if (parse_year_first (line, i, date) || parse_chinese (line, i, date) || parse_numbers (line, i, date)
      || parse_month_word (line, i, date))
    return stands_free (line, date->first, date->next);
  if (!is_year (line, i))
    return FALSE;
  finish (date, i, i + 1, token_at (line, i)->number, 0);
  if (is_sign (line, i + 1, "/") && is_number (line, i + 2, 2))
    return stands_free (line, i, i + 3);

  return stands_free (line, i, i + 1);
}

/* Signs and words between the two dates of a range; 0 for none. */
static guint
count_between (const Line *line, guint i, gboolean *is_dash)
{
  guint n = 0;

  *is_dash = FALSE;
  while (n < 4)
    {
      if (is_sign (line, i + n, "-‐‑‒–—―−~〜～→➔⟶/>")
          && !(n == 0 && is_sign (line, i, "/") && is_glued (line, i)))
        *is_dash = TRUE;
      else if (!is_word (line,
                         i + n,
                         "to bis zum till til until through thru a à au al hasta jusqu'a jusqu'au jusqu'en "
                         "jusque el la l 至 到 and"))
        break;
      n++;
    }
  if (n == 1 && is_word (line, i, "and zum el la l"))
    return 0;

  return n;
}

static MusterMonth
first_month (const Date *date)
{
  return MUSTER_MONTH (date->year, MAX (date->month, 1));
}

static MusterMonth
last_month (const Date *date)
{
  return MUSTER_MONTH (date->year, date->month > 0 ? date->month : 12);
}

/* "2018-20", "2018/19": the year that a range ends with, shortened */
static gboolean
parse_short_end (const Line *line, const Date *from, Date *to)
{
  guint j = from->next;
  int   year;

  if (from->month != 0 || !is_sign (line, j, "-‐‑–—/") || !is_number (line, j + 1, 2))
    return FALSE;
  year = from->year / 100 * 100 + token_at (line, j + 1)->number;
  if (year <= from->year || year > from->year + 40)
    return FALSE;

  return finish (to, j + 1, j + 2, year, 0) && stands_free (line, from->first, to->next);
}

static void
set_places (const Line *line, MusterDateRange *range, const Date *from, const Date *to)
{
  range->from_start = token_at (line, from->first)->start;
  range->from_length = token_at (line, from->next - 1)->end - range->from_start;
  if (to != NULL)
    {
      range->to_start = token_at (line, to->first)->start;
      range->to_length = token_at (line, to->next - 1)->end - range->to_start;
    }
}

static void
set_period (MusterDateRange *range, const Date *from, const Date *to, gboolean is_open)
{
  range->is_range = is_open || to != NULL;
  range->period = (MusterPeriod){ .start = first_month (from),
                                  .end = MUSTER_MONTH_NONE,
                                  .is_open = is_open,
                                  .start_has_month = from->month > 0 };
  if (!is_open)
    {
      const Date *last = to != NULL ? to : from;

      range->period.end = last_month (last);
      range->period.end_has_month = last->month > 0;
    }
}

/* What follows a date as the end of a range: sets @next, and @to or @is_open. */
static gboolean
parse_end (const Line *line, Date *from, Date *to, gboolean *is_open, guint *next)
{
  gboolean is_dash;
  guint    n = count_between (line, from->next, &is_dash);
  guint    j = from->next + n;

  *is_open = FALSE;
  if (parse_short_end (line, from, to))
    {
      *next = to->next;
      return TRUE;
    }
  if (n == 0 && parse_date (line, j, to) && from->month > 0 && to->month > 0 && from->year != 0
      && !from->is_short && !to->is_short)
    {
      /* columns "from" and "to" of a table */
      *next = to->next;
      return first_month (from) < last_month (to);
    }
  if (n == 0 && !(is_word (line, j, "present current heute 今") && from->year != 0)
      && !(parse_still (line, j, next) && (*next >= line->n || is_sign (line, *next, ")|,;·•"))))
    return FALSE;
  if (parse_still (line, j, next))
    {
      *is_open = TRUE;
      *to = (Date){ .first = j, .next = *next };
      return from->year != 0;
    }
  if (parse_date (line, j, to) && to->year != 0)
    {
      if (from->year == 0)
        from->year = from->month > to->month ? to->year - 1 : to->year;
      *next = to->next;
      return last_month (to) >= first_month (from) && from->is_short == to->is_short;
    }
  if (is_dash && n == 1 && from->year != 0 && !from->is_short
      && (j >= line->n || is_sign (line, j, ")|,;·•")))
    {
      *is_open = TRUE;
      *to = (Date){ .first = from->next, .next = j };
      *next = j;
      return TRUE;
    }

  return FALSE;
}

/* 555-2013: the last part of a number with hyphens */
static gboolean
continues_number (const Line *line, guint i)
{
  return i > 1 && is_glued (line, i) && is_sign (line, i - 1, "-") && is_glued (line, i - 1)
         && token_at (line, i - 2)->kind == MUSTER_DATE_TOKEN_NUMBER;
}

/* A date or range whose words of beginning ("since", "von") start at token @i; returns the token behind it,
 * @i when there is none. */
static guint
parse_range (const Line *line, guint i, MusterDateRange *range)
{
  gboolean is_since = is_word (line, i, "since seit ab depuis desde 自 从");
  gboolean is_from = is_word (line, i, "from von vom de du del desde between zwischen entre");
  guint    begin = is_since || is_from ? i + 1 : i;
  gboolean is_open = FALSE;
  guint    next;
  Date     from, to;

  if (is_since && is_word (line, begin, "el le dem"))
    begin++;
  *range = (MusterDateRange){ 0 };
  if (continues_number (line, begin) || !parse_date (line, begin, &from))
    return i;

  if (parse_end (line, &from, &to, &is_open, &next))
    {
      set_places (line, range, &from, &to);
      set_period (range, &from, is_open ? NULL : &to, is_open);
    }
  else if (from.year == 0 || from.is_short)
    return i;
  else
    {
      next = from.next;
      if (is_since && is_word (line, next, "起"))
        next++;
      set_places (line, range, &from, NULL);
      set_period (range, &from, NULL, is_since);
    }
  range->start = token_at (line, i)->start;
  range->length = token_at (line, next - 1)->end - range->start;

  return next;
}

/**
 * muster_date_ranges_find:
 * @text: a line of a resume
 *
 * Months may be names in four languages, numbers or Chinese; seasons and quarters count as their year. A
 * range is open when it says so, when it begins with "since" or ends with a dash. Where a date could be day
 * or month first, the first number is the day.
 *
 * Returns: (transfer full) (element-type MusterDateRange): all dates and ranges in @text.
 */
GArray *
muster_date_ranges_find (const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (MusterDateRange));
  g_autoptr (GArray) tokens = muster_date_tokens_new (text);
  Line line
      = { (const MusterDateToken *) (gpointer) tokens->data, tokens->len, muster_lexicon_get ("months") };
  guint i = 0;

  while (i < line.n)
    {
      MusterDateRange range;
      guint           next = parse_range (&line, i, &range);

      if (next == i)
        {
          i++;
          continue;
        }
      g_array_append_val (ranges, range);
      i = next;
    }

  return ranges;
}

gboolean
muster_text_is_duration (const char *text)
{
  g_autoptr (GArray) tokens = muster_date_tokens_new (text);
  Line     line = { (const MusterDateToken *) (gpointer) tokens->data, tokens->len, NULL };
  gboolean has_unit = FALSE;

  for (guint i = 0; i < line.n; i++)
    {
      if (token_at (&line, i)->number >= 1000)
        return FALSE;
      if (token_at (&line, i)->kind == MUSTER_DATE_TOKEN_NUMBER || is_sign (&line, i, "(),.·+-"))
        continue;
      if (is_word (&line,
                   i,
                   "year years yr yrs month months mo mos mth mths week weeks jahr jahre monat monate an ans "
                   "annee annees mois "
                   "ano anos mes meses 年 月"))
        has_unit = TRUE;
      else if (!is_word (&line, i, "and und et y 个 個"))
        return FALSE;
    }

  return has_unit && line.n > 1 && token_at (&line, 0)->kind != MUSTER_DATE_TOKEN_WORD;
}
