/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and laying over each other what Word says about runs and paragraphs. Twips are twentieths of a
 * point. */

#include "muster-docx-props.h"

#include <string.h>

#define TWIPS 20.0
#define LARGEST_SIZE_PT 400.0
/* A "single" line of Word's usual faces, as a factor of the type size. */
#define SINGLE_LINE 1.2
#define LARGEST_LENGTH_PT 3000.0

guint32
muster_docx_parse_colour (const char *text, guint32 fallback)
{
  char   *end;
  guint64 value;

  if (text == NULL)
    return fallback;
  if (*text == '#')
    text++;
  if (strlen (text) != 6)
    return fallback;
  value = g_ascii_strtoull (text, &end, 16);

  return *end == '\0' ? (guint32) value : fallback;
}

/* The colours of w:highlight, which has names. */
static gboolean
parse_highlight (const char *name, guint32 *colour)
{
  static const struct
  {
    const char *name;
    guint32     colour;
  } names[] = {
    { "black", 0 },
    { "blue", 0x0000FF },
    { "cyan", 0x00FFFF },
    { "green", 0x00FF00 },
    { "magenta", 0xFF00FF },
    { "red", 0xFF0000 },
    { "yellow", 0xFFFF00 },
    { "white", 0xFFFFFF },
    { "darkBlue", 0x000080 },
    { "darkCyan", 0x008080 },
    { "darkGreen", 0x008000 },
    { "darkMagenta", 0x800080 },
    { "darkRed", 0x800000 },
    { "darkYellow", 0x808000 },
    { "darkGray", 0x808080 },
    { "lightGray", 0xC0C0C0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].name, name) == 0)
      {
        *colour = names[i].colour;
        return TRUE;
      }

  return FALSE;
}

static double
get_length (MusterXml *xml, const char *attribute, double fallback_pt)
{
  return CLAMP (muster_xml_get_number (xml, attribute, fallback_pt * TWIPS) / TWIPS,
                -LARGEST_LENGTH_PT,
                LARGEST_LENGTH_PT);
}

static gboolean
read_shading (MusterXml *xml, guint32 *colour)
{
  g_autofree char *fill = muster_xml_dup (xml, "fill");
  guint32          parsed = muster_docx_parse_colour (fill, MUSTER_FLOW_AUTO_COLOUR);

  if (parsed == MUSTER_FLOW_AUTO_COLOUR)
    return FALSE;
  *colour = parsed;

  return TRUE;
}

static void
read_font (MusterDocxRunProps *self, MusterXml *xml, MusterFlow *flow)
{
  g_autofree char *family = muster_xml_dup (xml, "ascii");

  if (family == NULL || strchr (family, ',') != NULL)
    return;
  self->mask |= MUSTER_DOCX_RUN_FAMILY;
  self->family = muster_flow_intern (flow, family);
}

static void
read_run_prop (MusterDocxRunProps *self, MusterXml *xml, MusterFlow *flow)
{
  g_autofree char *value = muster_xml_dup (xml, "val");
  const char      *name = muster_xml_name (xml);

  if (g_str_equal (name, "sz"))
    {
      self->mask |= MUSTER_DOCX_RUN_SIZE;
      self->size_pt = CLAMP (muster_xml_get_number (xml, "val", 22) / 2, .5, LARGEST_SIZE_PT);
    }
  else if (g_str_equal (name, "b"))
    {
      self->mask |= MUSTER_DOCX_RUN_BOLD;
      self->is_bold = muster_xml_get_switch (xml);
    }
  else if (g_str_equal (name, "i"))
    {
      self->mask |= MUSTER_DOCX_RUN_ITALIC;
      self->is_italic = muster_xml_get_switch (xml);
    }
  else if (g_str_equal (name, "vanish") || g_str_equal (name, "webHidden"))
    {
      self->mask |= MUSTER_DOCX_RUN_VANISH;
      self->is_vanished = g_str_equal (name, "vanish") && muster_xml_get_switch (xml);
    }
  else if (g_str_equal (name, "caps"))
    {
      self->mask |= MUSTER_DOCX_RUN_CAPS;
      self->is_caps = muster_xml_get_switch (xml);
    }
  else if (g_str_equal (name, "color"))
    {
      self->mask |= MUSTER_DOCX_RUN_COLOUR;
      self->colour = muster_docx_parse_colour (value, MUSTER_FLOW_AUTO_COLOUR);
    }
  else if (g_str_equal (name, "rFonts"))
    read_font (self, xml, flow);
  else if (g_str_equal (name, "shd") || g_str_equal (name, "highlight"))
    {
      self->mask |= MUSTER_DOCX_RUN_GROUND;
      self->has_ground = g_str_equal (name, "shd") ? read_shading (xml, &self->ground)
                                                   : parse_highlight (value, &self->ground);
    }
  else if (g_str_equal (name, "spacing"))
    {
      self->mask |= MUSTER_DOCX_RUN_SPACING;
      self->letter_spacing_pt = CLAMP (get_length (xml, "val", 0), -2, 20);
    }
  else if (g_str_equal (name, "rStyle"))
    self->style = muster_flow_intern (flow, value);
}

