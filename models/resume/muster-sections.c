/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From lines to sections. The headings that the words make sure of vote for the style of this resume's
 * headings; lines in that style then need fewer words, and others more. A section goes on down its column,
 * over pages too. */

#include "muster-section.h"

#include <math.h>
#include <string.h>

typedef struct
{
  MusterHeadingStrength strength;
  MusterSectionKind     kind;
  gboolean              is_heading;
  gboolean              is_joined; /* with the first line of the next row */
  gboolean              is_main;   /* in the style of headings */
} Mark;

typedef struct
{
  const MusterSheet *sheet;
  Mark              *marks;           /* one a line */
  guint              main;            /* a line in the style of headings, G_MAXUINT: none */
  gboolean           is_main_set_off; /* that style is not the style of the text */
  gboolean           is_main_shared;  /* titles of entries have it too */
} Headings;

static gboolean
is_first_of_row (const MusterSheet *sheet, guint i)
{
  return i == 0 || muster_sheet_line (sheet, i - 1)->row != muster_sheet_line (sheet, i)->row;
}

static gboolean
is_alone_in_row (const MusterSheet *sheet, guint i)
{
  return is_first_of_row (sheet, i) && (i + 1 >= sheet->lines->len || is_first_of_row (sheet, i + 1));
}

static guint
row_begin (const MusterSheet *sheet, guint i)
{
  while (i > 0 && !is_first_of_row (sheet, i))
    i--;

  return i;
}

/* "Profile" and "Skills" beside each other, above two columns */
static gboolean
is_row_of_headings (const MusterSheet *sheet, guint i)
{
  guint n = 0;

  for (guint j = row_begin (sheet, i); j < sheet->lines->len && (n == 0 || !is_first_of_row (sheet, j)); j++)
    {
      MusterSectionKind kind;

      if (muster_heading_classify (muster_sheet_line (sheet, j)->text, &kind) != MUSTER_HEADING_LISTED
          || !muster_lines_share_font (muster_sheet_line (sheet, j), muster_sheet_line (sheet, i)))
        return FALSE;
      n++;
    }

  return n >= 2;
}

/* Larger, bolder, in capitals or in another colour than the text. */
static gboolean
is_set_off (const MusterSheet *sheet, const MusterSheetLine *line)
{
  return line->size_pt > 1.08 * sheet->body_size_pt || (line->is_bold && !sheet->is_body_bold)
         || line->is_capital || line->colour != sheet->body_colour;
}

/* Two lines one above the other in one style: the parts of a heading that did not fit. */
static guint
find_second_half (const MusterSheet *sheet, guint i)
{
  const MusterSheetLine *line = muster_sheet_line (sheet, i);

  for (guint j = i + 1; j < sheet->lines->len && j < i + 6; j++)
    {
      const MusterSheetLine *next = muster_sheet_line (sheet, j);

      if (next->row == line->row)
        continue;
      if (next->region != line->region || !is_first_of_row (sheet, j))
        return G_MAXUINT;
      if (next->baseline_pt - line->baseline_pt > 1.8 * line->size_pt
          || !muster_lines_share_style (line, next))
        return G_MAXUINT;
      return j;
    }

  return G_MAXUINT;
}

static void
classify_lines (Headings *headings)
{
  const MusterSheet *sheet = headings->sheet;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, i);
      Mark                  *mark = &headings->marks[i];
      guint                  second;
      MusterSectionKind      joined_kind;

      if (line->is_running || line->dates->len > 0
          || (!is_first_of_row (sheet, i) && !is_row_of_headings (sheet, i)))
        continue;
      if (line->has_bullet && !is_set_off (sheet, line))
        continue;
      mark->strength = muster_heading_classify (line->text, &mark->kind);
      second = find_second_half (sheet, i);
      if (second != G_MAXUINT && !muster_sheet_line (sheet, second)->has_bullet)
        {
          g_autofree char *both
              = g_strconcat (line->text, " ", muster_sheet_line (sheet, second)->text, NULL);

          if (muster_heading_classify (both, &joined_kind) == MUSTER_HEADING_LISTED
              && strpbrk (both, ",&/") == NULL)
            {
              mark->strength = MUSTER_HEADING_LISTED;
              mark->kind = joined_kind;
              mark->is_joined = TRUE;
            }
        }
    }
}

