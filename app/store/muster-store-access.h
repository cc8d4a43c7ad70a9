/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody opens a library for. It decides what may come to be on the disk, and who waits for whom: any number
 * look, beside one who writes. */
#pragma once

typedef enum
{
  MUSTER_ACCESS_LOOK,        /* reads, also while another program writes; makes nothing */
  MUSTER_ACCESS_INSPECT,     /* as one who writes, unless another program does: then as LOOK */
  MUSTER_ACCESS_WRITE,       /* changes what is there; makes no library */
  MUSTER_ACCESS_MAKE,        /* makes the library where there never was one, in a folder that is there */
  MUSTER_ACCESS_MAKE_FOLDER, /* the folder too */
} MusterAccess;