/** muster_docx_run_props_read: takes what w:rPr says; the walk stands at its end then. */
void
muster_docx_run_props_read (MusterDocxRunProps *self, MusterXml *xml, MusterFlow *flow)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  while (muster_xml_next (xml, &scope))
    read_run_prop (self, xml, flow);
}

void
muster_docx_run_props_overlay (MusterDocxRunProps *self, const MusterDocxRunProps *over)
{
  MusterDocxRunProps all = *self;

  if (over->mask & MUSTER_DOCX_RUN_SIZE)
    all.size_pt = over->size_pt;
  if (over->mask & MUSTER_DOCX_RUN_BOLD)
    all.is_bold = over->is_bold;
  if (over->mask & MUSTER_DOCX_RUN_ITALIC)
    all.is_italic = over->is_italic;
  if (over->mask & MUSTER_DOCX_RUN_VANISH)
    all.is_vanished = over->is_vanished;
  if (over->mask & MUSTER_DOCX_RUN_CAPS)
    all.is_caps = over->is_caps;
  if (over->mask & MUSTER_DOCX_RUN_COLOUR)
    all.colour = over->colour;
  if (over->mask & MUSTER_DOCX_RUN_FAMILY)
    all.family = over->family;
  if (over->mask & MUSTER_DOCX_RUN_GROUND)
    {
      all.has_ground = over->has_ground;
      all.ground = over->ground;
    }
  if (over->mask & MUSTER_DOCX_RUN_SPACING)
    all.letter_spacing_pt = over->letter_spacing_pt;
  all.mask |= over->mask;
  *self = all;
}

static void
read_align (MusterDocxParagraphProps *self, const char *value)
{
  static const struct
  {
    const char *name;
    MusterAlign align;
  } names[] = {
    { "center", MUSTER_ALIGN_CENTRE }, { "right", MUSTER_ALIGN_END },          { "end", MUSTER_ALIGN_END },
    { "both", MUSTER_ALIGN_JUSTIFY },  { "distribute", MUSTER_ALIGN_JUSTIFY },
  };

  self->mask |= MUSTER_DOCX_PARAGRAPH_ALIGN;
  self->align = MUSTER_ALIGN_START;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].name, value) == 0)
      self->align = names[i].align;
}

static void
read_spacing (MusterDocxParagraphProps *self, MusterXml *xml)
{
  g_autofree char *rule = muster_xml_dup (xml, "lineRule");
  double           before = get_length (xml, "before", -1);
  double           after = get_length (xml, "after", -1);
  double           line = muster_xml_get_number (xml, "line", -1);

  if (before >= 0)
    {
      self->mask |= MUSTER_DOCX_PARAGRAPH_BEFORE;
      self->before_pt = before;
    }
  if (after >= 0)
    {
      self->mask |= MUSTER_DOCX_PARAGRAPH_AFTER;
      self->after_pt = after;
    }
  if (line <= 0)
    return;
  self->mask |= MUSTER_DOCX_PARAGRAPH_LINE;
  self->line_height = 0;
  self->line_pt = 0;
  if (rule == NULL || g_str_equal (rule, "auto"))
    self->line_height = CLAMP (line / 240 * SINGLE_LINE, .8, 5);
  else
    self->line_pt = CLAMP (line / TWIPS, 1, 200);
}

static void
read_indent (MusterDocxParagraphProps *self, MusterXml *xml)
{
  double left = get_length (xml, "left", get_length (xml, "start", -LARGEST_LENGTH_PT));
  double first = get_length (xml, "firstLine", -LARGEST_LENGTH_PT);
  double hanging = get_length (xml, "hanging", -LARGEST_LENGTH_PT);

  if (left > -LARGEST_LENGTH_PT)
    {
      self->mask |= MUSTER_DOCX_PARAGRAPH_LEFT;
      self->left_pt = left;
    }
  if (hanging > -LARGEST_LENGTH_PT || first > -LARGEST_LENGTH_PT)
    {
      self->mask |= MUSTER_DOCX_PARAGRAPH_FIRST;
      self->first_pt = hanging > -LARGEST_LENGTH_PT ? -hanging : first;
    }
}

/* Stops add to those of the style; w:val="clear" takes one away. Kept in rising order. */
static void
add_tab (MusterDocxParagraphProps *self, double stop, gboolean is_cleared)
{
  guint n = 0;

  for (guint i = 0; i < self->n_tabs; i++)
    if (ABS (ABS (self->tabs_pt[i]) - ABS (stop)) > .2)
      self->tabs_pt[n++] = self->tabs_pt[i];
  self->n_tabs = n;
  if (is_cleared || n == MUSTER_DOCX_MAX_TABS)
    return;
  while (n > 0 && ABS (self->tabs_pt[n - 1]) > ABS (stop))
    {
      self->tabs_pt[n] = self->tabs_pt[n - 1];
      n--;
    }
  self->tabs_pt[n] = stop;
  self->n_tabs++;
}

