/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A language at a level. The profile's list comes first, then a sentence that names language and level. Below
 * the level or without one: half; named nowhere, but the paper itself is written in it: half, and it says so.
 */

#include "muster-criterion.h"

#include "muster-fold.h"
#include "muster-language-level.h"
#include "muster-phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Terms between a language and its level: "English (spoken and written): C1". */
#define LEVEL_REACH_TERMS 4
#define LEAST_OWN_CHARACTERS 12

/* Lists name the level behind the language; only prose ("fluent in French") names it in front. In characters.
 */
#define IN_FRONT_PENALTY 4

typedef struct
{
  const char *name;
  const char *code; /* NULL: a language that no list has */
  MusterLanguageLevel level;
} Asked;

typedef struct
{
  gboolean            is_named;
  MusterLanguageLevel level;
  MusterTextSpan      span;
} Spoken;

static void
note (Spoken *best, MusterLanguageLevel level, MusterTextSpan span)
{
  if (best->is_named && level <= best->level)
    return;

  *best = (Spoken){ TRUE, level, span };
}

static MusterTextSpan
join (MusterTextSpan a, MusterTextSpan b)
{
  guint start = MIN (a.start, b.start);
  guint end = MAX (a.start + a.length, b.start + b.length);

  return end - start <= 120 ? (MusterTextSpan){ start, end - start } : a;
}

static gboolean
is_same_language (const Asked *asked, const char *name)
{
  const char *code = muster_language_code (name);

  if (asked->code != NULL)
    return code != NULL && strcmp (code, asked->code) == 0;

  return muster_text_similarity (asked->name, name) > 0.9;
}

static void
look_in_profile (const MusterDossier *dossier, const Asked *asked, Spoken *best)
{
  GPtrArray *languages = dossier->profile->languages;

  for (guint i = 0; i < languages->len; i++)
    {
      const MusterLanguage *entry = g_ptr_array_index (languages, i);
      MusterTextSpan        span, fluency;
      MusterLanguageLevel   level = MUSTER_LEVEL_UNSTATED;

      if (entry->language == NULL || !muster_value_span (entry->language, &span)
          || !is_same_language (asked, entry->language->text))
        continue;
      if (entry->fluency != NULL)
        level = muster_language_level_from_text (entry->fluency->text);
      if (muster_value_span (entry->fluency, &fluency))
        span = join (span, fluency);
      note (best, level, span);
    }
}

/* The level that belongs to the language at @from: the nearest one in the sentence, none behind another
 * language first. */
static MusterLanguageLevel
level_near (const MusterDossier *dossier, MusterTextSpan language, MusterTextSpan *span)
{
  MusterTextSpan          sentence = muster_dossier_sentence (dossier, language);
  g_autofree char        *text = muster_document_dup_text_range (dossier->document, sentence.start, sentence.length);
  g_autoptr (MusterTerms) terms = muster_terms_new (text);
  g_autoptr (GArray)      hits = muster_language_level_find_all (terms);
  guint                   nearest = G_MAXUINT;
  MusterLanguageLevel     level = MUSTER_LEVEL_UNSTATED;

  for (guint i = 0; i < hits->len; i++)
    {
      const MusterPhraseHit *hit = &g_array_index (hits, MusterPhraseHit, i);
      guint                  start = sentence.start + hit->span.start;
      guint                  end = start + hit->span.length;
      gboolean               is_behind = start >= language.start + language.length;
      guint                  distance = is_behind ? start - language.start - language.length
                                                  : language.start - MIN (language.start, end) + IN_FRONT_PENALTY;

      if (distance > 8 * LEVEL_REACH_TERMS || distance >= nearest)
        continue;
      nearest = distance;
      level = (MusterLanguageLevel) hit->value;
      *span = join (language, (MusterTextSpan){ start, hit->span.length });
    }

  return level;
}

