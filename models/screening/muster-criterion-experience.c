/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years of work in something: the months of the jobs whose title is of that kind; and of those whose text
 * names it, overlaps counted once. Fewer than asked earn points in proportion. A sum of years that the person
 * states ("12 years of experience in …") without dated jobs behind it earns half at most. */

#include "muster-criterion.h"

#include "muster-entry-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_header (const MusterWork *work)
{
  return g_strconcat (work->position != NULL ? work->position->text : "",
                      " · ",
                      work->name != NULL ? work->name->text : "",
                      NULL);
}

/* The employer's words may complete a title ("Assistant Manager, Olive Restaurant"), never stand for it. */
static gboolean
is_held_as (const MusterDossier *dossier, guint index, const MusterWanted *wanted)
{
  g_autofree char *header = dup_header (g_ptr_array_index (dossier->profile->work, index));

  return muster_wanted_is_empty (wanted) || muster_wanted_is_kin_of (wanted, header);
}

/* "Software Engineer" whose own text says embedded was an embedded developer. */
static gboolean
is_narrowed_by_text (const MusterDossier *dossier, guint index, const MusterWanted *wanted)
{
  const MusterWork *work = g_ptr_array_index (dossier->profile->work, index);
  g_autofree char  *text = NULL;

  if (work->position == NULL || dossier->works[index].length == 0)
    return FALSE;
  text = muster_document_dup_text_range (
      dossier->document, dossier->works[index].start, dossier->works[index].length);

  return muster_wanted_is_narrower (wanted, work->position->text, text);
}

/* A person who calls themselves so, in jobs of the wider trade: in part, as no job says it. */
static gboolean
is_narrowed_by_person (const MusterDossier *dossier, guint index, const MusterWanted *wanted)
{
  const MusterProfile *profile = dossier->profile;
  const MusterWork    *work = g_ptr_array_index (profile->work, index);
  g_autofree char     *text = g_strconcat (profile->label != NULL ? profile->label->text : "", " \n",
                                           profile->summary != NULL ? profile->summary->text : "", NULL);

  return work->position != NULL && muster_wanted_is_narrower (wanted, work->position->text, text);
}

static gboolean
is_named_in (const MusterDossier *dossier, guint index, const MusterWanted *wanted)
{
  return dossier->works[index].length > 0
         && muster_wanted_is_in_span (wanted, dossier, dossier->works[index]);
}

/* Whether the person counts it among the skills: then a job that names it was done with it. */
static gboolean
is_listed_skill (const MusterDossier *dossier, const MusterWanted *wanted)
{
  GPtrArray *skills = dossier->profile->skills;

  for (guint i = 0; i < skills->len; i++)
    {
      const MusterSkill *skill = g_ptr_array_index (skills, i);

      for (guint j = 0; j < skill->keywords->len; j++)
        if (muster_wanted_is_in_text (wanted, ((MusterValue *) g_ptr_array_index (skill->keywords, j))->text))
          return TRUE;
    }

  return FALSE;
}

static guint
months_of_jobs (const MusterDossier *dossier, const gboolean *is_relevant)
{
  GPtrArray         *works = dossier->profile->work;
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (MusterPeriod));

  for (guint i = 0; i < works->len; i++)
    if (is_relevant[i])
      g_array_append_val (periods, ((MusterWork *) g_ptr_array_index (works, i))->period);

  return muster_periods_union_months (
      (const MusterPeriod *) (gpointer) periods->data, periods->len, dossier->today);
}

guint
muster_relevant_months (const MusterDossier *dossier, const MusterWanted *wanted, gboolean *is_relevant)
{
  GPtrArray           *works = dossier->profile->work;
  g_autofree gboolean *is_held = g_new0 (gboolean, works->len + 1);
  g_autofree gboolean *is_named = g_new0 (gboolean, works->len + 1);
  guint                n_held, n_named;

  for (guint i = 0; i < works->len; i++)
    {
      is_held[i] = is_held_as (dossier, i, wanted) || is_narrowed_by_text (dossier, i, wanted);
      is_named[i] = is_held[i] || is_named_in (dossier, i, wanted) || is_narrowed_by_person (dossier, i, wanted);
      if (is_named[i] && is_relevant != NULL)
        is_relevant[i] = TRUE;
    }
  n_held = months_of_jobs (dossier, is_held);
  n_named = months_of_jobs (dossier, is_named);

  return is_listed_skill (dossier, wanted) ? n_named : n_held + (n_named - n_held) / 2;
}

