/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs muster-cli as a shell would, in a folder of its own with a few files, and keeps what it said. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

typedef struct
{
  char      *folder;
  char      *database;
  char      *empty; /* a folder without files */
  int        status;
  char      *out;
  char      *err;
  GPtrArray *objects; /* JsonObject: the lines of stdout, when --json was given */
} Runner;

Runner     *runner_new    (void);
void        runner_free   (Runner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Runner, runner_free)

void        runner_write  (Runner *self, const char *name, const char *content);

/* @line: arguments parted by blanks; {db} and {full} are the database, {empty} a folder without files, {asked} one
 * blank. Asserts the exit status and, with --json, that stdout is JSON objects, one a line. Standard input is empty. */
void        runner_run    (Runner *self, int expected_status, const char *line);

/* How many files and folders there are by now. */
guint       runner_count_files  (Runner *self);

/* (transfer full): an import that has the database open and does not end until it is told to. */
GSubprocess *runner_start_import (Runner *self);
void        runner_end_import   (GSubprocess *process);

/* (transfer none): the object at @index. */
JsonObject *runner_object (Runner *self, guint index);
