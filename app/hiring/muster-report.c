/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything comes from the records that the table and the fit panel show, so paper and screen cannot differ. */

#include "muster-report.h"

#include "muster-criterion-text.h"
#include "muster-fit-text.h"
#include "muster-library-queries.h"
#include "muster-stage-text.h"

#include <glib/gi18n-lib.h>

#define ROWS_AT_ONCE 500

static const MusterSheetColumn criterion_columns[] = { { .62, FALSE }, { .2, FALSE }, { .18, TRUE } };
static const MusterSheetColumn people_columns[]
    = { { .06, TRUE }, { .3, FALSE }, { .08, TRUE }, { .13, FALSE }, { .13, FALSE }, { .14, FALSE }, { .16, FALSE } };

static char *
dup_day (GDateTime *time)
{
  /* Translators: a date as in "3 Nov 2026". */
  char *day = time != NULL ? g_date_time_format (time, _ ("%-e %b %Y")) : NULL;

  return day != NULL ? day : g_strdup ("–");
}

static void
set_foot (MusterSheets *sheets)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = dup_day (now);
  g_autofree char *foot = g_strconcat ("Muster · ", today, NULL);

  muster_sheets_set_foot (sheets, foot);
}

static MusterOpeningRecord *
find_opening (MusterLibrary *library, gint64 opening_id, GPtrArray **openings, GError **error)
{
  *openings = muster_library_list_openings (library, error);
  for (guint i = 0; *openings != NULL && i < (*openings)->len; i++)
    {
      MusterOpeningRecord *record = g_ptr_array_index (*openings, i);

      if (record->id == opening_id)
        return record;
    }
  if (*openings != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This opening is no longer there."));

  return NULL;
}

static char *
dup_fixed (const MusterOpeningRecord *opening)
{
  g_autoptr (GDateTime) fixed_at = g_date_time_new_from_unix_local (opening->fixed_at);
  g_autofree char *day = dup_day (fixed_at);

  /* Translators: "criteria fixed on 3 Nov 2026 · version 2". */
  return g_strdup_printf (_ ("criteria fixed on %s · version %u"), day, opening->version);
}

static void
add_criteria (MusterSheets *sheets, MusterOpening *opening)
{
  if (muster_opening_get_n_criteria (opening) > 0)
    muster_sheets_add (sheets, MUSTER_SHEET_HEADING, _ ("Criteria"));
  for (guint i = 0; i < muster_opening_get_n_criteria (opening); i++)
    {
      const MusterCriterion *criterion = muster_opening_get_criterion (opening, i);
      g_autofree char       *title = muster_criterion_dup_title (criterion);
      g_autofree char       *number = muster_fit_text_dup_points (criterion->points);
      g_autofree char       *points = g_strdup_printf (_ ("%s points"), number);
      const char            *cells[] = { title, criterion->is_must ? _ ("Must") : "", points };

      muster_sheets_add_cells (sheets, MUSTER_SHEET_ROW, criterion_columns, G_N_ELEMENTS (cells), cells);
    }
}

static void
add_people_header (MusterSheets *sheets)
{
  const char *cells[]
      = { "#", _ ("Candidate"), _ ("Fit"), _ ("Band"), _ ("Must-haves"), _ ("Experience"), _ ("Stage") };

  muster_sheets_add_cells (sheets, MUSTER_SHEET_HEADER, people_columns, G_N_ELEMENTS (cells), cells);
}

static void
add_row (MusterSheets *sheets, const MusterCandidateRecord *person)
{
  guint            months = person->has_fit ? person->relevant_months : person->work_months;
  g_autofree char *rank = person->rank > 0 ? g_strdup_printf ("%u", person->rank) : g_strdup ("–");
  g_autofree char *fit = person->has_fit ? g_strdup_printf ("%.0f", person->fit) : g_strdup ("–");
  /* Translators: must-haves met: "3 of 4". */
  g_autofree char *musts = person->has_fit ? g_strdup_printf (_ ("%u of %u"), person->n_musts_met, person->n_musts)
                                           : g_strdup ("–");
  /* Translators: years of experience: "9.4 yr". */
  g_autofree char *experience = g_strdup_printf (_ ("%.1f yr"), months / 12.0);
  const char      *cells[] = { rank,
                               *person->name != '\0' ? person->name : _ ("Name not found"),
                               fit,
                               person->has_fit ? muster_band_text (muster_band_for_total (person->fit)) : "–",
                               musts,
                               experience,
                               muster_stage_text (person->stage) };

  muster_sheets_add_cells (sheets, MUSTER_SHEET_ROW, people_columns, G_N_ELEMENTS (cells), cells);
}

/* Ranked ones first, best first; those without a rank keep their order. */
static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const MusterCandidateRecord *first = *(MusterCandidateRecord *const *) a;
  const MusterCandidateRecord *second = *(MusterCandidateRecord *const *) b;
  guint                        left = first->rank > 0 ? first->rank : G_MAXUINT;
  guint                        right = second->rank > 0 ? second->rank : G_MAXUINT;

  return (left > right) - (left < right);
}

