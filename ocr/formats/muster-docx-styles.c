/* SPDX-License-Identifier: GPL-3.0-or-later */
/* styles.xml with its chains of basedOn, numbering.xml with its levels and their counters. */

#include "muster-docx-styles.h"

#include <string.h>

#define MAX_STYLES 4096u
#define MAX_CHAIN 32u
#define N_LEVELS 9

typedef struct
{
  const char              *based_on;
  MusterDocxParagraphProps paragraph;
  MusterDocxRunProps       run;
} Style;

typedef struct
{
  gboolean                 is_known;
  char                     format; /* b: bullet, 1 a A i I, n: none */
  int                      start;
  int                      count;
  const char              *text; /* "%1." */
  MusterDocxParagraphProps paragraph;
} Level;

typedef struct
{
  Level levels[N_LEVELS];
} Numbering;

struct _MusterDocxStyles
{
  MusterFlow              *flow;
  MusterDocxParagraphProps default_paragraph;
  MusterDocxRunProps       default_run;
  const char              *default_style;
  GHashTable              *styles;    /* id -> Style */
  GHashTable              *abstracts; /* id -> Numbering */
  GHashTable              *numbers;   /* id -> Numbering, borrowed from abstracts */
};

static void
read_paragraph_props (MusterDocxParagraphProps *props, MusterXml *xml, MusterFlow *flow)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  while (muster_xml_next (xml, &scope))
    muster_docx_paragraph_props_read_one (props, xml, flow);
}

/* w:docDefaults, as it is or one step further in. */
static void
read_defaults (MusterDocxStyles *self, MusterXml *xml)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  while (muster_xml_next (xml, &scope))
    if (muster_xml_is (xml, "rPrDefault") || muster_xml_is (xml, "pPrDefault"))
      read_defaults (self, xml);
    else if (muster_xml_is (xml, "rPr"))
      muster_docx_run_props_read (&self->default_run, xml, self->flow);
    else if (muster_xml_is (xml, "pPr"))
      read_paragraph_props (&self->default_paragraph, xml, self->flow);
}

static void
read_style (MusterDocxStyles *self, MusterXml *xml)
{
  MusterXmlScope   scope = muster_xml_enter (xml);
  g_autofree char *id = muster_xml_dup (xml, "styleId");
  g_autofree char *type = muster_xml_dup (xml, "type");
  g_autofree char *is_default = muster_xml_dup (xml, "default");
  Style           *style;

  if (id == NULL)
    return;
  style = g_new0 (Style, 1);
  while (muster_xml_next (xml, &scope))
    if (muster_xml_is (xml, "basedOn"))
      {
        g_autofree char *parent = muster_xml_dup (xml, "val");

        style->based_on = muster_flow_intern (self->flow, parent);
      }
    else if (muster_xml_is (xml, "pPr"))
      read_paragraph_props (&style->paragraph, xml, self->flow);
    else if (muster_xml_is (xml, "rPr"))
      muster_docx_run_props_read (&style->run, xml, self->flow);

  if (g_strcmp0 (type, "paragraph") == 0 && is_default != NULL && !g_str_equal (is_default, "0"))
    self->default_style = muster_flow_intern (self->flow, id);
  g_hash_table_replace (self->styles, g_steal_pointer (&id), style);
}

static void
read_styles (MusterDocxStyles *self, GBytes *part)
{
  g_auto (MusterXml) xml = { 0 };
  MusterXmlScope scope;

  if (!muster_xml_init (&xml, part, "styles") || !muster_xml_find_root (&xml))
    return;
  scope = muster_xml_enter (&xml);
  while (g_hash_table_size (self->styles) < MAX_STYLES && muster_xml_next (&xml, &scope))
    if (muster_xml_is (&xml, "docDefaults"))
      read_defaults (self, &xml);
    else if (muster_xml_is (&xml, "style"))
      read_style (self, &xml);
}

static char
parse_format (const char *name)
{
  static const struct
  {
    const char *name;
    char        format;
  } names[] = {
    { "bullet", 'b' },      { "none", 'n' },       { "decimal", '1' },    { "lowerLetter", 'a' },
    { "upperLetter", 'A' }, { "lowerRoman", 'i' }, { "upperRoman", 'I' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].name, name) == 0)
      return names[i].format;

  return '1';
}

