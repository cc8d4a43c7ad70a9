/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a row that stand close together become one box, so that a job is one frame and not five;
 * those that stand apart (a date in the margin) keep theirs and light up together. */

#include "muster-person-paper.h"

#include "muster-library-queries.h"

#include <glib/gi18n-lib.h>

static void
place_free (gpointer data)
{
  MusterPaperPlace *place = data;

  g_free (place->pointer);
  g_free (place->label);
  g_free (place);
}

static MusterPaperPlace *
add_place (MusterPersonPaper   *self,
           const char          *pointer,
           const char          *label,
           MusterProfileSection section,
           guint                page,
           MusterBox            box)
{
  MusterPaperPlace *place = g_new0 (MusterPaperPlace, 1);

  place->pointer = g_strdup (pointer);
  place->label = g_strdup (label);
  place->section = section;
  place->page = page;
  place->box = box;
  g_ptr_array_add (self->places, place);

  return place;
}

/* Side by side, or one under the other, with less than a line between. */
static gboolean
is_near (MusterBox a, MusterBox b)
{
  double line_pt = MIN (a.height, b.height);
  double gap_x = MAX (a.x, b.x) - MIN (a.x + a.width, b.x + b.width);
  double gap_y = MAX (a.y, b.y) - MIN (a.y + a.height, b.y + b.height);

  return gap_x < 2 * line_pt && gap_y < .8 * line_pt;
}

/* A box that grew may have come near others. */
static void
join_boxes (GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint k = i + 1; k < boxes->len; k++)
      {
        MusterBox *a = &g_array_index (boxes, MusterBox, i);

        if (!is_near (*a, g_array_index (boxes, MusterBox, k)))
          continue;
        *a = muster_box_union (*a, g_array_index (boxes, MusterBox, k));
        g_array_remove_index (boxes, k);
        k = i;
      }
}

static void
add_fact (MusterPersonPaper *self, const MusterProfileFact *fact)
{
  guint n_pages = muster_document_get_n_pages (self->document);

  for (guint page = 1; page <= n_pages; page++)
    {
      g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (MusterBox));

      for (guint i = 0; i < fact->fields->len; i++)
        {
          const MusterProfileField *field = g_ptr_array_index (fact->fields, i);

          if (field->evidence.page == page && muster_box_area (field->evidence.box) > 0)
            g_array_append_val (boxes, field->evidence.box);
        }
      join_boxes (boxes);
      for (guint i = 0; i < boxes->len; i++)
        {
          g_autofree char *label
              = g_strdup_printf ("%s: %s", muster_profile_section_title (fact->section), fact->title);

          add_place (self,
                     fact->pointer,
                     fact->doubt != NULL ? fact->doubt : label,
                     fact->section,
                     page,
                     g_array_index (boxes, MusterBox, i))
              ->is_uncertain
              = fact->doubt != NULL;
        }
    }
}

static gboolean
read_box (JsonObject *object, MusterBox *box)
{
  JsonNode  *node = json_object_get_member (object, "box");
  JsonArray *sides = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (sides == NULL || json_array_get_length (sides) != 4)
    return FALSE;

  box->x = json_array_get_double_element (sides, 0);
  box->y = json_array_get_double_element (sides, 1);
  box->width = json_array_get_double_element (sides, 2);
  box->height = json_array_get_double_element (sides, 3);

  return muster_box_is_valid (*box) && muster_box_area (*box) > 0;
}

static void
add_quote (MusterPersonPaper *self, JsonObject *object)
{
  const char      *id = json_object_get_string_member_with_default (object, "criterion", "");
  const char      *quote = json_object_get_string_member_with_default (object, "quote", "");
  gint64           page = json_object_get_int_member_with_default (object, "page", 0);
  g_autofree char *pointer = g_strconcat ("criterion:", id, NULL);
  /* Translators: for a screen reader: words of a resume that earned points. */
  g_autofree char *label = g_strdup_printf (_ ("Evidence: “%s”"), quote);
  MusterBox        box;

  if (page >= 1 && page <= (gint64) muster_document_get_n_pages (self->document) && read_box (object, &box))
    add_place (self, pointer, label, MUSTER_PROFILE_N_SECTIONS, (guint) page, box);
}

/* The quotes that earned points, from the fit as it was stored. A person without a fit has none, which is no
 * error. */
