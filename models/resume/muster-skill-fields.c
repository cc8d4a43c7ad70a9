/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of skills is groups of a label and a list. Labels stand before a colon, in a column of their own,
 * or above the list in another style. */

#include "muster-list-fields.h"
#include "muster-date-range.h"
#include "muster-entry.h"
#include "muster-fold.h"
#include "muster-lexicon.h"
#include "muster-skill-items.h"

#include <math.h>
#include <string.h>

#define MAX_LABEL_WORDS 6
#define MAX_SKILL_WORDS 8
#define MAX_SKILL_LENGTH 70

typedef struct
{
  MusterSpan label;
  gboolean   has_label;
  GArray    *spans; /* MusterSpan: the list */
} Group;

static void
group_clear (gpointer data)
{
  g_array_unref (((Group *) data)->spans);
}

static Group *
open_group (GArray *groups)
{
  Group group = { .spans = g_array_new (FALSE, FALSE, sizeof (MusterSpan)) };

  g_array_append_val (groups, group);

  return &g_array_index (groups, Group, groups->len - 1);
}

static Group *
last_group (GArray *groups)
{
  return groups->len > 0 ? &g_array_index (groups, Group, groups->len - 1) : open_group (groups);
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ';

  return n;
}

/* Expert, (fluent), 5/5, 80 %, 3 years: how well, not what */
static gboolean
is_level (const char *text)
{
  g_autofree char *squeezed = muster_fold_squeezed (text);
  gboolean         has_letter = FALSE;

  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    has_letter |= g_unichar_isalpha (g_utf8_get_char (p));

  return !has_letter || muster_lexicon_lookup_squeezed (muster_lexicon_get ("levels"), text) != NULL
         || muster_text_is_duration (text);
}

/* Code points of the label before a colon, 0 for none. */
static guint
find_colon (const MusterSheetLine *line)
{
  const char      *ascii = strchr (line->text, ':');
  const char      *wide = strstr (line->text, "：");
  const char      *colon = ascii != NULL && (wide == NULL || ascii < wide) ? ascii : wide;
  g_autofree char *label = NULL;

  if (colon == NULL || colon == line->text || strncmp (colon, "://", 3) == 0)
    return 0;
  label = g_strndup (line->text, (gsize) (colon - line->text));
  if (count_words (label) > MAX_LABEL_WORDS || strpbrk (label, ",;") != NULL)
    return 0;

  return (guint) g_utf8_pointer_to_offset (line->text, colon);
}

/* The words at the beginning of a line that are bold while the rest is not. */
static guint
find_bold_label (const MusterSheet *sheet, const MusterSheetLine *line)
{
  const MusterWord *words = muster_sheet_words (sheet, line);
  guint             n = 0;

  while (n < line->n_words && (words[n].flags & MUSTER_WORD_BOLD))
    n++;
  if (n == 0 || n == line->n_words || n > MAX_LABEL_WORDS)
    return 0;
  for (guint i = n; i < line->n_words; i++)
    {
      if (words[i].flags & MUSTER_WORD_BOLD)
        return 0;
    }

  return words[n].text_start - line->start;
}

/* Labels of the language table of a Europass */
static const char *const native_labels[] = { "mothertongue",
                                             "mothertongues",
                                             "muttersprache",
                                             "muttersprachen",
                                             "languematernelle",
                                             "languesmaternelles",
                                             "lenguamaterna",
                                             "lenguasmaternas",
                                             "nativelanguage",
                                             "母语",
                                             NULL };
static const char *const table_labels[] = { "otherlanguage",
                                            "otherlanguages",
                                            "weiteresprachen",
                                            "weiteresprache",
                                            "autreslangues",
                                            "autrelangue",
                                            "otraslenguas",
                                            "otrosidiomas",
                                            "niveaux",
                                            "levels",
                                            "stufen",
                                            "niveles",
                                            NULL };

static gboolean
is_one_of (const char *text, const char *const *list)
{
  g_autofree char *squeezed = muster_fold_squeezed (text);

  return g_strv_contains (list, squeezed);
}

