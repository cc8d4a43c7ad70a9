/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A locked reader whose libraries give up in the ways that they do. What it does is its own name. */

#include "muster-last-words.h"
#include "muster-lockdown.h"
#include "muster-reader-message.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SOCKET_FD 3

/* GLib ends the process by a trap. */
static void
run_out_of_memory (void)
{
  for (;;)
    memset (g_malloc (64 * 1024 * 1024), 1, 4096);
}

/* One wish that nobody can grant; the library then aborts, as C++ does. */
static void
want_too_much (void)
{
  void *volatile block = malloc ((gsize) 3 * 1024 * 1024 * 1024);

  if (block == NULL)
    abort ();
}

static volatile int depth_wanted = G_MAXINT;

static int
recurse (volatile char *above, int depth)
{
  volatile char here[4096];

  here[0] = *above;
  if (depth == depth_wanted)
    return 0;

  return recurse (here, depth + 1) + here[0];
}

static void
recurse_for_ever (void)
{
  volatile char first = 0;

  recurse (&first, 0);
}

static void
follow_nothing (void)
{
  volatile int *volatile nothing = NULL;

  *nothing = 0;
}

static void
abort_for_no_reason (void)
{
  abort ();
}

static const struct
{
  const char *name;
  void (*behave) (void);
} behaviours[] = {
  { "memory", run_out_of_memory }, { "large-wish", want_too_much },     { "recursion", recurse_for_ever },
  { "null", follow_nothing },      { "abort", abort_for_no_reason },
};

int
main (int argc, char **argv)
{
  g_autofree char   *name = g_path_get_basename (argv[0]);
  g_autoptr (GError) error = NULL;
  MusterPosture      posture;

  muster_last_words_prepare (SOCKET_FD);
  if (!muster_lockdown_apply (MUSTER_ADDRESS_SPACE_BYTES, &posture, &error))
    return 3;
  muster_message_send (SOCKET_FD, MUSTER_MESSAGE_POSTURE, muster_posture_to_variant (&posture), -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    if (strcmp (behaviours[i].name, name) == 0)
      behaviours[i].behave ();

  return 0;
}
