/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed onto a PDF: values of form fields and free text. Poppler's page text has neither, and says of a value only in
 * which box it stands; so the box is drawn once and the words are laid along the ink that is found in it. A value without ink is one
 * that nobody sees. One thread. */

#include "muster-pdf-private.h"

#include "muster-glyph-text.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <string.h>

#define INK_DPI 100
#define MAX_INK_PIXELS (4 * 1000 * 1000)
#define MAX_FIELDS 2000
#define MAX_VALUE_BYTES (64 * 1024)
#define MAX_BANDS 64
/* Borders of a field are drawn inside its box. */
#define BORDER_PT 2.0
/* Grey steps by which ink differs from the ground. */
#define INK_CONTRAST 40

/* A row of ink in a field, in points of the upright page. */
typedef struct
{
  double left_pt;
  double right_pt;
  double top_pt;
  double bottom_pt;
} InkBand;

static guint
find_ground (PIX *drawing, const BOX *area)
{
  guint n_of[256] = { 0 };
  guint best = 255;

  for (int y = area->y; y < area->y + area->h; y++)
    for (int x = area->x; x < area->x + area->w; x++)
      n_of[GET_DATA_BYTE (pixGetData (drawing) + (gsize) y * pixGetWpl (drawing), x)]++;
  for (guint i = 0; i < 256; i++)
    if (n_of[i] > n_of[best])
      best = i;

  return best;
}

static gboolean
row_has_ink (PIX *drawing, const BOX *area, int y, guint ground, int *left, int *right)
{
  const l_uint32 *line = pixGetData (drawing) + (gsize) y * pixGetWpl (drawing);

  *left = G_MAXINT;
  *right = -1;
  for (int x = area->x; x < area->x + area->w; x++)
    if (ABS ((int) GET_DATA_BYTE (line, x) - (int) ground) > INK_CONTRAST)
      {
        *left = MIN (*left, x);
        *right = x;
      }

  return *right >= 0;
}

static guint
find_bands (PIX *drawing, MusterBox box, InkBand *bands)
{
  double scale = pixGetXRes (drawing) / 72.;
  BOX    area = { (int) ((box.x + BORDER_PT) * scale), (int) ((box.y + BORDER_PT) * scale),
                  (int) ((box.width - 2 * BORDER_PT) * scale), (int) ((box.height - 2 * BORDER_PT) * scale), 1 };
  guint  ground, n_bands = 0;
  int    last_y = G_MININT / 2;

  area.x = MAX (area.x, 0);
  area.y = MAX (area.y, 0);
  area.w = MIN (area.w, pixGetWidth (drawing) - area.x);
  area.h = MIN (area.h, pixGetHeight (drawing) - area.y);
  if (area.w <= 0 || area.h <= 0)
    return 0;

  ground = find_ground (drawing, &area);
  for (int y = area.y; y < area.y + area.h; y++)
    {
      int left, right;

      if (!row_has_ink (drawing, &area, y, ground, &left, &right))
        continue;
      if (y > last_y + 1)
        {
          if (n_bands == MAX_BANDS)
            break;
          bands[n_bands++] = (InkBand){ left / scale, (right + 1) / scale, y / scale, 0 };
        }
      bands[n_bands - 1].left_pt = MIN (bands[n_bands - 1].left_pt, left / scale);
      bands[n_bands - 1].right_pt = MAX (bands[n_bands - 1].right_pt, (right + 1) / scale);
      bands[n_bands - 1].bottom_pt = (y + 1) / scale;
      last_y = y;
    }

  return n_bands;
}

/* Dots of letters and accents make bands of their own: what is low and close above the next belongs to it. */
static guint
join_bands (InkBand *bands, guint n_bands)
{
  guint n_joined = 0;

  for (guint i = 0; i < n_bands; i++)
    {
      InkBand *last = n_joined > 0 ? &bands[n_joined - 1] : NULL;
      double   gap_pt = last != NULL ? bands[i].top_pt - last->bottom_pt : 0;

      if (last != NULL && gap_pt < 2 && (last->bottom_pt - last->top_pt < 2.5 || bands[i].bottom_pt - bands[i].top_pt < 2.5))
        {
          last->left_pt = MIN (last->left_pt, bands[i].left_pt);
          last->right_pt = MAX (last->right_pt, bands[i].right_pt);
          last->bottom_pt = bands[i].bottom_pt;
        }
      else
        bands[n_joined++] = bands[i];
    }

  return n_joined;
}

