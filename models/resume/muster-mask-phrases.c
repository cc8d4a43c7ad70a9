/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people say about themselves beside their work, by the words for it in five languages: under a label ("Date of
 * birth: …", the label stays), as a phrase of its own ("verheiratet, zwei Kinder"), as a form of address or a
 * pronoun, and as a degree of a language that only its natives have. */

#include "muster-mask-find.h"

#include <string.h>

/* The words that come before a value; only the value is masked. */
static const struct
{
  MusterMaskKind kind;
  const char    *words;
} labels[] = {
  { MUSTER_MASK_BIRTH,
    "date of birth|d\\.?o\\.?b\\.?|birth ?date|birthday|place of birth|birth ?place|born(?: on| in| at)?|age|"
    "geburtsdatum|geburtsort|geburtstag|geburtsdatum und -ort|geboren(?: am| in)?|geb\\.(?: am)?|alter|"
    "date de naissance|lieu de naissance|date et lieu de naissance|n[ée]e?(?:\\(e\\))? le|âge|"
    "fecha de nacimiento|lugar de nacimiento|fecha y lugar de nacimiento|nacid[oa](?: el| en)?|edad|"
    "出生日期|出生年月日?|出生地|出生于|生日|年龄|年齡" },
  { MUSTER_MASK_NATIONALITY,
    "nationality|citizenship|citizen of|ethnicity|race|nationalität|staatsangehörigkeit|staatsbürgerschaft|"
    "nationalité|citoyenneté|nacionalidad|ciudadanía|国籍|國籍|民族|籍贯|户籍|户口所在地|户口" },
  { MUSTER_MASK_FAMILY,
    "marital status|civil status|family status|children|familienstand|kinder|situation familiale|"
    "situation de famille|état civil|etat civil|enfants|estado civil|hijos|"
    "婚姻状况|婚姻狀況|婚否|婚育状况|婚姻" },
  { MUSTER_MASK_GENDER, "gender|sex|pronouns|anrede|geschlecht|sexe|civilité|sexo|género|性别|性別" },
  { MUSTER_MASK_BELIEF,
    "religion|religious affiliation|denomination|konfession|religionszugehörigkeit|religión|disability|"
    "behinderung|schwerbehinderung|grad der behinderung|handicap|rqth|discapacidad|health|gesundheitszustand|"
    "宗教信仰|宗教|政治面貌|健康状况|健康狀況" },
  { MUSTER_MASK_CONTACT,
    "address|home address|postal address|current address|permanent address|residence|adresse|anschrift|wohnort|"
    "wohnhaft in|adresse postale|domicile|dirección|domicilio|lugar de residencia|residencia|ciudad de residencia|"
    "地址|住址|现居住地|现居地|现居|居住地|家庭住址|通讯地址|所在地|所在城市|tel\\.?|telephone|phone|mobile|cell|telefon|"
    "mobil|handy|téléphone|portable|teléfono|móvil|电话|手机|e-?mail|邮箱|电子邮箱" },
  { MUSTER_MASK_NAME,
    "full name|candidate name|name of candidate|vorname|nachname|familienname|vor- und nachname|"
    "nom de famille|prénom|nom et prénom|nombre y apellidos|nombre completo|apellidos|姓名|father['’]?s name|"
    "mother['’]?s name|spouse['’]?s name|geburtsname|nom de jeune fille" },
};

/* Phrases that say it by themselves; "(?<mask>…)" where only a part is masked. @languages: NULL for all. */
static const struct
{
  MusterMaskKind kind;
  gboolean       is_caseless;
  const char    *languages;
  const char    *pattern;
} phrases[] = {
  { MUSTER_MASK_BIRTH, TRUE, NULL,
    "\\b\\d{2}[ -]years?[ -]old\\b|\\baged? \\d{2}\\b|\\b\\d{2} jahre alt\\b|\\b(?:âgée? de )?\\d{2} ans\\b(?! d['’e])|"
    "\\b\\d{2} años(?: de edad)?\\b(?! de (?:exp|trab|serv))(?=[\\s]*(?:[\\n|•·;,.]|$|de edad))(?<!experiencia)" },
  { MUSTER_MASK_BIRTH, FALSE, NULL, "(?<!\\d)\\d{2}\\s?岁|(?<!\\d)(?:19|"
    "20)\\d{2}\\s?年\\s?(?:\\d{1,2}\\s?月)?\\s?出?生(?!产|物|活|态|成)" },
  { MUSTER_MASK_BIRTH, TRUE, NULL, "(?:^|(?<=[\\s(]))\\*\\s?\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{2,4}" },
  { MUSTER_MASK_FAMILY, TRUE, NULL,
    "(?:^|(?<=[\\n,;|•·:(]))\\s*(?<mask>(?:unmarried|married|single|divorced|widowed|engaged|verheiratet|ledig|"
    "geschieden|verwitwet|getrennt lebend|mariée?|marié\\(e\\)|célibataire|divorcée?|veuve?|pacsée?|casad[oa]|"
    "solter[oa]|"
    "divorciad[oa]|viud[oa])(?:\\s(?:since|seit|depuis|desde)\\s\\d{4})?)(?=\\s*(?:[\\n,;|•·.)]|$|and|und|et|y|with|"
    "mit|con|avec))" },
  { MUSTER_MASK_FAMILY, TRUE, NULL,
    "\\b(?:no|one|two|three|four|keine?|ein|zwei|drei|vier|sans|deux|trois|quatre|sin|dos|tres|cuatro|\\d)\\s"
    "(?:(?:erwachsene|kleine|grown-up|young)\\s)?(?:children|child|kinder|kind|enfants?|hij[oa]s?)\\b" },
  { MUSTER_MASK_FAMILY, TRUE, NULL,
    "\\b(?:mother|father|mum|dad|parent|mutter|vater|mère|père|madre|padre) (?:of|von|de)\\s(?:one|two|three|four|"
    "einem|"
    "einer|zwei|drei|vier|deux|trois|dos|tres|un|une|una|\\d)\\b(?:\\s(?:children|kindern?|enfants?|hij[oa]s))?" },
  { MUSTER_MASK_FAMILY, FALSE, NULL, "已婚(?:已育|未育)?|未婚|离异|丧偶|已育|未育" },
  { MUSTER_MASK_GENDER, TRUE, NULL,
    "\\b(?:she|her|hers|herself)\\b(?!\\.)|\\(?\\b(?:he|she|they)\\s?/\\s?(?:him|her|them)(?:\\s?/\\s?(?:his|hers|"
    "theirs))?\\b\\)?|"
    "\\b(?:himself|mrs|female|male|woman|gentleman|lady|männlich|weiblich|masculin|féminin|masculino|femenino|"
    "varón)\\b" },
  { MUSTER_MASK_GENDER, TRUE, "en", "\\b(?:he|his|him)\\b" },
  { MUSTER_MASK_GENDER, FALSE, NULL,
    "\\b(?:Mr|Ms|Mrs|Miss|Mx|MR|MRS)\\b\\.?(?=\\s\\p{Lu}|\\s?▒)|\\b(?:Herrn?|HERR|FRAU|Hr\\.)(?=\\s\\p{Lu}|\\s?▒)|"
    "\\bFrau\\b|"
    "\\b(?:Monsieur|Madame|Mademoiselle|Mme|Mlle)\\b|\\b(?:Señor|Señora|Señorita|Srta|Doña|Dña)\\b\\.?" },
  { MUSTER_MASK_GENDER, FALSE, "fr", "\\bM\\.(?=\\s\\p{Lu}\\p{L}{2,})(?!\\sSc)|\\b(?:homme|femme)\\b" },
  { MUSTER_MASK_GENDER, FALSE, "es", "\\b(?:Sra|Sr|D)\\.(?=\\s\\p{Lu})|\\bDon(?=\\s\\p{Lu})|\\b(?:hombre|mujer)\\b" },
  { MUSTER_MASK_GENDER, FALSE, NULL, "先生|女士|小姐|(?:^|(?<=[\\s|/,，、;；:：·•(（]))[男女](?=性?\\s*(?:[\\s|/,，、;；·•)）]|$))性?" },
  { MUSTER_MASK_NATIVE, TRUE, NULL,
    "\\b(?:native(?:[- ](?:speaker|or bilingual(?: proficiency)?|proficiency|level|fluency|language))?|"
    "mother[- ]tongue|first language|muttersprach(?:e|ler(?:in)?|lich(?:e[sr]?)?|niveau)|erstsprache|"
    "langues? maternelles?|natifs?|natives?|lenguas? maternas?|idiomas? maternos?|lenguas? nativas?|"
    "nativ[oa]s?|matern[oa]|maternelle|hablante nativ[oa])\\b(?!\\s(?:app|mobile|code|android|ios|cloud|script))" },
  { MUSTER_MASK_NATIVE, FALSE, NULL, "母语(?:水平)?|母語" },
  { MUSTER_MASK_NATIONALITY, TRUE, NULL,
    "\\b(?:u\\.?s\\.?|american|british|german|french|spanish|chinese|eu|indian|canadian|"
    "australian) citizen(?:ship)?\\b|"
    "\\b(?:deutsche|österreichische|schweizer|türkische|polnische|russische|italienische|eu)[rn]? "
    "(?:staatsangehörige[rn]?|staatsbürger(?:in)?)\\b|\\bde nationalité \\p{L}+|\\bde nacionalidad \\p{L}+|"
    "[\\p{Han}]{1,3}族(?=[\\s|/,，、;；·•]|$)" },
  { MUSTER_MASK_BELIEF, FALSE, NULL, "中共(?:预备)?党员|共青团员|群众(?=[\\s|/,，、;；·•]|$)|预备党员" },
  { MUSTER_MASK_BELIEF, TRUE, NULL,
    "(?:^|(?<=[\\n,;|•·:]))\\s*(?<mask>evangelisch|römisch-katholisch|katholisch|rk\\.?|ev\\.|roman catholic|"
    "catholic|muslim|"
    "jewish|hindu|buddhist|protestant|catholique|musulmane?|católic[oa])(?=\\s*(?:[\\n,;|•·]|$))" },
};

#define VALUE "[^\\n|•·;；▪●]{1,90}"
#define SHORT_VALUE "[^\\n|•·;；▪●,，]{1,60}(?:,\\s?\\d[^\\n|•·;；▪●,，]{1,30})?"
/* Chinese lists have blanks between their items. */
#define CHINESE_VALUE "[^\\s|•·;；，,▪●]{1,40}"

/* A value follows a colon; after birth words and a blank it is plain enough when a digit comes. */
static GRegex *
get_label_regex (gsize index)
{
  static GRegex *regexes[G_N_ELEMENTS (labels)];

  if (g_once_init_enter (&regexes[index]))
    {
      MusterMaskKind   kind = labels[index].kind;
      const char      *value = kind == MUSTER_MASK_CONTACT || kind == MUSTER_MASK_NAME ? VALUE : SHORT_VALUE;
      g_autofree char *digit
          = g_strdup_printf ("|(?:%s)\\s(?<mask>(?:the |le |el |am )?\\d" SHORT_VALUE ")", labels[index].words);
      g_autofree char *pattern = g_strdup_printf (
          "(?<![\\p{L}\\p{N}-])(?:(?:%s)(?:\\s?/\\s?[\\p{L} ]{2,30})?\\s?(?:\\s?[:：]|\\s[-–—]\\s)\\s*"
          "(?<mask>(?<=：)" CHINESE_VALUE "|%s)%s)",
          labels[index].words, value, kind == MUSTER_MASK_BIRTH ? digit : "");

      g_once_init_leave (&regexes[index], g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_DUPNAMES | G_REGEX_OPTIMIZE,
                                                       0, NULL));
    }

  return regexes[index];
}