/* Bullets come from symbol fonts whose characters mean nothing elsewhere. */
static const char *
clean_bullet (const char *text)
{
  gunichar c = text != NULL ? g_utf8_get_char (text) : 0;

  if (c == 'o')
    return "◦";
  if (c == 0xF0A7 || c == 0xA7)
    return "▪";
  if (c == 0xF0D8)
    return "➢";
  if (c == 0xF0FC)
    return "✓";
  if (c == 0 || (c >= 0xE000 && c <= 0xF8FF) || c == 0xB7)
    return "•";

  return text;
}

static void
read_level (MusterDocxStyles *self, MusterXml *xml, Numbering *numbering)
{
  MusterXmlScope scope = muster_xml_enter (xml);
  int            index = CLAMP ((int) muster_xml_get_number (xml, "ilvl", 0), 0, N_LEVELS - 1);
  Level         *level = &numbering->levels[index];

  level->is_known = TRUE;
  level->format = '1';
  level->start = 1;
  while (muster_xml_next (xml, &scope))
    {
      g_autofree char *value = muster_xml_dup (xml, "val");

      if (muster_xml_is (xml, "numFmt"))
        level->format = parse_format (value);
      else if (muster_xml_is (xml, "lvlText"))
        level->text = muster_flow_intern (self->flow, value);
      else if (muster_xml_is (xml, "start"))
        level->start = (int) muster_xml_get_number (xml, "val", 1);
      else if (muster_xml_is (xml, "pPr"))
        read_paragraph_props (&level->paragraph, xml, self->flow);
    }
  level->count = level->start - 1;
}

static void
read_abstract (MusterDocxStyles *self, MusterXml *xml)
{
  MusterXmlScope scope = muster_xml_enter (xml);
  int            id = (int) muster_xml_get_number (xml, "abstractNumId", -1);
  Numbering     *numbering = g_new0 (Numbering, 1);

  while (muster_xml_next (xml, &scope))
    if (muster_xml_is (xml, "lvl"))
      read_level (self, xml, numbering);
  g_hash_table_replace (self->abstracts, GINT_TO_POINTER (id), numbering);
}

static void
read_number (MusterDocxStyles *self, MusterXml *xml)
{
  MusterXmlScope scope = muster_xml_enter (xml);
  int            id = (int) muster_xml_get_number (xml, "numId", -1);

  while (muster_xml_next (xml, &scope))
    if (muster_xml_is (xml, "abstractNumId"))
      {
        int        abstract = (int) muster_xml_get_number (xml, "val", -1);
        Numbering *numbering = g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (abstract));

        if (numbering != NULL)
          g_hash_table_replace (self->numbers, GINT_TO_POINTER (id), numbering);
      }
}

static void
read_numbering (MusterDocxStyles *self, GBytes *part)
{
  g_auto (MusterXml) xml = { 0 };
  MusterXmlScope scope;

  if (!muster_xml_init (&xml, part, "numbering") || !muster_xml_find_root (&xml))
    return;
  scope = muster_xml_enter (&xml);
  while (g_hash_table_size (self->abstracts) < MAX_STYLES && muster_xml_next (&xml, &scope))
    if (muster_xml_is (&xml, "abstractNum"))
      read_abstract (self, &xml);
    else if (muster_xml_is (&xml, "num"))
      read_number (self, &xml);
}

static GBytes *
find_part (const MusterDocxPackage *package, const char *kind)
{
  g_autofree char *name
      = muster_docx_package_dup_target_of_kind (package, muster_docx_package_get_main (package), kind);

  return name != NULL ? muster_docx_package_get_part (package, name) : NULL;
}

/**
 * muster_docx_styles_new:
 * @flow: keeps the strings; outlives the styles
 *
 * Returns: (transfer full): the styles and numbering of the main part.
 */
MusterDocxStyles *
muster_docx_styles_new (const MusterDocxPackage *package, MusterFlow *flow)
{
  MusterDocxStyles *self = g_new0 (MusterDocxStyles, 1);
  GBytes           *styles = find_part (package, "styles");
  GBytes           *numbering = find_part (package, "numbering");

  self->flow = flow;
  self->default_run.size_pt = 10;
  self->default_run.colour = MUSTER_FLOW_AUTO_COLOUR;
  self->default_paragraph.line_height = 1.2;
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->numbers = g_hash_table_new (NULL, NULL);
  if (styles != NULL)
    read_styles (self, styles);
  if (numbering != NULL)
    read_numbering (self, numbering);

  return self;
}

