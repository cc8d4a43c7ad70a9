/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts muster-reader on a kernel that seems to lack what this program is named after: "no-landlock" or
 * "no-seccomp". */

#include "kernel-without.h"

#include <string.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  g_autofree char *name = g_path_get_basename (argv[0]);

  if (strcmp (name, "no-landlock") == 0)
    kernel_without_landlock ();
  else if (strcmp (name, "no-seccomp") == 0)
    kernel_without_seccomp ();
  execv (MUSTER_READER, argv);

  return 1;
}
