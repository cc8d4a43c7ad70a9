/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and runs of a Word document: text, tabs, breaks, symbols, fields, hyperlinks, what is deleted
 * and what is hidden. */

#include "muster-docx-private.h"

#include <string.h>

#define FALLBACK_FAMILIES "Cantarell, DejaVu Sans, Noto Sans CJK SC"

/* Fonts whose characters are pictures. */
static gboolean
is_symbol_font (const char *family)
{
  return family != NULL
         && (g_str_has_prefix (family, "Wingdings") || g_str_has_prefix (family, "Webdings")
             || g_str_equal (family, "Symbol") || g_str_has_prefix (family, "ZapfDingbats"));
}

/* The signs of Wingdings and Symbol that resumes use; the others become a plain square. */
static gunichar
map_symbol (gunichar c)
{
  static const struct
  {
    guint    code;
    gunichar sign;
  } signs[] = {
    { 0x28, 0x260E }, { 0x29, 0x2706 }, { 0x2A, 0x2709 }, { 0x2B, 0x2709 }, { 0x6C, 0x25CF },
    { 0x6E, 0x25A0 }, { 0x71, 0x2751 }, { 0x75, 0x25C6 }, { 0x76, 0x2756 }, { 0xA7, 0x25AA },
    { 0xA8, 0x25FB }, { 0xAB, 0x2605 }, { 0xB7, 0x2022 }, { 0xD8, 0x27A2 }, { 0xE0, 0x2192 },
    { 0xF0, 0x21E8 }, { 0xFC, 0x2713 }, { 0xFE, 0x2611 },
  };
  guint code = c >= 0xF000 && c <= 0xF0FF ? c - 0xF000 : c;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].code == code)
      return signs[i].sign;

  return 0x25AB;
}

static char *
map_symbols (const char *text)
{
  GString *mapped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_c (mapped, ' ');
    else
      g_string_append_unichar (mapped, map_symbol (g_utf8_get_char (p)));

  return g_string_free (mapped, FALSE);
}

static gboolean
is_in_instruction (const MusterDocxReader *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!g_array_index (self->fields, MusterDocxField, i).is_in_result)
      return TRUE;

  return FALSE;
}

static const char *
current_link (const MusterDocxReader *self)
{
  for (guint i = self->fields->len; i > 0; i--)
    if (g_array_index (self->fields, MusterDocxField, i - 1).link != NULL)
      return g_array_index (self->fields, MusterDocxField, i - 1).link;

  return self->link;
}

static void
count_hidden (MusterDocxReader *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      self->flow->n_marked_hidden++;
}

static void
add_text (MusterDocxReader         *self,
          MusterDocxParagraph      *paragraph,
          const MusterDocxRunProps *props,
          const char               *text)
{
  gboolean         is_symbol = is_symbol_font (props->family);
  g_autofree char *shown = is_symbol        ? map_symbols (text)
                           : props->is_caps ? g_utf8_strup (text, -1)
                                            : g_strdup (text);
  g_autofree char *family = props->family != NULL && !is_symbol
                                ? g_strconcat (props->family, ", " FALLBACK_FAMILIES, NULL)
                                : NULL;
  MusterRun        run = { .text = shown,
                           .family = family,
                           .size_pt = props->size_pt,
                           .is_bold = props->is_bold,
                           .is_italic = props->is_italic,
                           .is_hidden = props->is_vanished,
                           .colour = props->colour,
                           .has_ground = props->has_ground,
                           .ground = props->ground,
                           .link = current_link (self),
                           .letter_spacing_pt = props->letter_spacing_pt };

  if (*text == '\0' || is_in_instruction (self))
    return;
  self->n_added++;
  if (self->n_deleted > 0)
    count_hidden (self, text);
  else
    muster_flow_add_run (self->flow, paragraph->node, &run);
}

static void
shape_paragraph (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  MusterDocxParagraphProps *props = &paragraph->props;
  MusterParagraph          *to = &paragraph->node->paragraph;
  double                    size = paragraph->run.size_pt;

  if (paragraph->node->runs->len > 0)
    size = g_array_index (paragraph->node->runs, MusterRun, 0).size_pt;
  to->align = props->align;
  to->indent_pt = MAX (props->left_pt, 0);
  to->first_indent_pt = props->first_pt;
  to->space_before_pt = MIN (props->before_pt, 200);
  to->space_after_pt = MIN (props->after_pt, 200);
  to->line_height
      = props->line_height > 0 ? props->line_height : CLAMP (props->line_pt / MAX (size, 1), 1, 5);
  paragraph->node->has_fill = props->has_fill;
  paragraph->node->fill = props->fill;
  paragraph->node->has_rule_below = props->has_rule;
  g_array_append_vals (paragraph->node->tab_stops, props->tabs_pt, props->n_tabs);
}

