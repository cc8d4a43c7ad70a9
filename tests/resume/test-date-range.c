/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The date grammar, one row a form. What is found is written as FROM..TO, FROM.. for open ranges, =DATE for
 * single dates, parted by blanks. */

#include "muster-date-range.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *expected;
} DateCase;

static const DateCase date_cases[] = {
  /* English */
  { "Sept 2018 – May 2023", "2018-09..2023-05" },
  { "September 2018 to present", "2018-09.." },
  { "Jan. 2015 - Current", "2015-01.." },
  { "January 2015-December 2015", "2015-01..2015-12" },
  { "May 2013 until now", "2013-05.." },
  { "Mar '18 – Apr '19", "2018-03..2019-04" },
  { "Jun 18 - Aug 20", "2018-06..2020-08" },
  { "Mar-2015 to Dec-2016", "2015-03..2016-12" },
  { "from Jan 2019 to Feb 2020", "2019-01..2020-02" },
  { "since January 2016", "2016-01.." },
  { "March 5, 2018 - 7 April 2019", "2018-03..2019-04" },
  { "1st June 2010 to 30th June 2011", "2010-06..2011-06" },
  { "June 2020 – to date", "2020-06.." },
  { "2011-13", "2011..2013" },
  { "2018/19", "2018..2019" },
  { "2018 - 2020", "2018..2020" },
  { "2018-Present", "2018.." },
  { "2018 –", "2018.." },
  { "Jun 2019 - ", "2019-06.." },
  { "Summer 2015", "=2015" },
  { "Fall 2015 – Spring 2016", "2015..2016" },
  { "Q3 2019", "=2019" },
  { "May - August 2020", "2020-05..2020-08" },
  { "November – February 2020", "2019-11..2020-02" },
  { "Class of 2012, June 2012", "=2012 =2012-06" },
  { "Expected May 2027", "=2027-05" },
  { "Acme Ltd (2003 to 2009)", "2003..2009" },
  { "Jan 2010 – Dec 2011 Senior Buyer 2012", "2010-01..2011-12 =2012" },
  /* without a dash */
  { "Oct 2022 Present", "2022-10.." },
  { "Sep 2017 Jun 2020", "2017-09..2020-06" },
  { "Okt. 2022 bis heute", "2022-10.." },
  { "Oktober 2022 aktuell", "2022-10.." },
  { "octobre 2022 aujourd’hui", "2022-10.." },
  { "octobre 2022 en cours", "2022-10.." },
  { "octubre de 2022 actualidad", "2022-10.." },
  { "2022年10月 至今", "2022-10.." },
  { "2022年10月 现在", "2022-10.." },
  { "In May 2022 now leading four people", "=2022-05" },
  { "Jun 2020 Sep 2017", "=2020-06 =2017-09" },
  /* numbers */
  { "03/2020 – 04/2021", "2020-03..2021-04" },
  { "03.2020 - heute", "2020-03.." },
  { "2020-03 — 2021-04", "2020-03..2021-04" },
  { "2021-08-01 — Present", "2021-08.." },
  { "2014-07-01 — 2016-07-01", "2014-07..2016-07" },
  { "2012.09-2014.06", "2012-09..2014-06" },
  { "01.05.2012 - 31.08.2014", "2012-05..2014-08" },
  { "05/23/2012", "=2012-05" },
  { "09/15 - 06/17", "2015-09..2017-06" },
  /* German */
  { "Mai–August 2020", "2020-05..2020-08" },
  { "März 2015 bis Dezember 2016", "2015-03..2016-12" },
  { "seit 10/2019", "2019-10.." },
  { "Okt. 2010 bis zum heutigen Tag", "2010-10.." },
  { "ab Januar 2020", "2020-01.." },
  { "2015 bis heute", "2015.." },
  { "von 2012 bis 2015", "2012..2015" },
  { "WS 2012/13", "=2012" },
  /* French */
  { "mars 2020–aujourd’hui", "2020-03.." },
  { "septembre 2015 à juin 2017", "2015-09..2017-06" },
  { "depuis février 2018", "2018-02.." },
  { "de 2015 à 2017", "2015..2017" },
  { "août 2012 - en cours", "2012-08.." },
  { "juil. 2019 – ce jour", "2019-07.." },
  /* Spanish */
  { "jun. 2017–actualidad", "2017-06.." },
  { "enero de 2015 a marzo de 2016", "2015-01..2016-03" },
  { "oct. 2012–may. 2017", "2012-10..2017-05" },
  { "desde 2010 hasta la actualidad", "2010.." },
  { "15 de marzo de 2018", "=2018-03" },
  /* Chinese */
  { "2016 年 3 月 – 至今", "2016-03.." },
  { "2008年9月至2012年6月", "2008-09..2012-06" },
  { "2015.03 - 现在", "2015-03.." },
  { "2016年3月5日", "=2016-03" },
  { "2016年", "=2016" },
  { "2019.07—2021.08", "2019-07..2021-08" },
  /* what is no date */
  { "+1 (602) 555-2013", "" },
  { "10.1234/neurips.2023.1234", "" },
  { "R2019b and ISO9001", "" },
  { "$2000 and 2,015 rows, 2015%", "" },
  { "may lead teams in march", "" },
  { "1234 Broadway", "" },
  { "GPA 3.97/4.00", "" },
  { "github.com/x2015", "" },
  { "2000s", "" },
};

