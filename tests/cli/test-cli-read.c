/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract of muster-cli read: one object an input, in the order of the input; statuses of the process;
 * where names come from. */

#include "sample-documents.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define RESUME "Marta Hollis\nAccountant in Northgate since 2016\nThe books of a firm of forty people"

static char *folder;

/* What the person of the next run speaks. */
static const char *language = "";
static const char *locale = "C.UTF-8";

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_bytes (const char *name, GBytes *bytes)
{
  g_autoptr (GBytes) held = bytes;
  g_autofree char   *path = in_folder (name);
  gsize              size;
  const char        *data = g_bytes_get_data (held, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

/* One run of the program, in the folder. */
typedef struct
{
  char *out;
  char *err;
  int   status;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
run_cli (Run *run, const char *input, ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess)         process = NULL;
  g_autoptr (GPtrArray)           arguments = g_ptr_array_new ();
  g_autoptr (GError)              error = NULL;
  const char                     *argument;
  va_list                         list;

  g_ptr_array_add (arguments, (gpointer) MUSTER_CLI);
  va_start (list, input);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &run->out, &run->err, &error);
  g_assert_no_error (error);
  run->status = g_subprocess_get_exit_status (process);
}

/* (transfer full): of JsonNode, one a line; every line is an object. */
static GPtrArray *
parse (const Run *run)
{
  GPtrArray     *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_auto (GStrv) lines = g_strsplit (run->out, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        g_autoptr (GError) error = NULL;
        JsonNode          *node = json_from_string (lines[i], &error);

        g_assert_no_error (error);
        g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
        g_ptr_array_add (nodes, node);
      }

  return nodes;
}

static JsonObject *
object_at (GPtrArray *nodes, guint index)
{
  return json_node_get_object (g_ptr_array_index (nodes, index));
}

static void
test_json (void)
{
  g_auto (Run)          run = { 0 };
  g_autoptr (GPtrArray) nodes = NULL;
  JsonObject           *good, *bad;

  run_cli (&run, NULL, "read", "--json", "--hidden", "--words", "white.pdf", "missing.pdf", "folder", NULL);
  nodes = parse (&run);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (nodes->len, ==, 4);
  g_assert_cmpstr (json_object_get_string_member (object_at (nodes, 2), "file"), ==, "folder/a.pdf");
  g_assert_cmpstr (json_object_get_string_member (object_at (nodes, 3), "file"), ==, "folder/b.pdf");

  good = object_at (nodes, 0);
  g_assert_cmpstr (json_object_get_string_member (good, "file"), ==, "white.pdf");
  g_assert_cmpstr (json_object_get_string_member (good, "status"), ==, "text");
  g_assert_cmpint (json_object_get_int_member (good, "pages"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (good, "columns"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (good, "language"), ==, "en");
  g_assert_true (json_object_has_member (good, "kind"));
  g_assert_cmpint (json_object_get_int_member (good, "hidden_characters"), ==, 10);
  g_assert_cmpstr (json_object_get_string_member (good, "hidden_text"), ==, "Kubernetes");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (good, "text"), "Marta Hollis"));
  g_assert_null (strstr (json_object_get_string_member (good, "text"), "Kubernetes"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (good, "words")), >, 10);

  bad = object_at (nodes, 1);
  g_assert_cmpstr (json_object_get_string_member (bad, "file"), ==, "missing.pdf");
  g_assert_cmpstr (json_object_get_string_member (bad, "status"), ==, "error");
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (bad, "error"), "code"), ==, "unreadable");
}

/* Names one a line, blanks and all; the answers keep their order however long each takes. */
static void
test_stdin (void)
{
  g_auto (Run)          run = { 0 };
  g_autoptr (GPtrArray) nodes = NULL;
  static const char    *names[] = { "scan.pdf", "white.pdf", "name with blanks.pdf", "white.pdf" };

  run_cli (&run, "scan.pdf\nwhite.pdf\nname with blanks.pdf\nwhite.pdf\n", "read", "--json", "-", NULL);
  nodes = parse (&run);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (nodes->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < nodes->len; i++)
    g_assert_cmpstr (json_object_get_string_member (object_at (nodes, i), "file"), ==, names[i]);
  g_assert_cmpstr (json_object_get_string_member (object_at (nodes, 0), "status"), ==, "ocr");
}

/* The same inputs give the same answers, whoever is read beside them. */
static void
test_repeatable (void)
{
  g_auto (Run) first = { 0 }, second = { 0 };

  run_cli (&first, NULL, "read", "--json", "--words", "scan.pdf", "white.pdf", "folder", NULL);
  run_cli (&second, NULL, "read", "--json", "--words", "scan.pdf", "white.pdf", "folder", NULL);
  g_assert_cmpstr (first.out, ==, second.out);
}

