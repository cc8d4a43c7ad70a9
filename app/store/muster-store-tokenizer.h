/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to the tokens of the full-text index: words without case and accents, overlapping pairs of Chinese, Japanese
 * and Korean characters. The same function serves the index, the queries and the search for the place of a hit, so
 * that they agree. Any thread. */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_TOKENS_OF_TEXT,
  MUSTER_TOKENS_OF_QUERY,
} MusterTokenPurpose;

/* start, end: bytes of the text. is_alternative: a second token for the same place. Returns 0 to go on; anything else
 * stops and is handed back. */
typedef int (*MusterTokenFunc)        (const char *token, gsize length, gsize start, gsize end,
                                       gboolean is_alternative, gpointer user_data);

int      muster_store_tokenize           (const char *text, gsize length, MusterTokenPurpose purpose,
                                          MusterTokenFunc each, gpointer user_data);
gboolean muster_store_is_paired          (gunichar c); /* of a script without blanks between its words */
fts5_api *muster_store_find_fts5         (sqlite3 *database);
gboolean muster_store_tokenizer_register (sqlite3 *database, GError **error);
gboolean muster_store_rank_register      (sqlite3 *database, GError **error);

G_END_DECLS
