/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills: terms of the skills list, and the items of "experience with A, B and C", "Kenntnisse in A und B",
 * "熟悉A、B". Certificates: "certified …", "… certification", well-known ones by name, and driving licences.
 */

#include "muster-proposal.h"

#include "muster-fold.h"
#include "muster-lexicon.h"
#include "muster-phrases.h"

#include <string.h>

#define MAX_SKILL_WORDS 4

static const char *list_openers
    = "(?:\\b(?:experience (?:with|in|using)|knowledge of|proficien(?:t|cy) (?:in|with)|fluency in|skilled in"
      "|familiar(?:ity)? with|expertise in|competen(?:t|ce) (?:in|with)|understanding of|skills?\\s*:|skills "
      "in"
      "|technologies\\s*:|tools\\s*:"
      "|kenntnisse (?:in|im|der|von|mit)|erfahrung(?:en)? (?:mit|in|im)|umgang mit|sicher in|kenntnisse\\s*:"
      "|connaissances? (?:de|en|du|des)|maîtrise (?:de|du|des|d['’])|expérience (?:avec|en|sur)|compétences "
      "(?:en)"
      "|compétences\\s*:|conocimientos? (?:de|en)|dominio de|manejo de|experiencia con|habilidades\\s*:)\\s+"
      "|(?:熟悉|精通|掌握|熟练使用|熟练掌握|会使用)\\s*)"
      "(?<list>(?:(?! such as | including | like )[^.;:()\\n。；]){2,200})";

/* Examples say what is meant better than the words before them. */
static const char *example_openers
    = "(?:\\b(?:such as|including|e\\.g\\.|following(?: \\w+)?\\s*:|wie(?: z\\.\\s?B\\.| "
      "etwa)|z\\.\\s?B\\.|par exemple|tels que"
      "|comme|por ejemplo|tales como|como)\\s+|(?:例如|如)\\s*)(?<list>[^.;:()\\n。；]{2,200})";

static const MusterPhrase certificates[] = {
  { "cpa", 0 },
  { "acca", 0 },
  { "cfa", 0 },
  { "cima", 0 },
  { "pmp", 0 },
  { "prince2", 0 },
  { "itil", 0 },
  { "cissp", 0 },
  { "cisa", 0 },
  { "cism", 0 },
  { "ccna", 0 },
  { "ccnp", 0 },
  { "scrum master", 0 },
  { "six sigma", 0 },
  { "servsafe", 0 },
  { "cna", 0 },
  { "nebosh", 0 },
  { "iosh", 0 },
  { "osha 30", 0 },
  { "osha 10", 0 },
  { "first aid", 0 },
  { "cpr", 0 },
  { "phr", 0 },
  { "sphr", 0 },
  { "shrm-cp", 0 },
  { "forklift licence", 0 },
  { "forklift license", 0 },
  { "staplerschein", 0 },
  { "gabelstaplerschein", 0 },
  { "ersthelfer", 0 },
  { "sachkundenachweis", 0 },
  { "ada-schein", 0 },
  { "caces", 0 },
  { "habilitation électrique", 0 },
  { "carné de carretillero", 0 },
  { "初级会计职称", 0 },
  { "中级会计职称", 0 },
  { "会计从业资格证", 0 },
  { "教师资格证", 0 },
  { "电工证", 0 },
  { "健康证", 0 },
};

static const MusterPhrases *
get_certificates (void)
{
  static MusterPhrases *phrases;

  if (g_once_init_enter (&phrases))
    g_once_init_leave (&phrases, muster_phrases_new (certificates, G_N_ELEMENTS (certificates)));

  return phrases;
}

/* "Führerschein Klasse B", "full driving licence", "permis B". */
static void
propose_driving_licence (const MusterClause *clause)
{
  static const char *pattern = "\\b(?i:driv(?:ing|er['’]?s?) licen[cs]e|führerschein|fahrerlaubnis|permis de "
                               "conduire|permis(?= [A-E])|carn(?:é|et) de conducir|permiso de conducir)\\b"
                               "(?:\\s*\\(?(?i:class|category|klasse|kl\\.|catégorie|clase|tipo)?\\s*(?<"
                               "class>(?:[A-D][E1]?|BE|CE)\\b))?"
                               "|(?:(?<chinese>[ABC][12])\\s*)?(?:驾照|驾驶证)";
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *class = NULL, *value = NULL;

  if (!g_regex_match (regex, clause->text, 0, &match))
    return;

  class = g_match_info_fetch_named (match, "class");
  if (class == NULL || *class == '\0')
    {
      g_free (class);
      class = g_match_info_fetch_named (match, "chinese");
    }
  value = class != NULL && *class != '\0' ? g_strdup_printf ("Driving licence %s", class)
                                          : g_strdup ("Driving licence");
  muster_clause_add (clause, MUSTER_CRITERION_CERTIFICATE, value, NULL);
}

