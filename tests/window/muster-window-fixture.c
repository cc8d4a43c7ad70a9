/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions are waited for by running the main loop until they hold; nothing is told by time. */

#include "muster-window-fixture.h"

#include "muster-settings.h"

#include <glib/gstdio.h>

#define DEADLINE_SECONDS 60
#define OPENING_ID 1 /* the first one of a new library */

static const char *opening_json = "{\"title\":\"Service Technician\",\"description\":\"Looks after "
                                  "pumps.\",\"weights\":{\"rules\":100,\"match\":0},\"criteria\":["
                                  "{\"id\":\"pumps\",\"kind\":\"skill\",\"value\":\"pump "
                                  "overhauls\",\"importance\":\"must\",\"points\":60},"
                                  "{\"id\":\"plc\",\"kind\":\"skill\",\"value\":\"PLC fault "
                                  "finding\",\"importance\":\"nice\",\"points\":40}]}";

static const struct
{
  const char *file;
  const char *text;
} people[] = {
  { "one.txt",
    "Odilia Marwitz\nService technician\nodilia.marwitz@example.org\n\nSkills\nPump overhauls, PLC fault "
    "finding\n" },
  { "two.txt", "Ferdie Quandt\nFitter\nferdie.quandt@example.org\n\nSkills\nPump overhauls\n" },
  { "three.txt", "Tilda Ostrow\nBaker\ntilda.ostrow@example.org\n\nSkills\nSourdough, night shifts\n" },
};

static char *filled_folders[G_N_ELEMENTS (people) + 1];

char *
muster_window_fixture_write (MusterWindowFixture *fixture, const char *name, const char *content)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return path;
}

static void
imported_cb (const MusterReading       *reading,
             const MusterAddedDocument *added,
             const GError              *error,
             gpointer                   user_data)
{
  g_assert_no_error (reading->error);
  g_assert_no_error (error);
  g_assert_nonnull (added);
}

static void
fill_library (MusterWindowFixture *fixture, guint n_people)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (opening_json, strlen (opening_json));
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpening) opening = muster_opening_new_from_bytes (bytes, &error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  muster_library_add_opening (fixture->library, opening, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_people; i++)
    g_ptr_array_add (paths, muster_window_fixture_write (fixture, people[i].file, people[i].text));
  muster_library_import_files (fixture->library, paths, OPENING_ID, NULL, NULL, imported_cb, NULL, &error);
  g_assert_no_error (error);
}

static void
open_library (MusterWindowFixture *fixture)
{
  g_autofree char *database = g_build_filename (fixture->folder, "muster.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture->library = muster_library_open (database, MUSTER_MONTH (2026, 11), &error);
  g_assert_no_error (error);
}

static void
close_library (MusterWindowFixture *fixture)
{
  muster_library_close (fixture->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->library);
}

static void
copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) source = g_file_new_build_filename (from, name, NULL);
      g_autoptr (GFile) target = g_file_new_build_filename (to, name, NULL);
      g_autoptr (GError) error = NULL;

      g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

/* The documents are read once in a process: each test gets a copy of what came of it. */
static const char *
get_filled_folder (guint n_people)
{
  MusterWindowFixture filled = { 0 };
  g_autoptr (GError) error = NULL;

  if (filled_folders[n_people] != NULL)
    return filled_folders[n_people];

  filled.folder = filled_folders[n_people] = g_dir_make_tmp ("muster-window-XXXXXX", &error);
  g_assert_no_error (error);
  open_library (&filled);
  fill_library (&filled, n_people);
  close_library (&filled);

  return filled_folders[n_people];
}

/* A process has one application; windows come and go. */
static GtkApplication *
get_application (void)
{
  static GtkApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;

  application = GTK_APPLICATION (g_object_new (MUSTER_TYPE_APPLICATION,
                                               "application-id",
                                               MUSTER_APPLICATION_ID,
                                               "flags",
                                               G_APPLICATION_NON_UNIQUE,
                                               "resource-base-path",
                                               "/org/musterhr/Muster",
                                               NULL));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

/* The settings of tests are in memory and outlive a window. */
static void
forget_settings (void)
{
  GSettings *settings = muster_settings_get ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

void
muster_window_fixture_set_up (MusterWindowFixture *fixture, gconstpointer data)
{
  const MusterWindowCase *window_case = data;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("muster-window-XXXXXX", &error);
  g_assert_no_error (error);
  if (window_case->n_people >= 0)
    copy_folder (get_filled_folder ((guint) window_case->n_people), fixture->folder);
  open_library (fixture);

  fixture->application = get_application ();
  forget_settings ();
  fixture->window = MUSTER_WINDOW (muster_window_new (fixture->application));
  muster_window_set_library (fixture->window, fixture->library);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), window_case->width_px, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  muster_window_fixture_wait (fixture, muster_window_fixture_is_quiet);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

void
muster_window_fixture_tear_down (MusterWindowFixture *fixture, gconstpointer data)
{
  muster_window_set_library (fixture->window, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  close_library (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/** muster_window_fixture_run: Returns: what g_test_run() says, after clearing away what the tests shared. */
int
muster_window_fixture_run (void)
{
  int result = g_test_run ();

  for (guint i = 0; i <= G_N_ELEMENTS (people); i++)
    if (filled_folders[i] != NULL)
      {
        remove_folder (filled_folders[i]);
        g_free (filled_folders[i]);
      }

  return result;
}

void
muster_window_fixture_wait (MusterWindowFixture *fixture, MusterCondition condition)
{
  gint64 deadline_usec = g_get_monotonic_time () + DEADLINE_SECONDS * G_USEC_PER_SEC;

  while (!condition (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_usec);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/* Also: it has its size, and the rule for narrow windows has been followed. */
gboolean
muster_window_fixture_is_quiet (MusterWindowFixture *fixture)
{
  return gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 0 && fixture->window->adapt_id == 0
         && !muster_window_is_busy (fixture->window);
}

gboolean
muster_window_fixture_enabled (MusterWindowFixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (text == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;

  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

GtkWidget *
muster_find_widget (GtkWidget *root, GType type, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root) && has_text (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = muster_find_widget (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}
