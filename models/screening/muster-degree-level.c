/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ladder: secondary school, vocational training (Ausbildung, CAP, ciclo formativo, 中专), associate
 * (short cycle: HND, BTS, 大专), bachelor, master, doctorate. Older national degrees stand where their
 * country places them in its qualifications framework; Diplom, Magister and Staatsexamen count as master,
 * licenciatura and maîtrise as bachelor. Titles that open no door of their own (MBA) count by their level. */

#include "muster-degree-level.h"

#include "muster-phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const MusterPhrase degree_words[] = {
  /* doctorate */
  { "doctorate", MUSTER_DEGREE_DOCTORATE },
  { "doctoral degree", MUSTER_DEGREE_DOCTORATE },
  { "doctor of", MUSTER_DEGREE_DOCTORATE },
  { "doctor", MUSTER_DEGREE_DOCTORATE },
  { "phd", MUSTER_DEGREE_DOCTORATE },
  { "ph.d", MUSTER_DEGREE_DOCTORATE },
  { "dphil", MUSTER_DEGREE_DOCTORATE },
  { "juris doctor", MUSTER_DEGREE_DOCTORATE },
  { "doktor", MUSTER_DEGREE_DOCTORATE },
  { "doktorgrad", MUSTER_DEGREE_DOCTORATE },
  { "promotion", MUSTER_DEGREE_DOCTORATE },
  { "dr.-ing", MUSTER_DEGREE_DOCTORATE },
  { "dr. rer. nat", MUSTER_DEGREE_DOCTORATE },
  { "dr. phil", MUSTER_DEGREE_DOCTORATE },
  { "doctorat", MUSTER_DEGREE_DOCTORATE },
  { "docteur", MUSTER_DEGREE_DOCTORATE },
  { "doctorado", MUSTER_DEGREE_DOCTORATE },
  { "博士", MUSTER_DEGREE_DOCTORATE },
  /* master */
  { "master", MUSTER_DEGREE_MASTER },
  { "masters", MUSTER_DEGREE_MASTER },
  { "master's", MUSTER_DEGREE_MASTER },
  { "master of", MUSTER_DEGREE_MASTER },
  { "postgraduate", MUSTER_DEGREE_MASTER },
  { "graduate degree", MUSTER_DEGREE_MASTER },
  { "advanced degree", MUSTER_DEGREE_MASTER },
  { "msc", MUSTER_DEGREE_MASTER },
  { "m.sc", MUSTER_DEGREE_MASTER },
  { "M.S", MUSTER_DEGREE_MASTER },
  { "MS", MUSTER_DEGREE_MASTER },
  { "M.A", MUSTER_DEGREE_MASTER },
  { "MA", MUSTER_DEGREE_MASTER },
  { "mba", MUSTER_DEGREE_MASTER },
  { "meng", MUSTER_DEGREE_MASTER },
  { "m.eng", MUSTER_DEGREE_MASTER },
  { "m.ed", MUSTER_DEGREE_MASTER },
  { "m.tech", MUSTER_DEGREE_MASTER },
  { "mtech", MUSTER_DEGREE_MASTER },
  { "mca", MUSTER_DEGREE_MASTER },
  { "mphil", MUSTER_DEGREE_MASTER },
  { "llm", MUSTER_DEGREE_MASTER },
  { "ll.m", MUSTER_DEGREE_MASTER },
  { "masterabschluss", MUSTER_DEGREE_MASTER },
  { "masterstudium", MUSTER_DEGREE_MASTER },
  { "masterstudiengang", MUSTER_DEGREE_MASTER },
  { "diplom", MUSTER_DEGREE_MASTER },
  { "dipl.-ing", MUSTER_DEGREE_MASTER },
  { "dipl.-kfm", MUSTER_DEGREE_MASTER },
  { "dipl.-inf", MUSTER_DEGREE_MASTER },
  { "dipl", MUSTER_DEGREE_MASTER },
  { "diplomingenieur", MUSTER_DEGREE_MASTER },
  { "magister", MUSTER_DEGREE_MASTER },
  { "staatsexamen", MUSTER_DEGREE_MASTER },
  { "diplôme d'ingénieur", MUSTER_DEGREE_MASTER },
  { "diplôme de master", MUSTER_DEGREE_MASTER },
  { "mastère", MUSTER_DEGREE_MASTER },
  { "dea", MUSTER_DEGREE_MASTER },
  { "dess", MUSTER_DEGREE_MASTER },
  { "bac+5", MUSTER_DEGREE_MASTER },
  { "bac +5", MUSTER_DEGREE_MASTER },
  { "máster", MUSTER_DEGREE_MASTER },
  { "maestría", MUSTER_DEGREE_MASTER },
  { "posgrado", MUSTER_DEGREE_MASTER },
  { "硕士", MUSTER_DEGREE_MASTER },
  { "碩士", MUSTER_DEGREE_MASTER },
  { "研究生", MUSTER_DEGREE_MASTER },
  /* bachelor */
  { "bachelor", MUSTER_DEGREE_BACHELOR },
  { "bachelors", MUSTER_DEGREE_BACHELOR },
  { "bachelor's", MUSTER_DEGREE_BACHELOR },
  { "bachelor of", MUSTER_DEGREE_BACHELOR },
  { "undergraduate degree", MUSTER_DEGREE_BACHELOR },
  { "university degree", MUSTER_DEGREE_BACHELOR },
  { "college degree", MUSTER_DEGREE_BACHELOR },
  { "four-year degree", MUSTER_DEGREE_BACHELOR },
  { "bsc", MUSTER_DEGREE_BACHELOR },
  { "b.sc", MUSTER_DEGREE_BACHELOR },
  { "B.S", MUSTER_DEGREE_BACHELOR },
  { "BS", MUSTER_DEGREE_BACHELOR },
  { "B.A", MUSTER_DEGREE_BACHELOR },
  { "BA", MUSTER_DEGREE_BACHELOR },
  { "bba", MUSTER_DEGREE_BACHELOR },
  { "bfa", MUSTER_DEGREE_BACHELOR },
  { "bsn", MUSTER_DEGREE_BACHELOR },
  { "beng", MUSTER_DEGREE_BACHELOR },
  { "b.eng", MUSTER_DEGREE_BACHELOR },
  { "B.E", MUSTER_DEGREE_BACHELOR },
  { "BE", MUSTER_DEGREE_BACHELOR },
  { "b.ed", MUSTER_DEGREE_BACHELOR },
  { "bcom", MUSTER_DEGREE_BACHELOR },
  { "b.com", MUSTER_DEGREE_BACHELOR },
  { "b.tech", MUSTER_DEGREE_BACHELOR },
  { "btech", MUSTER_DEGREE_BACHELOR },
  { "bca", MUSTER_DEGREE_BACHELOR },
  { "llb", MUSTER_DEGREE_BACHELOR },
  { "ll.b", MUSTER_DEGREE_BACHELOR },
  { "bachelorabschluss", MUSTER_DEGREE_BACHELOR },
  { "bachelorstudium", MUSTER_DEGREE_BACHELOR },
  { "bachelorstudiengang", MUSTER_DEGREE_BACHELOR },
  { "hochschulabschluss", MUSTER_DEGREE_BACHELOR },
  { "hochschulstudium", MUSTER_DEGREE_BACHELOR },
  { "universitätsabschluss", MUSTER_DEGREE_BACHELOR },
  { "abgeschlossenes studium", MUSTER_DEGREE_BACHELOR },
  { "diplom (FH)", MUSTER_DEGREE_BACHELOR },
  { "dipl.-ing. (FH)", MUSTER_DEGREE_BACHELOR },
  { "licence professionnelle", MUSTER_DEGREE_BACHELOR },
  { "licence", MUSTER_DEGREE_BACHELOR },
  { "maîtrise", MUSTER_DEGREE_BACHELOR },
  { "diplôme universitaire", MUSTER_DEGREE_BACHELOR },
  { "bac+3", MUSTER_DEGREE_BACHELOR },
  { "bac +3", MUSTER_DEGREE_BACHELOR },
  { "grado", MUSTER_DEGREE_BACHELOR },
  { "grado en", MUSTER_DEGREE_BACHELOR },
  { "título universitario", MUSTER_DEGREE_BACHELOR },
  { "licenciatura", MUSTER_DEGREE_BACHELOR },
  { "licenciado", MUSTER_DEGREE_BACHELOR },
  { "licenciada", MUSTER_DEGREE_BACHELOR },
  { "diplomatura", MUSTER_DEGREE_BACHELOR },
  { "本科", MUSTER_DEGREE_BACHELOR },
  { "学士", MUSTER_DEGREE_BACHELOR },
  { "學士", MUSTER_DEGREE_BACHELOR },
  /* associate */
  { "associate degree", MUSTER_DEGREE_ASSOCIATE },
  { "associate's degree", MUSTER_DEGREE_ASSOCIATE },
  { "associates degree", MUSTER_DEGREE_ASSOCIATE },
  { "associate of", MUSTER_DEGREE_ASSOCIATE },
  { "associate in", MUSTER_DEGREE_ASSOCIATE },
  { "associate's", MUSTER_DEGREE_ASSOCIATE },
  { "associates", MUSTER_DEGREE_ASSOCIATE },
  { "associate", MUSTER_DEGREE_ASSOCIATE },
  { "A.A", MUSTER_DEGREE_ASSOCIATE },
  { "AA", MUSTER_DEGREE_ASSOCIATE },
  { "A.S", MUSTER_DEGREE_ASSOCIATE },
  { "AS", MUSTER_DEGREE_ASSOCIATE },
  { "A.A.S", MUSTER_DEGREE_ASSOCIATE },
  { "aas", MUSTER_DEGREE_ASSOCIATE },
  { "foundation degree", MUSTER_DEGREE_ASSOCIATE },
  { "hnd", MUSTER_DEGREE_ASSOCIATE },
  { "hnc", MUSTER_DEGREE_ASSOCIATE },
  { "higher national diploma", MUSTER_DEGREE_ASSOCIATE },
  { "dut", MUSTER_DEGREE_ASSOCIATE },
  { "bts", MUSTER_DEGREE_ASSOCIATE },
  { "deug", MUSTER_DEGREE_ASSOCIATE },
  { "deust", MUSTER_DEGREE_ASSOCIATE },
  { "bac+2", MUSTER_DEGREE_ASSOCIATE },
  { "bac +2", MUSTER_DEGREE_ASSOCIATE },
  { "técnico superior", MUSTER_DEGREE_ASSOCIATE },
  { "grado superior", MUSTER_DEGREE_ASSOCIATE },
  { "ciclo formativo de grado superior", MUSTER_DEGREE_ASSOCIATE },
  { "大专", MUSTER_DEGREE_ASSOCIATE },
  { "专科", MUSTER_DEGREE_ASSOCIATE },
  { "高职", MUSTER_DEGREE_ASSOCIATE },
  { "大專", MUSTER_DEGREE_ASSOCIATE },
  /* vocational */
  { "vocational", MUSTER_DEGREE_VOCATIONAL },
  { "vocational training", MUSTER_DEGREE_VOCATIONAL },
  { "apprenticeship", MUSTER_DEGREE_VOCATIONAL },
  { "apprentice", MUSTER_DEGREE_VOCATIONAL },
  { "journeyman", MUSTER_DEGREE_VOCATIONAL },
  { "trade school", MUSTER_DEGREE_VOCATIONAL },
  { "technical diploma", MUSTER_DEGREE_VOCATIONAL },
  { "diploma in", MUSTER_DEGREE_VOCATIONAL },
  { "diploma of", MUSTER_DEGREE_VOCATIONAL },
  { "diploma", MUSTER_DEGREE_VOCATIONAL },
  { "nvq", MUSTER_DEGREE_VOCATIONAL },
  { "btec", MUSTER_DEGREE_VOCATIONAL },
  { "city & guilds", MUSTER_DEGREE_VOCATIONAL },
  { "certificate iii", MUSTER_DEGREE_VOCATIONAL },
  { "certificate iv", MUSTER_DEGREE_VOCATIONAL },
  { "ausbildung", MUSTER_DEGREE_VOCATIONAL },
  { "berufsausbildung", MUSTER_DEGREE_VOCATIONAL },
  { "lehre", MUSTER_DEGREE_VOCATIONAL },
  { "berufslehre", MUSTER_DEGREE_VOCATIONAL },
  { "geselle", MUSTER_DEGREE_VOCATIONAL },
  { "gesellin", MUSTER_DEGREE_VOCATIONAL },
  { "gesellenbrief", MUSTER_DEGREE_VOCATIONAL },
  { "facharbeiter", MUSTER_DEGREE_VOCATIONAL },
  { "facharbeiterbrief", MUSTER_DEGREE_VOCATIONAL },
  { "meister", MUSTER_DEGREE_VOCATIONAL },
  { "meisterbrief", MUSTER_DEGREE_VOCATIONAL },
  { "meisterprüfung", MUSTER_DEGREE_VOCATIONAL },
  { "staatlich geprüfter techniker", MUSTER_DEGREE_VOCATIONAL },
  { "staatlich geprüfte technikerin", MUSTER_DEGREE_VOCATIONAL },
  { "ihk", MUSTER_DEGREE_VOCATIONAL },
  { "CAP", MUSTER_DEGREE_VOCATIONAL },
  { "bep", MUSTER_DEGREE_VOCATIONAL },
  { "bac pro", MUSTER_DEGREE_VOCATIONAL },
  { "baccalauréat professionnel", MUSTER_DEGREE_VOCATIONAL },
  { "formation professionnelle", MUSTER_DEGREE_VOCATIONAL },
  { "formación profesional", MUSTER_DEGREE_VOCATIONAL },
  { "ciclo formativo", MUSTER_DEGREE_VOCATIONAL },
  { "grado medio", MUSTER_DEGREE_VOCATIONAL },
  { "ciclo formativo de grado medio", MUSTER_DEGREE_VOCATIONAL },
  { "técnico en", MUSTER_DEGREE_VOCATIONAL },
  { "中专", MUSTER_DEGREE_VOCATIONAL },
  { "中职", MUSTER_DEGREE_VOCATIONAL },
  { "职高", MUSTER_DEGREE_VOCATIONAL },
  { "技校", MUSTER_DEGREE_VOCATIONAL },
  /* secondary */
  { "secondary", MUSTER_DEGREE_SECONDARY },
  { "secondary school", MUSTER_DEGREE_SECONDARY },
  { "high school", MUSTER_DEGREE_SECONDARY },
  { "high school diploma", MUSTER_DEGREE_SECONDARY },
  { "ged", MUSTER_DEGREE_SECONDARY },
  { "gcse", MUSTER_DEGREE_SECONDARY },
  { "a-level", MUSTER_DEGREE_SECONDARY },
  { "a-levels", MUSTER_DEGREE_SECONDARY },
  { "abitur", MUSTER_DEGREE_SECONDARY },
  { "fachabitur", MUSTER_DEGREE_SECONDARY },
  { "matura", MUSTER_DEGREE_SECONDARY },
  { "hochschulreife", MUSTER_DEGREE_SECONDARY },
  { "fachhochschulreife", MUSTER_DEGREE_SECONDARY },
  { "mittlere reife", MUSTER_DEGREE_SECONDARY },
  { "realschulabschluss", MUSTER_DEGREE_SECONDARY },
  { "hauptschulabschluss", MUSTER_DEGREE_SECONDARY },
  { "baccalauréat", MUSTER_DEGREE_SECONDARY },
  { "bac", MUSTER_DEGREE_SECONDARY },
  { "brevet des collèges", MUSTER_DEGREE_SECONDARY },
  { "bachillerato", MUSTER_DEGREE_SECONDARY },
  { "高中", MUSTER_DEGREE_SECONDARY },
};

