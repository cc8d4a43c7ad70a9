/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A degree on the ladder of muster-degree-level.h and a subject. Level and subject: met; the level alone: a
 * little; one step below in the right subject, or studies that go on: half. */

#include "muster-criterion.h"

#include "muster-degree-level.h"
#include "muster-entry-quote.h"
#include "muster-phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Levels that an entry shows, best first. */
typedef enum
{
  SHOWS_NOTHING,
  SHOWS_LEVEL, /* of another subject */
  SHOWS_PART,
  SHOWS_ALL,
} Shown;

typedef struct
{
  MusterDegreeLevel level;
  MusterWanted     *area;
  gboolean          has_area;
} Asked;

static void
asked_init (Asked *asked, const MusterCriterion *criterion)
{
  g_autofree char *area = muster_degree_level_strip (criterion->value);

  asked->level
      = muster_degree_level_from_text (criterion->minimum != NULL ? criterion->minimum : criterion->value);
  asked->area = muster_wanted_new (area);
  asked->has_area = !muster_wanted_is_empty (asked->area);
}

static char *
dup_entry_text (const MusterEducation *entry)
{
  return g_strconcat (entry->study_type != NULL ? entry->study_type->text : "",
                      " · ",
                      entry->area != NULL ? entry->area->text : "",
                      NULL);
}

/* A school says little about the level, but a Realschule or a high school does. */
static MusterDegreeLevel
level_of (const MusterEducation *entry)
{
  g_autofree char  *text = dup_entry_text (entry);
  MusterDegreeLevel level = muster_degree_level_from_text (text);

  if (level == MUSTER_DEGREE_NONE && entry->institution != NULL)
    level = MIN (muster_degree_level_from_text (entry->institution->text), MUSTER_DEGREE_VOCATIONAL);

  return level;
}

static gboolean
is_going_on (const MusterDossier *dossier, const MusterEducation *entry)
{
  return entry->period.is_open
         || (entry->period.end != MUSTER_MONTH_NONE && entry->period.end_has_month
             && entry->period.end > dossier->today)
         || (entry->period.end != MUSTER_MONTH_NONE && entry->period.end / 12 > dossier->today / 12);
}

static Shown
judge_entry (const MusterDossier   *dossier,
             const Asked           *asked,
             const MusterEducation *entry,
             const char           **missing)
{
  g_autofree char  *text = dup_entry_text (entry);
  MusterDegreeLevel level = level_of (entry);
  gboolean          has_level = level != MUSTER_DEGREE_NONE && level >= asked->level;
  gboolean          has_area = !asked->has_area || muster_wanted_is_kin_of (asked->area, text);

  if (asked->level == MUSTER_DEGREE_NONE)
    has_level = TRUE;
  if (has_level && has_area)
    {
      *missing = _ ("the studies are not finished");
      return is_going_on (dossier, entry) ? SHOWS_PART : SHOWS_ALL;
    }
  if (has_level)
    {
      *missing = _ ("the subject is another one");
      return asked->level == MUSTER_DEGREE_NONE ? SHOWS_NOTHING : SHOWS_LEVEL;
    }
  if (has_area && level == MUSTER_DEGREE_NONE)
    {
      *missing = _ ("the degree is not named");
      return entry->area != NULL || entry->study_type != NULL ? SHOWS_PART : SHOWS_NOTHING;
    }
  if (has_area && level + 1 == asked->level)
    {
      *missing = _ ("the degree is one step lower");
      return SHOWS_PART;
    }

  return SHOWS_NOTHING;
}

static void
quote_entry (const MusterDossier *dossier, const MusterEducation *entry, MusterFinding *finding)
{
  const MusterValue *values[] = { entry->study_type, entry->area, entry->institution, entry->end };

  muster_entry_quote (dossier, values, G_N_ELEMENTS (values), finding);
}

/* Degrees in running text ("holds a Master of Science in …") count where the profile has no entry for them;
 * short forms could be anything there. */
static gboolean
find_in_text (const MusterDossier *dossier, const Asked *asked, MusterTextSpan *place)
{
  g_autoptr (GArray) hits = muster_degree_level_find_all (dossier->terms);

  for (guint i = 0; i < hits->len; i++)
    {
      const MusterPhraseHit   *hit = &g_array_index (hits, MusterPhraseHit, i);
      MusterTextSpan           sentence = muster_dossier_sentence (dossier, hit->span);
      const MusterDossierLine *line = muster_dossier_line_at (dossier, hit->span.start);
      gboolean is_plain_word = hit->value == MUSTER_DEGREE_MASTER || hit->value == MUSTER_DEGREE_VOCATIONAL
                               || hit->value == MUSTER_DEGREE_ASSOCIATE;

      if (hit->span.length < 7 && !g_unichar_isalpha (dossier->text[hit->span.start]))
        continue;
      if (is_plain_word && hit->span.length < 9)
        continue;
      if (hit->span.length < 6 || (line != NULL && line->is_aside)
          || (MusterDegreeLevel) hit->value < asked->level)
        continue;
      if (asked->has_area && !muster_wanted_is_in_span (asked->area, dossier, sentence))
        continue;
      *place = hit->span;
      return TRUE;
    }

  return FALSE;
}

static char *
describe_asked (const MusterCriterion *criterion, const Asked *asked)
{
  if (asked->level == MUSTER_DEGREE_NONE)
    return g_strdup_printf (_ ("no studies of “%s” were found"), criterion->value);
  if (!asked->has_area)
    return g_strdup_printf (_ ("no degree of the level %s was found"),
                            muster_degree_level_title (asked->level));

  return g_strdup_printf (_ ("no degree of the level %s in “%s” was found"),
                          muster_degree_level_title (asked->level),
                          criterion->value);
}

void
muster_check_education (const MusterDossier   *dossier,
                        const MusterCriterion *criterion,
                        MusterFinding         *finding)
{
  static const double shares[] = { 0.0, MUSTER_SHARE_OTHER_SUBJECT, MUSTER_SHARE_HALF, 1.0 };
  GPtrArray          *entries = dossier->profile->education;
  Asked               asked;
  Shown               best = SHOWS_NOTHING;
  MusterTextSpan      place;

  asked_init (&asked, criterion);
  for (guint i = 0; i < entries->len && best < SHOWS_ALL; i++)
    {
      const MusterEducation *entry = g_ptr_array_index (entries, i);
      const char            *missing = "";
      Shown                  shown = judge_entry (dossier, &asked, entry, &missing);

      if (shown <= best)
        continue;
      best = shown;
      g_free (finding->missing);
      finding->missing = g_strdup (missing);
      quote_entry (dossier, entry, finding);
    }

  if (best < SHOWS_ALL && asked.level != MUSTER_DEGREE_NONE && find_in_text (dossier, &asked, &place))
    {
      best = SHOWS_ALL;
      muster_dossier_quote_around (dossier, place, finding);
    }
  finding->ratio = shares[best];
  if (best == SHOWS_ALL || best == SHOWS_NOTHING)
    g_clear_pointer (&finding->missing, g_free);
  if (best == SHOWS_NOTHING)
    finding->missing = describe_asked (criterion, &asked);
  muster_wanted_free (asked.area);
}
