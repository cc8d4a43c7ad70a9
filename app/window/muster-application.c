/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One process, one window, one library. Options are read before a display is needed, so that --version and
 * --help work without one. A library that cannot be opened does not stop the program: the window opens and
 * says why. */

#include "muster-application.h"

#include "muster-commands.h"
#include "muster-library-blind.h"
#include "muster-preferences.h"
#include "muster-sample-library.h"
#include "muster-screenshot.h"
#include "muster-window.h"

#include <glib/gi18n-lib.h>
#include <libpanel.h>

struct _MusterApplication
{
  AdwApplication parent_instance;
  MusterLibrary *library;
  char          *database;      /* (nullable): asked for; else the user's own or the samples' */
  char          *sample_folder; /* (nullable) */
  char          *screenshot;    /* (nullable) */
  gboolean       has_samples;
  int            exit_status;
};

G_DEFINE_FINAL_TYPE (MusterApplication, muster_application, ADW_TYPE_APPLICATION)

static char *
dup_database (MusterApplication *self)
{
  if (self->database != NULL)
    return g_strdup (self->database);

  return self->has_samples ? muster_sample_library_dup_path () : muster_library_dup_default_path ();
}

static void
fill_samples (MusterApplication *self, MusterWindow *window)
{
  g_autofree char *folder
      = self->sample_folder != NULL ? g_strdup (self->sample_folder) : muster_sample_library_dup_folder ();
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    muster_window_say (window, _ ("The sample firm is not installed"));
  else if (!muster_sample_library_fill (self->library, folder, &error))
    muster_window_say (window, error->message);
}

static void
open_library (MusterApplication *self, MusterWindow *window)
{
  g_autofree char *database = dup_database (self);
  g_autoptr (GError) error = NULL;

  muster_window_set_library (window, NULL);
  if (self->library != NULL)
    muster_library_close (self->library);
  g_clear_object (&self->library);

  self->library = muster_library_open (database, MUSTER_MONTH_NONE, &error);
  if (self->library == NULL)
    {
      muster_window_show_failure (window, error);
      return;
    }

  muster_library_set_follows_blind (self->library, TRUE);
  muster_window_set_library (window, self->library);
  if (self->has_samples && self->database == NULL)
    fill_samples (self, window);
}

static void
screenshot_done_cb (const GError *error, gpointer user_data)
{
  MusterApplication *self = user_data;

  if (error != NULL)
    {
      g_printerr ("muster: %s\n", error->message);
      self->exit_status = 1;
    }
  g_application_quit (G_APPLICATION (self));
}

static MusterWindow *
ensure_window (MusterApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    return MUSTER_WINDOW (window);

  window = GTK_WINDOW (muster_window_new (GTK_APPLICATION (self)));
  open_library (self, MUSTER_WINDOW (window));

  return MUSTER_WINDOW (window);
}

static void
muster_application_activate (GApplication *application)
{
  MusterApplication *self = MUSTER_APPLICATION (application);
  gboolean           is_first = gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL;
  MusterWindow      *window = ensure_window (self);

  gtk_window_present (GTK_WINDOW (window));
  if (is_first && self->screenshot != NULL)
    muster_screenshot_take (window, self->screenshot, screenshot_done_cb, self);
}

static void
muster_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  MusterWindow *window;

  g_application_activate (application);
  window = MUSTER_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL)
      g_ptr_array_add (paths, g_file_get_path (files[i]));
  muster_window_import (window, paths);
}

static void
try_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterApplication *self = user_data;

  open_library (self, MUSTER_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
open_samples_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterApplication *self = user_data;

  self->has_samples = TRUE;
  g_clear_pointer (&self->database, g_free);
  try_again_cb (action, parameter, user_data);
}

/* From the desktop file's own action: the window with its file chooser open. */
static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterApplication *self = user_data;

  g_application_activate (G_APPLICATION (self));
  g_action_group_activate_action (
      G_ACTION_GROUP (gtk_application_get_active_window (GTK_APPLICATION (self))), "import-files", NULL);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterApplication *self = user_data;
  GtkWindow         *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (muster_preferences_new (window, self->library)));
}

