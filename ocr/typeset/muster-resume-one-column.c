/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Designs in one column: classic, serif, compact, banner, and the cover letter. */

#include "muster-resume-design-private.h"

static const MusterBox frame = { 62, 54, MUSTER_SHEET_WIDTH_PT - 124, MUSTER_SHEET_HEIGHT_PT - 108 };

/* The ways to reach a person, in one line. */
static void
add_contacts (MusterSheetStyle *sheet, const char *separator, MusterLook look)
{
  const MusterResumeRecord *record = sheet->record;
  g_autofree char          *place = muster_sheet_dup_place (sheet);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) runs = g_array_new (FALSE, TRUE, sizeof (MusterRun));
  const char     *parts[] = { place, record->phone, record->email };
  glong           n_letters = 0;
  double          size;
  MusterParagraph paragraph = { .align = look.align,
                                .space_before_pt = look.before_pt,
                                .space_after_pt = look.after_pt,
                                .line_height = 1.35 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_ptr_array_add (texts, (gpointer) parts[i]);
  for (guint i = 0; i < record->links->len; i++)
    g_ptr_array_add (texts, g_ptr_array_index (record->links, i));
  for (guint i = 0; i < texts->len; i++)
    n_letters += g_utf8_strlen (separator, -1)
                 + g_utf8_strlen (muster_sheet_bare_link (g_ptr_array_index (texts, i)), -1);
  size = muster_sheet_fit_size (sheet, n_letters, look.size_pt > 0 ? look.size_pt : sheet->size_pt);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      gboolean    is_link = i + record->links->len >= texts->len;
      MusterRun   run = { .text = is_link ? muster_sheet_bare_link (text) : text,
                          .family = sheet->family,
                          .size_pt = size * sheet->scale,
                          .colour = look.colour != 0 ? look.colour : sheet->ink,
                          .link = is_link ? text : NULL };
      MusterRun   between = run;

      between.text = separator;
      between.link = NULL;
      if (i > 0)
        g_array_append_val (runs, between);
      g_array_append_val (runs, run);
    }
  muster_typeset_add_paragraph (
      sheet->typeset, &paragraph, (const MusterRun *) (gpointer) runs->data, runs->len);
}

static void
add_sections (MusterSheetStyle *sheet)
{
  muster_sheet_add_profile (sheet);
  muster_sheet_add_jobs (sheet);
  muster_sheet_add_schools (sheet);
  muster_sheet_add_skills (sheet, FALSE);
  muster_sheet_add_languages (sheet, FALSE);
  muster_sheet_add_certificates (sheet);
  muster_sheet_add_interests (sheet);
}

MusterTypeset *
muster_resume_set_classic (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;

  muster_sheet_init (&sheet, record, frame, taste);
  muster_sheet_add (&sheet, record->name, (MusterLook){ .size_pt = 25, .is_bold = TRUE });
  muster_sheet_add (&sheet, record->title, (MusterLook){ .size_pt = 13, .colour = sheet.accent });
  add_contacts (&sheet, "  |  ", (MusterLook){ .size_pt = 9.5, .colour = sheet.dim, .before_pt = 3 });
  add_sections (&sheet);

  return sheet.typeset;
}

MusterTypeset *
muster_resume_set_serif (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;

  muster_sheet_init (&sheet,
                     record,
                     (MusterBox){ 76, 62, MUSTER_SHEET_WIDTH_PT - 152, MUSTER_SHEET_HEIGHT_PT - 124 },
                     taste);
  sheet.family
      = muster_sheet_is_chinese (&sheet) ? "Noto Serif CJK SC" : "P052, DejaVu Serif, Noto Serif CJK SC";
  sheet.size_pt = 10.5;
  sheet.heading = MUSTER_SHEET_HEADING_CENTRED;
  muster_sheet_add (&sheet, record->name, (MusterLook){ .size_pt = 27, .align = MUSTER_ALIGN_CENTRE });
  muster_sheet_add (
      &sheet,
      record->title,
      (MusterLook){ .size_pt = 12, .is_italic = TRUE, .align = MUSTER_ALIGN_CENTRE, .colour = sheet.accent });
  add_contacts (&sheet, " · ", (MusterLook){ .align = MUSTER_ALIGN_CENTRE, .before_pt = 4 });
  add_sections (&sheet);

  return sheet.typeset;
}