static void
read_tabs (MusterDocxParagraphProps *self, MusterXml *xml)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  while (muster_xml_next (xml, &scope))
    {
      g_autofree char *kind = muster_xml_dup (xml, "val");
      double           stop = get_length (xml, "pos", 0);
      gboolean         is_right = g_strcmp0 (kind, "right") == 0 || g_strcmp0 (kind, "end") == 0;

      if (stop > 0 && g_strcmp0 (kind, "bar") != 0)
        add_tab (self, is_right ? -stop : stop, g_strcmp0 (kind, "clear") == 0);
    }
}

static void
read_number (MusterDocxParagraphProps *self, MusterXml *xml)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  while (muster_xml_next (xml, &scope))
    if (muster_xml_is (xml, "numId"))
      {
        self->mask |= MUSTER_DOCX_PARAGRAPH_NUMBER;
        self->number_id = (int) muster_xml_get_number (xml, "val", 0);
      }
    else if (muster_xml_is (xml, "ilvl"))
      self->level = CLAMP ((int) muster_xml_get_number (xml, "val", 0), 0, 8);
}

static void
read_borders (MusterDocxParagraphProps *self, MusterXml *xml)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  while (muster_xml_next (xml, &scope))
    if (muster_xml_is (xml, "bottom"))
      {
        g_autofree char *value = muster_xml_dup (xml, "val");

        self->mask |= MUSTER_DOCX_PARAGRAPH_RULE;
        self->has_rule = value != NULL && !g_str_equal (value, "nil") && !g_str_equal (value, "none");
      }
}

/** muster_docx_paragraph_props_read_one: Returns: whether the child of w:pPr that the walk stands on was one
 * of ours. */
gboolean
muster_docx_paragraph_props_read_one (MusterDocxParagraphProps *self, MusterXml *xml, MusterFlow *flow)
{
  g_autofree char *value = muster_xml_dup (xml, "val");
  const char      *name = muster_xml_name (xml);

  if (g_str_equal (name, "jc"))
    read_align (self, value);
  else if (g_str_equal (name, "spacing"))
    read_spacing (self, xml);
  else if (g_str_equal (name, "ind"))
    read_indent (self, xml);
  else if (g_str_equal (name, "tabs"))
    read_tabs (self, xml);
  else if (g_str_equal (name, "numPr"))
    read_number (self, xml);
  else if (g_str_equal (name, "pBdr"))
    read_borders (self, xml);
  else if (g_str_equal (name, "pStyle"))
    self->style = muster_flow_intern (flow, value);
  else if (g_str_equal (name, "shd"))
    {
      self->mask |= MUSTER_DOCX_PARAGRAPH_FILL;
      self->has_fill = read_shading (xml, &self->fill);
    }
  else if (g_str_equal (name, "pageBreakBefore"))
    {
      self->mask |= MUSTER_DOCX_PARAGRAPH_BREAK;
      self->breaks_before = muster_xml_get_switch (xml);
    }
  else if (g_str_equal (name, "contextualSpacing"))
    {
      self->mask |= MUSTER_DOCX_PARAGRAPH_CLOSE;
      self->is_close = muster_xml_get_switch (xml);
    }
  else
    return FALSE;

  return TRUE;
}

void
muster_docx_paragraph_props_overlay (MusterDocxParagraphProps *self, const MusterDocxParagraphProps *over)
{
  if (over->mask & MUSTER_DOCX_PARAGRAPH_ALIGN)
    self->align = over->align;
  if (over->mask & MUSTER_DOCX_PARAGRAPH_LEFT)
    self->left_pt = over->left_pt;
  if (over->mask & MUSTER_DOCX_PARAGRAPH_FIRST)
    self->first_pt = over->first_pt;
  if (over->mask & MUSTER_DOCX_PARAGRAPH_BEFORE)
    self->before_pt = over->before_pt;
  if (over->mask & MUSTER_DOCX_PARAGRAPH_AFTER)
    self->after_pt = over->after_pt;
  if (over->mask & MUSTER_DOCX_PARAGRAPH_LINE)
    {
      self->line_height = over->line_height;
      self->line_pt = over->line_pt;
    }
  if (over->mask & MUSTER_DOCX_PARAGRAPH_NUMBER)
    {
      self->number_id = over->number_id;
      self->level = over->level;
    }
  if (over->mask & MUSTER_DOCX_PARAGRAPH_FILL)
    {
      self->has_fill = over->has_fill;
      self->fill = over->fill;
    }
  if (over->mask & MUSTER_DOCX_PARAGRAPH_RULE)
    self->has_rule = over->has_rule;
  if (over->mask & MUSTER_DOCX_PARAGRAPH_BREAK)
    self->breaks_before = over->breaks_before;
  if (over->mask & MUSTER_DOCX_PARAGRAPH_CLOSE)
    self->is_close = over->is_close;
  for (guint i = 0; i < over->n_tabs; i++)
    add_tab (self, over->tabs_pt[i], FALSE);
  self->mask |= over->mask;
}
