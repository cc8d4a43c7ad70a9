/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Designs that are forms: dates in a column, with a line of marks or with a portrait, and the ruled table. */

#include "muster-resume-design-private.h"

#define PORTRAIT_PX 240

static void
add_portrait (MusterSheetStyle *sheet, MusterBox box)
{
  cairo_surface_t *portrait
      = muster_resume_portrait_draw (sheet->record->portrait, MUSTER_PORTRAIT_RECTANGLE, PORTRAIT_PX);

  muster_typeset_add_picture (sheet->typeset, 0, box, portrait);
  cairo_surface_destroy (portrait);
}

/* A mark on the line beside an entry, the line down to the next one. */
static void
mark_entries (MusterSheetStyle *sheet, const GArray *tops, double x)
{
  for (guint i = 0; i < tops->len; i++)
    {
      double top = g_array_index (tops, double, i) + 4;

      if (i + 1 < tops->len)
        muster_typeset_fill_box (
            sheet->typeset,
            0,
            (MusterBox){ x + 2.6, top, .8, g_array_index (tops, double, i + 1) - top + 4 },
            muster_sheet_mix (sheet->accent, 0xFFFFFF, .5));
      muster_typeset_fill_box (sheet->typeset, 0, (MusterBox){ x, top, 6, 6 }, sheet->accent);
    }
}

static void
add_timeline_entry (MusterSheetStyle *sheet,
                    const char       *period,
                    const char       *title,
                    const char       *below,
                    const GPtrArray  *highlights,
                    GArray           *tops)
{
  double widths[] = { sheet->date_column_pt, 22, sheet->width_pt - sheet->date_column_pt - 22 };
  double top;

  muster_sheet_keep (sheet, 48);
  top = muster_typeset_get_y (sheet->typeset);
  g_array_append_val (tops, top);
  muster_typeset_begin_row (sheet->typeset, widths, 3, 0, 0, FALSE);
  muster_sheet_add (sheet, period, (MusterLook){ .size_pt = sheet->size_pt * .93, .colour = sheet->dim });
  muster_typeset_next_cell (sheet->typeset);
  muster_typeset_next_cell (sheet->typeset);
  muster_sheet_add (sheet, title, (MusterLook){ .is_bold = TRUE });
  muster_sheet_add (sheet, below, (MusterLook){ .colour = sheet->accent, .after_pt = 1 });
  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    muster_sheet_add (
        sheet, g_ptr_array_index (highlights, i), (MusterLook){ .bullet = "•", .indent_pt = 11 });
  muster_typeset_add_space (sheet->typeset, 7 * sheet->air);
  muster_typeset_end_row (sheet->typeset);
}

static void
add_timeline (MusterSheetStyle *sheet)
{
  const MusterResumeRecord *record = sheet->record;
  g_autoptr (GArray) job_tops = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) school_tops = g_array_new (FALSE, FALSE, sizeof (double));
  double x = sheet->left_pt + sheet->date_column_pt + 4;

  if (record->jobs->len > 0)
    muster_sheet_add_heading (sheet, MUSTER_RESUME_HEADING_EXPERIENCE);
  for (guint i = 0; i < record->jobs->len; i++)
    {
      const MusterResumeJob *job = g_ptr_array_index (record->jobs, i);
      g_autofree char       *period
          = muster_resume_dup_period (record->language, sheet->date_style, job->start, job->end);
      g_autofree char *firm = job->place != NULL ? g_strconcat (job->employer, ", ", job->place, NULL)
                                                 : g_strdup (job->employer);

      add_timeline_entry (sheet, period, job->title, firm, job->highlights, job_tops);
    }
  if (record->schools->len > 0)
    muster_sheet_add_heading (sheet, MUSTER_RESUME_HEADING_EDUCATION);
  for (guint i = 0; i < record->schools->len; i++)
    {
      const MusterResumeSchool *school = g_ptr_array_index (record->schools, i);
      g_autofree char          *period
          = muster_resume_dup_period (record->language, sheet->date_style, school->start, school->end);
      g_autofree char *degree = muster_sheet_dup_degree (sheet, school);

      add_timeline_entry (sheet, period, degree, school->school, NULL, school_tops);
    }
  if (muster_typeset_get_n_pages (sheet->typeset) == 1)
    {
      mark_entries (sheet, job_tops, x);
      mark_entries (sheet, school_tops, x);
    }
}

