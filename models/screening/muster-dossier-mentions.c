/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mention is worth: under a heading of hobbies or references it is an aside; behind "no experience
 * with" it is denied; behind "basic knowledge of" or "willing to learn" it is weak; inside a job it is proof
 * of use. */

#include "muster-dossier.h"

#include "muster-fold.h"
#include "muster-lexicon.h"
#include "muster-phrases.h"

#include <string.h>

/* Terms between "no experience with" and the last thing of its list. */
#define REACH_TERMS 12
#define MAX_HEADING_WORDS 6

typedef enum
{
  DENIES_AFTER,   /* "no experience with X" */
  WEAKENS_AFTER,  /* "basic knowledge of X" */
  DENIES_BEFORE,  /* "X: none" */
  DENIES_BEHIND,  /* "X is not my thing" */
  WEAKENS_BEFORE, /* "X (basic)" */
  WEAKENS_LABEL,  /* "X (basic)", "(Basic) X, Y", "Basic: X" */
  WEAKENS_AROUND, /* "Grundkenntnisse in X", "X: Grundkenntnisse" */
  TURNS,          /* "but": what stands before does not reach beyond */
} Effect;

static const MusterPhrase effects[] = {
  { "no experience", DENIES_AFTER },
  { "no prior experience", DENIES_AFTER },
  { "no practical experience", DENIES_AFTER },
  { "no professional experience", DENIES_AFTER },
  { "no knowledge", DENIES_AFTER },
  { "not familiar", DENIES_AFTER },
  { "unfamiliar", DENIES_AFTER },
  { "not experienced", DENIES_AFTER },
  { "without experience", DENIES_AFTER },
  { "lack experience", DENIES_AFTER },
  { "lack of experience", DENIES_AFTER },
  { "lacking experience", DENIES_AFTER },
  { "never used", DENIES_AFTER },
  { "never worked", DENIES_AFTER },
  { "have not used", DENIES_AFTER },
  { "have not worked", DENIES_AFTER },
  { "do not know", DENIES_AFTER },
  { "do not bring", DENIES_AFTER },
  { "do not yet bring", DENIES_AFTER },
  { "do not have", DENIES_AFTER },
  { "don't have", DENIES_AFTER },
  { "have not yet", DENIES_AFTER },
  { "have no", DENIES_AFTER },
  { "not yet worked", DENIES_AFTER },
  { "yet to learn", WEAKENS_AFTER },
  { "to learn", WEAKENS_AFTER },
  { "is not my", DENIES_BEHIND },
  { "isn't my", DENIES_BEHIND },
  { "are not my", DENIES_BEHIND },
  { "is not something", DENIES_BEHIND },
  { "is new to me", DENIES_BEHIND },
  { "is not for me", DENIES_BEHIND },
  { "isn't for me", DENIES_BEHIND },
  { "beherrsche ich nicht", DENIES_BEHIND },
  { "kenne ich nicht", DENIES_BEHIND },
  { "kann ich nicht", DENIES_BEHIND },
  { "can't use", DENIES_AFTER },
  { "cannot use", DENIES_AFTER },
  { "je ne connais pas", DENIES_AFTER },
  { "je ne maîtrise pas", DENIES_AFTER },
  { "no conozco", DENIES_AFTER },
  { "no domino", DENIES_AFTER },
  { "不懂", DENIES_AFTER },
  { "einarbeiten", WEAKENS_BEFORE },
  { "ist nicht mein", DENIES_BEHIND },
  { "ist nicht meine", DENIES_BEHIND },
  { "n'est pas mon", DENIES_BEHIND },
  { "n'est pas ma", DENIES_BEHIND },
  { "no es mi", DENIES_BEHIND },
  { "no es lo mío", DENIES_BEHIND },
  { "lernen", WEAKENS_BEFORE },
  { "erlernen", WEAKENS_BEFORE },
  { "apprendre", WEAKENS_AFTER },
  { "aprender", WEAKENS_AFTER },
  { "想学", WEAKENS_AFTER },
  { "希望学习", WEAKENS_AFTER },
  { "计划学习", WEAKENS_AFTER },
  { "don't know", DENIES_AFTER },
  { "keine erfahrung", DENIES_AFTER },
  { "keine erfahrungen", DENIES_AFTER },
  { "keinerlei erfahrung", DENIES_AFTER },
  { "keine kenntnisse", DENIES_AFTER },
  { "ohne erfahrung", DENIES_AFTER },
  { "nicht vertraut", DENIES_AFTER },
  { "bringe ich noch nicht", DENIES_AFTER },
  { "noch keine", DENIES_AFTER },
  { "je n'ai pas", DENIES_AFTER },
  { "todavía no tengo", DENIES_AFTER },
  { "pas d'expérience", DENIES_AFTER },
  { "aucune expérience", DENIES_AFTER },
  { "sans expérience", DENIES_AFTER },
  { "aucune connaissance", DENIES_AFTER },
  { "pas de connaissances", DENIES_AFTER },
  { "sin experiencia", DENIES_AFTER },
  { "ninguna experiencia", DENIES_AFTER },
  { "sin conocimientos", DENIES_AFTER },
  { "no tengo experiencia", DENIES_AFTER },
  { "没有经验", DENIES_AFTER },
  { "无经验", DENIES_AFTER },
  { "没有使用过", DENIES_AFTER },
  { "没有接触过", DENIES_AFTER },
  { "不熟悉", DENIES_AFTER },
  { "不会", DENIES_AFTER },
  { "basic knowledge", WEAKENS_AFTER },
  { "basic understanding", WEAKENS_AFTER },
  { "basic skills", WEAKENS_AFTER },
  { "basics of", WEAKENS_AFTER },
  { "some knowledge", WEAKENS_AFTER },
  { "limited experience", WEAKENS_AFTER },
  { "little experience", WEAKENS_AFTER },
  { "exposure to", WEAKENS_AFTER },
  { "currently learning", WEAKENS_AFTER },
  { "still learning", WEAKENS_AFTER },
  { "learning to", WEAKENS_AFTER },
  { "want to learn", WEAKENS_AFTER },
  { "wish to learn", WEAKENS_AFTER },
  { "would like to learn", WEAKENS_AFTER },
  { "willing to learn", WEAKENS_AFTER },
  { "eager to learn", WEAKENS_AFTER },
  { "keen to learn", WEAKENS_AFTER },
  { "hope to learn", WEAKENS_AFTER },
  { "interested in", WEAKENS_AFTER },
  { "interest in", WEAKENS_AFTER },
  { "grundkenntnisse", WEAKENS_AROUND },
  { "erste erfahrungen", WEAKENS_AFTER },
  { "erste erfahrung", WEAKENS_AFTER },
  { "interesse an", WEAKENS_AFTER },
  { "möchte lernen", WEAKENS_AFTER },
  { "notions de", WEAKENS_AFTER },
  { "notions en", WEAKENS_AFTER },
  { "connaissances de base", WEAKENS_AFTER },
  { "nociones de", WEAKENS_AFTER },
  { "conocimientos básicos", WEAKENS_AFTER },
  { "了解", WEAKENS_AFTER },
  { "正在学习", WEAKENS_AFTER },
  { "none", DENIES_BEFORE },
  { "no", DENIES_BEFORE },
  { "keine", DENIES_BEFORE },
  { "aucune", DENIES_BEFORE },
  { "aucun", DENIES_BEFORE },
  { "ninguno", DENIES_BEFORE },
  { "ninguna", DENIES_BEFORE },
  { "无", DENIES_BEFORE },
  { "basic", WEAKENS_LABEL },
  { "basics", WEAKENS_LABEL },
  { "beginner", WEAKENS_LABEL },
  { "novice", WEAKENS_LABEL },
  { "grundlagen", WEAKENS_LABEL },
  { "anfänger", WEAKENS_LABEL },
  { "notions", WEAKENS_BEFORE },
  { "débutant", WEAKENS_LABEL },
  { "básico", WEAKENS_LABEL },
  { "básica", WEAKENS_LABEL },
  { "nociones", WEAKENS_BEFORE },
  { "principiante", WEAKENS_LABEL },
  { "入门", WEAKENS_BEFORE },
  { "but", TURNS },
  { "however", TURNS },
  { "instead", TURNS },
  { "aber", TURNS },
  { "jedoch", TURNS },
  { "sondern", TURNS },
  { "mais", TURNS },
  { "pero", TURNS },
  { "sino", TURNS },
  { "但", TURNS },
};

