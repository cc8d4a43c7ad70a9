/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alternatives are parted by "or" in five languages, a bar, a slash between blanks, or stand in brackets
 * behind the first. A slash without blanks belongs to the name (CI/CD, TCP/IP). */

#include "muster-wanted.h"

#include "muster-fold.h"
#include "muster-kin.h"
#include "muster-lexicon.h"
#include "muster-listed.h"

#include <string.h>

#define MAX_ALTERNATIVES 12

/* A title of three words or more may miss one: "field service technician" is met by "Service Technician". */
#define LEAST_KIN_SHARE 0.66

struct _MusterWanted
{
  GPtrArray *alternatives; /* MusterTerms */
  GPtrArray *words;        /* char*: the same as written */
};

static void
add_alternative (MusterWanted *self, const char *text)
{
  MusterTerms *terms;

  if (self->alternatives->len >= MAX_ALTERNATIVES)
    return;
  terms = muster_terms_new (text);
  if (muster_terms_get_n (terms) == 0)
    muster_terms_free (terms);
  else
    {
      g_ptr_array_add (self->alternatives, terms);
      g_ptr_array_add (self->words, g_strstrip (g_strdup (text)));
    }
}

MusterWanted *
muster_wanted_new (const char *value)
{
  MusterWanted *self = g_new0 (MusterWanted, 1);
  g_autoptr (GRegex) between = g_regex_new (
      "\\s+(?:or|oder|ou|bzw\\.?|o|u)\\s+|\\s*\\|\\s*|\\s+/\\s+|\\s*[()（）]\\s*|\\s*(?:或者|或)\\s*",
      G_REGEX_CASELESS,
      0,
      NULL);
  g_auto (GStrv) parts = g_regex_split (between, value, 0);

  self->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_terms_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; parts[i] != NULL; i++)
    add_alternative (self, parts[i]);

  return self;
}

void
muster_wanted_free (MusterWanted *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->alternatives);
  g_ptr_array_unref (self->words);
  g_free (self);
}

gboolean
muster_wanted_is_empty (const MusterWanted *self)
{
  return self->alternatives->len == 0;
}

static gboolean
is_short_name (const MusterTerms *phrase)
{
  const char *term = muster_terms_get (phrase, 0, NULL);

  return muster_terms_get_n (phrase) == 1 && g_utf8_strlen (term, -1) <= 2
         && !muster_unichar_is_cjk (g_utf8_get_char (term));
}

static gboolean
stands_between (const char *words[], const char *word)
{
  return word != NULL && g_strv_contains (words, word);
}

/* The neighbour of term @at on its own line, NULL at the line's end or where a list sign parts them. */
static const char *
neighbour (const MusterDossier *dossier, guint at, int step, MusterTextSpan span)
{
  MusterTextSpan other;
  const char    *word;
  guint          from, to;

  if ((step < 0 && at == 0) || (step > 0 && at + 1 >= muster_terms_get_n (dossier->terms)))
    return NULL;
  word = muster_terms_get (dossier->terms, (guint) ((int) at + step), &other);
  from = step < 0 ? other.start + other.length : span.start + span.length;
  to = step < 0 ? span.start : other.start;
  for (guint i = from; i < to; i++)
    if (dossier->text[i] != ' ')
      return NULL;

  return word;
}

/* R, C and Go are letters and a verb before they are skills: they count in a list, behind "in" or "with", and
 * before "programming"; not as an initial ("John R. Smith") and not at the head of a sentence ("Go to
 * market"). */
