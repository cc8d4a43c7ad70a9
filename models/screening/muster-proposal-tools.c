/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills that stand in a plain sentence or list: "We need Excel and SAP", "Requirements: Java, PostgreSQL",
 * "- MS Office". Such words open anything ("We need you"), so an item counts only when it is a name: in the
 * list of tools, or written as only names are written (C++, HTML5, PostgreSQL); among such names a
 * capitalised word is one too. */

#include "muster-proposal.h"

#include "muster-lexicon.h"

#define MAX_NAME_CHARACTERS 30
#define LIST "(?<list>[^.;:：()\\n。；]{2,200}(?:\\.\\w[^.;:：()\\n。；]{0,200})*)"

static const char *openers[] = {
  "\\b(?:we|you|he|she|they|who)\\s+(?:\\w+ly\\s+)?(?:need|require|expect|knows?|uses?|master|work with|are "
  "(?:good|comfortable|fluent|strong) "
  "(?:at|with|in)|have used|can use)\\s+" LIST,
  "\\b(?:sie|du|wir)\\s+(?:kennen|kennst|beherrschen|beherrschst|können|kannst|brauchen|nutzen|nutzt|"
  "arbeiten mit|arbeitest mit)\\s+" LIST,
  "\\b(?:vous|tu|nous|qui)\\s+(?:connaissez|maîtrisez|utilisez|savez "
  "utiliser|utilisons|connais|maîtrises|connaît|maîtrise|utilise)\\s+" LIST,
  "\\b(?:conoces?|dominas?|manejas?|usas?|utilizamos|usamos|necesitamos|conoce usted)\\s+" LIST,
  "(?:需要|要求|使用|会|懂)\\s*" LIST,
  "\\b(?:requirements?|required|must[- ]haves?|qualifications?|nice[- ]to[- ]haves?|stack|tech "
  "stack|software|it|edv|programs?|programme"
  "|anforderungen|voraussetzungen|logiciels?|exigences|outils|requisitos|programas|informática)\\s*:"
  "\\s*" LIST,
  "(?:任职要求|岗位要求|职位要求|要求)\\s*[：:]\\s*" LIST,
  /* "Python, SQL and C++ are nice to have" */
  "^" LIST "\\s+(?:is|are|would be|ist|sind|wäre|wären|est|sont|serait|seraient|es|son|sería|serían)\\b",
  /* a point of a list, or a line that is nothing else */
  "^\\s*(?:[-*•–·▪]\\s*)?" LIST "$",
};

static gboolean
matches (const char *pattern, const char *text)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

/* Sure without anything else: a tool that is known, in a spelling with a capital or a sign. */
static gboolean
is_tool (const char *item)
{
  return matches ("[\\p{Lu}\\d+#.]|\\p{Han}", item)
         && muster_lexicon_lookup (muster_lexicon_get ("tools"), item) != NULL;
}

/* "C++", "HTML5", "PostgreSQL", "Node.js", "JPA": no word of a sentence is written so. */
static gboolean
is_written_as_name (const char *item)
{
  return matches ("^[\\p{L}][\\p{L}\\d]*(?:[+#]+|\\d+|\\.[a-zA-Z]{2,4})$", item)
         || matches ("^\\p{Lu}\\p{Ll}+\\p{Lu}\\w*$", item);
}

static gboolean
is_capitalised (const char *item)
{
  return matches ("^\\p{Lu}[\\p{L}\\d.+#-]*(?: \\p{Lu}[\\p{L}\\d.+#-]*)?$", item);
}

static GStrv
split (const char *list)
{
  return g_regex_split_simple ("\\s*[,、，/]\\s*(?:and |or |und |oder |et |ou |y |o )?"
                               "|\\s+(?:and|or|und|oder|sowie|et|ou|y|o|as well as)\\s+|\\s*[和或及与]\\s*",
                               list,
                               G_REGEX_CASELESS,
                               0);
}

/* @is_introduced: FALSE: nothing stands before the list, so its first word may be the verb of a sentence. */
static void
propose_names (const MusterClause *clause, const char *list, gboolean is_introduced)
{
  g_auto (GStrv) items = split (list);
  gboolean has_tool = FALSE;

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *name = muster_proposal_clean_value (items[i]);

      has_tool |= is_tool (name);
    }
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *name = muster_proposal_clean_value (items[i]);

      if (*name == '\0' || g_utf8_strlen (name, -1) > MAX_NAME_CHARACTERS)
        continue;
      if (is_tool (name) || is_written_as_name (name)
          || (has_tool && (is_introduced || i > 0) && is_capitalised (name)))
        muster_clause_add (clause, MUSTER_CRITERION_SKILL, name, NULL);
    }
}

/** muster_propose_tools: the names in @clause that are asked for without any of the words that usually say
 * so. */
void
muster_propose_tools (const MusterClause *clause)
{
  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      g_autoptr (GRegex) opener = g_regex_new (openers[i], G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (opener, clause->text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *list = g_match_info_fetch_named (match, "list");

          propose_names (clause, list, i + 1 < G_N_ELEMENTS (openers));
        }
    }
}
