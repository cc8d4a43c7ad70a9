/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the desktop program. Translations are those of the build while it runs uninstalled. */

#include "muster-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static void
set_up_translations (void)
{
  g_autofree char *built = g_build_filename (MUSTER_BUILD_ROOT, "po", NULL);
  gboolean         is_uninstalled = g_file_test (built, G_FILE_TEST_IS_DIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, is_uninstalled ? built : MUSTER_LOCALE_DIR);
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
