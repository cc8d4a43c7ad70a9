/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the text of a Word document: text boxes, pictures and coloured shapes, alone or in
 * groups, as DrawingML and as the older VML. Lengths of DrawingML are EMU, 12,700 to a point. */

#include "muster-docx-private.h"

#include <math.h>
#include <string.h>

#define EMU 12700.0
#define FARTHEST_PT 4000.0

/* Where shapes of a group stand: the group's own coordinates onto the page. */
typedef struct
{
  double x, y, scale_x, scale_y;
} Transform;

typedef struct
{
  MusterDocxParagraph *paragraph;
  MusterFlowPlace      place; /* of the whole drawing */
  gboolean             is_in_group;
  Transform            group;
} Drawing;

typedef struct
{
  gboolean is_known;
  double   x, y, width, height;                         /* EMU */
  double   child_x, child_y, child_width, child_height; /* of a group */
} Frame;

static double
emu_to_pt (double emu)
{
  return CLAMP (emu / EMU, -FARTHEST_PT, FARTHEST_PT);
}

static void
read_frame (MusterXml *xml, Frame *frame)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  frame->is_known = TRUE;
  while (muster_xml_next (xml, &scope))
    if (muster_xml_is (xml, "off"))
      {
        frame->x = muster_xml_get_number (xml, "x", 0);
        frame->y = muster_xml_get_number (xml, "y", 0);
      }
    else if (muster_xml_is (xml, "ext"))
      {
        frame->width = muster_xml_get_number (xml, "cx", 0);
        frame->height = muster_xml_get_number (xml, "cy", 0);
      }
    else if (muster_xml_is (xml, "chOff"))
      {
        frame->child_x = muster_xml_get_number (xml, "x", 0);
        frame->child_y = muster_xml_get_number (xml, "y", 0);
      }
    else if (muster_xml_is (xml, "chExt"))
      {
        frame->child_width = muster_xml_get_number (xml, "cx", 0);
        frame->child_height = muster_xml_get_number (xml, "cy", 0);
      }
}

/* A colour of the theme, by what themes usually have there: light ones are light, accents middling. */
static guint32
theme_colour (const char *name)
{
  static const struct
  {
    const char *name;
    guint32     colour;
  } names[] = {
    { "bg1", 0xFFFFFF }, { "lt1", 0xFFFFFF }, { "bg2", 0xE7E6E6 }, { "lt2", 0xE7E6E6 },
    { "tx1", 0x000000 }, { "dk1", 0x000000 }, { "tx2", 0x44546A }, { "dk2", 0x44546A },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].name, name) == 0)
      return names[i].colour;

  return 0x4472C4;
}

/* Stands on solidFill. */
static void
read_fill (MusterXml *xml, MusterFlowNode *node)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  while (muster_xml_next (xml, &scope))
    {
      g_autofree char *value = muster_xml_dup (xml, "val");

      if (muster_xml_is (xml, "srgbClr"))
        node->fill = muster_docx_parse_colour (value, 0xFFFFFF);
      else if (muster_xml_is (xml, "schemeClr"))
        node->fill = theme_colour (value);
      else
        continue;
      node->has_fill = TRUE;
    }
}

/* Stands on spPr or grpSpPr. */
static void
read_shape_props (MusterXml *xml, Frame *frame, MusterFlowNode *node)
{
  MusterXmlScope scope = muster_xml_enter (xml);

  while (muster_xml_next (xml, &scope))
    if (muster_xml_is (xml, "xfrm"))
      read_frame (xml, frame);
    else if (muster_xml_is (xml, "solidFill") && node != NULL)
      read_fill (xml, node);
}

