/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls that reading a document needs, as a filter of the kernel, compiled by libseccomp for the machine at hand.
 * Three answers to the rest: "there is no such call" for what we do not know, so that a newer C library falls back
 * instead of dying; "not permitted" for what libraries try and can live without; death for what only an intruder
 * calls. */

#include "muster-lockdown-private.h"

#include "muster-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <unistd.h>

/* By name, because an older header does not know the newer ones and no architecture has all of them. */
static const char *allowed[] = {
  /* memory */
  "mmap",
  "mmap2",
  "munmap",
  "mremap",
  "mprotect",
  "brk",
  "madvise",
  /* what is open already */
  "read",
  "readv",
  "pread64",
  "preadv",
  "write",
  "writev",
  "lseek",
  "_llseek",
  "close",
  "fstat",
  "fstat64",
  "fadvise64",
  "fstatfs",
  "fstatfs64",
  /* names: Landlock decides what can be read, names and sizes are no secret */
  "stat",
  "stat64",
  "lstat",
  "lstat64",
  "newfstatat",
  "fstatat64",
  "statx",
  "statfs",
  "statfs64",
  "access",
  "faccessat",
  "faccessat2",
  "readlink",
  "readlinkat",
  "getdents64",
  "getcwd",
  /* threads of this process, their locks and signals */
  "futex",
  "futex_time64",
  "set_robust_list",
  "rseq",
  "sched_yield",
  "sched_getaffinity",
  "sched_getparam",
  "sched_getscheduler",
  "membarrier",
  "rt_sigaction",
  "rt_sigprocmask",
  "rt_sigreturn",
  "sigreturn",
  "sigaltstack",
  "restart_syscall",
  /* clocks and chance */
  "clock_gettime",
  "clock_gettime64",
  "clock_getres",
  "clock_getres_time64",
  "clock_nanosleep",
  "clock_nanosleep_time64",
  "nanosleep",
  "gettimeofday",
  "time",
  "times",
  "getrusage",
  "getrandom",
  /* the conversation with the program */
  "poll",
  "ppoll",
  "ppoll_time64",
  "sendmsg",
  "recvmsg",
  /* who am I */
  "getpid",
  "gettid",
  "getppid",
  "getuid",
  "geteuid",
  "getgid",
  "getegid",
  "uname",
  "sysinfo",
  "getrlimit",
  "ugetrlimit",
  "exit",
  "exit_group",
};

static const char *not_permitted[] = {
  "socket",
  "socketpair",
  "unlink",
  "unlinkat",
  "rename",
  "renameat",
  "renameat2",
  "mkdir",
  "mkdirat",
  "rmdir",
  "chmod",
  "fchmod",
  "fchmodat",
  "chown",
  "fchown",
  "lchown",
  "fchownat",
  "link",
  "linkat",
  "symlink",
  "symlinkat",
  "truncate",
  "ftruncate",
  "mknod",
  "mknodat",
  "utimensat",
  "creat",
  "prctl",
  "setrlimit",
  "chdir",
  "fchdir",
  "setpriority",
  "sched_setaffinity",
  "sched_setscheduler",
};

static const char *deadly[] = {
  "execve",
  "execveat",
  "fork",
  "vfork",
  "ptrace",
  "process_vm_readv",
  "process_vm_writev",
  "connect",
  "bind",
  "listen",
  "accept",
  "accept4",
  "kill",
  "tkill",
  "rt_sigqueueinfo",
  "rt_tgsigqueueinfo",
  "pidfd_open",
  "pidfd_getfd",
  "pidfd_send_signal",
  "mount",
  "umount",
  "umount2",
  "move_mount",
  "open_tree",
  "fsopen",
  "fsmount",
  "pivot_root",
  "chroot",
  "unshare",
  "setns",
  "bpf",
  "keyctl",
  "add_key",
  "request_key",
  "userfaultfd",
  "io_uring_setup",
  "io_uring_enter",
  "io_uring_register",
  "perf_event_open",
  "open_by_handle_at",
  "name_to_handle_at",
  "init_module",
  "finit_module",
  "delete_module",
  "kexec_load",
  "kexec_file_load",
  "reboot",
  "swapon",
  "swapoff",
  "setuid",
  "setgid",
  "setresuid",
  "setresgid",
  "setreuid",
  "setregid",
  "setgroups",
  "capset",
};

