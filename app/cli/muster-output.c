/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing. Nothing but answers goes to stdout. */

#include "muster-output.h"

#include "muster-json-text.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
muster_output_take_json (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char     *line = muster_json_text (node, FALSE);

  json_object_unref (object);
  fputs (line, stdout);
  putchar ('\n');
  fflush (stdout);
}

JsonObject *
muster_output_new_object (const MusterReading *reading)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *file = g_utf8_make_valid (reading->path, -1);

  json_object_set_string_member (object, "file", file);
  if (reading->error != NULL)
    {
      JsonObject *error = json_object_new ();

      json_object_set_string_member (error, "code", muster_read_error_code (reading->error));
      json_object_set_string_member (error, "message", reading->error->message);
      json_object_set_string_member (object, "status", "error");
      json_object_set_object_member (object, "error", error);
    }

  return object;
}

char *
muster_output_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar     c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      g_string_append_unichar (
        clean, type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || c == 0x2028 || c == 0x2029 ? 0xfffd : c);
    }

  return g_string_free (clean, FALSE);
}

char *
muster_output_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");
}

void
muster_output_progress (const char *what, guint n_done, guint n_total)
{
  if (!isatty (STDERR_FILENO))
    return;

  if (what != NULL && n_done < n_total)
    g_printerr ("\r\033[K%s %u/%u", what, n_done + 1, n_total);
  else
    g_printerr ("\r\033[K");
}

static char *
without_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

static void
count (GHashTable *counts, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

  g_hash_table_replace (counts, g_strdup (name), GUINT_TO_POINTER (n + 1));
}

/* Makes a name that nobody has had yet. */
static char *
claim (GHashTable *taken, const char *name)
{
  char *own = g_strdup (name);

  for (guint i = 2; g_hash_table_contains (taken, own); i++)
    {
      g_free (own);
      own = g_strdup_printf ("%s-%u", name, i);
    }
  g_hash_table_add (taken, g_strdup (own));

  return own;
}

GPtrArray *
muster_output_names (GPtrArray *paths)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray             *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (paths, i));
      g_autofree char *stem = without_ending (name);

      count (stems, stem);
    }
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (paths, i));
      g_autofree char *stem = without_ending (name);
      gboolean         is_shared = GPOINTER_TO_UINT (g_hash_table_lookup (stems, stem)) > 1;

      g_ptr_array_add (names, claim (taken, is_shared ? name : stem));
    }

  return names;
}
