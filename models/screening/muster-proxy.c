/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pattern a proxy over the words as a person writes them, first that matches. A school counts when it is named:
 * "university degree" asks for a degree, "University of Zurich" for a school. */

#include "muster-proxy.h"

#define FLAGS (G_REGEX_CASELESS | G_REGEX_OPTIMIZE)

static const struct
{
  MusterProxy proxy;
  const char *pattern;
} proxies[] = {
  { MUSTER_PROXY_NATIVE,
    "\\b(?:native[- ]?(?:level |like )?speakers?|native (?:english|german|french|spanish|chinese)|mother[- ]tongue"
    "|first language|muttersprach\\w*|langue maternelle|natif|native en|locuteurs? natifs?|lengua materna"
    "|hablantes? nativ[oa]s?|nativ[oa]s? en|accent[- ]free|akzentfrei\\w*|sans accent|sin acento)\\b|母语|无口音" },
  { MUSTER_PROXY_RECENT_GRADUATE,
    "\\b(?:(?:recent|fresh|new|young) (?:\\w+ )?graduates?|just graduated|freshers?|berufseinsteiger\\w*"
    "|berufsanfänger\\w*|(?:frische|junge|neue)\\w* \\w*absolvent\\w*|(?:hochschul|universitäts)absolvent\\w*"
    "|jeunes? diplômée?s?|récemment diplômée?s?|recién (?:graduad|titulad|egresad)[oa]s?)\\b|应届" },
  { MUSTER_PROXY_YOUNG_TEAM,
    "\\b(?:young (?:(?:and )?\\w+ )?(?:team|people|company|environment|talent)|youthful|digital natives?"
    "|jung\\w* (?:\\w+ )?(?:team|leute|unternehmen|talente?)|(?:jeune|équipe jeune)(?: \\w+)? ?(?:équipe|talents?)?"
    "|equipo joven|(?:gente|talento) joven|jóvenes|energetic|overqualified|überqualifiziert)\\b|年轻" },
  { MUSTER_PROXY_GRADUATION_YEAR,
    "\\b(?:class|year|graduat\\w*|degree|abschluss\\w*|abschluß|jahrgang|abitur|diplôm\\w*|promotion|bac|graduad\\w*"
    "|titulad\\w*|egresad\\w*|promoción)\\b.*\\b(?:19|20)\\d\\d\\b"
    "|\\b(?:graduation year|year of graduation|abschlussjahr|année du diplôme|año de graduación)\\b"
    "|(?:19|20)\\d\\d ?(?:年|届).{0,6}毕业|(?:19|20)\\d\\d ?届|毕业(?:年份|时间)" },
  { MUSTER_PROXY_GAP,
    "\\b(?:(?:no|without) (?:\\w+ )?gaps?|gapless|uninterrupted|lückenlos\\w*|ohne lücken|sans interruption|sans trous?"
    "|sin (?:lagunas|interrupciones|huecos))\\b|无空(?:窗|白)" },
  { MUSTER_PROXY_DISTRICT,
    "^\\W*(?:[A-Z]{1,2}-)?\\d{4,6}\\W*$"
    "|\\b(?:post(?:al)? ?codes?|zip(?: codes?)?|plz|postleitzahl\\w*|codes? posta(?:l|ux)|códigos? posta(?:l|les)"
    "|districts?(?! (?:heating|cooling|nurs|manage|court|council))|boroughs?|neighbou?rhoods?|stadtteil\\w*|stadtbezirk\\w*|stadtviertel|quartiers?|arrondissements?"
    "|barrios?|distritos?|lives? (?:in|near|within)|living (?:in|near|within)|resid(?:ent|ing|ence) (?:in|of|near)"
    "|wohnhaft|wohnort|wohnsitz|domicilié\\w*|habitant|résid\\w+ à|domiciliad\\w+|residente? en|vive en)\\b"
    "|邮编|邮政编码|小区|居住|住在|本地人" },
  { MUSTER_PROXY_SCHOOL,
    "\\b(?:ivy league|oxbridge|russell group|grandes? écoles?|elite[- ]?(?:uni\\w*|hochschule|schools?)|top[- ]?\\d* "
    "(?:universit\\w+|schools?|colleges?)|target schools?|exzellenzuni\\w*|sciences po"
    "|(?-i:Harvard|Yale|Oxford|Cambridge(?! (?:English|[Cc]ert|[Ee]xam|First|Advanced))|Stanford|ETH|Tsinghua))\\b"
    "|\\b(?:universit(?:y|ies|ät|é)|college|école|universidad|hochschule|uni|lycée|gymnasium|gymnase|instituto)"
    " (?:of|de|du|des|d'|der|zu|in|von)? ?(?-i:\\p{Lu})"
    "|(?-i:\\b\\p{Lu}\\w+) (?i:university|college|universität|high school|academy|gymnasium)$"
    "|\\b(?:tu|fh|lmu|htw) (?-i:\\p{Lu})"
    "|(?<![0-9])(?:985|211)(?:[/、]?(?:985|211))?(?:院校|高校|大学|工程)?(?![0-9])|双一流|名校"
    "|\\p{Han}{2,}(?:大学|学院)(?:毕业)?$" },
};

static GRegex **
make_regexes (void)
{
  GRegex **regexes = g_new0 (GRegex *, G_N_ELEMENTS (proxies));

  for (guint i = 0; i < G_N_ELEMENTS (proxies); i++)
    {
      regexes[i] = g_regex_new (proxies[i].pattern, FLAGS, 0, NULL);
      g_assert (regexes[i] != NULL);
    }

  return regexes;
}

/** muster_proxy_get: Returns: what the value may stand for, MUSTER_PROXY_NONE for nothing that Muster knows. */
MusterProxy
muster_proxy_get (const char *value)
{
  static GRegex **regexes; /* compiled once: an editor asks at every key that is typed */

  if (g_once_init_enter (&regexes))
    g_once_init_leave (&regexes, make_regexes ());
  if (!g_utf8_validate (value, -1, NULL))
    return MUSTER_PROXY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (proxies); i++)
    if (g_regex_match (regexes[i], value, 0, NULL))
      return proxies[i].proxy;

  return MUSTER_PROXY_NONE;
}
