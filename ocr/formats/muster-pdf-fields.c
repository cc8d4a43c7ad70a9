/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed onto a PDF: form fields with a value and free text. Poppler's page text has neither;
 * muster_pdf_redraw() makes text of them, and these boxes tell which of its words they are. One thread. */

#include "muster-pdf-private.h"

#include <math.h>

#define MAX_FIELDS 2000

/* Buttons have no value, passwords are shown as dots. */
static gboolean
field_has_value (PopplerFormField *field)
{
  PopplerFormFieldType type = poppler_form_field_get_field_type (field);
  g_autofree char     *text = NULL;

  if (type == POPPLER_FORM_FIELD_TEXT && !poppler_form_field_text_is_password (field))
    text = poppler_form_field_text_get_text (field);
  else if (type == POPPLER_FORM_FIELD_CHOICE)
    {
      for (int i = 0; i < MIN (poppler_form_field_choice_get_n_items (field), MAX_FIELDS); i++)
        if (poppler_form_field_choice_is_item_selected (field, i))
          return TRUE;
      if (poppler_form_field_choice_is_editable (field))
        text = poppler_form_field_choice_get_text (field);
    }

  return text != NULL && *text != '\0';
}

/* Poppler gives the area of a field before the page's own rotation, of an annotation after it: the widget of
 * the same size tells which. */
static guint
find_page_turns (GList *fields, GList *annotations, const MusterPdfFrame *frame)
{
  guint n_matches[4] = { 0 };
  guint best = 0;

  for (const GList *f = fields; f != NULL; f = f->next)
    for (const GList *a = annotations; a != NULL; a = a->next)
      {
        PopplerRectangle shown = ((const PopplerAnnotMapping *) a->data)->area;
        PopplerRectangle area = ((const PopplerFormFieldMapping *) f->data)->area;
        double           starts[4][2] = { { area.x1, area.y1 },
                                          { area.y1, frame->height_pt - area.x2 },
                                          { frame->width_pt - area.x2, frame->height_pt - area.y2 },
                                          { frame->width_pt - area.y2, area.x1 } };

        for (guint i = 0; i < 4; i++)
          n_matches[i] += fabs (shown.x1 - starts[i][0]) < .5 && fabs (shown.y1 - starts[i][1]) < .5;
      }
  for (guint i = 1; i < 4; i++)
    if (n_matches[i] > n_matches[best])
      best = i;

  return best;
}

static PopplerRectangle
turn_area (PopplerRectangle area, guint n_turns, const MusterPdfFrame *frame)
{
  switch (n_turns)
    {
    case 1:
      return (PopplerRectangle){ area.y1, frame->height_pt - area.x2, area.y2, frame->height_pt - area.x1 };
    case 2:
      return (PopplerRectangle){ frame->width_pt - area.x2,
                                 frame->height_pt - area.y2,
                                 frame->width_pt - area.x1,
                                 frame->height_pt - area.y1 };
    case 3:
      return (PopplerRectangle){ frame->width_pt - area.y2, area.x1, frame->width_pt - area.y1, area.x2 };
    default:
      return area;
    }
}

GArray *
muster_pdf_find_fields (PopplerPage *page, const MusterPdfFrame *frame)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MusterBox));
  GList  *fields = poppler_page_get_form_field_mapping (page);
  GList  *annotations = poppler_page_get_annot_mapping (page);
  guint   n_turns = 0;

  if (g_list_length (fields) <= MAX_FIELDS && g_list_length (annotations) <= MAX_FIELDS)
    n_turns = find_page_turns (fields, annotations, frame);
  for (const GList *at = fields; at != NULL && boxes->len < MAX_FIELDS; at = at->next)
    {
      const PopplerFormFieldMapping *mapping = at->data;
      PopplerRectangle               area = turn_area (mapping->area, n_turns, frame);
      MusterBox                      box = muster_pdf_frame_map (
          frame, area.x1, frame->height_pt - area.y1, area.x2, frame->height_pt - area.y2);

      if (field_has_value (mapping->field) && muster_box_is_valid (box))
        g_array_append_val (boxes, box);
    }
  poppler_page_free_form_field_mapping (fields);
  poppler_page_free_annot_mapping (annotations);

  return boxes;
}

gboolean
muster_pdf_has_typed_text (PopplerPage *page)
{
  GList   *fields = poppler_page_get_form_field_mapping (page);
  GList   *annotations = poppler_page_get_annot_mapping (page);
  gboolean has_text = FALSE;

  for (const GList *at = annotations; at != NULL && !has_text; at = at->next)
    has_text = poppler_annot_get_annot_type (((const PopplerAnnotMapping *) at->data)->annot)
               == POPPLER_ANNOT_FREE_TEXT;
  for (const GList *at = fields; at != NULL && !has_text; at = at->next)
    has_text = field_has_value (((const PopplerFormFieldMapping *) at->data)->field);
  poppler_page_free_form_field_mapping (fields);
  poppler_page_free_annot_mapping (annotations);

  return has_text;
}