static void
look_in_text (const MusterDossier *dossier, const Asked *asked, Spoken *best)
{
  guint n_taken;

  if (asked->code == NULL)
    return;

  for (guint i = 0; i < muster_terms_get_n (dossier->terms); i++)
    {
      const char         *code = muster_language_at (dossier->terms, i, &n_taken);
      MusterTextSpan      span;
      MusterLanguageLevel level;

      if (code == NULL || strcmp (code, asked->code) != 0)
        continue;
      muster_terms_get (dossier->terms, i, &span);
      if (muster_dossier_mention (dossier, span) == MUSTER_MENTION_DENIED)
        continue;
      level = level_near (dossier, span, &span);
      if (level != MUSTER_LEVEL_UNSTATED)
        note (best, level, span);
    }
}

/* The line with most words shows best in which language the paper is written. */
static gboolean
quote_own_language (const MusterDossier *dossier, const Asked *asked, MusterFinding *finding)
{
  const char              *language = muster_document_get_language (dossier->document);
  const MusterDossierLine *longest = NULL;

  if (asked->code == NULL || language == NULL || !g_str_has_prefix (language, asked->code))
    return FALSE;

  for (guint i = 0; i < dossier->lines->len; i++)
    {
      const MusterDossierLine *line = &g_array_index (dossier->lines, MusterDossierLine, i);

      if (!line->is_top && (longest == NULL || line->end - line->start > longest->end - longest->start))
        longest = line;
    }
  if (longest == NULL || longest->end - longest->start < LEAST_OWN_CHARACTERS)
    return FALSE;
  muster_dossier_quote_around (
      dossier, (MusterTextSpan){ longest->start, longest->end - longest->start }, finding);

  return TRUE;
}

static char *
describe_gap (const Asked *asked, const Spoken *best)
{
  const char *wanted = muster_language_level_title (asked->level);

  if (best->level == MUSTER_LEVEL_UNSTATED)
    return g_strdup_printf (_ ("the level is not stated; %s is asked for"), wanted);

  return g_strdup_printf (_ ("%s is stated; %s is asked for"), muster_language_level_title (best->level), wanted);
}

static void
check_one (const MusterDossier *dossier, const Asked *asked, MusterFinding *finding)
{
  Spoken best = { FALSE, MUSTER_LEVEL_UNSTATED, { 0, 0 } };

  look_in_profile (dossier, asked, &best);
  if (best.level == MUSTER_LEVEL_UNSTATED)
    look_in_text (dossier, asked, &best);

  if (best.is_named)
    {
      finding->ratio = best.level >= asked->level ? 1.0 : MUSTER_SHARE_HALF;
      finding->missing = best.level < asked->level ? describe_gap (asked, &best) : NULL;
      muster_dossier_quote_around (dossier, best.span, finding);
    }
  else if (quote_own_language (dossier, asked, finding))
    {
      finding->ratio = MUSTER_SHARE_HALF;
      finding->missing = g_strdup (_ ("the language is not listed, but the paper is written in it"));
    }
  else
    finding->missing = g_strdup_printf (_ ("“%s” is not named"), asked->name);
}

/* "French or Spanish": the better of the two. */
void
muster_check_language (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding)
{
  g_auto (GStrv)      names = g_regex_split_simple (
      "\\s+(?:or|oder|ou|o)\\s+|\\s*[/,或]\\s*", criterion->value, G_REGEX_CASELESS, 0);
  MusterLanguageLevel level = MUSTER_LEVEL_UNSTATED;

  if (criterion->minimum != NULL)
    level = muster_language_level_from_text (criterion->minimum);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const Asked   asked = { names[i], muster_language_code (names[i]), level };
      MusterFinding one = { 0 };

      check_one (dossier, &asked, &one);
      if (i == 0 || one.ratio > finding->ratio)
        {
          muster_finding_clear (finding);
          *finding = one;
        }
      else
        muster_finding_clear (&one);
    }
}
