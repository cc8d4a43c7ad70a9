/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines, pairs of text and date, and headings in the manners of the designs. */

#include "muster-resume-design-private.h"

#include <string.h>

#define INK 0x22262Bu
#define DIM 0x5D6570u

/** muster_sheet_mix: Returns: a colour between two. */
guint32
muster_sheet_mix (guint32 a, guint32 b, double share_of_b)
{
  guint32 mixed = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    {
      double part = (a >> shift & 0xFF) * (1 - share_of_b) + (b >> shift & 0xFF) * share_of_b;

      mixed |= (guint32) (part + .5) << shift;
    }

  return mixed;
}

double
muster_sheet_line_height (const MusterSheetStyle *self)
{
  return 1.28 + .09 * (self->air - 1);
}

gboolean
muster_sheet_is_chinese (const MusterSheetStyle *self)
{
  return g_strcmp0 (self->record->language, "zh") == 0;
}

/**
 * muster_sheet_init:
 * @frame: of the first page and the ones after
 *
 * Begins an A4 page in the usual type; a design changes what it wants otherwise.
 */
void
muster_sheet_init (MusterSheetStyle         *self,
                   const MusterResumeRecord *record,
                   MusterBox                 frame,
                   const MusterResumeTaste  *taste)
{
  *self = (MusterSheetStyle){ .record = record,
                              .size_pt = 10,
                              .ink = INK,
                              .dim = DIM,
                              .accent = taste->accent,
                              .pale = muster_sheet_mix (taste->accent, 0xFFFFFF, .88),
                              .date_column_pt = 104,
                              .scale = taste->scale,
                              .air = taste->air };
  self->typeset = muster_typeset_new (MUSTER_SHEET_WIDTH_PT, MUSTER_SHEET_HEIGHT_PT, frame);
  if (muster_sheet_is_chinese (self))
    self->family = "Noto Sans CJK SC";
  self->left_pt = frame.x;
  self->width_pt = frame.width;
  self->bottom_pt = frame.y + frame.height;
}

void
muster_sheet_open (MusterSheetStyle *self, guint page_index, MusterBox frame, MusterBox next_frame)
{
  muster_typeset_open_frame (self->typeset, page_index, frame);
  muster_typeset_set_next_frame (self->typeset, next_frame);
  self->left_pt = frame.x;
  self->width_pt = frame.width;
  self->bottom_pt = frame.y + frame.height;
}

static MusterRun
make_run (const MusterSheetStyle *self, const char *text, const MusterLook *look)
{
  return (MusterRun){ .text = text,
                      .family = self->family,
                      .size_pt = (look->size_pt > 0 ? look->size_pt : self->size_pt) * self->scale,
                      .is_bold = look->is_bold,
                      .is_italic = look->is_italic && !muster_sheet_is_chinese (self),
                      .colour = look->colour != 0 ? look->colour : self->ink,
                      .link = look->link,
                      .letter_spacing_pt = look->spacing_pt };
}

/** muster_sheet_add: a paragraph in one look; nothing for an empty text. */
void
muster_sheet_add (MusterSheetStyle *self, const char *text, MusterLook look)
{
  MusterRun       run = make_run (self, text, &look);
  MusterParagraph paragraph = { .align = look.align,
                                .indent_pt = look.indent_pt,
                                .first_indent_pt = look.bullet != NULL ? -look.indent_pt : 0,
                                .space_before_pt = look.before_pt * self->air,
                                .space_after_pt = look.after_pt * self->air,
                                .line_height = muster_sheet_line_height (self),
                                .bullet = look.bullet };

  if (text == NULL || *text == '\0')
    return;
  muster_typeset_add_paragraph (self->typeset, &paragraph, &run, 1);
}

/**
 * muster_sheet_add_pair:
 * @first: in the given look
 * @second: (nullable): goes on in plain type after a comma
 * @right: (nullable): stands at the right margin, dim
 */
void
muster_sheet_add_pair (
    MusterSheetStyle *self, const char *first, const char *second, const char *right, MusterLook look)
{
  const char      *comma = muster_sheet_is_chinese (self) ? "  " : ", ";
  g_autofree char *rest
      = second != NULL && *second != '\0' ? g_strconcat (comma, second, NULL) : g_strdup ("");
  g_autofree char *end = right != NULL && *right != '\0' ? g_strconcat ("\t", right, NULL) : g_strdup ("");
  MusterLook       plain = { .size_pt = look.size_pt };
  MusterLook       dim = { .size_pt = self->size_pt * .95, .colour = self->dim };
  MusterRun        runs[]
      = { make_run (self, first, &look), make_run (self, rest, &plain), make_run (self, end, &dim) };
  double          stop = -self->width_pt;
  MusterParagraph paragraph = { .space_before_pt = look.before_pt * self->air,
                                .space_after_pt = look.after_pt * self->air,
                                .line_height = muster_sheet_line_height (self),
                                .tab_stops_pt = &stop,
                                .n_tab_stops = 1 };

  muster_typeset_add_paragraph (self->typeset, &paragraph, runs, G_N_ELEMENTS (runs));
}

