/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the card says about files that hover, from their names alone; folders are real ones in a folder of
 * this test. */

#include "muster-drop-summary.h"

#include <glib/gstdio.h>

static const struct
{
  const char *name;
  const char *files; /* joined by "|"; "<dir>" stands for a folder that exists */
  const char *destination;
  gboolean    is_usable;
  const char *title;
  const char *caption;
} cases[] = {
  { "one", "cv.pdf", NULL, TRUE, "Import 1 File", "1 document" },
  { "into an opening",
    "cv.pdf|photo.jpg|b.docx",
    "Welder",
    TRUE,
    "Import 3 Files into Welder",
    "2 documents · 1 picture" },
  { "a name that says nothing", "resume of mine", NULL, TRUE, "Import 1 File", "1 document" },
  { "folder", "<dir>", NULL, TRUE, "Import 1 Folder", "1 folder" },
  { "folder into", "<dir>", "Welder", TRUE, "Import 1 Folder into Welder", "1 folder" },
  { "folder and file", "<dir>|cv.txt", NULL, TRUE, "Import 2 Files", "1 document · 1 folder" },
  { "only music",
    "song.mp3|film.mp4",
    "Welder",
    FALSE,
    "Nothing here can be read",
    "2 files of another kind" },
  { "music beside a resume",
    "song.mp3|cv.pdf",
    NULL,
    TRUE,
    "Import 1 File",
    "1 document · 1 file of another kind" },
  { "umlaut, blank, per cent", "Lebenslauf Jörg %20.pdf", NULL, TRUE, "Import 1 File", "1 document" },
};

static void
test_summary (gconstpointer data)
{
  guint            index = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("muster-drop-XXXXXX", NULL);
  g_auto (GStrv) names = g_strsplit (cases[index].files, "|", -1);
  GSList           *files = NULL;
  MusterDropSummary summary;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path
          = g_str_equal (names[i], "<dir>") ? g_strdup (folder) : g_build_filename (folder, names[i], NULL);

      files = g_slist_append (files, g_file_new_for_path (path));
    }
  muster_drop_summary_init (&summary, files);

  g_autofree char *title = muster_drop_summary_dup_title (&summary, cases[index].destination);
  g_autofree char *caption = muster_drop_summary_dup_caption (&summary);

  g_assert_cmpint (muster_drop_summary_is_usable (&summary), ==, cases[index].is_usable);
  g_assert_cmpstr (title, ==, cases[index].title);
  g_assert_cmpstr (caption, ==, cases[index].caption);

  g_slist_free_full (files, g_object_unref);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/drop-summary/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_summary);
    }

  return g_test_run ();
}