/* The style that most sure headings have; work and education count three times. */
static void
vote (Headings *headings)
{
  const MusterSheet *sheet = headings->sheet;
  double             most = 0;

  headings->main = G_MAXUINT;
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, i);
      double                 votes = 0;

      if (headings->marks[i].strength != MUSTER_HEADING_LISTED)
        continue;
      for (guint j = 0; j < sheet->lines->len; j++)
        {
          const Mark *mark = &headings->marks[j];

          if (mark->strength == MUSTER_HEADING_LISTED
              && muster_lines_share_style (line, muster_sheet_line (sheet, j)))
            votes += mark->kind == MUSTER_SECTION_WORK || mark->kind == MUSTER_SECTION_EDUCATION ? 3 : 1;
        }
      votes += line->size_pt / 1000 + (is_set_off (sheet, line) ? 0.5 : 0);
      if (votes > most)
        {
          most = votes;
          headings->main = i;
        }
    }
  if (headings->main == G_MAXUINT)
    return;
  headings->is_main_set_off = is_set_off (sheet, muster_sheet_line (sheet, headings->main));
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      headings->marks[i].is_main = muster_lines_share_style (muster_sheet_line (sheet, headings->main),
                                                             muster_sheet_line (sheet, i));
    }
}

/* A listed heading in a style of its own: alone in its row, set off from the text, about as large as the
 * others. */
static gboolean
is_sure_elsewhere (const Headings *headings, guint i)
{
  const MusterSheetLine *line = muster_sheet_line (headings->sheet, i);
  const MusterSheetLine *main = muster_sheet_line (headings->sheet, headings->main);

  if (!is_alone_in_row (headings->sheet, i) || line->has_bullet)
    return FALSE;
  if (!headings->is_main_set_off)
    return TRUE;

  if (!is_set_off (headings->sheet, line))
    return FALSE;

  return line->size_pt >= 0.8 * main->size_pt
         || (line->size_pt >= 0.7 * main->size_pt && line->is_bold == main->is_bold
             && line->colour == main->colour && line->is_capital && main->is_capital);
}

static void
choose_known (Headings *headings)
{
  for (guint i = 0; i < headings->sheet->lines->len; i++)
    {
      Mark *mark = &headings->marks[i];

      if (mark->strength == MUSTER_HEADING_LISTED)
        mark->is_heading = mark->is_main ? headings->is_main_set_off || is_alone_in_row (headings->sheet, i)
                                               || is_row_of_headings (headings->sheet, i)
                                         : is_sure_elsewhere (headings, i);
      else if (mark->strength == MUSTER_HEADING_COMPOSED)
        mark->is_heading = mark->is_main && headings->is_main_set_off;
      if (mark->is_heading && mark->is_joined)
        {
          guint second = find_second_half (headings->sheet, i);

          headings->marks[second].strength = MUSTER_HEADING_NONE;
        }
    }
}

/* The first line of the next row of the same region, G_MAXUINT: none. */
static guint
next_row (const MusterSheet *sheet, guint i)
{
  const MusterSheetLine *line = muster_sheet_line (sheet, i);

  for (guint j = i + 1; j < sheet->lines->len; j++)
    {
      if (muster_sheet_line (sheet, j)->row != line->row)
        return muster_sheet_line (sheet, j)->region == line->region ? j : G_MAXUINT;
    }

  return G_MAXUINT;
}

static gboolean
is_second_half (const Headings *headings, guint i)
{
  for (guint j = i; j > 0 && j + 6 > i; j--)
    {
      if (headings->marks[j - 1].is_heading && headings->marks[j - 1].is_joined
          && find_second_half (headings->sheet, j - 1) == i)
        return TRUE;
    }

  return FALSE;
}

static gboolean
may_be_unknown (const Headings *headings, guint i)
{
  const MusterSheetLine *line = muster_sheet_line (headings->sheet, i);

  return headings->marks[i].is_main && !headings->marks[i].is_heading && !line->is_running
         && line->dates->len == 0 && !line->has_bullet && is_first_of_row (headings->sheet, i)
         && !is_second_half (headings, i);
}

