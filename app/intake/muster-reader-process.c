/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting and ending readers. posix_spawn and not fork: this process has threads and, in the window, a display. */

#include "muster-reader-process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define REPORT_BYTES (64u * 1024)
#define MAX_LANGUAGES_BYTES 256
#define READER_SOCKET_FD 3

static gboolean
fail (GError **error, const char *what, int saved_errno)
{
  g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX,
               _ ("No reader can be started (%s: %s). Install Muster again."), what, g_strerror (saved_errno));

  return FALSE;
}

static gboolean
is_plain_name (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p) && strchr ("_.@", *p) == NULL)
      return FALSE;

  return *name != '\0';
}

/* The languages of this process for the sentences of the reader, best first: "LANGUAGE=zh_CN:zh". (nullable): where
 * this process runs in C, gettext speaks English whatever LANGUAGE says, and so does the reader. */
static char *
dup_languages (void)
{
  const char         *locale = setlocale (LC_MESSAGES, NULL);
  const char *const  *names = g_get_language_names ();
  g_autoptr (GString) languages = g_string_new (NULL);

  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    return NULL;
  for (guint i = 0; names[i] != NULL && !g_str_equal (names[i], "C") && languages->len < MAX_LANGUAGES_BYTES; i++)
    if (is_plain_name (names[i]))
      g_string_append_printf (languages, "%s%s", languages->len > 0 ? ":" : "LANGUAGE=", names[i]);

  return languages->len > 0 ? g_strdup (languages->str) : NULL;
}

/* Descriptors 0 to 3 and nothing else; no signal blocked or ignored; an environment made from nothing. OpenMP reads
 * its limit before main(), so it has to come from here: threads cannot be started in the reader, and one is three
 * times faster anyway. */
static int
spawn (pid_t *pid, const char *path, guint64 address_space_bytes, int socket_fd, int report_fd)
{
  g_autofree char           *address_space = g_strdup_printf ("%" G_GUINT64_FORMAT, address_space_bytes);
  char                      *arguments[] = { (char *) path, address_space, NULL };
  g_autofree char           *languages = dup_languages ();
  char                      *environment[]
    = { (char *) "OMP_THREAD_LIMIT=1", (char *) "LC_ALL=C.UTF-8", languages, NULL };
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t          attributes;
  sigset_t                   none, all;
  int                        result;

  sigemptyset (&none);
  sigfillset (&all);
  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_addopen (&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2 (&actions, report_fd, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2 (&actions, report_fd, STDERR_FILENO);
  posix_spawn_file_actions_adddup2 (&actions, socket_fd, READER_SOCKET_FD);
  posix_spawnattr_init (&attributes);
  posix_spawnattr_setsigmask (&attributes, &none);
  posix_spawnattr_setsigdefault (&attributes, &all);
  posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

  result = posix_spawn (pid, path, &actions, &attributes, arguments, environment);

  posix_spawnattr_destroy (&attributes);
  posix_spawn_file_actions_destroy (&actions);

  return result;
}

/* Beyond the deadline that this process keeps: ends a reader that spins even if Muster itself is stopped. */
static void
limit_processor (pid_t pid, guint seconds)
{
  struct rlimit limit = { seconds + 1, seconds + 2 };

  prlimit (pid, RLIMIT_CPU, &limit, NULL);
}

/* A descriptor of 0 to 3 would be overwritten while the others are put in place. */
static int
lift (int fd)
{
  int lifted = fcntl (fd, F_DUPFD_CLOEXEC, READER_SOCKET_FD + 1);

  close (fd);

  return lifted;
}

/**
 * muster_reader_process_start:
 * @self: (out caller-allocates): initialised
 * @error: MUSTER_READ_ERROR_NO_SANDBOX
 */
gboolean
muster_reader_process_start (MusterReaderProcess *self,
                             const char *reader_path,
                             const MusterIntakeLimits *limits,
                             GError **error)
{
  int sockets[2], report[2];
  int result;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    return fail (error, "socketpair", errno);
  if (pipe2 (report, O_CLOEXEC) != 0)
    {
      result = errno;
      close (sockets[0]);
      close (sockets[1]);
      return fail (error, "pipe", result);
    }

  sockets[1] = lift (sockets[1]);
  report[1] = lift (report[1]);
  result = sockets[1] >= 0 && report[1] >= 0
             ? spawn (&self->pid, reader_path, limits->address_space_bytes, sockets[1], report[1]) : EMFILE;
  if (sockets[1] >= 0)
    close (sockets[1]);
  if (report[1] >= 0)
    close (report[1]);
  self->socket_fd = sockets[0];
  self->report_fd = report[0];
  fcntl (self->report_fd, F_SETFL, O_NONBLOCK);
  self->report = g_string_new (NULL);
  if (result != 0)
    {
      self->pid = 0;
      return fail (error, reader_path, result);
    }
  limit_processor (self->pid, limits->total_seconds);

  return TRUE;
}

void
muster_reader_process_take_report (MusterReaderProcess *self)
{
  char   piece[4096];
  gssize n;

  while ((n = read (self->report_fd, piece, sizeof piece)) > 0)
    if (self->report->len < REPORT_BYTES)
      g_string_append_len (self->report, piece, MIN (n, (gssize) (REPORT_BYTES - self->report->len)));

  if (n == 0) /* its end: to be polled no more */
    {
      close (self->report_fd);
      self->report_fd = -1;
    }
}

guint64
muster_reader_process_get_queued_ns (const MusterReaderProcess *self)
{
  g_autofree char *name = g_strdup_printf ("/proc/%d/schedstat", (int) self->pid);
  g_autofree char *content = NULL;
  guint64          ran, queued;

  if (!g_file_get_contents (name, &content, NULL, NULL)
      || sscanf (content, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &ran, &queued) != 2)
    return 0;

  return queued;
}

/* The report's other end closes when the process ends: something to wait for without a signal handler. Returns
 * whether it did. */
static gboolean
wait_for_end (MusterReaderProcess *self, guint grace_ms)
{
  gint64 until = g_get_monotonic_time () + (gint64) grace_ms * 1000;

  while (self->report_fd >= 0)
    {
      struct pollfd watch = { self->report_fd, POLLIN, 0 };
      gint64        left_us = until - g_get_monotonic_time ();

      if (left_us <= 0 || poll (&watch, 1, (int) (left_us / 1000) + 1) == 0)
        return FALSE;
      muster_reader_process_take_report (self);
    }

  return TRUE;
}

int
muster_reader_process_end (MusterReaderProcess *self, guint grace_ms, gboolean *was_killed)
{
  gboolean is_late;
  int      status = 0;

  if (was_killed != NULL)
    *was_killed = FALSE;
  if (self->pid == 0)
    return 0;

  is_late = !wait_for_end (self, grace_ms);
  if (waitpid (self->pid, &status, WNOHANG) != self->pid)
    {
      if (was_killed != NULL)
        *was_killed = is_late;
      kill (self->pid, SIGKILL);
      while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
        ;
    }
  self->pid = 0;

  return status;
}

void
muster_reader_process_clear (MusterReaderProcess *self)
{
  muster_reader_process_end (self, 0, NULL);
  if (self->socket_fd >= 0)
    close (self->socket_fd);
  if (self->report_fd >= 0)
    close (self->report_fd);
  self->socket_fd = self->report_fd = -1;
  if (self->report != NULL)
    g_string_free (g_steal_pointer (&self->report), TRUE);
}
