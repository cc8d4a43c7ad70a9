/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate is met where it is named as a whole term and not as a plan. Driving licences have one name a
 * country and a class, so they are compared by class: "driving licence B", Führerschein Klasse B, permis B,
 * carné B, C1 驾照. */

#include "muster-criterion.h"

#include "muster-phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CLASS_REACH_TERMS 4

static const MusterPhrase licence_words[] = {
  { "driving licence", 0 },
  { "driving license", 0 },
  { "driver's license", 0 },
  { "driver's licence", 0 },
  { "drivers license", 0 },
  { "driver license", 0 },
  { "full clean licence", 0 },
  { "führerschein", 0 },
  { "fahrerlaubnis", 0 },
  { "fahrerlaubnisklasse", 0 },
  { "führerscheinklasse", 0 },
  { "permis de conduire", 0 },
  { "permis", 0 },
  { "permiso de conducir", 0 },
  { "carné de conducir", 0 },
  { "carnet de conducir", 0 },
  { "licencia de conducir", 0 },
  { "驾照", 0 },
  { "驾驶证", 0 },
  { "驾驶执照", 0 },
};

static const MusterPhrase plan_words[] = {
  { "in progress", 0 },    { "in preparation", 0 },  { "planned", 0 },
  { "expected", 0 },       { "pursuing", 0 },        { "preparing for", 0 },
  { "studying for", 0 },   { "working towards", 0 }, { "candidate", 0 },
  { "geplant", 0 },        { "in vorbereitung", 0 }, { "en cours", 0 },
  { "en preparación", 0 }, { "en curso", 0 },        { "备考", 0 },
  { "在读", 0 },
};

static const MusterPhrases *
get_licences (void)
{
  static MusterPhrases *phrases;

  if (g_once_init_enter (&phrases))
    g_once_init_leave (&phrases, muster_phrases_new (licence_words, G_N_ELEMENTS (licence_words)));

  return phrases;
}

static const MusterPhrases *
get_plans (void)
{
  static MusterPhrases *phrases;

  if (g_once_init_enter (&phrases))
    g_once_init_leave (&phrases, muster_phrases_new (plan_words, G_N_ELEMENTS (plan_words)));

  return phrases;
}

/* A class is one of AM, A to E with its digits: "B", "C1", "CE", "BE". The terms part letters and digits. */
static gboolean
is_class (const char *term)
{
  return term[0] != '\0' && strlen (term) <= 2 && strspn (term, "abcdem") == strlen (term);
}

/* The class that is named around a licence, folded ("ce"); NULL: none is said. */
static char *
find_class (const MusterTerms *terms, MusterTextSpan licence)
{
  guint left = CLASS_REACH_TERMS;

  for (guint i = 0; i < muster_terms_get_n (terms) && left > 0; i++)
    {
      MusterTextSpan span;
      const char    *term = muster_terms_get (terms, i, &span);

      if (span.start < licence.start + licence.length)
        continue;
      if (is_class (term))
        return g_strdup (term);
      left--;
    }
  /* Chinese and "Class B driving licence" name it in front. */
  for (guint i = 0; i < muster_terms_get_n (terms); i++)
    {
      MusterTextSpan span;
      const char    *term = muster_terms_get (terms, i, &span);

      if (span.start + span.length > licence.start)
        break;
      if (is_class (term) && licence.start - span.start <= 6 && strcmp (term, "a") != 0)
        return g_strdup (term);
    }

  return NULL;
}

static gboolean
check_licence (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding)
{
  g_autoptr (MusterTerms) asked = muster_terms_new (criterion->value);
  guint                   n_value = (guint) g_utf8_strlen (criterion->value, -1);
  g_autofree char        *asked_class = NULL;
  g_autoptr (GArray)      hits = NULL;
  MusterPhraseHit         hit;

  if (!muster_phrases_find (get_licences (), asked, 0, n_value, &hit))
    return FALSE;

  asked_class = find_class (asked, hit.span);
  hits = muster_phrases_find_all (get_licences (), dossier->terms);
  finding->missing = g_strdup (_ ("no driving licence is named"));
  for (guint i = 0; i < hits->len && finding->ratio < 1.0; i++)
    {
      MusterTextSpan          span = g_array_index (hits, MusterPhraseHit, i).span;
      MusterTextSpan          line = muster_dossier_sentence (dossier, span);
      g_autofree char        *text = muster_document_dup_text_range (dossier->document, line.start, line.length);
      g_autoptr (MusterTerms) terms = muster_terms_new (text);
      g_autofree char        *class = find_class (terms, (MusterTextSpan){ span.start - line.start, span.length });
      gboolean                is_same = asked_class == NULL || (class != NULL && class[0] == asked_class[0]);

      if (class != NULL && !is_same)
        continue;
      finding->ratio = is_same ? 1.0 : MUSTER_SHARE_HALF;
      g_free (finding->missing);
      finding->missing = is_same ? NULL : g_strdup (_ ("a driving licence is named without its class"));
      muster_dossier_quote_around (dossier, span, finding);
    }

  return TRUE;
}