/* A section whose heading stands in the margin beside it. */
static void
begin_margin_row (MusterSheetStyle *sheet, MusterResumeHeading heading)
{
  double      widths[] = { 92, sheet->width_pt - 92 };
  const char *text = muster_resume_heading (sheet->record->language, heading);
  double      y;

  muster_typeset_add_space (sheet->typeset, 5 * sheet->air);
  y = muster_typeset_get_y (sheet->typeset);
  muster_typeset_rule (sheet->typeset,
                       muster_typeset_get_page_index (sheet->typeset),
                       sheet->left_pt,
                       y,
                       sheet->width_pt,
                       .6,
                       muster_sheet_mix (sheet->accent, 0xFFFFFF, .4));
  muster_typeset_add_space (sheet->typeset, 5 * sheet->air);
  muster_typeset_begin_row (sheet->typeset, widths, 2, 0, 0, FALSE);
  muster_sheet_add (sheet, text, (MusterLook){ .is_bold = TRUE, .colour = sheet->accent });
  muster_typeset_next_cell (sheet->typeset);
}

static void
add_compact_jobs (MusterSheetStyle *sheet)
{
  const MusterResumeRecord *record = sheet->record;

  if (record->jobs->len == 0)
    return;
  begin_margin_row (sheet, MUSTER_RESUME_HEADING_EXPERIENCE);
  for (guint i = 0; i < record->jobs->len; i++)
    {
      const MusterResumeJob *job = g_ptr_array_index (record->jobs, i);
      g_autofree char       *period
          = muster_resume_dup_period (record->language, sheet->date_style, job->start, job->end);
      g_autofree char *firm = job->place != NULL ? g_strconcat (job->employer, ", ", job->place, NULL)
                                                 : g_strdup (job->employer);

      muster_sheet_add_pair (
          sheet, job->title, firm, period, (MusterLook){ .is_bold = TRUE, .before_pt = i > 0 ? 5 : 0 });
      for (guint j = 0; j < job->highlights->len; j++)
        muster_sheet_add (
            sheet, g_ptr_array_index (job->highlights, j), (MusterLook){ .bullet = "–", .indent_pt = 10 });
    }
  muster_typeset_end_row (sheet->typeset);
}

static void
add_compact_schools (MusterSheetStyle *sheet)
{
  const MusterResumeRecord *record = sheet->record;

  if (record->schools->len == 0)
    return;
  begin_margin_row (sheet, MUSTER_RESUME_HEADING_EDUCATION);
  for (guint i = 0; i < record->schools->len; i++)
    {
      const MusterResumeSchool *school = g_ptr_array_index (record->schools, i);
      g_autofree char          *period
          = muster_resume_dup_period (record->language, sheet->date_style, school->start, school->end);
      g_autofree char *degree = muster_sheet_dup_degree (sheet, school);

      muster_sheet_add_pair (sheet, degree, school->school, period, (MusterLook){ .is_bold = TRUE });
    }
  muster_typeset_end_row (sheet->typeset);
}

/* Groups of skills, or languages, or certificates, a line each. */
static void
add_compact_lines (MusterSheetStyle *sheet, MusterResumeHeading heading, const GPtrArray *items)
{
  const MusterResumeRecord *record = sheet->record;

  if (items->len == 0)
    return;
  begin_margin_row (sheet, heading);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *text = NULL;

      if (items == record->skills)
        {
          const MusterResumeGroup *group = g_ptr_array_index (items, i);
          g_autofree char         *list = muster_resume_dup_list (record->language, group->entries);

          text
              = group->name != NULL ? g_strdup_printf ("%s: %s", group->name, list) : g_steal_pointer (&list);
        }
      else if (items == record->languages)
        {
          const MusterResumeItem *item = g_ptr_array_index (items, i);

          text = g_strdup_printf ("%s: %s", item->name, item->detail);
        }
      else if (items == record->interests)
        text = g_strdup (g_ptr_array_index (items, i));
      else
        text = muster_sheet_dup_item (sheet, g_ptr_array_index (items, i));
      muster_sheet_add (sheet, text, (MusterLook){ 0 });
    }
  muster_typeset_end_row (sheet->typeset);
}