static void
add_quotes (MusterPersonPaper *self, MusterLibrary *library)
{
  g_autoptr (JsonNode) fit = NULL;
  JsonNode *evidence;

  if (self->opening_id == 0)
    return;

  fit = muster_library_load_fit (library, self->candidate_id, self->opening_id, NULL);
  evidence = fit != NULL && JSON_NODE_HOLDS_OBJECT (fit)
                 ? json_object_get_member (json_node_get_object (fit), "evidence")
                 : NULL;
  if (evidence == NULL || !JSON_NODE_HOLDS_ARRAY (evidence))
    return;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (evidence)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (evidence), i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        add_quote (self, json_node_get_object (element));
    }
}

/* Quotes first: a value's own box then lies on top of the sentence around it. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MusterPaperPlace *one = *(const MusterPaperPlace *const *) a;
  const MusterPaperPlace *two = *(const MusterPaperPlace *const *) b;

  if (one->page != two->page)
    return one->page < two->page ? -1 : 1;

  return (two->section == MUSTER_PROFILE_N_SECTIONS) - (one->section == MUSTER_PROFILE_N_SECTIONS);
}

static gboolean
find_document (MusterPersonPaper *self, gint64 document_id)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const MusterDocumentRecord *record = g_ptr_array_index (self->documents, i);

      if (record->id == document_id || (document_id == 0 && record->is_profile_source))
        {
          self->index = i;
          self->document_id = record->id;
          return TRUE;
        }
    }
  if (document_id != 0 || self->documents->len == 0)
    return FALSE;

  self->document_id = ((const MusterDocumentRecord *) g_ptr_array_index (self->documents, 0))->id;

  return TRUE;
}

static gboolean
load_places (MusterPersonPaper *self, MusterLibrary *library, GError **error)
{
  const MusterDocumentRecord *record = g_ptr_array_index (self->documents, self->index);
  g_autoptr (MusterProfile) profile = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (!record->is_profile_source)
    return TRUE;

  profile = muster_library_load_profile (library, self->candidate_id, error);
  if (profile == NULL)
    return FALSE;
  facts = muster_profile_facts_new (profile);
  for (guint i = 0; i < facts->len; i++)
    add_fact (self, g_ptr_array_index (facts, i));
  add_quotes (self, library);
  g_ptr_array_sort (self->places, compare_places);

  return TRUE;
}

MusterPersonPaper *
muster_person_paper_load (
    MusterLibrary *library, gint64 candidate_id, gint64 opening_id, gint64 document_id, GError **error)
{
  g_autoptr (MusterPersonPaper) self = g_new0 (MusterPersonPaper, 1);

  self->candidate_id = candidate_id;
  self->opening_id = opening_id;
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->documents = muster_library_list_documents (library, candidate_id, error);
  if (self->documents == NULL)
    return NULL;
  if (!find_document (self, document_id))
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_NOT_FOUND,
                           _ ("There is no such document any more. Choose another one, or import it again."));
      return NULL;
    }
  self->document = muster_library_load_document (library, self->document_id, error);
  if (self->document == NULL)
    return NULL;
  self->is_masked = muster_library_masks (library, candidate_id);
  self->mask = muster_library_load_mask (library, self->document_id, error);
  if (self->mask == NULL || !load_places (self, library, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
muster_person_paper_free (MusterPersonPaper *self)
{
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->document, muster_document_unref);
  g_clear_pointer (&self->mask, muster_mask_unref);
  g_ptr_array_unref (self->places);
  g_free (self);
}

/** muster_person_paper_count_hidden: Returns: words that are in the file and not on the page. */
guint
muster_person_paper_count_hidden (const MusterPersonPaper *self)
{
  guint n_all = 0;

  for (guint i = 0; i < muster_document_get_n_pages (self->document); i++)
    {
      guint n_hidden;

      muster_page_get_hidden_words (muster_document_get_page (self->document, i), &n_hidden);
      n_all += n_hidden;
    }

  return n_all;
}

static const MusterPaperPlace *
find_place (const MusterPersonPaper *self, const char *pointer)
{
  for (guint i = 0; pointer != NULL && i < self->places->len; i++)
    {
      const MusterPaperPlace *place = g_ptr_array_index (self->places, i);

      if (muster_profile_pointer_is_in (pointer, place->pointer))
        return place;
    }

  return NULL;
}

guint
muster_person_paper_find_page (const MusterPersonPaper *self, const char *pointer)
{
  const MusterPaperPlace *place = find_place (self, pointer);

  return place != NULL ? place->page : 0;
}

const char *
muster_person_paper_find_pointer (const MusterPersonPaper *self, const char *pointer)
{
  const MusterPaperPlace *place = find_place (self, pointer);

  return place != NULL ? place->pointer : NULL;
}
