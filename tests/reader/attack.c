/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attacks, one call each wherever possible: by number, not through the C library, which might refuse by itself. */

#include "attack.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <limits.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/* Given open by the test, to see whether it is closed. */
#define FORGOTTEN_FD 9

const char *attack_folder;

/* Two may be in use at once. No allocation: it also runs locked down. */
static const char *
at (const char *name)
{
  static char paths[2][PATH_MAX];
  static int  next;

  next = 1 - next;
  snprintf (paths[next], sizeof paths[next], "%s/%s", attack_folder, name);

  return paths[next];
}

static gboolean
can_open (const char *path, int flags)
{
  int fd = open (path, flags | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);

  return fd >= 0;
}

static gboolean
read_home (void)
{
  const char *home = getenv ("HOME");

  return can_open (home != NULL ? home : "/root", O_RDONLY | O_DIRECTORY)
         || can_open ("/home", O_RDONLY | O_DIRECTORY);
}

static gboolean
read_passwords (void)
{
  return can_open ("/etc/passwd", O_RDONLY);
}

static gboolean
read_processes (void)
{
  return can_open ("/proc/self/environ", O_RDONLY) || can_open ("/proc/self/maps", O_RDONLY);
}

static gboolean
list_root (void)
{
  return can_open ("/", O_RDONLY | O_DIRECTORY);
}

static gboolean
write_file (void)
{
  return can_open (at ("file"), O_CREAT | O_WRONLY);
}

static gboolean
write_null (void)
{
  return can_open ("/dev/null", O_WRONLY);
}

static gboolean
write_nameless (void)
{
  return can_open (attack_folder, O_TMPFILE | O_RDWR);
}

static gboolean
truncate_file (void)
{
  return truncate (at ("victim"), 0) == 0;
}

static gboolean
unlink_file (void)
{
  return unlink (at ("victim")) == 0;
}

static gboolean
rename_file (void)
{
  return rename (at ("victim"), at ("victim-2")) == 0;
}

static gboolean
change_mode (void)
{
  return chmod (at ("victim"), 0777) == 0;
}

static gboolean
make_folder (void)
{
  return mkdir (at ("folder"), 0700) == 0;
}

static gboolean
make_link (void)
{
  return symlink ("/etc/passwd", at ("link")) == 0;
}

static gboolean
make_node (void)
{
  return mknod (at ("node"), S_IFIFO | 0600, 0) == 0;
}

static gboolean
run_program (void)
{
  char *arguments[] = { (char *) "sh", (char *) "-c", (char *) "exit 42", NULL };

  execv ("/bin/sh", arguments);

  return FALSE;
}

static gboolean
fork_process (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);

  return pid > 0;
}

static gboolean
fork_bare (void)
{
  long pid = syscall (SYS_clone, SIGCHLD, 0, 0, 0, 0);

  if (pid == 0)
    _exit (0);

  return pid > 0;
}

static gboolean
open_socket (int domain, int type)
{
  return socket (domain, type, 0) >= 0;
}

static gboolean
open_inet_socket (void)
{
  return open_socket (AF_INET, SOCK_STREAM);
}

static gboolean
open_datagram_socket (void)
{
  return open_socket (AF_INET6, SOCK_DGRAM) || open_socket (AF_INET, SOCK_DGRAM);
}

static gboolean
open_unix_socket (void)
{
  return open_socket (AF_UNIX, SOCK_STREAM);
}

static gboolean
open_netlink_socket (void)
{
  return open_socket (AF_NETLINK, SOCK_RAW);
}

static gboolean
connect_socket (void)
{
  struct sockaddr_in address
    = { .sin_family = AF_INET, .sin_port = htons (9), .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };

  return connect (3, (struct sockaddr *) &address, sizeof address) == 0;
}

static gboolean
kill_parent (void)
{
  return kill (getppid (), 0) == 0;
}