static const MusterPhrases *
get_phrases (void)
{
  static MusterPhrases *phrases;

  if (g_once_init_enter (&phrases))
    g_once_init_leave (&phrases, muster_phrases_new (degree_words, G_N_ELEMENTS (degree_words)));

  return phrases;
}

GArray *
muster_degree_level_find_all (const MusterTerms *text)
{
  return muster_phrases_find_all (get_phrases (), text);
}

MusterDegreeLevel
muster_degree_level_from_text (const char *text)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (text);
  g_autoptr (GArray)      hits = muster_degree_level_find_all (terms);
  MusterDegreeLevel       highest = MUSTER_DEGREE_NONE;

  for (guint i = 0; i < hits->len; i++)
    highest = MAX (highest, (MusterDegreeLevel) g_array_index (hits, MusterPhraseHit, i).value);

  return highest;
}

/* "of Science in" and the like carry no subject. */
static gboolean
is_filler (const char *word)
{
  static const char *fillers[] = { "degree",
                                   "of",
                                   "in",
                                   "science",
                                   "arts",
                                   "a",
                                   "an",
                                   "the",
                                   "or",
                                   "higher",
                                   "abschluss",
                                   "im",
                                   "abgeschlossenes",
                                   "abgeschlossene",
                                   "zum",
                                   "zur",
                                   "als",
                                   "en",
                                   "de",
                                   "diplôme",
                                   "diplome",
                                   "titulo",
                                   "s",
                                   "and",
                                   "as",
                                   "any",
                                   "fach",
                                   "bereich",
                                   "studium",
                                   "学位",
                                   "学历",
                                   "及",
                                   "以",
                                   "上",
                                   "学",
                                   "位",
                                   "历",
                                   NULL };

  return g_strv_contains (fillers, word);
}