MusterTypeset *
muster_resume_set_timeline (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;
  MusterBox        frame = { 56, 50, MUSTER_SHEET_WIDTH_PT - 112, MUSTER_SHEET_HEIGHT_PT - 100 };
  g_autofree char *place = NULL;
  g_autofree char *line = NULL;

  muster_sheet_init (&sheet, record, frame, taste);
  sheet.heading = MUSTER_SHEET_HEADING_SPACED;
  sheet.date_column_pt = muster_sheet_is_chinese (&sheet) ? 92 : 116;
  place = muster_sheet_dup_place (&sheet);
  line = g_strdup_printf ("%s  |  %s  |  %s", place, record->phone, record->email);
  muster_typeset_fill_box (sheet.typeset, 0, (MusterBox){ 0, 0, 12, MUSTER_SHEET_HEIGHT_PT }, sheet.accent);
  muster_sheet_add (&sheet, record->name, (MusterLook){ .size_pt = 26, .is_bold = TRUE });
  muster_sheet_add (
      &sheet, record->title, (MusterLook){ .size_pt = 13, .colour = sheet.accent, .after_pt = 2 });
  muster_sheet_add (&sheet, line, (MusterLook){ .size_pt = 9.5, .colour = sheet.dim });
  for (guint i = 0; i < record->links->len; i++)
    {
      const char *link = g_ptr_array_index (record->links, i);

      muster_sheet_add (&sheet,
                        muster_sheet_bare_link (link),
                        (MusterLook){ .size_pt = 9.5, .colour = sheet.dim, .link = link });
    }
  muster_sheet_add_profile (&sheet);
  add_timeline (&sheet);
  muster_sheet_add_skills (&sheet, FALSE);
  muster_sheet_add_languages (&sheet, FALSE);
  sheet.dates = MUSTER_SHEET_DATES_RIGHT;
  muster_sheet_add_certificates (&sheet);
  muster_sheet_add_interests (&sheet);

  return sheet.typeset;
}

/* Label and value side by side, in columns. */
static void
add_labelled (MusterSheetStyle *sheet, const char *label, const char *value)
{
  double widths[] = { sheet->date_column_pt, sheet->width_pt - sheet->date_column_pt };

  if (value == NULL || *value == '\0')
    return;
  muster_typeset_begin_row (sheet->typeset, widths, 2, 0, .8 * sheet->air, FALSE);
  muster_sheet_add (sheet, label, (MusterLook){ .colour = sheet->dim });
  muster_typeset_next_cell (sheet->typeset);
  muster_sheet_add (sheet, value, (MusterLook){ 0 });
  muster_typeset_end_row (sheet->typeset);
}

static const char *
heading_of (const MusterSheetStyle *sheet, MusterResumeHeading heading)
{
  return muster_resume_heading (sheet->record->language, heading);
}

static void
add_personal_data (MusterSheetStyle *sheet)
{
  const MusterResumeRecord *record = sheet->record;
  g_autofree char          *place = muster_sheet_dup_place (sheet);

  muster_sheet_add_heading (sheet, MUSTER_RESUME_HEADING_PERSONAL);
  add_labelled (sheet, heading_of (sheet, MUSTER_RESUME_HEADING_NAME), record->name);
  for (guint i = 0; i < record->personal->len; i++)
    {
      const MusterResumeItem *item = g_ptr_array_index (record->personal, i);

      add_labelled (sheet, item->name, item->detail);
    }
  add_labelled (sheet, heading_of (sheet, MUSTER_RESUME_HEADING_PLACE), place);
  add_labelled (sheet, heading_of (sheet, MUSTER_RESUME_HEADING_PHONE), record->phone);
  add_labelled (sheet, heading_of (sheet, MUSTER_RESUME_HEADING_EMAIL), record->email);
}

MusterTypeset *
muster_resume_set_tabular (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;
  MusterBox        frame = { 70, 60, MUSTER_SHEET_WIDTH_PT - 132, MUSTER_SHEET_HEIGHT_PT - 116 };

  muster_sheet_init (&sheet, record, frame, taste);
  sheet.heading = MUSTER_SHEET_HEADING_RULED;
  sheet.dates = MUSTER_SHEET_DATES_COLUMN;
  sheet.date_style = MUSTER_RESUME_DATES_DIGITS;
  sheet.date_column_pt = 118;
  muster_sheet_add (&sheet,
                    heading_of (&sheet, MUSTER_RESUME_HEADING_RESUME),
                    (MusterLook){ .size_pt = 24, .colour = sheet.accent });
  muster_sheet_add (&sheet, record->title, (MusterLook){ .size_pt = 12, .colour = sheet.dim });
  add_portrait (&sheet, (MusterBox){ MUSTER_SHEET_WIDTH_PT - 62 - 100, 62, 100, 125 });
  sheet.width_pt -= 120; /* beside the portrait */
  add_personal_data (&sheet);
  sheet.width_pt += 120;
  muster_sheet_add_profile (&sheet);
  muster_sheet_add_jobs (&sheet);
  muster_sheet_add_schools (&sheet);
  muster_sheet_add_skills (&sheet, FALSE);
  muster_sheet_add_languages (&sheet, FALSE);
  muster_sheet_add_certificates (&sheet);
  muster_sheet_add_interests (&sheet);

  return sheet.typeset;
}