static void
test_table (void)
{
  g_auto (Run) run = { 0 };

  run_cli (&run, NULL, "read", "white.pdf", "missing.pdf", NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.out, "white.pdf"));
  g_assert_nonnull (strstr (run.out, "missing.pdf: There is no such file."));
  g_assert_cmpstr (run.err, ==, "");
}

/* What the reader says comes in the language of the program that started it, with the catalogues of the build. */
static void
test_languages (void)
{
  static const char chinese[] = "drawing.gif: 不读取 GIF 图片。请另存为 PNG 或 PDF。";
  static const char english[] = "drawing.gif: GIF pictures are not read. Save it as PNG or PDF.";
  static const struct
  {
    const char *language;
    const char *locale;
    const char *sentence;
  } cases[] = {
    { "", "C.UTF-8", english },
    { "zh_CN", "C.UTF-8", chinese },
    { "zh_CN.UTF-8:en", "C.UTF-8", chinese },
    { "de:zh_CN", "C.UTF-8", chinese },
    { "de", "C.UTF-8", english },
    { "zh_CN", "C", english },
  };

  write_bytes ("drawing.gif", g_bytes_new_static ("GIF89a\1\0\1\0\200\0\0", 13));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = { 0 };

      language = cases[i].language;
      locale = cases[i].locale;
      run_cli (&run, NULL, "read", "drawing.gif", NULL);
      g_test_message ("LANGUAGE=%s LC_ALL=%s: %s", language, locale, run.out);
      g_assert_nonnull (strstr (run.out, cases[i].sentence));
    }
  language = "";
  locale = "C.UTF-8";
}

static void
test_images (void)
{
  g_auto (Run)     run = { 0 };
  g_autofree char *path = in_folder ("images/white-1.pgm");
  g_autofree char *content = NULL;
  g_autofree char *images = in_folder ("images");
  gsize            length;

  run_cli (&run, NULL, "read", "--json", "--image", "images", "white.pdf", NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "P5 96 128 255\n"));
  g_assert_cmpuint (length, ==, strlen ("P5 96 128 255\n") + 96 * 128);
  g_unlink (path);
  g_rmdir (images);
}

static void
test_usage (void)
{
  static const struct
  {
    const char *arguments[4];
    int         status;
  } cases[] = {
    { { NULL }, 2 },
    { { "frobnicate" }, 2 },
    { { "read" }, 2 },
    { { "read", "--frobnicate", "white.pdf" }, 2 },
    { { "read", "--today", "tomorrow", "white.pdf" }, 2 },
    { { "read", "--password-file", "-", "-" }, 2 },
    { { "read", "--password-file", "missing", "white.pdf" }, 2 },
    { { "--help" }, 0 },
    { { "--version" }, 0 },
    { { "read", "--help" }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = { 0 };
      const char *const *a = cases[i].arguments;

      g_test_message ("case %u", i);
      run_cli (&run,
               "",
               a[0],
               a[0] != NULL ? a[1] : NULL,
               a[0] != NULL && a[1] != NULL ? a[2] : NULL,
               a[0] != NULL && a[1] != NULL && a[2] != NULL ? a[3] : NULL,
               NULL);
      g_assert_cmpint (run.status, ==, cases[i].status);
      if (run.status == 2)
        g_assert_cmpstr (run.out, ==, "");
      else
        g_assert_cmpstr (run.err, ==, "");
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_folder (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *inner = NULL;
  int              result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("muster-cli-XXXXXX", NULL);
  inner = in_folder ("folder");
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  write_bytes ("white.pdf", sample_white_pdf (RESUME, "Kubernetes"));
  write_bytes ("name with blanks.pdf", sample_text_pdf (RESUME, 1));
  write_bytes ("scan.pdf", sample_scan_pdf (RESUME, 1));
  write_bytes ("folder/b.pdf", sample_text_pdf (RESUME, 1));
  write_bytes ("folder/a.pdf", sample_text_pdf (RESUME, 2));
  write_bytes ("folder/.hidden.pdf", sample_text_pdf (RESUME, 2));

  g_test_add_func ("/cli/read/json", test_json);
  g_test_add_func ("/cli/read/stdin", test_stdin);
  g_test_add_func ("/cli/read/repeatable", test_repeatable);
  g_test_add_func ("/cli/read/table", test_table);
  g_test_add_func ("/cli/read/languages", test_languages);
  g_test_add_func ("/cli/read/images", test_images);
  g_test_add_func ("/cli/read/usage", test_usage);
  result = g_test_run ();
  remove_folder (folder);
  g_free (folder);

  return result;
}
