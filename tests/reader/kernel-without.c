/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter has to be in place before the one that it keeps out. */

#include "kernel-without.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/prctl.h>

#define LANDLOCK_CREATE_RULESET 444

void
kernel_without_landlock (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

  g_assert_cmpint (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), LANDLOCK_CREATE_RULESET, 0), ==, 0);
  g_assert_cmpint (seccomp_load (filter), ==, 0);
  seccomp_release (filter);
}

void
kernel_without_seccomp (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

  g_assert_cmpint (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (seccomp), 0), ==, 0);
  g_assert_cmpint (
    seccomp_rule_add (filter, SCMP_ACT_ERRNO (EINVAL), SCMP_SYS (prctl), 1, SCMP_A0 (SCMP_CMP_EQ, PR_SET_SECCOMP)),
    ==, 0);
  g_assert_cmpint (seccomp_load (filter), ==, 0);
  seccomp_release (filter);
}