static gboolean
kill_parent_thread (void)
{
  return syscall (SYS_tgkill, getppid (), getppid (), 0) == 0;
}

static gboolean
trace_parent (void)
{
  return ptrace (PTRACE_ATTACH, getppid (), NULL, NULL) == 0;
}

static gboolean
read_parent (void)
{
  char         byte;
  struct iovec here = { &byte, 1 }, there = { (void *) &attacks, 1 };

  return process_vm_readv (getppid (), &here, 1, &there, 1, 0) == 1;
}

static gboolean
hold_parent (void)
{
  return syscall (SYS_pidfd_open, getppid (), 0) >= 0;
}

static gboolean
raise_limits (void)
{
  struct rlimit limit = { 128, 128 };

  return setrlimit (RLIMIT_NOFILE, &limit) == 0;
}

static gboolean
raise_limits_by_number (void)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY }, old;

  getrlimit (RLIMIT_NOFILE, &old);
  limit = (struct rlimit){ old.rlim_cur / 2, old.rlim_max };

  return syscall (SYS_prlimit64, 0, RLIMIT_NOFILE, &limit, NULL) == 0;
}

static gboolean
limit_parent (void)
{
  struct rlimit limit;

  return syscall (SYS_prlimit64, getppid (), RLIMIT_CPU, NULL, &limit) == 0
         && syscall (SYS_prlimit64, getppid (), RLIMIT_CPU, &limit, NULL) == 0;
}

static gboolean
make_memory_file (void)
{
  return memfd_create ("attack", 0) >= 0;
}

static gboolean
reopen_for_writing (void)
{
  return can_open ("/proc/self/fd/0", O_RDWR) || can_open ("/dev/fd/1", O_WRONLY);
}

static gboolean
use_forgotten_descriptor (void)
{
  char byte;

  return read (FORGOTTEN_FD, &byte, 1) == 1;
}

static gboolean
set_up_ring (void)
{
  char parameters[256] = { 0 };

  return syscall (SYS_io_uring_setup, 4, parameters) >= 0;
}

static gboolean
leave_namespace (void)
{
  return unshare (CLONE_NEWUSER) == 0;
}

static gboolean
clone_into_namespace (void)
{
  long pid = syscall (SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);

  if (pid == 0)
    _exit (0);

  return pid > 0;
}

static gboolean
handle_faults (void)
{
  return syscall (SYS_userfaultfd, O_CLOEXEC) >= 0;
}

static gboolean
load_filter_program (void)
{
  char attributes[128] = { 0 };

  return syscall (SYS_bpf, 0, attributes, sizeof attributes) >= 0;
}

static gboolean
use_keys (void)
{
  return syscall (SYS_add_key, "user", "attack", "x", 1, -5) >= 0;
}

static gboolean
watch_processor (void)
{
  char attributes[128] = { 0 };

  return syscall (SYS_perf_event_open, attributes, 0, -1, -1, 0) >= 0;
}

static gboolean
mount_something (void)
{
  return mount ("none", "/tmp", "tmpfs", 0, NULL) == 0;
}

static gboolean
change_root (void)
{
  return chroot ("/tmp") == 0;
}

static gboolean
change_user (void)
{
  return setuid (getuid ()) == 0;
}

static gboolean
become_dumpable (void)
{
  return prctl (PR_SET_DUMPABLE, 1, 0, 0, 0) == 0;
}

static gboolean
outlive_parent (void)
{
  return prctl (PR_SET_PDEATHSIG, 0, 0, 0, 0) == 0;
}

static gboolean
type_into_terminal (void)
{
  return ioctl (0, TIOCSTI, "x") == 0 || errno != ENOTTY;
}

