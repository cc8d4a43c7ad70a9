/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over the page: boxes from the paper's places and mask, and the way between them and what the desk
 * points at. A box has the pointer of its row as its id, so that neither side has to translate. */

#include "muster-person-page-private.h"

#include <glib/gi18n-lib.h>

static const char *
mask_text (MusterMaskKind kind)
{
  switch (kind)
    {
    case MUSTER_MASK_NAME:
      return _ ("Name masked");
    case MUSTER_MASK_PHOTO:
      return _ ("Photo masked");
    case MUSTER_MASK_CONTACT:
      return _ ("Contact masked");
    case MUSTER_MASK_BIRTH:
      return _ ("Age masked");
    default:
      return _ ("Personal detail masked");
    }
}

static gboolean
is_wanted (MusterPersonPage *self, const MusterPaperPlace *place)
{
  return place->page == self->page
         && (self->evidence == MUSTER_EVIDENCE_ALL || self->evidence == (int) place->section);
}

static graphene_rect_t
to_rect (MusterBox box)
{
  return GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
}

static void
add_masks (MusterPersonPage *self, GArray *boxes)
{
  guint                 n_spans;
  const MusterMaskSpan *spans = muster_mask_get_spans (self->paper->mask, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      const char   *text = mask_text (spans[i].kind);
      MusterPageBox box = { "mask",
                            to_rect (spans[i].box),
                            MUSTER_PAGE_BOX_MASKED,
                            text,
                            spans[i].kind == MUSTER_MASK_PHOTO ? text : NULL };

      if (spans[i].page == self->page)
        g_array_append_val (boxes, box);
    }
}

void
muster_person_page_show_boxes (MusterPersonPage *self)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (MusterPageBox));

  for (guint i = 0; i < self->paper->places->len; i++)
    {
      const MusterPaperPlace *place = g_ptr_array_index (self->paper->places, i);
      MusterPageBox           box = { place->pointer,
                                      to_rect (place->box),
                            place->is_uncertain ? MUSTER_PAGE_BOX_UNCERTAIN : MUSTER_PAGE_BOX_EVIDENCE,
                                      place->label,
                                      NULL };

      if (is_wanted (self, place))
        g_array_append_val (boxes, box);
    }
  add_masks (self, boxes);
  muster_page_canvas_set_boxes (self->canvas, (const MusterPageBox *) (gpointer) boxes->data, boxes->len);
}

static gboolean
is_about_us (MusterPersonPage *self)
{
  const MusterCandidateRecord *person = muster_hiring_desk_get_person (self->desk);

  return person != NULL && person->id == self->candidate_id;
}

/** muster_person_page_follow_desk: a page is turned only for what is pinned: a passing pointer turns none. */
void
muster_person_page_follow_desk (MusterPersonPage *self)
{
  gboolean    is_pinned;
  const char *pointer = muster_hiring_desk_get_pointed (self->desk, &is_pinned);
  const char *place;
  guint       page;

  if (self->is_pointing || self->paper == NULL || !is_about_us (self))
    return;

  place = muster_person_paper_find_pointer (self->paper, pointer);
  page = muster_person_paper_find_page (self->paper, pointer);
  self->is_pointing = TRUE;
  if (is_pinned && page != 0 && page != self->page)
    muster_person_page_turn_to (self, page);
  g_object_set (self->canvas, "pinned", is_pinned ? place : NULL, "pointed", place, NULL);
  self->is_pointing = FALSE;
}

/* The desk keeps what is pinned, whatever the pointer passes over. */
static void
tell_desk (MusterPersonPage *self, const char *property, gboolean is_pinned)
{
  g_autofree char *pointer = NULL;

  if (self->is_pointing || !is_about_us (self))
    return;

  g_object_get (self->canvas, property, &pointer, NULL);
  self->is_pointing = TRUE;
  muster_hiring_desk_point_at (self->desk, pointer, is_pinned);
  self->is_pointing = FALSE;
}

static void
canvas_pointed_cb (MusterPersonPage *self)
{
  tell_desk (self, "pointed", FALSE);
}

static void
canvas_pinned_cb (MusterPersonPage *self)
{
  tell_desk (self, "pinned", TRUE);
  tell_desk (self, "pointed", FALSE);
}

/* Enter on a box: it stays, and the profile can be gone to. */
static void
box_activated_cb (MusterPersonPage *self, const char *id)
{
  g_object_set (self->canvas, "pinned", id, NULL);
}

void
muster_person_page_connect_canvas (MusterPersonPage *self)
{
  g_signal_connect_swapped (self->canvas, "notify::pointed", G_CALLBACK (canvas_pointed_cb), self);
  g_signal_connect_swapped (self->canvas, "notify::pinned", G_CALLBACK (canvas_pinned_cb), self);
  g_signal_connect_swapped (self->canvas, "box-activated", G_CALLBACK (box_activated_cb), self);
}
