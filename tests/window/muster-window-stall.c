/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source that wants to run every 5 ms and notes how late it comes. */

#include "muster-window-stall.h"

/* How long this thread has waited for a processor so far, as the kernel counts it; 0 where it does not. */
static gint64
get_queued_usec (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;

  if (!g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL))
    return 0;
  fields = g_strsplit (text, " ", 3);

  return g_strv_length (fields) == 3 ? g_ascii_strtoll (fields[1], NULL, 10) / 1000 : 0;
}

static gboolean
tick_cb (gpointer user_data)
{
  MusterWindowStall *stall = user_data;
  gint64 queued_usec = get_queued_usec ();
  gint64 now_usec = g_get_monotonic_time ();
  gint64 gap_usec = now_usec - stall->last_usec;

  if (stall->last_usec != 0)
    {
      stall->longest_usec = MAX (stall->longest_usec, gap_usec);
      stall->longest_own_usec
          = MAX (stall->longest_own_usec, gap_usec - (queued_usec - stall->last_queued_usec));
    }
  stall->last_usec = now_usec;
  stall->last_queued_usec = queued_usec;

  return G_SOURCE_CONTINUE;
}

void
muster_window_stall_begin (MusterWindowStall *self)
{
  *self = (MusterWindowStall){ 0 };
  self->id = g_timeout_add_full (G_PRIORITY_HIGH, 5, tick_cb, self, NULL);
}

void
muster_window_stall_end (MusterWindowStall *self, const char *what)
{
  g_source_remove (self->id);
  g_test_message ("longest stall of the main loop while %s: %.1f ms, of it without waiting for a processor at most "
                  "%.1f ms",
                  what, (double) self->longest_usec / 1000, (double) self->longest_own_usec / 1000);
  g_assert_cmpint (self->longest_own_usec, >, 0);
  g_assert_cmpint (self->longest_own_usec, <, MUSTER_MAX_STALL_USEC);
}