/* Items of a list follow each other without the gap that their style has before and after it. */
static void
close_gap (MusterDocxReader *self, const MusterDocxParagraph *paragraph)
{
  const GPtrArray *children = muster_docx_container (self, paragraph->parent)->children;
  gboolean         is_next = children->len > 0 && g_ptr_array_index (children, children->len - 1) == self->last;

  if (is_next && self->last_style == paragraph->props.style)
    {
      if (paragraph->props.is_close)
        paragraph->node->paragraph.space_before_pt = 0;
      if (self->last_is_close)
        self->last->paragraph.space_after_pt = 0;
    }
  self->last = paragraph->node;
  self->last_style = paragraph->props.style;
  self->last_is_close = paragraph->props.is_close;
}

/* The paragraph, as far as it came, joins the text. */
static void
finish_paragraph (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  if (paragraph->node->runs->len == 0)
    {
      MusterRun empty = { .text = "", .size_pt = paragraph->run.size_pt, .colour = paragraph->run.colour };

      muster_flow_add_run (self->flow, paragraph->node, &empty);
    }
  shape_paragraph (self, paragraph);
  close_gap (self, paragraph);
  g_ptr_array_add (muster_docx_container (self, paragraph->parent)->children, paragraph->node);
}

/* A break of page or column ends the paragraph here and goes on with another of the same shape. */
static void
break_paragraph (MusterDocxReader *self, MusterDocxParagraph *paragraph, MusterFlowKind kind)
{
  if (self->n_deleted > 0)
    return;
  if (paragraph->node->runs->len > 0)
    {
      finish_paragraph (self, paragraph);
      paragraph->node = muster_flow_new_node (self->flow, MUSTER_FLOW_PARAGRAPH);
      paragraph->props.first_pt = 0;
    }
  muster_flow_add_node (self->flow, muster_docx_container (self, paragraph->parent), kind);
}

/* HYPERLINK "https://…" \o "…" */
static const char *
parse_hyperlink (MusterDocxReader *self, const char *instruction)
{
  const char      *at = strstr (instruction, "HYPERLINK");
  const char      *open = at != NULL ? strchr (at, '"') : NULL;
  const char      *close = open != NULL ? strchr (open + 1, '"') : NULL;
  g_autofree char *target = close != NULL ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;

  if (target == NULL || (at + 9 < open && strstr (at, "\\l") != NULL && strstr (at, "\\l") < open))
    return NULL;

  return muster_flow_intern (self->flow, target);
}

static void
read_field_mark (MusterDocxReader *self)
{
  g_autofree char *type = muster_xml_dup (self->xml, "fldCharType");
  MusterDocxField *last
      = self->fields->len > 0 ? &g_array_index (self->fields, MusterDocxField, self->fields->len - 1) : NULL;

  if (g_strcmp0 (type, "begin") == 0 && self->fields->len < 64)
    {
      MusterDocxField field = { .instruction = g_string_new (NULL) };

      g_array_append_val (self->fields, field);
    }
  else if (g_strcmp0 (type, "separate") == 0 && last != NULL)
    {
      last->is_in_result = TRUE;
      last->link = parse_hyperlink (self, last->instruction->str);
    }
  else if (g_strcmp0 (type, "end") == 0 && last != NULL)
    g_array_set_size (self->fields, self->fields->len - 1);
}

static void
read_instruction (MusterDocxReader *self)
{
  g_autofree char *text = muster_xml_dup_text (self->xml);
  MusterDocxField *last
      = self->fields->len > 0 ? &g_array_index (self->fields, MusterDocxField, self->fields->len - 1) : NULL;

  if (last != NULL && last->instruction->len < 4096)
    g_string_append (last->instruction, text);
}

static void
read_break (MusterDocxReader *self, MusterDocxParagraph *paragraph, const MusterDocxRunProps *props)
{
  g_autofree char *type = muster_xml_dup (self->xml, "type");

  if (g_strcmp0 (type, "page") == 0)
    break_paragraph (self, paragraph, MUSTER_FLOW_PAGE_BREAK);
  else if (g_strcmp0 (type, "column") == 0)
    break_paragraph (self, paragraph, MUSTER_FLOW_COLUMN_BREAK);
  else
    add_text (self, paragraph, props, "\n");
}

