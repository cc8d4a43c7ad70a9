/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text files are the quickest to read; the formats have their own tests. */

#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE_SECONDS 60

Folder *
folder_new (void)
{
  Folder            *self = g_new0 (Folder, 1);
  g_autoptr (GError) error = NULL;

  self->root = g_dir_make_tmp ("muster-library-XXXXXX", &error);
  g_assert_no_error (error);
  self->inputs = g_build_filename (self->root, "inputs", NULL);
  self->database = g_build_filename (self->root, "store", "muster.db", NULL);
  g_assert_cmpint (g_mkdir (self->inputs, 0700), ==, 0);

  return self;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      if (g_file_test (below, G_FILE_TEST_IS_DIR))
        remove_all (below);
      else
        g_unlink (below);
    }
  g_rmdir (path);
}

void
folder_free (Folder *self)
{
  remove_all (self->root);
  g_free (self->root);
  g_free (self->inputs);
  g_free (self->database);
  g_free (self);
}

char *
folder_add (const Folder *self, const char *name, const char *content)
{
  char              *path = g_build_filename (self->inputs, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return path;
}

char *
folder_add_resume (const Folder *self, guint number)
{
  static const char *names[] = { "Ada Lindqvist", "Bruno Achterberg", "Celia Montero",
                                 "Dario Weiss",   "Edda Kowalska",    "Farid Nasser" };
  g_autofree char   *name = g_strdup_printf ("person-%03u.txt", number);
  g_autofree char   *content = g_strdup_printf (
      "%s %c.\nperson%u@example.com | +1 202 555 01%02u | Ames, IA\n\n"
        "Experience\nWeb Developer, Prairie Ticketing %u\nApril 2016 - March 2023\n- Rewrote the seat map in "
        "%s.\n\n"
        "Education\nBSc Computer Science, Skunk River University, 2012\n\nSkills\nDjango, PostgreSQL\n",
      names[number % G_N_ELEMENTS (names)],
      'A' + (int) (number % 26),
      number,
      number % 100,
      number,
      number % 2 == 0 ? "JavaScript" : "Java");

  return folder_add (self, name, content);
}

GPtrArray *
folder_list (const Folder *self)
{
  const char *paths[] = { self->inputs, NULL };

  return muster_library_expand_inputs (paths);
}

MusterOpening *
folder_opening (void)
{
  static const char *json
      = "{\"title\":\"Web "
        "developer\",\"description\":\"\",\"weights\":{\"rules\":60,\"match\":40},\"criteria\":["
        "{\"id\":\"js\",\"kind\":\"skill\",\"value\":\"JavaScript\",\"importance\":\"must\",\"points\":60},"
        "{\"id\":\"pg\",\"kind\":\"skill\",\"value\":\"PostgreSQL\",\"importance\":\"nice\",\"points\":40}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  MusterOpening     *opening = muster_opening_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return opening;
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
folder_run_until (gboolean (*is_done) (gpointer data), gpointer data)
{
  gboolean is_late = FALSE;
  guint    timeout = g_timeout_add_seconds (PATIENCE_SECONDS, on_late, &is_late);

  while (!is_done (data) && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_late);
  g_source_remove (timeout);
}