/* Relative widths: enough to divide a row of ink among its words. */
static double
text_width (const char *text)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iswide (c))
        width += 1;
      else if (strchr ("iljtfrI.,:;|!'()[] ", (int) MIN (c, 127)) != NULL)
        width += .3;
      else
        width += g_unichar_isupper (c) || c == 'm' || c == 'w' || c == '@' ? .7 : .55;
    }

  return width;
}

static char *
clean_word (const char *raw)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = raw; *p != '\0' && text->len < 1024; p = g_utf8_next_char (p))
    muster_glyph_append (text, g_utf8_get_char (p), TRUE);

  return muster_glyph_compose (text->str);
}

/* The words of a value, one strv a line as it was typed. */
static GPtrArray *
split_value (const char *value)
{
  GPtrArray       *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *cut = g_strndup (value, MAX_VALUE_BYTES);
  g_autofree char *valid = g_utf8_make_valid (cut, -1);
  g_auto (GStrv)   parts = g_strsplit_set (valid, " \t\r\n\f\v", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *word = clean_word (parts[i]);

      if (word != NULL)
        g_ptr_array_add (words, word);
    }

  return words;
}

/* Lays words along the bands: each goes on where the last one ended, into the next band when its middle lies beyond this one. */
static void
lay_words (MusterPage *to, const GPtrArray *words, const InkBand *bands, guint n_bands, MusterBox box, MusterWordSource source)
{
  double total = 0, ink_pt = 0, used_pt = 0;
  guint  band = 0;

  for (guint i = 0; i < words->len; i++)
    total += text_width (g_ptr_array_index (words, i)) + .3;
  for (guint i = 0; i < n_bands; i++)
    ink_pt += bands[i].right_pt - bands[i].left_pt;

  for (guint i = 0; i < words->len; i++)
    {
      double         scale = ink_pt / MAX (total, .1);
      double         width_pt = text_width (g_ptr_array_index (words, i)) * scale;
      const InkBand *at;

      while (band + 1 < n_bands && bands[band].left_pt + used_pt + width_pt / 2 > bands[band].right_pt)
        {
          used_pt = 0;
          band++;
        }
      at = &bands[band];

      double     middle_pt = (at->top_pt + at->bottom_pt) / 2;
      double     size_pt = CLAMP (scale, 5, MAX (box.height, 5));
      MusterWord word = { .text = g_ptr_array_index (words, i),
                          .box = { at->left_pt + used_pt, middle_pt - size_pt * .55, width_pt, size_pt * 1.1 },
                          .size_pt = size_pt,
                          .baseline_pt = middle_pt + size_pt * .33,
                          .source = source,
                          .confidence = 1,
                          .link = -1 };

      muster_page_add_word (to, &word);
      used_pt += width_pt + .3 * scale;
    }
}

static void
add_unseen (MusterPage *to, const GPtrArray *words, MusterBox box, MusterWordSource source)
{
  for (guint i = 0; i < words->len; i++)
    {
      MusterWord word = { .text = g_ptr_array_index (words, i),
                          .box = box,
                          .size_pt = 10,
                          .baseline_pt = box.y + box.height * .8,
                          .source = source,
                          .hidden = MUSTER_HIDDEN_NO_CONTRAST,
                          .confidence = 1,
                          .link = -1 };

      muster_page_add_word (to, &word);
    }
}

static void
add_value (MusterPage *to, PIX *drawing, const char *value, MusterBox box, MusterWordSource source)
{
  g_autoptr (GPtrArray) words = split_value (value);
  InkBand               bands[MAX_BANDS];
  guint                 n_bands;

  if (words->len == 0 || !muster_box_is_valid (box))
    return;

  n_bands = join_bands (bands, find_bands (drawing, box, bands));
  if (n_bands > 0)
    lay_words (to, words, bands, n_bands, box, source);
  else
    add_unseen (to, words, box, source);
}