static gboolean
is_plan (const MusterFinding *finding)
{
  g_autoptr (MusterTerms) terms = NULL;
  g_autofree char        *lower = NULL;
  MusterPhraseHit         hit;

  if (finding->quote == NULL)
    return FALSE;
  lower = g_utf8_strdown (finding->quote, -1);
  terms = muster_terms_new (lower);

  return muster_phrases_find (get_plans (), terms, 0, G_MAXUINT, &hit);
}

/* Five languages of it. */
#define CERTIFICATE_WORD "certifi\\w*|zertifi\\w*|certificaci\\w*|accredit\\w*|证书|认证"

/* "AWS certification" asks for more than the word AWS: the same or a like word beside it, or an entry among
 * the certificates. */
static gboolean
is_named_as_certificate (const MusterDossier *dossier,
                         const MusterWanted *wanted,
                         const MusterFinding *finding)
{
  GPtrArray *certificates = dossier->profile->certificates;

  if (finding->quote != NULL && g_regex_match_simple (CERTIFICATE_WORD, finding->quote, G_REGEX_CASELESS, 0))
    return TRUE;
  for (guint i = 0; i < certificates->len; i++)
    {
      const MusterCertificate *certificate = g_ptr_array_index (certificates, i);

      if (certificate->name != NULL && muster_wanted_is_in_text (wanted, certificate->name->text))
        return TRUE;
    }

  return FALSE;
}

static char *
strip_word (const char *value, gboolean *has_word)
{
  g_autoptr (GRegex) word = g_regex_new (
      "\\s*\\b(?:" CERTIFICATE_WORD ")\\s*(?:in\\s+|als\\s+|en\\s+|de\\s+)?", G_REGEX_CASELESS, 0, NULL);
  g_autofree char   *rest = g_regex_replace_literal (word, value, -1, 0, " ", 0, NULL);

  g_strstrip (rest);
  *has_word = *rest != '\0' && !g_str_equal (rest, value);

  return *has_word ? g_steal_pointer (&rest) : g_strdup (value);
}

void
muster_check_certificate (const MusterDossier   *dossier,
                          const MusterCriterion *criterion,
                          MusterFinding         *finding)
{
  g_autoptr (MusterWanted) wanted = muster_wanted_new (criterion->value);
  g_autofree char *rest = NULL;
  gboolean         has_word = FALSE;
  MusterMention    mention;
  MusterTextSpan   span;

  if (check_licence (dossier, criterion, finding))
    return;

  if (!muster_wanted_find (wanted, dossier, &mention, &span))
    {
      rest = strip_word (criterion->value, &has_word);
      muster_wanted_free (wanted);
      wanted = muster_wanted_new (rest);
    }
  if (muster_wanted_find (wanted, dossier, &mention, &span) && mention > MUSTER_MENTION_DENIED)
    finding->ratio = mention == MUSTER_MENTION_WEAK ? MUSTER_SHARE_HALF : 1.0;
  else if (muster_wanted_find_loose (wanted, dossier, &span))
    finding->ratio = MUSTER_SHARE_HALF;
  else
    {
      finding->missing = g_strdup_printf (_ ("“%s” is not named"), criterion->value);
      return;
    }

  muster_dossier_quote_around (dossier, span, finding);
  if (is_plan (finding) || (has_word && !is_named_as_certificate (dossier, wanted, finding)))
    finding->ratio = MUSTER_SHARE_HALF;
  if (finding->ratio < 1.0)
    finding->missing
        = g_strdup_printf (_ ("“%s” is named, but not as a certificate that is held"), criterion->value);
}
