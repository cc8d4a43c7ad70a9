/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the desktop program. Translations are those of the build while it runs uninstalled. */

#include "muster-application.h"
#include "muster-library.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static void
set_up_translations (void)
{
  setlocale (LC_ALL, "");
  muster_library_bind_translations ();
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
