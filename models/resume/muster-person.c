/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name is mostly the largest text near the top that is neither a title nor a place nor a heading, and the
 * e-mail address often repeats it. */

#include "muster-person.h"
#include "muster-salutation.h"
#include "muster-contact.h"
#include "muster-fold.h"
#include "muster-lexicon.h"
#include "muster-place.h"
#include "muster-title.h"

#include <math.h>
#include <string.h>

#define MAX_NAME_WORDS 5
#define MAX_NAME_LENGTH 48
#define MAX_LABEL_LENGTH 80

typedef struct
{
  MusterSpan spans[2];
  guint      n_spans;
  char      *text;
  double     size_pt;
  double     y_pt;
  double     score;
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->text);
}

static gboolean
is_name_word (const char *word)
{
  gunichar           first = g_utf8_get_char (word);
  static const char *particles[]
      = { "de", "del", "della", "der", "den", "von", "van", "zu",  "la",  "le", "da",  "dos", "do", "di",
          "al", "el",  "bin",   "ibn", "y",   "e",   "und", "ter", "ten", "du", "des", "san", "af", "av" };

  if (g_unichar_isupper (first) || g_unichar_istitle (first))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
    {
      if (strcmp (word, particles[i]) == 0)
        return TRUE;
    }

  return g_utf8_strlen (word, -1) > 2 && (word[1] == '\'' || g_str_has_prefix (g_utf8_next_char (word), "’"));
}

static gboolean
is_chinese_name (const char *text)
{
  glong            n = g_utf8_strlen (text, -1);
  const char      *p = text;
  g_autofree char *one = NULL, *two = NULL;

  if (n < 2 || n > 4)
    return FALSE;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!muster_unichar_is_cjk (g_utf8_get_char (p)))
        return FALSE;
    }
  one = g_utf8_substring (text, 0, 1);
  two = g_utf8_substring (text, 0, 2);

  return muster_lexicon_lookup (muster_lexicon_get ("surnames"), one) != NULL
         || (n > 2 && muster_lexicon_lookup (muster_lexicon_get ("surnames"), two) != NULL);
}

static gboolean
is_document_title (const char *text)
{
  static const char *titles[] = { "curriculumvitae",
                                  "cv",
                                  "resume",
                                  "lebenslauf",
                                  "tabellarischerlebenslauf",
                                  "vita",
                                  "curriculum",
                                  "简历",
                                  "个人简历",
                                  "履歷",
                                  "履歷表",
                                  "個人履歷",
                                  "hojadevida",
                                  "bewerbung",
                                  "currículumvitae",
                                  "coverletter",
                                  "applicationform",
                                  "jobapplication",
                                  "bewerbungsbogen",
                                  "personalbogen",
                                  "candidature",
                                  "求职简历",
                                  "application",
                                  "bewerbungsunterlagen",
                                  "personalresume",
                                  "myresume",
                                  "resumecv",
                                  "cvresume" };
  g_autofree char   *squeezed = muster_fold_squeezed (text);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (strcmp (squeezed, titles[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Letters, blanks, dots, hyphens and apostrophes only; every word a name's. */
static gboolean
may_be_name (const char *text)
{
  g_auto (GStrv) words = NULL;
  guint             n = 0;
  MusterSectionKind kind;

  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_NAME_LENGTH || is_document_title (text))
    return FALSE;
  if (is_chinese_name (text))
    return muster_heading_classify (text, &kind) < MUSTER_HEADING_LISTED;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && g_utf8_strchr (" .-'’‐‑\"“”()", -1, c) == NULL)
        return FALSE;
      if (muster_unichar_is_cjk (c))
        return FALSE;
    }
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!is_name_word (words[i]))
        return FALSE;
      n++;
    }

  return n >= 1 && n <= MAX_NAME_WORDS && muster_heading_classify (text, &kind) < MUSTER_HEADING_LISTED;
}

/* How much of the name's words stands before the @ of the e-mail: 0..1 */
static double
share_in_email (const char *text, const MusterValue *email)
{
  g_autofree char *folded = muster_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " -.'", -1);
  g_autofree char *local
      = email != NULL ? g_strndup (email->text, strcspn (email->text, "@")) : g_strdup ("");
  g_autofree char *squeezed = muster_fold_squeezed (local);
  guint            n = 0, n_found = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (length < 2)
        continue;
      n++;
      if (length >= 3 && strstr (squeezed, words[i]) != NULL)
        n_found++;
      else if (length > 5)
        {
          g_autofree char *start = g_strndup (words[i], 4);

          n_found += strstr (squeezed, start) != NULL;
        }
    }

  return n > 0 ? (double) n_found / n : 0;
}

