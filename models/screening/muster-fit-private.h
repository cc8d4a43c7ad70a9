/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a fit. For the files of this room only. */
#pragma once

#include "muster-criterion.h"
#include "muster-fit.h"

struct _MusterFit
{
  gatomicrefcount ref_count;
  GPtrArray      *results; /* MusterCriterionResult */
  double          rules_score;
  double          total;
  guint           n_musts;
  guint           n_musts_met;
  guint           relevant_months;
};
