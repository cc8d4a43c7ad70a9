/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Designs in two columns: a dark one at the left, a pale one at the right, and two white ones. */

#include "muster-resume-design-private.h"

#define DARK_WIDTH_PT 186.0
#define PORTRAIT_PX 260

static void
add_portrait (MusterSheetStyle *sheet, MusterPortraitShape shape, MusterBox box)
{
  cairo_surface_t *portrait = muster_resume_portrait_draw (sheet->record->portrait, shape, PORTRAIT_PX);

  muster_typeset_add_picture (sheet->typeset, 0, box, portrait);
  cairo_surface_destroy (portrait);
}

/* Contact data, one a line. */
static void
add_contact_lines (MusterSheetStyle *sheet)
{
  const MusterResumeRecord *record = sheet->record;
  g_autofree char          *place = muster_sheet_dup_place (sheet);

  muster_sheet_add_heading (sheet, MUSTER_RESUME_HEADING_CONTACT);
  muster_sheet_add (sheet, place, (MusterLook){ .after_pt = 2 });
  muster_sheet_add (sheet, record->phone, (MusterLook){ .after_pt = 2 });
  if (record->email != NULL)
    muster_sheet_add (sheet,
                      record->email,
                      (MusterLook){ .size_pt = muster_sheet_fit_size (
                                        sheet, g_utf8_strlen (record->email, -1), sheet->size_pt),
                                    .after_pt = 2 });
  for (guint i = 0; i < record->links->len; i++)
    {
      const char *link = g_ptr_array_index (record->links, i);
      const char *bare = muster_sheet_bare_link (link);
      double      size = muster_sheet_fit_size (sheet, g_utf8_strlen (bare, -1), sheet->size_pt * .95);

      muster_sheet_add (sheet, bare, (MusterLook){ .size_pt = size, .after_pt = 2, .link = link });
    }
}

/* Grounds are painted on every page that came to be. */
static void
fill_column (MusterSheetStyle *sheet, double x, double width, guint32 colour)
{
  for (guint page = 0; page < muster_typeset_get_n_pages (sheet->typeset); page++)
    muster_typeset_fill_box (
        sheet->typeset, page, (MusterBox){ x, 0, width, MUSTER_SHEET_HEIGHT_PT }, colour);
}

static void
add_dark_column (MusterSheetStyle *sheet)
{
  MusterBox frame = { 24, 44, DARK_WIDTH_PT - 46, MUSTER_SHEET_HEIGHT_PT - 80 };
  guint32   ink = sheet->ink, dim = sheet->dim, accent = sheet->accent;

  muster_sheet_open (sheet, 0, frame, frame);
  sheet->ink = 0xF4F6F8;
  sheet->dim = sheet->accent = muster_sheet_mix (accent, 0xFFFFFF, .72);
  sheet->heading = MUSTER_SHEET_HEADING_SPACED;
  sheet->size_pt = 9.5;
  add_portrait (sheet, MUSTER_PORTRAIT_CIRCLE, (MusterBox){ DARK_WIDTH_PT / 2 - 48, 44, 96, 96 });
  muster_typeset_add_space (sheet->typeset, 112);
  add_contact_lines (sheet);
  muster_sheet_add_skills (sheet, TRUE);
  muster_sheet_add_languages (sheet, TRUE);
  muster_sheet_add_interests (sheet);
  sheet->ink = ink;
  sheet->dim = dim;
  sheet->accent = accent;
}

MusterTypeset *
muster_resume_set_sidebar (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;
  double           left = DARK_WIDTH_PT + 28;
  MusterBox        main = { left, 48, MUSTER_SHEET_WIDTH_PT - left - 40, MUSTER_SHEET_HEIGHT_PT - 96 };

  muster_sheet_init (&sheet, record, main, taste);
  sheet.heading = MUSTER_SHEET_HEADING_BAR;
  sheet.dates = MUSTER_SHEET_DATES_BELOW;
  muster_sheet_add (
      &sheet, record->name, (MusterLook){ .size_pt = 26, .is_bold = TRUE, .colour = sheet.accent });
  muster_sheet_add (&sheet, record->title, (MusterLook){ .size_pt = 13, .colour = sheet.dim });
  muster_sheet_add_profile (&sheet);
  muster_sheet_add_jobs (&sheet);
  muster_sheet_add_schools (&sheet);
  muster_sheet_add_certificates (&sheet);
  add_dark_column (&sheet);
  fill_column (&sheet, 0, DARK_WIDTH_PT, sheet.accent);

  return sheet.typeset;
}