typedef struct
{
  const MusterSheet *sheet;
  const GArray      *lines; /* guint */
  gboolean           has_label_column;
  double             label_right_pt; /* where labels of a language table end, 0: there is none */
  gboolean           has_label_lines;
  guint              label_line; /* a line of the style of labels */
} Skills;

static const MusterSheetLine *
line_at (const Skills *skills, guint i)
{
  return muster_sheet_line (skills->sheet, g_array_index (skills->lines, guint, i));
}

static guint
row_end (const Skills *skills, guint i)
{
  guint j = i + 1;

  while (j < skills->lines->len && line_at (skills, j)->row == line_at (skills, i)->row)
    j++;

  return j;
}

static gboolean
has_list_sign (const char *text)
{
  return strpbrk (text, ",;|") != NULL || strstr (text, "，") != NULL || strstr (text, "、") != NULL
         || strstr (text, "·") != NULL || strstr (text, "•") != NULL;
}

static void
find_language_table (Skills *skills)
{
  for (guint i = 0; i < skills->lines->len; i = row_end (skills, i))
    {
      const MusterSheetLine *first = line_at (skills, i);

      if (row_end (skills, i) - i >= 2
          && (is_one_of (first->text, native_labels) || is_one_of (first->text, table_labels)))
        skills->label_right_pt = first->box.x + first->box.width;
    }
}

static gboolean
ends_like_labels (const Skills *skills, const MusterSheetLine *line)
{
  return skills->label_right_pt > 0 && fabs (line->box.x + line->box.width - skills->label_right_pt) < 2;
}

/* Rows of two lines whose left one is a label: it ends with a colon, looks different, names a section, or
 * never holds a list while the right one does. */
static void
find_label_column (Skills *skills)
{
  guint n_rows = 0, n_labels = 0, n_lists = 0;

  for (guint i = 0; i < skills->lines->len; i = row_end (skills, i))
    {
      const MusterSheetLine *first = line_at (skills, i);
      const MusterSheetLine *second;
      MusterSectionKind      kind;

      if (row_end (skills, i) - i < 2)
        continue;
      second = line_at (skills, i + 1);
      n_rows++;
      if (has_list_sign (first->text) || count_words (first->text) > MAX_LABEL_WORDS)
        continue;
      n_lists += has_list_sign (second->text);
      if (g_str_has_suffix (first->text, ":") || first->is_bold != second->is_bold
          || first->colour != second->colour || first->is_italic != second->is_italic
          || muster_heading_classify (first->text, &kind) == MUSTER_HEADING_LISTED)
        n_labels++;
    }
  skills->has_label_column = n_rows > 0 && (n_labels * 2 >= n_rows || (n_lists * 2 >= n_rows && n_lists > 0));
}

/* Lines alone in their row in a style that the lines below do not have. */
static void
find_label_lines (Skills *skills)
{
  const MusterSheetLine *first = skills->lines->len > 1 ? line_at (skills, 0) : NULL;
  gboolean               has_other = FALSE;

  if (first == NULL || first->has_bullet || row_end (skills, 0) != 1
      || count_words (first->text) > MAX_LABEL_WORDS || has_list_sign (first->text) || find_colon (first) > 0)
    return;
  for (guint i = 1; i < skills->lines->len; i++)
    has_other |= !muster_lines_share_style (first, line_at (skills, i)) || line_at (skills, i)->has_bullet;
  if (muster_lines_share_style (first, line_at (skills, 1)) && !line_at (skills, 1)->has_bullet)
    return;
  skills->has_label_lines = has_other;
  skills->label_line = 0;
}

static gboolean
is_label_line (const Skills *skills, guint i)
{
  const MusterSheetLine *line = line_at (skills, i);
  const MusterSheetLine *sample = line_at (skills, skills->label_line);

  return skills->has_label_lines && !line->has_bullet && muster_lines_share_style (line, sample)
         && !has_list_sign (line->text) && count_words (line->text) <= MAX_LABEL_WORDS
         && i + 1 < skills->lines->len
         && (!muster_lines_share_style (line, line_at (skills, i + 1))
             || line_at (skills, i + 1)->has_bullet);
}

static void
set_label (Group *group, MusterSpan span)
{
  group->label = span;
  group->has_label = TRUE;
}

