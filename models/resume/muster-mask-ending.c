/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles that tell a gender by their end: Projektleiterin, directrice, ingeniera, chairwoman. Both forms lose it
 * ("Projektleit▒▒▒"), or what is left of one would tell the other. Within a title every word is looked at, elsewhere
 * only words that are titles by themselves. */

#include "muster-fold.h"
#include "muster-mask-find.h"
#include "muster-title.h"

#include <string.h>

#define MIN_TITLE_SCORE 0.5

/* Ends that belong together; @stem: letters that must stay before them. Longer ones first. */
typedef struct
{
  const char *language;
  const char *end;
  guint       stem;
  gboolean    is_plain; /* common in words that are no titles: only within a title */
} Ending;

static const Ending endings[] = {
  { "de", "innen", 5, FALSE },      { "de", "kaufmann", 0, FALSE },  { "de", "kauffrau", 0, FALSE },
  { "de", "kaufleute", 0, FALSE },  { "de", "fachfrau", 0, FALSE },  { "de", "fachmann", 0, FALSE },
  { "de", "schwester", 5, FALSE },  { "de", "pfleger", 5, FALSE },   { "de", "pflegerin", 5, FALSE },
  { "de", "eurin", 3, FALSE },      { "de", "erin", 4, FALSE },      { "de", "orin", 4, FALSE },
  { "de", "entin", 3, FALSE },      { "de", "antin", 3, FALSE },     { "de", "istin", 3, FALSE },
  { "de", "ologin", 3, FALSE },     { "de", "arin", 4, FALSE },      { "de", "ktin", 3, FALSE },
  { "de", "wältin", 2, FALSE },     { "de", "wirtin", 3, FALSE },    { "de", "ärztin", 0, FALSE },
  { "de", "arzt", 0, TRUE },        { "de", "eur", 3, TRUE },        { "de", "ologe", 3, TRUE },
  { "de", "oge", 4, TRUE },         { "de", "ent", 4, TRUE },        { "de", "ant", 4, TRUE },
  { "de", "ist", 4, TRUE },         { "de", "scher", 3, TRUE },      { "de", "sche", 3, TRUE },
  { "de", "ender", 3, TRUE },       { "de", "ende", 3, TRUE },       { "de", "licher", 3, TRUE },
  { "de", "liche", 3, TRUE },       { "de", "stellter", 3, FALSE },  { "de", "stellte", 3, FALSE },
  { "de", "tragter", 4, FALSE },    { "de", "tragte", 4, FALSE },    { "de", "er", 4, TRUE },
  { "de", "or", 4, TRUE },          { "de", "mann", 3, TRUE },       { "de", "frau", 3, TRUE },
  { "fr", "trices", 3, FALSE },     { "fr", "trice", 3, FALSE },     { "fr", "teuse", 3, FALSE },
  { "fr", "teur", 3, FALSE },       { "fr", "euse", 3, FALSE },      { "fr", "eure", 4, FALSE },
  { "fr", "eur", 4, TRUE },         { "fr", "ière", 3, FALSE },      { "fr", "ier", 3, TRUE },
  { "fr", "ienne", 3, FALSE },      { "fr", "ien", 3, TRUE },        { "fr", "ère", 3, TRUE },
  { "fr", "er", 4, TRUE },          { "fr", "ante", 4, TRUE },       { "fr", "ant", 4, TRUE },
  { "fr", "ente", 4, TRUE },        { "fr", "ée", 4, TRUE },         { "fr", "é", 4, TRUE },
  { "fr", "ive", 4, TRUE },         { "fr", "if", 4, TRUE },         { "es", "oras", 3, FALSE },
  { "es", "ora", 4, FALSE },        { "es", "ores", 3, TRUE },
  { "es", "or", 4, TRUE },          { "es", "iera", 4, FALSE },      { "es", "iero", 4, TRUE },
  { "es", "era", 4, TRUE },         { "es", "ero", 4, TRUE },        { "es", "ica", 3, TRUE },
  { "es", "ico", 3, TRUE },         { "es", "ada", 3, TRUE },        { "es", "ado", 3, TRUE },
  { "es", "iva", 5, TRUE },         { "es", "ivo", 5, TRUE },        { "es", "aria", 4, TRUE },
  { "es", "ario", 4, TRUE },        { "es", "jefa", 0, FALSE },      { "es", "jefe", 0, FALSE },
  { "es", "oga", 3, TRUE },         { "es", "ogo", 3, TRUE },        { "es", "ecta", 4, TRUE },
  { "es", "ecto", 4, TRUE },        { "es", "enta", 4, TRUE },       { "es", "ente", 4, TRUE },
  { "en", "woman", 3, FALSE },      { "en", "women", 3, FALSE },     { "en", "chairman", 0, FALSE },
  { "en", "salesman", 0, FALSE },   { "en", "foreman", 0, FALSE },   { "en", "craftsman", 0, FALSE },
  { "en", "businessman", 0, FALSE }, { "en", "handyman", 0, FALSE }, { "en", "spokesman", 0, FALSE },
  { "en", "repairman", 0, FALSE },  { "en", "policeman", 0, FALSE }, { "en", "fireman", 0, FALSE },
  { "en", "waitress", 0, FALSE },   { "en", "actress", 0, FALSE },   { "en", "hostess", 0, FALSE },
  { "en", "stewardess", 0, FALSE }, { "en", "waiter", 0, FALSE },    { "en", "steward", 0, FALSE },
};