static void
place_in_group (const Drawing *drawing, const Frame *frame, MusterFlowPlace *place)
{
  if (!drawing->is_in_group || !frame->is_known)
    return;
  place->x_pt = emu_to_pt ((frame->x - drawing->group.x) * drawing->group.scale_x) + drawing->place.x_pt;
  place->y_pt = emu_to_pt ((frame->y - drawing->group.y) * drawing->group.scale_y) + drawing->place.y_pt;
  place->width_pt = emu_to_pt (frame->width * drawing->group.scale_x);
  place->height_pt = emu_to_pt (frame->height * drawing->group.scale_y);
}

static void
read_text_box (MusterDocxReader *self, MusterFlowNode *box)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);
  const char    *outer_link = self->link;

  self->link = NULL;
  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "txbxContent"))
      muster_docx_read_blocks (self, box);
  self->link = outer_link;
}

static void
take_box (MusterDocxReader *self, Drawing *drawing, MusterFlowNode *box)
{
  if (self->n_deleted > 0 || (box->children->len == 0 && !box->is_picture && !box->has_fill))
    return;
  self->n_added++;
  g_ptr_array_add (muster_docx_container (self, drawing->paragraph->parent)->children, box);
}

static void
read_shape (MusterDocxReader *self, Drawing *drawing, gboolean is_picture)
{
  MusterXmlScope  scope = muster_xml_enter (self->xml);
  MusterFlowNode *box = muster_flow_new_node (self->flow, MUSTER_FLOW_BOX);
  Frame           frame = { 0 };

  box->is_picture = is_picture;
  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "spPr"))
      read_shape_props (self->xml, &frame, is_picture ? NULL : box);
    else if (muster_xml_is (self->xml, "txbx"))
      read_text_box (self, box);
  box->place = drawing->place;
  place_in_group (drawing, &frame, &box->place);
  take_box (self, drawing, box);
}

static void read_graphic (MusterDocxReader *self, gpointer drawing);

/* A group inside a group counts in the outer one's coordinates. */
static void
enter_group (Drawing *drawing, const Frame *frame)
{
  Transform outer = drawing->group;
  double    width = frame->child_width > 0 ? frame->width / frame->child_width : 1;
  double    height = frame->child_height > 0 ? frame->height / frame->child_height : 1;

  if (drawing->is_in_group)
    {
      drawing->place.x_pt += emu_to_pt ((frame->x - outer.x) * outer.scale_x);
      drawing->place.y_pt += emu_to_pt ((frame->y - outer.y) * outer.scale_y);
      width *= outer.scale_x;
      height *= outer.scale_y;
    }
  drawing->is_in_group = TRUE;
  drawing->group
      = (Transform){ frame->child_x, frame->child_y, CLAMP (width, 1e-3, 1e3), CLAMP (height, 1e-3, 1e3) };
}

static void
read_group (MusterDocxReader *self, const Drawing *outer)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);
  Drawing        inner = *outer;

  while (muster_xml_next (self->xml, &scope))
    {
      const char *name = muster_xml_name (self->xml);
      Frame       frame = { 0 };

      if (strcmp (name, "grpSpPr") == 0)
        {
          read_shape_props (self->xml, &frame, NULL);
          if (frame.is_known)
            enter_group (&inner, &frame);
        }
      else if (strcmp (name, "wsp") == 0 || strcmp (name, "sp") == 0 || strcmp (name, "pic") == 0)
        read_shape (self, &inner, strcmp (name, "pic") == 0);
      else if (strcmp (name, "grpSp") == 0)
        read_group (self, &inner);
      else if (strcmp (name, "AlternateContent") == 0)
        muster_docx_read_alternate (self, read_graphic, &inner);
    }
}

static void
read_graphic (MusterDocxReader *self, gpointer data)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);
  Drawing       *drawing = data;

  while (muster_xml_next (self->xml, &scope))
    {
      const char *name = muster_xml_name (self->xml);

      if (strcmp (name, "graphicData") == 0)
        read_graphic (self, drawing);
      else if (strcmp (name, "wsp") == 0 || strcmp (name, "pic") == 0)
        read_shape (self, drawing, strcmp (name, "pic") == 0);
      else if (strcmp (name, "wgp") == 0 || strcmp (name, "wpc") == 0 || strcmp (name, "grpSp") == 0)
        read_group (self, drawing);
      else if (strcmp (name, "AlternateContent") == 0)
        muster_docx_read_alternate (self, read_graphic, drawing);
    }
}

