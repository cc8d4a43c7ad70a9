/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in the order that the user's language has for them. The key is stored with the person, so that a list by name
 * is the order of an index; when the language or ICU's tables changed since, all keys are made anew at the next
 * opening. Writer thread, and before it runs. */

#include "muster-store-private.h"

#include <locale.h>
#include <string.h>
#include <unicode/ustring.h>

#define KEY_BYTES 512

/** muster_store_names_open: finds the rules of order of the locale of the process. */
gboolean
muster_store_names_open (MusterStore *self, GError **error)
{
  const char      *locale = setlocale (LC_COLLATE, NULL);
  g_autofree char *name = g_strdup (locale != NULL ? locale : "C");
  UErrorCode       status = U_ZERO_ERROR;

  name[strcspn (name, ".@")] = '\0';
  self->collator = ucol_open (g_str_equal (name, "C") || g_str_equal (name, "POSIX") ? "" : name, &status);
  if (U_SUCCESS (status))
    return TRUE;
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED, "ICU has no rules to sort names: %s.",
               u_errorName (status));

  return FALSE;
}

/** muster_store_name_key: Returns: (transfer full): compares bytewise as @name compares with names; people without a
 * name come last. */
GBytes *
muster_store_name_key (MusterStore *self, const char *name)
{
  UChar      text[KEY_BYTES];
  guint8     key[KEY_BYTES + 1];
  int32_t    length = 0, key_length;
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8WithSub (text, G_N_ELEMENTS (text), &length, name, -1, 0xfffd, NULL, &status);
  /* A name that is longer than that is sorted by its beginning. */
  length = MIN (length, (int32_t) G_N_ELEMENTS (text));
  key[0] = length > 0 ? 1 : 2;
  key_length = ucol_getSortKey (self->collator, text, length, key + 1, KEY_BYTES);

  return g_bytes_new (key, (gsize) MIN (key_length, KEY_BYTES) + 1);
}

static char *
describe_order (MusterStore *self)
{
  UVersionInfo version;
  char         text[U_MAX_VERSION_STRING_LENGTH];
  UErrorCode   status = U_ZERO_ERROR;
  const char  *locale = ucol_getLocaleByType (self->collator, ULOC_VALID_LOCALE, &status);

  ucol_getVersion (self->collator, version);
  u_versionToString (version, text);

  return g_strdup_printf ("%s/%s", U_SUCCESS (status) && locale != NULL ? locale : "", text);
}

static gboolean
renew_keys (MusterStore *self, MusterConnection *connection, gpointer data, MusterStoreChange *changed, GError **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt      *rows = muster_connection_query (connection, &failure, "SELECT id, name FROM candidate", "");

  while (muster_connection_next (connection, rows, &failure))
    {
      g_autofree char   *name = muster_row_dup_text (rows, 1);
      g_autoptr (GBytes) key = muster_store_name_key (self, name);

      if (!muster_connection_run (connection, &failure, "UPDATE candidate SET name_key = ? WHERE id = ?", "bl", key,
                                  muster_row_get_integer (rows, 0)))
        {
          muster_connection_end (rows);
          break;
        }
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *changed |= MUSTER_CHANGED_CANDIDATES;

  return muster_connection_run (
      connection, error,
      "INSERT INTO setting VALUES ('collation', ?) ON CONFLICT DO UPDATE SET value = excluded.value", "s",
      (const char *) data);
}

/** muster_store_names_renew: makes all keys anew if they were made by other rules than today's. */
gboolean
muster_store_names_renew (MusterStore *self, GError **error)
{
  g_autofree char  *order = describe_order (self);
  MusterConnection *connection = muster_store_begin_read (self, error);
  gint64            is_same = 0;
  gboolean          is_known;

  if (connection == NULL)
    return FALSE;
  is_known = muster_connection_integer (connection, &is_same, error,
                                        "SELECT 1 FROM setting WHERE name = 'collation' AND value = ?", "s", order);
  muster_store_end_read (self, connection);
  if (!is_known)
    return FALSE;

  return is_same || muster_store_write (self, renew_keys, order, error);
}
