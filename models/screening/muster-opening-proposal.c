/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an advertisement to proposed criteria. The text is cut into clauses; a clause, or the heading it
 * stands under, says whether a thing is needed or welcome; each kind of criterion looks for its own words.
 * Points are spread to 100 by kind and need. A person confirms or changes all of it. */

#include "muster-proposal.h"

#include "muster-fold.h"
#include "muster-protected.h"

#include <math.h>
#include <string.h>

#define MAX_PROPOSED 20
#define TOTAL_POINTS 100
#define NICE_SHARE 0.5

static const double kind_weights[] = {
  [MUSTER_CRITERION_SKILL] = 10.0,       [MUSTER_CRITERION_EXPERIENCE] = 30.0,
  [MUSTER_CRITERION_EDUCATION] = 20.0,   [MUSTER_CRITERION_LANGUAGE] = 15.0,
  [MUSTER_CRITERION_CERTIFICATE] = 15.0, [MUSTER_CRITERION_LOCATION] = 10.0,
};

static const char *nice_words
    = "\\b(?:preferred|preferably|nice[- ]to[- ]have|a plus|is an "
      "asset|desirable|desired|ideally|bonus|advantage"
      "|advantageous|welcome|optional)\\b"
      "|\\b(?:wünschenswert|von Vorteil|idealerweise|gern gesehen|bevorzugt|erwünscht)\\b"
      "|\\b(?:un plus|souhaitée?s?|appréciée?s?|un atout|idéalement)\\b"
      "|\\b(?:deseable|se valorará|valorable|preferible|idealmente)\\b"
      "|优先|加分|者佳";

static const char *need_words
    = "\\b(?:requirements?|required|must[- ]haves?|minimum qualifications?|basic qualifications?|your profile"
      "|what you bring|you have)\\b"
      "|\\b(?:anforderungen|ihr profil|dein profil|voraussetzungen|das bringen sie mit|das bringst du mit)\\b"
      "|\\b(?:profil recherché|votre profil|exigences|prérequis)\\b"
      "|\\b(?:requisitos|perfil requerido|imprescindible)\\b"
      "|任职要求|岗位要求|职位要求";

/* What the firm offers, what it is: nothing is asked for there. */
static const char *offer_words
    = "^\\W*(?:we offer|our offer|what we offer|benefits|about us|who we are|why (?:us|join)|perks"
      "|wir bieten|unser angebot|über uns|das bieten wir|nous offrons|nous proposons|à propos|avantages"
      "|ofrecemos|qué ofrecemos|sobre nosotros|beneficios|我们提供|福利待遇|公司简介|关于我们)\\b";

static gboolean
matches (const char *pattern, const char *text)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

gboolean
muster_proposal_is_nice (const char *text)
{
  return matches (nice_words, text);
}

static char *
make_id (MusterOpening *self, MusterCriterionKind kind, const char *value)
{
  g_autoptr (GString) id = g_string_new (muster_criterion_kind_name (kind));
  g_autofree char *folded = muster_fold (value);
  gboolean         has_dash = FALSE;

  for (const char *c = folded; *c != '\0' && id->len < 40; c++)
    {
      if (g_ascii_isalnum (*c))
        {
          if (!has_dash)
            g_string_append_c (id, '-');
          has_dash = TRUE;
          g_string_append_c (id, *c);
        }
      else
        has_dash = FALSE;
    }
  for (guint i = 0; i < self->criteria->len; i++)
    if (g_str_equal (muster_opening_get_criterion (self, i)->id, id->str))
      {
        g_string_append_printf (id, "-%u", self->criteria->len + 1);
        break;
      }

  return g_string_free (g_steal_pointer (&id), FALSE);
}

