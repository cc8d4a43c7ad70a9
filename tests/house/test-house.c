/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The house against its own rules: every #include follows an arrow that DESIGN.md draws, files and functions keep
 * within the walls of HACKING.md, tests do not sleep, and the programs that people start link no parser of strangers'
 * files. Arguments: source folder, build folder. */

#include <gio/gio.h>
#include <string.h>

#define FUNCTION_LINES 60
#define LINE_CHARACTERS 120

/* Rooms that keep to the width. */
static const char *const narrow[] = { "ocr/", "tests/house/", "tests/layout/", "tests/reader/" };

/* The first is a reader that is slow on purpose; the others look again and again at what another thread or process
 * does. */
static const char *const may_sleep[] = {
  "tests/intake/misbehaving-reader.c",
  "tests/intake/test-misbehaving-readers.c",
  "tests/store/test-store-open.c",
  "tests/window/muster-window-fixture.c",
  NULL,
};

static const char *source_root;
static const char *build_root;

/* Header name -> room, for every header of the tree; header names are unique. */
static GHashTable *rooms_of_headers;
/* Room -> set of rooms that it may include, as DESIGN.md says. */
static GHashTable *arrows;
static GPtrArray  *files;

static char *
room_of_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* Rooms are two folders deep in app, ocr, models and resources; widgets is one room with sub-rooms of its own. */
  g_auto (GStrv) parts = g_strsplit (folder, "/", -1);

  if (g_str_equal (parts[0], "widgets") || g_str_equal (parts[0], "tests") || parts[1] == NULL)
    return g_strdup (parts[0]);

  return g_strdup_printf ("%s/%s", parts[0], parts[1]);
}

static void
walk (const char *relative)
{
  g_autofree char *folder = g_build_filename (source_root, relative, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = *relative == '\0' ? g_strdup (name) : g_build_filename (relative, name, NULL);
      g_autofree char *path = g_build_filename (source_root, below, NULL);

      if (*name == '.' || g_str_has_prefix (name, "_build"))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        walk (below);
      else if (g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".h"))
        g_ptr_array_add (files, g_steal_pointer (&below));
    }
}

static char *
read_file (const char *relative)
{
  g_autofree char   *path = g_build_filename (source_root, relative, NULL);
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The lines "a, b -> c, d" of the code block under "## Arrows". */
static void
read_arrows (void)
{
  g_autofree char *text = read_file ("DESIGN.md");
  char            *section = strstr (text, "## Arrows");
  char            *block;

  g_assert_nonnull (section);
  block = strstr (section, "```\n");
  g_assert_nonnull (block);
  block += 4;
  *strstr (block, "```") = '\0';

  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (lines[i], "->", 2);

      if (sides[0] == NULL || sides[1] == NULL)
        continue;

      g_auto (GStrv) from = g_strsplit (sides[0], ",", -1);
      g_auto (GStrv) to = g_strsplit (sides[1], ",", -1);

      for (guint j = 0; from[j] != NULL; j++)
        {
          const char *room = g_strstrip (from[j]);
          GHashTable *allowed = g_hash_table_lookup (arrows, room);

          if (allowed == NULL)
            {
              allowed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
              g_hash_table_insert (arrows, g_strdup (room), allowed);
            }
          for (guint k = 0; to[k] != NULL; k++)
            g_hash_table_add (allowed, g_strdup (g_strstrip (to[k])));
        }
    }
  g_assert_cmpuint (g_hash_table_size (arrows), >, 8);
}

/* The name in an #include line; NULL where the line is none. A macro is no name: it comes back as "". */
static char *
dup_included (const char *line, gboolean *is_quoted)
{
  const char *at = line;

  if (*at != '#')
    return NULL;
  for (at++; g_ascii_isspace (*at); at++)
    ;
  if (!g_str_has_prefix (at, "include"))
    return NULL;
  for (at += strlen ("include"); g_ascii_isspace (*at); at++)
    ;
  *is_quoted = *at == '"';
  if (*at != '"' && *at != '<')
    return g_strdup ("");

  return g_strndup (at + 1, strcspn (at + 1, "\">"));
}

/* NULL: the include is allowed. Else (transfer full) what is wrong with it. */
static char *
dup_include_fault (const char *room, const char *header, gboolean is_quoted)
{
  g_autofree char *name = g_path_get_basename (header);
  const char      *other = g_hash_table_lookup (rooms_of_headers, name);
  GHashTable      *allowed = g_hash_table_lookup (arrows, room);

  if (!is_quoted && (other != NULL || *header == '\0' || strstr (header, "muster") != NULL))
    return g_strdup_printf ("<%s>: headers of the house stand in quotes", header);
  if (!is_quoted)
    return NULL;
  if (other == NULL || !g_str_equal (name, header))
    return g_strdup_printf ("\"%s\" is in no room", header);
  if (g_str_equal (other, room) || g_str_equal (room, "tests"))
    return NULL;
  if (allowed == NULL || !g_hash_table_contains (allowed, other))
    return g_strdup_printf ("%s may not include %s of %s", room, header, other);

  return NULL;
}

static void
test_arrows (void)
{
  guint n_bad = 0, n_read = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const char      *file = g_ptr_array_index (files, i);
      g_autofree char *room = room_of_path (file);
      g_autofree char *text = read_file (file);
      g_auto (GStrv)   lines = g_strsplit (text, "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          gboolean         is_quoted = FALSE;
          g_autofree char *header = dup_included (lines[j], &is_quoted);
          g_autofree char *fault = header != NULL ? dup_include_fault (room, header, is_quoted) : NULL;

          n_read += header != NULL && is_quoted;
          if (fault == NULL)
            continue;
          g_printerr ("# %s:%u: %s\n", file, j + 1, fault);
          n_bad++;
        }
    }

  g_assert_cmpuint (n_read, >, 10);
  g_assert_cmpuint (n_bad, ==, 0);
}