static MusterFlowOrigin
parse_origin (const char *from, gboolean is_across)
{
  if (g_strcmp0 (from, "page") == 0 || g_strcmp0 (from, "leftMargin") == 0
      || g_strcmp0 (from, "topMargin") == 0)
    return MUSTER_FLOW_FROM_PAGE;
  if (g_strcmp0 (from, "margin") == 0)
    return MUSTER_FLOW_FROM_MARGIN;

  return MUSTER_FLOW_FROM_TEXT;
}

static MusterAlign
parse_align (const char *text)
{
  if (g_strcmp0 (text, "center") == 0)
    return MUSTER_ALIGN_CENTRE;
  if (g_strcmp0 (text, "right") == 0 || g_strcmp0 (text, "outside") == 0)
    return MUSTER_ALIGN_END;

  return MUSTER_ALIGN_START;
}

static void
read_position (MusterDocxReader *self, Drawing *drawing, gboolean is_across)
{
  MusterXmlScope   scope = muster_xml_enter (self->xml);
  g_autofree char *from = muster_xml_dup (self->xml, "relativeFrom");

  if (is_across)
    drawing->place.x_origin = parse_origin (from, TRUE);
  else
    drawing->place.y_origin = parse_origin (from, FALSE);
  while (muster_xml_next (self->xml, &scope))
    {
      gboolean         is_offset = muster_xml_is (self->xml, "posOffset");
      gboolean         is_align = muster_xml_is (self->xml, "align");
      g_autofree char *text = is_offset || is_align ? muster_xml_dup_text (self->xml) : NULL;

      if (is_offset)
        *(is_across ? &drawing->place.x_pt : &drawing->place.y_pt) = emu_to_pt (g_ascii_strtod (text, NULL));
      else if (is_align && is_across)
        drawing->place.x_align = parse_align (text);
    }
}

static void
read_anchor (MusterDocxReader *self, Drawing *drawing)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  drawing->place.is_behind = muster_xml_get_number (self->xml, "behindDoc", 0) == 1;
  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "extent"))
      {
        drawing->place.width_pt = ABS (emu_to_pt (muster_xml_get_number (self->xml, "cx", 0)));
        drawing->place.height_pt = ABS (emu_to_pt (muster_xml_get_number (self->xml, "cy", 0)));
      }
    else if (muster_xml_is (self->xml, "positionH") || muster_xml_is (self->xml, "positionV"))
      read_position (self, drawing, muster_xml_is (self->xml, "positionH"));
    else if (muster_xml_is (self->xml, "AlternateContent"))
      continue; /* a relative position: the offset beside it says the same */
    else if (muster_xml_is (self->xml, "graphic"))
      read_graphic (self, drawing);
}

/** muster_docx_read_drawing: what hangs in a run, as boxes before its paragraph. */
void
muster_docx_read_drawing (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  MusterXmlScope scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    {
      Drawing drawing = { .paragraph = paragraph };

      drawing.place.has_place = muster_xml_is (self->xml, "anchor");
      if (!drawing.place.has_place)
        drawing.place.x_align = paragraph->props.align;
      if (drawing.place.has_place || muster_xml_is (self->xml, "inline"))
        read_anchor (self, &drawing);
    }
}

/* "338pt", "2.5in", "30mm"; a bare number is pixels. */
static double
parse_css_length (const char *text)
{
  char  *unit;
  double value = g_ascii_strtod (text, &unit);

  if (!isfinite (value))
    return 0;
  if (g_str_has_prefix (unit, "in"))
    value *= 72;
  else if (g_str_has_prefix (unit, "mm"))
    value *= 72 / 25.4;
  else if (g_str_has_prefix (unit, "cm"))
    value *= 72 / 2.54;
  else if (!g_str_has_prefix (unit, "pt"))
    value *= .75;

  return CLAMP (value, -FARTHEST_PT, FARTHEST_PT);
}

