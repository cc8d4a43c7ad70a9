/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes for people: a digit and letters, chosen by chance among those that the opening has not given yet, so that a
 * code tells neither who somebody is nor when they came. Signs that are taken for others (0 1 I O) are left out. */

#include "muster-store-private.h"

#include <string.h>

static const char digits[] = "23456789";
static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/* From how many people on a code has one letter more. Never more than four of five of a length are given, so that a
 * free one is found by chance. */
static const guint64 more_letters_from[] = { 149, 3149, 83149, 2083149 };

#define MAX_LETTERS (1 + G_N_ELEMENTS (more_letters_from))
#define MAX_TRIES 500

static char *
draw_code (guint n_letters, GError **error)
{
  g_autoptr (GBytes) bytes = muster_store_random_bytes (4 * (MAX_LETTERS + 1), error);
  char               code[MAX_LETTERS + 2] = "";
  const guint8      *at;

  if (bytes == NULL)
    return NULL;
  at = g_bytes_get_data (bytes, NULL);
  for (guint i = 0; i <= n_letters; i++, at += 4)
    {
      guint32     chance;
      const char *signs = i == 0 ? digits : letters;

      memcpy (&chance, at, sizeof chance);
      code[i] = signs[chance % strlen (signs)];
    }

  return g_strdup (code);
}

static guint
count_letters (gint64 n_given)
{
  guint n = 1;

  for (guint i = 0; i < G_N_ELEMENTS (more_letters_from); i++)
    n += (guint64) n_given >= more_letters_from[i];

  return n;
}

static gboolean
find_free_code (MusterConnection *connection, gint64 opening_id, guint n_letters, char **code, GError **error)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *drawn = draw_code (n_letters, error);
      gint64           is_given = 0;

      if (drawn == NULL
          || !muster_connection_integer (connection, &is_given, error,
                                         opening_id == 0
                                             ? "SELECT 1 FROM candidate WHERE ?1 = 0 AND code = ?2"
                                             : "SELECT 1 FROM application WHERE opening_id = ?1 AND code = ?2",
                                         "ls", opening_id, drawn))
        return FALSE;
      if (!is_given)
        {
          *code = g_steal_pointer (&drawn);
          return TRUE;
        }
    }
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_FAILED, "No free code was found in %u tries.", MAX_TRIES);

  return FALSE;
}

/**
 * muster_store_give_code:
 * @opening_id: in whose pool the person just came; 0: among everybody
 *
 * Within the transaction that adds the person; who has a code keeps it.
 */
gboolean
muster_store_give_code (MusterConnection *connection, gint64 candidate_id, gint64 opening_id, GError **error)
{
  g_autofree char *code = NULL;
  gint64           n_given = 0;

  if (!muster_connection_integer (connection, &n_given, error, "SELECT n_given FROM code_series WHERE opening_id = ?",
                                  "l", opening_id)
      || !find_free_code (connection, opening_id, count_letters (n_given), &code, error))
    return FALSE;
  if (!muster_connection_run (connection, error,
                              opening_id == 0
                                  ? "UPDATE candidate SET code = ?3 WHERE id = ?2 AND ?1 = 0 AND code IS NULL"
                                  : "UPDATE application SET code = ?3 WHERE opening_id = ?1 AND candidate_id = ?2"
                                    " AND code IS NULL",
                              "lls", opening_id, candidate_id, code))
    return FALSE;
  if (muster_connection_get_changes (connection) == 0)
    return TRUE;

  return muster_connection_run (connection, error,
                                "INSERT INTO code_series VALUES (?, 1)"
                                " ON CONFLICT DO UPDATE SET n_given = n_given + 1",
                                "l", opening_id);
}
