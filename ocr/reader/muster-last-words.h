/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader still says when a library gives up on it: no memory left, or no stack. Those are limits that a file
 * ran into, and the program is told so; any other death is left to be seen as a crash. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Installs the handlers; @fd: the socket to the program. Call before the lock-down. */
void muster_last_words_prepare (int fd);

/* While a message is half sent, nothing else may be. */
void muster_last_words_hold    (void);
void muster_last_words_release (void);

G_END_DECLS