static gboolean
is_used_as_name (const MusterDossier *dossier, guint at, MusterTextSpan span)
{
  static const char *before[]
      = { "in",   "with",    "using",     "and",  "or",    "language", "languages", "mit", "und",
          "oder", "avec",    "en",        "et",   "ou",    "con",      "y",         "e",   "like",
          "as",   "include", "including", "know", "learn", "learned", "learnt", "lernte", "gelernt", "appris",
          "aprendí", "wie", "von", "de", NULL };
  static const char *behind[] = { "and",         "or",
                                  "programming", "language",
                                  "languages",   "developer",
                                  "developers",  "programmer",
                                  "engineer",    "code",
                                  "scripting",   "scripts",
                                  "script",      "services",
                                  "studio",      "shiny",
                                  "und",         "oder",
                                  "et",          "ou",
                                  "y",           "o",
                                  "e",           "entwickler",
                                  "entwicklung", "programmierung",
                                  "for",         NULL };
  const char        *left = neighbour (dossier, at, -1, span);
  const char        *right = neighbour (dossier, at, 1, span);
  gunichar           next
      = span.start + span.length < dossier->n_characters ? dossier->text[span.start + span.length] : '\n';

  if (left != NULL && !stands_between (before, left))
    return stands_between (behind, right) && next != '.' && !g_str_equal (right, "for");
  if (right == NULL)
    return left != NULL || next != '.' || span.start == 0 || dossier->text[span.start - 1] != '\n';

  return left != NULL || stands_between (behind, right);
}

static gboolean
is_true_mention (const MusterDossier *dossier, const MusterTerms *phrase, guint at, MusterTextSpan span)
{
  if (muster_dossier_is_address (dossier, span) || muster_dossier_is_in_name (dossier, span))
    return FALSE;

  return !is_short_name (phrase) || is_used_as_name (dossier, at, span);
}

static void
keep_better (const MusterDossier *dossier,
             MusterTextSpan       here,
             gboolean            *found,
             MusterMention       *mention,
             MusterTextSpan      *span)
{
  MusterMention one = muster_dossier_mention (dossier, here);

  if (*found && one <= *mention)
    return;
  *mention = one;
  *span = here;
  *found = TRUE;
}

/* What is asked in capitals may be written in full, and the other way round, as the list of acronyms knows
 * them. Capitals count only where they are written so. */
static gboolean
find_other_form (const MusterWanted  *self,
                 const MusterDossier *dossier,
                 MusterMention       *mention,
                 MusterTextSpan      *span)
{
  const MusterLexicon *acronyms = muster_lexicon_get ("acronyms");
  gboolean             found = FALSE;

  for (guint i = 0; i < self->words->len && !found; i++)
    {
      const char *form = muster_lexicon_lookup (acronyms, g_ptr_array_index (self->words, i));
      gboolean    is_acronym = form != NULL && g_ascii_isupper (form[0]);
      g_autoptr (MusterTerms) phrase = form != NULL ? muster_terms_new (form) : NULL;
      MusterTextSpan here;
      guint          from = 0, at;

      while (phrase != NULL && muster_terms_find (dossier->terms, phrase, from, &at, &here))
        {
          from = at + 1;
          if ((!is_acronym || g_unichar_isupper (dossier->text[here.start + 1]))
              && !muster_dossier_is_address (dossier, here) && !muster_dossier_is_in_name (dossier, here))
            keep_better (dossier, here, &found, mention, span);
        }
    }

  return found;
}

gboolean
muster_wanted_find (const MusterWanted  *self,
                    const MusterDossier *dossier,
                    MusterMention       *mention,
                    MusterTextSpan      *span)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->alternatives->len; i++)
    {
      const MusterTerms *phrase = g_ptr_array_index (self->alternatives, i);
      MusterTextSpan     here;
      guint              from = 0, at;

      while (muster_terms_find (dossier->terms, phrase, from, &at, &here))
        {
          from = at + 1;
          if (is_true_mention (dossier, phrase, at, here))
            keep_better (dossier, here, &found, mention, span);
          if (found && *mention == MUSTER_MENTION_AT_WORK)
            return TRUE;
        }
    }

  return found || find_other_form (self, dossier, mention, span);
}

