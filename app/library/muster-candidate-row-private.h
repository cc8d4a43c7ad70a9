/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the list fills its rows. For the files of this room only. */
#pragma once

#include "muster-candidate-list.h"

MusterCandidateRow *muster_candidate_row_new         (void);

/* Takes @record and tells it; the same content again tells nothing. */
void                muster_candidate_row_take_record (MusterCandidateRow *self, MusterCandidateRecord *record);