static void
parse_css (const char *style, MusterFlowPlace *place)
{
  g_auto (GStrv) rules = g_strsplit (style, ";", 64);

  for (guint i = 0; rules[i] != NULL; i++)
    {
      char *colon = strchr (rules[i], ':');
      char *name = g_strstrip (rules[i]);

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_str_equal (name, "position"))
        place->has_place = g_str_equal (colon + 1, "absolute");
      else if (g_str_equal (name, "margin-left"))
        place->x_pt = parse_css_length (colon + 1);
      else if (g_str_equal (name, "margin-top"))
        place->y_pt = parse_css_length (colon + 1);
      else if (g_str_equal (name, "width"))
        place->width_pt = MAX (parse_css_length (colon + 1), 0);
      else if (g_str_equal (name, "height"))
        place->height_pt = MAX (parse_css_length (colon + 1), 0);
      else if (g_str_equal (name, "mso-position-horizontal-relative"))
        place->x_origin = parse_origin (colon + 1, TRUE);
      else if (g_str_equal (name, "mso-position-vertical-relative"))
        place->y_origin = parse_origin (colon + 1, FALSE);
      else if (g_str_equal (name, "mso-position-horizontal"))
        place->x_align = parse_align (colon + 1);
    }
}

/* Stands on a shape of VML. Shapes in groups have coordinates of their own there: their text is set in the
 * text. */
static void
read_vml_shape (MusterDocxReader *self, const Drawing *outer)
{
  MusterXmlScope   scope = muster_xml_enter (self->xml);
  g_autofree char *style = muster_xml_dup (self->xml, "style");
  g_autofree char *fill = muster_xml_dup (self->xml, "fillcolor");
  g_autofree char *filled = muster_xml_dup (self->xml, "filled");
  MusterFlowNode  *box = muster_flow_new_node (self->flow, MUSTER_FLOW_BOX);
  Drawing          drawing = *outer;
  guint32          colour = muster_docx_parse_colour (fill, MUSTER_FLOW_AUTO_COLOUR);

  if (style != NULL)
    parse_css (style, &box->place);
  if (outer->is_in_group)
    box->place.has_place = FALSE;
  if (colour != MUSTER_FLOW_AUTO_COLOUR && (filled == NULL || *filled != 'f'))
    {
      box->has_fill = TRUE;
      box->fill = colour;
    }
  while (muster_xml_next (self->xml, &scope))
    if (muster_xml_is (self->xml, "textbox"))
      read_text_box (self, box);
    else if (muster_xml_is (self->xml, "imagedata"))
      box->is_picture = TRUE;
  if (box->has_fill && box->children->len == 0 && !box->place.has_place)
    return;
  take_box (self, &drawing, box);
}

static void
read_vml_group (MusterDocxReader *self, Drawing *drawing)
{
  static const char *const shapes[] = { "shape", "rect", "roundrect", "oval", "polyline" };
  MusterXmlScope           scope = muster_xml_enter (self->xml);

  while (muster_xml_next (self->xml, &scope))
    {
      const char *name = muster_xml_name (self->xml);

      if (strcmp (name, "group") == 0)
        {
          Drawing inner = *drawing;

          inner.is_in_group = TRUE;
          read_vml_group (self, &inner);
          continue;
        }
      for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
        if (strcmp (name, shapes[i]) == 0)
          {
            read_vml_shape (self, drawing);
            break;
          }
    }
}

/** muster_docx_read_vml: the same for w:pict and w:object. */
void
muster_docx_read_vml (MusterDocxReader *self, MusterDocxParagraph *paragraph)
{
  Drawing drawing = { .paragraph = paragraph };

  read_vml_group (self, &drawing);
}
