/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value is protected when every word of it belongs to an attribute (or only binds: "not", "or", a number):
 * "female", "under 35 years", "ledig oder verheiratet". "Women's health nursing" has other words and passes.
 */

#include "muster-protected.h"

#include "muster-fold.h"
#include "muster-terms.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *instead;
  const char *words[80]; /* folded */
} Attribute;

static const Attribute attributes[] = {
  [MUSTER_PROTECTED_AGE] = { N_ ("ask for years of experience instead"),
    { "age",     "aged",         "young",   "younger",    "youthful",  "old",        "older",
      "elderly", "alter",        "jung",    "junge",      "junger",    "junges",     "jünger",
      "alt",     "jeune",        "âge",     "âgé",        "agé",       "edad",       "joven",
      "年龄",    "年轻",         "岁",      "以下",       "周岁",      "birth",      "birthday",
      "born",    "geburtsdatum", "geboren", "geburtstag", "naissance", "nacimiento", "under",
      "unter",   "moins",        "menor",   "mayor",      "höchstens", "maximum" } },
  [MUSTER_PROTECTED_GENDER] = { N_ ("ask for what the work needs instead"),
    { "gender", "sex",        "male",  "female",    "man",       "woman",    "men",
      "women",  "geschlecht", "mann",  "frau",      "männlich",  "weiblich", "männer",
      "frauen", "sexe",       "homme", "femme",     "masculin",  "féminin",  "sexo",
      "género", "hombre",     "mujer", "masculino", "femenino",  "性别",     "男",
      "女",     "男性",       "女性",  "lady",      "gentleman", "boy",      "girl" } },
  [MUSTER_PROTECTED_FAMILY] = { N_ ("ask for the hours or the travel that the work needs instead"),
    { "married",     "unmarried",  "single",      "divorced",  "widowed",       "marital",
      "children",    "childless",  "pregnant",    "pregnancy", "familienstand", "ledig",
      "verheiratet", "geschieden", "verwitwet",   "kinder",    "kinderlos",     "schwanger",
      "marié",       "mariée",     "célibataire", "divorcé",   "divorcée",      "enfants",
      "enceinte",    "casado",     "casada",      "soltero",   "soltera",       "hijos",
      "embarazada",  "已婚",       "未婚",        "婚姻",      "婚姻状况",      "family" } },
  [MUSTER_PROTECTED_ORIGIN] = { N_ ("ask for the right to work in the country, or for a language and its level, instead"),
    { "nationality",  "citizen",  "citizenship",  "race",
      "ethnicity",    "ethnic",   "origin",       "staatsangehörigkeit",
      "nationalität", "herkunft", "staatsbürger", "nationalité",
      "origine",      "ethnie",   "nacionalidad", "origen",
      "raza",         "国籍",     "民族",         "籍贯",
      "汉族",         "户籍",     "caucasian" } },
  [MUSTER_PROTECTED_RELIGION] = { N_ ("ask for what the work needs instead"),
    { "religion",   "religious",   "faith",      "christian", "catholic", "protestant", "muslim",
      "islamic",    "jewish",      "hindu",      "buddhist",  "atheist",  "konfession", "christlich",
      "katholisch", "evangelisch", "muslimisch", "jüdisch",   "chrétien", "catholique", "musulman",
      "juif",       "religión",    "católico",   "musulmán",  "judío",    "宗教",       "信仰" } },
  [MUSTER_PROTECTED_HEALTH] = { N_ ("ask for what the work needs a person to do instead"),
    { "healthy",  "disability", "disabled",     "handicapped",   "gesund", "behinderung", "behindert",
      "handicap", "handicapé",  "discapacidad", "discapacitado", "残疾",   "attractive",  "good-looking",
      "height",   "weight",     "attraktiv",    "身高",          "体重",   "相貌",        "端正" } },
  [MUSTER_PROTECTED_BELIEF] = { N_ ("ask for what the work needs instead"),
    { "party",
      "union",
      "unionised",
      "gewerkschaft",
      "parteimitglied",
      "partei",
      "syndicat",
      "syndiqué",
      "sindicato",
      "政治面貌",
      "党员",
      "sexual",
      "gay",
      "lesbian",
      "heterosexual" } },
};