static void
read_symbol (MusterDocxReader *self, MusterDocxParagraph *paragraph, const MusterDocxRunProps *props)
{
  g_autofree char   *code = muster_xml_dup (self->xml, "char");
  g_autofree char   *font = muster_xml_dup (self->xml, "font");
  gunichar           c = code != NULL ? (gunichar) g_ascii_strtoull (code, NULL, 16) : 0;
  MusterDocxRunProps plain = *props;
  char               text[8] = { 0 };

  plain.family = NULL;
  if (is_symbol_font (font) || (c >= 0xE000 && c <= 0xF8FF))
    c = map_symbol (c);
  if (c > ' ' && g_unichar_validate (c))
    {
      g_unichar_to_utf8 (c, text);
      add_text (self, paragraph, &plain, text);
    }
}

/* A tab that stands at the right margin whatever the stops are. */
static void
add_margin_tab (MusterDocxReader *self, MusterDocxParagraph *paragraph, const MusterDocxRunProps *props)
{
  g_autofree char *align = muster_xml_dup (self->xml, "alignment");

  if (g_strcmp0 (align, "right") == 0 && paragraph->props.n_tabs < MUSTER_DOCX_MAX_TABS)
    paragraph->props.tabs_pt[paragraph->props.n_tabs++] = -3000;
  add_text (self, paragraph, props, "\t");
}

typedef struct
{
  MusterDocxParagraph *paragraph;
  MusterDocxRunProps   props;
} Run;

static void read_run_content (MusterDocxReader *self, gpointer data);

static void
read_run_props (MusterDocxReader *self, Run *run)
{
  MusterDocxRunProps direct = { 0 };

  muster_docx_run_props_read (&direct, self->xml, self->flow);
  muster_docx_styles_overlay_run (self->styles, direct.style, &run->props);
  muster_docx_run_props_overlay (&run->props, &direct);
}

static void
read_note_reference (MusterDocxReader *self, Run *run)
{
  int              id = (int) muster_xml_get_number (self->xml, "id", 0);
  g_autofree char *text = g_strdup_printf ("%d", id);

  if (id <= 0)
    return;
  g_hash_table_add (self->notes, GINT_TO_POINTER (id));
  add_text (self, run->paragraph, &run->props, text);
}

static void
read_run_child (MusterDocxReader *self, Run *run)
{
  const char *name = muster_xml_name (self->xml);

  if (strcmp (name, "t") == 0 || strcmp (name, "delText") == 0)
    {
      g_autofree char *text = muster_xml_dup_text (self->xml);

      add_text (self, run->paragraph, &run->props, g_strdelimit (text, "\n\r\t", ' '));
    }
  else if (strcmp (name, "rPr") == 0)
    read_run_props (self, run);
  else if (strcmp (name, "tab") == 0)
    add_text (self, run->paragraph, &run->props, "\t");
  else if (strcmp (name, "ptab") == 0)
    add_margin_tab (self, run->paragraph, &run->props);
  else if (strcmp (name, "br") == 0)
    read_break (self, run->paragraph, &run->props);
  else if (strcmp (name, "cr") == 0)
    add_text (self, run->paragraph, &run->props, "\n");
  else if (strcmp (name, "noBreakHyphen") == 0)
    add_text (self, run->paragraph, &run->props, "\xe2\x80\x91");
  else if (strcmp (name, "sym") == 0)
    read_symbol (self, run->paragraph, &run->props);
  else if (strcmp (name, "drawing") == 0)
    muster_docx_read_drawing (self, run->paragraph);
  else if (strcmp (name, "pict") == 0 || strcmp (name, "object") == 0)
    muster_docx_read_vml (self, run->paragraph);
  else if (strcmp (name, "fldChar") == 0)
    read_field_mark (self);
  else if (strcmp (name, "instrText") == 0)
    read_instruction (self);
  else if (strcmp (name, "footnoteReference") == 0)
    read_note_reference (self, run);
  else if (strcmp (name, "AlternateContent") == 0)
    muster_docx_read_alternate (self, read_run_content, run);
  else if (strcmp (name, "ruby") == 0 || strcmp (name, "rubyBase") == 0 || strcmp (name, "r") == 0)
    read_run_content (self, run);
}

