/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are six points a letter wide, lines fourteen high: enough for boxes and for lines that are full. */

#include "paper.h"

#include <string.h>

#define LETTER_PT 6.0
#define LINE_PT 14.0
#define LEFT_PT 50.0

typedef struct
{
  MusterPage *page;
  GArray     *words;
  GArray     *lines;
  guint       row;
  guint       block;
} Setter;

static void
add_line (Setter *setter, const char *text, double x)
{
  g_auto (GStrv) pieces = g_strsplit (text, " ", -1);
  MusterLine line
      = { .first_word = setter->words->len, .size_pt = 10, .row = setter->row, .block = setter->block };
  double y = 40.0 + LINE_PT * setter->row;

  line.baseline_pt = y + 10;
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      double     width = LETTER_PT * (double) g_utf8_strlen (pieces[i], -1);
      MusterWord word = { .text = pieces[i],
                          .box = { x, y, width, 10 },
                          .baseline_pt = y + 10,
                          .size_pt = 10,
                          .confidence = 1,
                          .link = -1 };
      guint      n;

      if (*pieces[i] == '\0')
        continue;
      muster_page_add_word (setter->page, &word);
      word.text = muster_page_get_words (setter->page, &n)[setter->words->len].text;
      line.box = line.n_words == 0 ? word.box : muster_box_union (line.box, word.box);
      line.n_words++;
      g_array_append_val (setter->words, word);
      x += width + LETTER_PT;
    }
  if (line.n_words > 0)
    g_array_append_val (setter->lines, line);
}

static MusterDocument *
set_document (const char *text, const char *language)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray     *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_page_unref);
  Setter         setter = { muster_page_new (1, 595, 842),
                            g_array_new (FALSE, TRUE, sizeof (MusterWord)),
                            g_array_new (FALSE, TRUE, sizeof (MusterLine)),
                            0,
                            0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0')
        setter.block++;
      for (guint j = 0; cells[j] != NULL; j++)
        add_line (&setter, cells[j], LEFT_PT + 250.0 * j);
      setter.row++;
    }
  muster_page_take_lines (setter.page, setter.words, setter.lines, 1);
  g_ptr_array_add (pages, setter.page);

  return muster_document_new (pages, 1, "text/plain", language, 0, NULL);
}

Paper *
paper_new (const char *text, const char *language)
{
  Paper *self = g_new0 (Paper, 1);

  self->document = set_document (text, language);
  g_assert_cmpstr (muster_document_get_text (self->document), ==, text);
  self->profile = muster_profile_new ();

  return self;
}

void
paper_free (Paper *self)
{
  muster_document_unref (self->document);
  muster_profile_unref (self->profile);
  g_free (self);
}

static MusterValue *
find (Paper *self, const char *text)
{
  const char    *all = muster_document_get_text (self->document);
  const char    *at;
  MusterEvidence evidence = { .page = 1 };

  if (text == NULL)
    return NULL;
  at = strstr (all, text);
  g_assert_nonnull (at);
  evidence.start = (guint) g_utf8_pointer_to_offset (all, at);
  evidence.length = (guint) g_utf8_strlen (text, -1);

  return muster_value_new (text, evidence, 1.0);
}

void
paper_add_job (Paper      *self,
               const char *position,
               const char *employer,
               const char *start,
               const char *end,
               const char *highlight)
{
  MusterWork *work = muster_work_new ();

  work->position = find (self, position);
  work->name = find (self, employer);
  work->period
      = (MusterPeriod){ .start = MUSTER_MONTH_NONE, .end = MUSTER_MONTH_NONE, .is_open = end == NULL };
  if (start != NULL)
    g_assert_true (muster_month_parse_iso (start, &work->period.start, &work->period.start_has_month));
  if (end != NULL)
    g_assert_true (muster_month_parse_iso (end, &work->period.end, &work->period.end_has_month));
  if (highlight != NULL)
    g_ptr_array_add (work->highlights, find (self, highlight));
  g_ptr_array_add (self->profile->work, work);
}

void
paper_add_education (
    Paper *self, const char *study_type, const char *area, const char *institution, const char *end)
{
  MusterEducation *education = muster_education_new ();

  education->study_type = find (self, study_type);
  education->area = find (self, area);
  education->institution = find (self, institution);
  education->period = (MusterPeriod){ .start = MUSTER_MONTH_NONE, .end = MUSTER_MONTH_NONE };
  if (end != NULL)
    g_assert_true (muster_month_parse_iso (end, &education->period.end, &education->period.end_has_month));
  g_ptr_array_add (self->profile->education, education);
}

void
paper_add_language (Paper *self, const char *language, const char *fluency)
{
  MusterLanguage *entry = muster_language_new ();

  entry->language = find (self, language);
  entry->fluency = find (self, fluency);
  g_ptr_array_add (self->profile->languages, entry);
}

void
paper_add_skill (Paper *self, const char *keyword)
{
  MusterSkill *skill = muster_skill_new ();

  g_ptr_array_add (skill->keywords, find (self, keyword));
  g_ptr_array_add (self->profile->skills, skill);
}

void
paper_set_label (Paper *self, const char *label)
{
  self->profile->label = find (self, label);
}

void
paper_set_place (Paper *self, const char *city, const char *region)
{
  self->profile->city = find (self, city);
  self->profile->region = find (self, region);
}

MusterFit *
paper_fit (Paper *self, const char *criteria_json)
{
  g_autofree char          *json = g_strdup_printf (
      "{\"title\":\"T\",\"description\":\"\",\"weights\":{\"rules\":60,\"match\":40},\"criteria\":[%s]}",
      criteria_json);
  g_autoptr (GBytes)        bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError)        error = NULL;
  g_autoptr (MusterOpening) opening = muster_opening_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return muster_fit_new (opening, self->document, self->profile, MUSTER_MONTH (2025, 1));
}