static void
append_date (GString *found, MusterMonth month, gboolean has_month)
{
  g_autofree char *iso = muster_month_to_iso (month, has_month);

  g_string_append (found, iso);
}

static void
test_date (gconstpointer data)
{
  const DateCase *row = data;
  g_autoptr (GArray) ranges = muster_date_ranges_find (row->text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const MusterDateRange *range = &g_array_index (ranges, MusterDateRange, i);

      g_string_append (found, i > 0 ? " " : "");
      g_string_append (found, range->is_range ? "" : "=");
      append_date (found, range->period.start, range->period.start_has_month);
      g_string_append (found, range->is_range ? ".." : "");
      if (range->is_range && !range->period.is_open)
        append_date (found, range->period.end, range->period.end_has_month);
    }

  g_assert_cmpstr (found->str, ==, row->expected);
}

static char *
cut (const char *text, guint start, guint length)
{
  return g_utf8_substring (text, start, start + length);
}

static void
test_places (void)
{
  const char *text = "Käthe, seit März 2015 – Mai 2016 (Köln)";
  g_autoptr (GArray) ranges = muster_date_ranges_find (text);
  const MusterDateRange *range = &g_array_index (ranges, MusterDateRange, 0);
  g_autofree char       *all = cut (text, range->start, range->length);
  g_autofree char       *from = cut (text, range->from_start, range->from_length);
  g_autofree char       *to = cut (text, range->to_start, range->to_length);

  g_assert_cmpuint (ranges->len, ==, 1);
  g_assert_cmpstr (all, ==, "seit März 2015 – Mai 2016");
  g_assert_cmpstr (from, ==, "März 2015");
  g_assert_cmpstr (to, ==, "Mai 2016");
}

static void
test_duration (void)
{
  static const char *durations[]
      = { "2 years 10 months", "(8 Monate)", "3 yrs, 2 mos", "1 an et 6 mois", "4个月" };
  static const char *others[] = { "2 years of Java", "May 2016", "Year 2", "10", "2016 年 3 月", "months" };

  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    g_assert_true (muster_text_is_duration (durations[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (muster_text_is_duration (others[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autofree char *clean = g_strdelimit (g_strdup (date_cases[i].text), "/ ", '.');
      g_autofree char *path = g_strconcat ("/resume/date/", clean, NULL);

      g_test_add_data_func (path, &date_cases[i], test_date);
    }
  g_test_add_func ("/resume/date/places", test_places);
  g_test_add_func ("/resume/date/duration", test_duration);

  return g_test_run ();
}
