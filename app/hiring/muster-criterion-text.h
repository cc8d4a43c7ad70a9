/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name under which people see a criterion: "3 years: servicing pumps", "English B2". Any thread. */
#pragma once

#include "muster-library.h"

G_BEGIN_DECLS

char *muster_criterion_dup_title (const MusterCriterion *criterion);

G_END_DECLS
