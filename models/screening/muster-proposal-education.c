/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Bachelor's degree in …", "abgeschlossene Ausbildung als …", "diplôme …", "título …", "本科以上学历"; the
 * lowest of several degrees is what is asked. Only words that are surely degrees in running text: MS could be
 * Office, a promotion a campaign. And "English B2", "sehr gute Deutschkenntnisse". */

#include "muster-proposal.h"

#include "muster-degree-level.h"
#include "muster-fold.h"
#include "muster-language-level.h"
#include "muster-phrases.h"

#include <string.h>

#define MAX_SUBJECTS 5
#define MAX_SUBJECT_CHARACTERS 40

static const MusterPhrase degree_words[] = {
  { "high school diploma", MUSTER_DEGREE_SECONDARY },
  { "high school degree", MUSTER_DEGREE_SECONDARY },
  { "ged", MUSTER_DEGREE_SECONDARY },
  { "abitur", MUSTER_DEGREE_SECONDARY },
  { "baccalauréat", MUSTER_DEGREE_SECONDARY },
  { "bachillerato", MUSTER_DEGREE_SECONDARY },
  { "高中", MUSTER_DEGREE_SECONDARY },
  { "apprenticeship", MUSTER_DEGREE_VOCATIONAL },
  { "vocational training", MUSTER_DEGREE_VOCATIONAL },
  { "vocational qualification", MUSTER_DEGREE_VOCATIONAL },
  { "ausbildung", MUSTER_DEGREE_VOCATIONAL },
  { "berufsausbildung", MUSTER_DEGREE_VOCATIONAL },
  { "lehre", MUSTER_DEGREE_VOCATIONAL },
  { "bac pro", MUSTER_DEGREE_VOCATIONAL },
  { "CAP", MUSTER_DEGREE_VOCATIONAL },
  { "formación profesional", MUSTER_DEGREE_VOCATIONAL },
  { "ciclo formativo", MUSTER_DEGREE_VOCATIONAL },
  { "中专", MUSTER_DEGREE_VOCATIONAL },
  { "associate degree", MUSTER_DEGREE_ASSOCIATE },
  { "associate's degree", MUSTER_DEGREE_ASSOCIATE },
  { "BTS", MUSTER_DEGREE_ASSOCIATE },
  { "DUT", MUSTER_DEGREE_ASSOCIATE },
  { "bac+2", MUSTER_DEGREE_ASSOCIATE },
  { "bac +2", MUSTER_DEGREE_ASSOCIATE },
  { "大专", MUSTER_DEGREE_ASSOCIATE },
  { "bachelor", MUSTER_DEGREE_BACHELOR },
  { "bachelor's", MUSTER_DEGREE_BACHELOR },
  { "bachelors", MUSTER_DEGREE_BACHELOR },
  { "bachelor of", MUSTER_DEGREE_BACHELOR },
  { "BA/BS", MUSTER_DEGREE_BACHELOR },
  { "BS/BA", MUSTER_DEGREE_BACHELOR },
  { "BA degree", MUSTER_DEGREE_BACHELOR },
  { "BS degree", MUSTER_DEGREE_BACHELOR },
  { "BSc", MUSTER_DEGREE_BACHELOR },
  { "university degree", MUSTER_DEGREE_BACHELOR },
  { "college degree", MUSTER_DEGREE_BACHELOR },
  { "degree", MUSTER_DEGREE_BACHELOR },
  { "studium", MUSTER_DEGREE_BACHELOR },
  { "hochschulstudium", MUSTER_DEGREE_BACHELOR },
  { "hochschulabschluss", MUSTER_DEGREE_BACHELOR },
  { "diplôme universitaire", MUSTER_DEGREE_BACHELOR },
  { "bac+3", MUSTER_DEGREE_BACHELOR },
  { "bac +3", MUSTER_DEGREE_BACHELOR },
  { "licenciatura", MUSTER_DEGREE_BACHELOR },
  { "grado universitario", MUSTER_DEGREE_BACHELOR },
  { "grado en", MUSTER_DEGREE_BACHELOR },
  { "título universitario", MUSTER_DEGREE_BACHELOR },
  { "titulación universitaria", MUSTER_DEGREE_BACHELOR },
  { "本科", MUSTER_DEGREE_BACHELOR },
  { "学士", MUSTER_DEGREE_BACHELOR },
  { "master's", MUSTER_DEGREE_MASTER },
  { "master's degree", MUSTER_DEGREE_MASTER },
  { "masters degree", MUSTER_DEGREE_MASTER },
  { "master degree", MUSTER_DEGREE_MASTER },
  { "master of", MUSTER_DEGREE_MASTER },
  { "MBA", MUSTER_DEGREE_MASTER },
  { "MSc", MUSTER_DEGREE_MASTER },
  { "masterabschluss", MUSTER_DEGREE_MASTER },
  { "masterstudium", MUSTER_DEGREE_MASTER },
  { "diplôme d'ingénieur", MUSTER_DEGREE_MASTER },
  { "bac+5", MUSTER_DEGREE_MASTER },
  { "bac +5", MUSTER_DEGREE_MASTER },
  { "máster en", MUSTER_DEGREE_MASTER },
  { "硕士", MUSTER_DEGREE_MASTER },
  { "phd", MUSTER_DEGREE_DOCTORATE },
  { "doctorate", MUSTER_DEGREE_DOCTORATE },
  { "promoviert", MUSTER_DEGREE_DOCTORATE },
  { "doctorat", MUSTER_DEGREE_DOCTORATE },
  { "doctorado", MUSTER_DEGREE_DOCTORATE },
  { "博士", MUSTER_DEGREE_DOCTORATE },
};

