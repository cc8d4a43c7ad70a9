/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blind mode: people are looked at without knowing who they are. It is on in a new library, and kept in it. A
 * library that follows it (the window's does; the command line's does not) hands out nothing that tells who
 * somebody is, until that person is revealed or blind mode is turned off, both with a reason and in the log. What is
 * handed out changes with the signal "changed". Errors: MUSTER_STORE_ERROR, MUSTER_LIBRARY_ERROR_NO_STORE. */
#pragma once

#include "muster-library.h"
#include "muster-mask.h"

G_BEGIN_DECLS

/* Once, before anything is handed out. */
void         muster_library_set_follows_blind (MusterLibrary *self, gboolean follows_blind);

/* Whether the library's blind mode is on, followed or not. */
gboolean     muster_library_is_blind          (MusterLibrary *self);

/* @reason: why; must say something when it is turned off. */
gboolean     muster_library_set_blind         (MusterLibrary *self, gboolean is_blind, const char *reason,
                                               GError **error);

/* Whether this person is masked now. */
gboolean     muster_library_masks             (MusterLibrary *self, gint64 candidate_id);

/* From now on the person is shown, in all openings. @opening_id: where they were revealed, 0: in none. */
gboolean     muster_library_reveal            (MusterLibrary *self, gint64 candidate_id, gint64 opening_id,
                                               const char *reason, GError **error);

/* (transfer full) (nullable): of MusterRevealRecord, newest first; candidate 0: of everybody */
GPtrArray   *muster_library_list_reveals      (MusterLibrary *self, gint64 candidate_id, GError **error);

/* (transfer full) (nullable): what to cover on the pages of the document; without spans for a person who is shown. */
MusterMask  *muster_library_load_mask         (MusterLibrary *self, gint64 document_id, GError **error);

/* (transfer full): "Candidate 7K" */
char        *muster_library_dup_code_name     (const char *code);

/* (transfer full): "Document 12 · PDF" */
char        *muster_library_dup_document_name (gint64 document_id, const char *media_type);

G_END_DECLS