static void
read_run_content (MusterDocxReader *self, gpointer data)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    read_run_child (self, data);
}

static void read_inline (MusterDocxReader *self, gpointer paragraph);

static void
read_hyperlink (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  g_autofree char *id = muster_xml_dup (self->xml, "id");
  g_autofree char *target = muster_docx_package_dup_target (self->package, self->part, id);
  const char      *outer = self->link;

  if (target != NULL)
    self->link = muster_flow_intern (self->flow, target);
  read_inline (self, paragraph);
  self->link = outer;
}

static void
read_simple_field (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  g_autofree char *instruction = muster_xml_dup (self->xml, "instr");
  const char      *outer = self->link;
  const char      *link = instruction != NULL ? parse_hyperlink (self, instruction) : NULL;

  if (link != NULL)
    self->link = link;
  read_inline (self, paragraph);
  self->link = outer;
}

/* w:pPr: the style first, then what stands here, laid over it. */
static void
read_paragraph_props (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  MusterXmlScope           scope = muster_xml_enter (self->xml);
  MusterDocxParagraphProps direct = { 0 };

  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "sectPr"))
      {
        muster_docx_read_section (self);
        direct.has_section = TRUE;
      }
    else
      muster_docx_paragraph_props_read_one (&direct, self->xml, self->flow);

  muster_docx_styles_start_paragraph (self->styles, direct.style, &paragraph->props, &paragraph->run);
  if (direct.mask & MUSTER_DOCX_PARAGRAPH_NUMBER)
    {
      paragraph->props.number_id = direct.number_id;
      paragraph->props.level = direct.level;
    }
  if (self->n_deleted == 0)
    {
      g_autofree char *number = muster_docx_styles_next_number (self->styles, &paragraph->props);

      paragraph->node->paragraph.bullet = muster_flow_intern (self->flow, number);
    }
  muster_docx_paragraph_props_overlay (&paragraph->props, &direct);
  paragraph->props.has_section = direct.has_section;
  paragraph->props.style = direct.style;
  paragraph->node->breaks_before = paragraph->props.breaks_before;
}

static void
read_run (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  Run run = { paragraph, paragraph->run };

  read_run_content (self, &run);
}

static void
read_math (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  g_autofree char *text = muster_xml_dup_text (self->xml);

  add_text (self, paragraph, &paragraph->run, text);
}

static void
read_inline_child (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  static const char *const wrappers[]
      = { "ins", "smartTag", "sdt", "sdtContent", "customXml", "moveTo", "dir", "bdo" };
  const char *name = muster_xml_name (self->xml);

  if (strcmp (name, "r") == 0)
    read_run (self, paragraph);
  else if (strcmp (name, "pPr") == 0)
    read_paragraph_props (self, paragraph);
  else if (strcmp (name, "hyperlink") == 0)
    read_hyperlink (self, paragraph);
  else if (strcmp (name, "fldSimple") == 0)
    read_simple_field (self, paragraph);
  else if (strcmp (name, "AlternateContent") == 0)
    muster_docx_read_alternate (self, read_inline, paragraph);
  else if (strcmp (name, "oMath") == 0 || strcmp (name, "oMathPara") == 0)
    read_math (self, paragraph);
  else if (strcmp (name, "del") == 0 || strcmp (name, "moveFrom") == 0)
    {
      self->n_deleted++;
      read_inline (self, paragraph);
      self->n_deleted--;
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (wrappers); i++)
      if (strcmp (name, wrappers[i]) == 0)
        {
          read_inline (self, paragraph);
          break;
        }
}

static void
read_inline (MusterDocxReader *self, gpointer paragraph)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    {
      read_inline_child (self, paragraph);
      if (self->flow->n_bytes > self->job->max_text_bytes)
        {
          self->flow->is_cut = TRUE;
          muster_xml_stop (self->xml);
        }
    }
}

void
muster_docx_read_paragraph (MusterDocxReader *self, MusterFlowNode *parent)
{
  MusterDocxParagraph paragraph
      = { .parent = parent, .node = muster_flow_new_node (self->flow, MUSTER_FLOW_PARAGRAPH) };

  muster_docx_styles_start_paragraph (self->styles, NULL, &paragraph.props, &paragraph.run);
  read_inline (self, &paragraph);
  if (self->n_deleted == 0 || paragraph.node->runs->len > 0)
    finish_paragraph (self, &paragraph);
  if (paragraph.props.has_section && parent == NULL)
    self->section = muster_flow_add_section (self->flow);
}
