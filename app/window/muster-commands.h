/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every command of the program in one table: action, keys, words, group. The accelerators and the shortcuts window are both made from it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *action;       /* detailed name: "win.import-files" */
  const char *accelerators; /* joined by blanks */
  const char *title;        /* for people, not yet translated */
  const char *group;        /* likewise */
} MusterCommand;

const MusterCommand *muster_commands_get              (guint *n_commands);
void                 muster_commands_set_accelerators (GtkApplication *application);
GtkWidget           *muster_commands_make_window      (GtkWindow *parent); /* (transfer floating) the shortcuts window */

G_END_DECLS
