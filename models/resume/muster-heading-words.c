/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a heading says: looked up as a whole, as a list of known headings, or put together from a small
 * vocabulary. */

#include "muster-section.h"
#include "muster-fold.h"
#include "muster-lexicon.h"

#include <string.h>

#define MAX_HEADING_LENGTH 70
#define MAX_HEADING_WORDS 7

static MusterSectionKind
kind_from_name (const char *name, gsize length)
{
  static const char *names[MUSTER_N_SECTION_KINDS] = {
    "top",          "work",    "education", "skills",     "languages", "certificates",
    "courses",      "summary", "contact",   "personal",   "projects",  "volunteering",
    "publications", "awards",  "interests", "references", "other",
  };

  for (guint i = 0; i < MUSTER_N_SECTION_KINDS; i++)
    {
      if (strlen (names[i]) == length && strncmp (names[i], name, length) == 0)
        return (MusterSectionKind) i;
    }

  return MUSTER_SECTION_OTHER;
}

/* Of headings that are joined ("Education and Skills"), the kind that the section is read as. */
static MusterSectionKind
stronger_kind (MusterSectionKind a, MusterSectionKind b)
{
  static const MusterSectionKind order[] = { MUSTER_SECTION_WORK,
                                             MUSTER_SECTION_EDUCATION,
                                             MUSTER_SECTION_SKILLS,
                                             MUSTER_SECTION_CERTIFICATES,
                                             MUSTER_SECTION_LANGUAGES };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (a == order[i] || b == order[i])
        return order[i];
    }

  return a;
}

static gboolean
look_up (const char *text, MusterSectionKind *kind)
{
  const char *value = muster_lexicon_lookup_squeezed (muster_lexicon_get ("headings"), text);

  if (value == NULL)
    return FALSE;
  *kind = kind_from_name (value, strlen (value));

  return TRUE;
}

/* "1. Education:" -> "Education" */
static char *
dup_bare (const char *text)
{
  const char *from = text;
  char       *bare;
  gsize       n;

  while (*from != '\0' && !g_unichar_isalpha (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  bare = g_strdup (from);
  n = strlen (bare);
  while (n > 0 && strchr (":-. )(_", bare[n - 1]) != NULL)
    bare[--n] = '\0';

  return bare;
}

/* "教育背景 Education": either half says it. */
static gboolean
look_up_halves (const char *text, MusterSectionKind *kind)
{
  g_autoptr (GString) chinese = g_string_new (NULL);
  g_autoptr (GString) latin = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (muster_unichar_is_cjk (c) ? chinese : latin, c);
    }
  if (chinese->len == 0 || latin->len == 0)
    return FALSE;

  return look_up (chinese->str, kind) || look_up (latin->str, kind);
}

static GRegex *
get_joiner (void)
{
  static GRegex *joiner;

  if (g_once_init_enter (&joiner))
    g_once_init_leave (
        &joiner,
        g_regex_new ("\\s*(?:[&/+,|•]| and | und | et | y | e |和|与|及)\\s*", G_REGEX_OPTIMIZE, 0, NULL));

  return joiner;
}

/* "Skills, Languages & Interests": every part is a heading. */
static gboolean
look_up_parts (const char *folded, MusterSectionKind *kind)
{
  g_auto (GStrv) parts = g_regex_split (get_joiner (), folded, 0);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      MusterSectionKind part;

      if (*parts[i] == '\0')
        continue;
      if (!look_up (parts[i], &part))
        return FALSE;
      *kind = n == 0 ? part : stronger_kind (*kind, part);
      n++;
    }

  return n >= 2;
}

typedef struct
{
  guint             n_words;
  guint             n_known;
  guint             n_classes;
  MusterSectionKind kind;
  int               rank;
} Composition;

static void
note_word (Composition *composition, const char *word)
{
  const char *value = muster_lexicon_lookup (muster_lexicon_get ("heading-words"), word);
  const char *blank = value != NULL ? strchr (value, ' ') : NULL;
  int         rank;

  composition->n_words++;
  if (blank == NULL)
    return;
  composition->n_known++;
  rank = (int) g_ascii_strtoll (blank + 1, NULL, 10);
  if (rank == 0)
    return;
  composition->n_classes++;
  if (rank >= composition->rank)
    {
      composition->rank = rank;
      composition->kind = kind_from_name (value, (gsize) (blank - value));
    }
}

static MusterHeadingStrength
compose (const char *folded, MusterSectionKind *kind)
{
  g_auto (GStrv) words = g_strsplit_set (folded, " ,&/+-–:|()", -1);
  Composition composition = { 0, 0, 0, MUSTER_SECTION_OTHER, 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        note_word (&composition, words[i]);
    }
  if (composition.n_classes == 0 || composition.n_words > MAX_HEADING_WORDS)
    return MUSTER_HEADING_NONE;
  *kind = composition.kind;

  return composition.n_known == composition.n_words ? MUSTER_HEADING_COMPOSED : MUSTER_HEADING_PARTIAL;
}

/**
 * muster_heading_classify:
 * @text: a whole line
 * @kind: (out): what the section is about
 *
 * Returns: how sure the words of @text make it that it is a heading; its style is not looked at.
 */
MusterHeadingStrength
muster_heading_classify (const char *text, MusterSectionKind *kind)
{
  g_autofree char *bare = dup_bare (text);
  g_autofree char *folded = NULL;

  if (*bare == '\0' || g_utf8_strlen (bare, -1) > MAX_HEADING_LENGTH)
    return MUSTER_HEADING_NONE;
  if (look_up (bare, kind) || look_up_halves (bare, kind))
    return MUSTER_HEADING_LISTED;

  folded = muster_fold (bare);
  if (look_up_parts (folded, kind))
    return MUSTER_HEADING_LISTED;

  return compose (folded, kind);
}