static gboolean
take_more_memory (void)
{
#if defined(__SANITIZE_ADDRESS__)
  return FALSE; /* no limit there; the posture says so */
#else
  return mmap (NULL, 2ull * 1024 * 1024 * 1024, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
         != MAP_FAILED;
#endif
}

const Attack attacks[] = {
  { "read-home", read_home, TRUE },
  { "read-passwords", read_passwords, TRUE },
  { "read-processes", read_processes, TRUE },
  { "list-root", list_root, TRUE },
  { "write-file", write_file, TRUE },
  { "write-null", write_null, TRUE },
  { "write-nameless", write_nameless, FALSE },
  { "truncate-file", truncate_file, TRUE },
  { "unlink-file", unlink_file, TRUE },
  { "rename-file", rename_file, TRUE },
  { "change-mode", change_mode, TRUE },
  { "make-folder", make_folder, TRUE },
  { "make-link", make_link, TRUE },
  { "make-node", make_node, TRUE },
  { "run-program", run_program, TRUE },
  { "fork", fork_process, TRUE },
  { "fork-bare", fork_bare, TRUE },
  { "inet-socket", open_inet_socket, TRUE },
  { "datagram-socket", open_datagram_socket, TRUE },
  { "unix-socket", open_unix_socket, TRUE },
  { "netlink-socket", open_netlink_socket, FALSE },
  { "connect", connect_socket, FALSE },
  { "kill-parent", kill_parent, TRUE },
  { "kill-parent-thread", kill_parent_thread, TRUE },
  { "trace-parent", trace_parent, FALSE },
  { "read-parent", read_parent, FALSE },
  { "hold-parent", hold_parent, FALSE },
  { "raise-limits", raise_limits, TRUE },
  { "raise-limits-by-number", raise_limits_by_number, TRUE },
  { "limit-parent", limit_parent, TRUE },
  { "memory-file", make_memory_file, TRUE },
  { "reopen-for-writing", reopen_for_writing, FALSE },
  { "forgotten-descriptor", use_forgotten_descriptor, TRUE },
  { "ring", set_up_ring, FALSE },
  { "leave-namespace", leave_namespace, FALSE },
  { "clone-into-namespace", clone_into_namespace, FALSE },
  { "handle-faults", handle_faults, FALSE },
  { "load-filter-program", load_filter_program, FALSE },
  { "keys", use_keys, FALSE },
  { "watch-processor", watch_processor, FALSE },
  { "mount", mount_something, FALSE },
  { "change-root", change_root, FALSE },
  { "change-user", change_user, TRUE },
  { "dumpable", become_dumpable, TRUE },
  { "outlive-parent", outlive_parent, TRUE },
  { "type-into-terminal", type_into_terminal, FALSE },
  { "more-memory", take_more_memory, FALSE },
};

const guint n_attacks = G_N_ELEMENTS (attacks);

static gboolean
can_read_fonts (void)
{
  return can_open ("/etc/fonts/fonts.conf", O_RDONLY) && can_open ("/usr/share/fonts", O_RDONLY | O_DIRECTORY);
}

static gpointer
set_one (gpointer data)
{
  *(gint *) data = 1;

  return NULL;
}

static gboolean
can_start_thread (void)
{
  gint     is_run = 0;
  GThread *thread = g_thread_try_new ("need", set_one, &is_run, NULL);

  if (thread != NULL)
    g_thread_join (thread);

  return is_run == 1;
}

static gboolean
can_take_memory (void)
{
  return mmap (NULL, 200 * 1024 * 1024, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
can_recode (void)
{
  iconv_t recoder = iconv_open ("UTF-8", "WINDOWS-1252");

  return recoder != (iconv_t) -1;
}

static gboolean
can_print (void)
{
  return write (STDERR_FILENO, "said\n", 5) == 5;
}

const Attack needs[] = {
  { "read-fonts", can_read_fonts, TRUE },
  { "start-thread", can_start_thread, TRUE },
  { "take-memory", can_take_memory, TRUE },
  { "recode", can_recode, TRUE },
  { "print", can_print, TRUE },
};

const guint n_needs = G_N_ELEMENTS (needs);
