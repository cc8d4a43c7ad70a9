/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Landlock by its bare system calls: the headers of Debian 12 are older than most kernels, so its constants stand
 * here and the kernel is asked which of them it knows. */

#include "muster-lockdown-private.h"

#include "muster-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CREATE_RULESET 444
#define ADD_RULE 445
#define RESTRICT_SELF 446

#define CREATE_VERSION 1u
#define RULE_PATH_BENEATH 1

#define FS_READ_FILE (1ull << 2)
#define FS_READ_DIR (1ull << 3)

/* How many file rights each version of the interface knows; the last stands for all later ones. */
static const guint n_fs_rights[] = { 0, 13, 14, 15, 15, 16 };

#define NET_BIND_TCP (1ull << 0)
#define NET_CONNECT_TCP (1ull << 1)
#define SCOPE_ABSTRACT_UNIX_SOCKET (1ull << 0)
#define SCOPE_SIGNAL (1ull << 1)

struct ruleset
{
  uint64_t fs;
  uint64_t net;
  uint64_t scoped;
};

struct path_beneath
{
  uint64_t allowed;
  int32_t  parent_fd;
} __attribute__ ((packed));

/* Fonts, their configuration and caches, and the data of Poppler, Tesseract, ICU and iconv; in a Flatpak also its own
 * read-only share. */
static const char *readable_places[] = {
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  "/etc/fonts",
  "/usr/share/fontconfig",
  "/var/cache/fontconfig",
  "/usr/share/poppler",
  "/usr/share/tesseract-ocr",
  "/usr/share/tessdata",
  "/usr/share/icu",
  "/usr/lib/gconv",
  "/usr/lib/" MUSTER_MULTIARCH "/gconv",
  "/usr/lib/locale",
  "/app/share",
  "/run/host/fonts",
  "/run/host/fonts-cache",
};

guint
muster_lockdown_probe_landlock (void)
{
  long abi = syscall (CREATE_RULESET, NULL, 0, CREATE_VERSION);

  return abi > 0 ? (guint) abi : 0;
}

static gboolean
fail (GError **error, const char *what)
{
  g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX,
               _ ("The reader could not close itself off from files (Landlock, %s: %s), so it reads nothing."), what,
               g_strerror (errno));
  return FALSE;
}

/* A place that does not exist needs no rule. */
static gboolean
allow_reading (int ruleset, const char *path, GError **error)
{
  struct path_beneath rule = { FS_READ_FILE | FS_READ_DIR, open (path, O_PATH | O_CLOEXEC) };
  long                result;

  if (rule.parent_fd < 0)
    return TRUE;

  result = syscall (ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0);
  close (rule.parent_fd);

  return result == 0 || fail (error, path);
}

static gboolean
allow_places (int ruleset, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (readable_places); i++)
    if (!allow_reading (ruleset, readable_places[i], error))
      return FALSE;

  return syscall (RESTRICT_SELF, ruleset, 0) == 0 || fail (error, "restrict");
}

gboolean
muster_landlock_apply (guint abi, GError **error)
{
  struct ruleset rules = { .fs = (1ull << n_fs_rights[MIN (abi, G_N_ELEMENTS (n_fs_rights) - 1)]) - 1 };
  gsize          size = abi >= 6 ? sizeof rules : abi >= 4 ? 16 : 8;
  int            ruleset;
  gboolean       done;

  if (abi >= 4)
    rules.net = NET_BIND_TCP | NET_CONNECT_TCP;
  if (abi >= 6)
    rules.scoped = SCOPE_ABSTRACT_UNIX_SOCKET | SCOPE_SIGNAL;

  ruleset = (int) syscall (CREATE_RULESET, &rules, size, 0);
  if (ruleset < 0)
    return fail (error, "rules");
  done = allow_places (ruleset, error);
  close (ruleset);

  return done;
}
