/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How words of a resume are set in the interface. Main loop only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *muster_quote_dup_line   (const char *quote); /* its words, with the line breaks and tabs of the page as blanks */
gboolean muster_quote_is_upright (void);              /* Chinese, Japanese, Korean: no italics */

G_END_DECLS
