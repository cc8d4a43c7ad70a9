/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blind mode of a library: the store keeps it, the library remembers it for those who ask often, and asks again when
 * the store says that it changed. */

#include "muster-library-blind.h"

#include "muster-library-masking.h"
#include "muster-store-blind.h"

#include <glib/gi18n-lib.h>

gboolean
muster_library_hides (MusterLibrary *self)
{
  return g_atomic_int_get (&self->follows_blind) && g_atomic_int_get (&self->is_blind);
}

/* A store that cannot say is taken for blind. */
void
muster_library_refresh_blind (MusterLibrary *self)
{
  gboolean is_blind = TRUE;

  if (self->store != NULL && !muster_store_get_blind (self->store, &is_blind, NULL))
    is_blind = TRUE;
  g_atomic_int_set (&self->is_blind, is_blind);
}

/* In a thread; it holds the store only, for the library must not end there. */
static void
mask_older_documents (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MusterStore          *store = task_data;
  g_autoptr (GPtrArray) ids = muster_store_list_unmasked (store, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!muster_store_renew_mask (store, *(gint64 *) g_ptr_array_index (ids, i), NULL)
        && !muster_store_get_blind (store, &(gboolean){ FALSE }, NULL))
      break; /* closed; a document that cannot be read stays unfound while blind */
  g_task_return_boolean (task, TRUE);
}

/** muster_library_set_follows_blind: Documents of an older Muster get their masked texts meanwhile, in a thread;
 * until then a blind search does not find them. */
void
muster_library_set_follows_blind (MusterLibrary *self, gboolean follows_blind)
{
  g_autoptr (GTask) task = NULL;

  g_atomic_int_set (&self->follows_blind, follows_blind);
  if (!follows_blind || self->store == NULL || muster_store_is_read_only (self->store))
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, muster_library_set_follows_blind);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, mask_older_documents);
}

gboolean
muster_library_is_blind (MusterLibrary *self)
{
  return g_atomic_int_get (&self->is_blind);
}

gboolean
muster_library_set_blind (MusterLibrary *self, gboolean is_blind, const char *reason, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  if (store == NULL || !muster_store_set_blind (store, is_blind, reason, error))
    return FALSE;
  g_atomic_int_set (&self->is_blind, is_blind != FALSE);

  return TRUE;
}

/** muster_library_masks: TRUE also where the store cannot say. */
gboolean
muster_library_masks (MusterLibrary *self, gint64 candidate_id)
{
  gboolean is_revealed = FALSE;

  return muster_library_hides (self)
         && !(self->store != NULL && muster_store_is_revealed (self->store, candidate_id, &is_revealed, NULL)
              && is_revealed);
}

gboolean
muster_library_reveal (
    MusterLibrary *self, gint64 candidate_id, gint64 opening_id, const char *reason, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_reveal (store, candidate_id, opening_id, reason, error);
}

/* Reasons name people. */
static gboolean
mask_reasons (MusterLibrary *self, GPtrArray *reveals, GError **error)
{
  for (guint i = 0; i < reveals->len; i++)
    {
      MusterRevealRecord    *record = g_ptr_array_index (reveals, i);
      g_autoptr (MusterMask) mask = NULL;
      char                  *masked;

      if (!muster_library_masks (self, record->candidate_id))
        continue;
      mask = muster_store_load_person_mask (self->store, record->candidate_id, error);
      if (mask == NULL)
        return FALSE;
      masked = muster_mask_dup_masked (mask, record->reason);
      g_free (record->reason);
      record->reason = masked;
    }

  return TRUE;
}

GPtrArray *
muster_library_list_reveals (MusterLibrary *self, gint64 candidate_id, GError **error)
{
  MusterStore          *store = muster_library_need_store (self, error);
  g_autoptr (GPtrArray) reveals
      = store != NULL ? muster_store_list_reveals (store, candidate_id, error) : NULL;

  return reveals != NULL && mask_reasons (self, reveals, error) ? g_steal_pointer (&reveals) : NULL;
}

MusterMask *
muster_library_load_mask (MusterLibrary *self, gint64 document_id, GError **error)
{
  MusterStore               *store = muster_library_need_store (self, error);
  g_autoptr (MusterDocument) document = NULL;
  g_autoptr (MusterProfile)  profile = NULL;
  gint64                     candidate_id = 0;

  if (store == NULL || !muster_store_find_owner (store, document_id, &candidate_id, error))
    return NULL;
  if (!muster_library_masks (self, candidate_id))
    return muster_mask_new (NULL, NULL);
  document = muster_store_load_document (store, document_id, error);
  if (document == NULL)
    return NULL;
  profile = muster_store_load_profile (store, candidate_id, NULL); /* somebody without one is masked by rules alone */

  return muster_mask_new (document, profile);
}

/* Each outcome tells what may be told now; rows of widgets are made anew. */
void
muster_library_refresh_outcomes (MusterLibrary *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->activities)); i++)
    {
      g_autoptr (MusterActivity) activity = g_list_model_get_item (G_LIST_MODEL (self->activities), i);
      GListModel                *outcomes = muster_activity_get_outcomes (activity);
      guint                      n = g_list_model_get_n_items (outcomes);
      gboolean                   has_cover = FALSE;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (MusterOutcome) outcome = g_list_model_get_item (outcomes, j);

          if (!muster_outcome_has_cover (outcome))
            continue;
          has_cover = TRUE;
          muster_outcome_set_is_covered (
              outcome, muster_library_masks (self, muster_outcome_get_candidate_id (outcome)));
        }
      if (has_cover)
        g_list_model_items_changed (outcomes, 0, n, n);
    }
}
