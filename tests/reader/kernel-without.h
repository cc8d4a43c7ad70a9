/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes this process, and what it starts, believe that the kernel lacks something: a filter of our own answers for
 * it. */
#pragma once

#include <glib.h>

void kernel_without_landlock (void);
void kernel_without_seccomp  (void);