/* One degree and one place are asked for; of the rest each value once. */
static MusterCriterion *
find_same (MusterOpening *self, MusterCriterionKind kind, const char *value)
{
  g_autofree char *folded = muster_fold_squeezed (value);

  for (guint i = 0; i < self->criteria->len; i++)
    {
      MusterCriterion *criterion = g_ptr_array_index (self->criteria, i);
      g_autofree char *other = muster_fold_squeezed (criterion->value);

      if (criterion->kind != kind)
        continue;
      if (kind == MUSTER_CRITERION_EDUCATION || kind == MUSTER_CRITERION_LOCATION
          || strcmp (folded, other) == 0)
        return criterion;
    }

  return NULL;
}

void
muster_clause_add (const MusterClause *clause,
                   MusterCriterionKind kind,
                   const char         *value,
                   const char         *minimum)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (value));
  MusterCriterion *criterion = find_same (clause->opening, kind, trimmed);

  if (criterion != NULL)
    {
      criterion->is_must |= !clause->is_nice;
      return;
    }
  if (clause->opening->criteria->len >= MAX_PROPOSED
      || (muster_protected_find (trimmed) != NULL && kind != MUSTER_CRITERION_LOCATION))
    return;

  criterion = muster_criterion_new (kind, trimmed, minimum);
  criterion->is_must = !clause->is_nice;
  criterion->id = make_id (clause->opening, kind, trimmed);
  g_ptr_array_add (clause->opening->criteria, criterion);
}

/* Words of praise and articles in front of what is asked for. */
static const char *praise_words
    = "^(?:(?:an?|the|of|in|with|within|their|relevant|related|professional|proven|practical|previous|prior|"
      "strong|solid|extensive"
      "|hands[- ]on|good|sound|excellent|work|working|commercial|demonstrated|full[- ]time"
      "|relevante[rn]?|einschlägige[rn]?|praktische[rn]?|fundierte[rn]?|gute[rn]?|der|die|das|dem|den"
      "|le|la|les|l['’]|un|une|el|los|las|al|相关|的)(?:\\s+|$))+";

/* What follows it. */
static const char *tail_words
    = "\\s+(?:or (?:an? |any "
      ")?(?:equivalent|related|similar|comparable|other)|within|preferably|ideally|required"
      "|preferred|desired|is|are|would|needed|necessary|including|such as|oder "
      "(?:vergleichbar|ähnlich|gleichwertig)|wünschenswert"
      "|erforderlich|sind|ist|wird|werden|notwendig|nötig|est|sont|requise?s?|son|ou équivalent|o "
      "similar|souhaitée?|exigée?|deseable|who|that|which|to|so|bringen|haben|sowie"
      "|mit)\\b.*$"
      "|\\s+(?:roles?|positions?|settings?|environments?|field|industry|departments?|degree|umfeld|bereich|"
      "and|or|with|in|of|for|und|oder|et|ou|y|o)$";

char *
muster_proposal_clean_value (const char *text)
{
  g_autoptr (GRegex) at_front = g_regex_new (praise_words, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GRegex) at_end = g_regex_new (tail_words, G_REGEX_CASELESS, 0, NULL);
  g_autofree char *padded = g_strstrip (g_strdup (text));
  g_autofree char *behind = g_regex_replace_literal (at_front, padded, -1, 0, "", 0, NULL);
  g_autofree char *value = g_regex_replace_literal (at_end, behind, -1, 0, "", 0, NULL);
  g_auto (GStrv) words = g_strsplit_set (value, " \t", -1);
  g_autoptr (GString) kept = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL && n < 6; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (n >= 3 && matches ("^(?:in|and|with|for|on|und|et|y|im|als|as|at)$", words[i]))
        break;
      g_string_append_printf (kept, "%s%s", n++ > 0 ? " " : "", words[i]);
    }

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* Whole points that make 100: every criterion gets its share rounded down, those that lost most get the rest,
 * the first of equals first. */
