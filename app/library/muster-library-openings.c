/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of an opening, and the ranking that follows from a new one. */

#include "muster-library-openings.h"

#include "muster-library-private.h"

#include <glib/gi18n-lib.h>

gboolean
muster_library_change_opening (
    MusterLibrary *self, gint64 opening_id, MusterOpening *opening, guint *version, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL
         && muster_store_change_opening (store, opening_id, opening, MUSTER_RULES_VERSION, version, error);
}

GPtrArray *
muster_library_list_versions (MusterLibrary *self, gint64 opening_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_list_versions (store, opening_id, error) : NULL;
}

gboolean
muster_library_go_back (
    MusterLibrary *self, gint64 opening_id, guint version, guint *new_version, GError **error)
{
  g_autoptr (GPtrArray) versions = muster_library_list_versions (self, opening_id, error);

  if (versions == NULL)
    return FALSE;
  for (guint i = 0; i < versions->len; i++)
    {
      const MusterOpeningVersion *one = g_ptr_array_index (versions, i);

      if (one->number == version)
        return muster_library_change_opening (self, opening_id, one->opening, new_version, error);
    }
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND, _ ("There is no version %u of this opening."),
               version);

  return FALSE;
}

static gboolean
rank_in_thread (MusterLibrary *self, MusterActivity *activity, gpointer data, GError **error)
{
  return muster_library_need_store (self, error) != NULL
         && muster_library_rank_pool (
             self, *(gint64 *) data, muster_activity_get_cancellable (activity), activity, error);
}

MusterActivity *
muster_library_rank_again_async (MusterLibrary *self, gint64 opening_id)
{
  g_autoptr (MusterActivity) activity
      = muster_activity_new (_ ("Ranking"), 0, MUSTER_ACTIVITY_RANK, opening_id);

  muster_library_start (self, activity, rank_in_thread, g_memdup2 (&opening_id, sizeof opening_id), g_free);

  return activity; /* the list of activities keeps it */
}

gboolean
muster_library_close_opening (MusterLibrary *self, gint64 opening_id, const char *reason, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_close_opening (store, opening_id, reason, error);
}

gboolean
muster_library_reopen_opening (MusterLibrary *self, gint64 opening_id, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_reopen_opening (store, opening_id, error);
}
