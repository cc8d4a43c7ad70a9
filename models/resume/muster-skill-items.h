/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of skills cut into its items. For muster-skill-fields.c only. */
#pragma once

#include "muster-sheet.h"

G_BEGIN_DECLS

#define MUSTER_ITEM_MAX_SPANS 4

typedef struct
{
  MusterSpan spans[MUSTER_ITEM_MAX_SPANS];
  guint      n_spans;
} MusterSkillItem;

/* (transfer full): array of MusterSkillItem. @spans: pieces of lines in reading order, all of one list */
GArray *muster_skill_items_cut (const MusterSheet *sheet, const MusterSpan *spans, guint n_spans);

/* (transfer full): array of MusterSkillItem: sentences and runs of names made lists of skills. */
GArray *muster_skill_items_refine (const MusterSheet *sheet, const GArray *items);

G_END_DECLS