/* A row over the whole table with a heading on pale ground. */
static void
add_table_heading (MusterSheetStyle *sheet, MusterResumeHeading heading)
{
  double width = sheet->width_pt;

  muster_sheet_keep (sheet, 60);
  muster_typeset_begin_row (sheet->typeset, &width, 1, 6, 3, TRUE);
  muster_typeset_fill_cell (sheet->typeset, sheet->pale);
  muster_sheet_add (
      sheet, heading_of (sheet, heading), (MusterLook){ .is_bold = TRUE, .colour = sheet->accent });
  muster_typeset_end_row (sheet->typeset);
}

static void
add_table_row (
    MusterSheetStyle *sheet, const char *label, const char *title, const char *below, const GPtrArray *lines)
{
  double label_width = muster_sheet_is_chinese (sheet) ? 112 : 138;
  double widths[] = { label_width, sheet->width_pt - label_width };

  muster_typeset_begin_row (sheet->typeset, widths, 2, 6, 3.2 * sheet->air, TRUE);
  muster_sheet_add (sheet, label, (MusterLook){ .colour = sheet->dim });
  muster_typeset_next_cell (sheet->typeset);
  muster_sheet_add (sheet, title, (MusterLook){ .is_bold = below != NULL });
  muster_sheet_add (sheet, below, (MusterLook){ 0 });
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    muster_sheet_add (sheet, g_ptr_array_index (lines, i), (MusterLook){ .bullet = "•", .indent_pt = 12 });
  muster_typeset_end_row (sheet->typeset);
}

static void
add_pair_row (MusterSheetStyle *sheet,
              const char       *label_a,
              const char       *value_a,
              const char       *label_b,
              const char       *value_b)
{
  double      room = sheet->width_pt - 100;
  double      widths[] = { 62, room / 2 - 62, 62, room / 2 - 62 };
  const char *cells[] = { label_a, value_a, label_b, value_b };

  muster_typeset_begin_row (sheet->typeset, widths, 4, 6, 4.2 * sheet->air, TRUE);
  for (guint i = 0; i < 4; i++)
    {
      if (i > 0)
        muster_typeset_next_cell (sheet->typeset);
      muster_sheet_add (
          sheet,
          cells[i],
          (MusterLook){ .colour = i % 2 == 0 ? sheet->dim : 0, .size_pt = sheet->size_pt * .96 });
    }
  muster_typeset_end_row (sheet->typeset);
}

/* Name, contact and the like in pairs, the portrait beside them. */
static void
add_table_head (MusterSheetStyle *sheet)
{
  const MusterResumeRecord *record = sheet->record;
  g_autofree char          *place = muster_sheet_dup_place (sheet);
  const MusterResumeItem *first = record->personal->len > 0 ? g_ptr_array_index (record->personal, 0) : NULL;
  const MusterResumeItem *second = record->personal->len > 1 ? g_ptr_array_index (record->personal, 1) : NULL;
  double                  top, height, room = sheet->width_pt - 100;

  add_table_heading (sheet, MUSTER_RESUME_HEADING_PERSONAL);
  top = muster_typeset_get_y (sheet->typeset);
  add_pair_row (sheet,
                heading_of (sheet, MUSTER_RESUME_HEADING_NAME),
                record->name,
                heading_of (sheet, MUSTER_RESUME_HEADING_PLACE),
                place);
  add_pair_row (sheet,
                heading_of (sheet, MUSTER_RESUME_HEADING_PHONE),
                record->phone,
                first != NULL ? first->name : "",
                first != NULL ? first->detail : "");
  if (second != NULL)
    add_pair_row (sheet, second->name, second->detail, "", "");
  {
    double widths[] = { 62, room - 62 };

    muster_typeset_begin_row (sheet->typeset, widths, 2, 6, 4.2 * sheet->air, TRUE);
    muster_sheet_add (
        sheet, heading_of (sheet, MUSTER_RESUME_HEADING_EMAIL), (MusterLook){ .colour = sheet->dim });
    muster_typeset_next_cell (sheet->typeset);
    muster_sheet_add (sheet, record->email, (MusterLook){ 0 });
    muster_typeset_end_row (sheet->typeset);
  }
  height = muster_typeset_get_y (sheet->typeset) - top;
  add_portrait (sheet,
                (MusterBox){ sheet->left_pt + room + (100 - height * .8 * .92) / 2,
                             top + height * .04,
                             height * .8 * .92,
                             height * .92 });
}