static const MusterPhrases *
get_effects (void)
{
  static MusterPhrases *phrases;

  if (g_once_init_enter (&phrases))
    g_once_init_leave (&phrases, muster_phrases_new (effects, G_N_ELEMENTS (effects)));

  return phrases;
}

static gboolean
has_between (const MusterDossier *self, guint start, guint end, const char *characters)
{
  for (guint i = start; i < end && i < self->n_characters; i++)
    if (self->text[i] < 0x80 && strchr (characters, (int) self->text[i]) != NULL)
      return TRUE;

  return FALSE;
}

static guint
count_terms (const MusterTerms *terms, guint start, guint end)
{
  guint n = 0;

  for (guint i = 0; i < muster_terms_get_n (terms); i++)
    {
      MusterTextSpan span;

      muster_terms_get (terms, i, &span);
      n += span.start >= start && span.start + span.length <= end;
    }

  return n;
}

/* Places of a phrase and of the mention in their sentence, which begins at @from of the text. */
typedef struct
{
  const MusterDossier *dossier;
  const MusterTerms   *terms;
  guint                from;
  MusterTextSpan       mention;
  guint                turn;
} Sentence;

static gboolean
reaches_forward (const Sentence *sentence, MusterTextSpan phrase)
{
  guint end = phrase.start + phrase.length;
  guint mention = sentence->mention.start;

  return end <= mention && phrase.start >= sentence->turn
         && count_terms (sentence->terms, end, mention) <= REACH_TERMS
         && !has_between (sentence->dossier, sentence->from + end, sentence->from + mention, ";|\t");
}

