/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports as a whole, so that one can be taken back. Blocking, any thread; errors: MUSTER_STORE_ERROR. */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

/* Why somebody stays when the import that brought them is taken back. */
typedef enum
{
  MUSTER_KEPT_DECIDED,   /* somebody decided on them */
  MUSTER_KEPT_CORRECTED, /* somebody corrected what was read */
  MUSTER_KEPT_MERGED,    /* they have become one with somebody, or got another document */
} MusterKeptReason;

typedef struct
{
  gint64           candidate_id;
  char            *name; /* "" when the documents do not say */
  MusterKeptReason reason;
} MusterKeptPerson;

typedef struct
{
  guint      n_people;    /* that went */
  guint      n_documents; /* that went */
  GPtrArray *kept;        /* MusterKeptPerson */
} MusterUndoneBatch;

/* *@batch_id for MusterNewDocument.batch_id. @opening_id 0: none. */
gboolean muster_store_begin_batch  (MusterStore *self, gint64 opening_id, gint64 *batch_id, GError **error);

/* All that the batch brought goes in one transaction, but for those who are kept. A batch goes once: INVALID. */
gboolean muster_store_undo_batch   (MusterStore *self, gint64 batch_id, MusterUndoneBatch *undone, GError **error);

void     muster_undone_batch_clear (MusterUndoneBatch *undone);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterUndoneBatch, muster_undone_batch_clear)

G_END_DECLS