MusterTypeset *
muster_resume_set_compact (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;

  muster_sheet_init (
      &sheet, record, (MusterBox){ 48, 42, MUSTER_SHEET_WIDTH_PT - 96, MUSTER_SHEET_HEIGHT_PT - 84 }, taste);
  sheet.size_pt = 9;
  muster_sheet_add_pair (
      &sheet, record->name, NULL, record->title, (MusterLook){ .size_pt = 19, .is_bold = TRUE });
  add_contacts (&sheet, "  ·  ", (MusterLook){ .colour = sheet.dim, .after_pt = 4 });

  if (record->summary != NULL)
    {
      begin_margin_row (&sheet, MUSTER_RESUME_HEADING_PROFILE);
      muster_sheet_add (&sheet, record->summary, (MusterLook){ 0 });
      muster_typeset_end_row (sheet.typeset);
    }
  add_compact_jobs (&sheet);
  add_compact_schools (&sheet);
  add_compact_lines (&sheet, MUSTER_RESUME_HEADING_SKILLS, record->skills);
  add_compact_lines (&sheet, MUSTER_RESUME_HEADING_LANGUAGES, record->languages);
  add_compact_lines (&sheet, MUSTER_RESUME_HEADING_CERTIFICATES, record->certificates);
  add_compact_lines (&sheet, MUSTER_RESUME_HEADING_INTERESTS, record->interests);

  return sheet.typeset;
}

MusterTypeset *
muster_resume_set_banner (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;
  MusterBox        body = { 54, 146, MUSTER_SHEET_WIDTH_PT - 108, MUSTER_SHEET_HEIGHT_PT - 146 - 50 };
  MusterBox        next = { 54, 54, MUSTER_SHEET_WIDTH_PT - 108, MUSTER_SHEET_HEIGHT_PT - 108 };

  muster_sheet_init (&sheet, record, (MusterBox){ 54, 34, MUSTER_SHEET_WIDTH_PT - 108, 100 }, taste);
  muster_typeset_fill_box (sheet.typeset, 0, (MusterBox){ 0, 0, MUSTER_SHEET_WIDTH_PT, 128 }, sheet.accent);
  muster_sheet_add (&sheet, record->name, (MusterLook){ .size_pt = 27, .is_bold = TRUE, .colour = 0xFFFFFF });
  muster_sheet_add (&sheet,
                    record->title,
                    (MusterLook){ .size_pt = 12.5, .colour = muster_sheet_mix (sheet.accent, 0xFFFFFF, .8) });
  add_contacts (&sheet, "  •  ", (MusterLook){ .size_pt = 9.5, .colour = 0xFFFFFF, .before_pt = 4 });
  muster_sheet_open (&sheet, 0, body, next);
  sheet.heading = MUSTER_SHEET_HEADING_FILLED;
  sheet.date_style = MUSTER_RESUME_DATES_DIGITS;
  add_sections (&sheet);

  return sheet.typeset;
}

MusterTypeset *
muster_resume_set_letter (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;

  muster_sheet_init (&sheet,
                     record,
                     (MusterBox){ 78, 70, MUSTER_SHEET_WIDTH_PT - 156, MUSTER_SHEET_HEIGHT_PT - 140 },
                     taste);
  sheet.size_pt = 11;
  muster_sheet_add (
      &sheet, record->name, (MusterLook){ .size_pt = 17, .is_bold = TRUE, .colour = sheet.accent });
  add_contacts (&sheet, "  ·  ", (MusterLook){ .size_pt = 9.5, .colour = sheet.dim, .after_pt = 34 });
  for (guint i = 0; i < record->paragraphs->len; i++)
    muster_sheet_add (&sheet, g_ptr_array_index (record->paragraphs, i), (MusterLook){ .after_pt = 10 });

  return sheet.typeset;
}
