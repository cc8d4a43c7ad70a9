/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction and what follows from it: the fits of that person. */

#include "muster-library-corrections.h"

#include "muster-library-masking.h"
#include "muster-store-blind.h"

/* The correction stands whatever happens here; a fit that could not be made is told. */
static gboolean
rank_everywhere (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  g_autoptr (GArray) openings = muster_store_list_applications (self->store, candidate_id, error);

  for (guint i = 0; openings != NULL && i < openings->len; i++)
    {
      gint64                    opening_id = g_array_index (openings, gint64, i);
      g_autoptr (MusterOpening) opening = muster_store_load_opening (self->store, opening_id, error);

      if (opening == NULL || !muster_library_rank_person (self, opening, opening_id, candidate_id, error))
        return FALSE;
    }

  return openings != NULL;
}

static gboolean
renew_masks (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  g_autoptr (GPtrArray) documents = muster_store_list_documents (self->store, candidate_id, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (!muster_store_renew_mask (self->store, ((MusterDocumentRecord *) g_ptr_array_index (documents, i))->id, error))
      return FALSE;

  return documents != NULL;
}

static gboolean
follow_up (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  return renew_masks (self, candidate_id, error) && rank_everywhere (self, candidate_id, error);
}

gboolean
muster_library_correct (
    MusterLibrary *self, gint64 candidate_id, const char *pointer, const char *text, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_correct (store, candidate_id, pointer, text, self->today, error)
         && follow_up (self, candidate_id, error);
}

gboolean
muster_library_take_back_correction (MusterLibrary *self, gint64 candidate_id, char **pointer, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_take_back_correction (store, candidate_id, self->today, pointer, error)
         && follow_up (self, candidate_id, error);
}

/* Contact data and names are not shown at all, whatever stood there before. */
static void
mask_text (char **text, const char *pointer, const MusterMask *mask)
{
  char *masked;

  if (*text == NULL)
    return;
  masked = g_str_has_prefix (pointer, "/basics/") && !g_str_equal (pointer, "/basics/label")
               ? g_strdup ("")
               : muster_mask_dup_masked (mask, *text);
  g_free (*text);
  *text = masked;
}

GPtrArray *
muster_library_list_corrections (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore           *store = muster_library_need_store (self, error);
  g_autoptr (GPtrArray)  all = store != NULL ? muster_store_list_corrections (store, candidate_id, error) : NULL;
  g_autoptr (MusterMask) mask = NULL;

  if (all == NULL || !muster_library_masks (self, candidate_id))
    return g_steal_pointer (&all);
  mask = muster_store_load_person_mask (store, candidate_id, error);
  for (guint i = 0; mask != NULL && i < all->len; i++)
    {
      MusterCorrection *correction = g_ptr_array_index (all, i);

      mask_text (&correction->before, correction->pointer, mask);
      mask_text (&correction->after, correction->pointer, mask);
    }

  return mask != NULL ? g_steal_pointer (&all) : NULL;
}
