/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is run with the environment of the test; a home of its own keeps it away from anybody's data.
 */

#include "runner.h"

#include <glib/gstdio.h>
#include <string.h>

/* 64 KiB are in a pipe. */
#define MANY_FILES 1000
#define LONG_NAME 100

Runner *
runner_new (void)
{
  Runner            *self = g_new0 (Runner, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("muster-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->database = g_build_filename (self->folder, "muster.db", NULL);
  self->empty = g_build_filename (self->folder, "empty", NULL);
  g_assert_cmpint (g_mkdir (self->empty, 0700), ==, 0);
  self->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

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
runner_free (Runner *self)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->empty);
  g_free (self->out);
  g_free (self->err);
  g_ptr_array_unref (self->objects);
  g_free (self);
}

void
runner_write (Runner *self, const char *name, const char *content)
{
  g_autofree char   *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static void
parse_objects (Runner *self)
{
  g_auto (GStrv) lines = g_strsplit (self->out, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError)   error = NULL;

      if (*lines[i] == '\0')
        {
          g_assert_null (lines[i + 1]);
          break;
        }
      node = json_from_string (lines[i], &error);
      g_assert_no_error (error);
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      g_ptr_array_add (self->objects, json_node_dup_object (node));
    }
}

static const char *
stands_for (Runner *self, const char *word)
{
  if (g_str_equal (word, "{db}") || g_str_equal (word, "{full}"))
    return self->database;
  if (g_str_equal (word, "{empty}"))
    return self->empty;

  return g_str_equal (word, "{asked}") ? " " : word;
}

static GSubprocessLauncher *
new_launcher (Runner *self, GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher
      = g_subprocess_launcher_new (flags | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);

  return launcher;
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;
  guint            n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      n += 1 + count_files (below);
    }

  return n;
}

guint
runner_count_files (Runner *self)
{
  return count_files (self->folder);
}

GSubprocess *
runner_start_import (Runner *self)
{
  g_autoptr (GSubprocessLauncher) launcher = new_launcher (self, G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GPtrArray)           argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)              error = NULL;
  GSubprocess                    *process;
  char                            byte;

  g_ptr_array_add (argv, g_strdup (MUSTER_CLI));
  g_ptr_array_add (argv, g_strdup ("import"));
  g_ptr_array_add (argv, g_strdup_printf ("--database=%s", self->database));
  /* More answers than a pipe holds: it waits until somebody reads them. */
  for (guint i = 0; i < MANY_FILES; i++)
    g_ptr_array_add (argv, g_strdup_printf ("missing-%0*u.txt", LONG_NAME, i));
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL, &error), ==, 1);

  return process;
}

void
runner_end_import (GSubprocess *process)
{
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
}

void
runner_run (Runner *self, int expected_status, const char *line)
{
  g_auto (GStrv)                  arguments = g_strsplit (line, " ", -1);
  g_autoptr (GPtrArray)           argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess)         process = NULL;
  g_autoptr (GError)              error = NULL;

  g_ptr_array_add (argv, (char *) MUSTER_CLI);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) stands_for (self, arguments[i]));
  g_ptr_array_add (argv, NULL);

  launcher = new_launcher (self, G_SUBPROCESS_FLAGS_STDIN_PIPE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_ptr_array_set_size (self->objects, 0);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);

  self->status = g_subprocess_get_exit_status (process);
  g_test_message ("muster-cli %s: exit %d, stderr: %s", line, self->status, self->err);
  g_assert_cmpint (self->status, ==, expected_status);
  if (strstr (line, "--json") != NULL)
    parse_objects (self);
}

JsonObject *
runner_object (Runner *self, guint index)
{
  g_assert_cmpuint (index, <, self->objects->len);

  return g_ptr_array_index (self->objects, index);
}
