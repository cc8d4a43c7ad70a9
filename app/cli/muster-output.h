/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What muster-cli prints: JSON lines for programs, text for people, progress on a terminal. */
#pragma once

#include "muster-library.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Takes @object: one line on stdout, flushed, so that a reader at the other end sees each answer as it comes. */
void        muster_output_take_json   (JsonObject *object);

/* "file" and, after a failure, "status" and "error". (transfer full) */
JsonObject *muster_output_new_object  (const MusterReading *reading);

/* (transfer full): a name or sentence that cannot command the terminal: controls and what turns text around are
 * replaced. */
char       *muster_output_printable   (const char *text);

/* (transfer full): a moment in UTC, ISO 8601. @seconds: of Unix. */
char       *muster_output_time        (gint64 seconds);

/* "12 of 390" on stderr if that is a terminal; nothing otherwise. @what: NULL takes it away. */
void        muster_output_progress    (const char *what, guint n_done, guint n_total);

/* (transfer full): one name an input for a file made from it: its own without the ending, with it where two inputs
 * share that, with a number where they share even this. */
GPtrArray  *muster_output_names       (GPtrArray *paths);

G_END_DECLS
