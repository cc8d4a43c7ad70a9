/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the sentences of Muster's programs are translated. Called once, by a program's main(), before it starts
 * threads. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void muster_translations_bind (void);

G_END_DECLS