/* Where a line in the style of headings follows a heading at once, titles of entries have that style too. */
static void
find_sharing (Headings *headings)
{
  for (guint i = 0; i < headings->sheet->lines->len; i++)
    {
      guint below;

      if (!headings->marks[i].is_heading || !headings->marks[i].is_main)
        continue;
      below = headings->marks[i].is_joined ? find_second_half (headings->sheet, i) : i;
      below = next_row (headings->sheet, below);
      if (below != G_MAXUINT && may_be_unknown (headings, below))
        headings->is_main_shared = TRUE;
    }
}

/* Lines in the style of headings whose words are not (all) known. */
static void
choose_unknown (Headings *headings)
{
  const MusterSheet *sheet = headings->sheet;
  gboolean           has_known = FALSE;

  if (!headings->is_main_set_off || headings->is_main_shared)
    return;
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      Mark *mark = &headings->marks[i];

      has_known |= mark->is_heading;
      if (!has_known || !may_be_unknown (headings, i) || !is_alone_in_row (sheet, i)
          || muster_sheet_line (sheet, i)->end - muster_sheet_line (sheet, i)->start > 50)
        continue;
      mark->is_heading = TRUE;
      if (mark->strength != MUSTER_HEADING_PARTIAL)
        mark->kind = MUSTER_SECTION_OTHER;
    }
}

/* Headings that stand beside each other in the last row of a region are told apart by their place. */
#define MAX_HEADS 4

typedef struct
{
  MusterBox box;
  guint     page;
  guint     section; /* that its last line belongs to */
  gboolean  is_set;
  guint     n_heads;
  guint     heads[MAX_HEADS]; /* sections */
  MusterBox head_boxes[MAX_HEADS];
  guint     head_row;
} Region;

static double
shared_width (MusterBox a, MusterBox b)
{
  double shared = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);

  return MAX (shared, 0) / MAX (MIN (a.width, b.width), 1);
}

static double
shared_extent (MusterBox a, MusterBox b)
{
  double shared = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
  double all = MAX (a.x + a.width, b.x + b.width) - MIN (a.x, b.x);

  return MAX (shared, 0) / MAX (all, 1);
}

/* The last section of a region that @below lies under. */
static guint
section_of (const Region *above, const Region *below)
{
  guint  section = above->section;
  double nearest = G_MAXDOUBLE;

  if (above->n_heads < 2)
    return section;
  for (guint i = 0; i < above->n_heads; i++)
    {
      MusterBox box = above->head_boxes[i];
      double    left = MAX (below->box.x - box.x - box.width, 0),
             right = MAX (box.x - below->box.x - below->box.width, 0);

      if (left + right < nearest)
        {
          nearest = left + right;
          section = above->heads[i];
        }
    }

  return section;
}

static void
note_head (Region *region, const MusterSheetLine *line, guint section)
{
  if (region->n_heads > 0 && region->head_row != line->row)
    region->n_heads = 0;
  if (region->n_heads == MAX_HEADS)
    return;
  region->head_row = line->row;
  region->heads[region->n_heads] = section;
  region->head_boxes[region->n_heads++] = line->box;
}

/* The section that a region goes on with: of the region above it, or of the same column on the page before.
 * G_MAXUINT: none. */
static guint
find_continued (const GArray *regions, guint region)
{
  const Region *own = &g_array_index (regions, Region, region);
  const Region *best = NULL;
  double        best_score = -G_MAXDOUBLE;

  for (guint i = 0; i < region; i++)
    {
      const Region *other = &g_array_index (regions, Region, i);
      double        score;

      if (!other->is_set)
        continue;
      if (other->page == own->page && other->box.y + other->box.height <= own->box.y + 4
          && shared_width (other->box, own->box) >= 0.5)
        score = 10000 + other->box.y + other->box.height;
      else if (other->page + 1 == own->page && shared_width (other->box, own->box) >= 0.5)
        score = floor (shared_extent (other->box, own->box) * 5) * 1000
                + (other->box.y + other->box.height) / 10;
      else
        continue;
      if (other->page == own->page)
        score += 100000;
      if (score > best_score)
        {
          best_score = score;
          best = other;
        }
    }

  return best != NULL ? section_of (best, own) : G_MAXUINT;
}