static GRegex *
get_phrase_regex (gsize index)
{
  static GRegex *regexes[G_N_ELEMENTS (phrases)];

  if (g_once_init_enter (&regexes[index]))
    {
      GRegexCompileFlags flags = phrases[index].is_caseless ? G_REGEX_CASELESS : 0;

      g_once_init_leave (&regexes[index],
                         g_regex_new (phrases[index].pattern, flags | G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, NULL));
    }

  return regexes[index];
}

static void
find (GRegex *regex, MusterMaskKind kind, const char *text, GArray *matches)
{
  g_autoptr (GMatchInfo) info = NULL;
  int                    from, to;

  g_regex_match (regex, text, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    if (g_match_info_fetch_named_pos (info, "mask", &from, &to) && from >= 0)
      muster_mask_add_bytes (matches, kind, text, from, to);
    else if (g_match_info_fetch_pos (info, 0, &from, &to))
      muster_mask_add_bytes (matches, kind, text, from, to);
}

void
muster_mask_find_phrases (const char *text, const char *language, GArray *matches)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    find (get_label_regex (i), labels[i].kind, text, matches);
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (phrases[i].languages == NULL || g_str_equal (phrases[i].languages, language)
        || (*language == '\0' && g_str_equal (phrases[i].languages, "en")))
      find (get_phrase_regex (i), phrases[i].kind, text, matches);
}

static GRegex *
get_lone_regex (gsize index)
{
  static GRegex *regexes[G_N_ELEMENTS (labels)];

  if (g_once_init_enter (&regexes[index]))
    {
      g_autofree char *pattern
          = g_strdup_printf ("^\\s*(?:%s)(?:\\s?/\\s?[\\p{L} ]{2,30})?\\s*[:：]?\\s*$", labels[index].words);

      g_once_init_leave (&regexes[index], g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
    }

  return regexes[index];
}

gboolean
muster_mask_is_label (const char *text, MusterMaskKind *kind)
{
  if (strlen (text) > 80)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_regex_match (get_lone_regex (i), text, 0, NULL))
      {
        *kind = labels[i].kind;
        return TRUE;
      }

  return FALSE;
}
