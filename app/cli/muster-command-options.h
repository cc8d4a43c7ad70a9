/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options that commands share, and the inputs that they name. */
#pragma once

#include "muster-command.h"
#include "muster-library.h"

G_BEGIN_DECLS

/* Which of the shared options a command has besides --json, --today and --help, which all have. */
typedef enum
{
  MUSTER_OPTIONS_PLAIN = 0,
  MUSTER_OPTIONS_DATABASE = 1 << 0,   /* --database, --no-store; the user's own unless told otherwise */
  MUSTER_OPTIONS_NO_DATABASE = 1 << 1, /* the same, but none unless told otherwise */
  MUSTER_OPTIONS_PASSWORD = 1 << 2,   /* --password, --password-file */
} MusterOptionSet;

typedef struct
{
  MusterOptionSet set;
  gboolean    is_json;
  char       *database; /* NULL: see the option set */
  gboolean    has_no_store;
  MusterMonth today;    /* MUSTER_MONTH_NONE: the clock's */
  char       *password; /* NULL: none */
  char      **arguments; /* what is no option; never NULL */
  gboolean    is_stdin_taken; /* by --password-file - */
} MusterCommandOptions;

void           muster_command_options_clear        (MusterCommandOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterCommandOptions, muster_command_options_clear)

/* @own: (nullable): the command's own options. FALSE when there is nothing left to run; *status is then the exit.
 * @self: zeroed. */
gboolean       muster_command_options_parse        (MusterCommandOptions *self,
                                                    MusterOptionSet       set,
                                                    const char           *arguments,
                                                    const char           *summary,
                                                    const GOptionEntry   *own,
                                                    int                   argc,
                                                    char                **argv,
                                                    MusterExit           *status);

/* Says on stderr what is wrong with the call. Always MUSTER_EXIT_USAGE. */
MusterExit     muster_command_refuse               (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* What went wrong in the library, on stderr: wrong usage where the fault lies with what was asked (nobody has this
 * id), else the environment. */
MusterExit     muster_command_fail                 (const char *command, const GError *error);

/* FALSE after saying what is wrong. */
gboolean       muster_command_parse_id             (const char *command, const char *text, gint64 *id);

/* (transfer full) (nullable): an opening out of a file; NULL after saying what is wrong: wrong usage. */
MusterOpening *muster_command_read_opening         (const char *command, const char *path);

typedef MusterExit (*MusterRecordsFunc)            (const MusterCommandOptions *options, MusterLibrary *library);

/* Commands that work on records: "openings list". The table ends with a NULL name. */
typedef struct
{
  const char       *name;
  guint             n_arguments; /* behind the name */
  MusterAccess      access;
  /* (nullable): looks at what was asked before there is a library: MUSTER_EXIT_DONE to go on */
  MusterExit      (*prepare) (const MusterCommandOptions *options);
  MusterRecordsFunc run;
} MusterSubcommand;

/* Parses, finds the sub-command options->arguments[0], prepares, opens the database and runs. */
MusterExit     muster_command_run_records          (int                     argc,
                                                    char                  **argv,
                                                    const char             *arguments,
                                                    const char             *summary,
                                                    const GOptionEntry     *own,
                                                    const MusterSubcommand *subcommands);

/* (transfer full) (nullable): char*: the files behind the arguments; "-" reads names from stdin. Where there are none,
 * that is said. NULL after saying what is wrong. */
GPtrArray     *muster_command_options_dup_inputs   (MusterCommandOptions *self, const char *command);

/* (transfer full) (nullable): NULL after saying what is wrong: exit with MUSTER_EXIT_ENVIRONMENT. */
MusterLibrary *muster_command_options_open_library (const MusterCommandOptions *self, const char *command,
                                                    MusterAccess access);

G_END_DECLS
