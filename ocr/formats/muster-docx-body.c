/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a Word document: paragraphs come from muster-docx-text.c, shapes from muster-docx-shape.c; here
 * are tables, sections with their headers, notes, and the order of all. */

#include "muster-docx-private.h"

#include <string.h>

#define TWIPS 20.0
#define MAX_NODES 200000u
#define MAX_GRID 64u

MusterFlowNode *
muster_docx_container (MusterDocxReader *self, MusterFlowNode *parent)
{
  return parent != NULL ? parent : self->section->body;
}

/**
 * muster_docx_read_alternate:
 * @read: reads the children of the element that the walk stands on
 *
 * Takes the first choice, and the fallback only where no choice gave anything: the two say the same twice.
 */
void
muster_docx_read_alternate (MusterDocxReader *self, MusterDocxReadFunc read, gpointer data)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);
  guint          before = self->n_added;

  while (muster_xml_next (self->xml, &scope))
    if (self->n_added == before
        && (muster_xml_is (self->xml, "Choice") || muster_xml_is (self->xml, "Fallback")))
      read (self, data);
}

static void
read_blocks_of (MusterDocxReader *self, gpointer parent)
{
  muster_docx_read_blocks (self, parent);
}

/* Wrappers that change nothing for the reader of the page. */
static gboolean
is_wrapper (const char *name)
{
  static const char *const names[]
      = { "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;

  return FALSE;
}

/**
 * muster_docx_read_blocks:
 * @parent: (nullable): takes the blocks; %NULL: the body of the current section
 *
 * Reads the children of the element that the walk stands on.
 */
void
muster_docx_read_blocks (MusterDocxReader *self, MusterFlowNode *parent)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    {
      const char *name = muster_xml_name (self->xml);

      if (strcmp (name, "p") == 0)
        muster_docx_read_paragraph (self, parent);
      else if (strcmp (name, "tbl") == 0)
        muster_docx_read_table (self, parent);
      else if (strcmp (name, "sectPr") == 0 && parent == NULL)
        muster_docx_read_section (self);
      else if (strcmp (name, "AlternateContent") == 0)
        muster_docx_read_alternate (self, read_blocks_of, parent);
      else if (is_wrapper (name))
        muster_docx_read_blocks (self, parent);
      else if (strcmp (name, "del") == 0 || strcmp (name, "moveFrom") == 0)
        {
          self->n_deleted++;
          muster_docx_read_blocks (self, parent);
          self->n_deleted--;
        }

      if (self->flow->n_bytes > self->job->max_text_bytes || self->flow->nodes->len > MAX_NODES)
        {
          self->flow->is_cut = TRUE;
          muster_xml_stop (self->xml);
        }
    }
}

/* A table while it is read: its grid in points. */
typedef struct
{
  MusterFlowNode *node;
  double          grid_pt[MAX_GRID];
  guint           n_grid;
} Table;

static gboolean
has_borders (MusterXml *xml)
{
  MusterXmlScope scope = muster_xml_enter (xml);
  guint          n_inside = 0;

  while (muster_xml_next (xml, &scope))
    {
      g_autofree char *value = muster_xml_dup (xml, "val");
      const char      *name = muster_xml_name (xml);

      if (value != NULL && !g_str_equal (value, "nil") && !g_str_equal (value, "none")
          && (g_str_equal (name, "insideH") || g_str_equal (name, "insideV")))
        n_inside++;
    }

  return n_inside > 0;
}

static void
read_table_props (MusterDocxReader *self, Table *table)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "tblBorders"))
      table->node->is_ruled = has_borders (self->xml);
    else if (muster_xml_is (self->xml, "tblStyle"))
      {
        g_autofree char *style = muster_xml_dup (self->xml, "val");

        table->node->is_ruled = style != NULL && strstr (style, "Grid") != NULL;
      }
}

static void
read_grid (MusterDocxReader *self, Table *table)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "gridCol") && table->n_grid < MAX_GRID)
      table->grid_pt[table->n_grid++] = CLAMP (muster_xml_get_number (self->xml, "w", 0) / TWIPS, 0, 2000);
}

typedef struct
{
  guint  n_span;
  double width_pt;
} Cell;

static void
read_cell_props (MusterDocxReader *self, MusterFlowNode *node, Cell *cell)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "gridSpan"))
      cell->n_span = (guint) CLAMP (muster_xml_get_number (self->xml, "val", 1), 1, MAX_GRID);
    else if (muster_xml_is (self->xml, "tcW"))
      {
        g_autofree char *type = muster_xml_dup (self->xml, "type");

        if (type == NULL || g_str_equal (type, "dxa"))
          cell->width_pt = CLAMP (muster_xml_get_number (self->xml, "w", 0) / TWIPS, 0, 2000);
      }
    else if (muster_xml_is (self->xml, "vMerge"))
      {
        g_autofree char *value = muster_xml_dup (self->xml, "val");

        node->goes_on = g_strcmp0 (value, "restart") != 0;
      }
    else if (muster_xml_is (self->xml, "shd"))
      {
        g_autofree char *fill = muster_xml_dup (self->xml, "fill");
        guint32          colour = muster_docx_parse_colour (fill, MUSTER_FLOW_AUTO_COLOUR);

        node->has_fill = colour != MUSTER_FLOW_AUTO_COLOUR;
        node->fill = colour;
      }
}

