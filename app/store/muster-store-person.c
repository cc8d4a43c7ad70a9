/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person as a whole: found, known again, merged. */

#include "muster-store-private.h"

#include "muster-store-tokenizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a phone number, what is left of it whether or not the country stands before it. */
#define PHONE_DIGITS 9
#define MIN_PHONE_DIGITS 6

/** muster_store_find_candidate: whether there is one who can get documents, applications and decisions. */
gboolean
muster_store_find_candidate (MusterConnection *connection, gint64 candidate_id, GError **error)
{
  gint64 is_there = 0;

  return muster_connection_integer (
             connection, &is_there, error,
             "SELECT 1 FROM candidate WHERE id = ? AND merged_into IS NULL AND erased_at IS NULL", "l", candidate_id)
         && (is_there || muster_store_not_found (error, MUSTER_THING_CANDIDATE, candidate_id));
}

/**
 * muster_store_refresh_stage:
 *
 * The stage of a person as a whole is the furthest that they are at in any opening; declined only where nothing else
 * is left.
 */
gboolean
muster_store_refresh_stage (MusterConnection *connection, gint64 candidate_id, GError **error)
{
  return muster_connection_run (
      connection, error,
      "UPDATE candidate SET stage = (SELECT CASE coalesce (max (CASE stage WHEN 5 THEN -1 ELSE stage END), 0)"
      " WHEN -1 THEN 5 ELSE coalesce (max (CASE stage WHEN 5 THEN -1 ELSE stage END), 0) END"
      " FROM application WHERE candidate_id = ?1) WHERE id = ?1",
      "l", candidate_id);
}

static int
add_token (const char *token, gsize length, gsize start, gsize end, gboolean is_alternative, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strndup (token, length));
  return 0;
}

static int
compare_tokens (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Order, case and accents make no other person: "MÜLLER, Anna" is "Anna Muller". */
static char *
fold_name (const char *name)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func (g_free);

  muster_store_tokenize (name, strlen (name), MUSTER_TOKENS_OF_QUERY, add_token, tokens);
  g_ptr_array_sort (tokens, compare_tokens);
  g_ptr_array_add (tokens, NULL);

  return g_strjoinv (" ", (char **) tokens->pdata);
}

static char *
fold_phone (const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = phone; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        g_string_append_c (digits, (char) ('0' + digit));
    }
  if (digits->len < MIN_PHONE_DIGITS)
    return g_strdup ("");

  return g_strdup (digits->len > PHONE_DIGITS ? digits->str + digits->len - PHONE_DIGITS : digits->str);
}

/**
 * muster_store_reference_hash:
 * @kind: name, mail or phone
 *
 * Returns: (transfer full) (nullable): what a person is known by after everything else about them was erased; NULL
 * for a text that says nothing.
 */
GBytes *
muster_store_reference_hash (MusterStore *self, const char *kind, const char *text)
{
  g_autoptr (GHmac) hmac
      = g_hmac_new (G_CHECKSUM_SHA256, g_bytes_get_data (self->salt, NULL), g_bytes_get_size (self->salt));
  g_autofree char  *folded = NULL;
  guint8            digest[32];
  gsize             length = sizeof digest;

  if (g_str_equal (kind, "name"))
    folded = fold_name (text);
  else if (g_str_equal (kind, "phone"))
    folded = fold_phone (text);
  else
    folded = g_utf8_casefold (text, -1);
  if (*folded == '\0')
    return NULL;

  g_hmac_update (hmac, (const guchar *) kind, (gssize) strlen (kind) + 1);
  g_hmac_update (hmac, (const guchar *) folded, (gssize) strlen (folded));
  g_hmac_get_digest (hmac, digest, &length);

  return g_bytes_new (digest, length);
}
