/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of one file: immutable once told, so it may be made in the working thread and shown on the main
 * loop; only whether its file is covered by another name changes, with blind mode. */

#include "muster-library-masking.h"

#include <string.h>

struct _MusterOutcome
{
  GObject parent_instance;
  char   *file;
  char   *code;
  char   *message;
  gint64  candidate_id;
  gint64  duplicate_of;
  char   *cover_file; /* (nullable): shown instead while the person is masked */
  char   *cover_message;
  int     is_covered; /* atomic */
};

G_DEFINE_FINAL_TYPE (MusterOutcome, muster_outcome, G_TYPE_OBJECT)

static void
muster_outcome_finalize (GObject *object)
{
  MusterOutcome *self = MUSTER_OUTCOME (object);

  g_free (self->file);
  g_free (self->code);
  g_free (self->message);
  g_free (self->cover_file);
  g_free (self->cover_message);

  G_OBJECT_CLASS (muster_outcome_parent_class)->finalize (object);
}

static void
muster_outcome_class_init (MusterOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_outcome_finalize;
}

static void
muster_outcome_init (MusterOutcome *self)
{
}

/**
 * muster_outcome_new:
 * @file: the path as given
 * @code: "text", "ocr", "mixed", "empty", "ranked", or what went wrong in a word of the command line contract
 * @message: a sentence for a person
 * @candidate_id: 0: none
 * @duplicate_of: the document that the library already had; 0: new
 *
 * Returns: (transfer full): the outcome.
 */
MusterOutcome *
muster_outcome_new (
    const char *file, const char *code, const char *message, gint64 candidate_id, gint64 duplicate_of)
{
  MusterOutcome *self = g_object_new (MUSTER_TYPE_OUTCOME, NULL);

  self->file = g_strdup (file);
  self->code = g_strdup (code);
  self->message = g_strdup (message);
  self->candidate_id = candidate_id;
  self->duplicate_of = duplicate_of;

  return self;
}

const char *
muster_outcome_get_file (MusterOutcome *self)
{
  return g_atomic_int_get (&self->is_covered) ? self->cover_file : self->file;
}

const char *
muster_outcome_peek_path (MusterOutcome *self)
{
  return self->file;
}

const char *
muster_outcome_get_code (MusterOutcome *self)
{
  return self->code;
}

const char *
muster_outcome_get_message (MusterOutcome *self)
{
  return g_atomic_int_get (&self->is_covered) ? self->cover_message : self->message;
}

/** muster_outcome_is_failure: Returns: whether somebody has to look: the file is not in the library, or the
 * person not ranked. */
gboolean
muster_outcome_is_failure (MusterOutcome *self)
{
  static const char *done[] = { "text", "ocr", "mixed", "ranked", NULL };

  return !g_strv_contains (done, self->code);
}

gint64
muster_outcome_get_candidate_id (MusterOutcome *self)
{
  return self->candidate_id;
}

gint64
muster_outcome_get_duplicate_of (MusterOutcome *self)
{
  return self->duplicate_of;
}

void
muster_outcome_set_cover (MusterOutcome *outcome, const char *file, const char *message)
{
  outcome->cover_file = g_strdup (file);
  outcome->cover_message = g_strdup (message);
}

void
muster_outcome_set_is_covered (MusterOutcome *outcome, gboolean is_covered)
{
  g_atomic_int_set (&outcome->is_covered, is_covered && outcome->cover_file != NULL);
}

gboolean
muster_outcome_has_cover (MusterOutcome *outcome)
{
  return outcome->cover_file != NULL;
}