/* Blocks of a cell, which begin with its properties. */
static void
read_cell_blocks (MusterDocxReader *self, MusterFlowNode *node, Cell *cell)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "tcPr"))
      read_cell_props (self, node, cell);
    else if (muster_xml_is (self->xml, "p"))
      muster_docx_read_paragraph (self, node);
    else if (muster_xml_is (self->xml, "tbl"))
      muster_docx_read_table (self, node);
    else if (muster_xml_is (self->xml, "AlternateContent"))
      muster_docx_read_alternate (self, read_blocks_of, node);
    else if (is_wrapper (muster_xml_name (self->xml)))
      muster_docx_read_blocks (self, node);
}

static void
read_cell (MusterDocxReader *self, const Table *table, MusterFlowNode *row, guint *column)
{
  MusterFlowNode *node = muster_flow_add_node (self->flow, row, MUSTER_FLOW_CELL);
  Cell            cell = { .n_span = 1 };
  double          width = 0;

  read_cell_blocks (self, node, &cell);
  for (guint i = *column; i < MIN (*column + cell.n_span, table->n_grid); i++)
    width += table->grid_pt[i];
  *column += cell.n_span;
  node->width_pt = width > 0 ? width : cell.width_pt;
}

static void
read_row (MusterDocxReader *self, const Table *table, MusterFlowNode *row, guint *column)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "tc"))
      read_cell (self, table, row, column);
    else if (is_wrapper (muster_xml_name (self->xml)))
      read_row (self, table, row, column);
}

static void
read_rows (MusterDocxReader *self, Table *table)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "tblPr"))
      read_table_props (self, table);
    else if (muster_xml_is (self->xml, "tblGrid"))
      read_grid (self, table);
    else if (muster_xml_is (self->xml, "tr"))
      {
        guint column = 0;

        read_row (self, table, muster_flow_add_node (self->flow, table->node, MUSTER_FLOW_ROW), &column);
      }
    else if (is_wrapper (muster_xml_name (self->xml)))
      read_rows (self, table);
}

void
muster_docx_read_table (MusterDocxReader *self, MusterFlowNode *parent)
{
  Table table = { .node = muster_flow_add_node (
                      self->flow, muster_docx_container (self, parent), MUSTER_FLOW_TABLE) };

  read_rows (self, &table);
}

/* Another part than the one that is walked: a header, a footer. */
void
muster_docx_read_part (MusterDocxReader *self, const char *part, MusterFlowNode *into)
{
  GBytes *bytes = muster_docx_package_get_part (self->package, part);
  g_auto (MusterXml) xml = { 0 };
  MusterXml  *outer_xml = self->xml;
  const char *outer_part = self->part;

  if (bytes == NULL || !muster_xml_init (&xml, bytes, part))
    return;
  self->xml = &xml;
  self->part = part;
  if (muster_xml_find_root (&xml))
    muster_docx_read_blocks (self, into);
  self->xml = outer_xml;
  self->part = outer_part;
}

static void
read_header_reference (MusterDocxReader *self, gboolean is_header)
{
  g_autofree char *id = muster_xml_dup (self->xml, "id");
  g_autofree char *type = muster_xml_dup (self->xml, "type");
  g_autofree char *part = muster_docx_package_dup_target (self->package, self->part, id);
  MusterFlowNode  *node;

  if (part == NULL || g_strcmp0 (type, "even") == 0)
    return;
  node = muster_flow_new_node (self->flow, MUSTER_FLOW_CELL);
  muster_docx_read_part (self, part, node);
  if (g_strcmp0 (type, "first") == 0)
    *(is_header ? &self->section->first_header : &self->section->first_footer) = node;
  else
    *(is_header ? &self->section->header : &self->section->footer) = node;
}

/* What a section does not say about its margins' text it has from the one before. */
static void
inherit_margin_text (MusterDocxReader *self)
{
  guint                    n = self->flow->sections->len;
  const MusterFlowSection *before = n > 1 ? g_ptr_array_index (self->flow->sections, n - 2) : NULL;

  if (before == NULL)
    return;
  if (self->section->header == NULL)
    self->section->header = before->header;
  if (self->section->footer == NULL)
    self->section->footer = before->footer;
}

static double
get_twips (MusterXml *xml, const char *attribute, double fallback_pt, double low, double high)
{
  double length = ABS (muster_xml_get_number (xml, attribute, fallback_pt * TWIPS) / TWIPS);

  return length >= low && length <= high ? length : fallback_pt;
}

