/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command of muster-cli: one file each, one row each in the table of muster-cli.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the process ends with. */
typedef enum
{
  MUSTER_EXIT_DONE = 0,
  MUSTER_EXIT_SOME_FAILED = 1, /* each with its own line */
  MUSTER_EXIT_USAGE = 2,
  MUSTER_EXIT_ENVIRONMENT = 3, /* no store, no sandbox, no model */
} MusterExit;

typedef struct
{
  const char *name;
  const char *arguments; /* "FILE…", for the help */
  const char *summary;   /* N_(): one line */
  MusterExit (*run) (int argc, char **argv);
} MusterCommand;

/* argv[0] is the name of the command. */
MusterExit muster_command_audit      (int argc, char **argv);
MusterExit muster_command_candidates (int argc, char **argv);
MusterExit muster_command_database   (int argc, char **argv);
MusterExit muster_command_extract    (int argc, char **argv);
MusterExit muster_command_import     (int argc, char **argv);
MusterExit muster_command_openings   (int argc, char **argv);
MusterExit muster_command_read       (int argc, char **argv);
MusterExit muster_command_recommend  (int argc, char **argv);
MusterExit muster_command_screen     (int argc, char **argv);
MusterExit muster_command_search     (int argc, char **argv);

G_END_DECLS