void
muster_docx_styles_free (MusterDocxStyles *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->abstracts);
  g_hash_table_unref (self->styles);
  g_free (self);
}

/* The chain from the style to what it is based on, at most MAX_CHAIN long: damaged files have rings. */
static guint
collect_chain (const MusterDocxStyles *self, const char *id, const Style **chain)
{
  guint n = 0;

  while (id != NULL && n < MAX_CHAIN)
    {
      const Style *style = g_hash_table_lookup (self->styles, id);

      if (style == NULL)
        break;
      chain[n++] = style;
      id = style->based_on;
    }

  return n;
}

void
muster_docx_styles_start_paragraph (const MusterDocxStyles   *self,
                                    const char               *style,
                                    MusterDocxParagraphProps *paragraph,
                                    MusterDocxRunProps       *run)
{
  const Style *chain[MAX_CHAIN];
  guint        n = collect_chain (self, style != NULL ? style : self->default_style, chain);

  *paragraph = self->default_paragraph;
  *run = self->default_run;
  while (n-- > 0)
    {
      muster_docx_paragraph_props_overlay (paragraph, &chain[n]->paragraph);
      muster_docx_run_props_overlay (run, &chain[n]->run);
    }
}

void
muster_docx_styles_overlay_run (const MusterDocxStyles *self, const char *style, MusterDocxRunProps *run)
{
  const Style *chain[MAX_CHAIN];
  guint        n = collect_chain (self, style, chain);

  while (n-- > 0)
    muster_docx_run_props_overlay (run, &chain[n]->run);
}

static void
append_roman (GString *to, int number)
{
  static const struct
  {
    int         value;
    const char *letters;
  } steps[] = { { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" }, { 10, "x" },
                { 9, "ix" },  { 5, "v" },   { 4, "iv" }, { 1, "i" } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    while (number >= steps[i].value && to->len < 32)
      {
        g_string_append (to, steps[i].letters);
        number -= steps[i].value;
      }
}

static char *
format_count (char format, int count)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (format == 'a' || format == 'A')
    g_string_append_c (text, (char) ('a' + (MAX (count, 1) - 1) % 26));
  else if (format == 'i' || format == 'I')
    append_roman (text, CLAMP (count, 1, 399));
  else
    g_string_append_printf (text, "%d", count);

  return format == 'A' || format == 'I' ? g_ascii_strup (text->str, -1) : g_strdup (text->str);
}

/* "%1.%2" with the counts of the levels. */
static char *
format_number (const Numbering *numbering, const char *pattern)
{
  GString *text = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0' && text->len < 64; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '9')
      {
        const Level     *level = &numbering->levels[p[1] - '1'];
        g_autofree char *count = format_count (level->format, MAX (level->count, level->start));

        g_string_append (text, count);
        p++;
      }
    else
      g_string_append_c (text, *p);

  return g_string_free (text, FALSE);
}

char *
muster_docx_styles_next_number (MusterDocxStyles *self, MusterDocxParagraphProps *paragraph)
{
  Numbering *numbering = g_hash_table_lookup (self->numbers, GINT_TO_POINTER (paragraph->number_id));
  MusterDocxParagraphProps own = *paragraph;
  Level                   *level;

  if (paragraph->number_id == 0 || numbering == NULL)
    return NULL;
  level = &numbering->levels[CLAMP (paragraph->level, 0, N_LEVELS - 1)];
  if (!level->is_known)
    return NULL;

  /* Indents of the level come before those of the paragraph itself. */
  if (level->paragraph.mask & MUSTER_DOCX_PARAGRAPH_LEFT && own.left_pt == 0)
    paragraph->left_pt = level->paragraph.left_pt;
  if (level->paragraph.mask & MUSTER_DOCX_PARAGRAPH_FIRST && own.first_pt == 0)
    paragraph->first_pt = level->paragraph.first_pt;
  level->count++;
  for (int i = (int) (level - numbering->levels) + 1; i < N_LEVELS; i++)
    numbering->levels[i].count = numbering->levels[i].start - 1;
  if (level->format == 'n')
    return NULL;
  if (level->format == 'b')
    return g_strdup (clean_bullet (level->text));

  return level->text != NULL ? format_number (numbering, level->text) : NULL;
}
