/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translations: no language is half done, and no file with words for people is left out of po/POTFILES.in. Arguments: source folder, msgfmt. */

#include <gio/gio.h>

#include <string.h>

static const char *source_root;
static const char *msgfmt;

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

static gboolean
has_words_for_people (const char *relative)
{
  g_autofree char *text = NULL;

  if (g_str_has_suffix (relative, ".ui"))
    {
      text = read_file (relative);
      return strstr (text, "translatable=\"yes\"") != NULL;
    }
  if (!g_str_has_suffix (relative, ".c"))
    return FALSE;

  text = read_file (relative);

  return strstr (text, "gi18n") != NULL;
}

/* Counts files below @folder that should be in the list @listed and are not. */
static guint
count_missing (const char *folder, GHashTable *listed)
{
  g_autofree char *path = g_build_filename (source_root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;
  guint            n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *relative = g_build_filename (folder, name, NULL);
      g_autofree char *full = g_build_filename (source_root, relative, NULL);

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        n += count_missing (relative, listed);
      else if (has_words_for_people (relative) && !g_hash_table_contains (listed, relative))
        {
          g_test_message ("%s is not in po/POTFILES.in", relative);
          n++;
        }
    }

  return n;
}

static void
test_files (void)
{
  static const char      *folders[] = { "app", "models", "ocr", "widgets", "resources/ui" };
  g_autofree char        *text = read_file ("po/POTFILES.in");
  g_auto (GStrv)          lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  guint                   n_missing = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (source_root, lines[i], NULL);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_error ("po/POTFILES.in names %s, which is not there", lines[i]);
      g_hash_table_add (listed, lines[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    n_missing += count_missing (folders[i], listed);
  g_assert_cmpuint (n_missing, ==, 0);
}

static void
test_language (gconstpointer data)
{
  g_autofree char   *po = g_strdup_printf ("%s/po/%s.po", source_root, (const char *) data);
  const char        *argv[] = { msgfmt, "-c", "--statistics", "-o", "/dev/null", po, NULL };
  g_autofree char   *said = NULL;
  g_autoptr (GError) error = NULL;
  int                status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &said, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", said);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  /* "454 translated messages." and nothing after it. */
  g_assert_cmpint (g_ascii_strtoll (said, NULL, 10), >, 100);
  g_assert_null (strstr (said, "untranslated"));
  g_assert_null (strstr (said, "fuzzy"));
}

int
main (int argc, char **argv)
{
  g_autofree char *linguas = NULL;
  g_auto (GStrv)   languages = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  source_root = argv[1];
  msgfmt = argv[2];

  linguas = read_file ("po/LINGUAS");
  languages = g_strsplit_set (g_strstrip (linguas), " \n", -1);
  g_test_add_func ("/po/files", test_files);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/po/%s", languages[i]);

      g_test_add_data_func (path, languages[i], test_language);
    }

  return g_test_run ();
}
