/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of strangers' files, fit to be shown: in one line, in their own direction, whatever bytes they are. Plain text,
 * not markup. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the last part of @path for a label or a sentence. Longer than @max_characters (0: no limit): "…" in
 * its middle. */
char *muster_file_name_dup_shown (const char *path, guint max_characters);

/* The same for a name, or a text with names in it, that is no path. */
char *muster_file_name_dup_text  (const char *text, guint max_characters);

G_END_DECLS