/* Words of a binding kind are no evidence for and none against; so are names of nations, which are languages too. */
static gboolean
is_binding (const char *word)
{
  static const char *binding[]
      = { "and",    "or",     "not",        "no",          "only", "of",     "the",    "a",      "to",
          "und",    "oder",   "nicht",      "nur",         "bis",  "et",     "ou",     "de",     "le",
          "la",     "y",      "o",          "than",        "over", "uber",   "be",     "must",   "least",
          "below",  "above",  "between",    "plus",        "date", "statut", "estado", "civil",  "state",
          "status", "member", "membership", "orientation", "year", "years",  "jahre",  "jahren", "ans",
          "anos",   "的",     "和",         "或",          "及",   "限",     "仅",     "仅限",   "要求",
          "以上",   "须",     "必须",       "german",      "french", "spanish", "swiss", "austrian", "british",
          "american", "chinese", "european", "eu",        "local", "foreign", "native", "deutsche", "deutscher",
          "schweizer", "osterreichische", "europaische", "francaise", "francais", "suisse", "europeenne",
          "espanola", "espanol", "europea", "中国",       "本国", "外国",   "欧盟",  NULL };

  return g_strv_contains (binding, word) || g_unichar_isdigit (g_utf8_get_char (word));
}

static GHashTable *
make_attributes_of_words (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint a = G_N_ELEMENTS (attributes) - 1; a > MUSTER_PROTECTED_NONE; a--)
    for (gsize i = 0; i < G_N_ELEMENTS (attributes[a].words) && attributes[a].words[i] != NULL; i++)
      g_hash_table_insert (table, muster_fold (attributes[a].words[i]), GUINT_TO_POINTER (a));

  return table;
}

/* Folded once: an editor asks at every key that is typed. */
static MusterProtected
get_attribute_of_word (const char *word)
{
  static GHashTable *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, make_attributes_of_words ());

  return GPOINTER_TO_UINT (g_hash_table_lookup (table, word));
}

/* Chinese terms are single characters and the lists have words: those that begin at term @from, longest
 * first. */
static guint
match_characters (const MusterTerms *terms, guint from, MusterProtected *attribute)
{
  guint n = MIN (4, muster_terms_get_n (terms) - from);

  for (; n > 0; n--)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        g_string_append (word, muster_terms_get (terms, from + i, NULL));
      *attribute = get_attribute_of_word (word->str);
      if (*attribute != MUSTER_PROTECTED_NONE || is_binding (word->str))
        return n;
    }

  return 0;
}

/* Takes the term at @from, or those of a Chinese word that begin there. Returns: how many, 0 when it is neither of an
 * attribute nor binding. */
static guint
match_at (const MusterTerms *terms, guint from, MusterProtected *attribute)
{
  const char *word = muster_terms_get (terms, from, NULL);

  if (muster_unichar_is_cjk (g_utf8_get_char (word)))
    return match_characters (terms, from, attribute);

  *attribute = get_attribute_of_word (word);

  return *attribute != MUSTER_PROTECTED_NONE || is_binding (word) ? 1 : 0;
}

/** muster_protected_get: every word has to be of some attribute; what binds counts for all of them. */
MusterProtected
muster_protected_get (const char *value)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (value);
  MusterProtected first = MUSTER_PROTECTED_NONE;
  guint           i = 0;

  while (i < muster_terms_get_n (terms))
    {
      MusterProtected attribute = MUSTER_PROTECTED_NONE;
      guint           n = match_at (terms, i, &attribute);

      if (n == 0)
        return MUSTER_PROTECTED_NONE;
      if (first == MUSTER_PROTECTED_NONE)
        first = attribute;
      i += n;
    }

  return first;
}

const char *
muster_protected_find (const char *value)
{
  MusterProtected attribute = muster_protected_get (value);

  return attribute != MUSTER_PROTECTED_NONE ? _ (attributes[attribute].instead) : NULL;
}