/* Only right behind the mention: a list goes on after a comma. */
static gboolean
reaches_back (const Sentence *sentence, MusterTextSpan phrase)
{
  guint end = sentence->mention.start + sentence->mention.length;

  return phrase.start >= end && count_terms (sentence->terms, end, phrase.start) == 0
         && !has_between (sentence->dossier, sentence->from + end, sentence->from + phrase.start, ",;|");
}

/* A word in brackets or before a colon speaks for the list behind it. */
static gboolean
is_label (const Sentence *sentence, MusterTextSpan phrase)
{
  guint place = sentence->from + phrase.start + phrase.length;

  return place < sentence->dossier->n_characters
         && strchr ("):", (int) MIN (sentence->dossier->text[place], 127)) != NULL;
}

static MusterMention
effect_on (const Sentence *sentence, const MusterPhraseHit *hit)
{
  guint end = sentence->mention.start + sentence->mention.length;

  switch ((Effect) hit->value)
    {
    case DENIES_AFTER:
      return reaches_forward (sentence, hit->span) ? MUSTER_MENTION_DENIED : MUSTER_MENTION_PLAIN;
    case WEAKENS_AFTER:
      return reaches_forward (sentence, hit->span) ? MUSTER_MENTION_WEAK : MUSTER_MENTION_PLAIN;
    case DENIES_BEFORE:
      return reaches_back (sentence, hit->span)
                     && has_between (
                         sentence->dossier, sentence->from + end, sentence->from + hit->span.start, ":(-\t")
                 ? MUSTER_MENTION_DENIED
                 : MUSTER_MENTION_PLAIN;
    case DENIES_BEHIND:
      return reaches_back (sentence, hit->span) ? MUSTER_MENTION_DENIED : MUSTER_MENTION_PLAIN;
    case WEAKENS_BEFORE:
      return reaches_back (sentence, hit->span) ? MUSTER_MENTION_WEAK : MUSTER_MENTION_PLAIN;
    case WEAKENS_LABEL:
      return reaches_back (sentence, hit->span)
                     || (is_label (sentence, hit->span) && reaches_forward (sentence, hit->span))
                 ? MUSTER_MENTION_WEAK
                 : MUSTER_MENTION_PLAIN;
    case WEAKENS_AROUND:
      return reaches_forward (sentence, hit->span) || reaches_back (sentence, hit->span)
                 ? MUSTER_MENTION_WEAK
                 : MUSTER_MENTION_PLAIN;
    case TURNS:
    default:
      return MUSTER_MENTION_PLAIN;
    }
}