/* "AWS certification", "certified in plumbing": names that begin with capitals. */
static void
propose_named_certificates (const MusterClause *clause)
{
  static const char *pattern
      = "(?:\\p{Lu}[\\p{L}\\d+-]*\\s+){1,3}[Cc]ertifi(?:cation|cate|cat|cación)\\b"
        "|\\b(?:[Zz]ertifikat|[Zz]ertifizierung|[Cc]ertificat(?:ion)?|[Cc]ertificado|[Cc]ertified)"
        "(?:\\s+(?:in|en|als|as|as an?|de))?\\s+\\p{Lu}[\\p{L}\\d+-]*(?:\\s+\\p{Lu}[\\p{L}\\d+-]*){0,3}";
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, clause->text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *words = g_match_info_fetch (match, 0);
      g_autofree char *value = muster_proposal_clean_value (words);

      if (*value != '\0')
        muster_clause_add (clause, MUSTER_CRITERION_CERTIFICATE, value, NULL);
    }
}

void
muster_propose_certificates (const MusterClause *clause)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (clause->text);
  g_autoptr (GArray) hits = muster_phrases_find_all (get_certificates (), terms);

  for (guint i = 0; i < hits->len; i++)
    {
      MusterTextSpan   span = g_array_index (hits, MusterPhraseHit, i).span;
      const char      *start = g_utf8_offset_to_pointer (clause->text, span.start);
      g_autofree char *value
          = g_strndup (start, (gsize) (g_utf8_offset_to_pointer (start, span.length) - start));

      muster_clause_add (clause, MUSTER_CRITERION_CERTIFICATE, value, NULL);
    }
  propose_driving_licence (clause);
  propose_named_certificates (clause);
}

/* What other finders have taken, or what is no thing to know. */
static gboolean
is_no_skill (const char *item)
{
  static const char *anywhere = "\\b(?:years?|degree|equivalent|similar|related|relevant|role|field|industry|"
                                "environment|customers?|clients?|partners?"
                                "|teams?|ability|etc|other|others|stakeholders?|jahre|umfeld|bereich|branche|"
                                "kunden|ans|poste|años|sector)\\b"
                                "|经验|一种|相关";
  static const char *in_front = "^(?:one|two|three|more|global|various|multiple|some|many|large|complex|new|"
                                "different|key|at least|leading"
                                "|managing|developing|building|working|creating|delivering|analyzing|"
                                "designing|supporting|using|leading"
                                "|fostering|motivating|them|those|our|your|and|or)\\b|^\\w+ly$";
  static const char *alone
      = "^(?:with|within|in|on|their|its|this|these|principles|applications?|tools?|methods?|standards?|"
        "operations?|services?|consulting|design|software|technology"
        "|systems?|processes|concepts|techniques|solutions?|platforms?|areas?|organization)$|^\\W*$|^\\d+$";

  return g_regex_match_simple (anywhere, item, G_REGEX_CASELESS, 0)
         || g_regex_match_simple (in_front, item, G_REGEX_CASELESS, 0)
         || g_regex_match_simple (alone, item, G_REGEX_CASELESS, 0);
}

static guint
count_words (const char *text)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (text);
  guint n = muster_terms_get_n (terms);

  return n > 0 && muster_unichar_is_cjk (g_utf8_get_char (muster_terms_get (terms, 0, NULL))) ? (n + 3) / 4
                                                                                              : n;
}

/* "5 years of experience in logistics" has been taken as that. */
static gboolean
is_experience (const MusterClause *clause, const char *value)
{
  g_autofree char *squeezed = muster_fold_squeezed (value);

  for (guint i = 0; i < clause->opening->criteria->len; i++)
    {
      const MusterCriterion *criterion = g_ptr_array_index (clause->opening->criteria, i);
      g_autofree char       *other = muster_fold_squeezed (criterion->value);

      if (criterion->kind == MUSTER_CRITERION_EXPERIENCE && strstr (other, squeezed) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
propose_list (const MusterClause *clause, const char *list)
{
  g_autoptr (GRegex) between = g_regex_new (
      "\\s*(?:and/or|und/oder|et/ou|y/o)\\s*|\\s*[,、/]\\s*(?:and |or |und |oder |et |ou |y |o "
      ")?|\\s+(?:and|or|und|oder|sowie|et|ou|y|as well as)\\s+|\\s*[和或及与]\\s*",
      G_REGEX_CASELESS,
      0,
      NULL);
  g_auto (GStrv) items = g_regex_split (between, list, 0);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *value = muster_proposal_clean_value (items[i]);

      if (*value == '\0' || count_words (value) > MAX_SKILL_WORDS || is_no_skill (value)
          || is_experience (clause, value))
        continue;
      muster_clause_add (clause, MUSTER_CRITERION_SKILL, value, NULL);
    }
}

static void
propose_lists (const MusterClause *clause, const char *openers)
{
  g_autoptr (GRegex) opener = g_regex_new (openers, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (opener, clause->text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *list = g_match_info_fetch_named (match, "list");

      propose_list (clause, list);
    }
}

/* Examples are taken only where something is to be known: "customers such as banks" are none. */
void
muster_propose_skills (const MusterClause *clause)
{
  propose_lists (clause, list_openers);
  if (g_regex_match_simple (list_openers, clause->text, G_REGEX_CASELESS, 0)
      || strchr (clause->text, ':') != NULL)
    propose_lists (clause, example_openers);
}
