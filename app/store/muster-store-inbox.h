/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that wait for somebody to file them, and why people of a pool have no fit. Blocking, any thread; errors:
 * MUSTER_STORE_ERROR. */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

/* What is the same of two people. */
typedef enum
{
  MUSTER_SAME_NOTHING,
  MUSTER_SAME_NAME,
  MUSTER_SAME_PHONE,
  MUSTER_SAME_MAIL,
} MusterSameness;

typedef struct
{
  gint64         document_id;
  gint64         candidate_id;
  char          *file_name;
  char          *media_type;
  gint64         added_at;
  guint          n_pages;
  char          *name;         /* of the person; "" when the document does not say */
  char          *label;
  char          *code;         /* "7K" among everybody, "" where there is none */
  gint64         revealed_at;  /* 0: never */
  gboolean       is_masked;    /* set by a library that follows blind mode: names are codes, file names numbers */
  gboolean       is_filed;     /* in the pool of an opening: here only because of what follows */
  MusterSameness sameness;     /* with somebody who was here before; NOTHING: nobody known */
  gint64         like_id;      /* that person; 0: nobody */
  char          *like_name;
  char          *like_code;
  gint64         like_revealed_at;
  char          *masked_label; /* (nullable): from the store to the library, which shows it as label */
} MusterInboxRecord;

void       muster_inbox_record_free      (MusterInboxRecord *record);

/* (transfer full) (nullable): of MusterInboxRecord, newest first: documents of people in no pool, and of people who look
 * like somebody who was here before */
GPtrArray *muster_store_list_inbox       (MusterStore *self, guint offset, guint limit, GError **error);
gboolean   muster_store_count_inbox      (MusterStore *self, guint *count, GError **error);

/* They look alike and are two: said once, never asked again. */
gboolean   muster_store_tell_apart       (MusterStore *self, gint64 candidate_id, gint64 other_id, GError **error);

/* In one transaction; who is there already stays. */
gboolean   muster_store_apply_many       (MusterStore *self, const gint64 *candidate_ids, guint n, gint64 opening_id,
                                          GError **error);

/* People of the pool without a fit: whose paper says nothing, and all. */
gboolean   muster_store_count_unranked   (MusterStore *self, gint64 opening_id, guint *n_unreadable, guint *n_all,
                                          GError **error);

G_END_DECLS