static void
read_page_shape (MusterXml *xml, MusterFlowSection *section)
{
  if (muster_xml_is (xml, "pgSz"))
    {
      section->width_pt = get_twips (xml, "w", section->width_pt, 144, 2000);
      section->height_pt = get_twips (xml, "h", section->height_pt, 144, 2000);
    }
  else if (muster_xml_is (xml, "pgMar"))
    {
      section->left_pt = get_twips (xml, "left", section->left_pt, 0, section->width_pt * .6);
      section->right_pt = get_twips (xml, "right", section->right_pt, 0, section->width_pt * .6);
      section->top_pt = get_twips (xml, "top", section->top_pt, 0, section->height_pt * .4);
      section->bottom_pt = get_twips (xml, "bottom", section->bottom_pt, 0, section->height_pt * .4);
      section->header_pt = get_twips (xml, "header", section->header_pt, 0, section->height_pt * .4);
      section->footer_pt = get_twips (xml, "footer", section->footer_pt, 0, section->height_pt * .4);
      if (section->left_pt + section->right_pt > section->width_pt - 72)
        section->left_pt = section->right_pt = section->width_pt / 10;
    }
  else if (muster_xml_is (xml, "cols"))
    {
      section->n_columns = (guint) CLAMP (muster_xml_get_number (xml, "num", 1), 1, 6);
      section->column_gap_pt = get_twips (xml, "space", section->column_gap_pt, 0, 200);
    }
}

/** muster_docx_read_section: w:sectPr gives the section that ends here its shape. */
void
muster_docx_read_section (MusterDocxReader *self)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "headerReference") || muster_xml_is (self->xml, "footerReference"))
      read_header_reference (self, muster_xml_is (self->xml, "headerReference"));
    else if (muster_xml_is (self->xml, "titlePg"))
      self->section->has_first_page = muster_xml_get_switch (self->xml);
    else if (muster_xml_is (self->xml, "type"))
      {
        g_autofree char *type = muster_xml_dup (self->xml, "val");

        self->section->goes_on = g_strcmp0 (type, "continuous") == 0;
      }
    else
      read_page_shape (self->xml, self->section);
  inherit_margin_text (self);
}

static void
read_notes (MusterDocxReader *self)
{
  g_autofree char *part = muster_docx_package_dup_target_of_kind (self->package, self->part, "footnotes");
  GBytes          *bytes = part != NULL ? muster_docx_package_get_part (self->package, part) : NULL;
  g_auto (MusterXml) xml = { 0 };
  MusterXmlScope scope;

  if (g_hash_table_size (self->notes) == 0 || bytes == NULL || !muster_xml_init (&xml, bytes, part)
      || !muster_xml_find_root (&xml))
    return;
  self->xml = &xml;
  self->part = part;
  scope = muster_xml_enter (&xml);
  while (muster_xml_next (&xml, &scope))
    {
      int id = (int) muster_xml_get_number (&xml, "id", -1);

      if (muster_xml_is (&xml, "footnote") && g_hash_table_contains (self->notes, GINT_TO_POINTER (id)))
        muster_docx_read_blocks (self, NULL);
    }
  self->xml = NULL;
}

static void
clear_field (MusterDocxField *field)
{
  g_string_free (field->instruction, TRUE);
}

/**
 * muster_docx_body_read:
 * @flow: empty
 *
 * Returns: whether @flow can be set; damaged files that gave some text count, and @flow says that it is cut.
 */
gboolean
muster_docx_body_read (MusterFlow              *flow,
                       const MusterDocxPackage *package,
                       const MusterReaderJob   *job,
                       GError                 **error)
{
  g_autoptr (MusterDocxStyles) styles = muster_docx_styles_new (package, flow);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MusterDocxField));
  g_autoptr (GHashTable) notes = g_hash_table_new (NULL, NULL);
  g_auto (MusterXml) xml = { 0 };
  const char      *main_part = muster_docx_package_get_main (package);
  MusterDocxReader self = { .package = package,
                            .job = job,
                            .styles = styles,
                            .flow = flow,
                            .section = muster_flow_add_section (flow),
                            .xml = &xml,
                            .part = main_part,
                            .fields = fields,
                            .notes = notes };

  g_array_set_clear_func (fields, (GDestroyNotify) clear_field);
  if (muster_xml_init (&xml, muster_docx_package_get_part (package, main_part), main_part)
      && muster_xml_find_root (&xml))
    {
      muster_docx_read_blocks (&self, NULL);
      read_notes (&self);
    }

  if (xml.error != NULL
      && (!muster_flow_has_text (flow)
          || g_error_matches (xml.error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_LIMIT)))
    {
      g_propagate_error (error, g_steal_pointer (&xml.error));
      return FALSE;
    }
  flow->is_cut = flow->is_cut || xml.error != NULL;

  return TRUE;
}