/* "My father knows Haskell": what somebody else can do. */
static gboolean
is_of_another (const char *sentence, guint mention)
{
  static const char *others
      = "\\b(?:my|our|mein|meine|mon|ma|mi) "
        "(?:father|mother|brother|sister|wife|husband|son|daughter|friends?|colleagues?|boss|vater|kollege|kollegin|collègue|colega|mutter"
        "|bruder|schwester|frau|mann|père|mère|frère|sœur|padre|madre|hermano|hermana) (?:\\w+ly )?"
        "(?:knows?|uses?|speaks?|works?|is|are|kennt|kann|spricht|connaît|parle|travaille|sabe|habla|trabaja)"
        "\\b";
  g_autoptr (GRegex) regex = g_regex_new (others, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  return g_regex_match (regex, sentence, 0, &match) && g_match_info_fetch_pos (match, 0, &start, &end)
         && (guint) g_utf8_pointer_to_offset (sentence, sentence + end) <= mention;
}

static MusterMention
mention_in_sentence (const MusterDossier *self, MusterTextSpan span)
{
  MusterTextSpan   sentence = muster_dossier_sentence (self, span);
  g_autofree char *text = muster_document_dup_text_range (self->document, sentence.start, sentence.length);
  g_autofree char *lower
      = g_utf8_strdown (text, -1); /* terms of two letters mind their case; "No" opens sentences */
  g_autoptr (MusterTerms) terms = muster_terms_new (lower);
  g_autoptr (GArray) hits = muster_phrases_find_all (get_effects (), terms);
  MusterMention worst = MUSTER_MENTION_PLAIN;
  Sentence      place
      = { self, terms, sentence.start, { span.start - MIN (span.start, sentence.start), span.length }, 0 };

  if (is_of_another (lower, place.mention.start))
    return MUSTER_MENTION_DENIED;
  for (guint i = 0; i < hits->len; i++)
    {
      const MusterPhraseHit *hit = &g_array_index (hits, MusterPhraseHit, i);

      if (hit->value == TURNS && hit->span.start < place.mention.start)
        place.turn = hit->span.start;
    }
  for (guint i = 0; i < hits->len; i++)
    worst = MIN (worst, effect_on (&place, &g_array_index (hits, MusterPhraseHit, i)));

  return worst;
}

MusterMention
muster_dossier_mention (const MusterDossier *self, MusterTextSpan span)
{
  const MusterDossierLine *line = muster_dossier_line_at (self, span.start);
  MusterMention            mention = mention_in_sentence (self, span);

  if (mention != MUSTER_MENTION_PLAIN)
    return mention;
  if (line != NULL && line->is_aside)
    return MUSTER_MENTION_WEAK;
  for (guint i = 0; i < self->profile->work->len; i++)
    if (self->works[i].length > 0 && span.start >= self->works[i].start
        && span.start + span.length <= self->works[i].start + self->works[i].length)
      return MUSTER_MENTION_AT_WORK;

  return MUSTER_MENTION_PLAIN;
}
