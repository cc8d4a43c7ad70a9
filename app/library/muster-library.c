/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library object: what a use case works with. Made and closed by one thread; the getters may be called
 * from any. */

#include "muster-library-masking.h"
#include "muster-translations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (muster - library - error - quark, muster_library_error)
G_DEFINE_FINAL_TYPE (MusterLibrary, muster_library, G_TYPE_OBJECT)

gboolean
muster_library_error_is_of_input (const GError *error)
{
  return g_error_matches (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND)
         || g_error_matches (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
}

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
muster_library_dispose (GObject *object)
{
  MusterLibrary *self = MUSTER_LIBRARY (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_object (&self->activities);
  g_clear_pointer (&self->intake, muster_intake_unref);

  G_OBJECT_CLASS (muster_library_parent_class)->dispose (object);
}

static void
muster_library_finalize (GObject *object)
{
  MusterLibrary *self = MUSTER_LIBRARY (object);

  g_hash_table_unref (self->passwords);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->drawn);

  G_OBJECT_CLASS (muster_library_parent_class)->finalize (object);
}

static void
muster_library_class_init (MusterLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_library_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_library_finalize;

  /**
   * MusterLibrary::changed:
   * @changes: MusterStoreChange flags
   *
   * After a commit, on the main context of the thread that opened the library.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_UINT);
}

/* Not left in freed memory. */
static void
muster_library_free_password (gpointer password)
{
  explicit_bzero (password, strlen (password));
  g_free (password);
}

static void
muster_library_init (MusterLibrary *self)
{
  self->activities = g_list_store_new (MUSTER_TYPE_ACTIVITY);
  g_mutex_init (&self->lock);
  g_cond_init (&self->drawn);
  self->passwords = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, muster_library_free_password);
}

static void
on_store_changed (MusterStore *store, guint changes, gpointer user_data)
{
  MusterLibrary *self = user_data;

  if (changes & MUSTER_CHANGED_BLIND)
    {
      muster_library_refresh_blind (self);
      muster_library_refresh_outcomes (self);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

/** muster_library_bind_translations: finds the catalogues, in the build folder or installed. */
void
muster_library_bind_translations (void)
{
  muster_translations_bind ();
}

/**
 * muster_library_open_for:
 * @database: (nullable): NULL for a library that computes and keeps nothing
 * @access: what it is opened for, and what may be made
 * @today: MUSTER_MONTH_NONE for the month that the clock shows
 *
 * Returns: (transfer full): the library, or %NULL with what is wrong with the database (MUSTER_STORE_ERROR).
 */
MusterLibrary *
muster_library_open_for (const char *database, MusterAccess access, MusterMonth today, GError **error)
{
  g_autoptr (MusterLibrary) self = g_object_new (MUSTER_TYPE_LIBRARY, NULL);

  if (database != NULL)
    {
      self->store = muster_store_open_for (database, access, error);
      if (self->store == NULL)
        return NULL;
      g_signal_connect (self->store, "changed", G_CALLBACK (on_store_changed), self);
    }
  muster_library_refresh_blind (self);
  self->intake = muster_intake_new (NULL, NULL);
  self->today = today != MUSTER_MONTH_NONE ? today : muster_month_today ();

  return g_steal_pointer (&self);
}

/** muster_library_open: for writing; @database and its folder are made if they do not exist. */
MusterLibrary *
muster_library_open (const char *database, MusterMonth today, GError **error)
{
  return muster_library_open_for (database, MUSTER_ACCESS_MAKE_FOLDER, today, error);
}

/**
 * muster_library_close:
 *
 * Cancels what runs and waits until the store has written what was acknowledged. The library computes on,
 * without a store.
 */
void
muster_library_close (MusterLibrary *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->activities)); i++)
    {
      g_autoptr (MusterActivity) activity = g_list_model_get_item (G_LIST_MODEL (self->activities), i);

      muster_activity_cancel (activity);
    }
  if (self->store != NULL)
    muster_store_close (self->store);
}

const char *
muster_library_get_database (MusterLibrary *self)
{
  g_return_val_if_fail (MUSTER_IS_LIBRARY (self), NULL);

  return self->store != NULL ? muster_store_get_path (self->store) : NULL;
}

/** muster_library_dup_default_path: Returns: (transfer full): where the user's own database lies, whether it
 * is there yet or not. */
char *
muster_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "muster", "muster.db", NULL);
}

gboolean
muster_library_is_read_only (MusterLibrary *self)
{
  return self->store != NULL && muster_store_is_read_only (self->store);
}

MusterMonth
muster_library_get_today (MusterLibrary *self)
{
  return self->today;
}

/** muster_library_get_activities: Returns: (transfer none): of MusterActivity, newest first. */
GListModel *
muster_library_get_activities (MusterLibrary *self)
{
  return G_LIST_MODEL (self->activities);
}

MusterStore *
muster_library_need_store (MusterLibrary *self, GError **error)
{
  if (self->store == NULL)
    g_set_error_literal (error,
                         MUSTER_LIBRARY_ERROR,
                         MUSTER_LIBRARY_ERROR_NO_STORE,
                         _ ("This needs a database; open one, or leave out --no-store."));

  return self->store;
}

char *
muster_library_dup_password (MusterLibrary *self, const char *sha256)
{
  char *password;

  g_mutex_lock (&self->lock);
  password = g_strdup (g_hash_table_lookup (self->passwords, sha256));
  g_mutex_unlock (&self->lock);

  return password;
}

void
muster_library_keep_password (MusterLibrary *self, const char *sha256, const char *password)
{
  g_mutex_lock (&self->lock);
  g_hash_table_replace (self->passwords, g_strdup (sha256), g_strdup (password));
  g_mutex_unlock (&self->lock);
}