static void
add_candidate (GArray *candidates, const MusterSheet *sheet, const MusterSpan *spans, guint n_spans)
{
  Candidate              candidate = { .n_spans = n_spans };
  const MusterSheetLine *line = muster_sheet_line (sheet, spans[0].line);

  memcpy (candidate.spans, spans, n_spans * sizeof (MusterSpan));
  candidate.text = muster_spans_dup_text (sheet, spans, n_spans);
  candidate.size_pt = line->size_pt;
  candidate.y_pt = line->box.y;
  if (may_be_name (candidate.text))
    g_array_append_val (candidates, candidate);
  else
    g_free (candidate.text);
}

/* Pieces of a line between signs, commas and changes of style. */
static void
add_pieces (GArray *candidates, const MusterSheet *sheet, guint index)
{
  const MusterSheetLine *line = muster_sheet_line (sheet, index);
  const MusterWord      *words = muster_sheet_words (sheet, line);
  MusterSpan             whole = muster_span_trim (sheet, muster_span_of_line (sheet, index));
  guint                  begin = line->start;

  if (whole.end > whole.start)
    add_candidate (candidates, sheet, &whole, 1);
  for (guint at = line->start; at <= line->end; at++)
    {
      gunichar c
          = at < line->end ? g_utf8_get_char (g_utf8_offset_to_pointer (line->text, at - line->start)) : 0;
      gboolean is_cut = at == line->end || g_utf8_strchr (",|•·:;/–—(", -1, c) != NULL;

      for (guint i = 1; i < line->n_words && !is_cut; i++)
        is_cut = words[i].text_start == at && fabs (words[i].size_pt - words[i - 1].size_pt) > 1.5;
      if (is_cut && at > begin)
        {
          MusterSpan span = muster_span_trim (sheet, (MusterSpan){ index, begin, at });

          if (span.end > span.start && (span.start != whole.start || span.end != whole.end))
            add_candidate (candidates, sheet, &span, 1);
          begin = at;
        }
    }
}

/* First and family name on two lines of one style. */
static void
add_pairs (GArray *candidates, const MusterSheet *sheet, const GArray *lines)
{
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      guint first = g_array_index (lines, guint, i), second = g_array_index (lines, guint, i + 1);
      const MusterSheetLine *above = muster_sheet_line (sheet, first);
      const MusterSheetLine *below = muster_sheet_line (sheet, second);
      MusterSpan spans[2] = { muster_span_of_line (sheet, first), muster_span_of_line (sheet, second) };

      if (above->page != below->page || above->region != below->region
          || fabs (above->size_pt - below->size_pt) > 0.5 || above->size_pt < 1.3 * sheet->body_size_pt)
        continue;
      if (above->row != below->row && below->baseline_pt - above->baseline_pt > 2 * above->size_pt)
        continue;
      add_candidate (candidates, sheet, spans, 2);
    }
}

/* How much a text is a title; family names that are trades ("Smith") do not count. */
static double
title_score (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strcmp0 (muster_lexicon_lookup (muster_lexicon_get ("surnames"), words[i]), "trade") != 0)
        g_string_append_printf (rest, "%s ", words[i]);
    }

  return muster_title_score (rest->str);
}

