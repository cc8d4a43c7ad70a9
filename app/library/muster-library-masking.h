/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the files of this room mask what they hand out. For them only. Each does nothing for a library that does not
 * follow blind mode, while it is off, and for people who were revealed. */
#pragma once

#include "muster-library-blind.h"
#include "muster-library-private.h"

/* Whether people are masked at all now. */
gboolean muster_library_hides              (MusterLibrary *self);
/* The same after asking the store; main context or opening thread. */
void     muster_library_refresh_blind      (MusterLibrary *self);
/* Texts and files of what was imported are shown as they may be now. Main loop. */
void     muster_library_refresh_outcomes   (MusterLibrary *self);

/* @is_blind: whether people are masked; else the record keeps its true texts. */
void     muster_candidate_record_mask      (MusterCandidateRecord *record, gboolean is_blind);
void     muster_library_mask_documents     (GPtrArray *documents);
void     muster_library_mask_decisions     (GPtrArray *decisions, const MusterMask *mask);
void     muster_library_mask_hits          (GPtrArray *hits);
void     muster_library_mask_fit           (JsonNode *fit, const MusterMask *mask, MusterOpening *opening);

/* For files of the library that were read: what is shown for @outcome while the person is masked. Before it is told. */
void     muster_outcome_set_cover          (MusterOutcome *outcome, const char *file, const char *message);
void     muster_outcome_set_is_covered     (MusterOutcome *outcome, gboolean is_covered);
gboolean muster_outcome_has_cover          (MusterOutcome *outcome);
