/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands on records share: their sub-commands, ids, and what a failure ends with. */

#include "muster-command-options.h"
#include "muster-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

MusterExit
muster_command_fail (const char *command, const GError *error)
{
  g_autofree char *message = muster_output_printable (error->message);

  g_printerr ("muster-cli %s: %s\n", command, message);

  return muster_library_error_is_of_input (error) ? MUSTER_EXIT_USAGE : MUSTER_EXIT_ENVIRONMENT;
}

gboolean
muster_command_parse_id (const char *command, const char *text, gint64 *id)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;

  muster_command_refuse (command, _ ("“%s” is no id; the lists show them"), text);

  return FALSE;
}

static const MusterSubcommand *
find_subcommand (const MusterSubcommand *subcommands, const char *name)
{
  for (; subcommands->name != NULL; subcommands++)
    if (name != NULL && strcmp (subcommands->name, name) == 0)
      return subcommands;

  return NULL;
}

MusterExit
muster_command_run_records (int                     argc,
                            char                  **argv,
                            const char             *arguments,
                            const char             *summary,
                            const GOptionEntry     *own,
                            const MusterSubcommand *subcommands)
{
  g_auto (MusterCommandOptions) options = { 0 };
  g_autofree char              *command = g_strdup (argv[0]);
  g_autoptr (MusterLibrary)     library = NULL;
  const MusterSubcommand       *subcommand;
  MusterExit                    status;

  if (!muster_command_options_parse (
          &options, MUSTER_OPTIONS_DATABASE, arguments, summary, own, argc, argv, &status))
    return status;
  subcommand = find_subcommand (subcommands, options.arguments[0]);
  if (subcommand == NULL)
    return options.arguments[0] == NULL
               ? muster_command_refuse (command, _ ("what to do is missing: %s"), arguments)
               : muster_command_refuse (command, _ ("“%s” is none of: %s"), options.arguments[0], arguments);
  if (g_strv_length (options.arguments) != subcommand->n_arguments + 1)
    return muster_command_refuse (
        command, _ ("“%s” has too few or too many arguments: %s"), subcommand->name, arguments);
  status = subcommand->prepare != NULL ? subcommand->prepare (&options) : MUSTER_EXIT_DONE;
  if (status != MUSTER_EXIT_DONE)
    return status;

  library = muster_command_options_open_library (&options, command, subcommand->access);
  if (library == NULL)
    return MUSTER_EXIT_ENVIRONMENT;
  status = subcommand->run (&options, library);
  muster_library_close (library);

  return status;
}