double
muster_sheet_fit_size (const MusterSheetStyle *self, glong n_letters, double size_pt)
{
  const double letter = .53; /* of a sans face, as a share of its size, with some room to spare */

  return MIN (size_pt, self->width_pt / (MAX (n_letters, 1) * letter * self->scale));
}

/** muster_sheet_keep: begins a new page unless that much room is left on this one. */
void
muster_sheet_keep (MusterSheetStyle *self, double height_pt)
{
  if (muster_typeset_get_y (self->typeset) + height_pt > self->bottom_pt)
    muster_typeset_break_page (self->typeset);
}

/* Capitals of the languages that have them. */
static char *
dup_heading (const MusterSheetStyle *self, MusterResumeHeading heading, gboolean in_capitals)
{
  const char *text = muster_resume_heading (self->record->language, heading);

  return in_capitals ? g_utf8_strup (text, -1) : g_strdup (text);
}

static void
add_rule (MusterSheetStyle *self, double width_pt, double thickness_pt, guint32 colour)
{
  muster_typeset_rule (self->typeset,
                       muster_typeset_get_page_index (self->typeset),
                       self->left_pt,
                       muster_typeset_get_y (self->typeset),
                       width_pt,
                       thickness_pt,
                       colour);
}

static void
add_filled_heading (MusterSheetStyle *self, const char *text)
{
  double     size = self->size_pt * 1.1;
  double     height = size * self->scale * muster_sheet_line_height (self) + 5;
  MusterLook look = { .size_pt = size, .is_bold = TRUE, .colour = 0xFFFFFF, .indent_pt = 8 };
  MusterBox  box = { self->left_pt, muster_typeset_get_y (self->typeset), self->width_pt, height };

  muster_typeset_fill_box (self->typeset, muster_typeset_get_page_index (self->typeset), box, self->accent);
  muster_typeset_add_space (self->typeset, 2.5);
  muster_sheet_add (self, text, look);
  muster_typeset_add_space (self->typeset, 6.5);
}

/** muster_sheet_add_heading: a section heading in the manner of the sheet, kept together with what follows.
 */
void
muster_sheet_add_heading (MusterSheetStyle *self, MusterResumeHeading heading)
{
  gboolean in_capitals
      = self->heading == MUSTER_SHEET_HEADING_SPACED || self->heading == MUSTER_SHEET_HEADING_CENTRED;
  g_autofree char *text = dup_heading (self, heading, in_capitals);
  double           size = self->size_pt;

  muster_sheet_keep (self, 72);
  muster_typeset_add_space (self->typeset, size * 1.3 * self->air);
  switch (self->heading)
    {
    case MUSTER_SHEET_HEADING_RULED:
      muster_sheet_add (
          self, text, (MusterLook){ .size_pt = size * 1.2, .is_bold = TRUE, .colour = self->accent });
      add_rule (self, self->width_pt, .8, self->accent);
      muster_typeset_add_space (self->typeset, 6);
      break;
    case MUSTER_SHEET_HEADING_BAR:
      add_rule (self, 26, 2.6, self->accent);
      muster_typeset_add_space (self->typeset, 5);
      muster_sheet_add (self, text, (MusterLook){ .size_pt = size * 1.25, .is_bold = TRUE, .after_pt = 3 });
      break;
    case MUSTER_SHEET_HEADING_SPACED:
      muster_sheet_add (self,
                        text,
                        (MusterLook){ .size_pt = size * .95,
                                      .is_bold = TRUE,
                                      .colour = self->accent,
                                      .spacing_pt = .9,
                                      .after_pt = 4 });
      break;
    case MUSTER_SHEET_HEADING_FILLED:
      add_filled_heading (self, text);
      break;
    case MUSTER_SHEET_HEADING_CENTRED:
      muster_sheet_add (
          self,
          text,
          (MusterLook){
              .size_pt = size * 1.02, .is_bold = TRUE, .align = MUSTER_ALIGN_CENTRE, .spacing_pt = 1.1 });
      muster_typeset_add_space (self->typeset, 2);
      add_rule (self, self->width_pt, .6, muster_sheet_mix (self->ink, 0xFFFFFF, .55));
      muster_typeset_add_space (self->typeset, 6);
      break;
    }
}