/* Somebody who was merged or erased meanwhile is left out; anything else is an error. */
static gboolean
collect_chosen (MusterLibrary *library, gint64 opening_id, const gint64 *ids, guint n_ids, GPtrArray *people,
                GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (GError) failure = NULL;
      MusterCandidateRecord *person = muster_library_get_applicant (library, ids[i], opening_id, &failure);

      if (person != NULL)
        g_ptr_array_add (people, person);
      else if (!muster_library_error_is_of_input (failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  g_ptr_array_sort (people, compare_ranks);

  return TRUE;
}

static gboolean
collect_shortlist (MusterLibrary *library, gint64 opening_id, GPtrArray *people, GError **error)
{
  MusterCandidateQuery query = { .opening_id = opening_id,
                                 .stage = MUSTER_STAGE_SHORTLIST,
                                 .sort = MUSTER_SORT_BY_FIT,
                                 .is_descending = TRUE };
  guint                n_read;

  do
    {
      g_autoptr (GPtrArray) rows
          = muster_library_list_candidates (library, &query, people->len, ROWS_AT_ONCE, error);

      if (rows == NULL)
        return FALSE;
      n_read = rows->len;
      g_ptr_array_extend_and_steal (people, g_steal_pointer (&rows));
    }
  while (n_read == ROWS_AT_ONCE);

  return TRUE;
}

static void
add_closing (MusterSheets *sheets, gboolean is_masked)
{
  muster_sheets_add (sheets, MUSTER_SHEET_NOTE, _ ("A score sorts, a person decides."));
  if (is_masked)
    muster_sheets_add (sheets, MUSTER_SHEET_TEXT, _ ("Names are masked: blind mode is on."));
}

static void
add_people (MusterSheets *sheets, GPtrArray *people)
{
  gboolean is_masked = FALSE;

  if (people->len > 0)
    {
      muster_sheets_add (sheets, MUSTER_SHEET_HEADING, _ ("People"));
      add_people_header (sheets);
    }
  for (guint i = 0; i < people->len; i++)
    {
      const MusterCandidateRecord *person = g_ptr_array_index (people, i);

      add_row (sheets, person);
      is_masked = is_masked || person->is_masked;
    }
  add_closing (sheets, is_masked);
}

MusterSheets *
muster_report_new_people (MusterLibrary *library, gint64 opening_id, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_candidate_record_free);
  g_autoptr (GPtrArray) openings = NULL;
  g_autoptr (MusterOpening) opening = NULL;
  MusterOpeningRecord *record = find_opening (library, opening_id, &openings, error);
  MusterSheets        *sheets;
  g_autofree char     *count = NULL;
  g_autofree char     *fixed = NULL;
  g_autofree char     *caption = NULL;

  if (record != NULL)
    opening = muster_library_load_opening (library, opening_id, error);
  if (opening == NULL)
    return NULL;
  if (n_ids > 0 ? !collect_chosen (library, opening_id, ids, n_ids, people, error)
                : !collect_shortlist (library, opening_id, people, error))
    return NULL;

  count = g_strdup_printf (n_ids > 0 ? ngettext ("%u chosen person", "%u chosen people", people->len)
                                     : ngettext ("Shortlist: %u person", "Shortlist: %u people", people->len),
                           people->len);
  fixed = dup_fixed (record);
  caption = g_strdup_printf ("%s · %s", count, fixed);
  sheets = muster_sheets_new (record->title);
  set_foot (sheets);
  muster_sheets_add (sheets, MUSTER_SHEET_TITLE, record->title);
  muster_sheets_add (sheets, MUSTER_SHEET_CAPTION, caption);
  add_criteria (sheets, opening);
  add_people (sheets, people);

  return sheets;
}

static void
add_fact (MusterSheets *sheets, const MusterCriterionFact *fact, guint n_pages)
{
  g_autofree char *title = fact->is_must ? g_strdup_printf ("%s · %s", fact->title, _ ("Must")) : g_strdup (fact->title);
  g_autofree char *earned = muster_fit_text_dup_points (fact->points);
  g_autofree char *most = muster_fit_text_dup_points (fact->max_points);
  /* Translators: points of a criterion: "20 of 25". */
  g_autofree char *points = g_strdup_printf (_ ("%s of %s"), earned, most);
  g_autofree char *quote = muster_fit_text_dup_quote (fact);
  g_autofree char *page = muster_fit_text_dup_page (fact);
  g_autofree char *words = *page != '\0' && *quote != '\0' ? g_strdup_printf ("%s  %s", quote, page) : g_strdup (quote);
  g_autofree char *missing = muster_fit_text_dup_missing (fact, n_pages);
  const char      *cells[] = { title, muster_fit_text_met (fact->met), points };

  muster_sheets_add_cells (sheets, MUSTER_SHEET_ROW, criterion_columns, G_N_ELEMENTS (cells), cells);
  muster_sheets_add (sheets, MUSTER_SHEET_QUOTE, words);
  if (missing != NULL)
    muster_sheets_add (sheets, MUSTER_SHEET_TEXT, missing);
}

static void
add_facts (MusterSheets *sheets, const MusterFitFacts *facts, guint rank, guint n_ranked)
{
  g_autofree char *place = muster_rank_dup_text (rank, n_ranked);
  /* Translators: total, band, place: "74 of 100 · Good fit · 4th of 35 ranked". */
  g_autofree char *total
      = g_strdup_printf (_ ("%.0f of 100 · %s · %s"), facts->total, muster_band_title (facts->band), place);
  g_autofree char *points = g_strdup_printf (_ ("%g of %g points"), facts->points, facts->max_points);
  g_autofree char *change = muster_fit_text_dup_change (facts);

  muster_sheets_add (sheets, MUSTER_SHEET_TOTAL, total);
  muster_sheets_add (sheets, MUSTER_SHEET_HEADING, _ ("Criteria"));
  muster_sheets_add (sheets, MUSTER_SHEET_TEXT, points);
  for (guint i = 0; i < facts->criteria->len; i++)
    add_fact (sheets, g_ptr_array_index (facts->criteria, i), facts->n_pages);
  if (facts->band == MUSTER_BAND_STRONG)
    return;
  muster_sheets_add (sheets, MUSTER_SHEET_HEADING, _ ("Smallest change"));
  muster_sheets_add (sheets, MUSTER_SHEET_TEXT, change);
}

MusterSheets *
muster_report_new_person (MusterLibrary *library, gint64 candidate_id, gint64 opening_id, GError **error)
{
  g_autoptr (GPtrArray) openings = NULL;
  MusterOpeningRecord *opening = find_opening (library, opening_id, &openings, error);
  g_autoptr (MusterCandidateRecord) person = NULL;
  g_autoptr (MusterFitFacts) facts = NULL;
  MusterSheets    *sheets;
  const char      *name;
  g_autofree char *fixed = NULL;
  g_autofree char *caption = NULL;

  if (opening != NULL)
    person = muster_library_get_applicant (library, candidate_id, opening_id, error);
  if (person == NULL)
    return NULL;
  if (person->has_fit)
    facts = muster_fit_facts_load (library, candidate_id, opening_id, error);
  if (person->has_fit && facts == NULL)
    return NULL;

  name = *person->name != '\0' ? person->name : _ ("Name not found");
  fixed = dup_fixed (opening);
  caption = g_strdup_printf ("%s · %s · %s", opening->title, muster_stage_text (person->stage), fixed);
  sheets = muster_sheets_new (name);
  set_foot (sheets);
  muster_sheets_add (sheets, MUSTER_SHEET_TITLE, name);
  muster_sheets_add (sheets, MUSTER_SHEET_CAPTION, caption);
  if (facts != NULL)
    add_facts (sheets, facts, person->rank, opening->n_ranked);
  else
    muster_sheets_add (sheets, MUSTER_SHEET_TOTAL, _ ("Not ranked"));
  add_closing (sheets, person->is_masked);

  return sheets;
}