/* Whose words Muster knows titles, programs and cities by, as their licences ask. */
static void
add_credits (AdwAboutWindow *about)
{
  adw_about_window_add_legal_section (
      about,
      "O*NET",
      "O*NET 29.2 Database, U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)",
      GTK_LICENSE_CUSTOM,
      _ ("Words of job titles and names of programs were cut out of the <a "
         "href=\"https://www.onetcenter.org/database.html\">O*NET Database</a>, used under <a "
         "href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a>. O*NET is a trademark of USDOL/ETA."));
  adw_about_window_add_legal_section (
      about,
      "ESCO",
      "European Commission, ESCO classification v1.1.1",
      GTK_LICENSE_CUSTOM,
      _ ("Words of job titles were cut out of the <a href=\"https://esco.ec.europa.eu\">ESCO classification</a> of the "
         "European Commission."));
  adw_about_window_add_legal_section (about,
                                      "libgweather",
                                      "GNOME",
                                      GTK_LICENSE_GPL_2_0,
                                      NULL);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *about
      = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                      "transient-for", gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                      "modal", TRUE,
                      "application-name", "Muster",
                      "application-icon", MUSTER_APPLICATION_ID,
                      "version", MUSTER_VERSION,
                      "developer-name", _ ("The Muster developers"),
                      "license-type", GTK_LICENSE_GPL_3_0,
                      "website", "https://musterhr.org",
                      "issue-url", "https://musterhr.org/issues",
                      "comments",
                      _ ("Reads resumes, ranks people for an opening and shows the words that earned each "
                         "point. Everything stays on "
                         "this computer."),
                      NULL);

  add_credits (ADW_ABOUT_WINDOW (about));
  gtk_window_present (about);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* The window may have something to ask first; the program ends with it. */
  for (GList *link = gtk_application_get_windows (user_data); link != NULL; link = link->next)
    if (MUSTER_IS_WINDOW (link->data))
      {
        gtk_window_close (link->data);
        return;
      }
  g_application_quit (user_data);
}

static void
muster_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "try-again", .activate = try_again_cb },
    { .name = "open-samples", .activate = open_samples_cb },
    { .name = "import", .activate = import_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };

  G_APPLICATION_CLASS (muster_application_parent_class)->startup (application);

  panel_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  muster_commands_set_accelerators (GTK_APPLICATION (application));
  muster_preferences_follow_style ();
}

static void
muster_application_shutdown (GApplication *application)
{
  MusterApplication *self = MUSTER_APPLICATION (application);
  GtkWindow         *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))) != NULL)
    {
      muster_window_set_library (MUSTER_WINDOW (window), NULL);
      gtk_window_destroy (window);
    }
  if (self->library != NULL)
    muster_library_close (self->library);
  g_clear_object (&self->library);

  G_APPLICATION_CLASS (muster_application_parent_class)->shutdown (application);
}

/* Answered here, in the process that was started, before anything looks for a display. */
static int
muster_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  MusterApplication *self = MUSTER_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("muster %s\n", MUSTER_VERSION);
      return 0;
    }

  g_variant_dict_lookup (options, "database", "^ay", &self->database);
  g_variant_dict_lookup (options, "screenshot", "^ay", &self->screenshot);
  g_variant_dict_lookup (options, "sample-folder", "^ay", &self->sample_folder);
  self->has_samples = g_variant_dict_contains (options, "samples") || self->sample_folder != NULL;

  /* Another library, or a picture, is another program: it does not join one that runs already. */
  if (self->database != NULL || self->screenshot != NULL || self->has_samples)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  if (g_variant_dict_contains (options, "import") && g_application_register (application, NULL, NULL))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "import", NULL);
      return g_application_get_is_remote (application) ? 0 : -1;
    }

  return -1;
}

static void
muster_application_finalize (GObject *object)
{
  MusterApplication *self = MUSTER_APPLICATION (object);

  g_free (self->database);
  g_free (self->sample_folder);
  g_free (self->screenshot);

  G_OBJECT_CLASS (muster_application_parent_class)->finalize (object);
}

static void
muster_application_class_init (MusterApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_application_finalize;
  application_class->activate = muster_application_activate;
  application_class->open = muster_application_open;
  application_class->startup = muster_application_startup;
  application_class->shutdown = muster_application_shutdown;
  application_class->handle_local_options = muster_application_handle_local_options;
}

static void
muster_application_init (MusterApplication *self)
{
  static const GOptionEntry options[] = {
    { "database",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("Open this database instead of your own"),
      N_ ("FILE") },
    { "samples", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample firm, in a library of its own"), NULL },
    { "import", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Choose files to import"), NULL },
    { "sample-folder",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("Where the sample openings and resumes are"),
      N_ ("FOLDER") },
    { "screenshot",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("Write a picture of the window to this PNG file and end"),
      N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/** muster_application_new: Returns: the program, to be run. */
MusterApplication *
muster_application_new (void)
{
  return g_object_new (MUSTER_TYPE_APPLICATION,
                       "application-id",
                       MUSTER_APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/org/musterhr/Muster",
                       NULL);
}

int
muster_application_get_exit_status (MusterApplication *self)
{
  g_return_val_if_fail (MUSTER_IS_APPLICATION (self), 1);

  return self->exit_status;
}
