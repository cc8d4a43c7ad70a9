/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are put on the level where their country's guides to writing a resume put them: "fluent", fließend,
 * courant and 流利 C1; "good", gut, bon niveau and CET-6 B2; intermediate B1; basics A2. */

#include "muster-language-level.h"

#include "muster-listed.h"
#include "muster-phrases.h"

#include <glib/gi18n-lib.h>

static const MusterPhrase level_words[] = {
  { "A1", MUSTER_LEVEL_A1 },
  { "A2", MUSTER_LEVEL_A2 },
  { "B1", MUSTER_LEVEL_B1 },
  { "B2", MUSTER_LEVEL_B2 },
  { "C1", MUSTER_LEVEL_C1 },
  { "C2", MUSTER_LEVEL_C2 },
  { "a1", MUSTER_LEVEL_A1 },
  { "a2", MUSTER_LEVEL_A2 },
  { "b1", MUSTER_LEVEL_B1 },
  { "b2", MUSTER_LEVEL_B2 },
  { "c1", MUSTER_LEVEL_C1 },
  { "c2", MUSTER_LEVEL_C2 },
  /* English */
  { "native", MUSTER_LEVEL_NATIVE },
  { "native speaker", MUSTER_LEVEL_NATIVE },
  { "mother tongue", MUSTER_LEVEL_NATIVE },
  { "first language", MUSTER_LEVEL_NATIVE },
  { "bilingual", MUSTER_LEVEL_NATIVE },
  { "near native", MUSTER_LEVEL_C2 },
  { "near-native", MUSTER_LEVEL_C2 },
  { "full professional", MUSTER_LEVEL_C1 },
  { "fluent", MUSTER_LEVEL_C1 },
  { "fluently", MUSTER_LEVEL_C1 },
  { "fluency", MUSTER_LEVEL_C1 },
  { "proficient", MUSTER_LEVEL_C1 },
  { "excellent", MUSTER_LEVEL_C1 },
  { "very good", MUSTER_LEVEL_C1 },
  { "business fluent", MUSTER_LEVEL_C1 },
  { "advanced", MUSTER_LEVEL_C1 },
  { "upper intermediate", MUSTER_LEVEL_B2 },
  { "professional working", MUSTER_LEVEL_B2 },
  { "professional proficiency", MUSTER_LEVEL_B2 },
  { "professional", MUSTER_LEVEL_B2 },
  { "good", MUSTER_LEVEL_B2 },
  { "working knowledge", MUSTER_LEVEL_B1 },
  { "conversational", MUSTER_LEVEL_B1 },
  { "intermediate", MUSTER_LEVEL_B1 },
  { "lower intermediate", MUSTER_LEVEL_B1 },
  { "limited working", MUSTER_LEVEL_B1 },
  { "basic", MUSTER_LEVEL_A2 },
  { "basics", MUSTER_LEVEL_A2 },
  { "basic knowledge", MUSTER_LEVEL_A2 },
  { "elementary", MUSTER_LEVEL_A2 },
  { "pre-intermediate", MUSTER_LEVEL_A2 },
  { "beginner", MUSTER_LEVEL_A1 },
  /* German */
  { "muttersprache", MUSTER_LEVEL_NATIVE },
  { "muttersprachler", MUSTER_LEVEL_NATIVE },
  { "muttersprachlerin", MUSTER_LEVEL_NATIVE },
  { "muttersprachlich", MUSTER_LEVEL_NATIVE },
  { "zweisprachig", MUSTER_LEVEL_NATIVE },
  { "verhandlungssicher", MUSTER_LEVEL_C1 },
  { "verhandlungssicheres", MUSTER_LEVEL_C1 },
  { "verhandlungssichere", MUSTER_LEVEL_C1 },
  { "fließend", MUSTER_LEVEL_C1 },
  { "fließende", MUSTER_LEVEL_C1 },
  { "fließendes", MUSTER_LEVEL_C1 },
  { "sehr gut", MUSTER_LEVEL_C1 },
  { "sehr gute", MUSTER_LEVEL_C1 },
  { "fortgeschritten", MUSTER_LEVEL_B2 },
  { "fortgeschrittene", MUSTER_LEVEL_B2 },
  { "gut", MUSTER_LEVEL_B2 },
  { "gute", MUSTER_LEVEL_B2 },
  { "gute kenntnisse", MUSTER_LEVEL_B2 },
  { "sicher in wort und schrift", MUSTER_LEVEL_B2 },
  { "mittelstufe", MUSTER_LEVEL_B1 },
  { "konversationssicher", MUSTER_LEVEL_B1 },
  { "grundkenntnisse", MUSTER_LEVEL_A2 },
  { "schulkenntnisse", MUSTER_LEVEL_A2 },
  { "anfänger", MUSTER_LEVEL_A1 },
  /* French */
  { "langue maternelle", MUSTER_LEVEL_NATIVE },
  { "maternelle", MUSTER_LEVEL_NATIVE },
  { "natif", MUSTER_LEVEL_NATIVE },
  { "bilingue", MUSTER_LEVEL_NATIVE },
  { "courant", MUSTER_LEVEL_C1 },
  { "courante", MUSTER_LEVEL_C1 },
  { "couramment", MUSTER_LEVEL_C1 },
  { "avancé", MUSTER_LEVEL_C1 },
  { "très bon niveau", MUSTER_LEVEL_C1 },
  { "très bonne maîtrise", MUSTER_LEVEL_C1 },
  { "lu, écrit, parlé", MUSTER_LEVEL_B2 },
  { "Lu, écrit, parlé", MUSTER_LEVEL_B2 },
  { "lu, parlé, écrit", MUSTER_LEVEL_B2 },
  { "bon niveau", MUSTER_LEVEL_B2 },
  { "bonne maîtrise", MUSTER_LEVEL_B2 },
  { "bonnes connaissances", MUSTER_LEVEL_B2 },
  { "professionnel", MUSTER_LEVEL_B2 },
  { "professionnelle", MUSTER_LEVEL_B2 },
  { "intermédiaire", MUSTER_LEVEL_B1 },
  { "niveau moyen", MUSTER_LEVEL_B1 },
  { "notions", MUSTER_LEVEL_A2 },
  { "scolaire", MUSTER_LEVEL_A2 },
  { "élémentaire", MUSTER_LEVEL_A2 },
  { "débutant", MUSTER_LEVEL_A1 },
  { "débutante", MUSTER_LEVEL_A1 },
  /* Spanish */
  { "nativo", MUSTER_LEVEL_NATIVE },
  { "nativa", MUSTER_LEVEL_NATIVE },
  { "lengua materna", MUSTER_LEVEL_NATIVE },
  { "materno", MUSTER_LEVEL_NATIVE },
  { "bilingüe", MUSTER_LEVEL_NATIVE },
  { "fluido", MUSTER_LEVEL_C1 },
  { "fluida", MUSTER_LEVEL_C1 },
  { "con fluidez", MUSTER_LEVEL_C1 },
  { "avanzado", MUSTER_LEVEL_C1 },
  { "nivel alto", MUSTER_LEVEL_C1 },
  { "muy bueno", MUSTER_LEVEL_C1 },
  { "profesional", MUSTER_LEVEL_B2 },
  { "buen nivel", MUSTER_LEVEL_B2 },
  { "bueno", MUSTER_LEVEL_B2 },
  { "intermedio alto", MUSTER_LEVEL_B2 },
  { "intermedio", MUSTER_LEVEL_B1 },
  { "nivel medio", MUSTER_LEVEL_B1 },
  { "conversación", MUSTER_LEVEL_B1 },
  { "básico", MUSTER_LEVEL_A2 },
  { "nociones", MUSTER_LEVEL_A2 },
  { "elemental", MUSTER_LEVEL_A2 },
  { "principiante", MUSTER_LEVEL_A1 },
  /* Chinese */
  { "母语", MUSTER_LEVEL_NATIVE },
  { "母語", MUSTER_LEVEL_NATIVE },
  { "双语", MUSTER_LEVEL_NATIVE },
  { "精通", MUSTER_LEVEL_C1 },
  { "流利", MUSTER_LEVEL_C1 },
  { "流畅", MUSTER_LEVEL_C1 },
  { "专业八级", MUSTER_LEVEL_C1 },
  { "专八", MUSTER_LEVEL_C1 },
  { "熟练", MUSTER_LEVEL_B2 },
  { "良好", MUSTER_LEVEL_B2 },
  { "六级", MUSTER_LEVEL_B2 },
  { "CET-6", MUSTER_LEVEL_B2 },
  { "CET6", MUSTER_LEVEL_B2 },
  { "CET 6", MUSTER_LEVEL_B2 },
  { "中级", MUSTER_LEVEL_B1 },
  { "一般", MUSTER_LEVEL_B1 },
  { "四级", MUSTER_LEVEL_B1 },
  { "CET-4", MUSTER_LEVEL_B1 },
  { "CET4", MUSTER_LEVEL_B1 },
  { "CET 4", MUSTER_LEVEL_B1 },
  { "基础", MUSTER_LEVEL_A2 },
  { "初级", MUSTER_LEVEL_A2 },
  { "入门", MUSTER_LEVEL_A1 },
};

