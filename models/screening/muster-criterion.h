/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rule a kind of criterion, each in its file: holds a dossier against a criterion and says which share of the
 * points it earns, with the quote or what is missing. Deterministic; one thread. For the files of this room only. */
#pragma once

#include "muster-dossier.h"
#include "muster-opening.h"
#include "muster-wanted.h"

G_BEGIN_DECLS

/* Shares of the points for what is there in part. */
#define MUSTER_SHARE_HALF 0.5
#define MUSTER_SHARE_OTHER_SUBJECT 0.3

void  muster_check_skill       (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding);
void  muster_check_experience  (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding);
void  muster_check_education   (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding);
void  muster_check_language    (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding);
void  muster_check_certificate (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding);
void  muster_check_location    (const MusterDossier *dossier, const MusterCriterion *criterion, MusterFinding *finding);

/* The months of jobs that are of the wanted kind, overlaps counted once; jobs that only name it count half, unless
 * it is among the skills; @is_relevant (nullable): a flag a job, only ever set. */
guint muster_relevant_months   (const MusterDossier *dossier, const MusterWanted *wanted, gboolean *is_relevant);

G_END_DECLS