static void
add_line (Skills *skills, GArray *groups, guint i, guint skip)
{
  guint      index = g_array_index (skills->lines, guint, i);
  MusterSpan span = muster_span_of_line (skills->sheet, index);

  span.start += skip;
  if (span.start < span.end)
    g_array_append_val (last_group (groups)->spans, span);
}

/* One row: its label opens a group, its other lines go to the last one. */
static void
add_row (Skills *skills, GArray *groups, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const MusterSheetLine *line = line_at (skills, i);
      guint                  index = g_array_index (skills->lines, guint, i);
      guint                  label = find_colon (line);

      if (label == 0 && !has_list_sign (line->text) && skills->has_label_column)
        label = 0;
      else if (label == 0)
        label = find_bold_label (skills->sheet, line);
      if (label > 0)
        {
          set_label (open_group (groups), muster_span_within (skills->sheet, index, 0, label));
          add_line (skills, groups, i, label);
        }
      else if ((i == first && end - first >= 2
                && (skills->has_label_column || ends_like_labels (skills, line)))
               || (end - first == 1 && is_label_line (skills, i)))
        set_label (open_group (groups), muster_span_of_line (skills->sheet, index));
      else
        add_line (skills, groups, i, 0);
    }
}

/* The text of an item without a level in brackets or behind a dash: "Python (expert)" */
static MusterSpan
without_level (const MusterSheet *sheet, MusterSpan span)
{
  g_autofree char *text = muster_span_dup_text (sheet, span);
  const char      *open = strrchr (text, '(');
  const char      *dash = open == NULL ? strstr (text, " - ") : NULL;
  const char      *cut = open;

  if (cut == NULL)
    cut = dash != NULL ? dash : strstr (text, " – ");
  if (cut == NULL)
    cut = strrchr (text, ':');
  if (cut == NULL || cut == text || !is_level (cut + 1))
    return span;
  span.end = span.start + (guint) g_utf8_pointer_to_offset (text, cut);

  return muster_span_trim (sheet, span);
}

/* The full stop behind the last item of a list */
static void
trim_full_stop (const MusterSheet *sheet, MusterSpan *span)
{
  g_autofree char *text = muster_span_dup_text (sheet, *span);

  if (span->end - span->start > 3 && g_str_has_suffix (text, ".") && !g_str_has_suffix (text, ".."))
    span->end--;
}

static void
add_skill (const MusterSheet *sheet, const MusterSkillItem *item, MusterSkill *skill)
{
  MusterSkillItem  own = *item;
  g_autofree char *text = NULL;
  MusterValue     *value;

  if (own.n_spans == 1)
    own.spans[0] = without_level (sheet, own.spans[0]);
  trim_full_stop (sheet, &own.spans[own.n_spans - 1]);
  text = muster_spans_dup_text (sheet, own.spans, own.n_spans);
  if (*text == '\0' || is_level (text) || count_words (text) > MAX_SKILL_WORDS
      || g_utf8_strlen (text, -1) > MAX_SKILL_LENGTH)
    return;
  value = muster_spans_value (sheet, own.spans, own.n_spans, 0.85);
  if (value != NULL)
    g_ptr_array_add (skill->keywords, value);
}

/* Most items of the list are languages. */
static gboolean
is_language_list (const MusterSheet *sheet, const GArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const MusterSkillItem *item = &g_array_index (items, MusterSkillItem, i);
      g_autofree char       *text = muster_spans_dup_text (sheet, item->spans, 1);
      g_autofree char       *folded = muster_fold (text);
      g_auto (GStrv) words = g_strsplit_set (folded, " (", -1);

      n += muster_lexicon_lookup (muster_lexicon_get ("languages"), folded) != NULL
           || (words[0] != NULL
               && muster_lexicon_lookup (muster_lexicon_get ("languages"), words[0]) != NULL);
    }

  return items->len > 0 && n * 2 >= items->len;
}

static gboolean
is_ignored_kind (MusterSectionKind kind)
{
  return kind == MUSTER_SECTION_INTERESTS || kind == MUSTER_SECTION_REFERENCES
         || kind == MUSTER_SECTION_AWARDS || kind == MUSTER_SECTION_VOLUNTEERING
         || kind == MUSTER_SECTION_PUBLICATIONS || kind == MUSTER_SECTION_PERSONAL;
}