/* Without the language the plain ends say too little, but for German, whose titles stand in lists without it. */
static gboolean
applies (const Ending *ending, const char *language, gboolean is_title)
{
  if (ending->is_plain && !is_title && !g_str_equal (ending->language, language))
    return FALSE;

  return g_str_equal (ending->language, language) || g_str_equal (ending->language, "en")
         || (*language == '\0' && !ending->is_plain);
}

static const Ending *
find_ending (const char *word, glong n_letters, const char *language, gboolean is_title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i].end) && applies (&endings[i], language, is_title)
        && n_letters >= (glong) endings[i].stem + g_utf8_strlen (endings[i].end, -1))
      return &endings[i];

  return NULL;
}

/* Leiterin is a title because Leiter is one. */
static gboolean
names_title (const char *word)
{
  g_autofree char *masculine
      = g_str_has_suffix (word, "in") && strlen (word) > 4 ? g_strndup (word, strlen (word) - 2) : NULL;

  return muster_title_score (word) >= MIN_TITLE_SCORE
         || (masculine != NULL && muster_title_score (masculine) >= MIN_TITLE_SCORE);
}

/* The same for everybody. */
static gboolean
is_neutral (const char *word)
{
  static const char *const neutral[] = { "senior", "junior", "master", "bachelor", "major", "computer", "server",
                                         "sommer", "docker", "software", "hardware", "kinder", "docent", "student",
                                         "premier", "dernier", "chantier", "atelier", "courrier", "métier", "papier",
                                         "quartier", "dossier", "secteur", "moteur", "valeur", "chaleur", "couleur",
                                         "hauteur", "mayor", "sector", "motor", "exterior", "interior", "valor",
                                         "enero" };

  for (gsize i = 0; i < G_N_ELEMENTS (neutral); i++)
    if (g_str_equal (word, neutral[i]))
      return TRUE;

  return FALSE;
}

/* "Enfermera de Atención Primaria": what follows is no longer the person. */
static gboolean
ends_title (const char *word)
{
  static const char *const words[] = { "de", "du", "des", "d", "en", "del", "para", "por", "à", "a", "au", "aux",
                                       "pour", "für", "im", "in", "bei", "am", "of", "for", "at", "mit", "con", "avec" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return TRUE;

  return FALSE;
}

/* German titles with a hyphenated or compound head: the last part decides. */
static gboolean
is_feminine (const Ending *ending)
{
  return !ending->is_plain && g_str_equal (ending->language, "de");
}

static void
look_at_word (const char *text, const char *from, const char *to, const char *language, gboolean *is_title,
              GArray *matches)
{
  g_autofree char *verbatim = g_strndup (from, (gsize) (to - from));
  g_autofree char *word = g_utf8_strdown (verbatim, -1);
  const Ending    *ending = find_ending (word, g_utf8_strlen (word, -1), language, *is_title);
  gboolean         has_capital = !g_unichar_islower (g_utf8_get_char (from));
  const char      *at;

  if (ends_title (word))
    *is_title = FALSE;
  if (ending == NULL || is_neutral (word))
    return;
  if (is_feminine (ending) ? !has_capital : !*is_title && !names_title (word))
    return;
  at = g_utf8_offset_to_pointer (from, g_utf8_strlen (word, -1) - g_utf8_strlen (ending->end, -1));
  if (at == from && ending->stem > 0)
    return;
  muster_mask_add_bytes (matches, MUSTER_MASK_GENDER, text, (int) (at - text), (int) (to - text));
}

/* "Diplômé(e)", "Projektleiter/in", "Mitarbeiter:in": both at once tells nothing. */
static gboolean
is_both (const char *to)
{
  return g_str_has_prefix (to, "(e)") || g_str_has_prefix (to, "/in") || g_str_has_prefix (to, ":in")
         || g_str_has_prefix (to, "*in") || g_str_has_prefix (to, "(in)") || g_str_has_prefix (to, "/a")
         || g_str_has_prefix (to, "(a)") || g_str_has_prefix (to, "·e");
}

void
muster_mask_find_endings (const char *text, const char *language, gboolean is_title, GArray *matches)
{
  const char *from = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_letter = c != 0 && g_unichar_isalpha (c) && !muster_unichar_is_cjk (c);

      if (is_letter && from == NULL)
        from = p;
      else if (!is_letter && from != NULL)
        {
          if (!is_both (p))
            look_at_word (text, from, p, language, &is_title, matches);
          from = NULL;
        }
      if (c == 0)
        break;
    }
}
