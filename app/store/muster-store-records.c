/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that the store gives, and the words for the stages. */

#include "muster-store-records.h"

static const char *const stage_names[] = { "new", "shortlist", "interview", "offer", "hired", "declined" };

/** muster_stage_name: Returns: (transfer none): the word of the command line contract; it is not translated. */
const char *
muster_stage_name (MusterStage stage)
{
  g_return_val_if_fail ((guint) stage < G_N_ELEMENTS (stage_names), "new");

  return stage_names[stage];
}

/** muster_stage_from_name: Returns: whether @name is a stage. */
gboolean
muster_stage_from_name (const char *name, MusterStage *stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (stage_names); i++)
    if (g_strcmp0 (name, stage_names[i]) == 0)
      {
        *stage = (MusterStage) i;
        return TRUE;
      }

  return FALSE;
}

void
muster_candidate_record_free (MusterCandidateRecord *record)
{
  g_return_if_fail (record != NULL);

  g_free (record->name);
  g_free (record->label);
  g_free (record->city);
  g_free (record->top_evidence);
  g_free (record->masked_label);
  g_free (record->masked_evidence);
  g_free (record->code);
  g_free (record);
}

void
muster_document_record_free (MusterDocumentRecord *record)
{
  g_return_if_fail (record != NULL);

  g_free (record->file_name);
  g_free (record->sha256);
  g_free (record->media_type);
  g_free (record->language);
  g_free (record);
}

void
muster_opening_record_free (MusterOpeningRecord *record)
{
  g_return_if_fail (record != NULL);

  g_free (record->title);
  g_free (record->model_version);
  g_free (record->field);
  g_free (record->closed_reason);
  g_free (record);
}

void
muster_decision_record_free (MusterDecisionRecord *record)
{
  g_return_if_fail (record != NULL);

  g_free (record->reason);
  g_free (record);
}

void
muster_past_stage_free (MusterPastStage *past)
{
  g_return_if_fail (past != NULL);

  g_free (past->reason);
  g_free (past);
}

void
muster_search_hit_free (MusterSearchHit *hit)
{
  g_return_if_fail (hit != NULL);

  g_free (hit->name);
  g_free (hit->code);
  g_free (hit->file_name);
  g_free (hit->snippet);
  g_free (hit);
}

void
muster_reveal_record_free (MusterRevealRecord *record)
{
  g_return_if_fail (record != NULL);

  g_free (record->reason);
  g_free (record);
}
