/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the files of this room read and write: a write is a closure that the writer thread runs inside one
 * transaction; a read borrows a connection that sees one state of the database until it is given back. */
#pragma once

#include "muster-connection.h"
#include "muster-store-file.h"
#include "muster-store.h"

#include <unicode/ucol.h>

G_BEGIN_DECLS

struct _MusterStore
{
  GObject           parent_instance;
  MusterStoreFile   file;
  GBytes           *salt;     /* keys the person references of the library */
  UCollator        *collator; /* names in the order of the user's language; writer thread only */
  gboolean          is_outdated; /* it could not be looked at for its version alone */
  gint64            last_old_work; /* files in work up to this id are of an earlier run */

  MusterConnection *writer;   /* belongs to the thread once that runs */
  MusterConnection *looker;   /* of one who only looks: open from first to last */
  GThread          *thread;
  GAsyncQueue      *jobs;
  guint64           generation; /* of the last commit; writer thread, else under lock */

  GMutex            lock;     /* guards what follows */
  GCond             returned; /* a reader was given back */
  GCond             finished; /* a job was done */
  gboolean          is_open;
  GQueue            readers;  /* MusterConnection that nobody uses */
  guint             n_borrowed;
  char             *chosen_match; /* the filter that was asked for last, the people it chose, and of which state */
  GBytes           *chosen;
  gint64            chosen_generation;
  GBytes           *ranks; /* guint32 by id: the pool whose places were asked for last, and of which state */
  gint64            ranks_opening;
  gint64            ranks_generation;
  GMainContext     *context;  /* where "changed" is told */
  GSource          *telling;  /* one that waits to be told, or NULL */
  MusterStoreChange changes;
};

/* What can be missing; for messages. */
typedef enum
{
  MUSTER_THING_CANDIDATE,
  MUSTER_THING_DOCUMENT,
  MUSTER_THING_OPENING,
  MUSTER_THING_PROFILE,
  MUSTER_THING_APPLICATION,
  MUSTER_THING_FIT,
} MusterStoreThing;

/* One transaction of the writer. What changed goes into @changed for the signal. */
typedef gboolean (*MusterStoreWork) (MusterStore *self, MusterConnection *connection, gpointer data,
                                     MusterStoreChange *changed, GError **error);

gboolean          muster_store_start          (MusterStore *self, GError **error);
void              muster_store_stop           (MusterStore *self);
gboolean          muster_store_write          (MusterStore *self, MusterStoreWork work, gpointer data,
                                               GError **error);
MusterConnection *muster_store_begin_read     (MusterStore *self, GError **error);
void              muster_store_end_read       (MusterStore *self, MusterConnection *connection);

gint64            muster_store_now            (void); /* Unix seconds */
GBytes           *muster_store_random_bytes   (gsize length, GError **error);
gboolean          muster_store_not_found      (GError **error, MusterStoreThing thing, gint64 id);

gboolean          muster_store_names_open     (MusterStore *self, GError **error);
GBytes           *muster_store_name_key       (MusterStore *self, const char *name);
gboolean          muster_store_names_renew    (MusterStore *self, GError **error);

/* What stands in the place of the true texts while blind. */
typedef struct
{
  char *label;
  char *text;
  char *pages; /* "number start" of each, in code points of text */
} MusterMaskedText;

void              muster_masked_text_init     (MusterMaskedText *self, const MusterDocument *document,
                                               const MusterProfile *profile, const char *label);
void              muster_masked_text_clear    (MusterMaskedText *self);
gboolean          muster_store_drop_mask      (MusterConnection *connection, gint64 document_id, GError **error);
gboolean          muster_store_put_mask       (MusterConnection *connection, gint64 document_id,
                                               const MusterMaskedText *text, GError **error);
gboolean          muster_store_give_code      (MusterConnection *connection, gint64 candidate_id, gint64 opening_id,
                                               GError **error);

/* Audit. @detail: (transfer full) (nullable); @candidate_id 0: about nobody. */
gboolean          muster_store_audit          (MusterConnection *connection, const char *event, gint64 candidate_id,
                                               JsonObject *detail, GError **error);
char             *muster_store_dup_pseudonym  (MusterConnection *connection, gint64 candidate_id, const char *text,
                                               GError **error);
gboolean          muster_store_verify_chain   (MusterConnection *connection, guint *n_entries, gint64 *first_bad,
                                               GError **error);

/* Pages as they are kept: a packed GVariant with its checksum. */
GBytes           *muster_store_pack_page      (MusterPage *page, GBytes **sha256, GError **error);
MusterPage       *muster_store_unpack_page    (GBytes *layout, GBytes *sha256, gint64 document_id, guint number,
                                               GError **error);

gboolean          muster_store_apply_within   (MusterConnection *connection, gint64 candidate_id, gint64 opening_id,
                                               gboolean *is_new, GError **error);
gboolean          muster_store_refuse_closed  (MusterConnection *connection, gint64 opening_id, GError **error);
gboolean          muster_store_find_version   (MusterConnection *connection, gint64 opening_id, gint64 *version_id,
                                               GError **error);
gboolean          muster_store_find_candidate (MusterConnection *connection, gint64 candidate_id, GError **error);
gboolean          muster_store_refresh_stage  (MusterConnection *connection, gint64 candidate_id, GError **error);
const char       *muster_store_latest_title   (const MusterProfile *profile);

/* In a profile that just took the place of another; what finds no place in it is kept as not applied. */
gboolean          muster_store_carry_corrections (MusterStore *self, MusterConnection *connection, gint64 candidate_id,
                                               MusterMonth today, GError **error);
GBytes           *muster_store_reference_hash (MusterStore *self, const char *kind, const char *text);

G_END_DECLS
