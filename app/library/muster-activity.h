/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long, cancellable work with its progress and one outcome per file. Lives on the main loop; the work itself runs
 * elsewhere and reports here. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_ACTIVITY_WAITING,
  MUSTER_ACTIVITY_RUNNING,
  MUSTER_ACTIVITY_DONE,      /* all of it, or some inputs failed: see the outcomes */
  MUSTER_ACTIVITY_CANCELLED, /* what was finished before is kept */
  MUSTER_ACTIVITY_FAILED,    /* the work as a whole: get_error() */
} MusterActivityState;

/* What became of one file. */
#define MUSTER_TYPE_OUTCOME (muster_outcome_get_type ())
G_DECLARE_FINAL_TYPE (MusterOutcome, muster_outcome, MUSTER, OUTCOME, GObject)

MusterOutcome      *muster_outcome_new                (const char *file, const char *code, const char *message,
                                                       gint64 candidate_id, gint64 duplicate_of);
const char         *muster_outcome_get_file           (MusterOutcome *self);
/* "text" "ocr" "mixed" "empty" "ranked", or an error code of the contract */
const char         *muster_outcome_get_code           (MusterOutcome *self);
const char         *muster_outcome_get_message        (MusterOutcome *self);    /* a sentence for a person */
gboolean            muster_outcome_is_failure         (MusterOutcome *self);
gint64              muster_outcome_get_candidate_id   (MusterOutcome *self);    /* 0: none */
gint64              muster_outcome_get_duplicate_of   (MusterOutcome *self);    /* 0: new */

/* What the work is. */
typedef enum
{
  MUSTER_ACTIVITY_IMPORT,
  MUSTER_ACTIVITY_RANK,
} MusterActivityKind;

/* Properties: title (s), state (MusterActivityState as int), fraction (d), n-done (u), n-total (u), can-undo (b),
 * is-undone (b); all notify on the main loop. An activity that has ended runs again when some of its files are read
 * again (muster-library-imports.h): an outcome is then replaced in its place. */
#define MUSTER_TYPE_ACTIVITY (muster_activity_get_type ())
G_DECLARE_FINAL_TYPE (MusterActivity, muster_activity, MUSTER, ACTIVITY, GObject)

MusterActivity     *muster_activity_new               (const char *title, guint n_total, MusterActivityKind kind,
                                                       gint64 opening_id);
MusterActivityKind  muster_activity_get_kind          (MusterActivity *self);
gint64              muster_activity_get_opening_id    (MusterActivity *self);   /* 0: of no opening */
/* an import that has ended, brought something and was not taken back: muster_library_undo_import_async() */
gboolean            muster_activity_can_undo          (MusterActivity *self);
gboolean            muster_activity_is_undone         (MusterActivity *self);
const char         *muster_activity_get_title         (MusterActivity *self);
MusterActivityState muster_activity_get_state         (MusterActivity *self);
double              muster_activity_get_fraction      (MusterActivity *self);
guint               muster_activity_get_n_done        (MusterActivity *self);
guint               muster_activity_get_n_total       (MusterActivity *self);
const GError       *muster_activity_get_error         (MusterActivity *self);
GListModel         *muster_activity_get_outcomes      (MusterActivity *self);   /* (transfer none) of MusterOutcome */
GCancellable       *muster_activity_get_cancellable   (MusterActivity *self);
void                muster_activity_cancel            (MusterActivity *self);

/* For those that do the work; main loop only. */
void                muster_activity_set_state         (MusterActivity *self, MusterActivityState state);
/* where it is found out on the way */
void                muster_activity_set_n_total       (MusterActivity *self, guint n_total);
/* (transfer none); counts one more done */
void                muster_activity_add_outcome       (MusterActivity *self, MusterOutcome *outcome);
void                muster_activity_take_error        (MusterActivity *self, GError *error);
gint64              muster_activity_get_batch_id      (MusterActivity *self);   /* 0: none */
void                muster_activity_set_batch_id      (MusterActivity *self, gint64 batch_id);
void                muster_activity_set_undone        (MusterActivity *self);
/* runs again for @n of its outcomes, with a fresh cancellable; each is replaced, and those that are not stay */
void                muster_activity_begin_again       (MusterActivity *self, guint n);
void                muster_activity_replace_outcome   (MusterActivity *self, MusterOutcome *old, MusterOutcome *outcome);

G_END_DECLS
