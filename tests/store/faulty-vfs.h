/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file system under SQLite whose n-th write, cut or sync fails: what a full or a dying disk does, at every single
 * place. Process-wide. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_FULL,  /* no room: nothing is written */
  FAULT_ERROR, /* an I/O error: nothing is written */
  FAULT_SHORT, /* an I/O error after half of it was written */
} Fault;

/* becomes the default; files that are open already stay as they are */
void     faulty_vfs_install (void);
/* the n-th from now on fails, from 1; for_ever: and all that follow */
void     faulty_vfs_arm     (Fault fault, int n, gboolean for_ever);
gboolean faulty_vfs_disarm  (void);                                 /* whether it failed */

G_END_DECLS