static void
quote_job (const MusterDossier *dossier, const MusterWork *work, MusterFinding *finding)
{
  const MusterValue *values[] = { work->position, work->name, work->start, work->end };

  muster_entry_quote (dossier, values, G_N_ELEMENTS (values), finding);
}

static guint
months_of_job (const MusterDossier *dossier, guint index)
{
  const MusterWork *work = g_ptr_array_index (dossier->profile->work, index);

  return muster_periods_union_months (&work->period, 1, dossier->today);
}

static void
quote_longest_job (const MusterDossier *dossier, const gboolean *is_relevant, MusterFinding *finding)
{
  GPtrArray *works = dossier->profile->work;
  guint      longest = G_MAXUINT;

  for (guint i = 0; i < works->len; i++)
    if (is_relevant[i]
        && (longest == G_MAXUINT || months_of_job (dossier, i) > months_of_job (dossier, longest)))
      longest = i;
  if (longest != G_MAXUINT)
    quote_job (dossier, g_ptr_array_index (works, longest), finding);
}

/* "over 12 years of experience in logistics": the years, and the sentence if it speaks of what is wanted. */
static double
find_stated_years (const MusterDossier *dossier, const MusterWanted *wanted, MusterTextSpan *span)
{
  g_autoptr (GRegex) pattern
      = g_regex_new ("(\\d{1,2})\\s*\\+?\\s*-?\\s*(?:years?|yrs?|jahren?|jähriger?|ans|años|年)[^.\\n]{0,40}?"
                     "(?:experience|experienced|erfahrung|berufserfahrung|expérience|experiencia|经验)",
                     G_REGEX_CASELESS,
                     0,
                     NULL);
  const char            *text = muster_document_get_text (dossier->document);
  g_autoptr (GMatchInfo) match = NULL;
  double                 most = 0.0;

  g_regex_match (pattern, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      MusterTextSpan   here, sentence;
      int              start, end;
      double           years = g_ascii_strtod (number, NULL);

      g_match_info_fetch_pos (match, 0, &start, &end);
      here.start = (guint) g_utf8_pointer_to_offset (text, text + start);
      here.length = (guint) g_utf8_pointer_to_offset (text + start, text + end);
      sentence = muster_dossier_sentence (dossier, here);
      if (years <= most
          || !(muster_wanted_is_empty (wanted) || muster_wanted_is_in_span (wanted, dossier, sentence)))
        continue;
      most = years;
      *span = here;
    }

  return most;
}

static void
use_stated_years (const MusterDossier *dossier,
                  const MusterWanted *wanted,
                  double               asked_months,
                  MusterFinding       *finding)
{
  MusterTextSpan span;
  double years = find_stated_years (dossier, wanted, &span);
  double share = asked_months > 0.0 ? MIN (12.0 * years / asked_months, 1.0) : 1.0;

  if (years <= 0.0 || MUSTER_SHARE_HALF * share <= finding->ratio)
    return;

  finding->ratio = MUSTER_SHARE_HALF * share;
  g_free (finding->missing);
  finding->missing = g_strdup_printf (_ ("%.0f years are stated; the dated jobs do not show them"), years);
  muster_dossier_quote_around (dossier, span, finding);
}

static char *
describe_gap (const MusterCriterion *criterion, guint months, double asked_months)
{
  gboolean has_value = *criterion->value != '\0';

  if (months == 0 && has_value)
    return g_strdup_printf (_ ("no dated job in “%s” was found"), criterion->value);
  if (months == 0)
    return g_strdup (_ ("no dated job of work was found"));
  if (has_value)
    return g_strdup_printf (_ ("%.1f of %.4g years in “%s”"), months / 12.0, asked_months / 12.0, criterion->value);

  return g_strdup_printf (_ ("%.1f of %.4g years of work"), months / 12.0, asked_months / 12.0);
}

void
muster_check_experience (const MusterDossier   *dossier,
                         const MusterCriterion *criterion,
                         MusterFinding         *finding)
{
  g_autoptr (MusterWanted) wanted = muster_wanted_new (criterion->value);
  g_autofree gboolean *is_relevant = g_new0 (gboolean, dossier->profile->work->len + 1);
  guint                months = muster_relevant_months (dossier, wanted, is_relevant);
  double               asked = criterion->minimum != NULL ? 12.0 * g_ascii_strtod (criterion->minimum, NULL) : 0.0;

  if (months > 0)
    {
      finding->ratio = asked > 0.0 ? MIN (months / asked, 1.0) : 1.0;
      quote_longest_job (dossier, is_relevant, finding);
    }
  if (finding->ratio >= 1.0)
    return;

  finding->missing = describe_gap (criterion, months, asked);
  use_stated_years (dossier, wanted, asked, finding);
}