static const MusterPhrases *
get_phrases (void)
{
  static MusterPhrases *phrases;

  if (g_once_init_enter (&phrases))
    g_once_init_leave (&phrases, muster_phrases_new (level_words, G_N_ELEMENTS (level_words)));

  return phrases;
}

GArray *
muster_language_level_find_all (const MusterTerms *text)
{
  return muster_phrases_find_all (get_phrases (), text);
}

MusterLanguageLevel
muster_language_level_from_text (const char *text)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (text);
  g_autoptr (GArray)      hits = muster_language_level_find_all (terms);
  MusterLanguageLevel     highest = MUSTER_LEVEL_UNSTATED;

  for (guint i = 0; i < hits->len; i++)
    highest = MAX (highest, (MusterLanguageLevel) g_array_index (hits, MusterPhraseHit, i).value);

  return highest;
}

const char *
muster_language_level_name (MusterLanguageLevel level)
{
  static const char *names[] = { "", "A1", "A2", "B1", "B2", "C1", "C2", NC_ ("language level", "native") };

  g_return_val_if_fail (level < G_N_ELEMENTS (names), "");

  return names[level];
}

const char *
muster_language_level_title (MusterLanguageLevel level)
{
  const char *name = muster_language_level_name (level);

  return *name != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, "language level", name) : name;
}

