/* SPDX-License-Identifier: GPL-3.0-or-later */
/* muster-cli: what the window can do, without a window. Finds the command and lets it run; what commands share is in
 * muster-command-options.c and muster-output.c. */

#include "muster-command.h"

#include "muster-library.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static const MusterCommand commands[] = {
  { "read", N_ ("FILE…"), N_ ("read documents and say what is in them"), muster_command_read },
  { "extract", N_ ("FILE…"), N_ ("read resumes as JSON Resume, every value with its place"), muster_command_extract },
  { "screen", N_ ("--opening FILE FILE…"), N_ ("rank documents against an opening"), muster_command_screen },
  { "import", N_ ("FILE…"), N_ ("file documents in the database"), muster_command_import },
  { "openings", N_ ("list | add | show | remove"), N_ ("the jobs to fill"), muster_command_openings },
  { "candidates", N_ ("list | show | decide | merge"), N_ ("the people on file"), muster_command_candidates },
  { "search", N_ ("QUERY"), N_ ("find words in names and documents"), muster_command_search },
  { "recommend", N_ ("--opening ID | --candidate ID"), N_ ("people for an opening, openings for a person"),
    muster_command_recommend },
  { "database", N_ ("check | export"), N_ ("look after the database"), muster_command_database },
  { "audit", N_ ("verify"), N_ ("check the record of what was done"), muster_command_audit },
};

static void
print_help (void)
{
  g_print ("%s\n\n%s\n", _ ("Usage: muster-cli COMMAND [OPTION…] [ARGUMENT…]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-14s %s\n", commands[i].name, _ (commands[i].summary));
  g_print (
    "\n%s\n%s\n",
    _ ("muster-cli COMMAND --help says more about a command; muster-cli --version which version this is."),
    _ ("Exit status: 0 all done, 1 some inputs failed, 2 wrong usage, 3 something that Muster needs is missing."));
}

static const MusterCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

int
main (int argc, char **argv)
{
  const MusterCommand *command;

  setlocale (LC_ALL, "");
  muster_library_bind_translations ();
  g_set_prgname ("muster-cli");

  if (argc < 2)
    {
      g_printerr ("%s\n", _ ("muster-cli: a command is missing; muster-cli --help lists them"));
      return MUSTER_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return MUSTER_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("muster-cli %s\n", MUSTER_VERSION);
      return MUSTER_EXIT_DONE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_printerr (_ ("muster-cli: there is no command “%s”; muster-cli --help lists them\n"), argv[1]);
      return MUSTER_EXIT_USAGE;
    }

  return command->run (argc - 1, argv + 1);
}
