/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every attack is tried from inside the lock-down, and has to fail; those that need no privilege are tried without it
 * too, and have to succeed, or the test would prove nothing. Where the system has no seccomp this fails: it is never
 * skipped. The test runs itself again for each. */

#include "attack.h"
#include "kernel-without.h"
#include "muster-document.h"
#include "muster-lockdown.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define STATUS_FAILED_TO 0 /* the attack, or the need */
#define STATUS_SUCCEEDED 42
#define STATUS_NOT_LOCKED 43
#define STATUS_ODD 44

#define FORGOTTEN_FD 9

#if defined(__SANITIZE_ADDRESS__)
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0:abort_on_error=1:handle_segv=0";
}
#endif

static const Attack *
find (const char *name)
{
  for (guint i = 0; i < n_attacks; i++)
    if (strcmp (attacks[i].name, name) == 0)
      return &attacks[i];
  for (guint i = 0; i < n_needs; i++)
    if (strcmp (needs[i].name, name) == 0)
      return &needs[i];

  g_assert_not_reached ();
}

/* The process that is locked down, as the reader is. */
static int
be_locked (const char *how, const char *name)
{
  MusterPosture      posture;
  g_autoptr (GError) error = NULL;

  if (strcmp (how, "no-landlock") == 0)
    kernel_without_landlock ();
  else if (strcmp (how, "no-seccomp") == 0)
    kernel_without_seccomp ();

  if (strcmp (how, "unlocked") != 0)
    {
      if (!muster_lockdown_apply (MUSTER_ADDRESS_SPACE_BYTES, &posture, &error))
        return g_error_matches (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX) ? STATUS_NOT_LOCKED
                                                                                        : STATUS_ODD;
      if (!posture.has_seccomp || (posture.landlock_abi == 0) != (strcmp (how, "no-landlock") == 0))
        return STATUS_ODD;
    }

  return find (name)->succeeds () ? STATUS_SUCCEEDED : STATUS_FAILED_TO;
}

/* Of whatever the attacks left there. */
static void
clear_folder (void)
{
  static const char *const names[] = { "victim", "victim-2", "file", "link", "node", "folder" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (attack_folder, names[i], NULL);

      g_remove (path);
    }
}

/* Status as of waitpid(). */
static int
run (const char *how, const char *name)
{
  char *arguments[] = { (char *) "/proc/self/exe", (char *) "--locked", (char *) how, (char *) name,
                        (char *) attack_folder,    NULL };
  char                      *environment[] = { (char *) "LC_ALL=C.UTF-8", NULL };
  posix_spawn_file_actions_t actions;
  int                        sockets[2], status;
  int                        forgotten = open ("/etc/passwd", O_RDONLY | O_CLOEXEC);
  g_autofree char           *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char           *victim = g_build_filename (attack_folder, "victim", NULL);
  pid_t                      pid;

  g_assert_true (g_file_set_contents (victim, "victim", -1, NULL));
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets), ==, 0);
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_addopen (&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2 (&actions, forgotten, FORGOTTEN_FD);
  posix_spawn_file_actions_adddup2 (&actions, sockets[1], 3);
  g_assert_cmpint (posix_spawn (&pid, self, &actions, NULL, arguments, environment), ==, 0);
  posix_spawn_file_actions_destroy (&actions);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  close (sockets[0]);
  close (sockets[1]);
  close (forgotten);

  clear_folder ();

  return status;
}

static gboolean
is_blocked (int status)
{
  if (WIFSIGNALED (status))
    return WTERMSIG (status) == SIGSYS;

  return WEXITSTATUS (status) == STATUS_FAILED_TO;
}

static void
test_attack (gconstpointer data)
{
  const Attack *attack = data;
  int           status = run ("locked", attack->name);

  g_test_message ("locked: %s %d", WIFSIGNALED (status) ? "signal" : "status",
                  WIFSIGNALED (status) ? WTERMSIG (status) : WEXITSTATUS (status));
  g_assert_true (is_blocked (status));
  g_assert_true (is_blocked (run ("no-landlock", attack->name)));
  if (attack->is_proof)
    {
      status = run ("unlocked", attack->name);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, STATUS_SUCCEEDED);
    }
}

static void
test_need (gconstpointer data)
{
  const Attack *need = data;
  int           status = run ("locked", need->name);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, STATUS_SUCCEEDED);
}

/* Without Landlock there is no opening at all. */
static void
test_no_open (void)
{
  int status = run ("no-landlock", "read-fonts");

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, STATUS_FAILED_TO);
}

static void
test_no_seccomp (void)
{
  int status = run ("no-seccomp", "read-fonts");

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, STATUS_NOT_LOCKED);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  int              result;

  if (argc == 5 && strcmp (argv[1], "--locked") == 0)
    {
      attack_folder = argv[4];
      _exit (be_locked (argv[2], argv[3]));
    }

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("muster-attack-XXXXXX", NULL);
  g_assert_nonnull (folder);
  attack_folder = folder;
  for (guint i = 0; i < n_attacks; i++)
    {
      g_autofree char *path = g_strdup_printf ("/lockdown/attack/%s", attacks[i].name);

      g_test_add_data_func (path, &attacks[i], test_attack);
    }
  for (guint i = 0; i < n_needs; i++)
    {
      g_autofree char *path = g_strdup_printf ("/lockdown/need/%s", needs[i].name);

      g_test_add_data_func (path, &needs[i], test_need);
    }
  g_test_add_func ("/lockdown/no-open", test_no_open);
  g_test_add_func ("/lockdown/no-seccomp", test_no_seccomp);

  result = g_test_run ();
  g_rmdir (folder);

  return result;
}
