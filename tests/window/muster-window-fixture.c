/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions are waited for by running the main loop until they hold; nothing is told by time. */

#include "muster-window-fixture.h"

#include <glib/gstdio.h>

#define DEADLINE_SECONDS 60

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
  fixture->opening_id = muster_library_add_opening (fixture->library, opening, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_people; i++)
    g_ptr_array_add (paths, muster_window_fixture_write (fixture, people[i].file, people[i].text));
  muster_library_import_files (
      fixture->library, paths, fixture->opening_id, NULL, NULL, imported_cb, NULL, &error);
  g_assert_no_error (error);
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

void
muster_window_fixture_set_up (MusterWindowFixture *fixture, gconstpointer data)
{
  const MusterWindowCase *window_case = data;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("muster-window-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->database = g_build_filename (fixture->folder, "muster.db", NULL);
  fixture->library = muster_library_open (fixture->database, MUSTER_MONTH (2026, 11), &error);
  g_assert_no_error (error);
  if (window_case->n_people >= 0)
    fill_library (fixture, (guint) window_case->n_people);

  fixture->application = get_application ();
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
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (fixture->library != NULL)
    muster_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
  remove_folder (fixture->folder);
  g_free (fixture->database);
  g_free (fixture->folder);
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
