/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries, documents and people for the tests of the store. People are invented. */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

/* A folder of its own; path is that of a database in it that does not exist yet. */
typedef struct
{
  char *folder;
  char *path;
} Place;

void            place_init              (Place *place);
void            place_clear             (Place *place); /* removes the folder */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

MusterStore    *place_open              (Place *place);
GPtrArray      *place_list              (Place *place); /* names in the folder, sorted */
GBytes         *place_read              (Place *place);
void            place_write             (Place *place, const char *name, const void *bytes, gsize size);

/* The program store-child, at @child, with the library: what it says until it ends. */
GSubprocess    *place_start_child       (Place *place, const char *child, const char *command);
char           *place_run_child         (Place *place, const char *child, const char *command);
/* three people wait in the journal of a writer that was killed */
void            place_make_crashed      (Place *place, const char *child);

/* Lines by \n, pages by \f, words by blanks. */
MusterDocument *fixture_document        (const char *text);
MusterProfile  *fixture_profile         (const char *name, const char *title, const char *city, const char *start);
MusterOpening  *fixture_opening         (const char *title, const char *skill);

/* A document whose bytes are its text; 0 as ids where they are not given. Asserts that it worked. */
MusterAddedDocument fixture_add         (MusterStore *store, const char *name, const char *text, gint64 opening_id);
gboolean        fixture_try_add         (MusterStore *store, const char *name, const char *text, gint64 opening_id,
                                         gint64 candidate_id, MusterAddedDocument *added, GError **error);

/* The first column of the first row, by SQLite itself. */
gint64          fixture_query           (const char *path, const char *sql);
void            fixture_execute         (const char *path, const char *sql);

G_END_DECLS
