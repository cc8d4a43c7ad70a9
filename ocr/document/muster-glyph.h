/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of sign a character is, as far as the words and the shape of a page are concerned. Pure functions, any
 * thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean muster_glyph_is_symbol      (gunichar c);
gboolean muster_glyph_is_bullet      (gunichar c);
gboolean muster_glyph_is_dash        (gunichar c);
gboolean muster_glyph_is_ideograph   (gunichar c);
gboolean muster_glyph_is_rightward   (gunichar c);
gboolean muster_glyph_may_be_bullet  (gunichar c);

G_END_DECLS