/* "Name | Tamsin Roe" in a form, "Name: Tamsin Roe" */
static gboolean
has_name_label (const MusterSheet *sheet, MusterSpan span)
{
  static const char *labels[]
      = { "name", "fullname",    "candidatename", "nameofcandidate",  "vorundnachname",
          "nom",  "nometprenom", "nombre",        "nombreyapellidos", "姓名" };
  const MusterSheetLine *line = muster_sheet_line (sheet, span.line);
  const MusterSheetLine *before = span.line > 0 ? muster_sheet_line (sheet, span.line - 1) : NULL;
  g_autofree char       *label = NULL;

  if (span.start > line->start)
    label = g_utf8_substring (line->text, 0, span.start - line->start);
  else if (before != NULL && before->row == line->row)
    label = g_strdup (before->text);
  if (label == NULL)
    return FALSE;

  g_autofree char *squeezed = muster_fold_squeezed (label);

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (strcmp (squeezed, labels[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static double
score (const Candidate *candidate, const MusterSheet *sheet, double largest_pt, const MusterValue *email)
{
  double page_pt = muster_page_get_height_pt (muster_document_get_page (sheet->document, 0));
  g_auto (GStrv) words = g_strsplit (candidate->text, " ", -1);
  guint  n = g_strv_length (words);
  double sum = 0;

  sum += 2.0 * (candidate->size_pt - sheet->body_size_pt) / MAX (largest_pt - sheet->body_size_pt, 1);
  sum += 1.0 - candidate->y_pt / MAX (page_pt, 1);
  sum += 1.6 * share_in_email (candidate->text, email);
  sum -= 2.0 * title_score (candidate->text);
  sum -= 1.2 * muster_organisation_score (candidate->text);
  if (muster_text_is_place (candidate->text))
    sum -= 1.5;
  if (n == 1 && !is_chinese_name (candidate->text))
    sum -= 1.0;
  if (candidate->n_spans == 2)
    sum += 0.3;
  if (has_name_label (sheet, candidate->spans[0]))
    sum += 2.5;

  return sum;
}

static const Candidate *
choose (GArray *candidates, const MusterSheet *sheet, const MusterValue *email)
{
  const Candidate *best = NULL;
  double           largest_pt = 0;

  for (guint i = 0; i < candidates->len; i++)
    largest_pt = MAX (largest_pt, g_array_index (candidates, Candidate, i).size_pt);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (title_score (candidate->text) >= 0.65 && share_in_email (candidate->text, email) < 0.5)
        continue;
      candidate->score = score (candidate, sheet, largest_pt, email);
      if (best == NULL || candidate->score > best->score)
        best = candidate;
    }

  return best;
}

/* The title that a person gives himself: a piece above the first heading that looks like one. */
static void
read_label (const MusterSheet *sheet, const GArray *lines, MusterProfile *profile)
{
  for (guint i = 0; i < lines->len && profile->label == NULL; i++)
    {
      guint                  index = g_array_index (lines, guint, i);
      const MusterSheetLine *line = muster_sheet_line (sheet, index);
      guint                  begin = line->start;

      if (line->page > 0 || line->end - line->start > MAX_LABEL_LENGTH || line->is_running)
        continue;
      for (guint at = line->start; at <= line->end && profile->label == NULL; at++)
        {
          gunichar c = at < line->end
                           ? g_utf8_get_char (g_utf8_offset_to_pointer (line->text, at - line->start))
                           : 0;

          if (at < line->end && g_utf8_strchr (",|•·", -1, c) == NULL)
            continue;
          if (at > begin)
            {
              MusterSpan       span = muster_span_trim (sheet, (MusterSpan){ index, begin, at });
              g_autofree char *text = muster_span_dup_text (sheet, span);

              if (span.end > span.start && muster_title_score (text) >= 0.65 && strchr (text, '@') == NULL
                  && (profile->name == NULL || strcmp (profile->name->text, text) != 0))
                profile->label = muster_span_value (sheet, span, 0.8);
            }
          begin = at;
        }
    }
}

/**
 * muster_person_read:
 *
 * Sets name and label from the lines of contact; where they hold no name, from the first lines of the
 * document.
 */
void
muster_person_read (const MusterSheet *sheet, const GArray *sections, MusterProfile *profile)
{
  g_autoptr (GArray) lines = muster_contact_lines (sheet, sections);
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  const Candidate *name;

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < lines->len; i++)
    {
      if (muster_sheet_line (sheet, g_array_index (lines, guint, i))->page == 0)
        add_pieces (candidates, sheet, g_array_index (lines, guint, i));
    }
  add_pairs (candidates, sheet, lines);
  name = choose (candidates, sheet, profile->email);
  if (name == NULL)
    {
      for (guint i = 0; i < sheet->lines->len && i < 12; i++)
        add_pieces (candidates, sheet, i);
      name = choose (candidates, sheet, profile->email);
    }
  if (name != NULL)
    profile->name
        = muster_spans_value (sheet, name->spans, name->n_spans, CLAMP (0.5 + name->score / 6, 0.3, 0.98));
  /* The subject of a letter names the job that is wanted, not the person's. */
  if (!muster_sheet_is_letter (sheet))
    read_label (sheet, lines, profile);
}
