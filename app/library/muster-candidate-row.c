/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person in a list. Exists before its record is there, so that a widget can show an empty row at once.
 * Main loop only. */

#include "muster-candidate-row-private.h"

#include <string.h>

struct _MusterCandidateRow
{
  GObject                parent_instance;
  MusterCandidateRecord *record;
};

G_DEFINE_FINAL_TYPE (MusterCandidateRow, muster_candidate_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOADED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
muster_candidate_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADED)
    g_value_set_boolean (value, MUSTER_CANDIDATE_ROW (object)->record != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_candidate_row_finalize (GObject *object)
{
  g_clear_pointer (&MUSTER_CANDIDATE_ROW (object)->record, muster_candidate_record_free);

  G_OBJECT_CLASS (muster_candidate_row_parent_class)->finalize (object);
}

static void
muster_candidate_row_class_init (MusterCandidateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_candidate_row_get_property;
  object_class->finalize = muster_candidate_row_finalize;

  properties[PROP_LOADED] = g_param_spec_boolean (
      "loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
muster_candidate_row_init (MusterCandidateRow *self)
{
}

MusterCandidateRow *
muster_candidate_row_new (void)
{
  return g_object_new (MUSTER_TYPE_CANDIDATE_ROW, NULL);
}

static gboolean
is_same (const MusterCandidateRecord *a, const MusterCandidateRecord *b)
{
  return a->id == b->id && a->work_months == b->work_months && a->n_documents == b->n_documents
         && a->added_at == b->added_at && a->opening_id == b->opening_id && a->stage == b->stage
         && a->has_fit == b->has_fit && a->rank == b->rank && a->fit == b->fit && a->n_musts == b->n_musts
         && a->n_musts_met == b->n_musts_met && a->relevant_months == b->relevant_months
         && a->is_masked == b->is_masked && a->revealed_at == b->revealed_at && g_strcmp0 (a->code, b->code) == 0
         && g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->label, b->label) == 0
         && g_strcmp0 (a->city, b->city) == 0 && g_strcmp0 (a->top_evidence, b->top_evidence) == 0;
}

void
muster_candidate_row_take_record (MusterCandidateRow *self, MusterCandidateRecord *record)
{
  gboolean is_news = self->record == NULL || !is_same (self->record, record);

  g_clear_pointer (&self->record, muster_candidate_record_free);
  self->record = record;
  if (is_news)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

/** muster_candidate_row_get_record: Returns: (transfer none) (nullable): valid until the next notify::loaded.
 */
const MusterCandidateRecord *
muster_candidate_row_get_record (MusterCandidateRow *self)
{
  return self->record;
}
