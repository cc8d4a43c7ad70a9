/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of a command over files: their names, the library, progress, what failed, and the exit that follows. The
 * command says what it does with each. */
#pragma once

#include "muster-command-options.h"

G_BEGIN_DECLS

typedef struct _MusterFileRun MusterFileRun;

/* @profile: NULL unless asked for, or when the reading failed. */
typedef void (*MusterFileFunc) (MusterFileRun *run, const MusterReading *reading, const MusterProfile *profile);

/* The command fills in the first part, and puts this first into a struct of its own. */
struct _MusterFileRun
{
  const char           *command;
  MusterCommandOptions *options;
  const char           *folder;  /* (nullable): where files are written; made if it is not there */
  const char           *heading; /* for people */
  gboolean              with_profiles;
  MusterFileFunc        each;

  GPtrArray            *paths;
  GPtrArray            *names;       /* of the files that are written, one an input */
  MusterMonth           today;
  guint                 n_done;      /* also the index of the input that each() has before it */
  guint                 n_failed;
  GError               *write_error; /* the first file that could not be written */
};

MusterExit muster_file_run_all (MusterFileRun *self);

G_END_DECLS
