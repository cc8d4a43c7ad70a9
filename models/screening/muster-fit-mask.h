/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fit for people who look at somebody blind. Pure; any thread. */
#pragma once

#include "muster-fit.h"
#include "muster-mask.h"

G_BEGIN_DECLS

MusterFit *muster_fit_dup_masked         (const MusterFit *self, const MusterMask *mask, MusterOpening *opening);

/* Whether of this criterion only the outcome is shown: where somebody lives is nobody's business. */
gboolean   muster_opening_hides_quote    (MusterOpening *opening, const char *criterion_id);

G_END_DECLS