static void
test_walls (void)
{
  guint n_bad = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const char      *file = g_ptr_array_index (files, i);
      g_autofree char *text = read_file (file);
      g_auto (GStrv)   lines = g_strsplit (text, "\n", -1);
      guint            n_lines = g_strv_length (lines);
      guint            wall = g_str_has_suffix (file, ".h") ? 120 : 700;

      if (n_lines > wall + 1)
        {
          g_printerr ("# %s: %u lines, the wall is %u\n", file, n_lines - 1, wall);
          n_bad++;
        }
      if (!g_str_has_prefix (lines[0], "/* SPDX-License-Identifier: GPL-3.0-or-later */"))
        {
          g_printerr ("# %s: does not begin with the licence line\n", file);
          n_bad++;
        }
    }

  g_assert_cmpuint (n_bad, ==, 0);
}

/* A body begins and ends with a brace in the first column, as our style puts them; the lines between count. */
static void
test_functions (void)
{
  guint n_bad = 0, n_read = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const char      *file = g_ptr_array_index (files, i);
      g_autofree char *text = read_file (file);
      g_auto (GStrv)   lines = g_strsplit (text, "\n", -1);
      guint            begin = 0;

      for (guint j = 0; lines[j] != NULL; j++)
        {
          if (*lines[j] == '{')
            begin = j + 1;
          if (*lines[j] != '}' || begin == 0)
            continue;
          n_read++;
          if (j - begin >= FUNCTION_LINES)
            {
              g_printerr ("# %s:%u: %u lines, the wall is %u\n", file, begin, j - begin, FUNCTION_LINES);
              n_bad++;
            }
          begin = 0;
        }
    }

  g_assert_cmpuint (n_read, >, 100);
  g_assert_cmpuint (n_bad, ==, 0);
}

static gboolean
is_narrow (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (narrow); i++)
    if (g_str_has_prefix (file, narrow[i]))
      return TRUE;

  return FALSE;
}

static void
test_width (void)
{
  guint n_bad = 0, n_read = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const char      *file = g_ptr_array_index (files, i);
      g_autofree char *text = read_file (file);
      g_auto (GStrv)   lines = g_strsplit (text, "\n", -1);

      for (guint j = 0; is_narrow (file) && lines[j] != NULL; j++)
        {
          n_read++;
          if (g_utf8_strlen (lines[j], -1) <= LINE_CHARACTERS)
            continue;
          g_printerr ("# %s:%u: over %u characters\n", file, j + 1, LINE_CHARACTERS);
          n_bad++;
        }
    }

  g_assert_cmpuint (n_read, >, 1000);
  g_assert_cmpuint (n_bad, ==, 0);
}

static void
test_sleeps (void)
{
  g_autoptr (GRegex) sleeps = g_regex_new ("\\b(g_usleep|usleep|nanosleep|sleep) \\(", 0, 0, NULL);
  guint              n_bad = 0, n_read = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const char      *file = g_ptr_array_index (files, i);
      g_autofree char *text = read_file (file);

      if (!g_str_has_prefix (file, "tests/") || g_strv_contains (may_sleep, file))
        continue;
      n_read++;
      if (g_regex_match (sleeps, text, 0, NULL))
        {
          g_printerr ("# %s: a test waits for what it wants, it does not sleep\n", file);
          n_bad++;
        }
    }

  g_assert_cmpuint (n_read, >, 10);
  g_assert_cmpuint (n_bad, ==, 0);
}

static void
test_links (gconstpointer data)
{
  static const char *parsers[] = { "libpoppler", "libtesseract", "liblept" };
  g_autofree char   *program = g_build_filename (build_root, data, NULL);
  const char        *argv[] = { "ldd", program, NULL };
  g_autofree char   *libraries = NULL;
  g_autoptr (GError) error = NULL;
  int                status;

  g_assert_true (g_file_test (program, G_FILE_TEST_IS_EXECUTABLE));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &libraries, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (libraries, "libglib"));
  for (guint i = 0; i < G_N_ELEMENTS (parsers); i++)
    if (strstr (libraries, parsers[i]) != NULL)
      g_error ("%s links %s: only muster-reader may", (const char *) data, parsers[i]);
  if (strstr (data, "cli") != NULL && strstr (libraries, "libgtk-4") != NULL)
    g_error ("muster-cli links GTK");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  source_root = argv[1];
  build_root = argv[2];

  rooms_of_headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  arrows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  files = g_ptr_array_new_with_free_func (g_free);
  walk ("");
  for (guint i = 0; i < files->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (files, i), ".h"))
      g_hash_table_insert (rooms_of_headers, g_path_get_basename (g_ptr_array_index (files, i)),
                           room_of_path (g_ptr_array_index (files, i)));
  /* Generated, so not found by walk(). */
  g_hash_table_insert (rooms_of_headers, g_strdup ("muster-store-migrations.h"), g_strdup ("app/store"));
  read_arrows ();

  g_test_add_func ("/house/arrows", test_arrows);
  g_test_add_func ("/house/walls", test_walls);
  g_test_add_func ("/house/functions", test_functions);
  g_test_add_func ("/house/width", test_width);
  g_test_add_func ("/house/sleeps", test_sleeps);
  g_test_add_data_func ("/house/links/muster-cli", "app/cli/muster-cli", test_links);
  g_test_add_data_func ("/house/links/muster", "app/window/muster", test_links);

  int result = g_test_run ();

  g_ptr_array_unref (files);
  g_hash_table_unref (arrows);
  g_hash_table_unref (rooms_of_headers);

  return result;
}
