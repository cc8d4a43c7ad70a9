/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a character that a file holds is to a reader: letters as a person sees them, symbols apart, and what cannot
 * be seen left out. Pure, any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A font of pictures, by its name: every character of it is a symbol whatever letter it claims to be. */
gboolean muster_glyph_font_is_icons     (const char *font_name);

/* Appends what a person reads for @character: compatibility forms (ligatures, full width, radicals) as their
 * letters, soft hyphens that take room as hyphens, marks without ink not at all. */
void     muster_glyph_append            (GString *text, gunichar character, gboolean has_width);

/* Returns (transfer full): the word in composed form, or NULL when nothing of it can be read. */
char    *muster_glyph_compose           (const char *text);

G_END_DECLS
