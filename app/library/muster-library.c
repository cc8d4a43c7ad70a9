/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library object: what a use case works with. Made and closed by one thread; the getters may be called from any. */

#include "muster-library-private.h"

G_DEFINE_QUARK (muster-library-error-quark, muster_library_error)
G_DEFINE_FINAL_TYPE (MusterLibrary, muster_library, G_TYPE_OBJECT)

static void
muster_library_dispose (GObject *object)
{
  MusterLibrary *self = MUSTER_LIBRARY (object);

  g_clear_pointer (&self->intake, muster_intake_unref);

  G_OBJECT_CLASS (muster_library_parent_class)->dispose (object);
}

static void
muster_library_class_init (MusterLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_library_dispose;
}

static void
muster_library_init (MusterLibrary *self)
{
}

/**
 * muster_library_open:
 * @database: (nullable): NULL for a library that computes and keeps nothing
 * @today: MUSTER_MONTH_NONE for the month that the clock shows
 *
 * Returns: (transfer full): the library, or %NULL with what is wrong with the database.
 */
MusterLibrary *
muster_library_open (const char *database, MusterMonth today, GError **error)
{
  MusterLibrary *self;

  if (database != NULL)
    {
      g_set_error (error, MUSTER_LIBRARY_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE, "A library with a database");
      return NULL;
    }

  self = g_object_new (MUSTER_TYPE_LIBRARY, NULL);
  self->intake = muster_intake_new (NULL, NULL);
  self->today = today != MUSTER_MONTH_NONE ? today : muster_month_today ();

  return self;
}

MusterMonth
muster_library_get_today (MusterLibrary *self)
{
  return self->today;
}