/* A thread, not a process, and no namespace of its own. Pango makes one for fontconfig; it inherits this filter and
 * Landlock. Any other clone() falls to "there is no such call": a rule of its own without arguments would win over
 * this one. */
#define THREAD_FLAGS (CLONE_VM | CLONE_SIGHAND | CLONE_THREAD)
#define NAMESPACE_FLAGS \
  (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)

static int
add_all (scmp_filter_ctx filter, guint32 action, const char **names, guint n_names)
{
  int result = 0;

  for (guint i = 0; i < n_names && result == 0; i++)
    {
      int number = seccomp_syscall_resolve_name (names[i]);

      if (number != __NR_SCMP_ERROR)
        result = seccomp_rule_add (filter, action, number, 0);
    }

  return result;
}

/* open() and openat() to read, or not at all. */
static int
add_opening (scmp_filter_ctx filter, gboolean can_open)
{
  const unsigned writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  int            result;

  if (!can_open)
    {
      result = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), SCMP_SYS (openat), 0);
      return result != 0 ? result : seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), SCMP_SYS (open), 0);
    }

  result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                             SCMP_A2 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (open), 1,
                               SCMP_A1 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));

  return result;
}

static int
add_descriptor_control (scmp_filter_ctx filter)
{
  static const int commands[] = { F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC };
  int              result = seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOTTY), SCMP_SYS (ioctl), 0);

  for (guint i = 0; i < G_N_ELEMENTS (commands) && result == 0; i++)
    {
      result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1,
                                 SCMP_A1 (SCMP_CMP_EQ, (scmp_datum_t) commands[i]));
      if (result == 0)
        result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (fcntl64), 1,
                                   SCMP_A1 (SCMP_CMP_EQ, (scmp_datum_t) commands[i]));
    }

  return result;
}

/* Calls that are harmless towards this process only. */
static int
add_own_process (scmp_filter_ctx filter)
{
  int result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1, SCMP_A2 (SCMP_CMP_EQ, 0));

  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (prlimit64), 1, SCMP_A2 (SCMP_CMP_NE, 0));
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                               SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()));
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS (tgkill), 1,
                               SCMP_A0 (SCMP_CMP_NE, (scmp_datum_t) getpid ()));
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1,
                               SCMP_A0 (SCMP_CMP_MASKED_EQ, THREAD_FLAGS | NAMESPACE_FLAGS, THREAD_FLAGS));
  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (clone), 1,
                               SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));

  return result;
}

static int
build (scmp_filter_ctx filter, gboolean can_open)
{
  int result = add_own_process (filter);

  if (result == 0)
    result = add_all (filter, SCMP_ACT_ALLOW, allowed, G_N_ELEMENTS (allowed));
  if (result == 0)
    result = add_all (filter, SCMP_ACT_ERRNO (EPERM), not_permitted, G_N_ELEMENTS (not_permitted));
  if (result == 0)
    result = add_all (filter, SCMP_ACT_KILL_PROCESS, deadly, G_N_ELEMENTS (deadly));
  if (result == 0)
    result = add_opening (filter, can_open);
  if (result == 0)
    result = add_descriptor_control (filter);
  if (result == 0)
    result = seccomp_attr_set (filter, SCMP_FLTATR_CTL_TSYNC, 1);
  if (result == 0)
    result = seccomp_load (filter);

  return result;
}

gboolean
muster_seccomp_apply (gboolean can_open, GError **error)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (ENOSYS));
  int             result = filter != NULL ? build (filter, can_open) : -ENOMEM;

  if (filter != NULL)
    seccomp_release (filter);
  if (result != 0)
    g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX,
                 _ ("The reader could not restrict its system calls (seccomp: %s), so it reads nothing. A kernel with "
                    "seccomp filters is needed."),
                 g_strerror (-result));

  return result == 0;
}
