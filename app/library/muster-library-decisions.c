/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call each to the store. */

#include "muster-library-decisions.h"

#include "muster-library-private.h"

GPtrArray *
muster_library_decide_many (MusterLibrary *self, const MusterDecision *decisions, guint n, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL ? muster_store_decide_many (store, decisions, n, error) : NULL;
}

gboolean
muster_library_take_back (MusterLibrary *self, GPtrArray *past, GError **error)
{
  MusterStore *store = muster_library_need_store (self, error);

  return store != NULL && muster_store_take_back (store, past, error);
}