static GArray *
new_regions (const MusterSheet *sheet)
{
  GArray *regions = g_array_new (FALSE, TRUE, sizeof (Region));

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, i);
      Region                *region;

      if (line->region >= regions->len)
        g_array_set_size (regions, line->region + 1);
      region = &g_array_index (regions, Region, line->region);
      region->box = region->is_set ? muster_box_union (region->box, line->box) : line->box;
      region->page = line->page;
      region->is_set = TRUE;
    }
  for (guint i = 0; i < regions->len; i++)
    g_array_index (regions, Region, i).is_set = FALSE;

  return regions;
}

static void
section_clear (gpointer data)
{
  g_array_unref (((MusterSection *) data)->lines);
}

static guint
open_section (GArray *sections, MusterSectionKind kind, guint heading)
{
  MusterSection section = { kind, heading, g_array_new (FALSE, FALSE, sizeof (guint)) };

  g_array_append_val (sections, section);

  return sections->len - 1;
}

/* In a table: a heading that looks like the labels of the rows above it ("Interests | climbing" below
 * certificates). Lists of skills have such labels of their own. */
static gboolean
is_row_label (const Headings *headings, guint i, const GArray *sections, guint current)
{
  const Mark       *mark = &headings->marks[i];
  MusterSectionKind kind = g_array_index (sections, MusterSection, current).kind;

  if (mark->strength != MUSTER_HEADING_LISTED || is_alone_in_row (headings->sheet, i) || mark->kind == kind)
    return FALSE;
  if (kind != MUSTER_SECTION_LANGUAGES && kind != MUSTER_SECTION_CERTIFICATES
      && kind != MUSTER_SECTION_INTERESTS && kind != MUSTER_SECTION_AWARDS && kind != MUSTER_SECTION_COURSES
      && kind != MUSTER_SECTION_OTHER)
    return FALSE;

  return mark->kind == MUSTER_SECTION_LANGUAGES || mark->kind == MUSTER_SECTION_CERTIFICATES
         || mark->kind == MUSTER_SECTION_INTERESTS || mark->kind == MUSTER_SECTION_AWARDS
         || mark->kind == MUSTER_SECTION_SKILLS || mark->kind == MUSTER_SECTION_REFERENCES
         || mark->kind == MUSTER_SECTION_VOLUNTEERING || mark->kind == MUSTER_SECTION_PUBLICATIONS;
}

static GArray *
collect (const Headings *headings)
{
  const MusterSheet *sheet = headings->sheet;
  GArray            *sections = g_array_new (FALSE, FALSE, sizeof (MusterSection));
  g_autoptr (GArray) regions = new_regions (sheet);
  guint current = G_MAXUINT;

  g_array_set_clear_func (sections, section_clear);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const MusterSheetLine *line = muster_sheet_line (sheet, i);
      Region                *region = &g_array_index (regions, Region, line->region);

      if (line->is_running)
        continue;
      if (!region->is_set)
        {
          guint continued = find_continued (regions, line->region);

          if (continued == G_MAXUINT)
            current = line->page > 0 && current != G_MAXUINT
                          ? current
                          : open_section (sections, MUSTER_SECTION_TOP, G_MAXUINT);
          else
            current = continued;
          region->is_set = TRUE;
        }
      if (headings->marks[i].is_heading || is_row_label (headings, i, sections, current))
        {
          current = open_section (sections, headings->marks[i].kind, i);
          note_head (region, line, current);
        }
      else if (!is_second_half (headings, i))
        {
          region->n_heads = 0;
          g_array_append_val (g_array_index (sections, MusterSection, current).lines, i);
        }
      region->section = current;
    }

  return sections;
}

/**
 * muster_sections_find:
 *
 * Returns: (transfer full) (element-type MusterSection): the sections of a resume; every line that is no
 * heading and does not run over all pages is in one of them.
 */
GArray *
muster_sections_find (const MusterSheet *sheet)
{
  g_autofree Mark *marks = g_new0 (Mark, sheet->lines->len + 1);
  Headings         headings = { .sheet = sheet, .marks = marks };

  classify_lines (&headings);
  vote (&headings);
  if (headings.main != G_MAXUINT)
    {
      choose_known (&headings);
      find_sharing (&headings);
      choose_unknown (&headings);
    }

  return collect (&headings);
}
