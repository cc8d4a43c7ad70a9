/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter is known by its salutation and the closing formula below it, in five languages. It has no entries: the date
 * is the day it was written, the subject a job that somebody wants. What it mentions are skills. */

#include "muster-cover-letter.h"
#include "muster-fold.h"
#include "muster-salutation.h"
#include "muster-section.h"
#include "muster-tool-mention.h"

#include <string.h>

#define MAX_CLOSING_LENGTH 120
#define MAX_BODY_LENGTH 20000

/* Folded, a blank behind the line: a closing formula begins so. */
static const char *const closings[] = {
  "sincerely",        "yours ",           "respectfully",      "kind regards",      "best regards",
  "warm regards",     "regards ",         "with kind regards", "with best regards", "best wishes",
  "mit freundlich",   "mit besten",       "mit herzlich",      "freundliche",       "viele grusse",
  "beste grusse",     "herzliche grusse", "hochachtungsvoll",  "cordialement",      "bien cordialement",
  "veuillez agreer",  "veuillez recevoir", "je vous prie d",   "dans l'attente",    "respectueusement",
  "salutations",      "atentamente",      "cordialmente",      "un cordial saludo", "saludos ",
  "regards,",         "saludos,",
  "reciba",           "reciban",          "le saluda",         "les saluda",        "此致",
  "敬礼",             "顺颂",             "顺祝",              "祝好",              "敬上",
};

static gboolean
is_closing (const MusterSheetLine *line)
{
  g_autofree char *text = NULL;

  if (line->end - line->start > MAX_CLOSING_LENGTH || line->has_bullet)
    return FALSE;
  text = g_strconcat (line->folded, " ", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (closings); i++)
    {
      if (g_str_has_prefix (text, closings[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_heading_of_entries (const MusterSheetLine *line)
{
  MusterSectionKind kind;

  return muster_heading_classify (line->text, &kind) == MUSTER_HEADING_LISTED
         && (kind == MUSTER_SECTION_WORK || kind == MUSTER_SECTION_EDUCATION || kind == MUSTER_SECTION_SKILLS);
}

/* The first closing formula below a salutation; G_MAXUINT: none before a heading. */
static guint
find_closing (const MusterSheet *sheet, guint salutation)
{
  for (guint i = salutation + 1; i < sheet->lines->len; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, i);

      if (is_closing (line))
        return i;
      if (is_heading_of_entries (line))
        break;
    }

  return G_MAXUINT;
}

/* Where the page of the salutation begins, or the line below the last heading above it. */
static guint
find_first (const MusterSheet *sheet, guint salutation)
{
  guint page = muster_sheet_line (sheet, salutation)->page;
  guint first = salutation;

  while (first > 0 && muster_sheet_line (sheet, first - 1)->page == page)
    {
      if (is_heading_of_entries (muster_sheet_line (sheet, first - 1)))
        return salutation;
      first--;
    }

  return first;
}

/**
 * muster_cover_letter_find:
 * @letter: (out): the first letter of the document
 *
 * Returns: whether there is one.
 */
gboolean
muster_cover_letter_find (const MusterSheet *sheet, MusterCoverLetter *letter)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      if (!muster_line_is_salutation (muster_sheet_line (sheet, i)))
        continue;
      letter->closing = find_closing (sheet, i);
      letter->salutation = i;
      letter->first = find_first (sheet, i);
      if (letter->closing != G_MAXUINT)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_end_of_sentence (const gunichar *text, guint n, guint i)
{
  if (text[i] == 0x3002 || text[i] == 0xff01 || text[i] == 0xff1f || text[i] == 0xff1b)
    return TRUE;

  return text[i] < 128 && strchr (".!?;", (int) text[i]) != NULL
         && (i + 1 >= n || g_unichar_isspace (text[i + 1]));
}

static gboolean
has_keyword (const MusterSkill *skill, const char *text)
{
  for (guint i = 0; i < skill->keywords->len; i++)
    {
      if (g_ascii_strcasecmp (((const MusterValue *) g_ptr_array_index (skill->keywords, i))->text, text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The line that code points [start, end) of the document stand in. */
static void
add_skill (const MusterSheet *sheet, const MusterCoverLetter *letter, guint start, guint end, MusterSkill *skill)
{
  for (guint i = letter->salutation + 1; i < letter->closing; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, i);
      MusterValue           *value;

      if (start < line->start || end > line->end)
        continue;
      value = muster_span_value (sheet, (MusterSpan){ i, start, end }, 0.6);
      if (value != NULL && !has_keyword (skill, value->text))
        g_ptr_array_add (skill->keywords, g_steal_pointer (&value));
      g_clear_pointer (&value, muster_value_free);
      return;
    }
}

/* @start: of the sentence, in code points of the document */
static void
read_sentence (const MusterSheet *sheet, const MusterCoverLetter *letter, guint start, guint end, MusterSkill *skill)
{
  MusterEvidence   place = { .start = start, .length = end - start };
  g_autofree char *sentence = muster_sheet_dup_quote (sheet, &place);
  g_autoptr (GArray) mentions = NULL;

  if (muster_sentence_denies (sentence))
    return;
  mentions = muster_tool_mentions_find (sentence, FALSE);
  for (guint i = 0; i < mentions->len; i++)
    {
      const MusterToolMention *mention = &g_array_index (mentions, MusterToolMention, i);

      add_skill (sheet, letter, start + mention->start, start + mention->start + mention->length, skill);
    }
}

void
muster_cover_letter_read_skills (const MusterSheet *sheet, const MusterCoverLetter *letter, MusterProfile *profile)
{
  guint        begin = muster_sheet_line (sheet, letter->salutation)->end;
  guint        end = muster_sheet_line (sheet, letter->closing)->start;
  MusterSkill *skill;

  if (end <= begin || end > sheet->n_characters)
    return;
  skill = muster_skill_new ();
  end = MIN (end, begin + MAX_BODY_LENGTH);
  for (guint i = begin; i < end; i++)
    {
      if (i + 1 < end && !is_end_of_sentence (sheet->characters, sheet->n_characters, i))
        continue;
      read_sentence (sheet, letter, begin, i + 1, skill);
      begin = i + 1;
    }
  if (skill->keywords->len > 0)
    g_ptr_array_add (profile->skills, skill);
  else
    muster_skill_free (skill);
}