/* (transfer full) (nullable): what a person reads in the field. Buttons have no value, passwords are shown as dots. */
static char *
dup_field_value (PopplerFormField *field)
{
  PopplerFormFieldType type = poppler_form_field_get_field_type (field);

  if (type == POPPLER_FORM_FIELD_TEXT && !poppler_form_field_text_is_password (field))
    return poppler_form_field_text_get_text (field);
  if (type != POPPLER_FORM_FIELD_CHOICE)
    return NULL;
  if (poppler_form_field_choice_is_editable (field))
    {
      g_autofree char *typed = poppler_form_field_choice_get_text (field);

      if (typed != NULL && *typed != '\0')
        return g_steal_pointer (&typed);
    }
  for (int i = 0; i < MIN (poppler_form_field_choice_get_n_items (field), MAX_FIELDS); i++)
    if (poppler_form_field_choice_is_item_selected (field, i))
      return poppler_form_field_choice_get_item (field, i);

  return NULL;
}

/* Poppler gives the area of a field before the page's own rotation, of an annotation after it: the widget of the same size tells which. */
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
      return (PopplerRectangle){ frame->width_pt - area.x2, frame->height_pt - area.y2, frame->width_pt - area.x1,
                                 frame->height_pt - area.y1 };
    case 3:
      return (PopplerRectangle){ frame->width_pt - area.y2, area.x1, frame->width_pt - area.y1, area.x2 };
    default:
      return area;
    }
}

static MusterBox
map_upwards (const MusterPdfFrame *frame, PopplerRectangle area)
{
  return muster_pdf_frame_map (frame, area.x1, frame->height_pt - area.y1, area.x2, frame->height_pt - area.y2);
}

static gboolean
is_typed_on (const PopplerAnnotMapping *mapping)
{
  return poppler_annot_get_annot_type (mapping->annot) == POPPLER_ANNOT_FREE_TEXT;
}

static gboolean
has_something (GList *fields, GList *annotations)
{
  for (const GList *at = annotations; at != NULL; at = at->next)
    if (is_typed_on (at->data))
      return TRUE;
  for (const GList *at = fields; at != NULL; at = at->next)
    {
      g_autofree char *value = dup_field_value (((const PopplerFormFieldMapping *) at->data)->field);

      if (value != NULL && *value != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
add_all (GList *fields, GList *annotations, PIX *drawing, const MusterPdfFrame *frame, MusterPage *to)
{
  guint n_turns = find_page_turns (fields, annotations, frame);
  guint n_added = 0;

  for (const GList *at = g_list_last (fields); at != NULL && n_added < MAX_FIELDS; at = at->prev, n_added++)
    {
      const PopplerFormFieldMapping *mapping = at->data;
      g_autofree char               *value = dup_field_value (mapping->field);

      if (value != NULL)
        add_value (to, drawing, value, map_upwards (frame, turn_area (mapping->area, n_turns, frame)), MUSTER_WORD_FORM_FIELD);
    }
  for (const GList *at = annotations; at != NULL && n_added < MAX_FIELDS; at = at->next, n_added++)
    {
      const PopplerAnnotMapping *mapping = at->data;
      g_autofree char           *value = is_typed_on (mapping) ? poppler_annot_get_contents (mapping->annot) : NULL;

      if (value != NULL)
        add_value (to, drawing, value, map_upwards (frame, mapping->area), MUSTER_WORD_FORM_FIELD);
    }
}

void
muster_pdf_add_fields (PopplerPage *page, const MusterPdfFrame *frame, MusterPage *to)
{
  GList *fields = poppler_page_get_form_field_mapping (page);
  GList *annotations = poppler_page_get_annot_mapping (page);

  if (g_list_length (fields) <= MAX_FIELDS && g_list_length (annotations) <= MAX_FIELDS && has_something (fields, annotations))
    {
      PIX *drawing = muster_pdf_draw (page, frame, INK_DPI, MAX_INK_PIXELS, FALSE);

      if (drawing != NULL)
        add_all (fields, annotations, drawing, frame, to);
      pixDestroy (&drawing);
    }
  poppler_page_free_form_field_mapping (fields);
  poppler_page_free_annot_mapping (annotations);
}