static void
add_table_entries (MusterSheetStyle *sheet)
{
  const MusterResumeRecord *record = sheet->record;

  add_table_heading (sheet, MUSTER_RESUME_HEADING_EXPERIENCE);
  for (guint i = 0; i < record->jobs->len; i++)
    {
      const MusterResumeJob *job = g_ptr_array_index (record->jobs, i);
      g_autofree char       *period
          = muster_resume_dup_period (record->language, sheet->date_style, job->start, job->end);
      g_autofree char *firm
          = job->place != NULL
                ? g_strconcat (job->employer, muster_sheet_is_chinese (sheet) ? "，" : ", ", job->place, NULL)
                : g_strdup (job->employer);

      add_table_row (sheet, period, job->title, firm, job->highlights);
    }
  add_table_heading (sheet, MUSTER_RESUME_HEADING_EDUCATION);
  for (guint i = 0; i < record->schools->len; i++)
    {
      const MusterResumeSchool *school = g_ptr_array_index (record->schools, i);
      g_autofree char          *period
          = muster_resume_dup_period (record->language, sheet->date_style, school->start, school->end);
      g_autofree char *degree = muster_sheet_dup_degree (sheet, school);

      add_table_row (sheet, period, degree, school->school, NULL);
    }
}

static void
add_table_lists (MusterSheetStyle *sheet)
{
  const MusterResumeRecord *record = sheet->record;

  add_table_heading (sheet, MUSTER_RESUME_HEADING_SKILLS);
  for (guint i = 0; i < record->skills->len; i++)
    {
      const MusterResumeGroup *group = g_ptr_array_index (record->skills, i);
      g_autofree char         *list = muster_resume_dup_list (record->language, group->entries);

      add_table_row (sheet,
                     group->name != NULL ? group->name : heading_of (sheet, MUSTER_RESUME_HEADING_SKILLS),
                     list,
                     NULL,
                     NULL);
    }
  if (record->languages->len > 0)
    add_table_heading (sheet, MUSTER_RESUME_HEADING_LANGUAGES);
  for (guint i = 0; i < record->languages->len; i++)
    {
      const MusterResumeItem *item = g_ptr_array_index (record->languages, i);

      add_table_row (sheet, item->name, item->detail, NULL, NULL);
    }
  if (record->certificates->len > 0)
    add_table_heading (sheet, MUSTER_RESUME_HEADING_CERTIFICATES);
  for (guint i = 0; i < record->certificates->len; i++)
    {
      const MusterResumeItem *item = g_ptr_array_index (record->certificates, i);
      g_autofree char        *date = muster_resume_dup_date (record->language, sheet->date_style, item->date);
      g_autofree char        *text
          = item->detail != NULL
                ? g_strconcat (item->name, muster_sheet_is_chinese (sheet) ? "，" : ", ", item->detail, NULL)
                : g_strdup (item->name);

      add_table_row (sheet, date, text, NULL, NULL);
    }
}

MusterTypeset *
muster_resume_set_table (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;
  MusterBox        frame = { 52, 48, MUSTER_SHEET_WIDTH_PT - 104, MUSTER_SHEET_HEIGHT_PT - 96 };

  muster_sheet_init (&sheet, record, frame, taste);
  muster_sheet_add (&sheet,
                    heading_of (&sheet, MUSTER_RESUME_HEADING_RESUME),
                    (MusterLook){ .size_pt = 21,
                                  .is_bold = TRUE,
                                  .align = MUSTER_ALIGN_CENTRE,
                                  .spacing_pt = muster_sheet_is_chinese (&sheet) ? 6 : 0 });
  muster_sheet_add (
      &sheet,
      record->title,
      (MusterLook){ .size_pt = 11.5, .align = MUSTER_ALIGN_CENTRE, .colour = sheet.dim, .after_pt = 8 });
  add_table_head (&sheet);
  if (record->summary != NULL)
    {
      double width = sheet.width_pt;

      add_table_heading (&sheet, MUSTER_RESUME_HEADING_PROFILE);
      muster_typeset_begin_row (sheet.typeset, &width, 1, 6, 3.5, TRUE);
      muster_sheet_add (&sheet, record->summary, (MusterLook){ 0 });
      muster_typeset_end_row (sheet.typeset);
    }
  add_table_entries (&sheet);
  add_table_lists (&sheet);

  return sheet.typeset;
}
