/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two kernel mechanisms behind muster_lockdown_apply(), each in its own file. */
#pragma once

#include "muster-lockdown.h"

/* Allows reading below the places where libraries keep their data, and nothing else of the file system. @abi: from
 * the probe, not 0. */
gboolean muster_landlock_apply (guint abi, GError **error);

/* @can_open: whether files may be opened for reading (what Landlock leaves of them), or none at all. */
gboolean muster_seccomp_apply  (gboolean can_open, GError **error);
