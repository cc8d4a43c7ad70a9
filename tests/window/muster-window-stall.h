/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The longest time in which the main loop could not do anything else. A time in which it was ready but other programs had
 * the processors is told apart: it is not the window's doing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a window may take. A sanitised build is many times slower: there it is only seen that the loop turns at all;
 * ./check runs the tests of the suite "timing" on the optimised build too. */
#ifdef __SANITIZE_ADDRESS__
#define MUSTER_MAX_STALL_USEC (10 * G_USEC_PER_SEC)
#else
#define MUSTER_MAX_STALL_USEC (250 * 1000)
#endif

typedef struct
{
  gint64 last_usec;
  gint64 last_queued_usec;
  gint64 longest_usec;
  gint64 longest_own_usec;
  guint  id;
} MusterWindowStall;

void muster_window_stall_begin (MusterWindowStall *self);

/* Prints what was measured "while @what", and fails above the limit. */
void muster_window_stall_end   (MusterWindowStall *self, const char *what);

G_END_DECLS
