/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blind mode as it is kept: on or off, who was revealed, and the texts without what tells who somebody is. Any
 * thread; errors and blocking as in muster-store.h. */
#pragma once

#include "muster-mask.h"
#include "muster-store.h"

G_BEGIN_DECLS

gboolean    muster_store_get_blind       (MusterStore *self, gboolean *is_blind, GError **error);
gboolean    muster_store_set_blind       (MusterStore *self, gboolean is_blind, const char *reason, GError **error);
gboolean    muster_store_reveal          (MusterStore *self, gint64 candidate_id, gint64 opening_id,
                                          const char *reason, GError **error);
gboolean    muster_store_is_revealed     (MusterStore *self, gint64 candidate_id, gboolean *is_revealed,
                                          GError **error);
/* MusterRevealRecord */
GPtrArray  *muster_store_list_reveals    (MusterStore *self, gint64 candidate_id, GError **error);
gboolean    muster_store_find_owner      (MusterStore *self, gint64 document_id, gint64 *candidate_id,
                                          GError **error);

/* As muster_store_search(), but in the masked texts of those who were not revealed; their hits have no
 * name, and their media type for a file name. MusterSearchHit */
GPtrArray  *muster_store_search_blind    (MusterStore *self, const char *query, guint limit, GError **error);

/* (transfer full) (nullable): for texts about the person, of what is known about them. */
MusterMask *muster_store_load_person_mask (MusterStore *self, gint64 candidate_id, GError **error);
/* gint64*: documents without a masked text */
GPtrArray  *muster_store_list_unmasked   (MusterStore *self, GError **error);
/* Makes it anew from the document and the person's profile. */
gboolean    muster_store_renew_mask      (MusterStore *self, gint64 document_id, GError **error);

G_END_DECLS
