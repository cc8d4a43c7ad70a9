/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How muster-reader gives up everything it does not need before it sees a byte of a stranger's file: limits, no new
 * privileges, no files but fonts and data of its libraries (Landlock), no calls but those of reading and reckoning
 * (seccomp). There is no way back. Call while the process has one thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUSTER_ADDRESS_SPACE_BYTES (1024ull * 1024 * 1024)

/* What was reached; goes to the program as the first message. */
typedef struct
{
  guint    landlock_abi;        /* 0: the kernel has none, so nothing can be opened at all */
  gboolean has_seccomp;
  guint64  address_space_bytes; /* 0: no limit */
  gboolean is_sanitised;
} MusterPosture;

/* The version of Landlock that the kernel offers, 0 for none. Without it whatever libraries open must be opened
 * before muster_lockdown_apply(). */
guint     muster_lockdown_probe_landlock (void);

/* TRUE, or MUSTER_READ_ERROR_NO_SANDBOX: then nothing may be read. */
gboolean  muster_lockdown_apply          (guint64 address_space_bytes, MusterPosture *posture, GError **error);

GVariant *muster_posture_to_variant      (const MusterPosture *posture); /* (transfer floating) a{sv} */

G_END_DECLS
