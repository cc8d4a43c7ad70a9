/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of invented applications for a test, and a database beside it; gone with the test. */
#pragma once

#include "muster-library.h"

typedef struct
{
  char *root;
  char *inputs;   /* the folder with the files */
  char *database; /* does not exist yet */
} Folder;

Folder        *folder_new         (void);
void           folder_free        (Folder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

/* (transfer full): the path of a file with that content. */
char          *folder_add         (const Folder *self, const char *name, const char *content);

/* (transfer full): a resume of its own for each number, readable, with JavaScript where the number is even. */
char          *folder_add_resume  (const Folder *self, guint number);

/* All inputs, sorted. (transfer full) */
GPtrArray     *folder_list        (const Folder *self);

/* Asks for JavaScript. */
MusterOpening *folder_opening     (void);

/* Runs the main loop until @is_done says so; a minute at most. */
void           folder_run_until   (gboolean (*is_done) (gpointer data), gpointer data);