static void
add_certificates (const MusterSheet *sheet, const GArray *items, MusterProfile *profile)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MusterSkillItem *item = &g_array_index (items, MusterSkillItem, i);
      MusterCertificate     *certificate = muster_certificate_new ();

      certificate->name = muster_spans_value (sheet, item->spans, item->n_spans, 0.75);
      if (certificate->name != NULL)
        g_ptr_array_add (profile->certificates, certificate);
    }
}

/* The language table of a Europass: "Mother tongue | French", a head "Other languages", then "Spanish | C1 |
 * B2". TRUE when the group belongs to it. */
static gboolean
read_language_row (const MusterSheet *sheet, const Group *group, const char *label, MusterProfile *profile)
{
  if (is_one_of (label, native_labels))
    {
      muster_languages_read (
          sheet, (const MusterSpan *) (gpointer) group->spans->data, group->spans->len, profile);
      return TRUE;
    }
  if (is_one_of (label, table_labels))
    return TRUE;
  if (muster_lexicon_lookup (muster_lexicon_get ("languages"), label) == NULL)
    return FALSE;
  for (guint i = 0; i < group->spans->len; i++)
    {
      g_autofree char *value = muster_span_dup_text (sheet, g_array_index (group->spans, MusterSpan, i));

      if (!is_level (value))
        return FALSE;
    }
  muster_languages_read (sheet, &group->label, 1, profile);

  return TRUE;
}

static void
read_group (const MusterSheet *sheet, const Group *group, gboolean has_entries, MusterProfile *profile)
{
  const MusterSpan *spans = (const MusterSpan *) (gpointer) group->spans->data;
  g_autoptr (GArray) items = muster_skill_items_cut (sheet, spans, group->spans->len);
  g_autoptr (GArray) refined = NULL;
  g_autofree char  *label = group->has_label ? muster_span_dup_text (sheet, group->label) : NULL;
  MusterSectionKind kind = MUSTER_SECTION_SKILLS;
  MusterSkill      *skill;

  if (label != NULL && muster_heading_classify (label, &kind) < MUSTER_HEADING_COMPOSED)
    kind = MUSTER_SECTION_SKILLS;
  if (label != NULL && read_language_row (sheet, group, label, profile))
    return;
  if (is_language_list (sheet, items))
    {
      muster_languages_read (sheet, spans, group->spans->len, profile);
      return;
    }
  if (is_ignored_kind (kind))
    return;
  if (kind == MUSTER_SECTION_CERTIFICATES)
    {
      add_certificates (sheet, items, profile);
      return;
    }

  skill = muster_skill_new ();
  refined = has_entries ? g_array_ref (items) : muster_skill_items_refine (sheet, items);
  for (guint i = 0; i < refined->len; i++)
    add_skill (sheet, &g_array_index (refined, MusterSkillItem, i), skill);
  if (label != NULL)
    {
      MusterSpan span = muster_span_trim (sheet, group->label);

      skill->name = span.end > span.start ? muster_span_value (sheet, span, 0.85) : NULL;
    }
  if (skill->keywords->len > 0)
    g_ptr_array_add (profile->skills, skill);
  else
    muster_skill_free (skill);
}

/* Lines of nothing but a date: below the heading stand projects, and their sentences tell what was done. */
static gboolean
has_entries (const Skills *skills)
{
  for (guint i = 0; i < skills->lines->len; i++)
    {
      if (muster_line_is_date_only (line_at (skills, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * muster_skills_read:
 *
 * Adds the skills of @section to @profile.
 */
void
muster_skills_read (const MusterSheet *sheet, const MusterSection *section, MusterProfile *profile)
{
  Skills skills = { .sheet = sheet, .lines = section->lines };
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  find_label_column (&skills);
  find_language_table (&skills);
  find_label_lines (&skills);
  for (guint i = 0; i < section->lines->len; i = row_end (&skills, i))
    add_row (&skills, groups, i, row_end (&skills, i));
  for (guint i = 0; i < groups->len; i++)
    read_group (sheet, &g_array_index (groups, Group, i), has_entries (&skills), profile);
}
