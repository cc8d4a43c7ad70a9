/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person types into a search field, as the full-text index wants it. Pure functions, any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): for MATCH; NULL when nothing is asked for. Never a syntax error, whatever was typed. */
char  *muster_store_query_to_match   (const char *query);

/* (transfer full): around the place in @text that answers @query best; *place in code points of @text. */
char  *muster_store_query_to_snippet (const char *query, const char *text, guint *place);

G_END_DECLS