static const MusterPhrases *
get_phrases (void)
{
  static MusterPhrases *phrases;

  if (g_once_init_enter (&phrases))
    g_once_init_leave (&phrases, muster_phrases_new (degree_words, G_N_ELEMENTS (degree_words)));

  return phrases;
}

/* "…'s degree in the field of Biology, Chemistry or a related field": the subjects joined by "or". */
static char *
join_subjects (const char *list)
{
  g_auto (GStrv) items = g_regex_split_simple (
      "\\s*,\\s*(?:(?:and|or|und|oder|et|ou|y|o)\\s+)?|\\s+(?:or|oder|ou|o)\\s+", list, G_REGEX_CASELESS, 0);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; items[i] != NULL && n < MAX_SUBJECTS; i++)
    {
      g_autofree char *subject = NULL;

      /* What begins anew is no subject: "a bachelor in nursing, and a driving licence". */
      if (n > 0
          && g_regex_match_simple ("^(?:and\\s+|und\\s+|et\\s+|y\\s+)?(?:an?|eine?n?|une?|una?|your|ihre?n?|"
                                   "good|fluent|strong|knowledge|experience"
                                   "|at "
                                   "least|\\d)\\b(?!\\s+(?:closely\\s+)?(?:related|relevant|similar|"
                                   "technical|equivalent|comparable|other))"
                                   "|licen[cs]e|certificat|führerschein|permis|carné",
                                   items[i],
                                   G_REGEX_CASELESS,
                                   0))
        break;
      if (g_regex_match_simple ("^(?:an?\\s+)?(?:closely\\s+)?(?:related|relevant|similar|technical|any|"
                                "another|equivalent|comparable|other"
                                "|progress|vergleichbar\\w*|équivalent|similar)\\b",
                                items[i],
                                G_REGEX_CASELESS,
                                0))
        continue;
      subject = muster_proposal_clean_value (items[i]);
      if (*subject == '\0' || g_utf8_strlen (subject, -1) > MAX_SUBJECT_CHARACTERS)
        break;
      g_string_append_printf (joined, "%s%s", n++ > 0 ? " or " : "", subject);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* What stands behind a degree and "in". */
static char *
find_area (const char *text, const MusterPhraseHit *hit)
{
  static const char *words
      = "^(?:['’]s)?(?:\\s*/\\s*\\w+)?(?:\\s+(?:degree|abschluss|universitaire|superior))?"
        "(?:\\s+of\\s+(?:science|arts|engineering|business administration))?"
        "\\s*(?:in(?: the field of)?|im Bereich|im|der|als|zum|zur|zur/zum|zum/zur|en|de)\\s+"
        "(?:an?\\s+|the\\s+|der\\s+|le\\s+|la\\s+)?(?<area>[^.;:()/\\n]{2,160})";
  const char *rest = g_utf8_offset_to_pointer (text, hit->span.start + hit->span.length);
  g_autoptr (GRegex) pattern = g_regex_new (words, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *area = NULL;

  if (!g_regex_match (pattern, rest, 0, &match))
    return g_strdup ("");
  area = g_match_info_fetch_named (match, "area");

  return join_subjects (area);
}

void
muster_propose_education (const MusterClause *clause)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (clause->text);
  g_autoptr (GArray) hits = muster_phrases_find_all (get_phrases (), terms);
  MusterDegreeLevel lowest = MUSTER_DEGREE_NONE;
  g_autofree char  *area = g_strdup ("");

  for (guint i = 0; i < hits->len; i++)
    {
      MusterDegreeLevel level = (MusterDegreeLevel) g_array_index (hits, MusterPhraseHit, i).value;

      if (lowest == MUSTER_DEGREE_NONE || level < lowest)
        lowest = level;
    }
  if (lowest == MUSTER_DEGREE_NONE)
    return;

  for (guint i = 0; i < hits->len && *area == '\0'; i++)
    {
      g_free (area);
      area = find_area (clause->text, &g_array_index (hits, MusterPhraseHit, i));
    }
  muster_clause_add (clause, MUSTER_CRITERION_EDUCATION, area, muster_degree_level_name (lowest));
}

/* A clause that speaks of speaking: the name alone may be a market or a lesson. */
static gboolean
is_about_speaking (const char *text)
{
  static const char *words
      = "\\b(?:fluen\\w+|speak\\w*|spoken|written|languages?|command "
        "of|proficien\\w+|native|bilingual|verbal)\\b|\\b[ABC][12]\\b"
        "|kenntnisse|\\b(?:sprache|wort und "
        "schrift|fließend|verhandlungssicher|spricht|sprechen|muttersprach\\w+|deutsch in)\\b"
        "|\\b(?:courant|couramment|parlée?|langue|niveau|maîtrise|bilingue)\\b|\\b(?:idiomas?|nivel|fluido|"
        "hablado|nativo|bilingüe)\\b"
        "|流利|熟练|口语|读写|英语.级|精通";

  return g_regex_match_simple (words, text, G_REGEX_CASELESS, 0);
}

/* "Englischkenntnisse" */
static const char *
code_of_compound (const char *term)
{
  const char      *suffix = strstr (term, "kenntnisse");
  g_autofree char *name = NULL;

  if (suffix == NULL || suffix == term)
    return NULL;
  name = g_strndup (term, (gsize) (suffix - term));

  return muster_language_code (name);
}

/* Whether a level stands right behind another language: "German C1, English". */
static gboolean
is_of_another (const MusterTerms *terms, const MusterPhraseHit *hit, MusterTextSpan language)
{
  for (guint n_back = 1; n_back <= MIN (hit->term, 4); n_back++)
    {
      MusterTextSpan span;
      guint          n_taken;

      muster_terms_get (terms, hit->term - n_back, &span);
      if (muster_language_at (terms, hit->term - n_back, &n_taken) != NULL && n_taken == n_back)
        return span.start != language.start;
    }

  return FALSE;
}

/* The level that is nearest in the clause; what is said to be native is asked at C2, for no one may be asked
 * where they were born. */
static const char *
find_level (const MusterTerms *terms, MusterTextSpan language)
{
  g_autoptr (GArray) hits = muster_language_level_find_all (terms);
  MusterLanguageLevel level = MUSTER_LEVEL_B2;
  guint               nearest = G_MAXUINT;

  for (guint i = 0; i < hits->len; i++)
    {
      const MusterPhraseHit *hit = &g_array_index (hits, MusterPhraseHit, i);
      guint                  distance = ABS ((int) hit->span.start - (int) language.start);

      if (distance >= nearest || is_of_another (terms, hit, language))
        continue;
      nearest = distance;
      level = (MusterLanguageLevel) hit->value;
    }

  return muster_language_level_name (MIN (level, MUSTER_LEVEL_C2));
}

/* "German C1, English is a plus": the part between commas says what is welcome. */
static gboolean
is_nice_here (const MusterClause *clause, MusterTextSpan span)
{
  const char      *at = g_utf8_offset_to_pointer (clause->text, span.start);
  const char      *start = at, *end = at;
  g_autofree char *part = NULL;

  if (!clause->is_nice || strchr (clause->text, ',') == NULL)
    return clause->is_nice;
  while (start > clause->text && start[-1] != ',')
    start--;
  end += strcspn (end, ",");
  part = g_strndup (start, (gsize) (end - start));

  return clause->is_under_nice || muster_proposal_is_nice (part);
}

void
muster_propose_languages (const MusterClause *clause)
{
  g_autoptr (MusterTerms) terms = NULL;
  guint n_taken = 1;

  if (!is_about_speaking (clause->text))
    return;

  terms = muster_terms_new (clause->text);
  for (guint i = 0; i < muster_terms_get_n (terms); i += MAX (n_taken, 1))
    {
      MusterTextSpan   span;
      const char      *term = muster_terms_get (terms, i, &span);
      const char      *code = muster_language_at (terms, i, &n_taken);
      MusterClause     part = *clause;
      g_autofree char *name = NULL;

      if (code == NULL)
        {
          n_taken = 1;
          code = code_of_compound (term);
        }
      if (code == NULL)
        continue;
      name = muster_language_name (code);
      part.is_nice = is_nice_here (clause, span);
      muster_clause_add (&part, MUSTER_CRITERION_LANGUAGE, name, find_level (terms, span));
    }
}