const char *
muster_language_at (const MusterTerms *text, guint from, guint *n_terms)
{
  return muster_listed_at (muster_lexicon_get ("languages"), text, from, n_terms);
}

const char *
muster_language_code (const char *text)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (text);
  guint                   n_taken;

  for (guint i = 0; i < muster_terms_get_n (terms); i++)
    {
      const char *code = muster_language_at (terms, i, &n_taken);

      if (code != NULL)
        return code;
    }

  return NULL;
}

/* The list goes from names to codes; the few names that are needed the other way round are the languages that
 * advertisements ask for. */
char *
muster_language_name (const char *code)
{
  static const char *names[]
      = { "ar", "Arabic",  "cs", "Czech",     "da", "Danish",  "de", "German",     "el", "Greek",
          "en", "English", "es", "Spanish",   "fi", "Finnish", "fr", "French",     "he", "Hebrew",
          "hi", "Hindi",   "hu", "Hungarian", "it", "Italian", "ja", "Japanese",   "ko", "Korean",
          "nl", "Dutch",   "no", "Norwegian", "pl", "Polish",  "pt", "Portuguese", "ro", "Romanian",
          "ru", "Russian", "sv", "Swedish",   "tr", "Turkish", "uk", "Ukrainian",  "vi", "Vietnamese",
          "zh", "Chinese", NULL };

  for (guint i = 0; names[i] != NULL; i += 2)
    if (g_str_equal (names[i], code))
      return g_strdup (names[i + 1]);

  return g_strdup (code);
}
