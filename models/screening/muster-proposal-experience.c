/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "At least 3 years of experience in …", "mindestens drei Jahre Berufserfahrung im …", "3 ans d'expérience
 * dans …", "3 años de experiencia en …", "3年以上…经验"; and where the work is: "based in …", "Standort: …".
 */

#include "muster-proposal.h"

#include <string.h>

#define NUMBER                                                                                                \
  "(?<years>\\d{1,2}|one|two|three|four|five|six|seven|eight|ten|zwei|drei|vier|fünf|sechs|sieben|acht|zehn" \
  "|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|diez|[一二两三四五六七八十])"
#define BEFORE "(?<before>[^.,;:()\\n]{0,60}?)"
#define BEHIND "(?<behind>[^.,;:()\\n]{2,80})"

static const char *patterns[] = {
  /* English */
  NUMBER "\\s*(?:\\+|plus|or "
         "more)?\\s*(?:(?:-|–|to)\\s*\\d{1,2})?\\s*\\+?\\s*(?:years?|yrs?)['’]?\\s*(?:of\\s+)?" BEFORE
         "\\s*experience(?:\\s+(?:working\\s+)?(?:in|with|as|of|on|within)\\s+" BEHIND ")?",
  /* "5+ years in backend development", "3 years of nursing": of what is asked, not of how long a firm stands
   */
  "(?<!for |since |over |past |last |within |founded )" NUMBER
  "\\s*\\+?\\s*(?:years?|yrs?)\\s+(?<before>)(?:in|as|of|with|on)\\s+"
  "(?!experience|age|business|the (?:market|industry|business)|a row|\\w+ experience|our\\b)" BEHIND,
  /* German */
  NUMBER "\\s*\\+?\\s*Jahren?\\s+" BEFORE "\\s*(?:Berufs|Praxis|Arbeits)?erfahrung"
         "(?:\\s+(?:im Bereich|in der|in den|im|in|als|mit|auf dem Gebiet)\\s+" BEHIND ")?",
  "(?<years>mehr|zwei|drei|vier|fünf)jährige[rn]?\\s+" BEFORE "\\s*(?:Berufs|Praxis|Arbeits)?erfahrung"
  "(?:\\s+(?:im Bereich|in der|in den|im|in|als|mit)\\s+" BEHIND ")?",
  /* "3 Jahre im Vertrieb"; "seit 20 Jahren", of a firm, is declined */
  NUMBER
  "\\s*\\+?\\s*Jahre\\s+(?<before>)(?:in der|in den|im|in|als|mit)\\s+(?!\\w*(?:erfahrung|folge))" BEHIND,
  /* French */
  NUMBER "\\s*ans?\\s+(?:minimum\\s+)?d['’]expérience(?<before>)(?:\\s+professionnelle)?"
         "(?:\\s+(?:en tant que?|comme|dans (?:le |la |les |l['’])?|en|sur|avec|de)\\s*" BEHIND ")?",
  "(?<!depuis |pendant |plus de )" NUMBER
  "\\s*ans\\s+(?<before>)(?:dans (?:le |la |les |l['’])?|en|comme)\\s*"
  "(?!expérience|arrière)\\b" BEHIND,
  /* Spanish */
  NUMBER "\\s*años?\\s+de\\s+experiencia(?<before>)(?:\\s+(?:laboral|profesional))?"
         "(?:\\s+(?:en|como|con)\\s+" BEHIND ")?",
  "(?<!hace |desde |más de |llevamos |durante )" NUMBER
  "\\s*años\\s+(?<before>)(?:en|como)\\s+(?:el |la |los )?"
  "(?!mercado|sector)" BEHIND,
  /* Chinese */
  NUMBER "\\s*年(?:及)?(?:以上)?(?:的)?(?<before>[^，。；、\\s]{0,15}?)(?:相关)?(?:工作)?经验(?<behind>)",
};

/* "several years" asks for two: the least that the word allows. */
static char *
years_of (const char *word)
{
  static const char *words[]
      = { "one",  "1",     "two",    "2",     "three", "3",      "four",   "4",    "five", "5",    "six",
          "6",    "seven", "7",      "eight", "8",     "ten",    "10",     "zwei", "2",    "drei", "3",
          "vier", "4",     "fünf",   "5",     "sechs", "6",      "sieben", "7",    "acht", "8",    "zehn",
          "10",   "deux",  "2",      "trois", "3",     "quatre", "4",      "cinq", "5",    "dos",  "2",
          "tres", "3",     "cuatro", "4",     "cinco", "5",      "diez",   "10",   "mehr", "2",    "一",
          "1",    "二",    "2",      "两",    "2",     "三",     "3",      "四",   "4",    "五",   "5",
          "六",   "6",     "七",     "7",     "八",    "8",      "十",     "10",   NULL };
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (guint i = 0; words[i] != NULL; i += 2)
    if (strcmp (words[i], lower) == 0)
      return g_strdup (words[i + 1]);

  return g_strdup_printf ("%d", atoi (word));
}

/* "5 years of sales experience in an agency": what stands before the word is the what, else what stands
 * behind it. */
static char *
pick_value (GMatchInfo *match)
{
  g_autofree char *behind = g_match_info_fetch_named (match, "behind");
  g_autofree char *before = g_match_info_fetch_named (match, "before");
  char            *value = muster_proposal_clean_value (before != NULL ? before : "");

  if (*value != '\0')
    return value;
  g_free (value);

  return muster_proposal_clean_value (behind != NULL ? behind : "");
}

/* "a similar role" says nothing of its own. */
static gboolean
says_nothing (const char *value)
{
  return g_regex_match_simple ("^(?:similar|same|vergleichbar|ähnlich|similaire|similar)\\w*\\b|^(?:role|"
                               "position|field|industry|job|funktion|poste|puesto)$"
                               "|^(?:this|that|our|such|diesem|ce|este)\\b",
                               value,
                               G_REGEX_CASELESS,
                               0);
}

void
muster_propose_experience (const MusterClause *clause)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) pattern = g_regex_new (patterns[i], G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (pattern, clause->text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *word = g_match_info_fetch_named (match, "years");
          g_autofree char *years = years_of (word);
          g_autofree char *value = pick_value (match);

          if (!g_str_equal (years, "0"))
            muster_clause_add (clause, MUSTER_CRITERION_EXPERIENCE, says_nothing (value) ? "" : value, years);
        }
    }
}

void
muster_propose_location (const MusterClause *clause)
{
  static const char *pattern = "(?:\\b(?i:based in|located in|location:|place:|city:|place of work:|office "
                               "in|ort:|standort:?|arbeitsort:?|mit sitz "
                               "in|einsatzort:?|basée? à|lieu(?: de travail)?\\s*:"
                               "|ville\\s*:|lugar\\s*:|poste à|con sede en|ciudad:|ubicación:|lugar de "
                               "trabajo:)|(?:工作)?地点[：:])\\s*(?<place>\\p{Lu}[\\p{L}'’.-]+(?:[ -](?:am "
                               "|an der |im |de |la |sur |del "
                               ")?\\p{Lu}[\\p{L}'’.-]+){0,2}"
                               "|[\\p{Han}]{2,6})";
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  MusterClause     nice = *clause;
  g_autofree char *place = NULL;

  if (!g_regex_match (regex, clause->text, 0, &match))
    return;

  place = g_match_info_fetch_named (match, "place");
  nice.is_nice = TRUE; /* the firm says where it is, not where people must live already */
  muster_clause_add (&nice, MUSTER_CRITERION_LOCATION, place, NULL);
}
