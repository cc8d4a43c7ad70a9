/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of one family in titles and subjects: nurse and nursing, account and accountant, Logistik and
 * Lagerlogistik. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @a, @wanted: folded words. A compound counts as kin of its last part, not the other way round. */
gboolean muster_words_are_kin (const char *a, const char *wanted);

G_END_DECLS
