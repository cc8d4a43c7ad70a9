/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of giving up: limits, ties to the parent, privileges, inherited descriptors, files, calls. Each step that
 * fails is an error; a kernel without Landlock is the one exception, and is met by refusing every open(). */

#include "muster-lockdown-private.h"

#include "muster-document.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITISED TRUE
#else
#define IS_SANITISED FALSE
#endif

/* The descriptor through which the program speaks; everything above it is closed. */
#define LAST_DESCRIPTOR 3
#define MAX_DESCRIPTORS 64

static gboolean
fail (GError **error, const char *what)
{
  g_set_error (error, MUSTER_READ_ERROR, MUSTER_READ_ERROR_NO_SANDBOX,
               _ ("The reader could not lock itself down (%s: %s), so it reads nothing. Documents can be read again "
                  "once the system allows it."),
               what, g_strerror (errno));
  return FALSE;
}

static gboolean
set_limit (int resource, guint64 value, const char *what, GError **error)
{
  struct rlimit limit = { value, value };

  return setrlimit ((__rlimit_resource_t) resource, &limit) == 0 || fail (error, what);
}

static gboolean
set_limits (guint64 address_space_bytes, GError **error)
{
  /* Writing past a file size of 0 is to be an error, not death: somebody may have put stderr on a file. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);

  return set_limit (RLIMIT_CORE, 0, _ ("core size"), error) && set_limit (RLIMIT_FSIZE, 0, _ ("file size"), error)
         && set_limit (RLIMIT_NOFILE, MAX_DESCRIPTORS, _ ("descriptors"), error)
         && (address_space_bytes == 0 || set_limit (RLIMIT_AS, address_space_bytes, _ ("address space"), error));
}

/* The parent may have died between starting this process and the request to die with it. */
static gboolean
parent_is_there (void)
{
  struct ucred peer;
  socklen_t    length = sizeof peer;

  if (getsockopt (LAST_DESCRIPTOR, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0)
    return FALSE;

  return peer.pid == getppid ();
}

static gboolean
drop_ties (GError **error)
{
  if (prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0)
    return fail (error, _ ("end with the parent"));
  if (!parent_is_there ())
    {
      errno = ESRCH;
      return fail (error, _ ("the parent"));
    }
  if (prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
    return fail (error, _ ("no core"));
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return fail (error, _ ("no new privileges"));
  if (close_range (LAST_DESCRIPTOR + 1, ~0u, 0) != 0)
    return fail (error, _ ("inherited descriptors"));

  return TRUE;
}

/**
 * muster_lockdown_apply:
 * @address_space_bytes: limit of memory; 0 for none. A build with AddressSanitizer, which maps terabytes, goes without
 * @posture: (out caller-allocates)
 */
gboolean
muster_lockdown_apply (guint64 address_space_bytes, MusterPosture *posture, GError **error)
{
  *posture = (MusterPosture){ .landlock_abi = muster_lockdown_probe_landlock (),
                              .address_space_bytes = IS_SANITISED ? 0 : address_space_bytes,
                              .is_sanitised = IS_SANITISED };

  if (!set_limits (posture->address_space_bytes, error) || !drop_ties (error))
    return FALSE;
  if (posture->landlock_abi > 0 && !muster_landlock_apply (posture->landlock_abi, error))
    return FALSE;
  if (!muster_seccomp_apply (posture->landlock_abi > 0, error))
    return FALSE;
  posture->has_seccomp = TRUE;

  return TRUE;
}

GVariant *
muster_posture_to_variant (const MusterPosture *posture)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "landlock", "u", posture->landlock_abi);
  g_variant_dict_insert (&dict, "seccomp", "b", posture->has_seccomp);
  g_variant_dict_insert (&dict, "address-space", "t", posture->address_space_bytes);
  g_variant_dict_insert (&dict, "sanitised", "b", posture->is_sanitised);

  return g_variant_dict_end (&dict);
}