/* The first place from code point @start on, before @end, where a word stands that says something; @end when
 * there is none. */
static guint
skip_fillers (const MusterTerms *terms, guint start, guint end)
{
  for (guint i = 0; i < muster_terms_get_n (terms); i++)
    {
      MusterTextSpan span;
      const char    *word = muster_terms_get (terms, i, &span);

      if (span.start >= start && span.start < end && !is_filler (word))
        return span.start;
    }

  return end;
}

static char *
dup_part (const char *text, guint start, guint end)
{
  const char *from = g_utf8_offset_to_pointer (text, start);
  char       *part
      = g_strndup (from, (gsize) (g_utf8_offset_to_pointer (from, (glong) end - (glong) start) - from));
  gsize length = strlen (part);

  while (length > 0 && strchr (" ,;:(/-", part[length - 1]) != NULL)
    part[--length] = '\0';

  return part;
}

/* The subject stands behind the degree ("Bachelor of Science in Biology"), else before it ("Biology degree,
 * B.Sc."). */
char *
muster_degree_level_strip (const char *text)
{
  g_autoptr (MusterTerms) terms = muster_terms_new (text);
  g_autoptr (GArray)      hits = muster_degree_level_find_all (terms);
  guint                   end = (guint) g_utf8_strlen (text, -1);
  const MusterPhraseHit  *first, *last;
  guint                   start;

  if (hits->len == 0)
    return dup_part (text, skip_fillers (terms, 0, end), end);

  first = &g_array_index (hits, MusterPhraseHit, 0);
  last = &g_array_index (hits, MusterPhraseHit, hits->len - 1);
  start = skip_fillers (terms, last->span.start + last->span.length, end);
  if (start < end)
    return dup_part (text, start, end);

  return dup_part (text, skip_fillers (terms, 0, first->span.start), first->span.start);
}

const char *
muster_degree_level_name (MusterDegreeLevel degree)
{
  static const char *names[]
      = { "none",
          NC_ ("degree level", "secondary"),
          NC_ ("degree level", "vocational"),
          NC_ ("degree level", "associate"),
          NC_ ("degree level", "bachelor"),
          NC_ ("degree level", "master"),
          NC_ ("degree level", "doctorate") };

  g_return_val_if_fail (degree < G_N_ELEMENTS (names), "none");

  return names[degree];
}

const char *
muster_degree_level_title (MusterDegreeLevel degree)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "degree level", muster_degree_level_name (degree));
}