/** muster_wanted_is_doubtful: a short name stands there, but so that it may be a word or a letter. */
gboolean
muster_wanted_is_doubtful (const MusterWanted *self, const MusterDossier *dossier)
{
  for (guint i = 0; i < self->alternatives->len; i++)
    {
      const MusterTerms *phrase = g_ptr_array_index (self->alternatives, i);
      MusterTextSpan     here;
      guint              from = 0, at;

      while (is_short_name (phrase) && muster_terms_find (dossier->terms, phrase, from, &at, &here))
        {
          from = at + 1;
          if (!muster_dossier_is_address (dossier, here) && !muster_dossier_is_in_name (dossier, here))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_content_word (const char *word)
{
  static const char *fillers[]
      = { "of",        "in",      "and",        "the",        "for",    "with",  "a",         "an",
          "to",        "or",      "und",        "in",         "von",    "mit",   "fur",       "der",
          "die",       "das",     "im",         "de",         "du",     "des",   "la",        "le",
          "les",       "et",      "en",         "d",          "l",      "y",     "el",        "los",
          "las",       "con",     "del",        "experience", "skills", "skill", "knowledge", "work",
          "area",      "field",   "kenntnisse", "erfahrung",  "的",     "和",    "degree",    "diploma",
          "abschluss", "studium", "studies",    "diplome",    NULL };

  return !g_strv_contains (fillers, word);
}

/* Whether all content words of @phrase stand in the span of the dossier; at least two, or the phrase itself
 * would have been found. */
static gboolean
has_all_words (const MusterDossier *dossier, const MusterTerms *phrase, MusterTextSpan span)
{
  guint n = 0;

  for (guint i = 0; i < muster_terms_get_n (phrase); i++)
    {
      const char *word = muster_terms_get (phrase, i, NULL);
      g_autoptr (MusterTerms) one = NULL;
      MusterTextSpan here;
      gboolean       found = FALSE;
      guint          from = 0, at;

      if (!is_content_word (word))
        continue;
      n++;
      one = muster_terms_new (word);
      while (!found && muster_terms_find (dossier->terms, one, from, &at, &here))
        {
          found = here.start >= span.start && here.start + here.length <= span.start + span.length;
          from = at + 1;
        }
      if (!found)
        return FALSE;
    }

  return n >= 2;
}

/* The rarest guess is the longest word; where it stands, the rest is looked for in the same sentence. */
static const char *
longest_word (const MusterTerms *phrase)
{
  const char *longest = "";

  for (guint i = 0; i < muster_terms_get_n (phrase); i++)
    {
      const char *word = muster_terms_get (phrase, i, NULL);

      if (is_content_word (word) && strlen (word) > strlen (longest))
        longest = word;
    }

  return longest;
}

gboolean
muster_wanted_find_loose (const MusterWanted *self, const MusterDossier *dossier, MusterTextSpan *span)
{
  for (guint i = 0; i < self->alternatives->len; i++)
    {
      const MusterTerms *phrase = g_ptr_array_index (self->alternatives, i);
      g_autoptr (MusterTerms) key = NULL;
      MusterTextSpan here;
      guint          from = 0, at;

      if (muster_terms_get_n (phrase) < 2
          || muster_unichar_is_cjk (g_utf8_get_char (muster_terms_get (phrase, 0, NULL))))
        continue;
      key = muster_terms_new (longest_word (phrase));
      while (muster_terms_find (dossier->terms, key, from, &at, &here))
        {
          MusterTextSpan sentence = muster_dossier_sentence (dossier, here);

          from = at + 1;
          if (muster_dossier_mention (dossier, here) < MUSTER_MENTION_PLAIN
              || !has_all_words (dossier, phrase, sentence))
            continue;
          *span = here;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
muster_wanted_find_in_span (const MusterWanted  *self,
                            const MusterDossier *dossier,
                            MusterTextSpan       span,
                            MusterTextSpan      *place)
{
  for (guint i = 0; i < self->alternatives->len; i++)
    {
      const MusterTerms *phrase = g_ptr_array_index (self->alternatives, i);
      guint              from = 0, at;

      while (muster_terms_find (dossier->terms, phrase, from, &at, place))
        {
          from = at + 1;
          if (place->start >= span.start + span.length)
            break;
          if (place->start >= span.start && place->start + place->length <= span.start + span.length
              && is_true_mention (dossier, phrase, at, *place))
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
muster_wanted_is_in_span (const MusterWanted *self, const MusterDossier *dossier, MusterTextSpan span)
{
  MusterTextSpan place;

  return muster_wanted_find_in_span (self, dossier, span, &place);
}

static gboolean
has_kin (const MusterTerms *text, const char *word)
{
  for (guint i = 0; i < muster_terms_get_n (text); i++)
    if (muster_words_are_kin (muster_terms_get (text, i, NULL), word))
      return TRUE;

  return FALSE;
}

static gboolean
is_kin_phrase (const MusterTerms *phrase, const MusterTerms *text)
{
  guint n = 0, n_kin = 0;

  for (guint i = 0; i < muster_terms_get_n (phrase); i++)
    {
      const char *word = muster_terms_get (phrase, i, NULL);

      if (!is_content_word (word))
        continue;
      n++;
      n_kin += has_kin (text, word);
    }
  if (n == 0)
    return FALSE;

  return n < 3 ? n_kin == n : n_kin >= LEAST_KIN_SHARE * n;
}

gboolean
muster_wanted_is_in_text (const MusterWanted *self, const char *text)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (text);

  for (guint i = 0; i < self->alternatives->len; i++)
    if (muster_terms_find (terms, g_ptr_array_index (self->alternatives, i), 0, NULL, NULL))
      return TRUE;

  return FALSE;
}

gboolean
muster_wanted_is_kin_of (const MusterWanted *self, const char *text)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (text);

  for (guint i = 0; i < self->alternatives->len; i++)
    {
      const MusterTerms *phrase = g_ptr_array_index (self->alternatives, i);
      const char        *trade = muster_trade_of (phrase);

      if (muster_terms_find (terms, phrase, 0, NULL, NULL)
          || (trade != NULL && muster_trade_is_in (trade, terms)))
        return TRUE;
      if (!muster_unichar_is_cjk (g_utf8_get_char (muster_terms_get (phrase, 0, NULL)))
          && is_kin_phrase (phrase, terms))
        return TRUE;
    }

  return FALSE;
}

/* "embedded developer": the trade that it is a part of; @rest: the words that make it that part, without
 * those that only say that somebody does it. */
static const char *
wider_trade (const MusterTerms *phrase, GPtrArray *rest)
{
  const MusterLexicon *trades = muster_lexicon_get ("trades");
  const char          *trade = muster_trade_of (phrase);
  const char          *wider = trade != NULL ? muster_trade_whole (trade) : NULL;

  for (guint i = 0; i < muster_terms_get_n (phrase); i++)
    {
      const char *word = muster_terms_get (phrase, i, NULL);
      const char *of_word = muster_lexicon_lookup (trades, word);
      const char *place = muster_lexicon_lookup (muster_lexicon_get ("title-words"), word);

      if (trade == NULL && of_word != NULL)
        wider = of_word;
      if (of_word == NULL && g_strcmp0 (place, "h") != 0 && is_content_word (word))
        g_ptr_array_add (rest, (char *) word);
    }

  return wider;
}

gboolean
muster_wanted_is_narrower (const MusterWanted *self, const char *title, const char *text)
{
  g_autoptr (MusterTerms) title_terms = muster_terms_new (title);
  g_autoptr (MusterTerms) terms = muster_terms_new (text);

  for (guint i = 0; i < self->alternatives->len; i++)
    {
      g_autoptr (GPtrArray) rest = g_ptr_array_new ();
      const char *trade = wider_trade (g_ptr_array_index (self->alternatives, i), rest);
      guint       n_named = 0;

      if (trade == NULL || rest->len == 0 || !muster_trade_is_in (trade, title_terms))
        continue;
      for (guint j = 0; j < rest->len; j++)
        n_named += has_kin (terms, g_ptr_array_index (rest, j));
      if (n_named == rest->len)
        return TRUE;
    }

  return FALSE;
}
