/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the catalogues of Muster: the window, the command line and the reader speak the same language, installed or
 * from the build folder. The locale itself is the program's to set, before or after. */

#include "muster-translations.h"

#include <libintl.h>

/* A program that stands in the build folder takes the translations that lie there. */
static char *
dup_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_prefix (program, MUSTER_BUILD_ROOT G_DIR_SEPARATOR_S))
    return g_build_filename (MUSTER_BUILD_ROOT, "po", NULL);

  return g_strdup (MUSTER_LOCALE_DIR);
}

/** muster_translations_bind: tells gettext where the catalogues of the domain GETTEXT_PACKAGE are. */
void
muster_translations_bind (void)
{
  g_autofree char *folder = dup_folder ();

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