static void
spread_points (MusterOpening *self)
{
  guint              n = self->criteria->len;
  g_autofree double *shares = g_new0 (double, n + 1);
  double             sum = 0.0;
  int                left = TOTAL_POINTS;

  for (guint i = 0; i < n; i++)
    {
      const MusterCriterion *criterion = g_ptr_array_index (self->criteria, i);

      shares[i] = kind_weights[criterion->kind] * (criterion->is_must ? 1.0 : NICE_SHARE);
      sum += shares[i];
    }
  for (guint i = 0; i < n; i++)
    {
      MusterCriterion *criterion = g_ptr_array_index (self->criteria, i);

      shares[i] *= TOTAL_POINTS / sum;
      criterion->points = MAX (1.0, floor (shares[i]));
      shares[i] -= criterion->points;
      left -= (int) criterion->points;
    }
  while (left > 0)
    {
      guint most = 0;

      for (guint i = 1; i < n; i++)
        if (shares[i] > shares[most])
          most = i;
      ((MusterCriterion *) g_ptr_array_index (self->criteria, most))->points += 1.0;
      shares[most] -= 1.0;
      left--;
    }
}

static void
propose_from_clause (MusterOpening *self, const char *text, gboolean is_nice)
{
  g_autofree char *asked = muster_proposal_cut_denied (text);
  MusterClause     clause = { self, asked, is_nice || muster_proposal_is_nice (text), is_nice };

  muster_propose_experience (&clause);
  muster_propose_education (&clause);
  muster_propose_languages (&clause);
  muster_propose_certificates (&clause);
  muster_propose_location (&clause);
  muster_propose_skills (&clause);
  muster_propose_tools (&clause);
}

static void
propose_from_line (MusterOpening *self, const char *line, gboolean is_nice)
{
  g_autoptr (GRegex) ends = g_regex_new ("(?<=[^\\W\\d_]{3})[.!?](?:\\s+|$)|[;。；！？]\\s*", 0, 0, NULL);
  g_auto (GStrv) clauses = g_regex_split (ends, line, 0);

  for (guint i = 0; clauses[i] != NULL; i++)
    if (*g_strstrip (clauses[i]) != '\0')
      propose_from_clause (self, clauses[i], is_nice);
}

/* A heading is short and ends no sentence; it governs the lines up to the next one. */
static gboolean
is_heading (const char *line)
{
  return g_utf8_strlen (line, -1) <= 60 && !g_str_has_suffix (line, ".") && !g_str_has_suffix (line, "。")
         && strchr (line, ',') == NULL && !matches ("^\\s*[-*•–·\\d]", line);
}

/* A title of these words alone names no trade. */
static const char *bare_ranks = "^(?:(?:senior|junior|lead|head|chief|team|manager|intern|internship|"
                                "director|engineer|specialist|assistant|associate"
                                "|officer|executive|coordinator|consultant|leiter|leiterin|mitarbeiter|"
                                "mitarbeiterin|praktikant|stagiaire|jefe|经理)\\s*)+$";

/* "Service technician (m/f/d) – Leeds" */
static void
propose_from_title (MusterOpening *self)
{
  MusterClause clause = { self, self->title, TRUE, TRUE };
  g_auto (GStrv) parts = g_regex_split_simple (
      "\\s*[(（|,:/]|\\s+[-–—]\\s+|\\s+(?:in|at|bei|chez)\\s+", self->title, G_REGEX_CASELESS, 0);
  g_autofree char *value = g_strstrip (g_strdup (parts[0] != NULL ? parts[0] : ""));

  if (*value != '\0' && g_utf8_strlen (value, -1) <= 60 && !matches (bare_ranks, value))
    muster_clause_add (&clause, MUSTER_CRITERION_EXPERIENCE, value, NULL);
}

void
muster_opening_propose (MusterOpening *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean is_nice = FALSE, is_offer = FALSE;
  guint    n_asked;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        continue;
      if (is_heading (line)
          && (matches (offer_words, line) || matches (nice_words, line) || matches (need_words, line)))
        {
          is_offer = matches (offer_words, line);
          is_nice = matches (nice_words, line);
        }
      if (!is_offer)
        propose_from_line (self, line, is_nice);
    }

  n_asked = self->criteria->len;
  if (n_asked > 0)
    propose_from_title (self);
  if (n_asked > 0)
    spread_points (self);
}
