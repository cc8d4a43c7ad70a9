/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the desktop program. Translations are those of the build while it runs uninstalled. */

#include "muster-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* A program that stands in the build folder takes the translations that lie there. */
static char *
dup_locale_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_prefix (program, MUSTER_BUILD_ROOT G_DIR_SEPARATOR_S))
    return g_build_filename (MUSTER_BUILD_ROOT, "po", NULL);

  return g_strdup (MUSTER_LOCALE_DIR);
}

static void
set_up_translations (void)
{
  g_autofree char *folder = dup_locale_folder ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (MusterApplication) application = NULL;
  int status;

  set_up_translations ();
  application = muster_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);

  return status != 0 ? status : muster_application_get_exit_status (application);
}