MusterTypeset *
muster_resume_set_two_columns (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;
  MusterBox        head = { 50, 48, MUSTER_SHEET_WIDTH_PT - 100, 80 };
  MusterBox        main = { 50, 128, 312, MUSTER_SHEET_HEIGHT_PT - 128 - 50 };
  MusterBox        side = { 392, 128, MUSTER_SHEET_WIDTH_PT - 392 - 50, MUSTER_SHEET_HEIGHT_PT - 128 - 50 };

  muster_sheet_init (&sheet, record, head, taste);
  muster_sheet_add (&sheet, record->name, (MusterLook){ .size_pt = 28, .is_bold = TRUE });
  muster_sheet_add (&sheet, record->title, (MusterLook){ .size_pt = 13, .colour = sheet.accent });
  muster_typeset_rule (sheet.typeset, 0, 50, 116, MUSTER_SHEET_WIDTH_PT - 100, 2, sheet.accent);

  muster_sheet_open (&sheet, 0, main, (MusterBox){ main.x, 50, main.width, MUSTER_SHEET_HEIGHT_PT - 100 });
  sheet.heading = MUSTER_SHEET_HEADING_SPACED;
  sheet.dates = MUSTER_SHEET_DATES_BELOW;
  muster_sheet_add_profile (&sheet);
  muster_sheet_add_jobs (&sheet);
  muster_sheet_add_schools (&sheet);

  muster_sheet_open (&sheet, 0, side, side);
  sheet.size_pt = 9.5;
  add_contact_lines (&sheet);
  muster_sheet_add_skills (&sheet, TRUE);
  muster_sheet_add_languages (&sheet, TRUE);
  muster_sheet_add_certificates (&sheet);
  muster_sheet_add_interests (&sheet);

  return sheet.typeset;
}

MusterTypeset *
muster_resume_set_pale_column (const MusterResumeRecord *record, const MusterResumeTaste *taste)
{
  MusterSheetStyle sheet;
  double           edge = MUSTER_SHEET_WIDTH_PT - 182;
  MusterBox        main = { 46, 52, edge - 46 - 26, MUSTER_SHEET_HEIGHT_PT - 104 };
  MusterBox        side = { edge + 18, 60, 182 - 42, MUSTER_SHEET_HEIGHT_PT - 110 };

  muster_sheet_init (&sheet, record, main, taste);
  sheet.heading = MUSTER_SHEET_HEADING_RULED;
  sheet.dates = MUSTER_SHEET_DATES_RIGHT;
  sheet.date_style = MUSTER_RESUME_DATES_DIGITS;
  muster_sheet_add (&sheet, record->name, (MusterLook){ .size_pt = 30, .colour = sheet.accent });
  muster_sheet_add (
      &sheet, record->title, (MusterLook){ .size_pt = 12.5, .colour = sheet.dim, .spacing_pt = .3 });
  muster_sheet_add_profile (&sheet);
  muster_sheet_add_jobs (&sheet);
  muster_sheet_add_schools (&sheet);

  muster_sheet_open (&sheet, 0, side, side);
  sheet.heading = MUSTER_SHEET_HEADING_SPACED;
  sheet.dates = MUSTER_SHEET_DATES_BELOW;
  sheet.size_pt = 9.3;
  add_contact_lines (&sheet);
  muster_sheet_add_skills (&sheet, TRUE);
  muster_sheet_add_languages (&sheet, TRUE);
  muster_sheet_add_certificates (&sheet);
  muster_sheet_add_interests (&sheet);
  fill_column (&sheet, edge, 182, sheet.pale);

  return sheet.typeset;
}
